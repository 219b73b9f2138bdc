"""Files -> texts: which files an INPUT names, and the texts each holds.

A reader never stops a run: what it cannot read it returns as a `Reject` with the source,
the line where that makes sense, and the reason.
"""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trich.read import tables, text
from trich.read.source import Reject, Source

__all__ = ["Input", "Reject", "Source", "find", "read"]

_READERS = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
    ".jsonl": tables.read_jsonl,
    ".ndjson": tables.read_jsonl,
    ".csv": tables.read_csv,
}


@dataclass(frozen=True, slots=True)
class Input:
    """One file of a run and the id that its article (or the prefix its rows) will have."""

    path: Path
    id: str


def find(inputs: Iterable[str]) -> tuple[list[Input], list[Reject]]:
    """The files that files, folders and globs name, in a fixed order, each once.

    Files whose names begin with a dot are passed over when a folder is walked.
    """
    found: list[Input] = []
    rejects: list[Reject] = []
    seen: set[Path] = set()
    ids: set[str] = set()
    for name in inputs:
        root = Path(name)
        if root.is_dir():
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
            id = relative.with_suffix("").as_posix()
            if id in ids:  # a.txt beside a.md, or the same name in two folders
                id = relative.as_posix()
            n = 2
            while id in ids:
                id, n = f"{relative.as_posix()}-{n}", n + 1
            ids.add(id)
            found.append(Input(path, id))
    return found, rejects


def read(input: Input) -> Iterator[Source | Reject]:
    """The texts that a file holds."""
    reader = _READERS.get(input.path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        yield Reject(
            str(input.path), None, f"no reader for {input.path.suffix or 'a name without suffix'!r}"
            f" (there are readers for {known})",
        )  # fmt: skip
        return
    try:
        yield from reader(input.path, input.id)
    except OSError as e:
        yield Reject(str(input.path), None, e.strerror or str(e))


def _visible(path: Path) -> bool:
    return not any(part.startswith(".") for part in path.parts)


def _before_magic(parts: tuple[str, ...]) -> list[str]:
    out: list[str] = []
    for part in parts:
        if glob.has_magic(part):
            break
        out.append(part)
    return out
