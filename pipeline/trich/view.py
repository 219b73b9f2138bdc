"""The text that the stages read: a view of the source, and the way back.

Composed, with one kind of dash, space and tone placement, spaced as a careful typist spaces, so
that a rule or a lexicon entry is written once.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache
from operator import itemgetter

from trich.spacing import PRIVATE, STAND_INS, tidy

# One code point for another: what the view writes alike.  Lengths stay.
_ALIKE = {
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
                    "\u2009\u200a\u202f\u205f\u3000\u000b\u000c\ufffc", " "),
    **{chr(c): " " for c in (*range(0x09), *range(0x0E, 0x20), 0x7F)},  # controls, never \t \n \r
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060\u2032\u1fef\u1ffd", "'"),
    "\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ",  # typed for D with stroke
    "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\r": "\n", "\u2044": "/",
    **{chr(0xFF01 + n): chr(0x21 + n) for n in range(94)},  # full-width forms
}  # fmt: skip
_ALIKE_RE = re.compile("[" + re.escape("".join(_ALIKE)) + "]")

# Written for nobody to see: zero-width marks, soft hyphen, byte-order mark, direction marks.
_UNSEEN = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_UNSEEN_RE = re.compile(f"[{_UNSEEN}]")
# The inside of a character class; a range where `re` would look up one by one.
_PRIVATE_RE = re.compile(f"[{'-'.join(PRIVATE)}]")
_STAND_INS = "".join(c for c in STAND_INS if c < PRIVATE[0]) + "-".join(PRIVATE)
_WRITTEN = str.maketrans(STAND_INS)
_STAND_IN_RE = re.compile(f"[{_STAND_INS}]")

# "hoà" and "hòa" are one syllable; the view writes the tone on the first of an open oa, oe, uy.
_TONES = {
    "oa": ("òóỏõọ", "àáảãạ"),
    "oe": ("òóỏõọ", "èéẻẽẹ"),
    "uy": ("ùúủũụ", "ỳýỷỹỵ"),
}
_OLD_TONE = {
    **{g[0] + b: a + g[1] for g, (first, second) in _TONES.items()
       for a, b in zip(first, second, strict=True)},
    **{g[0].upper() + b.upper(): a.upper() + g[1].upper() for g, (first, second) in _TONES.items()
       for a, b in zip(first, second, strict=True)},
    **{g[0].upper() + b: a.upper() + g[1] for g, (first, second) in _TONES.items()
       for a, b in zip(first, second, strict=True)},
}  # fmt: skip
# Wider than the table, because one class behind another is what `re` scans fastest.
_OLD_TONE_RE = re.compile(r"[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?![\w\u0300-\u036f])")


def place_tones(text: str) -> str:
    """Write tone marks where current spelling puts them; every position keeps its place.

    >>> place_tones("sức khoẻ, uỷ ban, hoà bình, toàn quốc, quý")
    'sức khỏe, ủy ban, hòa bình, toàn quốc, quý'
    """

    def place(m: re.Match[str]) -> str:
        pair, at = m.group(), m.start()
        if at and text[at - 1] in "qQ":  # the u of "quý" is no vowel
            return pair
        return _OLD_TONE.get(pair, pair)

    return _OLD_TONE_RE.sub(place, text)


class View:
    """A source text as the stages read it, with the way back.

    What stays one code point for one (kinds of space, dashes, Ð, full-width forms, tone placement)
    needs no map; where letters are composed from marks, something unseen is dropped or a space set
    right, each position of the view knows where it begins and ends in the source. `wrapped`: the
    source's lines may be those of a page's width, not yet paragraphs.

    >>> v = View("Bộ Y tê\u0301\u200b")
    >>> v.text, v.span(5, 7)
    ('Bộ Y tế', (5, 8))
    >>> View("ông Sự,Giám đốc").text
    'ông Sự, Giám đốc'
    """

    __slots__ = ("_pieces", "source", "text")

    def __init__(self, source: str, wrapped: bool = True) -> None:
        self.source = source
        # where the view departs from the source: a piece's begin and end in the view, then in
        # the source
        self._pieces: list[tuple[int, int, int, int]] = []
        text = source
        if _PRIVATE_RE.search(text):  # the source's own, not a stand-in
            text = _PRIVATE_RE.sub("\ufffd", text)
        for char in set(_ALIKE_RE.findall(text)):
            if char == "\r":
                text = text.replace("\r\n", " \n")
            text = text.replace(char, _ALIKE[char])
        tidied = tidy(text, wrapped)
        if not unicodedata.is_normalized("NFC", tidied) or _UNSEEN_RE.search(tidied):
            # letters that composition rewrites by themselves, such as the Ångström sign
            alone = (c for c in sorted(set(text)) if not unicodedata.is_normalized("NFC", c))
            text = self._compose(tidied, _departures("".join(alone)))
        elif tidied != text:
            text = self._compose(tidied, _STAND_IN_RE)
        self.text = place_tones(text)

    def _compose(self, source: str, departures: re.Pattern[str]) -> str:
        """Compose each letter with its marks and drop the unseen, keeping where each stood."""
        pieces = self._pieces
        out: list[str] = []
        known: dict[str, str] = {}  # a text has few distinct letters
        joining = _joining()
        at = length = 0
        for m in departures.finditer(source):
            start, behind = m.span()
            end = start + len(m.group().rstrip(_UNSEEN))
            if start < end:
                if source[start] in joining and start > at:
                    start -= 1  # the letter that the marks belong to
                cluster = source[start:end]
                composed = known.get(cluster)
                if composed is None:
                    composed = _UNSEEN_RE.sub("", cluster).translate(_WRITTEN)
                    composed = unicodedata.normalize("NFC", composed)
                    known[cluster] = composed
                if composed == cluster and end == behind:
                    continue
            else:
                composed = ""
            out += source[at:start], composed
            length += start - at
            pieces.append((length, length + len(composed), start, end))
            length += len(composed)
            at = behind
            if end < behind:  # unseen behind the marks
                pieces.append((length, length, end, behind))
        out.append(source[at:])
        return "".join(out)

    @property
    def shifted(self) -> bool:
        """Whether places in the view are not the source's own."""
        return bool(self._pieces)

    def quote(self, start: int, end: int) -> str:
        """The source's own words for a stretch of the view."""
        start, end = self.span(start, end)
        return self.source[start:end]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the view stands in the source."""
        if not self._pieces:
            return start, end
        first = self._place(start)[0]
        return (first, self._place(end - 1)[1]) if start < end else (first, first)

    def at(self, place: int) -> int:
        """Where a place of the source stands in the view."""
        i = bisect_right(self._pieces, place, key=itemgetter(2)) - 1
        if i < 0:
            return place
        start, end, _, source_end = self._pieces[i]
        return start if place < source_end else end + place - source_end

    def _place(self, position: int) -> tuple[int, int]:
        """Where one position of the view begins and ends in the source."""
        i = bisect_right(self._pieces, position, key=itemgetter(0)) - 1
        if i < 0:
            return position, position + 1
        _, end, source_start, source_end = self._pieces[i]
        if position < end:
            return source_start, source_end
        at = min(source_end + position - end, len(self.source))
        return at, at + 1


@cache
def _marks() -> str:
    """What can join the letter before it: the marks, and the vowels and finals of Hangul.

    The basic plane only: `re` looks a larger class up range by range.
    """
    codes = (c for c in range(0x300, 0x10000) if 0x1160 <= c <= 0x11FF or _is_mark(chr(c)))
    return "".join(map(chr, codes))


@cache
def _joining() -> frozenset[str]:
    """What may belong to the letter before it."""
    return frozenset(_marks() + _UNSEEN)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


@lru_cache(8)
def _departures(alone: str) -> re.Pattern[str]:
    """Marks and unseen things; before them or by itself one of the letters `alone`."""
    alone += _STAND_INS
    run = f"[{_ranges(sorted(_UNSEEN + _marks()))}]+"
    return re.compile(f"[{alone}]?{run}|[{alone}]")


def _ranges(chars: Iterable[str]) -> str:
    """The inside of a character class, neighbours as ranges."""
    out: list[str] = []
    for char in chars:
        if out and ord(char) == ord(out[-1][-1]) + 1:
            out[-1] = f"{out[-1][0]}-{char}"
        else:
            out.append(char)
    return "".join(out)
