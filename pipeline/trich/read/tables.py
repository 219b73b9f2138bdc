"""Tables of texts, one row one article: JSON lines, JSON arrays, CSV, Parquet.

All are read a row at a time: what is held in memory is a row, never the file.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from trich.read import columns
from trich.read.encodings import LONGEST, broken, lines, texts
from trich.read.source import File, Reject, Source, Unreadable, missing

_PARQUET_ROWS = 64
_NULS = "binary data: a NUL"


def read_jsonl(file: File) -> Iterator[Source | Reject]:
    """The articles of a file of JSON objects, one a line."""
    with file.open() as f:
        encoding, rows = lines(f)
        for n, line in enumerate(rows, file.before + 1):
            if not line.strip():
                continue
            if reason := broken(line):
                yield Reject(file.source, n, reason)
                continue
            try:
                row = json.loads(line)
            except (json.JSONDecodeError, RecursionError) as e:
                yield Reject(file.source, n, _NULS if "\0" in line else f"not JSON: {e}")
            else:
                yield _object(row, file, n, encoding)


def read_json(file: File) -> Iterator[Source | Reject]:
    """The articles of a JSON array of objects, one element at a time, or of one object."""
    decoder = json.JSONDecoder()
    with file.open() as f:
        encoding, blocks = texts(f)
        held, n, array, needed = "", 0, None, 0
        for block in chain(blocks, [None]):
            held += block or ""
            if block is not None and len(held) < needed:
                continue  # an object so long is tried again only when it has doubled
            at = _skip(held, 0, " \t\r\n\ufeff" if array is None else _BETWEEN)
            if array is None and at < len(held):
                array = held[at] == "["
                at = _skip(held, at + array, _BETWEEN)
            while at < len(held):
                try:
                    row, at = decoder.raw_decode(held, at)
                except (json.JSONDecodeError, RecursionError) as e:
                    if block is None or len(held) - at > 2 * LONGEST:
                        reason = broken(held[at:]) or f"not JSON: {str(e).partition(':')[0]}"
                        raise Unreadable(reason, n + 1) from e
                    break  # its end is in a later block
                n += 1
                yield _object(row, file, n, encoding)
                at = _skip(held, at, _BETWEEN)
            held = held[at:]
            needed = 2 * len(held)


_BETWEEN = " \t\r\n,]"


def _skip(text: str, at: int, chars: str) -> int:
    while at < len(text) and text[at] in chars:
        at += 1
    return at


def _object(row: Any, file: File, line: int, encoding: str) -> Source | Reject:
    if not isinstance(row, Mapping):
        return Reject(file.source, line, f"a row is an object, this is {type(row).__name__}")
    return columns.row(row, columns.find(row, file.columns), file, line, encoding)


def read_csv(file: File) -> Iterator[Source | Reject]:
    """The articles of a CSV file with a header line; comma, semicolon or tab between cells."""
    csv.field_size_limit(LONGEST)
    with file.open() as f:
        encoding, written = lines(f)
        first = next(written, "")
        rows = csv.reader(chain([first], written), delimiter=delimiter(first), strict=True)
        header: list[str] = []
        names: dict[str, list[str]] = {}
        while True:
            try:
                cells = next(rows, None)
            except csv.Error as e:  # where quoting breaks, no later row can be trusted
                raise Unreadable(f"not CSV: {e}", file.before + rows.line_num) from e
            if cells is None:
                return
            if not header:
                header = [name.removeprefix("\ufeff").strip() for name in cells]
                names = columns.find(header, file.columns)
                if not names["text"]:
                    raise Unreadable(
                        f"no column of texts among {', '.join(header)[:200]!r}: "
                        "name it with --map text=COLUMN", 1,
                    )  # fmt: skip
            elif len(cells) > len(header) and any(cells[len(header) :]):
                yield Reject(
                    file.source,
                    file.before + rows.line_num,
                    f"{len(cells)} cells under {len(header)} columns",
                )
            elif any(cells):
                row = dict(zip(header, cells, strict=False))
                yield columns.row(row, names, file, file.before + rows.line_num, encoding)


def delimiter(header: str) -> str:
    """What stands between the cells of a header line."""
    return max(",;\t|", key=lambda d: (len(header.split(d)), d == ","))


def is_header(line: str, names: Mapping[str, str]) -> bool:
    """Whether a line is the header of a CSV file of articles."""
    cells = [c.strip().strip('"') for c in line.lstrip("\ufeff").split(delimiter(line))]
    return 1 < len(cells) < 100 and bool(columns.find(cells, names)["text"])


def read_parquet(file: File) -> Iterator[Source | Reject]:
    """The articles of a Parquet file, a few rows at a time."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as e:
        raise missing("parquet") from e
    with file.seekable() as f:
        try:
            table = parquet.ParquetFile(f)
            names = columns.find(table.schema_arrow.names, file.columns)
            if not names["text"]:
                raise Unreadable(
                    f"no column of texts among {', '.join(table.schema_arrow.names)[:200]!r}: "
                    "name it with --map text=COLUMN"
                )
            wanted = list(dict.fromkeys(chain.from_iterable(names.values())))
            n = file.before
            for batch in table.iter_batches(_PARQUET_ROWS, columns=wanted, use_threads=False):
                for row in _rows(batch):
                    n += 1
                    yield columns.row(row, names, file, n)
        except (pyarrow.ArrowException, UnicodeDecodeError, OSError) as e:
            raise Unreadable(f"not Parquet: {' '.join(str(e).split())[:200]}") from e


def _rows(batch: Any) -> Iterable[dict[str, Any]]:
    rows: Iterable[dict[str, Any]] = batch.to_pylist()
    return rows
