"""Whose a figure is, and of which place."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from typing import NamedTuple

import ahocorasick

from trich.article import Span
from trich.extract.indicators.context import REACH, Context
from trich.lexicon import fold, table


class Place(NamedTuple):
    """A province or the country as written, and its code (VN for the country)."""

    text: Span
    code: str


@cache
def _codes() -> dict[str, str]:
    """The codes of the provinces by every way to write them."""
    by_name = {row["name"]: row["code"] for row in table("province_codes")}
    codes = dict.fromkeys(("cả nước", "toàn quốc", "nước ta"), "VN")
    for row in table("provinces"):
        code = by_name.get(row["name"])
        if code:
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                codes[fold(name)] = code
    return codes


def is_place(phrase: str) -> bool:
    """Whether a phrase in small letters is the name of a province or a country.

    >>> is_place("tây ninh"), is_place("hộ nghèo")
    (True, False)
    """
    return phrase in _codes() or phrase in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in table("countries"))


@cache
def _names() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name, code in _codes().items():
        automaton.add_word(name, (len(name), code))
    automaton.make_automaton()
    return automaton


# "toàn tỉnh", "thành phố": the province that was spoken of last.
_SAME = re.compile(r"(?<!\w)(?:toàn tỉnh|cả tỉnh|trên địa bàn tỉnh|toàn thành phố|tỉnh)(?!\w)")
# A body that only tells the figure: "theo Tổng cục Thống kê".
_TELLS = re.compile(
    r"(?<!\w)(?:theo|nguồn|báo cáo|số liệu|thống kê|thông tin từ|đại diện|lãnh đạo)"
    r"(?: [^\W\d]+){0,4} ?\Z"
)
_SAID = re.compile(
    r" ?(?:[^.;:]{0,40}(?<!\w))?(?:cho biết|cho hay|cho thấy|công bố|thông báo)(?!\w)"
)


class Places:
    """Reads whose the figures of one article are, and of which place."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.lower = context.lower

    @cached_property
    def _found(self) -> list[tuple[int, int, str]]:
        """Each place that is named: where, and its code."""
        text, lower = self.context.text, self.lower
        found = []
        for last, (size, code) in _names().iter_long(lower):
            start, end = last + 1 - size, last + 1
            if lower[start - 1 : start].isalnum() or lower[end : end + 1].isalnum():
                continue
            if code == "VN" or text[start].isupper():
                found.append((start, end, code))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._found]

    def of(self, start: int) -> Place | None:
        """The place of a figure that begins at `start`: the last one named before it in its
        sentence, else the province that "toàn tỉnh" speaks of."""
        floor = max(self.context.sentence(start)[0], start - REACH)
        i = bisect_left(self._starts, start) - 1
        if i < 0:
            return None
        if self._starts[i] < floor and not _SAME.search(self.lower, floor, start):
            return None
        while i >= 0 and self._starts[i] < floor and self._found[i][2] == "VN":
            i -= 1
        if i < 0:
            return None
        at, end, code = self._found[i]
        return Place(Span(at, end), code)

    def entity(self, start: int) -> Span | None:
        """The organization whose figure it is: the last one before it in its sentence that does
        not merely tell it."""
        context = self.context
        floor = max(context.sentence(start)[0], start - REACH)
        for i in range(bisect_left(context.body_starts, start) - 1, -1, -1):
            body = context.bodies[i]
            if body.start < floor:
                return None
            if body.kind != "organization" or body.end > start:
                continue
            tells = _TELLS.search(self.lower, max(floor, body.start - 48), body.start)
            if not tells and not _SAID.match(self.lower, body.end, start):
                return Span(body.start, body.end)
        return None
