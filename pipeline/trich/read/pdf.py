"""PDF: the text of the pages as paragraphs, without the pages' furniture.

PDFium tells the characters and where they stand.  From that come lines and their cells;
from lines, paragraphs: wrapped lines are joined, over the end of a page as well, and the
offset at which each page begins is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from trich.extract.names import is_syllable
from trich.read.blocks import CELL, Line, assemble, clean
from trich.read.published import iso
from trich.read.source import LARGEST, File, Source, Unreadable, missing
from trich.read.titles import sensible

_PAGES = 20_000
_COLUMN = 1.8  # widths of a letter's height from which a gap parts cells
_FRAME = 8  # rows up to which two columns are a letterhead or signatures, no table


@dataclass(slots=True)
class _Row:
    """A line of a page: its cells, where it begins and ends, how high it stands and is."""

    cells: list[str]
    left: float
    right: float
    bottom: float
    height: float
    page: int
    order: tuple[int, int] = (0, 0)  # its place on the page from the top and from the bottom
    furniture: bool = False

    @property
    def text(self) -> str:
        return CELL.join(self.cells)


def read(file: File) -> Iterator[Source]:
    """The text of a PDF."""
    try:
        import pypdfium2
    except ImportError as e:
        raise missing("pdf") from e
    try:
        document = pypdfium2.PdfDocument(file.path or file.whole())
    except pypdfium2.PdfiumError as e:
        if "password" in str(e).lower():
            raise Unreadable("encrypted: save a copy without its password first") from e
        raise Unreadable(f"a damaged PDF: {e}") from e
    try:
        count = len(document)
        if count > _PAGES:
            raise Unreadable(f"{count:,} pages; at most {_PAGES:,} are read")
        pages = [_page(document, number) for number in range(count)]
        about = document.get_metadata_dict()
    finally:
        document.close()
    empty = sum(not page for page in pages)
    if empty == count:
        raise Unreadable("no text in it, as in a scan; run OCR first")
    notes = [f"{empty} of {count} pages hold no text, as scans do"] if empty else []
    dropped = _mark_furniture(pages)
    if dropped:
        notes.append(f"{dropped} repeated headers, footers and page numbers left out")
    made = assemble(_paragraphs(pages))
    try:
        published = iso(about.get("CreationDate"))
    except (ValueError, OverflowError, OSError):
        published = None
    yield Source(
        file.id, file.source, made.text,
        title_else=sensible(about.get("Title")), published_else=published,
        repairs=(*notes, *made.repairs), known=made.known, pages=made.pages,
    )  # fmt: skip


# Lines and cells


def _page(document: Any, number: int) -> list[_Row]:
    """The lines of a page, in the order of the file."""
    from pypdfium2 import PdfiumError, raw

    try:
        page = document[number]
    except PdfiumError:
        return []
    try:
        text = page.get_textpage()
        count = text.count_chars()
        if count > LARGEST:
            raise Unreadable("more characters on one page than a page can hold")
        codes = [raw.FPDFText_GetUnicode(text, i) for i in range(count)]
        rows = []
        start = 0
        for i in [*(i for i, code in enumerate(codes) if code in _ENDS), count]:
            end = i + (i < count and codes[i] != 10)  # a hyphen belongs to its line
            if row := _row(text, codes, start, end, number):
                rows.append(row)
            start = i + 1
        text.close()
    finally:
        page.close()
    rows = _merged(rows)
    places = sorted(range(len(rows)), key=lambda i: -rows[i].bottom)
    for place, i in enumerate(places):
        rows[i].order = (place, len(rows) - 1 - place)
    return rows


def _row(text: Any, codes: list[int], start: int, end: int, page: int) -> _Row | None:
    while start < end and codes[start] in _BLANK:
        start += 1
    while start < end and codes[end - 1] in _BLANK:
        end -= 1
    if start == end:
        return None
    left, bottom, _, top = text.get_charbox(start, loose=True)
    right = text.get_charbox(end - 1, loose=True)[2]
    height = max(top - bottom, 1.0)
    cells: list[str] = []
    begun = start
    i = start
    while i < end:
        if codes[i] in _BLANK:
            j = i
            while codes[j] in _BLANK:
                j += 1
            gap = text.get_charbox(j, loose=True)[0] - text.get_charbox(i - 1, loose=True)[2]
            if gap > _COLUMN * height:
                cells.append(_string(codes[begun:i]))
                begun = j
            i = j
        i += 1
    cells.append(_string(codes[begun:end]))
    cells = [cell for cell in cells if cell]
    return _Row(cells, left, right, bottom, height, page) if cells else None


_BROKEN = (2, 0xFFFE)  # what PDFium writes for a hyphen that breaks a word over two lines
_ENDS = frozenset((10, *_BROKEN))
_BLANK = frozenset((0, 9, 10, 13, 32, 0xA0))


def _string(codes: list[int]) -> str:
    return clean("".join(_HYPHEN if c in _BROKEN else chr(c) for c in codes if c < 0x110000))


_HYPHEN = "\ue00f"  # where PDFium saw a word broken, until the line is joined


def _merged(rows: list[_Row]) -> list[_Row]:
    """Lines that stand side by side as one, the cells from left to right."""
    out: list[_Row] = []
    for row in rows:
        last = out[-1] if out else None
        if (
            last
            and abs(last.bottom - row.bottom) < 0.4 * min(last.height, row.height)
            and row.left > last.right
        ):
            near = row.left - last.right < _COLUMN * row.height
            if near:
                last.cells[-1] += " " + row.cells[0]
                last.cells += row.cells[1:]
            else:
                last.cells += row.cells
            last.right = row.right
        else:
            out.append(row)
    return out


# Furniture

_NUMBER = re.compile(
    r"[-–—\s.]*(?:trang\s*|page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE
)


def _mark_furniture(pages: list[list[_Row]]) -> int:
    """Mark what the tops and bottoms of the pages repeat; drop all but its first appearance.

    Returns how many lines were dropped.
    """
    edges = [row for page in pages for row in page if min(row.order) <= 2]
    times = Counter((_shape(row), row.page) for row in edges)
    seen = Counter(shape for shape, _ in times)
    enough = max(2, min(4, len([p for p in pages if p]) // 3))
    shown: set[str] = set()
    dropped: set[int] = set()
    for row in edges:
        shape = _shape(row)
        if _NUMBER.fullmatch(row.text) and min(row.order) == 0 and len(pages) > 1:
            dropped.add(id(row))
        elif seen[shape] >= enough and len(pages) > 1:
            row.furniture = True
            if shape in shown:
                dropped.add(id(row))
            shown.add(shape)
    for page in pages:
        page[:] = [row for row in page if id(row) not in dropped]
    return len(dropped)


def _shape(row: _Row) -> str:
    """A line's height on the page and its words but numbers, in any order: odd and even
    pages mirror each other."""
    words = " ".join(row.cells).lower().split()
    words = sorted(re.sub(r"\d+", "0", w) for w in words if not w.strip("-–").isdigit())
    return f"{row.bottom // 12} {' '.join(words)}"


# Paragraphs

_ITEM = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)/]|[a-zđ][.)]|[-–+*•▪●◦]|[IVX]{1,5}\."
    r"|Điều \d+[a-zđ]?\.?|Chương [IVX\d]+\.?|Mục \d+\.?|Phụ lục)(?:\s|$)"
)
_CLOSED = (".", ":", ";", "!", "?", "./.", "”", '"')


def _paragraphs(pages: list[list[_Row]]) -> Iterator[Line]:
    """The paragraphs of the pages, each a line, with where in it a page begins."""
    held: list[_Row] = []
    later: list[Line] = []  # furniture between the halves of a paragraph comes behind it
    for rows in pages:
        if not rows:
            continue
        left, right, leading = _measure(rows)
        for group in _groups(rows):
            row = group[0]
            if row.furniture:
                later.append(Line(_unbroken(row.text), "boilerplate", ((0, row.page),)))
                if not held:
                    yield from _joined(held, later)
                continue
            if len(row.cells) > 1:
                yield from _joined(held, later)
                yield from _side_by_side(group)
                continue
            if held and not _continues(held, row, left, right, leading):
                yield from _joined(held, later)
            held.append(row)
    yield from _joined(held, later)


def _measure(rows: list[_Row]) -> tuple[float, float, float]:
    """The left and right edges of a page's text, and the usual step from line to line."""
    single = [r for r in rows if len(r.cells) == 1] or rows
    rights = sorted(r.right for r in single)
    lefts = sorted(r.left for r in single)
    steps = [a.bottom - b.bottom for a, b in pairwise(single)]
    steps = [s for s in steps if 0 < s < 60]
    return lefts[len(lefts) // 10], rights[-1 - len(rights) // 10], median(steps) if steps else 0.0


def _groups(rows: list[_Row]) -> Iterator[list[_Row]]:
    """Lines with cells that follow one another in one group, other lines each alone."""
    held: list[_Row] = []
    for row in rows:
        several = len(row.cells) > 1 and not row.furniture
        near = held and len(held[-1].cells) > 1 and held[-1].bottom - row.bottom < 2.5 * row.height
        if held and not (several and near):
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def _side_by_side(group: list[_Row]) -> Iterator[Line]:
    """A table by rows; the two columns of a letterhead or of signatures one after the other."""
    if len(group) <= _FRAME and max(len(r.cells) for r in group) == 2:
        for column in (0, 1):
            for row in group:
                yield Line(row.cells[column], page_at=((0, row.page),))
    else:
        for row in group:
            yield Line(_unbroken(row.text), "body", ((0, row.page),))


def _continues(held: list[_Row], row: _Row, left: float, right: float, leading: float) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    last = held[-1]
    text = last.cells[-1]
    if text.endswith(_HYPHEN):
        return True
    if _ITEM.match(row.text) or abs(last.height - row.height) > 0.2 * row.height:
        return False
    small = row.text[0].islower()
    if last.page == row.page:
        step = last.bottom - row.bottom
        if step <= 0 or (leading and step > 1.6 * leading):
            return False
        full = last.right >= right - 0.12 * (right - left)
        indented = row.left > left + row.height and row.left > last.left + 0.5 * row.height
    else:
        full = True  # pages of a book have other edges left and right
        indented = row.left > left + row.height
    if small and not text.endswith((".", ";")):
        return True
    return (
        full
        and not indented
        and not (text.endswith(_CLOSED) and last.right < right - 0.03 * (right - left))
    )


def _joined(held: list[_Row], later: list[Line]) -> Iterator[Line]:
    """The lines of a paragraph as one line; then the furniture that stood between them."""
    text, starts = "", []
    for row in held:
        piece = row.cells[0]
        text = _join(text, piece)
        starts.append((len(text) - len(piece), row.page))
    if text:
        # only pieces that are joined hold marks before their end; each mark is one character
        yield Line(_unbroken(text), page_at=tuple(starts))
    yield from later
    held.clear()
    later.clear()


_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")


def _join(text: str, piece: str) -> str:
    """Two lines as one, the hyphen between them kept unless it only breaks a word."""
    if not text:
        return piece
    if not text.endswith((_HYPHEN, "-")) or text.endswith((" -", " " + _HYPHEN)):
        return f"{text} {piece}"
    bare = text[:-1]
    last, first = _LAST.search(bare), _FIRST.match(piece)
    if last and first and first[0].islower() and last[0].islower() and last[0].isascii():
        whole = is_syllable(last[0]) and is_syllable(first[0])
        if not whole and first[0].isascii():
            return bare + piece  # "develop-", "ment"
    return f"{bare}-{piece}"


def _unbroken(text: str) -> str:
    return text.replace(_HYPHEN, "-")
