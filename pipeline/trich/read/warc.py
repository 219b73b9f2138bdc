"""WARC, the format of web crawls: each page that was answered is an article.

A record at a time, with Python's own means: a crawl is damaged more often than not, and what
follows a damaged record can still be read.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.client import HTTPMessage, parse_headers
from io import BytesIO
from typing import BinaryIO

from trich.read.source import LARGEST, File, Reject, Unreadable

_READ = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain")
_HEAD = 1 << 16


def read(file: File) -> Iterator[File | Reject]:
    """The pages of a crawl; what is neither page, text nor PDF is passed over."""
    with file.open() as f:
        n = 0
        while (head := _head(f)) is not None:
            n += 1
            try:
                size = int(head.get("Content-Length", ""))
            except ValueError as e:
                raise Unreadable(f"a damaged WARC file: record {n} tells no length") from e
            url = (head.get("WARC-Target-URI") or f"{file.source}#{n}").strip("<> ")
            if (head.get("WARC-Type") or "").strip().lower() != "response":
                _skip(f, size)
                continue
            data = f.read(min(size, LARGEST + 1))
            if size > LARGEST:
                _skip(f, size - len(data))
                yield Reject(url, None, f"more than {LARGEST >> 20} MB in one page")
                continue
            if len(data) < size:
                yield Reject(url, None, "the WARC file breaks off inside this page")
                return
            page = _answer(data, url, file, n)
            if page is not None:
                yield page


def _head(f: BinaryIO) -> HTTPMessage | None:
    """The head of the next record; None at the end."""
    while line := f.readline(_HEAD):
        if line.startswith(b"WARC/"):
            try:
                return parse_headers(f)
            except Exception as e:  # http.client's own errors have no common base but this
                raise Unreadable(f"a damaged WARC file: {e}") from e
    return None


def _skip(f: BinaryIO, size: int) -> None:
    while size > 0 and (block := f.read(min(size, 1 << 20))):
        size -= len(block)


def _answer(data: bytes, url: str, file: File, n: int) -> File | Reject | None:
    """What a server answered, as a file; None where it is no text."""
    stream = BytesIO(data)
    status = stream.readline(_HEAD).split(b" ", 2)
    try:
        head = parse_headers(stream)
    except Exception as e:
        return Reject(url, None, f"an answer with a damaged head: {e}")
    kind = head.get_content_type() if "Content-Type" in head else "text/html"
    if kind not in _READ or status[1:2] != [b"200"]:
        return None
    try:
        body = _body(head, data[stream.tell() :])
    except (ValueError, OSError, EOFError, zlib.error) as e:
        return Reject(url, None, f"an answer that cannot be unpacked: {e}")
    return replace(
        file,
        source=url,
        id=f"{file.id}#{n}",
        name="page.html" if "html" in kind else "page.txt",
        open=partial(BytesIO, body),
        path=None,
        depth=file.depth + 1,
        charset=head.get_content_charset(),
    )


def _body(head: HTTPMessage, data: bytes) -> bytes:
    """The body of an answer as the browser would see it."""
    if "chunked" in (head.get("Transfer-Encoding") or "").lower():
        data = _unchunked(data)
    coding = (head.get("Content-Encoding") or "").strip().lower()
    if coding in ("", "identity"):
        return data
    if coding in ("gzip", "x-gzip"):
        return _some(gzip.GzipFile(fileobj=BytesIO(data)).read(LARGEST + 1))
    if coding == "deflate":
        wrapped = data[:1] and data[0] & 0x0F == 8 and int.from_bytes(data[:2]) % 31 == 0
        return _some(zlib.decompressobj(15 if wrapped else -15).decompress(data, LARGEST + 1))
    if data[:64].lstrip()[:1] == b"<":  # many crawlers unpack and leave the head as it was
        return data
    raise ValueError(f"packed as {coding!r}")


def _some(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise ValueError(f"more than {LARGEST >> 20} MB in one page")
    return data


def _unchunked(data: bytes) -> bytes:
    out: list[bytes] = []
    at = 0
    while (end := data.find(b"\r\n", at)) >= 0:
        try:
            size = int(data[at:end].partition(b";")[0], 16)
        except ValueError:
            return data if not out else b"".join(out)  # unpacked by the crawler, or cut
        if size <= 0:
            break
        out.append(data[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(out)
