"""An article's text with its records drawn into it, line by line.

Records of different kinds overlap ("Bộ Y tế" inside a document's title), so each is drawn in
a lane of its own: the text is cut at every edge, and each piece lies in a `mark` for every
record that covers it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

Row = dict[str, Any]


@dataclass(slots=True)
class Piece:
    """A stretch of text without an edge inside, and the records over it, outermost first."""

    text: str
    records: list[tuple[Row, int, bool]] = field(default_factory=list)  # record, lane, begins


@dataclass(slots=True)
class Line:
    """A line of the page: its block and its pieces."""

    kind: str
    pieces: list[Piece]


def lines(text: str, blocks: Sequence[Row], records: Sequence[Row]) -> Iterator[Line]:
    """The article's lines; what stands in no block is none.

    >>> record = {"kind": "person", "start": 3, "end": 6}
    >>> page = list(lines("Bà Lan dự.", [{"start": 0, "end": 10, "kind": "body"}], [record]))
    >>> [(piece.text, len(piece.records)) for piece in page[0].pieces]
    [('Bà ', 0), ('Lan', 1), (' dự.', 0)]
    """
    numbered = sorted(enumerate(records), key=lambda r: (r[1]["start"], -r[1]["end"]))
    lanes = _lanes(numbered)
    at = 0
    live: list[tuple[int, Row]] = []
    for block in blocks:
        start, end = block["start"], block["end"]
        here: list[tuple[int, Row]] = [r for r in live if r[1]["end"] > start]
        while at < len(numbered) and numbered[at][1]["start"] < end:
            here.append(numbered[at])
            at += 1
        live = here
        edges = {start, end}
        for _, r in here:
            edges |= {max(start, r["start"]), min(end, r["end"])}
        pieces = []
        for a, b in pairwise(sorted(edges)):
            over = [
                (r, lanes[n], r["start"] == a) for n, r in here if r["start"] <= a and r["end"] >= b
            ]
            pieces.append(Piece(text[a:b], over))
        yield Line(block["kind"], pieces)


def _lanes(numbered: Sequence[tuple[int, Row]]) -> dict[int, int]:
    """For each record the lowest lane that no record overlapping it takes."""
    lanes: dict[int, int] = {}
    taken: list[int] = []  # the end of the last record in each lane
    for n, record in numbered:
        lane = next((i for i, end in enumerate(taken) if end <= record["start"]), len(taken))
        if lane == len(taken):
            taken.append(0)
        taken[lane] = record["end"]
        lanes[n] = lane
    return lanes


def anchor(record: Row) -> str:
    """The id of a record on its article's page: records of a kind never overlap.

    >>> anchor({"kind": "person", "start": 274})
    'person-274'
    """
    return f"{record['kind']}-{record['start']}"
