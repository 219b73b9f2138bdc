"""Floors under the scores on the corpus; one is lowered only with its reason in CHANGELOG.md."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

import trich
from trich import records
from trich.article import Article, Kind
from trich.evaluate import Result, rows_of, score

CORPUS = Path(__file__).parents[1] / "corpus"

# strict F1 by split and kind
FLOORS: dict[str, dict[Kind, float]] = {
    "dev": {
        "person": 0.985,
        "organization": 0.98,
        "date": 0.995,
        "decree": 0.995,
        "indicator": 0.98,
    },
    "test": {
        "person": 0.95,
        "organization": 0.92,
        "date": 0.94,
        "decree": 0.99,
        "indicator": 0.935,
    },
}
# share of right fields by split
FIELDS: dict[str, dict[Kind, dict[str, float]]] = {
    "dev": {
        "person": {"title": 0.99, "role": 0.98, "organization": 0.97},
        "organization": {"canonical": 0.96},
        "date": {"type": 0.995, "value": 0.985},
        "decree": {"type": 0.99, "number": 0.99, "id": 0.99, "issuer": 0.98, "date": 0.98},
        "indicator": {
            "value": 0.99,
            "unit": 0.98,
            "modifier": 0.97,
            "status": 0.95,
            "period": 0.88,
            "property": 0.86,
        },
    },
    "test": {
        "person": {"title": 0.96, "role": 0.89, "organization": 0.83},
        "organization": {"canonical": 0.85},
        "date": {"type": 0.985, "value": 0.94},
        "decree": {"type": 0.98, "number": 0.99, "id": 0.97, "issuer": 0.94, "date": 0.98},
        "indicator": {
            "value": 0.98,
            "unit": 0.915,
            "modifier": 0.93,
            "status": 0.925,
            "period": 0.82,
            "property": 0.74,
        },
    },
}
# share of lines in the right block, of right titles and publication dates, by split
LAYOUT = {"dev": (0.98, 0.98, 0.98), "test": (0.945, 0.91, 0.95)}


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    paths = sorted((CORPUS / "articles").glob("*.txt"))
    return {p.stem: trich.annotate(p.read_bytes().decode("utf-8"), id=p.stem) for p in paths}


@pytest.fixture(scope="module")
def result(articles: dict[str, Article]) -> Result:
    return Result(
        {
            id: score(rows_of(CORPUS / "gold" / f"{id}.jsonl"), records.rows(article), id)
            for id, article in articles.items()
        }
    )


def split(name: str) -> list[str]:
    with (CORPUS / "articles.csv").open(encoding="utf-8", newline="") as f:
        return [row["id"] for row in csv.DictReader(f) if row["split"] == name]


@pytest.mark.parametrize(("name", "kind"), [(s, k) for s, floors in FLOORS.items() for k in floors])
def test_strict_f1(result: Result, name: str, kind: Kind) -> None:
    assert result.some(split(name)).kinds[kind].strict.f1 >= FLOORS[name][kind]


@pytest.mark.parametrize(
    ("name", "kind", "field"),
    [(s, k, f) for s, kinds in FIELDS.items() for k, fields in kinds.items() for f in fields],
)
def test_fields(result: Result, name: str, kind: Kind, field: str) -> None:
    right, of = result.some(split(name)).kinds[kind].fields[field]
    assert right / of >= FIELDS[name][kind][field]


@pytest.mark.parametrize("name", LAYOUT)
def test_layout(articles: dict[str, Article], name: str) -> None:
    """Of the lines, titles and publication dates of the articles."""
    lines = right = titles = dates = 0
    ids = split(name)
    for id in ids:
        article = articles[id]
        gold = json.loads((CORPUS / "gold" / f"{id}.blocks.json").read_text("utf-8"))
        titles += article.title == gold["title"]
        dates += article.published == gold["published"]
        found = {str(article.text.count("\n", 0, b.start) + 1): b.kind for b in article.blocks}
        lines += len(gold["blocks"])
        right += sum(found.get(n) == kind for n, kind in gold["blocks"].items())
    shares = (right / lines, titles / len(ids), dates / len(ids))
    assert all(got >= floor for got, floor in zip(shares, LAYOUT[name], strict=True)), shares
