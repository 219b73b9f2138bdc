"""What a file is, by its first bytes; its suffix only decides what those leave open."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePath

from trich.read import html, tables
from trich.read.encodings import Undecodable, decode

HEAD = 1 << 14  # bytes that tell

_MAGIC = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gz"),
    (b"\x28\xb5\x2f\xfd", "zst"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
#: What has no reader, and what its owner can do.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls) or one with a password; save it as "
                          ".docx or .csv (`soffice --headless --convert-to docx FILE`)"),
    (b"{\\rtf", "RTF; save it as .docx"),
    (b"\x89PNG", "an image; trich reads text, so run OCR first"),
    (b"\xff\xd8\xff", "an image; trich reads text, so run OCR first"),
    (b"GIF8", "an image; trich reads text, so run OCR first"),
    (b"II*\0", "an image; trich reads text, so run OCR first"),
    (b"MM\0*", "an image; trich reads text, so run OCR first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
)  # fmt: skip
_SUFFIXES = {
    "": "text", ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".mhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "csv",
    ".pdf": "text", ".docx": "text", ".parquet": "text", ".warc": "text", ".zip": "text",
    ".gz": "text", ".zst": "text",
}  # fmt: skip


class NoReader(Exception):
    """A file that nothing here reads; the message says what it is."""


def kind(head: bytes, name: str, columns: Mapping[str, str]) -> str:
    """The format of a file that begins with `head`: the name of its reader.

    Raises `NoReader` for what is recognized but not read, or not recognized at all.

    >>> kind(b"%PDF-1.7 ...", "bao-cao.txt", {})
    'pdf'
    >>> kind(b'{"text": "..."}', "", {})
    'jsonl'
    """
    suffix = PurePath(name).suffix.lower()
    for magic, format in _MAGIC:
        if head.startswith(magic):
            return format
    for magic, what in _OTHERS:
        if head.startswith(magic):
            raise NoReader(what)
    if head[257:262] == b"ustar":
        raise NoReader("a tar archive; unpack it first")
    if suffix == ".pdf" and b"%PDF-" in head[:1024]:
        return "pdf"
    found = _of_text(_glance(head), suffix, columns)
    if found is None:
        known = ", ".join(s for s in sorted(_SUFFIXES) if s)
        raise NoReader(f"no reader for {suffix or 'XML'!r} (there are readers for {known})")
    return found


def _glance(head: bytes) -> str:
    try:
        return decode(head).text.lstrip("\ufeff \t\r\n")
    except Undecodable:
        return head.decode("latin-1").lstrip("\u00ef\u00bb\u00bf \t\r\n")


def _of_text(text: str, suffix: str, columns: Mapping[str, str]) -> str | None:
    by_name = _SUFFIXES.get(suffix)
    # Markdown may begin with tags
    if html.is_whole(text) if suffix in (".md", ".markdown") else html.is_page(text):
        return "html"
    if by_name in ("html", "jsonl", "csv"):
        return by_name
    if text.startswith("<?xml"):
        return None
    line = text.partition("\n")[0]
    if text.startswith("{") and _is_object(line):
        return "jsonl"
    if re.match(r"\[\s*\{|\{\s*\"", text) and by_name in ("json", "text"):
        return "json"
    if not suffix and _looks_csv(line, text, columns):
        return "csv"
    return by_name


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (json.JSONDecodeError, RecursionError):
        return len(line) > HEAD // 2 and re.match(r'\{\s*"[^"]{1,60}"\s*:', line) is not None


def _looks_csv(line: str, text: str, columns: Mapping[str, str]) -> bool:
    """A header that names a text column and another, over a row."""
    if len(line) > 2000 or len(line) == len(text) or not tables.is_header(line, columns):
        return False
    cells = [c.strip().strip('"') for c in line.split(tables.delimiter(line))]
    return all(0 < len(c) <= 40 and not c.endswith(".") for c in cells)
