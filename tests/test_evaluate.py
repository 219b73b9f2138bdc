"""The evaluator's counting."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from trich.cli import main
from trich.evaluate import Unusable, evaluate, score


def row(kind: str, start: int, end: int, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "start": start, "end": end, "text": "x" * (end - start), **fields}


def test_strict_and_overlap() -> None:
    gold = [row("date", 0, 4, value="2024"), row("date", 10, 14, value="2023")]
    found = [row("date", 0, 4, value="2024"), row("date", 9, 14, value="2022"), row("date", 20, 24)]
    s = score(gold, found)["date"]
    assert (s.strict.right, s.strict.gold, s.strict.found) == (1, 2, 3)
    assert (s.overlap.right, s.overlap.gold, s.overlap.found) == (2, 2, 3)
    assert s.fields == {"value": [1, 2]}
    assert s.strict.f1 == pytest.approx(0.4)


def test_optional_counts_neither_way() -> None:
    gold = [row("organization", 0, 5, optional=True), row("organization", 10, 15, optional=True)]
    s = score(gold, [row("organization", 0, 3)])["organization"]
    assert (s.strict.right, s.strict.gold, s.strict.found) == (0, 0, 0)


def test_pairs_are_one_to_one_and_the_longest_first() -> None:
    gold = [row("date", 0, 10, value="a"), row("date", 10, 12, value="b")]
    found = [row("date", 2, 12, value="a")]
    s = score(gold, found)["date"]
    assert s.overlap.right == 1
    assert s.fields["value"] == [1, 1]


@pytest.mark.parametrize(
    ("name", "want", "got", "right"),
    [
        ("unit", "Trạm y tế", "trạm  y tế.", True),
        ("value", 12, 12.0, True),
        ("value", [44, 45], [44.0, 45.0], True),
        ("value", 12, None, False),
        ("property", "dân số tham gia BHYT", "tham gia BHYT", True),
        ("property", "dân số tham gia BHYT", "bác sĩ", False),
        ("property", "dân số", None, False),
    ],
)
def test_fields(name: str, want: Any, got: Any, right: bool) -> None:
    s = score([row("indicator", 0, 3, **{name: want})], [row("indicator", 0, 3, **{name: got})])
    assert s["indicator"].fields[name] == [int(right), 1]


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(r) + "\n" for r in rows))


def test_files_folders_and_an_extracts_output(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / "gold" / f"{name}.jsonl", [row("date", 0, 4)])
        write(tmp_path / "found" / f"{name}.jsonl", [row("date", 0, 4)])
    write(
        tmp_path / "out" / "records.jsonl",
        [row("date", 0, 4, article="a"), row("date", 0, 3, article="b")],
    )
    one = evaluate(tmp_path / "gold" / "a.jsonl", tmp_path / "found" / "a.jsonl")
    assert one.kinds["date"].strict.f1 == 1
    assert evaluate(tmp_path / "gold", tmp_path / "found").kinds["date"].strict.right == 2
    run = evaluate(tmp_path / "gold", tmp_path / "out")
    assert (run.kinds["date"].strict.right, run.kinds["date"].overlap.right) == (1, 2)
    write(tmp_path / "bad.jsonl", [{"kind": "date"}])
    with pytest.raises(Unusable, match="start"):
        evaluate(tmp_path / "bad.jsonl", tmp_path / "found" / "a.jsonl")


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "g.jsonl", [row("date", 0, 4, value="2024")])
    write(tmp_path / "r.jsonl", [row("date", 0, 4, value="2023", rule="year")])
    args = ["evaluate", str(tmp_path / "g.jsonl"), str(tmp_path / "r.jsonl")]
    assert main([*args, "--show", "date"]) == 0
    out = capsys.readouterr().out
    assert "value 0/1" in out
    assert "want '2024', got '2023'" in out
    assert main([*args, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["date"]["strict"]["f1"] == 1


def test_rules_and_intervals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b", "c"):
        write(tmp_path / "gold" / f"{name}.jsonl", [row("date", 0, 4), row("date", 10, 14)])
    write(
        tmp_path / "out" / "records.jsonl",
        [
            row("date", 0, 4, article="a", rule="year"),
            row("date", 9, 14, article="a", rule="year"),
            row("date", 30, 34, article="b", rule="day"),
        ],
    )
    result = evaluate(tmp_path / "gold", tmp_path / "out")
    assert result.kinds["date"].rules == {"year": [1, 1, 0], "day": [0, 0, 1]}
    low, high = result.interval("date")
    assert low <= result.kinds["date"].strict.f1 <= high
    assert result.interval("date") == (low, high)  # drawn alike every time
    assert result.some(["a"]).kinds["date"].strict.gold == 2
    main(["evaluate", str(tmp_path / "gold"), str(tmp_path / "out"), "--rules"])
    assert "day" in capsys.readouterr().out


def test_the_page(tmp_path: Path) -> None:
    text = "<script>alert(1)</script> năm 2024, năm 2023"
    start = text.index("năm")
    gold = {"kind": "date", "start": start, "end": start + 8, "text": "năm 2024"}
    write(tmp_path / "gold" / "a.jsonl", [gold])
    write(
        tmp_path / "out" / "records.jsonl",
        [
            {**gold, "article": "a", "value": '"><b>'},
            {"article": "a", "kind": "date", "start": start + 4, "end": start + 18, "text": "…"},
        ],
    )
    (tmp_path / "out" / "articles.jsonl").write_text(json.dumps({"id": "a", "text": text}))
    page = tmp_path / "page.html"
    args = ["evaluate", str(tmp_path / "gold"), str(tmp_path / "out"), "--html", str(page)]
    assert main(args) == 0
    written = page.read_text("utf-8")
    assert "<script>" not in written
    assert '"><b>' not in written
    assert 'class="date lone"' in written
    assert written.count("<mark") == written.count("</mark>")
    assert main([*args[:2], str(tmp_path / "gold"), "--html", str(page)]) == 2


def test_articles_without_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"kind": "organization", "start": 0, "end": 7, "text": "Bộ Y tế"}
    gold = tmp_path / "gold"
    gold.mkdir()
    for name in ("a", "b"):
        (gold / f"{name}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    found = tmp_path / "records.jsonl"
    found.write_text(json.dumps(row | {"article": "a"}) + "\n", "utf-8")
    assert main(["evaluate", str(gold), str(found)]) == 0
    assert "no record of 1 of 2 articles of the gold: b" in capsys.readouterr().err
    others = [row | {"article": "c"}, row | {"article": "d"}]
    found.write_text("".join(json.dumps(r) + "\n" for r in others), "utf-8")
    for asked in (gold, gold / "a.jsonl"):
        assert main(["evaluate", str(asked), str(found)]) == 2
        assert "is the name of a gold file" in capsys.readouterr().err
