"""Parts: what a shard's work leaves behind.

A part is one file: a line of JSON that says what is in it, then its sections, each the
bytes that a file of the run gets from this shard.  So merging is copying.
"""

from __future__ import annotations

import os
import tempfile
from array import array
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

import trich
from trich import entities, records, segment
from trich.article import Article, Kind
from trich.duplicates import Sketch, sketch
from trich.folder import folder
from trich.read import UNDATED, Reject, Source
from trich.shards import Shard, code, internal, sources
from trich.write import TABLES, cells, lines

Row = dict[str, Any]
PARTS = ".trich"
TOLD = "told"  # the section of what articles tell of entities, and of their sketches
FILES = ("articles.jsonl", "records.jsonl", "rejects.jsonl", "sentences.jsonl", *TABLES.values())
_IN_MEMORY = 4 << 20  # bytes of a section before it moves to disk
_BLOCK = 1 << 20
TAKEN = "the id {!r} is an earlier article's"
DIED = "the process that read it died"


class Mismatch(Exception):
    """A worker that runs other code than the run's; the message says so."""


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
            file: stack.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))
            for file in (TOLD, *FILES)
        }
        about = _Counts()
        for added in _added(shard, fatal, about):
            for file, data in added.items():
                sections[file].write(data)
        lengths = {file: section.tell() for file, section in sections.items()}
        head = {
            "articles": about.articles,
            "characters": about.characters,
            "undated": about.undated,
            "kinds": about.kinds,
            "sections": lengths,
        }
        with folder(out).whole(name) as f:
            f.write(lines([head]))
            for section in sections.values():
                section.seek(0)
                copy(section, f, None)
    return name


@dataclass(slots=True)
class _Counts:
    articles: int = 0
    characters: int = 0
    undated: int = 0
    kinds: Counter[str] = field(default_factory=Counter)


Added = dict[str, bytes]  # by file


def _added(shard: Shard, fatal: Fatal | None, about: _Counts) -> Iterator[Added]:
    """What each article, or reject, adds to the files; ids are each article's own."""
    taken: set[str] = set()
    with _noted(fatal) as note:
        for p, piece in enumerate(shard.pieces):
            texts = sources(piece, dict(shard.columns))
            n = 0
            while True:
                if note((p, n, "r")):
                    yield _rejected(Reject(piece.source, None, DIED))
                    break
                source = next(texts, None)
                if source is None:
                    break
                if isinstance(source, Reject):
                    yield _rejected(source)
                elif note((p, n, "a")):
                    yield _rejected(Reject(source.source, None, f"{DIED} (article {source.id})"))
                else:
                    if source.id in taken:
                        repairs = (*source.repairs, TAKEN.format(source.id))
                        id = own(source.id, lambda id: id not in taken)
                        source = replace(source, id=id, repairs=repairs)
                    taken.add(source.id)
                    yield _read(source, shard, about)
                n += 1


def own(id: str, free: Callable[[str], bool]) -> str:
    """An id that no article before has: this one, or with the first number that is free.

    >>> own("a", lambda id: id not in {"a", "a-2"})
    'a-3'
    """
    n, mine = 1, id
    while not free(mine):
        n += 1
        mine = f"{id}-{n}"
    return mine


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


def _read(source: Source, shard: Shard, about: _Counts) -> Added:
    """An article's lines; a fault of ours is a reject, and never stops the run."""
    try:
        article = trich.annotate(
            source.text, source.published, id=source.id, source=source.source,
            otherwise=source.published_else or shard.published, known=source.known,
        )  # fmt: skip
        rows = list(records.rows(article))
        described = _described(source, article)
        told = entities.told(described, rows) | {"sketch": packed(sketch(article))}
        out = {"articles.jsonl": lines([described]), TOLD: lines([told]), **tables(rows)}
        if shard.sentences:
            out["sentences.jsonl"] = lines(_sentences(article))
    except Exception as e:
        return _rejected(Reject(source.source, None, internal(e)))
    about.articles += 1
    about.characters += len(source.text)
    about.undated += any(repair.startswith(UNDATED) for repair in source.repairs)
    about.kinds.update(row["kind"] for row in rows)
    return out


def _described(source: Source, article: Article) -> dict[str, Any]:
    """An article as `articles.jsonl` tells it; what the merge may write is last."""
    row = records.article_row(article)
    row["title"] = source.title or article.title or source.title_else
    row |= {"encoding": source.encoding, "repairs": list(source.repairs)}
    if source.pages:
        row["pages"] = list(source.pages)
    row["duplicate_of"] = row.pop("duplicate_of")
    return row


def tables(rows: Iterable[Row]) -> Added:
    """Records as the files hold them that hold them all, or those of one kind."""
    rows = list(rows)
    by_kind: dict[Kind, list[Row]] = {}
    for row in rows:
        by_kind.setdefault(row["kind"], []).append(row)
    return {
        "records.jsonl": lines(rows),
        **{TABLES[kind]: cells(of_kind) for kind, of_kind in by_kind.items()},
    }


def packed(sketch: Sketch) -> list[str]:
    """A sketch, in fewer characters than its figures have."""
    return [b64encode(array("q", hashes).tobytes()).decode() for hashes in sketch]


def unpacked(packed: list[str]) -> Sketch:
    """The sketch that was packed."""
    runs, numbers = (array("q", b64decode(hashes)) for hashes in packed)
    return runs, numbers


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


def _rejected(reject: Reject) -> Added:
    return {"rejects.jsonl": refusal(reject)}


def refusal(reject: Reject) -> bytes:
    """A reject as a line of `rejects.jsonl`."""
    return lines([{"source": reject.source, "line": reject.line, "reason": reject.reason}])


def copy(source: IO[bytes], to: IO[bytes], length: int | None) -> None:
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
