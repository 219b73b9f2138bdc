"""Counted units: lengths ("30 năm"), stretches that end or begin now ("5 năm qua"), points
so far away ("2 tuần trước"), parts of a year ("9 tháng đầu năm"), recurrences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from trich import numerals
from trich.extract.dates import words as w
from trich.extract.dates.points import read
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.settle import settle
from trich.extract.dates.timex import Point, duration, moment, reached, shift, value
from trich.extract.dates.words import compiled as re_

_EVENTS = (
    "(?:khi|sinh|mổ|phẫu|tết|ngày|đại|dịch|covid|bầu|khai|kỳ|thời|tiêm|lễ|hội|điều|ghép|nhập|xuất"
    "|can|thi|chiến|giải|thành|phát|nhiễm|tai|sự|cuộc|vụ|trận|giao|giáng|quốc|noel|rằm|ra|ngừng"
    "|dùng|uống|mang|cấy|hóa|xạ|kết|đẻ|chào|thềm|mắt|mãn|hậu|công|tốt|nghỉ|về)"
)
_WHERE = (
    r"(?P<run>\s(?:liên tục|liên tiếp|liền))?"
    r"\s(?:(?P<back>vừa qua|qua|nay|gần đây nhất|gần đây|gần nhất|trở lại đây|vừa rồi|lại đây)"
    r"|(?P<ahead>sắp tới|tới đây|tới|tiếp theo|kế tiếp)"
    r"|(?P<before>(?:về\s)?trước đó)|(?P<later>sau đó)|(?P<hence>nữa)"
    rf"|(?P<ago>trước đây|về trước|trước)(?!\s{_EVENTS}\b)"
    rf"|(?P<after>sau)(?!\s{_EVENTS}\b))\b"
)
_COUNT = rf"(?:(?P<half>nửa)|(?P<n>{w.DIGITS}|{w.NUMBER_WORDS}))"
_LENGTH = rf"{_COUNT}(?P<g>\s?)(?P<u>{w.UNIT}|h)(?!\w|\smươi\b)(?:\s(?P<rest>rưỡi)\b)?"
_RANGE = (
    rf"(?P<a>\d{{1,4}}|{w.NUMBER_WORDS})(?:\s?-\s?|\s(?:đến|tới)\s)"
    rf"(?P<b>\d{{1,4}}|{w.NUMBER_WORDS})\s?(?P<u>{w.UNIT}|h)(?!\w)"
)
_YEARS = rf"(?:\d{{1,2}}|{w.NUMBER_WORDS})\snăm"
_AGE = r"\s(?:tuổi|tháng tuổi|thai\b|sơ sinh)"
_FINER = {"Y": "MWD", "M": "WD", "W": "D", "D": "", "H": ("MIN",), "MIN": ("S",)}
_PART_OF_YEAR = (
    r"\s(?P<end>đầu(?:\stiên)?|cuối(?:\scùng)?)(?:\s(?:của|trong))?"
    rf"\snăm(?:\s(?P<y>{w.YEAR}){w.YEAR_END}|\s(?P<step>{w.STEP})\b)?(?!\s(?:học|thứ))"
)
_MONTHS_OF_YEAR = (
    rf"(?:\s?/\s?|\s(?:của\s|trong\s)?năm\s|\s)(?:(?P<y>{w.YEAR}){w.YEAR_END}"
    r"|(?P<step>(?<=năm\s)(?:nay|ngoái)\b))"
)
# Before "một năm" they show that a length is meant and not "a year (full of …)".
_LENGTH_BEFORE = frozenset([
    "trong", "sau", "suốt", "gần", "hơn", "khoảng", "chừng", "độ", "dài", "đây", "đúng", "tròn",
    "mỗi", "trước", "ngoài", "quá", "vòng", "được", "mất", "đủ", "hạn", "tới", "thêm", "cách",
    "chỉ", "thiểu", "nhất", "đa", "dưới", "trên", "cứ", "hết", "cần",
])  # fmt: skip


@dataclass(slots=True)
class Found:
    """A date expression: where it ends, its TIMEX3 type and value, the rule, and its point."""

    end: int
    type: str
    value: str
    rule: str
    mod: str | None = None
    point: Point | None = None


def span_of_years(r: Reader, at: int) -> Found | None:
    """ "giai đoạn 2021-2025", "nhiệm kỳ 2020 - 2025", "5 năm 2021-2025", "năm học 2023-2024"."""
    m = re_(
        rf"(?:(?:giai đoạn|thời k[ỳì]|nhiệm k[ỳì]|niên khóa|khóa|năm học|niên độ|chu kỳ)\s"
        rf"(?:{_YEARS}\s)?|{_YEARS}\s)\(?(?:từ\s)?(?:năm\s)?"
        rf"({w.YEAR})(?:\s?[-/]\s?|\s(?:đến|tới)\s)(?:hết\s)?(?:năm\s)?({w.YEAR}|\d\d){w.YEAR_END}"
    ).match(r.low, at)
    if m is None:
        return None
    first, last = int(m.group(1)), int(m.group(2))
    if last < 100:
        last += first // 100 * 100
    if last <= first:
        return None
    end = m.end()
    if "(" in m.group():
        end += r.low[end : end + 1] == ")"
    return _interval(end, Point(first), Point(last), "year-span")


def _interval(end: int, first: Point, last: Point, rule: str) -> Found:
    first.until = last
    return Found(end, "DATE", value(first), rule, point=first)


def recurrence(r: Reader, at: int) -> Found | None:
    """ "hàng năm" P1Y, "mỗi 2 tuần" P2W, "mỗi sáng thứ hai" XXXX-WXX-1TMO."""
    m = re_(
        rf"(?:hàng|hằng|mỗi)\s(?:(?P<n>\d{{1,3}}|{w.NUMBER_WORDS})\s)?(?P<u>{w.UNIT})(?!\w)"
        r"(?!\s(?:trời|đồng hồ|liền|tuổi|anh|nói|việt|pháp|dân))"
    ).match(r.low, at)
    if m:
        count, unit = w.UNITS[m.group("u")]
        number = w.number(m.group("n")) if m.group("n") else 1
        if number:
            return Found(m.end(), "SET", duration([(count * number, unit)]), "recurrence")
    m = re_(r"(?:hàng|hằng|mỗi)\s(?:khi\s)?").match(r.low, at)
    found = m and read(r, m.end(), evidence=False)
    if not m or not found:
        return None
    end, draft = found
    p = draft.point
    if p.dated and not p.weekday and not p.weekend:
        return None
    draft.point.every = True
    p.year = p.week = None
    return Found(end, "SET", value(p), "recurrence", p.mod)


def ago(r: Reader, at: int) -> Found | None:
    """ "cách đây 3 năm", "trước đó 2 ngày", "sau đó một tuần"."""
    m = re_(
        r"(?:cách\s(?P<here>đây|nay)|cách đó|trước đó|(?P<later>sau đó))"
        rf"(?:\s(?:đúng|tròn|khoảng|hơn|gần|chừng))?\s{_LENGTH}"
    ).match(r.low, at)
    if m is None:
        return None
    size = _size(m)
    if size is None or re_(_AGE).match(r.low, m.end()):
        return None
    of = r.context.today if m.group("here") else r.context.named
    now = r.context.now if m.group("here") else None
    return _away(m.end(), size, 1 if m.group("later") else -1, of, now)


def _size(m: re.Match[str]) -> tuple[int | Decimal, str] | None:
    """The count and unit of a length, without halves where a finer unit has them."""
    count, unit = w.UNITS[m.group("u")]
    if m.group("half"):
        return {
            "năm": (6, "M"), "tháng": (15, "D"), "giờ": (30, "MIN"), "tiếng": (30, "MIN"),
            "ngày": (12, "H"), "thế kỷ": (50, "Y"), "thế kỉ": (50, "Y"), "thập kỷ": (5, "Y"),
            "thập kỉ": (5, "Y"), "thập niên": (5, "Y"), "phút": (30, "S"),
        }.get(m.group("u"))  # fmt: skip
    number = 4 if m.group("n") == "tư" else numerals.parse(m.group("n"))
    if number is None or number <= 0:
        return None
    total: int | Decimal = number * count
    if m.group("rest"):
        finer = {"Y": (12, "M"), "H": (60, "MIN"), "MIN": (60, "S")}.get(unit)
        if finer is None:
            return total + Decimal("0.5"), unit
        return int((total + Decimal("0.5")) * finer[0]), finer[1]
    return total, unit


def _away(
    end: int, size: tuple[int | Decimal, str], sign: int, of: date | None, now: datetime | None
) -> Found:
    """A point that lies a length away, to the precision of the length's unit."""
    number, unit = size
    count = int(number) * sign
    if unit in ("H", "MIN", "S"):
        if now is None:
            return Found(end, "DURATION", duration([size]), "length")
        p = moment(
            now + timedelta(**{{"H": "hours", "MIN": "minutes", "S": "seconds"}[unit]: count})
        )
        return Found(end, "TIME", value(p), "so-far-away", point=p)
    if of is None:
        text = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX"}[unit]
        return Found(end, "DATE", text, "so-far-away")
    if int(number) != number:
        unit, count = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7)}.get(unit, (unit, 1))
        count = int(number * count) * sign
    try:
        p = reached(of, unit, count)
    except (ValueError, OverflowError):
        return Found(end, "DURATION", duration([size]), "length")
    return Found(end, "DATE", value(p), "so-far-away", point=p)


def _stretch(r: Reader, end: int, size: tuple[int | Decimal, str], sign: int) -> Found | None:
    """The interval of a length that ends (or begins) on the day of publication."""
    number, unit = size
    today, now = r.context.today, r.context.now
    if unit in ("H", "MIN", "S"):
        if now is None:
            hours = number if unit == "H" else 0
            if unit != "H" or hours % 24 or today is None:
                return Found(end, "DURATION", duration([size]), "length")
            number, unit = hours // 24, "D"
        else:
            p = moment(now)
            q = moment(
                now
                + timedelta(
                    **{{"H": "hours", "MIN": "minutes", "S": "seconds"}[unit]: int(number) * sign}
                )
            )
            first, last = (p, q) if sign > 0 else (q, p)
            first.until = last
            return Found(end, "TIME", value(first), "stretch", point=first)
    if today is None:
        return Found(end, "DURATION", duration([size]), "length")
    if int(number) != number:
        unit, factor = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7)}.get(unit, (unit, 1))
        number = int(number * factor)
    try:
        other = shift(today, unit, int(number) * sign)
    except (ValueError, OverflowError):
        return None
    first, last = Point(), Point()
    first.set_day(min(today, other))
    last.set_day(max(today, other))
    return _interval(end, first, last, "stretch")


def counted_units(r: Reader, at: int) -> Found | None:
    """Whatever begins with a number and a unit of time."""
    low = r.low
    m = re_(_RANGE).match(low, at)
    if m:
        return _range(r, m)
    m = re_(_LENGTH).match(low, at)
    if m is None:
        return None
    end, unit = m.end(), m.group("u")
    if (
        re_(_AGE).match(low, end)
        or (unit == "h" and (m.group("g") or r.lettered(at)))
        or r.previous(at) in ("thứ", "tuổi")
    ):
        return None
    if r.low[at - 1 : at] == "/" or (
        low[end : end + 1] == "/"
        and not re_(r"/\s?(?:lần|\d{4}\b|ngày|tuần|tháng|năm)").match(low, end)
    ):
        return None
    size = _size(m)
    if size is None:
        return None
    whole = None if m.group("half") or m.group("rest") else w.number(m.group("n"))
    period = _period(r, whole, unit, end, at) if whole else None
    if period:
        return period
    if unit == "năm" and re_(rf"\s{w.YEAR}{w.YEAR_END}").match(low, end) and not r.counted(end + 5):
        return None  # "281 năm 2024": the year belongs to "năm"
    if unit == "năm" and re_(r"\shọc\s\d").match(low, end):
        return None
    every = re_(r"\s?/\s?lần\b|\s(?:một|1)\slần\b").match(low, end)
    if every:
        return Found(every.end(), "SET", duration([size]), "recurrence")
    if low.endswith("định kỳ ", 0, at):
        return Found(end, "SET", duration([size]), "recurrence")
    if (
        unit in ("tháng", "quý", "tuần")
        and re_(r"\s(?:thứ|\d)").match(low, end)
        and not re_(rf"\s\d+\s{w.UNIT}").match(low, end)
    ):
        return None
    if unit == "tiếng" and not _hours(r, at, end):
        return None
    where = re_(_WHERE).match(low, end)
    if where:
        found = _placed(r, where, size)
        if found:
            return found
    if unit == "tiếng" or unit == "giờ":
        clock = re_(r"\sđồng hồ\b").match(low, end)
        end = clock.end() if clock else end
    parts = [size]
    while not m.group("rest"):  # "2 năm 6 tháng"
        more = re_(
            rf"(?:,?\s(?:và\s)?)(\d{{1,3}}|{w.NUMBER_WORDS})\s({w.UNIT})(?!\w|\s(?:tuổi|sau|trước|nữa|qua|đầu|cuối))"
        ).match(low, end)
        if more is None or "," in more.group():
            break
        number, (factor, finer) = w.number(more.group(1)), w.UNITS[more.group(2)]
        if number is None or finer not in _FINER.get(parts[-1][1], "") or factor != 1:
            break
        parts.append((number, finer))
        end = more.end()
    if len(parts) == 1 and m.group("n") in ("một", "1", "năm") and not _is_length(r, m, at):
        return None
    mod = "APPROX" if r.previous(at) in ("khoảng", "gần", "chừng", "độ", "xỉ", "tầm") else None
    return Found(end, "DURATION", duration(_halved(m, parts)), "length", mod)


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
    if m.group("n") == "năm" and m.group("u") == "tháng":  # "năm tháng": the years
        return r.previous(at) in _LENGTH_BEFORE
    return m.group("n") != "một" or r.previous(at) in _LENGTH_BEFORE


def _hours(r: Reader, at: int, end: int) -> bool:
    """Whether "tiếng" counts hours, and not languages, voices or bangs."""
    return bool(
        re_(r"(?:\s(?:rưỡi|đồng|sau|trước|nữa|qua|mỗi|làm|mới|để|một))\b|\s?[/.,;)\n]|\s?$").match(
            r.low, end
        )
        or r.previous(at) in _LENGTH_BEFORE
    )


def _placed(r: Reader, m: re.Match[str], size: tuple[int | Decimal, str]) -> Found | None:
    """A length that a word ties to now or to the last day named."""
    end, context = m.end(), r.context
    if m.group("back"):
        if m.group("back") == "qua" and re_(r"\s(?:đời|lại|đó|đi)\b").match(r.low, end):
            return None
        return _stretch(r, end, size, -1)
    if m.group("ahead"):
        return _stretch(r, end, size, 1)
    if m.group("run"):
        return None
    if m.group("hence"):
        return _away(end, size, 1, context.today, context.now)
    if m.group("ago"):
        return _away(end, size, -1, context.today, context.now)
    if m.group("after"):
        return _away(end, size, 1, context.named, context.now if context.last is None else None)
    return _away(end, size, 1 if m.group("later") else -1, context.named, None)


def _range(r: Reader, m: re.Match[str]) -> Found | None:
    """ "3-5 ngày": the shortest and the longest length."""
    low, high = w.number(m.group("a")), w.number(m.group("b"))
    if low is None or high is None or low >= high or re_(_AGE).match(r.low, m.end()):
        return None
    if m.group("a").isdigit() and len(m.group("a")) == 4 and m.group("u") == "năm":
        return None
    if r.low[m.end() : m.end() + 1] == "/" or (
        m.group("u") == "tiếng" and not _hours(r, m.start(), m.end())
    ):
        return None
    count, unit = w.UNITS[m.group("u")]
    text = f"{duration([(low * count, unit)])}/{duration([(high * count, unit)])}"
    every = re_(r"\s?/\s?lần\b|\s(?:một|1)\slần\b").match(r.low, m.end())
    if every:
        return Found(every.end(), "SET", text, "recurrence")
    return Found(m.end(), "DURATION", text, "length-range")


def edge(r: Reader, at: int) -> Found | None:
    """ "ngày đầu tiên của tháng 3", "tuần cuối tháng 12", "tháng đầu năm"."""
    m = re_(r"(?P<u>ngày(?=\s(?:đầu tiên|cuối cùng))|tuần|tháng)(?=\s(?:đầu|cuối)\b)").match(
        r.low, at
    )
    if m is None or r.previous(at) in w.VAGUE:
        return None
    return _period(r, 1, m.group("u"), m.end(), at)


def _period(r: Reader, number: int, unit: str, end: int, at: int) -> Found | None:
    """ "6 tháng đầu năm", "9 tháng năm 2024", "2 tháng cuối năm 2025", "10 ngày đầu tháng 3"."""
    low = r.low
    if unit in ("tháng", "quý"):
        months = number * (3 if unit == "quý" else 1)
        if not 1 <= months <= 12:
            return None
        tail = re_(_PART_OF_YEAR).match(low, end)
        if tail:
            return _months(tail.end(), months, tail.group("end")[0] == "c", _year_of(r, tail, at))
        tail = re_(_MONTHS_OF_YEAR).match(low, end)
        if tail and number > 1 and not r.counted(tail.end()):
            return _months(tail.end(), months, False, _year_of(r, tail, at))
        year = _cumulated(r, months, end, at) if unit == "tháng" and number > 1 else None
        return _months(end, months, False, year) if year else None
    if unit not in ("ngày", "tuần"):
        return None
    tail = re_(r"\s(đầu(?:\stiên)?|cuối(?:\scùng)?)(?:\s(?:của|trong))?\s(?=tháng|năm)").match(
        low, end
    )
    if tail is None:
        return None
    draft = Draft(bare_mod=True)
    found = read(r, tail.end(), draft=draft)
    if found is None or draft.point.day is not None or draft.point.until:
        return None
    settle(r, draft, at, found[0])
    p = draft.point
    if p.year is None or p.year < 0 or (p.month or 0) < 0:
        return None
    days = number * (7 if unit == "tuần" else 1)
    if tail.group(1)[0] == "đ":
        first = date(p.year, p.month or 1, 1)
    else:
        first = shift(date(p.year, p.month or 12, 1), "M", 1) - timedelta(days=days)
    a, b = Point(), Point()
    a.set_day(first)
    if days == 1:
        return Found(found[0], "DATE", value(a), "part-of-month", point=a)
    b.set_day(first + timedelta(days=days - 1))
    return _interval(found[0], a, b, "part-of-month")


_SUMMED = r"(?<!\w)(?:tính chung|tính chung cả|lũy kế|cộng dồn|bình quân|tổng cộng)\s\Z"
_NOT_SUMMED = (
    r"\s(?:qua|gần|nay|tới|nữa|sau|trước|liên|liền|thực|tuổi|một|đầu|cuối|lương|kể|đó|này)\b"
)


def _cumulated(r: Reader, months: int, end: int, at: int) -> int | None:
    """The year of a bulletin's "Tính chung 9 tháng", "Trong 10 tháng, …": from January on."""
    published = r.context.published
    if published is None or re_(_NOT_SUMMED).match(r.low, end):
        return None
    back = (published.month - months) % 12  # how long ago these months ended
    if re_(_SUMMED).search(r.low, max(0, at - 20), at):
        fits = back <= 6
    else:
        # "Trong 10 tháng," may be a length: only the months just over, at a clause's head.
        head = re_(r"(?:^|[.;:!?]\s|\n)(?:trong|qua|sau)\s\Z").search(r.low, max(0, at - 8), at)
        fits = back <= 1 and head is not None and r.low[end : end + 1] == ","
    return published.year - (months > published.month) if fits else None


def _year_of(r: Reader, m: re.Match[str], at: int) -> int:
    if m.group("y"):
        return int(m.group("y"))
    # "6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024": a pair has one year.
    pair = not m.group("step") and re_(
        rf"[^\n.;:\d]{{0,60}}\d+\stháng\scuối\snăm\s({w.YEAR}){w.YEAR_END}"
    ).match(r.low, m.end())
    if pair:
        return int(pair.group(1))
    return (
        (r.year_step(m.group("step"), at) if m.group("step") else None)
        or r.context.year_before(at)
        or r.year_step("nay", at)
    )


def _months(end: int, months: int, from_end: bool, year: int) -> Found:
    """The first or last so many months of a year, as the unit that fits them or an interval."""
    p = Point(year)
    if months == 12:
        pass
    elif months == 6:
        p.half = 2 if from_end else 1
    elif months == 3:
        p.quarter = 4 if from_end else 1
    else:
        p.month = 13 - months if from_end else 1
        if months > 1:
            p.until = Point(year, 12 if from_end else months)
    return Found(end, "DATE", value(p), "part-of-year", point=p)


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
