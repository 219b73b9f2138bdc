"""Which quantities are figures, and the bound or approximation that stands before them.

A quantity is a figure where a reader could chart it; dates, numbers of documents, ordinals, names,
lengths of time, scores and codes are none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from trich.extract.indicators.counted import words
from trich.extract.indicators.quantities import Quantity

_MODIFIER_CODES = ("approx", "more_than", "less_than", "at_least", "at_most")


@cache
def _modifiers() -> dict[str, str]:
    """Bounds and approximations before a number, by their words."""
    return {word: code for code in _MODIFIER_CODES for word in words(code)}


_SIGNS = {"<": "less_than", ">": "more_than", "≤": "at_most", "≥": "at_least", "~": "approx",
          "≈": "approx", "±": None}  # fmt: skip
# "cao hơn 3%" tells a difference, no bound.
_COMPARISON = frozenset(
    [
        "cao",
        "thấp",
        "nhiều",
        "ít",
        "lớn",
        "nhỏ",
        "nhanh",
        "chậm",
        "dài",
        "ngắn",
        "rẻ",
        "đắt",
        "tốt",
        "kém",
        "nặng",
        "nhẹ",
        "rộng",
        "mạnh",
    ]
)
# "tốc độ 20 km/h": a noun, no "about".
_DEGREE = frozenset(["tốc", "nhiệt", "mức", "cường", "trình", "mật", "cấp", "chế", "tiến"])

_CALENDAR = {"ngày": 31, "tháng": 12, "quý": 4, "tuần": 53, "thứ": 8, "mùng": 10, "mồng": 10,
             "sáng": 31, "chiều": 31,
             "tối": 31, "đêm": 31, "rằm": 15}  # fmt: skip
_EACH = frozenset(["mỗi", "một", "hàng", "hằng", "các", "bình_quân", "trong", "cả"])
_NO_ORDINAL_NUMBER = ("tổng số", "trong số", "con số", "một số", "vô số", "đa số", "doanh số",
                      "có số", "với số", "là số", "dân số", "hệ số", "chỉ số", "tỷ số")  # fmt: skip


@cache
def _multiple_cue() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:gấp|tăng|giảm|cao|hơn|thấp|lớn|nhiều|ít|nhanh|đắt|rẻ|bằng|"
        r"nhân lên)(?: \w+){0,3} \Z"
    )


@cache
def _money_cue() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:giá|tiền|phạt|lương|thu nhập|chi phí|vốn|kinh phí|trị giá|hỗ trợ|doanh thu|"
        r"lợi nhuận|"
        r"ngân sách|vay|nợ|thu|chi|thưởng|đầu tư|học phí|quỹ|lãi|lỗ|phí|nộp|thuế|tín dụng)(?!\w)"
    )


@cache
def _index_cue() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:chỉ số|hệ số|tỷ số|tỉ số|tỷ suất|tỉ suất|mức sinh|điểm (?:số|trung bình|chuẩn)|"
        r"tổng số|số lượng|chỉ tiêu|sĩ số|(?<!một )(?<!dân )(?<!thiểu )(?<!đa )(?<!đổi )số|"
        r"tỷ lệ|tỉ lệ|bình quân|mật độ)(?!\w)"
        r"[^,;:.()]*(?<!\w)(?:là|đạt|còn|bằng|ở mức|tăng lên|giảm xuống|giảm còn|lên|xuống|"
        r"mức|khoảng|"
        r"hơn|gần|trên|dưới) \Z"
    )


_AGE_CUE = re.compile(
    r"(?<!\w)(?:tuổi thọ|tuổi bình quân|tuổi trung bình|độ tuổi trung bình)(?!\w)"
)


class Left:
    """The words before a number: its modifier, and the word before that."""

    def __init__(self, text: str, lower: str, start: int) -> None:
        self.modifier: str | None = None
        self.start = start
        floor = max(0, start - 48, lower.rfind("\n", max(0, start - 48), start) + 1)
        sign = lower[max(floor, start - 2) : start].strip()
        if sign and sign[-1] in _SIGNS:
            self.modifier = _SIGNS[sign[-1]]
            self.start = lower.rindex(sign[-1], floor, start)
        last = lower[floor : self.start].split(" ")
        if last[-1] == "" and self.modifier is None:
            last.pop()
            for n in (4, 3, 2, 1):
                phrase = " ".join(last[-n:]).lstrip("(\"“'[")
                if len(last) >= n and phrase in _modifiers():
                    before = last[-n - 1 : -n]
                    if phrase == "hơn" and before and before[0] in _COMPARISON:
                        break
                    if phrase == "độ" and before and before[0] in _DEGREE:
                        break
                    self.modifier = _modifiers()[phrase]
                    self.start -= len(phrase) + 1
                    last = last[:-n]
                    break
        elif last[-1] == "":
            last.pop()
        self.words = (
            last if self.start == start or lower[self.start - 1 : self.start] == " " else []
        )
        if self.start == start and lower[start - 1 : start] != " ":
            self.words = []
        at = self.start - 1 - len(self.words[-1]) if self.words and self.words[-1] else self.start
        self.capital = text[at : at + 1].isupper()
        # "TP.Tam Kỳ 11 ca": a name of two capitals at least orders nothing.
        first = ""
        if len(self.words) > 1 and self.capital:
            first = text[at - 1 - len(self.words[-2]) : at - 1].rpartition(".")[2]
        self.name = first[:1].isupper()

    def ends_with(self, role: str) -> bool:
        """Whether the last one, two or three words have this role."""
        known = words(role)
        return any(" ".join(self.words[-n:]) in known for n in (1, 2, 3) if len(self.words) >= n)


def _year_like(q: Quantity, text: str) -> bool:
    written = text[q.numeral.start : q.numeral.end]
    return written.isdigit() and len(written) == 4 and 1900 <= q.value <= 2100


def _named(q: Quantity, left: Left, text: str) -> bool:
    """Whether the number names or orders something: "Điều 5", "lớp 12", "tháng 10"."""
    if left.modifier or not left.words:
        return False
    last = left.words[-1]
    if left.name and q.known and q.kind == "count":
        return False
    if last == "số" and " ".join(left.words[-2:]) not in _NO_ORDINAL_NUMBER:
        return True
    if last == "điều" and q.known and q.group != "document" and not left.capital:
        return False  # a verb: "điều 200 chiến sĩ"
    if left.ends_with("ordinal"):
        return last != "top" or q.group != "person"  # "Top 38 thí sinh" counts them
    if last in _CALENDAR and q.value <= _CALENDAR[last]:
        return "_".join(left.words[-2:-1]) not in _EACH
    if last == "năm" and _year_like(q, text):
        return True
    small = q.value <= 12 and text[q.numeral.start : q.numeral.end].isdigit()
    if (
        last in ("khoa", "phòng", "lớp", "nhà", "bảng")
        and q.known
        and q.group in ("person", "task")
    ):
        return False  # "có khoa 3 người nằm chung"
    return left.ends_with("label") and (small or not q.known or q.group == "place")


def _counts(q: Quantity, left: Left, text: str, listed: bool) -> bool:
    """Whether a number before a counted noun is a figure; `listed`: another stands just before."""
    if _named(q, left, text) or text[q.end - 6 : q.end].lower() == "dân số":
        return False
    last = left.words[-1] if left.words else ""
    if _year_like(q, text) and text[q.numeral.end + 1 : q.end].lower() in words("verb"):
        return False  # "Quyết định 891/QĐ-UBND 2019 công bố …"
    if q.value in _BASES and left.words[-2:] == ["bình", "quân"]:
        return False  # "bác sĩ bình quân 1 vạn dân"
    if q.value in _BASES and left.modifier and _RATED.search(_clause_of(text, left.start)):
        return False  # "số giường bệnh trên 10.000 dân": the base of a rate
    if q.total is not None:
        return last not in ("thứ", "hạng", "ngày")
    written = text[q.numeral.start : q.numeral.end]
    if written.isdigit() and written[0] == "0" and len(written) > 2:
        return False  # a phone number or a code
    if q.value <= 3 and last in ("giữa", "cả", "mấy") and q.low is None:
        return False
    if not q.numeral.in_digits:
        return q.numeral.scaled or (q.known and isinstance(q.value, int))
    if q.value == 1 and text[q.numeral.end : q.end].lower() == " phần":
        return False  # "thiệt hại 1 phần": partly
    if q.known:
        return True
    if written.isdigit() and len(written) > 5:
        return False
    if left.capital and not left.modifier and last not in words("counting"):
        return False
    if _year_like(q, text):
        return False
    if isinstance(q.value, Decimal) and not q.numeral.scaled:
        return False
    if left.modifier or q.value >= 10 or written[0] == "0":
        return True
    return left.ends_with("counting") or (listed and last.endswith(","))


# What a rate is counted on, where the measure stands before it and its value behind.
_BASES = frozenset([1000, 10_000, 100_000, 1_000_000])
_RATED = re.compile(r"(?<!\w)(?:số|tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ số|tỉ số)(?: [^\W\d]+){1,8} ?\Z")


def _clause_of(text: str, start: int) -> str:
    return _clause(
        text.lower() if start < 200 else text[start - 200 : start].lower(), min(start, 200)
    )


def _clause(lower: str, start: int) -> str:
    """What stands before a number in its sentence, at most a few words."""
    floor = max(0, start - 100)
    window = lower[floor:start]
    return window[max(window.rfind(c) for c in "\n;") + 1 :]


_DRUG = re.compile(r"(?<!\w)(?:thuốc|viên|viên nén|kem|gel|siro|hỗn dịch|dung dịch|hộp|lọ)(?!\w)")


def _strength(q: Quantity, left: Left, lower: str) -> bool:
    """Whether a weight behind a capital is part of a medicine's name: "Cephalexin 500mg"."""
    if not left.capital or left.modifier or q.unit not in ("mg", "µg", "g", "ml", "IU"):
        return False
    return q.unit in ("mg", "µg", "IU") or bool(_DRUG.search(_clause(lower, q.start)))


# "Điều 174 Bộ luật", "Các Điều 123, 168, 174", "điểm 2 khoản 3"; a "tài khoản" is none.
_ARTICLE = re.compile(
    r"(?<!\w)(?<!tài )(?<!bài )(?<!từ )(?<!địa )(?<!thời )(?<!quan )(?<!trọng )(?<!đặc )(?<!ưu )"
    r"(?<!cao )(?<!nhược )(?<!\d )(?P<word>điều|khoản|điểm)"
    r"(?P<more>(?: \d+[a-zđ]?(?:,| và| hoặc|;| đến))*) \Z"
)


def _of_a_law(q: Quantity, lower: str) -> bool:
    """Whether a number is that of an article of law, a clause or a point."""
    match = _ARTICLE.search(lower, max(0, q.start - 64), q.start)
    if match is None or q.low is not None:
        return False
    if match["word"] == "điều":
        # "điều 200 chiến sĩ" is a verb, "ở Châu Điều 7 ca" a name
        return bool(match["more"]) or not q.known or q.group == "document"
    return match["word"] != "điểm" or q.value <= 40


def is_figure(q: Quantity, left: Left, text: str, lower: str, listed: bool) -> bool:
    """Whether a quantity is a figure that a reader could chart."""
    if q.kind in ("count", "rate", "none") and _of_a_law(q, lower):
        return False
    match q.kind:
        case "percent":
            return True
        case "money" | "measure":
            # "điểm đ, khoản 2 đ" counts no money, and a medicine bears its strength as a name.
            letter = q.end - q.numeral.end == 2 and left.words[-1:] in (["điều"], ["khoản"])
            free = bool(q.value) or left.words[-1:] == ["giá"]
            return free and not letter and not _strength(q, left, lower)
        case "multiple":
            whole = q.low is None and q.value == int(q.value)
            if "/" in str(q.unit):
                return True
            if q.unit is None or q.value >= 10:
                return True  # a part of a whole; "khám 172 lần"
            return not whole or bool(_multiple_cue().search(_clause(lower, q.start)))
        case "rate":
            return not _named(q, left, text)
        case "count":
            return _counts(q, left, text, listed)
        case _:
            return _is_bare_figure(q, left, text, lower)


def _is_bare_figure(q: Quantity, left: Left, text: str, lower: str) -> bool:
    """Whether a number without unit is a figure: money understood, an index, an average age."""
    clause = _clause(lower, q.start)
    if lower.startswith(" tuổi", q.end):
        return bool(_AGE_CUE.search(clause))
    if q.numeral.scaled:
        billions = re.search(r"(?:tỷ|tỉ)\Z", lower[q.start : q.end])
        return bool(billions) or bool(_money_cue().search(clause)) or bool(left.modifier)
    if _year_like(q, text) or not q.numeral.in_digits or not left.words:
        return False
    if re.match(r"[^\W\d]|[-/]| [^\W\d_]", text[q.end : q.end + 2]):
        follower = re.match(r" (?:so với|và|trong|vào|tại|tăng|giảm|\()", lower[q.end : q.end + 9])
        if follower is None:
            return False
    return bool(_index_cue().search(clause)) and (isinstance(q.value, Decimal) or q.value >= 10)


def with_understood_unit(q: Quantity, lower: str) -> Quantity:
    """A bare figure with the unit that its words leave out."""
    if q.kind != "none":
        return q
    if lower.startswith(" tuổi", q.end):
        q.end += len(" tuổi")
        q.kind, q.unit = "measure", "tuổi"
    elif q.numeral.scaled and (
        lower[q.start : q.end].endswith(("tỷ", "tỉ"))
        or _money_cue().search(_clause(lower, q.start))
    ):
        q.kind, q.unit = "money", "VND"
    return q
