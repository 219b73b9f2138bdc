"""Intervals: "từ 28/4 đến 3/5/2025", "7h30-11h30", "năm 2020 đến nay", "cùng kỳ năm trước"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from trich.extract.dates import words as w
from trich.extract.dates.bounds import bounds
from trich.extract.dates.clock import clock, meridiem
from trich.extract.dates.evidence import EVERY, ordinal
from trich.extract.dates.found import Found
from trich.extract.dates.points import read
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.settle import settle
from trich.extract.dates.terms import UNTIL_NOW
from trich.extract.dates.timex import Point, first_day, kind, last_day, moment, value
from trich.extract.dates.words import compiled as re_

_MORE_HOURS = r"(?:,|\svà)\s\d\d?[hg:]\d{0,2}\s?(?:-|đến)\s?\d\d?[hg:]\d{0,2}\s(?=ngày\s|hôm\s)"
_FROM_NOW = r"(?:nay|giờ|bây giờ)\s(?:cho\s)?(?:đến|tới)\s(?:hết\s|lúc\s)?"
_HOURS_BEHIND = frozenset(["lúc", "từ", "vào", "hồi", "giờ"])
_JOINT = (
    r"\s?-\s?|(?:,?\s(?:cho|kéo dài|liên tục))?,?\s(?:đến|tới)\s"
    r"(?:hết\s|khoảng\s|lúc\s|khi hết\s|trước\s|(?:thời điểm\s|mốc\s)(?=\d|ngày))?"
)
# What may open a joint: most points have none behind them.
_JOINTS = (
    " đến",
    " tới",
    " cho",
    " kéo",
    " liên",
    ", đến",
    ", tới",
    ", cho",
    ", kéo",
    ", liên",
    "-",
    " -",
)
_AT_WORK = (
    r"\b(?:làm việc|mở cửa|giờ hành chính|tiếp công dân|học|khám|phục vụ|trực|chạy)\b[^\n.;]*\Z"
)
_SAID_YEAR = rf"(?:năm\s)?({w.YEAR}){w.YEAR_END}"
_SAME_PERIOD = rf"cùng\s(?:kỳ|tháng|quý|thời\sđiểm)(?:\s(?:của\s)?(?=năm\s)|\s(?={w.YEAR}))"
_YEAR_STEP = rf"năm\s({w.STEP})\b"


def interval(r: Reader, start: int, end: int, draft: Draft) -> Found | None:
    """The interval that a point begins, if its other end follows."""
    p = draft.point
    if draft.direction in ("tới", "đến") or (start - 1 in r.decree_ends and p.on):
        return None  # the date of a document begins nothing
    if not (r.low.startswith(_JOINTS, end) or p.part == "NI" or r.previous(start) == "giữa"):
        return None
    now = re_(UNTIL_NOW).match(r.low, end)
    if now:
        return _until_now(r, start, now.end(), draft)
    joint = re_(_JOINT).match(r.low, end)
    if joint is None and r.previous(start) == "giữa":
        joint = re_(r"\svà\s").match(r.low, end)
    if joint is None and p.part == "NI":  # "đêm 17 rạng sáng 18-10"
        joint = re_(r",?\s(?:rạng\s(?=ngày\s|\d)|(?=rạng\ssáng\s(?:\d|ngày|m[ùồ]ng)))").match(
            r.low, end
        )
    if joint and joint.group()[0] == "," and "từ" not in r.previous(start):
        return None  # "tôi mua năm 2008, đến 2015 mới làm nhà"
    if joint is None or (p.on and p.hour is not None and "-" in joint.group() and not draft.word):
        return None
    if re_(r"\d\.\d\d?\Z").search(r.low, start, end):
        r.dotted = joint.end()  # "ngày 1.6 đến 30.6"
    got = _other_end(r, joint.end(), draft)
    if got is None:
        return None
    last_end, last = got
    if draft.rule == "weekday" and (
        ordinal(r, start)
        or (last.point.level != 1 and r.previous(start) not in ("từ", "ngày", "hôm", ""))
    ):
        return None  # "từ đầu đợt dịch thứ tư đến 16 giờ ngày 14/10"
    if "hết" in joint.group() and p.on:
        last.point.mod = "END"
    return _joined(r, start, draft, last_end, last, end)


def _joined(
    r: Reader, start: int, draft: Draft, last_end: int, last: Draft, end: int | None = None
) -> Found | None:
    p, q = draft.point, last.point
    if q.until and q.calendar == "lunar":  # "đến hết tháng Ba âm lịch"
        q = last.point = replace(q.until, calendar="lunar")
    end = last_end if end is None else end
    if q.until or p.until or not _alike(p, q):
        return None
    if not p.dated and last.parted and not draft.parted and p.hour and q.hour and q.hour > 12:
        # "7 giờ đến 9 giờ tối": the part of the day goes for both.
        p.hour += 12 if p.hour <= q.hour - 12 else 0
    if q.told and p.day and not (p.told or p.year or p.on) and _both_lunar(p, last):
        p.month, p.year = p.month or q.told[1], q.told[0]
        r.solar(p)
    if p.part and p.day and q.day and p.month == q.month and p.month and p.day > q.day:
        p.month = p.month - 1 or 12  # "đêm 30 rạng ngày 1/5"
    _share(p, q)
    every = re_(r"\s(?:hàng|hằng|mỗi)\s(?:tuần|tháng|năm|ngày)\b").match(r.low, last_end)
    if (
        p.level == q.level == 1
        and not r.context.asked
        and re_(_AT_WORK).search(r.low, max(0, start - 60), start)
    ):
        p.every = q.every = True
        p.until = q
        return Found(last_end, "SET", value(p), "interval", None, p)
    if every and not (p.on or q.on):
        p.every = q.every = True
        p.until = q
        return Found(every.end(), "SET", value(p), "interval", None, p)
    if p.level == 0 and q.level > 0:  # "9h30 đến 11h thứ năm": the day comes last
        late, q.hour = q.hour == 24, 0 if q.hour == 24 else q.hour
        settle(r, last, start, last_end)
        _share(p, q)
        if q.day and not (p.on or q.on):  # of no year, on a page without one
            p.year, p.month, p.day = q.year, q.month, q.day
        q.hour = 24 if late else q.hour  # "từ 0h đến 24h ngày 14/3"
    if p.level == 0 and q.level == 0:
        day = _day_behind(r, last_end)
        if day:
            p.set_day(day)
    settle(r, draft, start, end)
    _share(p, q)
    if q.level == 0 and p.on:
        q.set_day(p.on)
    settle(r, last, start, last_end)
    _order(p, q)
    first = first_day(p) if p.mod == "START" else p
    other = last_day(q) if q.mod == "END" else q
    first, other = replace(first, mod=None), replace(other, mod=None)
    if not _forward(first, other):
        return None
    first.until = other
    return Found(last_end, kind(first), value(first), "interval", None, first)


def _day_behind(r: Reader, end: int) -> date | None:
    """The day that two stretches of hours share: "7h30-11h và 13h30-16h ngày 8/12"."""
    m = re_(_MORE_HOURS).match(r.low, end)
    got = read(r, m.end()) if m else None
    if m is None or got is None:
        return None
    settle(r, got[1], m.end(), got[0])
    return got[1].point.on


def _both_lunar(p: Point, last: Draft) -> bool:
    """Whether a day is lunar because the one behind it is: "từ mùng 8 đến 12 tháng 3 âm lịch"."""
    return p.month is None or last.lunar_said


def _forward(p: Point, q: Point) -> bool:
    """Whether an interval does not end before it begins."""
    if value(p) == value(q):
        return False
    begin, end = bounds(value(p)).begin, bounds(value(q)).end
    if begin is None or end is None:
        return "XX" in value(p) or value(p) <= value(q)
    return begin[: len(end)] <= end if len(end) < len(begin) else begin <= end


def hours(r: Reader, end: int, draft: Draft) -> Found | None:
    """The clock interval behind its day: "chiều nay từ 3 đến 5 giờ"."""
    day = draft.point
    if not r.low.startswith((" từ", " giữa", ", từ", ", giữa"), end):
        return None
    m = re_(r",?\s(?:từ|giữa)\s(?:lúc\s)?").match(r.low, end)
    if m is None or day.hour is not None or day.until or day.every:
        return None
    if not (day.on or day.weekday or day.day or (day.part and not day.dated)):
        return None
    first = _hour(r, m.end(), draft)
    joint = re_(r"\s?-\s?|\s(?:đến|tới|và)\s").match(r.low, first[0]) if first else None
    last = _hour(r, joint.end(), draft) if joint else None
    if first is None or last is None or (r.low[last[0] - 1].isdigit() and last[2]):
        return None
    settle(r, draft, m.start(), end)
    if not day.on:
        return None
    a = Point(day.year, day.month, day.day, hour=first[1].hour, minute=first[1].minute)
    b = Point(day.year, day.month, day.day, hour=last[1].hour, minute=last[1].minute)
    if (a.hour, a.minute) >= (b.hour, b.minute):
        return None
    a.until = b
    return Found(last[0], "TIME", value(a), "interval", None, a)


def _hour(r: Reader, at: int, draft: Draft) -> tuple[int, Point, bool] | None:
    """A clock time in the part of the day of a draft, or the bare number of one."""
    mine = Draft(Point(part=draft.point.part), parted=draft.parted)
    end = clock(r, mine, at)
    bare = end is None
    if end is None:
        m = re_(r"([01]?\d|2[0-4])(?=\s?-|\s(?:đến|tới)\s)").match(r.low, at)
        if m is None:
            return None
        mine.point.hour, mine.point.minute, end = int(m.group(1)), 0, m.end()
        if mine.point.part:
            meridiem(mine)
    return end, mine.point, bare


def clock_range(r: Reader, at: int) -> Found | None:
    """ "9-10 giờ sáng", "từ 7 đến 9h": two clock times that share their words."""
    m = re_(
        r"([01]?\d|2[0-4])(?:\s?-\s?|\s(?:đến|tới)\s)(?=(?:[01]?\d|2[0-4])\s?(?:giờ|h)(?!\w))"
    ).match(r.low, at)
    got = m and read(r, m.end())
    if not m or not got or got[1].point.hour is None:
        return None
    end, last = got
    near = r.last_type in ("TIME", "SET") and 0 <= at - r.last_end <= 4
    sure = near or r.context.asked or r.previous(at) in _HOURS_BEHIND
    sure = sure or last.parted or last.point.dated
    if not (sure or re_(EVERY).match(r.low, end) or (r.last_type == "SET" and r.last_end > at - 5)):
        return None
    draft = Draft(Point(hour=int(m.group(1)), minute=0), rule="interval")
    return _joined(r, at, draft, end, last)


def _other_end(r: Reader, at: int, draft: Draft) -> tuple[int, Draft] | None:
    p = draft.point
    if r.low.startswith("năm", at) and r.low.endswith("hết ", 0, at) and r.closes(at + 3):
        year = p.year or r.year_step("nay", at)  # "đến hết năm"
        return at + 3, Draft(Point(year, mod="END"), rule="year")
    if p.level == 5 and p.on is None:
        m = re_(_SAID_YEAR).match(r.low, at)
        if m and p.month is None and not r.counted(m.end()):
            return m.end(), Draft(Point(int(m.group(1))), rule="year")
    return read(r, at, evidence=True)


def _alike(p: Point, q: Point) -> bool:
    """Whether two points can bound one interval."""
    if p.level == 0:
        return p.timed and q.timed and q.hour is not None and p.hour is not None
    if q.level == 0:
        return p.hour is not None and q.hour is not None
    return True


def _share(p: Point, q: Point) -> None:
    """Give each end the coarser parts that only the other one names."""
    if p.level == 0 and q.on:
        p.year, p.month, p.day = q.year, q.month, q.day
    if p.weekday and p.week is None and p.day is None and q.week:
        p.year, p.week = q.year, q.week
    if p.day and p.month is None and q.month:
        p.month = q.month
    if q.day and q.month is None and p.month:
        q.month = p.month
    if p.year is None and q.year and q.week is None and p.level > 1:
        p.year = q.year
        if (p.month or 0) > (q.month or 99) or (p.quarter or 0) > (q.quarter or 99):
            p.year -= 1
    if q.year is None and p.year and q.level > 1 and p.week is None:
        q.year = p.year
        if q.month and (p.month or 0) > q.month:
            q.year += 1


def _order(p: Point, q: Point) -> None:
    """Weekdays run forward: "từ thứ sáu đến thứ hai" ends in the next week."""
    if p.on and q.on and q.on < p.on and (p.on - q.on).days < 7:
        q.set_day(q.on.fromordinal(q.on.toordinal() + 7))


def _until_now(r: Reader, start: int, end: int, draft: Draft) -> Found | None:
    today = r.context.today
    p = draft.point
    if p.level < 2:
        return None
    settle(r, draft, start, end)
    if today and p.on and p.on > today:
        return None
    if today is None:
        year = value(Point(p.year)) if p.year and p.year > 0 else "XXXX"
        since = (
            f"{year}-01-01" if p.level == 5 and p.mod == "START" else value(replace(p, mod=None))
        )
        return Found(end, kind(p), f"{since}/XXXX-XX-XX", "until-now")
    first = first_day(p) if p.mod == "START" else replace(p, mod=None)
    first.until = Point(today.year, today.month, today.day)
    return Found(end, kind(first), value(first), "until-now", None, first)


def now_until(r: Reader, at: int) -> Found | None:
    """ "(từ) nay đến năm 2030", "nay đến cuối năm"."""
    today = r.context.today
    m = re_(_FROM_NOW).match(r.low, at)
    if m is None or today is None or r.previous(at) != "từ":
        return None
    got = read(r, m.end(), evidence=True)
    if got is None:
        return None
    end, draft = got
    now = r.context.now
    timed = draft.point.hour is not None and now is not None and r.context.asked
    if draft.point.level < (1 if r.context.asked else 2) and not timed:
        return None
    settle(r, draft, at, end)
    if timed and now is not None:
        p = moment(now)
        p.until = draft.point
        return Found(end, "TIME", value(p), "until-now", None, p)
    whole = draft.point.mod == "END" or "hết" in m.group()
    other = last_day(draft.point) if whole else draft.point
    p = Point(today.year, today.month, today.day, until=replace(other, mod=None))
    return Found(end, kind(p), value(p), "until-now", None, p)


def same_period(r: Reader, at: int) -> Found | None:
    """ "cùng kỳ năm trước": the period last named, in the year that the words tell."""
    period = r.context.period
    if not (period and period.year and period.year > 0 and r.context.same_paragraph(at)):
        period = None
    m = re_(_SAME_PERIOD).match(r.low, at)
    if m is None:
        return _a_year_before(r, at, period)
    year = re_(_SAID_YEAR).match(r.low, m.end())
    step = re_(_YEAR_STEP).match(r.low, m.end())
    if year:
        end, to = year.end(), int(year.group(1))
    elif step:
        end, word = step.end(), step.group(1)
        # One year before the period that is compared, whenever that was.
        to = period.year - 1 if period and period.year else r.year_step(word, at)
    else:
        return None
    if period is None or period.year is None or to < 0:
        return Found(end, "DATE", value(Point(to)), "same-period", point=Point(to))
    back = period.year - to
    r.context.leaned = r.context.period_key
    p = _moved(period, back)
    return Found(end, kind(p), value(p), "same-period", point=p)


def _a_year_before(r: Reader, at: int, period: Point | None) -> Found | None:
    """ "so với cùng kỳ": the period whose figure is compared, one year earlier."""
    m = re_(r"cùng\skỳ\b(?!\s(?:hạn|họp|thi|vọng|tích))").match(r.low, at)
    if m is None:
        return None
    period = period or r.context.topic
    if period is None or not period.year or period.year < 0:
        return None
    r.context.leaned = r.context.period_key
    p = _moved(period, 1)
    return Found(m.end(), kind(p), value(p), "same-period", point=p)


def _moved(p: Point, years: int) -> Point:
    moved = replace(p, mod=None, every=False)
    if moved.year:
        moved.year -= years
    if moved.month == 2 and moved.day == 29:
        moved.day = 28
    if moved.until:
        moved.until = _moved(moved.until, years)
    return moved
