"""Atoms of the lunar calendar and of feasts: "mùng 3 Tết", "rằm tháng Giêng", "Giáng sinh"."""

from __future__ import annotations

from trich.extract.dates import words as w
from trich.extract.dates.evidence import EVERY
from trich.extract.dates.holidays import holiday_at, holidays, lunar_by_number
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.timex import Point
from trich.extract.dates.words import compiled as re_

_LUNAR = (
    rf"(?:ngày\s)?(?:rằm|m[ùồ]ng\s(?:ngày\s)?(?P<d>\d\d?|{w.NUMBER_WORDS}))"
    rf"(?:\stháng\s(?P<m>{w.MONTH})|\s(?P<tet>tết\b))?"
    r"|tháng\s(?P<name>giêng|chạp)\b"
)
# "mùng 1, 2, 3 Tết", "mùng 4-6 tháng Giêng"
_LUNAR_DAYS = (
    r"(?:ngày\s)?m[ùồ]ng\s(?P<a>\d\d?)(?:,\s?\d\d?)*(?:\s?-\s?|,\s?|\s(?:và|đến|tới)\s)"
    r"(?P<b>\d\d?)\s(?:tháng\s(?P<m>giêng|chạp)\b|(?P<tet>tết)\b)"
)
_TET_AHEAD = r"[^.;\n]{0,36}\btết\b"
_OWN_MONTH = (
    r"\s(?:tháng|hàng|hằng|mỗi|âm)\b|\s(?:đến|tới)\s(?:hết\s)?(?:m[ùồ]ng\s)?\d+\s|\s?[-/.]\s?\d"
)
_TET_DAY = r"(?:(?:ngày|đêm)\s)?(?P<n>\d\d?|hai mươi\s\w+|ba mươi)\stết\b"
_LUNAR_SAID = r"(?:\snăm\s(?:\d{4}|\w+\s\w+))?\s?\(?(?:âm lịch|âm\b|al\b)"
# "mùng 8 tháng 3" is a day of either calendar; these speak of customs, which keep the lunar one.
CUSTOMS = r"\b(?:lễ hội|hội|giỗ|chùa|đình|đền|miếu|cúng|vía|rước|khai ấn|âm lịch)\b"
_TET_NEAR = r"\b(?:tết|giao thừa|đón xuân|năm mới)\b"
# What may open the words that tell the calendar.
_CALENDARS = (" âm", " (âm", "(âm", "âm", " al", " (al", "(al", "al", "  âm", " dương", " (dương")
_WHICH = r"\s(vừa rồi|vừa qua|rồi|trước|này|tới|sắp tới|tới đây|sau)\b"


def lunar(r: Reader, draft: Draft, at: int) -> int | None:
    """ "mùng 3 Tết", "rằm tháng Giêng", "tháng Chạp năm Giáp Thìn"."""
    p = draft.point
    if p.level > 0:
        return None
    several = re_(_LUNAR_DAYS).match(r.low, at)
    if several:
        p.day, p.until = int(several.group("a")), Point(day=int(several.group("b")))
        p.month = 1 if several.group("tet") else w.month_number(several.group("m"))
        p.lunar, draft.rule = True, "lunar"
        return lunar_tail(r, draft, several.end())
    m = re_(_LUNAR).match(r.low, at)
    if m is None:
        return None
    if m.group("name"):
        month: int | None = w.MONTH_NAMES[m.group("name")]
        day: int | None = None
    else:
        day = w.number(m.group("d")) if m.group("d") else 15
        month = 1 if m.group("tet") else w.month_number(m.group("m") or "")
        if day is None or not 1 <= day <= 30:
            return None
        if month is None:  # "rạng sáng mùng Một" in a story of Tết
            if re_(EVERY).match(r.low, m.end()):
                p.day, p.lunar, draft.rule = day, True, "lunar"
                return lunar_tail(r, draft, m.end())
            if m.group("d") is None or re_(_OWN_MONTH).match(r.low, m.end()):
                return None
            lunar = r.context.lunar
            near = day <= 10 and _near_tet(r, at)
            if lunar and (not near or r.context.in_line(at)):
                p.year, month = lunar  # the month of the feast that the text is about
            elif near:
                month = 1
            else:
                return None
        elif m.group("m") and not _custom(r, m.group("m"), day, month, at, m.end()):
            return None
    p.day, p.month, p.lunar = day, month, True
    draft.rule = "lunar"
    return lunar_tail(r, draft, m.end())


def _near_tet(r: Reader, at: int) -> bool:
    today = r.context.published
    tet = holidays()["tết"].on(None, today) if r.tet and today else None
    if tet and today and -20 <= (today - tet).days <= 30:
        return True
    before = r.low[max(0, at - 150) : at]
    return (
        re_(_TET_NEAR).search(before, before.rfind("\n") + 1) is not None
        or re_(_TET_AHEAD).match(r.low, at) is not None
    )


def _custom(r: Reader, said: str, day: int, month: int, at: int, end: int) -> bool:
    """Whether a numbered month is the lunar one."""
    if said in w.MONTH_NAMES or day == 15 or lunar_by_number(day, month):
        return True
    if re_(_LUNAR_SAID).match(r.low, end):
        return True
    before = r.low[max(0, at - 80) : at]
    return re_(CUSTOMS).search(before, before.rfind("\n") + 1) is not None


def tet_day(r: Reader, draft: Draft, at: int, strong: bool = False) -> int | None:
    """ "(đêm) 30 Tết", "ngày 06 Tết": the last days of the old lunar year, the first of the new."""
    p = draft.point
    if p.level > 0 or r.low.find("tết", at, at + 24) < 0:
        return None
    m = re_(_TET_DAY).match(r.low, at)
    number = w.number(m.group("n")) if m else None
    if m is None or p.level > 0 or number is None or not 1 <= number <= 30:
        return None
    sure = strong or draft.word or r.context.asked or number > 20 or m.start("n") > at
    if not sure and m.group("n").isdigit():
        return None  # "3 Tết liền"
    p.day, p.month, p.lunar = number, 1, True
    if m.group().startswith("đêm"):
        p.part = "NI"
    draft.rule = "lunar"
    return lunar_tail(r, draft, m.end("n"))


def lunar_tail(r: Reader, draft: Draft, end: int) -> int:
    """Take in "âm lịch", "Tết", the lunar year; turn a lunar day into a solar one.

    Days that come again each year stay lunar: "16 tháng 8 âm lịch hàng năm".
    """
    p = draft.point
    low = r.low
    said = low.startswith(_CALENDARS, end)
    m = re_(r"\s?(?:\(?âm lịch\b\)?|\(?al\)|\sâm\b)").match(low, end) if said else None
    if m and (p.day or p.month):
        p.lunar = draft.lunar_said = True
        end = m.end() - (m.group().endswith(")") and "(" not in m.group())
    elif said and re_(r"\s\(?dương lịch").match(low, end):
        p.lunar = False
    if not p.lunar:
        return end
    if re_(EVERY).match(low, end):
        p.lunar, p.calendar = False, "lunar"
        return end
    m = re_(r"\s(?:tết\b)?(?:\s?nguyên đán\b)?(?:\s?xuân\b)?").match(low, end)
    if m and m.group().strip():
        end = m.end()
    sign = 0
    tail, year = r.year_tail(end)
    if year is not None:
        end, p.year = tail, year
        m = re_(r"\s\(?âm lịch\b\)?").match(low, end)
        end = m.end() if m else end
    elif not p.year:
        m = re_(_WHICH).match(low, end)
        if m and (p.day is None or m.group(1) == "này"):
            end, sign = m.end(), -1 if m.group(1) in w.PAST else int(m.group(1) in w.FUTURE)
    draft.anchored = not p.year
    r.solar(p, sign)
    return end


def festival(r: Reader, draft: Draft, at: int) -> int | None:
    """ "Quốc khánh", "Tết Ất Tỵ", "Giáng sinh năm ngoái", "Tết vừa rồi"."""
    p, context = draft.point, r.context
    if p.level > 0 or p.until:
        return None
    found = holiday_at(r.low, at, context.asked)
    if found is None:
        return None
    end, name = found
    tail_end, year = r.year_tail(end)
    which = re_(_WHICH).match(r.low, end) if year is None else None
    if name.alone == "year" and year is None and not (context.asked or which):
        return None
    if name.alone == "no" and year and r.low[end + 1 : tail_end].isdigit():
        tail_end = end  # "Ngày Thế giới không thuốc lá 2019": the year is a date of its own
    if which and (r.closes(which.end()) or context.asked):
        tail_end = which.end()
        sign = -1 if which.group(1) in w.PAST else 1
    else:
        sign = int(context.asked and year is None)
    year = year or context.year_before(at)
    day = name.on(year, None if year else context.today, sign)
    if day is None:
        if name.month is None or name.calendar != "solar":
            return None
        p.month, p.day = name.month, name.day
    else:
        p.set_day(day)
    if name.calendar in ("lunar", "eve"):
        p.calendar = "lunar"
    draft.rule = "holiday"
    if name.part and not p.timed:
        p.part = name.part
    return max(end, tail_end)
