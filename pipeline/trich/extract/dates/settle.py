"""Gives a point the year, month or day that its words leave to the reader."""

from __future__ import annotations

from datetime import date, timedelta

from trich.extract.dates import words as w
from trich.extract.dates.lunar import CUSTOMS
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.timex import UNKNOWN, Point, day_of
from trich.extract.dates.words import compiled as re_

_EACH_WEEKDAY = r"\b(?:cả|nghỉ|các|những|trừ|kể cả)\s(?:vào\s)?(?:các\s)?(?:ngày\s)?\Z"
_PAST_WORDS = r"\b(?:đã|vừa|từng|hôm|bị|rồi|xong|khi đó)\b"
_TERM = frozenset(["trước", "kịp", "nhất"])
_TERM_WORDS = (
    r"\b(?:chờ|đợi|kịp|hạn chót|chậm nhất|muộn nhất|nộp|đăng ký|mở bán|khởi tranh"
    r"|khởi chiếu|ra rạp|công chiếu|tái đấu|trận tới|đặt vé|xin phép|tranh thủ)\b"
)
_UNTIL = frozenset(["hết", "đến", "tới"])
_MONTHS = {"SP": 2, "SU": 5, "FA": 8, "WI": 11}


def settle(r: Reader, draft: Draft, start: int, end: int) -> None:
    """Resolve what the point leaves open against the context; what nothing tells stays open."""
    p = draft.point
    if p.every:
        return
    if p.level == 0 and r.habitual(start):
        p.year = p.month = p.day = UNKNOWN
    elif p.level == 0:
        day = r.context.day_here(start)
        if day:
            p.set_day(day + timedelta(days=_over(r, p)))
            r.context.leaned = r.context.leaned or "publication"
    elif p.weekday and p.day is None:
        _weekday(r, draft, start, end)
    elif p.day is not None and p.month is None:
        _month_of_day(r, draft, start)
    elif p.year is None and p.decade is None and p.century is None:
        _year(r, draft, start, end)
    if p.day is not None and p.day > 0:
        p.weekday = None
        if p.year and p.year > 0 and p.month and p.month > 0 and p.on is None:
            p.year = None  # 29/2 in no leap year
    if p.hour == 24:
        _midnight(p)
    if p.until:
        until = p.until
        until.year = until.year or p.year
        if until.day and until.month is None:
            until.month = p.month


def _over(r: Reader, p: Point) -> bool:
    """Whether the clock time that is asked for is over on the day of asking."""
    now = r.context.now
    if not r.context.asked or now is None or p.hour is None:
        return False
    return (p.hour, p.minute or 0) < (now.hour, now.minute)


def told_in_brackets(p: Point, low: str, end: int) -> None:
    """The day of "sáng nay (19-9)": the numbers behind it win."""
    m = re_(r"\s\((?:ngày\s)?(\d\d?)[/.-](\d\d?)(?:[/.-](\d{4}))?\)").match(low, end)
    if m is None or p.year is None:
        return
    said = day_of(int(m.group(3) or p.year), int(m.group(2)), int(m.group(1)))
    if said:
        p.set_day(said)


def _midnight(p: Point) -> None:
    """24:00 is 00:00 of the next day."""
    p.hour = 0
    if p.on:
        p.set_day(p.on + timedelta(days=1))


def _weekday(r: Reader, draft: Draft, start: int, end: int) -> None:
    """The day of a named week; else the nearest past one, or the next if the text looks ahead."""
    p, today = draft.point, r.context.today
    told = re_(r"\s?\((?:ngày\s)?(\d\d?)[/-](\d\d?)(?:[/-](\d{4}))?\)").match(r.low, end)
    if told and day_of(2024, int(told.group(2)), int(told.group(1))):  # "thứ Tư (31/1)"
        p.day, p.month, p.weekday, p.week = int(told.group(1)), int(told.group(2)), None, None
        p.year = int(told.group(3)) if told.group(3) else None
        if p.year is None:
            _year(r, draft, start, end)
        return
    weekday = p.weekday or 1
    named = r.context.day_before(start)
    if named and named.isoweekday() == weekday and draft.direction is None and p.week is None:
        p.set_day(named)  # "Ngày mai 28/5: Chủ nhật …"
        return
    if p.week is not None or p.year == UNKNOWN:
        if p.week and p.week > 0 and p.year and p.year > 0:
            p.set_day(date.fromisocalendar(p.year, p.week, weekday))
            p.week = None
        return
    if today is None or p.every:
        return
    if _any_week(r, start):
        p.every = True
        return
    if draft.direction == "này":
        away = weekday - today.isoweekday()
        ahead = away < 0 and (r.context.asked or r.context.looks_ahead(start, end))
        p.set_day(today + timedelta(days=away + 7 * ahead))
        return
    if r.context.asked and draft.direction is None:
        p.set_day(today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1))
        return
    ahead = draft.direction in w.FUTURE
    if draft.direction is None:
        ahead = r.context.looks_ahead(start, end) or r.previous(start) in _UNTIL
        ahead = ahead or _to_come(r, start, end)
    back = (today.isoweekday() - weekday) % 7
    if draft.direction:
        p.set_day(today + timedelta(days=7 - back) if ahead else today - timedelta(days=back or 7))
    elif ahead:
        p.set_day(today + timedelta(days=(7 - back) % 7))
    else:
        p.set_day(today - timedelta(days=back))


def _compared_with(r: Reader, p: Point, start: int) -> bool:
    """Whether the year named before belongs to what a month's figure is compared with.

    "tăng từ 498 USD hồi cuối năm ngoái lên 571 USD hồi tháng 10"
    """
    c = r.context
    if p.day is not None or c.published is None or c.year is None or c.year >= c.published.year:
        return False
    between = r.low[c.year_at : start] if 0 < start - c.year_at < 60 else ""
    return re_(r"\s(?:lên|xuống|còn)\s(?:[^\W\d]+\s)?\d").search(between) is not None


def _past(r: Reader, start: int, end: int) -> bool:
    """Whether the words around an expression tell of what is over."""
    begin = max(0, start - 80)
    begin = max(begin, r.low.rfind("\n", begin, start) + 1, r.low.rfind(". ", begin, start) + 1)
    return r.previous(start) == "hồi" or bool(re_(_PAST_WORDS).search(r.low, begin, end + 60))


def _to_come(r: Reader, start: int, end: int) -> bool:
    """Whether a sentence that tells of nothing past sets a term: "nộp trước thứ Sáu"."""
    line = r.low.rfind("\n", max(0, start - 80), start) + 1
    begin = max(line, start - 80)
    begin = max(begin, r.low.rfind(". ", begin, start) + 1)
    if re_(_PAST_WORDS).search(r.low, begin, end + 60):
        return False
    return r.previous(start) in _TERM or re_(_TERM_WORDS).search(r.low, begin, end + 40) is not None


def _any_week(r: Reader, start: int) -> bool:
    """Whether a weekday means each one: "làm việc cả thứ Bảy và Chủ nhật"."""
    if re_(_EACH_WEEKDAY).search(r.low, max(0, start - 20), start) or (
        r.generic_end and r.low[r.generic_end : start] in (" và ", ", ", " và ngày ")
    ):
        r.generic_end = -1
        return True
    return False


def _month_of_day(r: Reader, draft: Draft, start: int) -> None:
    p, today = draft.point, r.context.today
    if today is None or not p.day:
        return
    if r.context.lunar and r.last_lunar and r.context.in_line(start) and p.day <= 30:
        before = r.low[max(0, start - 60) : start]
        if re_(CUSTOMS).search(
            before, before.rfind("\n") + 1
        ):  # "14 tháng Giêng; chính hội ngày 13"
            p.year, p.month = r.context.lunar
            r.solar(p)
            return
    options = []
    for months in range(-1, 13) if p.weekday else (-1, 0, 1):  # "thứ Sáu ngày 13"
        near = Point()
        near.set_month(today, months)
        day = day_of(near.year or 1, near.month or 1, p.day)
        if day and (p.weekday is None or day.isoweekday() == p.weekday):
            options.append(day)
    if options:
        p.set_day(_choose(options, today, draft.direction, r.context.asked))


def _year(r: Reader, draft: Draft, start: int, end: int) -> None:
    p, context = draft.point, r.context
    today = context.today
    said = r.decree_years.get(start - 1) if p.day else None  # "Nghị quyết 41/2017/QH14 ngày 20/6"
    said = said or context.year_before(start)
    if said is None and today is None:
        p.year = context.year_of_line(start) or p.year
        return
    if said is not None and draft.direction is None and not _compared_with(r, p, start):
        p.year = said
        return
    if today is None:
        return
    if p.half or draft.direction == "này":
        p.year = today.year
        return
    if r.context.asked and p.day is None and draft.direction is None:
        last = p.month or (p.quarter * 3 if p.quarter else 12)
        p.year = today.year + (last < today.month)
        return
    month = p.month or (p.quarter * 3 - 1 if p.quarter else _MONTHS.get(p.season or "", 1))
    if p.day is None and draft.direction is None:
        # The nearest by months; where both years are as near, the current one.
        away = month - today.month
        if abs(away) <= 6:
            p.year = today.year
        elif context.looks_ahead(start, end):
            p.year = today.year + (away < 0)
        else:
            p.year = today.year - (away > 0) + (away < -8 and not _past(r, start, end))
        return
    options = []
    ahead = 4 if p.day == 29 and month == 2 else 1
    for year in range(today.year - ahead, today.year + ahead + 1):
        # Mid-month stands for a month; "29/2" may miss in two of the three years.
        day = day_of(year, month, p.day or 15)
        if day:
            options.append(day)
    if options:
        at = today if p.day else today.replace(day=15)
        if p.day and context.last and context.last > today and context.day_before(start):
            at = context.last  # a list of coming days goes on
        ahead = context.looks_ahead(start, end)
        if not ahead and r.low.startswith("hôm ", start):
            options = [day for day in options if day <= today] or options  # "hôm 10/6" is over
        p.year = _choose(options, at, draft.direction, r.context.asked, ahead).year


def _choose(
    options: list[date], today: date, direction: str | None, asked: bool, ahead: bool = False
) -> date:
    """The nearest day; with a direction the nearest that lies there.

    News looks back rather than ahead, unless its words say so, and stays in its year.
    """
    if asked and direction is None:
        options = [d for d in options if d >= today] or options
    elif direction in w.FUTURE:
        options = [d for d in options if d > today] or options
    elif direction in w.PAST:
        options = [d for d in options if d <= today] or options

    def distance(day: date) -> float:
        days = (day - today).days
        unlikely = (2.0 if days < 0 else 1.0) if ahead else (1.3 if days > 0 else 1.0)
        return abs(days) * unlikely * (1.0 if day.year == today.year else 1.4)

    return min(options, key=distance)
