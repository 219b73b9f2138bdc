"""Tokens: syllables, numbers and codes, and marks, each a span of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

# Words, numbers and codes hold together; every other character that is no space stands alone.
_TOKEN = r"\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+(?:[.,]\p{N}+)*|[^\s]"


@cache
def _token() -> regex.Pattern[str]:
    return regex.compile(_TOKEN)


def cut(text: str, edges: Iterable[int] = ()) -> Iterator[tuple[int, int]]:
    """The tokens of a text, in order; every character that is no space lies in one.

    A token never reaches across one of `edges`.

    >>> [("Đạt 12,5% (25-CT/TW)"[s:e]) for s, e in cut("Đạt 12,5% (25-CT/TW)")]
    ['Đạt', '12,5', '%', '(', '25', '-', 'CT', '/', 'TW', ')']
    >>> list(cut("06:43Khám", {5})), list(cut("43Khám", {2}))
    ([(0, 2), (2, 3), (3, 5), (5, 9)], [(0, 2), (2, 6)])
    """
    inner = sorted(edges, reverse=True)
    for m in _token().finditer(text):
        start, end = m.span()
        while inner and inner[-1] <= start:
            inner.pop()
        while inner and inner[-1] < end:
            yield start, inner[-1]
            start = inner.pop()
        yield start, end
