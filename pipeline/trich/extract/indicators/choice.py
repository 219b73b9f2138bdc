"""A choice among candidates by weights that were learned on the corpus.

The weight of a candidate is a sum over its features, and over the pairs of how it was found with
what the figure stands in.  `benchmarks/train.py` learns the weights, `figure_weights.csv` holds
them: one row a feature, for people to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from trich.lexicon import table


class Features(NamedTuple):
    """What is known of a candidate: the kinds that it is of, and features of its own."""

    kinds: Sequence[str]
    own: Sequence[str]


Weights = dict[str, dict[str, float]]
"""Weights by kind of candidate and what the figure stands in; a feature's own under ""."""


@cache
def weights(model: str) -> Weights:
    """The weights of a model: `property` or `period`.

    >>> "B1" in weights("property")
    True
    """
    found: Weights = {}
    for row in table("figure_weights"):
        if row["model"] == model:
            found.setdefault(row["of"], {})[row["with"]] = float(row["weight"])
    return found


def names(features: Features, about: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Every feature of a candidate, as the table names it."""
    for kind in features.kinds:
        yield kind, ""
        for what in about:
            yield kind, what
    for name in features.own:
        yield name, ""


_NONE: dict[str, float] = {}


def best(candidates: Sequence[Features], about: Sequence[str], model: Weights) -> int:
    """Which of the candidates weighs most; `about` is what the figure stands in."""
    most, chosen = float("-inf"), 0
    sums: dict[str, float] = {}  # of the kinds, which candidates share
    for n, (kinds, own) in enumerate(candidates):
        total = 0.0
        for kind in kinds:
            known = sums.get(kind)
            if known is None:
                row = model.get(kind, _NONE)
                known = row.get("", 0.0)
                for what in about:
                    if what in row:
                        known += row[what]
                sums[kind] = known
            total += known
        for name in own:
            if name in model:
                total += model[name].get("", 0.0)
        if total > most:
            most, chosen = total, n
    return chosen
