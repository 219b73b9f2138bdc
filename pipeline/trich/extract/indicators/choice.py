"""A choice among candidates by weights that were learned on the corpus.

The weight of a candidate is a sum over its features, and over the pairs of how it was found with
what the figure stands in and with the words near to it.  `benchmarks/train.py` learns the weights,
`figure_weights.csv` holds them: one row a feature, for people to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from trich.lexicon import table


class Features(NamedTuple):
    """What is known of a candidate: the kinds that it is of, and groups of features of its own."""

    kinds: tuple[str, ...]
    own: tuple[tuple[str, ...], ...]


Weights = dict[str, dict[str, float]]
"""Weights by kind of candidate and what the figure stands in; a feature's own under ""."""

_MOST = 1 << 14  # sums that are kept: the same few phrases come again and again
_SPREAD = 1.5  # how much lighter a phrase is that is taken for 2.7 times less likely
_NEAR = 4.5  # one lighter by more than this backs none
_ALIKE = 0.5  # the share of words from which two phrases say the same, as the scores have it
_WORDS = ("after=", "before=", "noun=")  # how the words near a figure are told
_SAME = 0.7  # how much one backs another that only just says the same


@cache
def weights(model: str) -> Weights:
    """The weights of a model.

    >>> "B1" in weights("property")
    True
    """
    found: Weights = {}
    for row in table("figure_weights"):
        if row["model"] == model:
            found.setdefault(row["of"], {})[row["with"]] = float(row["weight"])
    return found


def names(features: Features, about: Sequence[str], said: str) -> Iterable[tuple[str, str]]:
    """Every feature of a candidate, as the table names it; the kind of figure is `about[0]`."""
    for kind in features.kinds:
        yield kind, ""
        for what in about:
            yield kind, what
    for group in (*features.own, _of_said(said, about[0])):
        for name in group:
            yield name, ""


def _of_said(text: str, kind: str) -> Iterable[str]:
    """The words of a phrase: its first ones, and all of them."""
    words = text.split()
    own = [f"opens={words[0]}", f"opens={words[0]}|{kind}", f"opens={' '.join(words[:2])}"]
    return dict.fromkeys([*own, *(f"says={word}" for word in words)])


class Choice:
    """Weighs candidates; sums are kept, by what they are of."""

    def __init__(self, model: Weights) -> None:
        self.model = model
        self.words: dict[str, dict[str, float]] = {}  # what a word near the figure adds, by kind
        for kind, row in model.items():
            for what, weight in row.items():
                if what.startswith(_WORDS):
                    self.words.setdefault(what, {})[kind] = weight
        self._own: dict[tuple[str, ...], float] = {}
        self._said: dict[str, dict[str, float]] = {}  # by the kind of figure, and the phrase
        self._about: dict[tuple[str, ...], dict[tuple[str, ...], float]] = {}

    def best(
        self,
        candidates: Sequence[Features],
        about: tuple[str, ...],
        near: tuple[str, ...],
        said: Sequence[str],
    ) -> int:
        """Which of the candidates to take; `about` is what the figure stands in, `near` its words.

        Not always the likeliest: phrases that say much the same back one another, as far as
        they share their words.
        """
        totals = self._weigh(candidates, about, near, said)
        most = max(totals)
        likely = [n for n, total in enumerate(totals) if total > most - _NEAR]
        if len(likely) == 1:
            return likely[0]
        chances = [exp((totals[n] - most) / _SPREAD) for n in likely]
        words = [said[n].split(" ") for n in likely]
        best, chosen = 0.0, likely[0]
        for n, own, mine in zip(likely, chances, words, strict=True):
            backed = own
            for chance, theirs in zip(chances, words, strict=True):
                if theirs is not mine:
                    alike = 2 * len(set(mine).intersection(theirs)) / (len(mine) + len(theirs))
                    if alike >= _ALIKE:
                        backed += chance * (_SAME + (1 - _SAME) * alike)
            if backed > best:
                best, chosen = backed, n
        return chosen

    def _weigh(
        self,
        candidates: Sequence[Features],
        about: tuple[str, ...],
        near: tuple[str, ...],
        said: Sequence[str],
    ) -> list[float]:
        owns = self._own
        texts = self._said.setdefault(about[0], {})
        words = [self.words[word] for word in near if word in self.words]
        sums = self._about.get(about)
        if sums is None:
            if len(self._about) > _MOST:
                self._about.clear()
            sums = self._about[about] = {}
        totals = []
        for (kinds, own), text in zip(candidates, said, strict=True):
            total = sums.get(kinds)
            if total is None:
                total = sums[kinds] = self._of_kinds(kinds, about)
            for of in words:
                for kind in kinds:
                    if kind in of:
                        total += of[kind]
            known = texts.get(text)
            if known is None:
                if len(texts) > _MOST:
                    texts.clear()
                known = texts[text] = self._sum(_of_said(text, about[0]))
            total += known
            for group in own:
                known = owns.get(group)
                if known is None:
                    if len(owns) > _MOST:
                        owns.clear()
                    known = owns[group] = self._sum(group)
                total += known
            totals.append(total)
        return totals

    def _sum(self, features: Iterable[str]) -> float:
        return sum(self.model[name].get("", 0.0) for name in features if name in self.model)

    def _of_kinds(self, kinds: Iterable[str], about: Sequence[str]) -> float:
        rows = [self.model[kind] for kind in kinds if kind in self.model]
        return sum(row.get("", 0.0) + sum(row.get(what, 0.0) for what in about) for row in rows)


@cache
def choice(model: str) -> Choice:
    """The choice by the weights of the table."""
    return Choice(weights(model))
