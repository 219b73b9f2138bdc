"""The words of a clause with the part that each may play in telling what a figure measures.

The table `figure_words` gives the parts; a phrase of it is one word.  Dates, names of bodies and
places, and citations of documents are one word each, as the earlier stages found them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from typing import NamedTuple

from trich.extract.indicators.context import Context
from trich.lexicon import table

#: The parts of the table, each a bit.
PARTS = {
    role: 1 << n
    for n, role in enumerate(
        ("measure", "link", "light", "auxiliary", "lead", "report", "trailing", "making",
         "sharing", "actor", "preposition", "break", "compound", "empty", "goal", "bare",
         "sector", "hollow")
    )
}  # fmt: skip
MEASURE, LINK, LIGHT, AUXILIARY, LEAD, REPORT, TRAILING, MAKING, SHARING, ACTOR, PREPOSITION = list(
    PARTS.values()
)[:11]
BREAK, COMPOUND, EMPTY, GOAL, BARE, SECTOR, HOLLOW = list(PARTS.values())[11:]
DATE, BODY, NAME, NUMBER, MARK, STOP = (1 << n for n in range(20, 26))
"""A date, a body or place, a capital name, a number, a punctuation mark, one that ends a clause."""

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[./&+'-][^\W_]+)*|\d[^\W_]*(?:[.,/-]\d+)*|[^\w\s]|[\n\t]")
_NUMBERED = re.compile(
    r"(?<!\w)(?:mũi|liều|lớp|cấp|tuyến|loại|hạng|nhóm|bậc|đợt|giai đoạn|khóa|vòng|thế hệ|quốc lộ"
    r"|tỉnh lộ|vùng) \Z"
)
_STOPS = frozenset(',;:().!?"“”…|\t\n')


class Word(NamedTuple):
    """A word or phrase of the table: where, its parts, and how it is written."""

    start: int
    end: int
    parts: int
    text: str


@cache
def _phrases() -> dict[str, tuple[tuple[str, int], ...]]:
    """The phrases of the table by their first word, the longest first, with their parts."""
    parts: dict[str, int] = {}
    for row in table("figure_words"):
        if row["role"] in PARTS:
            parts[row["word"]] = parts.get(row["word"], 0) | PARTS[row["role"]]
    found: dict[str, list[tuple[str, int]]] = {}
    for phrase in sorted(parts, key=len, reverse=True):
        found.setdefault(phrase.partition(" ")[0], []).append((phrase, parts[phrase]))
    return {first: tuple(phrases) for first, phrases in found.items()}


class Clauses:
    """Cuts the text of one article into words."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.lower = context.lower
        self._known = _phrases()

    @cached_property
    def _names(self) -> list[tuple[int, int, int]]:
        """The mentions that are one word each."""
        article = self.context.article
        found = [(m.start, m.end, DATE) for m in self.context.dates]
        kinds = article.of("organization", "person", "location", "decree")
        found += [(m.start, m.end, BODY) for m in kinds]
        return sorted(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._names]

    def words(self, start: int, end: int, stops: int = 999) -> list[Word]:
        """The words of a stretch, up to so many marks that end a clause.

        Syllables that the table does not know are one word together.
        """
        lower, text, known = self.lower, self.text, self._known
        names, i = self._names, bisect_left(self._starts, start)
        if i and names[i - 1][1] > start:
            i -= 1
        name_at = names[i][0] if i < len(names) else end
        found: list[Word] = []
        at, done, run = start, start, -1
        for token in lower[start:end].split(" "):
            begin, at = at, at + len(token) + 1
            if begin < done:
                if at - 1 <= done:
                    continue
                begin, token = done, token[done - begin :]
            if name_at >= at - 1:
                held = known.get(token)
                if held and text[begin].isupper() and self._in_name(begin):
                    held = None
                if token.isalpha():
                    if held is None and not text[begin].isupper():
                        if run < 0:
                            run = begin
                        continue
                    mark, word = "", token
                else:
                    mark = token[-1:]
                    word = token[:-1] if mark in _STOPS and token[:-1].isalpha() else token
                    held = known.get(word)
                if word.isalpha() and (held or not text[begin].isupper()):
                    for phrase, parts in held or ():
                        if phrase == word or (not mark and self._opens(phrase, begin, end)):
                            if run >= 0:
                                found.append(Word(run, begin - 1, 0, ""))
                                run = -1
                            done = begin + len(phrase)
                            found.append(Word(begin, done, parts, phrase))
                            break
                    else:
                        if run < 0:
                            run = begin
                    if mark:
                        if run >= 0:
                            found.append(Word(run, at - 2, 0, ""))
                            run = -1
                        found.append(Word(at - 2, at - 1, MARK | STOP, mark))
                        stops -= 1
                        if not stops:
                            return found
                    continue
            if run >= 0:
                found.append(Word(run, begin - 1, 0, ""))
                run = -1
            while name_at < at - 1:
                _, name_end, part = names[i]
                i += 1
                if name_end > begin:
                    if name_at > begin:
                        self._cut(begin, name_at, end, found)
                    begin = done = min(name_end, end)
                    found.append(Word(max(start, name_at), done, part, ""))
                name_at = names[i][0] if i < len(names) else end
            if begin < at - 1:
                done = self._cut(begin, min(at - 1, end), end, found)
        if run >= 0:
            found.append(Word(run, end if at - 1 >= end else at - 1, 0, ""))
        return found

    def _opens(self, phrase: str, begin: int, end: int) -> bool:
        """Whether a phrase stands at a position."""
        stop = begin + len(phrase)
        return (
            stop <= end
            and self.lower.startswith(phrase, begin)
            and not self.lower[stop : stop + 1].isalnum()
        )

    def _in_name(self, begin: int) -> bool:
        """Whether a capital word stands behind another in a name: the "Hạ" of "Tân Hạ"."""
        text = self.text
        if text[begin - 1 : begin] != " " or not text[begin + 1 : begin + 2].islower():
            return False
        before = text[max(0, begin - 9) : begin - 1].rpartition(" ")[2]
        return before[:1].isupper() and before.isalpha()

    def _cut(self, start: int, close: int, end: int, found: list[Word]) -> int:
        """Add the words of one token, or of the phrase that it opens, and return their end."""
        lower, at = self.lower, start
        for match in _WORD.finditer(lower, start, close):
            word, begin, at = match.group(), match.start(), match.end()
            first = word[0]
            if not first.isalpha():
                parts = NUMBER if first.isdigit() else MARK | (STOP if first in _STOPS else 0)
                if parts == NUMBER and (
                    _NUMBERED.search(lower, max(start - 12, 0), begin)
                    or lower.startswith((" tuổi", " tháng tuổi"), at)
                ):
                    parts = 0  # "mũi 1", "người từ 60 tuổi": part of what is said
                found.append(Word(begin, at, parts, word))
                continue
            named = self.text[begin].isupper() and self._in_name(begin)
            for phrase, parts in () if named else self._known.get(word, ()):
                stop = begin + len(phrase)
                if phrase == word or self._opens(phrase, begin, end):
                    found.append(Word(begin, stop, parts, phrase))
                    if stop > close:
                        return stop
                    at = stop
                    break
            else:
                parts = 0
                if found and self.text[begin].isupper() and not found[-1].parts & MARK:
                    parts = BODY | NAME
                    if found[-1].parts == parts:
                        begin = found.pop().start
                found.append(Word(begin, at, parts, ""))
        return at
