"""The words that open a citation, and where they stand: a literal search, before any pattern.

The table is `lexicon/decree_types.csv`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from trich.extract.decrees.cited import Page
from trich.lexicon import table


class Word(NamedTuple):
    """A type word, and what it takes for the words behind it to be a citation.

    evidence: `bare` any serial; `follow` a serial that no counted noun follows; `so` the word
    "số", a year or a code; `named` an issuer or a date as well; `coded` a code; `law` a law's
    name; `name` nothing, the word is a name; `constitution`; `standard`; `never` no citation.
    """

    surface: str
    type: str
    codes: tuple[str, ...]
    evidence: str
    issuer: str | None
    canonical: str | None


@cache
def words() -> dict[str, tuple[Word, ...]]:
    """Type words by the stem that the text is searched for, longest surface first."""
    rows = [
        Word(
            r["surface"], r["type"], tuple(r["codes"].split()), r["evidence"],
            r["issuer"] or None, r["canonical"] or None,
        )
        for r in table("decree_types")
    ]  # fmt: skip
    surfaces = {w.surface for w in rows}
    out: dict[str, list[Word]] = {}
    for w in sorted(rows, key=lambda w: -len(w.surface)):
        parts = w.surface.split(" ")
        heads = (" ".join(parts[:k]) for k in range(1, len(parts) + 1))
        out.setdefault(next(h for h in heads if h in surfaces), []).append(w)
    return {stem: tuple(same) for stem, same in out.items()}


def abbreviated(stem: str) -> bool:
    """Whether a stem is an abbreviation, which only capitals make."""
    return " " not in stem and stem not in ("luật", "lệnh")


@cache
def _literals() -> tuple[tuple[str, ...], tuple[str, ...], re.Pattern[str]]:
    """Type words with marks, those without, and the abbreviations as one pattern."""
    stems = sorted(words(), key=len, reverse=True)
    capitals = "|".join(re.escape(s.upper()) for s in stems if abbreviated(s))
    whole = [s for s in stems if not abbreviated(s)]
    return (
        tuple(s for s in whole if not s.isascii()),
        tuple(s for s in whole if s.isascii()),
        re.compile(capitals),
    )


def type_words(page: Page) -> list[tuple[int, str]]:
    """Where type words stand in a page, with the stem of each, in text order.

    >>> page = Page("Theo NĐ 100 và luật Dược", "theo nđ 100 và luật dược")
    >>> type_words(page)
    [(5, 'nđ'), (15, 'luật')]
    """
    text, lower = page.text, page.lower
    hits = []
    # one literal at a time is faster than an alternation of words, and slower than one of capitals
    stems, unmarked, capitals = _literals()
    if " so " in lower:  # "quyet dinh so 12": without marks only with "so"
        stems += unmarked
    for stem in stems:
        size = len(stem)
        at = lower.find(stem)
        while at >= 0:
            end = at + size
            if not text[end : end + 1].isalpha() and not (at and text[at - 1].isalpha()):
                hits.append((at, stem))
            at = lower.find(stem, end)
    for m in capitals.finditer(text):
        at, end = m.span()
        glued = text[end : end + 1].isalpha() and not text.startswith(("TW", "TƯ"), end)
        if not glued and not (at and text[at - 1].isalpha()):
            hits.append((at, m.group().lower()))
    hits.sort()
    return hits


def type_word_at(page: Page, at: int) -> bool:
    """Whether a type word of two syllables begins at a position."""
    return " ".join(page.lower[at : at + 24].split(" ")[:2]) in words()
