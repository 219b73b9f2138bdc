"""Rows -> lines of JSON and CSV, and files that are put in place only when they are whole."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from trich.article import Kind
from trich.records import columns
from trich.spreadsheet import cell

TABLES: dict[Kind, str] = {
    "person": "persons.csv",
    "organization": "organizations.csv",
    "location": "locations.csv",
    "date": "dates.csv",
    "decree": "decrees.csv",
    "indicator": "indicators.csv",
}
_encode = json.JSONEncoder(ensure_ascii=False).encode
_RISKY = frozenset("=@\t\r+-'")  # first letters for which `cell` is asked


def dumps(row: Any) -> str:
    """A row as one line of JSON, Vietnamese letters as they are.

    >>> dumps({"text": "Bộ Y tế", "key": None})
    '{"text": "Bộ Y tế", "key": null}'
    """
    return _encode(row)


def lines(rows: Iterable[Any]) -> bytes:
    """Rows as lines of JSON in UTF-8.

    >>> lines([{"id": 1}, {"text": "\\ud83d"}])
    b'{"id": 1}\\n{"text": "\\\\ud83d"}\\n'
    """
    rows = list(rows)
    try:
        return "".join([f"{_encode(row)}\n" for row in rows]).encode()
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can hold and UTF-8 cannot
        return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


def cells(rows: Iterable[dict[str, Any]]) -> bytes:
    """Records of one kind as lines of its CSV table; lists are written as JSON.

    >>> print(cells([{"text": "quý I, II", "key": None}, {"text": "=1", "key": []}]).decode())
    "quý I, II",
    '=1,[]
    <BLANKLINE>
    """
    table = [
        [
            v if v is None or (v.__class__ is str and v[:1] not in _RISKY) else _cell(v)
            for v in row.values()
        ]
        for row in rows
    ]
    to = io.StringIO()
    csv.writer(to, lineterminator="\n").writerows(table)
    if "\r" in to.getvalue():  # older versions of csv do not quote it
        to = io.StringIO()
        for values in table:
            quote = any(isinstance(v, str) and "\r" in v for v in values)
            how: dict[str, Any] = {"quoting": csv.QUOTE_ALL} if quote else {}
            csv.writer(to, lineterminator="\n", **how).writerow(values)
    return to.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return cell(value)
    return _encode(value) if isinstance(value, (list, dict)) else value


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
