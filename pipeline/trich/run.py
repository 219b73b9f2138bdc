"""A run: files -> shards -> records on disk.

A shard is a few files; working it off leaves one finished part file in `DIR/.trich`, named
after a fingerprint of the shard's input, the code and the lexicon.  The parts are a run's
only state: the same command goes on where an earlier one stopped, and files that changed
are read anew.  An engine is a map over shards.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import trich
from trich import database, entities, records, segment
from trich.article import KINDS, Article
from trich.read import Input, Reject, Source, find, read
from trich.write import TABLES, Tables, dumps, whole

Engine = Literal["serial", "process", "dask"]
_SHARD_BYTES = 1 << 20
_SHARD_FILES = 200
_PARALLEL_BYTES = 2 << 20  # below this, starting workers costs more than they save
_PARTS = ".trich"


class Unusable(Exception):
    """A run that cannot start; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The unit of work: files, and how to read them."""

    inputs: tuple[Input, ...]
    published: str | None = None
    sentences: bool = False


@dataclass(slots=True)
class Summary:
    """What a run read and found."""

    articles: int = 0
    characters: int = 0
    rejects: list[Reject] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)


def run(
    inputs: Iterable[str],
    out: str | Path,
    *,
    engine: Engine | None = None,
    workers: int | None = None,
    scheduler: str | None = None,
    published: str | None = None,
    overwrite: bool = False,
    sentences: bool = False,
    parquet: bool = False,
    duckdb: bool = False,
    columns: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Summary:
    """Extract the records of files, folders and globs into the folder `out`.

    `published` (ISO) is the publication date of articles that state none; `workers` the
    number of processes (default: the cores).  `parquet` and `duckdb` also write these forms
    of the tables (an extra).  `columns` says which columns of tables hold what, where their
    names do not tell (`{"text": "Nội dung"}`).  `progress` is called with the shards done
    and their number.  Raises `Unusable` when there is nothing to read or `out` is not ours.
    """
    out = Path(out)
    files, rejects = find(inputs, columns)
    if not files:
        raise Unusable("\n".join(f"{r.source}: {r.reason}" for r in rejects) or "no INPUT")
    if parquet or duckdb:
        _need_duckdb()
    _claim(out, overwrite)
    shards = list(_shards(files, published, sentences))
    parts = [out / _PARTS / f"{_fingerprint(shard)}.jsonl" for shard in shards]
    if overwrite:
        for part in parts:
            part.unlink(missing_ok=True)
    todo = [(s, p) for s, p in zip(shards, parts, strict=True) if not p.exists()]
    size = sum(_size(input.path) for shard, _ in todo for input in shard.inputs)
    if engine is None:
        engine = "process" if size > _PARALLEL_BYTES and (os.cpu_count() or 1) > 1 else "serial"
    done = len(shards) - len(todo)
    progress(done, len(shards))
    for _ in _ENGINES[engine](todo, workers, scheduler):
        done += 1
        progress(done, len(shards))
    summary = _merge(parts, out, rejects, sentences)
    entities.entities(out)
    database.datapackage(out)
    if parquet:
        database.parquet(out)
    if duckdb:
        database.duckdb(out)
    for stale in set((out / _PARTS).glob("*.jsonl")) - set(parts):
        stale.unlink()
    return summary


def _need_duckdb() -> None:
    """Say before the work, not after it, that a package is missing."""
    try:
        database.module()
    except database.Missing as e:
        raise Unusable(str(e)) from e


def _claim(out: Path, overwrite: bool) -> None:
    """Refuse to write over files that an earlier run did not make."""
    if out.exists() and not out.is_dir():
        raise Unusable(f"{out}: is a file; --out names a folder")
    ours = ("records.jsonl", "articles.jsonl", "rejects.jsonl", *TABLES.values())
    there = [name for name in ours if (out / name).exists()]
    if there and not (out / _PARTS).is_dir() and not overwrite:
        raise Unusable(
            f"{out}: holds {there[0]}, which no run of trich wrote here; "
            "name another folder, or give --overwrite"
        )
    try:
        (out / _PARTS).mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise Unusable(f"{out}: cannot be written to: {e.strerror}") from e


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _shards(files: list[Input], published: str | None, sentences: bool) -> Iterator[Shard]:
    group: list[Input] = []
    size = 0
    for file in files:
        group.append(file)
        size += _size(file.path)
        if size >= _SHARD_BYTES or len(group) >= _SHARD_FILES:
            yield Shard(tuple(group), published, sentences)
            group, size = [], 0
    if group:
        yield Shard(tuple(group), published, sentences)


@cache
def _code() -> bytes:
    """A digest of the package: code and lexicon."""
    package = Path(trich.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(p for p in package.rglob("*") if p.suffix in (".py", ".csv", ".toml")):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.digest()


def _fingerprint(shard: Shard) -> str:
    digest = hashlib.sha256(_code())
    digest.update(repr((shard.published, shard.sentences)).encode())
    for input in shard.inputs:
        digest.update(repr((input.id, str(input.path), input.columns)).encode())
        try:
            with input.path.open("rb") as f:
                digest.update(hashlib.file_digest(f, "sha256").digest())
        except OSError as e:
            digest.update(str(e).encode())
    return digest.hexdigest()[:32]


def work(shard: Shard, part: Path) -> Path:
    """Work a shard off into its part file: one line an article or a reject."""
    with whole(part) as f:
        for input in shard.inputs:
            for source in read(input):
                if isinstance(source, Source):
                    f.write(dumps(_annotated(source, shard)) + "\n")
                else:
                    f.write(dumps({"reject": _reject(source)}) + "\n")
    return part


def _annotated(source: Source, shard: Shard) -> dict[str, Any]:
    try:
        article = trich.annotate(
            source.text, source.published, id=source.id, source=source.source,
            otherwise=source.published_else or shard.published, known=source.known,
        )  # fmt: skip
        line = {
            "article": {
                "id": source.id,
                "source": source.source,
                "title": source.title or article.title or source.title_else,
                "published": article.published,
                "encoding": source.encoding,
                "repairs": list(source.repairs),
                "text": article.text,
                "blocks": [
                    {"start": b.start, "end": b.end, "kind": b.kind} for b in article.blocks
                ],
                **({"pages": list(source.pages)} if source.pages else {}),
            },
            "records": list(records.rows(article)),
        }
        if shard.sentences:
            line["sentences"] = list(_sentences(article))
        return line
    except Exception as e:  # a fault of ours costs one article, never the run
        at = e.__traceback__
        while at and at.tb_next:
            at = at.tb_next
        where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else "?"
        reason = f"internal error, please report: {type(e).__name__}: {e} ({where})"
        return {"reject": _reject(Reject(source.source, None, reason))}


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


def _reject(r: Reject) -> dict[str, Any]:
    return {"source": r.source, "line": r.line, "reason": r.reason}


Todo = list[tuple[Shard, Path]]


def _serial(todo: Todo, workers: int | None, scheduler: str | None) -> Iterator[Path]:
    for shard, part in todo:
        yield work(shard, part)


def _process(todo: Todo, workers: int | None, scheduler: str | None) -> Iterator[Path]:
    left = {part: shard for shard, part in todo}
    try:
        with ProcessPoolExecutor(workers) as pool:
            for future in as_completed([pool.submit(work, s, p) for s, p in todo]):
                part = future.result()
                del left[part]
                yield part
    except BrokenProcessPool:
        # a worker died (out of memory, a crash in C): each shard left gets a process of its own
        for part, shard in left.items():
            yield part if part.exists() else _alone(shard, part)


def _alone(shard: Shard, part: Path) -> Path:
    """A shard in a process of its own; if that dies, file by file, rejecting the fatal one."""
    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(work, shard, part).result()
    except BrokenProcessPool:
        pieces = []
        for n, input in enumerate(shard.inputs):
            piece = part.with_suffix(f".{n}.piece")
            one = replace(shard, inputs=(input,))
            try:
                with ProcessPoolExecutor(1) as pool:
                    pool.submit(work, one, piece).result()
                pieces.append(piece.read_text("utf-8"))
            except BrokenProcessPool:
                reject = Reject(str(input.path), None, "the process that read it died")
                pieces.append(dumps({"reject": _reject(reject)}) + "\n")
            piece.unlink(missing_ok=True)
        with whole(part) as f:
            f.writelines(pieces)
        return part


def _dask(todo: Todo, workers: int | None, scheduler: str | None) -> Iterator[Path]:
    try:
        from distributed import Client, LocalCluster
        from distributed import as_completed as completed
    except ImportError as e:
        raise Unusable("--engine dask needs an extra: pip install 'trich[cluster]'") from e
    with ExitStack() as stack:
        address = scheduler or stack.enter_context(
            LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
        )
        client = stack.enter_context(Client(address))
        futures = [client.submit(work, shard, part, pure=False) for shard, part in todo]
        for future in completed(futures):
            yield future.result()


_ENGINES: dict[str, Callable[[Todo, int | None, str | None], Iterator[Path]]] = {
    "serial": _serial,
    "process": _process,
    "dask": _dask,
}


def _merge(parts: list[Path], out: Path, rejects: list[Reject], sentences: bool) -> Summary:
    """The parts, in order, as the files that the contract names."""
    summary = Summary()
    with ExitStack() as stack:

        def target(name: str, **how: Any) -> Any:
            return stack.enter_context(whole(out / name, **how))

        articles, found, refused = (
            target(f"{name}.jsonl") for name in ("articles", "records", "rejects")
        )
        cut = target("sentences.jsonl") if sentences else None
        tables = Tables(
            {kind: target(TABLES[kind], encoding="utf-8-sig", newline="") for kind in KINDS}
        )
        for reject in rejects:
            summary.rejects.append(reject)
            refused.write(dumps(_reject(reject)) + "\n")
        for part in parts:
            with part.open(encoding="utf-8") as f:
                for raw in f:
                    line = json.loads(raw)
                    if "reject" in line:
                        summary.rejects.append(Reject(**line["reject"]))
                        refused.write(dumps(line["reject"]) + "\n")
                        continue
                    summary.articles += 1
                    summary.characters += len(line["article"]["text"])
                    articles.write(dumps(line["article"]) + "\n")
                    for row in line["records"]:
                        summary.kinds[row["kind"]] += 1
                        found.write(dumps(row) + "\n")
                        tables.add(row)
                    if cut:
                        cut.writelines(dumps(row) + "\n" for row in line["sentences"])
        tables.close()
    if not sentences:
        (out / "sentences.jsonl").unlink(missing_ok=True)
    return summary
