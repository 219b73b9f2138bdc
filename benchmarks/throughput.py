"""How fast each stage reads, and how fast the peers read the same, in one run.

    python benchmarks/throughput.py [--megabytes N] [--texts corpus plain] [--peers] [--json]

What the texts are, `texts.py` says.  Times are of the processor, not the clock; still, compare the
ratios of one run, for machines are noisy.  Each run adds a line to `history.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from texts import KINDS, remember, sample

import trich
from trich import records
from trich.article import Article, View

#: Characters that each peer reads: enough for a second or a few.
PEER_CHARACTERS = {
    "underthesea word_tokenize": 100_000,
    "underthesea ner": 8_000,
    "pyvi tokenize": 60_000,
    "dateparser search_dates": 20_000,
}


def stages(texts: Iterable[str]) -> dict[str, float]:
    """Seconds by stage."""
    clock = time.process_time
    seconds: dict[str, float] = defaultdict(float)
    for text in texts:
        began = clock()
        view = View(text)
        article = Article(view.text)
        seconds["view"] += clock() - began
        for stage in trich.STAGES:
            began = clock()
            stage(article)
            seconds[stage.__name__] += clock() - began
        began = clock()
        list(records.rows(article.on_source(view)))
        seconds["records"] += clock() - began
    return dict(seconds)


def peers() -> dict[str, Callable[[str], Any]]:
    """What each peer does with a line of text; those that are installed."""
    found: dict[str, Callable[[str], Any]] = {}
    try:
        from underthesea import ner, word_tokenize

        found["underthesea word_tokenize"] = word_tokenize
        found["underthesea ner"] = ner
    except ImportError:
        pass
    try:
        from pyvi import ViTokenizer

        found["pyvi tokenize"] = ViTokenizer.tokenize
    except ImportError:
        pass
    try:
        from dateparser.search import search_dates

        found["dateparser search_dates"] = lambda line: search_dates(line, languages=["vi"])
    except ImportError:
        pass
    return found


def speed(reads: Callable[[str], Any], texts: Iterable[str], characters: int) -> float:
    """Characters a second of a peer, which gets a line at a time."""
    reads("Bộ Y tế khởi động ngày 3/4/2024.")
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    size = 0
    began = time.process_time()
    for line in lines:
        reads(line)
        size += len(line)
        if size >= characters:
            break
    return size / (time.process_time() - began)


def measure(kind: str, megabytes: float, beside: dict[str, Callable[[str], Any]]) -> dict[str, Any]:
    """Speeds, in characters a second, on one kind of text."""
    texts = sample(kind, megabytes)
    size = sum(map(len, texts))
    found = sum(len(trich.extract(text)) for text in texts[:100])  # also builds the tables
    # half before the peers and half after them: what else the machine does falls on all
    half = len(texts) // 2
    spent = stages(texts[:half])
    speeds = {name: speed(f, texts, PEER_CHARACTERS[name]) for name, f in beside.items()}
    for name, seconds in stages(texts[half:]).items():
        spent[name] = spent.get(name, 0) + seconds
    ours = size / sum(spent.values())
    return {
        "characters": size,
        "records in 1,000 characters": round(found / sum(map(len, texts[:100])) * 1000, 1),
        "trich": round(ours),
        "stages": {name: round(size / seconds) for name, seconds in spent.items()},
        "shares": {name: round(s / sum(spent.values()), 3) for name, s in spent.items()},
        "peers": {name: round(peer) for name, peer in speeds.items()},
        "times": {name: round(ours / peer, 1) for name, peer in speeds.items()},
    }


def table(results: dict[str, dict[str, Any]]) -> str:
    """The results as a table, a column a kind of text."""
    kinds = list(results)
    lines = [f"{'characters a second':<28}" + "".join(f"{kind:>12}{'':>9}" for kind in kinds)]

    def row(name: str, cells: Iterable[tuple[str, str]]) -> None:
        lines.append(f"{name:<28}" + "".join(f"{a:>12}{b:>9}" for a, b in cells))

    for stage in results[kinds[0]]["stages"]:
        row(
            stage,
            ((f"{r['stages'][stage]:,}", f"{r['shares'][stage]:.1%}") for r in results.values()),
        )
    row("trich, all stages", ((f"{r['trich']:,}", "") for r in results.values()))
    for peer in results[kinds[0]]["peers"]:
        row(peer, ((f"{r['peers'][peer]:,}", f"1/{r['times'][peer]:g}") for r in results.values()))
    density = "records in 1,000 characters"
    row(density, ((str(r[density]), "") for r in results.values()))
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=float, default=20.0, help="of each text (20)")
    parser.add_argument("--texts", nargs="+", choices=list(KINDS), default=list(KINDS))
    parser.add_argument("--peers", action="store_true", help="also measure the peers")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    args = parser.parse_args()
    beside = peers() if args.peers else {}
    results = {kind: measure(kind, args.megabytes, beside) for kind in args.texts}
    remember("throughput", {"texts": results})
    print(json.dumps(results, ensure_ascii=False) if args.json else table(results))


if __name__ == "__main__":
    main()
