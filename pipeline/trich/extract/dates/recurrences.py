"""What happens again and again: "hàng năm", "mỗi 2 tuần", "mỗi sáng thứ hai", "cách ngày"."""

from __future__ import annotations

from trich.extract.dates import words as w
from trich.extract.dates.clock import clock, part
from trich.extract.dates.found import Found
from trich.extract.dates.points import read
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.timex import Point, duration, value
from trich.extract.dates.words import compiled as re_

_EVERY_UNIT = (
    rf"(?:hàng|hằng|mỗi)\s(?:(?P<n>\d{{1,3}}|{w.NUMBER_WORDS})\s)?"
    rf"(?P<u>(?!hôm|bữa|đêm){w.UNIT})(?!\w)"
    r"(?!\s(?:trời|đồng hồ|liền|tuổi|anh|nói|việt|pháp|dân))"
    rf"(?:\s(?:\d{{1,2}}|{w.NUMBER_WORDS})\s(?:lần|buổi)\b)?"
)
_EVERY = r"(?:hàng|hằng|mỗi)\s(?:khi\s)?"
_AT = r"\s(?:vào\s)?(?:lúc\s)?(?=(?:\d|rạng|sáng|trưa|chiều|tối|đêm|khuya|buổi))"
_EVERY_OTHER = r"cách\s(?P<u>ngày|tuần|tháng|năm)\b"

#: Before a rank, "đứng hàng thứ tư".
_RANKED = frozenset(
    ["xuống", "lên", "đứng", "ở", "xếp", "vào", "chiếm", "giữ", "thuộc", "vươn", "trí", "từ"]
)


def recurrence(r: Reader, at: int) -> Found | None:
    """ "hàng năm" P1Y, "mỗi 2 tuần" P2W, "mỗi sáng thứ hai" XXXX-WXX-1TMO."""
    m = re_(_EVERY_UNIT).match(r.low, at)
    if m:
        count, unit = w.UNITS[m.group("u")]
        number = w.number(m.group("n")) if m.group("n") else 1
        if number:
            if m.group("u") == "ngày" and number == 1:
                found = _every_day_at(r, m.end())
                if found:
                    return found
            return Found(m.end(), "SET", duration([(count * number, unit)]), "recurrence")
    m = re_(_EVERY).match(r.low, at)
    got = m and read(r, m.end(), evidence=False)
    if not m or not got:
        return None
    end, draft = got
    p = draft.point
    if p.dated and not p.weekday and not p.weekend:
        return None
    if p.weekday and r.low.startswith("hàng thứ", at) and r.previous(at) in _RANKED:
        return None  # "bị đẩy xuống hàng thứ ba"
    p.every = True
    p.year = p.week = None
    return Found(end, "SET", value(p), "recurrence", p.mod)


def _every_day_at(r: Reader, end: int) -> Found | None:
    """ "mỗi ngày lúc 8 giờ"."""
    gap = re_(_AT).match(r.low, end)
    if gap is None:
        return None
    draft = Draft(Point(every=True))
    stop = clock(r, draft, gap.end()) or part(r, draft, gap.end())
    if stop is None or (draft.point.hour is not None and "lúc" not in gap.group()):
        return None
    if draft.point.hour is not None:
        behind = re_(r"\s(?=sáng|trưa|chiều|tối|đêm|khuya)").match(r.low, stop)
        stop = (part(r, draft, behind.end()) if behind else None) or stop
    return Found(stop, "SET", value(draft.point), "recurrence")


def every_other(r: Reader, at: int) -> Found | None:
    """ "cách ngày": every second day."""
    m = re_(_EVERY_OTHER).match(r.low, at)
    if m is None or not r.closes(m.end()):
        return None
    return Found(m.end(), "SET", duration([(2, w.UNITS[m.group("u")][1])]), "recurrence")
