"""Which quantities are figures, and the bound or approximation that stands before them.

A quantity is a figure where a reader could chart it; dates, numbers of documents, ordinals, names,
lengths of time, scores and codes are none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from trich.extract.indicators.counted import words
from trich.extract.indicators.left import CALENDAR, Left, clause, year_like
from trich.extract.indicators.quantities import Quantity

_EACH = frozenset(["mỗi", "một", "hàng", "hằng", "các", "bình_quân", "trong", "cả"])
_NO_ORDINAL_NUMBER = ("tổng số", "trong số", "con số", "một số", "vô số", "đa số", "doanh số",
                      "có số", "với số", "là số", "dân số", "hệ số", "chỉ số", "tỷ số")  # fmt: skip


# What stands behind a label and is counted none the less.
_LABELLED = {
    **dict.fromkeys(["khoa", "phòng", "lớp", "nhà", "bảng", "nhóm", "đội", "tổ"],
                    ("person", "task")),
    "đường": ("facility", "thing"),
    **dict.fromkeys(["vực", "vùng"], ("place",)),
}  # fmt: skip

# Wards, teams and stages bear no higher number.
_MOST_NUMBERED = 999
_WHOLE = (["mỗi"], ["từng"], ["cả"], ["một"], ["các"])


@cache
def _multiple_cue() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:gấp|tăng|giảm|cao|hơn|thấp|lớn|nhiều|ít|nhanh|đắt|rẻ|bằng|"
        r"nhân lên)(?: \w+){0,3} \Z"
    )


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
    if " ".join(left.words[-2:]) in words("no label"):
        return False
    if q.known and (q.group in _LABELLED.get(last, ()) or left.words[-2:-1] in _WHOLE):
        return False  # "có khoa 3 người nằm chung", "mỗi lần 1 viên"
    if left.ends_with("ordinal"):
        return last != "top" or q.group != "person"  # "Top 38 thí sinh" counts them
    if last in CALENDAR and q.value <= CALENDAR[last]:
        return "_".join(left.words[-2:-1]) not in _EACH
    if last == "năm" and year_like(q, text):
        return True
    small = q.value <= 12 and text[q.numeral.start : q.numeral.end].isdigit()
    if not isinstance(q.value, int) or q.value > _MOST_NUMBERED:
        return False
    return left.ends_with("label") and (
        small or not q.known or (q.group == "place" and q.value < 100)
    )


def _counts(q: Quantity, left: Left, text: str, lower: str, listed: bool) -> bool:
    """Whether a number before a counted noun is a figure; `listed`: another stands just before."""
    if _named(q, left, text) or text[q.end - 6 : q.end].lower() == "dân số":
        return False
    last = left.words[-1] if left.words else ""
    if year_like(q, text) and text[q.numeral.end + 1 : q.end].lower() in words("verb"):
        return False  # "Quyết định 891/QĐ-UBND 2019 công bố …"
    if q.value in _BASES and left.words[-2:] == ["bình", "quân"]:
        return False  # "bác sĩ bình quân 1 vạn dân"
    if q.value in _BASES and left.modifier and _RATED.search(clause(lower, left.start)):
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
    if year_like(q, text):
        return False
    if isinstance(q.value, Decimal) and not q.numeral.scaled:
        return False
    if left.modifier or q.value >= 10 or written[0] == "0":
        return True
    return left.ends_with("counting") or (listed and last.endswith(","))


# What a rate is counted on, where the measure stands before it and its value behind.
_BASES = frozenset([1000, 10_000, 100_000, 1_000_000])
_RATED = re.compile(r"(?<!\w)(?:số|tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ số|tỉ số)(?: [^\W\d]+){1,8} ?\Z")


_DRUG = re.compile(r"(?<!\w)(?:thuốc|viên|viên nén|kem|gel|siro|hỗn dịch|dung dịch|hộp|lọ)(?!\w)")


def _strength(q: Quantity, left: Left, lower: str) -> bool:
    """Whether a weight behind a capital is part of a medicine's name: "Cephalexin 500mg"."""
    if not left.capital or left.modifier or q.unit not in ("mg", "µg", "g", "ml", "IU"):
        return False
    return q.unit in ("mg", "µg", "IU") or bool(_DRUG.search(clause(lower, q.start)))


# "Điều 174 Bộ luật", "Các Điều 123, 168, 174", "điểm 2 khoản 3"; a "tài khoản" is none.
_ARTICLE = re.compile(
    r"(?<!\w)(?<!tài )(?<!bài )(?<!từ )(?<!địa )(?<!thời )(?<!quan )(?<!trọng )(?<!đặc )(?<!ưu )"
    r"(?<!cao )(?<!nhược )(?<!\d )(?P<word>điều|khoản|điểm)"
    r"(?P<more>(?: \d+[a-zđ]?(?:,| và| hoặc|;| đến))*) \Z"
)


_LAW_ENDS = ("điều", "khoản", "điểm", "và", "hoặc", "đến", ",", ";")


def _of_a_law(q: Quantity, left: Left, lower: str) -> bool:
    """Whether a number is that of an article of law, a clause or a point."""
    if not left.words or not left.words[-1].endswith(_LAW_ENDS):
        return False
    match = _ARTICLE.search(lower, max(0, q.start - 64), q.start)
    if match is None or q.low is not None:
        return False
    if match["word"] == "điều":
        # "điều 200 chiến sĩ" is a verb, "ở Châu Điều 7 ca" a name
        return bool(match["more"]) or not q.known or q.group == "document"
    return match["word"] != "điểm" or q.value <= 40


def is_figure(q: Quantity, left: Left, text: str, lower: str, listed: bool) -> bool:
    """Whether a quantity is a figure that a reader could chart."""
    if q.kind in ("count", "rate", "none") and _of_a_law(q, left, lower):
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
            return not whole or bool(_multiple_cue().search(clause(lower, q.start)))
        case "rate":
            return not _named(q, left, text)
        case "count":
            return _counts(q, left, text, lower, listed)
        case _:
            return False  # for `bare` to say
