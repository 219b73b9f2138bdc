"""How a corpus is cut: every text once, in order, under its own id and line."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from trich import shards
from trich.folder import folder
from trich.inputs import File, walk
from trich.read import Input, Reject, Source, read
from trich.run import run
from trich.shards import Piece, Shard, plan, sources

CELL = st.lists(
    st.sampled_from(['"', "\n", "\r\n", ",", ";", "Bộ Y tế", "họp. ", "x" * 40, "\u2028", " "]),
    max_size=8,
).map("".join)
ROWS = st.lists(st.tuples(CELL, CELL), max_size=30)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cut")


def cut(path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> list[Piece]:
    monkeypatch.setattr(shards, "SHARD_BYTES", size)
    files = [f for f in walk([str(path)]) if isinstance(f, File)]
    return [p for shard in plan(files, folder(path.parent / "out")) for p in shard.pieces]


def same(path: Path, size: int) -> int:
    """Check that the pieces hold what the file holds; returns their number."""
    with pytest.MonkeyPatch.context() as patch:
        pieces = cut(path, size, patch)
        whole = list(read(Input(path, path.stem)))
        assert [s for piece in pieces for s in sources(piece)] == whole
    return len(pieces)


@settings(max_examples=150, deadline=None)
@given(ROWS, st.integers(1, 300))
@example([('a"\n"', "x\n\ny")] * 3, 10)
def test_csv(place: Path, rows: list[tuple[str, str]], size: int) -> None:
    to = io.StringIO()
    writer = csv.writer(to)
    writer.writerow(["title", "text"])
    writer.writerows(rows)
    path = place / "t.csv"
    path.write_bytes(to.getvalue().encode())
    same(path, size)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.integers(1, 60))
@example(b'text\n"a\n', 2)
@example(b'text\n5" x\nb,c\n"d"e\n', 3)
@example(b"\xef\xbb\xbftext\na\nb\n", 2)
def test_csv_of_any_bytes(place: Path, data: bytes, size: int) -> None:
    """Where quoting breaks, the reader stops, in one piece or many; nothing raises."""
    path = place / "b.csv"
    path.write_bytes(b"text\n" + data)
    with pytest.MonkeyPatch.context() as patch:
        for piece in cut(path, size, patch):
            assert all(isinstance(s, Source | Reject) for s in sources(piece))


@settings(max_examples=150, deadline=None)
@given(ROWS, st.integers(1, 300), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_jsonl(place: Path, rows: list[tuple[str, str]], size: int, end: str) -> None:
    path = place / "t.jsonl"
    lines = [json.dumps({"title": t, "text": x}, ensure_ascii=False) for t, x in rows]
    path.write_bytes(end.join([*lines, "{broken"]).encode())
    same(path, size)


def test_pieces_are_of_the_size_wanted(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text("".join(json.dumps({"text": f"dòng {n}"}) + "\n" for n in range(2000)))
    assert same(path, 4096) == pytest.approx(path.stat().st_size / 4096, abs=1.5)


def test_a_line_longer_than_a_piece_and_a_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "_BLOCK", 64)
    path = tmp_path / "n.jsonl"
    path.write_text("".join(json.dumps({"text": "x" * n}) + "\n" for n in (1, 500, 1, 1, 70, 63)))
    assert same(path, 30) == 3


def test_rows_added_leave_the_stretches_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text("".join(json.dumps({"text": f"dòng {n}"}) + "\n" for n in range(500)))
    before = cut(path, 1000, monkeypatch)
    with path.open("a") as f:
        f.write(json.dumps({"text": "mới"}) + "\n")
    after = cut(path, 1000, monkeypatch)
    assert len(before) > 10
    assert after[: len(before) - 1] == before[:-1]
    assert after[-1] != before[-1]


def test_how_a_large_table_was_cut_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "_REMEMBERED", 1)
    path = tmp_path / "n.csv"
    path.write_text('id,text\n"x\ny",' + "\na,b" * 500)
    old = path.stat().st_mtime - 100
    os.utime(path, (old, old))
    monkeypatch.setattr(shards, "_SETTLED", -1e9)
    first = cut(path, 300, monkeypatch)
    assert len(first) > 3
    monkeypatch.setitem(shards._CUTTERS, "csv", None)  # it is not read for it again
    assert cut(path, 300, monkeypatch) == first
    path.write_text("id,text\n" + "c,d\n" * 500)
    assert len(cut(path, 300, monkeypatch)) == 1  # but now it would be


def test_a_fresh_table_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may change twice within one tick of its file system's clock."""
    monkeypatch.setattr(shards, "_REMEMBERED", 1)
    path = tmp_path / "n.jsonl"
    path.write_text('{"text": "a"}\n' * 100)
    cut(path, 100, monkeypatch)
    assert not list(tmp_path.glob("out/.trich/cut-*"))


def test_small_files_are_grouped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(1000):
        (tmp_path / f"{n}.txt").write_text("Bộ Y tế")
    files = [f for f in walk([str(tmp_path)]) if isinstance(f, File)]
    planned: list[Shard] = list(plan(files, folder(tmp_path)))
    assert [p.name for s in planned for p in s.pieces] == [f.name for f in files]
    assert 4 <= len(planned) <= 40
    assert all(len(s.pieces) <= shards.SHARD_FILES for s in planned)


def test_a_faulty_reader_costs_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(input: Input) -> Any:
        yield Source("a", str(input.path), "Bộ Y tế")
        raise KeyError("boom")

    monkeypatch.setattr(shards, "read", faulty)
    good, bad = sources(Piece(str(tmp_path / "a.txt"), "a", "a.txt"))
    assert isinstance(good, Source)
    assert isinstance(bad, Reject)
    assert "KeyError: 'boom' (test_run_shards.py:" in bad.reason


def test_parquet(place: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = place / "t.parquet"
    texts = [f"Bộ Y tế họp lần {n}" for n in range(100)]
    ids = ["" if n % 3 else str(n) for n in range(100)]
    parquet.write_table(pyarrow.table({"text": texts, "id": ids}), path, row_group_size=9)
    assert same(path, 300) > 3


def test_what_a_table_is_called_does_not_decide_how_it_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page named .csv is no table."""
    path = tmp_path / "page.csv"
    path.write_text("<html><body>" + "<p>Bộ Y tế họp.</p>\n" * 50 + "</body></html>")
    [piece] = cut(path, 100, monkeypatch)
    assert piece.kind == ""


def test_notes_of_tables_that_changed_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "_REMEMBERED", 1)
    monkeypatch.setattr(shards, "_SETTLED", -1e9)
    monkeypatch.setattr(shards, "SHARD_BYTES", 100)
    path = tmp_path / "n.jsonl"

    def notes() -> set[str]:
        run([str(path)], tmp_path / "out", engine="serial")
        return {p.name for p in (tmp_path / "out" / ".trich").glob("cut-*")}

    path.write_text('{"text": "Bộ họp."}\n' * 20, "utf-8")
    first = notes()
    assert len(first) == 1
    assert notes() == first
    path.write_text('{"text": "Sở họp."}\n' * 21, "utf-8")
    second = notes()
    assert len(second) == 1
    assert second != first
