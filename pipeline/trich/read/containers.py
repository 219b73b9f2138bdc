"""Compressed files and archives: what is in them, within limits.

A few bytes can unpack to any size.  So all that comes out of one file on disk is counted,
and where it is far more than such a file can hold, the rest is not read.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO, cast

from trich.read.source import File, Reject, Unreadable, missing

_DEEPEST = 3  # archives in archives
_FREE = 64 << 20  # bytes that any file may unpack to
_RATIO = 200  # and how many for each of its own; text is packed 3 to 20 times
_MEMBERS = 100_000


class _Counted(io.RawIOBase):
    """An unpacked stream that stops where its file's budget ends, or where it is damaged."""

    def __init__(self, stream: IO[bytes], packed: BinaryIO, budget: Budget) -> None:
        self._stream, self._packed, self._budget = stream, packed, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            # what is there before a damage, not all or nothing
            data = getattr(self._stream, "read1", self._stream.read)(len(buffer))
        except _damages() as e:
            raise Unreadable(f"damaged: {e}") from e
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        self._packed.close()
        super().close()


def _damages() -> tuple[type[Exception], ...]:
    errors: tuple[type[Exception], ...] = (
        zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError,
        RuntimeError, ValueError,
    )  # fmt: skip
    try:
        import zstandard
    except ImportError:
        return errors
    return (*errors, zstandard.ZstdError)


class Budget:
    """How many bytes may still come out of one file on disk."""

    def __init__(self, packed: int) -> None:
        self.left = _FREE + _RATIO * packed

    def spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise Unreadable("unpacks to far more than such a file can hold: not read further")


def _within(
    opened: Callable[[], BinaryIO], unpacked: Callable[[BinaryIO], IO[bytes]], budget: Budget
) -> Callable[[], BinaryIO]:
    """How to open what is packed in a stream, within a budget."""

    def open_it() -> BinaryIO:
        packed = opened()
        try:
            return io.BufferedReader(_Counted(unpacked(packed), packed, budget), 1 << 16)
        except _damages() as e:
            packed.close()
            raise Unreadable(f"damaged: {e}") from e
        except Unreadable:
            packed.close()
            raise

    return open_it


class _Zstd(io.RawIOBase):
    """Zstandard frames; the package's own reader does not tell a stream that breaks off."""

    def __init__(self, stream: BinaryIO) -> None:
        try:
            import zstandard
        except ImportError as e:
            raise missing("zst") from e
        self._stream = stream
        # no window above 128 MB: that is memory
        self._new = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj
        self._frame: Any = None
        self._packed = self._ready = b""
        self._at = 0

    def read(self, size: int = -1, /) -> bytes:
        while self._at >= len(self._ready):
            # few bytes at a time: four of them may stand for 128 KB
            self._packed = self._packed or self._stream.read(1 << 11)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("it breaks off")
                return b""
            self._frame = self._frame or self._new()
            self._ready, self._packed, self._at = self._frame.decompress(self._packed), b"", 0
            if self._frame.eof:
                self._packed, self._frame = self._frame.unused_data, None
        end = self._at + size if size >= 0 else len(self._ready)
        out, self._at = self._ready[self._at : end], end
        return out


_UNPACK: dict[str, Callable[[BinaryIO], IO[bytes]]] = {
    "gz": lambda f: cast(IO[bytes], gzip.GzipFile(fileobj=f)),
    "bz2": lambda f: cast(IO[bytes], bz2.BZ2File(f)),
    "xz": lambda f: cast(IO[bytes], lzma.LZMAFile(f)),  # noqa: SIM115
    "zst": lambda f: cast(IO[bytes], _Zstd(f)),
}


def unpack(file: File, kind: str, budget: Budget) -> Iterator[File]:
    """What a compressed file (`gz`, `bz2`, `xz`, `zst`) holds."""
    _check(file)
    name = file.name
    if PurePosixPath(name).suffix.lower() in (".gz", ".zst", ".bz2", ".xz", ".z"):
        name = PurePosixPath(name).stem
    yield replace(
        file,
        name=name,
        open=_within(file.open, _UNPACK[kind], budget),
        path=None,
        depth=file.depth + 1,
    )


def unzip(file: File, budget: Budget) -> Iterator[File | Reject]:
    """The members of a zip archive, in its own order."""
    _check(file)
    with file.seekable() as f:
        try:
            archive = zipfile.ZipFile(f)
        except _damages() as e:
            raise Unreadable(f"not a zip archive that can be read: {e}") from e
        names = set(archive.namelist())
        if what := _office(names):
            raise Unreadable(what)
        if len(names) > _MEMBERS:
            raise Unreadable(f"{len(names):,} members; at most {_MEMBERS:,} are read")
        for info in archive.infolist():
            path = PurePosixPath(info.filename)
            if info.is_dir() or any(
                p.startswith((".", "__MACOSX")) and p != ".." for p in path.parts
            ):
                continue
            source = f"{file.source}!{info.filename}"
            if ".." in path.parts:
                yield Reject(source, None, "a path that leaves the archive: rename it first")
                continue
            if info.flag_bits & 1:
                yield Reject(source, None, "encrypted: unpack it with its password first")
                continue
            yield replace(
                file,
                source=source,
                id=f"{file.id}/{path.with_suffix('').as_posix().lstrip('/')}",
                name=path.name,
                open=_within(partial(_member, archive, info), lambda member: member, budget),
                path=None,
                depth=file.depth + 1,
            )


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    try:
        return cast(BinaryIO, archive.open(info))
    except _damages() as e:
        raise Unreadable(f"damaged: {e}") from e


def is_docx(file: File) -> bool:
    """Whether a zip archive is a Word document."""
    with file.seekable() as f:
        try:
            return "word/document.xml" in zipfile.ZipFile(f).NameToInfo
        except _damages():
            return False


def _office(names: set[str]) -> str | None:
    if "xl/workbook.xml" in names:
        return "an Excel workbook; save the sheet as CSV (UTF-8)"
    if "ppt/presentation.xml" in names:
        return "a PowerPoint file; save it as PDF"
    if {"mimetype", "content.xml"} <= names:
        return "an OpenDocument file; save it as .docx"
    return None


def _check(file: File) -> None:
    if file.depth >= _DEEPEST:
        raise Unreadable(f"more than {_DEEPEST} archives in one another")
