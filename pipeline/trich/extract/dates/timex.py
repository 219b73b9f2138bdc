"""Calendar values as TIMEX3 writes them, and the arithmetic on them.

A `Point` is a stretch of the calendar or the clock, from a century down to a minute, of
which a text names some parts and leaves others to its reader.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache

import lunar_vn

# A year, month or day that exists but that nothing in reach tells.
UNKNOWN = -1


@dataclass(slots=True)
class Point:
    """A calendar or clock expression; None where the text is silent.

    `weekday` and `week` follow ISO 8601 (Monday is 1).  `until` is the end of an interval
    that begins here.  `every` marks a recurrence: what is not given happens in each one.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    weekend: bool = False
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None  # only of what is reckoned in seconds from now
    part: str | None = None
    mod: str | None = None
    lunar: bool = False  # its day and month are still those of the lunar calendar
    calendar: str = "gregorian"  # the one that the text uses
    told: tuple[int, int, int] | None = None  # year, month and day of the lunar calendar
    every: bool = False
    until: Point | None = None

    @property
    def timed(self) -> bool:
        """Whether it says a time of the day."""
        return self.hour is not None or self.part is not None

    @property
    def dated(self) -> bool:
        """Whether it says anything of the calendar."""
        return self.level > 0

    @property
    def level(self) -> int:
        """The coarsest unit it names: 1 weekday, 2 day, 3 week or month, 4 quarter, 5 year."""
        if self.year is not None or self.decade is not None or self.century is not None:
            return 5
        if self.quarter or self.half or self.season:
            return 4
        if self.month is not None or self.week is not None:
            return 3
        if self.day is not None:
            return 2
        return 1 if self.weekday else 0

    @property
    def on(self) -> date | None:
        """The one day it names, if all of it is known."""
        year, month, day = self.year, self.month, self.day
        if year and month and day and year > 0 and month > 0 and day > 0:
            return day_of(year, month, day)
        return None

    def set_day(self, day: date) -> None:
        self.year, self.month, self.day = day.year, day.month, day.day

    def set_month(self, of: date, months: int = 0) -> None:
        index = of.year * 12 + of.month - 1 + months
        self.year, self.month = divmod(index, 12)
        self.month += 1

    def set_week(self, of: date, weeks: int = 0) -> None:
        self.year, self.week, _ = (of + timedelta(weeks=weeks)).isocalendar()

    def set_quarter(self, of: date, quarters: int = 0) -> None:
        self.year, quarter = divmod(of.year * 4 + (of.month - 1) // 3 + quarters, 4)
        self.quarter = quarter + 1


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(short: int) -> int:
    """The year that two digits abbreviate: 1950 to 2049.

    >>> full_year(24), full_year(85)
    (2024, 1985)
    """
    return short + (2000 if short < 50 else 1900)


def value(point: Point) -> str:
    """The TIMEX3 value of a point; an interval as ISO 8601 start/end.

    >>> value(Point(2024, 1, 30, part="MO")), value(Point(2025, quarter=4))
    ('2024-01-30TMO', '2025-Q4')
    >>> value(Point(month=6, day=1)), value(Point(2021, until=Point(2025)))
    ('XXXX-06-01', '2021/2025')
    """
    text = _calendar(point) + _clock(point)
    return f"{text}/{value(point.until)}" if point.until else text


def kind(point: Point) -> str:
    """The TIMEX3 type of a point."""
    if point.every:
        return "SET"
    return "TIME" if point.timed or (point.until and point.until.timed) else "DATE"


def _calendar(p: Point) -> str:
    if p.century is not None:
        return f"{p.century:02d}"
    if p.decade is not None:
        return f"{p.decade:03d}"
    year = "XXXX" if p.year is None or p.year == UNKNOWN else f"{p.year:04d}"
    if p.week is not None or (p.weekday and p.day is None) or p.weekend:
        week = f"{p.week:02d}" if p.week and p.week > 0 else "XX"
        tail = "-WE" if p.weekend else f"-{p.weekday}" if p.weekday else ""
        return f"{year}-W{week}{tail}"
    for unit in (p.season, p.quarter and f"Q{p.quarter}", p.half and f"H{p.half}"):
        if unit:
            return f"{year}-{unit}"
    if p.month is None and p.day is None and not p.timed:
        return year
    month = f"{p.month:02d}" if p.month and p.month > 0 else "XX"
    if p.day is None and not p.timed:
        return f"{year}-{month}"
    return f"{year}-{month}-{p.day:02d}" if p.day and p.day > 0 else f"{year}-{month}-XX"


def _clock(p: Point) -> str:
    if p.hour is not None:
        seconds = "" if p.second is None else f":{p.second:02d}"
        return f"T{p.hour:02d}:{p.minute or 0:02d}{seconds}"
    return f"T{p.part}" if p.part else ""


def _months(p: Point) -> tuple[int, int] | None:
    """The first and last month of a month, quarter, half or year whose year is known."""
    if not p.year or p.year < 0 or p.day is not None or p.week is not None or p.season:
        return None
    if p.month:
        return (p.month, p.month) if p.month > 0 else None
    if p.quarter:
        return p.quarter * 3 - 2, p.quarter * 3
    return (p.half * 6 - 5, p.half * 6) if p.half else (1, 12)


def first_day(p: Point) -> Point:
    """The day on which a month, quarter, half or year begins; other points stay."""
    months = _months(p)
    if p.week and p.week > 0 and p.year and p.year > 0 and not (p.weekday or p.weekend):
        monday = Point()
        monday.set_day(date.fromisocalendar(p.year, p.week, 1))
        return monday
    return Point(p.year, months[0], 1) if months else replace(p, mod=None)


def last_day(p: Point) -> Point:
    """The day on which a month, quarter, half or year ends; other points stay."""
    months = _months(p)
    if months is None or p.year is None:
        return replace(p, mod=None)
    return Point(p.year, months[1], monthrange(p.year, months[1])[1])


def shift(day: date, unit: str, count: int) -> date:
    """The day so many days, weeks, months or years away (a shorter month: its last day).

    >>> shift(date(2024, 1, 30), "Y", -5), shift(date(2024, 1, 30), "M", 1)
    (datetime.date(2019, 1, 30), datetime.date(2024, 2, 29))
    """
    if unit in "DW":
        return day + timedelta(days=count * (7 if unit == "W" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def reached(day: date, unit: str, count: int) -> Point:
    """The day, week, month or year that lies so many of its kind away.

    >>> value(reached(date(2024, 1, 30), "W", -2)), value(reached(date(2024, 1, 30), "Y", -2))
    ('2024-W03', '2022')
    """
    there = shift(day, unit, count)
    p = Point(there.year)
    if unit == "D":
        p.set_day(there)
    elif unit == "W":
        p.set_week(there)
    elif unit == "M":
        p.month = there.month
    return p


def moment(at: datetime, seconds: bool = False) -> Point:
    """A date with hour and minute, and the second if asked for."""
    p = Point(at.year, at.month, at.day, hour=at.hour, minute=at.minute)
    p.second = at.second if seconds else None
    return p


def meant(candidates: list[tuple[date, Point]], today: date | None, sign: int = 0) -> Point:
    """Which of the years' days a feast or lunar day means on a day.

    That of the current year, unless a neighbour year's lies within four months; with a sign,
    the next (1) or the last one (-1).
    """
    if today is None:
        return candidates[0][1]
    if sign:
        there = [c for c in candidates if (c[0] - today).days * sign >= 0]
        return min(there or candidates, key=lambda c: abs((c[0] - today).days))[1]
    day, point = min(candidates, key=lambda c: abs((c[0] - today).days))
    if abs((day - today).days) > 120:
        return next((p for d, p in candidates if d.year == today.year), point)
    return point


def duration(parts: list[tuple[int | Decimal, str]]) -> str:
    """An ISO 8601 length out of counts and units (Y M W D, and H MIN S of the clock).

    >>> duration([(2, "Y"), (6, "M")]), duration([(2, "H")]), duration([(Decimal("1.5"), "Y")])
    ('P2Y6M', 'PT2H', 'P1.5Y')
    """
    days = "".join(f"{n}{u}" for n, u in parts if u in "YMWD")
    clock = "".join(f"{n}{u[0]}" for n, u in parts if u in ("H", "MIN", "S"))
    return f"P{days}T{clock}" if clock else f"P{days}"


STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
BRANCHES = (
    "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi",
)  # fmt: skip
_SPELLED = {"kỉ": "kỷ", "tí": "tý", "mẹo": "mão", "tị": "tỵ"}


def sexagenary(stem: str, branch: str, near_year: int) -> int | None:
    """The year that a heavenly stem and an earthly branch name, as read in another year.

    >>> sexagenary("giáp", "thìn", 2025), sexagenary("mậu", "thân", 2025)
    (2024, 1968)
    """
    s = STEMS.index(_SPELLED.get(stem, stem))
    b = BRANCHES.index(_SPELLED.get(branch, branch))
    for place in range(60):
        if place % 10 == s and place % 12 == b:
            # The cycle's first year, Giáp Tý, fell into 1984.  People name the coming years
            # so, or past ones ("Mậu Thân"), hardly those that are three or more ahead.
            return near_year + 2 - (near_year + 2 - 1984 - place) % 60
    return None


@cache
def lunar_day(year: int, month: int, day: int) -> date | None:
    """The solar day of a day of the Vietnamese lunar calendar.

    The 30th of a month that has 29 days is its last day, as "30 Tết" is said every year.

    >>> lunar_day(2024, 1, 6)
    datetime.date(2024, 2, 15)
    """
    try:
        first = lunar_vn.convert_lunar_to_solar(1, month, year)
        there: date = first + timedelta(days=day - 1)
        if day == 30 and lunar_vn.solar_to_lunar(there).day != 30:
            there -= timedelta(days=1)
    except ValueError:
        return None
    return there


def lunar_span(year: int, month: int, day: int | None) -> Point | None:
    """The solar day of a lunar one, or the solar days that a lunar month covers."""
    first = lunar_day(year, month, day or 1)
    last = lunar_day(year, month, 30) if day is None else None
    if first is None or (day is None and last is None):
        return None
    p = Point(first.year, first.month, first.day, told=(year, month, day or 1))
    if last:
        p.until = Point(last.year, last.month, last.day)
    return p
