"""When a figure holds: from its clause, its sentence, its paragraph, its heading, the title."""

from __future__ import annotations

import re
from bisect import bisect_left

from trich.article import Mention, Span
from trich.extract.indicators.context import REACH, Context
from trich.extract.indicators.quantities import Quantity
from trich.extract.indicators.status import Status

# "so với tháng 12/2021", "cao nhất kể từ năm 2011": what a figure is compared with.
_BASE_BEFORE = re.compile(
    r"(?<!\w)(?:(?:so(?: với)?|kể từ|nhất từ|nhất trong)(?: [^\W\d]+){0,4}"
    r"|(?:hơn|bằng|gấp \d[\d.,]* lần)(?: (?!trong|vào|từ|là)[^\W\d]+){0,2}"
    r"|hơn(?: hẳn| nhiều)? (?:so với |mức |tốc độ |tỷ lệ |con số )(?:(?!là )[^\W\d]+ ){1,8}) ?\Z"
)
_BASE_CHAIN = re.compile(r",? (?:và|hoặc|hay|cũng như|lẫn)(?: (?:với|so với|của))? ?")
_VERB_NEXT = re.compile(r" (?:ước )?(?:đạt|tăng|giảm|là|có|còn)(?!\w)")
_PLANNED_BEFORE = re.compile(
    r"(?<!\w)(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp|mục tiêu|chỉ tiêu|chương trình công tác)"
    r"(?: [^\W\d]+){0,4} \Z"
)
_TIMES = re.compile(r"(?<!\w)(?:bằng|gấp|tăng|giảm|hơn)(?: [^\W\d]+){0,2} \Z")
_EQUALS = re.compile(r"(?<!\w)(?:bằng|gấp)(?: (?:hơn|gần|khoảng|tới|trên))? \Z")
_SAME_PERIOD_IS = re.compile(r" ?(?::|là|đạt|tăng|giảm|có|ghi nhận|chỉ(?: là| đạt| tăng| có)?) ?")
_OTHER_END = re.compile(r"\)? (?:lên|xuống|còn|sang|thành)(?!\w)")
_BRACKET = re.compile(r" ?\((?:trong |của |vào |tính đến )?\Z")
_ALL_YEAR = re.compile(r"(?<!\w)cả năm(?: nay)?:?(?: [^\W\d]+){0,3} \Z")
# "nhập khẩu trong tháng đạt …": of the month that the page is of.
_IN_THIS = re.compile(
    r"trong (tháng|quý)(?: này)?"
    r"(?=,| (?:đạt|ước|là|có|tăng|giảm|ghi nhận|cả|toàn)(?!\w))[^.;\n]*\Z"
)
_PARTS = {"tháng": re.compile(r"\d{4}-\d\d"), "quý": re.compile(r"\d{4}-Q\d")}
_AS_OF = re.compile(r"(?:\A|[.!?…] ?| )(?:tính )?(?:đến|tới)(?: hết| ngày| cuối)* ?\Z")
# "Đóng cửa phiên 5/10": the day of what a market did.
_SESSION = re.compile(r"(?<!\w)phiên(?: giao dịch)?(?: ngày)? ?\Z")
# What parts a figure from a date behind it.
_APART = re.compile(r"[,;:()\d]|so với|(?<!\w)(?:và|rồi) (?:đến|tới|năm|tháng)(?!\w)")
# "498 USD/tấn, hồi cuối năm ngoái": a date told by the way, the figure's all the same.
_BY_THE_WAY = re.compile(r",? (?:\()?hồi \Z")
# Between a figure and a date behind it they show that another figure has the date.
_NOT_HIS = re.compile(
    r"[:;]|so với|(?<!\w)(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu|từ)(?!\w)|\d[^,;]*(?:,|(?<!\w)và)"
)
_HOLIDAYS = re.compile(r"(?<!\w)(?:lễ|nghỉ|dịp|tết)(?: (?:ngày|dịp))? \Z")
_AND_DAY = re.compile(r" ?(?:và|-|,) ?(?:ngày )?")
_SAID_DAY = re.compile(r"(?<!\w)(?:nay|qua|này) \Z")
_NOW = re.compile(r"(?<!\w)(?:giờ|hiện nay|bây giờ|hiện tại|lâu nay)(?!\w)")
# "cuối tháng 8/2025", "từ ngày 1/7/2025": when something begins or is due, no period of a result.
_ACT_BEFORE = re.compile(
    r"(?<!\w)(?:thành lập|ra đời|khởi công|hiệu lực|áp dụng|ban hành|ký|hiệu trưởng)"
    r"(?: (?:từ|ngày|vào|năm|cùng|trong|kể từ))* ?\Z"
)
# "cà phê giao tháng 11": when the goods are due, not when they cost so much.
_DELIVERED = re.compile(r"(?<!\w)(?:giao|kỳ hạn)(?: hàng)?(?: vào)? \Z")
_FROM = re.compile(r"(?<!\w)(?:từ|kể từ)(?: ngày)? \Z")
_LONG_TERM = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d(?=/))?|-Q\d|-H\d)?(?:/.*)?\Z")
_SETS = re.compile(r"\d{4}(?:-(?:Q\d|H\d)|-\d\d/\d{4}-\d\d)?\Z")
_SPAN_OF_YEARS = re.compile(r"\d{4}/\d{4}\Z")
# Heads of columns that no text would read as dates: "Thực hiện 2023", "Q1/2024", "03/2024".
_HEADS = (
    (re.compile(r"(?:[^\W\d]+ ){0,4}((?:19|20)\d\d)(?: \(.*\))?"), "{0}"),
    (re.compile(r"q(?:uý )?([1-4])[/-]((?:19|20)\d\d)"), "{1}-Q{0}"),
    (re.compile(r"(?:t|tháng )?(0[1-9]|1[0-2])[/-]((?:19|20)\d\d)"), "{1}-{0}"),
)
# What a change began with, and that another figure follows.
_FROM_THERE = re.compile(r"(?<!\w)từ(?: mức)?(?: (?:hơn|gần|khoảng|trên|dưới|chỉ))? ?\Z")
_TO_THERE = re.compile(r" (?:(?:giảm|tăng) )?(?:xuống|lên|còn|sang|nay)(?!\w)")
# "bằng 81% kế hoạch năm 2024": of the plan that the figure is a share of.
_OF_PLAN = re.compile(
    r"(?:%|lần) (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nhiệm vụ)(?: [^\W\d]+){0,3} \Z"
)
# "Chương trình giáo dục phổ thông 2018", "Hiến pháp 2013": the year is part of a name.
_NAMED = re.compile(
    r"(?<!\w)(?:chương trình|luật|bộ luật|hiến pháp|đề án|chiến lược|hội nghị|hội thảo|diễn đàn|"
    r"cuộc thi|giải|dự án)(?: (?!năm)[^\W\d]+){0,5} \Z"
)
_SO_FAR = re.compile(r"(\d{4})-01/\1-\d\d|\d{4}-(?:H1|Q\d)")
_TOLD = re.compile(r"(?<!\w)cho (?:biết|hay),? ")
_MONTH = re.compile(r"\d{4}-\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d(?!/)")
_CHAIN = 3  # how many paragraphs may go on from one another
_NEARBY = 40  # how many dates before or behind one may tell its year
_OPENS = 40  # how far into its sentence a date may stand that holds on
_FAR = 90  # the same, where a comma behind it shows that it opens the clause
_TOLD_AS_OF = re.compile(r"(?<!\w)(?:đến|tới|lúc|hết|hồi|vào)(?: [^\W\d]+)? ?\Z")
# A paragraph or a sentence that opens with these goes on from the one before it.
_GOES_ON = re.compile(
    r"(?:trong đó|cụ thể|theo đó|kết quả|trong số (?:đó|này)|qua đó|gồm|bao gồm|cũng trong)(?!\w)"
)
# A paragraph that opens with these adds to the one before it.
_ADDS = re.compile(
    r"(?:bên cạnh đó|ngoài ra|cùng với đó|song song(?: với)? đó|mặt khác|đồng thời|bên cạnh|"
    r"cũng theo|cũng trong|về (?:tài sản|người|nhà ở|nhà cửa|nông nghiệp|thủy lợi|"
    r"giao thông|cơ sở hạ tầng|thiệt hại|hoa màu|chăn nuôi|thủy sản|giáo dục|y tế|công trình)"
    r"(?=[ ,:]))(?!\w)"
)
# "trong khi ba năm trước mới 41%; …": a date that holds for its own clause alone.
_MEANWHILE = re.compile(r"(?<!\w)(?:trong khi|còn|chứ|khác với|cùng thời điểm)(?: (?:đó|vào))? \Z")


class Periods:
    """Reads the periods of the figures of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.lower = context.lower
        self._earlier: dict[tuple[int, Status], str | None] = {}
        self._bases: dict[int, bool] = {}
        self._years: dict[int, str | None] = {}
        self._known: dict[tuple[int, Status], str | None] = {}

    def own(self, q: Quantity) -> tuple[str | None, bool]:
        """The date value that a figure holds for, and whether its own sentence tells it."""
        context = self.context
        dates = context.dates
        start, end = context.sentence(q.start)
        first, last = bisect_left(context.starts, start), bisect_left(context.starts, end)
        at = bisect_left(context.starts, q.start)
        behind = next((i for i in range(at, last) if dates[i].start >= q.end), last)
        if behind < last and self._attached(q, behind):
            return self._value(dates[behind], q), True
        if self._first_end(q, end):
            return None, True
        for i in range(at - 1, max(first, at - 8) - 1, -1):
            if self._governs(i, start, q.start):
                return self._whole_year(q, self._value(dates[i], q)), True
        this = _IN_THIS.search(self.lower, max(start, q.start - REACH), q.start)
        if this and (value := self._this(this[1], at)):
            return value, True
        published = context.article.published_on
        if published and _ALL_YEAR.search(self.lower, max(start, q.start - 32), q.start):
            return str(published.year), True
        if (
            behind < last
            and dates[behind].start - q.end < REACH
            and not self._base(behind)
            and not self._relative(q)
            and not self._begins(behind)
            and not _NOT_HIS.search(self.lower, q.end, dates[behind].start)
        ):
            return self._value(dates[behind], q), True
        if _NOW.search(self.lower, max(start, q.start - REACH), q.start):
            return None, True
        return None, False

    def _this(self, part: str, at: int) -> str | None:
        """The month, quarter or year that the text is of: "nhập khẩu trong tháng đạt"."""
        form = _PARTS[part]
        for i in range(at - 1, max(-1, at - 13), -1):
            value = self._value(self.context.dates[i])
            if value and form.fullmatch(value) and not self._base(i):
                return value
        return None

    def _first_end(self, q: Quantity, end: int) -> bool:
        """Whether a figure is what a change began with: "giảm từ 5,2% xuống 3,1%"."""
        return (
            _FROM_THERE.search(self.lower, max(0, q.start - 24), q.start) is not None
            and _TO_THERE.match(self.lower, q.end, min(end, q.end + 24)) is not None
        )

    def _base(self, i: int) -> bool:
        """Whether a date is only what a figure is compared with."""
        known = self._bases.get(i)
        if known is None:
            m = self.context.dates[i]
            floor = max(0, m.start - 48)
            end = self.context.dates[i - 1].end if i else 0
            known = (
                self.lower.startswith("cùng kỳ", m.start)
                or _OF_PLAN.search(self.lower, floor, m.start) is not None
                or (m.end - m.start == 4 and _NAMED.search(self.lower, floor, m.start) is not None)
                or _BASE_BEFORE.search(self.lower, max(floor, end), m.start) is not None
            )
            if not known and i:
                chained = (
                    end > floor
                    and _BASE_CHAIN.fullmatch(self.lower, end, m.start)
                    and not _VERB_NEXT.match(self.lower, m.end)  # it opens a clause
                )
                known = bool(chained) and self._bases.get(i - 1, False)
            self._bases[i] = known
        return known

    def _attached(self, q: Quantity, i: int) -> bool:
        """Whether a date stands right behind a figure as its own: "31% năm 2022"."""
        date = self.context.dates[i]
        joined = _BRACKET.fullmatch(self.lower, q.end, date.start) or (
            _BY_THE_WAY.fullmatch(self.lower, q.end, date.start)
        )
        if not joined and _APART.search(self.lower, q.end, date.start):
            return False
        floor = max(0, q.start - 32)
        if not self.lower.startswith("cùng kỳ", date.start):
            return not self._base(i) and not self._relative(q) and not self._begins(i)
        # "mức 1,57% của cùng kỳ" is the figure of then, "tăng 5% cùng kỳ" a change since.
        linked = self.lower[q.end : date.start].strip() in ("của", "trong", "ở", "vào")
        level = self.lower.endswith("mức ", floor, q.start)
        return linked and (level or not _TIMES.search(self.lower, floor, q.start))

    def _begins(self, i: int) -> bool:
        """Whether a date only says since when: "được nhận 500.000 đồng từ 1/7/2025"."""
        date = self.context.dates[i]
        since = _FROM.search(self.lower, max(0, date.start - 16), date.start)
        value = str(date.fields.get("value"))
        published = self.context.article.published_on
        if len(value) == 4 and published and value > str(published.year):
            return False  # "nâng lên 700.000 đồng từ năm 2027"
        return since is not None and "/" not in value

    def _relative(self, q: Quantity) -> bool:
        """Whether a figure is a part of another: what stands behind "bằng 85%" is its base."""
        return q.kind in ("percent", "multiple") and bool(
            _EQUALS.search(self.lower, max(0, q.start - 32), q.start)
        )

    def _governs(self, i: int, start: int, at: int) -> bool:
        """Whether a date before a figure of its sentence tells when the figure holds."""
        date = self.context.dates[i]
        between = self.lower[date.end : min(at, date.end + REACH)]
        if self._base(i):
            same = self.lower.startswith("cùng kỳ", date.start)
            apart = _BASE_BEFORE.search(self.lower, max(start, date.start - 48), date.start)
            return same and not apart and _SAME_PERIOD_IS.fullmatch(between) is not None
        if _ACT_BEFORE.search(self.lower, max(start, date.start - 32), date.start):
            return False
        if self.lower.startswith("tháng", date.start) and _DELIVERED.search(
            self.lower, max(start, date.start - 16), date.start
        ):
            return False
        if ")" in between and "(" not in between.split(")")[0]:
            # said in brackets, of what stands before them: "trong đợt một (từ 15/8), sẽ cử"
            opened = self.lower.rfind("(", max(start, date.start - 48), date.start)
            if opened >= 0 and any(c.isdigit() for c in self.lower[opened : date.start]):
                return False  # of another figure: "(mục tiêu 2,5% vào tháng 12), trong đó"
            if _SAID_DAY.search(self.lower, max(0, opened - 8), opened):
                return True  # "giá lúa hôm nay (18/8) giảm"
            return between.startswith(("),", "):", ") đã", ")."))
        if _NOW.search(between):
            return False
        floor = max(start, date.start - 16)
        if ";" in between and _MEANWHILE.search(self.lower, floor, date.start):
            return False
        # "từ 31% năm 2022 lên 46,5%": the year belongs to the first end.
        if not _OTHER_END.match(between):
            return True
        since = self.lower.rfind("từ ", max(start, date.start - 48), date.start)
        return since < 0 or not any(c.isdigit() for c in self.lower[since : date.start])

    def _whole_year(self, q: Quantity, value: str | None) -> str | None:
        """The year where "cả năm" widens a date: "9 tháng … mục tiêu cả năm 43 tỷ USD"."""
        if value and _ALL_YEAR.search(self.lower, max(0, q.start - 32), q.start):
            return value[:4]
        return value

    def of_cell(self, column: Span | None, caption: int | None) -> str | None:
        """The period that the head of a column, or the line above a table, tells."""
        spans = [(column.start, column.end)] if column else []
        if caption is not None:
            spans.append(self.context.line(caption))
        for start, end in spans:
            for i in self.context.dates_in(start, end):
                if value := self._value(self.context.dates[i]):
                    return value
            for pattern, form in _HEADS:
                if head := pattern.fullmatch(self.lower, start, end):
                    return form.format(*head.groups())
        return None

    def earlier(self, q: Quantity, status: Status) -> str | None:
        """The period that holds from earlier sentences, the heading above, or the title."""
        start = self.context.sentence(q.start)[0]
        known = (start, status)
        if known not in self._earlier:
            self._earlier[known] = self._before(start, status)
        period = self._earlier[known]
        if period is None and status == "actual" and q.kind in ("percent", "rate"):
            return self._section(bisect_left(self.context.starts, self.context.line(start)[0]))
        return period

    def _before(self, start: int, status: Status) -> str | None:
        context = self.context
        line = context.line(start)[0]
        opens = start == line
        for _ in range(_CHAIN):
            goes_on = _GOES_ON.match(self.lower, line) or _ADDS.match(self.lower, line)
            if not goes_on or (above := context.before(line)) is None:
                break
            line = above
        first, paragraph = bisect_left(context.starts, start), bisect_left(context.starts, line)
        # What a sentence opens with holds on, a date in its midst for a detail.
        carried: tuple[int, str] | None = None
        for i in range(first - 1, max(paragraph, first - 12) - 1, -1):
            at = context.sentence(context.dates[i].start)[0]
            if not self._opens(context.dates[i], at):
                continue
            value = self._carried(i, status)
            if value is None:
                continue
            if carried and (status == "target" or carried[0] != at):
                break
            carried = (at, value)
        if carried:
            return carried[1]
        if _GOES_ON.match(self.lower, start):
            value = self._just_before(start, status, day=opens)
            if value is not None:
                return value
        above = context.above(line)
        if above is not None:
            begin, end = context.line(above)
            values = [
                v
                for i in context.dates_in(begin, end)
                if (v := self._carried(i, status) or self._day(i))  # "Giá vàng (ngày 5/2)"
            ]
            if values:
                return values[-1]
        block = context.title
        if block is not None:
            for i in context.dates_in(block.start, block.end):
                value = self._carried(i, status)
                if value and not _SPAN_OF_YEARS.match(value):
                    return value
        return None

    def _just_before(self, start: int, status: Status, day: bool) -> str | None:
        """The period of the last date before a sentence that goes on: "Kết quả, đoàn đã …".

        `day`: whether a single day will do, as it does where a paragraph goes on from another.
        """
        last = bisect_left(self.context.starts, start) - 1
        for i in range(last, max(-1, last - 4), -1):
            value = self._carried(i, status) or (self._day(i) if day else None)
            if value is not None:
                return value
        return None

    def _day(self, i: int) -> str | None:
        """The day of a date that is nothing to compare with."""
        return None if self._base(i) else self._value(self.context.dates[i])

    def _opens(self, date: Mention, start: int) -> bool:
        """Whether a date is among what a sentence opens with."""
        if date.start - start <= _OPENS:
            return True
        if self.lower.startswith(("theo ", "báo cáo ", "số liệu "), start):
            start = self.lower.find(",", start, date.start) + 1 or start  # who tells it
        told = _TOLD.search(self.lower, start, date.start)
        start = told.end() if told else start
        value = str(date.fields.get("value"))
        if date.start - start <= _FAR and (
            _SO_FAR.fullmatch(value)
            or (_MONTH.fullmatch(value) and _VERB_NEXT.match(self.lower, date.end))
        ):
            return True  # "chỉ số giá tiêu dùng bình quân 7 tháng": the time a report is of
        return date.start - start <= _FAR and self.lower[date.end : date.end + 1] in (",", ")")

    def _section(self, paragraph: int) -> str | None:
        """The period that the head of an earlier paragraph sets: "Năm 2023, …"."""
        context = self.context
        published = context.article.published_on
        for i in range(paragraph - 1, max(0, paragraph - 12) - 1, -1):
            date = context.dates[i]
            if self.lower[date.end : date.end + 1] != ",":
                continue
            if date.start - context.line(date.start)[0] >= 16:
                continue
            value = self._carried(i, "actual")
            if value is None or not _SETS.match(value):
                continue
            if published is None or published.year - int(value[:4]) <= 2:
                return value
        return None

    def _carried(self, i: int, status: Status) -> str | None:
        """The value of a date that may hold beyond its sentence."""
        if (i, status) not in self._known:
            self._known[i, status] = self._carry(i, status)
        return self._known[i, status]

    def _carry(self, i: int, status: Status) -> str | None:
        date, value = self.context.dates[i], self._value(self.context.dates[i])
        if value is None or self._base(i):
            return None
        floor = max(0, date.start - 48)
        if not _LONG_TERM.match(value):
            opened = self.lower[self.context.sentence(date.start)[0] : date.start]
            told = opened.rpartition(",")[2] if opened.startswith("theo ") else opened
            near = len(told) < (40 if told.startswith("từ ") else 24)
            holds = near and (_AS_OF.search(told) or _SESSION.search(told))
            return value if holds else None
        if status == "actual":
            published = self.context.article.published_on
            # No result holds for a time to come, or for a year that has just begun.
            begun = published and (published.month > 3 or len(value) > 4)
            if published and value[:4] > str(published.year - (not begun)):
                return None
            if _PLANNED_BEFORE.search(self.lower, floor, date.start):
                return None
        return value

    def _value(self, date: Mention, q: Quantity | None = None) -> str | None:
        """The value of a date as a period: a day, not a minute or a morning of it."""
        value = self._holidays(date) or date.fields.get("value")
        if not isinstance(value, str):
            return None
        if "X" in value:
            if "X" in value.replace("XXXX-", "").replace("XXXX", ""):
                return None  # "hôm nay" on a page that has no date
            value = self._of_year(date, value)
            if value is None:
                return None
        if "/" in value:
            return value
        day, _, clock = value.partition("T")
        if q is not None and len(day) == 10:
            block = self.context.article.block_at(q.start)
            if (
                block
                and block.kind in ("sidebar", "dateline", "boilerplate")
                and not _TOLD_AS_OF.search(self.lower, max(0, date.start - 24), date.start)
            ):
                return None  # the stamp of a headline
        if ":" in clock:
            told = (q is not None and q.kind == "measure") or _TOLD_AS_OF.search(
                self.lower, max(0, date.start - 24), date.start
            )
            return value if told else None
        return day

    def _holidays(self, date: Mention) -> str | None:
        """Days that are one holiday: "kỳ nghỉ lễ 30-4 và 1-5"."""
        if _HOLIDAYS.search(self.lower, max(0, date.start - 24), date.start) is None:
            return None
        i = bisect_left(self.context.starts, date.end)
        behind = self.context.dates[i] if i < len(self.context.dates) else None
        if behind is None or _AND_DAY.fullmatch(self.lower, date.end, behind.start) is None:
            return None
        first, last = date.fields.get("value"), behind.fields.get("value")
        days = isinstance(first, str) and isinstance(last, str) and len(first) == len(last) == 10
        return f"{first}/{last}" if days and str(first) < str(last) else None

    def _of_year(self, date: Mention, value: str) -> str | None:
        """A value whose year the page does not date: the year that it is in by the nearest date.

        "6 tháng đầu năm" is of 2023 where another date says "6 tháng đầu năm 2023"; a day of no
        year stays one.
        """
        at = bisect_left(self.context.starts, date.start)
        if at not in self._years:
            dates = self.context.dates
            near = [
                (len(said) == 4, abs(dates[i].start - date.start), said[:4])
                for i in range(max(0, at - _NEARBY), min(len(dates), at + _NEARBY))
                if _YEAR.match(said := str(dates[i].fields.get("value"))) and not self._base(i)
            ]
            self._years[at] = min(near)[2] if near else self._since(at)
        year = self._years[at]
        if year is None:
            return None if value == "XXXX" else value
        return value.replace("XXXX", year)

    def _since(self, at: int) -> str | None:
        """The year after the one that is compared with: "so với cùng kỳ năm 2023"."""
        dates = self.context.dates
        near = [
            (abs(i - at), -i, said[:4])
            for i in range(max(0, at - _NEARBY), min(len(dates), at + _NEARBY))
            if _YEAR.match(said := str(dates[i].fields.get("value"))) and self._last_year(i)
        ]
        return str(int(min(near)[2]) + 1) if near else None

    def _last_year(self, i: int) -> bool:
        """Whether a date is the same time of the year before: "cùng kỳ năm 2023"."""
        date = self.context.dates[i]
        floor = max(0, date.start - 16)
        return self.lower.startswith("cùng kỳ", date.start) or self.lower.endswith(
            ("cùng kỳ ", "cùng kỳ của "), floor, date.start
        )
