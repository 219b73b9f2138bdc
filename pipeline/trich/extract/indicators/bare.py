"""Numbers that leave their unit out: which of them are figures, and the unit that is understood.

Money in talk ("hết 4,2 triệu"), an index ("hệ số 0,35"), the number of what the clause counts
("số nhà sập là 108"), and the shares and levels of a figure just before: "99 ngôi nhà (Điện Biên
82, Lào Cai 17)", "tăng từ 12 lên 15", "cùng kỳ 64".
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from trich.article import Mention, Span
from trich.extract.indicators.counted import known_noun
from trich.extract.indicators.left import CALENDAR, Left, clause, year_like
from trich.extract.indicators.quantities import Quantity

_MONEY = re.compile(
    r"(?<!\w)(?:giá|tiền|phạt|lương|thu nhập|chi phí|vốn|kinh phí|trị giá|hỗ trợ|doanh thu|"
    r"lợi nhuận|ngân sách|vay|nợ|thu|chi|thưởng|đầu tư|học phí|quỹ|lãi|lỗ|phí|nộp|thuế|tín dụng|"
    r"mua|bán|trả|đóng|gửi|hết|mất|tốn|lời|lãi|kiếm|góp|tặng|biếu|chuyển|cọc|gói|vé|cước|thuê)"
    r"(?!\w)"
)
# What a bare number of thousands or millions counts if it is no money.
_PEOPLE = re.compile(
    r"(?<!\w)(?:dân|dân số|người|ca|khách|lượt|tấn|số (?:ca|người|lượng|hộ)|sản lượng|diện tích|"
    r"thuê bao|tài khoản)(?!\w)"
)
_PIECE = re.compile(r"[,.:;(](?!\d)")
_AGE = re.compile(r"(?<!\w)(?:tuổi thọ|tuổi bình quân|tuổi trung bình|độ tuổi trung bình)(?!\w)")


@cache
def _index() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:chỉ số|hệ số|tỷ số|tỉ số|tỷ suất|tỉ suất|mức sinh|điểm (?:số|trung bình|chuẩn)|"
        r"tổng số|số lượng|chỉ tiêu|sĩ số|"
        r"(?<!một )(?<!dân )(?<!thiểu )(?<!đa )(?<!đổi )(?<!mã )(?<!biển )số|"
        r"tỷ lệ|tỉ lệ|bình quân|mật độ)(?!\w)"
        r"[^;:.()]*(?<!\w)(?:là|đạt|còn|bằng|ở mức|tăng lên|giảm xuống|giảm còn|lên|xuống|"
        r"mức|khoảng|hơn|gần|trên|dưới) \Z"
    )


_VERBS = tuple(
    f"{word} "
    for word in [
        "là",
        "đạt",
        "còn",
        "bằng",
        "mức",
        "lên",
        "xuống",
        "khoảng",
        "hơn",
        "gần",
        "trên",
        "dưới",
    ]
)
_FOLLOWED = re.compile(r"[^\W\d]|[-/]| [^\W\d_]")
# "Số cơ sở vi phạm: 31": a label of its own line or clause, and the number.
_LABEL = re.compile(
    r"[-+*•– ]*(?:\w{1,3}[.)] ?)?(?P<all>tổng )?số (?P<amount>lượng )?(?=[^\W\d])[^:()]{2,70}: ?"
)
# Labels whose number is a name: "Số nhà: 25", "Số thửa: 12".
_NUMBERED_THINGS = frozenset(
    ["nhà", "phòng", "trang", "thẻ", "thửa", "lô", "máy", "giấy", "sổ", "tờ", "kỳ", "ghế", "xe",
     "tầng", "hồ sơ", "tài khoản", "điện thoại", "thửa đất", "lô hàng", "bài", "chuyến bay"]
)  # fmt: skip
# What is said of a part of those that were counted: "320 mẫu, có 12 dương tính".
_OF_SOME = re.compile(
    r" (?:dương tính|âm tính|chống|không đồng ý|đồng ý|tán thành|không tán thành|trắng|thuận|"
    r"bị|chết|mất tích|tử vong|được|đã|chưa|đang|không|tiêm|đạt|nhập viện|xuất viện|"
    r"tốt nghiệp|hoàn thành|tham gia|trúng tuyển|nặng|nhẹ|khỏi bệnh|mắc)(?!\w)"
)
_SOME = re.compile(r"[^.:()\d\n]*(?:,| và| có| còn|;)(?: (?:trong đó|có|còn|và|với))* ")
# What is read off without a verb: "điểm chuẩn 29,25".
_SCORE = re.compile(
    r"(?<!\w)(?:điểm (?:chuẩn|sàn|trung bình)|hệ số|chỉ số|độ ph|ph)(?: [^\W\d]+){0,3} \Z"
)


# What stands behind a number that leaves its unit out: no noun, no sign, no other number.
_CLOSES = re.compile(
    r"(?=[.,;:)\n](?!\d)| ?\Z| \(| (?:và|so với|trong|của|vào|hồi|lên|xuống|còn|tại|ở|tăng|giảm|"
    r"nay|cùng kỳ|năm)(?!\w))"
)
_NUMBERED = re.compile(r"(?<!\w)(?:tổng )?số (?:lượng )?(?=[^\W\d])")
_LEVEL = re.compile(
    r"(?<!\w)(?:(?:giữ nguyên|lên|lên tới|lên đến|xuống|xuống còn|tăng lên|giảm còn|giảm xuống|"
    r"chỉ còn|nay còn|chỉ có|đạt|cùng kỳ(?: năm (?:trước|ngoái))?|kế hoạch|chỉ tiêu|mục tiêu|"
    r"năm (?:trước|ngoái|(?:19|20)\d\d)|(?:tháng|quý|tuần|kỳ|ngày) trước)"
    r"(?: là| chỉ| đạt| chỉ là| có| còn)?|"
    r"con số|(?:so|hơn) với(?: mức)?) \Z"
)
# "(năm 2016: 62)", "(cùng kỳ là 45)"
_WHEN = re.compile(r"\([^()]{0,24}(?:\d{4}|trước|ngoái|kỳ)(?::| là| có| chỉ| đạt)? \Z")
_HAS = ("có", "là", "gồm", "chiếm")
_BESIDE = re.compile(r", (?:[^\W\d]+ ){1,3}")
_DOES = re.compile(
    r"(?:,|;) (?:(?:gồm|trong đó) )?(?:[^\W\d]+ ){1,3}"
    r"|(?: \w+){1,8}, (?:trong đó|gồm) (?:[^\W\d]+ ){1,4}"
)
# "hộ nghèo 50%, cận nghèo 40, dân tộc thiểu số 30"; "đạt 76,2%, từ 71,5 hồi 2013"
_PARALLEL = re.compile(r"(?: [^\W\d]+){0,4}[,;] (?:[^\W\d]+ ){1,6}")
_SINCE = re.compile(r",? từ(?: mức)? ")
_STOPS = re.compile(r"[,.;)](?!\d)|\n|\Z")
_FROM = re.compile(
    r"(?<!\w)(?:tăng|giảm|nâng|đưa|hạ|rút|vọt|nhảy|sụt|tụt|thu hẹp|mở rộng)(?: [^\W\d]+){0,4} từ \Z"
)
_UP_TO = re.compile(
    r" (?:\([^()]{1,24}\) )?(?:(?:tăng |giảm |vọt )?(?:lên|xuống)|còn|thành|tới|đến)"
    r"(?: (?:còn|mức|tới|đến|dưới|trên|hơn|gần|khoảng))* (?=\d)"
)
_FROM_NUMBER = re.compile(r"(?<!\w)từ [\d.,]*\d\Z")
_NUMBERED_PLACES = frozenset(
    ["xã", "phường", "quận", "khu", "thôn", "ấp", "tổ", "bản", "xóm", "khóm", "đường", "tuyến"]
)
_RATED = re.compile(r"(?<!\w)(?:điểm|đánh giá|chấm|imdb|rating)(?!\w)")
_SAID_OUT = frozenset(["tỷ", "tỉ"])


def is_bare_figure(q: Quantity, left: Left, text: str, lower: str, before: Mention | None) -> bool:
    """Whether a number without a unit is a figure; the unit that is understood is set in it."""
    if lower.startswith(" tuổi", q.end):
        if not _AGE.search(clause(lower, q.start)):
            return False
        q.end += len(" tuổi")
        q.kind, q.unit = "measure", "tuổi"
        return True
    if q.numeral.scaled:
        return _is_sum(q, left, lower, before)
    if not q.numeral.in_digits or year_like(q, text):
        return False
    if q.total is not None:
        return _is_share(q, left, lower)
    if before is not None and _is_enclosed(q, text, before):
        q.kind, q.unit = "count", before.fields["unit"]
        return True
    if _CLOSES.match(lower, q.end):
        if _continues(q, left, text, lower, before):
            if q.unit is None:
                _count(q, lower)
            return True
    elif _FOLLOWED.match(text, q.end):
        return before is not None and _is_of_some(q, lower, before)
    if not left.words:
        return False
    said = clause(lower, q.start)
    if said.endswith(": ") and _CLOSES.match(lower, q.end) and _labelled(q, text, lower, said):
        return True
    decimal = isinstance(q.value, Decimal)
    if not (said.endswith(_VERBS) and _index().search(said)) and not (
        decimal and _SCORE.search(said)
    ):
        return False
    return _count(q, lower) or decimal or q.value >= 10


def _count(q: Quantity, lower: str) -> bool:
    """Gives a whole number the noun that its clause counts, if it does."""
    counted = _numbered(lower, q.start - len(clause(lower, q.start)), q.start)
    if counted is None or isinstance(q.value, Decimal):
        return False
    q.kind, q.unit = "count", counted
    return True


def _labelled(q: Quantity, text: str, lower: str, said: str) -> bool:
    """Whether a number is what its label counts; the noun of the label is its unit."""
    label = _LABEL.fullmatch(said)
    written = text[q.start : q.end]
    if label is None or isinstance(q.value, Decimal) or (written.isdigit() and len(written) > 5):
        return False
    counted = _numbered(lower, q.start - len(said), q.start)
    if counted is None:
        return False
    if not (label["all"] or label["amount"]) and lower[slice(*counted)] in _NUMBERED_THINGS:
        return False
    q.kind, q.unit = "count", counted
    return True


def _is_of_some(q: Quantity, lower: str, before: Mention) -> bool:
    """Whether a number counts some of those counted before: "320 mẫu, có 12 dương tính"."""
    if (
        before.rule not in ("count", "bare", "fraction")
        or before.fields["unit"] is None
        or before.fields["unit_code"] is not None
        or not isinstance(q.value, int)
        or q.start - before.end > 60
        or not _OF_SOME.match(lower, q.end)
        or not _SOME.fullmatch(lower, before.end, q.start)
    ):
        return False
    q.kind, q.unit = "count", before.fields["unit"]
    return True


def _is_sum(q: Quantity, left: Left, lower: str, before: Mention | None) -> bool:
    """Whether thousands, millions or billions of nothing are money, or at least a figure."""
    said = _PIECE.split(clause(lower, q.start))[-1]
    billions = lower[q.start : q.end].split(" ")[-1] in _SAID_OUT
    listed = (
        before is not None
        and str(before.fields["unit"]).startswith("VND")
        and _same_sentence(lower[before.end : q.start])
    )
    if billions or ((listed or _MONEY.search(said)) and not _PEOPLE.search(said)):
        q.kind, q.unit = "money", "VND"
        return True
    if before is not None and _is_part_of_sum(q, left, lower, before):
        q.kind, q.unit = "count", before.fields["unit"]
        return True
    return bool(left.modifier) or _PEOPLE.search(said) is not None


def _is_part_of_sum(q: Quantity, left: Left, lower: str, before: Mention) -> bool:
    """Whether thousands or millions are of the count before: "50 triệu người, nữ 24 triệu"."""
    return (
        bool(left.words)
        and before.fields["unit"] is not None
        and before.fields["unit_code"] is None
        and before.fields["unit"] != "lần"
        and isinstance(before.fields["value"], int)
        and _at_most(q, before)
        and _same_sentence(lower[before.end : q.start])
        and _CLOSES.match(lower, q.end) is not None
    )


_NEXT_NAME = re.compile(r"\)(?:,|;| và|,? kế đó| rồi)* [^.;()\n\d]{2,48} \(")


def _is_enclosed(q: Quantity, text: str, before: Mention) -> bool:
    """Whether a number is alone in brackets as the figure before is: "Huế (12 ca), Vinh (9)"."""
    return (
        before.rule in ("count", "bare")
        and before.fields["unit"] is not None
        and before.fields["unit_code"] is None
        and text[q.end : q.end + 1] == ")"
        and _NEXT_NAME.fullmatch(text, before.end, q.start) is not None
        and "(" in text[max(0, before.start - 12) : before.start]
    )


def _same_sentence(gap: str) -> bool:
    """Whether what stands between two figures ends no sentence."""
    return len(gap) <= 160 and "\n" not in gap and ". " not in gap


def _is_share(q: Quantity, left: Left, lower: str) -> bool:
    """Whether "x/y" of nothing is a figure: "đã khống chế là 12/15", "điểm 8,7/10"."""
    said = clause(lower, q.start)
    if isinstance(q.value, Decimal) or _RATED.search(said):
        if q.total not in (5, 10, 100) or not (isinstance(q.value, Decimal) or left.words):
            return False
        q.kind, q.unit, q.total = "rate", f"/{q.total}", None
        return True
    counted = _numbered(lower, q.start - len(said), q.start)
    if counted is None or not _index().search(said):
        return False
    q.kind, q.unit = "count", counted
    return True


def _numbered(lower: str, begin: int, end: int) -> Span | None:
    """The noun that a clause counts: "số bệnh nhân đã khỏi là"."""
    last = None
    for last in _NUMBERED.finditer(lower, begin, end):  # noqa: B007
        continue
    noun = known_noun(lower, last.end(), end) if last else None
    return Span(last.end(), noun.end) if last and noun else None


def _continues(q: Quantity, left: Left, text: str, lower: str, before: Mention | None) -> bool:
    """Whether a number goes on from the figure before it, whose unit it shares."""
    rises = left.words[-1:] == ["từ"] and _rises(q, lower)
    if before is not None and _is_parallel(q, left, lower, before):
        q.kind, q.unit = "rate", before.fields["unit"]
        return True
    if before is None or not left.words or before.fields["unit"] == "%":
        return rises
    gap = lower[before.end : q.start]
    if len(gap) > 160 or "\n" in gap:
        return rises
    named = _behind_name(text, left) and (
        before.rule == "bare" or _lists(gap, lower, q) or _next_name(q, text, before)
    )
    goes_on = named or (
        ". " not in gap
        and (rises or _is_level(q, left, lower, before) or _is_part(q, left, gap, before))
    )
    if not goes_on:
        return False
    own = None if isinstance(q.value, Decimal) else _numbered(lower, before.end, q.start)
    unit = own or before.fields["unit"]  # "số ca tử vong giảm từ 5 xuống 2"
    if unit is not None:
        q.kind, q.unit = "count", unit
    return True


def _is_parallel(q: Quantity, left: Left, lower: str, before: Mention) -> bool:
    """Whether a number stands beside a rate or a sum like it: "… 78.000đ, nông thôn 31.000"."""
    unit, gap = before.fields["unit"], lower[before.end : q.start]
    if unit is None or len(gap) > 60 or left.last in CALENDAR or q.total is not None:
        return False
    written = lower[q.numeral.start : q.numeral.end]
    alike = any(mark in written and mark in lower[before.start : before.end] for mark in ",.")
    if unit == "%":
        if q.value > 100:
            return False
        if _SINCE.fullmatch(gap):
            return "," in written
    elif before.fields["unit_code"] is None or not alike:
        return False
    if not alike and (left.ends_with("label") or left.ends_with("ordinal")):
        return False  # "thôn 3"
    return _PARALLEL.fullmatch(gap) is not None and _STOPS.match(lower, q.end) is not None


def _is_level(q: Quantity, left: Left, lower: str, before: Mention) -> bool:
    """Whether a number is another level of what the figure before tells."""
    floor = max(0, left.start - 40)
    reached = lower.startswith("ước đạt ", left.start)
    return bool(
        _LEVEL.search(lower, floor, q.start if reached else left.start)
        or _WHEN.search(lower, floor, left.start)
        or _FROM_NUMBER.search(lower, before.start - 3, before.end)
    )


def _at_most(q: Quantity, before: Mention) -> bool:
    """Whether a number is no greater than the figure before it, a whole number like it."""
    whole = before.fields["value"]
    return (
        isinstance(q.value, int)
        and isinstance(whole, int)
        and (q.value <= whole or before.rule == "bare")
    )


def _is_part(q: Quantity, left: Left, gap: str, before: Mention) -> bool:
    """Whether a number is a part of the count before it: "20 trận, hòa 3, trong đó xã có 2"."""
    last = left.words[-1]
    if before.fields["unit_code"] is not None:  # "lúa 300 ha, ngô 120, sắn 45"
        return (
            before.rule in ("measure", "bare")
            and not (left.modifier or left.capital or last in CALENDAR or last in _HAS)
            and not (left.ends_with("label") or left.ends_with("ordinal"))
            and _BESIDE.fullmatch(gap) is not None
            and not _MONEY.search(gap)
        )
    if not _at_most(q, before):
        return False
    if last in _HAS and ("trong đó" in gap or before.rule == "bare"):
        return True
    if left.capital or left.modifier or last in CALENDAR:
        return False
    if left.ends_with("label") or left.ends_with("ordinal"):
        return False
    return _DOES.fullmatch(gap) is not None


def _rises(q: Quantity, lower: str) -> bool:
    """Whether a number is where a rise or a fall begins: "tăng từ 12 lên 15"."""
    return bool(_FROM.search(lower, max(0, q.start - 48), q.start) and _UP_TO.match(lower, q.end))


def _behind_name(text: str, left: Left) -> bool:
    """Whether a name stands straight before a number: "Điện Biên 82", "Sóc Trăng là 160"."""
    words = text[max(0, left.start - 48) : left.start].rstrip().split(" ")
    while words and words[-1] in ("là", "có", "còn"):
        words.pop()
    name = len(words)
    while name and words[name - 1].lstrip("(")[:1].isupper():
        name -= 1
    # "(xã Hòa Tú 1": the number may be the name's
    return name < len(words) and not (name and words[name - 1].lstrip("(") in _NUMBERED_PLACES)


_NEXT = re.compile(r"(?:,|;| và) (?P<name>[^,;:.()\n]{2,32}) ")


def _next_name(q: Quantity, text: str, before: Mention) -> bool:
    """Whether a number is the next one of a row of names: "Hà Nội có 120 ca, Bình Dương 98"."""
    gap = _NEXT.fullmatch(text, before.end, q.start)
    ahead = text[max(0, before.start - 24) : before.start].split()
    if gap is None or not ahead or q.value < 10 or before.rule not in ("count", "measure"):
        return False
    if ahead[-1] in ("có", "là", "đạt", "còn") and len(ahead) > 1:
        ahead.pop()
    return ahead[-1][:1].isupper() and all(w[:1].isupper() for w in gap["name"].split())


def _lists(gap: str, lower: str, q: Quantity) -> bool:
    """Whether a name with its number is a share of the figure before: in brackets, in a list."""
    opened = lower.rfind("(", max(0, q.start - 400), q.start)
    if opened >= 0 and ")" not in lower[opened : q.start]:
        return ". " not in gap
    return (
        gap.rstrip().endswith(" là")
        or re.search(r"(?<!\w)(?:trong đó|gồm|cụ thể)", gap) is not None
    )
