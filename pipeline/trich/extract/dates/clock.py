"""Atoms of the clock: clock times and parts of the day."""

from __future__ import annotations

from trich.extract.dates import words as w
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.timex import Point
from trich.extract.dates.words import compiled as re_

CLOCK = (
    # a number in words takes the whole word "giờ": "chín" and "h" would make "Chính phủ"
    rf"(?P<h>[01]?\d|2[0-4]|(?:{w.NUMBER_WORDS})(?=\sgiờ))(?:"
    r"(?P<u>\s?(?:giờ|h|g))(?:(?P<sp>\s?)(?P<m>[0-5]?\d)(?!\d|[.,/]\d)(?P<unit>\s?(?:phút|ph|p|')(?!\w)"
    r"(?:\s?(?P<s>\d{1,2})\s?giây)?)?|\s(?P<half>rưỡi)"
    rf"|\s(?:kém|thiếu)\s(?P<less>\d{{1,2}}|{w.NUMBER_WORDS})(?:\sphút)?"
    rf"|\s(?P<mw>{w.NUMBER_WORDS})\sphút)?(?!\w|/)"
    r"|:(?P<cm>[0-5]\d)(?::(?P<cs>[0-5]\d)(?:\.\d{1,6})?)?(?!\d|[:.,%]\d)'?)"
)
_AM_PM = r"\s?(a\.?m|p\.?m|sa|ch)\b\.?"
_ZONE = (
    r"z\b|[+-]\d\d:?\d\d(?!\d)|\s?\((?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d\d)?\)"
    r"|\s?(?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d\d)?(?!\d)"
)
_PART = (
    r"(?:(?P<pre>đầu giờ|cuối giờ|rạng|tảng|tờ mờ|buổi|giờ|giữa|nửa|xế|đầu|cuối)\s)?"
    r"(?P<part>sáng|trưa|chiều|tối|đêm|khuya)(?:\s(?:sớm|muộn|tối|khuya))?\b"
)
# The hours that a part of the day moves behind noon: "1 giờ trưa", "10 giờ đêm".
_SECOND_TWELVE = {
    "MI": range(10), "AF": range(12), "EV": range(12), "NI": range(6, 12),
}  # fmt: skip
_AFTER_PART = r"(?:nay|qua|mai|mốt|kia)\b"


def clock(r: Reader, draft: Draft, at: int) -> int | None:
    p = draft.point
    if p.hour is not None:
        return None
    m = re_(CLOCK).match(r.low, at)
    if m is None or (m.group("u") and r.lettered(at)):
        return None
    hour = w.number(m.group("h"))
    if hour is None or hour > 24:
        return None
    end = m.end()
    if m.group("cm"):
        glued = r.low[end : end + 1].isalpha() and not (p.on or m.group("cs"))
        if glued and not re_(_AM_PM).match(r.low, end):
            return None
        if r.previous(at) in ("lệ", "số", "loãng") or r.low[at - 1 : at] in (":", "/"):
            return None
        p.minute = int(m.group("cm"))
        p.second = int(m.group("cs")) if m.group("cs") else None
        end = half_day(r, end, p, hour)
    else:
        unit = m.group("u").strip()
        if unit == "g" and not m.group("m"):
            return None
        minute = m.group("m")
        if (
            minute
            and m.group("sp")
            and not m.group("unit")
            and (len(minute) < 2 or r.counted(m.end("m")))
        ):
            if unit != "giờ" and unit != "h":
                return None
            minute, end = None, m.end("u")
        p.minute = 0
        if minute:
            p.minute = int(minute)
        elif m.group("half"):
            p.minute = 30
        elif m.group("mw"):
            p.minute = w.number(m.group("mw")) or 0
        elif m.group("less"):
            less = w.number(m.group("less")) or 0
            hour, p.minute = (hour - 1) % 24, 60 - less
        if m.group("s"):
            p.second = int(m.group("s"))
        p.hour = hour
    if p.part:
        meridiem(r, p)
    zone = re_(_ZONE).match(r.low, end) if m.group("cm") else None
    return zone.end() if zone else end


def half_day(r: Reader, end: int, p: Point, hour: int) -> int:
    p.hour = hour
    tail = re_(_AM_PM).match(r.low, end)
    if tail is None:
        return end
    morning = tail.group(1)[0] in "as"
    if not morning and hour < 12:
        p.hour = hour + 12
    elif morning and hour == 12:
        p.hour = 0
    return tail.end() - (tail.group().endswith("."))


def meridiem(r: Reader, p: Point) -> None:
    """Read the hour as the part of the day has it; the part then says nothing more."""
    hour = p.hour or 0
    part, p.part, p.mod = p.part, None, None
    if part and hour < 12 and hour in _SECOND_TWELVE.get(part, ()):
        hour += 12
    elif part in ("NI", "EV") and hour == 12:
        hour = 24
    elif part == "MO" and hour == 12:
        hour = 0
    p.hour = hour


def part(r: Reader, draft: Draft, at: int) -> int | None:
    p = draft.point
    if p.part:
        return None
    m = re_(_PART).match(r.low, at)
    if m is None:
        return None
    pre, part = m.group("pre"), w.PARTS[m.group("part")]
    phrase = m.group()
    if phrase.endswith(("chiều tối",)):
        part = "EV"
    if p.hour is not None:
        if r.low[at - 2 : at - 1] == ",":  # "… 11h30, chiều 13h30 …"
            return None
        if p.on and not draft.anchored:  # a stamp is over; what follows is a sentence
            return None
        p.part = part
        meridiem(r, p)
    elif pre == "nửa":
        if part != "NI":
            return None
        p.hour, p.minute = 24, 0
    else:
        p.part = part
        if pre in ("đầu giờ", "cuối giờ"):
            p.mod = "START" if pre[0] == "đ" else "END"
    draft.word = draft.parted = True
    return m.end()


def after_part(r: Reader, draft: Draft, at: int) -> int | None:
    """The day in "sáng nay", "tối qua", "chiều mai"."""
    p = draft.point
    if not p.timed or p.dated or not draft.parted:
        return None
    m = re_(_AFTER_PART).match(r.low, at)
    if m is None:
        return None
    word = m.group()
    if (
        word in ("mai", "qua")
        and r.context.text[at].isupper()
        and (r.context.text[at + 1].islower())
    ):
        return None  # a name
    steps = {"nay": 0, "qua": -1, "mai": 1, "mốt": 2, "kia": 2}[word]
    r.set_today(draft, steps)
    return m.end()
