"""What the words before an expression say of it: TIMEX3's `mod`, `quant` and `freq`."""

from __future__ import annotations

from trich.extract.dates import words as w
from trich.extract.dates.found import Found
from trich.extract.dates.reader import Reader
from trich.extract.dates.words import compiled as re_

_ABOUT = r"khoảng|chừng|tầm|gần|độ|xấp xỉ|ước|ngót|cỡ"
# How a point bounds what is told, the words right before it.
_POINTS = (
    ("ON_OR_BEFORE", r"(?:chậm|muộn|trễ)\snhất(?:\slà)?(?:\s(?:vào|đến|ngày))?|(?:đến|tới)\shết"
                     r"|không (?:muộn|trễ) hơn|trước hoặc (?:trong|vào)|hạn chót(?:\slà)?"),
    ("ON_OR_AFTER", r"kể từ|tính từ|bắt đầu từ|từ|sớm\snhất(?:\slà)?(?:\svào)?"),
    ("BEFORE", r"trước"),
    ("AFTER", r"sau"),
    ("APPROX", rf"(?:(?:{_ABOUT})\s)?(?:{_ABOUT})"),
)  # fmt: skip
_LENGTHS = (
    ("EQUAL_OR_LESS", r"tối\sđa|không\s(?:quá|hơn)|nhiều\snhất|lâu\snhất|dài\snhất"),
    ("EQUAL_OR_MORE", r"ít\snhất|tối\sthiểu|không\sdưới|ít\sra"),
    ("LESS_THAN", r"dưới|chưa\s(?:đầy|đến|tới|quá)|ngót"),
    ("MORE_THAN", r"hơn|trên|quá|ngoài"),
    ("APPROX", rf"(?:(?:{_ABOUT})\s)?(?:{_ABOUT})"),
)  # fmt: skip
_LAST_WORDS = frozenset([
    "nhất", "là", "vào", "đến", "tới", "hết", "hơn", "trong", "chót", "từ", "trước", "sau", "ngày",
    "khoảng", "chừng", "tầm", "gần", "độ", "xỉ", "ước", "ngót", "cỡ", "đa", "quá", "thiểu", "dưới",
    "ra", "đầy", "trên", "ngoài",
])  # fmt: skip
_TIMES = (
    rf"(\d{{1,3}}|{w.NUMBER_WORDS})\s(?:lần|lượt|buổi|kỳ|đợt|bữa|viên|cữ)"
    r"\s?(?:/|trong\s|một\s)?\s?\Z"
)
_TIMES_BEHIND = r"\s(\w+)\s(?:lần|buổi|kỳ|đợt|lượt)\Z"
_ONCE = r"(?:/|\s(?:một|1)\s)lần\Z"


def modifier(r: Reader, found: Found, start: int) -> str | None:
    """The `mod` of an expression: what is said before it, unless it says one itself."""
    if found.mod or found.type == "SET" or start == 0:
        return found.mod
    if found.rule == "so-far-away" and r.previous(start) == "sau":
        return None  # "sau 5 ngày" is that day
    if found.type != "DURATION" and "/" in found.value:
        return None
    if r.previous(start) not in _LAST_WORDS:
        return None
    before = r.low[max(0, start - 24) : start]
    for mod, words in _LENGTHS if found.type == "DURATION" else _POINTS:
        if re_(rf"(?<!\w)(?:{words})\s\Z").search(before):
            return mod
    return None


def frequency(r: Reader, found: Found, start: int) -> tuple[str | None, str | None]:
    """The `quant` and `freq` of a recurrence: "EVERY", and "2X" for "hai lần mỗi ngày"."""
    if found.type != "SET":
        return None, None
    said = r.low[start : found.end]
    quant = "EVERY" if re_(r"(?<!\w)(?:hàng|hằng|mỗi|từng)\s").search(said) else None
    m = re_(_TIMES_BEHIND).search(said) or re_(_TIMES).search(r.low[max(0, start - 24) : start])
    if m:
        number = w.number(m.group(1))
        return quant, f"{number}X" if number else None
    return quant, "1X" if re_(_ONCE).search(said) else None
