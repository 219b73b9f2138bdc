"""Runs: the files of the contract, engines, going on, and rejects."""

from __future__ import annotations

import csv
import io
import json
import os
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import trich
from trich import records
from trich.engines import ENGINES
from trich.merge import merge
from trich.parts import work
from trich.run import Unusable, run

TEXTS = {
    "a": "Bộ Y tế họp\n\n30/01/2024 | 16:18 PM\n\n"
    "Bộ trưởng Bộ Y tế Đào Hồng Lan dự, đạt 93,2% dân số.",
    "b": "Chỉ thị số 25-CT/TW của Ban Bí thư ngày 25/10/2023.",
    "sub/c": "=Bộ Y tế họp ngày 3/4/2024.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / "in" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "in"


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def contents(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()}


def test_the_contract(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    summary = run([str(folder)], out)
    articles = {a["id"]: a for a in rows(out / "articles.jsonl")}
    assert {i: a["text"] for i, a in articles.items()} == TEXTS
    assert articles["a"]["title"] == "Bộ Y tế họp"
    assert articles["a"]["published"] == "2024-01-30T16:18:00"
    assert [b["kind"] for b in articles["a"]["blocks"]] == ["title", "dateline", "lead"]
    found = rows(out / "records.jsonl")
    assert {r["kind"] for r in found} == {"person", "organization", "date", "decree", "indicator"}
    for id, text in TEXTS.items():
        expected = list(records.rows(trich.annotate(text, id=id)))
        assert [r for r in found if r["article"] == id] == expected
    assert (out / "rejects.jsonl").read_text() == ""
    assert summary.articles == 3
    assert sum(summary.kinds.values()) == len(found)
    validator = jsonschema.Draft202012Validator(records.schema())
    for row in found:
        validator.validate(row)


def test_the_tables(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([str(folder)], out)
    for kind, name in (("person", "persons"), ("organization", "organizations"), ("date", "dates"),
                       ("decree", "decrees"), ("indicator", "indicators")):  # fmt: skip
        data = (out / f"{name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        table = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
        expected = [r for r in rows(out / "records.jsonl") if r["kind"] == kind]
        assert [r["text"] for r in table] == [r["text"] for r in expected]
        assert list(table[0]) == records.columns(kind)  # type: ignore[arg-type]


def test_a_kind_without_records_has_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("không có gì")
    run([str(tmp_path / "a.txt")], tmp_path / "out")
    text = (tmp_path / "out" / "persons.csv").read_text("utf-8-sig")
    assert text == ",".join(records.columns("person")) + "\n"


@pytest.mark.parametrize("engine", ["serial", "process"])
def test_engines_write_the_same_bytes(folder: Path, tmp_path: Path, engine: Any) -> None:
    run([str(folder)], tmp_path / "one", engine="serial")
    run([str(folder)], tmp_path / "two", engine=engine, workers=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_second_run_reads_only_what_changed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trich.shards.SHARD_FILES", 1)
    out = tmp_path / "out"
    run([str(folder)], out)
    first = contents(out)
    parts = {p: p.stat().st_mtime_ns for p in (out / ".trich").glob("*.part")}
    run([str(folder)], out)
    assert contents(out) == first
    assert {p: p.stat().st_mtime_ns for p in (out / ".trich").glob("*.part")} == parts
    (folder / "b.txt").write_text("Luật Dược")
    run([str(folder)], out)
    kept = {p for p in parts if p.exists()}
    assert len(kept) == 2
    assert len(list((out / ".trich").glob("*.part"))) == 3
    assert "Luật Dược" in (out / "articles.jsonl").read_text("utf-8")


def test_a_run_that_was_stopped_goes_on(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trich.shards.SHARD_FILES", 1)
    run([str(folder)], tmp_path / "whole")
    out = tmp_path / "out"

    def stop(done: int, of: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([str(folder)], out, engine="serial", progress=stop)
    assert len(list((out / ".trich").glob("*.part"))) == 2
    assert not (out / "records.jsonl").exists()
    run([str(folder)], out)
    assert contents(out) == contents(tmp_path / "whole")


def test_bad_input_costs_itself_only(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.txt").write_bytes(b"B\xff")
    (folder / "bad.pdf").write_bytes(b"%PDF")
    summary = run([str(folder), str(tmp_path / "nowhere")], tmp_path / "out")
    assert summary.articles == 3
    rejects = rows(tmp_path / "out" / "rejects.jsonl")
    assert {Path(r["source"]).name for r in rejects} == {"bad.txt", "bad.pdf", "nowhere"}
    assert all(set(r) == {"source", "line", "reason"} for r in rejects)


def test_a_fault_of_ours_costs_one_article(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = trich.annotate

    def faulty(text: str, *args: Any, **kwargs: Any) -> Any:
        if text == TEXTS["b"]:
            raise RuntimeError("boom")
        return whole(text, *args, **kwargs)

    monkeypatch.setattr(trich, "annotate", faulty)
    summary = run([str(folder)], tmp_path / "out", engine="serial")
    assert summary.articles == 2
    [reject] = rows(tmp_path / "out" / "rejects.jsonl")
    assert reject["source"].endswith("b.txt")
    assert "RuntimeError: boom" in reject["reason"]


def _die(text: str, *args: Any, **kwargs: Any) -> Any:
    if "Ban Bí thư" in text:
        os._exit(9)
    return _annotate(text, *args, **kwargs)


_annotate = trich.annotate


@pytest.mark.skipif(os.name == "nt", reason="workers inherit the fault by fork")
def test_a_dead_worker_costs_one_file(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trich, "annotate", _die)
    monkeypatch.setattr("trich.engines._context", lambda: get_context("fork"))
    summary = run([str(folder)], tmp_path / "out", engine="process", workers=2)
    assert summary.articles == 2
    [reject] = rows(tmp_path / "out" / "rejects.jsonl")
    assert reject["source"].endswith("b.txt")
    assert reject["reason"] == "the process that read it died (article b)"


def test_sentences(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([str(folder)], out, sentences=True)
    found = rows(out / "sentences.jsonl")
    assert [r["sentence"] for r in found if r["article"] == "a"] == [0, 1, 2]
    for row in found:
        text = TEXTS[row["article"]]
        assert row["text"] == text[row["start"] : row["end"]]
        assert all(row["start"] <= s < e <= row["end"] for s, e in row["words"])
    run([str(folder)], out)
    assert not (out / "sentences.jsonl").exists()


def test_published(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hôm qua, Bộ Y tế đã họp bàn.")
    run([str(tmp_path / "a.txt")], tmp_path / "out", published="2024-01-30")
    assert rows(tmp_path / "out" / "articles.jsonl")[0]["published"] == "2024-01-30"
    dates = [r for r in rows(tmp_path / "out" / "records.jsonl") if r["kind"] == "date"]
    assert [d["value"] for d in dates] == ["2024-01-29"]


def test_folders_of_others_are_left_alone(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "records.jsonl").write_text("mine")
    with pytest.raises(Unusable, match="--overwrite"):
        run([str(folder)], out)
    assert (out / "records.jsonl").read_text() == "mine"
    run([str(folder)], out, overwrite=True)
    assert (out / "records.jsonl").read_text() != "mine"


def test_unusable(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="no such file"):
        run([str(tmp_path / "nowhere")], tmp_path / "out")
    (tmp_path / "file").write_text("")
    with pytest.raises(Unusable, match="is a file"):
        run([str(folder)], tmp_path / "file")


def test_what_an_article_tells_of_itself(tmp_path: Path) -> None:
    """Official metadata and duplicates, in rows that keep to their schema."""
    letter = (
        "SỞ Y TẾ SƠN LA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-SYT\n"
        "Sơn La, ngày 5 tháng 3 năm 2024\nQUYẾT ĐỊNH\nVề việc thành lập tổ công tác\n"
        "Căn cứ Luật Khám bệnh, chữa bệnh số 15/2023/QH15;\nGIÁM ĐỐC\nLò Văn Thuyên"
    )
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a", letter), ("b", f"Trang chủ\n{letter}\nThăm dò ý kiến"), ("c", "Họp.")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    run([str(folder)], tmp_path / "out")
    a, b, c = rows(tmp_path / "out" / "articles.jsonl")
    assert a["official"] == {
        "type": "Quyết định", "number": "12/QĐ-SYT", "issuer": "SỞ Y TẾ SƠN LA",
        "issued": "2024-03-05", "signer": "Lò Văn Thuyên", "subject": "thành lập tổ công tác",
    }  # fmt: skip
    assert (a["published"], b["official"], c["official"]) == ("2024-03-05", a["official"], None)
    assert [x["duplicate_of"] for x in (a, b, c)] == [None, "a", None]
    validator = jsonschema.Draft202012Validator(records.schema()["$defs"]["article"])
    for row in (a, b, c):
        validator.validate(row)


def test_blocks(folder: Path, tmp_path: Path) -> None:
    """Only records in these blocks are written."""
    out = tmp_path / "out"
    run([str(folder)], out)
    everything = rows(out / "records.jsonl")
    parts = {p.name: p.stat().st_mtime_ns for p in (out / ".trich").glob("*.part")}
    run([str(folder)], out, blocks={"title", "lead"})
    kept = rows(out / "records.jsonl")
    assert kept == [r for r in everything if r["block"] in ("title", "lead")]
    assert 0 < len(kept) < len(everything)
    assert {p.name: p.stat().st_mtime_ns for p in (out / ".trich").glob("*.part")} == parts
    assert trich.extract(TEXTS["a"], blocks=["dateline"])[0]["text"] == "30/01/2024 | 16:18 PM"


def test_equal_ids(tmp_path: Path) -> None:
    """Rows of one id, in one table or in two, stay apart; each record has its own article."""
    texts = [
        "Bộ Y tế họp.",
        "Ông Trần Văn Thuấn dự ngày 1/2/2024.",
        "Sở Y tế Hà Nội.",
        "Luật Dược.",
    ]
    folder = tmp_path / "in"
    folder.mkdir()
    for n in (0, 1):
        rows_ = [{"id": "a", "text": t} for t in texts[2 * n : 2 * n + 2]]
        (folder / f"{n}.jsonl").write_text("\n".join(map(json.dumps, rows_)), "utf-8")
    (folder / "a-2.txt").write_text("Chính phủ họp.", "utf-8")
    out = tmp_path / "out"
    for engine in ("serial", "process"):
        run([str(folder)], out, engine=engine, sentences=True, overwrite=True)  # type: ignore[arg-type]
        articles = {a["id"]: a for a in rows(out / "articles.jsonl")}
        assert len(articles) == 5
        assert {a["text"] for a in articles.values()} >= set(texts)
        assert sum("earlier article" in " ".join(a["repairs"]) for a in articles.values()) >= 3
        found = rows(out / "records.jsonl")
        for r in [*found, *rows(out / "sentences.jsonl")]:
            assert articles[r["article"]]["text"][r["start"] : r["end"]] == r["text"]
        assert {articles[r["article"]]["text"] for r in found} == {*texts, "Chính phủ họp."}


@pytest.mark.parametrize("engine", [None, "serial", "process"])
def test_a_scheduler_is_for_dask(folder: Path, tmp_path: Path, engine: Any) -> None:
    with pytest.raises(Unusable, match="--engine dask"):
        run([str(folder)], tmp_path / "out", engine=engine, scheduler="tcp://10.0.0.5:8786")
    assert not (tmp_path / "out").exists()


def test_a_folder_below_a_file(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"a\.txt: is a file") as told:
        run([str(folder)], folder / "a.txt" / "x" / "y")
    assert "goes on" not in str(told.value)


def test_nothing_on_standard_input(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given(data: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))

    given(b"")
    with pytest.raises(Unusable, match="standard input is empty"):
        run(["-"], tmp_path / "none")
    given(b"")
    summary = run(["-", str(folder)], tmp_path / "some")
    assert (summary.articles, summary.rejected) == (3, 1)
    given("Bộ Y tế họp.".encode())
    assert run(["-"], tmp_path / "one").articles == 1


def test_dates_that_are_none_are_told(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("id,text,ngày\n1,Bộ họp.,hôm nọ\n2,Sở họp.,30/01/2024\n3,Xã họp.,\n", "utf-8")
    summary = run([str(table)], tmp_path / "out")
    assert summary.undated == 1
    found = {a["id"]: (a["published"], a["repairs"]) for a in rows(tmp_path / "out/articles.jsonl")}
    assert found["1"] == (None, ["published: 'hôm nọ' is no date, ignored"])
    assert found["2"] == ("2024-01-30", [])
    summary = run([str(table)], tmp_path / "out", columns={"published": "Ngày đăng"})
    assert summary.undated == 3


def test_pages_of_other_records_go(folder: Path, tmp_path: Path) -> None:
    from trich import report

    out = tmp_path / "out"
    run([str(folder)], out)
    assert report.write(out).is_file()
    (folder / "a.txt").write_text("Bộ Nội vụ họp.", "utf-8")
    run([str(folder)], out)
    assert not (out / "report").exists()


def test_parts_come_in_order_and_as_soon_as_they_can(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are merged while others are made, whatever order these are made in."""
    monkeypatch.setattr("trich.shards.SHARD_FILES", 1)
    made: list[str] = []
    begun: list[int] = []

    def backwards(todo: Any, out: str, workers: Any, at: Any) -> Any:
        shards = list(todo)
        for shard in (shards[1], shards[0], shards[2]):
            work(shard, out)
            made.append(shard.name)
            yield shard

    def counted(parts: Any, *args: Any) -> Any:
        def watched() -> Any:
            for part in parts:
                begun.append(len(made))
                yield part

        return merge(watched(), *args)

    monkeypatch.setitem(ENGINES, "serial", backwards)
    monkeypatch.setattr("trich.run.merge", counted)
    run([str(folder)], tmp_path / "out", engine="serial")
    assert begun == [2, 2, 3]
    monkeypatch.undo()
    run([str(folder)], tmp_path / "again", engine="serial")
    assert contents(tmp_path / "out") == contents(tmp_path / "again")
