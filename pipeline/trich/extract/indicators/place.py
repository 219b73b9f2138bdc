"""Whose a figure is, and of which place."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from typing import NamedTuple

from trich.article import Mention, Span
from trich.extract.indicators.context import REACH, Context
from trich.lexicon import fold, table


class Place(NamedTuple):
    """A province or the country as written, and its code (VN for the country)."""

    text: Span
    code: str


@cache
def _provinces() -> frozenset[str]:
    """The provinces, by every way to write them in small letters."""
    return frozenset(
        fold(name)
        for row in table("provinces")
        for name in (row["name"], *filter(None, row["aliases"].split("|")))
    )


def is_place(phrase: str) -> bool:
    """Whether a phrase in small letters is the name of a province or a country.

    >>> is_place("tây ninh"), is_place("hộ nghèo")
    (True, False)
    """
    return phrase in _provinces() or phrase in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in table("countries"))


_COUNTRY = ("cả nước", "toàn quốc", "nước ta")
# "toàn tỉnh", "tỉnh có": the province that was spoken of last; "các tỉnh", "6 tỉnh, thành" are not.
_SAME = re.compile(
    r"(?<!\w)(?:toàn tỉnh|cả tỉnh|trên địa bàn tỉnh|toàn thành phố|"
    r"(?<!\d )(?<!các )(?<!nhiều )(?<!những )(?<!một số )(?<!mỗi )(?<!ngoại )(?<!ngoài )tỉnh)"
    r"(?!\w|, thành|/thành)(?P<name> (?=[^\W\d]))?"
)
# A body that only tells the figure: "theo Tổng cục Thống kê".
_TELLS = re.compile(
    r"(?<!\w)(?:theo|nguồn|báo cáo|số liệu|thống kê|thông tin từ|đại diện|lãnh đạo)"
    r"(?: [^\W\d]+){0,4} ?\Z"
)
_SAID = re.compile(
    r" ?(?:[^.;:]{0,40}(?<!\w))?(?:cho biết|cho hay|cho thấy|công bố|thông báo)(?!\w)"
)


# Between a decree and the body that issued it: "Nghị định 15/2020/NĐ-CP ngày 3/2/2020 của".
_ISSUED = re.compile(
    r"(?:,? (?:số [^ ,;]+|ngày [\d/.-]+|năm \d{4}))*,? (?:do|của)"
    r"(?: (?:thủ tướng|bộ trưởng|chủ tịch|chánh án|viện trưởng))? "
)


class Places:
    """Reads whose the figures of one article are, and of which place."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.lower = context.lower

    @cached_property
    def _found(self) -> list[tuple[int, int, str]]:
        """Each place that is named: where, and its code."""
        found = [
            (m.start, m.end, m.fields["code"])
            for m in self.context.article.of("location")
            if m.fields["level"] == "province" and m.fields["code"]
        ]
        for name in _COUNTRY:
            at = self.lower.find(name)
            while at >= 0:
                end = at + len(name)
                if not (self.lower[at - 1 : at].isalnum() or self.lower[end : end + 1].isalnum()):
                    found.append((at, end, "VN"))
                at = self.lower.find(name, end)
        return sorted(found)

    def _same(self, floor: int, start: int) -> bool:
        """Whether the words of a stretch speak of the province of before, and name no other."""
        if not any(self.lower.find(word, floor, start) >= 0 for word in ("tỉnh", "toàn thành phố")):
            return False
        for m in _SAME.finditer(self.lower, floor, start):
            if not (m["name"] and self.context.text[m.end()].isupper()):
                return True
        return False

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._found]

    def of(self, start: int) -> Place | None:
        """The place of a figure that begins at `start`: the last one named before it in its
        sentence, else the province that "toàn tỉnh" speaks of."""
        floor = max(self.context.sentence(start)[0], start - REACH)
        i = bisect_left(self._starts, start) - 1
        if i < 0:
            return None
        if self._starts[i] < floor and not self._same(floor, start):
            return None
        while i >= 0 and self._starts[i] < floor and self._found[i][2] == "VN":
            i -= 1
        if i < 0:
            return None
        at, end, code = self._found[i]
        return Place(Span(at, end), code)

    def entity(self, start: int) -> Span | None:
        """The organization whose figure it is: the last one before it in its sentence that does
        not merely tell it."""
        context = self.context
        floor = max(context.sentence(start)[0], start - REACH)
        for i in range(bisect_left(context.body_starts, start) - 1, -1, -1):
            body = context.bodies[i]
            if body.start < floor:
                return None
            if body.kind != "organization" or body.end > start:
                continue
            if self._aside(body):
                continue
            tells = _TELLS.search(self.lower, max(floor, body.start - 48), body.start)
            if not tells and not _SAID.match(self.lower, body.end, start):
                return Span(body.start, body.end)
        return None

    @cached_property
    def _posts(self) -> set[int]:
        """Where the organizations begin that are part of a person's post."""
        starts: set[int] = set()
        for m in self.context.article.of("person"):
            for post in (m.fields, *m.fields.get("roles", ())):
                unit = post.get("organization")
                if isinstance(unit, Span):
                    starts.add(unit.start)
        return starts

    @cached_property
    def _decrees(self) -> list[Mention]:
        return self.context.article.of("decree")

    @cached_property
    def _decree_starts(self) -> list[int]:
        return [m.start for m in self._decrees]

    def _aside(self, body: Mention) -> bool:
        """Whether an organization is named only as the issuer of a decree, in a person's post,
        or as what somebody is outside of ("người ngoài Đảng")."""
        if body.start in self._posts or self.lower.endswith("ngoài ", 0, body.start):
            return True
        i = bisect_left(self._decree_starts, body.start + 1) - 1
        if i < 0:
            return False
        decree = self._decrees[i]
        if body.end <= decree.end:
            return True
        issuer = decree.fields.get("issuer")
        if isinstance(issuer, Span) and issuer.start == body.start:
            return True
        near = body.start - decree.end < 64
        return near and _ISSUED.fullmatch(self.lower, decree.end, body.start) is not None
