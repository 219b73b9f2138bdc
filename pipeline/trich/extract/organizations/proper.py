"""Proper names inside a body's name: runs of capital words, and where another name begins."""

from __future__ import annotations

import re
from functools import cache

from trich.extract.names import TYPICAL_MIDDLES, is_syllable, name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.beginnings import compounds
from trich.extract.organizations.brands import is_bank
from trich.extract.organizations.vocabulary import Words
from trich.lexicon import table

NUMBER = re.compile(r"\d{1,4}[a-z]?")
_YEAR = re.compile(r"20[0-4]\d")
#: Second words that tell a person's name from a place's or a firm's.
_MIDDLES = frozenset({"Văn", "Thị", "Hữu", "Đình", "Đức", "Xuân", "Ngọc", "Viết", "Bá", "Quang"})
#: Heads of one word that stop a proper name; the weak ones may be its syllables.
_STOP_HEADS = frozenset({"sở", "cục", "vụ"})
#: First words of heads that are parts of military names too: `Vùng 3 Cảnh sát biển`.
_PARTS_OF_ARMS = frozenset({"quân", "cảnh"})


def proper_run(w: Words, i: int, limit: int = 9, place: bool = False) -> int | None:
    """The end of the capital words (and numbers) that make a proper name from word `i` on."""
    j = i
    while j - i < limit:
        low = w.at(j)
        if w.is_capital(j) or (j > i and _numbers_a_name(w, j)):
            if j > i and not (place and low in ("ông", "bà")) and ends_before(w, i, j):
                break
            if j > i and _credited(w, i, j):
                break
            j += 1
        elif j > i and _joins(w, i, j):
            j += 1
        elif j > i and transcribed(w, j):
            j += 2
        elif j > i and low in _LINKS and (linked := _linked(w, j)) is not None:
            j = linked
        else:
            break
    while j > i and not w.whole(j):
        j -= 1
    return j if j > i else None


#: Small words inside foreign names: `University of the Arts`.
_LINKS = frozenset({"of", "the", "for", "and", "de", "di", "del", "du", "des", "von", "der"})


def _linked(w: Words, j: int) -> int | None:
    """The capital word behind the small ones that join it to a foreign name before word `j`."""
    if is_syllable(w.shown[j - 1]):
        return None
    k = j + 1 + (w.at(j + 1) in _LINKS)
    return k if w.is_capital(k) and not is_syllable(w.shown[k]) else None


def _credited(w: Words, i: int, j: int) -> bool:
    """Whether a name in capitals follows one that is not: `Bệnh viện Thu Cúc LÊ LÂM`."""
    loud = w.is_capital(j + 1) and w.shown[j].isupper() and w.shown[j + 1].isupper()
    if not loud or w.shown[i].isupper() or not 1 < len(w.shown[j]) < 8:
        return False
    return all(is_syllable(w.shown[k]) and len(w.shown[k]) > 1 for k in (j, j + 1))


def _numbers_a_name(w: Words, i: int) -> bool:
    """Whether word `i` is a number that belongs to the name before it, and counts nothing."""
    if not NUMBER.fullmatch(w.at(i)) or w.glued(i):
        return False
    if w.at(i + 1) == "%" or _YEAR.fullmatch(w.at(i)):
        return False  # `Hiệu trưởng Đại học Mở 2013 - 2018`
    goes_on = w.at(i + 1) in "%./-" and w.glued(i + 1) and w.at(i + 2)[0].isdigit()
    return not goes_on and w.at(i + 1) not in vocabulary.stops("counted")


def transcribed(w: Words, i: int) -> bool:
    """Whether a hyphen at word `i` joins a small syllable to a foreign name: `Ba-li`."""
    if w.at(i) != "-" or not (w.glued(i) and w.glued(i + 1)):
        return False
    if (w.at(i + 1), w.at(i + 2)) == ("chi", "nhánh"):
        return False  # `Ngân hàng Navibank-chi nhánh Bạc Liêu`
    return w.at(i + 1).isalpha() and not w.is_capital(i + 1)


def _joins(w: Words, i: int, j: int) -> bool:
    """Whether word `j` is a mark that joins the parts of the proper name begun at word `i`."""
    if w.at(j) not in ("-", "&") or not w.is_capital(j + 1):
        return False
    if w.at(j) == "-" and not w.glued(j) and w.shown[j + 1].isupper():
        return False  # `Tổng công ty Thép Việt Nam - VNSTEEL`
    return w.at(j) == "&" or (w.glued(j) and w.glued(j + 1)) or _twin(w, i, j)


def _twin(w: Words, i: int, j: int) -> bool:
    """Whether a spaced hyphen joins two places of one name: `Hà Nội - Amsterdam`."""
    places, countries = vocabulary.places(), vocabulary.countries()
    left = any(t.longest(w, k)[0] == j for t in (places, countries) for k in range(i, j))
    if not left or not w.is_capital(j + 1):
        return False
    if vocabulary.listed()[1].get(w.shown[j + 1]) or vocabulary.heads().longest(w, j + 1)[1]:
        return False
    if is_bank(w.shown[j + 1]):
        return False  # `Ngân hàng TMCP Kiên Long - Kienlongbank`
    right = any(t.longest(w, j + 1)[1] for t in (places, countries))
    return right or not is_syllable(w.shown[j + 1])


@cache
def _korean() -> frozenset[str]:
    """Surnames before a given name of two syllables: `Lee Jae-yong`."""
    return frozenset(r["words"] for r in table("person_context") if r["use"] == "korean surname")


def ends_before(w: Words, i: int, j: int) -> bool:
    """Whether the capital word `j` begins something else: a person, a role, another body."""
    if not w.whole(j):
        return False
    if vocabulary.phrases().longest(w, j, ("central",))[0] > j + 1:  # "Trung ương" closes it
        return True
    if w.at(j) in ("ông", "bà") and f"{w.at(j)} {w.at(j + 1)}" in vocabulary.communes():
        return False  # `Bà Điểm`
    if vocabulary.people().longest(w, j)[1] or w.at(j) in _STOP_HEADS:
        return True
    if w.shown[j] in _korean() and transcribed(w, j + 2):
        return True  # `Tập đoàn Samsung Lee Jae-yong`
    end, head = vocabulary.heads().longest(w, j)
    if w.at(j - 1) in compounds("before").get(w.at(j), ()):
        head = None  # `Nhà máy In Tiến Bộ`
    if head is not None and ("trade" in head.takes or head.head.startswith("Trung học")):
        head = None  # `Trường PTDTBT THCS Nậm Ban`
    if (
        head is not None
        and end == j + 1
        and j == i + 1
        and surname_strength(w.shown[i]) == "strong"
    ):
        head = None if w.is_capital(j + 1) and not w.is_capital(j + 2) else head  # `Đinh Bộ Lĩnh`
    if head is not None and (end - j > 1 or not head.weak) and w.at(j) not in _PARTS_OF_ARMS:
        return True
    end, body = vocabulary.listed()[0].longest(w, j)
    if body is not None and end - j > 1 and body.sector in ("state", "health", "party"):
        return True
    return _person_from(w, i, j)


def _person_from(w: Words, i: int, j: int) -> bool:
    """Whether a person's full name begins at word `j` of a run that began at word `i`."""
    if name_end(w.text, w.starts[j]) is None:
        return False
    behind = vocabulary.places().longest(w, j + 1)[1]
    if (
        behind
        and behind[1] not in ("tỉnh", "thành phố")
        and surname_strength(w.shown[j]) == "strong"
    ):
        behind = None  # `Lê Quang Bình`, not the district
    if vocabulary.places().longest(w, j)[1] or behind:
        return w.shown[j + 1] in _MIDDLES and not vocabulary.places().longest(w, j + 1)[1]
    if surname_strength(w.shown[j]) != "strong" and w.shown[j + 1] not in _MIDDLES:
        return False
    return j > i + 1 or surname_strength(w.shown[i]) is None


@cache
def _given() -> dict[str, str]:
    """Given names by what else they are."""
    return {r["name"]: r["kind"] for r in table("given_names")} | {"Anh": "word"}


def holder_at(w: Words, i: int) -> int | None:
    """The end of what may name a post's holder at word `i`: two to four syllables, and no more.

    Where a post stands before the body it says more than the name's shape: `Hiệu trưởng
    Trường THPT Nguyễn Huệ Lã Gia Kha`.
    """
    w.at(i + 1)  # words are read as they are asked for
    strength = surname_strength(w.shown[i])
    if strength is None or (strength == "weak" and w.shown[i + 1] not in TYPICAL_MIDDLES):
        return None
    j = i
    while j - i < 5 and w.is_capital(j) and is_syllable(w.shown[j]) and not w.shown[j].isupper():
        j += 1
    if not 1 < j - i < 5 or w.at(j) in "-&":
        return None
    if w.shown[j - 1] not in _given() and (j - i != 3 or strength == "weak"):
        return None
    if j - i == 2 and strength != "strong" and _given().get(w.shown[j - 1]) != "name":
        return None  # `Nông Xanh`
    if " ".join(w.low[i:j]) in vocabulary.communes():
        return None
    tables = (vocabulary.places(), vocabulary.listed()[0], vocabulary.countries())
    return None if any(t.longest(w, i)[1] for t in tables) else j


def bearer_before_holder(w: Words, i: int, end: int) -> int:
    """The end of the proper name in a run that a post's holder may close, or the run's own.

    >>> w = Words("Nguyễn Huệ Lã Gia Kha nói", "nguyễn huệ lã gia kha nói", 0)
    >>> bearer_before_holder(w, 0, 5)
    2
    """
    for j in range(min(end - 2, i + 4), i + 1, -1):
        known = (
            " ".join(w.low[i:j]) in vocabulary.communes()
            or vocabulary.places().longest(w, i)[0] == j
        )
        if known and holder_at(w, j) == end:
            return j
    first = 3 if surname_strength(w.shown[i]) == "strong" else 1
    for j in range(i + first, end - 2):
        if holder_at(w, j) == end:
            return j  # `Giám đốc Nhà hát Bông Sen Sầm Hồng Thắm`
    return end


def goes_with(w: Words, i: int) -> bool:
    """Whether a small word may be the second half of the capital word before it."""
    low = w.at(i)
    if w.is_capital(i) or not low.isalpha() or not is_syllable(low):
        return False
    if low in vocabulary.stops("verb"):
        return i < 2 or not w.is_capital(i - 2)  # `Độc lập`, but `Dầu Giây lập chốt`
    if f"{low} {w.at(i + 1)}" in vocabulary.stops("verb"):
        return False  # `Cà phê Ngon tranh chấp nhãn hiệu`
    return low not in vocabulary.stops("after")


_OWNED = frozenset({"thuộc", "của", "ở", "tại"})


def half_at(w: Words, i: int) -> bool:
    """Whether a small word may be the second half of the syllable before it: `Ứng cứu`."""
    low = w.at(i)
    if w.is_capital(i) or not low.isalpha() or not is_syllable(low):
        return False
    return low not in _OWNED and low not in vocabulary.stops("function") and not verb_at(w, i)


def ends_field(w: Words, i: int) -> bool:
    """Whether word `i` can be no part of a field in small letters: a mark, a capital, a verb."""
    low = w.at(i)
    if w.is_capital(i) or not low.isalpha() or low in vocabulary.stops("after"):
        return True
    return verb_at(w, i) or not is_syllable(low)


def opens_sentence(w: Words) -> bool:
    """Whether the name's first word opens a sentence, so that a verb must follow the name."""
    before = w.text[max(0, w.starts[0] - 2) : w.starts[0]].rstrip(" ")
    return not before or before[-1] in ".\n"


def verb_at(w: Words, i: int) -> bool:
    """Whether a word or two words from `i` on begin what is said of a body: `cho biết`."""
    verbs = vocabulary.stops("verb")
    return w.at(i) in verbs or f"{w.at(i)} {w.at(i + 1)}" in verbs


#: Words of scale and money, before which a number is no name.
_SCALES = frozenset(
    {"triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "usd", "euro", "đô", "%", "vnđ", "lần"}
)
#: Before a numeral these date the number's bearer and are not what the number counts.
_CALENDAR = frozenset({"ngày", "tháng", "năm"})


def counts(w: Words, i: int, named: bool) -> bool:
    """Whether the number at word `i` counts what stands behind it: `Công ty 80 triệu`.

    `named` tells that the head bears nothing but numbers: `Sư đoàn 308`.
    """
    low, then = w.at(i + 1), w.at(i + 2)
    if low in ".," and w.glued(i + 1) and w.glued(i + 2) and then.isdigit():
        return low == "," or len(then) == 3  # a part of `1.000` or `1,5`
    if low in _CALENDAR and then[0].isdigit():  # `Sư đoàn 308 năm 1968`
        return False
    return low in _SCALES or (not named and low in vocabulary.stops("counted") - {"bộ"})
