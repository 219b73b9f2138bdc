"""Our scores on the corpus, and the peers' on the same gold in the same run.

    python benchmarks/accuracy.py [--peers] [--markdown]

The peers (extra `peers`): underthesea's NER for persons and organizations; dateparser for
dates, searching and, given the span, parsing; a plain regular expression of type word and
code for decrees; quantulum3 for indicators.  What a peer finds in an article is kept in
`.cache/`, named after the peer's version and the article's text.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import trich
from trich import records
from trich.article import Kind
from trich.evaluate import Result, Row, rows_of, score

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
CACHE = ROOT / ".cache" / "peers"
Peer = Callable[[str, str | None], Iterator[Row]]


def texts() -> dict[str, str]:
    """The articles by id, exactly as their files hold them."""
    paths = sorted((CORPUS / "articles").glob("*.txt"))
    return {p.stem: p.read_bytes().decode("utf-8") for p in paths}


def splits() -> dict[str, list[str]]:
    """The articles of each split."""
    out: dict[str, list[str]] = {"dev": [], "test": []}
    with (CORPUS / "articles.csv").open(encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            out[row["split"]].append(row["id"])
    return out


def ours() -> Result:
    """trich on every article."""
    scores = {}
    for id, text in texts().items():
        found = list(records.rows(trich.annotate(text, id=id)))
        scores[id] = score(rows_of(CORPUS / "gold" / f"{id}.jsonl"), found, id)
    return Result(scores)


# The peers.  Each returns rows as far as it knows fields.


def underthesea_ner(text: str, published: str | None) -> Iterator[Row]:
    """Persons and organizations by underthesea's CRF tagger, line by line."""
    from underthesea import ner

    labels = {"PER": "person", "ORG": "organization"}
    at = 0
    for line in text.split("\n"):
        place = 0
        live: Row | None = None
        for word, _, _, tag in ner(line) if line.strip() else ():
            start = line.find(word, place)
            if start < 0:
                continue
            place = start + len(word)
            kind = labels.get(tag[2:])
            if tag.startswith("I-") and live and live["kind"] == kind:
                live["end"] = at + place
            else:
                if live:
                    yield live
                live = {"kind": kind, "start": at + start, "end": at + place} if kind else None
        if live:
            yield live
        at += len(line) + 1


def dateparser_search(text: str, published: str | None) -> Iterator[Row]:
    """Dates by dateparser's search_dates."""
    from dateparser.search import search_dates

    at = 0
    for line in text.split("\n"):
        place = 0
        for words, when in search_dates(line, languages=["vi"], settings=_base(published)) or ():
            start = line.find(words, place)
            if start >= 0:
                place = start + len(words)
                value = when.date().isoformat()
                yield {
                    "kind": "date", "start": at + start, "end": at + place,
                    "type": "DATE", "value": value,
                }  # fmt: skip
        at += len(line) + 1


def dateparser_parse(text: str, published: str | None) -> str | None:
    """The value dateparser gives a date expression."""
    import dateparser

    when = dateparser.parse(text, languages=["vi"], settings=_base(published))
    return when.isoformat() if when else None


def _base(published: str | None) -> dict[str, Any]:
    from datetime import datetime

    base = datetime.fromisoformat(published) if published else datetime(2025, 1, 1)
    return {"RELATIVE_BASE": base, "DATE_ORDER": "DMY"}


_PLAIN = re.compile(
    r"(?P<type>Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Luật|Công văn|Kế hoạch)"
    r" (?:số )?(?P<number>\d+(?:/\d{4})?[/-][A-ZĐa-zđ0-9-]+(?:/[A-ZĐa-z0-9-]+)?)"
)


def plain_regex(text: str, published: str | None) -> Iterator[Row]:
    """Decrees by type word, `số`, code."""
    for m in _PLAIN.finditer(text):
        yield {
            "kind": "decree", "start": m.start(), "end": m.end(),
            "type": m["type"], "number": m["number"], "id": m["number"],
        }  # fmt: skip


def quantulum(text: str, published: str | None) -> Iterator[Row]:
    """Indicators by quantulum3."""
    from quantulum3 import classifier, parser

    # Its classifier of English units was pickled by an older scikit-learn than the other peers
    # bring; without scikit-learn it goes without, too.
    classifier.USE_CLF = False
    at = 0
    for line in text.split("\n"):
        for q in parser.parse(line) if re.search(r"\d", line) else ():
            unit = {"percentage": "%", "dimensionless": None}.get(q.unit.name, q.unit.name)
            yield {
                "kind": "indicator", "start": at + q.span[0], "end": at + q.span[1],
                "value": q.value, "unit": unit,
            }  # fmt: skip
        at += len(line) + 1


PEERS: dict[str, tuple[str, Peer, tuple[Kind, ...]]] = {
    "underthesea ner": ("underthesea", underthesea_ner, ("person", "organization")),
    "dateparser search_dates": ("dateparser", dateparser_search, ("date",)),
    "type + số + code": ("", plain_regex, ("decree",)),
    "quantulum3": ("quantulum3", quantulum, ("indicator",)),
}


def cached(name: str, package: str, peer: Peer, text: str, published: str | None) -> list[Row]:
    """What a peer finds, from the cache where it is there."""
    if not package:
        return list(peer(text, published))
    said = f"{name} {version(package)} {published}\n{text}"
    path = CACHE / f"{hashlib.sha256(said.encode()).hexdigest()[:32]}.json"
    if not path.exists():
        found = list(peer(text, published))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(found), encoding="utf-8")
    rows: list[Row] = json.loads(path.read_text("utf-8"))
    return rows


def peers() -> dict[str, Result]:
    """Every peer on every article."""
    warnings.simplefilter("ignore")
    out: dict[str, Result] = {}
    for name, (package, peer, _) in PEERS.items():
        scores = {}
        for id, text in texts().items():
            found = cached(name, package, peer, text, _published(id))
            found = [{**r, "text": text[r["start"] : r["end"]]} for r in found]
            scores[id] = score(rows_of(CORPUS / "gold" / f"{id}.jsonl"), found, id)
        out[name] = Result(scores)
    return out


def _published(id: str) -> str | None:
    blocks = json.loads((CORPUS / "gold" / f"{id}.blocks.json").read_text("utf-8"))
    published: str | None = blocks["published"]
    return published


def parsed_by_dateparser(ids: list[str]) -> tuple[int, int]:
    """Of the gold's date expressions, how many values dateparser gets right, given the span."""
    right = of = 0
    for id in ids:
        for row in rows_of(CORPUS / "gold" / f"{id}.jsonl"):
            if row["kind"] == "date" and not row.get("optional"):
                of += 1
                got = dateparser_parse(row["text"], _published(id)) or ""
                # it knows days and minutes only: right when it is as exact as the gold
                right += row["value"] in (got[:10], got[:16])
    return right, of


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--peers", action="store_true", help="also run the peers")
    parser.add_argument("--markdown", action="store_true", help="the tables of the README")
    args = parser.parse_args()
    mine = ours()
    theirs = peers() if args.peers else {}
    if args.markdown:
        for split, ids in splits().items():
            print(f"`{split}`, {len(ids)} articles:\n\n{markdown(mine, theirs, ids)}\n")
        return
    for split, ids in splits().items():
        print(f"\n{split}: {len(ids)} articles")
        print(mine.some(ids).table())
        for name, result in theirs.items():
            for kind in PEERS[name][2]:
                s = result.some(ids).kinds[kind]
                value = s.fields.get("value")
                print(
                    f"  {name:24} {kind:13} strict F1 {s.strict.f1:.3f}  overlap {s.overlap.f1:.3f}"
                    + (f"  values right {value[0]}/{value[1]}" if value else "")
                )
        if theirs:
            right, of = parsed_by_dateparser(ids)
            print(f"  {'dateparser parse':24} date          values right {right}/{of}, span given")


def markdown(mine: Result, theirs: dict[str, Result], ids: list[str]) -> str:
    """Articles as a table: strict F1 with its interval, overlap F1, a peer's beside it."""
    lines = [
        "| kind | gold | strict F1 | 95% interval | overlap F1 | peer | its strict F1 | overlap |",
        "| --- | ---: | ---: | --- | ---: | --- | ---: | ---: |",
    ]
    some = mine.some(ids)
    for kind, s in some.kinds.items():
        low, high = some.interval(kind)
        name = next((n for n, (_, _, kinds) in PEERS.items() if kind in kinds), "")
        peer = theirs[name].some(ids).kinds[kind] if name in theirs else None
        beside = f"{name} | {peer.strict.f1:.2f} | {peer.overlap.f1:.2f}" if peer else " | | "
        lines.append(
            f"| {kind} | {s.strict.gold} | {s.strict.f1:.3f} | {low:.2f}-{high:.2f} "
            f"| {s.overlap.f1:.3f} | {beside} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
