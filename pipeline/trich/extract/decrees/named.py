"""Documents cited by name: laws, constitutions, resolutions of congresses and plenums, standards,
and a few papers that everybody knows by a nickname (lexicon/documents.csv)."""

from __future__ import annotations

import re
from functools import cache

from trich.article import Span
from trich.extract.decrees import codes, numbers
from trich.extract.decrees.cited import Cited, Page
from trich.extract.decrees.evidence import ends_foreign, foreign_behind
from trich.extract.decrees.laws import AMENDING, NOT_BEFORE, Law, listed_law, unlisted_law
from trich.extract.decrees.numbers import read_number
from trich.extract.decrees.pattern import Pattern
from trich.extract.decrees.trailers import read_trailers
from trich.extract.decrees.words import Word
from trich.lexicon import table

#: the way from a type word to its number: "số", "Số:", "(số", "mang số"
SO = Pattern(
    r" {0,3}\(?(?:mang )?(?:số|so)(?: hiệu| ký hiệu)? {0,2}:? {0,3}(?=\d)|"
    r" ?: ?(?:số )?(?=\d[\w. ]*[/-])| s (?=\d{1,5} ?/)",
    yes=(" số 12", " (số 12", " số: 12", ": 131/2025", ": số 19-NQ/TW", " s 978/BYT"),
    no=(" sổ 12", ": 12 người"),
)
GAP = Pattern(r" {1,3}(?=\d)", yes=(" 12",), no=(" x",))
_OF_YEAR = Pattern(r" năm \d{4}", yes=(" năm 2024",), no=(" 2024",))
_REVISED_NAME = Pattern(
    r" ?\(?(?:sửa đổi(?:, bổ sung)?|bổ sung|mới)(?![^\W_])\)?", yes=(" (sửa đổi)",), no=(" sửa",)
)
_LAW_TAIL = Pattern(r"(?:,| và|, và) (?=[^\W\d_])", yes=(", Nhà",), no=("; Nhà",))
_BARE_YEAR = Pattern(
    r" (?:năm )?(?:19|20)\d\d(?![\d/.-]|[^\W_])", yes=(" 2014", " năm 2014"), no=(" 2014/NĐ",)
)
_NAME_ENDS = Pattern(
    r"$|[,.;:)\n]|"
    r" (?:(?:19|20)\d\d|và|cùng|được|có|đã|sửa|mới|năm|của|là|trong|cho|để|theo)(?![^\W_])",
    yes=(",", " 2014", " và "),
    no=(" nước", " sĩ"),
    how="match",
)
_AND_LAW = Pattern(
    r"(?:,| và|, và) (?=(?:bộ )?luật [^\W\d_])", yes=(" và luật dược",), no=(" và nhà ở",)
)
_PLURAL_BEFORE = Pattern(
    r"(?:các|những|hai|ba|bốn|năm|\d) (?:dự án |dự thảo )?$",
    yes=("các ", "3 dự án "),
    no=("theo ",),
)
# "Tòa án Hiến pháp"
_CONSTITUTIONAL = Pattern(
    r"(?:tòa án|tòa|hội đồng|ủy ban|viện|hợp|vi) $", yes=("tòa án ",), no=("theo ",)
)
_CONSTITUTIONS = {"1946", "1959", "1980", "1992", "2001", "2013", "2025"}

_ORDINAL = r"(?i:[ivx]{1,5}|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?![^\W_]| ?-|/)"
_KHOA = r"(?:,? (?:\(khóa (?:[IVX]{1,5}|\d{1,2})\)|(?i:khóa) (?:[IVX]{1,5}|\d{1,2})(?![^\W_])))?"
_PLENUM = Pattern(
    r"(?i:nghị quyết|nq)(?: |(?=T\.?[WƯ]))(?i:hội nghị )?"
    r"(?:(?i:trung ương|tw|tư|t\.ư)(?i: đảng)?(?i:,? lần thứ)? " + _ORDINAL + "|"
    r"(?i:lần thứ) (?:\w{1,5}|mười \w{2,4}),? (?i:của )?(?i:ban chấp hành|bch) "
    r"(?i:trung ương|tw)(?i: đảng)?)" + _KHOA,
    yes=(
        "Nghị quyết Trung ương 4 khóa XII",
        "NQTW 5",
        "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII",
    ),
    no=("Nghị quyết Trung ương về y tế", "Nghị quyết 20-NQ/TW"),
)
_CONGRESS = Pattern(
    r"(?i:nghị quyết|nq) (?i:đại hội)(?: (?:[Đđ]ại biểu|[Tt]oàn quốc|Đảng bộ|đảng bộ|Đảng|"
    r"(?!lần|thứ|về|đã|của|là)[^\W\d_]+)){0,9}?(?i:,? lần thứ)? "
    r"(?:[IVX]{1,5}|\d{1,2})(?![^\W_]|[/-])",
    yes=("Nghị quyết Đại hội XIII", "NQ Đại hội Đảng bộ tỉnh lần thứ XX"),
    no=("Nghị quyết Đại hội về nhân sự",),
)
_NATIONAL = {"đại", "biểu", "toàn", "quốc", "đảng", "lần", "thứ"}
_OF_PARTY = Pattern(
    r" của (Đảng|đảng)(?! ?(?:bộ|ủy)|[^\W_])", yes=(" của Đảng",), no=(" của Đảng bộ",)
)
_SPACED = re.compile(r" ?([:/-]) ?")
_STANDARD = Pattern(
    r" ?((?:[A-Z]{2,4}(?:/[A-Z]{2,4})? )?(?:[IVX]{1,4}(?= ?-))?\d{0,5}"
    r"(?: ?- ?(?:\d{1,3}|[A-Z]{1,3})(?= ?[:-])){0,2} ?[:-] ?"
    r"(?:19|20)\d\d(?:/(?P<issuer>[A-ZĐ]{2,10}))?)(?![^\W_])",
    yes=(" 4470:2012", " ISO 15189:2014", " 01-1:2018/BYT", " I-1:2017"),
    no=(" 2012", " số 1"),
)


def read_law(page: Page, at: int, end: int, word: Word) -> list[Cited]:
    """The law that a type word at [at, end) opens, with further ones of a list."""
    if word.evidence == "name":
        law: Law | None = Law(end, word.canonical or "", "law-abbreviation")
    elif word.evidence == "constitution":
        return _constitution(page, at, end, word)
    elif amending := AMENDING.match(page.lower, end):
        law = _amending_law(page, at, amending.end())
    else:
        law = _law_name(page, at, end, word)
    if law is None or foreign_behind(page, law.end):
        return []
    c = Cited(at, law.end, word.type, law.rule, name=law.canonical, id=law.canonical)
    c.issuer = c.issuer_name = word.issuer
    c.system = _system(law.canonical)
    read_trailers(page, c, law=True)
    _number_behind(page, c)
    return [c, *_more_laws(page, c, word)]


def _system(canonical: str) -> str:
    """Statutes are the Party's or an organization's, laws the State's."""
    if not canonical.startswith("Điều lệ"):
        return "state"
    return "party" if canonical.endswith("Đảng") else "mass"


def _law_name(page: Page, at: int, end: int, word: Word) -> Law | None:
    text, lower = page.text, page.lower
    if text[end : end + 1] != " ":
        return None
    part_of_word = NOT_BEFORE.search(lower, max(0, at - 12), at)
    if word.surface == "luật" and part_of_word and not _breached(page, at):
        return None
    law = listed_law(text, lower, end + 1, word.type)
    if law and word.surface == "điều lệ" and not text[end + 1].isupper():
        return None
    if law is None and text[at].isupper() and word.surface != "điều lệ":
        law = unlisted_law(text, lower, end + 1, text[at:end])
        if law and ends_foreign(text[end + 1 : law.end]):
            law = None
    return law


def _amending_law(page: Page, at: int, inner: int) -> Law | None:
    """ "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B" up to the last law's end."""
    text, lower = page.text, page.lower
    end = None
    while True:
        kind = "Bộ luật" if lower.startswith("bộ luật ", inner) else "Luật"
        kind = "Pháp lệnh" if lower.startswith("pháp lệnh ", inner) else kind
        law = listed_law(text, lower, inner + len(kind) + 1, kind)
        law = law or unlisted_law(text, lower, inner + len(kind) + 1, kind)
        if law is None:
            break
        end = law.end
        more = _AND_LAW.match(lower, end)
        if more is None:
            break
        inner = more.end()
    if end is None:
        return None
    name = " ".join(text[at:end].split())
    return Law(end, name[0].upper() + name[1:], "amending-law")


def _breached(page: Page, at: int) -> bool:
    """ "vi phạm Luật Đất đai" breaks a law, "phạm luật" only the rules."""
    return page.text[at].isupper() and page.lower.endswith("vi phạm ", 0, at)


def _constitution(page: Page, at: int, end: int, word: Word) -> list[Cited]:
    text, lower = page.text, page.lower
    law = listed_law(text, lower, end + 1, word.type)
    court = _CONSTITUTIONAL.search(lower, max(0, at - 9), at)
    idiom = lower.startswith((" và pháp luật", ", pháp luật"), end)
    if court or idiom or foreign_behind(page, end):
        return []
    c = Cited(at, law.end if law else end, word.type, "constitution", name=word.canonical)
    c.id, c.issuer, c.issuer_name = word.canonical, word.issuer, word.issuer
    c.system = "state"
    read_trailers(page, c, law=True)
    if c.date is None and not (text[at].isupper() and not text[at:end].isupper()):
        return []
    if c.date and c.date[:4] not in _CONSTITUTIONS:
        return []
    return [c]


def _number_behind(page: Page, c: Cited) -> None:
    """ "Luật Khám bệnh, chữa bệnh số 15/2023/QH15" is one citation."""
    at = c.end
    for pattern in (_REVISED_NAME, _OF_YEAR):
        if m := pattern.match(page.lower, at):
            at = m.end()
    so = SO.match(page.lower, at) or GAP.match(page.lower, at)
    if so and "(" not in so.group():
        n = read_number(page.text, so.end())
        if n and n.code and (n.year or n.tokens[0] in ("LCT", "L", "PL")):
            c.end, c.number, c.number_span = n.end, n, Span(n.start, n.end)
            c.id = numbers.canonical(n)
            read_trailers(page, c)


def _more_laws(page: Page, c: Cited, word: Word) -> list[Cited]:
    """The further names in "các luật Đất đai, Nhà ở và Kinh doanh bất động sản"."""
    out: list[Cited] = []
    sure = 0
    plural = _PLURAL_BEFORE.search(page.lower, max(0, c.start - 20), c.start)
    if c.rule != "named-law":
        return out
    end = c.stop
    while m := _LAW_TAIL.match(page.lower, end):
        law = listed_law(page.text, page.lower, m.end(), word.type)
        if law is None or not page.text[m.end()].isupper():
            break
        if not plural and not _NAME_ENDS.match(page.lower, law.end):
            break
        item = Cited(m.end(), law.end, word.type, "list", name=law.canonical, id=law.canonical)
        item.issuer = item.issuer_name = word.issuer
        item.system = c.system
        read_trailers(page, item, law=True)
        out.append(item)
        end = item.stop
        # without "các", a year makes a law of "Hôn nhân và gia đình 2014", or two names in a row
        if plural or len(out) - sure > 1 or _BARE_YEAR.match(page.lower, law.end):
            sure = len(out)
    return out[:sure]


def read_resolution(page: Page, at: int, word: Word) -> list[Cited]:
    """A resolution of a congress or of a plenum: named, not numbered."""
    if m := _CONGRESS.match(page.text, at):
        c = Cited(at, m.end(), word.type, "congress", word.codes, system="party", stop=m.end())
        c.name = c.id = _congress_name(m[0])
        if of := _OF_PARTY.match(page.text, m.end()):
            c.issuer, c.issuer_name, c.stop = Span(of.start(1), of.end(1)), of[1], of.end()
        return [c]
    if m := _PLENUM.match(page.text, at):
        c = Cited(at, m.end(), word.type, "plenum", word.codes, system="party")
        c.issuer = c.issuer_name = "Ban Chấp hành Trung ương Đảng"
        read_trailers(page, c)
        return [c]
    return []


def _congress_name(text: str) -> str:
    """One name for the resolution of a congress: a national one by its ordinal alone.

    >>> _congress_name("NQ Đại hội đại biểu toàn quốc lần thứ XIII")
    'Nghị quyết Đại hội XIII'
    """
    words = re.sub(r"^(?i:nghị quyết|nq) ", "", " ".join(text.split())).split()
    # whatever the order of "đại biểu", "toàn quốc", "Đảng": only a local congress says more
    local = set(" ".join(words[2:-1]).lower().replace(",", "").split()) - _NATIONAL
    if local:
        return "Nghị quyết " + " ".join(words)
    return "Nghị quyết Đại hội " + _roman(words[-1])


def _roman(ordinal: str) -> str:
    """The ordinal of a congress as it is official: "Đại hội 12" is the XII."""
    if not ordinal.isdigit():
        return ordinal
    tens, ones = divmod(int(ordinal), 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def read_standard(page: Page, at: int, end: int, word: Word) -> list[Cited]:
    """A standard: "TCVN 4470:2012", "QCVN 01-1:2018/BYT"."""
    m = _STANDARD.match(page.text, end)
    if m is None or not any(c.isdigit() for c in m[1].rpartition(":")[0] or m[1][:-4]):
        return []
    c = Cited(at, m.end(), word.type, "standard", number_span=Span(m.start(1), m.end()))
    c.id = word.type + " " + _SPACED.sub(r"\1", m[1])
    c.system, c.stop = "standard", m.end()
    c.issuer = codes.issuer_name(m["issuer"]) if m["issuer"] else word.issuer
    if isinstance(c.issuer, str):
        c.issuer_name = c.issuer
    read_trailers(page, c)
    return [c]


@cache
def nicknames() -> dict[str, dict[str, str]]:
    """Documents that are known by a nickname, by that name."""
    return {row["name"]: row for row in table("documents")}


def resolve_nickname(page: Page, c: Cited) -> None:
    """ "Đề án 06" is Decision 06/QĐ-TTg: its id, and its issuer where the text names none."""
    if c.number is None or c.number.code or c.type is None:
        return
    known = nicknames().get(f"{c.type} {page.text[c.number.start : c.number.end]}")
    if known and c.id is None:
        c.id = known["id"]
        full = read_number(c.id, 0)
        c.system = c.system or (numbers.system(full) if full else None)
        if c.issuer is None:
            c.issuer = c.issuer_name = known["issuer"]
