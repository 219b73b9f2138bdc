"""Timestamps that pages print: a line that is one, or that begins with one.

A stamp is read as a bag of parts (day, clock, weekday, zone, label, counter of views) in any
order and with any marks between them; a line is a stamp when nothing else is left of it than
perhaps the name of who or where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Literal

_WEEKDAY = (
    r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s?nhật|cn|t[2-7]"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)(?!\w)"
)
_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_SPELLED = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_MONTH = (
    rf"(?:{'|'.join(rf'{m[:3]}(?:{m[3:]}|[.])?' if m[3:] else m for m in _ENGLISH)}|sept)(?!\w)"
    rf"|tháng\s(?:\d{{1,2}}|{'|'.join(sorted(_SPELLED, reverse=True))})(?!\w)"
)
_DAY = (
    r"(?P<iso>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)"
    r"|(?:ngày\s)?(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4})(?!\d)"
    r"|(?P<y2>\d{4})(?P<sep2>[-/.])(?P<m2>\d{1,2})(?P=sep2)(?P<d2>\d{1,2})(?!\d)"
    rf"|(?:ngày\s)?(?P<d3>\d{{1,2}})\s(?P<m3>{_MONTH}),?(?:\snăm)?\s(?P<y3>\d{{4}})(?!\d)"
    rf"|(?P<m4>{_MONTH})\s(?P<d4>\d{{1,2}}),?\s(?P<y4>\d{{4}})(?!\d)"
)
_CLOCK = (
    r"(?P<h>\d{1,2})(?:\s?:\s?|\s?[hg]|\sgiờ\s)(?P<min>\d\d)(?!\d)(?:[:'](?:\d\d(?:\.\d+)?)?|\sphút)?"
    r"(?:\s?(?P<half>[ap]\.?m\.?|sa|ch|(?<=\s)(?:sáng|chiều|tối)(?=\s?(?:[,|-]|$)))(?!\w))?"
)
_ZONE = (
    r"[(\[]?\s?(?<!\w)(?:gmt|utc)\s?(?P<off>[+-]\s?\d{1,2})?(?::?00)?(?!\w)\s?[)\]]?"
    r"|(?<=:\d\d\s)(?P<off2>[+-]\d\d)00(?!\d)"
)
_LABEL = (
    r"(?:đăng|gửi|viết)\sbởi|(?:(?:ngày|giờ|lần|thời\sgian)\s)?(?:đăng|cập\snhật|xuất\sbản|tạo|gửi|viết|phát\shành|công\sbố|đưa)"
    r"(?:\s(?:ngày|lúc|tin|bài|vào|(?:lần\s)?cuối|mới\snhất))*"
    r"|bởi|người\s(?:đăng|viết|gửi)|tác\sgiả|nguồn|by"
    r"|thời\sgian|(?:posted|published|updated|modified|created|last\supdated?|update|date)(?:\son)?"
)
_AT = "lúc|vào|hồi|ngày"
_COUNTER = (
    r"(?:(?:đã\s|số\s|tổng\s)?(?:(?:lượt|lần)\s)?(?:xem|đọc|truy\scập)|views?(?:\scount)?|bình\sluận"
    r"|comments?|chia\ssẻ|thích)\s?:?\s?[\d.,]+"
    r"|[\d.,]+\s?(?:(?:(?:lượt|lần|người)\s)?(?:xem|đọc|truy\scập|thích|bình\sluận|chia\ssẻ)|views?"
    r"|comments?|phút\sđọc)|chia\ssẻ(?:\sbài\sviết)?|bình\sluận|in\sbài|a[+-]"
)
_RELATIVE = (
    r"(?:(?:cách\sđây\s|khoảng\s)*(?:\d{1,3}|một|hai|ba)\s(?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm)"
    r"\strước|vừa\sxong|hôm\s(?:qua|nay)|\d{1,3}\s(?:minute|hour|day|week)s?\sago|yesterday)"
)
# With these before a day a line is prose: "Sáng 30/01/2024", "Tính đến ngày 5/3/2024".
_TELLS = re.compile(
    r"\b(?:sáng|trưa|chiều|tối|đêm|từ|đến|trước|sau|kể|tính|hôm|của|và|về|theo|số|khóa|đợt|kỳ|tại"
    r"|hạn|hết|là|trong|qua|ký|hành)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# Any writing of a day, loosely: what lacks it is no stamp.
_DAY_LIKE = re.compile(
    r"\d\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{4}[-/.]\d|[Tt]háng|THÁNG"
    r"|\d [A-Z][a-z]{2}|[A-Z][a-z]{2,8}\.? \d{1,2},"
)
_MARKS = " |,;:.-()[]/*•·>»+~'\""
_LONGEST = 120
_LETTERS = re.compile(r"[^\W\d]+")

Kind = Literal["stamp", "weak", "teaser", "item"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a line tells of time.

    `kind`: `stamp`, the line is one; `weak`, it may be one (a name and a bare day); `teaser`, it
    begins with one and text goes on; `item`, a bare day before a headline.  `when` is an ISO date
    or date-time in Vietnamese time, None for a relative stamp ("3 giờ trước"), which tells no
    day.  `labelled`: "Ngày đăng: …".
    """

    kind: Kind
    when: str | None
    text: str = ""
    labelled: bool = False

    @property
    def shape(self) -> str:
        """What is equal for the stamps of one list: digits as 0, words as a."""
        return re.sub(r"\d+", "0", _LETTERS.sub("a", self.text))


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d/.,-])(?P<day>{_DAY})|(?<![\d/.,])(?P<clock>{_CLOCK})|(?P<zone>{_ZONE})"
        rf"|(?<!\w)(?:(?P<weekday>{_WEEKDAY})|(?P<counter>{_COUNTER})"
        rf"|(?P<label>{_LABEL})(?!\w)|(?P<at>{_AT})(?!\w))",
        re.IGNORECASE,
    )


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_LABEL})?[\s:|-]{{0,4}}{_RELATIVE}(?:[,\s]{{0,3}}(?:lúc\s)?\d{{1,2}}[:h]\d\d)?"
        rf"(?:[\s|·•,-]{{1,4}}(?:{_COUNTER})){{0,3}}",
        re.IGNORECASE,
    )


@lru_cache(4096)
def read(text: str) -> Stamp | None:
    """The stamp that a line is, or begins with.

    >>> read("Thứ Ba, ngày 30/01/2024 16:18 (GMT+7)").when
    '2024-01-30T16:18:00'
    >>> read("Thứ Sáu, ngày 14/11/2025 06:43Khám sức khỏe định kỳ cho dân").kind
    'teaser'
    >>> read("Sáng 30/01/2024, Bộ Y tế họp.") is None
    True
    """
    if not _YEAR.search(text, 0, _LONGEST):
        told = len(text) <= 60 and _relative().fullmatch(text)
        return Stamp("stamp", None, text) if told else None
    if not _DAY_LIKE.search(text, 0, _LONGEST):
        return None
    whole = len(text) <= _LONGEST and text[-1] not in ";:," and _few_words(text)
    return (_whole(text) if whole else None) or _head(text)


def _few_words(text: str) -> bool:
    """Whether a line has no more words of its own than a name: most lines with a year do."""
    known = _vocabulary()
    words = (word.strip(_MARKS) for word in text.lower().split())
    return sum(word not in known and word.isalpha() for word in words) <= 7


@cache
def _vocabulary() -> frozenset[str]:
    """The words that the parts of a stamp are made of."""
    parts = (_WEEKDAY, _MONTH, _LABEL, _AT, _COUNTER, "ngày năm giờ phút gmt utc am pm sa ch h g")
    spaced = re.sub(r"\\s", " ", " ".join(parts))
    return frozenset(_LETTERS.findall(spaced.lower()))


def _whole(text: str) -> Stamp | None:
    parts = list(_parts().finditer(text))
    first = {m.lastgroup: m for m in reversed(parts)}
    if "day" not in first:
        return None
    when = _when(first["day"], first.get("clock"), first.get("zone"))
    if when is None:
        return None
    days = sum(m.lastgroup == "day" for m in parts)
    labelled = "label" in first
    stamp = Stamp("stamp", when, text, labelled)
    rests = [(text[a:b], b) for a, b in _gaps(parts, len(text)) if text[a:b].strip(_MARKS)]
    if not rests:
        return stamp if days == 1 or labelled else None
    # one name of who or where may stand before the stamp, or behind it
    who, until = rests[0][0].strip(_MARKS), rests[0][1]
    words = who.split()
    behind = until == len(text)
    if len(rests) > 1 or days > 1 or len(words) > 8 or any(c.isdigit() for c in who):
        return None
    told = min(m.start() for m in parts if m.lastgroup != "label")
    if not (behind or until <= told) or _TELLS.search(who):
        return None
    if who[0].islower() or who[-1] in "?!…:":
        return None
    mark = rests[0][0].lstrip()[0] if behind else text[:until].rstrip()[-1]
    parted = mark in ("|-–•/(" if behind else ",|)-;:")
    named = all(word[0].isupper() or not word[0].isalpha() for word in words)
    if not (parted or named or (len(words) <= 3 and not behind)):
        return None
    if behind and not named and len(words) > 3:
        return None
    if parted or "clock" in first or "weekday" in first or labelled:
        return stamp
    if behind or "at" in first or first["day"].group().lower().startswith("ngày"):
        return None
    return Stamp("weak", when, text) if len(words) <= 4 else None


def _gaps(parts: list[re.Match[str]], end: int) -> Iterator[tuple[int, int]]:
    at = 0
    for m in parts:
        yield at, m.start()
        at = m.end()
    yield at, end


def _head(text: str) -> Stamp | None:
    """A stamp at the beginning of a line whose text goes on."""
    first: dict[str | None, re.Match[str]] = {}
    at = 0
    while True:
        behind = at + len(text[at : at + 8]) - len(text[at : at + 8].lstrip(" |,-("))
        m = _parts().match(text, behind)
        if m is None or m.lastgroup in ("at", "counter"):
            break
        first.setdefault(m.lastgroup, m)
        at = m.end()
    if "day" not in first:
        return None
    rest = text[at:].lstrip(" )]|")
    if len(rest) < 12 or not (rest[0].isupper() or rest[0] in "“\"'"):
        return None
    when = _when(first["day"], first.get("clock"), first.get("zone"))
    if when is None:
        return None
    # without a weekday or a clock only glued: "20/11/2025Sau ba năm"
    if rest[0] == text[at] or "clock" in first or "weekday" in first:
        return Stamp("teaser", when, text[:at])
    if len(text) <= 250 and text[0].isdigit() and text[-1] not in ".;:":
        return Stamp("item", when, text[:at])
    return None


def _when(
    day: re.Match[str], clock: re.Match[str] | None, zone: re.Match[str] | None
) -> str | None:
    """The ISO date or date-time in Vietnamese time; None where there is no such moment."""
    try:
        if day["iso"]:
            at = datetime.fromisoformat(day["iso"].upper())
            if (offset := at.utcoffset()) is not None:
                at = at.replace(tzinfo=None) - offset + timedelta(hours=7)
            return at.replace(microsecond=0).isoformat()
        year = int(day["y"] or day["y2"] or day["y3"] or day["y4"])
        month = _month(day["m"] or day["m2"] or day["m3"] or day["m4"])
        date = datetime(year, month, int(day["d"] or day["d2"] or day["d3"] or day["d4"]))
        if clock is None:
            return date.date().isoformat()
        hour = int(clock["h"])
        half = (clock["half"] or "").lower().replace(".", "")
        if half in ("pm", "ch", "chiều", "tối") and hour < 12:
            hour += 12  # "16:18 PM" is 16:18 all the same
        elif half in ("am", "sa", "sáng") and hour == 12:
            hour = 0
        at = date.replace(hour=hour, minute=int(clock["min"]))
        if zone is not None:
            offset_hours = int((zone["off"] or zone["off2"] or "0").replace(" ", ""))
            at += timedelta(hours=7 - offset_hours)
        return at.isoformat()
    except (ValueError, OverflowError):
        return None


def _month(text: str) -> int:
    text = text.lower().removeprefix("tháng").strip(" .")
    if text.isdigit():
        return int(text)
    spelled = _SPELLED.get(text)
    return spelled or next(n for n, m in enumerate(_ENGLISH, 1) if m.startswith(text[:3]))
