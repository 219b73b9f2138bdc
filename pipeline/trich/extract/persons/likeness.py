"""How much a stretch of capital words looks like a person's name, by its words alone."""

from __future__ import annotations

import re
from functools import cache

from trich.extract.names import (
    TYPICAL_MIDDLES,
    is_syllable,
    surname_strength,
    syllables_of_name,
)
from trich.extract.persons.evidence import context
from trich.lexicon import fold, table


@cache
def given_names() -> dict[str, str]:
    """Given names of one syllable, by what else they are.

    `name` is hardly anything else, `plain` may open a sentence as another word, `word` is a
    place or a word inside one as well.
    """
    return {r["name"]: r["kind"] for r in table("given_names")}


def closes(word: str) -> bool:
    """Whether a syllable is a given name behind a middle one; `Anh` alone is a pronoun."""
    return word in given_names() or word == "Anh"


@cache
def sentence_openers() -> frozenset[str]:
    """Words whose capital is a sentence's, and that are nobody's name: `Theo`, `Các`."""
    return context("no given name") - given_names().keys()


@cache
def known_persons() -> frozenset[str]:
    """Public figures known by less than a full name: `Messi`, `Công Phượng`, `Lý Thái Tổ`."""
    return frozenset(r["name"] for r in table("known_persons"))


@cache
def first_names() -> frozenset[str]:
    """Given names from abroad."""
    return frozenset(r["name"] for r in table("foreign_given"))


@cache
def _places() -> frozenset[str]:
    tables = (table("provinces"), table("nations"), table("countries"), table("districts"))
    return frozenset(r["name"].lower() for t in tables for r in t)


def is_place(text: str) -> bool:
    """Whether a name is a province's, a district's or a country's.

    >>> is_place("Thanh Hóa"), is_place("Văn Toàn")
    (True, False)
    """
    return text.lower() in _places()


@cache
def places() -> frozenset[str]:
    """The same names as they are written."""
    tables = (table("provinces"), table("nations"), table("countries"), table("districts"))
    written = {r["name"] for t in tables for r in t} - known_persons()
    return frozenset(written)


def is_pair(words: list[str], loose: bool = False) -> bool:
    """Whether two syllables go together as middle and given name: `Văn Toàn`, not `Hòa Phát`.

    `loose` takes a first syllable that is a common word as well (`Phương Dung`).

    >>> is_pair(["Thanh", "Lam"]), is_pair(["Thanh", "Hóa"]), is_pair(["Tân", "Lập"])
    (True, False, False)
    """
    if len(words) != 2 or not all(map(is_syllable, words)):
        return False
    first, last = words
    if not closes(last) or is_place(f"{first} {last}") or first in context("place first"):
        return False
    kind = given_names().get(first)
    if first in TYPICAL_MIDDLES or first in context("personal middle") or kind in ("name", "plain"):
        return True
    return loose and kind is not None


def is_sure_pair(words: list[str]) -> bool:
    """Whether two syllables are hardly anything but a person: `Văn Toàn` may be, `Huy Hùng` is.

    >>> is_sure_pair(["Huy", "Hùng"]), is_sure_pair(["Thanh", "Hải"])
    (True, False)
    """
    if given_names().get(words[0]) in ("name", "plain") and words[1] in context("surname behind"):
        return not is_place(" ".join(words))  # `Trang Trần`
    return (
        words[0] in context("personal middle")
        and given_names().get(words[-1]) == "name"
        and words[-1] not in context("also ends a place")
        and is_pair(words)
    )


def is_asian(words: list[str]) -> bool:
    """Whether Latin letters spell a Korean or Chinese name: `Kim Jong-un`, `Xi Jinping`.

    >>> is_asian(["Moon", "Jae-in"]), is_asian(["Li", "Keqiang"]), is_asian(["Kim", "Liên"])
    (True, True, False)
    """
    if words[0] in context("korean surname"):
        if len(words) == 2:
            head, hyphen, tail = words[1].partition("-")
            return bool(hyphen) and (tail.islower() or tail.istitle()) and head.isascii()
        return len(words) == 3 and all(w.isascii() for w in words) and len(words[1]) < 7
    if len(words) == 3 and words[0] in context("overseas surname"):
        return all(w.isascii() and w.isalpha() for w in words)  # `Lee Chong Wei`
    return (
        len(words) == 2
        and words[0] in context("pinyin surname")
        and words[1].isascii()
        and not is_syllable(words[1])
        and 4 <= len(words[1]) <= 9
    )


# How surnames of Slavs, Georgians, Turks, Greeks, Scandinavians, Spaniards ... end.
_SURNAME = re.compile(
    r"[A-Z][^\W\d_]+(?:ov|ova|yev|yeva|sky|skiy|ski|ska|vic|vić|vich|enko|shvili|idze|adze|oglu"
    r"|escu|akis|poulos|inen|sson|ssen|mann|stein|inho|inson|erson|etti|elli|onen|quist"
    r"|gaard|ndez|ínez|inez|aldo|chai|porn)"
)


def ends_surname(word: str) -> bool:
    """Whether a foreign word ends as surnames do: `Basilashvili`, `Shapovalov`.

    >>> ends_surname("Petkovic"), ends_surname("Dynamics")
    (True, False)
    """
    return _SURNAME.fullmatch(word) is not None


_SURELY_SURNAME = re.compile(
    r"[A-Z][^\W\d_]+(?:shvili|idze|enko|ovic|ović|vich|oglu|escu|sson|inho)"
)


def is_surname(word: str) -> bool:
    """Whether a foreign word alone is a surname by its ending: `Basilashvili`."""
    return _SURELY_SURNAME.fullmatch(word) is not None


def is_word(word: str) -> bool:
    """Whether a given name is a place, a people or a common word as well.

    >>> is_word("Nam"), is_word("Khái")
    (True, False)
    """
    return word in context("place syllable") or given_names().get(word) == "word"


@cache
def _compounds() -> frozenset[str]:
    """Pairs of syllables that begin a common word, a title, a position or a body's field."""
    found = {r["phrase"] for r in table("compounds")}
    phrases = [r["surface"] for t in ("titles", "roles") for r in table(t)]
    phrases += [r["phrase"].lower() for r in table("organization_words")]
    found.update(" ".join(p.split()[:2]) for p in phrases if " " in p)
    return frozenset(found)


def is_compound(pair: str) -> bool:
    """Whether two syllables in lower case begin a common word, a position, a body's field."""
    return pair in _compounds()


def opens_word(lower: str, start: int, end: int) -> bool:
    """Whether a syllable makes a common word with the next: `Thanh niên`, `Thành-đô`.

    >>> opens_word("thanh niên xung phong", 0, 5), opens_word("thanh nói", 0, 5)
    (True, False)
    """
    if not lower.startswith(" ", end):
        return lower.startswith("-", end)
    stop = end + 1
    while stop < len(lower) and lower[stop].isalpha():
        stop += 1
    return lower[start:stop] in _compounds()


def is_whole(words: list[str]) -> bool:
    """Whether two or three syllables behind a surname make a name of it: not `Đoàn Hải Dương`.

    >>> is_whole(["Phan", "Sào", "Nam"]), is_whole(["Đoàn", "Hải", "Dương"])
    (True, False)
    """
    if len(words) not in (3, 4) or surname_strength(words[0]) is None:
        return False
    return closes(words[-1]) and not is_place(" ".join(words[-2:]))


def may_be_whole(words: list[str]) -> bool:
    """Whether syllables may be a full name where a position follows: `Giàng Páo Mỷ`."""
    strength = surname_strength(words[0])
    if words[0] in ("A", "Y") and len(words) < 4:
        return True  # `A Thiu, bí thư chi bộ`
    if len(words) == 2:
        return strength in ("usual", "strong") or is_pair(words)
    return len(words) == 3 and strength is not None


@cache
def _clans() -> frozenset[str]:
    """Surnames and clan names of the Highlands that are no Vietnamese syllable: `Ksor`, `Niê`."""
    rows = (r["surname"] for r in table("surnames"))
    return frozenset(s for s in rows if " " not in s and len(s) > 2 and not is_syllable(s))


def ends_with_clan(words: list[str]) -> bool:
    """Whether a clan of the Highlands closes the name: `A Thiu Rơ Châm`, `Y Thanh Hà Niê`."""
    return len(words) > 2 and (words[-1] in _clans() or " ".join(words[-2:]) in _two_word_clans())


@cache
def _two_word_clans() -> frozenset[str]:
    rows = (r["surname"] for r in table("surnames") if "Highlands" in r["group"])
    return frozenset(s for s in rows if " " in s)


def whole_name(words: list[str]) -> int:
    """How many words make a full name; in a line of capitals, as far as given names go.

    >>> whole_name("ĐÀO HỒNG LAN LÀM VIỆC".split()), whole_name("LƯƠNG CƯỜNG GỬI THƯ".split())
    (3, 2)
    """
    count = syllables_of_name(words)
    if len(words) < 4 or not all(map(str.isupper, words)):
        return count
    small = [w.lower() for w in words]
    verb = len(words) > 4 and small[3] in context("headline verb")  # `NGUYỄN VĂN AN TIẾP KHÁCH`
    for n in (3, 2) if verb else (4, 3, 2):
        compound = " ".join(small[n - 1 : n + 1]) in _compounds()
        given = _given(words[n - 1]) or (words[n - 1] == "ANH" and n == len(words))
        # of `LƯƠNG CƯỜNG GỬI THƯ` the last word is a given name, the one before it in none
        if not compound and all(map(_in_names, words[2:n])) and given:
            return n if surname_strength(words[0]) else count
    return 3 if verb and count == 4 else count


def _given(word: str) -> bool:
    return word.capitalize() in given_names()


def _in_names(word: str) -> bool:
    """Whether a syllable stands inside names: given, middle or surname."""
    if word == "ANH" or _given(word) or surname_strength(word) is not None:
        return True
    return word.capitalize() in TYPICAL_MIDDLES


def may_write(words: list[str]) -> bool:
    """Whether syllables in brackets may be a reader's name: `Út Lượm`, not `Còn nữa`.

    >>> may_write(["Út", "Lượm"]), may_write(["Còn", "nữa"]), may_write(["Thanh", "Hóa"])
    (True, False, False)
    """
    if is_place(" ".join(words)):
        return False
    first, last = words[0], words[-1]
    if len(words) == 3 and surname_strength(first) is not None:
        return True
    order = context("birth order")
    return closes(last) and (first in given_names() or first in order)


def may_sign(words: list[str]) -> bool:
    """Whether two syllables in brackets behind the last sentence may have written it.

    >>> may_sign(["VĂN", "QUÝ"]), may_sign(["Thanh", "Hóa"]), may_sign(["CÒN", "TIẾP"])
    (True, False, False)
    """
    first, last = words[0].capitalize(), words[-1].capitalize()
    named = first in TYPICAL_MIDDLES or surname_strength(first) in ("strong", "usual")
    return named and len(words) == 2 and is_syllable(last) and not is_place(f"{first} {last}")


def is_highland(words: list[str]) -> bool:
    """Whether a name is of a Highland people: by a clan, or by `H'` and `K'`.

    >>> is_highland(["Ksor", "H'Bơ", "Khăp"]), is_highland(["Krông", "Pắc"])
    (True, False)
    """
    if words[0][:2] in ("H'", "K'") and len(words[0]) > 2:
        return True  # `H'Sen Ayun`
    if not context("highland place").isdisjoint(words):
        return False
    return any(w in _clans() or (w[1:2] == "'" and w[0] in "HKY" and len(w) > 2) for w in words)


def names_line(line: str, stamped: bool = False) -> bool:
    """Whether a line is nothing but names of persons: `Ngọc Diễm - Quốc Thịnh`.

    Where a date is `stamped` beside them, any two syllables of given names are one.

    >>> [names_line(t) for t in ("CHÍ NHẪN - ÁI LAM", "Bảo Ngân ghi", "Thanh Hóa", "TIN KHÁC")]
    [True, True, False, False]
    """
    parts = re.split(r" - |, | và | & |-|/", re.sub(r" ?(?:ghi|\([^()]*\))?$", "", line))
    whole = [_whole_name(p.split(), stamped) for p in parts]
    if len(parts) == 2 and whole[0] and re.fullmatch(r"[A-ZĐ]{2,3}", parts[1]):
        return parts[0].isupper()  # `MỘC LAN - NC`
    if len(parts) == 2 and any(whole):  # `Quý Lê - Minh Đạo`
        return all(w or _made_of_names(p.split()) for w, p in zip(whole, parts, strict=True))
    return len(parts) <= 3 and all(whole)


def _made_of_names(words: list[str]) -> bool:
    return len(words) == 2 and all(map(str.istitle, words)) and all(map(_in_names, words))


def _whole_name(words: list[str], stamped: bool) -> bool:
    if len(words) == 1:  # `H.Nhung`
        initial, dot, given = words[0].partition(".")
        return bool(dot) and len(initial) < 3 and len(given) > 1 and is_syllable(given)
    if not 2 <= len(words) <= 4 or not all(w[0].isupper() for w in words):
        return False
    words = [w.capitalize() for w in words]
    if len(words) == 2 and is_pair(words, loose=True):
        return True
    if stamped and len(words) == 2 and words[0] in given_names() and closes(words[1]):
        return not is_place(" ".join(words))
    strength = surname_strength(words[0])
    if stamped and len(words) == 2 and surname_strength(words[1]) == "strong":
        return words[0] in given_names()  # `Mạnh Nguyễn`
    if not closes(words[-1]) or is_place(" ".join(words)):
        return False
    if strength == "weak":
        return stamped and len(words) == 3 and words[1] in TYPICAL_MIDDLES
    return strength == "strong" or (strength == "usual" and len(words) == 3)


@cache
def pen_names() -> tuple[frozenset[str], frozenset[str]]:
    """Pen names, folded, and their first words as they are written."""
    names = {fold(r["pen_name"]) for r in table("pen_names")}
    firsts = {n.split()[0] for n in names}
    return frozenset(names), frozenset(f(w) for w in firsts for f in (str.capitalize, str.upper))


def pen_name(words: list[str]) -> int:
    """How many of the words are a pen name, with the birth name behind it."""
    known, firsts = pen_names()
    if words[0] not in firsts:
        return 0
    for count in range(min(len(words), 5), 1, -1):
        if " ".join(words[:count]).lower() in known:
            return count + syllables_of_name(words[count:])
    return 0


@cache
def real_names() -> dict[str, str]:
    """The name behind a pen name, both folded."""
    return {fold(r["pen_name"]): fold(r["full_name"]) for r in table("pen_names") if r["full_name"]}
