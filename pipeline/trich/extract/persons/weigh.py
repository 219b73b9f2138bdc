"""One capital stretch at a time: is it a name, and how much of it?

What announces it (a title, a position, a profession) counts first, then its shape, then
what follows.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from trich.extract.names import (
    TYPICAL_MIDDLES,
    is_initial,
    is_syllable,
    last_word,
    surname_strength,
    syllables_of_name,
    tokens,
)
from trich.extract.persons import bylines, capitals, likeness
from trich.extract.persons.alone import Alone
from trich.extract.persons.cues import Cue, Cues, Spans
from trich.extract.persons.evidence import context, in_place, not_names
from trich.extract.persons.length import GIVEN_CUES, Length
from trich.extract.persons.name import Name
from trich.extract.persons.page import Page
from trich.extract.persons.posts import nation_at
from trich.extract.persons.short import Short, make
from trich.extract.persons.titles import TITLES

#: Kinds of announcing words that may stand before the first word of a title or a field.
_LOOSE_CUES = frozenset({"relation", "profession", "group"})
_NUMBERED = re.compile(r" \d{4,}")
_MONKS = ("ns", "nt", "sc", "ht")
_WHERE = ("ở ", "tại ", "về ", "đến ", "từ ", "xuống ", "lên ", "qua ")


@cache
def shows() -> tuple[str, ...]:
    """What stands before an artist's name, and before a work's."""
    return tuple(f" {words} " for words in context("show of a person"))


@cache
def works() -> tuple[str, ...]:
    """What stands before a work's name: `vở Đời cô Lựu`."""
    return tuple(f" {words} " for words in context("work"))


class Weigher:
    """Weighs the capital stretches of one article."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text, self.lower = page.text, page.lower
        self.patterns = page.patterns
        # Looked up at every capital word.
        self.no_given = context("no given name")
        self.no_person = context("no person")
        self.known = likeness.known_persons()
        self.given = likeness.given_names()
        self.alone = Alone(page)
        self.short = Short(page)
        self.length = Length()
        self.cues = Cues(page)
        self.places = likeness.places()

    def weigh(self, start: int, end: int) -> Name | None:
        """The name in a stretch: accepted (it has a rule), kept for a second look, or None."""
        text = self.text
        known = self.cues.may_be_announced(start)
        compatriot = None
        if not known:
            piece = text[start:end]
            several = " " in piece
            if several and piece in self.places:
                return None
            compatriot = self.cues.countryman(start) or self.cues.related(start)
            if compatriot is None and not several:
                return self.alone.weigh((start, end))
        if compatriot is not None:
            start = compatriot[0]
            if start >= end:
                return None
        spans = tokens(text, start, end)
        if not spans:
            return None
        if len(spans) > 1 and self.is_credit(start, end) and self.page.credited(start):
            return self.uncued(spans, [text[s:e] for s, e in spans])  # `Ảnh: ANH PHƯƠNG`
        if (
            text[start - 1] == " "
            and text[start - 2] == ":"
            and text[start + 1 : start + 2].isupper()
        ):
            loud = sum(1 for _ in takewhile(str.isupper, (text[s:e] for s, e in spans)))
            if 1 < loud < len(spans) and self.page.credited(start):
                spans = spans[:loud]  # `Ảnh: MAI QUYÊN Lập tức`
        for i in range(2, len(spans) - 1):
            if text[slice(*spans[i])] == "Theo":
                spans = spans[:i]  # `Ông Lê Văn Quý Theo VOV`
                break
        first, cue = 0, compatriot[1] if compatriot is not None else None
        if compatriot is None and (known or self.cues.announcing_inside(start, end)):
            first, cue = self.cues.announced_at(spans, self.page.line_of(start), known)
            if cue is None and known and (related := self.cues.related(start)) is not None:
                cue = related[1]  # `tự xưng là Long Sẹo`
        spans = self.until_role(spans[first:])
        if not spans or spans[0][0] in self.page.role_starts:
            return None
        words = [text[s:e] for s, e in spans]
        if words[0].isupper() and capitals.stands_alone(self.text, spans, words):
            words = [w.capitalize() for w in words]
        if cue is not None:
            return self.cued(spans, words, cue)
        if spans[0][0] in self.page.signed_below and bylines.signature(self.page, spans, words):
            name = make(self.page, spans, words, len(words))
            name.rule = "signature"
            return name
        return self.uncued(spans, words)

    def is_credit(self, start: int, end: int) -> bool:
        """`Ảnh: ANH PHƯƠNG`, `Video: Anh Tú`: no title stands in a credit's name."""
        if self.text[start + 1].isupper():
            return self.text[start:end].isupper()
        return self.text.startswith("Anh ", start) and self.text.count(" ", start, end) == 1

    def until_role(self, spans: Spans) -> Spans:
        """The words before a position that the stretch runs into."""
        for i, (s, _) in enumerate(spans):
            if i and s in self.page.role_starts:
                words = [self.text[a:b] for a, b in spans]
                if i > 1 or syllables_of_name(words) < len(words):
                    return spans[:i]  # but `Phạm Quốc Vương`
        return spans

    # -- announced

    def cued(self, spans: Spans, words: list[str], cue: Cue) -> Name | None:
        kind, title, head = cue
        if words[0] == "The":  # `huấn luyện viên The Voice`
            return None
        start, end = spans[0]
        if title is not None and self.text[start + 1 : start + 2].isupper():
            pair = f"{last_word(self.lower, start - 1)} {self.lower[start:end]}"
            if likeness.is_compound(pair) or pair in context("no title"):
                return None  # `BÀ CON CHUNG TAY`
        spans, words = self.until_full_stop(spans, words)
        while len(words) > 1 and words[0] in self.no_person:
            spans, words = spans[1:], words[1:]
        place = words[0] in context("highland place") and not all(map(is_syllable, words))
        nation = nation_at(self.text, spans[0][0] - 1) if len(words) > 1 else None
        if not nation and len(words) > 2 and likeness.is_place(" ".join(words[:2])):
            if syllables_of_name(words[2:]) == len(words) - 2:  # `tướng Bắc Hà Lê Văn Quý`
                spans, words = spans[2:], words[2:]
            else:
                place = True  # `Ngư Dân Quảng Ngãi Trúng Đậm Cá`
        if place and kind in ("group", "profession"):
            return None  # `nông dân Đạ Huoai`
        if nation:
            behind = [span for span in spans if span[0] > nation]
            last = words[-len(behind)] if behind else ""
            # `người đồng cấp Pháp Jean Castex`, `người đồng cấp Trung Quốc Vương Nghị`
            if behind and (not is_syllable(last) or (len(behind) > 1 and surname_strength(last))):
                spans, words = behind, words[-len(behind) :]
        if kind == "role" and words[0] not in context("baptismal name"):
            post = self.page.post_ends.get(spans[0][0] - 1)  # none when words were passed over
            if len(words) == 1 and post is not None and post.firm:
                return None
            # `Tổng Giám đốc Telecom Lê Văn Quý`
            first = 0 if self.two_surnames(words) else self.seam(words)[0]
            spans, words = spans[first:], words[first:]
        count = self.length.announced(words, kind, self.bodied(spans[0][0]))
        if not count:
            return self.uncued(spans, words)
        name = make(self.page, spans, words, count)
        if title is not None and count == 1 and self.text[title[0] : title[1]] in ("mẹ", "má"):
            title = None  # `mẹ Hiếu` is his mother
        if title is not None and self.in_work(head):
            return None
        if kind == "relation" and self.lower.startswith("tên", head):
            small = last_word(self.text, head - 1).islower()
            if small and in_place(self.lower, head):
                return None  # `thôn tên Tân Lập`
        if kind == "relation" and words[0] in context("baptismal name"):
            title = (head, spans[0][0] - 1)  # `cha Antôn Lê Văn Quý`
        if count == 1 and _NUMBERED.match(self.text, name.end):
            return None  # `chủ tàu QNg 10001`
        if kind == "religious" and words[0] != "Thích":
            if self.lower.startswith("tt", head):
                return None  # `TT.` is a town's, unless a monk follows
            if self.lower.startswith(_MONKS, head):
                title = None  # `NS Xuân Hinh` is an artist, `HT` a headmaster
        name.title, name.head, name.cue = title, head, kind
        announced_as = self.lower[head : name.end] if head >= 0 else ""
        if self.is_blocked(name, kind, count):
            return None
        if announced_as in not_names() and not self.short.person_follows(name, human=True):
            return None  # `chị Hằng`, but `chị Hằng (27 tuổi)`
        if self.patterns.common.match(self.lower, name.start):
            return None
        alone = (kind in _LOOSE_CUES or kind == "case") and count == 1 and is_syllable(words[0])
        if alone and likeness.opens_word(self.lower, name.start, name.end):
            return None  # `phóng viên Chuyên trang Sinh viên`
        name.rule = f"after-{kind}"
        return name

    def bodied(self, start: int) -> bool:
        """Whether a position ends right before, with its body or of no firm: `thẩm phán`."""
        post = self.page.post_ends.get(start - 1)
        return post is not None and (post.organization is not None or not post.firm)

    def in_work(self, head: int) -> bool:
        """Whether a title stands inside the name of a play or a film: `vở Đời cô Lựu`."""
        before = last_word(self.text, head - 1) if self.text[head].islower() else ""
        if not before[:1].isupper() or not before.isalpha():
            return False
        start = head - 1 - len(before)
        if start > 0 and self.text[start - 1] in '“"':
            start -= 1
        return self.text.endswith(works(), 0, start)

    def is_blocked(self, name: Name, kind: str, count: int) -> bool:
        """Whether an announced name is a place's or a thing's all the same: `bác sĩ Việt Nam`."""
        if name.text.lower() not in not_names() or name.text in self.known:
            return False
        if count == 1 and kind not in TITLES and name.text in context("nationality syllable"):
            return True  # `chồng Tây`
        if count == 1:
            return kind not in TITLES and (kind != "relation" or name.text not in self.given)
        if count == 2 and likeness.is_pair(name.words, loose=True):
            return kind not in GIVEN_CUES
        if kind == "relation" and self.lower.startswith("tên", name.head):
            who = last_word(self.lower, name.head - 1)
            return who not in context("named so")  # `con gái tên Hội An`
        bracketed = self.text[name.head - 1] == "(" and self.text.startswith(")", name.end)
        if count == 2 and bracketed and kind == "profession":
            return not likeness.closes(name.words[1])  # `(tác giả Thái Hòa)`
        if count == 2 and kind in TITLES and surname_strength(name.words[0]):
            verbs = (self.patterns.human, self.patterns.speech)
            sure = surname_strength(name.words[0]) == "strong"  # `ông Nguyễn Kim`, `bà Cao Lộc nói`
            sure = sure or kind == "rank" or any(verb.match(self.lower, name.end) for verb in verbs)
            return not (sure and likeness.closes(name.words[1]))
        return count == 2 or kind not in TITLES

    def until_full_stop(self, spans: Spans, words: list[str]) -> tuple[Spans, list[str]]:
        """`cô giáo L. Nhà trường ...`: the dot of an initial may end the sentence as well."""
        for i in range(1, len(words)):
            apart = words[i - 1].endswith(".") and spans[i][0] > spans[i - 1][1]
            opens = words[i] in self.no_given and words[i] not in TYPICAL_MIDDLES
            if apart and opens and not surname_strength(words[i]):
                return spans[:i], words[:i]
        return spans, words

    # -- not announced

    def uncued(self, spans: Spans, words: list[str]) -> Name | None:
        first = self.opening_words(spans, words)
        spans, words = spans[first:], words[first:]
        n = len(words)
        if n == 1:
            return self.alone.weigh(spans[0])
        if is_initial(words[0]) and self.page.credited(spans[0][0]):  # `Ảnh: V.HÀ`
            name = make(self.page, spans, words, n)
            name.rule = "byline"
            return name
        if all(w.isupper() for w in words):
            if self.page.credited(spans[0][0]) and bylines.loud_credit(words):
                name = make(self.page, spans, words, n)  # `Ảnh: MỘC LAN`
                name.rule = "byline"
                return name
            return capitals.weigh(self.page, spans, words)
        if (pen := likeness.pen_name(words)) > 2:
            name = make(self.page, spans, words, pen)
            name.rule = "pen-name"
            self.judge(name, 0)
            if name.rule and self.short.names_firm(name.start):
                name.rule, name.vetoed = "", True
            return name
        count = syllables_of_name(words)
        first = 0
        if words[0] == "Y" and self.is_of_the_highlands(spans, words):
            name = make(self.page, spans, words, min(n, 4))
            name.rule = "highland"
            return name
        weak = words[0] in context("opens a sentence")  # `Từ Lê Khánh Duy`
        if not count and self.two_surnames(words, weak) and not in_place(self.lower, spans[0][0]):
            count = n
        if not count and n >= 4:
            first, count = self.seam(words)
        if count:
            name = make(self.page, spans[first:], words[first:], count)
            name.rule = "full-name" if not first else "seam"
            line = self.page.line_of(name.start)
            if first + count < n and self.page.title_case(line, name.start):
                name.rule = ""
        elif n > 3 and self.is_whole_of(spans, words):
            name = make(self.page, spans, words, n)  # `Bun Khăm Pa Sợt (SN 1971)`
            name.rule = "said-by"
        else:
            name = self.short.weigh(spans, words)
        self.judge(name, first)
        return name

    def is_whole_of(self, spans: Spans, words: list[str]) -> bool:
        """Whether an age behind many words tells that all of them are one name."""
        aged = self.patterns.age.match(self.text, spans[-1][1])
        if aged is None or not any(map(str.isdigit, aged[0])):
            return False
        no_place = not any(likeness.is_place(" ".join(words[i : i + 2])) for i in range(len(words)))
        return no_place and self.no_person.isdisjoint(words)

    def opening_words(self, spans: Spans, words: list[str]) -> int:
        """How many words before the name are capital for another reason.

        A list's letter (`B. Nguyễn Văn Lợi`), a sentence's first word (`Thấy Minh`), a street
        or a quarter that opens one (`Phường Trần Phú`).
        """
        first, n = 0, len(words)
        if self.page.credited(spans[0][0]) or self.page.at_home(spans[0][0], spans[-1][1]):
            return 0
        while (
            first < n - 1
            and is_initial(words[first])
            and len(words[first]) < 3
            and spans[first][1] < spans[first + 1][0]
            and (surname_strength(words[first + 1]) or self.lettered(spans, words, first))
        ):
            first += 1
        word = words[first]
        if n - first == 2 and word in self.given and self.page.signs(spans[first][0], spans[-1][1]):
            return first  # `Từ Thành (TTXVN)`
        last = n - first == 2 and likeness.closes(words[-1])
        if last and self.page.closes(spans[first][0], spans[-1][1]):
            return first
        if n - first == 2 and word in context("birth order") and self.page.apposed(spans[-1][1]):
            return first  # `Hai Lúa, con trai ông`
        if first == n - 1 or surname_strength(word) not in (None, "weak"):
            return first
        if n - first == 2 and self.is_verb_before_name(spans, words, first):
            return first + 1  # `Nhìn Tú, ai cũng khen`
        opens = self.page.opens_sentence(spans[first][0])
        if word in context("opens a sentence") and (opens or word not in TYPICAL_MIDDLES):
            rest = words[first:]
            whole = syllables_of_name(rest) > 0 or self.two_surnames(rest, weak=True)
            surname = not opens and surname_strength(word) is not None
            return first + (not (whole and surname))  # `, Từ Ngọc Minh`
        place = n - first > 2 and word.lower() in context("place head")
        function = word in self.no_given and word not in likeness.given_names()
        if function and likeness.is_highland(words[first:]):
            return first  # `Nay H'Blich`
        if place and surname_strength(words[first + 1]):
            return first + 1
        start = spans[first][0]
        dashed = self.text.startswith(" - ", start - 3)  # `Phong Nha - Kẻ Bàng`
        return first + (function and not dashed and opens)

    def is_of_the_highlands(self, spans: Spans, words: list[str]) -> bool:
        """Whether `Y` opens a man's or a woman's name: `Y Thim`, but `Y Tế`, `xã Y Tý`."""
        if words[1] in context("not behind Y") or words[1].lower() in context("not behind Y"):
            return False
        line = self.page.line_of(spans[0][0])
        if self.page.title_case(line, spans[0][0]):
            return False
        clan = len(words) > 2 and likeness.is_highland(words[2:])
        return clan or not in_place(self.lower, spans[0][0])

    def is_verb_before_name(self, spans: Spans, words: list[str], first: int) -> bool:
        """Whether a capital that opens the sentence stands before a given name alone."""
        word, name = words[first], words[first + 1]
        if word in self.given or word in TYPICAL_MIDDLES or surname_strength(word):
            return False
        if not is_syllable(word) or word in context("birth order"):
            return False
        if f"{word} {name}" in self.known or word == "Tiểu":
            return False
        return self.given.get(name) == "name" and self.page.opens_sentence(spans[first][0])

    def lettered(self, spans: Spans, words: list[str], first: int) -> bool:
        """Whether an initial is a list's letter: `D. Di Stefano` at a line's beginning."""
        start = spans[first][0]
        return (
            len(words) - first > 2
            and words[first][0] == words[first + 1][0]
            and self.page.line_of(start) == start
        )

    @staticmethod
    def two_surnames(words: list[str], weak: bool = False) -> bool:
        """Whether a surname that is also a word opens a whole name: `Mai Trần Tuấn Anh`."""
        return (
            len(words) == 4
            and surname_strength(words[0]) in ("usual", "weak" if weak else "usual")
            and surname_strength(words[1]) == "strong"
            and words[1] not in TYPICAL_MIDDLES
            and syllables_of_name(words[1:]) == 3
            and words[2] not in ("Văn", "Thị")  # `Hồ Nguyễn Văn Nam`: no given name of two
        )

    def seam(self, words: list[str]) -> tuple[int, int]:
        """Where a full name closes a longer stretch: its first word and its length."""
        n = len(words)
        for first in range(max(1, n - 5), n - 2):
            strength = surname_strength(words[first])
            placed = strength is not None and likeness.is_place(" ".join(words[:first]))
            if strength == "strong" or placed or (strength and not is_syllable(words[0])):
                count = syllables_of_name(words[first:])
                if count == n - first and not likeness.is_place(" ".join(words[-2:])):
                    baptized = words[first - 1] in context("baptismal name")
                    return first - baptized, count + baptized
        return 0, 0

    def located(self, name: Name) -> bool:
        """Whether a province in brackets tells that this is a place: `Văn Lâm (Hưng Yên)`."""
        if self.page.at_home(name.start, name.end) and len(self.page.homes) < 3:
            return True  # `xã Xuân Tiến (Xuân Trường, Nam Định)`
        if not self.text.startswith((" (", ", "), name.end):
            return False
        behind = self.text[name.end + 2 : name.end + 24]
        place = behind.partition(")" if self.text[name.end] == " " else ",")[0]
        return place in self.places and self.lower.endswith(_WHERE, 0, name.start)

    def may_be_seen(self, name: Name) -> bool:
        """Whether a range of mountains or the like is a name all the same, if one ends in it."""
        return (
            name.rule != "known"
            and len(name.words) == 2
            and name.text.lower() in not_names()
            and not likeness.is_place(name.text)
            and likeness.closes(name.words[1])
            and not in_place(self.lower, name.start)
        )

    def opens_place(self, name: Name) -> bool:
        """Whether the first word is a place's, and nobody's: `Chùa Phú Tân nằm trên núi`."""
        first = name.words[0]
        if first.lower() not in context("place head") or surname_strength(first) is not None:
            return False
        return first not in self.given and first not in TYPICAL_MIDDLES

    def judge(self, name: Name, glued: int) -> None:
        """Take back what is a place, a street, an institution, a headline."""
        lower = self.lower
        place = name.rule != "known" and likeness.is_place(name.text)
        if name.rule == "known" and all(map(is_syllable, name.words)) and self.located(name):
            place = True
        if not place and not name.cue and self.may_be_seen(name):
            name.rule = ""  # `Trường An`, where the article has a Lê Văn Trường An
        elif (
            place
            or (name.rule != "known" and name.text.lower() in not_names())
            or (glued and lower.endswith(("thpt ", "thcs "), 0, name.start))
        ) or (not name.cue and self.opens_place(name)):
            name.rule, name.vetoed = "", True
        elif not glued and in_place(lower, name.start):
            district = last_word(lower, name.start - 1) in context("district")
            sung = name.rule == "known" and lower.endswith(shows(), 0, name.start)
            if sung:
                return  # `liveshow Mỹ Tâm`
            if district or not self.short.person_follows(name, human=True):
                name.rule, name.vetoed = "", True
        elif len(name.words) > 2 and self.page.at_home(name.start, name.end):
            return  # `(Lê Văn Quý - TP.HCM)`
        elif len(name.words) < 4 and (
            self.patterns.street.match(lower, name.end)
            or (
                lower[name.start - 2 : name.start - 1] == "-"
                and self.patterns.road.search(lower, max(0, name.start - 20), name.start)
            )
        ):
            name.rule, name.vetoed = "", True
