"""Rooms and faculties in small letters behind a post, before their body: `trưởng phòng kỹ thuật`.

    ông Nam, trưởng phòng kinh tế tổng hợp Ban Quản lý dự án 2
                    ^^^^^^^^^^^^^^^^^^^^^^
No capital tells where such a name ends: the body that it is a part of must stand behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from trich.extract.organizations import vocabulary
from trich.extract.organizations.about import About, Found

#: A post and the room that it is in.
_POSTED = tuple(
    f"{post} {room} " for post in ("trưởng", "phó") for room in ("phòng", "khoa", "bộ môn")
)
_OF = frozenset({" ", " của ", " thuộc ", ", ", " - ", " (", ", thuộc "})
#: What the room is part of, said in small letters.
_ITS_BODY = re.compile(
    r" của (?:sở|trường|bệnh viện|công ty|ngân hàng|cục|viện|ủy ban|ban|đơn vị|bộ|huyện)(?!\w)"
)
_NEVER = frozenset(
    {"họp", "này", "đó", "kia", "cho", "là", "đã", "đang", "của", "thuộc", "và", "phụ", "thường"}
)


def rooms(text: str, lower: str, found: list[Found]) -> Iterator[Found]:
    """The rooms in small letters; `found` are the other bodies, sorted.

    >>> text = "ông Nam, trưởng phòng kỹ thuật của sở"
    >>> [text[f.start : f.end] for f in rooms(text, text, [])]
    ['phòng kỹ thuật']
    """
    starts: list[int] = []
    for start, head_end in _posted(lower):
        starts = starts or [f.start for f in found]
        i = bisect_left(starts, start)
        if i and found[i - 1].end > start:
            continue
        end = _end(text, lower, head_end)
        if end is None:
            continue
        if i < len(found) and found[i].start < end:
            continue
        of_next = i < len(found) and text[end : found[i].start] in _OF
        if of_next or _ITS_BODY.match(lower, end):
            name = text[start:end]
            canonical = name[0].upper() + name[1:]
            yield Found(start, end, "room", canonical, None, About())


#: Units in small letters, and the kind of phrase that their work is.
_UNITS = (("khoa ", "specialty"), ("phòng ", "function"), ("đội ", "squad"))
_NEAR = 60  # letters before a body in which its unit begins
_ADJOINS = (" của ", " thuộc ", ", ", " ")


def units(text: str, lower: str, found: list[Found]) -> Iterator[Found]:
    """Units in small letters right before their body: `khoa cấp cứu BV quận Tân Bình`.

    >>> text = "Đưa tới khoa cấp cứu BV Hoa Mai."
    >>> [text[f.start : f.end] for f in units(text, text.lower(), [Found(21, 31, "", "", None)])]
    ['khoa cấp cứu']
    """
    last = 0
    for f in found:
        at = max(last, f.start - _NEAR, 0)
        for head, kind in _UNITS:
            start = lower.rfind(head, at, f.start)
            if start < 0 or (start and lower[start - 1].isalnum()) or text[start].isupper():
                continue
            w = vocabulary.Words(lower, lower, start + len(head))
            end, _ = vocabulary.phrases().longest(w, 0, {kind})
            if end and text[w.ends[end - 1] : f.start] in _ADJOINS and not w.low[0].isdigit():
                name = text[start : w.ends[end - 1]]
                canonical = name[0].upper() + name[1:]
                yield Found(start, w.ends[end - 1], "room", canonical, None, About())
                break
        last = f.end


def _posted(lower: str) -> Iterator[tuple[int, int]]:
    """Where each room behind a post begins, and where its first word ends."""
    for words in _POSTED:
        at = lower.find(words)
        while at >= 0:
            yield at + words.index(" ") + 1, at + len(words) - 1
            at = lower.find(words, at + 1)


_LONGEST = 16  # words of a room's name


def _end(text: str, lower: str, at: int) -> int | None:
    """Where the small words end that stand behind `phòng`; None if they make no name."""
    first = at
    stops = vocabulary.stops("after") | _NEVER
    for _ in range(_LONGEST):
        m = _WORD.match(text, at)
        if m is None:
            break
        word = m[1]
        if word == "và":
            if _WORD.match(text, m.end()) is None:
                break
        elif word in stops and not _known(lower, m.start(1)):
            break
        at = m.end()
    return at if at > first and lower[first + 1 : at].split()[0] not in _NEVER else None


_WORD = re.compile(r" ([a-zà-ỹđ]+|-(?= [a-zà-ỹđ]))(?!\w)")


def _known(lower: str, start: int) -> bool:
    """Whether a phrase of a body's field begins here: `đào tạo`, `quản lý dịch bệnh`."""
    w = vocabulary.Words(lower, lower, start)
    return vocabulary.phrases().longest(w, 0)[0] > 1
