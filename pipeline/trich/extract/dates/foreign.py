"""Dates with English month names: the grammar finds them, dateparser values them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from trich.extract.dates.clock import clock
from trich.extract.dates.found import Found
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.timex import Point, kind, value
from trich.extract.dates.words import compiled as re_

#: The first words that it reads.
MONTHS = (
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june",
    "jul", "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov",
    "november", "dec", "december",
)  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_FOREIGN = (
    rf"(?P<day>{_DAY}(?:\sof)?(?:\s|-){_MONTH}|{_MONTH}\s{_DAY})(?:,?(?:\s|-)(?P<year>(?:19|20)\d\d))?(?!\w)"
    rf"|{_MONTH},?\s(?P<only>(?:19|20)\d\d)(?!\w)"
)
#: Before "May 8", where it is no Vietnamese "may".
_ENGLISH = frozenset(["on", "of", "since", "until", "by", "from", "before", "after", "till", "the"])


def foreign_date(r: Reader, at: int) -> Found | None:
    """ "14 November 2025", "Nov 14, 2025", "March 2024"."""
    m = re_(_FOREIGN).match(r.low, at)
    if m is None:
        return None
    if _sews(r, m.group(), at, m.group("year") or m.group("only")):
        return None
    import dateparser  # slow to load, and hardly a Vietnamese page needs it

    parts = ["month", *(["day"] if m.group("day") else []), *(["year"] if m.group("year") else [])]
    settings: dict[str, Any] = {
        "REQUIRE_PARTS": parts,
        "RELATIVE_BASE": datetime(*(r.context.today or datetime(2000, 1, 1)).timetuple()[:3]),
        "DATE_ORDER": "DMY",
    }
    found = dateparser.parse(m.group(), languages=["en"], settings=settings)
    if found is None:
        return None
    p = Point(found.year, found.month, found.day if m.group("day") else None)
    if not (m.group("year") or m.group("only") or r.context.today):
        p.year = None
    end = m.end() - m.group().endswith(".")
    gap = re_(r",?\s(?:at\s)?|\s-\s").match(r.low, end)
    clock_end = clock(r, Draft(p), gap.end()) if gap and p.day else None
    return Found(clock_end or end, kind(p), value(p), "foreign-date", point=p)


def _sews(r: Reader, said: str, at: int, year: str | None) -> bool:
    """Whether "may" is the Vietnamese word: "công nhân may 8 giờ", "Công ty May 10"."""
    if year or "may" not in said:
        return False
    if said[0].isdigit():  # "8 May"
        return not r.context.text[at + said.index("may")].isupper()
    return said[-1].isdigit() and r.previous(at) not in _ENGLISH
