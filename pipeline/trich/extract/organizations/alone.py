"""Bodies of one word or of a title alone: acronyms, brands, clubs, papers without `báo`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from trich.extract.names import UPPER, is_syllable
from trich.extract.organizations import vocabulary
from trich.extract.organizations.about import About, Found, listed
from trich.extract.organizations.beginnings import (
    BANK,
    LEGAL_END,
    compounds,
)
from trich.extract.organizations.brands import PLATFORMS, acts, brand, legal
from trich.extract.organizations.cues import is_camel, is_thing, side
from trich.extract.organizations.listed import extended
from trich.extract.organizations.page import CAPITAL_WORD, Page
from trich.extract.organizations.vocabulary import Body, Words
from trich.lexicon import table

#: Words behind a body's acronym with which it is a contest, and before a firm with which it is
#: a building or a thing that bears its name.
_EVENTS = frozenset({"cup", "champions", "league", "open", "games", "futsal", "awards", "asian"})
#: Acronyms of bodies that are a contest's too, and what a page about that says.
_CONTESTS = {"IMO": " toán"}
#: Words before a capital run of a sports page that is a ground, a cup or a person.
_NO_SIDES = frozenset(
    {"sân", "động", "đấu", "đường", "phố", "cúp", "giải", "tại", "ở", "từ", "tỉnh", "hlv", "trọng",
     "tài", "thủ", "môn", "hậu", "vệ", "tiền", "đạo"}
)  # fmt: skip
_WORD_BEFORE = re.compile(r"\w+$")
#: What a paper does, and what stands before its name.
_TELLING = (
    " đưa tin", " đã đưa tin", " đã thông tin", " thông tin", " đã phản ánh", " phản ánh",
    " dẫn lời", " dẫn nguồn", " cho biết", " cho hay", " đăng tải", " viết", " tiết lộ", " online",
    " từng đưa tin", " đã có bài", " có cuộc trò chuyện",
)  # fmt: skip
_SOURCES = frozenset({"theo", "như", "tờ", "với", "pv", "viên", "nguồn:", "(theo"})

_TWO_WORDS = re.compile(r"([^\W_]+) ([^\W_]+|&)")
_SIGNED = re.compile(rf"[{UPPER}]{{2,}} [{UPPER}]{{2,}}$")


_ARABIC = re.compile(r"(?<=[ (])al-(?=[A-Z])")


def arabic(text: str, lower: str) -> Iterator[Found]:
    """Listed bodies whose names begin small: `al-Qaeda`, `al-Shabaab`.

    >>> text = "Nhóm al-Qaeda nhận."
    >>> [text[f.start : f.end] for f in arabic(text, text.lower())]
    ['al-Qaeda']
    """
    for m in _ARABIC.finditer(text):
        w = Words(text, lower, m.start())
        end, body = vocabulary.listed()[0].longest(w, 0)
        if body is not None:
            yield Found(m.start(), w.ends[end - 1], "listed", body.name, body.acronym, listed(body))


#: What stands before a firm's name where a place bears it: `khu đô thị Ecopark`.
GROUNDS = (
    "khu đô thị ", "khu công nghiệp ", "khách sạn ", "khu nghỉ dưỡng ", "khu du lịch ", "chung cư ",
    "trung tâm thương mại ", "cao ốc ", "tòa tháp ", "khu dân cư ", "khu vui chơi ", "sân golf ",
    "resort ", "khu phức hợp ",
)  # fmt: skip
#: A model's number behind a maker's name: `Boeing 777`, `Airbus A321`, `Mercedes C200`.
_MODEL = re.compile(r"\d{3}|[A-Z]{1,3}\d{1,4}[A-Za-z]?")


def _of_the_brand(w: Words) -> bool:
    """Whether a thing that the brand makes is named behind it: `Apple Watch`, `Boeing 777`."""
    w.at(1)
    if w.glued(1) or not w.shown[1][0].isalnum():
        return False
    if _MODEL.fullmatch(w.shown[1]):
        return w.shown[1][0].isalpha() or w.shown[0] in ("Boeing", "Airbus")
    return vocabulary.is_product(w.shown[1])


@cache
def _first_names() -> frozenset[str]:
    names = (r["name"] for r in table("foreign_given"))
    return frozenset(name for name in names if not is_syllable(name))  # `Theo VASEP`


def _named(text: str, start: int) -> bool:
    """Whether a given name from abroad stands right before: the brand is a surname."""
    space = text.rfind(" ", max(0, start - 16), start - 1)
    word = text[space + 1 : start - 1]
    return text[start - 1 : start] == " " and word in _first_names()


class Alone(Page):
    """A page with its words that are bodies by themselves."""

    def _single(self, start: int, end: int, body: Body) -> Found | None:
        """A listed body of one word: an acronym or a brand."""
        text = self.text
        if start and (text[start - 1] in "-&.@" or text[start - 1].isalnum()):
            return None
        if (
            not self._beside_another(start, end, body)
            or text[end : end + 1] in ("&", "@")
            or (text[end : end + 1] in (".", "-", "_") and self._glued_on(end, body))
        ):
            return None
        if _named(text, start):
            return None  # `Jack Spiegel`
        w = Words(text, self.low, start)
        if w.is_capital(1) and any(w.at(k) in _EVENTS for k in (1, 2, 3) if w.is_capital(k)):
            return None  # `AFF Cup`, `AFF Suzuki Cup`
        if body.sector == "business" and (self._product(start) or _of_the_brand(w)):
            return None
        if text[start:end] in PLATFORMS and not self._acts(start, end):
            return None
        if text.startswith(".com", end) and not text[end + 4 : end + 5].isalnum():
            end += 4  # `Amazon.com`
            return Found(start, end, "listed", body.name, body.acronym, listed(body))
        if text[start:end] in _CONTESTS and _CONTESTS[text[start:end]] in self.low:
            return None  # the Olympiad, not the organization
        if body.sector == "club" and not self.sports:
            return None  # `Barcelona`, the city
        name = extended(w, 1, body, False)
        if text[start:end] == "Đảng" and (
            w.at(1) in vocabulary.NOT_THE_PARTY
            or self._before(start) in compounds("before")["đảng"]
        ):
            return None
        return self._of_name(w, name, start, w.ends[name.end - 1])

    def _acts(self, start: int, end: int) -> bool:
        """Whether the firm that runs a platform is meant, and not the place where people write."""
        low, text = self.low, self.text
        if self.found and self.found[-1].about.type == "business":
            between = text[self.found[-1].end : start]
            if between in (", ", " và ", " hay ", " hoặc "):
                return True
        return acts(low, start, end)

    def _glued_on(self, end: int, body: Body) -> bool:
        """Whether a code goes on behind the word: not in `Ảnh: An Bình/VOV-Tây Bắc`."""
        text = self.text
        if body.sector == "business" and text.startswith(".com", end):
            return text[end + 4 : end + 5].isalnum()
        if text[end] == "-" and body.sector == "press" and text[end + 1 : end + 2].isupper():
            return False
        return text[end + 1 : end + 2].isalnum()

    def _beside_another(self, start: int, end: int, body: Body) -> bool:
        """Whether a slash beside the word joins it to another body or a name: `AFP/TTXVN`."""
        text, single = self.text, vocabulary.listed()[1]
        if text[end : end + 1] == "/":
            then = CAPITAL_WORD.match(text, end + 1)
            if then is None:
                return False
            credit = body.sector == "press" and not then[0].isupper()  # `VGP/Nhật Bắc`
            polled = (
                body.sector == "press" and then[0].isalpha() and text[start - 1 : start] in " ("
            )
            return credit or polled or then[0] in single  # `thăm dò của CNN/ORC`
        if start and text[start - 1] == "/":
            before = _WORD_BEFORE.search(text, max(0, start - 20), start - 1)
            if before is None:
                return False
            credit = body.sector == "press" and before[0].isalpha()
            line = self.low.rfind("\n", 0, start) + 1
            if before[0].isupper() and not self.low.startswith(
                ("nguồn", "theo", "(theo"), line
            ):  # `Theo NAM ANH/PNO`, but not `12/NQ-TTXVN`
                credit = credit and _SIGNED.search(text, max(0, start - 20), start - 1) is not None
            return credit or before[0] in single
        return True

    def _title(self, start: int) -> Found | None:
        """A paper without the word `báo`, where it is said to report: `Như Tuổi Trẻ đưa tin`."""
        two = _TWO_WORDS.match(self.low, start)
        node = two and vocabulary.titles().root.get(two[1])
        if two is None or node is None or vocabulary.folded(two[2]) not in node:
            return None
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
            thing = self.thing(self.low[start:end]) or not self._stands_alone(start, end)
            return None if thing else self._brand(start, end)
        reach = brand(self.text, self.low, start, self.reported)
        return self._brand(start, reach) if reach is not None else None

    def thing(self, word: str) -> bool:
        """Whether the page says of a word that it is a thing; looked for once a word."""
        if word not in self.things:
            self.things[word] = is_thing(self.low, word)
        return self.things[word]

    def _product(self, start: int) -> bool:
        """Whether a thing of the brand is meant: `điện thoại Samsung`."""
        before = self._before(start)
        if self.low.endswith(GROUNDS, max(0, start - 24), start):
            return True
        if before == "nhà" and self.low.endswith("tòa nhà ", 0, start):
            return True
        if before == "máy" and self.low.endswith("bộ máy ", 0, start):
            return False
        if before == "mạng" and self.low.endswith("nhà mạng ", 0, start):
            return False
        return before in (
            "xe", "vàng", "thoại", "mạng", "app", "hiệu", "máy", "sữa", "vắc-xin", "vaccine", "xin",
            "dụng", "áo", "giày", "túi", "cúp", "giải", "cư", "tháp", "tòa", "tô", "ôtô", "sân",
            "chiếc",
        )  # fmt: skip

    def _side(self, start: int, before: str) -> Found | None:
        """A club by its sponsor and its province, in a report on sports: `Kinh Bắc Bắc Ninh`."""
        if not self.sports or before in _NO_SIDES or self._shout(start):
            return None
        reach = side(self.text, start)
        if reach is None:
            return None
        name = self.text[start:reach]
        return Found(start, reach, "side", f"{self.club} {name}", None, About("sport"))
