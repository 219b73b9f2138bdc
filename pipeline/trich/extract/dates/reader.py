"""What the readers of date expressions share: the text, its context, and looks around."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from trich.extract.dates import words as w
from trich.extract.dates.timex import UNKNOWN, Point, lunar_day, lunar_span, meant, sexagenary
from trich.extract.dates.words import compiled as re_

# Words that open another phrase: before them a bare day or "tới" may end a date.
_OPENERS = frozenset([
    "tại", "ở", "sẽ", "đã", "là", "và", "với", "cho", "của", "do", "theo", "để", "khi", "có",
    "được", "bị", "các", "những", "một", "bộ", "từ", "trong", "trên", "này", "kia", "nhằm", "vì",
    "nên", "mà", "thì", "cũng", "vẫn", "đang", "phải", "cần", "còn", "hoặc", "nhưng", "nếu",
    "sau", "trước", "như", "về", "vào", "ra", "diễn", "bắt", "kết", "tổ", "đến", "giữa", "không",
    "chưa", "cùng", "ông", "bà", "anh", "chị", "họ", "chúng", "tôi", "lúc", "hàng",
    "hằng", "đạt", "tăng", "giảm", "đều", "thì", "đó", "ước", "nhân", "đoàn", "số", "chính",
    "chỉ", "tiếp", "hết", "khoảng", "gồm", "bằng", "mới", "lại", "nhờ", "thêm", "tối", "sáng",
    "chiều", "trưa", "sắp", "vừa", "hay", "bởi", "dù", "dự", "rất", "khá", "thật",
])  # fmt: skip

_FUTURE_WORDS = (
    r"(?:sẽ|sắp|dự kiến|chuẩn bị|tới đây|sắp tới|dự báo|giá vé|vé trận|hẹn|hãy|nhớ|(?<!được )mời"
    r"|dời|lùi|hoãn|nhắc|báo thức|đặt lịch|đặt bàn|lên lịch)\b"
)
_AHEAD = rf"[ \t\n(“\"]{_FUTURE_WORDS}"  # begins with a character, which makes it fast
REACH = 1500  # characters over which "that year" reaches back
STORY = 31  # days around publication in which a story plays


@dataclass
class Context:
    """What a relative expression may lean on while a text is read from left to right."""

    low: str
    text: str
    published: date | None = None
    now: datetime | None = None
    asked: bool = False  # the text is nothing but a time, and looks ahead
    last: date | None = None  # the last full day named
    last_at: int = 0
    clock: datetime | None = None  # the clock time on it, if it had one
    story: date | None = None  # the last day about publication that opened a sentence
    period: Point | None = None  # the last one longer than a day, for "cùng kỳ năm trước"
    period_at: int = 0
    topic: Point | None = None  # the first such period: what a report is about
    year: int | None = None  # the year last named as a year, quarter or month
    year_at: int = 0
    last_key: str | None = None  # the values of the records that those come from
    period_key: str | None = None
    year_key: str | None = None
    lunar: tuple[int, int] | None = None  # year and month of the lunar day or month named last
    months: dict[int, int] = field(default_factory=dict)  # "9 tháng đầu năm": the year of each
    leaned: str | None = None  # what the expression being read hangs on

    @property
    def today(self) -> date | None:
        """The day that "hôm nay" means."""
        self.leaned = "publication" if self.published else self.last_key
        return self.published or self.last

    @property
    def named(self) -> date | None:
        """The day that "the next day" counts from: the last one named, else publication."""
        self.leaned = self.last_key or ("publication" if self.published else None)
        return self.last or self.published

    def same_day(self, at: int) -> date | None:
        """The day of "cùng ngày": named in this line, or else the story's own, not one long ago."""
        day, published = self.named, self.published
        if day is None or published is None or "\n" not in self.low[self.last_at : at]:
            return day
        if self.story:
            return self.story
        near = abs((published - day).days) <= STORY
        return day if near and (day <= published or self.looks_ahead(at, at)) else published

    def day_here(self, at: int) -> date | None:
        """The day of a clock time or a part of the day that names none."""
        day, published = self.last, self.published
        if day is None or published is None or self.same_sentence(self.last_at, at):
            return self.day_before(at) or published
        near = abs((published - day).days) <= STORY if self.in_line(at) else day == self.story
        if near and (day <= published or self.looks_ahead(at, at)):
            self.leaned = self.last_key
            return day
        return published

    def that_year(self, at: int) -> int | None:
        """The year of "năm ấy", "cùng năm": the one that the text named last."""
        if self.last and self.last_at > self.year_at and at - self.last_at < REACH:
            self.leaned = self.last_key
            return self.last.year
        if self.year and at - self.year_at < REACH:
            self.leaned = self.year_key
            return self.year
        return None

    def that_month(self, at: int) -> date | None:
        """A day of "cùng tháng", "tháng đó": the month that the text named last."""
        p = self.period
        later = p and p.month and p.year and p.month > 0 and self.period_at > self.last_at
        if p and later and at - self.period_at < REACH:
            self.leaned = self.period_key
            return date(p.year or 1, p.month or 1, 1)
        if self.last and at - self.last_at < REACH:
            self.leaned = self.last_key
            return self.last
        return None

    def told_on(self, at: int, since: int) -> bool:
        """Whether the sentence that begins here tells on what its line told of a past time."""
        head = re_(r"[.!?…;]\s\Z").search(self.low, max(0, at - 2), at)
        past = self.published is None or (self.year or 9999) < self.published.year
        line = 0 < since <= at < since + 600 and "\n" not in self.low[since:at]
        return head is not None and past and line and not self.looks_ahead(at, at)

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether the words around an expression speak of what is to come."""
        begin = max(0, start - 80)
        if begin == 0 and re_(_FUTURE_WORDS).match(self.low):
            return True
        if start < len(self.low):
            begin = max(begin, self.low.rfind(". ", begin, start))
        return re_(_AHEAD).search(self.low, begin, end + 80) is not None

    def same_sentence(self, here: int, there: int) -> bool:
        if (
            there < here or there - here > 600
        ):  # no sentence is longer, and a look back must not grow
            return False
        stretch = self.low[here:there]
        return "\n" not in stretch and not re_(r"[.!?…]\s").search(stretch)

    def base(self, at: int, unit: str) -> tuple[date | None, bool]:
        """What "hai năm sau" counts from, and whether that is a day the text named."""
        p = self.period
        later = self.period_at > self.last_at and self.same_paragraph(at)
        if later and p and p.year and p.year > 0 and unit in ("Y", "M" if p.month else "Y"):
            self.leaned = self.period_key
            q = p.until or p
            return q.on or date(q.year or p.year, q.month or 1, q.day or 1), False
        return self.named, self.last is not None

    def moment_before(self, at: int) -> datetime | None:
        """The clock time that this line named last, for "30 phút sau"."""
        if self.clock is None or not 0 <= at - self.last_at < 600:
            return None
        if "\n" in self.low[self.last_at : at]:
            return None
        self.leaned = self.last_key
        return self.clock

    def in_line(self, at: int) -> bool:
        """Whether the last day was named in this line."""
        return 0 <= at - self.last_at < 600 and "\n" not in self.low[self.last_at : at]

    def same_paragraph(self, at: int) -> bool:
        """Whether the last period was named in this line."""
        return 0 <= at - self.period_at < 3000 and "\n" not in self.low[self.period_at : at]

    def year_before(self, at: int) -> int | None:
        """The year that the sentence named before this position."""
        if self.year and self.same_sentence(self.year_at, at):
            self.leaned = self.year_key
            return self.year
        return None

    def year_of_line(self, at: int) -> int | None:
        """The year that the line named last, for a page that tells no other: "… 2021. Quý III"."""
        if self.year and 0 <= at - self.year_at < 600 and "\n" not in self.low[self.year_at : at]:
            self.leaned = self.year_key
            return self.year
        return None

    def day_before(self, at: int) -> date | None:
        """The day that the sentence named before this position."""
        if self.last and self.last_at and self.same_sentence(self.last_at, at):
            self.leaned = self.last_key
            return self.last
        return None


@dataclass
class Draft:
    """A point under construction and what is known of how it was written."""

    point: Point = field(default_factory=Point)
    word: bool = False  # "ngày", a part of day, a weekday: what makes "5/3" a day
    parted: bool = False  # a part of the day was said, even if the hour took it in
    bare_mod: bool = False  # "đầu", "cuối": what makes "năm" alone this year
    direction: str | None = None
    rule: str = "point"
    past_midnight: bool = False  # "2 giờ đêm": on the day behind the night that is named
    lunar_said: bool = False  # "âm lịch"
    anchored: bool = False  # its calendar values came from the context


_OPEN = (
    r"\b(?:(?:mở cửa|đóng cửa|mở bán|làm việc|giờ hành chính|phục vụ|tiếp công dân)\b"
    r"[^\n.;!?]{0,24}"
    r"|(?:thường|mọi hôm|có bữa|có hôm|cứ|bữa nào cũng|quanh năm)\s(?:[^\W\d]+\s){0,3}"
    r"|(?:sáng|chiều|trưa|tối)\s?:\s{0,2}(?:từ\s)?)\Z"
)
_SOUTHERN_HOURS = r"(?<!\w)[012]?\dg(?:[0-5]\d\b|\s(?:ngày|sáng|trưa|chiều|tối|đêm|hôm)\b)"
_IN_BRACKETS = rf"\s\((?:tức\s)?(?:(?:đầu|giữa|cuối)\s)?(?:năm\s)?({w.YEAR})\)"
_COMPARED = (
    r"(?<!\w)(?:so(?:\svới)?\s(?:[^\W\d]+\s){0,6}"
    r"|(?:cao|thấp|nhiều|ít|lớn|nhanh|chậm)\shơn\s(?:[^\W\d]+\s){0,8})\Z"
)
_REACHES = r"\s(?:ước\s)?(?:đạt|tăng|giảm|là|có|còn)\b"
_YEAR_TAIL = (
    rf"(?:\s?[/-]\s?|\.(?=19|20)|,?\s(?:của\s|trong\s)?năm\s)({w.YEAR}){w.YEAR_END}"
    rf"|\s({w.YEAR}){w.YEAR_END}"
    rf"|\s(?:của\s)?năm\s({w.STEP}|kia)\b(?!\skhi\b)"
    r"|\s(?:của\s)?(?P<that>năm\s(?:ấy|đó)|cùng\snăm)\b"
    rf"|\s(?:năm\s)?({w.STEM})\s({w.BRANCH})\b(?:\s({w.YEAR})\b)?"
)


class Reader:
    """One text under reading, and what stands around a position in it."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.low = context.low
        self.ahead = -1  # where the next expression may begin, as far as it was looked for
        self.tet = "tết" in context.low  # few texts speak of it
        self.decree_ends: set[int] = set()
        self.decree_years: dict[int, int | None] = {}  # the year in a document's number, by its end
        self.asides: list[tuple[int, int]] = []  # what surrounds the story on its page
        self._before_at, self._before = -1, ""
        self._sport: bool | None = None
        self._southern: bool | None = None
        self._dashed: bool | None = None
        self._table: bool | None = None
        self.last_end = 0  # the expression read last: where it ended, its type and level
        self.last_type = ""
        self.last_rule = ""
        self.dotted = -1  # where a day stands as "13.5" without a word that says so
        self.week: date | None = None  # the Monday of the week that was numbered last
        self.week_end = 0
        self.last_from = False  # whether "từ" stood before it: from then on
        self.last_lunar = self.last_part = False
        self.last_level = 0
        self.generic_end = 0  # behind a weekday that means each one; -1 while one is read
        # Days of a list that share the month behind the last one, by where they stand.
        self.pending: dict[int, tuple[int, Point]] = {}

    def previous(self, at: int) -> str:
        """The word right before a position, or ""."""
        if at == self._before_at:
            return self._before
        word = self.low[max(0, at - 20) : at].rstrip(" \t(\"“'").rpartition(" ")[2]
        if word and not word.isalnum():
            m = re_(r"[^\W_]+$").search(word) if word[-1].isalnum() else None
            word = m.group() if m else ""
        self._before_at, self._before = at, word
        return word

    def closes(self, at: int) -> bool:
        """Whether a phrase may end here: punctuation, or a word that opens another phrase."""
        m = re_(r"\s*(?:([^\W\d_]+)|(.)|$)").match(self.low, at)
        if m is None or m.group(1) is None:
            return m is None or m.group(2) is None or not m.group(2).isalnum()
        return m.group(1) in _OPENERS and self.low[at : at + 1] in " \t\n"

    def counted(self, at: int) -> bool:
        """Whether the number that ends here counts the noun behind it."""
        m = re_(r"\s?(?:([^\W\d_]+)(?:\s([^\W\d_]+))?|[%°])").match(self.low, at)
        if m is None:
            return False
        first = m.group(1)
        if first is None:
            return True
        # A capital opens a name: "năm 2024 Bộ Y tế" counts nothing.
        named = self.context.text[m.start(1)].isupper()
        return w.counts(first, m.group(2) or "") and not named

    def lettered(self, at: int) -> bool:
        """Whether a number and letter name something: "lớp 3H", "phòng 12h"."""
        if self.previous(at) not in ("lớp", "phòng", "căn", "lô", "tuyến", "khối"):
            return False
        return bool(re_(r"\d+[hg](?!\w)").match(self.low, at))

    def glued(self, at: int) -> bool:
        """Whether a new word begins at its capital right behind a date or clock time."""
        text = self.context.text
        return at + 1 < len(text) and text[at].isupper() and text[at + 1].islower()

    def habitual(self, at: int) -> bool:
        """Whether the hour that begins here is one of every day: "mở cửa đến 22 giờ"."""
        if self.context.asked:
            return False
        day = self.context.day_before(at)
        if day and not (self.last_from and self.low.startswith(", ", self.last_end)):
            return False  # but "từ 23 tháng Chạp, mở cửa tới 22 giờ" is of many days
        if self.quoted(at):
            return True
        return re_(_OPEN).search(self.low, max(0, at - 40), at) is not None

    def quoted(self, at: int) -> bool:
        """Whether somebody is quoted here, whose clock is not that of the story."""
        begin = max(0, at - 400, self.low.rfind("\n", max(0, at - 400), at) + 1)
        opened = max(self.low.rfind(mark, begin, at) for mark in "“«")
        if opened >= 0:
            return not re_("[”»]").search(self.low, opened, at)
        return self.low.count('"', begin, at) % 2 == 1

    def aside(self, at: int) -> bool:
        """Whether a position lies in a sidebar or the furniture of a portal."""
        i = bisect_right(self.asides, (at, len(self.low))) - 1
        return i >= 0 and at < self.asides[i][1]

    def southern_hours(self) -> bool:
        """Whether the text writes hours as "8g30", "15g ngày 17-10"."""
        if self._southern is None:
            self._southern = re_(_SOUTHERN_HOURS).search(self.low) is not None
        return self._southern

    def sport(self) -> bool:
        """Whether the text tells of matches: there "mùa" is a season of play."""
        if self._sport is None:
            words = ("cầu thủ", "hlv", "clb", "v-league", "trận đấu", "vòng đấu", "bàn thắng")
            self._sport = sum(word in self.low for word in words) > 1
        return self._sport

    def line(self, at: int) -> str:
        """The line about a position, as far as it is near."""
        begin = self.low.rfind("\n", max(0, at - 200), at) + 1
        end = self.low.find("\n", at, at + 200)
        return self.low[max(begin, at - 200) : at + 200 if end < 0 else end]

    def dashed_days(self) -> bool:
        """Whether the text writes days as "sáng 2-6", and "2-6:" is one too, and no score."""
        if self._dashed is None:
            said = r"(?<!\w)(?:ngày|sáng|chiều|tối|trưa|đêm)\s\d\d?-\d\d?(?![\d-])"
            self._dashed = re_(said).search(self.low) is not None and not self.sport()
        return self._dashed

    def dated_table(self) -> bool:
        """Whether a table's head names a column of days: "Ngày | Trận đấu | Bảng"."""
        if self._table is None:
            head = r"(?:^|\n|\|\s?)(?:ngày|thời\sgian)(?:\s[^\W\d]+){0,2}\s?\|"
            self._table = "|" in self.low and re_(head).search(self.low) is not None
        return self._table

    def plural(self, at: int, draft: Draft) -> bool:
        """Whether "ngày" right before counts days: "3 ngày", but not behind "18 giờ 30"."""
        if any(e in self.decree_ends for e in (at - 6, at - 7)):
            return False  # "Nghị quyết 20/2022/UBTVQH15 ngày 6-7"
        counted = re_(r"(?:các|những|hai|ba|\d)\sngày\s$")
        return draft.point.hour is None and bool(counted.search(self.low[max(0, at - 14) : at]))

    def set_today(self, draft: Draft, steps: int, of: date | None = None) -> None:
        today = of or self.context.today
        draft.anchored = True
        draft.rule = "relative-day"
        if today is None:
            draft.point.year = draft.point.month = draft.point.day = UNKNOWN
        else:
            night = draft.past_midnight and of is None
            draft.point.set_day(today + timedelta(days=steps + night))

    def solar(self, p: Point, sign: int = 0) -> None:
        """Replace a lunar day or month by the solar one, nearest to today where no year is said."""
        today = self.context.today
        month, day, last = p.month or 1, p.day, p.until
        if p.year:
            years = [p.year] if p.year > 0 else []
        else:
            years = [today.year - 1, today.year, today.year + 1] if today else []
        if day and day > 22 and month == 1:  # "30 Tết" ends the year before
            years, month = [y - 1 for y in years], 12
        p.lunar, p.calendar = False, "lunar"
        found: list[tuple[date, Point]] = []
        for year in years:
            covered = lunar_span(year, month, day)
            if covered and covered.on:
                found.append((covered.on, covered))
        if not found:
            p.year = p.month = UNKNOWN
            p.day = day and UNKNOWN
            p.until = None
            return
        best = meant(found, today, sign or int(self.context.asked and not p.year))
        p.year, p.month, p.day, p.until, p.told = (
            best.year, best.month, best.day, best.until, best.told,
        )  # fmt: skip
        if last and last.day and p.told:
            self.solar_end(p, last)

    def solar_end(self, p: Point, q: Point) -> None:
        """End an interval of lunar days that begins with `p`, in the same lunar year."""
        if p.told is None or q.day is None:
            return
        year, month, _ = p.told
        there = lunar_day(year, q.month or month, q.day)
        if there:
            p.until = Point(there.year, there.month, there.day)

    def year_tail(self, at: int, slash: bool = True) -> tuple[int, int | None]:
        """The year behind a day, month or quarter ("/2024", "năm ngoái") and where it ends."""
        m = re_(_YEAR_TAIL).match(self.low, at)
        if m is None:
            return at, None
        digits = m.group(1) or m.group(2)
        if digits:
            bare = m.group(2) is not None
            if (bare and self.counted(m.end())) or (not slash and self.low[at] in "/-."):
                return at, None
            return m.end(), int(digits)
        if m.group(3):
            return m.end(), self.year_step(m.group(3), at)
        if m.group("that"):
            return m.end(), self.context.that_year(at) or UNKNOWN
        today = self.context.today
        if m.group(7):
            return m.end(), int(m.group(7))
        if today is None:
            return m.end(), UNKNOWN
        near = self.told_year(m.end()) or today.year
        return m.end(), sexagenary(m.group(5), m.group(6), near) or UNKNOWN

    def told_year(self, at: int) -> int | None:
        """The year that brackets tell behind a stem-branch year: "(đầu 1923)", "(1968)"."""
        m = re_(_IN_BRACKETS).match(self.low, at)
        # a lunar year ends in the next one's first weeks; what is named is not to come
        return int(m.group(1)) - 2 if m else None

    def year_step(self, word: str, at: int) -> int:
        """The year that "năm ngoái", "năm trước", "năm sau đó" mean."""
        count = w.STEPS[word]
        context = self.context
        if word in ("trước", "sau", "trước đó", "sau đó"):
            year = context.year_before(at)
            if year is None and word.startswith("trước"):
                year = self._reported_year(at, word)
            if year is None and word.endswith("đó") and context.named:
                year = context.named.year
            if year is not None:
                return year + count
            if word == "sau" and context.told_on(at, context.year_at) and context.year:
                context.leaned = context.year_key
                return context.year + 1
        today = context.today
        if today is None:
            return UNKNOWN
        if word in ("qua", "vừa qua") and today.month == 12:
            return today.year  # in December "the past year" is the one that ends
        return today.year + count

    def _reported_year(self, at: int, word: str) -> int | None:
        """The year that a report of it compares with the one before, in January as well."""
        context = self.context
        if not (word.endswith("đó") or self.compared(at)):
            return None
        p = context.period if context.same_paragraph(at) else context.topic
        today = context.today
        if p is None or not p.year or p.year < 0 or (today and not 0 <= today.year - p.year < 2):
            return None
        context.leaned = context.period_key
        return p.year

    def compared(self, at: int, end: int | None = None) -> bool:
        """Whether a figure is compared with what begins here: "so với …".

        With its `end`: not in "so với tháng trước và 7 tháng/2017 đạt", where a clause opens.
        """
        before = self.low[max(0, at - 60) : at]
        if "so " not in before and " hơn " not in before:
            return False
        if end is not None and before.endswith(" và ") and re_(_REACHES).match(self.low, end):
            return False
        return re_(_COMPARED).search(before) is not None

    def _compared(self, unit: str, at: int) -> date | None:
        """A day of the week, month or quarter whose figure is compared with the one before it."""
        context = self.context
        if unit == "W":
            at_once = self.week and 0 <= at - self.week_end < 300
            before = self.low.startswith("tuần trước đó", at) or self.compared(at)
            if not (self.week and at_once and before):
                return None
            return None if "\n" in self.low[self.week_end : at] else self.week
        p = context.period
        if not (p and p.year and p.year > 0 and context.same_paragraph(at) and self.compared(at)):
            return None
        month = p.month if unit == "M" else p.quarter and p.quarter * 3
        if not month or p.day or p.until:
            return None
        context.leaned = context.period_key
        return date(p.year, month, 1)

    def step(self, draft: Draft, unit: str, word: str, at: int = 0) -> None:
        """Set the year, quarter, month or week that "này", "trước", "tới" point to."""
        count = w.STEPS[word]
        p = draft.point
        draft.anchored, draft.rule = True, "relative-period"
        of = self._compared(unit, at) if at and word.startswith("trước") else None
        if of is None and word.endswith("đó") and unit == "M":
            of = self.context.that_month(at)
        if of is None:
            of = self.context.named if word.endswith("đó") else self.context.today
        if of is None:
            p.year = UNKNOWN
            if unit == "M":
                p.month = UNKNOWN
            elif unit == "W":
                p.week = UNKNOWN
        elif unit == "M":
            p.set_month(of, count)
        elif unit == "W":
            over = word in ("qua", "vừa qua", "vừa rồi") and of.isoweekday() > 5
            p.set_week(of, 0 if over and not self.context.asked else count)
        elif unit == "Q":
            p.set_quarter(of, count)
