"""Counted units: lengths ("30 năm"), stretches that end or begin now ("5 năm qua"), points
so far away ("2 tuần trước"), parts of a year ("9 tháng đầu năm"), recurrences."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from trich import numerals
from trich.extract.dates import words as w
from trich.extract.dates.found import Found, between
from trich.extract.dates.parts import period
from trich.extract.dates.points import read
from trich.extract.dates.reader import Reader
from trich.extract.dates.settle import settle
from trich.extract.dates.timex import Point, duration, moment, reached, shift, value
from trich.extract.dates.words import compiled as re_

# "một năm" is a length, unless it is one of its kind: "là một năm khó khăn", "một ngày hội".
_ONE_BEHIND = frozenset(
    ["là", "như", "thành", "từng", "mỗi", "ngày", "vào", "có", "bằng", "hơn", "dấu"]
)
_PRICES = frozenset(
    ["đồng", "đ", "vnđ", "usd", "đô", "euro", "xu", "lượt", "khách", "người", "chuyến"]
)
_ONE_OF = {
    "": r"\s(?:nào|nọ|kia|khác|mới|đẹp|đáng|đầy|như|thế)\b",
    "ngày": r"\s(?:nào|nọ|kia|khác|mới|đẹp|đáng|đầy|như|hội|lễ|nghỉ|tết|giỗ|rằm|thứ|chủ|trời|mưa"
    r"|nắng|đông|hè|thu|xuân|cuối|đầu|giữa|vui|buồn|trọng|đặc|tháng|sau)\b",
    "năm": r"\s(?:nào|nọ|kia|khác|mới|đáng|đầy|như|học|khó|thành|bản|nhiều|bội|được|mất)\b",
    "tháng": r"\s(?:nào|nọ|kia|khác|lương|chạp|giêng)\b",
    "giờ": r"\s(?:nào|học|dạy|giảng|khắc|sáng|trưa|chiều|đêm|kém|rưỡi)\b",
    "đêm": r"\s(?:nào|nọ|kia|khác|nhạc|diễn|hội|thơ|trăng|đông|hè|mưa|giao|tối"
    r"|mất|không|trắng|thức)\b",
    "quý": r"\s(?:ông|bà|vị|khách|nhân|nào)\b",
}  # fmt: skip

Size = tuple[int | Decimal, str]

# "Ba ngày sau Tuệ ra đầu thú.": at a sentence's head, with no clause behind a comma.
_TELLS_ON = r"(?:^|\n|[.!?…]\s)\Z"
_CLAUSE = r"[^.,;:!?\n]*(?:[,;:]|\d)"
_WORKING = r"\slàm\sviệc\b(?!\s(?:với|tại|ở|cùng|căng|liên|khẩn|mỗi|của))"
# "hai ngày 9-10/11", "ba ngày 4, 5 và 6 tháng 3": the days are told, and their count tells nothing.
_DAYS_BEHIND = (
    r"\s(?:ngày\s)?\d\d?(?:(?:,|\s?-|\s(?:và|đến|tới))\s?\d\d?){0,6}\s?(?:[/.-]\s?\d|tháng\s\d)"
)
# "cao hơn 6 tháng đầu các năm trước": of no year, and no length
_OF_ANY_YEAR = r"\s(?:đầu|cuối)\s(?:các|những|mỗi|nhiều)\snăm\b"
_OF_A_DAY = r"\d|\s(?:ngày\s\d|sáng|trưa|chiều|tối|đêm|hôm|cùng\sngày)"
_EVENTS = (
    "(?:khi|sinh|mổ|phẫu|tết|ngày|đại|dịch|covid|bầu|khai|kỳ|thời|tiêm|lễ|hội|điều|ghép|nhập|xuất"
    "|can|thi|chiến|giải|thành|phát|nhiễm|tai|sự|cuộc|vụ|trận|giao|giáng|quốc|noel|rằm|ra|ngừng"
    "|cơn|bão|cái|ca|phiên|buổi|vòng|chuyến|mùa|ngưỡng|hạn|đợt|đám|thời điểm|thảm|biến|mưa|lũ"
    "|mỗi|từng|các|những|một|lúc|đó|dùng|uống|mang|cấy|hóa|xạ|kết|đẻ|chào|thềm|mắt|mãn|hậu|công|tốt|nghỉ|về)"
)
_WHERE = (
    r"(?P<run>\s(?:liên tục|liên tiếp|liền))?"
    r"\s(?:(?P<back>vừa qua|qua|nay|gần đây nhất|gần đây|gần nhất|trở lại đây|vừa rồi"
    r"|lại đây|rồi(?=\s?(?:$|[,.])))"
    r"|(?P<ahead>sắp tới|tới đây|tới|tiếp theo|kế tiếp|trước mắt)"
    r"|(?P<before>(?:về\s)?trước đó)|(?P<later>sau đó)|(?P<hence>nữa)"
    rf"|(?P<ago>trước đây|về trước|trước)(?!\s{_EVENTS}\b)"
    rf"|(?P<after>sau)(?!\s{_EVENTS}\b))\b"
)
# "15 (mười lăm) ngày", as laws write
_COUNT = rf"(?:(?P<half>nửa)|(?P<n>{w.DIGITS}|{w.NUMBER_WORDS})(?:\s?\({w.NUMBER_WORDS}\))?)"
LENGTH = (
    rf"{_COUNT}(?P<g>\s?)(?P<u>{w.UNIT}|h|p|')"
    r"(?:(?!\w|\smươi\b)|(?<=h)(?=[0-5]?\d\s(?:nữa|trước)\b))"
    r"(?:\s(?P<rest>rưỡi)\b(?:\sđồng hồ)?)?"
)
_RANGE = (
    rf"(?P<a>\d{{1,4}}|{w.NUMBER_WORDS})(?:\s?-\s?|\s(?:đến|tới)\s)"
    rf"(?P<b>\d{{1,4}}|{w.NUMBER_WORDS})\s?(?P<u>{w.UNIT}|h)(?!\w)"
)
_DIGIT = "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
# "hai ba năm", "năm, bảy ngày": about so many.
_SPOKEN_RANGE = rf"(?P<a>{_DIGIT}),?\s(?P<b>{_DIGIT})\s(?P<u>{w.UNIT})(?!\w)"
_AND_A_HALF = r"(?P<u>năm|tháng|tuần|ngày|giờ|tiếng)\srưỡi\b(?:\sđồng hồ)?"
_TONGUES = (
    r"\s(?:nói|động|ồn|súng|nổ|kêu|gọi|chuông|trống|cười|khóc|còi|máy|hát|vỗ|dân|mẹ|nước|phổ|lóng"
    r"|anh|pháp|nga|trung|hoa|hán|nhật|hàn|đức|việt|thái|tày|nùng|khmer|mông|bản|địa|một)\b"
)
_AGE = r"\s(?:tuổi(?!\s(?:đảng|nghề|quân|đoàn|hạm))|tháng tuổi|thai\b|sơ sinh)"
_FINER = {"Y": "MWD", "M": "WD", "W": "D", "D": "", "H": ("MIN",), "MIN": ("S",)}
# Before "một năm" they show that a length is meant and not "a year (full of …)".
_LENGTH_BEFORE = frozenset([
    "trong", "sau", "suốt", "gần", "hơn", "khoảng", "chừng", "độ", "dài", "đây", "đúng", "tròn",
    "mỗi", "trước", "ngoài", "quá", "vòng", "được", "mất", "đủ", "hạn", "tới", "thêm", "cách",
    "chỉ", "thiểu", "nhất", "đa", "dưới", "trên", "cứ", "hết", "cần", "kết",
])  # fmt: skip
_AGO = (
    r"(?:cách\s(?P<here>đây|nay)|cách đó|trước đó|(?P<later>sau đó))"
    rf"(?:\s(?:đúng|tròn|khoảng|hơn|gần|chừng))?\s{LENGTH}"
)
_NUMBER_AND_UNIT = rf"\s\d+\s{w.UNIT}"
_MORE_LENGTH = rf"\s(?:và\s)?(\d{{1,3}}|{w.NUMBER_WORDS})\s({w.UNIT})(?!\w|\s(?:tuổi|đầu|cuối)\b)"
_OF_A_YEAR = rf"\s{w.YEAR}{w.YEAR_END}"
_ONCE = r"\s?/\s?lần\b|\s(?:một|1)\slần\b"
# "16 ngày mỗi tháng", "8 tiếng một ngày"
_PER_UNIT = (
    r"\s(?:mỗi|(?:một|1)(?=\s(?:ngày|tuần|tháng)\b))\s(?P<u>ngày|tuần|tháng|quý|năm)\b"
    r"(?!\s(?:rưỡi|nữa|\d|sau|trước))"
)
_PER = r"/\s?(?:lần|\d{4}\b|ngày|tuần|tháng|năm)"
_HALVES: dict[str, Size] = {
    "năm": (6, "M"), "tháng": (15, "D"), "giờ": (30, "MIN"), "tiếng": (30, "MIN"),
    "ngày": (12, "H"), "thế kỷ": (50, "Y"), "thế kỉ": (50, "Y"), "thập kỷ": (5, "Y"),
    "thập kỉ": (5, "Y"), "thập niên": (5, "Y"), "phút": (30, "S"),
}  # fmt: skip
_BARE = {"tư": 4, "chục": 10, "trăm": 100}  # numbers only before a unit of time
_SECONDS = {"W": 604800, "D": 86400, "H": 3600, "MIN": 60, "S": 1}
_CLOCK_UNITS = ("H", "MIN", "S")
_WHOLE = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7)}  # where half a unit is counted
# They count days or minutes only where a word tells when: "3 bữa nữa", and no "3 bữa ăn".
_ONLY_PLACED = ("bữa", "p", "'")


def ago(r: Reader, at: int) -> Found | None:
    """ "cách đây 3 năm", "trước đó 2 ngày", "sau đó một tuần"."""
    m = re_(_AGO).match(r.low, at)
    if m is None:
        return None
    size = size_of(m)
    if size is None or re_(_AGE).match(r.low, m.end()):
        return None
    if size[1] == "H" and re_(_OF_A_DAY).match(r.low, m.end()):
        return None  # "trước đó, khoảng 22h ngày 11/1"
    end, parts = _finer(r, m.end(), [size])
    if m.group("here"):
        return away(end, parts, -1, r.context.today, r.context.now)
    return away(end, parts, 1 if m.group("later") else -1, r.context.named, None, exact=True)


def size_of(m: re.Match[str]) -> Size | None:
    """The count and unit of a length, without halves where a finer unit has them."""
    count, unit = w.UNITS[m.group("u")]
    if m.group("half"):
        return _HALVES.get(m.group("u").removesuffix(" đồng hồ"))
    number = _BARE.get(m.group("n")) or numerals.parse(m.group("n"))
    if number is None or number <= 0:
        return None
    total: int | Decimal = number * count
    if m.group("rest"):
        finer = {"Y": (12, "M"), "H": (60, "MIN"), "MIN": (60, "S")}.get(unit)
        if finer is None:
            return total + Decimal("0.5"), unit
        return int((total + Decimal("0.5")) * finer[0]), finer[1]
    return total, unit


def _finer(r: Reader, end: int, parts: list[Size]) -> tuple[int, list[Size]]:
    """Take in the finer units of "2 năm 6 tháng", "1 giờ 30 phút", "3 ngày 2 đêm"."""
    while True:
        m = re_(_MORE_LENGTH).match(r.low, end)
        if m is None:
            return end, parts
        number, (factor, unit) = w.number(m.group(1)), w.UNITS[m.group(2)]
        if m.group(2) == "đêm" and parts[-1][1] == "D":
            end = m.end()  # the nights between the days
            continue
        if number is None or unit not in _FINER.get(parts[-1][1], "") or factor != 1:
            return end, parts
        parts = [*parts, (number, unit)]
        end = m.end()


def _delta(parts: list[Size]) -> timedelta:
    """The time of lengths that the clock measures."""
    return sum((timedelta(seconds=float(n) * _SECONDS[unit]) for n, unit in parts), timedelta())


def away(
    end: int,
    parts: list[Size],
    sign: int,
    of: date | None,
    now: datetime | None,
    exact: bool = False,
) -> Found:
    """A point that lies a length away, to the precision of the length's last unit.

    `exact` reckons weeks to the day: a week after a day is a day.
    """
    number, unit = parts[-1]
    length = Found(end, "DURATION", duration(parts), "length")
    try:
        if unit in _CLOCK_UNITS:
            if now is None or any(u in ("Y", "M") for _, u in parts):
                return length
            p = moment(now + sign * _delta(parts), unit == "S")
            return Found(end, "TIME", value(p), "so-far-away", point=p)
        if of is None:
            text = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX"}[unit]
            return Found(end, "DATE", text, "so-far-away")
        for n, coarser in parts[:-1]:
            of = shift(of, coarser, int(n) * sign)
        count = int(number) * sign
        if int(number) != number:
            unit, factor = _WHOLE.get(unit, (unit, 1))
            count = int(number * factor) * sign
        elif exact and unit == "W":
            unit, count = "D", count * 7
        p = reached(of, unit, count)
    except (ValueError, OverflowError):
        return length
    return Found(end, "DATE", value(p), "so-far-away", point=p)


def _stretch(r: Reader, end: int, parts: list[Size], sign: int) -> Found | None:
    """The interval of a length that ends (or begins) on the day of publication."""
    today, now = r.context.today, r.context.now
    length = Found(end, "DURATION", duration(parts), "length")
    number, unit = parts[-1]
    if unit in _CLOCK_UNITS:
        if now is None:
            if unit != "H" or len(parts) > 1 or number % 24 or today is None:
                return length
            parts = [(number // 24, "D")]
        else:
            if any(u in ("Y", "M") for _, u in parts):
                return length
            ends = sorted((now, now + sign * _delta(parts)))
            first, last = (moment(end, unit == "S") for end in ends)
            first.until = last
            return Found(end, "TIME", value(first), "stretch", point=first)
    if today is None:
        return length
    other = today
    try:
        for n, u in parts:
            factor = 1
            if int(n) != n:
                u, factor = _WHOLE.get(u, (u, 1))
            other = shift(other, u, int(n * factor) * sign)
    except (ValueError, OverflowError):
        return None
    a, b = Point(), Point()
    a.set_day(min(today, other))
    b.set_day(max(today, other))
    return between(end, a, b, "stretch")


def counted_units(r: Reader, at: int) -> Found | None:
    """Whatever begins with a number and a unit of time."""
    low = r.low
    m = re_(_RANGE).match(low, at) or re_(_SPOKEN_RANGE).match(low, at)
    if m and not m.group("a").endswith(" năm"):  # "một năm đến năm năm" are two lengths
        return _range(r, m)
    m = re_(LENGTH).match(low, at)
    if m is None or not _counts_time(r, m, at):
        return None
    end, unit = m.end(), m.group("u")
    size = size_of(m)
    if size is None:
        return None
    whole = None if m.group("half") or m.group("rest") else w.number(m.group("n"))
    found = period(r, whole, unit, end, at) if whole else None
    if found:
        return found
    if re_(_OF_ANY_YEAR).match(low, end):
        return None
    if unit == "năm" and re_(_OF_A_YEAR).match(low, end) and not r.counted(end + 5):
        return None  # "281 năm 2024": the year belongs to "năm"
    every = re_(_ONCE).match(low, end)
    if every:
        return Found(every.end(), "SET", duration([size]), "recurrence")
    per = re_(_PER_UNIT).match(low, end)
    if per:
        text = duration([(w.UNITS[per.group("u")][0], w.UNITS[per.group("u")][1])])
        return Found(per.end(), "SET", text, "recurrence")
    if low.endswith("định kỳ ", 0, at):
        return Found(end, "SET", duration([size]), "recurrence")
    if (
        unit in ("tháng", "quý", "tuần")
        and re_(r"\s(?:thứ|\d\d?(?!\d|[.,]\d|\s?%))").match(low, end)
        and not re_(_NUMBER_AND_UNIT).match(low, end)
    ):
        return None
    parts = [size]
    if not m.group("rest"):
        end, parts = _finer(r, end, parts)
    where = re_(_WHERE).match(low, end)
    if where is None and unit in ("giờ", "h"):  # "1h30 nữa"
        minutes = re_(rf"\s?([0-5]?\d)(?={_WHERE})").match(low, end)
        where = re_(_WHERE).match(low, minutes.end()) if minutes else None
        if minutes and where:
            parts = [size, (int(minutes.group(1)), "MIN")]
    if where is None and r.context.asked and r.previous(at) == "sau":
        return away(end, parts, 1, r.context.today, r.context.now)
    found = _placed(r, at, where, parts) if where else None
    if found:
        return found
    if unit in _ONLY_PLACED and not (r.context.asked and unit != "bữa"):
        return None
    if unit in ("tiếng",) and not _hours(r, at, end):
        return None
    if len(parts) == 1 and m.group("n") in ("một", "1", "năm") and not _is_length(r, m, at):
        return None
    working = re_(_WORKING).match(low, end) if unit == "ngày" else None
    end = working.end() if working else end
    return Found(end, "DURATION", duration(_halved(m, parts)), "length")


def _counts_time(r: Reader, m: re.Match[str], at: int) -> bool:
    """Whether a number and "năm", "tiếng", "h" are a length, and no age, rate or name."""
    end, unit = m.end(), m.group("u")
    if (
        re_(_AGE).match(r.low, end)
        or (unit in ("h", "p", "'") and (m.group("g") or r.lettered(at)))
        or (unit == "h" and r.context.text[end - 1] == "H" and re_(r"\s?-").match(r.low, end))
        or (unit == "p" and len(m.group("n")) > 3)
        or (unit in ("hôm", "bữa") and len(m.group("n")) > 2 and m.group("n").isdigit())
        or r.previous(at) in ("thứ", "tuổi")
        or (
            r.previous(at) == "thai"
            and not r.low.endswith(("mang thai ", "có thai ", "khám thai "), 0, at)
        )
        or r.low[at - 1 : at] == "/"
        or (unit == "năm" and re_(r"\shọc\s\d").match(r.low, end))
        or (unit in ("hôm", "bữa", "đêm", "ngày") and re_(_DAYS_BEHIND).match(r.low, end))
        or (m.group("n") == "trăm" and r.previous(at) not in ("ngót", "gần", "hơn"))
        or (m.group("n") in ("chục", "trăm") and r.previous(at) in ("hàng", "hằng", "cả", "mấy"))
        or (
            unit == "đêm" and re_(r"\s(?:nhạc|diễn|thơ|hội|chung|concert|show)\b").match(r.low, end)
        )
        or (unit == "ngày" and re_(r"\scông\b(?!\s(?:chiếu|bố|diễn|tác|phá))").match(r.low, end))
        or (unit == "năm" and m.group("n") == "bốn" and r.counted(end))  # four or five
    ):
        return False
    return r.low[end : end + 1] != "/" or re_(_PER).match(r.low, end) is not None


def _halved(
    m: re.Match[str], parts: list[tuple[int | Decimal, str]]
) -> list[tuple[int | Decimal, str]]:
    """Write "một năm rưỡi" as P1Y6M, "2 giờ rưỡi" as PT2H30M."""
    number, unit = parts[0]
    if not m.group("rest") or unit not in ("M", "MIN", "S") or m.group("u") in ("tháng", "phút"):
        return parts
    base, coarse = (12, "Y") if unit == "M" else (60, "H")
    return [(number // base, coarse), (number % base, unit)]


def _is_length(r: Reader, m: re.Match[str], at: int) -> bool:
    """Whether "một năm" is a length and no mere "a year", "năm ngày" five days."""
    if m.group("rest") or m.group("n") == "1":
        return True
    if r.context.asked:
        return m.group("u") != "hôm" and (m.group("n"), m.group("u")) != ("năm", "tháng")
    if m.group("n") == "năm" and m.group("u") == "tháng":  # "năm tháng": the years
        return r.previous(at) in _LENGTH_BEFORE
    one_of = re_(_ONE_OF.get(m.group("u"), _ONE_OF[""])).match(r.low, m.end()) is not None
    if m.group("n") == "một" and m.group("u") == "đêm" and one_of:
        return False
    if m.group("n") != "một" or r.previous(at) in _LENGTH_BEFORE:
        return True
    if r.previous(at) in _ONE_BEHIND or r.previous(at) in _PRICES:
        return False  # "3.000 đồng một đêm" is a rate
    return not one_of


def _hours(r: Reader, at: int, end: int) -> bool:
    """Whether "tiếng" counts hours, and not languages, voices or bangs."""
    if r.context.asked or r.previous(at) in _LENGTH_BEFORE:
        return True
    if re_(_TONGUES).match(r.low, end):
        return False
    return not r.context.text[end + 1 : end + 2].isupper() or r.low[end] != " "


def _placed(r: Reader, at: int, m: re.Match[str], parts: list[Size]) -> Found | None:
    """A length that a word ties to now or to the last day named."""
    end, context = m.end(), r.context
    name = context.text[end + 1 : end + 2]
    if m.group("back"):
        if m.group("back") == "qua" and re_(r"\s(?:đời|lại|đó|đi)\b").match(r.low, end):
            return None
        return _months_gone(r, m, parts, at) or _stretch(r, end, parts, -1)
    if m.group("ahead"):
        return _stretch(r, end, parts, 1)
    if m.group("run"):
        return None
    if m.group("hence"):
        return away(end, parts, 1, context.today, context.now)
    named = (m.group("ago") or m.group("after")) and name.isupper() and r.low[end] == " "
    tells_on = named and re_(_TELLS_ON).search(r.low, max(0, at - 2), at)
    if named and not (tells_on and re_(_CLAUSE).match(r.low, end) is None):
        return None  # "ba năm sau Chỉ thị 25": counted from an event
    if m.group("ago") and r.previous(at) in ("bình", "quân"):
        return _stretch(r, end, parts, -1)  # "so với trung bình 4 tuần trước"
    if m.group("ago"):
        return away(end, parts, -1, context.today, context.now)
    unit = parts[-1][1]
    if unit in _CLOCK_UNITS:
        now = context.now if context.last is None and m.group("after") else None
        now = context.moment_before(at) or now
    else:
        now = None
    of, exact = context.base(at, unit)
    sign = -1 if m.group("before") else 1
    return away(end, parts, sign, of, now, exact=exact and not m.group("after"))


def _months_gone(r: Reader, m: re.Match[str], parts: list[Size], at: int) -> Found | None:
    """ "Năm 2024 có 18.940 người; 10 tháng qua còn 12.115": in November, those of this year."""
    c = r.context
    number, unit = parts[0]
    if unit != "M" or len(parts) > 1 or c.published is None or number != c.published.month - 1:
        return None
    p = c.period
    before = p and p.year == c.published.year - 1 and not (p.month or p.quarter or p.until)
    if number < 2 or not before or not c.same_paragraph(at):
        return None
    return between(
        m.end(), Point(c.published.year, 1), Point(c.published.year, int(number)), "stretch"
    )


def _range(r: Reader, m: re.Match[str]) -> Found | None:
    """ "3-5 ngày": the shortest and the longest length."""
    low, high = w.number(m.group("a")), w.number(m.group("b"))
    if m.re is re_(_SPOKEN_RANGE) and (low is None or high is None or not low < high <= low + 2):
        return None
    if low is None or high is None or low >= high or re_(_AGE).match(r.low, m.end()):
        return None
    if m.group("a").isdigit() and len(m.group("a")) == 4 and m.group("u") == "năm":
        return None
    if r.low[m.end() : m.end() + 1] == "/" or (
        m.group("u") == "tiếng" and not _hours(r, m.start(), m.end())
    ):
        return None
    count, unit = w.UNITS[m.group("u")]
    where = re_(_WHERE).match(r.low, m.end())
    if where and (where.group("ahead") or where.group("back")):  # "24 đến 48 giờ tới"
        return _stretch(r, where.end(), [(high * count, unit)], 1 if where.group("ahead") else -1)
    text = f"{duration([(low * count, unit)])}/{duration([(high * count, unit)])}"
    every = re_(r"\s?/\s?lần\b|\s(?:một|1)\slần\b").match(r.low, m.end())
    if every:
        return Found(every.end(), "SET", text, "recurrence")
    return Found(m.end(), "DURATION", text, "length-range")


def and_a_half(r: Reader, at: int) -> Found | None:
    """ "(hơn) tháng rưỡi", "tiếng rưỡi nữa": one and a half."""
    m = re_(_AND_A_HALF).match(r.low, at)
    if m is None or r.previous(at) in w.VAGUE:
        return None
    where = re_(_WHERE).match(r.low, m.end())
    if m.group("u") == "năm" and not where and r.previous(at) not in _LENGTH_BEFORE:
        return None  # five and a half
    unit = w.UNITS[m.group("u")][1]
    finer = {"Y": (18, "M"), "M": (45, "D"), "H": (90, "MIN"), "D": (36, "H"), "W": (10, "D")}
    size: Size = finer[unit]
    found = _placed(r, at, where, [size]) if where else None
    halves: dict[str, list[Size]] = {"Y": [(1, "Y"), (6, "M")], "H": [(1, "H"), (30, "MIN")]}
    return found or Found(m.end(), "DURATION", duration(halves.get(unit, [size])), "length")


def named_days(r: Reader, at: int) -> Found | None:
    """ "hai ngày 9-10/11/2025": the count belongs to the days it counts."""
    m = re_(r"(hai|ba|bốn|năm|sáu|bảy|[2-9])\s(?=ngày\s\d|tháng\s\d\d?\s?(?:-|và))").match(
        r.low, at
    )
    got = m and read(r, m.end(), evidence=True)
    if not m or not got or got[1].point.until is None:
        return None
    end, draft = got
    settle(r, draft, at, end)
    p = draft.point
    return Found(end, "DATE", value(p), "days", p.mod, p)
