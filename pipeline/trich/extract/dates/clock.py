"""Atoms of the clock: clock times and parts of the day."""

from __future__ import annotations

import re
from datetime import timedelta

from trich.extract.dates import words as w
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.words import compiled as re_

_PARTS = "(?:sáng|trưa|chiều|tối|đêm|khuya)"
# What follows minutes that are said without "phút": "ba giờ ba mươi chiều".
_BEHIND_MINUTES = (
    rf"(?=\s(?:{_PARTS}|hôm|mai|thứ|chủ)\b|\sngày\s(?:\d|m)|\s?[,.;)\n]|\s?$)"  # no "một ngày"
)
CLOCK = (
    rf"(?:kém\s(?P<short>\d{{1,2}}|{w.NUMBER_WORDS})(?:\sphút)?\s)?"
    # a number in words takes the whole word "giờ": "chín" and "h" would make "Chính phủ"
    rf"(?P<h>[01]?\d|2[0-4]|(?:{w.NUMBER_WORDS})(?=\s(?:giờ|rưỡi)))(?:"
    r"(?P<u>\s?(?:giờ|h|g))(?:(?P<sp>\s?)(?P<m>[0-5]?\d)(?!\d|[.,/]\d)(?P<unit>\s?(?:phút|ph|p|')(?!\w)"
    r"(?:\s?(?P<s>\d{1,2})\s?giây)?)?|\s(?P<half>rưỡi)"
    rf"|\s(?:kém|thiếu)\s(?P<less>\d{{1,2}}|{w.NUMBER_WORDS})(?:\sphút)?"
    rf"|\s(?P<mw>{w.NUMBER_WORDS})(?:\sphút|{_BEHIND_MINUTES}))?(?:\s(?:đúng|chẵn))?(?!\w|/)"
    r"|:(?P<cm>[0-5]\d)(?::(?P<cs>[0-5]\d)(?:\.\d{1,6})?)?(?!\d|[:.,%]\d)'?"
    r"|\s(?P<bare>rưỡi)(?!\w))"
)
# A stamp's clock time with the text's first number glued to it: "2026-01-17 01:01112 cử tri".
_STAMP = r"([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?=\d+(?!\d|[:.,/]\d))"
_AM_PM = r"\s?(a\.?m|p\.?m|sa|ch)\b\.?"
_ZONE = (
    r"z\b|\s?[(\[](?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d\d)?[)\]]"
    r"|\s?(?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d\d)?(?!\d)"
)
_OFFSET = r"z\b|[+-]\d\d:?\d\d(?!\d)"
_NOON = r"(?:đúng|chính|giữa)\s(?:giờ\s)?ngọ\b"
_DAY_BEHIND = rf"\s(?:{_PARTS}\b|ngày\s|hôm\s)"
_PART = (
    r"(?:(?P<pre>đầu giờ|cuối giờ|rạng|tảng|tờ mờ|buổi|giờ|giữa|nửa|xế|đầu|cuối|chập|mờ|sẩm"
    r"|gần)\s)?"
    rf"(?P<part>{_PARTS}|{w.TWILIGHT}|(?<![^\W\d_])rạng(?=\sngày\s\d))(?:\s(?:sớm|muộn|tối|khuya))?\b"
)
# The hours that a part of the day moves behind noon: "1 giờ trưa", "10 giờ đêm".
_SECOND_TWELVE = {
    "MI": range(10), "AF": range(12), "EV": range(12), "NI": range(6, 12),
}  # fmt: skip
_AFTER_PART = r"(?:nay|ni|qua|mai|mốt|kia)\b"
_STEPS = {"nay": 0, "ni": 0, "qua": -1, "mai": 1, "mốt": 2, "kia": 2}
_HALF_PAST_BEHIND = frozenset(["lúc", "hồi", "từ", "đến", "tới", "tầm", "khoảng", "chừng"])
# Before "chiều" they make it a direction or a dimension: "thương mại hai chiều".
_DIRECTIONS = frozenset(["hai", "ba", "một", "nhiều", "đa", "ngược", "cùng", "trái", "bốn"])


def clock(r: Reader, draft: Draft, at: int) -> int | None:
    """A clock time: "15h30", "7 giờ kém 15", "3 rưỡi (chiều)", "16:18"."""
    p = draft.point
    if p.hour is not None:
        return None
    m = re_(CLOCK).match(r.low, at)
    if m is None and p.day and p.on and (stamp := re_(_STAMP).match(r.low, at)) is not None:
        p.hour, p.minute = int(stamp.group(1)), int(stamp.group(2))
        return stamp.end()
    if m is None or (m.group("u") and r.lettered(at)):
        return None
    hour = w.number(m.group("h"))
    if hour is None or hour > 24:
        return None
    if m.group("cm"):
        end = _digital(r, draft, m, at, hour)
    elif m.group("bare"):
        end = m.end() if hour <= 12 and _half_past(r, draft, at, m.end()) else None
        if end:
            p.hour, p.minute, draft.parted = hour, 30, True
    else:
        end = _spoken(r, draft, m, hour)
    if end is None:
        return None
    short = m.group("short") or m.group("less")
    if short:
        less = w.number(short) or 0
        if not 0 < less < 60:
            p.hour = p.minute = None
            return None
        p.hour, p.minute = ((p.hour or 24) - 1) % 24, 60 - less
    if p.part:
        meridiem(draft)
    return zone(r, end) if m.group("cm") else end


def _digital(r: Reader, draft: Draft, m: re.Match[str], at: int, hour: int) -> int | None:
    """ "16:18:05", "4:18 PM", "16:18+07:00"."""
    p, end = draft.point, m.end()
    glued = r.low[end : end + 1].isalpha() and not (p.on or m.group("cs"))
    if glued and not re_(_AM_PM).match(r.low, end):
        return None
    if r.previous(at) in ("lệ", "số", "loãng") or r.low[at - 1 : at] in (":", "/"):
        return None
    p.minute = int(m.group("cm"))
    offset = re_(_OFFSET).match(r.low, end) if r.low[at - 1 : at] == "t" else None
    return offset.end() if offset else _half_day(r, draft, end, hour)


def _half_past(r: Reader, draft: Draft, at: int, end: int) -> bool:
    """Whether "3 rưỡi" is half past three."""
    return (
        draft.parted
        or r.context.asked
        or r.previous(at) in _HALF_PAST_BEHIND
        or re_(_DAY_BEHIND).match(r.low, end) is not None
    )


def _spoken(r: Reader, draft: Draft, m: re.Match[str], hour: int) -> int | None:
    """ "15h30", "7 giờ rưỡi", "7 giờ kém mười lăm"."""
    p, end = draft.point, m.end()
    unit, minute = m.group("u").strip(), m.group("m")
    if unit == "g" and not minute and not re_(_DAY_BEHIND).match(r.low, end) and not _hours(r, m):
        return None
    if (
        minute
        and m.group("sp")
        and not m.group("unit")
        and (len(minute) < 2 or r.counted(m.end("m")))
    ):
        if unit == "g":
            return None
        minute, end = None, m.end("u")
    p.minute = 0
    if minute:
        p.minute = int(minute)
    elif m.group("half"):
        p.minute = 30
    elif m.group("mw"):
        p.minute = w.number(m.group("mw")) or 0
        if p.minute > 59:
            p.minute = None
            return None
    return _half_day(r, draft, end, hour)


def _hours(r: Reader, m: re.Match[str]) -> bool:
    """Whether "8g" is eight o'clock and no eight grams, as papers of the South write it."""
    before = r.previous(m.start())
    if before in ("lúc", "hồi"):
        return True
    if before in ("đã", "mới") and r.southern_hours():
        return True  # "về đến nhà đã 21g"
    ranged = re_(r"\s?-\s?\d|\s(?:đến|tới)\s\d").match(r.low, m.end())
    return (
        before in _HALF_PAST_BEHIND or bool(ranged) or r.low[m.start() - 1 : m.start()] == "-"
    ) and r.southern_hours()


def _half_day(r: Reader, draft: Draft, end: int, hour: int) -> int:
    """Take in "PM", "CH"."""
    p = draft.point
    p.hour = hour
    tail = re_(_AM_PM).match(r.low, end)
    if tail is None:
        return end
    morning = tail.group(1)[0] in "as"
    if not morning and hour < 12:
        p.hour = hour + 12
    elif morning and hour == 12:
        p.hour = 0
    draft.parted = True
    return tail.end() - (tail.group().endswith("."))


def zone(r: Reader, end: int) -> int:
    """Where a stamp ends, its time zone included."""
    m = re_(_ZONE).match(r.low, end)
    return m.end() if m else end


def noon(r: Reader, draft: Draft, at: int) -> int | None:
    """ "đúng ngọ": noon."""
    m = re_(_NOON).match(r.low, at)
    if m is None or draft.point.timed:
        return None
    draft.point.hour, draft.point.minute, draft.parted = 12, 0, True
    return m.end()


def meridiem(draft: Draft) -> None:
    """Read the hour as the part of the day has it; the part then says nothing more."""
    p = draft.point
    hour = p.hour or 0
    part, p.part, p.mod = p.part, None, None
    if part and hour < 12 and hour in _SECOND_TWELVE.get(part, ()):
        hour += 12
    elif part in ("NI", "EV") and hour == 12:
        hour = 24
    elif part == "MO" and hour == 12:
        hour = 0
    elif part == "NI" and hour < 6:
        # "2 giờ đêm nay" is past midnight: the small hours of the day that follows.
        draft.past_midnight = True
        if p.on and draft.anchored:
            p.set_day(p.on + timedelta(days=1))
    p.hour = hour


def part(r: Reader, draft: Draft, at: int) -> int | None:
    """A part of the day: "sáng", "rạng sáng", "đầu giờ chiều", "nửa đêm"."""
    p = draft.point
    if p.part:
        return None
    m = re_(_PART).match(r.low, at)
    if m is None:
        return None
    pre = m.group("pre")
    part = w.PARTS_SAID.get(m.group("part")) or w.PARTS.get(m.group("part"), "MO")
    if m.group().endswith("chiều tối"):
        part = "EV"
    if m.group() == "chiều" and r.previous(at) in _DIRECTIONS:
        return None
    if p.hour is not None:
        if r.low[at - 2 : at - 1] == ",":  # "… 11h30, chiều 13h30 …"
            return None
        if p.on and not draft.anchored:  # a stamp is over; what follows is a sentence
            return None
        p.part = part
        meridiem(draft)
    elif pre == "nửa":
        if part != "NI":
            return None
        if r.context.asked:
            p.hour, p.minute = 24, 0
        else:
            p.part = part
    else:
        p.part = part
        if pre in ("đầu giờ", "cuối giờ"):
            p.mod = "START" if pre[0] == "đ" else "END"
    draft.word = draft.parted = True
    return m.end()


def after_part(r: Reader, draft: Draft, at: int) -> int | None:
    """The day in "sáng nay", "tối qua", "chiều mai", "8h mai"."""
    p = draft.point
    if not p.timed or p.dated:
        return None
    m = re_(_AFTER_PART).match(r.low, at)
    if m is None:
        return None
    word, text = m.group(), r.context.text
    if word in ("mai", "qua") and text[at].isupper() and text[at + 1].islower():
        return None  # a name
    if not draft.parted and not (word == "mai" and (r.closes(m.end()) or r.context.asked)):
        return None
    r.set_today(draft, _STEPS[word])
    return m.end()
