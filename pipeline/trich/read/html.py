"""Web pages: the article in them as lines of text, and what their tags tell of each line.

The text of a page is its title, the date line, and everything from there to the end of the
article: paragraphs, captions, rows of tables, each block a line.  Menus, share bars, lists
of other pages and comments are left out; a page in which no article is found is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser, LexborNode

from trich.article import BlockKind
from trich.lexicon import fold, table
from trich.read import metadata
from trich.read.blocks import Line, assemble, rows_as_lines
from trich.read.encodings import Undecodable, decode
from trich.read.source import File, Source, Unreadable

_PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    r"<(?:/?(?:p|div|span|br|table|tr|td|ul|li|strong|b|em|i|article|section|figure|h[1-6])\b|a\s)[^<>]*>",
    re.IGNORECASE,
)
_UNREAD = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button",
        "input", "textarea", "canvas", "audio", "video", "map", "head", "math",
    }
)  # fmt: skip
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "img", "ins", "kbd", "label", "mark", "o:p", "q", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "st1:place",
        "st1:city",
    }
)  # fmt: skip
_PROSE = 80  # characters from which a block is prose and no headline
_ARTICLE = 200  # characters of prose from which a page has an article
_CAPTION = 300  # characters of the longest caption
_SPACES = re.compile(r"\s+")


def is_page(text: str) -> bool:
    """Whether a text is the source of a web page, or most of one.

    >>> is_page("<!DOCTYPE html><title>"), is_page("<p>Bộ Y tế</p><p>họp</p>"), is_page("a < b")
    (True, True, False)
    """
    return is_whole(text) or is_fragment(text)


def is_whole(text: str) -> bool:
    """Whether a text begins as a web page does, with its document type or first element."""
    return _PAGE.match(text) is not None


def is_fragment(text: str) -> bool:
    """Whether a text begins with a tag and has several."""
    text = text[:4000].lstrip()
    return text.startswith("<") and sum(1 for _ in _TAGS.finditer(text)) > 1


def read(file: File) -> Iterator[Source]:
    """The article of a page."""
    yield page(file.whole(), file, file.charset)


def page(data: bytes | str, file: File, charset: str | None = None) -> Source:
    """The article of a page; `charset` is what its sender said of the encoding."""
    encoding: str | None = None
    notes: tuple[str, ...] = ()
    if isinstance(data, bytes):
        data, encoding, notes = _decoded(data, charset)
    if data.count("<") > _DEEPEST and _depth(data) > _DEEPEST:
        raise Unreadable(f"elements more than {_DEEPEST:,} deep in one another")
    tree = LexborHTMLParser(data)
    if tree.body is None:
        raise Unreadable("a page without a body")
    meta = metadata.of_page(tree)
    lines = _Page(tree, meta.title).lines()
    if sum(len(line.text) for line in lines) < _ARTICLE and (said := metadata.article_body(tree)):
        lines = [Line(part) for part in said.split("\n")]
    made = assemble(lines)
    if not made.text:
        raise Unreadable("a page without text")
    return Source(
        file.id,
        file.source,
        made.text,
        title_else=meta.title,
        published_else=meta.published,
        encoding=encoding,
        repairs=(*notes, *made.repairs),
        known=made.known,
    )


_DEEPEST = 10_000  # from where on the parser's time grows with the square
_OPENING = re.compile(
    r"<(/?)(?!br\b|img\b|hr\b|input\b|meta\b|link\b|p\b|li\b|t[drh]\b|d[td]\b|option\b|col\b)[a-z]",
    re.IGNORECASE,
)


def _depth(data: str) -> int:
    """How deep elements stand in one another, about."""
    depth = deepest = 0
    for m in _OPENING.finditer(data):
        depth = max(0, depth - 1) if m[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)


def _decoded(data: bytes, charset: str | None) -> tuple[str, str, tuple[str, ...]]:
    try:
        decoded = decode(data)
    except Undecodable as e:
        declared = _CHARSET.search(data[:4096])
        name = charset or (declared[1].decode() if declared else "")
        if name and name.lower() not in ("utf-8", "utf8"):
            try:
                return data.decode(name), name.lower(), ()
            except (LookupError, UnicodeDecodeError):
                pass
        text = data.decode("utf-8", "replace")
        lost = text.count("\ufffd")
        if "\0" not in text and lost * 200 < sum(not c.isascii() for c in text):
            return text, "utf-8", (f"{lost} letters could not be read ({e.reason}), now \ufffd",)
        raise Unreadable(e.reason, e.line) from e
    return decoded.text, decoded.encoding, decoded.repairs


@cache
def _parts(part: str) -> tuple[str, ...]:
    return tuple(row["selector"] for row in table("html_parts") if row["part"] == part)


@dataclass(slots=True)
class _Piece:
    """A block of the page: its text, how much of it is links, what its element was."""

    text: str
    linked: int
    junk: bool
    kind: BlockKind | None
    cell: tuple[int, int, int] | None  # table, row, column

    @property
    def prose(self) -> int:
        """Its characters, if it reads as a paragraph and not as a headline or a menu."""
        size = len(self.text)
        return size if size >= _PROSE and self.linked < 0.4 * size else 0


class _Page:
    """A page as blocks in reading order, and where each element begins and ends in them."""

    def __init__(self, tree: LexborHTMLParser, title: str | None) -> None:
        self.tree, self.meta_title = tree, title
        self.pieces: list[_Piece] = []
        self.spans: dict[int, tuple[int, int]] = {}  # by element: its first block, and one past
        self.pictured: set[int] = set()  # tables around a picture, whose text is its caption
        self._matched: dict[str, list[list[LexborNode]]] = {}
        self._read()
        inside = sum(p.prose for p in self.pieces if p.junk)
        if inside > sum(p.prose for p in self.pieces if not p.junk):
            for piece in self.pieces:  # names that mean something else on this page
                piece.junk = False

    def lines(self) -> list[Line]:
        """The lines of the article, or of the whole page where there is none."""
        body = self._body()
        if body is None:
            return self._as_lines([p for p in self.pieces if not p.junk])
        start, end = body
        title = self._title(start, end)
        first = start if title is None else title
        kept = [
            p
            for i, p in enumerate(self.pieces[first:end], first)
            if not p.junk and (i >= start or i == title or self._heads(p, start - i))
        ]
        for piece in self.pieces[start:end]:
            if piece.prose and not piece.junk:
                piece.kind = piece.kind or "body"
        self._bylines(end, kept)
        if title is not None:
            self.pieces[title].kind = "title"
        elif self.meta_title and not any(self.meta_title in p.text for p in kept[:3]):
            kept.insert(0, _Piece(self.meta_title, 0, False, "title", None))
            title = 0
        self._dateline(kept, first, start)
        self._trail(kept)
        return self._as_lines(kept)

    # Reading

    def _read(self) -> None:
        junk = {n.mem_id for group in self._nodes("junk") for n in group}
        kinds: dict[int, BlockKind] = {}
        for part in ("date", "title", "caption"):
            for group in self._nodes(part):
                for node in group:
                    kinds[node.mem_id] = "caption" if part == "caption" else "body"
        body = self.tree.body
        assert body is not None
        held: list[str] = []
        linked = 0
        # Of the elements around: how many are links, junk; the kind and the table's cell they give.
        links = hidden = 0
        marks: list[BlockKind] = []
        cells: list[list[int]] = []
        tables = 0

        def flush() -> None:
            nonlocal linked
            text = _SPACES.sub(" ", "".join(held)).strip()
            held.clear()
            if text:
                kind: BlockKind | None = "caption" if "caption" in marks else None
                cell = (cells[-1][0], cells[-1][1], cells[-1][2]) if cells else None
                self.pieces.append(_Piece(text, linked, hidden > 0, kind, cell))
            linked = 0

        stack: list[tuple[LexborNode, bool]] = [(body, False)]
        while stack:
            node, leaving = stack.pop()
            tag = node.tag or ""
            if tag == "-text":
                text = node.text_content or ""
                if held and text[:1].isupper() and held[-1][-1:].islower():
                    held.append(" ")  # two elements that only style parts: a place, then prose
                held.append(text)
                if links:
                    linked += len(text)
                continue
            if tag.startswith("-") or tag in _UNREAD:
                continue
            id = node.mem_id
            block = tag not in _INLINE or id in kinds
            if leaving:
                if block:
                    flush()
                links -= tag == "a"
                hidden -= id in junk
                if id in kinds:
                    marks.pop()
                if tag == "table":
                    cells.pop()
                self.spans[id] = (self.spans[id][0], len(self.pieces))
                continue
            if tag == "br":
                flush()
                continue
            if _is_hidden(node):
                continue
            if block:
                flush()
            self.spans[id] = (len(self.pieces), 0)
            links += tag == "a"
            hidden += id in junk
            if id in kinds:
                marks.append(kinds[id])
            if tag == "table":
                tables += 1
                cells.append([tables, 0, 0])
            elif tag == "tr" and cells:
                cells[-1][1] += 1
                cells[-1][2] = 0
            elif tag in ("td", "th") and cells:
                cells[-1][2] += 1
            elif tag == "img" and cells:
                self.pictured.add(cells[-1][0])
            stack.append((node, True))
            child = node.last_child
            while child is not None:
                stack.append((child, False))
                child = child.prev
        flush()

    def _nodes(self, part: str) -> list[list[LexborNode]]:
        """The elements of each selector of a part, in the order of the table."""
        if part not in self._matched:
            self._matched[part] = [self.tree.css(selector) for selector in _parts(part)]
        return self._matched[part]

    # Finding

    def _body(self) -> tuple[int, int] | None:
        """The blocks of the article: the element that a portal names so, else the smallest
        that holds most of the page's prose."""
        total = self._prose(0, len(self.pieces))
        if total < _ARTICLE:
            return None
        for group in self._nodes("body"):
            spans = [self.spans[n.mem_id] for n in group if n.mem_id in self.spans]
            best = max(spans, key=lambda s: self._prose(*s), default=(0, 0))
            if self._prose(*best) >= max(_ARTICLE, 0.4 * total):
                return best
        sums = [0]
        for piece in self.pieces:
            sums.append(sums[-1] + (0 if piece.junk else piece.prose))
        best = (0, len(self.pieces))
        for share in (0.95, 0.85, 0.7):
            holding = [s for s in self.spans.values() if sums[s[1]] - sums[s[0]] >= share * total]
            best = min(holding, key=lambda s: s[1] - s[0], default=best)
            if self._prose(*best) > 0.6 * sum(len(p.text) for p in self.pieces[slice(*best)]):
                break
        return best

    def _prose(self, start: int, end: int) -> int:
        return sum(p.prose for p in self.pieces[start:end] if not p.junk)

    def _title(self, start: int, end: int) -> int | None:
        """The block of the headline: the one that the page's own title repeats, nearest to the
        article's beginning; else the first that is named so."""
        groups = [*self._nodes("title"), self.tree.css("h2, h3")]
        spans = [[self.spans[n.mem_id] for n in g if n.mem_id in self.spans] for g in groups]
        named = [s[0] for group in spans for s in group if s[0] < min(s[1], end)]
        wanted = fold(self.meta_title or "")
        alike = [i for i in named if _same_title(fold(self.pieces[i].text), wanted)]
        if alike:
            return min(alike, key=lambda i: (i >= end, abs(start - i)))
        whole = [i for i, p in enumerate(self.pieces[:end]) if wanted and fold(p.text) == wanted]
        if whole:
            return min(whole, key=lambda i: abs(start - i))
        named = [s[0] for group in spans[:-1] for s in group if s[0] < s[1]]
        near = [i for i in named if start - 25 <= i <= start + 3 and len(self.pieces[i].text) > 15]
        return near[0] if near and not self.pieces[near[0]].junk else None

    def _heads(self, piece: _Piece, away: int) -> bool:
        """Whether a block between the headline and the article belongs to the article."""
        if piece.linked > 0.5 * len(piece.text):
            return False
        return away <= 8 or bool(piece.prose or _DAY.search(piece.text))

    def _dateline(self, kept: list[_Piece], first: int, start: int) -> None:
        """See that the date of the page stands behind its headline."""
        if any(_is_stamp(p.text) for p in kept[:8]):
            return
        for group in self._nodes("date"):
            for node in group:
                at, end = self.spans.get(node.mem_id, (0, 0))
                text = " ".join(p.text for p in self.pieces[at:end])
                if at < end <= start + 3 and _is_stamp(text):
                    if not any(p is self.pieces[at] for p in kept):
                        after = 1 if kept and kept[0].kind == "title" else 0
                        kept.insert(after, _Piece(text, 0, False, "dateline", None))
                    return

    def _bylines(self, end: int, kept: list[_Piece]) -> None:
        """The author and the source, which many portals put behind the article."""
        for group in self._nodes("byline"):
            for node in group:
                at, stop = self.spans.get(node.mem_id, (0, 0))
                if end <= at < stop <= end + 6:
                    kept += [
                        p for p in self.pieces[at:stop]
                        if len(p.text) < 100 and not p.junk and p not in kept
                    ]  # fmt: skip

    def _trail(self, kept: list[_Piece]) -> None:
        """Links to other pages at the end of the article's element, and nothing behind them."""
        last = max((i for i, p in enumerate(kept) if p.linked < 0.8 * len(p.text)), default=0)
        headlines = [p for p in kept[last + 1 :] if len(p.text) >= 30]
        if len(headlines) > 1:
            for piece in kept[last + 1 :]:
                piece.kind = piece.kind or "sidebar"

    def _as_lines(self, pieces: list[_Piece]) -> list[Line]:
        lines: list[Line] = []
        for number, group in groupby(pieces, key=lambda p: p.cell[0] if p.cell else 0):
            members = list(group)
            if not number or any(p.kind not in (None, "body") for p in members):
                lines += [Line(p.text, p.kind) for p in members]
                continue
            rows: dict[int, dict[int, list[str]]] = {}
            for p in members:
                assert p.cell is not None
                rows.setdefault(p.cell[1], {}).setdefault(p.cell[2], []).append(p.text)
            width = max(map(max, rows.values()))
            table = rows_as_lines(
                [[row.get(n, []) for n in range(1, width + 1)] for row in rows.values()]
            )
            if number in self.pictured and len(rows) < 4:
                for line in table:
                    line.kind = "caption" if len(line.text) < _CAPTION else None
            lines += table
        return lines


_DAY = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{4}-\d\d-\d\d\b|\bngày \d{1,2} tháng \d{1,2}\b"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def _is_stamp(text: str) -> bool:
    """Whether a line is a date with little around it."""
    day = _DAY.search(text)
    return day is not None and len(text) - len(day.group()) <= 50


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return bool(attributes) and (
        "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
    )


def _same_title(heading: str, said: str) -> bool:
    return len(heading) >= 10 and len(said) >= 10 and (
        heading in said or (said in heading and len(heading) < 2 * len(said))
    )  # fmt: skip
