"""Rows -> lines of JSON and CSV, and files that are put in place only when they are whole."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
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
_RISKY = frozenset("=@\t\r+-'")  # first letters for which `cell` is asked
# The same where a written cell begins; and lists that are not empty, and objects.
_RISKY_CELL = re.compile(r"""[=@\t\r+\-'{\[](?<=[,\n"].)(?!(?<=\[)\])""")


def _encoder() -> Callable[[Any], str]:
    """What writes a row as JSON: the standard encoder sets itself up anew for each row."""
    slow = json.JSONEncoder(ensure_ascii=False, check_circular=False)
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return slow.encode
    chunks = make(
        None, slow.default, json.encoder.encode_basestring, None, ": ", ", ", False, False, True
    )
    return lambda row: "".join(chunks(row, 0))


_encode = _encoder()


def dumps(row: Any) -> str:
    """A row as one line of JSON, Vietnamese letters as they are.

    >>> dumps({"text": "Bộ Y tế", "key": None})
    '{"text": "Bộ Y tế", "key": null}'
    """
    return _encode(row)


_decode = json.JSONDecoder().raw_decode


def loads(text: str) -> Any:
    """What `dumps` wrote, and nothing else: no space around it is looked for."""
    return _decode(text)[0]


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
    return table(row.values() for row in rows)


def table(rows: Iterable[Iterable[Any]]) -> bytes:
    """Rows of cells as lines of CSV; lists are written as JSON, formulas as text."""
    return "".join(csv_lines(rows)).encode("utf-8", "replace")


class _Lines(list[str]):
    """A file for csv to write into: it writes once a row."""

    write = list.append


def csv_lines(rows: Iterable[Iterable[Any]]) -> list[str]:
    """As `table` does, a string a row."""
    table = list(rows)
    to = _Lines("\n")
    csv.writer(to, lineterminator="\n").writerows(table)
    written = "".join(to)
    if _RISKY_CELL.search(written):  # seldom: see to every cell
        table = [
            [
                v if v is None or (v.__class__ is str and v[:1] not in _RISKY) else _cell(v)
                for v in row
            ]
            for row in table
        ]
        to = _Lines("\n")
        csv.writer(to, lineterminator="\n").writerows(table)
    del to[0]
    if "\r" in written:  # older versions of csv do not quote it
        to = _Lines()
        for values in table:
            quote = any(isinstance(v, str) and "\r" in v for v in values)
            how: dict[str, Any] = {"quoting": csv.QUOTE_ALL} if quote else {}
            csv.writer(to, lineterminator="\n", **how).writerow(values)
    return to


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
