"""The article as the search for names sees it: capital stretches, positions, lines, sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from trich.article import Article, Mention, Span
from trich.extract.names import RUN, UPPER, is_syllable, last_word, name_end, syllables_of_name
from trich.extract.persons import likeness
from trich.extract.persons.evidence import context, first_words_of_verbs, patterns
from trich.extract.persons.posts import Post, signed_below
from trich.extract.persons.reach import provinces
from trich.extract.persons.titles import begins_person, ends_announcing
from trich.extract.persons.units import nations

_ENDS_SENTENCE = frozenset(".!?:;…")
_ROW = re.compile(r"[\s|*•+-]*(?:\d{1,3}[.)]?[\s|]*)?")
# Before initials without dots.
_INITIALLED = ("anh ", "chị ", "ông ", "bà ", "em ", "cháu ", "bé ", "cô ", "bệnh nhân ", "thầy ")
_LETTER = re.compile(r"(?:, [^()\n]{2,60})?\)[ .]*(?=\n|$)")  # closes a letter
_AT_HOME = re.compile(r"\(([^\W\d_][^\n(),-]{3,30})(?: - |, )([^\n(),-]{3,20})\)")
_FOOTNOTE = re.compile(r"\d{1,2}(?:,\d{1,2})*\*?(?=[,;:.\n ]|$)")
_WRITER = re.compile(r"(?: - |: )([^\W\d_][^\n(),-]{3,30}) \(([^\n(),]{3,20})\)")
_BEING = (" là ", " làm ", " vốn là ", " từng là ", " cũng là ")
_SAYS = (" khai ", " nói", " kể", " thú nhận", " thừa nhận", " bật khóc", " cười", " gật đầu")
_SENTENCE_ENDS = frozenset('.!?…”")')
_STOPS = frozenset(".!?…")
_ENDS_SENTENCE_OR_QUOTE = frozenset('.!?…”"')
_NOTE = re.compile(r" \([^()\n]{2,40}\)")
_FAR = 200  # how far back a line's beginning is looked for

_NAME = rf"[{UPPER}][^\W\d_]*"
# `ngã tư Phú Tân - `, `tuyến metro Phú Tân - `: what a spaced dash goes on with.
_ROUTE = re.compile(
    r"(?<!\w)(?i:tuyến|ngã tư|ngã ba|ngã năm|ngã sáu|giao lộ|nút giao|vòng xoay|cao tốc|quốc lộ"
    rf"|tỉnh lộ|đường sắt|đường bay|chặng)(?: (?![{UPPER}])[^\W\d_]+){{0,2}}"
    rf"(?: - | {_NAME}){{1,9}} - $"
)
_FROM = re.compile(
    rf"(?i:đường|xe|tàu|tuyến|bay|chuyến) từ (?:[^\W\d_]+ ){{0,2}}(?:{_NAME} ){{1,4}}đi $"
)
# `các huyện Phú Tân, Phú Lộc và `: what a list of places goes on with.
_LEVELS = re.compile(
    r"(?<!\w)(?i:các|hai|ba|bốn|năm|những) (?:tỉnh|thành|thành phố|huyện|quận|thị xã|thị trấn|xã"
    r"|phường|thôn|bản|xóm|ấp|làng|buôn|khu phố|địa phương|tuyến phố|tuyến đường|đường|phố)"
    rf"(?: như|:)?(?:, | và | {_NAME}){{1,30}}$"
)


#: Before `Vinh` or `Huế` as a city, `Nam` or `Bắc` as a direction, `Đức` as a country.
AT_PLACE = (
    "ở ", "tại ", "về ", "đến ", "từ ", "ra ", "vào ", "miền ", "phía ", "tp ", "tp.", "ga ",
    "chợ ", "thành phố ", "xứ ", "cố đô ", "hướng ", "qua ", "tới ", "vùng ", "người ", "nước ",
    "sang ", "tiếng ", "phương ", "quân ", "lính ", "tổng thống ", "thủ tướng ", "ngoại trưởng ",
    "hàng ", "tuyển ", "thị trường ", "chính phủ ", "quốc hội ", "đại sứ ", "kinh tế ",
)  # fmt: skip


def noted(text: str, start: int, end: int) -> bool:
    """Whether a note's number stands right behind a full name: `Trần Quế Lâm1, Lê Quý Hà2`."""
    return _FOOTNOTE.match(text, end) is not None and name_end(text, start) == end


def closes_credit(text: str, end: int) -> bool:
    """Whether a credit ends here: `Ảnh: CMQ`, but `Ảnh: IWF.net`."""
    return text[end : end + 1] in ("", "\n", ")") or text[end : end + 2] in (".", ".\n", ". ")


class Page:
    """One article: its text, what covers it already, and what its positions announce."""

    def __init__(self, article: Article, held: list[Post]) -> None:
        self.text, self.lower = article.text, article.lower
        self.post_ends = {p.end: p for p in held}
        self.role_starts = {p.role.start: p for p in held}
        self.signed_below = {signed_below(self.lower, p) for p in held}
        self.role_spans = [tuple(p.role) for p in held]
        cut = {p.organization.start: p.organization.end for p in held if p.organization}
        self.covers: list[Mention | Span] = [
            m if cut.get(m.start, m.end) >= m.end else Span(m.start, cut[m.start])
            for m in article.of("organization", "decree")
            # `Chủ tịch Nước Tô Lâm`: the role's own word is no firm's
            if m.end > m.start and not (m.rule == "brand" and self.inside_role(m.start))
        ]
        self.cover_starts = [m.start for m in self.covers]
        bodies = (b.end for b in article.blocks if b.kind in ("lead", "body"))
        self.body_end = max(bodies, default=len(self.text))  # behind it: other pages' headlines
        self.stamps = {b.start for b in article.blocks if b.kind == "dateline"}
        self.head_ends = {b.end for b in article.blocks if b.kind in ("title", "dateline")}
        self.patterns = patterns()
        self.nations = nations()
        self.verbs = first_words_of_verbs()
        self.known, self.no_given = likeness.known_persons(), context("no given name")
        self.given = likeness.given_names()
        #: What opens sentences, once `pieces` is through: see `merely_opens`.
        self.openers: list[tuple[int, int]] = []
        self.initials: list[tuple[int, int]] = []  # what signs with capitals alone
        self.place_words: dict[str, bool] = {}
        self.names_column = any(head in self.lower for head in ("họ và tên", "họ tên", "tên người"))

    def pieces(self) -> Iterator[tuple[int, int]]:
        """Capital stretches outside bodies and documents."""
        text, covers, i = self.text, self.covers, 0
        openers = likeness.sentence_openers()
        reach = 0  # covers may nest: the furthest end so far
        count = len(covers)
        size = len(text)
        for m in RUN.finditer(text):
            start, end = m.span()
            if end < size and text[end].isdigit() and not noted(text, start, end):
                # `G7`, `Covid19`: no name's word
                end = text.rfind(" ", start, end)
                if end < 0:
                    continue
            if end - start < 8:  # a word alone, mostly: nearly all of them open a sentence
                word = m[0]
                if word.isupper() and "." not in word and " " not in word and end - start > 1:
                    if end - start < 5 and self.is_initialled(start, end):
                        yield start, end
                        continue
                    if end - start > 3 or not self.signs_initials(start, end):
                        continue  # an acronym
                    self.initials.append((start, end))
                elif word in openers and (
                    start < 2 or text[start - 1] != " " or text[start - 2] in _ENDS_SENTENCE
                ):
                    if not self.lower.startswith(_SAYS, end):
                        continue
                    self.openers.append((start, end))  # `Riêng nói`, where a `Hồ A Riêng` is
                    continue
            while i < count and covers[i].start <= start:
                reach = max(reach, covers[i].end)
                i += 1
            if reach > start:
                start = self.behind(reach, end)
                if start >= end or not text[start].isupper():
                    continue
            j = i
            while j < count and covers[j].start < end:
                if covers[j].start > start:
                    yield start, covers[j].start
                start = self.behind(max(start, covers[j].end), end)
                j += 1
            if start < end and text[start].isupper():
                if end - start < 8 and self.merely_opens(start, end):
                    self.openers.append((start, end))
                elif end - start > 24 and text[start:end].isupper():
                    yield from self.posts_apart(start, end)
                else:
                    yield start, end

    def posts_apart(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A line of capitals, cut where positions begin: `THỦ TƯỚNG … TIẾP ĐẠI SỨ MỸ`."""
        for at in range(start + 1, end):
            if at in self.role_starts:
                verb = last_word(self.lower, at - 1)
                yield start, at - 1 - (len(verb) + 1) * (verb in context("headline verb"))
                start = at
        yield start, end

    def merely_opens(self, start: int, end: int) -> bool:
        """Whether a syllable opens a sentence, and nothing around it tells a person.

        It is somebody's all the same where the article has shown a name that ends in it: whoever
        reads the pieces looks at `openers` again once the names are known.
        """
        text = self.text
        if start > 1:
            before = text[start - 1]
            if before != "\n" and (before != " " or text[start - 2] not in _STOPS):
                return False
        word = text[start:end]
        if not word.isalpha() or end - start < 2 or word in self.known or not is_syllable(word):
            return False
        if start > 1 and text[start - 2] == "." and ends_announcing(self.lower, start):
            return False  # `BS. Hùng`
        if self.lower.startswith(" là ", end):
            return False
        if self.given.get(word) == "name" and (
            self.patterns.sure.match(self.lower, end) or self.apposed(end)
        ):
            return False
        if word in self.given and self.patterns.somebody.match(self.lower, end):
            return False
        return word in self.no_given or not self.may_act(end)

    def is_initialled(self, start: int, end: int) -> bool:
        """Whether capitals are initials: `chị PTH (21 tuổi)`."""
        return (
            self.lower.endswith(_INITIALLED, 0, start)
            and self.patterns.age.match(self.text, end) is not None
        )

    def signs_initials(self, start: int, end: int) -> bool:
        """Whether capitals are a writer's initials: `Ảnh: CMQ`, `TLL` alone below the text."""
        if not closes_credit(self.text, end) or self.text[start:end] in context("no initials"):
            return False
        if self.credited(start):
            return True
        last = not self.text[end : end + 40].strip(" .\n") or end + 3 > self.body_end
        above = self.text[max(0, start - 40) : start]
        return last and above.endswith("\n") and above.rstrip()[-1:] in _SENTENCE_ENDS

    def behind(self, start: int, end: int) -> int:
        """Past what may stand between a body and the next word."""
        while start < end and self.text[start] in " .,-":
            start += 1
        return start

    def behind_post(self, start: int) -> bool:
        """Whether a position ends right before."""
        return start - 1 in self.post_ends and self.text[start - 1] == " "

    def behind_office(self, start: int) -> bool:
        """Whether a position with its body stands before a comma: `Giám đốc Sở Y tế, Hà Quý`."""
        post = self.post_ends.get(start - 2) if self.text.startswith(", ", start - 2) else None
        return post is not None and post.organization is not None

    def inside_role(self, pos: int) -> bool:
        """Whether a word is the end of a role: `tướng` in `Thủ tướng`."""
        i = bisect_right(self.role_spans, (pos,)) - 1
        return i >= 0 and self.role_spans[i][0] < pos < self.role_spans[i][1]

    def in_office(self, end: int) -> bool:
        """Whether a position stands in apposition: `Giàng Páo Mỷ, Bí thư Tỉnh ủy`."""
        for link in (", ", " - "):
            post = (
                self.role_starts.get(end + len(link)) if self.text.startswith(link, end) else None
            )
            if post is not None:  # its own holder may follow: `Khi đến Alps, Tổng thống A`
                behind = self.text[post.end : post.end + 2]
                return not (behind[:1] == " " and behind[1:].isupper())
        return False

    def apposed(self, end: int) -> bool:
        """Whether words for a person stand in apposition: `Chi Bảo, đồng nghiệp của anh`."""
        for link in (", ", " - ", " ("):
            if self.text.startswith(link, end):
                at = end + len(link)
                return self.text[at : at + 1].islower() and begins_person(self.lower, at)
        return False

    def is_performer(self, end: int) -> bool:
        """Whether ` là ca sĩ` or the like stands behind, which no firm is."""
        return (
            self.lower.startswith(_BEING, end)
            and self.patterns.performer.match(self.lower, end) is not None
        )

    def may_act(self, end: int) -> bool:
        """A cheap first test for a verb of persons behind a word."""
        word = self.lower[end + 1 : end + 9].partition(" ")[0]
        return word in self.verbs or (
            not word.isalpha() and word.rstrip(",.:;!?)”\n") in self.verbs
        )

    def stands_out(self, start: int, end: int) -> bool:
        """Whether a stretch of capitals is a row's first cell, or stands among small letters."""
        line = self.line_of(start)
        rest = self.text[end : end + 60].partition("\n")[0]
        if any(map(str.islower, self.text[line:start])) or rest[:8].islower():
            return True
        row = _ROW.fullmatch(self.text, line, start)
        return row is not None and rest.startswith((" - ", ",", " (", " |", ":", "\t"))

    def in_name_column(self, start: int, end: int) -> bool:
        """Whether this is a whole cell of a table that has a column of names."""
        cell = self.text.endswith(("| ", "|", "\t"), 0, start) and (
            self.text.startswith((" |", "|", "\t", "\n"), end)
        )
        return cell and self.names_column

    def tells_place(self, word: str) -> bool:
        """Whether the page speaks of the country or the place that a given name is as well."""
        if word not in self.place_words:
            self.place_words[word] = self._tells_place(word)
        return self.place_words[word]

    def _tells_place(self, word: str) -> bool:
        for m in re.finditer(rf"(?<!\w){word}(?!\w)", self.text):
            if self.lower.endswith(AT_PLACE, 0, m.start()):
                return True
            for link in (", ", " và ", " - "):
                at = m.end() + len(link) - 1
                if self.text.startswith(link, m.end()) and self.nations.match(self.text, at):
                    return True  # `Đức, Pháp`
        return False

    def credited(self, start: int) -> bool:
        """Whether `Ảnh:` or the like stands before."""
        if start < 4:
            return False
        if self.text[start - 1] == "/":  # `Ảnh: VGP/Nhật Bắc`
            word = self.text.rfind(" ", max(0, start - 16), start) + 1
            return word > 3 and self.credited(word)
        if self.text.endswith(" của ", 0, start):
            return bool(self.patterns.piece.search(self.lower, max(0, start - 40), start))
        if ":" not in self.text[start - 2 : start]:
            return False
        return bool(self.patterns.credit.search(self.lower, max(0, start - 40), start))

    def made(self, start: int, end: int) -> bool:
        """Whether brackets behind a quoted work hold the name: `“Rừng xưa” (Lam Phương)`."""
        if self.text.startswith(("” (", '" ('), start - 3):
            return self.text.startswith((")", " - ", ", "), end)
        return self.text.startswith(")", end) and self.text.startswith(" - ", start - 3)

    def listed_with_homes(self, start: int, end: int) -> bool:
        """Whether brackets hold a name and a province, as others of the page do.

        `Trăng nghẹn (Hoài Phong - Cần Thơ); Về nhà (Lê Quý - Bạc Liêu)`: who wrote, who won.
        """
        return self.at_home(start, end) and len(self.homes) > 2

    def at_home(self, start: int, end: int) -> bool:
        """Whether brackets hold these words and a province: `(Lê Văn Quý - TP.HCM)`."""
        if not self.text.startswith("(", start - 1) or not self.text.startswith((" - ", ", "), end):
            return False
        return end in self.homes

    @cached_property
    def homes(self) -> frozenset[int]:
        """Where names end that a province follows, both in brackets."""
        found = _AT_HOME.finditer(self.text)
        return frozenset(m.end(1) for m in found if m[2] in provinces())

    def credited_with_home(self, end: int) -> bool:
        """Whether a work's writer stands here, as others do: `Làm phúc - Lê Tấn (Gia Lai)`."""
        return end in self.writers

    @cached_property
    def writers(self) -> frozenset[int]:
        """Where names end behind a dash, before their province: most have to be full names."""
        found = [m for m in _WRITER.finditer(self.text) if m[2] in provinces()]
        whole = sum(name_end(self.text, m.start(1)) == m.end(1) for m in found)
        told = whole > 1 and 2 * whole >= len(found)
        return frozenset(m.end(1) for m in found if told)

    def authored(self, start: int) -> bool:
        """Whether a quoted work is somebody's: `“Con đường gió” của Lam Vân`."""
        return self.text.endswith(("” của ", '" của ', "” do ", '" do '), 0, start)

    def writes(self, start: int, end: int) -> bool:
        """Whether a reader signs a letter: `... được hưởng gì? (T.Q., xã Trà Côn)`."""
        before = self.text[start - 3 : start]
        return (
            before[1:] == " ("
            and before[0] in _ENDS_SENTENCE
            and _LETTER.match(self.text, end) is not None
        )

    def signs(self, start: int, end: int) -> bool:
        """Whether words stand alone in their line, or before a bracket or a dash."""
        if start and self.text[start - 1] != "\n":
            return False
        return self.text.startswith(("\n", " (", " - ", " – "), end) or end == len(self.text)

    def closes(self, start: int, end: int) -> bool:
        """Whether words are the last line of all, below a sentence's end: `Mộc Miên (t/h)`."""
        if not start or self.text[start - 1] != "\n":
            return False
        above = self.text[max(0, start - 40) : start].rstrip()[-1:]
        behind = self.text[end : end + 48]
        bracket = _NOTE.match(behind)
        rest = behind[bracket.end() :] if bracket else behind
        return above in _ENDS_SENTENCE_OR_QUOTE and not rest.strip(" .\n")

    def behind_namesake(self, start: int) -> bool:
        """Whether a list goes on behind a body named after a person: `trường Lê Lợi, Trần Phú`."""
        for link in (", ", " và "):
            at = start - len(link)
            if not self.text.startswith(link, max(0, at)) or at in self.post_ends:
                continue
            i = bisect_right(self.cover_starts, at) - 1
            if i >= 0 and self.covers[i].end == at:
                words = self.text[self.covers[i].start : at].split()
                return any(syllables_of_name(words[-n:]) == n for n in (3, 4) if n < len(words))
        return False

    @cached_property
    def of_persons(self) -> bool:
        """Whether the page reports a contest of single persons: players, chess masters."""
        return self.patterns.contest.search(self.lower) is not None

    def on_route(self, start: int, end: int) -> bool:
        """Whether a crossing, a road or a list of places names it: `ngã tư Phú Tân - Lê Quý`."""
        before = self.text[max(0, start - _FAR) : start]
        if before.endswith(" - "):
            return _ROUTE.search(before) is not None
        if before.endswith(("từ ", "(từ ")) and self.text.startswith((" đến ", " đi "), end):
            return self.patterns.roads.search(before.lower()) is not None
        if before.endswith(" đi "):
            return _FROM.search(before) is not None
        return before.endswith((", ", " và ")) and _LEVELS.search(before) is not None

    # -- lines and sentences

    def line_of(self, pos: int) -> int:
        """Where the line of `pos` begins, or a point far enough before."""
        far = max(0, pos - _FAR)
        return max(self.text.rfind("\n", far, pos) + 1, far)

    def opens_sentence(self, start: int) -> bool:
        """Whether a word's capital may be a sentence's, or a quotation's."""
        before = self.text[max(0, start - 2) : start]
        return len(before) < 2 or before[1] != " " or before[0] in ').!?:;…\n-"”“'

    def closes_sentence(self, end: int) -> bool:
        """Whether the dot before `end` is a sentence's."""
        after = self.text[end : end + 2]
        if not after or after[0] in '\n"”':
            return True
        return after[0] == " " and (len(after) < 2 or after[1].isupper())

    def title_case(self, line: int, pos: int) -> bool:
        """Whether nearly every word of the line is capital, so that capitals tell nothing."""
        part = self.text[line : pos + _FAR].partition("\n")[0].split()
        capital = sum(w[0].isupper() for w in part)
        return len(part) > 5 and capital > 0.7 * len(part)

    def alone(self, start: int, end: int) -> bool:
        """Whether little more than this stands in the line."""
        left = self.text.rfind("\n", max(0, start - 32), start) + 1
        right = self.text.find("\n", end, end + 32)
        if (not left and start > 31) or (right < 0 and len(self.text) - end > 31):
            return False
        return start - left + (right if right >= 0 else len(self.text)) - end < 30
