"""The byte encodings that Vietnamese was written in before Unicode, from `lexicon/encodings.csv`.

| name | what it is |
| --- | --- |
| `tcvn3` | the ABC fonts (.VnTime): one byte a letter, no capitals with tones |
| `tcvn5712` | TCVN 5712:1993 VN1, the standard behind them, capitals at 0x80-0x9F and 0x01-0x17 |
| `vni` | VNI-Windows: a base letter, then a byte for its marks |
| `viscii` | VISCII 1.1 (RFC 1456) |
| `cp1258` | Windows: tones as combining marks |
| `cp1252` | Windows' Western one, for English pages with curly quotes |

A byte that an encoding does not define comes out as a lone surrogate, as with Python's
`surrogateescape`, so that one place can be told from a letter.
"""

from __future__ import annotations

import re
from functools import cache

from trich.lexicon import table

NAMES = ("tcvn3", "tcvn5712", "vni", "viscii", "cp1258")
_VNI = re.compile(
    "[aeouyAEOUY\u00f4\u00f6\u00d4\u00d6][\u00d5\u00d8\u00d9\u00db\u00cf\u00c2\u00c1\u00c0\u00c5"
    "\u00c3\u00c4\u00ca\u00c9\u00c8\u00da\u00dc\u00cb\u00f5\u00f8\u00f9\u00fb\u00ef\u00e2\u00e1"
    "\u00e0\u00e5\u00e3\u00e4\u00ea\u00e9\u00e8\u00fa\u00fc\u00eb]|[\u00cc-\u00ce\u00d1-\u00d4\u00d6"
    "\u00ec-\u00ee\u00f1-\u00f4\u00f6\u00c6\u00e6]"
)


def decode(data: bytes, name: str) -> str:
    """Bytes in one of the legacy encodings as text.

    >>> decode(b"B\\xe9 Y t\\xd5", "tcvn3"), decode(b"Bo\\xe4 Y te\\xe1", "vni")
    ('Bộ Y tế', 'Bộ Y tế')
    """
    text = "".join(map(_table(name).__getitem__, data))
    if name == "vni":
        pairs = _vni()
        text = _VNI.sub(lambda m: pairs.get(m.group()) or m.group(), text)
    return text


@cache
def _table(name: str) -> tuple[str, ...]:
    """The character of each byte."""
    if name in ("cp1258", "cp1252"):
        return tuple(_windows(b, name) for b in range(256))
    base = "latin-1" if name == "viscii" else "cp1252"
    chars = [_windows(b, base) for b in range(256)]
    if name in ("viscii", "tcvn3", "tcvn5712"):
        for row in table("encodings"):
            byte = int(row["viscii" if name == "viscii" else "tcvn3"], 16)
            if name != "tcvn3" or byte >= 0xA0:
                chars[byte] = row["letter"]
    if name == "tcvn5712":
        for byte, mark in zip(range(0xB0, 0xB5), "\u0300\u0309\u0303\u0301\u0323", strict=True):
            chars[byte] = mark
    return tuple(chars)


def _windows(byte: int, name: str) -> str:
    try:
        return bytes([byte]).decode(name)
    except UnicodeDecodeError:
        return chr(0xDC00 + byte)


@cache
def _vni() -> dict[str, str]:
    """Letters by what VNI's bytes look like in Windows' Western encoding."""
    letters: dict[str, str] = {}
    for row in table("encodings"):
        looks = bytes.fromhex(row["vni"]).decode("cp1252")
        letters[looks] = row["letter"]
        if len(looks) == 2:  # the mark typed in the other case
            letters.setdefault(looks[0] + looks[1].swapcase(), row["letter"])
    return letters


# What Windows' Western encoding makes of a byte, turned back; undefined bytes as Latin-1.
@cache
def _western() -> dict[int, int]:
    back = {ord(_windows(b, "cp1252")): b for b in range(256)}
    return {**{b: b for b in range(256)}, **back}


def as_bytes(text: str) -> bytes | None:
    """The bytes that were misread as Windows' Western encoding, None where they were not."""
    western = _western()
    try:
        return bytes([western[ord(c)] for c in text])
    except KeyError:
        return None
