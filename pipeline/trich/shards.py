"""The unit of work: a few small files, or a stretch of a large table.

How a corpus is cut depends on its files alone, never on the engine or the workers.  A
shard is named after a fingerprint of what it reads, the code and the lexicon, so that work
done once is found again, and only what changed is done anew.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import IO

import trich
from trich.folder import Folder
from trich.inputs import File, filesystem, remote
from trich.read import Input, Reject, Source, read, sniff, tables
from trich.scratch import scratch

SHARD_BYTES = 1 << 18  # half a second's work, so that no worker has a long last shard
SHARD_FILES = 256
_CUT = 64  # a group ends behind one file name in 64, wherever the groups before it ended
_REMEMBERED = 64 << 20  # bytes of a table from which on its cutting is written down
_SETTLED = 2.0  # seconds after which a file's times tell whether it changed
_BLOCK = 1 << 20
_CELL = 1 << 30
_NAME = re.compile(r"[^\w.-]")
_ASIDE = re.compile(r"extra == .(?:dev|notebooks|peers|cluster|s3|gs|hdfs)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or a stretch of a table: bytes, or row groups of Parquet.

    `kind` is the format of a stretch, and empty for a file; `source` what the file is called.
    `before` is the number of lines (of rows, in Parquet) of the table before the stretch,
    `head` the header that a stretch of CSV is read under.
    """

    name: str
    id: str
    source: str = ""
    digest: str = ""
    kind: str = ""
    start: int = 0
    stop: int = 0
    before: int = 0
    head: str = ""


@dataclass(frozen=True, slots=True)
class Shard:
    """Pieces, and how to read them; `name` is its fingerprint."""

    name: str
    pieces: tuple[Piece, ...]
    published: str | None = None
    sentences: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    code: str = ""
    size: int = 0


def plan(
    files: Iterable[File],
    out: Folder,
    published: str | None = None,
    sentences: bool = False,
    columns: Mapping[str, str] | None = None,
    notes: set[str] | None = None,
) -> Iterator[Shard]:
    """Cut files, as they come, into shards.

    `out` keeps how large tables were cut, so that an unchanged one is not read for it again;
    the names of these notes are added to `notes`.
    """
    named = tuple(sorted((columns or {}).items()))

    def shard(pieces: list[Piece], size: int) -> Shard:
        told = [replace(p, name=p.source) for p in pieces]  # standard input is a passing file
        digest = hashlib.sha256(code().encode())
        digest.update(repr((published, sentences, named, told)).encode("utf-8", "replace"))
        return Shard(
            digest.hexdigest()[:32], tuple(pieces), published, sentences, named, code(), size
        )

    group: list[Piece] = []
    size = 0
    for file in files:
        kind = _kind(file, dict(named)) if file.size > SHARD_BYTES else ""
        if kind in _CUTTERS:
            if group:
                yield shard(group, size)
                group, size = [], 0
            for piece in _pieces(file, kind, out, set() if notes is None else notes):
                yield shard([piece], SHARD_BYTES)
            continue
        group.append(_whole(file))
        size += file.size
        if size >= SHARD_BYTES or len(group) >= SHARD_FILES or _ends_group(file.id):
            yield shard(group, size)
            group, size = [], 0
    if group:
        yield shard(group, size)


def _kind(file: File, columns: Mapping[str, str]) -> str:
    """The format of a file, where its beginning tells one that is read."""
    try:
        with _opened(file.name) as f:
            return sniff.kind(f.read(sniff.HEAD), "" if file.source else file.name, columns)
    except (OSError, sniff.NoReader):
        return ""


def _whole(file: File) -> Piece:
    return Piece(file.name, file.id, file.source or file.name, file.stamp or _digest(file.name))


def _ends_group(id: str) -> bool:
    """Whether a group ends behind this file: by its name, so that a file more or less leaves
    the groups further on as they were."""
    digest = hashlib.blake2b(id.encode("utf-8", "surrogateescape"), digest_size=4).digest()
    return int.from_bytes(digest, "big") % _CUT == 0


@cache
def code() -> str:
    """A digest of what decides the records: the package, its lexicon, what it builds on."""
    package = Path(trich.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(path.read_bytes())
    try:
        needed = metadata.requires("trich") or []
    except metadata.PackageNotFoundError:  # run from a source tree
        needed = []
    for name in sorted({_NAME.split(n, maxsplit=1)[0] for n in needed if not _ASIDE.search(n)}):
        try:
            digest.update(f"{name}=={metadata.version(name)}".encode())
        except metadata.PackageNotFoundError:
            continue
    return digest.hexdigest()


def _digest(name: str) -> str:
    try:
        with _opened(name) as f:
            return hashlib.file_digest(f, "sha256").hexdigest()  # type: ignore[arg-type]
    except OSError as e:
        return str(e)  # gone since it was listed: the shard will say so


@contextmanager
def _opened(name: str) -> Iterator[IO[bytes]]:
    if not remote(name):
        with open(name, "rb") as f:
            yield f
        return
    fs, path = filesystem(name)
    with fs.open(path, "rb", block_size=8 << 20, cache_type="readahead") as f:
        yield f


# -- cutting tables


def _pieces(file: File, kind: str, out: Folder, notes: set[str]) -> Iterator[Piece]:
    """The stretches of a large table, from an earlier run's notes where it has not changed."""
    source = file.source or file.name
    seen = _state(file)
    about = repr((source, kind, seen, SHARD_BYTES)).encode("utf-8", "replace")
    note = f".trich/cut-{hashlib.sha256(about).hexdigest()[:32]}"
    keep = seen and file.size >= _REMEMBERED
    notes.add(note)
    if keep and (kept := out.read(note)) is not None:
        for line in kept.decode().splitlines():
            yield Piece(file.name, file.id, source, *json.loads(line))
        return
    pieces: list[Piece] = []
    try:
        for cut in _CUTTERS[kind](file):
            pieces.append(Piece(file.name, file.id, source, cut[0], kind, *cut[1:]))
            yield pieces[-1]
    except Exception:  # no table, or gone: the reader will say what is the matter
        yield _whole(file)
        return
    if keep and seen == _state(file):
        with out.whole(note) as f:
            for p in pieces:
                row = [p.digest, p.kind, p.start, p.stop, p.before, p.head]
                f.write(json.dumps(row).encode() + b"\n")


_Cut = Iterator[tuple[str, int, int, int, str]]  # digest, start, stop, before, head


def _state(file: File) -> str:
    """What changes when a file does; nothing while it is too fresh for its times to tell."""
    if file.stamp:
        return file.stamp
    try:
        s = os.stat(file.name)
    except OSError:
        return ""
    if time.time() - max(s.st_mtime, s.st_ctime) < _SETTLED:
        return ""
    return repr((s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino))


def _target(size: int) -> int:
    """Bytes in a stretch: more in larger tables, so that their number stays in the thousands."""
    steps = ((1 << 26, 1), (1 << 30, 4), (1 << 34, 16))
    return SHARD_BYTES * next((times for limit, times in steps if size < limit), 64)


def _lines(file: File) -> _Cut:
    """Stretches of whole lines."""
    target = _target(file.size)
    digest, start, at, before, lines = hashlib.sha256(), 0, 0, 0, 0
    with _opened(file.name) as f:
        while block := f.read(_BLOCK):
            begin = 0
            while at - start + len(block) - begin >= target:
                wanted = max(begin, begin + target - 1 - (at - start))
                end = block.find(b"\n", wanted) + 1
                if not end:
                    break
                digest.update(block[begin:end])
                lines += block.count(b"\n", begin, end)
                stop = at + end - begin
                yield digest.hexdigest(), start, stop, before, ""
                digest, start, at, before = hashlib.sha256(), stop, stop, before + lines
                begin, lines = end, 0
            digest.update(block[begin:])
            lines += block.count(b"\n", begin)
            at += len(block) - begin
    if at > start or not start:
        yield digest.hexdigest(), start, at, before, ""


def _rows(file: File) -> _Cut:
    """Stretches of whole rows of CSV: a line end within quotes ends none.

    The csv module itself reads the file, as Latin-1, in which a byte is a character.
    """
    target = _target(file.size)
    with _opened(file.name) as f:
        first = f.read(4096)
        f.seek(0)
        if first.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16: read as one
            yield _digest(file.name), 0, file.size, 0, ""
            return
        delimiter = tables.delimiter(first.split(b"\n")[0].decode("latin-1"))
        digest = hashlib.sha256()
        at = lines = 0

        def counted() -> Iterator[str]:
            nonlocal at, lines
            for raw in f:
                digest.update(raw)
                at += len(raw)
                lines += 1
                yield raw.decode("latin-1")

        csv.field_size_limit(_CELL)
        reader = csv.reader(counted(), delimiter=delimiter, strict=True)
        head, start, before, under = "", 0, 0, 0
        try:
            for row in reader:
                if not start and not head and row:
                    with _opened(file.name) as g:
                        head = g.read(at).decode("latin-1")
                    under = lines
                if at - start >= target:
                    yield digest.hexdigest(), start, at, before, head if start else ""
                    digest, start, before = hashlib.sha256(), at, lines - under
        except csv.Error:
            pass  # where quoting breaks, no later row can be trusted: the reader will say so
        if at > start or not start:
            yield digest.hexdigest(), start, at, before, head if start else ""


def _groups(file: File) -> _Cut:
    """Stretches of row groups of Parquet."""
    from pyarrow import parquet

    whole = file.stamp or _digest(file.name)
    with _opened(file.name) as f:
        about = parquet.ParquetFile(f).metadata
        sizes = [(about.row_group(n).num_rows, about.row_group(n).total_byte_size)
                 for n in range(about.num_row_groups)]  # fmt: skip
    start = size = rows = before = 0
    for n, (count, length) in enumerate(sizes, 1):
        size, rows = size + length, rows + count
        if size >= SHARD_BYTES or n == len(sizes):
            yield whole, start, n, before, ""
            start, size, rows, before = n, 0, 0, before + rows


_CUTTERS: dict[str, Callable[[File], _Cut]] = {
    "jsonl": _lines,
    "csv": _rows,
    "parquet": _groups,
}


# -- reading them


def sources(piece: Piece, columns: Mapping[str, str] | None = None) -> Iterator[Source | Reject]:
    """The texts of a piece; a fault of a reader is a `Reject`, like what it cannot read."""
    with ExitStack() as stack:
        try:
            if piece.kind or remote(piece.name):
                path = _fetched(piece, stack.enter_context(scratch()))
            else:
                path = Path(piece.name)
        except (FileNotFoundError, PermissionError) as e:
            yield Reject(piece.source, None, e.strerror or str(e) or type(e).__name__)
            return
        try:
            yield from read(Input(path, piece.id, columns or {}, piece.source, piece.before))
        except Exception as e:
            yield Reject(piece.source, None, internal(e))


def internal(e: Exception) -> str:
    """An unforeseen error, with where it was raised."""
    at = e.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else "?"
    return f"internal error, please report: {type(e).__name__}: {e} ({where})"


def _fetched(piece: Piece, into: Path) -> Path:
    """The piece as a file here."""
    base = f"piece.{piece.kind}" if piece.kind else piece.name.rpartition("/")[2]
    path = into / base
    with _opened(piece.name) as f:
        if piece.kind == "parquet":
            from pyarrow import parquet

            whole = parquet.ParquetFile(f)
            with parquet.ParquetWriter(path, whole.schema_arrow) as to:
                for n in range(piece.start, piece.stop):
                    to.write_table(whole.read_row_group(n))
            return path
        with path.open("wb") as part:
            if not piece.kind:
                shutil.copyfileobj(f, part, _BLOCK)
                return path
            part.write(piece.head.encode("latin-1"))
            f.seek(piece.start)
            left = piece.stop - piece.start
            while left and (block := f.read(min(_BLOCK, left))):
                part.write(block)
                left -= len(block)
    return path
