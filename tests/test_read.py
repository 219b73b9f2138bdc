"""What each file is, and how the readers refuse."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import formats
import pytest

from trich.read import Input, Reject, Source, read, sniff
from trich.read.columns import parse_map

TEXT = "Sáng 30/01/2024, Bộ Y tế họp.\nĐã có 93,2% trẻ em được tiêm."


def sources(path: Path, **columns: str) -> list[Source | Reject]:
    return list(read(Input(path, path.stem, columns)))


def one(path: Path, data: bytes | str) -> Source:
    """The only article of a file with this content."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    [source] = sources(path)
    assert isinstance(source, Source), source
    return source


def refused(path: Path, data: bytes | str) -> Reject:
    """Why a file with this content is not read."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    [reject] = sources(path)
    assert isinstance(reject, Reject), reject
    return reject


def test_line_ends_stay(tmp_path: Path) -> None:
    assert one(tmp_path / "a.txt", b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


PAGE = f"<html><body><p>{TEXT}</p></body></html>"
ROW = json.dumps({"text": TEXT}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", TEXT, "text"),
        ("a", TEXT, "text"),
        ("a.md", "# Bộ Y tế\n\nhọp", "text"),
        ("a.md", "<p align='x'><img src='y'></p>\n\n# Bộ Y tế", "text"),
        ("a.md", PAGE, "html"),
        ("a.txt", PAGE, "html"),
        ("trang.aspx", "<!DOCTYPE html>\n" + PAGE, "html"),
        ("a.html", TEXT, "html"),
        ("a.pdf", PAGE, "html"),
        ("a.pdf", TEXT, "text"),
        ("a.txt", b"%PDF-1.4\n", "pdf"),
        ("a.txt", ROW + "\n" + ROW, "jsonl"),
        ("a.json", f"[{ROW}]", "json"),
        ("a.json", json.dumps({"text": TEXT}, indent=2), "json"),
        ("a.jsonl", "no json\n" + ROW, "jsonl"),
        ("", "title;text\nHọp;Bộ Y tế họp", "csv"),
        ("a.csv", "x,y\n1,2", "csv"),
        ("a.txt", "Ngày, nội dung\nSáng nay, Bộ Y tế họp", "text"),  # prose, no header
        ("", "Bộ Y tế họp, nội dung quan trọng\nvề tiêm chủng, dịch bệnh", "text"),
        ("a.txt", "[1] Bộ Y tế họp", "text"),
        ("a.txt", "{Bộ Y tế} họp", "text"),
        ("a.txt", "<Bộ Y tế> họp <b>", "text"),
        ("a.bin", b"PAR1....", "parquet"),
        ("a.gz", gzip.compress(b"x", mtime=0), "gz"),
        ("a.txt", formats.zipped({"a": b"b"}), "zip"),
        ("crawl", b"WARC/1.0\r\n", "warc"),
    ],
)
def test_content_tells_the_format(name: str, data: bytes | str, kind: str) -> None:
    head = data if isinstance(data, bytes) else data.encode()
    assert sniff.kind(head[: sniff.HEAD], name, {}) == kind


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.xyz", "Bộ Y tế", "no reader for '.xyz'"),
        ("a.css", "p { color: red }", "no reader for '.css'"),
        ("a.xml", "<?xml version='1.0'?><rss/>", "no reader for '.xml'"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a password"),
        ("a.rtf", b"{\\rtf1 x}", "RTF"),
        ("a.png", b"\x89PNG\r\n", "OCR"),
        ("a.rar", b"Rar!\x1a", "unpack"),
        ("a.zip", formats.zipped({"xl/workbook.xml": b""}), "Excel"),
        ("a.odt", formats.zipped({"mimetype": b"", "content.xml": b""}), "OpenDocument"),
        ("a.txt", b"B\xff Y", "not utf-8 at byte 1 (0xff)"),
        ("a.txt", b"abc\0def", "a NUL at character 3"),
        ("a.pdf", b"%PDF", "a damaged PDF"),
        ("a.html", "<html><body><img src='x'></body></html>", "a page without text"),
    ],
)
def test_what_is_not_read_is_named(tmp_path: Path, name: str, data: Any, says: str) -> None:
    reject = refused(tmp_path / name, data)
    assert reject.source == str(tmp_path / name)
    assert says in reject.reason


@pytest.mark.parametrize(
    ("name", "data", "module", "extra"),
    [
        ("a.pdf", formats.pdf([formats.column("Bộ Y tế")]), "pypdfium2", "pdf"),
        ("a.parquet", b"PAR1", "pyarrow", "parquet"),
        ("a.txt.zst", b"\x28\xb5\x2f\xfd", "zstandard", "zst"),
    ],
)
def test_an_extra_that_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert refused(tmp_path / name, data).reason.endswith(f"pip install 'trich[{extra}]'")


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    [reject] = sources(tmp_path / "gone.txt")
    assert reject == Reject(str(tmp_path / "gone.txt"), None, "No such file or directory")


def _extract(tmp_path: Path, *args: str, data: str) -> list[dict[str, Any]]:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "trich.cli", "extract", *args, "--out", str(out)]
    done = subprocess.run(command, input=data.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in (out / "articles.jsonl").read_text("utf-8").splitlines()]


def test_standard_input(tmp_path: Path) -> None:
    [article] = _extract(tmp_path, "-", data=TEXT)
    assert (article["id"], article["source"], article["text"]) == ("stdin", "-", TEXT)
    rows = _extract(tmp_path, "-", data=f"{ROW}\n{ROW}\n")
    assert [r["id"] for r in rows] == ["stdin#1", "stdin#2"]


def test_map(tmp_path: Path) -> None:
    path = tmp_path / "bai.csv"
    path.write_text(f'cột a,cột b,khi\nx,"{TEXT}",1/2/2024\n', encoding="utf-8")
    [reject] = sources(path)
    assert isinstance(reject, Reject)
    assert reject.reason.startswith("no column of texts among 'cột a, cột b, khi'")
    [source] = sources(path, text="cột b", title="cột a", published="khi")
    assert isinstance(source, Source)
    assert (source.text, source.title, source.published) == (TEXT, "x", "2024-02-01")
    [article] = _extract(tmp_path, str(path), "--map", "text=cột b,published=khi", data="")
    assert (article["text"], article["published"]) == (TEXT, "2024-02-01")


@pytest.mark.parametrize("text", ["", "text", "text=", "nội dung=x", "text=a,,"])
def test_map_that_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="text, title, published, url, id"):
        parse_map(text)
