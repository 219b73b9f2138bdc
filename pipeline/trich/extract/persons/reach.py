"""How far the phrase of a position goes: its country, programme, parents and place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from trich.extract.names import UPPER, capital_words, name_end
from trich.extract.persons import likeness
from trich.extract.persons.evidence import context, either
from trich.extract.persons.units import Units, nations
from trich.lexicon import table

_REGIONS = re.compile(
    r", (?:Thái Bình Dương|Đông Nam Á|Đông Á|Nam Á|Trung Á|Trung Đông|Bắc Phi|châu [Ááa]\w*)"
    r"(?![^\W_])"
)
_LEVEL = (
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|thôn|bản|ấp|khu phố|đặc khu"
    r"|bang|vùng)"
)
_PLACE = re.compile(rf"(?:, | )(?:{_LEVEL} ?)")
_WORD = re.compile(r"[^\W_]+(?:[.\-'&][^\W_]+)*\.?")
_SHORT = frozenset({"Mỹ", "An", "Ng", "Ph", "Đứ", "Ý ", "Th", "Ấn", "Hà", "Nh"})  # `Mỹ`, `Anh` ...
_YEAR = re.compile(rf" (?:19|20)\d\d(?= [{UPPER}][^\W\d_]+ [{UPPER}])")  # `APEC 2017 A`
_DIGITS = re.compile(r"\d+")
_BRACKET = re.compile(r" \([^()\n]{1,60}\)")
# `Đặc phái viên LHQ về Syria A`, `Trợ lý Ngoại trưởng phụ trách Đông Á - Thái Bình Dương A`.


@cache
def _about() -> re.Pattern[str]:
    small = r"(?!(?:cho|bị|đã|sẽ|nói|ký|là|có|của|với|ông|bà)\b)" + rf"(?![{UPPER}])[^\W\d_]+"
    return re.compile(
        rf" (?:về|phụ trách)(?: (?:{either('region of an envoy')}|-|–|{small})){{1,12}}"
        rf"(?= [{UPPER}][^\W\d_]+ )"
    )


@cache
def provinces() -> frozenset[str]:
    """The provinces, and short forms of Hồ Chí Minh City."""
    return frozenset(r["name"] for r in table("provinces")) | {"TP.HCM", "TP HCM", "TPHCM"}


_SOMEBODY = (
    ", ông ",
    ", bà ",
    ", anh ",
    ", chị ",
    " - ông ",
    " - bà ",
    " - anh ",
    " là ông ",
    " là bà ",
)


class Reach:
    """Follows the phrases of one text's positions to their ends."""

    def __init__(
        self,
        text: str,
        lower: str,
        bodies: Mapping[int, int],
        role_starts: set[int],
        units: Units,
    ) -> None:
        self.text, self.lower = text, lower
        self.bodies, self.role_starts, self.units = bodies, role_starts, units
        self.nation = nations()
        self.provinces = provinces()

    def country(self, end: int) -> int:
        """The end of a role with its country: `Đại sứ Pháp tại Việt Nam`."""
        if self.given_pair(end):
            return end  # `giám khảo Mỹ Tâm`
        if m := self.nation.match(self.text, end):
            end = m.end()
            if m := self.nation.match(self.text, end):  # `Liên bang Nga`, `Hàn Quốc`
                end = m.end()
            if self.text.startswith(" tại ", end):
                m = self.nation.match(self.text, end + 4)
                end = m.end() if m else self.seat(end + 5) or self.bodies.get(end + 5, end)
        elif self.text.startswith(" tại ", end) and (m := self.nation.match(self.text, end + 4)):
            end = m.end()
        return end

    def seat(self, at: int) -> int | None:
        """The end of the city of an envoy: `Tổng lãnh sự Mỹ tại TP.HCM`, `Đại sứ Mỹ tại LHQ`."""
        spans = capital_words(self.text, at, 3)
        for n in (3, 2):
            if len(spans) >= n and self.text[at : spans[n - 1][1]] in self.provinces:
                return spans[n - 1][1]
        short = ("TP.HCM", "TP HCM", "TPHCM", "TP. Hồ Chí Minh", "TP Hồ Chí Minh")
        return next((at + len(s) for s in short if self.text.startswith(s, at)), None)

    def quarter(self, end: int) -> int:
        """The end of the place that completes a local role, unless its holder's name begins."""
        text = self.text
        if not text.startswith(" ", end) or end + 1 in self.role_starts:
            return end
        spans = capital_words(text, end + 1, 6)
        for i, (start, _) in enumerate(spans):
            if name_end(text, start) is not None or self.units.short_name(start):
                return spans[i - 1][1] if i else end
        words = [text[s:e] for s, e in spans]
        if spans and len(spans) < 4 and text.startswith(_SOMEBODY, spans[-1][1]):
            return spans[-1][1]  # `Trưởng thôn Nà Ca, ông A`
        known = (n for n in (3, 2, 1) if likeness.is_place(" ".join(words[:n])))
        taken = min(next(known, 0), len(spans))
        return spans[taken - 1][1] if taken else end

    def given_pair(self, space: int) -> bool:
        """Whether a country's syllable opens a name of two: `Mỹ Tâm`, `Anh Thư`."""
        if not self.text.startswith(" ", space) or self.text[space + 1 : space + 3] not in _SHORT:
            return False
        words = [self.text[s:e] for s, e in capital_words(self.text, space + 1, 3)]
        return (
            len(words) == 2 and likeness.closes(words[1]) and not likeness.is_place(" ".join(words))
        )

    def programme(self, end: int) -> int:
        """The end of a programme that belongs to a role."""
        for _ in range(10):
            at = end + 1
            if not self.text.startswith(" ", end) or at in self.bodies or at in self.role_starts:
                break
            m = _WORD.match(self.text, at)
            if m is None or name_end(self.text, at) is not None:
                break
            if self.lower[at : m.end()] in context("ends a programme"):
                break
            end = m.end()
        if m := _REGIONS.match(self.text, end):
            end = m.end()
        return end

    def parents(self, end: int) -> int:
        """The end of the phrase behind a unit: its parents, acronym and place."""
        text, lower = self.text, self.lower
        for _ in range(5):
            if m := _BRACKET.match(text, end):
                inner = text[end + 2 : m.end() - 1]
                if (
                    inner.isupper()
                    or m.start() + 2 in self.bodies
                    or lower.startswith(("tỉnh", "tp", "huyện", "bộ "), end + 2)
                    or name_end(text, m.end() + 1) is not None
                ):
                    end = m.end()
                    continue
            for link in (", ", " ", " của ", " thuộc ", " - "):
                at = end + len(link)
                if lower.startswith(link, end) and at in self.bodies and at not in self.role_starts:
                    end = self.bodies[at]
                    break
            else:
                place = self.place(end)
                if place == end:
                    break
                end = place
        m = _about().match(text, end) or _YEAR.match(text, end)
        return m.end() if m else end

    def place(self, end: int) -> int:
        """The end of a place behind `end`: `, huyện Mai Châu`, ` tỉnh Sơn La`, ` Hà Nội`."""
        text = self.text
        if m := _PLACE.match(self.lower, end):
            at = m.end()
            spans = capital_words(text, at, 4)
            taken = at
            named = name_end(text, at)
            if named is not None and not self.units.name_follows(named):
                return at - (text[at - 1] == " ")  # `Hội Nông dân xã Hoàng Văn Thái`
            words = [text[s:e] for s, e in spans]
            for n in (3, 2):  # `tỉnh Bình Phước Điểu Văn Sen`
                if n < len(words) and likeness.is_place(" ".join(words[:n])):
                    return spans[n - 1][1]
            for i, (s, e) in enumerate(spans):
                if i and (name_end(text, s) or self.units.short_name(s) or s in self.role_starts):
                    break
                taken = e
            if spans:
                return taken
            if digits := _DIGITS.match(text, at):
                return digits.end()
            return end
        for link in (" ", ", ", " tại "):
            if text.startswith(link, end):
                at = end + len(link)
                spans = capital_words(text, at, 3)
                for n in (3, 2, 1):
                    if len(spans) >= n and text[at : spans[n - 1][1]] in self.provinces:
                        return spans[n - 1][1]
        if (m := self.nation.match(text, end)) and not self.given_pair(end):
            return m.end()
        if text.startswith(" tại ", end) and (m := self.nation.match(text, end + 4)):
            return m.end()
        return end
