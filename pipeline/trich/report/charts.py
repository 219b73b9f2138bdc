"""Charts as numbers for an SVG template: bars over time, and targets beside results."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 720, 260, 60, 36, 14


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar or a point: its place in the drawing, what it says, and its state."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: str
    status: str = "actual"
    shown: bool = True  # whether its label has room on the axis


@dataclass(frozen=True, slots=True)
class Chart:
    """Marks between two axes."""

    marks: list[Mark]
    ticks: list[tuple[float, str]]
    width: int = WIDTH
    height: int = HEIGHT


def bars(counts: Sequence[tuple[str, int]]) -> Chart | None:
    """Counts by month or year, in order; those between that have none are drawn too.

    >>> chart = bars([("2023", 2), ("2025", 4)])
    >>> [(mark.label, round(mark.height)) for mark in chart.marks]
    [('2023', 105), ('2024', 0), ('2025', 210)]
    """
    if not counts:
        return None
    counts = list(_filled(counts))
    top = max(n for _, n in counts)
    step = (WIDTH - LEFT) / len(counts)
    every = max(1, len(counts) // 10)
    marks = [
        Mark(
            LEFT + i * step + step * 0.1, _y(n, 0, top), step * 0.8, _y(0, 0, top) - _y(n, 0, top),
            label, str(n), shown=i % every == 0,
        )
        for i, (label, n) in enumerate(counts)
    ]  # fmt: skip
    return Chart(marks, [(_y(v, 0, top), shown(v)) for v in (0, top)])


def _filled(counts: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Years or months without a gap, unless the gap would be most of the drawing."""
    known = dict(counts)
    first, last = (_ordinal(counts[i][0]) for i in (0, -1))
    if last - first > 60:
        yield from counts
        return
    monthly = len(counts[0][0]) > 4
    for n in range(first, last + 1):
        label = f"{n // 12:04}-{n % 12 + 1:02}" if monthly else f"{n:04}"
        yield label, known.get(label, 0)


def _ordinal(label: str) -> int:
    year, _, month = label.partition("-")
    return int(year) * 12 + int(month) - 1 if month else int(year)


def series(rows: Iterable[dict[str, Any]]) -> Chart | None:
    """The dated figures of a series, results and targets side by side.

    >>> figure = {"period": "2023", "low": 92.0, "high": 92.0, "status": "actual"}
    >>> [m.label for m in series([figure, figure | {"period": "2025", "status": "target"}]).marks]
    ['2023', '2025']
    """
    dated = [r for r in rows if is_dated(r) and r["low"] is not None]
    if not dated:
        return None
    periods = sorted({r["period"] for r in dated}, key=when)
    low = min(0.0, *(r["low"] for r in dated))
    high = max(r["high"] for r in dated)
    step = (WIDTH - LEFT) / len(periods)
    every = max(1, len(periods) // 10)
    marks = []
    for r in sorted(dated, key=lambda r: (when(r["period"]), r["status"])):
        i = periods.index(r["period"])
        x = LEFT + (i + (0.5 if r["status"] == "target" else 0.1)) * step
        y = _y(r["high"], low, high)
        base = _y(r["low"] if r["low"] != r["high"] else low, low, high)
        value = (
            shown(r["low"]) if r["low"] == r["high"] else f"{shown(r['low'])}-{shown(r['high'])}"
        )
        marks.append(
            Mark(x, y, step * 0.36, max(1.0, base - y), r["period"], value, r["status"],
                 i % every == 0)
        )  # fmt: skip
    return Chart(marks, [(_y(v, low, high), shown(v)) for v in (low, high)])


def is_dated(row: dict[str, Any]) -> bool:
    """Whether a figure has a place in time: `XXXX-10-15`, of a year that is not told, has none."""
    return bool(row["period"]) and not row["period"].startswith("XXXX")


def when(period: str) -> tuple[str, str]:
    """A key that puts TIMEX3 periods in order of time.

    >>> sorted(["2024-Q2", "2023", "2024-01/2024-06", "2024-01-30"], key=when)
    ['2023', '2024-01/2024-06', '2024-01-30', '2024-Q2']
    """
    first = period.split("/")[0]
    half = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10", "H1": "01", "H2": "07"}
    return re.sub(r"[QH]\d", lambda m: half.get(m.group(), m.group()), first), period


def shown(value: float) -> str:
    """A figure as Vietnamese writes it.

    >>> shown(1234567.5), shown(93.2), shown(2_000_000_000)
    ('1.234.567,5', '93,2', '2 tỷ')
    """
    for size, word in ((1e9, "tỷ"), (1e6, "triệu")):
        if abs(value) >= size and value % (size / 100) == 0:
            return f"{shown(value / size)} {word}"
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def _y(value: float, low: float, high: float) -> float:
    span = (high - low) or 1.0
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / span)
