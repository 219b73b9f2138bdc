"""The day of the event that a page reports: who came to it, what was given and taken in there."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from trich.article import Mention
from trich.extract.indicators.context import REACH, Context
from trich.extract.indicators.quantities import Quantity

_ONE_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_EVENT_OPENS = 40  # how far into its line the day of an event may stand
_EVENT = re.compile(
    r"(?<!\w)(?:(?:tại|trong|nhân) (?:buổi|ngày hội|hội nghị|chương trình|lễ|dịp|hội thảo|"
    r"đại hội|hội thi|sự kiện|khuôn khổ)|dịp này|(?:tham gia|tham dự|dự|đến với|đến dự) "
    r"(?:ngày hội|chương trình|hội nghị|buổi|lễ|hội thảo|đại hội)|"
    r"(?:ngày hội|hội nghị|chương trình|buổi lễ|hội thảo|lễ hội|đại hội) (?:đã )?"
    r"(?:đón|có|thu hút|quy tụ|tiếp nhận|thu được|thu về)|kết quả,? (?:[^\W\d]+ ){0,8}"
    r"(?:thu|tiếp|nhận)|đăng ký (?:tham gia )?hiến máu|hiến máu)(?!\w)"
)


class Event:
    """Reads the day that a story opens with, and which figures tell of it.

    `value` is the period that a date tells, `base` whether it is only compared with.
    """

    def __init__(
        self,
        context: Context,
        value: Callable[[Mention], str | None],
        base: Callable[[int], bool],
    ) -> None:
        self.context = context
        self.lower = context.lower
        self._value = value
        self._base = base

    def day_of(self, q: Quantity, start: int) -> str | None:
        """The day of the event, if a figure of the sentence that begins at `start` tells of it."""
        floor = max(start, q.start - REACH)
        ceiling = min(q.end + 48, self.context.line(q.start)[1])
        return self._day if _EVENT.search(self.lower, floor, ceiling) else None

    @cached_property
    def _day(self) -> str | None:
        """The day that the story opens with: "Ngày 2/7, Tỉnh đoàn tổ chức ngày hội"."""
        for i, date in enumerate(self.context.dates[:8]):
            block = self.context.article.block_at(date.start)
            if block is None or block.kind not in ("body", "lead"):
                continue
            start = self.context.line(date.start)[0]
            if date.start - start > _EVENT_OPENS or self._base(i):
                return None
            day = str(date.fields.get("value")).partition("T")[0]
            return self._value(date) if _ONE_DAY.fullmatch(day) else None
        return None
