"""Plain text and Markdown: one file, one article, its characters as they are."""

from __future__ import annotations

from collections.abc import Iterator

from trich.read.encodings import Undecodable, decode
from trich.read.repair import capitals, repair
from trich.read.source import File, Source, Unreadable


def read(file: File) -> Iterator[Source]:
    """The article in a text file, its line ends as they are."""
    try:
        decoded = decode(file.whole())
    except Undecodable as e:
        raise Unreadable(e.reason, e.line) from e
    text, repairs = repair(decoded.text)
    done = [*decoded.repairs, *repairs]
    if decoded.encoding == "tcvn3":
        text = capitals(text, done)
    yield Source(file.id, file.source, text, encoding=decoded.encoding, repairs=tuple(done))
