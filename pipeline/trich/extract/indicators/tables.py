"""Tables in a text, with a head for each row and column.

The cells of a row are parted by `|`, tabs or wide spaces, or stand one below the other, as a page
leaves them; a row of a PDF is a label with its numbers. The head of its row says what a cell
measures and often in which unit, the head of its column when it holds and whether it is aimed at.
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
from trich.extract.indicators.counted import known_noun
from trich.extract.indicators.place import is_place
from trich.extract.indicators.quantities import Quantity, UnitKind, unit_of
from trich.numerals import SCALES, Number

_BARRED = re.compile(r"[|\t]")
_WIDE = re.compile(r" {2,}")
_WORD = re.compile(r"\S+")
# Signs of a table that are cheap to look for: a number alone on its line, one behind wide space,
# a line that ends in two numbers.
_ALONE = re.compile(r"\n *[+-]?\d[\d.,]*(?: ?%)? *(?=\n|\Z)")
_BEHIND_SPACE = re.compile(r"  [+-]?\d")
_LINE_END = re.compile(r"\n(?<=[\d%]\n)")
_TWO_NUMBERS = re.compile(r"[\w)%] [+-]?\d[\d.,]*%? [+-]?\d[\d.,]*%?\Z")
_NUMBER = re.compile(r"[+\-]? ?\d[\d.,]*(?: ?%)?")
_BOUND = re.compile(r"(?:dưới|trên|hơn|gần|khoảng|không quá|ít nhất|tối thiểu|tối đa|[<>≤≥~]) ?")
# What a cell of numbers holds that stands on a line of its own.
_FIGURE = re.compile(
    rf"(?:{_BOUND.pattern})?[+\-]? ?\d[\d.,]*(?:[-–]\d[\d.,]*)?"
    r"(?: ?%|/\d+| ?[^\W\d_]{1,8}[23²³]?(?:/[^\W\d_]+)?(?: [^\W\d_]{1,8}){0,1})?|[-–x]"
)
# Label and numbers parted by single spaces: "Lúa đông xuân 1.234 1.345 109,0".
_RUN = re.compile(
    r"(?P<label>[^\W\d](?:[^.;:?!|\n]*[^\W\d_)%])?)(?P<numbers>(?: [+-]?\d[\d.,]*%?){2,6})"
)
# Labels with their numbers, in stacked cells: at least two numbers to most of them.
_RAGGED = re.compile(r"(?:TN{1,12}(?!N)){0,2}(?:TN{2,12}(?!N)(?:TN(?!N)){0,2}){2,}")
_MOST = 100  # characters of a cell that stands on a line of its own, or amid wide spaces
_MARK = re.compile(r"(?:(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-zđ])[.)]|[-+*•–]) *")
_RULE = re.compile(r"[-: ]*")
_PERIOD = re.compile(r"(?:q[1-4]|quý|năm|tháng|\d{1,2}|t\d)[ /-]?\d*")
_DATED = re.compile(r"(?:(?:tháng|quý|năm|ngày) )?[\divx/.-]+(?:[/ ](?:năm )?\d{4})?")
_HOW_MANY = re.compile(r"(?:tổng )?số (?:lượng )?")
_HEAD_ENDS = re.compile(r"/| ?(?:\(|\Z)| (?!trên|bình quân|trung bình|tính)[^\d/%]*\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Rows that stand for places or bodies: what is measured stands over the column.
_NAMES_HEAD = re.compile(
    r"(?:tên )?(?:địa phương|địa bàn|tỉnh|thành phố|huyện|quận|xã|phường|thị xã|quốc gia|nước|"
    r"vùng|trường|bệnh viện|đơn vị(?! tính)|doanh nghiệp|ngân hàng|công ty)"
    r"(?:[,/ -]+(?:thành phố|thành|tp|thị xã|thị trấn|quận|huyện|xã|phường|vùng lãnh thổ))*"
)
_INDEX = re.compile(r"(?:số )?(?:stt|tt|thứ tự)\.?")
_TIMED = re.compile(
    r"(?:q[1-4]|quý|năm|tháng|kỳ|ngày|tuần|thực hiện|th|ước|cộng dồn|lũy kế|t\d|\d)(?!\w)"
)
_UNIT_HEAD = re.compile(r"(?:đơn vị(?: tính)?|đvt)\.?")
_IN_BRACKETS = re.compile(r"\s*\(([^()]{1,30})\)\s*\Z")
_UNIT_SAID = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*([^().;|]{1,30})")
_AIMED = re.compile(r"(?<!\w)(?:kế hoạch|mục tiêu|chỉ tiêu|dự kiến|dự toán|kh|phấn đấu)(?!\w)")
_SCALE = re.compile(rf"(?:1\.?000 |(?:{'|'.join(SCALES)})(?!\w) ?)+")


def _is_name(label: str) -> bool:
    """Whether a label is a name: "Tân Lập", a province."""
    syllables = label.split()
    capital = all(s[:1].isupper() and s[1:].islower() for s in syllables)
    return (capital and len(syllables) > 1) or is_place(label.lower())


class Cell(NamedTuple):
    """A cell of a table's body, with its heads; a head that is not there is None.

    Where the rows are periods, what stands over the column is what its cells measure.
    """

    start: int
    end: int
    row: Span | None
    """The head of its row, or what measures it, without the unit in brackets; None in a column
    of units, where no number is a figure."""
    column: Span | None
    unit: Span | None
    """Where the unit of the cell is written, in the head of its row or column."""
    aimed: bool
    explained: bool
    """Whether heads, or other numbers in its row, show that a bare number in it is a figure."""
    caption: int | None
    """Where the line begins that stands above the table."""


class _Table(NamedTuple):
    """The rows of a table, and where the line above it begins."""

    rows: list[list[Span]]
    caption: int | None
    stacked: bool = False
    """Whether its cells stand one below the other."""


class Tables:
    """Finds the table cell that a figure stands in."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.lower = context.lower

    @cached_property
    def cells(self) -> list[Cell]:
        """The cells of all tables, in text order."""
        if not self._signs():
            return []
        return [cell for table in self._blocks() for cell in self._read(table)]

    def _signs(self) -> bool:
        """Whether there may be a table at all."""
        text = self.text
        if "|" in text or "\t" in text or _ALONE.search(text) or _BEHIND_SPACE.search(text):
            return True
        return any(
            _TWO_NUMBERS.search(text, max(0, m.start() - 40), m.start())
            for m in _LINE_END.finditer(f"{text}\n")
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [cell.start for cell in self.cells]

    def cell(self, position: int) -> Cell | None:
        """The cell that a position stands in."""
        i = bisect_right(self._starts, position) - 1
        return self.cells[i] if i >= 0 and position < self.cells[i].end else None

    def _blocks(self) -> Iterator[_Table]:
        """The rows of each table, at least two, and the line above it."""
        rows: list[list[Span]] = []
        single: list[Span] = []  # lines that may be cells of a table
        above = last = None
        for start in self.context.line_starts:
            line = self._trimmed(start, self.context.line(start)[1])
            if line.start == line.end:
                continue
            cells = self._cut(line)
            if len(cells) > 1:
                if not rows:
                    above = last
                rows.append(cells)
            else:
                if len(rows) > 1:
                    yield _Table(rows, above)
                rows = []
            if (
                len(cells) == 1
                and line.end - line.start <= _MOST
                and self.text[line.end - 1] != "."
            ):
                single.append(line)
            else:
                yield from self._stacked(single)
                single = []
            last = start
        if len(rows) > 1:
            yield _Table(rows, above)
        yield from self._stacked(single)

    def _trimmed(self, start: int, end: int) -> Span:
        """A stretch without the space about it."""
        said = self.text[start:end]
        return Span(start + len(said) - len(said.lstrip()), start + len(said.rstrip()))

    def _cut(self, line: Span) -> list[Span]:
        """The cells of a line; one where it is no row of a table."""
        start, end = line
        run = _RUN.fullmatch(self.text, start, end)
        if run is not None:
            cells = [Span(*run.span("label"))]
            cells += [Span(*m.span()) for m in _WORD.finditer(self.text, *run.span("numbers"))]
            return cells
        barred = _BARRED.search(self.text, start, end) is not None
        if not barred and not _WIDE.search(self.text, start, end):
            return [line]
        cells, at = [], start
        for bar in (_BARRED if barred else _WIDE).finditer(self.text, start, end):
            cells.append(self._trimmed(at, bar.start()))
            at = bar.end()
        cells.append(self._trimmed(at, end))
        if not barred and any(cell.end - cell.start > _MOST for cell in cells):
            return [line]  # prose with a wide space in it
        if cells[0].start == cells[0].end:  # a bar opens the line
            cells = cells[1:]
        return cells

    def _stacked(self, cells: list[Span]) -> Iterator[_Table]:
        """The tables among lines that hold one cell each: a head, then rows of equal shape."""
        shape = "".join("N" if self._is_number(cell) else "T" for cell in cells)
        at = 0
        while (first := shape.find("N", at)) >= 0:
            begun = shape.rfind("N", 0, first) + 1  # where the words before it begin
            columns, head, rows = self._columns(shape, max(at, begun), first)
            ragged = _RAGGED.match(shape, first - 1) if first > at else None
            if not rows or (ragged and ragged.end() > head + columns * rows):
                if ragged:
                    yield self._with_gaps(cells, shape, ragged.start(), ragged.end())
                at = ragged.end() if ragged else shape.find("T", first)
                if at < 0:
                    return
                continue
            begin = (
                head - columns
                if head >= columns and "N" not in shape[head - columns : head]
                else head
            )
            end = head + columns * rows
            above = self.context.line(cells[begin - 1].start)[0] if begin else None
            rows_of_it = [cells[i : i + columns] for i in range(begin, end, columns)]
            yield _Table(rows_of_it, above, stacked=True)
            at = end

    def _with_gaps(self, cells: list[Span], shape: str, start: int, end: int) -> _Table:
        """A table of stacked cells whose empty cells are lost: labels with numbers, under years."""
        head = start
        while head > 0 and _YEAR.fullmatch(self._words(cells[head - 1])):
            head -= 1
        years = cells[head:start]
        above = self.context.line(cells[head - 1].start)[0] if head else None
        rows = [[Span(cells[start].start, cells[start].start), *years]]
        for row in re.finditer("TN+", shape[start:end]):
            rows.append(cells[start + row.start() : start + row.end()])
        return _Table(rows, above, stacked=True)

    def _columns(self, shape: str, begun: int, first: int) -> tuple[int, int, int]:
        """How many columns a table of stacked cells has, where its rows begin, and how many."""
        best = (0, first, 0)
        for label in range(4):  # how many words open a row; before them a number may stand
            head = first - label
            if head < begun:
                break
            for columns in range(max(2, label + 1), 11):
                row = shape[head : head + columns]
                if (
                    "T" not in row
                    or "N" not in row
                    or row[-1] == "T" != shape[first + 1 : first + 2]
                ):
                    continue
                rows = 1
                while shape.startswith(row, head + rows * columns):
                    rows += 1
                headed = head - begun >= columns
                if rows < (2 if headed else 3) or (not headed and columns > 2):
                    continue
                if rows * columns > best[0] * best[2]:
                    best = (columns, head, rows)
        return best

    def _is_number(self, cell: Span) -> bool:
        written = self.lower[cell.start : cell.end]
        return bool(_FIGURE.fullmatch(written)) and not _YEAR.fullmatch(written)

    def _numeric(self, span: Span) -> bool:
        written = self.text[span.start : span.end]
        return bool(_NUMBER.fullmatch(written)) and not _YEAR.fullmatch(written)

    def _words(self, span: Span | None) -> str:
        return self.lower[span.start : span.end] if span else ""

    def _read(self, table: _Table) -> Iterator[Cell]:
        rows, caption, stacked = table
        rows = [row for row in rows if not all(_RULE.fullmatch(self._words(c)) for c in row)]
        if len(rows) < 2:
            return
        head: list[Span] = []
        first = rows[0]
        headed = len(first) > 1 and not any(self._numeric(c) for c in first[1:])
        headed = headed and any(self._numeric(c) for row in rows[1:] for c in row[1:])
        if headed:
            head, rows = first, rows[1:]
            if len(head) < len(rows[0]) and _PERIOD.match(self._words(head[0])):
                # nothing stands over the labels
                head = [Span(head[0].start, head[0].start), *head]
        units = next((i for i, c in enumerate(head) if _UNIT_HEAD.match(self._words(c))), None)
        said = self._said(caption)
        gaps = any(len(row) < len(head) for row in rows)  # a cell may be under any head
        named = bool(head) and self._named(head, rows)
        for row in rows:
            indexed = len(row) > 1 and head and _INDEX.fullmatch(self._words(head[0]))
            label = 1 if indexed or (len(row) > 2 and self._numeric(row[0])) else 0
            if label >= len(row) or self._numeric(row[label]):
                continue
            name, unit = self._without_unit(row[label])
            if units is not None and units < len(row):
                unit = row[units]
            several = sum(self._numeric(c) for c in row[label + 1 :]) > 1
            dated = _DATED.fullmatch(self._words(name)) is not None
            for i, cell in enumerate(row):
                if i <= label or cell.start == cell.end:
                    continue
                if i == units:
                    yield Cell(cell.start, cell.end, None, None, None, False, False, None)
                    continue
                column = head[i] if i < len(head) and (not gaps or len(row) == len(head)) else None
                what, in_column = self._without_unit(column) if column else (None, None)
                measured, when = (what, row[label]) if dated and what else (name, column)
                if named and what and not self._times(what):
                    measured = what
                counted = in_column or unit or self._counted(measured) or said
                if counted is None and what:
                    counted = self._counted(what)
                yield Cell(
                    cell.start, cell.end, measured, when, counted,
                    _AIMED.search(self._words(column)) is not None,
                    column is not None or counted is not None or several or stacked, caption,
                )  # fmt: skip

    def _named(self, head: list[Span], rows: list[list[Span]]) -> bool:
        """Whether most rows are headed by names, as of places."""
        first = 1 if _INDEX.fullmatch(self._words(head[0])) else 0
        if first < len(head) and _NAMES_HEAD.fullmatch(self._words(head[first])):
            return True
        labels = [self.text[slice(*row[first])] for row in rows if first < len(row)]
        return 2 * sum(map(_is_name, labels)) > len(labels)

    def _times(self, what: Span) -> bool:
        """Whether a head of a column tells a time or an aim, and no measure."""
        said = self._words(what)
        return bool(_TIMED.match(said) or _AIMED.match(said) or _YEAR.search(said))

    def _counted(self, name: Span) -> Span | None:
        """The noun that a head counts: "Số giường bệnh"."""
        number = _HOW_MANY.match(self.lower, name.start, name.end)
        noun = known_noun(self.lower, number.end(), name.end) if number else None
        if number is None or noun is None or not _HEAD_ENDS.match(self.lower, noun.end, name.end):
            return None  # "Số bác sĩ trên 10.000 dân" is a rate
        if self.lower[noun.end : noun.end + 1] == "/":
            return Span(number.end(), name.end)
        return Span(number.end(), noun.end)

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
        if cell.row is None or not cell.explained:
            return False
        alone = self.text[cell.start : cell.end].strip("+- ")
        bound = _BOUND.match(alone.lower())
        alone = alone[bound.end() :] if bound else alone
        if alone != self.text[q.start : q.end] or _YEAR.fullmatch(alone):
            return False
        return not (alone.isdigit() and alone[0] == "0" and len(alone) > 2)

    def _rate(self, start: int, end: int) -> tuple[UnitKind, str] | None:
        """A rate of a unit of the table: "đồng/kg"."""
        above, slash, below = self.lower[start:end].partition("/")
        unit = unit_of(above) if slash else None
        return (unit[0], f"{unit[1]}/{below.strip()}") if unit and below.strip() else None

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
        unit = unit_of(self.lower[rest : cell.unit.end]) or self._rate(rest, cell.unit.end)
        value = Decimal(q.value) * factor
        q.value = int(value) if value == int(value) else value
        if unit is not None:
            q.kind, q.unit = unit
        elif rest < cell.unit.end:
            q.kind, q.unit = "count", Span(rest, cell.unit.end)
        return q
