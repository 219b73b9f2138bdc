"""Scores of records against gold.

Strict: the span and kind are equal.  Overlap: they share a character, paired one to one,
the longest first.  Fields: of the overlapping pairs, the share whose field equals the gold's,
over the gold rows that give it; a `property` is right when its words overlap the gold's by
F1 >= 0.5.  A gold row marked `optional` counts neither as missed nor as spurious.
The interval beside an F1 is a bootstrap over articles.
"""

from __future__ import annotations

import json
import random
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trich.article import KINDS, Kind
from trich.gold import FIELDS

Row = dict[str, Any]


class Unusable(Exception):
    """Files that cannot be scored; the message says which and why."""


@dataclass(slots=True)
class Count:
    """What was right, of how many in gold and how many found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that is found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def add(self, other: Count) -> None:
        """Take in another count."""
        self.right += other.right
        self.gold += other.gold
        self.found += other.found


@dataclass(slots=True)
class Score:
    """The score of one kind.

    `fields` maps a field to [right, of]; `rules` maps a rule to how many of its records are
    [right, right but for the span, wrong].
    """

    strict: Count = field(default_factory=Count)
    overlap: Count = field(default_factory=Count)
    fields: dict[str, list[int]] = field(default_factory=dict)
    rules: dict[str, list[int]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Take in the score of another article."""
        self.strict.add(other.strict)
        self.overlap.add(other.overlap)
        for mine, theirs in ((self.fields, other.fields), (self.rules, other.rules)):
            for name, numbers in theirs.items():
                before = mine.get(name, [0] * len(numbers))
                mine[name] = [a + b for a, b in zip(before, numbers, strict=True)]
        self.errors.extend(other.errors)


@dataclass(slots=True)
class Result:
    """The scores of each article, and of all together.

    `without` are the articles of the gold of which there is no record.
    """

    articles: dict[str, dict[Kind, Score]]
    without: list[str] = field(default_factory=list)

    @property
    def kinds(self) -> dict[Kind, Score]:
        """The scores by kind, over all articles."""
        annotated = {kind for scores in self.articles.values() for kind in scores}
        total: dict[Kind, Score] = {kind: Score() for kind in KINDS if kind in annotated}
        for scores in self.articles.values():
            for kind, s in scores.items():
                total[kind].add(s)
        return total

    def interval(self, kind: Kind, samples: int = 1000) -> tuple[float, float]:
        """The 95% bootstrap interval of a kind's strict F1, resampling articles."""
        counts = [scores[kind].strict for scores in self.articles.values() if kind in scores]
        pick = random.Random(0)
        f1s = []
        for _ in range(samples):
            drawn = Count()
            for c in pick.choices(counts, k=len(counts)):
                drawn.add(c)
            f1s.append(drawn.f1)
        f1s.sort()
        return f1s[int(samples * 0.025)], f1s[int(samples * 0.975) - 1]

    def some(self, names: Iterable[str]) -> Result:
        """The result on these articles alone."""
        return Result({name: self.articles[name] for name in names if name in self.articles})

    @property
    def macro(self) -> float:
        """Mean strict F1 of the kinds that gold or records hold."""
        f1s = [s.strict.f1 for s in self.kinds.values() if s.strict.gold or s.strict.found]
        return sum(f1s) / len(f1s) if f1s else 0.0

    def as_dict(self) -> dict[str, Any]:
        """The scores as plain data."""

        def numbers(c: Count) -> dict[str, float]:
            return {
                "precision": c.precision, "recall": c.recall, "f1": c.f1,
                "right": c.right, "gold": c.gold, "found": c.found,
            }  # fmt: skip

        out: dict[str, Any] = {
            kind: {
                "strict": numbers(s.strict),
                "strict_f1_interval": self.interval(kind),
                "overlap": numbers(s.overlap),
                "fields": {f: {"right": a, "of": b} for f, (a, b) in s.fields.items()},
                "rules": {
                    r: {"right": a, "span": b, "wrong": c} for r, (a, b, c) in s.rules.items()
                },
            }
            for kind, s in self.kinds.items()
        }
        return out | {"macro_strict_f1": self.macro}

    def table(self) -> str:
        """The scores for people to read."""
        lines = [
            f"{'kind':13}{'gold':>6}{'found':>6} |{'strict P':>9}{'R':>7}{'F1':>7}  95% interval "
            f"|{'overlap P':>10}{'R':>7}{'F1':>7} | fields right"
        ]
        for kind, s in self.kinds.items():
            fields = "  ".join(f"{f} {a}/{b}" for f, (a, b) in s.fields.items())
            a, b = s.strict, s.overlap
            low, high = self.interval(kind)
            lines.append(
                f"{kind:13}{a.gold:6}{a.found:6} |{a.precision:9.3f}{a.recall:7.3f}{a.f1:7.3f} "
                f" {low:.3f}-{high:.3f}  |{b.precision:10.3f}{b.recall:7.3f}{b.f1:7.3f} | {fields}"
            )
        return "\n".join([*lines, f"macro strict F1 {self.macro:.3f}"])

    def rules(self) -> str:
        """What each rule got right and wrong, the most wrong first."""
        lines = [f"{'kind':13} {'rule':24}{'right':>7}{'span':>7}{'wrong':>7}"]
        for kind, s in self.kinds.items():
            ranked = sorted(s.rules.items(), key=lambda r: (-r[1][2], -r[1][1], r[0]))
            lines += [f"{kind:13} {rule:24}{a:7}{b:7}{c:7}" for rule, (a, b, c) in ranked]
        return "\n".join(lines)

    def errors(self, kind: Kind) -> str:
        """Each error of a kind, one a line."""
        return "\n".join(self.kinds[kind].errors) if kind in self.kinds else f"no kind {kind!r}"


def evaluate(gold: str | Path, records: str | Path) -> Result:
    """Score one file against one file, or a folder of gold against records paired by name.

    `records` may be a folder of files named as the gold's, or the folder that an extract
    wrote, whose `records.jsonl` holds every article's.  Raises `Unusable`.
    """
    gold, records = Path(gold), Path(records)
    golds = sorted(gold.glob("*.jsonl")) if gold.is_dir() else [gold]
    if not golds:
        raise Unusable(f"{gold}: no *.jsonl")
    by_article: dict[str, list[Row]] | None = None
    if records.is_dir() and (records / "records.jsonl").is_file():
        records = records / "records.jsonl"
    if records.is_file():
        found = rows_of(records)
        if not found or any(r.get("article") == g.stem for g in golds for r in found):
            by_article = {}
            for row in found:
                by_article.setdefault(str(row.get("article")), []).append(row)
        elif len(golds) == 1 and len({r.get("article") for r in found}) == 1:
            by_article = {golds[0].stem: found}  # a file of one article needs no names
        else:
            raise Unusable(f"{records}: no record's `article` is the name of a gold file")
    result = Result({})
    for path in golds:
        if by_article is not None:
            mine = by_article.get(path.stem, [])
        else:
            mine = rows_of(records / path.name)
        wanted = rows_of(path)
        if wanted and not mine:
            result.without.append(path.stem)
        result.articles[path.stem] = score(wanted, mine, path.stem)
    return result


def score(gold_rows: Iterable[Row], found_rows: Iterable[Row], name: str = "") -> dict[Kind, Score]:
    """Score the records of one article, kind by kind."""
    gold_rows, found_rows = list(gold_rows), list(found_rows)
    # Gold need not mark locations: where it marks none, none is scored.
    kinds = [k for k in KINDS if k != "location" or any(r["kind"] == k for r in gold_rows)]
    return {kind: _score(kind, gold_rows, found_rows, name) for kind in kinds}


def _score(kind: Kind, gold_rows: list[Row], found_rows: list[Row], name: str) -> Score:
    gold = sorted((r for r in gold_rows if r["kind"] == kind), key=_place)
    found = sorted((r for r in found_rows if r["kind"] == kind), key=_place)
    needed = sum(not g.get("optional") for g in gold)
    out = Score()
    overlapping = _pairs(gold, found, strict=False)
    # an optional gold row excuses whatever touches it
    excused = {j for i, j in overlapping if gold[i].get("optional")}
    for pairs, count in (
        (_pairs(gold, found, strict=True), out.strict),
        (overlapping, out.overlap),
    ):
        counted = {j for i, j in pairs if not gold[i].get("optional")}
        free = {j for i, j in pairs if gold[i].get("optional")} | excused
        count.right, count.gold = len(counted), needed
        count.found = len(found) - len(free - counted)
        if count is out.strict:
            hit = {i for i, _ in pairs}
            out.errors += [
                f"{name} missed   {g['start']:6} {g['text']!r}"
                for i, g in enumerate(gold)
                if i not in hit and not g.get("optional")
            ]
            near = {j for _, j in overlapping}
            for j, record in enumerate(found):
                if j in free - counted:
                    continue
                tally = out.rules.setdefault(str(record.get("rule", "")), [0, 0, 0])
                tally[0 if j in counted else 1 if j in near else 2] += 1
                if j not in counted:
                    out.errors.append(
                        f"{name} spurious {record['start']:6} {record['text']!r}"
                        f" [{record.get('rule', '')}]"
                    )
    for i, j in overlapping:
        if gold[i].get("optional"):
            continue
        for f in FIELDS[kind]:
            want, got = gold[i].get(f), found[j].get(f)
            if want is None:
                continue
            tally = out.fields.setdefault(f, [0, 0])
            tally[1] += 1
            if _same(f, want, got):
                tally[0] += 1
            else:
                at = f"{gold[i]['start']:6} {gold[i]['text']!r}"
                out.errors.append(f"{name} {f:12} {at}: want {want!r}, got {got!r}")
    return out


def _place(row: Row) -> tuple[int, int]:
    return row["start"], row["end"]


def _pairs(gold: list[Row], found: list[Row], *, strict: bool) -> list[tuple[int, int]]:
    """Gold and found paired one to one, the longest overlap first."""
    candidates = []
    first = 0
    for i, g in enumerate(gold):
        while first < len(found) and found[first]["end"] <= g["start"]:
            first += 1
        for j in range(first, len(found)):
            f = found[j]
            if f["start"] >= g["end"]:
                break
            shared = min(g["end"], f["end"]) - max(g["start"], f["start"])
            if shared > 0 and (not strict or _place(g) == _place(f)):
                candidates.append((-shared, i, j))
    pairs, used_gold, used_found = [], set(), set()
    for _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        text = " ".join(unicodedata.normalize("NFC", value).split())
        return text.casefold().strip(" .,")
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value


def _same(name: str, want: Any, got: Any) -> bool:
    if name != "property" or got is None:
        return bool(_plain(want) == _plain(got))
    a, b = Counter(_plain(want).split()), Counter(_plain(got).split())
    return 2 * (a & b).total() >= 0.5 * (a.total() + b.total())


def rows_of(path: Path) -> list[Row]:
    """The rows of a file of gold or records; raises `Unusable` where it holds none."""
    rows = []
    try:
        with path.open(encoding="utf-8") as f:
            for n, line in enumerate(f, 1):
                if not line.strip():
                    continue
                row = json.loads(line)
                if not isinstance(row, dict) or not {"kind", "start", "end", "text"} <= set(row):
                    raise Unusable(f"{path}:{n}: a row needs kind, start, end and text")
                rows.append(row)
    except OSError as e:
        raise Unusable(f"{path}: {e.strerror}") from e
    except (UnicodeDecodeError, json.JSONDecodeError) as e:
        raise Unusable(f"{path}: not JSONL: {e}") from e
    return rows
