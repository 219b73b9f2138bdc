"""One article as bodies are read in it: its text, what was found so far, how a line is written."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property
from itertools import islice

from trich.article import Article
from trich.extract.names import UPPER, name_end
from trich.extract.organizations import vocabulary
from trich.extract.organizations.about import About, Found, about, renamed
from trich.extract.organizations.acronyms import Lessons
from trich.extract.organizations.brands import reports
from trich.extract.organizations.canonical import (
    branch,
    country_in_full,
    firm_in_full,
    in_small_letters,
    levelled,
    official,
    plain,
)
from trich.extract.organizations.context import Context
from trich.extract.organizations.listed import Name
from trich.extract.organizations.places import country_at
from trich.extract.organizations.vocabulary import Body, Words, namesakes
from trich.lexicon import fold

CAPITAL_WORD = re.compile(rf"[{UPPER}]\w*")
#: Three of these tell an article about sports, and what such an article's clubs play.
_SPORTS = (
    "hlv", "huấn luyện viên", "trận đấu", "trận thắng", "trận thua", "bàn thắng", "cầu thủ",
    "tiền đạo", "hậu vệ", "tiền vệ", "thủ môn", "bóng đá", "ghi bàn", "sân nhà", "sân khách", "clb",
    "câu lạc bộ", "đội bóng", "đội tuyển", "hiệp một", "hiệp hai", "ngoại hạng",
    "champions league", "v-league", "v.league", "chuyển nhượng", "vô địch", "trọng tài", "penalty",
    "phạt đền", "tỉ số", "tỷ số", "vòng cấm", "việt vị", "thẻ đỏ", "thẻ vàng", "lượt đi", "lượt về",
    "la liga", "serie a", "bundesliga", "ligue 1", "premier league", "world cup", "sea games",
    "aff cup", "asian cup", "đá phạt", "khung thành", "ngôi đầu", "trụ hạng", "xuống hạng",
    "ngoại binh", "trung vệ", "svđ", "sân vận động", "vòng đấu", "tân binh", "giao hữu",
    "đội trưởng", "lội ngược dòng", "đá bù", "bán kết", "chung kết", "tứ kết", "cú đúp", "bàn thua",
    "trên sân", "mùa giải", "đội khách", "đội chủ nhà", "đội đầu bảng", "giải đấu", "đồng đội",
)  # fmt: skip
#: Without two of these no article is about sports.
_PLAYED = (
    "cầu thủ", "trận đấu", "hlv", "clb", "câu lạc bộ", "huấn luyện viên", "đội bóng", "đội tuyển",
    "thủ môn", "tiền đạo", "ghi bàn", "trọng tài", "champions league", "v-league", "v.league",
    "ngoại binh", "trung vệ", "lội ngược dòng", "bóng đá", "chiến thắng", "trên sân", "sân nhà",
)  # fmt: skip
_GAMES = ("bóng đá", "bóng chuyền", "bóng rổ", "bóng bàn", "bóng ném", "futsal")
#: Commercial banks, whose office in a place is a branch.
_WITH_BRANCHES = (
    "Ngân hàng Thương mại ", "Ngân hàng Nông nghiệp ", "Ngân hàng Đầu tư ", "Ngân hàng Ngoại thương"
)  # fmt: skip
#: Bodies that are called after the country in every province.
_NATIONAL = frozenset(
    {"Ủy ban Mặt trận Tổ quốc Việt Nam", "Hội Liên hiệp Thanh niên Việt Nam",
     "Ủy ban Hội Liên hiệp Thanh niên Việt Nam", "Hội Sinh viên Việt Nam",
     "Ủy ban Hội Sinh viên Việt Nam"}
)  # fmt: skip
_LEFT = re.compile(r"(\S+) $")


@cache
def _sports() -> re.Pattern[str]:
    # no lookbehind before the words, so that only their first letters are looked at
    return re.compile(rf"(?:{'|'.join(_SPORTS)})(?!\w)")


_BEATS = re.compile(
    r" (?:đã |vừa |lại )?(?:thắng|thua|hòa|cầm hòa|đánh bại|hạ gục|hạ|vượt qua|đè bẹp|chạm trán)"
    r"(?: đậm| sát nút)? "
)
#: `thắng Geleximco Thái Bình 3-1`
_SCORED = re.compile(r"(?:thắng|thua|hòa) [^.\d\n]{2,40} \d{1,2} ?[-–] ?\d{1,2}(?![\d/%-])")


def _duel(text: str, low: str) -> bool:
    """Whether one club is said to beat another, or to lose: `Bình Thuận FC thắng Hải Phòng FC`."""
    return _SCORED.search(low) is not None or any(
        _is_club(text, low, m.end(), None)
        and any(
            _is_club(text, low, at.end(), m.start())
            for at in islice(_BACKWARDS.finditer(text, max(0, m.start() - 40), m.start()), 9)
        )
        for m in _BEATS.finditer(low)
    )


#: Where a capital word may begin.
_BACKWARDS = re.compile(rf"(?<!\w)(?=[{UPPER}])")


def _is_club(text: str, low: str, start: int, end: int | None) -> bool:
    """Whether a listed club's name begins at `start` and ends at `end`, where that is given."""
    w = Words(text, low, start)
    to, body = vocabulary.listed()[0].longest(w, 0)
    if body is None:
        w.at(0)
        if end is None and w.shown[0] in namesakes("sport"):
            return True  # `Hà Nội FC hòa Viettel`
        body, to = vocabulary.listed()[1].get(w.shown[0]), 1
    if body is None or body.sector not in ("sport", "club"):
        return False
    return end is None or w.ends[to - 1] == end


class Page:
    """The text of one article and what was found in it so far."""

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
        self.things: dict[str, bool] = {}

    @cached_property
    def sports(self) -> bool:
        """Whether the article is about sports, so that a city's name may be its club's."""
        low = self.low
        if len(list(islice((True for phrase in _PLAYED if phrase in low), 2))) < 2:
            return _duel(self.text, low)
        seen: set[str] = set()
        for m in _sports().finditer(low):
            if not m.start() or not low[m.start() - 1].isalnum():
                seen.add(m[0])
                if len(seen) > 2:
                    return True
        return _duel(self.text, low)

    @cached_property
    def reported(self) -> bool:
        """Whether some medium is said to report something."""
        return reports(self.low)

    @cached_property
    def club(self) -> str:
        """What a club of the article's sport is called in full."""
        count = self.low.count
        game = max(_GAMES, key=lambda g: (count(g), g == "bóng đá"))
        women = 2 * count(game + " nữ") > count(game)
        return "Câu lạc bộ " + game.capitalize() + " nữ" * women

    def _before(self, start: int) -> str:
        """The word before a position, in lower case."""
        if not start or self.text[start - 1] != " ":
            return ""
        space = self.low.rfind(" ", max(0, start - 20), start - 1)
        word = self.low[max(space + 1, start - 20) : start - 1]
        return word.rpartition("\n")[2]

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

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether no code or address is glued to the words (`TT-BYT`, `www.WHO.int`)."""
        text = self.text
        glued = start and text[start - 1] in "/-@_" and not text[start - 2 : start - 1].isspace()
        if glued and text.startswith(("Báo ", "Đài ", "Tạp chí "), start):
            glued = False  # `Theo Lê Nam/Báo Pháp luật`
        if glued and text[start - 1] == "/" and self.found and self.found[-1].end == start - 1:
            glued = False  # `Viện kiểm sát quân sự khu vực 1/Quân khu 3`
        if glued and not (text[start - 1] == "-" and text[start + 1 : start + 2].islower()):
            return False
        if text[end : end + 1] == "/" and text[end - 1].isdigit():
            return not (text[end + 1 : end + 2].isdigit() or text[end + 2 : end + 3].isupper())
        return not (text[end : end + 1] in ("/", "@", "_") and text[end + 1 : end + 2].isalnum())

    def _inside_person(self, start: int) -> bool:
        """Whether the word is a syllable of a person's name that begins before it."""
        at = start
        for _ in range(3):
            left = _LEFT.search(self.text, max(0, at - 12), at)
            word = left[1].lstrip("([\"“'") if left is not None else ""
            if left is None or not word[:1].isupper():
                return False
            at = left.end(1) - len(word)
            reach = name_end(self.text, at)
            if reach is not None and reach > start:
                return True
        return False

    def _in_decree(self, start: int, end: int) -> bool:
        i = bisect_right(self.decrees, (start, len(self.text))) - 1
        return i >= 0 and self.decrees[i][1] >= end

    @staticmethod
    def _idea(w: Words, name: Name) -> bool:
        """Whether a thing is meant that only has a body's word in it: `Chính phủ điện tử`."""
        if name.body is not None and name.body.name == "Chính phủ" and name.end == 2:
            return w.at(2) in ("điện", "số", "các", "kiến")
        if w.at(0) == "báo" and country_at(w, 1, False) == name.end:
            return True  # `báo Anh`: any paper of the country
        return w.at(0) == "quỹ" and (w.at(1), w.at(2)) == ("bảo", "hiểm")

    def _of_its_time(self, body: Body, written: str) -> Body:
        """The body as the article's subject tells it, with the name that it had at its time."""
        if body.sector == "sport" and not self.sports:
            body = namesakes("business").get(written, body)
        elif body.sector == "business" and written in namesakes("sport") and self.sports:
            body = namesakes("sport")[written]
        since, name = renamed().get(body.name, ("", ""))
        day = self.article.published
        first = body.name.split(" ", 1)[0]
        if not name or not day or day < since or written.startswith(first):
            return body
        return body._replace(name=name)

    def _of_name(self, w: Words, name: Name, start: int, end: int) -> Found:
        if self.text[end - 1] == ".":
            end -= 1  # `Ban Đối ngoại T.Ư.`: the sentence's own
        if name.body is not None:
            name.body = self._of_its_time(name.body, self.text[start:end])
            tail = w.spelled_out(name.body_end, name.end)
            if tail.isupper() and name.place is not None:
                tail = in_small_letters(w, name.body_end, name.end)
            tail = levelled(name.body.name, tail)
            canonical = name.body.name
            brand = name.body.sector == "business" and not name.body.name.startswith("Ngân hàng ")
            national = name.body.name in _NATIONAL
            if name.place is not None and (name.body_end > 1 or brand) and not national:
                told = plain(w, 0, name.body_end)  # `Trung tâm Cấp cứu 115`, of any town
                canonical = (
                    canonical if fold(told) == fold(canonical) else told[0].upper() + told[1:]
                )
            if tail:
                if name.place is not None and canonical.startswith(_WITH_BRANCHES):
                    tail = branch(tail)
                canonical += " " + (tail if tail != "Việt Nam" else "tại Việt Nam")
                if tail == "Việt Nam" and name.body.sector != "international":
                    own = name.body.name.startswith("Bộ ")  # a ministry of this country
                    canonical = name.body.name + " Việt Nam" * (not own)
            if name.rule == "listed-country":
                canonical = country_in_full(canonical)
            acronym = None if tail else name.body.acronym
            known = name.body.known and name.body.known + canonical[len(name.body.name) :]
            return Found(start, end, name.rule, canonical, acronym, about(w, name), known)
        canonical = official(w, name, self._shout(start))
        club = name.head is not None and name.head.head == "Câu lạc bộ"
        if (
            club
            and "field" not in name.got
            and self.sports
            and not canonical.startswith(f"{self.club} ")  # `CLB HAGL`, as its acronym is told
        ):
            canonical = canonical.replace("Câu lạc bộ", self.club, 1)
        found = Found(start, end, name.rule, canonical, None, about(w, name))
        self.lessons.brand(w, name, found)
        return found

    def _brand(self, start: int, end: int) -> Found:
        name = firm_in_full(self.text[start:end])
        return Found(start, end, "brand", name, None, About("business"))


def _shouts(line: str) -> bool:
    """Whether most words of a line are capital, so that capitals mean nothing.

    >>> _shouts("SỞ Y TẾ LÀO CAI HỌP"), _shouts("Sở Y tế Lào Cai họp")
    (True, False)
    """
    head = line[:160]
    if 2 * len(CAPITAL_WORD.findall(head)) < head.count(" "):
        return False
    words = [w for w in line.partition("Ảnh:")[0].split() if w[0].isalpha()]
    loud = sum(w.isupper() and len(w) > 1 for w in words)
    capital = sum(w[0].isupper() for w in words)
    return len(words) >= 3 and (
        loud > 0.7 * len(words) or (len(words) >= 8 and capital > 0.9 * len(words))
    )
