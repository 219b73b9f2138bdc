"""Lines of a structured document -> the text of an article, and what is known of its lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from trich.article import Block, BlockKind
from trich.read.repair import repair

CELL = " | "  # between the cells of a table's row
# Line ends of all kinds, what XML and terminals cannot bear, and what is written for nobody to see.
_NOTHING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


_SOFT = "\u00ad"  # a soft hyphen


@dataclass(slots=True)
class Line:
    """One line of the text to be, its kind where the document tells it, and of a document in
    pages from where in the line which page goes on."""

    text: str
    kind: BlockKind | None = None
    page_at: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Assembled:
    """A text; the blocks that are known in it; what was mended; where its pages begin."""

    text: str
    known: tuple[Block, ...] = ()
    repairs: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()


def assemble(lines: Iterable[Line]) -> Assembled:
    """The text of a document, from its lines.

    Each line comes out in one piece, composed (NFC), single-spaced, without unseen
    characters; what is read from tags and glyphs has no form of its own to be kept.

    >>> assemble([Line("Bộ  Y tê\u0301 họp", "title"), Line(" ")])  # doctest: +ELLIPSIS
    Assembled(text='Bộ Y tế họp', known=(Block(start=0, end=11, kind='title'),), ...)
    """
    kept = [(clean(line.text), line) for line in lines]
    kept = [(text, line) for text, line in kept if text]
    if not kept:
        return Assembled("")
    text, repairs = repair("\n".join(text for text, _ in kept))
    written: list[str] = []
    known: list[Block] = []
    pages: list[int] = []
    start = 0
    for (_, line), raw in zip(kept, text.split("\n"), strict=True):
        # soft hyphens last: in fonts from before Unicode their place is that of a letter
        shown = raw.replace(_SOFT, "")
        if line.kind:
            known.append(Block(start, start + len(shown), line.kind))
        for offset, page in line.page_at:
            offset -= raw.count(_SOFT, 0, offset)
            while len(pages) <= page:  # a page without text begins where the next one does
                pages.append(start + min(offset, len(shown)))
        written.append(shown)
        start += len(shown) + 1
    text = "\n".join(written)
    return Assembled(text, tuple(known), repairs, tuple(pages))


def clean(text: str) -> str:
    """A stretch of text as one line.

    >>> clean(" 30/01/2024\\xa0\\n | 16:18 ")
    '30/01/2024 | 16:18'
    """
    return unicodedata.normalize("NFC", " ".join(_NOTHING.sub("", text).split()))


def rows_as_lines(rows: list[list[list[str]]]) -> list[Line]:
    """A table, given as rows of cells of paragraphs, as lines.

    A table of data comes a row a line, `|` between its cells.  One that only places text
    side by side, as the heads and signatures of official documents do, comes a paragraph a
    line, cell after cell.

    >>> [line.text for line in rows_as_lines([[["BỘ Y TẾ", "Số: 1/QĐ-BYT"], ["CỘNG HÒA"]]])]
    ['BỘ Y TẾ', 'Số: 1/QĐ-BYT', 'CỘNG HÒA']
    >>> rows = [[["Năm"], ["Ca"]], [["2023"], ["12"]], [["2024"], ["7"]]]
    >>> [line.text for line in rows_as_lines(rows)]
    ['Năm | Ca', '2023 | 12', '2024 | 7']
    """
    cells = [cell for row in rows for cell in row]
    columns = max(map(len, rows), default=0)
    # A few cells may hold a list; where many hold paragraphs, the table is but a frame.
    single = sum(len(cell) <= 1 for cell in cells) >= 0.7 * len(cells)
    if columns > 1 and single and (len(rows) > 2 or columns > 2):
        written = (CELL.join("; ".join(cell) for cell in row) for row in rows if any(row))
        return [Line(row, "body") for row in written]
    return [Line(paragraph) for cell in cells for paragraph in cell]
