"""The data that the stages share: Article, Block, Sentence, Mention, and the View they read.

A stage reads `Article.text` and appends blocks, sentences or mentions to it.  The text a
stage sees is a *view* of the source (composed, with one kind of dash, space and tone
placement), so that a rule or a lexicon entry is written once.  `Article.on_source` carries
every offset back, and nothing else ever touches the source.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache
from operator import itemgetter
from typing import Any, Literal, NamedTuple

BlockKind = Literal["title", "dateline", "lead", "body", "caption", "sidebar", "boilerplate"]
Kind = Literal["person", "organization", "location", "date", "decree", "indicator"]
KINDS: tuple[Kind, ...] = (
    "person", "organization", "location", "date", "decree", "indicator",
)  # fmt: skip


class Span(NamedTuple):
    """A stretch of text, in code points, half open.

    As a field's value it means "these words, as the text writes them"; it becomes a
    string of the source in `Article.on_source`.
    """

    start: int
    end: int


class Place(int):
    """A position in the text, as a field's value; it becomes the source's in `on_source`."""

    __slots__ = ()


@dataclass(slots=True)
class Block:
    """One line of the page and what it is."""

    start: int
    end: int
    kind: BlockKind


@dataclass(slots=True)
class Sentence:
    """A sentence; it never crosses a line."""

    start: int
    end: int


@dataclass(slots=True)
class Mention:
    """A span, its kind, the rule that found it, and its normalized fields."""

    kind: Kind
    start: int
    end: int
    rule: str
    key: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class Article:
    """One text with its source, title, publication date, blocks, sentences and mentions.

    `published` is an ISO date or date-time (`2024-01-30T16:18:00`), or None; where neither
    the caller nor the page tells it, it is `published_else`.  `official` is an official
    document's own metadata: type, number, issuer, issued, signer, subject.  `known` are lines
    whose kind the document's structure tells, as tags do.
    """

    text: str
    id: str = ""
    source: str = ""
    title: str | None = None
    published: str | None = None
    published_else: str | None = None
    official: dict[str, str | None] | None = None
    known: Sequence[Block] = ()
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, position by position (`len(lower) == len(text)`)."""
        # İ is the one letter whose lower case is longer (i with a dot above)
        return self.text.replace("\u0130", "i").lower()

    @property
    def published_on(self) -> date | None:
        """The day of publication."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    def of(self, *kinds: Kind) -> list[Mention]:
        """The mentions of these kinds, in text order."""
        return sorted(
            (m for m in self.mentions if m.kind in kinds), key=lambda m: (m.start, -m.end)
        )

    def block_at(self, position: int) -> Block | None:
        """The block a position stands in."""
        i = bisect_right(self.blocks, position, key=lambda b: b.start) - 1
        return self.blocks[i] if i >= 0 and position < self.blocks[i].end else None

    def sentence_at(self, position: int) -> int:
        """Index of the sentence a position stands in, or the last one that begins before it."""
        return max(0, bisect_right(self.sentences, position, key=lambda s: s.start) - 1)

    def on_source(self, view: View) -> Article:
        """This article with every offset and every quoted field on the view's source.

        It is carried over in place, once, when the stages are done.
        """
        titles = [view.quote(b.start, b.end) for b in self.blocks if b.kind == "title"]
        self.title = " ".join(dict.fromkeys(titles)) or self.title
        if view.shifted:
            spans: list[Block | Sentence | Mention]
            spans = [*self.blocks, *self.sentences, *self.mentions]
            for span in spans:
                span.start, span.end = view.span(span.start, span.end)
        for m in self.mentions:
            fields = m.fields
            for name, value in fields.items():
                if value.__class__ in _QUOTING:
                    fields[name] = _quoted(value, view)
        self.text = view.source
        self.__dict__.pop("lower", None)  # it was the view's
        return self


_QUOTING = frozenset((Span, Place, list, dict))


def _quoted(value: Any, view: View) -> Any:
    """A field's value with the source's words where it names a stretch of the view."""
    if isinstance(value, Span):
        return view.quote(value.start, value.end)
    if isinstance(value, Place):
        return view.span(value, value + 1)[0]
    if isinstance(value, list):
        return [_quoted(v, view) for v in value]
    if isinstance(value, dict):
        return {k: _quoted(v, view) for k, v in value.items()}
    return value


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

    What stays one code point for one (spaces, dashes, Ð, full-width forms, tone placement)
    needs no map; where letters are composed from marks or something unseen is dropped, each
    position of the view knows where it begins and ends in the source.

    >>> v = View("Bộ Y tê\u0301\u200b")
    >>> v.text, v.span(5, 7)
    ('Bộ Y tế', (5, 8))
    """

    __slots__ = ("_pieces", "source", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        # where the view departs from the source: a piece's begin and end in the view, then in
        # the source
        self._pieces: list[tuple[int, int, int, int]] = []
        text = source
        for char in set(_ALIKE_RE.findall(text)):
            if char == "\r":
                text = text.replace("\r\n", " \n")
            text = text.replace(char, _ALIKE[char])
        if not unicodedata.is_normalized("NFC", text) or _UNSEEN_RE.search(text):
            text = self._compose(text)
        self.text = place_tones(text)

    def _compose(self, source: str) -> str:
        """Compose each letter with its marks and drop the unseen, keeping where each stood."""
        pieces = self._pieces
        out: list[str] = []
        known: dict[str, str] = {}  # a text has few distinct letters
        joining = frozenset(_marks()) | frozenset(_UNSEEN)
        # letters that composition rewrites by themselves, such as the Ångström sign: seldom any
        alone = "".join(c for c in sorted(set(source)) if not unicodedata.is_normalized("NFC", c))
        at = length = 0
        for m in _departures(alone).finditer(source):
            start, behind = m.span()
            end = start + len(m.group().rstrip(_UNSEEN))
            if start < end:
                if source[start] in joining and start > at:
                    start -= 1  # the letter that the marks belong to
                cluster = source[start:end]
                composed = known.get(cluster)
                if composed is None:
                    composed = unicodedata.normalize("NFC", _UNSEEN_RE.sub("", cluster))
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


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


@lru_cache(8)
def _departures(alone: str) -> re.Pattern[str]:
    """Marks and unseen things; before them or by itself one of the letters `alone`."""
    run = f"[{_ranges(sorted(_UNSEEN + _marks()))}]+"
    return re.compile(f"[{alone}]?{run}|[{alone}]" if alone else run)


def _ranges(chars: Iterable[str]) -> str:
    """The inside of a character class, neighbours as ranges."""
    out: list[str] = []
    for char in chars:
        if out and ord(char) == ord(out[-1][-1]) + 1:
            out[-1] = f"{out[-1][0]}-{char}"
        else:
            out.append(char)
    return "".join(out)
