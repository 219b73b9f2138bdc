"""The issue date beside a document's number: "ngày 24/11/2023", "năm 2016", "hôm qua"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from trich.extract.decrees.pattern import Pattern


class Issued(NamedTuple):
    """A date's end in the text, its ISO value to its precision (None without a year that the
    text or the page tells), and whether the year is the page's."""

    end: int
    value: str | None
    year_inferred: bool = False


_DAY = Pattern(
    r"(?P<d>0?[1-9]|[12]\d|3[01])(?:"
    r" ?(?P<sep>[/.-]) ?(?P<m>0?[1-9]|1[0-2]) ?(?P=sep) ?(?P<y>(?:19|20)\d\d)"
    r"| tháng (?P<m2>0?[1-9]|1[0-2])(?:,? năm |[/-])(?P<y2>(?:19|20)\d\d)"
    r")(?!\d)",
    yes=("24/11/2023", "27 tháng 02 năm 2025", "09 - 9 - 2025"),
    no=("24/11", "24/11-2023"),
)
_DAY_MONTH = Pattern(
    r"(?P<d>\d{1,2})(?: ?[/.-] ?| tháng )(?P<m>\d{1,2})(?![\d/-]|\.\d)", yes=("18/8",), no=("18",)
)
_MONTH = Pattern(
    r"tháng (?P<m>0?[1-9]|1[0-2]) ?(?:[/-]|,? ?năm ) ?(?P<y>(?:19|20)\d\d)(?!\d)",
    yes=("tháng 6/2023", "tháng 6 năm 2023"),
    no=("tháng 6",),
)
_MONTH_ALONE = Pattern(
    r"tháng (?P<m>0?[1-9]|1[0-2])(?![\d/%-]|[.,]\d| tuổi| năm)", yes=("tháng 9",), no=("tháng 13",)
)
_YEAR = Pattern(
    r"(?P<y>(?:19|20)\d\d)(?![\d/.,%-]\d|[^\W_])(?! ?- ?\d)",
    yes=("2016",),
    no=("2016-2020",),
    how="match",
)
_RELATIVE = Pattern(
    r"(?:(?:hôm|sáng|trưa|chiều|tối) (?P<day>nay|qua))(?![^\W_])",
    yes=("hôm nay", "chiều qua"),
    no=("hôm nào",),
)


def read_date(
    lower: str,
    at: int,
    *,
    bare: bool = False,
    short: bool = False,
    published: date | None = None,
) -> Issued | None:
    """An issue date that begins at `at`.

    `bare` takes a year or a day without the words ngày, tháng, năm; `short` also "30-7".  A day
    or month without a year is the last one up to the day of publication, where that is known.

    >>> read_date("ngày 24/11/2023", 0).value, read_date("năm 2016", 0).value
    ('2023-11-24', '2016')
    >>> read_date("ngày 20-4", 0, published=date(2023, 5, 2)).value
    '2023-04-20'
    """
    if lower.startswith("ngày", at) or bare:
        day_at = at + 4 if lower.startswith("ngày", at) else at
        day_at += lower[day_at : day_at + 1] == " " and day_at > at
        if m := _DAY.match(lower, day_at):
            year, month = int(m["y"] or m["y2"]), int(m["m"] or m["m2"])
            try:
                return Issued(m.end(), date(year, month, int(m["d"])).isoformat())
            except ValueError:
                return None
        if (short or day_at > at) and (m := _DAY_MONTH.match(lower, day_at)):
            found = _last(int(m["m"]), int(m["d"]), published)
            return Issued(m.end(), found.isoformat() if found else None, found is not None)
    if m := _MONTH.match(lower, at):
        return Issued(m.end(), f"{m['y']}-{int(m['m']):02}")
    if published and (m := _MONTH_ALONE.match(lower, at)):
        found = _last(int(m["m"]), 1, published)
        return Issued(m.end(), found.isoformat()[:7] if found else None, True)
    if published and (m := _RELATIVE.match(lower, at)):
        day = published - timedelta(days=m["day"] == "qua")
        return Issued(m.end(), day.isoformat(), True)
    said = lower.startswith("năm ", at)
    m = _YEAR.match(lower, at + 4 if said else at) if said or bare else None
    return Issued(m.end(), m["y"]) if m else None


def _last(month: int, day: int, published: date | None) -> date | None:
    """The last such day up to the day of publication."""
    if published is None:
        return None
    for year in (published.year, published.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= published:
            return found
    return None
