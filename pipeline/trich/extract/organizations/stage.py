"""Organizations: the longest name that denotes one specific body.

Three kinds of evidence, in this order: bodies of the table, heads with what their grammar lets
follow (`grammar`), and acronyms and brands, listed or learned from one clear mention in the
same article (`acronyms`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from trich.article import Article, Mention
from trich.extract.names import surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.about import PARTS, About, Found, listed, part_of, successor
from trich.extract.organizations.abroad import abroad
from trich.extract.organizations.acronyms import near_twins, openers
from trich.extract.organizations.alone import GROUNDS, Alone, arabic
from trich.extract.organizations.beginnings import (
    FIRST,
    ODD,
    SINGLE,
    TITLE,
    UPPERCASE,
    compounds,
    hopeful,
    marks,
    small_fields,
    small_heads,
)
from trich.extract.organizations.behind import legal_form, more_of_list
from trich.extract.organizations.bracketed import bracketed
from trich.extract.organizations.canonical import (
    key_of,
)
from trich.extract.organizations.context import PLURAL
from trich.extract.organizations.credits import papers
from trich.extract.organizations.cues import announced, last_words
from trich.extract.organizations.deputies import committees, delegations
from trich.extract.organizations.fuller import fuller
from trich.extract.organizations.grammar import read_headed, read_name
from trich.extract.organizations.listed import Name
from trich.extract.organizations.page import CAPITAL_WORD
from trich.extract.organizations.places import country_at
from trich.extract.organizations.proper import verb_at
from trich.extract.organizations.rooms import rooms, units
from trich.extract.organizations.two_lines import over_two_lines
from trich.extract.organizations.units import of_their_bodies
from trich.extract.organizations.vocabulary import Words


def organizations(article: Article) -> None:
    """Append the organizations of the article's text.

    >>> article = Article("Giám đốc Sở Y tế Hà Nội làm việc với WHO tại Việt Nam.")
    >>> organizations(article)
    >>> [(article.text[m.start:m.end], m.fields["canonical"]) for m in article.mentions]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('Sở Y tế Hà Nội', 'Sở Y tế thành phố Hà Nội'),
     ('WHO tại Việt Nam', 'Tổ chức Y tế thế giới tại Việt Nam')]
    """
    _Scan(article).run()


#: What may open a bracket or a quotation before a small head.
_OPENING = "([\"“‘'"
#: First words of a head that are the end of a post's name, by the word before them.
_POST_WORDS = {
    ("văn", "phòng"): {"chánh"},
    ("thường", "trực"): {"thư", "tịch", "viên", "trưởng"},
}
_BEARING = frozenset({"cư", "án", "tháp", "tòa", "cúp", "giải", "cầu", "phố", "ốc"})
_NAMED_AFTER = {"business": _BEARING, "sport": _BEARING}
#: What makes a body's first word of a small `ban`: `ban thường vụ Tỉnh ủy`.
_BOARDS = (" thường vụ ", " chấp hành ", " cán sự ", " chỉ đạo ", " quản lý ",
           " tuyên giáo ", " nội chính ", " dân vận ")  # fmt: skip
#: Of whom many bodies are, behind `các`.
_OF_MANY = frozenset({"tỉnh", "huyện", "quận", "xã", "phường", "địa", "cấp", "thành", "nước"})
#: Levels and grounds before a place's name, and heads that are syllables of such names.
_PLACES = frozenset({"xã", "phường", "làng", "thôn", "ấp", "huyện", "đường"})
_IN_PLACES = frozenset({"ban", "viện", "hội", "khoa", "trường"})
_HONORIFICS = frozenset(
    {"ông", "bà", "anh", "chị", "em", "chí", "sĩ", "sỹ", "thầy", "cô", "tá", "tướng", "úy",
     "ths", "ts", "bs", "gs.ts", "pgs.ts", "pgs", "gs", "ts.", "ths.", "bs.", "sư"}
)  # fmt: skip
#: Crop seasons, and what makes a part of the world of one's name.
_SEASONS = frozenset({"xuân", "hè", "thu", "đông", "mùa", "chiêm"})
_QUARTERS = frozenset({"bắc", "nam", "âu", "á"})
#: Heads of grounds, which are bodies only where they act, and what tells that they do.
_GROUNDS = frozenset(
    {"Vườn quốc gia", "Khu bảo tồn thiên nhiên", "Cảng hàng không", "Cảng hàng không quốc tế"}
)
_DOES = re.compile(
    r"(?: đã| sẽ| đang| vừa)? (?:cho biết|cho hay|phối hợp|tiếp nhận|bàn giao|thông báo|đề nghị"
    r"|báo cáo|nhờ|kiến nghị|tổ chức|phát hiện|thả|cứu hộ|khẳng định|thuê|ký|tái thả"
    r"|lập biên bản)(?!\w)"
)
_STAFF = (
    "giám đốc ", "cán bộ ", "nhân viên ", "lãnh đạo ", "đại diện ", "kiểm lâm ", "hạt kiểm lâm ",
    "ban quản lý ", "với ", "cho ", "của ", "tin từ ", "theo ",
)  # fmt: skip
#: The end of a post's name.
_POSTS = (
    "giám đốc ", "trưởng ", "chủ tịch ", "bí thư ", "hiệu phó ", "chủ nhiệm ", "phó ",
)  # fmt: skip


#: What stands before a plan: `theo QH`, `đất QH`.
_PLANS = frozenset({"theo", "đất", "án", "duyệt", "khu", "lập", "điều", "chỉnh", "đường", "sai"})

#: Heads of firms that a number or a plural may stand before.
_FIRM_HEADS = frozenset({"Ngân hàng", "Công ty", "Tập đoàn", "Hãng"})

#: Between a unit and the body that it is a part of.
_OF = frozenset({", ", " ", " - ", " (", " của ", " thuộc ", " trực thuộc "})


class _Scan(Alone):
    """One pass over an article's text."""

    def run(self) -> None:
        text, low, at = self.text, self.low, 0
        single, small, may_be = vocabulary.listed()[1], small_heads()[0], marks()
        cue, led_to = last_words(), small_fields(text, low)
        alone: set[str] = set()  # words in capitals that are not a part of a longer name
        self.found.extend(f for f in openers(text) if not self._in_decree(f.start, f.end))
        if self.found:
            self.context.paper = self.found[0].canonical  # a province's paper writes of its own
        self.found.extend(over_two_lines(text))
        self.found.extend(delegations(text, low))
        for f in papers(text):
            if not self._in_decree(f.start, f.end):
                self.found.append(f)
                if f.acronym and f.end - f.start > len(f.acronym):  # `báo NTNN`
                    self.lessons.learned[f.acronym] = f._replace(rule="learned")
        if " al-" in text:
            self.found.extend(arabic(text, low))
        for m in CAPITAL_WORD.finditer(text):
            start = m.start()
            if start < at:
                continue
            before = ""
            if start and text[start - 1] == " ":
                before = low[low.rfind(" ", 0, start - 1) + 1 : start - 1]
                if "\n" in before:
                    before = before[before.rindex("\n") + 1 :]
                before = before.lstrip(_OPENING)
                if before in small and (found := self._small(at, start)):
                    at = self._keep(found)
                    continue
                if start in led_to and (found := self._name(led_to[start])):
                    at = self._keep(found)
                    continue
            word = m[0]
            mark = may_be[word]
            if mark & UPPERCASE:
                alone.add(word)
            end, found = m.end(), None
            if not mark & ~UPPERCASE and before not in cue:
                goes_on = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
                if goes_on and (found := self._side(start, before)) is not None:
                    at = self._keep(found)
                continue
            if mark & FIRST and hopeful(self.text, word, end):
                found = self._name(start)
            if found is None and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
                found = self._side(start, before)
            if found is None and mark & SINGLE:
                found = self._single(start, end, single[word])
            if found is None and mark & TITLE:
                found = self._title(start)
            if found is None and mark & ODD and not mark & SINGLE:
                found = self._odd(at, start, end, mark)
            if found is None and before in cue:
                reach = announced(text, low, start, before)
                found = self._brand(start, reach) if reach is not None else None
            if found is not None:
                at = self._keep(found)
        self.found.sort(key=lambda f: (f.start, -f.end, f.rule))
        self.found = [
            f for i, f in enumerate(self.found) if not i or f.start >= self.found[i - 1].end
        ]
        self.found += rooms(text, low, self.found)
        self.found.sort(key=lambda f: f.start)
        self.found += units(text, low, self.found)
        self.found += committees(text, self.found)
        self.found.sort(key=lambda f: f.start)
        self.lessons.initials(self.found, alone)
        self.found += (
            f for f in self.lessons.uses(self.found) if not self._in_decree(f.start, f.end)
        )
        self.found = fuller((self.lessons.told(f) for f in self.found), text)
        self.found = self.context.at_home(self.found)
        self.found = list(of_their_bodies(sorted(self.found), self.text))
        self.found = abroad(self.found, text, low, self.context.home)
        for f, told in self._parents():
            known = f.known or f.canonical
            facts: dict[str, str | None] = {"canonical": f.canonical, "acronym": f.acronym}
            facts |= {**told._asdict(), "successor": successor(known)}
            self.article.mentions.append(
                Mention("organization", f.start, f.end, f.rule, key_of(known), facts)
            )

    def _parents(self) -> Iterator[tuple[Found, About]]:
        """Each body with what is told of it, also by the one behind it: `Vụ Pháp chế, Bộ Y tế`."""
        for f, behind in zip_longest(self.found, self.found[1:]):
            told = f.about
            if (
                behind is not None
                and PARTS.match(f.canonical)
                and self.text[f.end : behind.start] in _OF
                and not PARTS.match(behind.canonical)
            ):
                told = part_of(told, f.canonical, behind)
            yield f, told

    def _keep(self, found: Found) -> int:
        """Keep a name unless a document's name holds it; return where to read on."""
        if found.about.type in ("business", "bank", None):
            found = legal_form(self.text, found)
        if self._in_decree(found.start, found.end):
            return found.end
        self.found.append(found)
        more = list(more_of_list(self.text, self.low, found))
        self.found += more
        found = more[-1] if more else found
        bracket = self.lessons.bracket(found)
        if bracket is None:
            return found.end
        short = set(found.canonical.split()) < set(bracket.canonical.split())
        if short and bracket.canonical.endswith(" Việt Nam") and self.found[-1] is found:
            self.found[-1] = found._replace(canonical=bracket.canonical)  # `Hiệp hội Thép (VSA)`
        elif self.found[-1] is found and near_twins(found.canonical, bracket.canonical):
            self.found[-1] = found._replace(canonical=bracket.canonical)
        self.found.append(bracket)
        return bracket.end + 1

    def _small(self, at: int, capital: int) -> Found | None:
        """A name whose small head stands before a capital word."""
        left = max(at, capital - 60, 0)
        left = max(left, self.text.rfind("\n", left, capital) + 1)
        heads = list(small_heads()[1].finditer(self.text, left, capital))
        for head in heads[-5:]:  # a text of nothing but heads costs no more than another
            if head[0] == "ban" and not self._opens_board(head):
                continue
            promising = hopeful(self.text, head[0], head.end())
            found = self._name(head.start()) if promising else None
            if found is not None and found.end > capital:
                return found
        return None

    def _opens_board(self, ban: re.Match[str]) -> bool:
        """Whether a small `ban` is a body's first word: before a capital or behind a post."""
        posted = self.low.endswith(("trưởng ", "phó "), 0, ban.start())
        if posted and self.low.startswith(" thường trực ", ban.end()):
            return False  # `Phó trưởng ban Thường trực Ban Nội chính Trung ương`
        capital = self.text[ban.end() + 1 : ban.end() + 2].isupper()
        return capital or posted or self.low.startswith(_BOARDS, ban.end())

    def _name(self, start: int) -> Found | None:
        if start and self.text[start - 1].isalnum():
            return None
        w = Words(self.text, self.low, start)
        before = self._before(start)
        # `trả lời Đồn Biên phòng Phú Tân`: no word changes its case; `Hiện Trường THPT Vũ Quý`
        lower = self.text[start - 1 - len(before) : start - 1].islower()
        lower &= before not in ("phi", "liên")  # `tổ chức phi Chính phủ`
        lone = w.is_capital(0) and (lower or w.at(0) in ("trường", "viện"))
        if before and not lone and before in compounds("before").get(w.at(0), ()):
            return None
        if before in _PLACES and w.is_capital(0) and w.is_capital(1) and w.at(0) in _IN_PLACES:
            return None  # `xã Ban Công`, `làng Viện Khê`
        if w.at(1) in compounds("person").get(w.at(0), ()):
            return None  # `Ban Ki-moon`
        if self._plan_or_labour(w, before):
            return None
        if w.at(0) == "học" and w.is_capital(1) and not w.is_capital(0):
            return None  # `giám đốc khoa học Viện Toán học`
        if w.at(0) == "vụ" and w.at(1) in _SEASONS and w.at(2) not in _QUARTERS:
            return None  # `Vụ Xuân 2021`, but `Vụ Đông Bắc Á`
        if w.at(1) in compounds("after").get(w.at(0), ()) and (
            not w.is_capital(1) or w.shown[1].isupper()
        ):
            return None
        shout = self._shout(start)
        post = self.low.endswith(_POSTS, max(0, start - 24), start)
        name = read_name(w, 0, shout, post=post)
        if name is not None and name.body is not None and name.body.sector == "sport":
            name = name if self.sports else read_headed(w, shout, post) or name
        if not shout and "(" in w.text[w.starts[0] : w.starts[0] + 120]:
            name = bracketed(w, name)
        if name is not None and self._town(w, name):
            return None
        if name is None:
            return self.context.bare(w, start, before, shout)
        if w.at(name.end) == "các" and w.at(name.end + 1) in _OF_MANY and name.place is None:
            return None  # `Ban Chỉ huy phòng chống thiên tai các tỉnh`
        if name.body is None and before in _POST_WORDS.get((w.at(0), w.at(1)), ()):
            return None  # `Phó Chánh Văn phòng Sở Y tế`: the body is the one behind the post
        if (level := self.context.level_alone(w, name)) is not None:
            return self.context.completed(w, start, level, name, shout)
        end = w.ends[name.end - 1]
        if name.head is not None and name.head.head in _GROUNDS and not self._at_work(start, end):
            return None
        if name.head is not None and name.body is None:
            if before == "án" and name.head.head == "Nhà máy":
                return None  # `dự án Nhà máy xi măng Quang Sơn`
            if before in PLURAL and name.head.head in _FIRM_HEADS and name.proper is not None:
                return self._brand_of(w, name)  # `hai ngân hàng SHB và VIB`
            if (before in PLURAL or before.isdigit()) and not name.got & {
                "place",
                "proper",
                "body",
                "number",
            }:
                return None
            trade = "trade" in name.head.takes
            if (name.head.weak or trade) and self._inside_person(start):
                return None
            if trade and before in _HONORIFICS:
                return None  # `đồng chí Tôn An Đồng`
        elif name.body is not None and before in _NAMED_AFTER.get(name.body.sector, ()):
            return None  # `chung cư Quốc Cường Gia Lai`
        elif (
            name.body is not None
            and name.body.sector == "business"
            and self.low.endswith(GROUNDS, max(0, start - 24), start)
        ):
            return None  # `khu đô thị Phú Mỹ Hưng`
        elif before == "các" and name.body is not None and name.body.name[-1].isdigit():
            return None  # `các Quân khu 3, 4, 5`
        elif name.end == 2 and w.is_capital(1) and self._inside_person(start):
            return None  # `Nguyễn Quốc Hội`
        elif name.end == 2 and self._titled(start, before):
            return None  # `chị Chu Mai Linh`
        elif name.end == 2 and not w.is_capital(1) and verb_at(w, 1):
            return None  # `Lê Hòa phát biểu`
        if not self._stands_alone(start, end) or self._idea(w, name):
            return None
        if name.head is not None and name.head.type == "press":
            of = country_at(w, name.head_end, shout)
            if of and w.at(of - 1) != "nam" and w.is_capital(of) and self._medium(w, name, of):
                return self._named_medium(w, name, of)
        return self._of_name(w, name, start, end)

    @staticmethod
    def _town(w: Words, name: Name) -> bool:
        """Whether a town bears a body's word: `Trạm Tấu`, `xã Vụ Bản`; brands begin capital."""
        town = vocabulary.places().longest(w, 0)[0]
        if town < 2 and name.head is not None and name.end > 1 and w.is_capital(1):
            town = 2 * (f"{w.at(0)} {w.at(1)}" in vocabulary.communes())
        if town > 1 and name.head is not None and name.head_end > town:
            return False  # `Trường Trung cấp nghề số 11`, though there is a `xã Trường Trung`
        if town > 1 and w.is_capital(0):
            return not any(w.is_capital(k) for k in range(town, name.end))
        brand = name.body is not None and name.body.sector == "business" and not w.is_capital(0)
        return brand and vocabulary.heads().longest(w, 0)[1] is None  # `thủy điện Quang Minh`

    def _titled(self, start: int, before: str) -> bool:
        """Whether a title and a surname stand before: the two syllables are a person's."""
        if surname_strength(before.capitalize()) is None:
            return False
        surname = start - 1 - len(before)
        return self.text[surname].isupper() and self._before(surname) in _HONORIFICS

    @staticmethod
    def _plan_or_labour(w: Words, before: str) -> bool:
        """Whether `QH` is a plan (quy hoạch) here, or `LĐ` is labour: `LĐ xuất khẩu`."""
        if w.whole(1):
            return False
        written = w.text[w.starts[0] : w.ends[0]]
        if written == "LĐ":
            return not w.is_capital(2)
        planned = before in _PLANS or w.at(2)[0].isdigit() or w.at(2) in ("chi", "chung", "phân")
        return written == "QH" and planned

    @staticmethod
    def _medium(w: Words, name: Name, of: int) -> bool:
        """Whether a medium's own name stands behind its country: `báo Anh The Guardian`."""
        if vocabulary.phrases().longest(w, name.head_end)[0] > of:
            return False  # `Báo Pháp luật`
        return name.end > of or w.shown[of] in vocabulary.listed()[1]

    def _named_medium(self, w: Words, name: Name, of: int) -> Found | None:
        """The medium alone; none where it is read by itself."""
        if name.end <= of:
            return None
        start, end = w.starts[of], w.ends[name.end - 1]
        v = Words(self.text, self.low, start)
        to, body = vocabulary.listed()[0].longest(v, 0)
        if body is None or v.ends[to - 1] != end:
            body = vocabulary.listed()[1].get(self.text[start:end])
        if body is None:
            return Found(start, end, "brand", self.text[start:end], None, About("press"))
        return Found(start, end, "listed", body.name, body.acronym, listed(body))

    def _at_work(self, start: int, end: int) -> bool:
        """Whether a park is the body that runs it: it says or does something, or has a post."""
        return _DOES.match(self.low, end) is not None or self.low.endswith(
            _STAFF, max(0, start - 24), start
        )

    def _brand_of(self, w: Words, name: Name) -> Found | None:
        """The brand alone, behind a head that stands for several firms."""
        assert name.proper is not None
        a, b = name.proper
        start, end = w.starts[a], w.ends[b - 1]
        body = vocabulary.listed()[1].get(self.text[start:end])
        if name.end != b or a != name.head_end:
            return None
        if body is not None:
            return Found(start, end, "listed", body.name, body.acronym, listed(body))
        return self._brand(start, end)
