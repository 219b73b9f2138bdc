"""Positions: a role with its modifiers, the unit it is held in, and how far the phrase goes.

`nguyên Phó Vụ trưởng Vụ Kế hoạch - Tài chính, Bộ Y tế` is one post: role `nguyên Phó Vụ
trưởng`, organization `Vụ Kế hoạch - Tài chính`, and the phrase ends behind the parent body.
Who holds it is decided elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import ahocorasick

from trich.article import Mention, Span
from trich.extract.names import (
    UPPER,
    capital_words,
    last_word,
    name_end,
    surname_strength,
)
from trich.extract.persons import likeness
from trich.extract.persons.evidence import context, either, patterns
from trich.extract.persons.reach import Reach, provinces
from trich.extract.persons.units import ENDS_PHRASE, Units, begins_body, nations
from trich.lexicon import table


class Post(NamedTuple):
    """A position in the text."""

    role: Span
    organization: Span | None
    end: int  # behind the unit, its parents and its place
    weak: bool  # a word like `thành viên`, no evidence of a name by itself
    plural: bool  # `các Thứ trưởng: ...`
    firm: bool = False  # a capital word behind it is sooner a firm's than a person's name


_MANY = (
    "các ", "những ", "hai ", "ba ", "bốn ", "năm ", "sáu ", "số ", "nhiều ", "vị ", "chí ", "ông ",
    "2 ", "3 ", "4 ", "5 ", "6 ", "7 ", "8 ", "9 ",
)  # fmt: skip
_PLURAL = re.compile(
    r"(?<!\w)(?:các|những|hai|ba|bốn|năm|sáu|một số|nhiều|0?[2-9]) (?:vị |đồng chí |ông )?$"
)
# Units named by the last word of the role itself: the unit begins there.
_OWN_UNIT = (
    "phân viện", "tòa", "thuế", "khoa", "phòng", "ban", "công an", "bộ môn", "đoàn", "trạm",
    "tiểu ban", "đơn vị",
)  # fmt: skip
_PROGRAMME = re.compile(
    r" (?:chương trình|dự án|đề án|chiến dịch|quốc gia|khu vực)(?= )|(?<=chương trình)|(?<=dự án)"
)
_FIRM_ROLES = (
    "giám đốc", "ceo", "chủ tịch", "sáng lập", "điều hành", "quản lý", "đại diện", "biên tập",
)  # fmt: skip
_CITY_ROLES = ("thị trưởng", "thống đốc", "thống đốc bang")
#: How roles end that a place completes: `Phó chủ tịch tỉnh Sơn La`, `Trưởng thôn An Trạch`.
_LOCAL = (
    " tỉnh", " thành phố", " huyện", " quận", " xã", " phường", " thị trấn", " thị xã", " thôn",
    " bản", " xóm", " ấp", " khóm", " buôn", " làng", " khu phố", " đặc khu",
)  # fmt: skip
#: Roles that no firm's or club's name follows: `Chủ tịch nước Lương Cường, Thủ tướng ...`.
_OF_STATE = (
    "chủ tịch nước", "bí thư", "thủ tướng", "tổng thống", "bộ trưởng", "thứ trưởng", "đại sứ",
    "ngoại trưởng", "chủ tịch quốc hội", "đại biểu", "đại biểu quốc hội", "vua", "nghị sĩ",
    "thị trưởng", "tư lệnh", "chính ủy", "tham mưu trưởng", "đại tướng", "thẩm phán",
    "viện trưởng", "kiểm sát viên", "thống đốc", "toàn quyền", "quốc vương", "hoàng hậu",
    "hoàng tử", "công chúa", "thái tử",
)  # fmt: skip
_TEAM_ROLES = ("hlv trưởng", "huấn luyện viên trưởng", "đội trưởng", "thủ quân")
_OF_LEVEL = re.compile(  # `Bí thư xã`, `Chủ tịch thị trấn`: of the page's own place
    rf"(?<=thư|ịch) (?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường)"
    rf"(?![^\W_]| (?:ủy|đoàn|đội|[{UPPER}\d]))"
)
_SHORT_POST = re.compile(
    rf"([NPT](?<!\w.)(?:TT|TK|BT|NS|T))(?:[- ](?P<body>NATO|LHQ|ASEAN|EU))?"
    rf" (?P<first>[{UPPER}][^\W\d_]+)"
)
_YOUTH = re.compile(r"U-?\d\d(?!\w)")
_IN_OFFICE = re.compile(
    r" (?:mới )?(?:đắc cử|mãn nhiệm|đương nhiệm|tiền nhiệm|tạm quyền|lâm thời)(?= )"
)
_SMALL = re.compile(r" ([^\W\d_]+)")
# `Phó Chủ tịch thường trực HĐQT Ngân hàng X`: the board belongs to the role.
_BOARD = re.compile(r" (?:hđqt|hđtv|hội đồng quản trị|hội đồng thành viên)(?![^\W_])")
# `phụ trách kinh tế` before a name: what somebody is in charge of is part of the role.
_IN_CHARGE = re.compile(
    rf"(?<=phụ trách)(?: (?!(?:cho|bị|đã|sẽ|nói|là|của|tại|ông|bà)\b)(?![{UPPER}])[^\W\d_]+){{1,5}}"
    rf"(?= [{UPPER}][^\W\d_]+ [{UPPER}]|[,;)]| của | thuộc )"
)
_BRACKET = re.compile(r" \([^()\n]{1,24}\)")
_OF = re.compile(r"(?: (?:hiện tại|hiện nay|đương thời|khi đó|lúc đó))? (?:của|thuộc|tại) ")
# `của ngân hàng này`, `của quỹ`: somebody's position in a body named elsewhere.
_OF_THIS = re.compile(
    r" của [^\W\dA-Z_]+(?: [^\W\dA-Z_]+)? (?:này|trên|đó|ấy|mình)(?!\w)"
    r"| của [^\W\dA-Z_]+(?: [^\W\dA-Z_]+)?(?= (?:là|do) )"
)
_STAFF = re.compile(r" [^\W\d_][^(),;.:\n\"“]{1,40}(?=\))")  # `(41 tuổi, cán bộ Văn hóa)`
_NUMBER = re.compile(r" (?:số )?\d{1,3}(?=[,.;)\n]|$| -)")
_CANDIDATE = ("ứng cử viên", "ứng viên")
_SOMEBODY = re.compile(r", (?:ông|bà|anh|chị) ")  # `Chủ tịch HĐQT Sao Mai Bank, ông A`


@cache
def _around_role() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What still belongs to a role behind it: its rank, and a minister's field."""
    return (
        re.compile(rf"(?: {either('role suffix')}(?![^\W_]))+"),
        re.compile(
            rf"(?:(?<=trưởng)|(?<=vụ khanh)) {either('portfolio')}"
            rf"(?:(?:,| và| -)? {either('further portfolio')})*"
        ),
    )


@cache
def _told() -> re.Pattern[str]:
    """`Thủ tướng bị lật đổ A`: told of the holder between the position and the name."""
    return re.compile(rf" {either('told of a holder')}(?= [{UPPER}])")


@cache
def _roles() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for row in table("roles"):
        surface = row["surface"]
        for spelling in {surface, surface.replace("sĩ", "sỹ"), surface.replace("lý", "lí")}:
            automaton.add_word(spelling, (len(spelling), row["strength"] == "weak"))
    automaton.make_automaton()
    return automaton


def roles_in(lower: str) -> list[tuple[int, int, bool]]:
    """Start, end and weakness of every role word, the longest where they nest."""
    found: list[tuple[int, int, bool]] = []
    size = len(lower)
    for last, (length, weak) in _roles().iter(lower):
        end = last + 1
        start = end - length
        # A time stamp may be glued on the left: `06:43Thứ trưởng`.
        if (end < size and lower[end].isalnum()) or (start and lower[start - 1].isalpha()):
            continue
        if lower.startswith("vụ", start) and lower.endswith("chức ", 0, start):
            continue  # `chức vụ Trưởng phòng`
        while found and found[-1][0] >= start:
            found.pop()
        if not found or found[-1][1] <= start:
            found.append((start, end, weak))
    return found


class _Reader:
    """Reads the posts of one text."""

    def __init__(self, text: str, lower: str, organizations: Sequence[Mention]) -> None:
        self.text, self.lower = text, lower
        self.bodies = {m.start: m.end for m in organizations}
        self.starts = [m.start for m in organizations]
        self.ends = [m.end for m in organizations]
        self.roles = roles_in(lower)
        self.role_starts = {start for start, _, weak in self.roles if not weak}
        self.units = Units(text, lower, self.bodies, self.role_starts)
        self.reach = Reach(text, lower, self.bodies, self.role_starts, self.units)
        self.nation = nations()
        self.provinces = provinces()

    def posts(self) -> list[Post]:
        found: list[Post] = []
        for start, end, weak in self.roles:
            if found and start < found[-1].end:
                continue
            if self.inside_body(start) or self.lower.endswith("ban ", 0, start):
                continue
            if self.in_name(start, end):
                continue
            if self.lower.startswith(" quán", end) or self.lower.endswith("cờ ", 0, start):
                continue  # `Đại sứ quán`, `cờ vua`
            if self.lower.endswith(("trung ", "hàn "), 0, start) and (
                self.lower.startswith("quốc ", start)
            ):
                continue  # `Trung Quốc Vương Nghị`
            found.append(self.post(start, end, weak))
        found += self.abbreviated()
        return sorted(found, key=lambda post: post.role.start)

    def abbreviated(self) -> Iterator[Post]:
        """As the press abroad writes: `TT Trump`, `TNS John Carver`, `TTK-NATO Jens Holm`."""
        for m in _SHORT_POST.finditer(self.text):
            if self.inside_body(m.start()):
                continue
            word = m["first"]
            foreign = word in likeness.first_names() or word in likeness.known_persons()
            if foreign or (len(m[1]) > 2 and name_end(self.text, m.start("first")) is not None):
                body = Span(*m.span("body")) if m["body"] else None
                yield Post(Span(*m.span(1)), body, m.start("first") - 1, False, False)

    def in_name(self, start: int, end: int) -> bool:
        """Whether capitals behind a surname are a given name: `Lê Công Sứ`."""
        if not self.text[start].isupper() or not self.text.startswith(" ", start - 1):
            return False
        before = last_word(self.text, start - 1)
        if surname_strength(before) not in ("strong", "usual"):
            return False
        return name_end(self.text, start - 1 - len(before)) == end

    def inside_body(self, pos: int) -> bool:
        i = bisect_right(self.starts, pos) - 1
        return i >= 0 and self.starts[i] < pos < self.ends[i]

    def post(self, start: int, end: int, weak: bool) -> Post:
        lower = self.lower
        base = end
        begin = self.modified(start)
        plural = lower.endswith(_MANY, 0, begin) and bool(
            _PLURAL.search(lower, max(0, begin - 24), begin)
        )
        own = self.own_unit(start, base)
        if m := _around_role()[0].match(lower, end):
            of_unit = own is not None and m[0][1:] in context("unit field")
            end = base if of_unit else m.end()  # `trưởng phòng kỹ thuật`
            if not of_unit and (m := _IN_CHARGE.match(self.text, end)):
                end = m.end()
        if lower.startswith((" hđ", " hội đồng "), end) and (m := _BOARD.match(lower, end)):
            end = m.end()
        role = Span(begin, end)
        self.units.apposed = self.text.startswith((", ", "- ", " ("), begin - 2)
        if own is not None and end == base:
            unit = self.units.unit(own, base) or self.units.up_to_name(base)
        else:
            unit = None
        if own is not None and unit is not None:
            return Post(role, Span(own, unit), self.reach.parents(unit), weak, plural)
        found = None if self.minister(start, base, end) else self.unit_behind(end)
        if found is None and (m := _BRACKET.match(self.text, end)) and m[0][2:-1].isupper():
            found = self.unit_behind(m.end())  # `Hội đồng quản trị (HĐQT) Công ty X`
        if found is None and own is not None and lower.startswith(", ", end):
            body = self.bodies.get(end + 2)  # `Trưởng phòng, Phòng Quản lý`
            found = Span(end + 2, body) if body else None
        if found is None and lower[start:base] not in context("no unit role"):
            found = self.unit_apart(end)
        if found is not None:
            return Post(role, found, self.reach.parents(found.end), weak, plural)
        if m := _OF_THIS.match(lower, end):
            return Post(role, None, m.end(), weak, plural)
        if self.units.apposed:
            if (found := self.team(base)) is not None:
                return Post(role, found, found.end, weak, plural)
            staff = lower[start:base] in context("staff role")
            m = _STAFF.match(self.text, end) if staff else None
            if m is not None and self.bodies.keys().isdisjoint(range(end, m.end())):
                return Post(Span(begin, m.end()), None, m.end(), weak, plural)
            if (field := self.small_field(end)) is not None:
                role = Span(begin, field)
                found = self.unit_behind(field) or self.unit_apart(field)
                behind = self.reach.parents(found.end if found else field)
                return Post(role, found, behind, weak, plural)
        elif (found := self.team(base)) is not None and (
            lower.endswith(_TEAM_ROLES, start, base) or _SOMEBODY.match(lower, found.end)
        ):
            return Post(role, found, found.end, weak, plural)
        firm = lower.endswith(_FIRM_ROLES, start, end)
        if firm and (named := self.firm(end)) is not None:
            return Post(role, named[0], named[1], weak, plural)
        if lower.startswith(" bang ", end):  # `Thượng nghị sĩ bang Illinois A B`
            end = self.city(end + len(" bang"))
        else:
            end = self.city(end) if lower.endswith(_CITY_ROLES, start, end) else self.field(end)
        if m := _IN_OFFICE.match(lower, end):
            end = m.end()  # `Tổng thống Mỹ đắc cử`
        behind = self.reach.parents(end)
        if m := _told().match(self.text, behind):
            behind = m.end()
        return Post(Span(begin, end), None, behind, weak, plural, firm)

    def minister(self, start: int, base: int, end: int) -> bool:
        """Whether a minister's field stands behind, and no ministry: `Bộ trưởng GD-ĐT`."""
        return (
            self.lower[start:base] in ("bộ trưởng", "thứ trưởng")
            and end + 1 not in self.bodies
            and _around_role()[1].match(self.lower, end) is not None
        )

    def city(self, end: int) -> int:
        """The end of a mayor's role with the city: `Thị trưởng New York Eric Adams`."""
        spans = capital_words(self.text, end + 1, 6) if self.text.startswith(" ", end) else []
        words = [self.text[slice(*span)] for span in spans]
        if len(words) < 3 or name_end(self.text, end + 1) is not None:
            return self.field(end)
        first = next((i for i, w in enumerate(words) if w in likeness.first_names()), None)
        if first is None:
            first = len(words) - 2 if len(words) < 5 else 0
        return spans[first - 1][1] if first else self.field(end)

    def unit_apart(self, end: int) -> Span | None:
        """The unit behind a comma in apposition: `(nghiên cứu viên chính, Viện Sinh học)`."""
        if not self.units.apposed or not self.text.startswith(", ", end):
            return None
        at = end + 2
        stop = self.bodies.get(at)
        if stop is None and self.text[at : at + 1].isupper():
            stop = self.units.unit(at, at)
        return Span(at, stop) if stop and ENDS_PHRASE.match(self.text, stop) else None

    def unit_behind(self, end: int) -> Span | None:
        """The unit right behind a role, or behind `của`, `thuộc`; a bare `bệnh viện` is none."""
        i = bisect_right(self.starts, end) - 1
        over = i >= 0 and end + 1 < self.ends[i] and self.text.startswith(" ", end)
        if over and self.lower.endswith("tổng thanh tra", 0, end):
            return Span(self.starts[i], self.ends[i])  # `Phó Tổng [Thanh tra Chính phủ]`
        if over and begins_body(self.lower, self.starts[i]):
            return Span(end + 1, self.ends[i])  # `Chánh [Văn phòng Bộ Y tế]`
        m = _OF.match(self.lower, end)
        for at in (end + 1, m.end()) if m else (end + 1,):
            if (
                self.lower.startswith(" ", at - 1)
                and (unit := self.units.unit(at, end)) is not None
            ):
                unit = self.units.before_holder(at, unit)
                bare = self.lower[at:unit] in context("no unit")
                if bare and not (self.text[at] in "SPBCV" and self.text[at + 1].islower()):
                    return self.bare(at, unit)  # but `Phó Giám đốc Sở`
                return Span(at, unit)
        return None

    def bare(self, start: int, end: int) -> Span | None:
        """A body by its head alone, which the page names elsewhere: `phó giám đốc công ty, nói`."""
        if self.lower[start:end] not in context("bare unit"):
            return None
        closes = (
            ENDS_PHRASE.match(self.text, end)
            or patterns().speech.match(self.lower, end)
            or name_end(self.text, end + 1) is not None
        )
        return Span(start, end) if closes else None

    def team(self, end: int) -> Span | None:
        """A capital name behind a role in apposition that is no person's: `giám đốc An Trạch,`."""
        if not self.text.startswith(" ", end):
            return None
        at = end + 1
        if m := _YOUTH.match(self.text, at):  # `HLV trưởng U22 Việt Nam`
            nation = self.nation.match(self.text, m.end())
            return Span(at, nation.end() if nation else m.end())
        spans = capital_words(self.text, at, 5)
        if not spans or len(spans) > 4 or at in self.role_starts or at in self.bodies:
            return None
        if self.lower.endswith(_LOCAL, 0, end):
            return None  # `Trưởng thôn An Trạch`
        if len(spans) > 1 and self.lower.endswith(_OF_STATE, 0, end):
            return None
        stop = spans[-1][1]
        if self.nation.match(self.text, end) or name_end(self.text, at) is not None:
            return None
        if self.text[at:stop] in self.provinces and not self.lower.endswith(_TEAM_ROLES, 0, end):
            return None
        if self.units.short_name(at):
            return None
        if not ENDS_PHRASE.match(self.text, stop):  # `, Chủ tịch Phú Thái khẳng định`
            firm = self.lower.endswith(_FIRM_ROLES, 0, end)
            words = self.text[at:stop].split(" ")
            says = firm and patterns().speech.match(self.lower, stop)
            if not says or len(words) < 2 or likeness.may_be_whole(words):
                return None
        return Span(at, stop)

    def firm(self, end: int) -> tuple[Span | None, int] | None:
        """What stands between a position and a full name: `Chủ tịch An Trạch Lê Văn Quý`.

        A firm is the position's body; a province (`Chủ tịch Hà Nội Trần Sỹ Thanh`) is none.
        """
        if not self.text.startswith(" ", end) or self.nation.match(self.text, end):
            return None
        spans = capital_words(self.text, end + 1, 8)
        for i in range(1, min(len(spans) - 2, 4)):
            if name_end(self.text, spans[i][0]) == spans[-1][1]:
                if name_end(self.text, end + 1) is not None:
                    return None
                stop = spans[i - 1][1]
                place = likeness.is_place(self.text[end + 1 : stop])
                return (None if place else Span(end + 1, stop)), stop
        return None

    def small_field(self, end: int) -> int | None:
        """The end of a role that small words complete: `giám đốc vùng nguyên liệu Công ty X`.

        They reach to a body, to `của` and a body, to a number, or to the end of the phrase.
        """
        if (first := self.units.headed(end + 1)) and first not in context("role field"):
            return None
        m = _SMALL.match(self.lower, end)
        if m and m[1] in context("no unit") and m[1] not in context("role field"):
            return None  # `bảo vệ chợ`
        at = end
        for count in range(6):
            if self.text.startswith(" ", at) and (
                at + 1 in self.bodies or (count and self.text[at + 1 : at + 2].isupper())
            ):
                return at if count and at + 1 in self.bodies else None
            if count and (
                ENDS_PHRASE.match(self.text, at) or self.text.startswith((" của ", " thuộc "), at)
            ):
                return at
            if count and (m := _NUMBER.match(self.text, at)):
                return None if last_word(self.lower, at) in context("unit level") else m.end()
            word = self.units.field_word(at) if count else self.units.first_field_word(at)
            if word is None:
                return None
            at = word
        return None

    def modified(self, start: int) -> int:
        """Where the role begins with `nguyên`, `Quyền`, `Phó` ... before it."""
        for _ in range(3):
            space = start - 1
            if space < 1 or self.lower[space] != " ":
                break
            word = last_word(self.lower, space)
            if self.lower.endswith("đương kim", 0, space):
                start = space - len("đương kim")
                break
            if word == "viên" and self.lower.endswith(_CANDIDATE, 0, space):
                start = self.lower.rfind("ứng", 0, space)
                break
            if word not in context("before a role"):
                break
            if self.lower.endswith(("chính quyền", "ủy quyền"), 0, space):
                break  # `chính quyền tổng thống Mỹ`
            start = space - len(word)
        return start

    def own_unit(self, start: int, end: int) -> int | None:
        """Where a unit begins inside the role: `Trưởng khoa Nhi` is of `khoa Nhi`."""
        for unit in _OWN_UNIT:
            at = end - len(unit)
            if self.lower.startswith(" " + unit, end):
                continue  # `Trưởng ban Ban Tuyên giáo`: the unit stands in full behind the role
            if self.lower.endswith(unit, start, end) and (
                self.lower.endswith(("trưởng ", "phó ", "chánh "), start, at)
            ):
                return at
        whole = self.lower.startswith("trưởng văn phòng", start)
        return end - len("văn phòng") if whole else None  # but `Chánh Văn phòng Bộ`

    def field(self, end: int) -> int:
        """The end of a role with its portfolio, programme or country."""
        if m := _around_role()[1].match(self.lower, end):
            end = m.end()
        if m := _PROGRAMME.match(self.lower, end):
            end = self.reach.programme(m.end())
        if m := _OF_LEVEL.match(self.text, end):
            end = m.end()
        if self.lower.endswith(_LOCAL, 0, end):
            return self.reach.quarter(end)
        return self.reach.country(end)


_SIGNED = re.compile(r"[ \t]*(?:\n[ \t]*(?:\(?(?:đã ký|ký tên|ký)\)?[ \t]*)?){1,6}")
_FOR = re.compile(r"[ \t]*(?:(?:kt|tl|tm|tuq|q)\.? ?)?")


def signed_below(lower: str, post: Post) -> int | None:
    r"""Where the line of a signer's name begins under a position alone on its line, or None.

    >>> text = "PHÓ GIÁM ĐỐC\n(đã ký)\nLê Văn Quý"
    >>> [post] = posts(text, text.lower(), [])
    >>> text[signed_below(text.lower(), post):]
    'Lê Văn Quý'
    """
    if lower.find("\n", post.end, post.end + 4) < 0:
        return None  # nearly always
    m = _SIGNED.match(lower, post.end)
    if m is None or m.end() >= len(lower):
        return None
    line = lower.rfind("\n", max(0, post.role.start - 12), post.role.start) + 1
    if _FOR.fullmatch(lower, line, post.role.start) is None:
        return None
    return m.end()


def nation_at(text: str, space: int) -> int | None:
    """The end of the country named behind the space at `space`, or None.

    >>> nation_at("tiền đạo người Brazil Neymar", 14)
    21
    """
    m = nations().match(text, space)
    return m.end() if m else None


def posts(text: str, lower: str, organizations: Sequence[Mention]) -> list[Post]:
    """The positions of a text, in order.

    >>> text = "nguyên Phó Chủ tịch UBND tỉnh Sơn La Nguyễn Văn Bình"
    >>> [post] = posts(text, text.lower(), [])
    >>> text[slice(*post.role)], text[slice(*post.organization)], text[post.end:]
    ('nguyên Phó Chủ tịch', 'UBND tỉnh Sơn La', ' Nguyễn Văn Bình')
    """
    return _Reader(text, lower, organizations).posts()
