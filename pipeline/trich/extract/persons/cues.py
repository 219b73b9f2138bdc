"""What announces the name in a capital stretch: a title, a position, a kinship, a country."""

from __future__ import annotations

import re

from trich.extract.names import last_word, surname_strength
from trich.extract.persons.evidence import context, in_place
from trich.extract.persons.page import Page
from trich.extract.persons.posts import nation_at
from trich.extract.persons.titles import announced, announcing_words, ends_announcing

_ALIAS = re.compile(
    r"(?:\(tự|\(tức|\((?:tên )?(?:còn|thường|hay) gọi là|(?:biệt|bút|bí|nghệ|hỗn) danh(?: là)?"
    r"|biệt hiệu|tên giả là|tự xưng là) [“\"']?$"
)
# How what relates or renames ends: `là `, ` - `, `: `, `(tự `, `(tức `, `biệt danh `, `biệt hiệu `.
_RELATING = frozenset({"à ", "- ", ": ", "ự ", "c ", "h ", "u "})
_QUOTES = frozenset("“\"'")
_QUOTED = ('", ', "”, ")
_WHOSE = frozenset({"ông", "bà", "anh", "chị", "em", "tôi", "mình", "cô", "họ"})
Spans = list[tuple[int, int]]
Cue = tuple[str, tuple[int, int] | None, int]  # kind, title, where the announcing words begin


class Cues:
    """Looks to the left of the names of one article."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text, self.lower = page.text, page.lower
        self.announcing = announcing_words()

    def countryman(self, start: int) -> tuple[int, Cue] | None:
        """Behind `người Brazil`: where the name begins, and a title before (`bác sĩ người Lào`)."""
        if not self.lower.endswith("người ", 0, start):
            return None
        nation = nation_at(self.text, start - 1)
        if nation is None:
            return None
        person = start - len("người ")
        said = None
        if ends_announcing(self.lower, person):
            said = announced(self.text, self.lower, person, self.page.line_of(person))
        if said is not None and said.title:
            return nation + 1, (said.kind, said.title, said.start)
        return nation + 1, ("profession", None, start)

    def may_be_announced(self, start: int) -> bool:
        """A cheap first test for a title or a position before."""
        if start and self.text[start - 1] == ".":
            return True
        return self.page.behind_post(start) or ends_announcing(self.lower, start)

    def related(self, start: int) -> tuple[int, Cue] | None:
        """`con gái - Tuệ Nhi`, `chồng là Hải`, `(tự Tài Bu)`: a relation or an alias before."""
        before = self.lower[start - 2 : start] if start > 1 else ""
        if before not in _RELATING and before[1:] not in _QUOTES:
            return None
        if _ALIAS.search(self.lower, max(0, start - 20), start):
            return start, ("alias", None, start)
        for link in (" - ", " là ", ": "):
            person = start - len(link)
            if person > 0 and self.lower.startswith(link, person):
                whose = last_word(self.lower, person) if link == " là " else ""
                if whose in _WHOSE:  # `con trai ông là Hải`
                    person -= len(whose) + 1
                if not ends_announcing(self.lower, person + 1):
                    return self.compatriot(start, person) if link == " - " else None
                said = announced(self.text, self.lower, person + 1, self.page.line_of(person))
                if said is not None and (whose in _WHOSE or said.kind in ("relation", "group")):
                    return start, ("relation" if whose else said.kind, None, said.start)
        return None

    def compatriot(self, start: int, end: int) -> tuple[int, Cue] | None:
        """`tay vợt Philippines - Alberto`: somebody of a country, and then the name."""
        space = end
        for _ in range(2):
            space = self.text.rfind(" ", max(0, space - 16), space)
            if space < 0:
                return None
            if nation_at(self.text, space) == end and ends_announcing(self.lower, space + 1):
                return start, ("profession", None, start)
        return None

    def announcing_inside(self, start: int, end: int) -> bool:
        """A cheap first test for a title or the end of a position within a stretch."""
        piece = self.lower[start:end]
        return (
            "." in piece
            or not self.announcing.isdisjoint(piece.split(" "))
            or not self.page.post_ends.keys().isdisjoint(range(start, end))
        )

    def announced_at(self, spans: Spans, line: int, known: bool) -> tuple[int, Cue | None]:
        """The word from which the name goes on, and what announces it."""
        start, end = spans[0][0], spans[-1][1]
        inside = not known or (len(spans) > 1 and self.announcing_inside(start, end))
        for i in range(len(spans) - 1, -1, -1) if inside else (0,):
            at = spans[i][0]
            if self.page.behind_post(at):
                return i, self.trade_of_post(at, line) or ("role", None, -1)
            if i == 0:
                if not known:
                    return 0, None
            elif not ends_announcing(self.lower, at) or self.part_of_name(spans, i):
                continue
            said = announced(self.text, self.lower, at, line)
            if said is None or self.page.inside_role(said.start):
                continue
            if i and said.start > start and not self.opened(start, said.start):
                continue
            if i and self.in_place(start) and not self.text[start : start + 2].isupper():
                return 0, None  # `bản Cha Khót`, but `dưới thời HLV Conte`
            if i and f"{self.text[spans[i - 1][0] : spans[i][1]]}" in context("not titled"):
                return 0, None
            return i, (said.kind, said.title, said.start)
        return 0, None

    def in_place(self, start: int) -> bool:
        """Whether a place's word stands before, which is no syllable of a name: `Hải Phòng`."""
        if not in_place(self.lower, start):
            return False
        before = self.text[max(0, start - 24) : start - 1].split(" ")
        return not (len(before) > 1 and all(w[:1].isupper() for w in before[-2:]))

    def opened(self, start: int, title: int) -> bool:
        """Whether only a word that opens a sentence stands before a title: `Theo ThS Minh`."""
        word = self.text[start : title - 1]
        word = word.capitalize() if word.isupper() else word
        return word in context("opens a sentence") or word in context("opens a title")

    def trade_of_post(self, at: int, line: int) -> Cue | None:
        """A position that is a profession as well (`giám khảo`, `vua`): more may be a name."""
        if not ends_announcing(self.lower, at):
            return None
        said = announced(self.text, self.lower, at, line)
        trade = said is not None and said.kind in ("profession", "group")
        return (said.kind, None, said.start) if trade else None  # type: ignore[union-attr]

    def part_of_name(self, spans: Spans, i: int) -> bool:
        """`nhạc sĩ Anh Quân`, `Bố Trạch`: a capital inside a sentence, before one syllable more."""
        before = spans[i - 1]
        word = self.text[slice(*before)]
        if self.text[slice(*spans[i])] in ("Thị", "Văn") and surname_strength(word):
            return True  # `cụ Ông Thị Chẩn`
        return (
            word in context("part of a name")
            and i == len(spans) - 1
            and not self.page.opens_sentence(before[0])
            and not self.text.startswith(_QUOTED, before[0] - 3)  # `"Êm lắm", Anh Vượng nói`
        )
