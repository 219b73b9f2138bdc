"""Positions: a role with its modifiers, the unit it is held in, and how far the phrase goes.

`nguyên Phó Vụ trưởng Vụ Kế hoạch - Tài chính, Bộ Y tế` is one post: role `nguyên Phó Vụ
trưởng`, organization `Vụ Kế hoạch - Tài chính`, and the phrase ends behind the parent body.
Who holds it is decided elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import ahocorasick

from trich.article import Mention, Span
from trich.extract.names import capital_words, last_word, name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.vocabulary import Words
from trich.extract.persons.evidence import context, either
from trich.lexicon import fold, table


class Post(NamedTuple):
    """A position in the text."""

    role: Span
    organization: Span | None
    end: int  # behind the unit, its parents and its place
    weak: bool  # a word like `thành viên`, no evidence of a name by itself
    plural: bool  # `các Thứ trưởng: ...`
    firm: bool = False  # a capital word behind it is sooner a firm's than a person's name


_PLURAL = re.compile(r"(?:các|những|hai|ba|bốn|một số|nhiều|02|03) (?:vị |đồng chí |ông )?$")
# Units named by the last word of the role itself: the unit begins there.
_OWN_UNIT = ("khoa", "phòng", "ban", "công an", "bộ môn", "đoàn", "trạm", "tiểu ban")
_PROGRAMME = re.compile(
    r" (?:chương trình|dự án|đề án|chiến dịch|quốc gia|khu vực)(?= )|(?<=chương trình)|(?<=dự án)"
)
_REGIONS = re.compile(
    r", (?:Thái Bình Dương|Đông Nam Á|Đông Á|Nam Á|Trung Á|Trung Đông|Bắc Phi|châu [Ááa]\w*)"
    r"(?![^\W_])"
)
_FIRM_ROLES = (
    "giám đốc", "ceo", "chủ tịch", "sáng lập", "điều hành", "quản lý", "đại diện", "biên tập",
)  # fmt: skip
_NAMED_AFTER = ("bệnh viện", "trường", "thpt", "thcs", "quỹ", "công ty", "đại học", "công viên")
_LEVEL = (
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|thôn|bản|ấp|khu phố|đặc khu"
    r"|bang|vùng)"
)
_PLACE = re.compile(rf"(?:, | )(?:{_LEVEL} ?)")
_WORD = re.compile(r"[^\W_]+(?:[.\-'&][^\W_]+)*\.?")
_ACRONYM = re.compile(r"[A-ZĐ&]{2,9}(?= [^\W\d_][^\W\dA-Z_]|,)")
_SMALL = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_BRACKET = re.compile(r" \([^()\n]{1,24}\)")


@cache
def _around_role() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What still belongs to a role behind it: its rank, and a minister's field."""
    return (
        re.compile(rf"(?: {either('role suffix')}(?![^\W_]))+"),
        re.compile(
            rf"(?<=trưởng) {either('portfolio')}(?:(?:,| và| -)? {either('further portfolio')})*"
        ),
    )


@cache
def _roles() -> tuple[ahocorasick.Automaton, re.Pattern[str], frozenset[str], re.Pattern[str]]:
    automaton = ahocorasick.Automaton()
    for row in table("roles"):
        surface = row["surface"]
        for spelling in {surface, surface.replace("sĩ", "sỹ"), surface.replace("lý", "lí")}:
            automaton.add_word(spelling, (len(spelling), row["strength"] == "weak"))
    automaton.make_automaton()
    heads = {fold(r["head"]) for r in table("organization_heads")} | set(context("head"))
    head = "|".join(map(re.escape, sorted(heads, key=len, reverse=True)))
    provinces = {r["name"] for r in table("provinces")} | {"TP.HCM", "TP HCM", "TPHCM"}
    nations = "|".join(
        re.escape(n) for n in sorted((r["name"] for r in table("nations")), key=len, reverse=True)
    )
    return (
        automaton,
        re.compile(rf"(?:{head})(?![^\W_])"),
        frozenset(provinces),
        re.compile(rf" (?:nước )?(?:{nations})(?![^\W_])"),
    )


def roles_in(lower: str) -> list[tuple[int, int, bool]]:
    """Start, end and weakness of every role word, the longest where they nest."""
    automaton = _roles()[0]
    found: list[tuple[int, int, bool]] = []
    size = len(lower)
    for last, (length, weak) in automaton.iter(lower):
        end = last + 1
        start = end - length
        # A time stamp may be glued on the left: `06:43Thứ trưởng`.
        if (end < size and lower[end].isalnum()) or (start and lower[start - 1].isalpha()):
            continue
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
        _, self.head, self.provinces, self.nation = _roles()

    def posts(self) -> list[Post]:
        roles = roles_in(self.lower)
        self.role_starts = {start for start, _, _ in roles}
        found: list[Post] = []
        for start, end, weak in roles:
            if found and start < found[-1].end:
                continue
            if self.inside_body(start) or self.lower.endswith("ban ", 0, start):
                continue
            found.append(self.post(start, end, weak))
        return found

    def inside_body(self, pos: int) -> bool:
        i = bisect_right(self.starts, pos) - 1
        return i >= 0 and self.starts[i] < pos < self.ends[i]

    def post(self, start: int, end: int, weak: bool) -> Post:
        lower = self.lower
        base = end
        begin = self.modified(start)
        plural = bool(_PLURAL.search(lower, max(0, begin - 24), begin))
        if m := _around_role()[0].match(lower, end):
            end = m.end()
        own = self.own_unit(start, base)
        if own is not None and (unit := self.unit(own, base)) is not None:
            return Post(Span(begin, end), Span(own, unit), self.parents(unit), weak, plural)
        if (unit := self.unit(end + 1, end)) is not None and lower.startswith(" ", end):
            return Post(Span(begin, end), Span(end + 1, unit), self.parents(unit), weak, plural)
        if lower.startswith(" của ", end) and (unit := self.unit(end + 5, end)) is not None:
            return Post(Span(begin, end), Span(end + 5, unit), self.parents(unit), weak, plural)
        firm = lower.endswith(_FIRM_ROLES, start, end)
        end = self.field(end)
        return Post(Span(begin, end), None, self.parents(end), weak, plural, firm)

    def modified(self, start: int) -> int:
        """Where the role begins with `nguyên`, `Quyền`, `Phó` ... before it."""
        for _ in range(3):
            space = start - 1
            if space < 1 or self.lower[space] != " ":
                break
            word = last_word(self.lower, space)
            if word not in context("before a role"):
                break
            start = space - len(word)
        return start

    def own_unit(self, start: int, end: int) -> int | None:
        """Where a unit begins inside the role: `Trưởng khoa Nhi` is of `khoa Nhi`."""
        for unit in _OWN_UNIT:
            at = end - len(unit)
            if self.lower.startswith(" " + unit, end):
                continue  # `Trưởng ban Ban Tuyên giáo`: the unit stands in full behind the role
            if self.lower.endswith(unit, start, end) and (
                self.lower.endswith(("trưởng ", "phó "), start, at)
            ):
                return at
        return None

    def unit(self, pos: int, role_end: int) -> int | None:
        """The end of the body that begins at `pos`, as organizations tell it or as words do."""
        if (end := self.bodies.get(pos)) is not None and end > role_end:
            return end
        m = self.head.match(self.lower, pos)
        if m is None:  # `Chủ tịch FLC Trịnh Văn Quyết`
            m = _ACRONYM.match(self.text, pos)
            return m.end() if m and m.end() > role_end else None
        end = self.extended(m.end(), m.group())
        if end <= role_end:
            return None
        return end

    def extended(self, pos: int, head: str) -> int:
        """How far the words of an unlisted body go."""
        text, lower = self.text, self.lower
        end = pos
        for _ in range(14):
            if not lower.startswith(" ", end):
                break
            at = end + 1
            if (body := self.bodies.get(at)) is not None:
                end = body if lower.startswith(("ubnd", "công an"), at) or end == pos else end
                break
            if at in self.role_starts:
                break
            if nation := self.nation.match(text, end):
                end = nation.end()
                break
            m = _WORD.match(text, at)
            if m is None:
                if lower.startswith(("- ", "& "), at) and text[at + 2 : at + 3].isupper():
                    end = at + 1
                    continue
                break
            if text[at].isupper() or text[at].isdigit():
                if (name := name_end(text, at)) is not None or self.short_name(at):
                    if not (name and head in _NAMED_AFTER and self.name_follows(name)):
                        break
                    end = name
                    continue
            elif (small := self.small_words(end, pos)) is not None:
                end = small
                continue
            else:
                break
            end = m.end() - (text[m.end() - 1] == ".")
            if text[m.end() - 1] == "." and lower[at : m.end()] != "tp.":
                break
        while end > pos and lower[end - 3 : end] in (" và", " -", " &"):
            end -= 3
        return end

    def small_words(self, end: int, head: int) -> int | None:
        """The end of the small words behind `end` that go on with a unit's name, or None.

        Either the second half of a capital word (`Tài chính`), or a phrase that bodies' names
        are made of; a verb that may follow the name (`kiểm tra`, `phát biểu`) is neither.
        """
        text, lower = self.text, self.lower
        at = end + 1
        first = _SMALL.match(lower, at)
        if first is None:
            return None
        if first[0] == "và":
            return first.end()  # dropped again when the name does not go on
        verb = first[0] in context("ends a unit")
        left = text.rfind(" ", head - 1, end) + 1
        if left > head and text[left].isupper():
            phrase, _ = vocabulary.phrases().longest(Words(text, lower, left), 0)
            known = first[0] in context("unit word")
            return first.end() if phrase > 1 or (known and not verb) else None
        if verb or first[0] not in context("unit word"):
            return None
        w = Words(text, lower, at)
        reach, _ = vocabulary.phrases().longest(w, 0)
        return w.ends[reach - 1] if reach else first.end()

    def short_name(self, pos: int) -> bool:
        spans = capital_words(self.text, pos, 3)
        return len(spans) == 2 and surname_strength(self.text[slice(*spans[0])]) == "strong"

    def name_follows(self, pos: int) -> bool:
        return self.text.startswith((",", " -"), pos) or name_end(self.text, pos + 1) is not None

    def field(self, end: int) -> int:
        """The end of a role with its portfolio, programme or country."""
        if m := _around_role()[1].match(self.lower, end):
            end = m.end()
        if m := _PROGRAMME.match(self.lower, end):
            end = self.programme(m.end())
        return self.country(end)

    def country(self, end: int) -> int:
        if m := self.nation.match(self.text, end):
            end = m.end()
            if m := self.nation.match(self.text, end):  # `Liên bang Nga`, `Hàn Quốc`
                end = m.end()
            if self.text.startswith(" tại ", end) and (m := self.nation.match(self.text, end + 4)):
                end = m.end()
        elif self.text.startswith(" tại ", end) and (m := self.nation.match(self.text, end + 4)):
            end = m.end()
        return end

    def programme(self, end: int) -> int:
        for _ in range(10):
            at = end + 1
            if not self.text.startswith(" ", end) or at in self.bodies or at in self.role_starts:
                break
            m = _WORD.match(self.text, at)
            if m is None or name_end(self.text, at) is not None:
                break
            if self.lower[at : m.end()] in context("ends a unit"):
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
        return end

    def place(self, end: int) -> int:
        """The end of a place behind `end`: `, huyện Mai Châu`, ` tỉnh Sơn La`, ` Hà Nội`."""
        text = self.text
        if m := _PLACE.match(self.lower, end):
            at = m.end()
            spans = capital_words(text, at, 4)
            taken = at
            named = name_end(text, at)
            if named is not None and not self.name_follows(named):
                return at - (text[at - 1] == " ")  # `Hội Nông dân xã Hoàng Văn Thái`
            for i, (s, e) in enumerate(spans):
                if i and (name_end(text, s) or self.short_name(s) or s in self.role_starts):
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
        if m := self.nation.match(text, end):
            return m.end()
        if text.startswith(" tại ", end) and (m := self.nation.match(text, end + 4)):
            return m.end()
        return end


_SIGNED = re.compile(r"[ \t]*(?:\n[ \t]*(?:\(?(?:đã ký|ký tên|ký)\)?[ \t]*)?){1,6}")
_FOR = re.compile(r"[ \t]*(?:(?:kt|tl|tm|tuq|q)\.? ?)?")


def signed_below(lower: str, post: Post) -> int | None:
    r"""Where the line of a signer's name begins under a position alone on its line, or None.

    >>> text = "PHÓ GIÁM ĐỐC\n(đã ký)\nLê Văn Quý"
    >>> [post] = posts(text, text.lower(), [])
    >>> text[signed_below(text.lower(), post):]
    'Lê Văn Quý'
    """
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
    m = _roles()[3].match(text, space)
    return m.end() if m else None


def posts(text: str, lower: str, organizations: Sequence[Mention]) -> list[Post]:
    """The positions of a text, in order.

    >>> text = "nguyên Phó Chủ tịch UBND tỉnh Sơn La Nguyễn Văn Bình"
    >>> [post] = posts(text, text.lower(), [])
    >>> text[slice(*post.role)], text[slice(*post.organization)], text[post.end:]
    ('nguyên Phó Chủ tịch', 'UBND tỉnh Sơn La', ' Nguyễn Văn Bình')
    """
    return _Reader(text, lower, organizations).posts()
