"""Records -> files: JSONL, and one CSV a kind, each put in place only when it is whole."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from trich.article import KINDS, Kind
from trich.records import FIELDS, columns
from trich.spreadsheet import cell

TABLES: dict[Kind, str] = {
    "person": "persons.csv",
    "organization": "organizations.csv",
    "date": "dates.csv",
    "decree": "decrees.csv",
    "indicator": "indicators.csv",
}
_CHUNK = 20_000  # rows of one kind held in memory


def dumps(row: Any) -> str:
    """A row as one line of JSON, Vietnamese letters as they are."""
    return json.dumps(row, ensure_ascii=False, separators=(", ", ": "))


@contextmanager
def whole(path: Path, **how: Any) -> Iterator[IO[str]]:
    """A file that appears under its name when it is complete and on disk, or not at all."""
    how = {"encoding": "utf-8", "newline": "\n"} | how
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", **how) as f:
            yield f
            f.flush()
            os.fsync(f.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


class Tables:
    """The five CSV files, written in chunks through pandas; UTF-8 with BOM for spreadsheets."""

    def __init__(self, files: dict[Kind, IO[str]]) -> None:
        self._files = files
        self._rows: dict[Kind, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
        self._headed: set[Kind] = set()

    def add(self, row: dict[str, Any]) -> None:
        """Take a record."""
        rows = self._rows[row["kind"]]
        rows.append(row)
        if len(rows) >= _CHUNK:
            self._flush(row["kind"])

    def close(self) -> None:
        """Write what is held; a kind without records gets its header line."""
        for kind in KINDS:
            if self._rows[kind] or kind not in self._headed:
                self._flush(kind)

    def _flush(self, kind: Kind) -> None:
        import pandas as pd  # half a second to import

        nested = [f.name for f in FIELDS[kind] if f.type == "array" or "array" in f.type]
        frame = pd.DataFrame(
            [
                {
                    k: dumps(v)
                    if k in nested and isinstance(v, list)
                    else cell(v)
                    if isinstance(v, str)
                    else v
                    for k, v in row.items()
                }
                for row in self._rows[kind]
            ],
            columns=columns(kind),
            dtype=object,  # 12 stays 12 and 12.5 stays 12.5 in one column
        )
        frame.to_csv(
            self._files[kind], index=False, header=kind not in self._headed, lineterminator="\n"
        )
        self._headed.add(kind)
        self._rows[kind] = []
