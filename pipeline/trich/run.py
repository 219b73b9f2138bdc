"""A run: files -> shards -> parts -> the files of the contract.

The parts in `DIR/.trich` are a run's only state: each is named after a fingerprint of what
it was made from, so the same command goes on where an earlier one stopped, whatever stopped
it, and does anew only what changed.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from itertools import chain, islice

from trich import database
from trich.article import BlockKind
from trich.engines import ENGINES, Engine, Missing, cores
from trich.folder import Folder, Held, Local, Stored, folder
from trich.inputs import File, Unopenable, walk
from trich.merge import Summary, merge
from trich.parts import PARTS, Mismatch, part_of
from trich.read import Reject
from trich.scratch import scratch, sweep
from trich.shards import Shard, plan
from trich.write import TABLES

__all__ = ["Engine", "Summary", "Unusable", "run"]

_PARALLEL_BYTES = 2 << 20  # below this, starting workers costs more than they save
_AHEAD = 4096  # shards planned before they are worked off


class Unusable(Exception):
    """A run that cannot start or go on; the message says why and what to do."""


def run(
    inputs: Iterable[str],
    out: str | os.PathLike[str],
    *,
    engine: Engine | None = None,
    workers: int | None = None,
    scheduler: str | None = None,
    published: str | None = None,
    overwrite: bool = False,
    sentences: bool = False,
    blocks: Collection[BlockKind] | None = None,
    parquet: bool = False,
    duckdb: bool = False,
    columns: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Summary:
    """Extract the records of files, folders and globs into the folder `out`.

    Inputs and `out` are paths, or URLs that fsspec opens.  `published` (ISO) is the
    publication date of articles that state none; `workers` the number of processes
    (default: the cores); `scheduler` the address of a running Dask cluster.  `blocks` limits
    the records that are written to those in blocks of these kinds.  `columns` says which
    columns of tables hold what, where their names do not tell (`{"text": "Nội dung"}`).
    `parquet` and `duckdb` also write these forms of the tables (an extra).  `progress` is
    called with the shards done and those planned so far.  Raises `Unusable` when there is
    nothing to read, when `out` is not ours or another run's, or when the disk is full; what
    is done stays done.
    """
    sweep()
    rejects: list[Reject] = []
    if scheduler and engine != "dask":
        raise Unusable("a scheduler is of use to --engine dask alone: give both, or neither")
    try:
        if parquet or duckdb:
            database.module()  # said before the work, not after it
        files = _files(inputs, str(out), rejects)
        first = next(files, None)
        if first is None:
            raise Unusable("\n".join(f"{r.source}: {r.reason}" for r in rejects) or "no INPUT")
        to = folder(out)
        _check(to, overwrite)
        with to.held():
            notes: set[str] = set()
            shards = _Ahead(plan(chain([first], files), to, published, sentences, columns, notes))
            parts: set[str] = set()
            done = _work(shards, to, engine, workers, scheduler, overwrite, progress, parts)
            with ExitStack() as stack:
                into = to.path if isinstance(to, Local) else stack.enter_context(scratch())
                summary = merge(done, to, into, rejects, sentences, blocks)
                database.datapackage(into)
                if parquet:
                    database.parquet(into)
                if duckdb:
                    database.duckdb(into)
                if isinstance(to, Stored):
                    for path in sorted(p for p in into.rglob("*") if p.is_file()):
                        name = path.relative_to(into).as_posix()
                        if not name.startswith("."):
                            to.send(path, name)
            for name in _stale(to, sentences, parquet, duckdb):
                to.remove(name)
            if isinstance(to, Local):  # pages of other records
                shutil.rmtree(to.path / "report", ignore_errors=True)
            _tidy(to, parts | notes)
            return summary
    except (Held, Missing, Mismatch, Unopenable, database.Missing) as e:
        raise Unusable(str(e)) from e
    except BrokenProcessPool as e:
        raise Unusable(f"the worker processes die as they start: {e}") from e
    except OSError as e:
        raise Unusable(_told(e, str(out))) from e
    except sqlite3.OperationalError as e:  # the tables of entities, on a full disk
        raise Unusable(f"{out}: {e}; the same command goes on from here") from e
    finally:
        sweep()  # of workers that died


def _stale(out: Folder, sentences: bool, parquet: bool, duckdb: bool) -> Iterator[str]:
    """Files of an earlier run that this one was not asked for, and that tell of other records."""
    if not sentences:
        yield "sentences.jsonl"
    if not duckdb:
        yield "trich.duckdb"
    if not parquet:
        yield from [f"parquet/{name}" for name in out.names("parquet") if name.endswith(".parquet")]


def _told(e: OSError, out: str) -> str:
    where = f"{e.filename}: " if e.filename else f"{out}: "
    if e.errno in (errno.ENOSPC, errno.EDQUOT):
        return (
            f"{where}{e.strerror}; nothing is lost: make room there, "
            "and the same command goes on from here"
        )
    return f"{where}{e.strerror or e}; the same command goes on from here"


def _check(out: Folder, overwrite: bool) -> None:
    """Refuse to write over files that an earlier run did not make."""
    if isinstance(out, Local):
        there = next((p for p in (out.path, *out.path.parents) if os.path.lexists(p)), out.path)
        if os.path.lexists(there) and not there.is_dir():
            raise Unusable(f"{there}: is a file, and --out names a folder: {out.name}")
    found = out.names()
    ours = ("records.jsonl", "articles.jsonl", "rejects.jsonl", *TABLES.values())
    mine = [name for name in ours if name in found]
    if mine and PARTS not in found and not overwrite:
        raise Unusable(
            f"{out.name}: holds {mine[0]}, which no run of trich wrote here; "
            "name another folder, or give --overwrite"
        )


def _files(inputs: Iterable[str], out: str, rejects: list[Reject]) -> Iterator[File]:
    """The files of a run; what names none is kept among the rejects."""
    for file in walk(inputs, out):
        if isinstance(file, Reject):
            rejects.append(file)
        else:
            yield file


def _work(
    shards: _Ahead,
    out: Folder,
    engine: Engine | None,
    workers: int | None,
    scheduler: str | None,
    overwrite: bool,
    progress: Callable[[int, int], None],
    parts: set[str],
) -> Iterator[str]:
    """Work off what is not done yet.

    Parts come in the order of the input, each as soon as it and all before it are there, so
    that they are merged while others are made.  All are added to `parts`.
    """
    there = set() if overwrite else out.names(PARTS)
    waiting: deque[tuple[str, bool]] = deque()  # parts in order, and whether they were there
    made: set[str] = set()
    done = 0

    def is_there(shard: Shard) -> bool:
        return f"{shard.name}.part" in there

    def todo() -> Iterator[Shard]:
        nonlocal done
        for shard in shards:
            part = part_of(shard)
            parts.add(part)
            waiting.append((part, is_there(shard)))
            if is_there(shard):
                done += 1
                progress(done, shards.planned)
            else:
                yield shard

    if engine is None:
        size = sum(shard.size for shard in shards.waiting if not is_there(shard))
        engine = "process" if size > _PARALLEL_BYTES and (workers or cores()) > 1 else "serial"
    for shard in ENGINES[engine](todo(), out.name, workers, scheduler):
        made.add(part_of(shard))
        done += 1
        progress(done, shards.planned)
        while waiting and (waiting[0][1] or waiting[0][0] in made):
            yield waiting.popleft()[0]
    yield from (part for part, _ in waiting)


def _tidy(out: Folder, used: set[str]) -> None:
    """Remove the parts of input that is no more, or was otherwise, and the notes of its cutting."""
    for name in out.names(PARTS):
        if (name.endswith(".part") or name.startswith("cut-")) and f"{PARTS}/{name}" not in used:
            out.remove(f"{PARTS}/{name}")


class _Ahead:
    """Shards, with so many planned ahead that a run's length is known unless it is huge."""

    def __init__(self, shards: Iterator[Shard]) -> None:
        self._shards = shards
        self.waiting = deque(islice(shards, _AHEAD))
        self.planned = len(self.waiting)

    def __iter__(self) -> Iterator[Shard]:
        while self.waiting:
            yield self.waiting.popleft()
            for shard in islice(self._shards, 1):
                self.waiting.append(shard)
                self.planned += 1
