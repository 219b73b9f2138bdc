"""CoNLL-U Plus: a token a line, a column of IOB2 tags a kind.

Tokens are cut at the edges of records, so that every span is whole tokens; what stands
between tokens is kept in MISC (`SpacesAfter`, as UDPipe writes it), so that the text comes
back exactly.  A record's fields are JSON in MISC of its first token (`person=...`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from trich.article import KINDS, Article
from trich.exchange.pages import Page, Row, Unreadable, fields, restored
from trich.layout import layout
from trich.segment import segment
from trich.tokens import cut
from trich.view import View
from trich.write import dumps, whole

_COLUMNS = ("ID", "FORM", *(f"TRICH:{kind.upper()}" for kind in KINDS), "MISC")
# What would end a value, a column or a line.
_ESCAPES = {"%": "%25", "|": "%7C", "\t": "%09", "\n": "%0A", "\r": "%0D", " ": "%20"}
_ESCAPED = re.compile("[%|\t\n\r ]")
_SPACES = {" ": r"\s", "\t": r"\t", "\n": r"\n", "\r": r"\r", "|": r"\p", "\\": r"\\"}
_BACK = {v: k for k, v in _SPACES.items()}


def write(pages: Iterable[Page], target: Path) -> None:
    """Write one file."""
    with whole(target) as f:
        f.write(f"# global.columns = {' '.join(_COLUMNS)}\n")
        for page in pages:
            f.write(f"# newdoc id = {page.id}\n")
            if page.published:
                f.write(f"# published = {page.published}\n")
            if not page.text.strip():
                f.write(f"# spaces = {_spaces(page.text)}\n")
            for sentence in _sentences(page):
                f.writelines(sentence)
                f.write("\n")


def _sentences(page: Page) -> Iterator[list[str]]:
    """Each sentence as its lines."""
    edges = {edge for row in page.rows for edge in (row["start"], row["end"])}
    tokens = list(cut(page.text, edges))
    if not tokens:
        return
    view = View(page.text)
    article = Article(view.text)
    layout(article)
    segment(article)
    starts = [s.start for s in article.on_source(view).sentences] or [0]
    inside: list[dict[str, tuple[str, Row | None]]] = [{} for _ in tokens]
    first = {start: i for i, (start, _) in enumerate(tokens)}
    for row in page.rows:
        i = first[row["start"]]
        inside[i][row["kind"]] = (f"B-{row['kind']}", row)
        while i + 1 < len(tokens) and tokens[i + 1][0] < row["end"]:
            i += 1
            inside[i].setdefault(row["kind"], (f"I-{row['kind']}", None))
    lines: list[str] = []
    n = 0
    upcoming = iter(starts[1:])
    border = next(upcoming, None)
    for i, (start, end) in enumerate(tokens):
        while border is not None and start >= border:
            border = next(upcoming, None)
            if lines:
                yield lines
                lines, n = [], 0
        n += 1
        misc = [f"{kind}={_escaped(dumps(fields(row)))}"
                for kind, (_, row) in inside[i].items() if row is not None]  # fmt: skip
        if i == 0 and start:
            misc.append(f"SpacesBefore={_spaces(page.text[:start])}")
        after = page.text[end : tokens[i + 1][0] if i + 1 < len(tokens) else len(page.text)]
        if after != " ":
            misc.append(f"SpacesAfter={_spaces(after)}" if after else "SpaceAfter=No")
        tags = [inside[i].get(kind, ("O", None))[0] for kind in KINDS]
        lines.append("\t".join([str(n), page.text[start:end], *tags, "|".join(misc) or "_"]) + "\n")
    if lines:
        yield lines


def _escaped(value: str) -> str:
    return _ESCAPED.sub(lambda m: _ESCAPES[m.group()], value)


def _spaces(text: str) -> str:
    return "".join(_SPACES.get(c, c) for c in text)


def _unspaced(text: str) -> str:
    return re.sub(r"\\[stnrp\\]", lambda m: _BACK[m.group()], text)


def read(source: Path) -> Iterator[Page]:
    """The documents of a file that `write` wrote and people edited."""
    try:
        with source.open(encoding="utf-8", newline="\n") as f:
            yield from _documents(source, f)
    except (OSError, UnicodeDecodeError) as e:
        raise Unreadable(f"{source}: {e}") from e


def _documents(source: Path, lines: Iterable[str]) -> Iterator[Page]:
    columns = list(_COLUMNS)
    reader: _Reader | None = None
    for n, raw in enumerate(lines, 1):
        line = raw.rstrip("\n")
        if line.startswith("# global.columns = "):
            columns = line.split(" = ", 1)[1].split()
        elif line.startswith("# newdoc id = "):
            if reader is not None:
                yield reader.page()
            reader = _Reader(line.split(" = ", 1)[1])
        elif line.startswith("# published = ") and reader is not None:
            reader.published = line.split(" = ", 1)[1]
        elif line.startswith("# spaces = ") and reader is not None:
            reader.text = _unspaced(line.split(" = ", 1)[1])
        elif line and not line.startswith("# "):
            cells = line.split("\t")
            if reader is None or len(cells) != len(columns):
                what = "no `# newdoc id =` before it" if reader is None else "columns are missing"
                raise Unreadable(f"{source}:{n}: {what}")
            reader.add(dict(zip(columns, cells, strict=True)))
    if reader is not None:
        yield reader.page()


class _Reader:
    """One document, token by token."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.published: str | None = None
        self.text = ""
        self.open: dict[str, tuple[int, int, Row]] = {}
        self.spans: list[tuple[str, int, int, Row]] = []

    def add(self, cell: dict[str, str]) -> None:
        misc = dict(p.split("=", 1) for p in cell["MISC"].split("|") if "=" in p)
        self.text += _unspaced(misc.get("SpacesBefore", ""))
        start = len(self.text)
        self.text += cell["FORM"]
        for kind in KINDS:
            tag = cell.get(f"TRICH:{kind.upper()}", "O")
            if tag[:1] == "I" and kind in self.open:
                begun, _, told = self.open[kind]
                self.open[kind] = (begun, len(self.text), told)
                continue
            self._close(kind)
            if tag[:1] in "BI":
                value = re.sub(r"%[0-9A-F]{2}", lambda m: chr(int(m[0][1:], 16)),
                               misc.get(kind, "{}"))  # fmt: skip
                try:
                    self.open[kind] = (start, len(self.text), json.loads(value))
                except json.JSONDecodeError as e:
                    raise Unreadable(f"{self.id}: {kind} of {cell['FORM']!r}: no JSON: {e}") from e
        if "SpacesAfter" in misc:
            self.text += _unspaced(misc["SpacesAfter"])
        elif misc.get("SpaceAfter") != "No":
            self.text += " "

    def _close(self, kind: str) -> None:
        if kind in self.open:
            self.spans.append((kind, *self.open.pop(kind)))

    def page(self) -> Page:
        for kind in KINDS:
            self._close(kind)
        rows = [restored(self.id, self.text, *span) for span in self.spans]
        rows.sort(key=lambda r: (r["start"], -r["end"]))
        return Page(self.id, self.text, rows, self.published)
