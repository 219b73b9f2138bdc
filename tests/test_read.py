"""The texts that files hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trich.read import Input, Reject, Source, read


def sources(path: Path) -> list[Source | Reject]:
    return list(read(Input(path, path.stem)))


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbf" + "Bộ Y tế".encode(), "Bộ Y tế".encode(), "\ufeffBộ Y tế".encode("utf-16-le"),
     "\ufeffBộ Y tế".encode("utf-16-be")],
)  # fmt: skip
def test_encodings(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert sources(path) == [Source("a", str(path), "Bộ Y tế")]


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        ("Bộ\nY t".encode() + b"\xff\xfe\n", 2, "not utf-8 at byte 8 (0xff)"),
        ("Bộ Y tế".encode("cp1258", "replace") + b"\xe9", 1, "not utf-8"),
        (b"abc\0def", 1, "a NUL at character 3"),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, line: int, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    [reject] = sources(path)
    assert isinstance(reject, Reject)
    assert (reject.source, reject.line) == (str(path), line)
    assert reason in reject.reason


def test_line_ends_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\r\nb\rc\n")
    [source] = sources(path)
    assert isinstance(source, Source)
    assert source.text == "a\r\nb\rc\n"


def test_jsonl(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = [
        {
            "id": 7,
            "text": "Bộ Y tế họp",
            "published": "30/01/2024",
            "title": "Họp",
            "url": "http://x",
        },
        "",
        {"text": "không có id"},
        {"id": "8"},
        "{broken",
        [1, 2],
        {"text": "x", "published": "hôm qua"},
    ]
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows))
    good, plain, *bad = sources(path)
    assert good == Source("7", "http://x", "Bộ Y tế họp", "Họp", "2024-01-30")
    assert isinstance(plain, Source)
    assert plain.id == "news#3"
    assert [(b.line, b.reason.split(":")[0]) for b in bad if isinstance(b, Reject)] == [
        (4, "no text"), (5, "not JSON"), (6, "a row is an object, this is list"), (7, "published"),
    ]  # fmt: skip


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    long = "Bộ Y tế họp. " * 20_000
    path.write_text(f'id,text,date\na,"dòng 1\ndòng 2",2024-01-30 08:00\nb,"{long}",\nc,,\n')
    first, second, third = sources(path)
    assert first == Source("a", str(path), "dòng 1\ndòng 2", None, "2024-01-30T08:00:00")
    assert isinstance(second, Source)
    assert second.text == long
    assert isinstance(third, Reject)


def test_other_formats_are_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.xyz"
    path.write_text("Bộ Y tế")
    [reject] = sources(path)
    assert isinstance(reject, Reject)
    assert ".xyz" in reject.reason


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    [reject] = sources(tmp_path / "gone.txt")
    assert reject == Reject(str(tmp_path / "gone.txt"), None, "No such file or directory")
