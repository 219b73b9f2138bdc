"""Places inside a body's name: levels, provinces and towns, countries, branches."""

from __future__ import annotations

import re

from trich.extract.names import UPPER, is_syllable, name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.proper import NUMBER, proper_run
from trich.extract.organizations.vocabulary import END, Words

_LEVELS = frozenset({"tỉnh", "quận", "huyện", "xã", "phường"})
_HAMLETS = frozenset({"thôn", "ấp", "bản", "buôn", "xóm"})
_LEVELS_2 = frozenset(
    {
        ("thành", "phố"),
        ("thị", "xã"),
        ("thị", "trấn"),
        ("đặc", "khu"),
        ("khu", "vực"),
        ("thủ", "đô"),
    }
)
#: Small words with which a place inside a name may begin.
LEVEL_WORDS = _LEVELS | _HAMLETS | {first for first, _ in _LEVELS_2} | {"miền", "phía", "chi"}
#: And a country: `châu Âu`, `liên bang Nga`.
COUNTRY_WORDS = frozenset({"châu", "liên", "cộng", "vương"})
ROMAN = re.compile(r"[ivx]{1,4}")
#: Countries by one syllable, which only a pair makes one: `Hội Hữu nghị Việt - Hàn`.
_SHORT = frozenset({"việt", "hàn", "trung", "ấn", "triều", "xô", "nhật", "mỹ", "đức", "anh"})
_ASIDE = re.compile(rf"\([{UPPER}][{UPPER}&.-]{{1,11}}\)")


def country_at(w: Words, i: int, shout: bool) -> int | None:
    """The end of a country's name at word `i`."""
    if w.at(i) in COUNTRY_WORDS or shout or w.is_capital(i):
        end, country = vocabulary.countries().longest(w, i)
        if vocabulary.places().longest(w, i)[0] > end > i:
            return None  # `Lào Cai`
        if country or w.at(i) in _SHORT:
            return _pair(w, max(end, i + 1), bool(country))
    return None


def _pair(w: Words, end: int, sure: bool) -> int | None:
    """The end of `Việt - Pháp`, `Việt Nam - Cuba` whose first country ends at word `end`."""
    if w.at(end) == "-" and w.is_capital(end + 1):
        to, country = vocabulary.countries().longest(w, end + 1)
        if country or w.at(end + 1) in _SHORT:
            return max(to, end + 2)
    return end if sure else None


def place_at(w: Words, i: int, shout: bool) -> int | None:
    """The end of `[level] place [level place ...]` at word `i`: `quận 1 TP.HCM`, `Hà Nội`."""
    end = None
    while (step := _one_place(w, i, shout)) is not None:
        if end and w.is_capital(step) and not shout and level_at(w, i) is None and _surnamed(w, i):
            break  # `Công an xã Mai Sơn Mai Sơn Hà`
        end = i = step
    return end


def branch_at(w: Words, i: int, shout: bool) -> int | None:
    """The end of `chi nhánh Hà Tĩnh` at word `i`."""
    if (w.at(i), w.at(i + 1)) != ("chi", "nhánh"):
        return None
    end = place_at(w, i + 2, shout)
    if end is None and not shout and w.is_capital(i + 2):
        end = proper_run(w, i + 2, 3)  # `Vietcombank chi nhánh Tây Đô`
    return end


def level_at(w: Words, i: int) -> int | None:
    """The end of an administrative level's name at word `i`."""
    low = w.at(i)
    if low in _LEVELS or (low in _HAMLETS and not w.is_capital(i)):
        return i + 1
    if (low, w.at(i + 1)) in _LEVELS_2:
        return i + 2
    return None


def aside_end(w: Words, i: int) -> int | None:
    """The end of `(UBKT)` or `khóa XV` at word `i`, which a name may hold inside."""
    if w.at(i) == "khóa" and (ROMAN.fullmatch(w.at(i + 1)) or w.at(i + 1).isdigit()):
        return i + 2
    m = _ASIDE.match(w.text, w.starts[i]) if w.at(i) == "(" else None
    if m is None:
        return None
    while w.starts[i] < m.end():
        i += 1
        w.at(i)
    return i


def _one_place(w: Words, i: int, shout: bool) -> int | None:
    j = level_at(w, i)
    if j is None:
        return _known_place(w, i, shout)
    low = w.at(j)
    if NUMBER.fullmatch(low) or (ROMAN.fullmatch(low) and w.shown[j].isupper()):
        return j + 1
    if low == "số" and NUMBER.fullmatch(w.at(j + 1)):
        return j + 2
    known = _known_place(w, j, shout)
    level = w.at(i)
    if shout and not known and level in ("tỉnh", "thành") and w.shown[j].isupper():
        return _shouted(w, j)
    if known is None and level in ("tỉnh", "thành") and not shout:
        return _abroad(w, j)
    if level in ("tỉnh", "thành", "thủ") or (known and level in ("huyện", "quận", "thị", "khu")):
        return known
    if shout and w.shown[j].isupper():
        return known or _shouted(w, j)
    if shout or not w.is_capital(j) or _is_person(w, j):
        return known
    run = proper_run(w, j, 4, place=True) or 0
    if known is None and run and (commune := commune_at(w, j, max(run, j + 3))) is not None:
        return commune
    if known is not None and run > known and _surnamed(w, known):
        return known  # `Trưởng Công an xã Hòa Bình Lê Văn Tư`
    return max(known or 0, run) or None


def _abroad(w: Words, i: int) -> int | None:
    """The end of a province or a city that no table knows: two syllables, and no person's name."""
    pair = w.is_capital(i) and w.is_capital(i + 1) and not w.is_capital(i + 2)
    if not pair or not (is_syllable(w.shown[i]) and is_syllable(w.shown[i + 1])):
        return None
    person = name_end(w.text, w.starts[i]) is not None or surname_strength(w.shown[i]) == "strong"
    return None if person or vocabulary.people().longest(w, i)[1] else i + 2


def _surnamed(w: Words, i: int) -> bool:
    """Whether two to four capital syllables behind a place are a name: it begins like a surname."""
    j = i
    while j - i < 5 and w.is_capital(j) and is_syllable(w.shown[j]):
        j += 1
    return 1 < j - i < 5 and surname_strength(w.shown[i]) is not None


def commune_at(w: Words, i: int, end: int) -> int | None:
    """The end of the longest commune's name that begins at word `i`, if it stops before `end`."""
    w.at(end)  # words are read as they are asked for
    for j in range(end, i, -1):
        if " ".join(w.low[i:j]) in vocabulary.communes():
            return j
    return None


def _shouted(w: Words, i: int) -> int | None:
    """The end of an unknown place in a line of capitals: its last two or three words, or two."""
    end = i
    while end - i < 4 and w.at(end).isalpha() and w.shown[end].isupper():
        end += 1
    if end - i == 4 or (w.at(end) not in (END, ".", ",", ";", ":", "-", ")")):
        end = commune_at(w, i, min(end, i + 3)) or i + 2
    return end if end - i >= 2 else None


def _is_person(w: Words, i: int) -> bool:
    """Whether a person's name begins here that no commune bears: `huyện Nguyễn Quốc Tuấn`."""
    if name_end(w.text, w.starts[i]) is None:
        return False
    return commune_at(w, i, i + 4) is None


def _known_place(w: Words, i: int, shout: bool) -> int | None:
    if not (shout or w.is_capital(i) or w.at(i) in ("miền", "phía")):
        return None
    end, place = vocabulary.places().longest(w, i)
    if not place:
        end, place = vocabulary.phrases().longest(w, i, ("region",))
    return end if place else None
