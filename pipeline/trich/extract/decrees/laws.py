"""Laws by name: where a name ends, and which law it means.

A listed law (lexicon/laws.csv) is taken in any case, with or without its commas, and by its
abbreviations; an unlisted one only with capitals, up to the first word that opens a predicate.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from trich.extract.decrees.bodies import name_reach
from trich.extract.decrees.pattern import Pattern
from trich.lexicon import table


class Law(NamedTuple):
    """A law's name in a text: its end, canonical name, and the rule that read it."""

    end: int
    canonical: str
    rule: str


_TOKEN = Pattern(
    r" ?(?:,|[^\W_]+(?:[&.][^\W_]+)*|[\"“”()/&-])", yes=(" bảo", "hn&gđ", " ("), no=(";",)
)
_END = ""

#: What "luật" is part of when no law follows: "pháp luật", "kỷ luật", "Công ty Luật".
NOT_BEFORE = Pattern(
    r"(?:pháp|kỷ|đạo|quy|định|hình|nhạc|thi|âm|giới|ngành|khoa|môn|trường|học|viện|ty|phòng|hãng|"
    r"nhân|sĩ|sinh|chí|giáo|trọng|đoàn|bộ|vụ|sở|nghề|nhà|tư vấn|giảng viên|câu lạc|ban|clb|"
    r"dịch vụ|lớp|phạm|ths|ts)[ .]$",
    yes=("pháp ", "công ty "),
    no=("theo ",),
)
# A name that "Luật" makes no law with.
_NO_LAW = Pattern(
    r"(?:sư|gia|học|pháp|lệ|chơi|tnhh|số|kinh tế|quốc tế|hà nội|huế|tp|hồ chí minh|so sánh|la mã|"
    r"hồi giáo|nhân quả|tư pháp quốc tế|việt nam|sửa đổi|này|mới|trên|thành văn|tục|rừng|"
    r"hành chính|"
    r"thương mại quốc tế|biển quốc tế|nhân đạo|hiến pháp|magna|murphy|tạng|ngầm|bất thành|"
    r"bóng đá|thi đấu|việt vị|cung cầu|hấp dẫn|đời)(?![^\W_])",
    yes=("sư", "việt vị"),
    no=("dược", "việt"),
)
_VIETNAMESE = Pattern(
    r"[đăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]",
    yes=("luật",),
    no=("law",),
)
_SYLLABLE = 7  # letters, at most: "Luật Hammurabi" is no Vietnamese name
_ANOTHER = Pattern(r",? và (?:bộ )?luật ", yes=(" và bộ luật ",), no=(" và pháp luật ",))
_ACRONYM = Pattern(r"[A-ZĐ&]{3,}(?![^\W_])", yes=("BHYT",), no=("Dược",))
#: "Luật sửa đổi, bổ sung một số điều của Luật Dược": an act named after the one it amends.
AMENDING = Pattern(
    r" (?:sửa đổi, bổ sung|sửa đổi|bổ sung)(?: một số| các)? điều của(?: các| \d{1,2})? "
    r"(?=(?:bộ )?luật |pháp lệnh )",
    yes=(" sửa đổi, bổ sung một số điều của luật dược",),
    no=(" sửa đổi một số điều của nghị định",),
)


def _tokens(name: str) -> list[str]:
    return [m.group().strip() for m in _TOKEN.finditer(name.lower())]


@cache
def _trie(kind: str) -> dict[str, Any]:
    """The names of this type as nested dicts by token; under _END (canonical, capitals only)."""
    root: dict[str, Any] = {}

    def add(tokens: list[str], canonical: str, exact: bool) -> None:
        node = root
        for token in tokens:
            node = node.setdefault(token, {})
        node.setdefault(_END, (canonical, exact))

    for row in table("laws"):
        if row["type"] != kind:
            continue
        for name in (row["name"], *row["aliases"].split("|")):
            if not name:
                continue
            tokens = _tokens(name)
            # an abbreviation must keep its capitals: TM and AI are other things in lower case
            exact = name.upper() == name
            add(tokens, row["canonical"], exact)
            add([t for t in tokens if t != ","], row["canonical"], exact)
            add(["-" if t == "," else t for t in tokens], row["canonical"], exact)
            add([t for t in tokens if t != "-"], row["canonical"], exact)
            add(_tokens(name.replace("&", " & ")), row["canonical"], exact)
    return root


def listed_law(text: str, lower: str, at: int, kind: str) -> Law | None:
    """The longest listed name of this type (`Luật`, `Bộ luật`, …) that begins at `at`.

    >>> t = "khám, chữa bệnh năm 2023"
    >>> listed_law(t, t, 0, "Luật")
    Law(end=15, canonical='Luật Khám bệnh, chữa bệnh', rule='named-law')
    """
    node: dict[str, Any] = _trie(kind)
    pos, best = at, None
    while m := _TOKEN.match(lower, pos):
        token = m.group().strip()
        if token not in node:
            break
        node, pos = node[token], m.end()
        if _END in node:
            canonical, exact = node[_END]
            if not exact or text[at:pos].isupper():
                best = Law(pos, canonical, "named-law")
    return best


def unlisted_law(text: str, lower: str, at: int, word: str) -> Law | None:
    """The name of a law that no list has: it begins with a capital and holds Vietnamese letters.

    >>> t = "Thủy điện nhỏ được Quốc hội xem xét"
    >>> unlisted_law(t, t.lower(), 0, "Luật").canonical
    'Luật Thủy điện nhỏ'
    """
    if not text[at : at + 1].isupper() or _NO_LAW.match(lower, at):
        return None
    shouted = text[at : at + 12].isupper() and not word.isupper()
    if shouted and not _ACRONYM.match(text, at):
        return None
    end = name_reach(text, lower, at, 5)
    if another := _ANOTHER.search(lower, at, end):
        end = another.start()
    name = text[at:end]
    if (
        " " not in name
        or len(name.split(" ")[0]) > _SYLLABLE
        or not _VIETNAMESE.search(name.lower())
    ):
        return None
    return Law(end, f"{word.capitalize()} {' '.join(name.split())}", "unlisted-law")
