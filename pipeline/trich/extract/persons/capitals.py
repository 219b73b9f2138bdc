"""Names in full capitals: in lines of capitals, and alone among small letters."""

from __future__ import annotations

import re

from trich.extract.names import is_syllable, surname_strength, syllables_of_name
from trich.extract.persons import likeness
from trich.extract.persons.cues import Spans
from trich.extract.persons.evidence import context, in_place
from trich.extract.persons.name import Name
from trich.extract.persons.page import Page
from trich.extract.persons.short import make
from trich.extract.persons.titles import announced, ends_announcing

_LETTERS_BEFORE = re.compile(r"([^\W\d_]+)[^\w\n]{1,3}\Z")
_LETTERS_BEHIND = re.compile(r"[^\w\n]{1,3}([^\W\d_]+)")
_MOST = 8  # no name has more words
_LONGEST = 6  # words that tell where a name ends


def stands_alone(text: str, spans: Spans, words: list[str]) -> bool:
    """Whether a name is in capitals in a line that is not: `bà LÒ THỊ ÉN cho biết`."""
    if not 2 < len(words) < 6 or not all(map(str.isupper, words)):
        return False
    known = sum(map(is_syllable, words))
    if known < len(words) and (known < 2 or not surname_strength(words[0])):
        return False
    before = _LETTERS_BEFORE.search(text, max(0, spans[0][0] - 12), spans[0][0])
    after = _LETTERS_BEHIND.match(text, spans[-1][1])
    return any(m is not None and not m[1].isupper() for m in (before, after))


def weigh(page: Page, spans: Spans, words: list[str]) -> Name | None:
    """A name in full capitals: a signature, a row of a list, a name among small letters."""
    first, count, rule = 0, len(words), ""
    end = spans[-1][1]
    if end < len(page.text) and page.text[end] != "\n":
        if syllables_of_name(words) == count and page.stands_out(spans[0][0], end):
            rule = "capitals"
    else:
        for at in range(max(0, count - _MOST), count - 2):
            whole = syllables_of_name(words[at:]) == count - at
            if whole and surname_strength(words[at]) == "strong":
                first, count, rule = at, count - at, "signature"
                break
    if not rule and (found := _in_headline(page.lower, spans, words)) is not None:
        first, count = found
        rule = "capitals"
    if not rule and not 1 < len(words) < 5:
        return None
    name = make(page, spans[first:], words[first:], count)
    name.rule = rule
    if rule == "capitals" and ends_announcing(page.lower, name.start):
        said = announced(page.text, page.lower, name.start, page.line_of(name.start))
        if said is not None:
            name.title, name.head, name.cue = said.title, said.start, said.kind
    return name


def _in_headline(lower: str, spans: Spans, words: list[str]) -> tuple[int, int] | None:
    """The first word and the length of a full name in a line of capitals.

    `HOÀN CẢNH BÉ LÔ THỊ HÀ`, `LÊ MINH QUÝ ĐƯỢC BẦU`: behind `THỊ` or `VĂN`, or before a verb.
    """
    for at in range(len(words) - 3):
        strength = surname_strength(words[at])
        if strength is None:
            continue
        count = likeness.whole_name(words[at : at + _LONGEST])
        behind = words[at + count].lower() if at + count < len(words) else ""
        told = words[at + 1] in ("THỊ", "VĂN")
        told = told or (strength == "strong" and behind in context("headline verb"))
        if count and told and not in_place(lower, spans[at][0]):
            return at, count
    return None
