"""How far the counted noun behind a number reaches: "1.600 trạm y tế | được cấp …".

The lexicon `counted_nouns.csv` knows the usual nouns with the complements that make them
complete names; any other noun reaches over its first word, two syllables as a rule.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from trich.lexicon import table


class Counted(NamedTuple):
    """A counted noun: the offset behind it, its group, and whether the lexicon knows it."""

    end: int
    group: str
    known: bool


_LOCAL = re.compile(r" (?:xã|thôn|bản|ấp|buôn|cơ sở|trường học)(?!\w)")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_TWO = re.compile(r"[^\W\d_]+ [^\W\d_]+")


@cache
def words(role: str) -> frozenset[str]:
    """The words of a role in the table `figure_words`.

    >>> "được" in words("no noun"), "con" in words("classifier")
    (True, True)
    """
    return frozenset(row["word"] for row in table("figure_words") if row["role"] == role)


# A verb behind "A, B" shows that B begins a clause of its own.
_CLAUSE_BEGINS = re.compile(
    r" (?:\d[\d.,]*|hơn|gần|khoảng|trên)(?!\w)|,? (?:đã|sẽ|cũng|còn|vẫn|phải|cần|đang|lại|"
    r"cho biết|nói|mong|là|chiếm|đạt|tăng|giảm)(?!\w)"
)
_AND = re.compile(r"(?:,| và|, và|/) ?(?=[^\W\d_])")


@cache
def _phrases() -> dict[str, str]:
    """The group of each known noun, with and without each of its complements."""
    found: dict[str, str] = {}
    for row in table("counted_nouns"):
        for complement in filter(None, row["complements"].split("|")):
            glue = "" if complement[0] in ",/" else " "
            found.setdefault(f"{row['noun']}{glue}{complement}", row["group"])
    # a row of its own outweighs another row's complement
    return found | {row["noun"]: row["group"] for row in table("counted_nouns")}


@cache
def _most_words() -> dict[str, int]:
    """How many words the longest known noun has, by its first word."""
    most: dict[str, int] = {}
    for phrase in _phrases():
        parts = phrase.split(" ")
        first = _SYLLABLE.match(parts[0])
        if first:
            most[first.group()] = max(most.get(first.group(), 0), len(parts))
    return most


def known_noun(lower: str, start: int, end: int) -> Counted | None:
    """The longest noun of the lexicon at `start`.

    >>> known_noun("trạm y tế được cấp", 0, 18)
    Counted(end=9, group='facility', known=True)
    """
    first = _SYLLABLE.match(lower, start, end)
    most = _most_words().get(first.group(), 0) if first else 0
    if not most:
        return None
    following = lower[start : min(end, start + 80)].split(" ", most)[:most]
    for n in range(len(following), 0, -1):
        phrase = " ".join(following[:n])
        while phrase and not phrase[-1].isalnum():
            phrase = phrase[:-1]
        for written in _readings(phrase):
            group = _phrases().get(written)
            stop = start + len(written)
            if group is None:
                continue
            if written.endswith(" y tế") and group == "person" and _LOCAL.match(lower, stop, end):
                continue  # "cán bộ | y tế xã": the complement goes on
            if written == "lượt" and lower[stop : stop + 1] == " ":
                whose = known_noun(lower, stop + 1, end)  # "lượt cơ sở", "lượt dự án"
                stop = whose.end if whose else stop
            return Counted(stop, group, True)
    return None


def _readings(phrase: str) -> tuple[str, ...]:
    """A phrase, and without what is joined to its last word: "ca mắc/tuần", "xã,phường"."""
    cut = _JOINED.search(phrase)
    return (phrase,) if cut is None else (phrase, phrase[: cut.start()])


_JOINED = re.compile(r"[^\w\s][^ ]*\Z")


def _fallback(text: str, lower: str, start: int, end: int) -> Counted | None:
    """The first word of an unknown noun phrase."""
    ends: list[int] = []
    at = start
    first = ""
    while len(ends) < 4:
        syllable = _SYLLABLE.match(lower, at, end)
        if syllable is None or text[at].isupper() or syllable.group() in words("no noun"):
            break
        first = first or syllable.group()
        ends.append(syllable.end())
        at = syllable.end() + 1
        if lower[at - 1 : at] != " ":
            break
    if not ends or lower[ends[-1] : ends[-1] + 1].isdigit():
        return None
    longest = 3 if first in words("classifier") else 2
    return Counted(ends[min(longest, len(ends)) - 1], "", False)


def counted_noun(text: str, lower: str, start: int, end: int) -> Counted | None:
    """The counted noun that begins at `start`, coordinated nouns of its group included.

    >>> phrase = "hội nghị, hội thảo có yếu tố nước ngoài"
    >>> noun = counted_noun(phrase, phrase, 0, len(phrase))
    >>> phrase[: noun.end]
    'hội nghị, hội thảo'
    """
    noun = known_noun(lower, start, end)
    verb = _TWO.match(lower, start, end)
    if verb and verb.group() in words("verb") and (noun is None or noun.end < verb.end()):
        return None  # "Nghị định 15 2020 | ban hành"
    if noun is None:
        return _fallback(text, lower, start, end)
    for _ in range(4):
        conjunction = _AND.match(lower, noun.end, end)
        if conjunction is None:
            break
        other = known_noun(lower, conjunction.end(), end)
        if other is None or other.group != noun.group or _CLAUSE_BEGINS.match(lower, other.end):
            break
        if text[conjunction.end()].isupper() and text[start].islower():
            break
        noun = other
    return noun
