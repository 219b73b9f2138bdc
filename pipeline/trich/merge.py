"""Parts, in order, as the files of a run: by copying, but for what all articles decide together."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from trich import entities
from trich.article import BlockKind
from trich.duplicates import Duplicates
from trich.folder import Folder
from trich.parts import FILES, TOLD, Row, copy, refusal, tables, unpacked
from trich.read import Reject
from trich.write import TABLES, dumps, heading, whole

_BUFFER = 1 << 20
_FIRST = 10  # rejects that a summary holds
_NONE = b"null}\n"  # how the line of an article ends that repeats none


@dataclass(slots=True)
class Summary:
    """What a run read and found; of the rejects, their number and the first."""

    articles: int = 0
    characters: int = 0
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
    """Write the files that the contract names into `into`, from parts in `out`, in order."""
    summary = Summary()
    with ExitStack() as stack:
        store = stack.enter_context(entities.Store(into / "entities"))
        seen = stack.enter_context(closing(Duplicates()))
        files: dict[str, IO[bytes]] = {
            name: stack.enter_context(whole(into / name, "wb", buffering=_BUFFER))
            for name in FILES
            if sentences or name != "sentences.jsonl"
        }
        for kind, name in TABLES.items():
            files[name].write(heading(kind))
        for reject in rejects:
            summary.refuse(reject)
            files["rejects.jsonl"].write(refusal(reject))
        for part in out.opened(parts):
            head = json.loads(part.readline())
            summary.articles += head["articles"]
            summary.characters += head["characters"]
            sizes: dict[str, int] = head["sections"]
            told = [json.loads(line) for line in part.read(sizes.pop(TOLD)).splitlines()]
            articles = _marked(part.read(sizes.pop("articles.jsonl")), told, seen)
            files["articles.jsonl"].writelines(articles)
            if blocks is None:
                summary.kinds.update(head["kinds"])
            else:
                found = part.read(sizes.pop("records.jsonl"))
                told, lines, kinds = _narrowed(articles, found, told, blocks)
                summary.kinds.update(kinds)
                for name, data in lines:
                    files[name].write(data)
            for name, size in sizes.items():
                if name == "rejects.jsonl":
                    data = part.read(size)
                    for line in data.splitlines():
                        summary.refuse(Reject(**json.loads(line)))
                    files[name].write(data)
                elif name in files and (blocks is None or name not in TABLES.values()):
                    copy(part, files[name], size)
                else:
                    part.seek(size, 1)
            for row in told:
                if not row["repeats"]:
                    store.add(row)
        store.write()
    return summary


def _marked(articles: bytes, told: list[Row], seen: Duplicates) -> list[bytes]:
    """The lines of articles, with the first article that each repeats."""
    lines = articles.splitlines(keepends=True)
    for n, row in enumerate(told):
        row["repeats"] = seen.first_like(row["id"], unpacked(row["sketch"]))
        if row["repeats"]:
            lines[n] = lines[n].removesuffix(_NONE) + dumps(row["repeats"]).encode() + b"}\n"
    return lines


def _narrowed(
    articles: list[bytes], found: bytes, told: list[Row], blocks: Collection[BlockKind]
) -> tuple[list[Row], list[tuple[str, bytes]], Counter[str]]:
    """What is told, and written, of the records in blocks of some kinds alone."""
    kinds: Counter[str] = Counter()
    again: list[Row] = []
    lines: list[tuple[str, bytes]] = []
    pairs = entities.paired(articles, found.splitlines())
    for (article, rows), before in zip(pairs, told, strict=True):
        kept: list[dict[str, Any]] = [row for row in rows if row["block"] in blocks]
        kinds.update(row["kind"] for row in kept)
        again.append(entities.told(article, kept) | {"repeats": before["repeats"]})
        lines.extend(tables(kept).items())
    return again, lines, kinds
