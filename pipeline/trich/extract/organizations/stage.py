"""Organizations: the longest name that denotes one specific body.

Three kinds of evidence, in this order: bodies of the table, heads with what their grammar lets
follow (`grammar`), and acronyms and brands, listed or learned from one clear mention in the
same article (`acronyms`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from trich.article import Article, Mention
from trich.extract.names import UPPER, name_end
from trich.extract.organizations import vocabulary
from trich.extract.organizations.about import PARTS, About, Found, about, successor
from trich.extract.organizations.acronyms import Lessons, openers
from trich.extract.organizations.beginnings import (
    BANK,
    FIRST,
    LEGAL_END,
    ODD,
    SINGLE,
    TITLE,
    compounds,
    hopeful,
    marks,
    small_heads,
)
from trich.extract.organizations.behind import legal_form, more_of_list
from trich.extract.organizations.brands import brand, legal, papers, reports
from trich.extract.organizations.canonical import (
    in_small_letters,
    key_of,
    levelled,
    official,
)
from trich.extract.organizations.context import PLURAL, Context
from trich.extract.organizations.cues import announced, is_camel, last_words, side
from trich.extract.organizations.fuller import fuller
from trich.extract.organizations.grammar import read_name
from trich.extract.organizations.listed import Name, extended
from trich.extract.organizations.places import country_at
from trich.extract.organizations.police import of_their_force
from trich.extract.organizations.vocabulary import Body, Words
from trich.lexicon import fold


def organizations(article: Article) -> None:
    """Append the organizations of the article's text.

    >>> article = Article("Giám đốc Sở Y tế Hà Nội làm việc với WHO tại Việt Nam.")
    >>> organizations(article)
    >>> [(article.text[m.start:m.end], m.fields["canonical"]) for m in article.mentions]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('Sở Y tế Hà Nội', 'Sở Y tế Hà Nội'),
     ('WHO tại Việt Nam', 'Tổ chức Y tế thế giới tại Việt Nam')]
    """
    _Scan(article).run()


_CAPITAL = re.compile(rf"[{UPPER}]\w*")


#: First words of a head that are the end of a post's name, by the word before them.
_POST_WORDS = {
    ("văn", "phòng"): {"chánh"},
    ("thường", "trực"): {"thư", "tịch", "viên", "trưởng"},
}
#: Words behind a body's acronym with which it is a contest, and before a firm with which it is
#: a building or a thing that bears its name.
_EVENTS = frozenset({"cup", "champions", "league", "open", "games", "futsal", "awards", "asian"})
#: Without one of these no article is about sports.
_PLAYED = ("bóng", "trận", "hlv", "clb", "câu lạc bộ", "vô địch", "huấn luyện viên")
_GAMES = ("bóng đá", "bóng chuyền", "bóng rổ", "bóng bàn", "bóng ném", "futsal")
#: Words before a capital run of a sports page that is a ground, a cup or a person.
_NO_SIDES = frozenset(
    {"sân", "động", "đấu", "đường", "phố", "cúp", "giải", "tại", "ở", "từ", "tỉnh", "hlv", "trọng",
     "tài", "thủ", "môn", "hậu", "vệ", "tiền", "đạo"}
)  # fmt: skip
_BEARING = frozenset({"cư", "án", "tháp", "tòa", "cúp", "giải", "cầu", "phố", "ốc"})
_NAMED_AFTER = {"business": _BEARING, "sport": _BEARING}
#: The end of a post's name.
_POSTS = (
    "giám đốc ", "trưởng ", "chủ tịch ", "bí thư ", "hiệu phó ", "chủ nhiệm ", "phó ",
)  # fmt: skip
_SPORTS = re.compile(
    r"(?<!\w)(?:hlv|huấn luyện viên|trận (?:đấu|thắng|thua)|bàn thắng|cầu thủ|tiền đạo|hậu vệ"
    r"|tiền vệ|thủ môn|bóng đá|ghi bàn|sân (?:nhà|khách)|clb|câu lạc bộ|đội (?:bóng|tuyển)"
    r"|hiệp (?:một|hai)|ngoại hạng|champions league|v-league|chuyển nhượng|vô địch)(?!\w)"
)
_WORD_BEFORE = re.compile(r"\w+$")
_LEFT = re.compile(r"(\S+) $")


#: Heads of firms that a number or a plural may stand before.
_FIRM_HEADS = frozenset({"Ngân hàng", "Công ty", "Tập đoàn", "Hãng"})

#: Between a unit and the body that it is a part of.
_OF = frozenset({", ", " ", " - ", " (", " của ", " thuộc ", " trực thuộc "})


#: What a paper does, and what stands before its name.
_TELLING = (
    " đưa tin", " đã đưa tin", " đã thông tin", " thông tin", " đã phản ánh", " phản ánh",
    " dẫn lời", " dẫn nguồn", " cho biết", " cho hay", " đăng tải", " viết", " tiết lộ", " online",
    " từng đưa tin", " đã có bài", " có cuộc trò chuyện",
)  # fmt: skip
_SOURCES = frozenset({"theo", "như", "tờ", "với", "pv", "viên", "nguồn:", "(theo"})


class _Scan:
    """One pass over an article's text."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.low = article.lower
        self.found: list[Found] = []
        self.lessons = Lessons(article.text)
        self.line = (0, 0, False)  # start, end, and whether capitals mean nothing in it
        self.context = Context(article.text)
        spans = sorted((m.start, m.end) for m in article.of("decree"))
        self.decrees = spans

    def run(self) -> None:
        text, low, at = self.text, self.low, 0
        single, small, may_be = vocabulary.listed()[1], small_heads()[0], marks()
        cue = last_words()
        self.found.extend(f for f in openers(text) if not self._in_decree(f.start, f.end))
        for start, end in papers(text):
            self.found.append(self._brand(start, end))
        for m in _CAPITAL.finditer(text):
            start = m.start()
            if start < at:
                continue
            before = ""
            if start and text[start - 1] == " ":
                before = low[low.rfind(" ", 0, start - 1) + 1 : start - 1]
                if before in small and (found := self._small(at, start)):
                    at = self._keep(found)
                    continue
            word = m[0]
            mark = may_be[word]
            end, found = m.end(), None
            if not mark and before not in cue:
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
        self.found.sort()
        self.found = [
            f for i, f in enumerate(self.found) if not i or f.start >= self.found[i - 1].end
        ]
        self.lessons.initials(self.found)
        self.found += (
            f for f in self.lessons.uses(self.found) if not self._in_decree(f.start, f.end)
        )
        self.found = fuller(self.lessons.told(f) for f in self.found)
        if "công an" in self.low:
            self.found = list(of_their_force(sorted(self.found), self.text))
        for f, parent in self._parents():
            fields = {"canonical": f.canonical, "acronym": f.acronym, **f.about._asdict()}
            known = f.known or f.canonical
            fields |= {"parent": parent, "successor": successor(known)}
            self.article.mentions.append(
                Mention("organization", f.start, f.end, f.rule, key_of(known), fields)
            )

    def _parents(self) -> Iterator[tuple[Found, str | None]]:
        """Each body, and the one that it is a part of: `Vụ Pháp chế, Bộ Y tế`."""
        for i, f in enumerate(self.found):
            parent = f.about.parent
            if i + 1 < len(self.found) and PARTS.match(f.canonical):
                nearby = self.text[f.end : self.found[i + 1].start]
                if nearby in _OF and not PARTS.match(self.found[i + 1].canonical):
                    parent = self.found[i + 1].canonical
            yield f, parent

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
        self.found.append(bracket)
        return bracket.end + 1

    def _in_decree(self, start: int, end: int) -> bool:
        i = bisect_right(self.decrees, (start, len(self.text))) - 1
        return i >= 0 and self.decrees[i][1] >= end

    def _small(self, at: int, capital: int) -> Found | None:
        """A name whose small head stands before a capital word."""
        left = max(at, capital - 60, 0)
        left = max(left, self.text.rfind("\n", left, capital) + 1)
        heads = list(small_heads()[1].finditer(self.text, left, capital))
        for head in heads[-5:]:  # a text of nothing but heads costs no more than another
            if head[0] == "ban" and not self.low.endswith(("trưởng ", "phó "), 0, head.start()):
                continue  # only behind a post is it a body's first word
            promising = hopeful(self.text, head[0], head.end())
            found = self._name(head.start()) if promising else None
            if found is not None and found.end > capital:
                return found
        return None

    # -- names -------------------------------------------------------------------------------

    def _name(self, start: int) -> Found | None:
        if start and self.text[start - 1].isalnum():
            return None
        w = Words(self.text, self.low, start)
        before = self._before(start)
        if before and before in compounds("before").get(w.at(0), ()):
            return None
        if w.at(1) in compounds("after").get(w.at(0), ()) and (
            not w.is_capital(1) or w.shown[1].isupper()
        ):
            return None
        shout = self._shout(start)
        post = self.low.endswith(_POSTS, max(0, start - 24), start)
        name = read_name(w, 0, shout, post=post)
        if name is not None and name.end > 1 and vocabulary.places().longest(w, 0)[0] >= name.end:
            return None  # `Trạm Tấu`, a district
        if name is None:
            return self.context.bare(w, start, before, shout)
        if name.body is None and before in _POST_WORDS.get((w.at(0), w.at(1)), ()):
            return None  # `Phó Chánh Văn phòng Sở Y tế`: the body is the one behind the post
        if (level := self.context.level_alone(w, name)) is not None:
            return self.context.completed(w, start, level, name, shout)
        end = w.ends[name.end - 1]
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
            if name.head.weak and self._inside_person(start):
                return None
        elif name.body is not None and before in _NAMED_AFTER.get(name.body.sector, ()):
            return None  # `chung cư Quốc Cường Gia Lai`
        elif before == "các" and name.body is not None and name.body.name[-1].isdigit():
            return None  # `các Quân khu 3, 4, 5`
        elif name.end == 2 and w.is_capital(1) and self._inside_person(start):
            return None  # `Nguyễn Quốc Hội`
        if not self._stands_alone(start, end) or self._idea(w, name):
            return None
        return self._of_name(w, name, start, end)

    def _brand_of(self, w: Words, name: Name) -> Found | None:
        """The brand alone, behind a head that stands for several firms."""
        assert name.proper is not None
        a, b = name.proper
        start, end = w.starts[a], w.ends[b - 1]
        body = vocabulary.listed()[1].get(self.text[start:end])
        if name.end != b or a != name.head_end:
            return None
        if body is not None:
            return Found(start, end, "listed", body.name, body.acronym, About(body.sector))
        return self._brand(start, end)

    def _before(self, start: int) -> str:
        """The word before a position, in lower case."""
        if not start or self.text[start - 1] != " ":
            return ""
        space = self.low.rfind(" ", max(0, start - 20), start - 1)
        word = self.low[max(space + 1, start - 20) : start - 1]
        return word.rpartition("\n")[2]

    def _of_name(self, w: Words, name: Name, start: int, end: int) -> Found:
        if name.body is not None:
            tail = w.spelled_out(name.body_end, name.end)
            if tail.isupper() and name.place is not None:
                tail = in_small_letters(w, name.body_end, name.end)
            tail = levelled(name.body.name, tail)
            canonical = name.body.name
            if name.place is not None and name.body_end > 1:
                told = w.spelled_out(0, name.body_end)  # `Trung tâm Cấp cứu 115`, of any town
                canonical = (
                    canonical if fold(told) == fold(canonical) else told[0].upper() + told[1:]
                )
            if tail:
                canonical += " " + (tail if tail != "Việt Nam" else "tại Việt Nam")
                if tail == "Việt Nam" and name.body.sector != "international":
                    canonical = name.body.name + " Việt Nam"
            if tail == "Mỹ" and name.rule == "listed-country":
                canonical = f"{name.body.name} Hoa Kỳ"
            acronym = None if tail else name.body.acronym
            known = name.body.known and name.body.known + canonical[len(name.body.name) :]
            return Found(start, end, name.rule, canonical, acronym, about(w, name), known)
        canonical = official(w, name, self._shout(start))
        club = name.head is not None and name.head.head == "Câu lạc bộ"
        if club and "field" not in name.got and self.sports:
            canonical = canonical.replace("Câu lạc bộ", self.club, 1)
        found = Found(start, end, name.rule, canonical, None, about(w, name))
        self.lessons.brand(w, name, found)
        return found

    @staticmethod
    def _idea(w: Words, name: Name) -> bool:
        """Whether a thing is meant that only has a body's word in it: `Chính phủ điện tử`."""
        if name.body is not None and name.body.name == "Chính phủ" and name.end == 2:
            return w.at(2) in ("điện", "số", "các", "kiến")
        if w.at(0) == "báo" and country_at(w, 1, False) == name.end:
            return True  # `báo Anh`: any paper of the country
        return w.at(0) == "quỹ" and (w.at(1), w.at(2)) == ("bảo", "hiểm")

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether no code or address is glued to the words (`TT-BYT`, `www.WHO.int`)."""
        text = self.text
        glued = start and text[start - 1] in "/-@_" and not text[start - 2 : start - 1].isspace()
        if glued and not (text[start - 1] == "-" and text[start + 1 : start + 2].islower()):
            return False
        return not (text[end : end + 1] in ("/", "@", "_") and text[end + 1 : end + 2].isalnum())

    def _inside_person(self, start: int) -> bool:
        """Whether the word is a syllable of a person's name that begins before it."""
        at = start
        for _ in range(3):
            left = _LEFT.search(self.text, max(0, at - 12), at)
            if left is None or not left[1][0].isupper():
                return False
            at = left.start()
            reach = name_end(self.text, at)
            if reach is not None and reach > start:
                return True
        return False

    def _shout(self, start: int) -> bool:
        """Whether capitals mean nothing in the line of this position."""
        a, b, shout = self.line
        if a <= start < b:
            return shout
        a = self.text.rfind("\n", 0, start) + 1
        b = self.text.find("\n", start)
        b = len(self.text) + 1 if b < 0 else b
        self.line = (a, b, _shouts(self.text[a:b]))
        return self.line[2]

    # -- acronyms ----------------------------------------------------------------------------

    def _single(self, start: int, end: int, body: Body) -> Found | None:
        """A listed body of one word: an acronym or a brand."""
        text = self.text
        if start and (text[start - 1] in "-&.@" or text[start - 1].isalnum()):
            return None
        if (
            not self._beside_another(start, end, body)
            or text[end : end + 1] in ("&", "@")
            or (text[end : end + 1] in (".", "-", "_") and text[end + 1 : end + 2].isalnum())
        ):
            return None
        w = Words(text, self.low, start)
        if w.at(1) in _EVENTS and w.is_capital(1):
            return None  # `AFF Cup`
        if body.sector == "business" and self._product(start):
            return None
        if body.sector == "club" and not self.sports:
            return None  # `Barcelona`, the city
        name = extended(w, 1, body, False)
        if text[start:end] == "Đảng" and (
            w.at(1) in vocabulary.NOT_THE_PARTY
            or self._before(start) in compounds("before")["đảng"]
        ):
            return None
        return self._of_name(w, name, start, w.ends[name.end - 1])

    @cached_property
    def reported(self) -> bool:
        """Whether some medium is said to report something."""
        return reports(self.low)

    @cached_property
    def sports(self) -> bool:
        """Whether the article is about sports, so that a city's name may be its club's."""
        low = self.low
        return any(w in low for w in _PLAYED) and len(set(_SPORTS.findall(low))) > 2

    def _side(self, start: int, before: str) -> Found | None:
        """A club by its sponsor and its province, in a report on sports: `Kinh Bắc Bắc Ninh`."""
        if not self.sports or before in _NO_SIDES or self._shout(start):
            return None
        reach = side(self.text, start)
        if reach is None:
            return None
        name = self.text[start:reach]
        return Found(start, reach, "side", f"{self.club} {name}", None, About("sport"))

    @cached_property
    def club(self) -> str:
        """What a club of the article's sport is called in full."""
        count = self.low.count
        game = max(_GAMES, key=lambda g: (count(g), g == "bóng đá"))
        women = 2 * count(game + " nữ") > count(game)
        return "Câu lạc bộ " + game.capitalize() + " nữ" * women

    def _beside_another(self, start: int, end: int, body: Body) -> bool:
        """Whether a slash beside the word joins it to another body or a name: `AFP/TTXVN`."""
        text, single = self.text, vocabulary.listed()[1]
        if text[end : end + 1] == "/":
            then = _CAPITAL.match(text, end + 1)
            if then is None:
                return False
            credit = body.sector == "press" and not then[0].isupper()  # `VGP/Nhật Bắc`
            return credit or then[0] in single
        if start and text[start - 1] == "/":
            before = _WORD_BEFORE.search(text, max(0, start - 20), start - 1)
            if before is None:
                return False
            credit = body.sector == "press" and not before[0].isupper() and before[0].isalpha()
            return credit or before[0] in single
        return True

    def _title(self, start: int) -> Found | None:
        """A paper without the word `báo`, where it is said to report: `Như Tuổi Trẻ đưa tin`."""
        w = Words(self.text, self.low, start)
        end, body = vocabulary.titles().longest(w, 0)
        if body is None or not w.is_capital(0):
            return None
        reach = w.ends[end - 1]
        told = self.low.startswith(_TELLING, reach) or self._before(start) == "pv"
        told = told or self.low.endswith(" phóng viên ", 0, start)
        if not told and not (
            self._before(start) in _SOURCES and self.text[reach : reach + 1] in ",.)\n"
        ):
            return None
        return Found(start, reach, "title", body.name, None, About("press"))

    def _odd(self, at: int, start: int, end: int, mark: int) -> Found | None:
        """A brand by its shape, its last word or what stands beside it."""
        if mark & BANK:
            alone = not start or self.text[start - 1] not in "'.@-"
            return self._brand(start, end) if alone else None
        if mark & LEGAL_END:
            begin = legal(self.text, start, end)
            return self._brand(begin, end) if begin is not None and begin >= at else None
        if is_camel(self.text[start:end]):
            return self._brand(start, end) if self._stands_alone(start, end) else None
        reach = brand(self.text, self.low, start, self.reported)
        return self._brand(start, reach) if reach is not None else None

    def _brand(self, start: int, end: int) -> Found:
        return Found(start, end, "brand", self.text[start:end], None, About("business"))

    def _product(self, start: int) -> bool:
        """Whether a thing of the brand is meant: `điện thoại Samsung`."""
        before = self._before(start)
        if before == "nhà" and self.low.endswith("tòa nhà ", 0, start):
            return True
        if before == "mạng" and self.low.endswith("nhà mạng ", 0, start):
            return False
        return before in (
            "xe", "vàng", "thoại", "mạng", "app", "hiệu", "máy", "sữa", "vắc-xin", "vaccine", "xin",
            "dụng", "áo", "giày", "túi", "cúp", "giải", "cư", "tháp", "tòa",
        )  # fmt: skip


def _shouts(line: str) -> bool:
    """Whether most words of a line are capital, so that capitals mean nothing.

    >>> _shouts("SỞ Y TẾ LÀO CAI HỌP"), _shouts("Sở Y tế Lào Cai họp")
    (True, False)
    """
    head = line[:160]
    if 2 * len(_CAPITAL.findall(head)) < head.count(" "):
        return False
    words = [w for w in line.split() if w[0].isalpha()]
    loud = sum(w.isupper() and len(w) > 1 for w in words)
    capital = sum(w[0].isupper() for w in words)
    return len(words) >= 3 and (
        loud > 0.7 * len(words) or (len(words) >= 8 and capital > 0.9 * len(words))
    )
