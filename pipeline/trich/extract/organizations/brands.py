"""Firms and media known by their brand: what stands in the name, or beside it, tells them.

A brand needs a word of its own (`Masan Group`, `Him Lam Land`), a medium before it (`đài Fox
News`), what only a medium does behind it (`LBC đưa tin`), the credit of a picture (`Ảnh: SSA`)
or, for an acronym, a company's post (`tổng giám đốc SCB`).
"""

from __future__ import annotations

import re
from functools import cache

from trich.extract.names import CAPITAL, UPPER, is_syllable
from trich.extract.organizations import vocabulary
from trich.extract.organizations.vocabulary import Words
from trich.lexicon import fold, table

_WORD = rf"(?:{CAPITAL}|[{UPPER}]{{2,}}\d*)"
_RUN = rf"{_WORD}(?: {_WORD}){{0,2}}"
_LEGAL = re.compile(
    r" (?:FC|Group|Holdings?|Corp|Corporation|Society|Media|Bank|Land|Airlines|Airways"
    r"|Entertainment|Pharma|Logistics|Motors|Securities|Ventures|Studios?|Technologies)(?!\w)"
    r"(?! [A-Z][a-z])"
)
#: A bank by the shape of its name: `VietABank`, `Oceanbank`.
_BANK = re.compile(r"(?<![\w'.@-])[A-Z][A-Za-z]+[Bb]ank(?![\w'@])")
_BEFORE_LEGAL = re.compile(rf"(?<![\w'.-]){_WORD}(?: {_WORD}){{0,3}}$")
#: Words before `Media`, `Bank` with which it is no firm: `Social Media`.
_COMMON = frozenset({"Social", "Digital", "Mass", "New", "Food", "Power", "Data", "Blood", "The"})
_CUES = (
    # A medium, or what only a publisher of figures has.
    (
        r"(?:đài(?: phát thanh| truyền hình)?|kênh truyền hình|hãng tin|trang tin"
        r"|(?:thống kê|xếp hạng|bảng xếp hạng|dữ liệu|số liệu|ước tính) (?:của|từ)) ",
        "",
    ),
    (r"(?:(?:trao đổi|chia sẻ|nói) với|trả lời) ", r"(?=, (?:ông|bà|anh|chị|TS|PGS|GS)\b)"),
    (r"ceo (?:của |hãng |tập đoàn )?", ""),
    (r"(?:ảnh|nguồn|đồ họa)(?: minh họa)?: ?", r"(?=\.?(?:\n|\)|$))"),
)
_REPORTS = re.compile(r" (?:đưa tin|loan tin|dẫn nguồn tin)(?!\w)")
_REPORTER = re.compile(rf"(?<![\w'.-])({_RUN})$")
_POST = re.compile(rf"([{UPPER}]{{2,6}})(?= [{UPPER}][^\W\d_{UPPER}]+ [{UPPER}]|\)|, )")
_POSTS = re.compile(r"(?<!\w)(?:chủ tịch|giám đốc|ceo) ")
#: Acronyms behind a post that are an organ or a trade inside the firm, or a place.
_ORGANS = frozenset(
    {"HĐQT", "HDQT", "HĐTV", "HĐND", "HĐ", "UBND", "MTTQ", "CNTT", "IT", "PR", "HR", "TT", "BQL",
     "BV", "CLB", "NXB", "DN", "CTCP", "TNHH", "KV", "TP", "TPHCM", "HCM", "AI", "TW", "UB", "LĐLĐ",
     "BCH", "TCT", "CN", "PGD", "XN", "KD", "TM", "DA", "TTYT", "BVĐK", "CA", "VP", "CĐCS"}
)  # fmt: skip
#: Credits that name nobody.
_NO_CREDITS = frozenset(
    {"NVCC", "BTC", "PV", "CTV", "TL", "FB", "FBNV", "GĐCC", "CMH", "Internet", "Facebook", "CACC",
     "BVCC", "NV", "Instagram", "TTTH", "TH", "Video", "Clip", "CCTV", "AI"}
)  # fmt: skip


@cache
def _cues() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What announces a brand in lower case, and the brand with what must follow it."""
    return tuple(
        (re.compile(rf"(?<!\w)(?:{left})"), re.compile(f"({_RUN}){right}")) for left, right in _CUES
    )


@cache
def _first_names() -> frozenset[str]:
    return frozenset(r["name"] for r in table("foreign_given"))


@cache
def _opening() -> frozenset[str]:
    rows = table("person_context")
    words = {r["words"] for r in rows if r["use"] == "opens a sentence"}
    return frozenset(words | {"CEO", "Ông", "Bà", "Của", "Hiện", "Năm", "Tuy", "Giữa"})


@cache
def _nations() -> frozenset[str]:
    return frozenset(fold(r["name"]) for r in table("nations"))


def brands(text: str, lower: str) -> dict[int, int]:
    """Where each brand of the text begins and ends.

    >>> text = "Trả lời đài Fox News, lãnh đạo Sovico Holdings phủ nhận."
    >>> [text[slice(*b)] for b in sorted(brands(text, text.lower()).items())]
    ['Fox News', 'Sovico Holdings']
    """
    found: dict[int, int] = {}
    for m in _LEGAL.finditer(text):
        if (start := _legal_start(text, m.start())) is not None:
            found[start] = m.end()
    if "Theo " in text or "Nguồn:" in text:
        found.update(m.span(1) for m in _papers().finditer(text))
    for m in _BANK.finditer(text):
        found[m.start()] = m.end()
    for cue, brand in _cues():
        for m in cue.finditer(lower):
            if (named := brand.match(text, m.end())) and _foreign(named[1]):
                found.setdefault(*named.span(1))
    for m in _REPORTS.finditer(text):
        named = _REPORTER.search(text, max(0, m.start() - 60), m.start())
        if named and _foreign(named[1]):
            found.setdefault(*named.span(1))
    for m in _POSTS.finditer(lower):
        if (named := _POST.match(text, m.end())) and named[1] not in _ORGANS:
            found.setdefault(*named.span(1))
    return found


@cache
def _papers() -> re.Pattern[str]:
    """A paper as the source of a report, without the word `báo`: `(Theo Thanh Niên)`."""
    press = (r["phrase"] for r in table("organization_words") if r["kind"] == "press")
    names = {phrase for phrase in press if phrase[0].isupper() and " " in phrase}
    either = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    source = "(?:Theo|Nguồn:)"
    return re.compile(rf"(?:\({source}|(?<=\n){source}) ?({either})(?=\)|\n|$)")


def _legal_start(text: str, end: int) -> int | None:
    """Where the capital words before `Group` begin, without what opens the sentence."""
    m = _BEFORE_LEGAL.search(text, max(0, end - 60), end)
    if m is None:
        return None
    start, words = m.start(), m[0].split()
    while words and words[0] in _opening():
        start += len(words.pop(0)) + 1
    if not words or words[-1] in _COMMON:
        return None
    heads = vocabulary.heads()
    if heads.longest(Words(text[start:end], text[start:end].lower(), 0), 0)[1]:
        return None  # the head reads the whole name
    return start


def _foreign(run: str) -> bool:
    """Whether these words are no Vietnamese, no country's and no person's name."""
    words = run.split()
    if words[0] in _first_names() or fold(run) in _nations() or _NO_CREDITS & set(words):
        return False
    if run.isupper():  # an acronym; several words are a line in capitals
        return len(words) == 1 and 3 <= len(run) <= 6
    return len(run) > 3 and not any(w.isupper() or is_syllable(w) for w in words)
