"""Parts: what a shard's work leaves behind, and how parts become the files of a run.

A part is one file: a line of JSON that says what is in it, then its sections, each the
bytes that a file of the run gets from this shard.  So merging is copying.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import trich
from trich import records, segment
from trich.article import Article, Kind
from trich.folder import Folder, folder
from trich.read import Reject, Source
from trich.shards import Shard, code, internal, sources
from trich.write import TABLES, cells, dumps, heading, whole

PARTS = ".trich"
_FILES = ("articles.jsonl", "records.jsonl", "rejects.jsonl", "sentences.jsonl", *TABLES.values())
_HEADS = {TABLES[kind]: heading(kind) for kind in TABLES}
_IN_MEMORY = 4 << 20  # bytes of a section before it moves to disk
_BLOCK = 1 << 20
DIED = "the process that read it died"


class Mismatch(Exception):
    """A worker that runs other code than the run's; the message says so."""


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
        if len(self.rejects) < 10:
            self.rejects.append(reject)


def part_of(shard: Shard) -> str:
    """The name of a shard's part in the run's folder."""
    return f"{PARTS}/{shard.name}.part"


@dataclass(frozen=True, slots=True)
class Fatal:
    """Where work is under way, noted down, and what of it to pass over, for it was fatal.

    A place is the number of a piece in its shard, of an article in the piece, and whether
    the reader was at work (`r`) or the stages (`a`).
    """

    note: str
    skip: frozenset[tuple[int, int, str]] = frozenset()


def work(shard: Shard, out: str, fatal: Fatal | None = None) -> str:
    """Work a shard off into its part; returns the part's name.

    Raises `Mismatch`, and OSError where the part cannot be written.
    """
    if shard.code and shard.code != code():
        raise Mismatch(
            "a worker runs another version of trich, of its lexicon or of what it builds on; "
            "install the same everywhere"
        )
    name = part_of(shard)
    with ExitStack() as stack:
        sections = {
            file: stack.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY)) for file in _FILES
        }
        about = _Counts()
        for lines in _lines(shard, fatal, about):
            for file, data in lines.items():
                sections[file].write(data)
        lengths = {file: section.tell() for file, section in sections.items()}
        head = {
            "articles": about.articles,
            "characters": about.characters,
            "kinds": about.kinds,
            "sections": lengths,
        }
        with folder(out).whole(name) as f:
            f.write(dumps(head).encode() + b"\n")
            for section in sections.values():
                section.seek(0)
                _copy(section, f, None)
    return name


@dataclass(slots=True)
class _Counts:
    articles: int = 0
    characters: int = 0
    kinds: Counter[str] = field(default_factory=Counter)


_Lines = dict[str, bytes]  # by file


def _lines(shard: Shard, fatal: Fatal | None, about: _Counts) -> Iterator[_Lines]:
    """What each article, or reject, adds to the files."""
    with _noted(fatal) as note:
        for p, piece in enumerate(shard.pieces):
            texts = sources(piece, dict(shard.columns))
            n = 0
            while True:
                if note((p, n, "r")):
                    yield _rejected(Reject(piece.name, None, DIED))
                    break
                source = next(texts, None)
                if source is None:
                    break
                if isinstance(source, Reject):
                    yield _rejected(source)
                elif note((p, n, "a")):
                    yield _rejected(Reject(source.source, None, f"{DIED} (article {source.id})"))
                else:
                    yield _read(source, shard, about)
                n += 1


@contextmanager
def _noted(fatal: Fatal | None) -> Iterator[Any]:
    """A function that notes a place, and says whether to pass it over."""
    if fatal is None:
        yield lambda place: False
        return
    handle = os.open(fatal.note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)

    def note(place: tuple[int, int, str]) -> bool:
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{place[0]:012d} {place[1]:012d} {place[2]}".encode())
        return place in fatal.skip

    try:
        yield note
    finally:
        os.close(handle)


def noted(note: str) -> tuple[int, int, str] | None:
    """The place that was noted down last."""
    try:
        piece, article, at = Path(note).read_text().split()
    except (OSError, ValueError):
        return None
    return int(piece), int(article), at


def _read(source: Source, shard: Shard, about: _Counts) -> _Lines:
    """An article's lines; a fault of ours is a reject, and never stops the run."""
    try:
        article = trich.annotate(
            source.text, source.published, id=source.id, source=source.source,
            otherwise=source.published_else or shard.published, known=source.known,
        )  # fmt: skip
        rows = list(records.rows(article))
        lines = {"articles.jsonl": _line(_described(source, article))}
        lines["records.jsonl"] = b"".join(map(_line, rows))
        by_kind: dict[Kind, list[str]] = {}
        for row in rows:
            by_kind.setdefault(row["kind"], []).append(cells(row))
        for kind, table in by_kind.items():
            lines[TABLES[kind]] = "".join(table).encode("utf-8", "replace")
        if shard.sentences:
            lines["sentences.jsonl"] = b"".join(map(_line, _sentences(article)))
    except Exception as e:
        return _rejected(Reject(source.source, None, internal(e)))
    about.articles += 1
    about.characters += len(source.text)
    about.kinds.update({kind: len(table) for kind, table in by_kind.items()})
    return lines


def _line(row: Any) -> bytes:
    return (dumps(row) + "\n").encode()


def _described(source: Source, article: Article) -> dict[str, Any]:
    """An article as `articles.jsonl` tells it."""
    return {
        "id": source.id,
        "source": source.source,
        "title": source.title or article.title or source.title_else,
        "published": article.published,
        "encoding": source.encoding,
        "repairs": list(source.repairs),
        "text": article.text,
        "blocks": [{"start": b.start, "end": b.end, "kind": b.kind} for b in article.blocks],
        **({"pages": list(source.pages)} if source.pages else {}),
    }


def _sentences(article: Article) -> Iterator[dict[str, Any]]:
    for n, s in enumerate(article.sentences):
        yield {
            "article": article.id,
            "sentence": n,
            "start": s.start,
            "end": s.end,
            "text": article.text[s.start : s.end],
            "words": [list(w) for w in segment.words(article, s)],
        }


def _rejected(reject: Reject) -> _Lines:
    return {"rejects.jsonl": refusal(reject)}


def refusal(reject: Reject) -> bytes:
    """A reject as a line of `rejects.jsonl`."""
    return _line({"source": reject.source, "line": reject.line, "reason": reject.reason})


# -- merging


def merge(
    parts: Iterable[str], out: Folder, into: Path, rejects: list[Reject], sentences: bool
) -> Summary:
    """Write the files that the contract names into `into`, from parts in `out`, in order."""
    summary = Summary()
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(whole(into / name, "wb", buffering=_BLOCK))
            for name in _FILES
            if sentences or name != "sentences.jsonl"
        }
        for name, head in _HEADS.items():
            files[name].write(head)
        for reject in rejects:
            summary.refuse(reject)
            files["rejects.jsonl"].write(refusal(reject))
        for part in out.opened(parts):
            about = json.loads(part.readline())
            summary.articles += about["articles"]
            summary.characters += about["characters"]
            summary.kinds.update(about["kinds"])
            for name, length in about["sections"].items():
                if name == "rejects.jsonl":
                    data = part.read(length)
                    for line in data.splitlines():
                        summary.refuse(Reject(**json.loads(line)))
                    files[name].write(data)
                elif name in files:
                    _copy(part, files[name], length)
    return summary


def _copy(source: IO[bytes], to: IO[bytes], length: int | None) -> None:
    """Copy bytes, all there are or so many."""
    while length is None or length > 0:
        block = source.read(_BLOCK if length is None else min(_BLOCK, length))
        if not block:
            if length:
                raise OSError(f"{getattr(source, 'name', 'a part')}: cut short")
            return
        to.write(block)
        if length is not None:
            length -= len(block)
