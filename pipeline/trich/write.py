"""Rows -> lines of JSON and CSV, and files that are put in place only when they are whole."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from trich.article import Kind
from trich.records import columns
from trich.spreadsheet import cell

TABLES: dict[Kind, str] = {
    "person": "persons.csv",
    "organization": "organizations.csv",
    "date": "dates.csv",
    "decree": "decrees.csv",
    "indicator": "indicators.csv",
}
_encode = json.JSONEncoder(ensure_ascii=False).encode


def dumps(row: Any) -> str:
    """A row as one line of JSON, Vietnamese letters as they are.

    >>> dumps({"text": "Bộ Y tế", "key": None})
    '{"text": "Bộ Y tế", "key": null}'
    """
    line = _encode(row)
    if not line.isascii() and _HALVES.search(line):  # half a surrogate pair: not UTF-8
        return json.dumps(row)
    return line


_HALVES = re.compile("[\ud800-\udfff]")


def cells(row: dict[str, Any]) -> str:
    """A record as one line of its kind's CSV table; lists are written as JSON.

    >>> cells({"article": "a", "kind": "date", "text": "quý I, II", "key": None})
    'a,date,"quý I, II",\\n'
    """
    values = []
    plain = True
    for value in row.values():
        if isinstance(value, str):
            value = cell(value)
            plain = plain and "\r" not in value
        elif isinstance(value, (list, dict)):
            value = dumps(value)
        values.append(value)
    to = io.StringIO()
    # older versions of csv leave "\r" unquoted
    how: dict[str, Any] = {} if plain else {"quoting": csv.QUOTE_ALL}
    csv.writer(to, lineterminator="\n", **how).writerow(values)
    return to.getvalue()


def heading(kind: Kind) -> bytes:
    """How a kind's table begins: the mark by which spreadsheets know UTF-8, and the header."""
    return b"\xef\xbb\xbf" + (",".join(columns(kind)) + "\n").encode()


@contextmanager
def whole(path: Path, mode: str = "w", **how: Any) -> Iterator[IO[Any]]:
    """A file that appears under its name when it is complete and on disk, or not at all.

    Text is UTF-8 with its line ends as written, unless `how` (what `open` takes) says else.
    """
    if "b" not in mode:
        how = {"encoding": "utf-8", "newline": "\n"} | how
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open(mode, **how) as f:
            yield f
            f.flush()
            os.fsync(f.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
