"""Parts of a period: "6 tháng đầu năm", "tuần thứ 2 của tháng 5", "chủ nhật cuối tháng 10"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from trich.extract.dates import words as w
from trich.extract.dates.found import Found, between
from trich.extract.dates.points import read
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.settle import settle
from trich.extract.dates.timex import Point, day_of, first_day, last_day, shift, value
from trich.extract.dates.words import compiled as re_

_PART_OF_YEAR = (
    r"\s(?P<end>đầu(?:\stiên)?|cuối(?:\scùng)?|còn\slại)(?:\s(?:của|trong))?"
    rf"\snăm(?:\s(?P<y>{w.YEAR}){w.YEAR_END}|\s(?P<step>{w.STEP})\b)?(?!\s(?:học|thứ))"
)
_MONTHS_OF_YEAR = (
    rf"(?:\s?/\s?|\s(?:của\s|trong\s)?năm\s|\s)(?:(?P<y>{w.YEAR}){w.YEAR_END}"
    r"|(?P<step>(?<=năm\s)(?:nay|ngoái)\b))"
)
_PAIR_OF_PARTS = rf"[^\n.;:\d]{{0,60}}\d+\stháng\scuối\snăm\s({w.YEAR}){w.YEAR_END}"
_SUMMED = r"(?<!\w)(?:tính chung|tính chung cả|lũy kế|cộng dồn|bình quân|tổng cộng)\s\Z"
_NOT_SUMMED = (
    r"\s(?:qua|gần|nay|tới|nữa|sau|trước|liên|liền|thực|tuổi|một|đầu|cuối|lương|kể|đó|này)\b"
)
_OF_WEEKEND = r"\s(?:nghỉ\s)?(?P<weekend>cuối\stuần\b)"
_AND_SUMMED = r"(?:,|;|\svà|\()\s?\Z"
_YIELD = r"\s(?:vẫn\s|ước\s|đã\s)?(?:đạt|tăng|giảm|ước|có)\b"
_WORK_OF = (
    r"(?<!\w)(?:sơ kết|đánh giá|nhiệm vụ|kết quả|công tác|báo cáo|tình hình|thu|chi)\s"
    r"(?:[^\W\d]+\s){0,4}\Z"
)
_ECONOMY = (
    r"(?<!\w)(?:grdp|gdp|cpi|iip|tăng trưởng|kim ngạch|xuất khẩu|nhập khẩu|xuất siêu|nhập siêu"
    r"|thu ngân sách|chi ngân sách|doanh thu|lợi nhuận|sản lượng|vốn fdi|giải ngân|đầu tư công"
    r"|kinh tế - xã hội|khách quốc tế|sản xuất công nghiệp|kết quả kinh doanh)\s\Z"
)
_REACHED = r"\s(?:(?:đạt|ước đạt|ước|tăng|giảm)\s(?:\w+\s){0,2})?\d[\d.,]*(?:%|\s(?:tỷ|tỉ|triệu))"
_EDGE = (
    r"(?P<u>ngày(?=\s(?:đầu tiên|cuối cùng|cuối tháng|cuối quý|đầu tháng|đầu quý|cuối năm))"
    r"|tuần|tháng)(?=\s(?:đầu|cuối)\b)"
)
_OF = r"\s(?:của\s|trong\s)?(?=tháng\b|quý\b|năm\b)"
_WHOLE_YEAR = (
    r"cả\s(?P<u>năm|tuần|tháng|quý)\b(?!\s(?:trời|người|anh|em|con|đứa|cái|lần|học"
    r"|ròng|nay|qua|này|sau|trước|lẫn|vừa|thứ|\d{4}\b))"
)
_OF_FIGURES = (
    r"\b(?:mục tiêu|chỉ tiêu|kế hoạch|dự toán|hạn mức|mức|gdp|cpi|tăng trưởng|cho|tính chung"
    r"|ước|dự báo|lợi nhuận|doanh thu|kim ngạch|sản lượng|tổng|bình quân|tín dụng|lạm phát|của"
    r"|lũy kế|tính cả|cộng"
    r"|trong|phấn đấu|đích|dự kiến|thu ngân sách|chi phí|doanh số|số thu|nhiệm vụ)\s\Z"
)
_FIGURE_BEHIND = (
    r"\s(?:(?:ước|phấn đấu|khoảng|dự kiến|có thể|sẽ|chỉ|vẫn|đã)\s)*"
    r"(?:(?:đạt|tăng|giảm|là|ở mức|còn|khoảng)\s(?:[^\W\d]+\s){0,2})?\d"
)
_NTH = r"(?:thứ\s(?P<n>nhất|nhì|hai|ba|tư|bốn|năm|[1-5])|(?P<d>[1-5])(?=\stháng))"
_WEEK_OF_MONTH = rf"tuần(?:\slễ)?\s{_NTH}\s(?:của\s|trong\s)?(?=tháng\s)"
_SHORT_PERIOD = rf"(\d\d?)([tm])\s?[/.-]?\s?((?:19|20)\d\d){w.YEAR_END}"
# The year of coffee, cane and rice exports begins in October, a school year in September.
_OF_CROP_YEAR = (
    rf"\sđầu(?:\stiên)?\s(?:của\s)?(?:niên\s(?:vụ|độ)|(?P<school>năm\shọc))\s(?P<y>{w.YEAR})"
    rf"\s?[-/]\s?(?:{w.YEAR}|\d\d){w.YEAR_END}"
)
_NTH_WEEKDAY = (
    rf"(?:ngày\s)?(?P<day>{w.WEEKDAY})\s(?:"
    r"(?P<edge>đầu tiên|cuối cùng|đầu|cuối)|tuần\s(?P<week>đầu tiên|đầu|cuối cùng|cuối)"
    rf"|(?:tuần\s)?thứ\s(?P<n>nhất|nhì|hai|ba|tư|bốn|năm|[1-5])){_OF}"
)
_ORDINALS = {"nhất": 1, "nhì": 2}


def edge(r: Reader, at: int) -> Found | None:
    """ "ngày đầu tiên của tháng 3", "tuần cuối tháng 12", "tháng đầu năm"."""
    m = re_(_EDGE).match(r.low, at)
    if m is None or r.previous(at) in w.VAGUE:
        return None
    if m.group("u") == "ngày":
        return _edge_day(r, m.end(), at)
    return period(r, 1, m.group("u"), m.end(), at)


def _edge_day(r: Reader, end: int, at: int) -> Found | None:
    """The first or last day of a month, quarter or year."""
    m = re_(rf"\s(đầu|cuối)(\stiên|\scùng)?{_OF}").match(r.low, end)
    if m is None or not (m.group(2) or r.context.asked or r.low.startswith("tháng", m.end())):
        return None
    got = _named_period(r, m.end(), at)
    if got is None:
        return None
    stop, p = got
    day = (first_day if m.group(1) == "đầu" else last_day)(p)
    if day.on is None:
        return None
    return Found(stop, "DATE", value(day), "part-of-month", point=day)


def whole_year(r: Reader, at: int) -> Found | None:
    """ "mục tiêu cả năm", "Cả năm, …": the year that a report is about; no five of something."""
    m = re_(_WHOLE_YEAR).match(r.low, at)
    if m is None or r.counted(m.end()):
        return None
    of_figures = re_(_OF_FIGURES).search(r.low, max(0, at - 24), at) is not None
    unit = m.group("u")
    if unit != "năm":
        return (
            _whole_unit(r, m, at)
            if of_figures or re_(_FIGURE_BEHIND).match(r.low, m.end())
            else None
        )
    if not of_figures and _share_before(r, m.end(), at):
        of_figures = True
    if not of_figures and re_(_FIGURE_BEHIND).match(r.low, m.end()) is None:
        head = re_(r"(?:^|\n|[.!?:;]\s)\Z").search(r.low, max(0, at - 3), at)
        if head is None or r.low[m.end() : m.end() + 1] != ",":
            return None
    context = r.context
    year = context.year_before(at)
    period = context.period
    if year is None and period and period.year and context.same_paragraph(at):
        year = period.year
    year = year or r.year_step("nay", at)
    if year < 0:
        return None
    return Found(m.end(), "DATE", value(Point(year)), "whole-year", point=Point(year))


def _share_before(r: Reader, end: int, at: int) -> bool:
    """Whether a clause that ends here told a share: "giảm 5% sản lượng tiêu thụ cả năm."."""
    if r.low[end : end + 1] not in (".", ";", ",", "\r", "\n", ""):
        return False
    return re_(r"\d%[^\n.;:]{0,60}\Z").search(r.low, max(0, at - 80), at) is not None


def _whole_unit(r: Reader, m: re.Match[str], at: int) -> Found | None:
    """ "lũy kế cả tuần 886 tỷ đồng": the week, month or quarter of publication."""
    draft = Draft()
    r.step(draft, {"tuần": "W", "tháng": "M", "quý": "Q"}[m.group("u")], "này")
    p = draft.point
    if p.year is None or p.year < 0:
        return None
    return Found(m.end(), "DATE", value(p), "whole-year", point=p)


def _named_period(r: Reader, start: int, at: int) -> tuple[int, Point] | None:
    """A whole month, quarter or year of which a part is named, and where its name ends."""
    draft = Draft(bare_mod=True)
    got = read(r, start, draft=draft)
    p = draft.point
    if got is None or p.day is not None or p.until or p.timed:
        return None
    settle(r, draft, at, got[0])
    if p.year is None or p.year < 0 or (p.month or 0) < 0 or not (p.month or p.level > 3):
        return None
    return got[0], p


def short_period(r: Reader, at: int) -> Found | None:
    """ "9T/2024", "6T2023", "9M/2024" in the head of a table: January on."""
    m = re_(_SHORT_PERIOD).match(r.low, at)
    if m is None or not r.context.text[m.start(2)].isupper() or not 2 <= int(m.group(1)) <= 12:
        return None
    return _months(m.end(), int(m.group(1)), False, int(m.group(3)), r)


def week_of_month(r: Reader, at: int) -> Found | None:
    """ "tuần thứ 2 của tháng 5": its days 8 to 14."""
    m = re_(_WEEK_OF_MONTH).match(r.low, at)
    got = _named_period(r, m.end(), at) if m else None
    if m is None or got is None:
        return None
    end, p = got
    number = _ordinal(m.group("n") or m.group("d"))
    last = monthrange(p.year or 1, p.month or 1)[1]
    first = number * 7 - 6
    if not p.month or first > last:
        return None
    a = Point(p.year, p.month, first)
    return between(end, a, Point(p.year, p.month, min(first + 6, last)), "part-of-month")


def _ordinal(word: str) -> int:
    return _ORDINALS.get(word) or w.number(word) or 1


def nth_weekday(r: Reader, at: int) -> Found | None:
    """ "thứ hai đầu tiên của tháng 10", "thứ ba tuần thứ hai của tháng 10"."""
    m = re_(_NTH_WEEKDAY).match(r.low, at)
    got = _named_period(r, m.end(), at) if m else None
    if m is None or got is None:
        return None
    end, p = got
    first, last = first_day(p).on, last_day(p).on
    if first is None or last is None:
        return None
    weekday = w.WEEKDAYS[" ".join(m.group("day").removeprefix("thứ").split())]
    which = m.group("edge") or m.group("week") or ""
    if which.startswith("cuối"):
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        number = _ordinal(m.group("n")) if m.group("n") else 1
        ahead = (weekday - first.isoweekday()) % 7
        day = first + timedelta(days=ahead + 7 * (number - 1))
        if day > last:
            return None
    q = Point(day.year, day.month, day.day)
    return Found(end, "DATE", value(q), "part-of-month", point=q)


def period(r: Reader, number: int, unit: str, end: int, at: int) -> Found | None:
    """ "6 tháng đầu năm", "9 tháng năm 2024", "2 tháng cuối năm 2025", "10 ngày đầu tháng 3"."""
    low = r.low
    if unit in ("tháng", "quý"):
        months = number * (3 if unit == "quý" else 1)
        if not 1 <= months <= 12:
            return None
        tail = re_(_PART_OF_YEAR).match(low, end)
        if tail:
            return _months(
                tail.end(), months, tail.group("end")[0] == "c", _year_of(r, tail, at), r
            )
        tail = re_(_OF_CROP_YEAR).match(low, end)
        if tail:
            start = date(int(tail.group("y")), 9 if tail.group("school") else 10, 1)
            p, last = Point(), Point()
            p.set_month(start)
            last.set_month(start, months - 1)
            return between(tail.end(), p, last, "part-of-year")
        tail = re_(_MONTHS_OF_YEAR).match(low, end)
        if tail and number > 1 and not r.counted(tail.end()):
            return _months(tail.end(), months, False, _year_of(r, tail, at), r)
        year = _cumulated(r, months, end, at) if unit == "tháng" and number > 1 else None
        return _months(end, months, False, year, r) if year else None
    if unit not in ("ngày", "tuần"):
        return None
    if unit == "ngày" and number in (2, 3) and (m := re_(_OF_WEEKEND).match(low, end)):
        return _weekend_days(r, number, m.end(), at, m.start("weekend"))
    tail = re_(r"\s(đầu(?:\stiên)?|cuối(?:\scùng)?)(?:\s(?:của|trong))?\s(?=tháng|năm)").match(
        low, end
    )
    got = _named_period(r, tail.end(), at) if tail else None
    if tail is None or got is None:
        return None
    stop, p = got
    days = number * (7 if unit == "tuần" else 1)
    if tail.group(1)[0] == "đ":
        first = date(p.year or 1, p.month or 1, 1)
    else:
        first = shift(date(p.year or 1, p.month or 12, 1), "M", 1) - timedelta(days=days)
    a, b = Point(), Point()
    a.set_day(first)
    if days == 1:
        return Found(stop, "DATE", value(a), "part-of-month", point=a)
    b.set_day(first + timedelta(days=days - 1))
    return between(stop, a, b, "part-of-month")


def _weekend_days(r: Reader, number: int, end: int, at: int, start: int) -> Found | None:
    """ "hai ngày cuối tuần", "ba ngày nghỉ cuối tuần qua": Saturday and Sunday, or from Friday."""
    draft = Draft()
    got = read(r, start, draft=draft)
    p = draft.point
    if got is None or not p.weekend or not p.year or not p.week or p.year < 0:
        return None
    sunday = date.fromisocalendar(p.year, p.week, 7)
    a, b = Point(), Point()
    a.set_day(sunday - timedelta(days=number - 1))
    b.set_day(sunday)
    told = re_(r"\s\((\d\d?)(?:/\d\d?)?(?:\s?-\s?|\svà\s)(\d\d?)[/-](\d\d?)").match(r.low, got[0])
    if told:  # "ba ngày cuối tuần (17-19/10)": the numbers win
        last = day_of(sunday.year, int(told.group(3)), int(told.group(2)))
        if last:
            a.set_day(last - timedelta(days=number - 1))
            b.set_day(last)
    return between(got[0], a, b, "weekend-days")


def _cumulated(r: Reader, months: int, end: int, at: int) -> int | None:
    """The year of a bulletin's "Tính chung 9 tháng", "Trong 10 tháng, …": from January on."""
    published = r.context.published
    if published is None or re_(_NOT_SUMMED).match(r.low, end):
        return None
    said = r.context.months.get(months)
    if said and r.previous(at) not in ("sau", "hơn", "gần", "khoảng", "thêm", "mỗi", "suốt", "hạn"):
        closed = re_(r"\s?(?:[,.;:)\n]|\Z)|\s(?:đạt|ước|tăng|giảm|diễn|của|trên|cả|là)\b")
        if closed.match(r.low, end):
            return said
    month = r.context.period
    told = month and month.month == months and r.context.same_paragraph(at)
    if told and r.low[r.last_end : at] in (", ", " và ", "; "):
        return month.year if month else None  # "tháng 8, 8 tháng và nhiệm vụ 4 tháng cuối năm"
    if (
        told
        and re_(_AND_SUMMED).search(r.low, max(0, at - 6), at)
        and re_(_YIELD).match(r.low, end)
    ):
        return month.year if month else None  # "tháng 10 tăng 1,3%, 10 tháng tăng 5%"
    back = (published.month - months) % 12  # how long ago these months ended
    if re_(_SUMMED).search(r.low, max(0, at - 20), at):
        fits = back <= 6
    else:
        # "Trong 10 tháng," may be a length: only the months just over, at a clause's head.
        head = re_(r"(?:^|[.;:!?]\s|\n)(?:(?:trong|qua|sau)\s)?\Z").search(
            r.low, max(0, at - 8), at
        )
        fits = back <= 1 and (
            re_(_ECONOMY).search(r.low, max(0, at - 40), at) is not None
            or (head is not None and r.low[end : end + 1] == ",")
            or re_(_REACHED).match(r.low, end) is not None
            or (
                r.low[end : end + 1] in ("", ",", ".", ";", "\n")
                and re_(_WORK_OF).search(r.low, max(0, at - 40), at) is not None
            )
        )
    return published.year - (months > published.month) if fits else None


def _year_of(r: Reader, m: re.Match[str], at: int) -> int:
    if m.group("y"):
        return int(m.group("y"))
    # "6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024": a pair has one year.
    pair = not m.group("step") and re_(_PAIR_OF_PARTS).match(r.low, m.end())
    if pair:
        return int(pair.group(1))
    return (
        (r.year_step(m.group("step"), at) if m.group("step") else None)
        or r.context.year_before(at)
        or r.year_step("nay", at)
    )


def _months(end: int, months: int, from_end: bool, year: int, r: Reader) -> Found:
    """The first or last so many months of a year, as the unit that fits them or an interval."""
    if not from_end and months > 1 and year > 0:
        r.context.months[months] = year
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
