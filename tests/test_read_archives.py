"""Compressed files, archives and crawls: what is in them, and where reading stops."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import formats
import pytest
import zstandard
from test_read import TEXT, one, refused, sources

from trich.read import Reject, Source

PACK: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.ZstdCompressor().compress,
}
ROWS = "".join(json.dumps({"text": f"{TEXT} {n}"}, ensure_ascii=False) + "\n" for n in range(3))


@pytest.mark.parametrize("packed", PACK)
def test_compressed_files(tmp_path: Path, packed: str) -> None:
    pack = PACK[packed]
    assert one(tmp_path / f"a.txt.{packed}", pack(TEXT.encode())).text == TEXT
    assert one(tmp_path / "a", pack(TEXT.encode())).text == TEXT
    page = f"<html><p>{TEXT}</p></html>".encode()
    assert one(tmp_path / f"a.html.{packed}", pack(page)).text == TEXT.replace("\n", " ")
    path = tmp_path / f"a.jsonl.{packed}"
    path.write_bytes(pack(ROWS[: len(ROWS) // 2].encode()) + pack(ROWS[len(ROWS) // 2 :].encode()))
    assert len(sources(path)) == 3
    cut = pack(TEXT.encode() * 50)
    assert "damaged" in refused(tmp_path / f"b.txt.{packed}", cut[: len(cut) // 2]).reason


def test_zip(tmp_path: Path) -> None:
    path = tmp_path / "bai.zip"
    path.write_bytes(
        formats.zipped(
            {
                "2024/một.txt": TEXT.encode(),
                "hai.jsonl": ROWS.encode(),
                "ba.docx": formats.docx(formats.paragraph(TEXT)),
                "trong.zip": formats.zipped({"bốn.txt.gz": gzip.compress(TEXT.encode())}),
                ".ẩn.txt": b"x",
                "__MACOSX/một.txt": b"x",
                "ảnh.png": b"\x89PNG",
                "hỏng.txt": b"B\xff",
            }
        )
    )
    found = sources(path)
    texts = [s for s in found if isinstance(s, Source)]
    assert [s.id for s in texts] == [
        "bai/2024/một", "bai/hai#1", "bai/hai#2", "bai/hai#3", "bai/ba", "bai/trong/bốn.txt",
    ]  # fmt: skip
    assert texts[0].source == f"{path}!2024/một.txt"
    assert texts[-1].source == f"{path}!trong.zip!bốn.txt.gz"
    assert [r.source for r in found if isinstance(r, Reject)] == [
        f"{path}!ảnh.png", f"{path}!hỏng.txt",
    ]  # fmt: skip


def test_a_password(tmp_path: Path) -> None:
    data = bytearray(formats.zipped({"a.txt": TEXT.encode()}))
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(head) + flags] |= 1
    assert "encrypted" in refused(tmp_path / "a.zip", bytes(data)).reason


def test_archives_in_archives_end(tmp_path: Path) -> None:
    data = TEXT.encode()
    for _ in range(5):
        data = formats.zipped({"a.zip": data})
    assert refused(tmp_path / "a.zip", data).reason == "more than 3 archives in one another"
    data = TEXT.encode()
    for _ in range(5):
        data = gzip.compress(data)
    assert refused(tmp_path / "a.gz", data).reason == "more than 3 archives in one another"


ZEROS = bytes(1 << 20)


def bomb(megabytes: int) -> bytes:
    """A zip archive that unpacks to a thousand times its size."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z,
        z.open("a.jsonl", "w") as f,
    ):
        for _ in range(megabytes):
            f.write(ZEROS)
    return out.getvalue()


@pytest.mark.parametrize(
    "data", [bomb(megabytes=150), gzip.compress(ZEROS * 150), PACK["zst"](ZEROS * 150)]
)
def test_bombs(tmp_path: Path, data: bytes) -> None:
    assert len(data) < 1 << 20
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data)
    *_, last = sources(path)
    assert isinstance(last, Reject)
    assert "far more than such a file can hold" in last.reason


def test_a_bomb_of_many_members_is_told_once(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for n in range(10):
            z.writestr(f"{n}.txt", ZEROS * 20)
    path = tmp_path / "a.zip"
    path.write_bytes(out.getvalue())
    found = sources(path)
    assert len(found) < 8
    assert isinstance(found[-1], Reject)
    assert "far more than" in found[-1].reason


PAGE = f"<html><head><title>x</title></head><body><p>{TEXT}</p></body></html>".encode()
HTML = "200 OK\r\nContent-Type: text/html; charset=utf-8"


def chunked(data: bytes) -> bytes:
    cut = [data[n : n + 20] for n in range(0, len(data), 20)]
    return b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in cut) + b"0\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
def test_warc(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(
        formats.warc(
            [
                ("http://x/1", HTML, PAGE),
                ("http://x/2", HTML + "\r\nContent-Encoding: gzip", gzip.compress(PAGE)),
                ("http://x/3", HTML + "\r\nTransfer-Encoding: chunked", chunked(PAGE)),
                ("http://x/4", HTML + "\r\nContent-Encoding: deflate", zlib.compress(PAGE)),
                ("http://x/5", HTML + "\r\nContent-Encoding: br", PAGE),
                ("http://x/no", "404 Not Found\r\nContent-Type: text/html", PAGE),
                ("http://x/i", "200 OK\r\nContent-Type: image/png", b"\x89PNG"),
                ("http://x/b", HTML + "\r\nContent-Encoding: br", b"\x0b\x02\x80"),
                ("http://x/t", "200 OK\r\nContent-Type: text/plain", TEXT.encode()),
            ],
            packed,
        )
    )
    found = sources(path)
    assert [(s.source, s.id.rpartition("#")[2]) for s in found if isinstance(s, Source)] == [
        *((f"http://x/{n}", str(n)) for n in range(1, 6)), ("http://x/t", "9"),
    ]  # fmt: skip
    assert {s.text.replace("\n", " ") for s in found if isinstance(s, Source)} == {
        TEXT.replace("\n", " ")
    }
    [reject] = [r for r in found if isinstance(r, Reject)]
    assert (reject.source, reject.reason) == (
        "http://x/b", "an answer that cannot be unpacked: packed as 'br'",
    )  # fmt: skip


def test_a_crawl_that_breaks_off(tmp_path: Path) -> None:
    data = formats.warc([("http://x/1", HTML, PAGE), ("http://x/2", HTML, PAGE)])
    path = tmp_path / "a.warc"
    path.write_bytes(data[:-100])
    first, reject = sources(path)
    assert isinstance(first, Source)
    assert reject == Reject("http://x/2", None, "the WARC file breaks off inside this page")
    packed = formats.warc([("http://x/1", HTML, PAGE), ("http://x/2", HTML, PAGE)], True)
    path.write_bytes(packed[:-30])
    first, reject = sources(path)
    assert isinstance(first, Source)
    assert isinstance(reject, Reject)
    assert "damaged" in reject.reason
