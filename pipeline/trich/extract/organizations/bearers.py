"""Proper names inside a body's name: persons, brands, sponsors, partners."""

from __future__ import annotations

from trich.extract.names import DOUBLE_SURNAMES, is_syllable, name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.fields import FORM_ENDS, Fields
from trich.extract.organizations.places import commune_at, country_at
from trich.extract.organizations.proper import (
    bearer_before_holder,
    ends_before,
    goes_with,
    half_at,
    holder_at,
    proper_run,
    transcribed,
)
from trich.extract.organizations.unlisted import FOREIGN_ONLY

#: Heads whose bodies manage what lies between two places.
_PROJECTS = ("Ban Quản lý", "Ban Điều hành")
#: Kinds of bodies that bear nobody's name behind their field.
_UNNAMED = frozenset(
    {"state", "science", "party", "mass", "judicial", "police", "assembly", "military"}
)
_BEARING = frozenset({"education", "health", "culture"})
_PARTNERS = frozenset({("cộng", "sự"), ("đồng", "sự"), ("đối", "tác")})


class Bearers(Fields):
    """A name with the proper name that it bears."""

    def _proper(self) -> bool:
        w, i = self.w, self.i
        if "proper" in self.head.takes and self.shout and self.head.type in _BEARING:
            # `TRƯỜNG THPT QUANG TRUNG KHAI GIẢNG`: what communes are named after, schools are
            end = commune_at(w, i, i + 4)
            return end is not None and end > i + 1 and self._take(end, "proper")
        if "proper" not in self.head.takes or self.shout:
            return False
        if not w.is_capital(i):
            return False
        native = is_syllable(w.shown[i]) and not transcribed(w, i + 1)
        if self.head.head in FOREIGN_ONLY and (native or self._holder_of_party()):
            return False
        if "trade" in self.head.takes and not self._trading():
            return False
        bears = self.memorial or (self.head.type == "business" and w.at(i - 1) in FORM_ENDS)
        named = bears and self.last == "field" and name_end(w.text, w.starts[i])
        if self.last != "head" and not named and ends_before(w, self.after_head, i):
            return False
        holy = self.head.type == "religion"  # `giáo xứ Thánh Linh`
        if self.last == "head" and not holy and vocabulary.people().longest(w, i)[1]:
            return False
        if self.last == "head" and not w.is_capital(self.first):
            _, body = vocabulary.listed()[0].longest(w, i)
            if body is not None and body.sector == "state":
                return False  # `vụ giáo dục đại học Bộ GD-ĐT`
        if self.last == "head" and (end := self._listed_bearer()) is not None:
            self.got.add("proper")
            return self._take(end, "body")  # nothing of a person's name behind it
        end = proper_run(w, i)
        if end is None:
            return False
        if self.post:
            last = self.last in ("proper", "country") or (
                self.head.type in _UNNAMED and self.last != "head"
            )
            if last and holder_at(w, i) == end:
                return False  # `Cục trưởng Cục Y tế dự phòng Lương Gia Vọng`
            end = bearer_before_holder(w, i, end)
        if "country" in self.head.takes and country_at(w, i, False) == end:
            self.got.add("country")
        if self.head.head == "Trường" and self.last == "head" and w.is_capital(self.first):
            # `Trường Lương Thế Vinh`, `Trường Marie Curie`
            named_so = not native or name_end(w.text, w.starts[i]) is not None
            self.got |= {"school"} if named_so else set()
        if surname_strength(w.shown[i]) == "strong" and w.is_capital(i + 1):
            self.got.add("person")
        if self.proper is None:
            self.proper = (i, end)
        end = self._sponsor(end) or self._partners(end) or self._route(end) or end
        if end == i + 1 and self._two_syllables(end):
            self.got.add("proper")
            return self._take(end + 1, "unknown")
        return self._take(end, "proper")

    def _listed_bearer(self) -> int | None:
        """The end of the listed club or the long listed body whose name the head bears.

        `câu lạc bộ Sông Lam Nghệ An Rafael Santos`, `Nhà hát Đài Tiếng nói Việt Nam`.
        """
        end, body = vocabulary.listed()[0].longest(self.w, self.i)
        if body is None or not self.w.is_capital(self.i):
            return None
        club = self.head.type == "sport" and body.sector in ("sport", "club")
        if not club and end - self.i < 4:
            return None
        self.proper = self.proper or (self.i, end)
        return end

    def _holder_of_party(self) -> bool:
        """Whether a foreign name behind a party's is a person's: `đảng Dân chủ Hillary Clinton`."""
        return self.head.head == "Đảng" and self.last != "head"

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

    def _route(self, end: int) -> int | None:
        """The end of the two places of a project's name: `Ban QLDA Vũng Áng - Quảng Trạch`."""
        w = self.w
        if not self.head.head.startswith(_PROJECTS) or w.at(end) != "-" or w.glued(end):
            return None
        if not w.is_capital(end + 1) or ends_before(w, self.after_head, end + 1):
            return None
        reach = proper_run(w, end + 1, 4)
        return reach if reach and not w.at(reach)[0].isalnum() else None

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
