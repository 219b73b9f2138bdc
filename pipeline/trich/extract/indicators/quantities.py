"""The quantities of a text: numbers with their unit, ranges, rates, fractions.

A quantity is what the words themselves tell; whether it is a figure worth a row, and what it
measures, is for `indicators`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from trich.article import Span
from trich.extract.indicators.counted import counted_noun
from trich.extract.indicators.numbers import numbers
from trich.extract.indicators.rates import (
    denominator,
    denominators,
    each,
    per_noun,
    rate_unit,
)
from trich.lexicon import table
from trich.numerals import Number, Numeral, digits, read_digits

UnitKind = Literal["percent", "money", "measure", "multiple", "count", "rate", "points", "none"]


@dataclass(slots=True)
class Quantity:
    """A number with its unit, as the words of the text give it.

    `unit` is a code (`%`, `VND`, `km²`), a composed rate (`VND/tháng`), or the Span of a
    counted noun; `low` is set for a range, `total` for "x/y chỉ tiêu".
    """

    start: int
    end: int
    value: Number
    kind: UnitKind
    unit: str | Span | None
    numeral: Numeral
    low: Number | None = None
    total: Number | None = None
    known: bool = True
    noun: Span | None = None
    """The counted noun, also where a rate has it as its numerator."""
    group: str = ""
    """The group of the counted noun in the lexicon: person, place, document …"""


@dataclass(frozen=True, slots=True)
class _Unit:
    end: int
    kind: UnitKind
    unit: str


@cache
def _unit_patterns() -> dict[str, re.Pattern[str]]:
    """The units of the table behind a number, by their first letter."""
    surfaces: dict[str, list[str]] = {}
    for row in sorted(table("units"), key=lambda r: -len(r["surface"])):
        surface = re.escape(row["surface"])
        if row["surface"][-1].isalnum() and row["surface"][-1] not in "²³":
            surface += r"(?!\w)"
        if row["not_before"]:
            surface += rf"(?! (?:{row['not_before']})(?!\w))"
        surfaces.setdefault(row["surface"][0], []).append(surface)
    return {first: re.compile("|".join(written)) for first, written in surfaces.items()}


@cache
def _units() -> dict[str, tuple[UnitKind, str]]:
    kinds: dict[str, UnitKind] = {
        "percent": "percent", "money": "money", "measure": "measure", "multiple": "multiple",
    }  # fmt: skip
    return {row["surface"]: (kinds[row["kind"]], row["unit"]) for row in table("units")}


def unit_of(surface: str) -> tuple[UnitKind, str] | None:
    """The kind and name of a unit of the table, by the whole of what is written.

    >>> unit_of("đồng"), unit_of("lượt")
    (('money', 'VND'), None)
    """
    return _units().get(surface.strip())


def _unit(text: str, lower: str, at: int, end: int) -> _Unit | None:
    """The unit of the table at `at`, a space before it or two, as in set text, or none."""
    if lower[at : at + 1] == " ":
        at += 2 if lower[at + 1 : at + 2] == " " else 1
    pattern = _unit_patterns().get(lower[at : at + 1])
    match = pattern.match(lower, at, end) if pattern else None
    if match is None:
        return None
    if match.end() - at == 1 and text[at].isupper() and text[at - 1 : at + 1] != " W":
        return None  # "5G" is no five grams, but "30 W" is power
    kind, unit = _units()[match.group()]
    return _Unit(match.end(), kind, unit)


_TO = re.compile(
    r" ?[-–] ?| ?÷ ?| ?~ ?| (?:đến|tới) (?:(?:hơn|gần|khoảng|xấp xỉ|trên|dưới) (?=\d))?"
)
# A noun that is said at both ends of a range: "từ 15 người đến 20 người".
_TWICE = re.compile(r" (?P<noun>[^\W\d]+(?: [^\W\d]+)?)(?= (?:đến|tới) \d[\d.,]* (?P=noun)(?!\w))")
_DIGITS_NEXT = re.compile(r"\d+(?:[.,]\d+)*(?![\d:]|[.,]\d)")
_OVER = re.compile(r" ?/ ?(?=\d)")


@cache
def _up_to() -> re.Pattern[str]:
    return re.compile(
        r" (?:lên|xuống|còn)(?: (?:còn|mức|tới|đến|dưới|trên|hơn|gần|khoảng))* (?=\d)"
    )


_PER_BARE = frozenset(["mm3", "mm³", "m3", "m³", "km2", "km²", "ml", "dl"])
# Halves and quarters of a mass are parts of it: "3/4 số ca", "1/3 diện tích".
_MASS = re.compile(
    r" (?:(?P<whole>số|tổng số) )?(?:diện tích|dân số|tài sản|số|tổng|thời gian|chiều dài|"
    r"quãng đường|giá trị|doanh thu|sản lượng|chi phí|kinh phí|lượng|ngân sách|thu nhập|thế giới|"
    r"cả nước|đất nước|trong số|công suất|khối lượng|vốn|thị phần|nhu cầu|lực lượng|"
    r"quân số|nhân lực|mẫu số)(?!\w)"
)
_SILVER = re.compile(r"\d (?:hcb|hc bạc|huy chương bạc|bạc)(?:,| và|, và) \Z")
# A force of wind: "gió giật cấp 9".
_GRADE = re.compile(r"(?<!\w)(?:gió|giật)(?: [^\W\d]+){0,3} (?P<unit>cấp) \Z")
# A height: "cao 1m94".
_METRES = re.compile(r"(?<=(?<!\w)[0-3])m(\d\d|[14-9])(?!\w)")
# What a mass or a volume is of, before what it is counted by: "120.000 tấn quả/năm".
_OF_WHAT = re.compile(r" [^\W\d_]+(?: [^\W\d_]+)?(?= ?/)")
# "13 triệu lượt khách mỗi năm"
_EACH = re.compile(r" mỗi (năm|quý|tháng|tuần|ngày|giờ|phút|chuyến|lượt|vụ)(?!\w)")
_CURRENCY_BEFORE = re.compile(r"(?:us\$|\$|usd|€|£) ?\Z")
_CURRENCY_ENDS = ("$", "d", "€", "£")
# Tenths behind a measure, as people say them: "1 tấn 2", "3 tạ 5".
_TENTHS = re.compile(r"(?<=tấn|.tạ) ([1-9])(?=[.,;:!?)\n](?!\d)|\Z)")
# Money as people write it for short: "150k", "1tr2"; but "vàng 18K" is its fineness.
_SHORT = re.compile(r"(?P<scale>k|tr)(?P<rest>[1-9]\d{0,2})?(?!\w)")
_COSTS = re.compile(
    r"(?<!\w)(?:giá|tiền|mua|bán|lãi|lời|lương|thu|chi|trả|vé|phí|hết|tặng|phạt|đồng)(?!\w)"
)
# "2 triệu tiền mặt", "500 tỷ trái phiếu": what is counted goes without saying.
_OF_MONEY = re.compile(
    r"(?<=tỷ|tỉ) (?:trái phiếu|vốn|nợ|tín dụng)(?!\w)|"
    r"(?<=u|ỷ|ỉ|n) tiền (?:mặt|thưởng|lương|công|phạt|vốn|nợ|thuế|thuê|bồi thường|ủng hộ|"
    r"hỗ trợ)(?!\w)"
)
_ROUND = (100, 1000, 10_000, 100_000, 1_000_000)


def _year(numeral: Numeral, text: str) -> bool:
    """Whether a number may be a year: four bare digits."""
    written = text[numeral.start : numeral.end]
    return written.isdigit() and len(written) == 4 and 1900 <= numeral.value <= 2100


class _Reader:
    """Reads the quantities of one text."""

    def __init__(self, text: str, lower: str) -> None:
        self.text = text
        self.lower = lower
        self.total: Number | None = None  # of the fraction read last, and of what it is
        self.total_of: Span | None = None

    def quantities(self, taken: Callable[[int], bool]) -> Iterator[Quantity]:
        """The quantities, in text order, none overlapping another or begun where it is taken."""
        done = 0
        line_end = -1
        for numeral in numbers(self.text, self.lower, taken):
            if numeral.start < done:
                continue
            if numeral.start > line_end:
                line_end = self.text.find("\n", numeral.start)
                line_end = len(self.text) if line_end < 0 else line_end
            for quantity in self.read(numeral, line_end):
                if quantity.start < done:
                    continue  # "12 US$ 12": the sign is the first one's
                done = quantity.end
                yield quantity

    def read(self, numeral: Numeral, end: int) -> list[Quantity]:
        """The quantity that begins with `numeral`; two for "từ 15 lên 20 triệu đồng"."""
        if numeral.end < end and self.lower[numeral.end].isalnum():
            metres = _METRES.match(self.lower, numeral.end, end)
            if metres:
                return [self.height(numeral, metres)]
            short = _SHORT.match(self.lower, numeral.end, end)
            if short:
                return self.short(numeral, short, end)
            unit = _unit(self.text, self.lower, numeral.end, end)  # glued: "30ha", "50kg"
            return [self.with_unit(numeral, unit, end)] if unit else []
        unit = _unit(self.text, self.lower, numeral.end, end)
        if numeral.in_digits:
            ranged = self.range(numeral, unit, end)
            if ranged:
                return [ranged]
            over = _OVER.match(self.lower, numeral.end, end)
            if over:
                fraction = self.fraction(numeral, over.end(), end)
                return [fraction] if fraction else []
        single = self.single(numeral, unit, end)
        if single.kind == "none" or not single.known:
            change = self.change(numeral, end)
            if change:
                return change
        return [single]

    def short(self, numeral: Numeral, short: re.Match[str], end: int) -> list[Quantity]:
        """Thousands or millions of money: "150k", "1tr2"; of anything else "4K" counts nothing."""
        if self.lower.endswith("vàng ", 0, numeral.start):
            return []
        stop = denominators(self.lower, short.end(), end)
        if stop == short.end() and not self.costs(numeral):
            return []
        value = Decimal(numeral.value)
        if short["rest"]:
            value += Decimal(f"0.{short['rest']}")
        value *= 1000 if short["scale"] == "k" else 1_000_000
        whole = numeral._replace(end=short.end(), value=int(value), scaled=True)
        name = rate_unit(self.text, "VND", short.end(), stop) if stop > short.end() else "VND"
        return [Quantity(numeral.start, stop, int(value), "money", name, whole)]

    def costs(self, numeral: Numeral) -> bool:
        """Whether what stands before a number tells of money."""
        return _COSTS.search(self.lower, max(0, numeral.start - 40), numeral.start) is not None

    def height(self, numeral: Numeral, metres: re.Match[str]) -> Quantity:
        """Metres with what is written behind them: "1m94"."""
        value = numeral.value + Decimal(int(metres[1])) / 10 ** len(metres[1])
        whole = numeral._replace(end=metres.end(), value=value)
        return Quantity(numeral.start, metres.end(), value, "measure", "m", whole)

    def single(self, numeral: Numeral, unit: _Unit | None, end: int) -> Quantity:
        """One number with its unit, its counted noun, or nothing."""
        if unit is not None and not self.medals(numeral, unit):
            return self.with_unit(numeral, unit, end)
        if self.lower[numeral.start - 2 : numeral.start].strip()[-1:] in _CURRENCY_ENDS:
            before = _CURRENCY_BEFORE.search(self.lower, max(0, numeral.start - 4), numeral.start)
            if before:
                code = {"$": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "£": "GBP"}
                sign = before.group().strip()
                return Quantity(
                    before.start(), numeral.end, numeral.value, "money", code[sign], numeral
                )
        quantity = (
            self.medal(numeral, unit)
            if unit
            else self.counted(numeral, end) or self.per(numeral, end)
        )
        if quantity is not None:
            return quantity
        grade = (
            _GRADE.search(self.lower, max(0, numeral.start - 32), numeral.start)
            if numeral.in_digits and self.lower.endswith("cấp ", 0, numeral.start)
            else None
        )
        if grade:
            return Quantity(
                grade.start("unit"), numeral.end, numeral.value, "measure", "cấp", numeral
            )
        return Quantity(numeral.start, numeral.end, numeral.value, "none", None, numeral)

    def medals(self, numeral: Numeral, unit: _Unit) -> bool:
        """Whether "đồng" behind a number is bronze: "12 vàng, 8 bạc và 9 đồng"."""
        written = self.lower[numeral.end : unit.end].strip()
        if written != "đồng" or numeral.scaled or numeral.value >= 1000:
            return False
        return _SILVER.search(self.lower, max(0, numeral.start - 24), numeral.start) is not None

    def medal(self, numeral: Numeral, unit: _Unit) -> Quantity:
        """A number of bronze medals."""
        span = Span(numeral.end + 1, unit.end)
        return Quantity(
            numeral.start, unit.end, numeral.value, "count", span, numeral, noun=span, group="thing"
        )

    def with_unit(self, numeral: Numeral, unit: _Unit, end: int) -> Quantity:
        """A number with a unit of the table, its denominators included."""
        stop = denominators(self.lower, unit.end, end)
        if stop == unit.end and unit.kind == "measure":
            what = _OF_WHAT.match(self.lower, unit.end, end)
            last = denominators(self.lower, what.end(), end) if what else 0
            if what and last > what.end():
                name = self.text[numeral.end : last].strip()
                return Quantity(numeral.start, last, numeral.value, "measure", name, numeral)
        if stop == unit.end and unit.kind in ("money", "measure"):
            stop = per_noun(self.text, self.lower, stop, end)
        for_each = each().match(self.lower, stop, end) if unit.kind == "money" else None
        if for_each and stop == unit.end:
            name = f"{unit.unit}/{for_each['word']}"
            return Quantity(numeral.start, for_each.end(), numeral.value, unit.kind, name, numeral)
        name = unit.unit if stop == unit.end else rate_unit(self.text, unit.unit, unit.end, stop)
        if tenths := unit.kind == "measure" and _TENTHS.match(self.lower, stop, end):
            value = numeral.value + Decimal(int(tenths[1])) / 10
            return Quantity(numeral.start, tenths.end(), value, "measure", name, numeral)
        start = numeral.start
        if unit.kind == "percent" and self.text[start - 1 : start] == "±":
            start -= 1
        return Quantity(start, stop, numeral.value, unit.kind, name, numeral)

    def per(self, numeral: Numeral, end: int) -> Quantity | None:
        """A number straight before its denominator: "210 ngàn/kg", "21.000/mm³"."""
        if not numeral.in_digits or self.lower[numeral.end : numeral.end + 1] != "/":
            return None
        match = denominator().match(self.lower, numeral.end, end)
        if match is None or not match["word"]:
            return None
        stop = denominators(self.lower, numeral.end, end)
        if numeral.scaled:  # money goes without saying
            unit = rate_unit(self.text, "VND", numeral.end, stop)
            return Quantity(numeral.start, stop, numeral.value, "money", unit, numeral)
        if match["word"] not in _PER_BARE:
            if numeral.value < 1000 or not self.costs(numeral):
                return None
            unit = rate_unit(self.text, "VND", numeral.end, stop)  # "bán với giá 31.500/kg"
            return Quantity(numeral.start, stop, numeral.value, "money", unit, numeral)
        unit = rate_unit(self.text, "", numeral.end, stop)
        return Quantity(numeral.start, stop, numeral.value, "rate", unit, numeral)

    def counted(self, numeral: Numeral, end: int) -> Quantity | None:
        """A number with a counted noun behind it, or the denominator of a rate."""
        at = numeral.end
        if self.lower.startswith("  ", at):
            at += 1
        if self.lower[at : at + 1] != " " or not self.lower[at + 1 : at + 2].isalpha():
            return None
        if numeral.scaled and _OF_MONEY.match(self.lower, at, end):
            return Quantity(numeral.start, at, numeral.value, "money", "VND", numeral)
        sold = each().match(self.lower, at, end) if numeral.scaled else None
        if sold and self.costs(numeral):  # "bán được 4 triệu rưỡi một tạ"
            unit = f"VND/{sold['word']}"
            return Quantity(numeral.start, sold.end(), numeral.value, "money", unit, numeral)
        noun = counted_noun(self.text, self.lower, at + 1, end)
        if noun is None:
            return None
        span = Span(at + 1, noun.end)
        stop = denominators(self.lower, noun.end, end)
        for_each = _EACH.match(self.lower, stop, end) if stop == noun.end else None
        if for_each:
            name = f"{self.text[span.start : span.end]}/{for_each[1]}"
            return Quantity(
                numeral.start, for_each.end(), numeral.value, "rate", name, numeral, noun=span
            )
        if stop == noun.end:
            return Quantity(
                numeral.start, stop, numeral.value, "count", span, numeral,
                known=noun.known, noun=span, group=noun.group,
            )  # fmt: skip
        name = rate_unit(self.text, self.text[span.start : span.end], noun.end, stop)
        return Quantity(numeral.start, stop, numeral.value, "rate", name, numeral, noun=span)

    def range(self, low: Numeral, unit: _Unit | None, end: int) -> Quantity | None:
        """A range that begins with `low`: "6-8 lần", "20% đến 50%", "2 - 3 triệu đồng"."""
        at = denominators(self.lower, unit.end, end) if unit else low.end
        twice = None if unit else _TWICE.match(self.lower, at, end)
        to = _TO.match(self.lower, twice.end() if twice else at, end)
        written = _DIGITS_NEXT.match(self.lower, to.end(), end) if to else None
        if to is None or written is None:
            return None
        high = read_digits(self.lower, *written.span())
        if high is None:
            return None
        both = self.read_high(high, end)
        if both is None:
            return None
        if unit and (unit.kind != both.kind or unit.unit != str(both.unit).split("/")[0]):
            return None
        if not unit and _year(low, self.text) and _year(high, self.text):
            return None
        value = low.value
        if high.scaled and not low.scaled and unit is None:
            value = _scaled_alike(value, high, self.lower)
        below_zero = both.kind in ("percent", "measure", "money") and self.lower.endswith(
            ("từ -", "từ −"), 0, low.start
        )
        if value >= high.value and not below_zero:
            return None  # but "từ -5 đến 3 độ C" rises
        both.start, both.low = low.start, value
        return both

    def read_high(self, high: Numeral, end: int) -> Quantity | None:
        """The upper end of a range, which carries the unit: also "44-45/100.000 trẻ"."""
        if self.lower[high.end : high.end + 1].isalnum():
            unit = _unit(self.text, self.lower, high.end, end)
            return self.with_unit(high, unit, end) if unit else None
        over = _OVER.match(self.lower, high.end, end)
        if over:
            rate = self.fraction(high, over.end(), end)
            return rate if rate and rate.kind == "rate" else None
        quantity = self.single(high, _unit(self.text, self.lower, high.end, end), end)
        return None if quantity.kind == "none" and not high.scaled else quantity

    def fraction(self, above: Numeral, at: int, end: int) -> Quantity | None:
        """ "03/03 chỉ tiêu", "173/100.000 dân"; `at` is where the lower number begins."""
        written = _DIGITS_NEXT.match(self.lower, at, end)
        below = read_digits(self.lower, *written.span()) if written else None
        if below is None:
            return None
        if below.scaled and not above.scaled:  # "giải ngân 3.852/7.984 tỷ đồng"
            money = _unit(self.text, self.lower, below.end, end)
            value = _scaled_alike(above.value, below, self.lower, ordered=False)
            if money is None or money.kind != "money" or value > below.value:
                return None
            return Quantity(
                above.start, money.end, value, "money", money.unit, above, total=below.value
            )
        stop = denominators(self.lower, above.end, end)
        if below.value in _ROUND and (stop > above.end or below.value >= 10_000):
            stop = max(stop, below.end)
            unit = rate_unit(self.text, "", above.end, stop)
            return Quantity(above.start, stop, above.value, "rate", unit, above)
        if above.value > below.value:
            return None
        if self.lower[below.end : below.end + 1] != " ":
            same = below.value == self.total and above.value <= below.value
            glued = None if same else _unit(self.text, self.lower, below.end, end)
            if glued and glued.kind == "measure" and above.value <= below.value:
                return Quantity(
                    above.start, glued.end, above.value, "measure", glued.unit, above,
                    total=below.value,
                )  # fmt: skip
            if not same or self.lower[above.start - 4 : above.start] != "đạt ":
                return self.share(above, below)
            return Quantity(
                above.start, below.end, above.value, "count", self.total_of, above,
                total=below.value,
            )  # fmt: skip
        if 1 < below.value <= 10 and (mass := _MASS.match(self.lower, below.end, end)):
            value = _share(above.value, below.value)
            return self.part(above, below, value, mass, end)
        noun = counted_noun(self.text, self.lower, below.end + 1, end)
        if noun is None or above.value != int(above.value):
            return self.share(above, below)
        span = Span(below.end + 1, noun.end)
        self.total, self.total_of = below.value, span
        return Quantity(
            above.start, noun.end, above.value, "count", span, above,
            total=below.value, known=noun.known, noun=span, group=noun.group,
        )  # fmt: skip

    def share(self, above: Numeral, below: Numeral) -> Quantity:
        """ "x/y" of what the words before it may tell."""
        return Quantity(above.start, below.end, above.value, "none", None, above, total=below.value)

    def part(
        self, above: Numeral, below: Numeral, value: Number, mass: re.Match[str], end: int
    ) -> Quantity:
        """ "3/4 số ca": a part of a whole, the whole's noun included where "số" counts it."""
        noun = None
        if self.lower.startswith(" số ", below.end):
            noun = counted_noun(self.text, self.lower, below.end + 4, end)
        if noun is None:
            return Quantity(above.start, below.end, value, "multiple", None, above)
        span = Span(below.end + 1, noun.end)
        return Quantity(above.start, noun.end, value, "count", span, above, known=True, noun=span)

    def change(self, low: Numeral, end: int) -> list[Quantity] | None:
        """ "từ 15 lên 20 triệu đồng": the first figure borrows scale and unit of the second."""
        if not self.lower.endswith("từ ", 0, low.start):
            return None
        to = _up_to().match(self.lower, low.end, end)
        written = _DIGITS_NEXT.match(self.lower, to.end(), end) if to else None
        high = read_digits(self.lower, *written.span()) if written else None
        if high is None:
            return None
        second = self.read_high(high, end)
        if second is None or second.kind == "none":
            return None
        value = low.value
        if high.scaled and not low.scaled:
            value = _scaled_alike(value, high, self.lower, ordered=False)
        first = Quantity(
            low.start, low.end, value, second.kind, second.unit, low,
            known=second.known, noun=second.noun,
        )  # fmt: skip
        return [first, second]


def _share(above: Number, below: Number) -> Number:
    share = Decimal(above) / Decimal(below)
    return int(share) if share == int(share) else share.normalize()


def _scaled_alike(value: Number, high: Numeral, lower: str, ordered: bool = True) -> Number:
    """`value` with the scale of `high`: the 2 of "2-3 triệu"."""
    mantissa_end = high.start
    while mantissa_end < high.end and not lower[mantissa_end].isspace():
        mantissa_end += 1
    mantissa = digits(lower[high.start : mantissa_end])
    if not mantissa or (ordered and value >= mantissa):
        return value
    scaled = Decimal(value) * (Decimal(high.value) / Decimal(mantissa))
    return int(scaled) if scaled == int(scaled) else scaled


def quantities(
    text: str, lower: str, taken: Callable[[int], bool] = lambda _: False
) -> Iterator[Quantity]:
    """The quantities of a text, in text order; `taken` tells where none begins.

    >>> text = "có 12,5 bác sĩ trên 10.000 dân, chi 2-3 tỷ đồng"
    >>> [(text[q.start:q.end], q.unit) for q in quantities(text, text)]
    [('12,5 bác sĩ trên 10.000 dân', 'bác sĩ/10.000 dân'), ('2-3 tỷ đồng', 'VND')]
    """
    return _Reader(text, lower).quantities(taken)
