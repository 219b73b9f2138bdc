"""What is found in sentences composed of every combination of their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import composed
import pytest
from composed import Composed

import trich
from trich import records

DRAWS = 400  # sentences of a kind


def found(text: str) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    """The persons, the bodies and the posts of a sentence."""
    rows = list(records.rows(trich.annotate(text, id="x")))
    persons = [r for r in rows if r["kind"] == "person"]
    bodies = [r["text"] for r in rows if r["kind"] == "organization"]
    posts = [(r["role"], r["organization"]) for r in persons if r["role"]]
    return [r["text"] for r in persons], bodies, posts


def wrong(drawn: Iterator[Composed]) -> list[str]:
    """The sentences in which something else was found."""
    return [
        f"{c.text}  {got}"
        for c in drawn
        if (got := found(c.text)) != (c.persons, sorted(c.bodies, key=c.text.find), c.roles)
    ]


# The most sentences that may be wrong; each floor stands a little above what is.
@pytest.mark.parametrize(
    ("draw", "most"),
    [
        (composed.officials, 0.01),
        (composed.bodies, 0.01),
        (composed.persons, 0.01),
        (composed.places, 0.03),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_every_combination(
    draw: Callable[[int, int], Iterator[Composed]], most: float, seed: int
) -> None:
    errors = wrong(draw(seed, DRAWS))
    assert len(errors) <= most * DRAWS, "\n".join(errors)


def test_a_composed_sentence_holds_what_it_says() -> None:
    for draw in (composed.officials, composed.bodies, composed.persons):
        for c in draw(3, 50):
            assert all(part in c.text for part in (*c.persons, *c.bodies))
            assert c.persons or c.bodies
