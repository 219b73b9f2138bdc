"""The data that the stages share: Article, Block, Sentence, Mention.

A stage reads `Article.text` and appends blocks, sentences or mentions to it.  The text a
stage sees is a `View` of the source; `Article.on_source` carries every offset back, and
nothing else ever touches the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal, NamedTuple

from trich.view import View

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
        titles = [_words(view, b.start, b.end) for b in self.blocks if b.kind == "title"]
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


def _words(view: View, start: int, end: int) -> str:
    """The source's words for a stretch of the view, over line ends as well."""
    words = view.quote(start, end)
    return " ".join(words.split()) if "\n" in words or "  " in words else words


def _quoted(value: Any, view: View) -> Any:
    """A field's value with the source's words where it names a stretch of the view."""
    if isinstance(value, Span):
        return _words(view, *value)
    if isinstance(value, Place):
        return view.span(value, value + 1)[0]
    if isinstance(value, list):
        return [_quoted(v, view) for v in value]
    if isinstance(value, dict):
        return {k: _quoted(v, view) for k, v in value.items()}
    return value
