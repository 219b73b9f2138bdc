"""Tables in a text: rows of cells parted by `|` or tabs, with a head for each row and column.

The head of its row says what a cell measures and often in which unit, the head of its column
when it holds and whether it is aimed at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from trich.article import Span
from trich.extract.indicators.context import Context
from trich.extract.indicators.quantities import Quantity, unit_of
from trich.numerals import SCALES, Number

_BAR = re.compile(r"[|\t]")
_NUMBER = re.compile(r"[+\-]? ?\d[\d.,]*(?: ?%)?")
_MARK = re.compile(r"(?:(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-zđ])[.)]|[-+*•–]) *")
_RULE = re.compile(r"[-: ]*")
_PERIOD = re.compile(r"(?:q[1-4]|quý|năm|tháng|\d{1,2}|t\d)[ /-]?\d*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_INDEX = re.compile(r"(?:số )?(?:stt|tt|thứ tự)\.?")
_UNIT_HEAD = re.compile(r"(?:đơn vị(?: tính)?|đvt)\.?")
_IN_BRACKETS = re.compile(r"\s*\(([^()]{1,30})\)\s*\Z")
_UNIT_SAID = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*([^().;|]{1,30})")
_AIMED = re.compile(r"(?<!\w)(?:kế hoạch|mục tiêu|chỉ tiêu|dự kiến|dự toán|kh|phấn đấu)(?!\w)")
_SCALE = re.compile(rf"(?:1\.000 |(?:{'|'.join(SCALES)})(?!\w) ?)+")


class Cell(NamedTuple):
    """A cell of a table's body, with its heads; a head that is not there is None."""

    start: int
    end: int
    row: Span | None
    """The head of its row, without the unit in brackets."""
    column: Span | None
    unit: Span | None
    """Where the unit of the cell is written, in the head of its row or column."""
    aimed: bool
    caption: int | None
    """Where the line begins that stands above the table."""


class Tables:
    """Finds the table cell that a figure stands in."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.lower = context.lower

    @cached_property
    def cells(self) -> list[Cell]:
        """The cells of all tables, in text order."""
        if not _BAR.search(self.text):
            return []
        return [cell for rows, caption in self._blocks() for cell in self._read(rows, caption)]

    @cached_property
    def _starts(self) -> list[int]:
        return [cell.start for cell in self.cells]

    def cell(self, position: int) -> Cell | None:
        """The cell that a position stands in."""
        i = bisect_right(self._starts, position) - 1
        return self.cells[i] if i >= 0 and position < self.cells[i].end else None

    def _blocks(self) -> Iterator[tuple[list[list[Span]], int | None]]:
        """The runs of at least two lines that hold cells, and the line above each."""
        rows: list[list[Span]] = []
        above: int | None = None
        last: int | None = None
        for start in self.context.line_starts:
            end = self.context.line(start)[1]
            if not self.text[start:end].strip():
                continue
            if _BAR.search(self.text, start, end):
                if not rows:
                    above = last
                rows.append(self._cut(start, end))
            else:
                if len(rows) > 1:
                    yield rows, above
                rows = []
            last = start
        if len(rows) > 1:
            yield rows, above

    def _cut(self, start: int, end: int) -> list[Span]:
        """The cells of a line, without the space about them."""
        cells, at = [], start
        for bar in [*(m.start() for m in _BAR.finditer(self.text, start, end)), end]:
            left, right = at, bar
            while left < right and self.text[left].isspace():
                left += 1
            while right > left and self.text[right - 1].isspace():
                right -= 1
            cells.append(Span(left, right))
            at = bar + 1
        if cells and cells[0].start == cells[0].end:  # a bar opens the line
            cells = cells[1:]
        return cells

    def _numeric(self, span: Span) -> bool:
        written = self.text[span.start : span.end]
        return bool(_NUMBER.fullmatch(written)) and not _YEAR.fullmatch(written)

    def _words(self, span: Span | None) -> str:
        return self.lower[span.start : span.end] if span else ""

    def _read(self, rows: list[list[Span]], caption: int | None) -> Iterator[Cell]:
        rows = [row for row in rows if not all(_RULE.fullmatch(self._words(c)) for c in row)]
        if len(rows) < 2:
            return
        head: list[Span] = []
        first = rows[0]
        headed = len(first) > 1 and not any(self._numeric(c) for c in first[1:])
        headed = headed and any(self._numeric(c) for row in rows[1:] for c in row[1:])
        if headed:
            head, rows = first, rows[1:]
            if _PERIOD.match(self._words(head[0])):  # nothing stands over the labels
                head = [Span(head[0].start, head[0].start), *head]
        units = next((i for i, c in enumerate(head) if _UNIT_HEAD.match(self._words(c))), None)
        said = self._said(caption)
        for row in rows:
            indexed = len(row) > 1 and head and _INDEX.fullmatch(self._words(head[0]))
            label = 1 if indexed or (len(row) > 2 and self._numeric(row[0])) else 0
            if label >= len(row) or self._numeric(row[label]):
                continue
            name, unit = self._without_unit(row[label])
            if units is not None and units < len(row):
                unit = row[units]
            for i, cell in enumerate(row):
                if i <= label or i == units or cell.start == cell.end:
                    continue
                column = head[i] if i < len(head) else None
                in_column = self._without_unit(column)[1] if column else None
                yield Cell(
                    cell.start, cell.end, name, column, in_column or unit or said,
                    _AIMED.search(self._words(column)) is not None, caption,
                )  # fmt: skip

    def _without_unit(self, span: Span) -> tuple[Span, Span | None]:
        """A head without the unit that stands in brackets behind it, and that unit."""
        mark = _MARK.match(self.lower, span.start, span.end)
        if mark and mark.end() < span.end:
            span = Span(mark.end(), span.end)
        match = _IN_BRACKETS.search(self.lower, span.start, span.end)
        if match is None or match.start() == span.start or any(c.isdigit() for c in match[1]):
            return span, None
        return Span(span.start, match.start()), Span(*match.span(1))

    def _said(self, caption: int | None) -> Span | None:
        """The unit that the line above tells: "Đơn vị: tỷ đồng"."""
        if caption is None:
            return None
        match = _UNIT_SAID.search(self.lower, *self.context.line(caption))
        if match is None:
            return None
        end = match.end(1)
        while self.text[end - 1].isspace():
            end -= 1
        return Span(match.start(1), end)

    def is_figure(self, q: Quantity, cell: Cell) -> bool:
        """Whether a bare number is the whole of a cell that a head explains."""
        if cell.row is None or (cell.column is None and cell.unit is None):
            return False
        alone = self.text[cell.start : cell.end].strip("+- ")
        return alone == self.text[q.start : q.end] and not _YEAR.fullmatch(alone)

    def with_unit(self, q: Quantity, cell: Cell) -> Quantity:
        """A bare number with the unit of its cell's head, scale applied."""
        if q.unit is not None or cell.unit is None:
            return q
        said = self.lower[cell.unit.start : cell.unit.end]
        scale = _SCALE.match(said)
        factor: Number = 1
        for word in scale.group().split() if scale else ():
            factor *= SCALES.get(word, 1000)
        rest = cell.unit.start + (scale.end() if scale else 0)
        unit = unit_of(self.lower[rest : cell.unit.end])
        value = Decimal(q.value) * factor
        q.value = int(value) if value == int(value) else value
        if unit is not None:
            q.kind, q.unit = unit
        elif rest < cell.unit.end:
            q.kind, q.unit = "count", Span(rest, cell.unit.end)
        return q
