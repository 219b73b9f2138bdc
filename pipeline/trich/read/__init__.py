"""Files -> texts: the texts that each file holds.

A reader never stops a run: what it cannot read it returns as a `Reject` with the source,
the line where that makes sense, and the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trich.read import tables, text
from trich.read.source import Reject, Source

__all__ = ["Input", "Reject", "Source", "read"]

_READERS: dict[str, Callable[..., Iterator[Source | Reject]]] = {
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


def read(input: Input, before: int = 0) -> Iterator[Source | Reject]:
    """The texts that a file holds; `before` is the lines of a table cut off before it."""
    reader = _READERS.get(input.path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        yield Reject(
            str(input.path), None, f"no reader for {input.path.suffix or 'a name without suffix'!r}"
            f" (there are readers for {known})",
        )  # fmt: skip
        return
    try:
        # only tables are cut
        args = (input.path, input.id, before) if before else (input.path, input.id)
        yield from reader(*args)
    except OSError as e:
        yield Reject(str(input.path), None, e.strerror or str(e))
