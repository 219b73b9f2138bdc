"""Files -> texts: the texts that each file holds.

A reader never stops a run: what it cannot read it returns as a `Reject` with the source,
the line where that makes sense, and the reason.  `docs/formats.md` tells what the text of
each format is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from trich.read import containers, docx, html, pdf, plain, sniff, tables, warc
from trich.read.columns import UNDATED, parse_map
from trich.read.source import File, Reject, Source, Unreadable, some

__all__ = ["UNDATED", "Input", "Reject", "Source", "parse_map", "read"]

_READERS: dict[str, Callable[[File], Iterator[Source | Reject]]] = {
    "text": plain.read,
    "html": html.read,
    "pdf": pdf.read,
    "docx": docx.read,
    "jsonl": tables.read_jsonl,
    "json": tables.read_json,
    "csv": tables.read_csv,
    "parquet": tables.read_parquet,
}


@dataclass(frozen=True, slots=True)
class Input:
    """One file of a run and the id that its article (or the prefix its rows) will have.

    `columns` names the columns of tables where their names do not tell; `source` is what
    the file is called where that is not its path.  `before` is the number of lines (rows, in
    Parquet) that a table has before this stretch of it.
    """

    path: Path
    id: str
    columns: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    before: int = 0


def read(input: Input) -> Iterator[Source | Reject]:
    """The texts that a file holds."""
    path = input.path
    file = File(
        source=input.source or str(path),
        id=input.id,
        name="" if input.source == "-" else path.name,
        open=lambda: path.open("rb"),
        path=str(path),
        columns=input.columns,
        before=input.before,
    )
    try:
        size = path.stat().st_size
    except OSError as e:
        yield Reject(file.source, None, e.strerror or str(e))
        return
    yield from _read(file, containers.Budget(size))


def _read(file: File, budget: containers.Budget) -> Iterator[Source | Reject]:
    try:
        with file.open() as f:
            head = some(f, sniff.HEAD)
        kind = sniff.kind(head, file.name, file.columns)
        if kind == "zip" and containers.is_docx(file):
            kind = "docx"
        if kind in _READERS:
            yield from _READERS[kind](file)
            return
        members: Iterator[File | Source | Reject]
        if kind == "zip":
            members = containers.unzip(file, budget)
        elif kind == "warc":
            members = warc.read(file)
        else:
            members = containers.unpack(file, kind, budget)
        for member in members:
            if isinstance(member, File):
                yield from _read(member, budget)
                if budget.left < 0:  # said once; the other members would say it again
                    return
            else:
                yield member
    except Unreadable as e:
        yield Reject(file.source, e.line, e.reason)
    except sniff.NoReader as e:
        yield Reject(file.source, None, str(e))
    except OSError as e:
        yield Reject(file.source, None, e.strerror or str(e))
    except Exception as e:  # a damage that a library met in its own way
        yield Reject(file.source, None, f"cannot be read: {type(e).__name__}: {e}"[:300])
