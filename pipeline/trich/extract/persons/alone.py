"""A capital word that stands alone: whose given name, or none?"""

from __future__ import annotations

import re
from functools import cache

from trich.extract.names import is_syllable, last_word, surname_strength
from trich.extract.persons import likeness
from trich.extract.persons.contest import contends
from trich.extract.persons.evidence import context, in_place
from trich.extract.persons.name import Name
from trich.extract.persons.page import AT_PLACE, Page

#: Words of a list, by which a capital word tells nothing.
_CALLED = ("mang tên ", "đặt tên ", "lấy tên ", "đổi tên ")  # a work, a ship, a child
_NICKNAME = re.compile(r' ["“][^\W\d_]{1,7}(?: [^\W\d_]{1,7})?["”](?![^\W_])')
_CLAUSES = frozenset({"Khoản", "Điều", "Điểm", "Mục", "Chương"})  # of a law
LISTING = frozenset({"", "và", "là", "như"})


@cache
def kin_before() -> tuple[str, ...]:
    """What stands before somebody's given name, and before no town's."""
    return tuple(f" {words} " for words in context("kin before a name"))


class Alone:
    """Weighs single capital words that nothing announces."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text, self.lower = page.text, page.lower
        self.patterns = page.patterns
        # Looked up at every capital word.
        self.no_given = context("no given name")
        self.no_person = context("no person")
        self.place_syllables = context("place syllable")
        self.known = likeness.known_persons()
        self.given = likeness.given_names()

    def weigh(self, span: tuple[int, int]) -> Name | None:
        """A capital word alone: kept for the second look, unless it can be no name."""
        start, end = span
        word = self.text[start:end]
        kind = self.given.get(word)
        if kind is None and word in self.no_given:
            # `Anh` inside a sentence is England, or somebody the article has named
            inside = word == "Anh" and not self.page.opens_sentence(start)
            inside = inside or (start, end) in self.page.openers
            return Name(start, end, [word]) if inside else None
        if len(word) == 1:  # `H khai`, where the article has a `Trần Văn H`
            acts = self.patterns.human.match(self.lower, end) or self.acts(start, end)
            return Name(start, end, [word]) if acts else None
        if word in self.no_person and "." in word:
            return None  # `T.Ư`
        if word in _CLAUSES and self.text[end + 1 : end + 2].isdigit():
            return None  # `theo Khoản 2 Điều 146`
        name = Name(start, end, [word])
        if word.isupper() and "." not in word:
            if (start, end) in self.page.initials:
                name.rule = "byline"
                return name
            return None
        if self.text.startswith((' "', " “"), end) and self.nicknamed(word, start, end):
            name.rule = "" if in_place(self.lower, start) else "alias"
        elif "." in word:
            if word.count(".") > 1 and self.patterns.age.match(self.text, end):
                name.rule = "initials"
            elif self.page.credited(start) or self.page.signs_initials(start, end):
                name.rule = "byline"
            elif self.page.writes(start, end):
                name.rule = "letter"
            elif self.initials_act(word, start, end):
                name.rule = "initials"
        elif word in self.known and not in_place(self.lower, start):
            name.rule = "known"
        elif "'" in word and likeness.is_highland([word]):
            name.rule = "" if in_place(self.lower, start) else "highland"
        elif self.page.is_performer(end) and not in_place(self.lower, start):
            name.rule = "apposition"
        elif self.text.startswith((" (", " của "), end) and contends(self.page, start, end, [word]):
            name.rule = "player"
        elif not is_syllable(word):
            sure = self.aged(end) or self.patterns.surely_human.match(self.lower, end) is not None
            sure = sure or self.patterns.somebody.match(self.lower, end) is not None
            if word not in self.no_person and not in_place(self.lower, start):
                if sure:
                    name.rule = "human-verb"
                elif self.plays(start, end) and not likeness.is_place(word):
                    name.rule = "player"
                elif (
                    likeness.is_surname(word)
                    or self.first_name_acts(word, end)
                    or self.is_somebodys(word, start, end)
                ):
                    name.rule = "foreign"
        elif word not in self.place_syllables:
            opens = self.page.opens_sentence(start)
            idle = word in self.no_given or not self.page.may_act(end)
            if opens and idle and kind != "name" and not self.somebody_acts(kind, end):
                return name  # nearly every word that opens a sentence
            if kind is None:
                name.rule = self.other_syllable(start, end, opens)
            elif not in_place(self.lower, start) or (kind == "name" and self.numbered(start)):
                name.rule = self.syllable(kind, start, end, opens)
        elif kind and not in_place(self.lower, start) and self.no_town(word, start, end):
            name.rule = "given-name"
        return name

    def somebody_acts(self, kind: str | None, end: int) -> bool:
        """`Minh bỏ học`, `Lan nghẹn giọng`: a word that opens a sentence is a name all the same."""
        return kind is not None and self.patterns.somebody.match(self.lower, end) is not None

    def no_town(self, word: str, start: int, end: int) -> bool:
        """Whether `Nga`, `Vinh` or `Nam` is somebody, by what only a person does or has."""
        lower, patterns = self.lower, self.patterns
        if likeness.opens_word(lower, start, end) or lower.endswith(AT_PLACE, 0, start):
            return False
        if patterns.somebody.match(lower, end) or self.aged(end):
            return True
        if word in context("nation syllable"):
            return False
        if patterns.alone.match(lower, end):
            return True
        if self.page.opens_sentence(start):
            return False
        if lower.endswith(kin_before(), 0, start):
            return True
        return patterns.homely.match(lower, end) is not None

    def other_syllable(self, start: int, end: int, opens: bool) -> str:
        """The same for a syllable that no table of given names holds: `Páo`, `Khuy`."""
        verb = self.patterns.surely_human if opens else self.patterns.human
        if likeness.opens_word(self.lower, start, end):
            return ""
        rule = ""
        if verb.match(self.lower, end):
            rule = "human-verb"
        elif not opens and self.acts(start, end):
            rule = "given-name"
        return "" if rule and in_place(self.lower, start) else rule

    def syllable(self, kind: str, start: int, end: int, opens: bool) -> str:
        """The rule that takes one capital syllable for a given name, or nothing.

        Inside a sentence a syllable that is hardly anything but a given name needs little;
        one that is a word as well, or opens a sentence, needs words of persons around it.
        """
        patterns, lower = self.patterns, self.lower
        if opens:
            if patterns.surely_human.match(lower, end):
                return "human-verb"
            if likeness.opens_word(lower, start, end):
                return ""
            if kind == "word":
                bare = self.text[start:end] in context("also a bare noun")
                does = patterns.alone.match(lower, end) or patterns.somebody.match(lower, end)
                return "given-name" if does and not bare else ""
            if patterns.human.match(lower, end) or patterns.speech.match(lower, end):
                return "human-verb"
            if kind == "name" and self.page.apposed(end):
                return "apposition"  # `Khuê, sinh viên khoa Văn`
            acts = patterns.sure if kind == "name" else patterns.acting
            return "given-name" if acts.match(lower, end) else ""
        if likeness.opens_word(lower, start, end):
            return ""
        if patterns.human.match(lower, end) or self.aged(end):
            return "human-verb"
        before = last_word(lower, start - 1) if lower[start - 1] == " " else ""
        if self.text[start:end] in context("institution syllable"):
            return ""  # `Phó Hiệu trưởng của Trường`
        sure = kind == "name" and before in context("still before a name")
        if before in context("not before a given name") and not sure:
            return ""
        if lower.endswith(_CALLED, 0, start):
            return ""
        if kind == "name":
            digit = self.text[end + 1 : end + 2].isdigit()  # `Quý 3`
            told = self.text[start - 1 - len(before) : start - 1].islower()
            told = told or self.text.endswith(", ", 0, start) or before in context("strong left")
            told = told or patterns.sure.match(lower, end) is not None
            return "given-name" if told and not digit else ""
        kin = lower.endswith(kin_before(), 0, start)
        strong = kin or before in context("strong left")
        if strong or patterns.acting.match(lower, end) or self.acts(start, end):
            return "given-name"
        if self.text[start:end] in context("also a bare noun"):
            return ""  # `theo Luật`
        if patterns.right.match(lower, end):
            return "given-name"
        closed = self.text[end : end + 1] in ",.;:?!)\n" and before not in context("no left")
        left = patterns.left.search(lower, max(0, start - 8), start)
        open_ = kind == "plain" and lower.startswith(" ", end)
        if left and (closed or open_) and before not in LISTING:
            return "given-name"
        return ""

    def numbered(self, start: int) -> bool:
        """Whether a number stands before, as it does before a street: `năm lớp 9 Huy`."""
        return self.text[start - 1] == " " and self.text[start - 2].isdigit()

    def aged(self, end: int) -> bool:
        """Whether an age stands behind: `Erik (19 tuổi)`."""
        m = self.patterns.age.match(self.text, end)
        return m is not None and "tuổi" in m[0]

    def nicknamed(self, word: str, start: int, end: int) -> bool:
        """`Vũ "nhôm"`: a given name, and what everybody calls its bearer."""
        known = word in self.given or surname_strength(word) is not None
        if word in context("nation syllable"):
            return False  # `lo Đức “quay lưng”`
        if not known and is_syllable(word) and self.text[end + 2 : end + 3].islower():
            known = self.patterns.left.search(self.lower, max(0, start - 8), start) is not None
            known = known or last_word(self.lower, start - 1) in context("strong left")
        return known and _NICKNAME.match(self.text, end) is not None

    def first_name_acts(self, word: str, end: int) -> bool:
        """`Steven nổi tiếng khi …`: a given name from abroad, and what a person does."""
        if word not in likeness.first_names() or word in context("place given"):
            return False
        acting = self.patterns.acting.match(self.lower, end) is not None
        return acting or self.patterns.human.match(self.lower, end) is not None

    def is_somebodys(self, word: str, start: int, end: int) -> bool:
        """`đã đính hôn cùng Louis.`: a given name from abroad behind a word for persons."""
        if word not in likeness.first_names() or word in context("place given"):
            return False
        before = last_word(self.lower, start - 1) if self.lower[start - 1] == " " else ""
        strong = before in context("strong left") or before == "cùng"
        return strong and self.text[end : end + 1] in ",.;:?!)\n"

    def plays(self, start: int, end: int) -> bool:
        """Whether a player is spoken of: `Oseni đánh đầu`, `đường chuyền của Olaha`."""
        return (
            self.patterns.playing.match(self.lower, end) is not None
            or self.patterns.shirt.match(self.text, end) is not None
            or self.patterns.played.search(self.lower, max(0, start - 48), start) is not None
        )

    def acts(self, start: int, end: int) -> bool:
        """Whether the words on both sides of a name are such as stand around a person."""
        return (
            self.patterns.right.match(self.lower, end) is not None
            and self.patterns.left.search(self.lower, max(0, start - 8), start) is not None
        )

    def initials_act(self, word: str, start: int, end: int) -> bool:
        """`con gái là N.T.H.`, `bị H. lừa`: initials where a person is spoken of."""
        left = self.patterns.left.search(self.lower, max(0, start - 8), start)
        if word.count(".") > 1 or word[-1] != ".":
            return left is not None or self.patterns.right.match(self.lower, end) is not None
        return left is not None and self.text[end : end + 2].strip().islower()
