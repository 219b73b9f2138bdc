"""The figures of a text: what a reader could chart.

How far a quantity reaches is for `quantities`, whether it is a figure for `figures`; each field
that tells its circumstances has a module of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from trich.article import Article, Mention, Span
from trich.extract.indicators.bare import is_bare_figure
from trich.extract.indicators.comparison import Comparisons
from trich.extract.indicators.context import Context
from trich.extract.indicators.figures import is_figure
from trich.extract.indicators.identity import key, said_of, unit_code
from trich.extract.indicators.left import Left
from trich.extract.indicators.period import Periods
from trich.extract.indicators.place import Place, Places
from trich.extract.indicators.property import Properties
from trich.extract.indicators.quantities import Quantity, quantities
from trich.extract.indicators.status import Status, Statuses
from trich.extract.indicators.tables import Tables
from trich.extract.indicators.timespan import bounds
from trich.numerals import Number

_FROM_UP = re.compile(r"(?: đồng)? trở (?P<way>lên|xuống)(?!\w)")


def _spans(mentions: list[Mention]) -> tuple[list[int], list[int]]:
    """Starts of spans and the furthest end up to each, for a look-up by position."""
    starts, ends, furthest = [], [], 0
    for m in mentions:
        furthest = max(furthest, m.end)
        starts.append(m.start)
        ends.append(furthest)
    return starts, ends


def _inside(spans: tuple[list[int], list[int]], position: int) -> bool:
    """Whether a position lies in one of the spans."""
    i = bisect_right(spans[0], position) - 1
    return i >= 0 and position < spans[1][i]


def _number(value: Number) -> int | float:
    return value if isinstance(value, int) else float(value)


def indicators(article: Article) -> None:
    """Append the figures of an article, each with value, unit, property, period and status.

    Reads the dates, decrees, organizations and persons that earlier stages found: a number
    inside one of them is no figure.

    >>> article = Article("Năm 2023, tỷ lệ bao phủ đạt hơn 93% dân số")
    >>> indicators(article)
    >>> article.mentions[0].fields["value"], article.mentions[0].fields["modifier"]
    (93, 'more_than')
    """
    text, lower = article.text, article.lower
    taken = _spans(article.of("date", "decree", "organization", "person"))
    fields = _Fields(article)
    found: list[Mention] = []
    for q in quantities(text, lower, lambda at: _inside(taken, at)):
        left = Left(text, lower, q)
        listed = bool(found) and q.start - found[-1].end < 48
        cell = fields.tables.cell(q.start)
        if cell and cell.row is None:
            continue  # "1000 ha" in a column of units
        if cell and q.kind == "none" and fields.tables.is_figure(q, cell):
            found.append(fields.mention(fields.tables.with_unit(q, cell), left))
        elif (
            is_bare_figure(q, left, text, lower, _before(found, lower))
            if q.kind == "none"
            else is_figure(q, left, text, lower, listed)
        ):
            found.append(fields.mention(q, left))
    article.mentions.extend(found)


def _before(found: list[Mention], lower: str) -> Mention | None:
    """The figure that a bare number may go on from: no change of it told in brackets."""
    if len(found) > 1 and found[-1].fields["unit"] == "%" and found[-1].fields["direction"]:
        opened = lower.rfind("(", found[-2].end, found[-1].start)
        if opened >= 0 and ")" not in lower[opened : found[-1].start]:
            return found[-2]
    return found[-1] if found else None


class _Shared(NamedTuple):
    period: str | None
    status: Status
    entity: Span | None
    place: Place | None


_LIST = re.compile(r"(?:, | và | cùng )?")


_NO_BASELINE = {"baseline": None, "baseline_period": None, "baseline_start": None}


class _Fields:
    """Reads the fields of the figures of one article."""

    def __init__(self, article: Article) -> None:
        self.context = Context(article)
        self.periods = Periods(self.context)
        self.statuses = Statuses(self.context)
        self.properties = Properties(self.context)
        self.tables = Tables(self.context)
        self.comparisons = Comparisons(self.context)
        self.places = Places(self.context)

        self.before = -1  # where the figure before ends, when the next is read
        self._end = -1  # where the figure before ends
        self._last: _Shared | None = None

    def _shared(self, q: Quantity, before: int) -> _Shared:
        """What a figure shares with those it is listed with: "12 xã, 3 phường và 2 đặc khu"."""
        lower = self.context.lower
        self.before = self._end
        listed = self._last is not None and _LIST.fullmatch(lower, self._end, before)
        dated = self.context.first_date(q.end, q.end + 48) < q.end + 48
        self._end = q.end
        if self._last is None or not listed or dated:
            period, own = self.periods.own(q)
            status = self.statuses.of(q, before, period if own else None)
            if not own:
                period = self.periods.earlier(q, status)
            entity, place = self.places.entity(q.start), self.places.of(q.start)
            self._last = _Shared(period, status, entity, place)
        return self._last

    def mention(self, q: Quantity, left: Left) -> Mention:
        """The record of one figure."""
        modifier = left.modifier
        if q.total is not None:
            modifier = None  # "vượt 3/3 chỉ tiêu": the verb, no bound
        if modifier == "more_than" and self._exceeds(q, left):
            modifier = None
        if (
            modifier is None
            and left.last in _REACHED
            and _ESTIMATED.search(self.context.lower, max(0, left.start - 64), left.start)
        ):
            modifier = "approx"
        behind = _FROM_UP.match(self.context.lower, q.end)
        if behind:
            modifier = "at_least" if behind["way"] == "lên" else "at_most"
        shared = self._shared(q, left.start)
        low, high, start = self._signed(q, left)
        value: int | float | list[int | float] = _number(high)
        if low is not None:
            value = [_number(low), _number(high)]
        measured = self.properties.of(q, left.start)
        cell = self.tables.cell(q.start)
        if cell and cell.row:
            measured = cell.row
            period = self.periods.of_cell(cell.column, cell.caption) or shared.period
            status: Status = "target" if cell.aimed else shared.status
            shared = shared._replace(period=period, status=status)
        if modifier is None and measured:
            modifier = _bound(self.context.lower[slice(*measured)])
        direction = self.comparisons.direction(q.start)
        baseline = self.comparisons.baseline(q, left.start)
        begin, end = bounds(shared.period)
        code = unit_code(q.unit if isinstance(q.unit, str) else None, q.kind)
        identity = key(
            said_of(q, measured, self.context.lower),
            q.kind,
            direction is not None,
            self.context.lower[slice(*q.noun)] if q.noun else "",
            q.group == "person",
            left.last in _CHANGING
            and _AMOUNT.search(self.context.lower, max(0, left.start - 32), left.start) is not None,
        )
        if q.kind == "percent" and _of_a_plan(self.context.lower, q, left, direction is not None):
            identity = None
        if identity and q.unit == "điểm phần trăm" and not identity.endswith(".change"):
            identity += ".change"  # a difference of percentages is none of them
        fields = {
            "value": value,
            "unit": q.unit,
            "modifier": modifier,
            "property": measured,
            "period": shared.period,
            "status": shared.status,
            "total": None if q.total is None else _number(q.total),
            "surface": _surface(q, start),
            "low": None if low is None else _number(low),
            "high": None if low is None else _number(high),
            "unit_code": code,
            "entity": shared.entity,
            "place": shared.place.text if shared.place else None,
            "place_code": shared.place.code if shared.place else None,
            "direction": direction,
            **(baseline.fields if baseline else _NO_BASELINE),
            "period_begin": begin,
            "period_end": end,
        }
        understood = q.kind == "none" or (q.kind == "count" and q.noun is None)
        rule = "fraction" if q.total is not None else "bare" if understood else q.kind
        mention = Mention("indicator", start, q.end, rule, identity, fields)
        self.comparisons.remember(mention, left.start)
        return mention

    def _signed(self, q: Quantity, left: Left) -> tuple[Number | None, Number, int]:
        """Both ends of a range, or None and the number, below zero where the text says so.

        With them where the figure begins: at the sign of a figure in running text.
        """
        lower = self.context.lower
        if q.total is not None or q.kind == "multiple":
            return q.low, q.value, q.start
        if left.last == "âm" and _BELOW_ZERO.search(lower, max(0, left.start - 12), left.start):
            if q.low is None:
                return None, -q.value, q.start
            return -q.value, -q.low, q.start
        minus = q.start - 1
        if minus < 0 or lower[minus] not in "-−–":
            return q.low, q.value, q.start
        cell = self.tables.cell(minus)
        if cell and cell.start == minus:
            if cell.column is None:
                return q.low, q.value, q.start  # a change: `direction` tells it
        elif (
            q.kind == "count"
            or self.before >= minus - 1
            or not _SIGN.search(lower, max(0, q.start - 4), q.start)
        ):
            return q.low, q.value, q.start
        start = q.start if cell else minus
        return (None, -q.value, start) if q.low is None else (-q.low, q.value, start)

    def _exceeds(self, q: Quantity, left: Left) -> bool:
        """Whether a figure tells by how much a plan is passed: "vượt 4,2% kế hoạch"."""
        lower = self.context.lower
        if not lower.startswith("vượt", left.start):
            return False
        return lower.endswith((", ", ": "), 0, left.start) or _PLAN.match(lower, q.end) is not None


_WHOLE = re.compile(
    r" (?:so(?: với)? )?(?:tổng )?(?:(?:mức|số) )?(?:(?P<plan>kế hoạch|kh|dự toán|"
    r"chỉ tiêu|mục tiêu|nghị quyết)|(?P<before>cùng kỳ|(?:năm|tháng|quý) (?:trước|ngoái)))(?!\w)"
)
_PLANNED = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)(?: [^\W\d]+){0,2} "
    r"(?:đạt|bằng|hoàn thành|vượt) \Z"
)


def _of_a_plan(lower: str, q: Quantity, left: Left, changes: bool) -> bool:
    """Whether a percentage is of a plan or of the year before: no level of what is measured."""
    whole = _WHOLE.match(lower, q.end, q.end + 48)
    if whole is not None:
        return whole["plan"] is not None or not changes
    reached = left.last in ("đạt", "bằng", "thành", "vượt")
    return reached and _PLANNED.search(lower, max(0, left.start - 48), left.start) is not None


# "tăng 1,2%", "giảm được 300 ca": by how much, not to what level.
_AMOUNT = re.compile(
    r"(?<!\w)(?:tăng|giảm)(?: (?:thêm|được|bớt|đi|bình quân|trung bình|mạnh|nhẹ|tới|tiếp))* \Z"
)
_CHANGING = frozenset(
    ["tăng", "giảm", "thêm", "được", "bớt", "đi", "quân", "bình", "mạnh", "nhẹ", "tới", "tiếp"]
)
# "tăng trưởng âm 2,1%"; a "siêu âm" is no sign.
_BELOW_ZERO = re.compile(
    r"(?<!\w)(?<!siêu )(?<!ghi )(?<!thu )(?<!phát )(?<!nguyên )(?<!phụ )(?<!lồng )(?<!đa )"
    r"(?<!cách )(?<!bát )(?<!truyền )(?<!tiêu )(?<!giảm )âm \Z"
)
# A sign is glued to its number behind a word or a bracket; a list's dash opens its line, and one
# behind a number is a range's.
_SIGN = re.compile(r"(?:[^\W\d][:,]? |[(] ?)[-−–]\Z")
# "GRDP ước tính tăng 3%", "giá trị sản xuất ước 9 tháng đạt 200 tỷ đồng"
_REACHED = frozenset(["đạt", "tăng", "giảm", "là", "được", "tính", "hiện", "tháng", "năm", "thu"])
_ESTIMATED = re.compile(
    r"(?<!\w)(?<!mơ )(?<!công )(?<!điều )(?:dự )?ước(?: tính)?(?! mơ| tính khoảng)"
    r"(?: (?!đã )[^\W_]+(?:/\d+)?){0,9} \Z"
)
_PLAN = re.compile(r" (?:so với|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|cùng kỳ)(?!\w)")


def _bound(measured: str) -> str | None:
    """The bound that a measure says of itself: "mức phạt tối đa là 30 triệu đồng"."""
    said = f" {measured} "
    if " tối đa " in said:
        return "at_most"
    return "at_least" if " tối thiểu " in said else None


def _surface(q: Quantity, begins: int) -> Span:
    """The number as it is written, with its sign, its scale and both ends of a range."""
    ranged = q.low is not None or (q.total is not None and q.noun is not None)
    start = begins if ranged or begins < q.start else q.numeral.start
    end = q.noun.start - 1 if q.total is not None and q.noun is not None else q.numeral.end
    return Span(start, max(end, q.numeral.end))
