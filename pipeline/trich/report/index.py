"""The search index: small JavaScript files that a page loads as it needs them.

A page opened from the file system cannot fetch, but it can load scripts.  Words are folded
(no tone marks, đ as d, lower case), and kept by their first two characters; for each the
numbers of the items named so, and of the articles whose text holds it, as differences in
base 36.  Items (what a result shows) come in files of their own.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

PER_FILE = 500
_WORD = re.compile(r"[0-9a-z]+")


def folded(text: str) -> str:
    """A text without tone marks, in lower case.

    >>> folded("Sở Y tế Đắk Lắk")
    'so y te dak lak'
    """
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in apart if not unicodedata.combining(c))


def words(text: str) -> set[str]:
    """The words by which a text is found.

    >>> sorted(words("Nghị định 146/2018/NĐ-CP"))
    ['146', '2018', 'cp', 'dinh', 'nd', 'nghi']
    """
    return set(_WORD.findall(folded(text)))


class Index:
    """Collects items, then writes the files."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.count = 0
        db.execute("create table item (no integer primary key, row text)")
        db.execute("create table word (word text, item integer, named integer)")

    def add(self, kind: str, label: str, url: str, note: str, text: str = "") -> None:
        """Take an item: what it is called, where it leads, and the text that holds its words."""
        n = self.count
        self.count += 1
        self.db.execute("insert into item values (?,?)", (n, json.dumps([kind, label, url, note])))
        named = words(label)
        self.db.executemany("insert into word values (?,?,1)", ((w, n) for w in named))
        self.db.executemany(
            "insert into word values (?,?,0)", ((w, n) for w in words(text) - named)
        )

    def write(self, folder: Path) -> list[str]:
        """Write `folder/items-N.js` and `folder/w-XX.js`; returns the XX that there are."""
        prefixes = []
        items = self.db.execute("select row from item order by no")
        for n, rows in enumerate(_chunks((json.loads(r) for (r,) in items), PER_FILE)):
            _script(folder / f"items-{n}.js", "items", n, rows)
        found = self.db.execute("select word, item, named from word order by word, named, item")
        for prefix, group in groupby(found, key=lambda r: r[0][:2]):
            table: dict[str, list[str]] = {}
            for word, of_word in groupby(group, key=lambda r: r[0]):
                lists: dict[int, list[int]] = {0: [], 1: []}
                for _, item, named in of_word:
                    lists[named].append(item)
                table[word] = [packed(lists[1]), packed(lists[0])]
            _script(folder / f"w-{prefix}.js", "words", prefix, table)
            prefixes.append(prefix)
        return prefixes


def packed(numbers: Iterable[int]) -> str:
    """Rising numbers as differences in base 36.

    >>> packed([3, 4, 40])
    '3,1,10'
    """
    out = []
    before = 0
    for n in numbers:
        out.append(_base36(n - before))
        before = n
    return ",".join(out)


def _base36(n: int) -> str:
    digits = ""
    while True:
        n, rest = divmod(n, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not n:
            return digits


def _chunks(rows: Iterable[object], size: int) -> Iterator[list[object]]:
    chunk: list[object] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _script(path: Path, kind: str, name: object, value: object) -> None:
    """A script that hands its data over; nothing in it can be code."""
    data = json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    path.write_text(f"trich.take({json.dumps(kind)},{json.dumps(name)},{data});\n", "utf-8")
