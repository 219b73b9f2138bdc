"""Whether a number behind a type word is a document's, and no count, year or measure.

"quyết định 3 vấn đề" counts, "kế hoạch 2019" plans a year, "Đề án 636" is a ship.
"""

from __future__ import annotations

import re
from functools import cache

from trich.extract.decrees.bodies import read_body
from trich.extract.decrees.cited import Page
from trich.extract.decrees.codes import known_code
from trich.extract.decrees.issued import read_date
from trich.extract.decrees.numbers import Number, system, type_code
from trich.extract.decrees.pattern import Pattern
from trich.extract.decrees.words import Word, type_word_at
from trich.lexicon import table

_NEXT_WORD = Pattern(r" ([^\W\d_]+)(?: ([^\W\d_]+))?", yes=(" người",), no=("1",))
# Where a sentence or a heading opens, a capital tells nothing.
_OPENING = Pattern(
    r"(?:^|[\n“\"(•*]|[.!?:;|-] )$", yes=("", "\n", ". ", "“", "- "), no=("theo ", ", ")
)
_CITING_BEFORE = Pattern(
    r"(?:theo|căn cứ|tại|thực hiện|triển khai|ký|thu hồi|hủy bỏ|hủy|bãi bỏ|trong) $",
    yes=("theo ", "căn cứ "),
    no=("theo đó ",),
)
#: "của Ban Bí thư", "do Bộ Y tế ban hành", "vừa được Quốc hội thông qua"
OF = Pattern(
    r"(?:(?: (?:đã|vừa|mới|chính thức))+(?= được)| ?,?) ?(?P<prep>của|do|mà|được) ",
    yes=(" của Bộ", ", do Bộ", " mà Bộ", " vừa được Quốc hội"),
    no=(" về",),
)
#: what a body does to a document it issues
ISSUED = Pattern(
    r" (?:(?:đã|vừa|mới) )*"
    r"(?:(?:ký )?ban hành|ký(?! kết)|công bố|thông qua|cấp(?! cho| nước| giấy))",
    yes=(" ban hành", " cấp ngày"),
    no=(" trình",),
)
#: what leads to an issue date
DATE_CUE = Pattern(
    r" ?,? ?(?:cùng |đều )?(?:(?:(?:đã |vừa |mới )?(?:được )?"
    r"(?:ký ban hành|ban hành|phát hành|công bố|thông qua|ký|ra đời|ra|cấp|lập|đề|gửi)"
    r"(?: vào| từ| hồi)?|có từ) )?"
    r"(?:(?:hồi|lúc) \d{1,2} ?(?:giờ|h|g|:)(?: ?\d\d)?(?: phút)?,? )?"
    r"(?:vào |hồi )?(?=ngày ?\d|năm \d|tháng \d|hôm |(?:sáng|chiều|tối) (?:nay|qua))",
    yes=(
        " ngày 3/4",
        ", ngày 3/4",
        " ban hành ngày 3/4",
        " ra đời năm 2009",
        " hồi 19 giờ ngày 3",
        " đề ngày 3",
    ),
    no=(" có hiệu lực từ ngày 3/4",),
    how="match",
)
_UN = Pattern(
    r"Hội đồng Bảo an|HĐBA|Liên hợp quốc|Liên Hợp Quốc|Liên hiệp quốc|LHQ|Đại hội đồng|UNSC",
    yes=("Hội đồng Bảo an",),
    no=("Hội đồng nhân dân",),
)
_SHIP = Pattern(
    r"tàu|hạm|khu trục|lớp|kilo|hải quân|nga ", yes=("tàu ngầm đề án 636",), no=("đề án 06",)
)


# Who signs a "sắc lệnh" abroad.
_ABROAD = Pattern(
    r"Tổng thống|Nhà Trắng|Quốc vương|Nhà vua|Hoàng gia|Kremlin|Washington|Mỹ|Nga(?![^\W_])",
    yes=("Tổng thống Mỹ",),
    no=("Chủ tịch nước", "Ngành y"),
)
_MOST_ORDERS = 999  # the presidential orders of 1945-1959 stay below, by year


@cache
def _foreign() -> Pattern:
    names = sorted((re.escape(r["name"]) for r in table("foreign")), key=len, reverse=True)
    return Pattern(
        r"(?:[ ,(]*(?:năm )?\d{4}\)?)?(?: của| ở| tại)?(?: nước| bang)? ?"
        rf"(?:{'|'.join(names)})(?![^\W_])",
        yes=(" của Singapore", " Trung Quốc"),
        no=(" của Chính phủ",),
    )


def foreign_behind(page: Page, at: int) -> bool:
    """Whether a foreign country stands behind: "Luật An ninh mạng Trung Quốc"."""
    return _foreign().match(page.text, at) is not None


def ends_foreign(name: str) -> bool:
    """Whether a name ends in a foreign country: "Luật Nhập cư Hoa Kỳ"."""
    words = name.split(" ")
    return any(_foreign().fullmatch(" " + " ".join(words[-k:])) for k in (1, 2, 3))


def accept(page: Page, at: int, end: int, word: Word, so: bool, n: Number) -> str | None:
    """`yes`, `tentative` or None: is the number behind the type word at [at, end) a document's?

    `so` tells whether "số" stands between.  A tentative one needs the article to bear it out.
    """
    titled = page.text[at].isupper()
    if n.code:
        kind = type_code(n)
        if not so and kind and word.codes and kind not in word.codes and not titled:
            return None
        if word.evidence == "law" and not (n.tokens[0].startswith(("QH", "UBTVQH")) or kind):
            return None
        known = known_code(n.tokens[0]) is not None or system(n) == "court"
        return "yes" if known or so or word.evidence == "bare" else None
    if word.evidence == "coded" or len(n.serial) > 5 or _foreign_number(page, at, word, n):
        return None
    if word.evidence == "law":
        return "yes" if so and _law_number(page, at, word, n) else None
    if _named_behind(page, n.end):
        return "yes" if not (word.evidence == "named" and not so and not titled) else None
    if n.year:
        month = n.value <= 12 and word.evidence != "bare"
        return "yes" if so or not month else None
    return _accept_serial(page, at, end, word, so, n)


def _law_number(page: Page, at: int, word: Word, n: Number) -> bool:
    """ "Luật số 15/2023", "Luật số 12": of a law, and no house, company or journal."""
    if word.type not in ("Luật", "Bộ luật"):
        return n.year is not None
    before = page.lower[max(0, at - 12) : at].rstrip().rpartition(" ")[2]
    return n.year is not None or (
        page.text[at].isupper() and before not in ("ty", "phòng", "hãng", "chí", "phố", "đường")
    )


def _accept_serial(page: Page, at: int, end: int, word: Word, so: bool, n: Number) -> str | None:
    text, lower = page.text, page.lower
    if word.evidence == "named" or (word.evidence == "so" and not so):
        return None
    if "." in n.serial or (not so and 1900 <= int(n.serial) <= 2099):
        return None
    reading = _reading(page, n.end)
    if reading == "count" or (not so and _counts_on(page, at, n)):
        return None
    titled, several = text[at].isupper(), len(n.serial) > 1
    if so or word.evidence == "bare":
        # "chỉ thị 3 mũi" gives three of something
        return "yes" if so or reading or several or titled else None
    if not several and word.type != "Quyết định":
        return None
    shouted = text[at:end].isupper()
    if titled and not shouted:
        # a title may go on with a capital ("Quyết định 1093 Bộ Y tế"), a headline may not
        capital = text[n.end + 1 : n.end + 2].isupper()
        inside = several and not _OPENING.search(text, max(0, at - 3), at)
        return "yes" if reading or capital or inside else None
    if not reading:
        return None
    citing = _CITING_BEFORE.search(lower, max(0, at - 16), at)
    # who counts, counts round
    sure = len(n.serial) > 2 and (n.value % 10 or reading == "sure") and word.surface not in _VERBS
    return "yes" if titled or citing or sure else "tentative"


# Type words that are verbs as well: "Nghị định 168 quy định mức phạt".
_VERBS = ("quy định", "hướng dẫn", "thông báo", "báo cáo", "kết luận", "chỉ thị")
_COUNT_BEFORE = Pattern(
    r"(?<!điều )(?<!khoản )(?<!mục )(?<!điểm )(?<![\d.,])\d[\d.,]* $",
    yes=("có 04 ",),
    no=("theo ", "xe máy, ", "điều 5 ", "khoản 12 "),
)


def _counts_on(page: Page, at: int, n: Number) -> bool:
    """Whether the number counts what follows it: "04 nghị định 05 nghị quyết"."""
    if not type_word_at(page, n.end + 1):
        return False
    verb = page.text.startswith((*_VERBS, "quyết định"), n.end + 1)
    return not verb or _COUNT_BEFORE.search(page.lower, max(0, at - 12), at) is not None


def accept_item(page: Page, n: Number, so: bool, sep: str, listed: bool) -> bool:
    """Whether a further number belongs to a list of documents: "281 và 1093".

    `listed` tells whether yet another item follows it.
    """
    if n.code:
        return known_code(n.tokens[0]) is not None or so
    if len(n.serial) > 5 or _counts_on(page, n.start, n):
        return False
    if n.year:
        return True
    if not so and (1900 <= n.value <= 2099 or "." in n.serial):
        return False
    reading = _reading(page, n.end)
    several_digits = len(n.serial) > 1
    if reading == "count" or reading is None:
        return listed and reading is None
    return so or listed or sep in ("và", "đến") or reading == "sure" or several_digits


@cache
def _readings() -> dict[str, str]:
    """What the one or two words behind a number make of it."""
    return {row["words"]: row["number"] for row in table("number_followers")}


def _reading(page: Page, end: int) -> str | None:
    """What follows a number makes of it: a `name` (or one for `sure`), a `count`, or None where
    that does not tell.  Where the clause ends, the number is a name.
    """
    m = _NEXT_WORD.match(page.lower, end)
    if m is None:
        return None if page.text[end : end + 2].strip(" ").isalnum() else "sure"
    if m[1] in ("năm", "ngày", "tháng") and read_date(page.lower, end + 1):
        return "sure"
    readings = _readings()
    return readings.get(f"{m[1]} {m[2]}") or readings.get(m[1])


def _named_behind(page: Page, end: int) -> bool:
    """Whether an issuer or an issue date follows directly."""
    if of := OF.match(page.lower, end):
        body = read_body(page.text, page.lower, of.end())
        return body is not None and (
            of["prep"] == "của" or ISSUED.match(page.lower, body.end) is not None
        )
    if cue := DATE_CUE.match(page.lower, end):
        return read_date(page.lower, cue.end(), published=page.published) is not None
    return False


def _foreign_number(page: Page, at: int, word: Word, n: Number) -> bool:
    if foreign_behind(page, n.end):
        return True
    if word.type == "Nghị quyết" and len(n.serial) >= 3:
        start, end = line_at(page, at)
        near = page.text[max(start, at - 70) : min(end, n.end + 70)]
        return _UN.search(near) is not None
    if word.type == "Sắc lệnh":
        start, end = line_at(page, at)
        return n.value > _MOST_ORDERS or _ABROAD.search(page.text, start, end) is not None
    if word.type == "Đề án":
        return _SHIP.search(page.lower, max(0, at - 40), n.end + 12) is not None
    return False


def line_at(page: Page, at: int) -> tuple[int, int]:
    """The line that a position stands in, no further than 200 characters back and 300 on."""
    start = page.text.rfind("\n", max(0, at - 200), at) + 1 or max(0, at - 200)
    end = page.text.find("\n", at, at + 300)
    return start, end if end >= 0 else min(len(page.text), at + 300)
