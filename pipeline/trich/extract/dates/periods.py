"""Atoms coarser than a day: weeks, months, quarters, halves, years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from trich import numerals
from trich.extract.dates import words as w
from trich.extract.dates.days import several_days
from trich.extract.dates.eras import century, decade, stem_year
from trich.extract.dates.lunar import lunar_tail
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.timex import Point
from trich.extract.dates.words import compiled as re_

_SCHOOL_YEAR = (
    r"năm\shọc\s(này|(?:trước|sau|tới)(?!\s(?:ngày|tháng|khi|lúc|\d))|ngoái|vừa qua|vừa rồi)\b"
)
_ROMAN = r"(?:iv|i{1,3})"
_HALF = r"nửa\s(đầu|cuối|sau)(?:\stiên)?\s(?:của\s)?(?=(năm|tháng|quý|thế|thập|nhiệm))"
_HALF_YEAR = r"nửa\snăm\s(đầu|cuối|sau)\b(?!\sđó)"
_QUARTER_NO = (
    rf"(?:{_ROMAN}|[1-4](?!\d|,\d|\.(?!(?:19|20)\d\d(?!\d|[.,]\d))\d)|một|hai|ba|tư|bốn)(?!\w)"
)
_NOT_A_MONTH = (
    r"\s(?:lần|triệu|nghìn|ngàn|trăm|mươi|tỷ|tỉ|chục|vạn|người|ca|ngày|tuần|tuổi|đồng|lượt|cái|con"
    r"|sinh|thứ)\b"
)
# Behind them "quý" means precious: "khách quý 2 tiết mục".
_PRECIOUS = frozenset(["khách", "đá", "gỗ", "tôn", "trân", "hiếm"])
_WEEK_STEP = rf"tuần(?:\slễ)?\s({w.STEP}){w.STEP_END}"
_NEXT_WEEK = rf"sang\stuần\b(?!\s(?:thứ|lễ|thai|số|\d|{w.STEP}))"
_NEXT_MONTH = rf"sang\stháng\b(?!\s(?:thứ|\d|{w.STEP}\b|{w.MONTH_WORD}\b))"
_DAYS_OF_WEEK = (
    r"tuần\s(?:từ\s)?(?:ngày\s)?"
    rf"(?={w.DAY_NO}\s?(?:-|đến|tới)\s?{w.DAY_NO}[/.-]{w.MONTH_NO}(?!\d))"
)
_WEEK_OF_YEAR = (
    r"tuần\s(?:thứ\s|số\s|lễ thứ\s)?([1-4]?\d|5[0-3])(?:\s?/\s?|\s(?:của\s)?năm\s)"
    rf"({w.YEAR}){w.YEAR_END}"
)
_MONTH_STEP = rf"tháng\s({w.STEP}){w.STEP_END}"
_MONTH = (
    rf"tháng\s{{1,2}}({w.MONTH})(?:(\s?-\s?|\s?,\s?|\s(?:và|đến|tới)\s)({w.MONTH_NO})"
    r"(?=\s?/\s?\d{4}|\snăm))?"
)
_MONTH_OF_YEAR = rf"({w.MONTH_NO})(?:\s?[/-]\s?|\.)({w.YEAR}){w.YEAR_END}"
_BARE_YEAR = rf"({w.YEAR}){w.YEAR_END}"
_QUARTER_STEP = rf"quý\s({w.STEP}){w.STEP_END}"
_QUARTER = (
    rf"(?:quý\s(?:thứ\s(?!\w+\sli[êề]n))?|q\.?\s?(?=(?:{_ROMAN}|[1-4])(?:\s?[/-]\s?|\s){w.YEAR}))({_QUARTER_NO}|đầu(?:\stiên)?(?=\s(?:của\s)?năm)|cuối(?:\scùng)?(?=\s(?:của\s)?năm))"
    rf"(?:(?:\s?[-,]\s?(?:quý\s)?|\svà\s|\s(?:đến|tới)\s(?:quý\s)?)({_QUARTER_NO}))?"
)
_YEAR_WORD = r"năm\s(?:(?:học|tài chính|tài khóa|ngân sách)\s)?"
_YEARS = rf"{_YEAR_WORD}({w.YEAR})(?:\s?-\s?({w.YEAR}|\d\d))?{w.YEAR_END}"
_YEAR = rf"{_YEAR_WORD}({w.YEAR})(){w.YEAR_END}"
_YEAR_STEP = rf"năm\s({w.STEP}|kia){w.STEP_END}"
_YEAR_STEM = rf"năm\s({w.STEM})\s({w.BRANCH})\b(?:\s\(?({w.YEAR})\b\)?)?"
_YEAR_WORDS = rf"năm\s((?:một|hai)\s(?:nghìn|ngàn)(?:\s{w.NUMBER_WORDS})?)(?!\w)"
_SHORT_YEAR = r"năm\s([3-9]\d)(?![\w%]|[.,/:-]\d|\stuổi\b)"
_SHORT_YEAR_BEHIND = frozenset([
    "từ", "hồi", "sau", "trước", "đến", "đầu", "cuối", "giữa", "xuân", "hè", "đông", "khoảng",
])  # fmt: skip
_MANY = w.VAGUE | {"trăm", "nghìn", "ngàn", "vạn", "triệu"}  # "nghìn năm trước"
_THAT_YEAR = r"(?:cùng\snăm|năm\s(?:đó|ấy))\b(?!\s(?:\d|sinh\b|tuổi))"
_THAT_MONTH = r"(?:cùng\stháng|tháng\s(?:đó|ấy))\b"
_NOT_THAT = w.VAGUE | frozenset(w.DIGIT_WORDS) | {"nửa", "suốt", "thêm"}
_LASTING = frozenset(["hơn", "gần", "cả", "suốt", "ngót", "nửa"])  # "hơn tháng nay"
_EARLY_YEAR = rf"năm\s([1-9]\d\d){w.YEAR_END}(?!\s?[%\w-])"


def week(r: Reader, draft: Draft, at: int) -> int | None:
    """ "tuần trước", "tuần 45/2024", "tuần đầu tháng 3"; "cuối tuần" is the weekend."""
    p = draft.point
    if p.level > 1:
        return None
    low = r.low
    m = re_(_WEEK_STEP).match(low, at)
    if m and (draft.bare_mod or p.weekday or r.previous(at) not in w.VAGUE):
        weekday = p.weekday
        r.step(draft, "W", m.group(1), at)
        return _within_week(draft, m.end(), weekday)
    m = re_(_NEXT_WEEK).match(low, at)
    if m:
        r.step(draft, "W", "tới")
        return m.end()
    if (m := re_(_DAYS_OF_WEEK).match(low, at)) is not None:  # "tuần 4 - 8/7"
        return several_days(r, draft, m.end(), True)
    m = re_(_WEEK_OF_YEAR).match(low, at)
    if m and int(m.group(1)):
        p.week, p.year = int(m.group(1)), int(m.group(2))
        draft.rule = "week"
        return m.end()
    m = re_(r"tuần\s(?:số\s)?([1-4]?\d|5[0-3])(?![\d/%]|[.,-]\d|\s(?:thai|tuổi|của\sthai))").match(
        low, at
    )
    published = r.context.published
    if m and published and _reported(r, int(m.group(1)), at) and not r.counted(m.end()):
        p.week, p.year = int(m.group(1)), published.isocalendar()[0]
        draft.rule = "week"
        return m.end()
    m = re_(r"tuần\b(?!\s(?:thứ|thai|lễ|hoàn|tra|báo|phủ|tuổi|\d|tự))").match(low, at)
    if m and draft.bare_mod and r.previous(at) in ("cuối", "đầu", "giữa"):
        today = r.context.today
        over = today is not None and p.mod == "END" and today.isoweekday() == 1
        # on a Monday "cuối tuần" is the one just over, unless something is yet to come
        past = over and not r.context.asked and not r.context.looks_ahead(at, at)
        r.step(draft, "W", "trước" if past else "này")
        return _within_week(draft, m.end(), p.weekday)
    return None


def _reported(r: Reader, number: int, at: int) -> bool:
    """Whether "tuần 27" is a week of the year of publication, as in a bulletin of about then.

    A first few weeks count as well from the start of a treatment, a course, a pregnancy.
    """
    if r.context.published is None or not number:
        return False
    if r.previous(at) in ("thai", "được", "khoảng", "mỗi", "sau", "các", "mấy"):
        return False
    this = r.context.published.isocalendar()[1]
    return number <= this + 1 and (number > 8 or this - number <= 4)


def _within_week(draft: Draft, end: int, weekday: int | None) -> int:
    p = draft.point
    if p.mod == "END":
        p.weekend, p.mod = True, None
    p.weekday = weekday
    return end


def month(r: Reader, draft: Draft, at: int) -> int | None:
    """ "tháng 5/2020", "tháng Năm", "tháng trước", "tháng 3-5/2024"."""
    p = draft.point
    if (
        p.level > 2 or p.until or r.previous(at) in ("mạng", "đường", "phố", "phường")
    ):  # "Cách mạng Tháng Tám"
        return None
    low = r.low
    m = re_(_NEXT_MONTH).match(low, at)
    if m and r.closes(m.end()):
        r.step(draft, "M", "tới")
        return m.end()
    m = re_(_THAT_MONTH).match(low, at)
    if m and not (r.previous(at).isdigit() or r.previous(at) in _NOT_THAT):
        of = r.context.that_month(at)
        if of is None:
            return None
        p.set_month(of)
        draft.rule, draft.anchored = "relative-period", True
        return m.end()
    m = re_(_MONTH_STEP).match(low, at)
    if m and m.group(1) == "nay" and r.previous(at) in _LASTING:
        return None
    if m:
        if not draft.bare_mod and not p.day and (r.previous(at) in w.VAGUE):
            return None
        r.step(draft, "M", m.group(1), at)
        return m.end()
    m = re_(_MONTH).match(low, at)
    if m is None:
        if draft.bare_mod and re_(r"tháng\b(?!\s(?:thứ|tuổi|\d))").match(low, at):
            r.step(draft, "M", "này")
            return at + len("tháng")
        return None
    number = w.month_number(m.group(1))
    if number is None or (m.group(1)[0].isalpha() and not _names_month(r, m.start(1), m.end(1))):
        return None
    named = r.context.text[m.start(1)].isupper() or m.group(1)[0] == "0"
    if not named and re_(_NOT_A_MONTH).match(low, m.end()):
        return None
    p.month = number
    draft.rule = "month"
    end, year_no = r.year_tail(m.end())
    if year_no is not None:
        p.year = year_no
    if m.group(3) is None and year_no is None:
        pair = re_(rf"\svà\s({w.MONTH_NO})(?![\w/]|[.,]\d)").match(low, end)
        if pair and int(pair.group(1)) == number + 1 and r.closes(pair.end()):
            p.until = Point(None, number + 1)
            return pair.end()
    if re_(r"\s\(?âm lịch").match(low, end) and not m.group(3):
        return lunar_tail(r, draft, end)
    if m.group(3):
        last = int(m.group(3))
        if last <= number or (
            "-" not in m.group(2) and last != number + 1 and m.group(2).strip() in (",", "và")
        ):
            p.month = p.year = None
            return None
        p.until = Point(p.year, last)
    return end


def month_of_year(r: Reader, draft: Draft, at: int) -> int | None:
    """ "5/2020" where a word before it shows that it is a month."""
    p = draft.point
    if p.level > 0 or p.timed or not (draft.word or draft.bare_mod):
        return None
    m = re_(_MONTH_OF_YEAR).match(r.low, at)
    if m is None or r.counted(m.end()):
        return None
    p.month, p.year = int(m.group(1)), int(m.group(2))
    draft.rule = "month"
    return m.end()


def bare_year(r: Reader, draft: Draft, at: int) -> int | None:
    """ "cuối 2023": a year behind a word that only goes with a period."""
    p = draft.point
    if p.level > 0 or p.timed or not draft.bare_mod:
        return None
    m = re_(_BARE_YEAR).match(r.low, at)
    if m is None or r.counted(m.end()):
        return None
    p.year, draft.rule = int(m.group(1)), "year"
    return m.end()


def _names_month(r: Reader, start: int, end: int) -> bool:
    """Whether a number word names a month: "tháng ba", but not the "năm" of "tháng năm sinh"."""
    if r.context.text[start].isupper():
        return True
    if r.low[start:end] == "năm" and r.previous(start - 6) in ("ngày", "năm"):
        return False
    return not r.counted(end)


def quarter(r: Reader, draft: Draft, at: int) -> int | None:
    """ "Quý IV/2025", "Q3/2024", "quý III năm ngoái", "quý I-II/2025", "quý trước"."""
    p = draft.point
    if p.level > 0:
        return None
    low = r.low
    m = re_(_QUARTER_STEP).match(low, at)
    if m and r.previous(at) not in w.VAGUE:
        r.step(draft, "Q", m.group(1), at)
        return m.end()
    m = re_(_QUARTER).match(low, at)
    if m is None:
        if draft.bare_mod and re_(r"quý\b(?!\s(?:vị|khách|giá|báu|ông|bà))").match(low, at):
            r.step(draft, "Q", "này")
            return at + len("quý")
        return None
    if r.counted(m.end()) or r.previous(at) in _PRECIOUS:
        return None
    p.quarter = _quarter_number(m.group(1))
    draft.rule = "quarter"
    end, year_no = r.year_tail(m.end())
    if year_no is not None:
        p.year = year_no
    else:
        this = re_(rf"\s(?:của\s)?năm\b(?!\s(?:\d|{w.STEP}\b))").match(low, end)
        if this and m.group(1)[0] in "đc":
            p.year, end = r.year_step("nay", at), this.end()
    if m.group(2):
        last = _quarter_number(m.group(2))
        if last <= p.quarter:
            p.quarter = p.year = None
            return None
        p.until = Point(p.year, quarter=last)
    return end


def _quarter_number(word: str) -> int:
    if word.startswith("đầu"):
        return 1
    if word.startswith("cuối"):
        return 4
    return w.ROMAN.get(word) or w.number(word) or 1


def half(r: Reader, draft: Draft, at: int) -> int | None:
    """ "nửa đầu năm 2024" is 2024-H1; the halves of a month are intervals of days."""
    p = draft.point
    if p.level > 0:
        return None
    m = re_(_HALF_YEAR).match(r.low, at)
    if m:  # "nửa năm đầu 2024"
        end, year_no = r.year_tail(m.end())
        if year_no is None:
            end, year_no = m.end(), r.context.year_before(at) or r.year_step("nay", at)
        p.year, draft.rule = year_no, "half"
        p.half = 1 if m.group(1) == "đầu" else 2
        return end
    m = re_(_HALF).match(r.low, at)
    if m is None:
        return None
    first = m.group(1) == "đầu"
    draft.bare_mod = True
    reads = {"năm": year, "tháng": month, "quý": quarter, "thế": century, "thập": decade}
    read = reads.get(m.group(2))
    stop = read(r, draft, m.end()) if read else None
    if stop is None or p.until:
        return None
    draft.rule = "half"
    if m.group(2) == "năm":
        p.half = 1 if first else 2
    elif m.group(2) == "tháng":
        halve_month(r, draft, first)
    else:
        p.mod = "START" if first else "END"
    return stop


def halve_month(r: Reader, draft: Draft, first: bool) -> None:
    p = draft.point
    if p.year is None and p.month and r.context.today:
        p.year = r.context.year_before(0) or r.context.today.year
    if not p.month or not p.year or p.year < 0 or p.month < 0:
        p.mod = "START" if first else "END"
        return
    p.day = 1 if first else 16
    p.until = Point(p.year, p.month, 15 if first else monthrange(p.year, p.month)[1])


def year(r: Reader, draft: Draft, at: int) -> int | None:
    """ "năm 2024", "năm ngoái", "năm 2021-2025", "năm Giáp Thìn", "sang năm"."""
    p = draft.point
    if p.level > 4 or p.on or p.until:
        return None
    low = r.low
    m = re_(_YEARS).match(low, at) or re_(_YEAR).match(low, at)
    if m:
        if r.counted(m.end()) and r.previous(at) in ("mỗi", "hàng", "hằng", "một", "nửa", "từng"):
            return None
        p.year = int(m.group(1))
        draft.rule = "year"
        if m.group(2):
            last = int(m.group(2))
            last = last if last > 99 else p.year // 100 * 100 + last
            if last <= p.year:
                return m.end(1)
            p.until = Point(last)
        return m.end()
    m = re_(_THAT_YEAR).match(low, at)
    if m and p.level == 0 and not (r.previous(at).isdigit() or r.previous(at) in _NOT_THAT):
        that = r.context.that_year(at)
        if that is None:
            return None
        p.year, draft.rule, draft.anchored = that, "relative-period", True
        return m.end()
    m = re_(_SCHOOL_YEAR).match(low, at)
    today = r.context.today if m else None
    if m and today and p.level == 0:
        # a school year begins in September; in summer the one that ended is still "this" one
        p.year = today.year - (today.month < 8) + w.STEPS[m.group(1)]
        p.until, draft.rule, draft.anchored = Point(p.year + 1), "year-span", True
        return m.end()
    m = re_(_SHORT_YEAR).match(low, at)
    if m and _short_year(r, at, m.end()):  # "từ năm 75", "Năm 96 gia đình tôi"
        p.year, draft.rule = 1900 + int(m.group(1)), "year"
        return m.end()
    m = re_(_YEAR_STEP).match(low, at)
    if m and not re_(r"năm\s(?:này\squa\b|trước\sthềm|tới\shạn)").match(low, at):
        before = r.previous(at)
        if before == "số" and not r.low.endswith("một số ", 0, at):
            before = ""  # "con số năm trước"
        lasting = m.group(1) == "nay" and before in ("hơn", "gần", "ngót", "suốt")
        if lasting or (before in _MANY and not draft.bare_mod):
            return None
        # "năm này" is the year of the story, "năm nay" the current one
        that_one = r.context.that_year(at) if m.group(1) == "này" else None
        p.year = that_one or r.year_step(m.group(1), at)
        draft.rule, draft.anchored = "relative-period", True
        return m.end()
    m = re_(_YEAR_STEM).match(low, at)
    if m:
        return stem_year(r, draft, m.group(1), m.group(2), m.group(3), m.end())
    if low.startswith("sang năm", at) and re_(r"sang năm\b(?!\s(?:\d|học|mới))").match(low, at):
        p.year = r.year_step("tới", at)
        draft.rule, draft.anchored = "relative-period", True
        return at + len("sang năm")
    m = re_(_YEAR_WORDS).match(low, at)
    if m:
        found = numerals.parse(m.group(1))
        if found is not None and 1000 <= found < 2200 and not r.counted(m.end()):
            p.year, draft.rule = int(found), "year"
            return m.end()
        return None
    m = re_(r"năm\s([1-9]\d{1,3})\s(trước|sau)\s(?:công nguyên|cn\b)").match(low, at)
    if m and m.group(2) == "sau":
        p.year, draft.rule = int(m.group(1)), "year"
        return m.end()
    m = re_(_EARLY_YEAR).match(low, at)
    if m and r.previous(at) not in ("mỗi", "hàng", "hằng", "một", "cả", "sau"):
        p.year, draft.rule = int(m.group(1)), "year"
        return m.end()
    if draft.bare_mod:
        m = re_(r"năm(?:\smới(?:\s(\d{4}))?)?\b(?!\s(?:học|thứ|tài|\d|châu|cánh))").match(low, at)
        if m:
            new = "mới" in m.group() and (r.context.today or date.min).month == 12
            p.year = (
                int(m.group(1))
                if m.group(1)
                else r.context.year_before(at) or r.year_step("tới" if new else "nay", at)
            )
            draft.rule, draft.anchored = "relative-period", True
            return m.end()
    return None


def _short_year(r: Reader, at: int, end: int) -> bool:
    """Whether "năm 96" is 1996, and no number of something."""
    if r.counted(end):
        return False
    return r.previous(at) in _SHORT_YEAR_BEHIND or (
        r.context.text[at].isupper()
        and re_(r"(?:^|\n|[.!?-]\s)\Z").search(r.low, max(0, at - 2), at) is not None
    )
