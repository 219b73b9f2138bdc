"""Named days: which there are, where a text names one, and on what day it falls."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from trich.extract.dates.timex import Point, day_of, lunar_day, meant
from trich.extract.dates.words import compiled as re_
from trich.lexicon import fold, table


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day and the rule that tells its date.

    `calendar` is `solar` or `lunar` (month and day), `eve` (the night before a lunar day),
    `easter` (`day` counts from Easter Sunday) or `nth-W` (the `day`-th weekday W, ISO, of the
    month).  `alone` says whether the name means the day without "ngày" or "lễ" before it:
    `yes`, `no`, or `year` where it needs its year behind it.  `numbered` marks a day that
    people call by its number: "2/9", "mùng 10 tháng 3".
    """

    name: str
    calendar: str
    month: int | None
    day: int
    part: str | None
    alone: str
    numbered: bool

    def on(self, year: int | None, near: date | None, sign: int = 0) -> date | None:
        """The day in that year, or the one meant on another day; None without either.

        That is this year's, unless a neighbour year's lies within four months; with a sign
        the next (1) or the last one (-1).
        """
        if year and year > 0:
            return self._in(year)
        if near is None:
            return None
        days = [d for y in (near.year - 1, near.year, near.year + 1) if (d := self._in(y))]
        return (
            meant([(d, Point(d.year, d.month, d.day)) for d in days], near, sign).on
            if days
            else None
        )

    def _in(self, year: int) -> date | None:
        if self.calendar == "easter":
            return easter(year) + timedelta(days=self.day)
        month = self.month or 1
        if self.calendar == "solar":
            return day_of(year, month, self.day)
        if self.calendar.startswith("nth-"):
            first = date(year, month, 1)
            ahead = (int(self.calendar[4:]) - first.isoweekday()) % 7
            return first + timedelta(days=ahead + 7 * (self.day - 1))
        there = lunar_day(year, month, self.day)
        return there - timedelta(days=1) if there and self.calendar == "eve" else there


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays() -> dict[str, Holiday]:
    """The holidays by folded name."""
    return {
        fold(row["name"]): Holiday(
            row["name"],
            row["calendar"],
            int(row["month"]) if row["month"] else None,
            int(row["day"]),
            row["part"] or None,
            row["alone"],
            row["numbered"] == "yes",
        )
        for row in table("holidays")
    }


@cache
def holiday_names() -> str:
    """A pattern of their names, with the words that may stand before one."""
    names = "|".join(re.escape(name) for name in sorted(holidays(), key=len, reverse=True))
    before = r"ngày\s(?:lễ\s|tết\s)?|lễ\s|đêm\s|tết\s"
    return rf"(?P<alone>{names})(?!\w)|(?P<before>{before})(?P<name>{names})(?!\w)"


@cache
def feast_numbers() -> str:
    """A pattern of the days that everybody knows by their number: "2/9", "30/04"."""
    days = (d for d in holidays().values() if d.numbered and d.calendar == "solar")
    numbers = "|".join(f"0?{d.day}/0?{d.month}" for d in days)
    return rf"(?:{numbers})(?![\d/]|[.,]\d)"


def lunar_by_number(day: int, month: int) -> bool:
    """Whether "mùng 10 tháng 3" and the like name a feast of the lunar calendar."""
    return any(
        d.numbered and d.calendar == "lunar" and (d.day, d.month) == (day, month)
        for d in holidays().values()
    )


@cache
def openings() -> tuple[str, ...]:
    """Patterns of what may begin a named day, beside "ngày" and "đêm"."""
    alone = (re.escape(name) for name, day in holidays().items() if day.alone != "no")
    return (r"lễ\s", r"tết\s", *alone)


def holiday_at(low: str, at: int, asked: bool = False) -> tuple[int, Holiday] | None:
    """The holiday named at a position of a lower-case text, and where its name ends.

    In a request any of the names means its day.
    """
    m = re_(holiday_names()).match(low, at)
    if m is None:
        return None
    holiday = holidays()[m.group("alone") or m.group("name")]
    if holiday.alone == "no" and not m.group("before") and not asked:
        return None
    return m.end(), holiday
