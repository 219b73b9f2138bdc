"""How fast each stage reads plain news, and how fast underthesea splits the same into words.

    python benchmarks/throughput.py [--megabytes N] [--json]

The text is the corpus, repeated with other numbers and given names so that nothing is
answered from a cache.  Machines are noisy: compare the ratios of one run, not seconds.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import defaultdict
from pathlib import Path

import trich
from trich.article import Article, View

ARTICLES = Path(__file__).parents[1] / "corpus" / "articles"
GIVEN = ("An", "Bích", "Cường", "Dung", "Hiền", "Khoa", "Loan", "Minh", "Phúc", "Thảo")
PEER_CHARACTERS = 60_000


def varied(text: str, n: int) -> str:
    """The n-th variation of an article: years stay, other long numbers and some names change."""
    text = re.sub(r"(?<=\d)\d(?=[.,]\d{3})", lambda m: str((int(m[0]) + n) % 10), text)
    return re.sub(r"(?<=Thị )[A-ZĐ]\w+", lambda m: GIVEN[(n + len(m[0])) % len(GIVEN)], text)


def sample(characters: int) -> list[str]:
    """Articles of about this many characters in all."""
    originals = [p.read_bytes().decode("utf-8-sig") for p in sorted(ARTICLES.glob("*.txt"))]
    texts: list[str] = []
    size = n = 0
    while size < characters:
        texts.append(varied(originals[n % len(originals)], n // len(originals)))
        size += len(texts[-1])
        n += 1
    return texts


def stages(texts: list[str]) -> dict[str, float]:
    """Seconds by stage."""
    seconds: dict[str, float] = defaultdict(float)
    for text in texts:
        began = time.perf_counter()
        view = View(text)
        article = Article(view.text)
        seconds["view"] += time.perf_counter() - began
        for stage in trich.STAGES:
            began = time.perf_counter()
            stage(article)
            seconds[stage.__name__] += time.perf_counter() - began
        began = time.perf_counter()
        list(trich.records.rows(article.on_source(view)))
        seconds["records"] += time.perf_counter() - began
    return dict(seconds)


def words(texts: list[str]) -> tuple[float, int]:
    """Seconds, and characters, of underthesea's word_tokenize."""
    from underthesea import word_tokenize

    word_tokenize("khởi động")
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    began = time.perf_counter()
    size = 0
    for line in lines:
        word_tokenize(line)
        size += len(line)
        if size > PEER_CHARACTERS:
            break
    return time.perf_counter() - began, size


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=float, default=1.0, help="million characters to read")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    texts = sample(int(args.megabytes * 1e6))
    size = sum(map(len, texts))
    stages(texts[:20])  # build the tables
    spent = stages(texts)
    total = sum(spent.values())
    peer_seconds, peer_size = words(texts)
    peer = peer_size / peer_seconds
    result = {
        "characters": size,
        "stages": {name: round(size / s) for name, s in spent.items()},
        "trich": round(size / total),
        "underthesea word_tokenize": round(peer),
        "times word_tokenize": round(size / total / peer, 1),
    }
    if args.json:
        print(json.dumps(result))
        return
    print(f"{'stage':<16}{'characters/s':>14}{'share':>8}")
    for name, s in spent.items():
        print(f"{name:<16}{size / s:>14,.0f}{s / total:>8.1%}")
    print(f"{'trich, all':<16}{size / total:>14,.0f}")
    print(f"{'word_tokenize':<16}{peer:>14,.0f}   (underthesea, the same text)")
    print(f"trich reads {size / total / peer:.0f} times as fast as underthesea splits words")


if __name__ == "__main__":
    main()
