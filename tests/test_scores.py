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
        "person": 0.975,
        "organization": 0.955,
        "date": 0.98,
        "decree": 0.995,
        "indicator": 0.96,
    },
}
# share of right fields by split
FIELDS: dict[str, dict[Kind, dict[str, float]]] = {
    "dev": {
        "person": {"title": 0.985, "role": 0.96, "organization": 0.91},
        "organization": {"canonical": 0.92},
        "date": {"type": 0.99, "value": 0.97},
        "decree": {"type": 0.99, "number": 0.99, "id": 0.99, "issuer": 0.98, "date": 0.98},
        "indicator": {
            "value": 0.99,
            "unit": 0.965,
            "modifier": 0.96,
            "status": 0.935,
            "period": 0.84,
            "property": 0.815,
        },
    },
}


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


def test_layout(articles: dict[str, Article]) -> None:
    """Of the lines, titles and publication dates of every article."""
    lines = right = titles = dates = 0
    for id, article in articles.items():
        gold = json.loads((CORPUS / "gold" / f"{id}.blocks.json").read_text("utf-8"))
        titles += article.title == gold["title"]
        dates += article.published == gold["published"]
        found = {str(article.text.count("\n", 0, b.start) + 1): b.kind for b in article.blocks}
        lines += len(gold["blocks"])
        right += sum(found.get(n) == kind for n, kind in gold["blocks"].items())
    assert right / lines >= 0.98
    assert titles / len(articles) >= 0.98
    assert dates / len(articles) >= 0.98
