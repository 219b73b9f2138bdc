"""Days counted from a named one: "3 ngày trước Tết", "sau Giáng sinh 5 ngày"."""

from __future__ import annotations

from datetime import datetime

from trich.extract.dates.found import Found
from trich.extract.dates.holidays import holidays
from trich.extract.dates.lengths import LENGTH, Size, away, size_of
from trich.extract.dates.points import read
from trich.extract.dates.reader import Reader
from trich.extract.dates.settle import settle
from trich.extract.dates.timex import Point
from trich.extract.dates.words import compiled as re_

_BEFORE_OR_AFTER = rf"{LENGTH}\s(?P<side>trước|sau)\s(?:dịp\s|khi\shết\s)?(?!đó|đây|khi)"
_SIDE = r"(?P<side>trước|sau)\s(?=tết|ngày|lễ|[^\W\d])"
_LENGTH_BEHIND = rf"\s(?:đúng\s|khoảng\s|chừng\s)?{LENGTH}(?!\s(?:sau|trước|qua|tới)\b)"


def offset(r: Reader, at: int) -> Found | None:
    """ "3 ngày trước Tết", "2 tuần sau ngày 20/6", "15 phút trước 8 giờ tối nay"."""
    m = re_(_BEFORE_OR_AFTER).match(r.low, at)
    size = size_of(m) if m else None
    got = _named(r, m.end()) if m and size else None
    if m is None or size is None or got is None:
        return None
    return _counted(got[0], got[1], size, m.group("side"))


def around(r: Reader, at: int) -> Found | None:
    """ "trước Tết 2 tuần", "sau Giáng sinh 5 ngày"."""
    m = re_(_SIDE).match(r.low, at)
    got = _named(r, m.end()) if m else None
    tail = re_(_LENGTH_BEHIND).match(r.low, got[0]) if got else None
    size = size_of(tail) if tail else None
    if m is None or got is None or tail is None or size is None:
        return None
    return _counted(tail.end(), got[1], size, m.group("side"))


def _named(r: Reader, start: int) -> tuple[int, Point] | None:
    """A day that has a name or a number of its own, and where it ends."""
    got = read(r, start, evidence=True)
    tet = re_(r"tết\b").match(r.low, start) if got is None else None
    if tet:  # alone it names no day, but one counts from it
        day = holidays()["tết"].on(None, r.context.today)
        p = Point(calendar="lunar")
        if day is None:
            return None
        p.set_day(day)
        return tet.end(), p
    if got is None or got[1].point.level == 0 or got[1].point.until or got[1].rule == "point":
        return None
    end, draft = got
    if draft.rule == "weekday" and not (draft.direction or r.context.asked):
        return None  # "một tuần sau thứ hai": hardly ever a Monday
    settle(r, draft, start, end)
    return (end, draft.point) if draft.point.on else None


def _counted(end: int, p: Point, size: Size, side: str) -> Found | None:
    sign = -1 if side == "trước" else 1
    day = p.on
    if day is None:
        return None
    now = None
    if p.hour is not None:
        now = datetime(day.year, day.month, day.day, p.hour % 24, p.minute or 0)
    found = away(end, [size], sign, day, now, exact=True)
    return None if found.type == "DURATION" else found
