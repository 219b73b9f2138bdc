"""Names that no full name's shape tells: two syllables, a rarer surname, a foreign name."""

from __future__ import annotations

import re
from functools import cache

from trich.extract.names import (
    TYPICAL_MIDDLES,
    is_initial,
    is_syllable,
    last_word,
    surname_strength,
    syllables_of_name,
)
from trich.extract.persons import likeness
from trich.extract.persons.alone import LISTING
from trich.extract.persons.contest import contends
from trich.extract.persons.cues import Spans
from trich.extract.persons.evidence import context, in_place, not_names
from trich.extract.persons.likeness import given_names
from trich.extract.persons.name import Name
from trich.extract.persons.page import Page
from trich.extract.persons.posts import nation_at
from trich.extract.persons.titles import performer_words

# `công ty vận tải Phương Trinh`: a firm, whose trade stands between.
_FIRM = re.compile(
    r"(?<!\w)(?:công ty|cty|tập đoàn|doanh nghiệp|dntn|hãng|xí nghiệp|htx|hợp tác xã|cửa hàng"
    r"|nhà xe|nhà hàng|khách sạn|tàu|nhà máy|cơ sở|trung tâm|siêu thị|thẩm mỹ viện|bệnh viện"
    r"|phòng khám)"
    r"(?: [^\W\d_]+){0,8} $"
)
_WHERE = (" ở ", " tại ", "người dân ", "bà con ", "nhân dân ")
_IN_PLACE = (" (xã", " (huyện", " (tỉnh", " (quận", " (thị xã", " (thuộc")


@cache
def _no_field() -> frozenset[str]:
    """Words that end what tells a profession's field."""
    return context("no field") | context("head") | context("place head") | context("unit level")


def make(page: Page, spans: Spans, words: list[str], count: int) -> Name:
    """The first words as a name; a dot that closes its last initial belongs to it."""
    start, end = spans[0][0], spans[count - 1][1]
    last = words[count - 1]
    if is_initial(last) and last.endswith(".") and page.closes_sentence(end):
        end -= 1
    elif len(last) == 1 and page.text.startswith(".", end):
        end += not page.closes_sentence(end + 1)
    if page.text[end : end + 1] == " " and page.text[end + 1 : end + 2].isdigit():
        numbered = page.text[start : end + 2]  # `Nguyễn Ánh 9`
        if numbered in page.known:
            return Name(start, end + 2, numbered.split())
    written = page.text[start:end].split()
    return Name(start, end, written if len(written) >= count else words[:count])


class Short:
    """Weighs such stretches of one article, which nothing announces."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text, self.lower = page.text, page.lower
        self.patterns = page.patterns
        self.no_person = context("no person")
        self.known = likeness.known_persons()

    def weigh(self, spans: Spans, words: list[str]) -> Name:
        """Two syllables, a rarer surname, a foreign name: needs more evidence."""
        behind = " ".join(words[1:])  # `Thơ Hàn Mặc Tử`
        if (
            len(words) > 2
            and behind in self.known
            and " ".join(words) not in self.known
            and not syllables_of_name(words)
            and not likeness.is_whole(words)
        ):
            spans, words = spans[1:], words[1:]
        compatriot = False
        nation = nation_at(self.text, spans[0][0] - 1) if len(words) > 1 else None
        if nation is not None and nation < spans[-1][0]:  # `nhà nước Nga Dmitry Peskov`
            first = next(i for i, span in enumerate(spans) if span[0] > nation)
            if not is_syllable(words[first]):
                spans, words = spans[first:], words[first:]
                compatriot = len(words) > 1  # `tại Thái Lan Suthep Thaugsuban tuyên bố`
        last = len(words) - 1
        if (
            last
            and words[last] in self.known
            and is_syllable(words[last - 1])
            and words[last - 1] not in likeness.first_names()  # `Leo Messi`
        ):
            spans, words = spans[last:], words[last:]  # `Thủy quân Lục Chiến Mattis`
        name = make(self.page, spans, words, min(len(words), 5))
        if name.text in self.known:
            name.rule = "known"
        elif self.patterns.alias.match(self.lower, name.end) and len(words) < 4:
            name.rule = "alias"
        elif any(map(is_initial, words)):
            credited = self.page.credited(name.start)
            name.rule = "initials" if credited or surname_strength(words[0]) else ""
        elif all(map(is_syllable, words)):
            name.rule = self.short_vietnamese(name, words)
        if not name.rule and len(words) > 1 and not all(map(is_syllable, words)):
            first = 0
            while first < len(words) - 2 and words[first] in self.no_person:
                first += 1  # `al-Qaeda Osama bin Laden`
            if first:
                spans, words = spans[first:], words[first:]
                name = make(self.page, spans, words, min(len(words), 5))
            name.rule = self.foreign(name, words)
            if not name.rule and compatriot and self.no_person.isdisjoint(words):
                says = self.patterns.speech.match(self.lower, name.end)
                name.rule = "foreign" if says and len(words) < 4 else ""
        if not name.rule and 1 < len(words) < 4 and self.fielded(name.start):
            foreign = not any(map(is_syllable, words)) and self.no_person.isdisjoint(words)
            if foreign or likeness.is_pair(words, loose=True) or likeness.is_whole(words):
                name.rule = "after-field"
        if not name.rule and name.text.lower() in likeness.pen_names()[0] and len(words) > 2:
            name.rule = "pen-name"
        # `do Lê Quý đạo diễn`, `Grand Tour (Miguel Hora đạo diễn)`
        told = self.text.endswith((" do ", " ("), 0, name.start)
        if not name.rule and told and self.done_by(name):
            name.rule = "human-verb"
        if not name.rule and contends(self.page, name.start, name.end, words):
            name.rule = "player"
        return name

    def short_vietnamese(self, name: Name, words: list[str]) -> str:
        """The rule that accepts a short name of Vietnamese syllables, or nothing."""
        n = len(words)
        strength = surname_strength(words[0])
        if n == 2 and strength == "strong":
            return "two-syllables"
        if n <= 3 and self.page.is_performer(name.end) and not in_place(self.lower, name.start):
            return "apposition"
        if n <= 3 and self.person_follows(name, human=strength in (None, "weak")):
            return "said-by"
        told = (n == 3 and strength) or (n == 2 and words[0] in context("birth order"))
        if told and self.page.apposed(name.end):
            return "apposition"  # `Chu Lập Cơ (chồng bà Lan)`, `Hai Lúa, con trai ông`
        if self.page.in_office(name.end) and likeness.may_be_whole(words):
            return "before-role"
        given = n in (2, 3) and strength and words[-1] in given_names()
        if given and self.page.behind_office(name.start) and not likeness.is_place(name.text):
            return "behind-role"
        if n in (2, 3) and (self.page.credited(name.start) or self.page.made(name.start, name.end)):
            return "byline"
        likely = likeness.is_pair(words, loose=True) or (n == 3 and likeness.closes(words[2]))
        if likely and (
            self.page.listed_with_homes(name.start, name.end)
            or (self.text.startswith(" (", name.end) and self.page.credited_with_home(name.end))
        ):
            return "listed"
        if self.page.authored(name.start) and (likeness.is_pair(words, loose=True) or strength):
            return "byline"
        if n in (2, 3) and self.page.writes(name.start, name.end) and likeness.may_write(words):
            return "letter"
        if strength and self.page.in_name_column(name.start, name.end):
            return "table"
        paired = n == 2 and (likeness.is_pair(words) or likeness.is_sure_pair(words))
        if paired and self.pair_acts(name):
            return "given-pair"
        if n == 3 and strength is None and likeness.closes(words[2]) and self.plays(name):
            return "player"  # `Sĩ Bội Lan gác vợt`
        whole = n == 3 or (n == 4 and given_names().keys() >= set(words[1:]))
        if whole and strength == "usual" and likeness.is_whole(words):
            place = words[0].lower() in context("place head")  # `Đèo Hải Vân`
            left = self.patterns.left.search(self.lower, max(0, name.start - 8), name.start)
            return "usual-surname" if left or not place else ""
        return ""

    def done_by(self, name: Name) -> bool:
        """Whether only a person does what is told: `do Hồ Pa Quý (xã An Trạch) điều khiển`."""
        words = name.words
        if not self.patterns.done.match(self.lower, name.end) or len(words) > 4:
            return False
        if all(map(is_syllable, words)):
            whole = len(words) > 2 and surname_strength(words[0]) is not None
            return whole or likeness.is_pair(words, loose=True)
        return self.no_person.isdisjoint(words) and not any(map(str.isupper, words))

    def fielded(self, start: int) -> bool:
        """Whether a profession with its field stands before: `chuyên gia chứng khoán La Trung`."""
        if start < 8 or self.text[start - 1] != " " or not self.text[start - 2].islower():
            return False
        field: list[str] = []
        for word in reversed(self.text[max(0, start - 60) : start - 1].split(" ")[1:]):
            if not word.islower() or not word.isalpha():
                break
            head = performer_words(" ".join((word, *reversed(field)))) if field else 0
            if 0 < head <= len(field):  # something is left for the field
                return not in_place(self.lower, start)
            if word in _no_field() or len(field) > 4:
                break
            field.append(word)
        return False

    def pair_acts(self, name: Name) -> bool:
        """Whether what stands around `Văn Toàn` makes it a person, not a commune or a firm."""
        patterns, lower = self.patterns, self.lower
        if lower.startswith(_IN_PLACE, name.end):
            return False  # `Công Sơn (huyện Cao Lộc)`
        if likeness.opens_word(lower, name.end - len(name.words[1]), name.end):
            return False  # `Trường Đại học mở`
        if lower.endswith(_WHERE, 0, name.start):
            return False  # `vụ cháy ở Cẩm Ngọc`
        if likeness.is_sure_pair(name.words) and not self.page.opens_sentence(name.start):
            return not self.names_firm(name.start)
        if (
            patterns.acting.match(lower, name.end)
            or patterns.alone.match(lower, name.end)
            or patterns.playing.match(lower, name.end)
            or patterns.shirt.match(self.text, name.end)
            or self.page.apposed(name.end)
        ):
            return True
        first, last = name.words
        word = likeness.is_word(last)
        personal = first in context("personal middle")
        right = patterns.right.match(lower, name.end) is not None
        if right and (personal or (first in TYPICAL_MIDDLES and not word)):
            return True
        sure = personal and given_names().get(last) == "name"
        sure = sure or likeness.is_sure_pair(name.words)
        if self.page.opens_sentence(name.start):
            return sure and patterns.sure.match(lower, name.end) is not None
        before = last_word(lower, name.start - 1)
        if before in context("strong left"):
            return True
        if sure and (before in context("before a pair") or self.is_closed(name, before)):
            return True
        left = patterns.left.search(lower, max(0, name.start - 8), name.start) is not None
        told = right or (before not in LISTING and self.text[name.start - 2] != ",")
        return left and told and (personal or not word)

    def names_firm(self, start: int) -> bool:
        """Whether a firm or a house is called so: `trung tâm thanh thiếu nhi Nguyễn Tất Thành`."""
        return _FIRM.search(self.lower, max(0, start - 80), start) is not None

    def is_closed(self, name: Name, before: str) -> bool:
        """`người được nhắc tên là Phi Hoàng.`: a sentence that ends in a name."""
        return before == "là" and self.text[name.end : name.end + 1] in (".", "!", "?", ";", "")

    def foreign(self, name: Name, words: list[str]) -> str:
        """The rule that accepts a foreign name, or nothing."""
        if len(words) == 2 and words[1] in context("place surname"):
            return "foreign" if words[0] in likeness.first_names() else ""  # `Naomi Osaka`
        surely = words[0] in likeness.first_names() and len(words) < 4  # `Francis Ford Coppola`
        places = context("place surname")
        if len(words) > 5 or any(
            w in self.no_person and not (surely and w in places) for w in words
        ):
            return ""
        if any(w.isupper() and len(w) > 1 and "." not in w for w in words):
            return ""
        if surname_strength(words[0]) == "strong" or (
            surname_strength(words[0])
            and (words[1] in ("Văn", "Thị") or surname_strength(words[0]) == "usual")
            and words[1] in TYPICAL_MIDDLES
        ):
            # `Hoàng Văn Slấn`, `Phan Văn Santos`, `Nguyen Van Hung`
            return "" if is_syllable(words[0]) and is_syllable(words[-1]) else "foreign"
        if surname_strength(words[-1]) == "strong" and not is_syllable(words[0]):
            return "foreign"  # `Savanna Lý Nguyễn`
        first = words[0].split("-")[0]  # `Jean-Luc`
        if first in likeness.first_names() or self.person_follows(name, human=True):
            return "foreign"
        if self.patterns.alone.match(self.lower, name.end) or self.seeded(name):
            return "" if in_place(self.lower, name.start) else "foreign"
        if likeness.is_highland(words):
            return "highland"
        if not is_syllable(words[0]) and likeness.is_pair(words[1:]):
            return "foreign"  # `Jacky Minh Trí`
        if self.page.in_office(name.end):
            return "before-role"
        spoken = words[0].isascii() and not in_place(self.lower, name.start)
        if spoken and (likeness.ends_surname(words[-1]) or self.plays(name)):
            return "foreign"
        if self.page.apposed(name.end) or self.page.is_performer(name.end):
            return "apposition"
        if likeness.is_asian(words) or words[-1] in self.known:
            return "foreign"
        # `Bun-thăn Xay-nha-vông cho biết`: a name spelled by its syllables
        spelt = all("-" in w and w.partition("-")[2].islower() for w in words)
        labels = self.text.startswith(":", name.end)  # a country's news: `* Pu-éc-tô Ri-cô: ...`
        return "foreign" if spelt and not labels and not in_place(self.lower, name.start) else ""

    def plays(self, name: Name) -> bool:
        """Whether a player is spoken of: `Eric Bolton đệm bóng`."""
        return (
            self.patterns.playing.match(self.lower, name.end) is not None
            or self.patterns.shirt.match(self.text, name.end) is not None
        )

    def seeded(self, name: Name) -> bool:
        """Whether `hạt giống số 1 đơn nam` or the like stands before."""
        return (
            self.patterns.seeded.search(self.lower, max(0, name.start - 40), name.start) is not None
        )

    def person_follows(self, name: Name, human: bool) -> bool:
        """Whether an age or a verb of persons follows (of bodies as well, unless `human`)."""
        return (
            self.patterns.human.match(self.lower, name.end) is not None
            or self.patterns.age.match(self.text, name.end) is not None
            or (not human and self.patterns.speech.match(self.lower, name.end) is not None)
        ) and name.text.lower() not in not_names()
