"""The corpus: gold that keeps to the guidelines' form, and what its README says of it."""

from __future__ import annotations

import csv
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from trich.gold import FIELDS, block_problems, is_value, problems

CORPUS = Path(__file__).parents[1] / "corpus"
IDS = sorted(path.stem for path in (CORPUS / "articles").glob("*.txt"))


def text_of(article: str) -> str:
    """The text that offsets point into: no newline is translated."""
    return (CORPUS / "articles" / f"{article}.txt").read_bytes().decode("utf-8")


def rows_of(article: str) -> list[dict[str, Any]]:
    lines = (CORPUS / "gold" / f"{article}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def blocks_of(article: str) -> dict[str, Any]:
    path = CORPUS / "gold" / f"{article}.blocks.json"
    blocks: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return blocks


def listed() -> list[dict[str, str]]:
    with (CORPUS / "articles.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def test_every_article_has_gold_and_is_listed() -> None:
    gold = CORPUS / "gold"
    assert len(IDS) >= 60
    assert sorted(path.stem for path in gold.glob("*.jsonl")) == IDS
    assert sorted(path.name.removesuffix(".blocks.json") for path in gold.glob("*.json")) == IDS
    assert [row["id"] for row in listed()] == IDS


def test_enough_is_held_out() -> None:
    split = [row["split"] for row in listed()]
    assert set(split) == {"dev", "test"}
    assert split.count("test") >= 12


@pytest.mark.parametrize("article", IDS)
def test_gold(article: str) -> None:
    assert problems(text_of(article), rows_of(article)) == []


@pytest.mark.parametrize("article", IDS)
def test_blocks(article: str) -> None:
    layout = blocks_of(article)
    text = text_of(article)
    assert block_problems(text, layout) == []
    lines = text.split("\n")
    for n, block in layout["blocks"].items():
        if lines[int(n) - 1].strip() == "|":
            assert block == "boilerplate"


def test_forms_that_offsets_must_survive() -> None:
    texts = [text_of(article) for article in IDS]
    assert any(not unicodedata.is_normalized("NFC", text) for text in texts)
    assert any("\r\n" in text for text in texts)
    assert any("\N{NO-BREAK SPACE}" in text for text in texts)


def test_what_the_readme_counts() -> None:
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    rows = [row for article in IDS for row in rows_of(article)]
    characters = sum(len(text_of(article)) for article in IDS)
    for number in (len(IDS), characters, len(rows)):
        assert f"{number:,}" in readme, number
    for kind in FIELDS:
        if count := sum(row["kind"] == kind for row in rows):
            assert f"{count:,} {kind}" in readme


GOOD = {"kind": "date", "start": 0, "end": 8, "text": "năm 2024", "type": "DATE", "value": "2024"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"end": 7}, "the text has"),
        ({"start": 8, "end": 9, "text": ","}, "at its edge"),
        ({"value": "2024-13"}, "no value of a DATE"),
        ({"value": "2024-02-30"}, "no value of a DATE"),
        ({"value": "2025/2024"}, "no value of a DATE"),
        ({"type": "TIME"}, "no value of a TIME"),
        ({"type": "DAY"}, "type 'DAY'"),
        ({"kind": "place"}, "no such kind"),
        ({"mod": "END"}, "unknown fields ['mod']"),
        ({"optional": False}, "optional is true or absent"),
    ],
)
def test_the_validator_sees(change: dict[str, Any], fault: str) -> None:
    assert problems("năm 2024, họp", [GOOD]) == []
    assert fault in "\n".join(problems("năm 2024, họp", [{**GOOD, **change}]))


def test_the_validator_sees_overlap_and_order() -> None:
    late = {**GOOD, "start": 4, "end": 8, "text": "2024"}
    assert any("overlap" in p for p in problems("năm 2024", [GOOD, late]))
    assert any("order" in p for p in problems("năm 2024", [late, GOOD]))


@pytest.mark.parametrize(
    ("value", "type", "fits"),
    [
        ("2024-01-30TMO", "TIME", True), ("2024-01-30T16:18", "TIME", True),
        ("2024-01-14/2024-01-15TMO", "TIME", True), ("P4Y6M", "DURATION", True),
        ("2021/2025", "DATE", True), ("199", "DATE", True), ("2025-Q4", "DATE", True),
        ("XXXX-06-01", "DATE", True), ("XXXX-WXX-5TAF", "SET", True), ("P1Y", "SET", True),
        ("2025-Q5", "DATE", False), ("30 năm", "DURATION", False), ("2024-1-3", "DATE", False),
    ],
)  # fmt: skip
def test_values(value: str, type: str, fits: bool) -> None:
    assert is_value(value, type) is fits
