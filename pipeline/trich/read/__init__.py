"""Files -> texts: which files an INPUT names, and the texts each holds.

A reader never stops a run: what it cannot read it returns as a `Reject` with the source,
the line where that makes sense, and the reason.  `docs/formats.md` tells what the text of
each format is.
"""

from __future__ import annotations

import atexit
import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from trich.read import containers, docx, html, pdf, plain, sniff, tables, warc
from trich.read.columns import parse_map
from trich.read.source import File, Reject, Source, Unreadable, some

__all__ = ["Input", "Reject", "Source", "find", "parse_map", "read"]

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
_PACKED = (".gz", ".zst", ".bz2", ".xz")


@dataclass(frozen=True, slots=True)
class Input:
    """One file of a run and the id that its article (or the prefix its rows) will have.

    `columns` names the columns of tables where their names do not tell; `source` is what
    the file is called where that is not its path.
    """

    path: Path
    id: str
    columns: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None


def find(
    inputs: Iterable[str], columns: Mapping[str, str] | None = None
) -> tuple[list[Input], list[Reject]]:
    """The files that files, folders and globs name, in a fixed order, each once.

    Files whose names begin with a dot are passed over when a folder is walked.  "-" is
    standard input, which is copied to a temporary file.
    """
    found: list[Input] = []
    rejects: list[Reject] = []
    seen: set[Path] = set()
    ids: set[str] = set()
    for name in inputs:
        root = Path(name)
        if name == "-":
            root = _spool()
            paths, base = [root], root.parent
        elif root.is_dir():
            paths = sorted(p for p in root.rglob("*") if _visible(p.relative_to(root)))
            base = root
        elif root.exists():
            paths, base = [root], root.parent
        else:
            paths = sorted(Path(p) for p in glob.glob(name, recursive=True))
            base = Path(*_before_magic(root.parts))
        paths = [p for p in paths if p.is_file()]
        if not paths:
            rejects.append(Reject(name, None, "no such file, and no files match"))
        for path in paths:
            resolved = path.resolve()
            if resolved in seen:
                continue
            seen.add(resolved)
            relative = path.relative_to(base) if path.is_relative_to(base) else Path(path.name)
            id = _without_suffix(relative)
            if id in ids:  # a.txt beside a.md, or the same name in two folders
                id = relative.as_posix()
            n = 2
            while id in ids:
                id, n = f"{relative.as_posix()}-{n}", n + 1
            ids.add(id)
            found.append(Input(path, id, columns or {}, "-" if name == "-" else None))
    return found, rejects


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


def _without_suffix(path: Path) -> str:
    """The path as an id: without its suffix, and without that of a compression around it."""
    if path.suffix.lower() in _PACKED and path.with_suffix("").suffix:
        path = path.with_suffix("")
    return path.with_suffix("").as_posix()


def _spool() -> Path:
    """Standard input as a file, for several processes to read; gone when this one ends."""
    folder = Path(tempfile.mkdtemp(prefix="trich-"))
    atexit.register(_remove, folder, os.getpid())
    path = folder / "stdin"
    with path.open("wb") as f:
        shutil.copyfileobj(sys.stdin.buffer, f)
    return path


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # a worker that was forked inherits the duty, not the right
        shutil.rmtree(folder, ignore_errors=True)


def _visible(path: Path) -> bool:
    return not any(part.startswith(".") for part in path.parts)


def _before_magic(parts: tuple[str, ...]) -> list[str]:
    out: list[str] = []
    for part in parts:
        if glob.has_magic(part):
            break
        out.append(part)
    return out
