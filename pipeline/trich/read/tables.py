"""Tables of texts: JSONL and CSV, one row one article.

Columns by name: `text` (or `content`, `body`), and where there are any `id`, `title`,
`published` (or `date`), `url` (or `source`).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from trich.read.source import Reject, Source
from trich.read.text import Undecodable, decode

_COLUMNS = {
    "text": ("text", "content", "body"),
    "id": ("id",),
    "title": ("title",),
    "published": ("published", "date"),
    "source": ("url", "source"),
}
_CELL = 1 << 30  # characters in one CSV cell; the csv module's own limit is far below an article


def read_jsonl(path: Path, id: str, before: int = 0) -> Iterator[Source | Reject]:
    """The articles of a file of JSON objects, one a line.

    `before` is the number of lines before them, where this is a stretch of a larger file.
    """
    with path.open("rb") as f:
        for n, raw in enumerate(f, before + 1):
            if not raw.strip():
                continue
            try:
                row = json.loads(decode(raw))
            except Undecodable as e:
                yield Reject(str(path), n, e.reason)
            except (json.JSONDecodeError, RecursionError) as e:
                yield Reject(str(path), n, f"not JSON: {e}")
            else:
                yield _source(row, path, id, n)


def read_csv(path: Path, id: str, before: int = 0) -> Iterator[Source | Reject]:
    """The articles of a CSV file with a header line.

    `before` is the number of lines between the header and the rest, where this is a stretch
    of a larger file under its header.
    """
    try:
        text = decode(path.read_bytes())
    except Undecodable as e:
        yield Reject(str(path), before + e.line, e.reason)
        return
    csv.field_size_limit(_CELL)
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    while True:
        try:
            row = next(rows, None)
        except csv.Error as e:  # where quoting breaks, no later row can be trusted
            yield Reject(str(path), before + rows.line_num, f"not CSV: {e}")
            return
        if row is None:
            return
        yield _source(row, path, id, before + rows.line_num)


def _source(row: Any, path: Path, id: str, line: int) -> Source | Reject:
    if not isinstance(row, Mapping):
        return Reject(str(path), line, f"a row is an object, this is {type(row).__name__}")
    cells = {
        field: next((row[n] for n in names if row.get(n) not in (None, "")), None)
        for field, names in _COLUMNS.items()
    }
    if not isinstance(cells["text"], str):
        return Reject(str(path), line, "no text: a row needs a column `text`")
    try:
        published = _iso(cells["published"])
    except ValueError:
        return Reject(str(path), line, f"published: {cells['published']!r} is no date")
    return Source(
        str(cells["id"]) if cells["id"] is not None else f"{id}#{line}",
        str(cells["source"] or path),
        cells["text"],
        str(cells["title"]) if cells["title"] is not None else None,
        published,
    )


def _iso(value: Any) -> str | None:
    """An ISO date or date-time from ISO or day-first writing; ValueError where it is neither."""
    if value is None:
        return None
    text = str(value).strip()
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d/%m/%Y %H:%M"):
        try:
            at = datetime.strptime(text, form)
        except ValueError:
            continue
        return at.isoformat() if "%H" in form else at.date().isoformat()
    at = datetime.fromisoformat(text)
    return at.date().isoformat() if len(text) == 10 else at.isoformat()
