"""Contestants: names before a country or a rank in brackets, `Bin (Campuchia)`, and pairs of them.

Only where the page reports a contest of single persons: of clubs and their towns the same
is said, `Buriram (Thái Lan)`.
"""

from __future__ import annotations

import re
from functools import cache

from trich.extract.names import is_initial, is_syllable, last_word, surname_strength
from trich.extract.persons import likeness
from trich.extract.persons.evidence import context, in_place
from trich.extract.persons.page import AT_PLACE, Page
from trich.extract.persons.units import nations

_RANK = re.compile(
    r"(?:hạng|hạt giống|số|ĐKVĐ|đương kim|nhà vô địch|HCV|HCB|HCĐ|VĐV|đại diện|tay vợt) ?[^()\n]*\)"
)
_OF = re.compile(r" (?:của|đến từ|\(đều của) (?:(?:nước )?chủ nhà |đoàn |đội )?")
_SPORT = re.compile(r"[^\W\dA-Z_][^()\n,\d]{1,20}, ")
_AGAINST = re.compile(
    r" \(?\d{1,2}-\d| (?:với|sau|ở|tại|trong) (?:tỷ|tỉ|trận|vòng|chung|bán|tứ|hạng|\d)|[,.;]"
)
_BEHIND = re.compile(r"(?:[,;/]| -|\))")
_SCORE = re.compile(r"[^()\n]{0,30}\)(?: với (?:tỷ|tỉ) số| sau| với)? \(?\d{1,2}[-/]\d")


@cache
def _met() -> tuple[str, ...]:
    """What stands before an opponent: ` thua `, ` trước `."""
    words = context("meets") | context("before an opponent")
    return tuple(f" {w} " for w in words)


@cache
def _beaten() -> tuple[str, ...]:
    """What only an opponent stands behind, where single persons contend: ` hạ gục `."""
    return tuple(f" {w} " for w in context("beaten"))


def ranked(text: str, end: int) -> bool:
    """Whether brackets open behind with a country, a rank or a seed: `(Malaysia - hạng 583)`.

    >>> ranked("Bin (Campuchia) 2-0", 3), ranked("Bin (trái)", 3)
    (True, False)
    """
    if m := _OF.match(text, end):  # `Zaw Lin của chủ nhà Myanmar`
        return nations().at(text, m.end()) is not None
    if not text.startswith(" (", end):
        return False
    if _RANK.match(text, end + 2):
        return True
    nation = nations().at(text, end + 2)
    if nation is None and (m := _SPORT.match(text, end + 2)):  # `(điền kinh, Thái Lan)`
        nation = nations().at(text, m.end())
    return nation is not None and _BEHIND.match(text, nation.end()) is not None


def contends(page: Page, start: int, end: int, words: list[str]) -> bool:
    """Whether capital words are a contestant's name, by the brackets behind."""
    if not ranked(page.text, end):
        # `hạ Kay Thwe Lin 2-0`
        if len(words) < 2 or is_syllable(words[-1]) or not _AGAINST.match(page.text, end):
            return False
        beaten = page.lower.endswith(_beaten(), 0, start)
        return beaten and page.of_persons and _may_contend(page, start, words)
    if not page.of_persons or not _may_contend(page, start, words):
        return False
    if len(words) > 1 and not all(map(is_syllable, words)):
        return True
    if page.lower.endswith(_met(), 0, start) or _SCORE.match(page.text, end + 2):
        return len(words) > 1 or words[0] not in likeness.sentence_openers()
    named = surname_strength(words[0]) or likeness.is_pair(words, loose=True)
    return page.text.endswith(", ", 0, start) and bool(named) and len(words) > 1


def _may_contend(page: Page, start: int, words: list[str]) -> bool:
    """Whether nothing tells a place, a tournament or a body."""
    if len(words) > 5 or not context("no person").isdisjoint(words):
        return False
    if any(w.isupper() and len(w) > 1 and not is_initial(w) for w in words):
        return False
    if likeness.is_place(" ".join(words)) or page.lower.endswith(AT_PLACE, 0, start):
        return False
    before = last_word(page.lower, start - 1) if page.lower[start - 1 : start] == " " else ""
    return before not in context("before a contest") and not in_place(page.lower, start)


def doubles(page: Page, left: int, right: int) -> bool:
    """Whether a stroke joins two players of a pair: `Rivo/Sandoval`."""
    return page.text[left:right] in ("/", " / ") and page.of_persons
