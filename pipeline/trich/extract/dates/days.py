"""Atoms of the day: days in digits and words, relative days, and weekdays."""

from __future__ import annotations

import re
from itertools import pairwise

from trich.extract.dates import words as w
from trich.extract.dates.clock import CLOCK, clock
from trich.extract.dates.evidence import EVERY, day_evidence
from trich.extract.dates.lunar import lunar_tail, tet_day
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.timex import UNKNOWN, Point, day_of, full_year
from trich.extract.dates.words import compiled as re_

_DMY = (
    rf"({w.DAY_NO})\s?([/.-])\s?({w.MONTH_NO})\s?\2\s?(\d{{4}}|\d\d)"
    r"(?!\d|[.,/]\d|/\w|-\d+[-/]\d{4})"
)
_MDY = r"(1[0-2]|0?[1-9])/(1[3-9]|2\d|3[01])/(\d{4})(?!\d|[.,/]\w)"
_YMD = rf"({w.YEAR})([-/.])({w.MONTH_NO})\2({w.DAY_NO})(?=t\d\d:|\D|$)(?![/.,-]\d)"
_DM = rf"({w.DAY_NO})\s?([/.-])\s?({w.MONTH_NO})(?!\d|[.,:]\d|\s?%|\s?/\s?\w)"
# "từ 9-10 năm tù" counts years; "9-10 năm 2024" and "9-10 năm ngoái" are days.
_LENGTH_TAIL = rf"\s{w.UNIT}\b(?!\s(?:{w.YEAR}|{w.STEP})\b)"
_DAYS = (
    rf"({w.DAY_NO})((?:(?:\s?[,;]\s?|\s?-\s?|\s(?:và|đến|tới|đến hết)\s)"
    rf"(?:ngày\s)?{w.DAY_NO}(?!\d)){{1,8}})"
)
_DAYS_TAIL = (
    rf"\s?([/.-])\s?({w.MONTH_NO})(?:\s?\1\s?({w.YEAR}))?(?!\d|[.,]\d|\s?/\s?\w|\s?%)"
    rf"|\stháng\s({w.MONTH})"
)
_DAYS_TAIL_AHEAD = _DAYS_TAIL.replace(r"\1", r"[/.-]")
_DAY_MONTH = (
    rf"({w.DAY_NO}(?=,?\s|tháng\s)|{w.NUMBER_WORDS}),?\s?"
    rf"(?:tháng\s|thg\.?\s?(?=\d)|th\.?\s?(?=\d))({w.MONTH})"
)
_DAY_REL = (
    r"(?:ngày\s|bữa\s)?hôm\s(?P<hom>nay|ni|qua|kia|kìa|sau|trước|đó|ấy)\b"
    r"|ngày\s(?P<ngay>mai|mốt|kia|kìa)\b|bữa\s(?P<bua>nay|ni|qua|kia|đó|ấy)\b"
    r"|cùng\s(?P<cung>ngày)\b(?!\s\d)|(?P<bare>mai|mốt)\b(?!\s(?:mốt|này|sau|kia|một)\b)"
    r"|hồi\s(?P<night>hôm)\b(?!\s(?:nay|qua|kia|kìa|thứ|ch[ủú]|đó|ấy|\d))"
)
_DAY_STEPS = {"nay": 0, "ni": 0, "qua": -1, "kia": -2, "kìa": -3}
_DAY_STEPS_AHEAD = {"mai": 1, "mốt": 2, "kia": 2, "kìa": 3}
_TOMORROW_BEHIND = frozenset(["đến", "tới", "từ", "hẹn", "ngay", "để", "trong", "trước", "sau"])
_CLOCK_BEHIND = rf"\s(?:lúc\s)?(?:\d\d?\s?(?:h|giờ|:\d\d)|{w.NUMBER_WORDS}\sgiờ)"
_BARE_DAY = (
    rf"(?:(?:ngày|hôm|bữa)\s(?={w.WEEKDAY})|(?:(?:ngày|hôm)\s(?:m[ùồ]ng\s)?|m[ùồ]ng\s)"
    rf"({w.DAY_NO}|{w.NUMBER_WORDS})(?!\w|[.,/:-]\d|\s?%))"
)
_WEEK_BEHIND = r"\s(?:này\b|tuần\s(?:này|sau|tới|trước|qua|rồi|vừa))|\s?-\s?(?:t[3-7]|cn)\b"
_WEEKEND_DAYS = r"thứ\s(?:bảy|bẩy|7)(?:\svà|,|;|\s-)\s(?:ngày\s)?ch[ủú]"
_EVERY_WEEK = r"\s(?:hàng|hằng|mỗi)\stuần\b"
_NO_DAY_BEHIND = frozenset([
    "mỗi", "một", "hàng", "hằng", "nửa", "cả", "hai", "lần", "theo",
])  # fmt: skip
_STEP_BEHIND = rf"\s({w.STEP})\b"
_MONTH_STEP_BEHIND = rf"\stháng\s({w.STEP})\b(?!\skhi\b)"
_THAT_MONTH = r"\s(?:cùng\stháng|tháng\s(?:đó|ấy))\b"
_DAY_OF_LATER = (
    rf"({w.DAY_NO})(?=(?:,|\s(?:và|đến|tới))?\s(?:rạng|(?:rạng\s)?(?:sáng|trưa|chiều|tối|đêm))\s"
    rf"(?:ngày\s)?{w.DAY_NO}[/-]({w.MONTH_NO})(?:[/-](\d{{4}}))?)"
)
_STAMP_CLOCK = rf"t{CLOCK}"
_YEAR_BEHIND_COMMA = rf",\s({w.YEAR}){w.YEAR_END}"
_YEAR_BEHIND = rf"\s{w.YEAR}{w.YEAR_END}"
_STEM_YEAR = rf"\s(?:năm\s)?{w.STEM}\s{w.BRANCH}\b"
_MORE_LENGTH = rf"\s(?:ngày|tuần|lần|năm|rưỡi|đầu|cuối|{w.UNIT})\b"
_NOT_THAT_DAY = frozenset(["từ", "mấy", "những", "các", "nhiều", "mọi", "đám", "nào", "cái", "đến"])


def relative_day(r: Reader, draft: Draft, at: int) -> int | None:
    p = draft.point
    if p.level > 0:
        return None
    m = re_(_DAY_REL).match(r.low, at)
    if m is None:
        return None
    if m.group("bare") and not _tomorrow(r, at, m.end()):
        return None
    if m.group("night"):  # "hồi hôm": last night, in the South
        r.set_today(draft, -1)
        p.part = "NI"
        return m.end()
    if r.previous(at) in w.VAGUE:
        return None  # "mấy hôm nay"
    here = m.group("hom") or m.group("bua")
    if m.group("cung") or here in ("đó", "ấy"):
        if here and not p.timed and not _that_day(r, at, m.end()):
            return None
        day = r.context.same_day(at)
        if day is None and not p.timed:
            return None
        r.set_today(draft, 0, day)
    elif here in ("sau", "trước"):
        if here == "trước" and not (p.timed or m.group().startswith("ngày")):
            return None  # "hôm trước" is "the other day"
        context = r.context
        if (
            here == "sau"
            and context.published
            and context.named == context.published
            and not (context.asked or context.looks_ahead(at, m.end()))
        ):
            # of a story whose day nothing tells, or of a recipe
            return _unknown(draft, m.end()) if p.timed else None
        r.set_today(draft, 1 if here == "sau" else -1, context.named)
    elif here:
        r.set_today(draft, _DAY_STEPS[here])
    else:
        r.set_today(draft, _DAY_STEPS_AHEAD[m.group("ngay") or m.group("bare")])
    return m.end()


def _opens(r: Reader, at: int, end: int) -> bool:
    """Whether an expression opens its sentence: "Hôm đó, …"."""
    return r.low[end : end + 1] == "," and bool(
        re_(r"(?:^|[.!?…;:]\s)\Z").search(r.low, max(0, at - 2), at)
    )


def _that_day(r: Reader, at: int, end: int) -> bool:
    """Whether "hôm đó", "hôm ấy" is a day that the story told."""
    c = r.context
    if c.last is None or not 0 <= at - c.last_at < 800:
        return False
    if c.in_line(at) and _opens(r, at, end):
        return True
    return c.story == c.last and r.previous(at) not in _NOT_THAT_DAY


def _unknown(draft: Draft, end: int) -> int:
    draft.point.year = draft.point.month = draft.point.day = UNKNOWN
    draft.anchored, draft.rule = True, "relative-day"
    return end


def _tomorrow(r: Reader, at: int, end: int) -> bool:
    """Whether "mai" is tomorrow, and no name, tree or vague "mai sau"."""
    if r.context.text[at].isupper() and not re_(r"(?:^|\n|[.!?-]\s)\Z").search(
        r.low, max(0, at - 2), at
    ):
        return False  # a name
    before = r.previous(at)
    if r.context.asked:
        return before != "mai" and before not in w.DIGIT_WORDS  # "hai mốt" is 21
    if before in _TOMORROW_BEHIND:
        return r.closes(end)
    return re_(_CLOCK_BEHIND).match(r.low, end) is not None


def day_word(r: Reader, draft: Draft, at: int) -> int | None:
    """ "ngày", "hôm" before a weekday, a relative day or a number that stands alone."""
    if r.low.startswith("ngày", at):
        end = relative_day(r, draft, at)
        if end is not None:
            return end
    p = draft.point
    if draft.bare_mod and r.context.asked and re_(r"ngày\s?\Z").match(r.low, at):
        r.set_today(draft, 0)  # "cuối ngày"
        return at + len("ngày")
    m = re_(_BARE_DAY).match(r.low, at)
    if m is None or p.level > (1 if p.weekday and m.group(1) else 0):
        return None
    if m.group(1) is None:
        end = weekday(r, draft, m.end(), sure=True)
        if (
            end
            and r.low.startswith("ngày thứ", at)
            and not _is_weekday(r, at, m.end(), end, p.timed)
        ):
            p.weekday = None
            return None
        if end and not r.low.startswith("ngày", at) and not draft.direction:
            draft.direction = "rồi" if r.context.asked else None  # "hôm thứ Ba" looks back
        return end
    number = w.number(m.group(1))
    if r.previous(at) in _NO_DAY_BEHIND or number is None or not 1 <= number <= 31:
        return None
    if not m.group(1)[0].isdigit() and number <= 10 and not r.context.asked:
        every = re_(EVERY).match(r.low, m.end())
        if every is None:
            return None  # "ngày một tốt hơn"
    week_of = re_(_STEP_BEHIND).match(r.low, m.end())
    if (
        not r.closes(m.end())
        and week_of is None
        and not _goes_on(r, at, number)
        and not re_(r"\s(?:tháng|đến|tới|âm|hàng|hằng|mỗi|tết|rạng|cùng)\b|-").match(r.low, m.end())
    ):
        return None
    if r.previous(at).isdigit():
        return None
    p.day = number
    draft.word, draft.rule = True, "day"
    tail = re_(_THAT_MONTH).match(r.low, m.end())
    of = r.context.that_month(at) if tail else None
    if tail and of:  # "ngày 20 cùng tháng"
        p.year, p.month = of.year, of.month
        return tail.end()
    tail = re_(_MONTH_STEP_BEHIND).match(r.low, m.end())
    if tail is None:
        return m.end()
    r.step(draft, "M", tail.group(1))
    return tail.end()


def _is_weekday(r: Reader, at: int, start: int, end: int, timed: bool) -> bool:
    """Whether "ngày thứ hai" is a Monday and not the second day of something."""
    text = r.context.text
    return (
        r.context.asked
        or timed
        or re_(_EVERY_WEEK).match(r.low, end) is not None
        or (r.previous(at) == "cả" and text[start].islower() and text[start + 4].isupper())
        or re_(_WEEKEND_DAYS).match(r.low, start) is not None
    )


def _goes_on(r: Reader, at: int, number: int) -> bool:
    """Whether a list of days goes on: "ngày 9 tổng hợp; ngày 10 báo cáo"."""
    last = r.context.day_before(at)
    return bool(
        last and r.last_level == 2 and r.low[at - 2 : at] in (", ", "; ") and number > last.day
    )


def days(r: Reader, draft: Draft, at: int) -> int | None:
    """A day with its month, or several days of one month, in digits or words."""
    p = draft.point
    if draft.anchored and not p.until and (p.on or p.day == UNKNOWN):
        return _told_again(r, draft, at)
    if p.level > 1:
        return None
    low = r.low
    word = re_(r"(?:ngày|hôm|mùng|mồng)\s{1,2}(?:mùng\s|mồng\s)?").match(low, at)
    start = word.end() if word else at
    strong = draft.word or word is not None or (r.context.asked and day_evidence(r, start))
    if start >= len(low):
        return None
    end = tet_day(r, draft, start, True) if strong else None
    if end is not None:
        return end
    if low[start].isdigit():
        for reading in (full_date, several_days, day_and_month):
            end = reading(r, draft, start, strong)
            if end is not None:
                return lunar_tail(r, draft, end)
        if strong:
            dotted = word is None and r.dotted == start
            end = short_date(r, draft, start, word is not None, dotted) or _part_by_part(
                r, draft, start
            )
            if end is not None:
                return lunar_tail(r, draft, end)
        return None
    end = day_and_month(r, draft, start, strong)
    return end if end is None else lunar_tail(r, draft, end)


def _told_again(r: Reader, draft: Draft, at: int) -> int | None:
    """The number behind a relative day, "sáng nay 30/1": it wins."""
    if r.low[at - 2 : at - 1] == ",":
        return None
    told = Draft(word=True)
    told.point.part = draft.point.part
    end = full_date(r, told, at, True) or short_date(r, told, at, False, strong=True)
    said = told.point
    if end is None or said.day is None or said.until:
        return None
    p = draft.point
    p.day, p.month = said.day, said.month
    p.year = said.year or (None if p.year == UNKNOWN else p.year)
    draft.anchored = False
    return end


def _part_by_part(r: Reader, draft: Draft, at: int) -> int | None:
    """The first day of "chiều 29 và sáng 30/1"."""
    m = re_(_DAY_OF_LATER).match(r.low, at)
    if m is None or not draft.point.part:
        return None
    p = draft.point
    p.day, p.month = int(m.group(1)), int(m.group(2))
    p.year = int(m.group(3)) if m.group(3) else None
    return m.end()


def full_date(r: Reader, draft: Draft, at: int, strong: bool) -> int | None:
    low, p = r.low, draft.point
    m = re_(_DMY).match(low, at)
    if m:
        day, month, year = int(m.group(1)), int(m.group(3)), int(m.group(4))
        if len(m.group(4)) == 2:
            if not strong or r.counted(m.end()):
                return None
            year = full_year(year)
        if low[m.end() : m.end() + 1].isalpha() and not r.glued(m.end()):
            return None
    else:
        m = re_(_MDY).match(low, at)
        if m:
            month, day, year = (int(m.group(i)) for i in (1, 2, 3))
        else:
            m = re_(_YMD).match(low, at)
            if m is None:
                return None
            year, month, day = int(m.group(1)), int(m.group(3)), int(m.group(4))
            stamp = re_(_STAMP_CLOCK).match(low, m.end())
            if stamp and stamp.group("cm"):
                p.year, p.month, p.day = year, month, day
                return clock(r, draft, m.end() + 1)
    if day_of(year, month, day) is None or not 1000 <= year < 2200:
        return None
    p.year, p.month, p.day, p.weekday = year, month, day, None
    draft.rule = "full-date"
    return m.end()


def several_days(r: Reader, draft: Draft, at: int, strong: bool) -> int | None:
    """ "9-10/11/2025", "9 và 10 tháng 11": consecutive days that share a month."""
    low, p = r.low, draft.point
    m = re_(_DAYS).match(low, at)
    if m is None:
        return None
    # "4 và 5-7": the last joint may be that of the month
    m = re_(rf"{_DAYS}(?={_DAYS_TAIL_AHEAD})").match(low, at) or m
    tail = re_(_DAYS_TAIL).match(low, m.end())
    days = [int(d) for d in re_(r"\d+").findall(m.group())]
    end = m.end()
    if tail is None:
        days_of = r.plural(at, draft) or (
            "-" not in m.group(2) and r.low.endswith("ngày ", 0, at) and r.closes(end)
        )
        if not days_of or r.counted(end):
            return None
    else:
        end = tail.end()
        p_month = tail.group(2) or tail.group(4)
        month = w.month_number(p_month)
        year = int(tail.group(3)) if tail.group(3) else None
        if tail.group(1) == "-" and not year and not strong:
            return None
        if tail.group(4):
            end, year = r.year_tail(end)
            if year is None:
                end = tail.end()
        if not (strong or year or tail.group(4)) or (not strong and r.counted(end)):
            return None
        if year and len(days) == 2 and day_of(year, month or 0, days[1]) is None:
            return None
        p.month, p.year = month, year
        p.lunar = p_month in w.MONTH_NAMES
    one_by_one = all(b == a + 1 for a, b in pairwise(days))
    apart = any(mark in m.group(2) for mark in (",", ";", " và "))
    if sorted(set(days)) != days:
        p.month = p.year = None
        return None
    if apart and not one_by_one:
        return _scattered(r, draft, m, end)
    p.day = days[0]
    p.until = Point(p.year, p.month, days[-1])
    draft.rule = "days"
    return end


def _scattered(r: Reader, draft: Draft, m: re.Match[str], end: int) -> int | None:
    """Days that do not follow each other, "15, 17 và 20/2": each is a date of its own."""
    p = draft.point
    numbers = list(re_(r"\d+").finditer(m.group()))
    if "-" in m.group(2) or p.month is None:
        p.month = p.year = None
        return None
    for number in numbers[1:]:
        last = number is numbers[-1]
        there = m.start() + number.start()
        r.pending[there] = (
            end if last else m.start() + number.end(),
            Point(p.year, p.month, int(number.group())),
        )
    p.day = int(numbers[0].group())
    draft.rule = "days"
    return m.end(1)


def day_and_month(r: Reader, draft: Draft, at: int, strong: bool) -> int | None:
    """ "18 tháng 8 năm 2023", "mười tám tháng tám"."""
    p = draft.point
    m = re_(_DAY_MONTH).match(r.low, at)
    if m is None:
        return None
    day, month = w.number(m.group(1)), w.month_number(m.group(2))
    if not strong and r.previous(at) in ("kỳ", "số", "đợt", "tập", "vòng", "tuần", "quý", "phần"):
        return None  # "kỳ 1 tháng 3/2024"
    if day is None or month is None or not 1 <= day <= 31:
        return None
    end, year = r.year_tail(m.end())
    comma = re_(_YEAR_BEHIND_COMMA).match(r.low, m.end())
    if comma:  # "12 Tháng Ba, 2024"
        end, year = comma.end(), int(comma.group(1))
    name = r.context.text[m.start(2)]
    if m.group(2) == "năm" and name == "n" and re_(_YEAR_BEHIND).match(r.low, m.end()):
        # "9 tháng năm 2024" counts months; behind "ngày" it is a day in May.
        if not strong:
            return None
    elif not strong and year is None and re_(_MORE_LENGTH).match(r.low, m.end()):
        return None  # "5 tháng 3 ngày"
    if (
        not strong
        and year is None
        and not name.isupper()  # "14 tháng Bảy"
        and (not (m.group(2).isdigit() or m.group(2) in w.MONTH_NAMES) or r.counted(m.end()))
    ):
        return None
    p.day, p.month = day, month
    if m.group(2) in w.MONTH_NAMES or re_(_STEM_YEAR).match(r.low, m.end()):
        p.lunar = True  # "ngày 11 tháng Hai năm Giáp Ngọ"
    draft.rule = "day-month"
    if year is None:
        return m.end()
    p.year = year
    return end


def short_date(
    r: Reader, draft: Draft, at: int, after_day_word: bool, strong: bool = False
) -> int | None:
    """ "5/3" where a word says that it is a day; "28-10" and "27.3" behind "ngày"."""
    p = draft.point
    m = re_(_DM).match(r.low, at)
    if m is None:
        return None
    if m.group(2) == "-" and (
        r.plural(at, draft) or (not after_day_word and re_(_LENGTH_TAIL).match(r.low, m.end()))
    ):
        return None
    day, month = int(m.group(1)), int(m.group(3))
    if day_of(2024, month, day) is None or (not after_day_word and m.group() == "24/7"):
        return None
    if m.group(2) == "." and not (after_day_word or p.timed or strong):
        return None
    if m.group(2) == "-" and r.context.asked and not (after_day_word or p.timed):
        return None  # a score
    if not (after_day_word or p.part or p.hour is not None) and (
        r.counted(m.end()) or re_(r"\s(?:lên|xuống|còn|vốn|diện)\b").match(r.low, m.end())
    ):
        return None
    p.day, p.month = day, month
    draft.rule = "day-month"
    end, year = r.year_tail(m.end(), slash=False)
    if year is not None and not r.low[m.end() : end].strip().isdigit():
        p.year = year if year > 0 else None
        return end
    return m.end()


def weekday(r: Reader, draft: Draft, at: int, sure: bool = False) -> int | None:
    p = draft.point
    if p.weekday or (p.level > 0 and not p.on) or p.until:
        return None
    m = re_(w.WEEKDAY).match(r.low, at)
    if m is None:
        return None
    short = m.group() == "cn" or m.group()[1].isdigit()
    if short and not (p.timed or r.context.asked) and not re_(_WEEK_BEHIND).match(r.low, m.end()):
        return None
    day = m.group().removeprefix("thứ").strip()
    if p.on:  # "30/01/2024, thứ Ba": the numbers win
        return m.end() if p.hour is None else None
    p.weekday = w.WEEKDAYS[" ".join(day.split())]
    draft.word = True
    draft.rule = "sure-weekday" if sure or p.timed else "weekday"
    return m.end()
