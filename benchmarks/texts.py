"""The texts that speed is measured on, of any length, and the history of measurements.

`corpus`: the articles of the corpus again and again, with other numbers and given names, so
that nothing is answered from a cache.  It was written to hold every trap there is: about 22
records in 1,000 characters.

`plain`: newspaper prose, put together from the phrases of `phrases.toml`, which are our own, and
from names, places, bodies and counted things of the lexicon.  It is grammatical rather than
sensible.  A line hardly ever comes twice, phrases do, as in the language.  About 10 records in
1,000 characters: excerpts of newspapers that tell stories, read by the same rules, have 7 to 13,
those about figures or meetings 16 and more.
"""

from __future__ import annotations

import json
import os
import platform
import random
import re
import subprocess
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from trich.lexicon import table

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "corpus" / "articles"
HISTORY = ROOT / "benchmarks" / "history.jsonl"
GIVEN = ("An", "Bích", "Cường", "Dung", "Hiền", "Khoa", "Loan", "Minh", "Phúc", "Thảo")


def varied(text: str, n: int) -> str:
    """The n-th variation of an article: years stay, other long numbers and some names change."""
    text = re.sub(r"(?<=\d)\d(?=[.,]\d{3})", lambda m: str((int(m[0]) + n) % 10), text)
    return re.sub(r"(?<=Thị )[A-ZĐ]\w+", lambda m: GIVEN[(n + len(m[0])) % len(GIVEN)], text)


def corpus() -> Iterator[str]:
    """The corpus's articles without end."""
    originals = [p.read_bytes().decode("utf-8-sig") for p in sorted(ARTICLES.glob("*.txt"))]
    for n in count():
        yield varied(originals[n % len(originals)], n // len(originals))


def plain() -> Iterator[str]:
    """Plain news without end."""
    chance = random.Random(20)
    while True:
        yield _article(chance)


def _article(chance: random.Random) -> str:
    head = f"{_capital(_filled('{who} {does}', chance))}\n\n"
    head += (
        f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(2005, 2025)}\n\n"
    )
    paragraphs = [
        " ".join(_sentence(chance) for _ in range(chance.randint(2, 5)))
        for _ in range(chance.randint(5, 12))
    ]
    return head + "\n\n".join(paragraphs) + "\n"


def _sentence(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.35:
        return _filled("{news}", chance)
    if kind < 0.6:
        return _capital(_filled("{happens}", chance))
    return _capital(_filled("{when}, {who} {does}, {then}.", chance))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


_SLOT = re.compile(r"\{(\w+)\}")


def _filled(pattern: str, chance: random.Random) -> str:
    """A pattern with everything in braces drawn, and what is drawn filled in its turn."""
    while "{" in pattern:
        pattern = _SLOT.sub(lambda m: _drawn(m[1], chance), pattern)
    return pattern


def _drawn(slot: str, chance: random.Random) -> str:
    phrases = _phrases().get(slot)
    return chance.choice(phrases) if phrases else _DRAWN[slot](chance)


@cache
def _phrases() -> dict[str, list[str]]:
    """The phrases by list, and from the lexicon what sentences speak of."""
    source = tomllib.loads((ROOT / "benchmarks" / "phrases.toml").read_text(encoding="utf-8"))
    of = {name: phrases.strip().splitlines() for name, phrases in source.items()}
    communes = {f"{r['kind']} {r['name']}" for r in table("communes") if not r["name"].isdigit()}
    bodies = [r for r in table("organizations") if r["sector"] in ("state", "health", "mass")]
    groups = ("person", "household", "facility", "thing")
    return of | {
        "province": [r["name"] for r in table("provinces")],
        "district": [f"{r['kind']} {r['name']}" for r in table("districts")],
        "commune": sorted(communes),
        "body": [r["name_vi"] for r in bodies],
        "role": [r["surface"].capitalize() for r in table("roles") if r["strength"] == "strong"],
        "counted": [r["noun"] for r in table("counted_nouns") if r["group"] in groups],
        "verb": [
            r["words"] for r in table("person_context")
            if r["use"] == "surely human verb" and "(" not in r["words"] and ":" not in r["words"]
        ],
        "given": [r["name"] for r in table("given_names") if r["kind"] == "plain"],
    }  # fmt: skip


@cache
def _surnames() -> tuple[list[str], list[float]]:
    """Surnames, and how frequent they are."""
    strong = [r for r in table("surnames") if r["strength"] == "strong" and r["share"]]
    return [r["surname"] for r in strong], [float(r["share"]) for r in strong]


def _name(chance: random.Random, usual: str = "Văn") -> str:
    surname = chance.choices(*_surnames())[0]
    middle, given = chance.sample(_phrases()["given"], 2)
    return f"{surname} {chance.choice((middle, usual))} {given}"


_DRAWN: dict[str, Callable[[random.Random], str]] = {
    "name": _name,
    "lady": lambda chance: _name(chance, "Thị"),
    "unit": lambda chance: f"UBND {_drawn(chance.choice(('commune', 'district')), chance)}",
    "day": lambda chance: str(chance.randint(1, 28)),
    "month": lambda chance: str(chance.randint(1, 12)),
    "year": lambda chance: str(chance.randint(2010, 2025)),
    "n": lambda chance: str(chance.randint(12, 290)),
    "age": lambda chance: str(chance.randint(18, 80)),
    "percent": lambda chance: f"{chance.randint(1, 30)},{chance.randint(1, 9)}",
    "thousand": lambda chance: f"{chance.randint(1, 90)}.{chance.randint(0, 999):03}",
}


KINDS = {"corpus": corpus, "plain": plain}


def sample(kind: str, megabytes: float) -> list[str]:
    """Articles of about so many megabytes (UTF-8) in all."""
    texts: list[str] = []
    left = megabytes * 1e6
    for text in KINDS[kind]():
        if left <= 0:
            break
        texts.append(text)
        left -= len(text.encode())
    return texts


def remember(benchmark: str, result: dict[str, Any]) -> None:
    """Add a line to the history: when, which commit, on what, and what came out."""
    asked = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    line = {
        "benchmark": benchmark,
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "commit": asked.stdout.strip(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        **result,
    }
    with HISTORY.open("a", encoding="utf-8") as f:
        f.write(json.dumps(line, ensure_ascii=False) + "\n")
