"""The phrases of a body's field behind its head, and what joins them."""

from __future__ import annotations

from collections.abc import Callable

from trich.extract.names import is_syllable, name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.listed import Name
from trich.extract.organizations.places import (
    country_at,
    level_at,
    place_at,
)
from trich.extract.organizations.proper import (
    ends_before,
    goes_with,
    holder_at,
    proper_run,
    verb_at,
)
from trich.extract.organizations.unlisted import DOUBTFUL, Unlisted
from trich.extract.organizations.vocabulary import END

#: No name holds more bodies one inside the other ("Văn phòng Đảng ủy Bộ Y tế").
DEEPEST = 2
_PARTY = frozenset({"partyname"})
#: Fields of one word that are also the first word of a name: `Trường Mầm non Hoa Sen`.
_ALSO_NAMES = frozenset(
    {"Hoa", "Sen", "Bông", "Vàng", "Bạc", "Đá", "Bay", "Bơi", "Cờ", "Gan", "Gen", "May", "Máy",
     "Nhà", "Rau", "Sứ", "Than", "Thép", "Tim", "Tôm", "Vật", "Vùng", "Xiếc", "Điều", "Mắt", "Y"}
)  # fmt: skip
#: Word pairs that a comma inside a name joins.
_COMMA_PAIRS = frozenset(
    {("phòng", "chống"), ("khám", "chữa"), ("y", "dược"), ("cháy", "chữa"), ("nạn", "cứu"),
     ("đua", "khen"), ("vệ", "chăm"), ("chức", "viên")}
)  # fmt: skip


#: What is said of a body and in small letters is hardly its field: `BV tiếp nhận 10 ca`.
_SAID = frozenset(
    {
        ("phối", "hợp"),
        ("tiếp", "nhận"),
        ("tổ", "chức"),
        ("phát", "hiện"),
        ("bắt", "giữ"),
        ("cung", "cấp"),
    }
)


#: Heads that are no part of another body's field.
_NEVER_FIELDS = frozenset(
    {"Bệnh viện", "Trung tâm", "Công ty", "Ủy ban", "Chi cục", "Tổng công ty"}
)
#: How long an unknown topic is at most, and what can stand behind it without a mark.
_TOPIC_WORDS = 8
_TOPIC_ENDS = frozenset({"do", "đã", "sẽ", "vừa", "đang", "tại", "ở", "gồm", "cho", "họp", "và"})

#: Last words of a legal form, behind which a verb is a firm's trade: `Công ty TNHH xây dựng X`.
FORM_ENDS = frozenset({"hạn", "phần", "viên", "đoàn"})


class Fields(Unlisted):
    """A name with the phrases of its field."""

    #: Reads a body's name inside another's; `trich.extract.organizations.grammar` sets it.
    read_name: Callable[..., Name | None]

    def _phrase_end(self) -> int:
        """Where the phrase that begins here ends ("Pháp y" is no France)."""
        return vocabulary.phrases().longest(self.w, self.i, self.kinds)[0]

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
        held = self.post and end == i + 1 and "proper" not in self.head.takes
        if held and w.is_capital(i + 1) and holder_at(w, i) is not None:
            return False  # `Tổ trưởng Tổ công tác Đề án 06 Lương Văn Quang`
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
        return self._take(end, "doubtful" if found & self.kinds <= DOUBTFUL else "field")

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
            return (self.w.at(self.i), self.w.at(self.i + 1)) not in _SAID
        if self.last == "central":
            return "topic" in self.head.takes and self.w.at(self.i) in ("phòng", "chống", "ứng")
        if "central" in found:
            return self.last in ("field", "doubtful", "unknown", "number")
        said = "function" in found & self.kinds or "press" in self.head.takes
        if said and self.last == "field" and verb_at(self.w, self.i):
            return False  # `Phòng Tài chính kiểm tra các khoản`, `Báo Thanh tra thông tin`
        if found & DOUBTFUL and not found & (self.kinds - DOUBTFUL):
            formed = self.head.type == "business" and self.w.at(self.i - 1) in FORM_ENDS
            return formed or self.last in ("connector", "doubtful", "topic")
        return self.last in ("field", "connector", "doubtful", "topic", "unknown")

    def _other_body(self, i: int, end: int) -> bool:
        """Whether another body's name begins here, which is longer than the phrase."""
        if "inner" in self.head.takes or "body" in self.head.takes:
            return False
        head_end, head = vocabulary.heads().longest(self.w, i)
        if self.head.type == "police" and head is not None and head.head == "Công an":
            return True  # `Phòng Cảnh sát giao thông Công an tỉnh`: two, with no place to tell
        if head is not None and head.head in _NEVER_FIELDS and self.w.is_capital(i):
            return True  # `Trung tâm Dịch vụ việc làm và Bệnh viện Sản Nhi`
        if head is not None and head.type == self.head.type == "education":
            return False  # `Trường PTDTBT THCS Nậm Ban`
        if head is None or head_end < end or "trade" in head.takes:
            known, body = vocabulary.listed()[0].longest(self.w, i)
            return body is not None and known > end
        return (
            type(self).read_name(self.w, i, self.shout, self.depth + 1) is not None
            if self.depth < DEEPEST
            else False
        )

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
                return self._phrase() or self._open_topic(i + 1)
            return self._open_topic(i + 1)
        titled = self.last == "proper" or (self.last == "field" and w.is_capital(self.after_head))
        if "press" in self.head.takes and titled and low in ("và", "&"):
            return self._second_title(i + 1)
        if "list" not in self.head.takes or self.last not in ("field", "doubtful", "unknown"):
            longer = self.last == "head" and self.head.head.count(" ") > 1 and w.is_capital(i + 1)
            if not (longer and "list" in self.head.takes):
                return False
        if low not in ("và", "&", "-", ",", "/"):
            return False
        if low == "-" and not w.is_capital(i + 1) and verb_at(w, i + 1):
            return False  # `Cục Bảo vệ thực vật - thông tin thêm`
        end, found = vocabulary.phrases().longest(w, i + 1, self.kinds)
        if end == i + 1 or self._other_body(i + 1, end):
            return False
        if low == "," and not self._comma_inside(end):
            return False
        verb = found <= DOUBTFUL and not w.is_capital(i + 1) and self.last != "doubtful"
        against = w.at(i + 1) == "phòng" and "chống" in (w.at(i + 2), w.at(i + 3))
        firm = self.head.head == "Công ty"  # `xuất nhập khẩu và chế biến thực phẩm Minh Hoa`
        if low in ("và", "&") and verb and not against and not firm:
            return False
        last, self.i, self.last = self.last, i + 1, "connector"
        if self._phrase():
            return True
        self.i, self.last = i, last
        return False

    def _open_topic(self, i: int) -> bool:
        """Small words of a topic that no table knows, up to a mark: `về thích ứng biến đổi`."""
        w, self.i = self.w, i - 1
        j = i
        while j - i < _TOPIC_WORDS and w.at(j).isalpha() and not w.is_capital(j):
            if w.at(j) in _TOPIC_ENDS or not is_syllable(w.at(j)):
                break
            j += 1
        closed = w.at(j) in (",", ".", ";", ")", "(", END) or w.at(j) in _TOPIC_ENDS
        if not closed or j - i < 2 or w.is_capital(i) or not w.is_capital(self.first):
            return False
        return self._take(j, "unknown")

    def _second_title(self, i: int) -> bool:
        """The second half of a paper's title: `Tạp chí Mẹ và Bé`."""
        w = self.w
        if not w.is_capital(i) or ends_before(w, self.after_head, i):
            return False
        if vocabulary.heads().longest(w, i)[1] or vocabulary.listed()[0].longest(w, i)[1]:
            return False
        end = proper_run(w, i, 3)
        if end == i + 1 and goes_with(w, end):
            end += 1  # `Tri thức và Cuộc sống`
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
