"""The corpus obeys the rules of annotation: every article has gold, and the gold is well-formed."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parent.parent / "corpus"
IDS = sorted(path.stem for path in (CORPUS / "articles").glob("*.txt"))

FIELDS: dict[str, list[str]] = {
    "person": ["title", "role", "organization"],
    "organization": ["canonical"],
    "date": ["type", "value"],
    "decree": ["type", "number", "id", "issuer", "date"],
    "indicator": ["value", "unit", "modifier", "property", "period", "status"],
}
EXTRA = {"person": {"roles"}, "indicator": {"total"}}
BLOCKS = {"title", "dateline", "lead", "body", "caption", "sidebar", "boilerplate"}
DOCUMENT_TYPES = {
    "Chỉ thị", "Công văn", "Công điện", "Hiến pháp", "Kế hoạch", "Kết luận", "Luật", "Nghị quyết",
    "Nghị định", "Pháp lệnh", "Quy định", "Quyết định", "Thông báo kết luận", "Thông tư", "Đề án",
}  # fmt: skip

_DAY = r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
# 20 is the 21st century and 199 the nineties: TIMEX3 cuts a year short at what is known.
DATE = re.compile(rf"\d\d|\d{{3}}|\d{{4}}(?:-(?:\d\d|Q[1-4]|H[12]|W\d\d|SP|SU|FA|WI))?|{_DAY}")
TIME = re.compile(rf"(?:{_DAY})?T(?:\d\d:\d\d|MO|MI|AF|EV|NI)")
DURATION = re.compile(r"P\d+[YMWD]|PT\d+[HMS]")
SET = re.compile(rf"{DURATION.pattern}|(?:XXXX-WXX-[1-7]|XXXX-XX-XX)(?:T(?:MO|MI|AF|EV|NI))?")
GRAMMAR = {"DATE": DATE, "TIME": TIME, "DURATION": DURATION, "SET": SET}


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


def well_formed(value: str, grammar: re.Pattern[str]) -> bool:
    """Each end of the value fits the grammar, names a real day, and the ends stand in order."""
    ends = value.split("/")
    for end in ends:
        if not grammar.fullmatch(end):
            return False
        if re.match(r"\d{4}-\d\d-\d\d", end):
            datetime.date.fromisoformat(end[:10])
        elif month := re.fullmatch(r"\d{4}-(\d\d)", end):
            assert 1 <= int(month[1]) <= 12
    known = len(ends) == 2 and all(end[0].isdigit() for end in ends)
    return len(ends) <= 2 and (not known or ends[0] < ends[1])


def test_every_article_has_gold_and_every_gold_an_article() -> None:
    gold = CORPUS / "gold"
    assert IDS
    assert sorted(path.stem for path in gold.glob("*.jsonl")) == IDS
    assert sorted(path.name.removesuffix(".blocks.json") for path in gold.glob("*.json")) == IDS


@pytest.mark.parametrize("article", IDS)
class TestGold:
    def test_spans(self, article: str) -> None:
        text = text_of(article)
        for row in rows_of(article):
            span = row["text"]
            assert text[row["start"] : row["end"]] == span, row
            assert span == span.strip(" \n\r\t\N{NO-BREAK SPACE},;:“”\"'"), row
            assert "\n" not in span, row
            # A dot closes a person's initial (`L.G.B.`), nothing else.
            assert not span.endswith(".") or re.search(r"\b\w\.$", span), row

    def test_order_and_overlap(self, article: str) -> None:
        rows = rows_of(article)
        assert rows == sorted(rows, key=lambda row: (row["start"], -row["end"]))
        for kind in FIELDS:
            of_kind = [row for row in rows if row["kind"] == kind]
            for a, b in pairwise(of_kind):
                assert a["end"] <= b["start"], (a, b)

    def test_fields(self, article: str) -> None:
        for row in rows_of(article):
            kind = row["kind"]
            want = ["kind", "start", "end", "text", *FIELDS[kind]]
            assert list(row)[: len(want)] == want, row
            assert set(row) - set(want) <= EXTRA.get(kind, set()) | {"optional"}, row
            assert row.get("optional", True) is True, row

    def test_fields_as_written_stand_in_the_text(self, article: str) -> None:
        text = text_of(article)
        for row in rows_of(article):
            written = [row.get(f) for f in ("title", "role", "organization", "number", "property")]
            written += [part for post in row.get("roles", []) for part in post.values()]
            for value in written:
                assert value is None or (value and value in text), (value, row)
            if row["kind"] == "decree" and row["number"]:
                assert row["number"] in row["text"], row

    def test_dates(self, article: str) -> None:
        for row in rows_of(article):
            if row["kind"] == "date":
                assert well_formed(row["value"], GRAMMAR[row["type"]]), row

    def test_organizations(self, article: str) -> None:
        for row in rows_of(article):
            if row["kind"] == "organization":
                assert row["canonical"], row
                assert unicodedata.is_normalized("NFC", row["canonical"]), row

    def test_decrees(self, article: str) -> None:
        for row in rows_of(article):
            if row["kind"] != "decree":
                continue
            assert row["type"] in DOCUMENT_TYPES, row
            assert row["date"] is None or well_formed(row["date"], DATE), row
            for value in (row["id"], row["issuer"]):
                assert value is None or unicodedata.is_normalized("NFC", value), row
            if row["number"] is None and not row.get("optional"):
                assert row["id"].startswith(row["type"]), row

    def test_indicators(self, article: str) -> None:
        for row in rows_of(article):
            if row["kind"] != "indicator":
                continue
            value = row["value"]
            if isinstance(value, list):
                low, high = value
                assert low < high, row
            else:
                assert isinstance(value, int | float), row
            assert row.get("total", value) >= value if "total" in row else True, row
            assert row["unit"], row
            assert row["property"], row
            assert row["modifier"] in {
                None, "approx", "more_than", "less_than", "at_least", "at_most",
            }, row  # fmt: skip
            assert row["status"] in {"actual", "target"}, row
            assert row["period"] is None or well_formed(row["period"], DATE), row

    def test_blocks(self, article: str) -> None:
        lines = text_of(article).split("\n")
        layout = blocks_of(article)
        blocks = layout["blocks"]
        assert set(layout) == {"title", "published", "blocks"}
        assert list(blocks) == [str(n) for n, line in enumerate(lines, 1) if line.strip()]
        assert set(blocks.values()) <= BLOCKS
        titles = [lines[int(n) - 1].strip() for n, block in blocks.items() if block == "title"]
        assert titles == ([layout["title"]] if layout["title"] else [])
        if layout["published"]:
            datetime.datetime.fromisoformat(layout["published"])
        for n, block in blocks.items():
            if lines[int(n) - 1].strip() == "|":
                assert block == "boilerplate"

    def test_published_is_what_the_dateline_says(self, article: str) -> None:
        layout = blocks_of(article)
        lines = text_of(article).split("\n")
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        values = [
            row["value"]
            for n, block in layout["blocks"].items()
            if block == "dateline"
            for row in rows_of(article)
            if row["kind"] == "date" and starts[int(n) - 1] <= row["start"] < starts[int(n)]
        ]
        published = layout["published"]
        assert values == ([published.removesuffix(":00")] if published else [])


def test_forms_that_offsets_must_survive() -> None:
    texts = [text_of(article) for article in IDS]
    assert any(not unicodedata.is_normalized("NFC", text) for text in texts)
    assert any("\r\n" in text for text in texts)
    assert any("\N{NO-BREAK SPACE}" in text for text in texts)


def test_readme_counts() -> None:
    """The table of the README says how many records of each kind an article holds."""
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    for article in IDS:
        kinds = [row["kind"] for row in rows_of(article)]
        counts = [len(text_of(article)), *(kinds.count(kind) for kind in FIELDS)]
        row = next(line for line in readme.splitlines() if f"`{article}`" in line)
        cells = [cell.strip() for cell in row.strip("| ").split("|")]
        assert [int(cell.replace(",", "")) for cell in cells[-len(counts) :]] == counts, article
