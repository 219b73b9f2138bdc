"""What a rule finds: where the expression ends, its TIMEX3 type and value, and its point."""

from __future__ import annotations

from dataclasses import dataclass

from trich.extract.dates.timex import Point, value


@dataclass(slots=True)
class Found:
    """A date expression; `point` is None for lengths and what nothing in reach tells."""

    end: int
    type: str
    value: str
    rule: str
    mod: str | None = None
    point: Point | None = None


def between(end: int, first: Point, last: Point, rule: str) -> Found:
    """The interval of two days or years."""
    first.until = last
    return Found(end, "DATE", value(first), rule, point=first)
