"""Learn the weights by which the phrase that a figure measures is chosen, from the corpus.

    python benchmarks/train.py [--check] [--penalty N]

Reads the articles for development only.  Each figure of gold is a question whose candidates the
extractor itself collects; the weights maximize the likelihood of those that agree with gold (a
softmax over the candidates, with a penalty on large weights).  An answer may rest on the answers
before it: the first round is taught with gold's, the second with its own.  `--check` leaves one
article in eight out at a time and prints the share of right answers on those left out; otherwise
`figure_weights.csv` is written.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

import trich
from trich.article import Article, View
from trich.evaluate import rows_of
from trich.extract.indicators import stage
from trich.extract.indicators.choice import Choice, Weights, names
from trich.extract.indicators.context import Context
from trich.extract.indicators.property import Properties, Question
from trich.extract.indicators.quantities import Quantity

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
TABLE = ROOT / "pipeline" / "trich" / "lexicon" / "figure_weights.csv"
FOLDS = 8
ROUNDS = 150
PENALTY = {"property": 0.003}
SELDOM = 2  # what is found no more often is not learned of
SMALLEST = 0.02
"""Weights nearer to nothing than this are left out of the table."""

Name = tuple[str, str]


@dataclass
class Example:
    """The features of each candidate, and how well each agrees with gold."""

    features: list[list[Name]]
    merits: list[float]
    answer: int = 0


@dataclass
class Page:
    """An article of the corpus with its gold figures, read up to the figures."""

    id: str
    view: View
    article: Article
    gold: list[dict[str, Any]]
    taught: bool = True
    chooses: Choice = field(default_factory=lambda: Choice({}))
    examples: dict[str, list[Example]] = field(default_factory=dict)

    def row(self, q: Quantity) -> dict[str, Any] | None:
        """The gold row of a figure."""
        start, end = self.view.span(q.start, q.end)
        shared = [(min(end, g["end"]) - max(start, g["start"]), g) for g in self.gold]
        most, row = max(shared, key=lambda s: s[0], default=(0, None))
        return row if most > 0 and row is not None and not row.get("optional") else None


def pages() -> list[Page]:
    """The articles for development."""
    found = []
    with (CORPUS / "articles.csv").open(encoding="utf-8", newline="") as f:
        ids = [row["id"] for row in csv.DictReader(f) if row["split"] == "dev"]
    for id in ids:
        view = View((CORPUS / "articles" / f"{id}.txt").read_bytes().decode("utf-8"))
        gold = [g for g in rows_of(CORPUS / "gold" / f"{id}.jsonl") if g["kind"] == "indicator"]
        if gold:
            found.append(_page(id, view, gold))
    return found


def _page(id: str, view: View, gold: list[dict[str, Any]]) -> Page:
    article = Article(view.text, id)
    for read in trich.STAGES:
        if read is stage.indicators:
            break
        read(article)
    return Page(id, view, article, gold)


def sentences() -> list[Page]:
    """The sentences of `figures.txt`, each an article."""
    found = []
    for n, line in enumerate((ROOT / "benchmarks" / "figures.txt").read_text("utf-8").splitlines()):
        if line.startswith("#"):
            continue
        text, gold = "", []
        for before, figure, measured in re.findall(r"([^{]*)(?:{([^|}]*)\|([^}]*)})?", line):
            text += before
            if figure:
                end = len(text) + len(figure)
                gold.append({"start": len(text), "end": end, "property": measured})
                text += figure
        found.append(_page(str(n), View(text), gold))
    return found


def merit(want: str, got: str) -> float:
    """How well a property agrees with gold's: F1 of the words, squared; 0 where it is wrong."""
    a, b = want.split(), got.split()
    share = 2 * sum((Counter(a) & Counter(b)).values()) / (len(a) + len(b))
    return share * share if share >= 0.5 else 0.0


class LearningProperties(Properties):
    """Answers with gold or the weights so far, and keeps the questions."""

    page: Page

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.page.chooses)

    def question(self, q: Quantity, left: int, before: int, right: int, first: bool) -> Question:
        """The question, its figure noted."""
        self._row = self.page.row(q)
        return super().question(q, left, before, right, first)

    def answer(self, question: Question) -> int:
        """Gold's best where it is taught, else what the weights say."""
        own = self.chooses.best(question.features, question.about, question.near, question.said)
        row = self._row
        if row is None or row.get("property") is None:
            return own
        want = " ".join(View(row["property"]).text.lower().split()).strip(" .,")
        merits = [merit(want, said) for said in question.said]
        about = (*question.about, *question.near)
        features = [
            list(names(f, about, said))
            for f, said in zip(question.features, question.said, strict=True)
        ]
        self.page.examples.setdefault("property", []).append(Example(features, merits, own))
        taught = max(range(len(merits)), key=merits.__getitem__)
        return taught if self.page.taught and merits[taught] else own


def collect(page: Page, model: str, chooses: Choice, taught: bool) -> list[Example]:
    """The questions of an article."""
    page.chooses, page.taught, page.examples = chooses, taught, {}
    page.article.mentions = [m for m in page.article.mentions if m.kind != "indicator"]
    learning = type("Learning", (LearningProperties,), {"page": page})
    kept = stage.Properties
    stage.Properties = learning  # type: ignore[misc]
    try:
        stage.indicators(page.article)
    finally:
        stage.Properties = kept  # type: ignore[misc]
    return page.examples.get(model, [])


def fit(examples: Iterable[Example], penalty: float) -> Weights:
    """The weights under which the candidates that agree with gold are likeliest."""
    usable = [e for e in examples if any(e.merits) and len(e.merits) > 1]
    counts = Counter(n for e in usable for f in e.features for n in dict.fromkeys(f))
    number = {n: i for i, n in enumerate(n for n, c in counts.items() if c > SELDOM)}
    rows, columns, merits, starts = [], [], [], []
    for example in usable:
        starts.append(len(merits))
        for features, value in zip(example.features, example.merits, strict=True):
            known = [number[n] for n in features if n in number]
            rows += [len(merits)] * len(known)
            columns += known
            merits.append(value)
    row, column, begin = np.array(rows), np.array(columns), np.array(starts)
    value = np.array(merits)
    of = np.repeat(np.arange(len(begin)), np.diff(np.append(begin, len(value))))
    weight = np.zeros(len(number))
    momentum, scale = np.zeros_like(weight), np.zeros_like(weight)
    for n in range(1, ROUNDS + 1):  # Adam
        score = np.bincount(row, weights=weight[column], minlength=len(value))
        odds = np.exp(score - np.maximum.reduceat(score, begin)[of])
        chance = odds / np.add.reduceat(odds, begin)[of]
        good = chance * value
        good /= np.maximum(np.add.reduceat(good, begin), 1e-9)[of]
        slope = np.bincount(column, weights=(chance - good)[row], minlength=len(weight))
        slope = slope / len(begin) + penalty * weight
        momentum = 0.9 * momentum + 0.1 * slope
        scale = 0.99 * scale + 0.01 * slope * slope
        step = momentum / (1 - 0.9**n) / (np.sqrt(scale / (1 - 0.99**n)) + 1e-8)
        weight -= 0.1 * step
    found: Weights = {}
    for (of_, with_), i in number.items():
        if abs(weight[i]) >= SMALLEST:
            found.setdefault(of_, {})[with_] = round(float(weight[i]), 2)
    return found


def learn(articles: Sequence[Page], model: str, penalty: float) -> Weights:
    """The weights from these articles, taught first, then on their own."""
    weights: Weights = {}
    for taught in (True, False):
        chooses = Choice(weights)
        examples = [e for p in articles for e in collect(p, model, chooses, taught)]
        weights = fit(examples, penalty)
    return weights


def share(articles: Sequence[Page], model: str, weights: Weights) -> tuple[int, int, int]:
    """How many answers are right, how many could be, and how many there are."""
    chooses = Choice(weights)
    examples = [e for p in articles for e in collect(p, model, chooses, False)]
    right = sum(e.merits[e.answer] > 0 for e in examples)
    return right, sum(any(e.merits) for e in examples), len(examples)


def check(articles: list[Page], more: list[Page], model: str, penalty: float) -> None:
    """Print the share of right answers on articles that were left out of the learning."""
    order = list(range(len(articles)))
    random.Random(0).shuffle(order)
    total = np.zeros(3, int)
    for n in range(FOLDS):
        left_out = [articles[i] for k, i in enumerate(order) if k % FOLDS == n]
        others = [articles[i] for k, i in enumerate(order) if k % FOLDS != n]
        total += share(left_out, model, learn([*others, *more], model, penalty))
    right, possible, of = total
    print(f"{model}: {right}/{of} = {right / of:.3f} right, {possible / of:.3f} had a candidate")


def main() -> None:
    """Learn and write, or check."""
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument(
        "--check", action="store_true", help="cross-validate by article, write nothing"
    )
    ask.add_argument("--model", nargs="+", choices=list(PENALTY), default=list(PENALTY))
    ask.add_argument("--penalty", type=float, help="instead of the usual one")
    asked = ask.parse_args()
    articles, more = pages(), sentences()
    if asked.check:
        for model in asked.model:
            check(articles, more, model, asked.penalty or PENALTY[model])
        return
    with TABLE.open(encoding="utf-8", newline="") as f:
        kept = [r for r in csv.DictReader(f) if r["model"] not in asked.model]
    for model in asked.model:
        weights = learn([*articles, *more], model, asked.penalty or PENALTY[model])
        right, _, of = share(articles, model, weights)
        print(f"{model}: {right}/{of} = {right / of:.3f} right on what it learned from")
        kept += [
            {"model": model, "of": of_, "with": with_, "weight": f"{weight:g}"}
            for of_, row in sorted(weights.items())
            for with_, weight in sorted(row.items())
        ]
    with TABLE.open("w", encoding="utf-8", newline="") as f:
        table = csv.DictWriter(f, ["model", "of", "with", "weight"], lineterminator="\n")
        table.writeheader()
        table.writerows(kept)


if __name__ == "__main__":
    main()
