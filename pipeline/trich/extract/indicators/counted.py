"""How far the counted noun behind a number reaches: "1.600 trạm y tế | được cấp …".

The lexicon `counted_nouns.csv` knows the usual nouns with the complements that make them
complete names. A classifier takes the noun behind it ("3 con suối"), known or not. Any other noun
reaches over its first word, two syllables as a rule.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from trich.lexicon import table


class Counted(NamedTuple):
    """A counted noun: the offset behind it, its group, and whether the lexicon knows it."""

    end: int
    group: str
    known: bool


_LOCAL = re.compile(r" (?:xã|thôn|bản|ấp|buôn|cơ sở|trường học)(?!\w)")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\S+")
# What is joined to a word without a space: the "/tuần" of "ca mắc/tuần".
_JOINED = re.compile(r"(?<=\w)[^\w\s]")


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
# Nouns that stand for any other of their group, and are not listed with it.
_GENERIC = frozenset(["người", "ca", "vụ", "trường hợp", "hộ", "lượt", "cái", "chiếc", "con"])
_TWO = re.compile(r"[^\W\d_]+ [^\W\d_]+")


class _Node:
    """A word of known nouns: the group of the noun that ends with it, and what may follow."""

    __slots__ = ("following", "group")

    def __init__(self) -> None:
        self.group: str | None = None
        self.following: dict[str, _Node] = {}


@cache
def _nouns() -> _Node:
    """The known nouns, with and without each of their complements, word by word."""
    root = _Node()

    def add(phrase: str, group: str, *, own: bool) -> None:
        node = root
        for word in phrase.split(" "):
            node = node.following.setdefault(word, _Node())
        if own or node.group is None:  # a row of its own outweighs another row's complement
            node.group = group

    for row in table("counted_nouns"):
        for complement in filter(None, row["complements"].split("|")):
            glue = "" if complement[0] in ",/" else " "
            add(f"{row['noun']}{glue}{complement}", row["group"], own=False)
    for row in table("counted_nouns"):
        add(row["noun"], row["group"], own=True)
    return root


def known_noun(lower: str, start: int, end: int) -> Counted | None:
    """The longest noun of the lexicon at `start`.

    >>> known_noun("trạm y tế được cấp", 0, 18)
    Counted(end=9, group='facility', known=True)
    """
    node: _Node | None = _nouns()
    found: Counted | None = None
    at = start
    while node is not None:
        token = _TOKEN.match(lower, at, end)
        if token is None:
            break
        word = token.group()
        ahead = node.following.get(word)
        if not word.isalpha():
            bare = word.rstrip(".,;:!?)]}”’\"'…")
            joined = _JOINED.search(bare)
            for written in (bare, bare[: joined.start()] if joined else bare):
                last = node.following.get(written)
                if last is not None and last.group is not None:
                    found = Counted(at + len(written), last.group, True)
                    break
        if ahead is not None and ahead.group is not None:
            found = Counted(token.end(), ahead.group, True)
        node, at = ahead, token.end() + 1
        if lower[at - 1 : at] != " ":
            break
    if found is None:
        return None
    local = found.group == "person" and lower.endswith(" y tế", start, found.end)
    if local and _LOCAL.match(lower, found.end, end):
        # "cán bộ | y tế xã": the complement goes on
        return found._replace(end=found.end - len(" y tế"))
    if lower[start : found.end] == "lượt" and lower[found.end : found.end + 1] == " ":
        whose = known_noun(lower, found.end + 1, end)  # "lượt cơ sở", "lượt dự án"
        return whose._replace(group=found.group) if whose else found
    return found


#: Tables whose phrases tell which syllables make a word.
_WORDED = (("compounds", "phrase"), ("counted_nouns", "noun"), ("counted_nouns", "complements"),
           ("indicators", "name"), ("indicators", "variants"), ("organization_words", "phrase"),
           ("roles", "surface"), ("titles", "surface"), ("organizations", "name_vi"))  # fmt: skip


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Syllables that stand side by side in some phrase of the lexicon: "điều dưỡng"."""
    found: set[tuple[str, str]] = set()
    for name, column in _WORDED:
        for row in table(name):
            for phrase in row[column].lower().split("|"):
                syllables = _SYLLABLE.findall(phrase)
                found.update(pairwise(syllables))
    return frozenset(found)


def _syllables(text: str, lower: str, start: int, end: int) -> list[re.Match[str]]:
    """The first three syllables of a phrase, up to a capital or a mark."""
    found: list[re.Match[str]] = []
    at = start
    while len(found) < 3:
        syllable = _SYLLABLE.match(lower, at, end)
        if syllable is None or text[at].isupper():
            break
        found.append(syllable)
        at = syllable.end() + 1
        if lower[at - 1 : at] != " ":
            break
    if found and lower[found[-1].end() : found[-1].end() + 1].isdigit():
        found.pop()
    return found


def _word(text: str, lower: str, start: int, end: int) -> int:
    """Where an unknown noun ends; `start` where there is none.

    A noun is two syllables as a rule: but one where the second makes a word with the third, or
    cannot stand in a noun. Two that the lexicon has side by side are always a word.
    """
    found = _syllables(text, lower, start, end)
    first, second, third = [*(m.group() for m in found), "", "", ""][:3]
    if not first or first in words("no noun"):
        return start
    if second and (first, second) in _pairs():
        return found[1].end()
    if not second or second in words("no noun") or (second, third) in _pairs():
        return found[0].end()
    return found[1].end()


# What may stand before a noun for persons, and behind one for persons or their homes.
_LEADS = frozenset(["nữ", "nam", "cựu", "tân", "nguyên"])
_POOR = re.compile(r" (?:cận nghèo|nghèo|mồ côi)(?!\w)")
_WHO = frozenset(["person", "household"])


def _led(lower: str, start: int, end: int) -> Counted | None:
    """A noun for persons with what stands before it: "nữ đại biểu", "cựu cán bộ"."""
    first, _, _ = lower[start : min(end, start + 7)].partition(" ")
    if first not in _LEADS:
        return None
    noun = known_noun(lower, start + len(first) + 1, end)
    return noun if noun is not None and noun.group == "person" else None


def _fallback(text: str, lower: str, start: int, end: int) -> Counted | None:
    """The first word of an unknown noun phrase."""
    stop = _word(text, lower, start, end)
    return Counted(stop, "", False) if stop > start else None


def _classified(text: str, lower: str, start: int, end: int) -> Counted | None:
    """A classifier with the noun that it takes: "3 con suối", "4 chiếc điện thoại"."""
    first = _SYLLABLE.match(lower, start, end)
    if first is None or first.group() not in words("classifier") or text[start].isupper():
        return None
    at = first.end() + 1
    if lower[first.end() : at] != " ":
        return Counted(first.end(), "", True)
    noun = known_noun(lower, at, end)
    if (
        noun is not None
        and lower[at : noun.end] not in words("no noun")
        and not _capital(text, at, noun.end)  # "căn nhà | Đại đoàn kết"
    ):
        return noun
    stop = _word(text, lower, at, end) if first.group() in words("bound classifier") else at
    return Counted(stop if stop > at else first.end(), "", True)


def _capital(text: str, start: int, end: int) -> bool:
    """Whether a word behind the first begins like a name's, and is no acronym."""
    return any(w[:1].isupper() and not w.isupper() for w in text[start:end].split(" ")[1:])


# Groups whose nouns are counted together: "60 gia đình chính sách, người có công".
_SORTS = {
    **dict.fromkeys(["person", "household", "organization"], "who"),
    **dict.fromkeys(["facility", "project"], "work"),
    **dict.fromkeys(["task", "document", "kind"], "matter"),
}
# What shows, behind a noun of another group, that the sentence does not begin anew with it.
_GOES_ON = re.compile(
    r"[.;:)”\"\n]|,? ?\Z| (?:của|trong|tại|ở|trên|thuộc|có|được|bị|tham gia|tham dự|tiêu biểu|"
    r"trọng tâm|chủ yếu|chào mừng|và|với|cho|đến|từ|về|vùng|cấp|khác|này|xuất sắc|điển hình)(?!\w)"
)


def _alike(noun: Counted, other: Counted, lower: str, end: int) -> bool:
    """Whether two nouns are counted together by one number."""
    if noun.group in ("thing", ""):
        return False
    if noun.group == other.group:
        return True
    sort = _SORTS.get(noun.group)
    return (
        sort is not None
        and sort == _SORTS.get(other.group)
        and _GOES_ON.match(lower, other.end, end) is not None
    )


def counted_noun(text: str, lower: str, start: int, end: int) -> Counted | None:
    """The counted noun that begins at `start`, coordinated nouns of its group included.

    >>> phrase = "hội nghị, hội thảo có yếu tố nước ngoài"
    >>> noun = counted_noun(phrase, phrase, 0, len(phrase))
    >>> phrase[: noun.end]
    'hội nghị, hội thảo'
    """
    noun = _led(lower, start, end) or known_noun(lower, start, end)
    verb = _TWO.match(lower, start, end)
    if verb and verb.group() in words("verb") and (noun is None or noun.end < verb.end()):
        return None  # "Nghị định 15 2020 | ban hành"
    longer = _classified(text, lower, start, end)
    if longer is not None and (noun is None or longer.end > noun.end):
        return longer if noun is None else Counted(longer.end, noun.group, True)
    if noun is None:
        return _fallback(text, lower, start, end)
    if noun.group in _WHO and (poor := _POOR.match(lower, noun.end, end)):
        return noun._replace(end=poor.end())
    if lower[start : noun.end] in _GENERIC:
        return noun  # "4.600 người, bệnh nhân khỏi là …"
    for _ in range(4):
        conjunction = _AND.match(lower, noun.end, end)
        if conjunction is None:
            break
        other = known_noun(lower, conjunction.end(), end)
        if other is None or not _alike(noun, other, lower, end):
            break
        if _CLAUSE_BEGINS.match(lower, other.end):
            break
        said = lower[conjunction.end() : other.end]
        if said in words("no noun") or said in words("classifier"):
            break  # "14 cá thể, bầy vượn 6 cá thể"
        if text[conjunction.end()].isupper() and text[start].islower():
            break
        noun = other
    return noun
