"""What may follow the head of a name, one step a kind: fields, places, proper names, bodies."""

from __future__ import annotations

import re
from collections.abc import Callable

from trich.extract.names import DOUBLE_SURNAMES, is_syllable, name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.listed import Name
from trich.extract.organizations.places import (
    COUNTRY_WORDS,
    LEVEL_WORDS,
    ROMAN,
    aside_end,
    branch_at,
    country_at,
    level_at,
    place_at,
)
from trich.extract.organizations.proper import (
    NUMBER,
    counts,
    ends_before,
    goes_with,
    half_at,
    proper_run,
    transcribed,
)
from trich.extract.organizations.unlisted import DOUBTFUL, FOREIGN_ONLY, Unlisted
from trich.extract.organizations.vocabulary import END

#: No name holds more bodies one inside the other ("Văn phòng Đảng ủy Bộ Y tế").
DEEPEST = 2
CODE = re.compile(r"[A-ZĐ]{1,3}\d{2,3}")
#: What may stand before small words that a country or `Trung ương` closes; who bears such names.
_BRIDGED = frozenset({"field", "doubtful", "unknown", "connector"})
CLOSED = frozenset({"country", "central"})
_CENTRAL = frozenset({"central"})
_PARTY = frozenset({"partyname"})
_REGION = frozenset({"region"})
_FARTHEST = 8
_WORLDWIDE = frozenset({("toàn", "cầu"), ("thế", "giới"), ("toàn", "quốc")})
#: Fields of one word that are also the first word of a name: `Trường Mầm non Hoa Sen`.
_ALSO_NAMES = frozenset(
    {"Hoa", "Sen", "Vàng", "Bạc", "Đá", "Bay", "Bơi", "Cờ", "Gan", "Gen", "May", "Máy", "Nhà",
     "Rau", "Sứ", "Than", "Thép", "Tim", "Tôm", "Vật", "Vùng", "Xiếc", "Điều", "Mắt", "Y"}
)  # fmt: skip
#: Word pairs that a comma inside a name joins.
_COMMA_PAIRS = frozenset(
    {("phòng", "chống"), ("khám", "chữa"), ("y", "dược"), ("cháy", "chữa"), ("nạn", "cứu"),
     ("đua", "khen"), ("vệ", "chăm"), ("chức", "viên")}
)  # fmt: skip
_PARTNERS = frozenset({("cộng", "sự"), ("đồng", "sự"), ("đối", "tác")})
#: First words of a body that is part of another's name: "Bệnh viện Đại học Y Hà Nội".
_INNER = {
    "Bệnh viện": frozenset({"đại", "trường", "học", "bộ"}),
    "Công ty": frozenset({"tập", "tổng"}),
}


NUMBERED = frozenset({"number"})
#: Committees of districts, behind which only the district's name stands.
_DISTRICTS = frozenset({"Huyện ủy", "Thị ủy", "Quận ủy", "Huyện đoàn", "Thị đoàn", "Quận đoàn"})


class Steps(Unlisted):
    """The next step of a name that was read so far."""

    #: Reads a body's name inside another's; `trich.extract.organizations.grammar` sets it.
    read_name: Callable[..., Name | None]

    def _step(self) -> bool:
        w, i, takes = self.w, self.i, self.head.takes
        low = w.at(i)
        if low == END or self.last == "at":
            return False
        if self.last == "body":
            return self._region()
        if not self.aside and (end := aside_end(w, i)) is not None:
            return self._around(end)
        if not low[0].isalnum():
            return self._connector()
        if self.last == "country":
            if "at" in takes and self._at():
                return True
            return "proper" in takes and not w.shown[i].isupper() and self._proper()
        if self.last == "place":
            return False
        if self.shout or w.is_capital(i) or not low[0].isalpha():
            return (
                self._place() or self._country() or self._known_brand() or self._phrase()
                or self._body() or self._number() or self._proper() or self._connector()
                or self._at() or self._unknown() or self._bridge() or self._open()
            )  # fmt: skip
        return (
            (low in LEVEL_WORDS and self._place()) or (low in COUNTRY_WORDS and self._country())
            or self._phrase() or self._body() or self._number() or self._connector()
            or self._at() or self._bridge() or self._open()
        )  # fmt: skip

    def _region(self) -> bool:
        """The part of the world that an office of a body has: `Văn phòng WHO khu vực Tây Á`."""
        w, i = self.w, self.i
        if (w.at(i), w.at(i + 1)) != ("khu", "vực") or "at" not in self.head.takes:
            return False
        end, _ = vocabulary.phrases().longest(w, i + 2, _REGION)
        return end > i + 2 and self._take(end, "at")

    def _around(self, end: int) -> bool:
        """Read on behind an acronym or a term inside the name, if the name goes on there."""
        begin = self.i
        if self.last not in ("head", "field"):
            return False
        self.i = end
        goes_on = self._place() or self._country() or self._body() or self._central()
        native = self.w.is_capital(end) and is_syllable(self.w.shown[end])
        native = native and not transcribed(self.w, end + 1)
        if goes_on or (native and (self._phrase() or self._proper())):
            self.aside = True
            return True
        self.i = begin
        return False

    def _central(self) -> bool:
        end, _ = vocabulary.phrases().longest(self.w, self.i, self.kinds & {"central"})
        return end > self.i and self._take(end, "central")

    def _place(self) -> bool:
        takes = self.head.takes
        if "place" not in takes and "proper" not in takes and "field" not in takes:
            return False
        if "branch" in takes and (branch := branch_at(self.w, self.i, self.shout)):
            return self._take(branch, "place")
        bare = level_at(self.w, self.i) is None
        end = place_at(self.w, self.i, self.shout)
        if end is None and self.head.head in _DISTRICTS and self.last == "head":
            end = self._unknown_place()
        if end is None or (bare and ("place" not in takes or self._phrase_end() > end)):
            return False
        if bare and "proper" in takes and not self.shout:
            run = proper_run(self.w, self.i)
            if run and run > end:  # "Bệnh viện Hà Nội - Amsterdam", "Trường Trần Phú Hà Nội"
                return False
        if bare and self.last == "head" and "proper" in takes:
            self.got.add("proper")
        self.place = (self.i, end)
        return self._take(end, "place")

    def _unknown_place(self) -> int | None:
        """A district that no table knows, where only one can stand: `Huyện ủy Bù Tân`."""
        w, i = self.w, self.i
        if self.shout or self.post or not w.is_capital(i):
            return None
        if surname_strength(w.shown[i]) == "strong":
            return None
        end = proper_run(w, i, 4)
        return end if end and end - i < 4 and name_end(w.text, w.starts[i]) is None else None

    def _phrase_end(self) -> int:
        """Where the phrase that begins here ends ("Pháp y" is no France)."""
        return vocabulary.phrases().longest(self.w, self.i, self.kinds)[0]

    def _country(self) -> bool:
        if "country" not in self.head.takes:
            return False
        end = country_at(self.w, self.i, self.shout)
        if end is None or self._phrase_end() > end:
            return False
        if "proper" in self.head.takes and not self.shout:
            run = proper_run(self.w, self.i)
            if run and run > end and not self.w.shown[end].isupper():
                return False
        return self._take(end, "country")

    def _phrase(self) -> bool:
        w, i = self.w, self.i
        kinds: frozenset[str] | set[str] = self.kinds
        if self.last in ("proper", "number"):
            kinds = self.kinds & {"central", "navy"}
        if not kinds:
            return False
        end, found = vocabulary.phrases().longest(w, i, kinds)
        if end == i:
            return False
        if not w.is_capital(i) and not self._may_be_lower(found):
            return False
        if end == i + 1 and self.last != "head" and w.at(i) in vocabulary.stops("after"):
            return w.is_capital(i) and self._take(end, "field")  # `điều` is a nut and a verb
        if (w.is_capital(i) or self.shout) and self.last != "head" and self._other_body(i, end):
            return False
        end = self._longer_proper(i, end)
        if end == i:
            return False
        self.got |= found & kinds
        if "action" in found:
            self.got.add("field")
        if "central" in found:
            end, party = self._party(end)
            return self._take(end, "body" if party else "central")
        return self._take(end, "doubtful" if found <= DOUBTFUL else "field")

    def _party(self, end: int) -> tuple[int, bool]:
        """The end of a foreign party that `Trung ương Đảng` is the beginning of, and whether so."""
        w = self.w
        if end == self.i or w.at(end - 1) != "đảng":
            return end, False
        to, _ = vocabulary.phrases().longest(w, end, _PARTY)
        return (country_at(w, to, self.shout) or to, True) if to > end else (end, False)

    def _longer_proper(self, i: int, end: int) -> int:
        """A phrase that is the first part of a longer proper name gives way to it."""
        w = self.w
        if "proper" not in self.head.takes or self.shout or not w.is_capital(i):
            return end
        if end - i > 1 or not w.is_capital(end):
            return end
        person = name_end(w.text, w.starts[i])
        if person is not None and surname_strength(w.shown[i]):
            return i
        known = vocabulary.phrases().longest(w, end)[0] > end or place_at(w, end, False)
        return end if known or w.shown[i] not in _ALSO_NAMES else i

    def _may_be_lower(self, found: frozenset[str]) -> bool:
        if self.last == "head":
            return True
        if self.last == "central":
            return "topic" in self.head.takes and self.w.at(self.i) in ("phòng", "chống", "ứng")
        if "central" in found:
            return self.last in ("field", "doubtful", "unknown", "number")
        if found & DOUBTFUL and not found & (self.kinds - DOUBTFUL):
            return self.last in ("connector", "doubtful", "topic")
        return self.last in ("field", "connector", "doubtful", "topic", "unknown")

    def _other_body(self, i: int, end: int) -> bool:
        """Whether another body's name begins here, which is longer than the phrase."""
        if "inner" in self.head.takes or "body" in self.head.takes:
            return False
        head_end, head = vocabulary.heads().longest(self.w, i)
        if head is None or head_end < end or "trade" in head.takes:
            known, body = vocabulary.listed()[0].longest(self.w, i)
            return body is not None and known > end
        return (
            type(self).read_name(self.w, i, self.shout, self.depth + 1) is not None
            if self.depth < DEEPEST
            else False
        )

    def _body(self) -> bool:
        takes = self.head.takes
        if not takes & {"body", "inner"} or self.depth >= DEEPEST:
            return False
        investigates = self.head.head.startswith("Cơ quan ")  # `cơ quan điều tra công an tỉnh X`
        if not (self.w.is_capital(self.i) or self.shout or investigates):
            return False
        if self.head.head == "Báo" and not self.w.is_capital(self.first):
            return False  # `kịp báo Công an phường Thanh Liệt`
        if "inner" in takes and (
            self.last not in ("head", "field", "doubtful")
            or self.w.at(self.i) not in _INNER.get(self.head.head, ())
        ):
            return False
        inner = type(self).read_name(self.w, self.i, self.shout, self.depth + 1)
        single = vocabulary.listed()[1].get(self.w.shown[self.i])
        if self.w.at(self.i) == "đảng" and self.w.at(self.i + 1) in vocabulary.NOT_THE_PARTY:
            single = None
        if inner is None and single is not None and single.sector != "business":
            inner = Name(self.i + 1, "listed")
        if inner is None:
            return False
        self.got.add("proper")
        self.inner = (self.i, inner.end)
        return self._take(inner.end, "body")

    def _number(self) -> bool:
        w, i = self.w, self.i
        takes = self.head.takes
        if not takes & {"number", "code"}:
            return False
        if w.at(i) == "số" and NUMBER.fullmatch(w.at(i + 1)) and "number" in takes:
            return self._take(i + 2, "number")
        if "code" in takes and CODE.fullmatch(w.shown[i]):
            return self._take(i + 1, "field")
        if "number" not in takes:
            return False
        low = w.at(i)
        if not (NUMBER.fullmatch(low) or (ROMAN.fullmatch(low) and w.is_capital(i))):
            return False
        if self.head.head == "Vụ" and w.at(i + 1)[0].isalnum() and w.at(i + 1) != "làm":
            return False  # `Vụ 2 xe đâm nhau`
        if counts(self.w, i, self.last == "head" and self.head.needs == (NUMBERED,)):
            return False
        end = i + 1
        dated = w.at(end) in ("-", "/", ".") and w.glued(end) and w.glued(end + 1)
        if dated and NUMBER.fullmatch(w.at(end + 1)):  # "Bệnh viện 19-8"
            end += 2
        if self.last in ("head", "field", "doubtful", "connector", "unknown"):
            return self._take(end, "number")
        return False

    def _proper(self) -> bool:
        w, i = self.w, self.i
        if "proper" not in self.head.takes or self.shout:
            return False
        if not w.is_capital(i):
            return False
        native = is_syllable(w.shown[i]) and not transcribed(w, i + 1)
        if self.head.head in FOREIGN_ONLY and native:
            return False
        if "trade" in self.head.takes and not self._trading():
            return False
        named = self.memorial and self.last == "field" and name_end(w.text, w.starts[i])
        if self.last != "head" and not named and ends_before(w, self.after_head, i):
            return False
        holy = self.head.type == "religion"  # `giáo xứ Thánh Linh`
        if self.last == "head" and not holy and vocabulary.people().longest(w, i)[1]:
            return False
        end = proper_run(w, i)
        if end is None:
            return False
        if "country" in self.head.takes and country_at(w, i, False) == end:
            self.got.add("country")
        if self.head.head == "Trường" and self.last == "head" and w.is_capital(self.first):
            # `Trường Lương Thế Vinh`, `Trường Marie Curie`
            named_so = not native or name_end(w.text, w.starts[i]) is not None
            self.got |= {"school"} if named_so else set()
        if self.proper is None:
            self.proper = (i, end)
        end = self._sponsor(end) or self._partners(end) or end
        if end == i + 1 and self._two_syllables(end):
            self.got.add("proper")
            return self._take(end + 1, "unknown")
        return self._take(end, "proper")

    def _trading(self) -> bool:
        """Whether a trade and a proper name make a firm's name: `Tôn Hoa Sen`, `Thép Pomina`."""
        w, i = self.w, self.i
        if not w.is_capital(self.first) or vocabulary.countries().longest(w, i)[1]:
            return False
        if any(name_end(w.text, w.starts[k]) is not None for k in (self.first, i)):
            return False
        if f"{w.shown[self.first]} {w.shown[i]}" in DOUBLE_SURNAMES:
            return False
        _, place = vocabulary.places().longest(w, i)
        if place and place[1] in ("tỉnh", "thành phố"):
            return False
        if is_syllable(w.shown[i]) and not w.is_capital(i + 1):
            return False
        self.got.add("trade")
        return True

    def _known_brand(self) -> bool:
        """A listed brand in a firm's name: `Công ty cổ phần Đầu tư Thế giới Di động`."""
        w, i = self.w, self.i
        if self.head.type != "business" or self.last not in ("head", "field"):
            return False
        if not w.is_capital(i) or "proper" not in self.head.takes:
            return False
        end, body = vocabulary.listed()[0].longest(w, i)
        if body is None or body.sector != "business" or vocabulary.heads().longest(w, i)[1]:
            return False
        if self.proper is None:
            self.proper = (i, end)
        return self._take(end, "proper")

    def _sponsor(self, end: int) -> int | None:
        """The end of a club's name with its firm behind a hyphen: `Thể Công - Viettel`."""
        w = self.w
        if self.head.head != "Câu lạc bộ" or w.at(end) != "-" or not w.is_capital(end + 1):
            return None
        firm = vocabulary.listed()[1].get(w.shown[end + 1])
        return end + 2 if firm is not None and firm.sector == "business" else None

    def _partners(self, end: int) -> int | None:
        """The end of `và Cộng sự` behind the name of a firm."""
        w = self.w
        if w.at(end) in ("và", "&") and (w.at(end + 1), w.at(end + 2)) in _PARTNERS:
            return end + 3
        return None

    def _two_syllables(self, end: int) -> bool:
        """Whether the word behind a single capital one is its second half: `Dã chiến`."""
        w = self.w
        if (
            "field" not in self.head.takes
            or self.last == "proper"
            or not w.shown[end - 1][1:].islower()
        ):
            return False
        if not is_syllable(w.shown[end - 1]):
            return False
        return goes_with(w, end) or (self.head.type != "business" and half_at(w, end))

    def _connector(self) -> bool:
        w, i = self.w, self.i
        low = w.at(i)
        if (
            low == "về"
            and "topic" in self.head.takes
            and self.last in ("field", "doubtful", "central", "head")
        ):
            if vocabulary.phrases().longest(w, i + 1, self.kinds)[0] > i + 1:
                self.last = "topic"
                self.i = i + 1
                return self._phrase()
            return False
        if "press" in self.head.takes and self.last == "proper" and low in ("và", "&"):
            return self._second_title(i + 1)
        if "list" not in self.head.takes or self.last not in ("field", "doubtful", "unknown"):
            longer = self.last == "head" and self.head.head.count(" ") > 1 and w.is_capital(i + 1)
            if not (longer and "list" in self.head.takes):
                return False
        if low not in ("và", "&", "-", ",", "/"):
            return False
        end, found = vocabulary.phrases().longest(w, i + 1, self.kinds)
        if end == i + 1 or self._other_body(i + 1, end):
            return False
        if low == "," and not self._comma_inside(end):
            return False
        verb = found <= DOUBTFUL and not w.is_capital(i + 1) and self.last != "doubtful"
        against = w.at(i + 1) == "phòng" and "chống" in (w.at(i + 2), w.at(i + 3))
        if low in ("và", "&") and verb and not against:
            return False
        last, self.i, self.last = self.last, i + 1, "connector"
        if self._phrase():
            return True
        self.i, self.last = i, last
        return False

    def _second_title(self, i: int) -> bool:
        """The second half of a paper's title: `Tạp chí Mẹ và Bé`."""
        w = self.w
        if not w.is_capital(i) or ends_before(w, self.after_head, i):
            return False
        if vocabulary.heads().longest(w, i)[1] or vocabulary.listed()[0].longest(w, i)[1]:
            return False
        end = proper_run(w, i, 3)
        return end is not None and self._take(end, "proper")

    def _comma_inside(self, end: int) -> bool:
        """Whether a comma goes on with the name: a known pair, or a list that `và` closes."""
        w, i = self.w, self.i
        if (w.at(i - 1), w.at(i + 1)) in _COMMA_PAIRS:
            return True
        for _ in range(4):
            mark = w.at(end)
            if "và" in w.low[i + 1 : end]:  # `đầu tư, Thương mại và Du lịch`
                return True
            if mark not in (",", "và", "&"):  # `thuốc, mỹ phẩm, thực phẩm tỉnh Bình Thuận`
                return not w.is_capital(i + 1) and level_at(w, end) is not None
            step, _kinds = vocabulary.phrases().longest(w, end + 1, self.kinds)
            if step == end + 1 or self._other_body(end + 1, step):
                return False
            if mark != ",":
                return True
            end = step
        return False

    def _at(self) -> bool:
        if "at" not in self.head.takes or self.w.at(self.i) != "tại" or not self.got:
            return False
        i = self.i + 1
        end = place_at(self.w, i, self.shout) or country_at(self.w, i, self.shout)
        if end is None and not self.shout and self.w.is_capital(i):
            end = proper_run(self.w, i, 4)
        return end is not None and self._take(end, "at")

    def _bridge(self) -> bool:
        """Small words that no table knows, when a place or a country closes the name behind them.

        `Hội Sinh lý thực vật Việt Nam`, `Viện Nghiên cứu thảo mộc Trung ương`.
        """
        w, i = self.w, self.i
        if self.shout or self.last not in _BRIDGED:
            return False
        if self.head.type == "business" and self._material():
            return True
        if not self.head.takes & CLOSED:
            return False
        if not w.is_capital(self.first):
            return False
        for j in range(i, i + _FARTHEST):
            low = w.at(j)
            if j > i and (low, w.at(j + 1)) in _WORLDWIDE:
                return self._take(j + 2, "central")
            if w.is_capital(j):
                return j > i and self._closes(j)
            if not low.isalpha() or low in vocabulary.stops("after") or not w.whole(j):
                return False
            if low in ("tỉnh", "thành", "huyện", "quận"):
                return False
        return False

    def _material(self) -> bool:
        """One or two small words between a firm's trade and its brand: `Gạch men Thanh Hà`."""
        w, i = self.w, self.i
        for j in (i + 1, i + 2):
            low = w.at(j - 1)
            if w.is_capital(j - 1) or not low.isalpha() or low in vocabulary.stops("after"):
                return False
            if w.is_capital(j):
                self.i, self.last = j, "field"
                if self._place() or self._proper():
                    return True
                self.i = i
                return False
        return False

    def _closes(self, j: int) -> bool:
        """Whether a country or `Trung ương` stands at word `j`; then the name ends there."""
        end = country_at(self.w, j, False) if "country" in self.head.takes else None
        if end is not None:
            return self._take(end, "country")
        if self.head.takes & {"central", "field"}:
            closed, _ = vocabulary.phrases().longest(self.w, j, _CENTRAL)
            if closed > j:
                return self._take(closed, "central")
        return False
