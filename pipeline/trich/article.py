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
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal, NamedTuple

BlockKind = Literal["title", "dateline", "lead", "body", "caption", "sidebar", "boilerplate"]
Kind = Literal["person", "organization", "date", "decree", "indicator"]
KINDS: tuple[Kind, ...] = ("person", "organization", "date", "decree", "indicator")


class Span(NamedTuple):
    """A stretch of text, in code points, half open.

    As a field's value it means "these words, as the text writes them"; it becomes a
    string of the source in `Article.on_source`.
    """

    start: int
    end: int


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
    the caller nor the page tells it, it is `published_else`.  `known` are lines whose kind the
    document's structure tells, as tags do.
    """

    text: str
    id: str = ""
    source: str = ""
    title: str | None = None
    published: str | None = None
    published_else: str | None = None
    known: Sequence[Block] = ()
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, position by position (`len(lower) == len(text)`)."""
        low = self.text.lower()
        if len(low) == len(self.text):
            return low
        return "".join(c if len(c.lower()) != 1 else c.lower() for c in self.text)

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
        """The same article with every offset and every quoted field on the view's source."""

        def quoted(value: Any) -> Any:
            if isinstance(value, Span):
                start, end = view.span(value.start, value.end)
                return view.source[start:end]
            if isinstance(value, list):
                return [quoted(v) for v in value]
            if isinstance(value, dict):
                return {k: quoted(v) for k, v in value.items()}
            return value

        def place(start: int, end: int) -> tuple[int, int]:
            return view.span(start, end)

        title = next((b for b in self.blocks if b.kind == "title"), None)
        return Article(
            text=view.source,
            id=self.id,
            source=self.source,
            title=quoted(Span(title.start, title.end)) if title else self.title,
            published=self.published,
            blocks=[Block(*place(b.start, b.end), b.kind) for b in self.blocks],
            sentences=[Sentence(*place(s.start, s.end)) for s in self.sentences],
            mentions=[
                Mention(m.kind, *place(m.start, m.end), m.rule, m.key, quoted(m.fields))
                for m in self.mentions
            ],
        )


# One code point for another: what the view writes alike.  Lengths stay.
_ALIKE = {
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
                    "\u2009\u200a\u202f\u205f\u3000\u000b\u000c", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060\u2032", "'"),
    "\u00d0": "Đ", "\u00f0": "đ",  # ETH typed for D with stroke
    "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\r": "\n",
    "\uff0f": "/", "\u2044": "/", "\uff0c": ",", "\uff0e": ".", "\uff1a": ":", "\uff05": "%",
    **{chr(0xFF10 + d): str(d) for d in range(10)},
}  # fmt: skip
_ALIKE_RE = re.compile("[" + re.escape("".join(_ALIKE)) + "]")
_ALIKE_MAP = str.maketrans(_ALIKE)

# Written for nobody to see: zero-width marks, soft hyphen, byte-order mark, direction marks.
_UNSEEN_RE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")

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
_OLD_TONE_RE = re.compile(r"(?<![qQ])(?:[oO][àáảãạèéẻẽẹ]|[uU][ỳýỷỹỵ]|O[ÀÁẢÃẠÈÉẺẼẸ]|U[ỲÝỶỸỴ])(?!\w)")


def place_tones(text: str) -> str:
    """Write tone marks where current spelling puts them; every position keeps its place.

    >>> place_tones("sức khoẻ, uỷ ban, hoà bình, toàn quốc, quý")
    'sức khỏe, ủy ban, hòa bình, toàn quốc, quý'
    """
    return _OLD_TONE_RE.sub(lambda m: _OLD_TONE[m.group()], text)


class View:
    """A source text as the stages read it, with the way back.

    >>> v = View("Bộ Y tê\u0301\u200b")
    >>> v.text, v.span(5, 7)
    ('Bộ Y tế', (5, 8))
    """

    __slots__ = ("_ends", "_starts", "source", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        text = source
        if not unicodedata.is_normalized("NFC", source) or _UNSEEN_RE.search(source):
            text = self._compose()
        if _ALIKE_RE.search(text):
            text = text.replace("\r\n", " \n").translate(_ALIKE_MAP)
        self.text = place_tones(text)

    def _compose(self) -> str:
        """Compose each letter with its marks and drop the unseen, keeping where each stood."""
        out: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        source = self.source
        i, n = 0, len(source)
        while i < n:
            j = i + 1
            if _UNSEEN_RE.match(source, i):
                i = j
                continue
            while j < n and unicodedata.combining(source[j]):
                j += 1
            for char in unicodedata.normalize("NFC", source[i:j]):
                out.append(char)
                starts.append(i)
                ends.append(j)
            i = j
        self._starts, self._ends = starts, ends
        return "".join(out)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the view stands in the source."""
        if self._starts is None or self._ends is None:
            return start, end
        if start < end:
            return self._starts[start], self._ends[end - 1]
        at = self._starts[start] if start < len(self._starts) else len(self.source)
        return at, at
