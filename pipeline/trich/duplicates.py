"""Near-duplicates: the same article crawled twice, whatever furniture stands around it.

Of an article only title, lead and body count.  Its *sketch* is the 64 smallest hashes of its
runs of 30 characters from the beginning of a word on (a bottom-k MinHash; Broder 1997), and as
many of its numbers: two bulletins from one template, of two days, differ in little but their
numbers.  Sketches are made where articles are read, in parallel; `Duplicates` compares them one
by one, in order.  What it remembers lies in a file that SQLite keeps and removes, so that memory
stays flat.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from zlib import adler32, crc32

from trich.article import Article
from trich.view import View

_RUN = 30  # characters: six or seven syllables
_KEPT = 64  # hashes; the standard error of a resemblance of 0.8 is 0.05
_LOOKED_UP = 6  # of the smallest hashes: of these, two articles that resemble each other
_SHARED = 2  # share two, but for one pair in 600 that resemble each other by 0.8 alone
_CANDIDATES = 50  # articles compared at most
_ALIKE = 0.8
_COUNTED = frozenset(("title", "lead", "body"))
# The order of the hashes: those of runs that begin with c come first (a tenth of all), then those
# with t, so that an article of some length need not have all of its runs hashed.
_TURNS = (re.compile(" c"), re.compile(" t"), re.compile(r" (?![ct])\w"))
_NUMBER = re.compile(r"[0-9]\w*")

Sketch = tuple[Sequence[int], Sequence[int]]


def sketch(article: Article) -> Sketch:
    """The smallest hashes of an article's runs of characters, and of its numbers.

    Hashes are of integers and tuples, which Python hashes alike in every process.

    >>> from trich import annotate
    >>> page = "Bộ Y tế họp báo\\n30/01/2024\\nSáng nay, Bộ Y tế họp báo về dịch sởi."
    >>> sketch(annotate(page)) == sketch(annotate(f"Trang chủ\\n{page}\\nTin khác\\nBộ tiếp khách"))
    True
    """
    text = article.text
    told = [text[b.start : b.end] for b in article.blocks if b.kind in _COUNTED]
    text = f" {View(' '.join(told)).text.lower()}"
    if "  " in text or "\t" in text:
        text = f" {' '.join(text.split())}"
    data = text.encode("utf-32-le", "surrogatepass")  # four bytes a letter: cut without encoding
    runs: list[int] = []
    for turn, begins in enumerate(_TURNS):
        starts = [4 * m.start() for m in begins.finditer(text, 0, len(text) - _RUN + 2)]
        runs += [h + turn * _TURN for h in _smallest(data, starts)]
        if len(runs) >= _KEPT:
            break
    numbers = {hash((crc32(number.encode()),)) for number in _NUMBER.findall(text)}
    return runs[:_KEPT], sorted(numbers)[:_KEPT]


_TURN = 1 << 60


def _smallest(data: bytes, starts: Iterable[int]) -> list[int]:
    """The smallest hashes of the runs of letters that begin there, of 60 bits with the sign."""
    runs = [data[at : at + 4 * _RUN] for at in starts]
    hashes = set(map(hash, zip(map(crc32, runs), map(adler32, runs), strict=True)))
    return [h >> 4 for h in sorted(hashes)[:_KEPT]]


def _resemblance(a: Sequence[int], b: Sequence[int]) -> float:
    """The share of hashes in common, among the smallest of both; 0 where it cannot suffice."""
    shared = set(a).intersection(b)
    size = len(a) + len(b) - len(shared)
    if len(a) >= _KEPT or len(b) >= _KEPT:
        size = min(size, _KEPT)
    if len(shared) < _ALIKE * size:  # not enough, wherever they stand: most pairs end here
        return 0.0 if size else 1.0
    both = sorted({*a, *b})[:size]
    return sum(h in shared for h in both) / size if size else 1.0


class Duplicates:
    """Tells of articles, one by one and in order, which earlier article each repeats.

    >>> page = (list(range(80)), [1, 2])
    >>> seen = Duplicates()
    >>> seen.first_like("a", page), seen.first_like("b", page)
    (None, 'a')
    >>> seen.close()
    """

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # a file of its own, removed with the connection
        self._db.executescript(
            "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -32768;"
            "create table article (n integer primary key, id text, runs blob, numbers blob);"
            "create table found (hash integer, n integer, primary key (hash, n)) without rowid;"
        )

    def first_like(self, id: str, sketch: Sketch) -> str | None:
        """The id of the first article that this one nearly equals; None where there is none."""
        runs, numbers = sketch
        if not runs:
            return None
        keys = runs[:_LOOKED_UP]
        for other, other_runs, other_numbers in self._candidates(keys):
            if (
                _resemblance(runs, _unpacked(other_runs)) >= _ALIKE
                and _resemblance(numbers, _unpacked(other_numbers)) >= _ALIKE
            ):
                return other
        n = self._db.execute(
            "insert into article (id, runs, numbers) values (?, ?, ?)",
            (id, _packed(runs), _packed(numbers)),
        ).lastrowid
        self._db.executemany("insert into found values (?, ?)", ((key, n) for key in keys))
        return None

    def _candidates(self, keys: Sequence[int]) -> Iterable[tuple[str, bytes, bytes]]:
        marks = ", ".join("?" * len(keys))
        found = (
            f"select n from found where hash in ({marks}) "
            "group by n having count(*) >= ? order by n limit ?"
        )
        return self._db.execute(
            f"select id, runs, numbers from article where n in ({found}) order by n",
            (*keys, min(_SHARED, len(keys)), _CANDIDATES),
        ).fetchall()

    def close(self) -> None:
        """Forget everything."""
        self._db.close()


def _packed(hashes: Sequence[int]) -> bytes:
    return array("q", hashes).tobytes()


def _unpacked(data: bytes) -> array[int]:
    return array("q", data)
