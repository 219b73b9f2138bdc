"""What a reader is given, and what it returns: a text with what is known of it, or why none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO

from trich.article import Block

#: Most bytes of one document that is read whole (text, HTML, DOCX; a PDF on disk is not).
LARGEST = 32 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """A text as a file holds it, and what the file says about it.

    `title` and `published` (ISO) are said by a table's own columns and hold; `title_else` and
    `published_else` come from a document's metadata and serve where its text says nothing.
    `encoding` is None where a format is Unicode by definition.  `repairs` tells in words what
    was mended.  `known` are lines of the text whose kind the document's structure tells.
    `pages` are the offsets at which the pages of a PDF begin.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    published: str | None = None
    title_else: str | None = None
    published_else: str | None = None
    encoding: str | None = None
    repairs: tuple[str, ...] = ()
    known: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reject:
    """Something that could not be read: where, and why."""

    source: str
    line: int | None
    reason: str


class Unreadable(Exception):
    """Raised inside a reader: the rest of this file cannot be read, and why."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.line = reason, line


@dataclass(frozen=True, slots=True)
class File:
    """Bytes to read: a file on disk, or a member of an archive.

    `source` is what articles and rejects call it (`a.zip!b.html`), `name` tells by its suffix
    what it may be; `path` is None where the bytes stand in an archive.  `columns` names the
    columns of tables, `depth` counts the archives around it, `charset` is
    what a server said of the encoding, `before` the lines of a table before this stretch of it.
    """

    source: str
    id: str
    name: str
    open: Callable[[], BinaryIO]
    path: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0
    charset: str | None = None
    before: int = 0

    def whole(self) -> bytes:
        """All bytes.  Raises `Unreadable` where they are too many for one article."""
        with self.open() as f:
            data = f.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise Unreadable(
                f"more than {LARGEST >> 20} MB in one article; "
                "many articles in one file are read from JSONL, CSV, Parquet or WARC"
            )
        return data

    def seekable(self) -> IO[bytes]:
        """The bytes in a file that can be read back and forth: a copy, if in an archive."""
        if self.path is not None:
            return open(self.path, "rb")
        copy = SpooledTemporaryFile(max_size=16 << 20)  # noqa: SIM115
        try:
            with self.open() as f:
                shutil.copyfileobj(f, copy)
        except BaseException:
            copy.close()
            raise
        copy.seek(0)
        return copy


def some(stream: BinaryIO, size: int) -> bytes:
    """The next `size` bytes, or what there is of them before a damage: the next call meets it."""
    blocks: list[bytes] = []
    while size > 0:
        try:
            block: bytes = getattr(stream, "read1", stream.read)(size)
        except Unreadable:
            if not blocks:
                raise
            break
        if not block:
            break
        blocks.append(block)
        size -= len(block)
    return b"".join(blocks)


def missing(extra: str) -> Unreadable:
    """What to install for a format whose reader is an extra."""
    return Unreadable(f"needs an extra: pip install 'trich[{extra}]'")
