"""What one clear mention teaches the rest of the article: acronyms, brands, a paper's initials.

A bracket names an acronym (`Long Name (ABC)`); a firm's head names its brand (`Công ty BEDC`,
`Tập đoàn Hòa Phát`), which then stands alone elsewhere; and a report opens with the initials of
its paper (`TTO - `, `(NLĐ)- `).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from trich.extract.names import CAPITAL, is_syllable, name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.about import About, Found, about, listed
from trich.extract.organizations.brands import ORGANS, SPEAKERS, is_bank
from trich.extract.organizations.listed import Name
from trich.extract.organizations.places import level_at
from trich.extract.organizations.vocabulary import Words
from trich.lexicon import fold, table

_BRACKET = re.compile(
    r" ?\((?:(?:sau đây |sau đây được )?(?:gọi tắt là|gọi là|viết tắt là|viết tắt|tên viết tắt:?)"
    r"\s+)?[\"“]?(?:([^\W\d_][\w&.-]*(?: [A-ZĐ][\w&-]*){0,3})[\"”]?\)"
    r"|([A-ZĐ][A-ZĐ0-9&]{1,7})(?= ?[-–,;] ?(?:(?P<of>thuộc|trực thuộc|đơn vị|trụ sở|có)\b|\w)))"
)
#: A brand that a bank's full name goes on with: `Ngân hàng TMCP Kiên Long - Kienlongbank`.
_DASHED = re.compile(rf" [-–] ({CAPITAL}\w*)(?!\w)")
#: Acronyms that no bracket makes a body's.
_NO_BODIES = frozenset(
    {"BHYT", "GDP", "HIV", "AIDS", "ODA", "FDI", "VND", "USD", "PV", "HLV", "CEO", "THPT",
     "THCS", "TS", "SN", "QL", "KCN", "KCX", "TNGT", "CPI", "ICU", "PCR", "ADN", "DNA", "RNA",
     "TP", "TPHCM", "HCM", "BOT", "BT", "PPP", "OTT", "AI", "IT", "SARS", "MERS", "COPD",
     "BMI", "CT", "MRI", "NSND", "NSƯT", "Ảnh", "ảnh", "TNHH", "CP", "TM", "XNK", "MTV", "TMCP",
     "CTCP", "BĐS", "DV", "SX", "XD", "ĐT", "QLDA", "VN", "VIP", "SEA", "U23", "ĐTQG"}
)  # fmt: skip
#: Towns abroad of two words, in which a body has its seat.
_TOWNS = frozenset(
    {"New York", "Los Angeles", "San Francisco", "San Jose", "San Diego", "Las Vegas", "Hong Kong",
     "Kuala Lumpur", "Buenos Aires", "Sao Paulo", "Abu Dhabi", "Tel Aviv", "New Delhi",
     "Phnom Penh", "Cape Town", "The Hague", "Den Haag", "Saint Petersburg", "Hồng Kông",
     "Santa Clara", "Mountain View", "Palo Alto", "Ann Arbor", "Addis Ababa", "Quezon City"}
)  # fmt: skip
#: Heads of firms and clubs, whose brand may stand alone.
_BRANDED = frozenset(
    {"Công ty", "Tập đoàn", "Tổng công ty", "Ngân hàng", "Doanh nghiệp", "Hãng", "Hãng tin",
     "Hãng hàng không", "Hãng thông tấn", "Hãng xe", "Hãng phim", "Hãng dược phẩm", "Câu lạc bộ",
     "Đội bóng", "Tập đoàn bán lẻ", "Tổ chức", "Đảng"}
)  # fmt: skip
_FIRMS = frozenset({"Công ty", "Tập đoàn", "Tổng công ty", "Doanh nghiệp"})
#: Words before a brand with which it is a place, a person or a thing.
_NO_BRAND_BEFORE = frozenset(
    {"xã", "phường", "đường", "phố", "thôn", "ấp", "bản", "chợ", "cầu", "án", "khu", "núi", "sông",
     "hồ", "biển", "đảo", "huyện", "quận", "tỉnh", "trấn", "thị", "anh", "chị", "ông", "bà", "em",
     "cháu", "cô", "chú", "bác", "cụ", "thầy", "vùng", "miền", "người", "làng", "đèo", "hiệu", "xe",
     "máy", "phẩm", "sữa", "bia", "vàng", "thoại", "khách", "sạn", "sân", "cảng", "tòa", "chùa",
     "đền", "đình", "ga", "đồi", "chung", "cư", "bé"}
)  # fmt: skip


_BOARDS_OF = ("Ban Giám đốc ", "Ban giám đốc ", "Ban Giám hiệu ", "Ban giám hiệu ",
              "Đoàn Thanh niên ")  # fmt: skip
_LEVEL = re.compile(r" (?:tỉnh|thành phố) ")
_SMALL = frozenset({"và", "-", "của", "về"})


class Lessons:
    """What the brackets and heads of one article teach."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.learned: dict[str, Found] = {}

    def bracket(self, found: Found) -> Found | None:
        """The acronym in brackets behind a name; it is learned."""
        m = _BRACKET.match(self.text, found.end)
        if m is None and (dashed := _DASHED.match(self.text, found.end)) is not None:
            return self._dashed(found, dashed)
        if m is None or (self.text[found.start : found.end].isupper() and "(" not in m[0]):
            return None
        acronym = m[1] or m[2]
        stands = m["of"] or (m[2] and _letters_of(found.canonical, m[2]))
        if m[2] and (m[2] in SPEAKERS or m[2] in ORGANS or not stands):
            return None  # `(CSGT, Công an quận 1)`
        short = found.canonical.endswith(" " + acronym) and found.about.type in _OWN_NAMES
        if acronym.count(" ") > 1 and not short:
            return None
        if acronym in _TOWNS:
            return None
        if not (short or _is_coined(acronym, found)) and (
            sum(c.isupper() or c.isdigit() for c in acronym) < 2 or acronym in _NO_BODIES
        ):
            return None
        if acronym in vocabulary.spelled() and not _bodily(acronym):  # `(CSGT)`
            words = fold(" ".join(vocabulary.spelled()[acronym])).replace(" ,", ",")
            if not fold(found.canonical).endswith(words) or acronym.isalpha():
                return None  # but `Bộ Giáo dục và Đào tạo (GD&ĐT)`
        if acronym.split()[0].islower():  # `(khóa XVII)`
            return None
        if _is_place(acronym) or re.fullmatch(r"[A-Z]\d", acronym) or _is_parent(acronym):
            return None
        if (tail := _tail(self.text[found.start : found.end], acronym)) is not None:
            found = found._replace(canonical=tail.canonical, about=tail.about)
        if found.canonical.startswith(_BOARDS_OF):  # `Ban Giám đốc Trung tâm ... (CDC)`
            inner = found.canonical.split(" ", 3)[3]
            found = found._replace(canonical=inner[:1].upper() + inner[1:])
        body = vocabulary.listed()[1].get(acronym)
        known = body is not None and (acronym[-1].isdigit() or _alike(body.name, found.canonical))
        named = found.rule == "listed" and found.known is not None  # a full name of the table
        named |= body is not None and body.name == acronym  # the table has no more than that
        if body is not None and not known and found.rule.startswith("listed"):
            span = m.span(1) if m[1] else m.span(2)
            if not _letters_of(found.canonical, acronym):  # `chương trình của LHQ (UNEP)`
                return Found(*span, "listed", body.name, acronym, listed(body))
        canonical = body.name if body and known and not named else found.canonical
        self.learned[acronym] = found._replace(rule="learned", canonical=canonical, acronym=acronym)
        span = m.span(1) if m[1] else m.span(2)
        return Found(*span, "bracket", canonical, acronym, found.about)

    def _dashed(self, found: Found, m: re.Match[str]) -> Found | None:
        """The brand behind a bank's full name; it is learned."""
        if not (found.about.type == "bank" and is_bank(m[1])) and not _initialled(found, m[1]):
            return None
        body = vocabulary.listed()[1].get(m[1])
        canonical = body.name if body and body.name != m[1] else found.canonical
        self.learned[m[1]] = found._replace(rule="learned", canonical=canonical, acronym=m[1])
        return Found(*m.span(1), "bracket", canonical, m[1], found.about)

    def brand(self, w: Words, name: Name, found: Found) -> None:
        """Learn the brand in a firm's name, if nothing else can bear it."""
        if name.proper is None or name.head is None or name.head.head not in _BRANDED:
            return
        a, b = name.proper
        if b != name.end:
            return
        brand = self.text[w.starts[a] : w.ends[b - 1]]
        if brand not in self.learned and _speaks_for_itself(brand, name.head.head):
            acronym = brand if brand.isupper() else None
            self.learned[brand] = found._replace(rule="learned-brand", acronym=acronym)

    def initials(self, found: list[Found], written: set[str]) -> None:
        """Learn the initials of the names that were found, where they are `written` alone."""
        for canonical, f in {f.canonical: f for f in found}.items():
            for letters in {_initials(canonical), _initials(_LEVEL.sub(" ", canonical))}:
                if letters in written and letters not in self.learned:
                    self.learned[letters] = f._replace(rule="initials", acronym=letters)

    def uses(self, found: list[Found]) -> Iterator[Found]:
        """What was learned, wherever else it stands; `found` is sorted."""
        listed = vocabulary.listed()[1]
        news = [a for a in self.learned if a not in listed and a in self.text]
        if not news:
            return
        starts = [f.start for f in found]
        pattern = "|".join(re.escape(a) for a in sorted(news, key=len, reverse=True))
        for m in re.finditer(rf"(?<![\w/&.-])(?:{pattern})(?![\w/&]|-\w)", self.text):
            i = bisect_right(starts, m.start()) - 1
            if i >= 0 and found[i].end > m.start():
                continue
            if i + 1 < len(starts) and starts[i + 1] < m.end():
                continue
            lesson = self.learned[m[0]]
            if lesson.rule == "learned" or self._alone(m.start(), m.end()):
                yield lesson._replace(start=self._headed(m.start(), lesson), end=m.end())

    def told(self, found: Found) -> Found:
        """A brand that its own looks told, with the name that a bracket gave it."""
        lesson = self.learned.get(found.canonical) if found.rule == "brand" else None
        if lesson is None or lesson.rule != "learned":
            return found
        return lesson._replace(start=found.start, end=found.end)

    def _headed(self, start: int, lesson: Found) -> int:
        """Where the head begins that stands before an acronym of the rest: `Cục NTBD`."""
        words = lesson.canonical.split(" ")
        for count in (2, 1):
            head = " ".join(words[:count]) + " "
            if self.text.endswith(head, 0, start) and lesson.acronym != words[count - 1]:
                return start - len(head)
        return start

    def _alone(self, start: int, end: int) -> bool:
        """Whether a brand's words are a whole run of capital words and no place's or person's."""
        text = self.text
        if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
            return False
        before = text[max(0, start - 24) : start]
        if not before.endswith(" "):
            return before[-1:] not in ("“", '"', "'", "‘")
        word = before[:-1].rpartition(" ")[2]
        if word[-1:] in (".", ",", ":", ";", "!", "?", "-", "("):
            return True
        opens = before[:-1].rpartition(" ")[1] == "" or word[:1] in "“\"(‘'"
        if word[:1].isupper() and not opens and not word.isupper():
            return word.lower() in ("theo", "còn", "tuy", "riêng", "hiện", "về", "của", "do")
        return word.lower() not in _NO_BRAND_BEFORE


#: Types of bodies that are also called by their proper name alone.
_OWN_NAMES = frozenset({"business", "bank", "education", "sport"})
_COINERS = (
    "Hiệp hội ",
    "Tổng công ty ",
    "Công ty ",
    "Tập đoàn ",
    "Ngân hàng ",
    "Liên đoàn ",
    "Hội ",
)


def _alike(name: str, other: str) -> bool:
    """Whether two names share half of the words of the shorter one."""
    words, others = set(fold(name).split()), set(fold(other).split())
    return 2 * len(words & others) >= min(len(words), len(others))


def near_twins(name: str, other: str) -> bool:
    """Whether two names of one acronym are one body's: all words but one are the same.

    >>> near_twins("Hiệp hội Chế biến và Xuất khẩu Thủy hải sản", "Hiệp hội Chế biến Thủy sản")
    False
    >>> near_twins("Hội Xuất khẩu thủy hải sản Việt Nam", "Hội Xuất khẩu Thủy sản Việt Nam")
    True
    """
    words, others = fold(name).split(), fold(other).split()
    shared = len(set(words) & set(others))
    longer = max(len(words), len(others))
    ends = words[0] == others[0] and words[-1] == others[-1]
    return words != others and ends and longer > 5 and longer - shared <= 1


def no_body(acronym: str) -> bool:
    """Whether an acronym is a thing's, a place's or a sort of bodies', and no one body's."""
    return acronym in _NO_BODIES or acronym in vocabulary.spelled() or _is_place(acronym)


def _is_coined(word: str, found: Found) -> bool:
    """Whether a word is made of parts of a body's name: `(Vasep)`, `(Petrolimex)`."""
    if not found.canonical.startswith(_COINERS) or not re.fullmatch(r"[A-Z][a-z]{3,11}", word):
        return False
    return not is_syllable(word) and word not in _first_names() and fold(word) not in _nations()


@lru_cache(1 << 13)
def _initials(canonical: str) -> str:
    """The initials that may stand for a name; none where they are too few or mean something."""
    words = [word for word in canonical.split() if word not in _SMALL]
    letters = "".join([word[0] for word in words]).upper()
    return letters if 2 <= len(words) <= 9 and _stands_for(letters) else ""


def _letters_of(name: str, acronym: str) -> bool:
    """Whether an acronym has most letters of the name's words, or is a unit's code: `C15`."""
    if acronym[-1].isdigit():
        return True
    return sum(c in {w[0].upper() for w in name.split()} for c in acronym) > len(acronym) / 2


def _initialled(found: Found, word: str) -> bool:
    """Whether a word behind a dash is a firm's acronym: `Công ty Kinh doanh nhà - KDN`."""
    if found.about.type not in ("business", "bank") or not (word.isupper() and len(word) > 2):
        return False
    body = vocabulary.listed()[1].get(word)
    if body is not None:
        return _alike(body.name, found.canonical)
    return word not in _NO_BODIES and not _is_place(word) and _letters_of(found.canonical, word)


def _tail(name: str, acronym: str) -> Found | None:
    """The listed body at the end of a name that an acronym abbreviates, where it is not the whole.

    >>> _tail("Đại hội đồng Liên hợp quốc", "LHQ").canonical
    'Liên Hợp quốc'
    >>> _tail("Ủy ban Thường vụ Quốc hội", "UBTVQH") is None
    True
    """
    starts = [m.start() for m in re.finditer(r"\w+", name)]
    letters = "".join(name[s] for s in starts).upper()
    count = len(acronym)
    if count >= len(letters) or not letters.endswith(acronym.upper()):
        return None
    w = Words(name[starts[-count] :], name[starts[-count] :].lower(), 0)
    end, body = vocabulary.listed()[0].longest(w, 0)
    if body is None:
        body = vocabulary.listed()[1].get(acronym)
        if body is None or fold(body.name) != fold(w.text):
            return None
        end = count
    if w.at(end) != vocabulary.END or not w.is_capital(0):
        return None
    told = about(w, Name(end, "listed", body=body, body_end=end))
    return Found(0, 0, "bracket", body.name, acronym, told)


def _speaks_for_itself(brand: str, head: str) -> bool:
    """Whether a brand can only be the firm's: an acronym, a foreign word, or two fair syllables."""
    words = brand.split()
    if brand in _NO_BODIES or brand in vocabulary.spelled() or fold(brand) in _nations():
        return False
    if brand.isupper():
        return len(words) == 1 and 2 < len(brand) < 9 and brand.isalnum() and not brand.isdigit()
    if any(len(word) > 3 and not is_syllable(word) and word.isalpha() for word in words):
        return words[0] not in _first_names() or len(words) > 1
    if head not in _FIRMS or not 2 <= len(words) <= 3 or not all(map(is_syllable, words)):
        return False
    w = Words(brand, brand.lower(), 0)
    if vocabulary.phrases().longest(w, 0)[0] == len(words) or _is_place(brand):
        return False
    return name_end(brand, 0) is None and surname_strength(words[0]) != "strong"


@cache
def _nations() -> frozenset[str]:
    return frozenset(fold(r["name"]) for r in table("nations"))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(r["name"] for r in table("foreign_given"))


@cache
def _papers() -> tuple[re.Pattern[str], dict[str, str]]:
    """How a report opens with its paper's initials, and whose they are."""
    names = {r["initials"]: r["name"] for r in table("paper_initials")}
    known = "|".join(re.escape(i) for i in sorted(names, key=len, reverse=True))
    bare = rf"(?P<bare>{known}|[A-ZĐ]{{2,4}}O) ?[-–] ?(?=[“\"(]?(?:{CAPITAL}|\d))"
    inside = (
        rf"[(\[](?P<inside>{known}|[A-ZĐ&]{{2,6}}O?)[)\]] ?[-–:.,]? ?(?=[“\"]?(?:{CAPITAL}|\d))"
    )
    return re.compile(rf"\s*(?:{bare}|{inside})"), names


def openers(text: str) -> Iterator[Found]:
    r"""The initials of a paper with which its reports open.

    >>> [f.canonical for f in openers("(NLĐ)- Sáng 12/3, tàu về bến.\nTTO - Mưa to ở Huế.")]
    ['Báo Người Lao Động', 'Tuổi Trẻ Online']
    """
    pattern, names = _papers()
    behind = 0
    while True:
        m = pattern.match(text, behind)
        behind = text.find("\n", behind) + 1 or len(text) + 1
        if m is None:
            if behind > len(text):
                return
            continue
        group = "bare" if m["bare"] else "inside"
        initials = m[group]
        if initials in names or (initials not in _NO_BODIES and not _is_place(initials)):
            name = names.get(initials, initials)
            acronym = initials if initials != name else None
            yield Found(*m.span(group), "opener", name, acronym, About("press"))
        if behind > len(text):
            return


def _stands_for(letters: str) -> bool:
    """Whether initials may stand for a body by themselves."""
    if letters in _NO_BODIES or letters in vocabulary.spelled():
        return False
    return letters == "QH" or (len(letters) > 2 and letters.isalpha())


def _bodily(acronym: str) -> bool:
    """Whether what an abbreviation stands for begins like a body: `LĐLĐ`, but not `CSGT`."""
    words = " ".join(vocabulary.spelled()[acronym])
    if words.startswith("Cảnh sát "):
        return False  # a branch, not a body
    w = Words(words, words.lower(), 0)
    return bool(vocabulary.heads().longest(w, 0)[1] or vocabulary.listed()[0].longest(w, 0)[1])


def _is_place(text: str) -> bool:
    w = Words(text, text.lower(), 0)
    if fold(text) in _nations():
        return True
    return vocabulary.places().longest(w, 0)[0] > 0 or level_at(w, 0) is not None


def _is_parent(text: str) -> bool:
    """Whether a bracket holds a name with a head of its own, and no acronym: `Bộ NN-PTNT`."""
    return " " in text and vocabulary.heads().longest(Words(text, text.lower(), 0), 0)[0] > 0
