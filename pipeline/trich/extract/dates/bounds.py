"""The days that a TIMEX3 value covers, so that dates can be sorted and joined without parsing."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

# The months of a season, as Vietnamese news uses them; winter runs into the next year.
_SEASONS = {"SP": (2, 4), "SU": (5, 7), "FA": (8, 10), "WI": (11, 13)}
_VALUE = re.compile(
    r"(?P<year>\d{2,4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?|(?P<season>SP|SU|FA|WI)))?"
    r"(?:T(?P<clock>\d\d:\d\d(?::\d\d)?)|T(?P<part>[A-Z]{2}))?"
)
_LENGTH = re.compile(r"P(?:T?\d+(?:\.\d+)?[YMWDHS])*?(T?)\d+(?:\.\d+)?([YMWDHS])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
_UNKNOWN = (("T", "minute"), ("WE", "weekend"), ("-WXX-", "day"), ("-WXX", "week"))


class Bounds(NamedTuple):
    """First and last day (or minute) of a value, both inclusive, and the unit it is told in."""

    begin: str | None
    end: str | None
    grain: str | None


@lru_cache(maxsize=4096)
def bounds(value: str) -> Bounds:
    """What a TIMEX3 value covers; without days where the value names none.

    A part of the day is told to the day; no hours are guessed for it.

    >>> bounds("2024-Q3")
    Bounds(begin='2024-07-01', end='2024-09-30', grain='quarter')
    >>> bounds("2025-11-09/2025-11-10")
    Bounds(begin='2025-11-09', end='2025-11-10', grain='day')
    >>> bounds("2024-01-30TMO").end, bounds("2024-01-30T16:18").end, bounds("P30Y").grain
    ('2024-01-30', '2024-01-30T16:18', 'year')
    """
    first, _, last = value.partition("/")
    if first.startswith("P"):
        return Bounds(None, None, _length_grain(last or first))
    begin = _bounds(first)
    if not last:
        return begin
    return Bounds(begin.begin, _bounds(last).end, begin.grain)


def _length_grain(value: str) -> str | None:
    m = _LENGTH.fullmatch(value)
    if m is None:
        return None
    clock = "T" in value
    return "minute" if clock and m.group(2) == "M" else _UNITS[m.group(2)]


def _bounds(value: str) -> Bounds:
    m = _VALUE.fullmatch(value)
    if m is None:
        return Bounds(None, None, _unknown_grain(value))
    if m.group("clock"):
        return Bounds(value, value, "second" if value.count(":") > 1 else "minute")
    days, grain = _days(m)
    if m.group("part"):
        grain = "part"
    if days is None:
        return Bounds(None, None, grain)
    return Bounds(days[0].isoformat(), days[1].isoformat(), grain)


def _unknown_grain(value: str) -> str | None:
    """The unit of a value that leaves something open: "XXXX-06-01"."""
    if re.search(r"T[A-Z]{2}$", value):
        return "part"
    for mark, grain in _UNKNOWN:
        if mark in value:
            return grain
    return {0: "year", 1: "month", 2: "day"}.get(value.count("-"))


def _days(m: re.Match[str]) -> tuple[tuple[date, date] | None, str]:
    year = m.group("year")
    if len(year) < 4:
        size = 10 ** (4 - len(year))
        first = int(year) * size
        if not 1 <= first <= 9999 - size:
            return None, "decade" if size == 10 else "century"
        return (date(first, 1, 1), date(first + size - 1, 12, 31)), (
            "decade" if size == 10 else "century"
        )
    y = int(year)
    if not y:
        return None, "year"
    if m.group("week"):
        return _week(y, int(m.group("week")), m.group("weekday"))
    if m.group("day"):
        try:
            day = date(y, int(m.group("month")), int(m.group("day")))
        except ValueError:
            return None, "day"
        return (day, day), "day"
    for unit, size in (("month", 1), ("quarter", 3), ("half", 6)):
        if m.group(unit):
            last = int(m.group(unit)) * size
            return _months(y, last - size + 1, last), unit
    if m.group("season"):
        return _months(y, *_SEASONS[m.group("season")]), "season"
    return (date(y, 1, 1), date(y, 12, 31)), "year"


def _months(year: int, first: int, last: int) -> tuple[date, date] | None:
    end_year, end_month = (year + 1, last - 12) if last > 12 else (year, last)
    if not 1 <= first <= 12 or end_year > 9999:
        return None
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def _week(year: int, week: int, day: str | None) -> tuple[tuple[date, date] | None, str]:
    grain = "weekend" if day == "WE" else "day" if day else "week"
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None, grain
    first, last = (5, 6) if day == "WE" else (0, 6) if day is None else (int(day) - 1, int(day) - 1)
    return (monday + timedelta(days=first), monday + timedelta(days=last)), grain
