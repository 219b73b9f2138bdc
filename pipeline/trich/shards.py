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
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from types import MappingProxyType
from typing import IO

import trich
from trich.article import BlockKind
from trich.folder import Folder
from trich.inputs import STDIN, File, filesystem, is_stdin, remote
from trich.read import Input, Reject, Source, read

SHARD_BYTES = 1 << 20
SHARD_FILES = 256
_CUT = 64  # a group ends behind one file name in 64, wherever the groups before it ended
_LINES = (".jsonl", ".ndjson")
_QUOTED = (".csv",)
_REMEMBERED = 64 << 20  # bytes of a table from which on its cutting is written down
_SETTLED = 2.0  # seconds after which a file's times tell whether it changed
_BLOCK = 1 << 20
_CELL = 1 << 30
_BY_NAME: Mapping[str, str] = MappingProxyType({})  # columns whose names tell what they hold
_NAME = re.compile(r"[^\w.-]")
_ASIDE = re.compile(r"extra == .(?:dev|notebooks|peers|cluster|s3|gs|hdfs)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or a stretch of a table: bytes, or row groups of Parquet.

    `before` is the number of lines (of rows, in Parquet) of the table before the stretch,
    `head` the header that a stretch of CSV is read under.
    """

    name: str
    id: str
    digest: str = ""
    start: int = 0
    stop: int | None = None
    before: int = 0
    head: str = ""


@dataclass(frozen=True, slots=True)
class Shard:
    """Pieces, and how to read them; `name` is its fingerprint."""

    name: str
    pieces: tuple[Piece, ...]
    published: str | None = None
    sentences: bool = False
    code: str = ""
    size: int = 0
    blocks: tuple[BlockKind, ...] | None = None
    columns: tuple[tuple[str, str], ...] = ()


def plan(
    files: Iterable[File],
    out: Folder,
    published: str | None = None,
    sentences: bool = False,
    blocks: Collection[BlockKind] | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Shard]:
    """Cut files, as they come, into shards.

    `out` keeps how large tables were cut, so that an unchanged one is not read for it again.
    """

    kinds = None if blocks is None else tuple(sorted(blocks))
    named = tuple(sorted((columns or {}).items()))

    def shard(pieces: list[Piece], size: int) -> Shard:
        digest = hashlib.sha256(code().encode())
        told = (published, sentences, kinds, named, pieces)
        digest.update(repr(told).encode("utf-8", "surrogateescape"))
        name = digest.hexdigest()[:32]
        return Shard(name, tuple(pieces), published, sentences, code(), size, kinds, named)

    group: list[Piece] = []
    size = 0
    for file in files:
        suffix = os.path.splitext(file.name)[1].lower()
        if file.size > SHARD_BYTES and suffix in (*_LINES, *_QUOTED, ".parquet") and _cuts(file):
            if group:
                yield shard(group, size)
                group, size = [], 0
            for piece in _pieces(file, suffix, out):
                length = (piece.stop or file.size) - piece.start
                yield shard([piece], length if suffix != ".parquet" else SHARD_BYTES)
            continue
        group.append(Piece(file.name, file.id, file.stamp or _digest(file.name)))
        size += file.size
        if size >= SHARD_BYTES or len(group) >= SHARD_FILES or _ends_group(file.id):
            yield shard(group, size)
            group, size = [], 0
    if group:
        yield shard(group, size)


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


def _cuts(file: File) -> bool:
    """Whether a table can be cut where its suffix says: bytes in which a line feed is a byte.

    What is packed, wide (UTF-16), or no table in spite of its name, is read as one.
    """
    try:
        with _opened(file.name) as f:
            head = f.read(4096)
    except OSError:
        return True  # the reading will say what is the matter
    return head.startswith(b"PAR1") if file.name.endswith(".parquet") else b"\0" not in head


def _pieces(file: File, suffix: str, out: Folder) -> Iterator[Piece]:
    """The stretches of a large table, from an earlier run's notes where it has not changed."""
    seen = _state(file)
    note = "cut-" + hashlib.sha256(repr((file.name, seen, SHARD_BYTES)).encode()).hexdigest()[:32]
    if seen and file.size >= _REMEMBERED and (kept := out.read(note)) is not None:
        for line in kept.decode().splitlines():
            yield Piece(file.name, file.id, *json.loads(line))
        return
    cut = _groups if suffix == ".parquet" else _rows if suffix in _QUOTED else _lines
    pieces: list[Piece] = []
    try:
        for piece in cut(file):
            pieces.append(piece)
            yield piece
    except OSError as e:
        yield Piece(file.name, file.id, str(e))
        return
    if seen and file.size >= _REMEMBERED and seen == _state(file):
        with out.whole(note) as f:
            for p in pieces:
                row = [p.digest, p.start, p.stop, p.before, p.head]
                f.write(json.dumps(row).encode() + b"\n")


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
    return SHARD_BYTES * (1 if size < 1 << 30 else 4 if size < 1 << 34 else 16)


def _lines(file: File) -> Iterator[Piece]:
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
                yield Piece(file.name, file.id, digest.hexdigest(), start, stop, before)
                digest, start, at, before = hashlib.sha256(), stop, stop, before + lines
                begin, lines = end, 0
            digest.update(block[begin:])
            lines += block.count(b"\n", begin)
            at += len(block) - begin
    if at > start or not start:
        yield Piece(file.name, file.id, digest.hexdigest(), start, at, before)


def _rows(file: File) -> Iterator[Piece]:
    """Stretches of whole rows of CSV: a line end within quotes ends none.

    The csv module itself reads the file, as Latin-1, in which a byte is a character.
    """
    target = _target(file.size)
    with _opened(file.name) as f:
        first = f.read(4096)
        f.seek(0)
        if first.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16: read as one
            yield Piece(file.name, file.id, _digest(file.name), 0, file.size)
            return
        line = first.split(b"\n")[0]
        delimiter = max(",;\t|", key=lambda d: line.count(d.encode()))
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
                    yield Piece(
                        file.name, file.id, digest.hexdigest(), start, at, before,
                        head if start else "",
                    )  # fmt: skip
                    digest, start, before = hashlib.sha256(), at, lines - under
        except csv.Error:
            pass  # where quoting breaks, no later row can be trusted: the reader will say so
        if at > start or not start:
            yield Piece(
                file.name, file.id, digest.hexdigest(), start, at, before, head if start else ""
            )


def _groups(file: File) -> Iterator[Piece]:
    """Stretches of row groups of Parquet."""
    try:
        from pyarrow import parquet
    except ImportError:
        yield Piece(file.name, file.id, file.stamp or _digest(file.name))
        return
    whole = file.stamp or _digest(file.name)
    try:
        with _opened(file.name) as f:
            about = parquet.ParquetFile(f).metadata
            sizes = [(about.row_group(n).num_rows, about.row_group(n).total_byte_size)
                     for n in range(about.num_row_groups)]  # fmt: skip
    except Exception:  # no Parquet: the reader will say what is the matter
        yield Piece(file.name, file.id, whole)
        return
    start = size = rows = before = 0
    for n, (count, length) in enumerate(sizes, 1):
        size, rows = size + length, rows + count
        if size >= SHARD_BYTES or n == len(sizes):
            yield Piece(file.name, file.id, whole, start, n, before)
            start, size, rows, before = n, 0, 0, before + rows


# -- reading them


def sources(piece: Piece, columns: Mapping[str, str] = _BY_NAME) -> Iterator[Source | Reject]:
    """The texts of a piece; a fault of a reader is a `Reject`, like what it cannot read."""
    with tempfile.TemporaryDirectory(prefix="trich-") as scratch:
        try:
            path = _fetched(piece, scratch)
        except (FileNotFoundError, PermissionError) as e:
            yield Reject(piece.name, None, e.strerror or str(e) or type(e).__name__)
            return
        try:
            called = STDIN if is_stdin(piece.name) else piece.name
            yield from read(Input(path, piece.id, columns, called), piece.before)
        except Exception as e:
            yield Reject(piece.name, None, internal(e))


def internal(e: Exception) -> str:
    """An unforeseen error, with where it was raised."""
    at = e.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else "?"
    return f"internal error, please report: {type(e).__name__}: {e} ({where})"


def _fetched(piece: Piece, scratch: str) -> Path:
    """The piece as a file here."""
    suffix = os.path.splitext(piece.name)[1].lower()
    if piece.stop is None and not remote(piece.name):
        return Path(piece.name)
    path = Path(scratch, "piece" + suffix)
    with _opened(piece.name) as f:
        if piece.stop is not None and suffix == ".parquet":
            from pyarrow import parquet

            whole = parquet.ParquetFile(f)
            with parquet.ParquetWriter(path, whole.schema_arrow) as to:
                for n in range(piece.start, piece.stop):
                    to.write_table(whole.read_row_group(n))
            return path
        with path.open("wb") as part:
            if piece.stop is None:
                shutil.copyfileobj(f, part, _BLOCK)
                return path
            part.write(piece.head.encode("latin-1"))
            f.seek(piece.start)
            left = piece.stop - piece.start
            while left and (block := f.read(min(_BLOCK, left))):
                part.write(block)
                left -= len(block)
    return path
