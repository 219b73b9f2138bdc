"""The first and last day of a period."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_YEAR = re.compile(r"(\d{4})")
_DECADE = re.compile(r"(\d{3})")
_CENTURY = re.compile(r"(\d\d)")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
# The months of a part of the year.
_MONTHS = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (1, 3), "SU": (4, 6), "FA": (7, 9), "WI": (10, 12),
}  # fmt: skip


@lru_cache(maxsize=4096)
def bounds(value: str | None) -> tuple[str | None, str | None]:
    """The first and last day, as ISO dates, of a TIMEX3 value or an interval of two.

    >>> bounds("2024-Q2"), bounds("2021/2025"), bounds("2024-02"), bounds(None)
    (('2024-04-01', '2024-06-30'), ('2021-01-01', '2025-12-31'), ('2024-02-01', '2024-02-29'), \
(None, None))
    """
    if value is None:
        return None, None
    begin, slash, end = value.partition("/")
    try:
        first = _days(begin)
        last = _days(end) if slash else first
    except ValueError:  # a day that the calendar has not
        return None, None
    return (first[0].isoformat() if first else None), (last[1].isoformat() if last else None)


def _days(value: str) -> tuple[date, date] | None:
    if m := _YEAR.fullmatch(value):
        return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31)
    if m := _DAY.fullmatch(value):
        day = date(int(m[1]), int(m[2]), int(m[3]))
        return day, day
    if m := _PART.fullmatch(value):
        first, last = _MONTHS[m[2]]
        return _months(int(m[1]), first, last)
    if m := _MONTH.fullmatch(value):
        return _months(int(m[1]), int(m[2]), int(m[2]))
    if m := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        days = {None: (0, 6), "WE": (5, 6)}.get(m[3]) or (int(m[3]) - 1, int(m[3]) - 1)
        return monday + timedelta(days[0]), monday + timedelta(days[1])
    if m := _DECADE.fullmatch(value):
        return date(int(m[1]) * 10, 1, 1), date(int(m[1]) * 10 + 9, 12, 31)
    if (m := _CENTURY.fullmatch(value)) and int(m[1]):
        return date(int(m[1]) * 100, 1, 1), date(int(m[1]) * 100 + 99, 12, 31)
    return None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
