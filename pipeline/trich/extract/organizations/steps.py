"""What may follow the head of a name, one step a kind: fields, places, proper names, bodies."""

from __future__ import annotations

import re

from trich.extract.names import is_syllable, name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.bearers import Bearers
from trich.extract.organizations.fields import DEEPEST
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
    holder_at,
    proper_run,
    transcribed,
)
from trich.extract.organizations.vocabulary import END

CODE = re.compile(r"[A-ZĐ]{1,3}\d{2,3}")
#: What may stand before small words that a country or `Trung ương` closes; who bears such names.
_BRIDGED = frozenset({"field", "doubtful", "unknown", "connector"})
CLOSED = frozenset({"country", "central"})
_CENTRAL = frozenset({"central"})
_REGION = frozenset({"region"})
_FARTHEST = 8
_WORLDWIDE = frozenset({("toàn", "cầu"), ("thế", "giới"), ("toàn", "quốc")})
#: First words of a body that is part of another's name: "Bệnh viện Đại học Y Hà Nội".
_INNER = {
    "Bệnh viện": frozenset({"đại", "trường", "học", "bộ"}),
    "Công ty": frozenset({"tập", "tổng"}),
}


#: Heads of what a body has inside it, and first words of a body that is written small behind them.
_WITHIN = frozenset(
    {"Đoàn Thanh niên", "Ban Giám đốc", "Ban Giám hiệu", "Công đoàn", "Đảng ủy", "Đảng bộ",
     "Chi bộ", "Chi đoàn", "Hội đồng quản trị", "Thanh tra", "Ban Thường vụ", "Ban Chấp hành"}
)  # fmt: skip
_SMALL_BODIES = frozenset(
    {"bệnh", "trường", "sở", "công", "bộ", "tập", "tổng", "đại", "viện", "trung", "ngân", "học",
     "ủy", "báo", "đài", "cục", "đảng"}
)  # fmt: skip

NUMBERED = frozenset({"number"})
#: Committees of districts, behind which only the district's name stands.
_DISTRICTS = frozenset({"Huyện ủy", "Thị ủy", "Quận ủy", "Huyện đoàn", "Thị đoàn", "Quận đoàn"})


class Steps(Bearers):
    """The next step of a name that was read so far."""

    def _step(self) -> bool:
        w, i, head = self.w, self.i, self.head
        low, takes = w.at(i), head.takes
        if low == END or self.last == "at":
            return False
        if self.last == "body":
            clergy = head.type == "religion" and self._place()  # `Ban Trị sự GHPGVN TP.HCM`
            return clergy or self._region() or self._at()
        if not self.aside and (end := aside_end(w, i)) is not None:
            return self._around(end)
        if not low[0].isalnum():
            return self._connector()
        if self.last == "country":
            if "at" in takes and self._at():
                return True
            closed = self.post and head.type == "mass"  # `Hội Nông dân Việt Nam Lương Văn Đoàn`
            return not closed and "proper" in takes and not w.shown[i].isupper() and self._proper()
        if self.last == "place":
            return self._branch_number() or self._exiles()
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
        if end is not None and self.post and self._holder(end):
            return False  # `Chủ tịch UBND tỉnh Mai Sơn`
        if end is None and self.head.head in _DISTRICTS and self.last == "head":
            end = self._unknown_place()
        if end is None or (bare and ("place" not in takes or self._phrase_end() > end)):
            return False
        if bare and "proper" in takes and not self.shout:
            run = proper_run(self.w, self.i)
            holder = self.post and holder_at(self.w, end)
            if run and run > end and holder != run:
                return False  # "Bệnh viện Hà Nội - Amsterdam", "Trường Trần Phú Hà Nội"
        if bare and self.last == "head" and "proper" in takes:
            self.got.add("proper")
        self.place = (self.i, end)
        return self._take(end, "place")

    def _holder(self, end: int) -> bool:
        """Whether the two syllables behind `tỉnh` are a post's holder: no table has the place."""
        at = level_at(self.w, self.i)
        if at is None or self.w.at(self.i) not in ("tỉnh", "thành") or end != at + 2:
            return False
        return vocabulary.places().longest(self.w, at)[1] is None

    def _unknown_place(self) -> int | None:
        """A district that no table knows, where only one can stand: `Huyện ủy Bù Tân`."""
        w, i = self.w, self.i
        if self.shout or self.post or not w.is_capital(i):
            return None
        if surname_strength(w.shown[i]) == "strong":
            return None
        end = proper_run(w, i, 4)
        return end if end and end - i < 4 and name_end(w.text, w.starts[i]) is None else None

    def _country(self) -> bool:
        if "country" not in self.head.takes:
            return False
        end = country_at(self.w, self.i, self.shout)
        if end is None or self._phrase_end() > end:
            return False
        party = self.last == "partyname" or self.head.head == "Đảng"
        if "proper" in self.head.takes and not self.shout and not party:
            run = proper_run(self.w, self.i)
            if self.post and self.head.type == "mass" and surname_strength(self.w.shown[end]):
                run = None  # the post's holder
            if run and run > end and not self.w.shown[end].isupper():
                return False  # but `đảng Cộng hòa Mỹ Trump`
        return self._take(end, "country")

    def _body(self) -> bool:
        takes = self.head.takes
        if not takes & {"body", "inner"} or self.depth >= DEEPEST:
            return False
        investigates = self.head.head.startswith("Cơ quan ")  # `cơ quan điều tra công an tỉnh X`
        within = self.head.head in _WITHIN and self.w.at(self.i) in _SMALL_BODIES
        if not (self.w.is_capital(self.i) or self.shout or investigates or within):
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
        if "code" in takes and w.shown[i] in ("PC", "PA", "PX") and w.at(i + 1).isdigit():
            self.got.add("function")
            return self._take(i + 2, "field")  # `Phòng PC 04`
        if "number" not in takes:
            return False
        low = w.at(i)
        if not (NUMBER.fullmatch(low) or (ROMAN.fullmatch(low) and w.is_capital(i))):
            return False
        counted = not w.is_capital(i) and w.at(i + 1)[0].isalnum() and w.at(i + 1) != "làm"
        if self.head.head == "Vụ" and counted:
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

    def _branch_number(self) -> bool:
        """The number that tells one of a province's hospitals: `Bệnh viện tỉnh Gia Lai 2`."""
        w, i = self.w, self.i
        if self.head.type not in ("health", "education") or "number" not in self.head.takes:
            return False
        end = i + 2 if w.at(i) == "số" else i + 1
        number = w.at(end - 1)
        if not (number.isdigit() and len(number) < 3) or counts(w, end - 1, False):
            return False
        counted = w.at(end) == "%" or (w.at(end) in ("/", "-", ".", ",", ":") and w.glued(end + 1))
        return not counted and self._take(end, "number")

    def _exiles(self) -> bool:
        """The town in which folk of another place meet: `CLB Sinh viên Hà Nam tại TP.HCM`."""
        w, i = self.w, self.i
        if w.at(i) != "tại" or self.place is None:
            return False
        club = self.head.head == "Câu lạc bộ" and "member" in self.got
        if not (club or self.head.head in ("Hội đồng hương", "Hội")):
            return False
        end = place_at(w, i + 1, self.shout)
        return end is not None and not w.is_capital(end) and self._take(end, "at")

    def _at(self) -> bool:
        alone = any("at" in need for need in self.head.needs)  # `Hội Người Việt Nam tại Pháp`
        if "at" not in self.head.takes or not (self.got or alone):
            return False
        if self.w.at(self.i) != "tại" and not (
            self.w.at(self.i) == "ở" and self.head.type == "diplomatic"
        ):
            return False
        i = self.i + 1
        if self.head.head == "Hội":  # `tại Hà Nội` may tell where it meets
            end = country_at(self.w, i, self.shout)
            return end is not None and self._take(end, "at")
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
