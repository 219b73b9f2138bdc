"""Brands that only the words before them tell: `tờ Independent`, `cổ phiếu Hoa Sen`, `CEO BKAV`.

The table of cues says what each announces.  What it announces must look like a name that this
sort of body bears, and like no place and no person.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from trich.extract.names import UPPER, is_syllable, name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.brands import (
    NO_CREDITS,
    ORGANS,
    SPEAKERS,
    first_names,
    nations,
)
from trich.extract.organizations.canonical import province_kinds
from trich.extract.organizations.vocabulary import Words
from trich.lexicon import fold, table

_PART = rf"[{UPPER}][\w'&+]*(?:-\w+)*"
_NAME = re.compile(rf"{_PART}(?: (?:& )?{_PART}){{0,3}}")
#: Two capitals in one word, as brands and hardly anything else have: `VinFast`, `LienViet`.
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]{2,}[A-Za-z]*")
_NO_CAMEL = re.compile(r"Ma?c[A-Z]|De[A-Z]|Di[A-Z]|Fitz|La[A-Z]|Le[A-Z]|O[A-Z]|Van[A-Z]")
#: Things and platforms that are written like a firm.
_THINGS = frozenset(
    {"YouTube", "WhatsApp", "LinkedIn", "MacBook", "PlayStation", "PowerPoint", "JavaScript",
     "WordPress", "AirPods", "GitHub", "OneDrive", "PayPal", "FaceTime", "WeChat", "TikTok",
     "FaceBook", "Facebook", "Fanpage", "Twitter", "Instagram", "Youtube", "Wikipedia", "Zalo",
     "Internet", "Web", "Website", "Telegram", "Viber", "Messenger", "Windows", "Android", "Covid",
     "Euro", "World", "Cup", "Champions", "League", "Premier", "Games", "V-League", "Olympic"}
)  # fmt: skip


@cache
def last_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """The cues by their last word, the longest first: each with its kind."""
    by_last: dict[str, list[tuple[str, str]]] = {}
    for r in table("organization_cues"):
        by_last.setdefault(r["cue"].rpartition(" ")[2], []).append((r["cue"] + " ", r["kind"]))
    return {last: tuple(sorted(cues, key=lambda c: -len(c[0]))) for last, cues in by_last.items()}


def announced(text: str, lower: str, start: int, before: str) -> int | None:
    """The end of the brand at `start` that the words before it, ending in `before`, announce.

    >>> text = "Giá cổ phiếu Hoa Sen giảm."
    >>> text[13:announced(text, text.lower(), 13, "phiếu")]
    'Hoa Sen'
    """
    for cue, kind in last_words()[before]:
        at = start - len(cue)
        if at < 0 or not lower.startswith(cue, at) or (at and lower[at - 1].isalnum()):
            continue
        end = _name(text, start)
        if end is None:
            return None
        if kind == "such" and _FIRMS.search(lower, max(0, start - 70), start) is None:
            return None
        follows = name_end(text, end + 1) is not None if text[end : end + 1] == " " else False
        return end if _bears(text[start:end], kind, cue, follows) else None
    return None


#: What a post in Title Case goes on with: `Chủ Tịch Nước`, `Giám Đốc Âm Nhạc`.
_OF_POSTS = frozenset(
    {"Nước", "Sáng", "Điều", "Danh", "Thường", "Âm", "Kỹ", "Kinh", "Nhân", "Tài", "Phụ", "Vùng",
     "Khu", "Tỉnh", "Huyện", "Thành", "Xã", "Phường", "Quận", "Chuyên", "Chương", "Sản", "Nghệ"}
)  # fmt: skip
_DIRECTIONS = frozenset({"Bắc", "Nam", "Đông", "Tây"})
_FIRMS = re.compile(
    r"(?<!\w)(?:doanh nghiệp|công ty|hãng|tập đoàn|ngân hàng|thương hiệu|tên tuổi|đối thủ|ông lớn"
    r"|nhà sản xuất|nhà bán lẻ|nhà mạng|đại gia|chuỗi|sàn)(?!\w)[^.;:\n]{0,50}như $"
)
_NEXT = re.compile(rf"(?:, | và | hay | hoặc |/)({_NAME.pattern})(?=[,.;)…/\n]| và | \(|$| [a-zđ])")


def next_of_list(text: str, end: int, such: bool) -> tuple[int, int] | None:
    """The brand that goes on with a list of brands, the last of which ends at `end`.

    `such` tells that firms are listed, so that Vietnamese names count too.

    >>> text = "Canon, Yamaha và Sumitomo"
    >>> text[slice(*next_of_list(text, 5, False))]
    'Yamaha'
    """
    m = _NEXT.match(text, end)
    if m is None:
        return None
    start, stop = m.span(1)
    stop = _name(text, start) or stop
    closed = (
        m[0].startswith((" và ", " hay ", " hoặc "))
        or text[stop : stop + 1] in (",", ".", ";", ")", "…", "/", "")
        or text.startswith((" và ", " ("), stop)
    )
    kind = "such" if such else "list"
    if not (closed or such) or not _bears(text[start:stop], kind, "", False):
        return None
    return start, stop


def _name(text: str, start: int) -> int | None:
    """The end of the capital words from `start` on, before a person's name among them."""
    m = _NAME.match(text, start)
    if m is None:
        return None
    for gap in re.finditer(" ", m[0]):
        at = start + gap.start()
        first = text[start:at]
        if first.isupper() and 2 < len(first) < 7 and not text[at + 1 : m.end()].isupper():
            return at  # `người phát ngôn BNPB Sutopo Nugroho`
        if name_end(text, at + 1) is not None or text.startswith(_HONORIFICS, at + 1):
            return at
        if _head(text[at + 1 : m.end() + 16]):
            return None
    return m.end() - (m[0][-1] in "'&+")


def _head(text: str) -> bool:
    """Whether a head begins the text: `HĐQT Công ty`."""
    return vocabulary.heads().longest(Words(text, text.lower(), 0), 0)[1] is not None


_HONORIFICS = ("Ông ", "Bà ", "TS", "PGS", "GS")


@lru_cache(1 << 12)
def _bears(name: str, kind: str, cue: str, follows: bool) -> bool:
    """Whether a body that the cue announces may bear the name; `follows`: a person stands next."""
    words = name.split()
    if not _THINGS.isdisjoint(words) or len(words) > 3 or len(name) < 2 or _known(name):
        return False
    if words[0] in ORGANS or words[0] in SPEAKERS:
        return False
    if kind == "post" and words[0] in _OF_POSTS:
        return False
    if cue == "phía " and words[0] in _DIRECTIONS:
        return False
    strange = not any(is_syllable(w) or len(w) < 3 for w in words)
    if len(words) == 1 and name.isupper() and len(name) > 1:
        wanted = 2 if kind in ("medium", "agency", "bank", "such") else 3
        short = wanted <= len(name) <= 6 and name[0].isalpha()
        return short and name not in ORGANS and name not in SPEAKERS and name not in NO_CREDITS
    if len(words) == 1 and is_camel(name):
        return True
    if words[0] in first_names() and kind != "medium":
        return False
    if strange:
        return kind != "post" or follows
    if kind == "medium":
        return cue.startswith(_PAPERS) and not surname_strength(words[0])
    if not 2 <= len(words) <= 3:
        return False
    if kind not in ("share", "such") and name.lower() in vocabulary.communes():
        return False
    sure = kind in ("share", "such") and len(words) == 2
    return kind in ("share", "firm", "post", "such") and (
        surname_strength(words[0]) is None or follows or sure
    )


_PAPERS = ("tờ", "nhật báo", "tuần báo")


def _known(name: str) -> bool:
    """Whether the name is a place's or a country's, or begins with one or with a head."""
    w = Words(name, name.lower(), 0)
    if fold(name) in nations() or fold(name.split()[0]) in nations():
        return True
    tables = (vocabulary.places(), vocabulary.countries(), vocabulary.heads(), vocabulary.people())
    return any(t.longest(w, 0)[1] for t in tables)


_PIECE = rf"[{UPPER}][\w&]*(?:\.\w+)*"
_RUN = re.compile(rf"{_PIECE}(?: {_PIECE}){{2,5}}")


@lru_cache(1 << 12)
def _is_side(run: str) -> bool:
    """Whether capital words are a sponsor's or a club's name and a province."""
    words = run.split()
    w = Words(run, run.lower(), 0)
    if name_end(run, 0) is not None or _known(run) or surname_strength(words[0]) == "strong":
        return False
    end, place = vocabulary.places().longest(w, len(words) - 2)
    if place is None or end != len(words) or place[1] not in ("tỉnh", "thành phố"):
        return False
    return len(words) > 2 and place[0] in province_kinds()


def side(text: str, start: int) -> int | None:
    """The end of a club's name that ends with a province: `Tiến Nông Thanh Hóa`.

    >>> text = "Đội Tiến Nông Thanh Hóa thắng."
    >>> text[4:side(text, 4)]
    'Tiến Nông Thanh Hóa'
    """
    m = _RUN.match(text, start)
    if m is None or text[start - 1 : start].isalnum():
        return None
    return m.end() if _is_side(m[0]) else None


def is_camel(word: str) -> bool:
    """Whether a word has the two capitals of a brand.

    >>> [is_camel(w) for w in ("VinCommerce", "McCain", "YouTube", "Vinamilk")]
    [True, False, False, False]
    """
    return (
        _CAMEL.fullmatch(word) is not None and _NO_CAMEL.match(word) is None and word not in _THINGS
    )


#: What bears a name with two capitals and is no firm.
_KINDS_OF_THINGS = (
    "vệ tinh", "tàu vũ trụ", "tên lửa", "phần mềm", "ứng dụng", "nền tảng", "trò chơi", "game",
    "máy bay", "robot", "thuốc", "vắc xin", "vắc-xin", "vaccine", "mẫu xe", "dòng xe",
    "chương trình", "dự án", "cuộc thi", "giải", "chiến dịch", "thẻ", "chip", "công nghệ",
    "hệ điều hành", "mô hình", "bộ", "điện thoại", "máy tính", "virus", "mã độc", "đồng tiền",
    "tiền ảo", "phim", "ví",
)  # fmt: skip


@lru_cache(1 << 10)
def _said_of(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_KINDS_OF_THINGS)}) {re.escape(word)}(?!\w)")


def is_thing(lower: str, word: str) -> bool:
    """Whether the text says of what kind the thing of this name is.

    >>> is_thing("vệ tinh microdragon nặng 50 kg.", "microdragon")
    True
    """
    return word in lower and _said_of(word).search(lower) is not None
