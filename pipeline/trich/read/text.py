"""Plain text files: one file, one article."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from trich.read.source import Reject, Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(path: Path, id: str) -> Iterator[Source | Reject]:
    """The article in a text file, its line ends as they are."""
    try:
        yield Source(id, str(path), decode(path.read_bytes()))
    except Undecodable as e:
        yield Reject(str(path), e.line, e.reason)


class Undecodable(ValueError):
    """Bytes that are no text: the line (from 1) and the reason."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line, self.reason = line, reason


def decode(data: bytes) -> str:
    """Bytes as text: UTF-8, or UTF-16 where a byte-order mark says so.

    Raises `Undecodable` with the line and byte where the text breaks.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as e:
        line = data.count(b"\n", 0, e.start) + 1
        raise Undecodable(line, f"not {encoding} at byte {e.start} (0x{data[e.start]:02x})") from e
    if (at := text.find("\0")) >= 0:
        raise Undecodable(text.count("\n", 0, at) + 1, f"binary data: a NUL at character {at}")
    return text
