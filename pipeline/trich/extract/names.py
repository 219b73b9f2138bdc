"""The shape of a person's name: words, syllables, surnames, and where a full name ends.

Nothing here knows what stands around a name.  Offsets and words are those of the view
(composed letters, tone marks in their new places).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache, lru_cache
from typing import Literal

from trich.lexicon import table

Strength = Literal["strong", "usual", "weak"]

#: Every capital letter, as the inside of a character class.
UPPER = "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isupper() and c.isalpha())
#: A letter that may stand inside a word, with the marks that join two parts of one.
_PART = r"[^\W\d_]"
#: A capital word: `Khái`, `H'Hen`, `Đô-nan`, `Jae-in`.
CAPITAL = rf"[{UPPER}]{_PART}*(?:['\-]{_PART}+)*"

_CAPITAL = re.compile(CAPITAL)

# Onset, and rime without its tone mark.  `qu` and `gi` take a letter of the rime with them.
_ONSET = "ngh|ng|nh|ch|gh|kh|ph|th|tr|[bcdđghklmnprstvx]|"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu "
    "im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt "
    "oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya "
    "uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
    "y yêm yên yêng yêt yêu ych yt ynh"
)
_AFTER_QU = (
    "ôc a ac ach ai an ang anh ao ăc ăm ăn ăng ăp ăt at au ay âc âm ân âng ât ây e en eo et ê êch "
    "ên ênh êt ơ i ia ich in it iu y ych yên yêt ynh yt yp yu"
)
_AFTER_GI = (
    "a ac ai am an ang anh ao ap at au ău ay âc âm ân âp ât âu ây ăc ăm ăn ăng ăt e eo ep et êng o "
    "oi on ong ô ôc ông uôc ơ ơi u ua uc up ữ ư ưa ương ươc ưt"
)
_TONES = dict.fromkeys((0x300, 0x301, 0x303, 0x309, 0x323))
_STOPPED = re.compile(r"(?:c|ch|p|t)$")


@cache
def _syllable() -> re.Pattern[str]:
    def either(rimes: str) -> str:
        return "|".join(sorted(set(rimes.split()), key=len, reverse=True))

    return re.compile(
        rf"(?:(?:{_ONSET})(?:{either(_RIMES)})|qu(?:{either(_AFTER_QU)})|gi(?:{either(_AFTER_GI)})?)"
    )


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether a word is spelled as one Vietnamese syllable, in any case.

    >>> [is_syllable(w) for w in ("Nguyễn", "Khuất", "Quýnh", "ANGELA", "Trump", "Niê", "Pac")]
    [True, True, True, False, False, False, False]
    """
    apart = unicodedata.normalize("NFD", word.lower())
    bare = apart.translate(_TONES)
    if len(apart) - len(bare) > 1:
        return False
    if not _syllable().fullmatch(unicodedata.normalize("NFC", bare)):
        return False
    # Before c, ch, p, t only sắc and nặng can be said.
    return not _STOPPED.search(bare) or "\u0301" in apart or "\u0323" in apart


@cache
def _surnames() -> dict[str, Strength]:
    strengths: dict[str, Strength] = {"strong": "strong", "usual": "usual", "weak": "weak"}
    return {r["surname"]: strengths[r["strength"]] for r in table("surnames")}


@lru_cache(maxsize=1 << 15)
def surname_strength(word: str) -> Strength | None:
    """How surely a capital word is a surname; None when it is not one.

    `strong` ones are hardly ever another word, `usual` ones are names before two more
    syllables, `weak` ones need a typical middle word or a cue.

    >>> [surname_strength(w) for w in ("Nguyễn", "Hoàng", "Sơn", "Bệnh")]
    ['strong', 'usual', 'weak', None]
    """
    return _surnames().get(word) or _surnames().get(sys.intern(word.capitalize()))


#: Middle words that hardly stand second in anything but a name.
TYPICAL_MIDDLES = frozenset(
    {
        "Văn", "Thị", "Hữu", "Đình", "Đức", "Ngọc", "Xuân", "Trọng", "Duy", "Mạnh", "Thế", "Viết",
        "Bá", "Đăng", "Khắc", "Sỹ", "Sĩ", "Huy", "Tuấn", "Thu", "Thúy", "Thùy", "Bích", "Tấn",
        "Nhật", "Phước", "Trí", "Chí", "Hùng", "Quốc", "Diệu", "Tiến", "Công", "Hồng", "Minh",
        "Thanh", "Quang", "A", "Doãn", "Mỹ", "Kim", "Lệ", "Tất", "Danh", "Hoài", "Nguyên", "Như",
        "Cẩm", "Tuyết", "Seo", "Mí", "Páo", "Tờ", "Sóc", "Van", "Thi", "Mùi", "Láo", "Lở",
    }
)  # fmt: skip


def capital_words(text: str, pos: int, limit: int = 8) -> list[tuple[int, int]]:
    """Spans of the capital words that follow one another from `pos`, one space between.

    >>> capital_words("Trần Thị Nhị Hà cho biết", 0)
    [(0, 4), (5, 8), (9, 12), (13, 15)]
    """
    spans: list[tuple[int, int]] = []
    while len(spans) < limit and (m := _CAPITAL.match(text, pos)):
        spans.append(m.span())
        pos = m.end() + 1
        if not text.startswith(" ", m.end()):
            break
    return spans


def name_end(text: str, pos: int) -> int | None:
    """The end of a plausible Vietnamese full name that begins at `pos`, or None.

    Three or four capital syllables (five after a double surname) that begin with a strong
    surname, or with a usual or weak one before a typical middle word.  Words in full
    capitals make a name only among themselves.

    >>> text = "Sở Y tế Hà Nội Trần Thị Nhị Hà cho biết"
    >>> text[15:name_end(text, 15)]
    'Trần Thị Nhị Hà'
    >>> name_end(text, 8) is None
    True
    """
    spans = capital_words(text, pos, 5)
    words = [text[s:e] for s, e in spans]
    count = syllables_of_name(words)
    if (
        not count
        and spans
        and len(words[0]) > 4
        and not words[0].istitle()
        and not text.endswith("phố ", 0, pos)  # `Thành phố HồChí Minh`
    ):
        spans = _apart(text, spans)  # `NguyễnVăn Linh`
        count = syllables_of_name([text[s:e] for s, e in spans])
    return spans[count - 1][1] if count else None


def syllables_of_name(words: list[str]) -> int:
    """How many of these capital words make a Vietnamese full name from the first on, or 0.

    >>> syllables_of_name("Nguyễn Thị Liên Hương Phó".split()), syllables_of_name("Hà Nội".split())
    (4, 0)
    """
    if len(words) < 3 or not all(map(is_syllable, words[:2])) or not _closes_name(words[2]):
        return 0
    strength = surname_strength(words[0])
    if strength is None:
        return 0
    middle = words[1].capitalize()
    double = f"{words[0].capitalize()} {middle}" in DOUBLE_SURNAMES
    if strength != "strong" and middle not in TYPICAL_MIDDLES and not double:
        return 0
    loud = words[0].isupper()
    if any(w.isupper() != loud for w in words[1:3] if len(w) > 1):
        return 0
    # `Phạm Đỗ Thị Phương Thảo`: the father's surname, then the mother's
    double = double or (words[2] in ("Thị", "Văn") and surname_strength(words[1]) is not None)
    longest = 5 if double else 4
    count = 3
    while count < min(longest, len(words)) and _closes_name(words[count]):
        if words[count] in _SET_BEHIND:
            break
        count += 1
    if count == 4 and middle == "Thị" and len(words) == 5 and words[4] in _FIFTHS:
        return 5  # `Cao Thị Ngọc Quỳnh Anh`
    if count == 3 and len(words) > 3 and is_initial(words[3]):
        return 4  # `Lê Thị Sen Q.`
    return count


#: What a given name of two syllables ends in, behind `Thị` and one syllable more.
_FIFTHS = frozenset(
    {
        "Anh", "Như", "Thư", "Trâm", "Trân", "Châu", "Thy", "Quyên", "Uyên", "Vy", "Nhi", "Ngân",
        "Trinh", "My", "Giao", "Phương", "Trang", "Hân", "Khanh", "Dung", "Hạnh", "Linh", "Loan",
        "Oanh", "Tiên",
    }
)  # fmt: skip


def _closes_name(word: str) -> bool:
    return is_syllable(word) or len(word) == 1  # `Nguyễn Văn C`


#: Two words that serve as one surname.
DOUBLE_SURNAMES = frozenset(
    {
        "Tôn Thất",
        "Tôn Nữ",
        "Âu Dương",
        "Hoàng Phủ",
        "Tư Mã",
        "Thượng Quan",
        "Gia Cát",
        "Công Tằng",
        "Công Huyền",
        "Nguyễn Phúc",
        "Nguyễn Phước",
    }
)

_INITIAL = rf"(?:[{UPPER}][hrg]?\.)+(?:[{UPPER}](?!\w))?"
_PARTICLE = r"(?:(?:van|von|der|de|da|dos|del|della|la|bin|ibn|al|el|di|le|du) ){1,2}"
_TOKEN = rf"(?:{_INITIAL}|{CAPITAL})"
#: A stretch of capital words: `Trần Văn H.`, `John W. Snow`, `Ludwig van Beethoven`.
#: It begins with a class, which `re` looks for far faster than for what a look-behind allows.
RUN = re.compile(
    rf"[{UPPER}](?<![\w'].)"
    rf"(?:[hrg]?\.(?:[{UPPER}][hrg]?\.)*(?:[{UPPER}](?!\w))?|{_PART}*(?:['\-]{_PART}+)*)"
    rf"(?:(?:  ?(?:{_PARTICLE}|(?<=Thích )nữ |[dl]'|(?:al|el|ar|as|ash|ul)-)?|(?<=\.)){_TOKEN})*"
)
_TOKENS = re.compile(_TOKEN)


def tokens(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the capital words and initials of a run; syllables that lost the space are apart.

    >>> [("Trần Văn H."[s:e]) for s, e in tokens("Trần Văn H.", 0, 11)]
    ['Trần', 'Văn', 'H.']
    >>> [("TrầnVăn LinhTAG"[s:e]) for s, e in tokens("TrầnVăn LinhTAG", 0, 15)]
    ['Trần', 'Văn', 'Linh']
    """
    spans = [m.span() for m in _TOKENS.finditer(text, start, end)]
    if _GLUED.search(text, start, end):
        return _apart(text, spans)
    return spans


_GLUED = re.compile(rf"[^\W\d_{UPPER}][{UPPER}]")


#: What a page sets behind a writer's name: `Lê Văn QuýTheo VOV`.
_SET_BEHIND = frozenset({"Theo", "Ảnh", "Bài", "Tin", "Nguồn", "Xem"})


def _apart(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Words cut where two syllables are glued; what is no name's word ends the run."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        m = _GLUED.search(text, start, end)
        while m is not None and is_syllable(text[start : m.start() + 1]):
            middle = m.start() + 1
            m = _GLUED.search(text, middle + 1, end)
            behind = text[middle : m.start() + 1 if m else end]
            if (len(behind) > 1 and behind.isupper() and out) or behind in _SET_BEHIND:
                return [*out, (start, middle)]  # `LinhTAG`
            if not is_syllable(behind) or text[start:end].isascii():
                break  # `DiCaprio`, `MiLo`
            out.append((start, middle))
            start = middle
        out.append((start, end))
    return out


def is_initial(word: str) -> bool:
    """Whether a word is an initial or several: `H.`, `N.V.A`, `L.T.M.T.`.

    >>> is_initial("N.V.A"), is_initial("A"), is_initial("TS")
    (True, False, False)
    """
    return "." in word and re.fullmatch(_INITIAL, word) is not None


def spelled(words: list[str]) -> str:
    """Words as a name writes them, when a line writes them all in capitals.

    >>> spelled(["NGUYỄN", "TRI", "THỨC"]), spelled(["Vừ", "A", "Bằng"])
    ('Nguyễn Tri Thức', 'Vừ A Bằng')
    """
    if not words[0].isupper():  # nearly always
        return " ".join(words)
    if all(w.isupper() for w in words) and any(len(w) > 1 and "." not in w for w in words):
        words = [w if "." in w else w.capitalize() for w in words]
    return " ".join(words)


#: What may open before a word without a space.
OPENING = "(\"'“[/-:;,.…"


def last_word(lower: str, end: int) -> str:
    """The word that ends at `end`, without what opens before it.

    >>> last_word('tại ("nguyên', 12)
    'nguyên'
    """
    # Bounded: on a line without spaces a search to its beginning would make the whole quadratic.
    word = lower[max(lower.rfind(" ", max(0, end - 40), end) + 1, end - 40) : end]
    if not word.isalpha():
        word = word.rpartition("\n")[2].lstrip(OPENING)
    return word
