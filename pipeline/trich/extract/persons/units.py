"""The unit of a position: where the name of a body that no mention tells goes on, and ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from trich.extract.names import (
    TYPICAL_MIDDLES,
    UPPER,
    capital_words,
    is_syllable,
    last_word,
    name_end,
    surname_strength,
)
from trich.extract.organizations import vocabulary
from trich.extract.organizations.vocabulary import Words
from trich.extract.persons import likeness
from trich.extract.persons.evidence import context
from trich.extract.persons.titles import begins_person
from trich.lexicon import fold, table

_NAMED_AFTER = ("bệnh viện", "trường", "thpt", "thcs", "quỹ", "công ty", "đại học", "công viên")
_WORD = re.compile(r"[^\W_]+(?:[.\-'&][^\W_]+)*\.?")
_ACRONYM = re.compile(r"[A-ZĐ&]{2,9}(?= [^\W\d_][^\W\dA-Z_]|[,;.)])")
_SMALL = re.compile(r"[^\W\d_]+")
_FIELD = re.compile(r" ([^\W\dA-Z_]+)(?!\w)")
_TWO_FIELD = re.compile(r" ([^\W\dA-Z_]+ [^\W\dA-Z_]+)(?!\w)")
# `Ban Dân tộc HĐND huyện`, `Sở Y tế tỉnh`: what completes a body of the page's own place.
_LEVEL_BEHIND = re.compile(
    r" (?:(?:HĐND|UBND|Hội đồng nhân dân) )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)"
    rf"(?![^\W_]| [{UPPER}\d])"
)
_FIRMS = frozenset({"công ty", "tập đoàn", "doanh nghiệp"})  # hardly named after whole names
_LEVELS = frozenset({"tỉnh", "huyện", "quận", "phố"})  # their places are all listed
_LEVEL_BARE = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?= )")  # a name behind
_UP_TO_NAME = re.compile(rf"(?: (?![{UPPER}])[^\W\d_]+){{1,6}}(?= [{UPPER}])")
_CLOSES = re.compile(r",|;|\)| - | của | thuộc ")
_CAPITAL_FIELD = re.compile(r" ([^\W\da-zà-ỹ_][^\W\dA-Z_]* [^\W\dA-Z_]+)(?!\w)")
ENDS_PHRASE = re.compile(r",|;|\)|\.(?!\w)|\n| - |$|:")


@cache
def _heads() -> re.Pattern[str]:
    heads = {fold(r["head"]) for r in table("organization_heads")} | set(context("head"))
    head = "|".join(map(re.escape, sorted(heads, key=len, reverse=True)))
    return re.compile(rf"(?:{head})(?![^\W_])")


def begins_body(lower: str, start: int) -> bool:
    """Whether the head noun of a body begins at `start`.

    >>> begins_body("sở nội vụ", 0), begins_body("sợ hãi", 0)
    (True, False)
    """
    return _heads().match(lower, start) is not None


class Nations:
    """Finds a country behind a space; two letters tell that there is none, nearly always."""

    def __init__(self) -> None:
        written = {r["name"] for r in table("nations")}
        names = sorted(written | {n.upper() for n in written}, key=len, reverse=True)
        forms = ("nước", "Cộng hòa", "Vương quốc", "Liên bang", "Cộng hòa Dân chủ Nhân dân")
        form = "|".join(forms)
        self._pattern = re.compile(
            rf"(?:(?:{form}) )?(?:{'|'.join(map(re.escape, names))})(?![^\W_])"
        )
        self._heads = frozenset(n[:2] for n in (*names, *forms))

    def match(self, text: str, space: int) -> re.Match[str] | None:
        """The country behind the space at `space`."""
        return self.at(text, space + 1) if text.startswith(" ", space) else None

    def at(self, text: str, pos: int) -> re.Match[str] | None:
        """The country that begins at `pos`."""
        head = text[pos : pos + 2]
        if head not in self._heads and head[:1] not in self._heads:  # `Ý`
            return None
        m = self._pattern.match(text, pos)
        return None if m is not None and _is_surname(text, *m.span()) else m


def _is_surname(text: str, start: int, end: int) -> bool:
    """Whether a country's syllable is a surname here: `Bộ trưởng Hàn Văn Quý`."""
    if not text.startswith(" ", end) or surname_strength(text[start:end]) is None:
        return False
    words = [text[s:e].capitalize() for s, e in capital_words(text, end + 1, 4)]
    if not 2 <= len(words) <= 3 or not all(map(is_syllable, words)):
        return False
    other = surname_strength(words[0]) in ("strong", "usual") and words[0] not in TYPICAL_MIDDLES
    return likeness.closes(words[-1]) and not other


@cache
def nations() -> Nations:
    """The countries and nationalities of the table."""
    return Nations()


def _is_foreign(words: list[str]) -> bool:
    """Whether capital words are no Vietnamese syllables alone: `Kim Basinger`, not `Kim Thành`."""
    return all(w[:1].isupper() for w in words) and not all(map(is_syllable, words))


class Units:
    """Reads the units of one text."""

    def __init__(
        self, text: str, lower: str, bodies: Mapping[int, int], role_starts: set[int]
    ) -> None:
        self.text, self.lower = text, lower
        self.bodies, self.role_starts = bodies, role_starts
        self.apposed = False  # the position stands between commas or brackets

    def unit(self, pos: int, role_end: int) -> int | None:
        """The end of the body that begins at `pos`, as organizations tell it or as words do."""
        if (end := self.bodies.get(pos)) is not None and end > role_end:
            return self.with_level(end)
        m = _heads().match(self.lower, pos)
        if m is None:  # `Chủ tịch FLC Trịnh Văn Quyết`
            m = _ACRONYM.match(self.text, pos)
            if m is None or m.end() <= role_end:
                return None
            return None if self.known_person(pos, m.end()) else m.end()
        if self.text[pos].isupper() and " " not in m.group() and self.opens_name(pos):
            return None  # `Tổng Thanh tra Đoàn Hồng Phong`
        end = self.extended(m.end(), m.group())
        if end <= role_end:
            return None
        return self.with_level(end)

    def known_person(self, pos: int, end: int) -> bool:
        """Whether capitals open a public figure's name: `Phó Tổng thống JD Vance`."""
        spans = capital_words(self.text, end + 1, 1)
        return bool(spans) and self.text[pos : spans[0][1]] in likeness.known_persons()

    def opens_name(self, pos: int) -> bool:
        """Whether a full name begins here, and ends the capital words: `Đoàn Hồng Phong`."""
        spans = capital_words(self.text, pos, 5)
        return name_end(self.text, pos) == spans[-1][1] if len(spans) > 2 else False

    def up_to_name(self, end: int) -> int | None:
        """Where small words behind `end` lead to a full name: `Trưởng phòng các đội tuyển A`."""
        m = _UP_TO_NAME.match(self.text, end)
        if m is None:
            return None
        if name_end(self.text, m.end() + 1) is None:
            words = [self.text[s:e] for s, e in capital_words(self.text, m.end() + 1, 5)]
            if not likeness.is_whole(words):
                return None
        told = context("no field") - {"các"}
        return m.end() if told.isdisjoint(m[0].split()) else None

    def with_level(self, end: int) -> int:
        """The end of a body with the bare level that completes it: `Ủy ban MTTQ Việt Nam tỉnh`."""
        if m := _LEVEL_BEHIND.match(self.text, end):
            return m.end()
        m = _LEVEL_BARE.match(self.text, end)
        return m.end() if m and name_end(self.text, m.end() + 1) is not None else end

    def headed(self, pos: int) -> str | None:
        """The head noun of a body that begins at `pos`, when one does."""
        m = _heads().match(self.lower, pos)
        return m.group() if m else None

    def extended(self, pos: int, head: str) -> int:
        """How far the words of an unlisted body go."""
        text, lower = self.text, self.lower
        end = pos
        closing = self.apposed and head not in context("role field")
        for _ in range(14):
            if not lower.startswith(" ", end):
                break
            at = end + 1
            if (body := self.bodies.get(at)) is not None:
                end = body if lower.startswith(("ubnd", "công an"), at) or end == pos else end
                break
            delegation = head == "đoàn" and lower.startswith(("đbqh", "đại biểu"), at)
            if at in self.role_starts and not delegation:
                break
            nation = nations().match(text, end)
            if nation is not None and not self.begins_word(at, nation.end()):
                end = nation.end()
                break
            m = _WORD.match(text, at)
            if m is None:
                if (
                    lower.startswith(("- ", "& "), at)
                    and text[at + 2 : at + 3].isupper()
                    and not begins_person(lower, at + 2)  # `Công an tỉnh - Đại tá A`
                ):
                    end = at + 1
                    continue
                break
            if text[at].isupper() or text[at].isdigit():
                if end == pos and head in context("whole unit"):
                    break  # `Chủ tịch Hạ viện Nancy Pelosi`
                if end > pos and self.foreign_name(at):
                    break  # `Tư lệnh lực lượng Quds Qasem Soleimani`
                if self.behind_level(at, end):
                    break  # `UBND tỉnh Lê Văn Quý`
                if (name := name_end(text, at)) is not None or self.short_name(at):
                    whose = self.apposed or (name and self.name_follows(name))
                    if not (name and head in _NAMED_AFTER and whose):
                        break
                    end = name
                    continue
            elif (small := self.small_words(end, pos)) is not None or (
                closing and (small := self.to_close(end, end == pos)) is not None
            ):
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

    def before_holder(self, start: int, end: int) -> int:
        """Where a body ends before its holder's name: `Tập đoàn Bảo hiểm AIA Eric Bolton`."""
        head = self.headed(start)
        if head is None:
            return end
        if head in _FIRMS and name_end(self.text, start + len(head) + 1) == end:
            return start + len(head)  # `giám đốc công ty Trần Văn Nam`
        if head in _NAMED_AFTER:
            return end
        words = self.text[start:end].split(" ")
        at, named = start, False  # whether the body has a name of its own by now
        for i, word in enumerate(words[:-1]):
            if named and word in likeness.first_names() and _is_foreign(words[i:]):
                return at - 1
            named |= i >= len(head.split()) and word[:1].isupper()
            at += len(word) + 1
        return end

    def foreign_name(self, at: int) -> bool:
        """Whether a given name from abroad begins a name of two words."""
        spans = capital_words(self.text, at, 2)
        return len(spans) == 2 and self.text[slice(*spans[0])] in likeness.first_names()

    def behind_level(self, at: int, end: int) -> bool:
        """Whether a name, and no place, stands behind the bare level of a body."""
        if last_word(self.lower, end) not in _LEVELS:
            return False
        words = [self.text[s:e] for s, e in capital_words(self.text, at, 5)]
        if not any(likeness.is_whole(words[:n]) for n in (3, 4) if len(words) >= n):
            return False
        return not any(" ".join(words[:n]) in likeness.places() for n in (1, 2, 3))

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

    def begins_word(self, start: int, end: int) -> bool:
        """Whether a country's name opens a longer word: `Trung ương`, `Pháp luật`."""
        m = _FIELD.match(self.text, end)
        return m is not None and likeness.is_compound(f"{self.lower[start:end]} {m[1]}")

    def to_close(self, end: int, bare: bool) -> int | None:
        """Where the small words behind `end` lead, when they close the phrase or meet a capital.

        `đội trưởng đội tuần rừng cộng đồng,`, `giám đốc phòng giao dịch Âu Cơ)`: in apposition
        a comma or a bracket tells where an unlisted unit ends.  Behind more than a `bare` head
        the first word may be a verb.
        """
        at: int | None = end
        first = _FIELD.match(self.text, end)
        if first is None or (not bare and first[1] in context("ends a unit")):
            return None
        if self.text.endswith(" và", 0, end) and last_word(self.text, end - 3)[:1].isupper():
            return None  # `Hiệu trưởng trường Lê Lợi và giáo viên môn Hóa`
        for count in range(10):
            if at is None:
                break
            behind = self.text[at + 1 : at + 2]
            if count and (_CLOSES.match(self.text, at) or behind.isupper() or behind.isdigit()):
                return at
            joined = count and self.text.startswith(" và ", at)  # `khảo thí và kiểm định`
            at = self.field_word(at + 3 * bool(joined))
        return None

    def first_field_word(self, end: int) -> int | None:
        """The same for the first one, which may be capital: `Giám đốc Tư vấn đầu tư`."""
        m = _CAPITAL_FIELD.match(self.text, end)
        if m is not None and likeness.is_compound(m[1].lower()) and end + 1 not in self.role_starts:
            return m.end()
        return self.field_word(end)

    def field_word(self, end: int) -> int | None:
        """The end of the small word behind `end` when it may tell a position's field."""
        m = _FIELD.match(self.text, end)
        if m is None or end + 1 in self.role_starts:
            return None
        if m[1] in context("no field"):
            if f"{last_word(self.lower, end)} {m[1]}" in context("field compound"):
                return m.end()  # `truyền thông`
            m = _TWO_FIELD.match(self.text, end)
            return m.end() if m is not None and m[1] in context("field compound") else None
        return m.end()

    def short_name(self, pos: int) -> bool:
        spans = capital_words(self.text, pos, 3)
        return len(spans) == 2 and surname_strength(self.text[slice(*spans[0])]) == "strong"

    def name_follows(self, pos: int) -> bool:
        return self.text.startswith((",", " -"), pos) or name_end(self.text, pos + 1) is not None
