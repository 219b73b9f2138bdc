"""Parts, in order, as the files of a run: by copying, but for what all articles decide together."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from trich import entities
from trich.article import BlockKind
from trich.duplicates import Duplicates
from trich.folder import Folder
from trich.parts import FILES, TAKEN, TOLD, Row, copy, own, refusal, tables, unpacked
from trich.read import Reject
from trich.write import TABLES, dumps, heading, loads, whole
from trich.write import lines as lines_of

_BUFFER = 1 << 20
_FIRST = 10  # rejects that a summary holds
_NONE = b"null}\n"  # how the line of an article ends that repeats none


@dataclass(slots=True)
class Summary:
    """What a run read and found; of the rejects, their number and the first.

    `undated` are rows of tables whose date is none.
    """

    articles: int = 0
    characters: int = 0
    undated: int = 0
    rejected: int = 0
    rejects: list[Reject] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def refuse(self, reject: Reject) -> None:
        """Take a reject in."""
        self.rejected += 1
        if len(self.rejects) < _FIRST:
            self.rejects.append(reject)


def merge(
    parts: Iterable[str],
    out: Folder,
    into: Path,
    rejects: list[Reject],
    sentences: bool,
    blocks: Collection[BlockKind] | None,
) -> Summary:
    """Write the files that the contract names into `into`, from parts in `out`, in order.

    `parts` may come one by one as they are made, and `rejects`, which stand before theirs, be
    complete only with the last of them.
    """
    summary = Summary()
    with ExitStack() as stack:
        store = stack.enter_context(entities.Store(into / "entities"))
        seen = stack.enter_context(closing(Duplicates()))
        ids = stack.enter_context(closing(_Ids()))
        files: dict[str, IO[bytes]] = {
            name: stack.enter_context(whole(into / name, "wb", buffering=_BUFFER))
            for name in FILES
            if sentences or name != "sentences.jsonl"
        }
        for kind, name in TABLES.items():
            files[name].write(heading(kind))
        refused = stack.enter_context(SpooledTemporaryFile(_BUFFER))
        for part in out.opened(parts):
            head = json.loads(part.readline())
            summary.articles += head["articles"]
            summary.characters += head["characters"]
            summary.undated += head["undated"]
            sizes: dict[str, int] = head["sections"]
            told = [loads(line) for line in part.read(sizes.pop(TOLD)).decode().split("\n")[:-1]]
            lines = part.read(sizes.pop("articles.jsonl")).splitlines(keepends=True)
            renamed = ids.renamed([row["id"] for row in told])
            before = list(lines)  # under the ids that their records have
            if renamed:
                lines = [_under(line, row, renamed) for line, row in zip(lines, told, strict=True)]
            _mark(lines, told, seen)
            files["articles.jsonl"].writelines(lines)
            again = blocks is not None or bool(renamed)
            if again:
                found = part.read(sizes.pop("records.jsonl", 0))
                told, written, kinds = _again(before, found, told, blocks, renamed)
                summary.kinds.update(kinds)
                for name, data in written:
                    files[name].write(data)
            else:
                summary.kinds.update(head["kinds"])
            for name, size in sizes.items():
                if name == "rejects.jsonl":
                    data = part.read(size)
                    for line in data.splitlines():
                        summary.refuse(Reject(**json.loads(line)))
                    refused.write(data)
                elif name == "sentences.jsonl" and renamed and name in files:
                    for line in part.read(size).splitlines():
                        row = json.loads(line)
                        row["article"] = renamed.get(row["article"], row["article"])
                        files[name].write(lines_of([row]))
                elif name in files and not (again and name in TABLES.values()):
                    copy(part, files[name], size)
                else:
                    part.seek(size, 1)
            for row in told:
                if not row["repeats"]:
                    store.add(row)
        files["rejects.jsonl"].writelines(map(refusal, rejects))
        refused.seek(0)
        copy(refused, files["rejects.jsonl"], None)
        store.write()
    summary.rejected += len(rejects)
    summary.rejects = [*rejects, *summary.rejects][:_FIRST]
    return summary


class _Ids:
    """The ids of all articles so far, on disk: a row's own id may be another file's too."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # a file of its own, removed with the connection
        self._db.executescript(
            "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -16384;"
            "create table taken (id text primary key) without rowid;"
        )

    def renamed(self, ids: list[str]) -> dict[str, str]:
        """Take ids, and tell those that are taken already, each with the id it gets instead."""
        out: dict[str, str] = {}
        mine = set(ids)
        for id in ids:
            if not self._take(id):
                out[id] = own(id, lambda new: new not in mine and self._take(new))
        return out

    def _take(self, id: str) -> bool:
        return self._db.execute("insert or ignore into taken values (?)", (id,)).rowcount == 1

    def close(self) -> None:
        """Forget everything."""
        self._db.close()


def _under(line: bytes, row: Row, renamed: dict[str, str]) -> bytes:
    """An article's line under the id that it gets."""
    id = row["id"]
    if id not in renamed:
        return line
    article = json.loads(line)
    row["id"] = article["id"] = renamed[id]
    article["repairs"] = [*article["repairs"], TAKEN.format(id)]
    return lines_of([article])


def _mark(lines: list[bytes], told: list[Row], seen: Duplicates) -> None:
    """Write into the lines of articles the first article that each repeats."""
    for n, row in enumerate(told):
        row["repeats"] = seen.first_like(row["id"], unpacked(row["sketch"]))
        if row["repeats"]:
            lines[n] = lines[n].removesuffix(_NONE) + dumps(row["repeats"]).encode() + b"}\n"


def _again(
    articles: list[bytes], found: bytes, told: list[Row], blocks: Collection[BlockKind] | None,
    renamed: dict[str, str],
) -> tuple[list[Row], list[tuple[str, bytes]], Counter[str]]:  # fmt: skip
    """What is told, and written, of the records in blocks of some kinds alone, under new ids."""
    kinds: Counter[str] = Counter()
    again: list[Row] = []
    written: list[tuple[str, bytes]] = []
    pairs = entities.paired(articles, found.splitlines())
    for (article, rows), before in zip(pairs, told, strict=True):
        kept = [row for row in rows if blocks is None or row["block"] in blocks]
        article["id"] = renamed.get(article["id"], article["id"])
        for row in kept:
            row["article"] = article["id"]
        kinds.update(row["kind"] for row in kept)
        again.append(entities.told(article, kept) | {"repeats": before["repeats"]})
        written.extend(tables(kept).items())
    return again, written, kinds
