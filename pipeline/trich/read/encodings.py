"""Bytes -> text: which encoding a file is in, told by what it says.

UTF-8 and UTF-16 show themselves.  The byte encodings that Vietnamese was written in before
(TCVN3 of the ABC fonts, VNI-Windows, VISCII, Windows-1258) do not: any bytes are text in
each of them.  So the candidates are tried, and the one whose words are Vietnamese syllables
wins; where none does, the input is rejected with the place where UTF-8 breaks.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from trich.read import legacy
from trich.read.source import some
from trich.read.spelling import fitness

#: Most bytes of one article, and of one line of a table: a text beyond is no article.
LONGEST = 32 << 20
_SAMPLE = 1 << 17  # bytes by which an encoding is told

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what was mended, in words."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


class Undecodable(ValueError):
    """Bytes that are no text: the line (from 1) and the reason."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line, self.reason = line, reason


def decode(data: bytes) -> Decoded:
    """Bytes as text.  Raises `Undecodable` with the line and byte where the text breaks.

    >>> decode("B\\xe9 Y t\\xd5 v\\xb5 S\\xeb Y t\\xd5".encode("latin-1"))
    Decoded(text='Bộ Y tế và Sở Y tế', encoding='tcvn3', repairs=())
    """
    encoding = detect(data)
    repairs: tuple[str, ...] = ()
    if (
        encoding.startswith("utf-8")
        and (short := _unfinished(data))
        and not data[:-short].isascii()
    ):
        data = data[:-short]
        repairs = (f"cut: {short} bytes of an unfinished letter at the end left out",)
    elif encoding.startswith("utf-16") and len(data) % 2:
        data = data[:-1]
        repairs = ("cut: half a letter at the end left out",)
    text = _strictly(data, encoding)
    if (at := text.find("\0")) >= 0:
        raise Undecodable(text.count("\n", 0, at) + 1, f"binary data: a NUL at character {at}")
    return Decoded(text, encoding.removesuffix("-sig"), repairs)


def detect(data: bytes) -> str:
    """The encoding of bytes, by their mark or by what they say; `utf-8` where nothing fits."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if b"\0" in data[:_SAMPLE] and (wide := _wide(data[:_SAMPLE])):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        sample = data[:_SAMPLE].decode("utf-8", "surrogateescape")
        broken = len(_ESCAPED.findall(sample))
        sound = sum(not c.isascii() for c in sample) - broken
        if sound <= 4 * broken:  # else damaged UTF-8: its bad place is to be told, not guessed away
            return _bytewise(data[: _SAMPLE // 4]) or "utf-8"
    return "utf-8"


_ESCAPED = re.compile("[\udc80-\udcff]")


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: ASCII's zero bytes stand on one side only."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 5 < len(sample) // 2 or min(even, odd) * 20 > max(even, odd):
        return None
    name = "utf-16-be" if even > odd else "utf-16-le"
    text = sample.decode(name, "replace")
    return name if len(_ODD.findall(text)) * 10 < len(text) else None


_ODD = re.compile(r"[^\s\x20-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u20bf\ufeff]")


def _bytewise(sample: bytes) -> str | None:
    """The legacy encoding in which the sample's words are Vietnamese, if they clearly are."""
    fits: list[tuple[float, str, str]] = []
    for name in legacy.NAMES:
        text = legacy.decode(sample, name)
        share, n = fitness(text, capitals=not name.startswith("tcvn"))
        if n >= 2 and share >= 0.8:
            fits.append((share, name, unicodedata.normalize("NFC", text)))
    fits.sort(key=lambda f: -f[0])  # of equals the first, the more usual one
    if fits:
        share, name, text = fits[0]
        rivals = [other for rival, _, other in fits[1:] if share - rival < 0.05]
        return name if all(other == text for other in rivals) else None
    beyond = set(sample) - set(range(0x80))
    return "cp1252" if beyond <= _PUNCTUATION else None


# What an English page in Windows' Western encoding has beyond ASCII: … quotes, dashes, nbsp, ° ©
_PUNCTUATION = frozenset(
    b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa7\xa9\xab\xae\xb0\xb7\xbb"
)


def _unfinished(data: bytes) -> int:
    """How many bytes of a letter stand at the end without the rest, as a cut leaves them."""
    try:
        data[-3:].decode("utf-8")
    except UnicodeDecodeError as e:
        if e.reason == "unexpected end of data":
            return min(3, len(data)) - e.start
        if e.start < 2 and len(data) > 3:  # the window itself began inside a letter
            return _unfinished(data[-2:] if e.start == 0 else data[-1:])
    return 0


def _strictly(data: bytes, encoding: str) -> str:
    if not encoding.startswith("utf-"):
        text = legacy.decode(data, encoding)
        if bad := _ESCAPED.search(text):
            line = text.count("\n", 0, bad.start()) + 1
            raise Undecodable(line, f"not {encoding}: byte 0x{ord(bad.group()) - 0xDC00:02x}")
        return text
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as e:
        line = data.count(b"\n", 0, e.start) + 1
        name = encoding.removesuffix("-sig")
        at = e.start + (3 if encoding == "utf-8-sig" else 0)
        tried = ", and no other encoding of Vietnamese fits for sure" if encoding == "utf-8" else ""
        reason = f"not {name} at byte {at} (0x{data[at]:02x}){tried}"
        raise Undecodable(line, reason) from e


def texts(stream: BinaryIO) -> tuple[str, Iterator[str]]:
    """The encoding of a table and its text, a block at a time.

    Bytes that are no text come as lone surrogates, for the row to be rejected and no other.
    """
    head = some(stream, _SAMPLE)
    cut = len(head) == _SAMPLE and (head.rfind(b"\n") + 1 or len(head) // 4 * 4)
    encoding = detect(head[:cut] if cut else head)
    return encoding.removesuffix("-sig"), _texts(head, stream, encoding)


def lines(stream: BinaryIO) -> tuple[str, Iterator[str]]:
    """The encoding of a table and its lines, each ending as in the file.

    Of a line beyond `LONGEST` only the beginning comes, with a lone surrogate behind it.
    """
    encoding, blocks = texts(stream)
    return encoding, _split(blocks)


def broken(text: str) -> str | None:
    """Why a line of `lines` is no text, None where it is."""
    bad = _ESCAPED.search(text)
    if not bad:
        return None
    if len(text) > LONGEST:
        return f"a line of more than {LONGEST >> 20} million characters"
    return f"byte 0x{ord(bad.group()) - 0xDC00:02x} at character {bad.start()} is no text"


def _texts(head: bytes, stream: BinaryIO, encoding: str) -> Iterator[str]:
    if encoding.startswith("utf-"):
        decoder = codecs.getincrementaldecoder(encoding)(
            "surrogateescape" if encoding.startswith("utf-8") else "replace"
        )
        block = head
        while block:
            yield decoder.decode(block)
            block = some(stream, _SAMPLE)
        yield decoder.decode(b"", True)
        return
    block = head
    while block:
        if encoding == "vni" and len(block) == _SAMPLE:  # never between a letter and its mark
            block += stream.readline(_SAMPLE)
        yield legacy.decode(block, encoding)
        block = some(stream, _SAMPLE)


def _split(texts: Iterator[str]) -> Iterator[str]:
    """Cut a stream of texts behind its line feeds."""
    held: list[str] = []
    size = 0

    def line(piece: str) -> str:
        held.append(piece)
        whole = "".join(held)
        return whole if len(whole) <= LONGEST else whole[:LONGEST] + "\udc80"

    for text in texts:
        start = 0
        while (end := text.find("\n", start) + 1) > 0:
            yield line(text[start:end])
            held.clear()
            size, start = 0, end
        if size <= LONGEST:
            held.append(text[start:])
            size += len(text) - start
    if rest := line(""):
        yield rest
