"""Whether a number behind a type word is a document's, and no count, year or measure.

"quyết định 3 vấn đề" counts, "kế hoạch 2019" plans a year, "Đề án 636" is a ship.
"""

from __future__ import annotations

from functools import cache

from trich.extract.decrees.bodies import read_body
from trich.extract.decrees.cited import Page
from trich.extract.decrees.codes import known_code
from trich.extract.decrees.issued import read_date
from trich.extract.decrees.numbers import Number, system, type_code
from trich.extract.decrees.pattern import Pattern
from trich.extract.decrees.words import Word, type_word_at
from trich.lexicon import table

# What may follow a number that is a name, where a count would have its noun.
_FOLLOWERS_WORDS = (
    "của về ngày đã được là có trong tại theo do sẽ đang này trên nêu vào cho để với cũng quy "
    "và hoặc cùng ban phê hướng sửa thay năm phải bị gồm vừa mới nhằm từ đến chỉ yêu thì mà "
    "nói ra hay còn không chưa cần bổ thực triển sau trước khi nhưng bao giao vẫn đưa ký đối "
    "bằng như khẳng tiếp xác góp tạo kèm rằng giúp áp thông khóa tới công thành bãi hủy"
)
_FOLLOWERS = frozenset(_FOLLOWERS_WORDS.split())
_LIST_FOLLOWERS = frozenset(["của", "về", "ngày", "năm", "nêu", "trên", "do"])
_COUNTED_WORDS = (
    "năm người điểm nội nhiệm giải vấn trang trường ngày tháng giờ phút lần bộ triệu tỷ tỉ "
    "nghìn ngàn đồng bản cái chiếc nhóm mục bước tiêu tuần đại cán cơ đơn địa văn xã huyện "
    "tỉnh quyển dự điều khoản chương nước bên cuộc bác ca vụ trạm loại mẫu môn lớp học"
)
_COUNTED = frozenset(_COUNTED_WORDS.split())
_NEXT_WORD = Pattern(r" ([^\W\d_]+)", yes=(" người",), no=("1",))
_CITING_BEFORE = Pattern(
    r"(?:theo|căn cứ|tại|thực hiện|triển khai|ký|thu hồi|hủy bỏ|hủy|bãi bỏ|trong) $",
    yes=("theo ", "căn cứ "),
    no=("theo đó ",),
)
#: "của Ban Bí thư", "do Bộ Y tế ban hành"
OF = Pattern(r" ?,? ?(?P<prep>của|do|mà) ", yes=(" của Bộ", ", do Bộ", " mà Bộ"), no=(" về",))
#: what leads to an issue date
DATE_CUE = Pattern(
    r" ?,? ?(?:cùng |đều )?(?:(?:(?:đã |vừa |mới )?(?:được )?"
    r"(?:ký ban hành|ban hành|thông qua|ký|ra đời|ra|cấp|lập)(?: vào| từ| hồi)?|có từ) )?"
    r"(?=ngày ?\d|năm \d|tháng \d|hôm |(?:sáng|chiều|tối) (?:nay|qua))",
    yes=(" ngày 3/4", ", ngày 3/4", " ban hành ngày 3/4", " ra đời năm 2009"),
    no=(" có hiệu lực từ ngày 3/4",),
)
_UN = Pattern(
    r"Hội đồng Bảo an|HĐBA|Liên hợp quốc|Liên Hợp Quốc|Liên hiệp quốc|LHQ|Đại hội đồng|UNSC",
    yes=("Hội đồng Bảo an",),
    no=("Hội đồng nhân dân",),
)
_SHIP = Pattern(
    r"tàu|hạm|khu trục|lớp|kilo|hải quân|nga ", yes=("tàu ngầm đề án 636",), no=("đề án 06",)
)


@cache
def _foreign() -> Pattern:
    import re

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
    if _named_behind(page, n.end) and not type_word_at(page, n.end + 1):
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
    following = _following(page, n.end)
    counted = following in _COUNTED and not _dated(page, n.end, following)
    if counted or (not so and type_word_at(page, n.end + 1)):
        return None
    closes = not following and not text[n.end : n.end + 2].strip(" ").isalnum()
    follows = closes or (following or "") in _FOLLOWERS
    if so or word.evidence == "bare":
        # "chỉ thị 3 mũi" gives three of something
        return "yes" if so or follows or len(n.serial) > 1 or text[at].isupper() else None
    if len(n.serial) < 2 and word.type != "Quyết định":
        return None
    if not follows:
        # a title may go on with a capital ("Quyết định 1093 Bộ Y tế"), a headline may not
        shouted = text[at:end].isupper()
        capital = text[n.end + 1 : n.end + 2].isupper()
        return "yes" if text[at].isupper() and capital and not shouted else None
    if text[at].isupper() or _CITING_BEFORE.search(lower, max(0, at - 16), at):
        return "yes"
    return "tentative"


def accept_item(page: Page, n: Number, so: bool, sep: str, listed: bool) -> bool:
    """Whether a further number belongs to a list of documents: "281 và 1093".

    `listed` tells whether yet another item follows it.
    """
    if n.code:
        return known_code(n.tokens[0]) is not None or so
    if len(n.serial) > 5 or type_word_at(page, n.end + 1):
        return False
    if n.year:
        return True
    if not so and (1900 <= n.value <= 2099 or "." in n.serial):
        return False
    following = _following(page, n.end)
    if following is None or listed:
        return True
    if following in ("năm", "ngày", "tháng"):
        return _dated(page, n.end, following)
    return following in (_FOLLOWERS if so or sep in ("và", "đến") else _LIST_FOLLOWERS)


def _following(page: Page, end: int) -> str | None:
    m = _NEXT_WORD.match(page.lower, end)
    return m[1] if m else None


def _dated(page: Page, end: int, word: str | None) -> bool:
    return word in ("năm", "ngày", "tháng") and read_date(page.lower, end + 1) is not None


def _named_behind(page: Page, end: int) -> bool:
    """Whether an issuer or an issue date follows directly."""
    if of := OF.match(page.lower, end):
        return read_body(page.text, page.lower, of.end()) is not None
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
    if word.type == "Đề án":
        return _SHIP.search(page.lower, max(0, at - 40), n.end + 12) is not None
    return False


def line_at(page: Page, at: int) -> tuple[int, int]:
    """The line that a position stands in, no further than 200 characters back and 300 on."""
    start = page.text.rfind("\n", max(0, at - 200), at) + 1 or max(0, at - 200)
    end = page.text.find("\n", at, at + 300)
    return start, end if end >= 0 else min(len(page.text), at + 300)
