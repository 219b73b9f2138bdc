"""How a figure compares: whether it rises or falls, and with what it is compared."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal, NamedTuple

from trich.article import Mention, Place, Span
from trich.extract.indicators.context import Context
from trich.extract.indicators.counted import words
from trich.extract.indicators.quantities import Quantity

Direction = Literal["increase", "decrease"]
_DIRECTIONS: tuple[Direction, ...] = ("increase", "decrease")
_NEAR = 48  # how far left of a figure its verb may stand


class Comparison(NamedTuple):
    """With what a figure is compared: the words of that record, and its date."""

    text: Span
    period: str | None

    @property
    def fields(self) -> dict[str, Any]:
        """As fields of the figure that is compared."""
        return {
            "baseline": self.text,
            "baseline_period": self.period,
            "baseline_start": Place(self.text.start),
        }


@cache
def _verb() -> re.Pattern[str]:
    """A verb of change before a number, up to a few words between them."""
    sides = "|".join(
        f"(?P<{side}>{'|'.join(sorted(map(re.escape, words(side)), key=len, reverse=True))})"
        for side in _DIRECTIONS
    )
    return re.compile(rf"(?<!\w)(?:{sides})(?!\w)(?! trưởng| cường| nghèo| phát| sinh)")


_SIGN = re.compile(r"(?:[(|\t ]|\A)([-+])\Z")
_AIM = re.compile(r"(?<!\w)(?:mục tiêu|chỉ tiêu|kế hoạch|dự toán|mức|quy định)(?!\w)")
_BETWEEN = re.compile(r"(?: [^\W\d]+){0,4} ?")
_THAN = re.compile(r"[^.;:\n()\d]{0,60}?(?<!\w)(?:so(?: với)?|hơn|bằng)(?: (?:mức|của))? ")


class Comparisons:
    """Reads how the figures of one article compare, in text order."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.lower = context.lower
        self._before: Mention | None = None

    def direction(self, before: int) -> Direction | None:
        """Whether a figure rises or falls; `before` is where its modifier begins."""
        sign = _SIGN.search(self.lower, max(0, before - 2), before)
        if sign:  # "giảm 1,6% (-673 ha)"
            return "decrease" if sign[1] == "-" else "increase"
        floor = max(self.context.sentence(max(0, before - 1))[0], before - _NEAR)
        last = None
        for match in _verb().finditer(self.lower, floor, before):
            last = match
        if last is None or not _BETWEEN.fullmatch(self.lower, last.end(), before):
            return None
        if _AIM.search(self.lower, last.end(), before):
            return None  # "cao hơn mục tiêu 3%": no change, a distance from a goal
        return "increase" if last["increase"] else "decrease"

    def baseline(self, q: Quantity, start: int) -> Comparison | None:
        """With what a figure is compared; `start` is where its modifier begins.

        The other end of a change ("từ 5,2% xuống 1,5%"), else the date behind "so với".
        """
        other = self._other_end(start)
        if other is not None:
            return Comparison(Span(other.start, other.end), other.fields["period"])
        end = self.context.sentence(q.start)[1]
        than = _THAN.match(self.lower, q.end, min(end, q.end + 90))
        if than is None:
            return None
        for i in self.context.dates_in(than.end(), min(end, than.end() + 12)):
            date = self.context.dates[i]
            if self.lower[than.end() : date.start].strip() in ("", "cùng kỳ", "với", "năm"):
                return Comparison(Span(date.start, date.end), date.fields.get("value"))
        return None

    def _other_end(self, start: int) -> Mention | None:
        """The figure of "từ 5,2% …" where this one is what it changed to."""
        before = self._before
        if before is None or start - before.end > 48:
            return None
        if not self.lower[max(0, before.start - 24) : before.start].rstrip().endswith(_FROM):
            return None
        between = self.lower[before.end : start]
        if between.startswith((" trở lên", " trở xuống")):
            return None  # a threshold
        return before if _TURNED.search(between) and ";" not in between else None

    def remember(self, mention: Mention, start: int) -> None:
        """Take note of a figure that the next one may be compared with, or the last one is.

        `start` is where its modifier begins: "đạt 36,9%, thấp hơn mục tiêu | 60%".
        """
        before = self._before
        if (
            before is not None
            and before.fields["baseline"] is None
            and 0 < start - before.end < 60
            and _THAN_THIS.fullmatch(self.lower, before.end, start)
        ):
            this = Span(mention.start, mention.end)
            before.fields.update(Comparison(this, mention.fields["period"]).fields)
        self._before = mention


# Between a figure and one that it is compared with.
_THAN_THIS = re.compile(
    r"(?: [^\W\d]+){0,4}[,)]?(?: (?:tăng|giảm|vẫn|còn|nhưng|song))?"
    r" (?:so với|thấp hơn|cao hơn|vượt|chưa đạt|tiến gần|bằng)(?: nhiều)?(?: so với)?"
    r" (?:mức|mục tiêu|chỉ tiêu|kế hoạch|yêu cầu|con số)(?: [^\W\d]+){0,3} ?"
)
_FROM = ("từ", "từ mức", "từ hơn", "từ khoảng", "từ gần", "từ trên")
_TURNED = re.compile(r"(?<!\w)(?:lên|xuống|còn|sang|thành|đến|tới|nay)(?!\w)")
