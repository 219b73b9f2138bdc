"""Finds date expressions and writes them as TIMEX3: the stage `dates`.

An anchor pattern finds where an expression may begin; readers of points, intervals and
counted units then read outward from there, and this module decides what may stand alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache

from trich.article import Article, Mention
from trich.extract.dates import words as w
from trich.extract.dates.anchors import anchor, joined, opening
from trich.extract.dates.bounds import bounds
from trich.extract.dates.evidence import EVERY, behind_event, day_evidence, stands_alone
from trich.extract.dates.foreign import MONTHS, foreign_date
from trich.extract.dates.found import Found
from trich.extract.dates.intervals import clock_range, hours, interval, now_until, same_period
from trich.extract.dates.lengths import ago, and_a_half, counted_units, named_days
from trich.extract.dates.modifiers import frequency, modifier
from trich.extract.dates.offsets import around, offset
from trich.extract.dates.parts import edge, nth_weekday, short_period, week_of_month, whole_year
from trich.extract.dates.points import read
from trich.extract.dates.reader import STORY, Context, Draft, Reader
from trich.extract.dates.recurrences import every_other, recurrence
from trich.extract.dates.request import asked, right_now
from trich.extract.dates.settle import settle, told_in_brackets
from trich.extract.dates.terms import edge_of_span, span_of_years
from trich.extract.dates.timex import Point, kind, value
from trich.extract.dates.words import compiled as re_

_YEARS = (
    rf"({w.YEAR})(?:\s?-\s?|\s(?:đến|tới)\s(?:hết\s)?(?:năm\s)?)({w.YEAR}){w.YEAR_END}"
    r"(?!\s?-\s?\d|\s?%)"
)
_SHORT_YEARS = rf"({w.YEAR})\s?-\s?(\d\d)(?=[);])"
_BARE_YEAR = rf"({w.YEAR}){w.YEAR_END}(?!\s?[%°]|-\w|\w)"

_ASIDES = ("sidebar", "boilerplate")  # what stands there is no part of the story
_PARTS = "(?:rạng\\s)?(?:{})".format("|".join(w.PARTS))
_WEEKDAYS_EVERY = rf"(?:(?:,|\svà)\s(?:\w+\s)?{w.WEEKDAY}){{1,6}}\s(?:hàng|hằng|mỗi)\stuần\b"

#: Any one and the one before it: "tháng sau tốt hơn tháng trước".
_EACH = (
    r"(?P<unit>ngày|tuần|tháng|quý|năm|mùa|vụ|kỳ)\s(?:sau|tới)\s(?!sẽ\b)(?:[^\W\d_]+\s){1,5}?"
    r"(?:hơn|bằng)\s(?:[^\W\d_]+\s){0,2}?(?P=unit)\strước\b(?!\sđó)"
)


def dates(article: Article) -> None:
    """Append a mention for every date, time, duration and recurrence of the text.

    >>> article = Article("Chiều 5/3, cuộc họp bàn về quý II/2024.", published="2024-03-06")
    >>> dates(article)
    >>> [(article.text[m.start:m.end], m.fields["value"]) for m in article.mentions]
    [('Chiều 5/3', '2024-03-05TAF'), ('quý II/2024', '2024-Q2')]
    """
    low = article.lower.replace("quí", "quý")  # two spellings of one word
    decrees = [(m.start, m.end) for m in article.of("decree")]
    starts = [s for s, _ in decrees]
    reader = Reader(_context(article, low))
    reader.decree_ends = {e for _, e in decrees}
    reader.decree_years = {m.end: m.fields["year"] for m in article.of("decree")}
    reader.asides = [(b.start, b.end) for b in article.blocks if b.kind in _ASIDES]
    glued = _glued_stamps(low)
    at = 0
    while True:
        begins = _begins(reader, at)
        while glued and glued[-1] < at:
            glued.pop()
        if glued and (begins is None or glued[-1] < begins):
            begins = glued.pop()
        if begins is None:
            break
        start = begins
        i = bisect_right(starts, start) - 1
        if i >= 0 and start < decrees[i][1]:
            at = decrees[i][1]
            continue
        if low[start] in "ntqmvk" and (each := re_(_EACH).match(low, start)) is not None:
            at = each.end()
            continue
        reader.context.leaned = None
        found = _expression(reader, start)
        if found is None or found.end > _next(starts, decrees, start):
            first = re_(r"\d+|\w+").match(low, start)
            at = first.end() if first else start + 1
            continue
        article.mentions.append(_mention(reader, found, start))
        _remember(reader, found, start)
        at = found.end
    if reader.context.published is None:
        _told_elsewhere(article.of("date"))


def _told_elsewhere(mentions: list[Mention]) -> None:
    """Give "ngày 16/2" the year of a "16/2/2022" on the same page, where it is the only one."""
    years: dict[str, set[str]] = {}
    for m in mentions:
        value = m.fields["value"]
        if value[:4].isdigit() and "/" not in value:
            years.setdefault(value[4:].partition("T")[0], set()).add(value[:4])
    for m in mentions:
        value = m.fields["value"]
        told = years.get(value[4:].partition("T")[0], ()) if value.startswith("XXXX-") else ()
        if len(told) == 1:
            (year,) = told
            value = f"{year}{value[4:]}"
            covered = bounds(value)
            anchor = value.partition("T")[0]
            m.key = value
            m.fields |= {
                "value": value, "begins": covered.begin, "ends": covered.end, "anchor": anchor
            }  # fmt: skip


def _glued_stamps(low: str) -> list[int]:
    """Where a stamp is glued to the word before it, "ở Sharjah21/10/2017", the last one first."""
    ends = (m.start() for m in re_(r"/(?:19|20)\d\d(?!\d)").finditer(low))
    found = (re_(r"(?<=[^\W\d_])\d\d?/\d\d?\Z").search(low, max(0, end - 6), end) for end in ends)
    return [m.start() for m in found if m][::-1]


def _begins(r: Reader, at: int) -> int | None:
    """Where the next expression may begin, from a position on."""
    low = r.low
    glued = at and low[at - 1].isdigit() and at < len(low) and r.glued(at)
    # A stamp may be glued to the next word: "06:43Chiều 13/11".
    if (glued or at == 0) and re_(opening()).match(low, at):
        return at
    if r.context.asked:
        m = re_(r"(?<!\w)\w").search(low, at)
        return m.start() if m else None
    if r.ahead > at:  # looked for already, when a stamp glued to a word came before it
        return r.ahead if r.ahead < len(low) else None
    begins = re_(anchor())
    while (m := begins.search(low, at)) is not None:
        at = m.start() + 1
        if not joined(low, at):
            r.ahead = at
            return at
    r.ahead = len(low) + 1  # there is none
    return None


def _next(starts: list[int], decrees: list[tuple[int, int]], at: int) -> float:
    """Where the next decree begins: no date reaches into a document's number."""
    i = bisect_right(starts, at)
    return starts[i] if i < len(starts) else float("inf")


def _context(article: Article, low: str) -> Context:
    day = article.published_on
    if day is None or not 1000 <= day.year < 2200:  # at the calendar's ends nothing can be added
        return Context(low, article.text)
    now = None
    if len(article.published or "") > 10:
        now = datetime.fromisoformat(article.published or "").replace(tzinfo=None)
    return Context(low, article.text, day, now, asked(low))


def _mention(r: Reader, found: Found, start: int) -> Mention:
    covered = bounds(found.value)
    quant, freq = frequency(r, found, start)
    fields = {
        "type": found.type,
        "value": found.value,
        "begins": covered.begin,
        "ends": covered.end,
        "mod": modifier(r, found, start),
        "quant": quant,
        "freq": freq,
        "grain": covered.grain,
        "calendar": found.point.calendar if found.point else "gregorian",
        "anchor": _anchored(r, found, start),
    }
    return Mention("date", start, found.end, found.rule, _key(found), fields)


def _key(found: Found) -> str | None:
    """The identity of what a value denotes; none where a part of it is not known."""
    if found.value.endswith("_REF") or ("X" in found.value and found.type != "SET"):
        return None
    return found.value


def _ahead(context: Context, found: Found) -> bool:
    """Whether a period has not begun when the text is published."""
    begin = bounds(found.value).begin
    published = context.published
    return bool(begin and published and begin[:10] > published.isoformat())


_HEAD = r"(?:^|\n|[.!?:;]\s|-\s|\()\Z"
# Rules that take their value from the words alone, whatever they looked at on the way.
_TOLD = frozenset(["full-date", "year-span", "bare-year", "week", "length", "length-range"])


def _anchored(r: Reader, found: Found, start: int) -> str | None:
    """What the value hangs on: "publication", or the value of an earlier record."""
    if found.rule in _TOLD or found.type == "SET" or "XX" in found.value:
        return None
    year = found.value[:4]
    if year.isdigit() and year in r.low[start : found.end] and found.type == "DATE":
        return None  # its year is told; nothing else comes from elsewhere
    return r.context.leaned


def _remember(r: Reader, found: Found, start: int) -> None:
    """Let what follows lean on this expression."""
    context, p = r.context, found.point
    r.last_from = r.previous(start) == "từ"
    r.last_end, r.last_type, r.last_rule = found.end, found.type, found.rule
    r.last_part = p is not None and p.part is not None and p.until is None
    weekly = p is not None and found.rule in ("week", "relative-period") and not p.weekday
    if p is not None and weekly and p.year and p.week and p.year > 0 and p.week > 0:
        r.week, r.week_end = date.fromisocalendar(p.year, p.week, 1), found.end
    r.last_lunar = p is not None and p.calendar == "lunar"
    on = p.on if p else None
    r.last_level = 0 if p is None else p.level if on is None else 2
    r.generic_end = found.end if r.generic_end == -1 else 0
    if p is None or found.type in ("SET", "DURATION") or r.aside(start):
        return
    if (
        found.type == "TIME"
        and r.low[start - 1 : start] == "("
        and "giờ" in r.low[found.end : found.end + 12]
    ):
        return  # "19h50 (0h50 sáng nay giờ Hà Nội)": the story keeps its own clock
    if found.rule in ("same-period", "whole-year") or r.compared(start, found.end):
        return  # nothing plays in the time that a figure is compared with
    if p.calendar == "lunar" and p.told:
        context.lunar = p.told[:2]
    day = p.until.on if p.until else on
    if day:
        context.last, context.last_at, context.last_key = day, found.end, found.value
        q = p.until or p
        context.clock = None
        if q.hour is not None and q.hour < 24:
            context.clock = datetime(day.year, day.month, day.day, q.hour, q.minute or 0)
        near = context.published and abs((context.published - day).days) <= STORY
        opens = p.hour is None and re_(_HEAD).search(r.low, max(0, start - 3), start) is not None
        stamp = p.hour is not None and found.rule == "full-date"
        begun = context.story is None and not stamp and _lately(context.published, day)
        if near and (opens or begun):
            context.story = day
    # A goal ("đến năm 2030") or a document's year is not when the sentence plays.
    behind_document = start - 1 in r.decree_ends
    goal = r.previous(start) in ("đến", "tới") and _ahead(context, found)
    if p.year and p.year > 0 and not behind_document and not goal:
        whole = p.mod is None or p.month is not None  # "trung tuần tháng 5" is compared with a May
        if (on is None or p.until) and whole and not _ahead(context, found):
            context.topic = context.topic or p
            context.period, context.period_at, context.period_key = p, found.end, found.value
        if on is None and (p.until is None or p.until.year == p.year):
            context.year, context.year_at, context.year_key = p.year, found.end, found.value


def _lately(published: date | None, day: date) -> bool:
    """Whether a day lies in the week before publication."""
    return published is not None and 0 < (published - day).days <= 7


Rule = Callable[[Reader, int], Found | None]


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    """The rules that a first word opens, in the order they are tried."""
    points: tuple[Rule, ...] = (_point,)
    weekday: tuple[Rule, ...] = (nth_weekday, _point)
    spans: tuple[Rule, ...] = (span_of_years, _point)
    now: tuple[Rule, ...] = (right_now, now_until)
    return {
        **dict.fromkeys(w.DIGIT_WORDS, (span_of_years, named_days, offset, _point, counted_units)),
        "năm": (and_a_half, span_of_years, named_days, offset, _point, counted_units),
        "nửa": (offset, _point, counted_units),
        **dict.fromkeys(("hàng", "hằng", "mỗi"), (recurrence,)),
        **dict.fromkeys(("đầu", "giữa", "cuối"), (edge_of_span, _point)),
        "cả": (whole_year,),
        "cách": (ago, every_other),
        **dict.fromkeys(("trước", "sau"), (ago, around)),
        "cùng": (same_period, _point),
        "ngày": (and_a_half, edge, nth_weekday, _point),
        "tuần": (and_a_half, edge, week_of_month, _point),
        "tiếng": (and_a_half,),
        "tháng": (and_a_half, edge, _point),
        **dict.fromkeys(("nay", "giờ", "bây", "ngay", "lúc", "hiện"), (*now, *points)),
        **dict.fromkeys(("thứ", "chủ", "chúa", "t", "cn"), weekday),
        **dict.fromkeys(("giai", "thời", "nhiệm", "niên", "khóa", "chu"), spans),
        **dict.fromkeys(MONTHS, (foreign_date,)),
    }


@cache
def _digit_rules() -> dict[tuple[bool, str], tuple[Rule, ...]]:
    """The rules that a number opens: by whether it has four digits, and the joint behind it."""
    days: tuple[Rule, ...] = (_pending, _point)
    return {
        **{(year, joint): days for year in (True, False) for joint in "/:"},
        **{(False, joint): (*days, counted_units) for joint in ".,"},
        **{(True, joint): (*days, counted_units, _bare_year) for joint in ".,"},
        (True, "-"): (_pending, _years, _point, counted_units, _bare_year),
        (False, "-"): (_pending, clock_range, _point, counted_units),
        (True, ""): (_pending, _years, _point, counted_units, _bare_year),
        (False, ""): (
            _pending, short_period, foreign_date, span_of_years, named_days, offset, clock_range,
            _point, counted_units,
        ),
    }  # fmt: skip


def _expression(r: Reader, at: int) -> Found | None:
    """The expression that begins here, or None."""
    if r.low[at].isdigit():
        shape = re_(r"(\d+)(?:\s?([/.,-])(?=\s?\d)|(?=:\d)(:))?").match(r.low, at)
        if shape is None:
            return None
        joint = shape.group(2) or shape.group(3) or ""
        rules = _digit_rules()[shape.end(1) - at == 4, joint]
    else:
        word = re_(r"[^\W\d_]+").match(r.low, at)
        rules = _rules().get(word.group(), (_point,)) if word else (_point,)
    for rule in rules:
        found = rule(r, at)
        if found is not None:
            return found
    return None


def _point(r: Reader, at: int) -> Found | None:
    """A point that may stand alone, or the interval that it begins."""
    got = read(r, at, evidence=day_evidence(r, at))
    if got is None:
        return None
    end, draft = got
    if draft.point.level == 0 and draft.point.part and not r.context.asked:
        _day_of_parts(r, draft, end)
    if not draft.point.until:
        found = interval(r, at, end, draft) or hours(r, end, draft)
        if found:
            return found
    if not stands_alone(r, draft, at, end):
        return None
    return _settled(r, draft, at, end)


def _day_of_parts(r: Reader, draft: Draft, end: int) -> None:
    """Give the first part of "chiều và tối nay", "sáng, trưa 15/5" the day of the second."""
    m = re_(rf"(?:,|\svà)\s(?={_PARTS}\b)").match(r.low, end)
    got = read(r, m.end()) if m else None
    if m is None or got is None or got[1].point.level == 0 or got[1].point.hour is not None:
        return
    settle(r, got[1], m.end(), got[0])
    day = got[1].point.on
    if day:
        draft.point.set_day(day)
        draft.rule, draft.anchored = "day-month", True


def _settled(r: Reader, draft: Draft, at: int, end: int) -> Found:
    p = draft.point
    often = r.low.startswith((" hàng", " hằng", " mỗi"), end)
    every = re_(EVERY).match(r.low, end) if often else None
    if every is None and p.weekday and re_(_WEEKDAYS_EVERY).match(r.low, end):
        p.every, p.year, p.week = True, None, None  # "tối thứ ba và thứ năm hằng tuần"
    if every and (p.year is None or draft.anchored):
        p.every, p.year, p.week = True, None, None
        end = every.end()
    if draft.rule == "relative-day" and not p.until and p.on:
        told_in_brackets(p, r.low, end)
    if r.context.asked and draft.direction is None and r.previous(at) == "hồi":
        draft.direction = "rồi"
    settle(r, draft, at, end)
    return Found(end, kind(p), value(p), draft.rule.removeprefix("sure-"), p.mod, p)


def _pending(r: Reader, at: int) -> Found | None:
    """A day of a list that was read from its first day on."""
    if at not in r.pending:
        return None
    end, p = r.pending.pop(at)
    return _settled(r, Draft(p, rule="days"), at, end)


def _years(r: Reader, at: int) -> Found | None:
    """ "2021-2025" alone: two plausible years that count nothing."""
    if not r.low[at].isdigit():
        return None
    short = re_(_SHORT_YEARS).match(r.low, at) if r.low[at - 1 : at] == "(" and at else None
    m = short or re_(_YEARS).match(r.low, at)
    if m is None or r.counted(m.end()):
        return None
    first, last = int(m.group(1)), int(m.group(2))
    if short:  # "(1939 - 42)"
        last += first // 100 * 100
    bracketed = (r.low[at - 1 : at] == "(" and at > 0) or r.low[m.end() : m.end() + 1] == ")"
    if not (1900 <= first < last <= 2100 or (bracketed and first < last)) or last - first > (
        900 if bracketed else 150
    ):
        return None
    if r.previous(at) in ("hotline", "đt", "thoại", "tel", "đài", "số", "fax", "khoảng", "giá"):
        return None
    spoken = "-" not in m.group()
    if spoken and (r.previous(at) != "từ" or not (r.closes(m.end()) or "năm" in m.group())):
        return None
    p = Point(first, until=Point(last))
    return Found(m.end(), "DATE", value(p), "year-span", point=p)


def _bare_year(r: Reader, at: int) -> Found | None:
    """ "2024" without "năm", where what stands before proves it a year."""
    m = re_(_BARE_YEAR).match(r.low, at)
    if m is None or not 1900 <= int(m.group(1)) <= 2100:
        return None
    if r.counted(m.end()) and r.previous(at) != "hồi":  # "Hồi 2013 thành lập xã"
        return None
    if not behind_event(r, at, m.end()):
        return None
    draft = Draft(Point(int(m.group(1))), rule="bare-year")
    found = interval(r, at, m.end(), draft)
    if found is None and not re_(r"(?:\s?-|\s(?:đến|tới))\s?\d").match(r.low, m.end()):
        found = Found(m.end(), "DATE", m.group(1), "bare-year", point=replace(draft.point))
    return found
