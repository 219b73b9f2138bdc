"""How far the name of a body reaches: the grammar of heads, fields, places and proper names.

A name is a head (`Sở`, `Bệnh viện`, `Ban Chỉ đạo`) and what its row in the table of heads lets
follow: phrases of its field, a proper name, a place, a country, another body.  The reading goes
from left to right and looks at each word a bounded number of times.
"""

from __future__ import annotations

from trich.extract.names import is_syllable
from trich.extract.organizations import vocabulary
from trich.extract.organizations.fields import DEEPEST
from trich.extract.organizations.listed import Name, extended
from trich.extract.organizations.places import country_at, level_at
from trich.extract.organizations.proper import ends_before
from trich.extract.organizations.steps import CLOSED, CODE, Steps
from trich.extract.organizations.vocabulary import Body, Head, Words

#: No name of a body is longer, in words.
_LONGEST = 40
#: What makes a board or a panel of a `Hội đồng` or a `Ban`, which is no body of its own.
_ORGAN = frozenset({"organ"})
#: What a listed name goes on with behind small words: `Đoàn Thanh niên bệnh viện Chợ Rẫy`.
_GOING_ON = CLOSED | {"body"}
#: Heads that small words alone make no name of: `ban quản lý rừng`, `ngân hàng máu`.
_NEED_CAPITALS = frozenset({"Ban Quản lý", "Ngân hàng", "Nhà máy", "Tổ chức"})
_FIELD = frozenset({"field"})
_BOARDS = frozenset({"Hội đồng", "Ban", "Ban Tổ chức", "Nhà hát"})
#: What makes a name with a small head one body's.
_SURE = frozenset(
    [
        "proper",
        "place",
        "country",
        "number",
        "body",
        "partyname",
        "parent",
        "press",
        "broadcast",
        "central",
    ]
)
#: Heads of which a capital field makes one body's name even where they are small.
_FIELDED = frozenset(
    {"Viện", "Viện Nghiên cứu", "Cục", "Tổng cục", "Vụ", "Học viện", "Hiệp hội", "Liên đoàn", "Quỹ",
     "Ủy ban", "Tổng hội", "Phân viện", "Nhà xuất bản", "Trung tâm", "Trạm", "Phòng thí nghiệm"}
)  # fmt: skip
#: Small heads that a country alone makes no name of: any club or court of it.
_PLAIN = frozenset(
    {"Câu lạc bộ", "Nhà hát", "Bảo tàng", "Thư viện", "Tòa án", "Văn phòng", "Công đoàn",
     "Hội đồng"}
)  # fmt: skip
_CASES = frozenset({"Vụ", "Cục", "Tổng cục"})
_FIRMS = frozenset({"Công ty", "Tập đoàn", "Ngân hàng", "Tổng công ty"})
_NOT_ITS_NAME = frozenset({"small", "country", "connector"})
#: Legal forms behind `Công ty`, and their words.
_FORMS = frozenset({"trách", "cổ", "tnhh", "cp"})
_FORM_WORDS = frozenset(
    {"trách", "nhiệm", "hữu", "hạn", "một", "hai", "thành", "viên", "cổ", "phần", "tnhh", "cp",
     "tm", "thương", "mại"}
)  # fmt: skip
#: What tells a sort of schools, hospitals or firms and names none.
_SORTS = frozenset(
    {"dân lập", "công lập", "tư thục", "ngoài công lập", "tư nhân", "bán công", "nhà nước",
     "địa phương", "đa ngành", "tuyến trên", "tuyến dưới", "tuyến huyện", "tuyến tỉnh"}
)  # fmt: skip
#: Units inside a body, which need its name or a post beside them when they are written small.
_UNITS = frozenset(
    {"Khoa", "Bộ môn", "Phòng", "Phòng Cảnh sát", "Phòng An ninh", "Phòng Nghiệp vụ", "Đội", "Tổ",
     "Tòa"}
)  # fmt: skip


def read_name(w: Words, i: int, shout: bool, depth: int = 0, post: bool = False) -> Name | None:
    """The longest name of one body that begins at word `i`; None when none does.

    `shout` tells that capitals mean nothing in this line, `post` that a post stands before the
    name, so that a person's name behind it is its holder's.
    """
    known_end, body = vocabulary.listed()[0].longest(w, i)
    head_end, head = vocabulary.heads().longest(w, i)
    if body is not None and not (shout or _listed_here(w, i, head_end, known_end)):
        body = None
    if body is not None and head is None and not shout and _half_small(w, i, known_end, body):
        body = None
    best: Name | None = None
    if body is not None:
        best = extended(w, known_end, body, shout)
    if head is None:
        return best
    on = best is None or _goes_on(w, best.end, body)
    if on or (best is not None and best.end == known_end and _small_on(w, best.end)):
        name = Reading(w, i, head_end, head, shout, depth, post).read()
        longer = name is not None and (on or bool(name.got & _GOING_ON))
        if not longer and vocabulary.phrases().longest(w, head_end, _FIELD)[0] > known_end:
            longer = True  # `Tổng cục Cảnh sát`, and the field goes on: `điều tra tội phạm`
        if name is not None and (best is None or (name.end > best.end and longer)):
            best = name
    return best


def read_headed(w: Words, shout: bool, post: bool) -> Name | None:
    """The name from its head on, whatever the table has: `Công ty`, `Công an Hà Nội`, no club."""
    head_end, head = vocabulary.heads().longest(w, 0)
    return Reading(w, 0, head_end, head, shout, 0, post).read() if head is not None else None


def _goes_on(w: Words, i: int, body: Body | None) -> bool:
    """Whether a name may go on behind a listed one: not with small words, which may be verbs."""
    if w.at(i) == "và" and w.at(0) in ("vụ", "cục") and w.is_capital(i + 1):
        return vocabulary.heads().longest(w, i + 1)[1] is None  # `Hợp tác quốc tế và Luật biển`
    if w.at(i) in ("và", ","):
        return w.at(0) == "bộ" and w.at(1) != "chính"  # a foreign ministry of two fields
    if w.at(i) == "-" or level_at(w, i) is not None:
        return True
    if body and body.sector == "business" and w.is_capital(i) and not ends_before(w, 0, i):
        return True  # `Ngân hàng TMCP Sài Gòn Thương Tín`
    if body and body.sector == "health" and w.is_capital(i) and not is_syllable(w.shown[i]):
        return True  # a foreign word: "Vinmec Times City"
    return w.is_capital(i) and any(
        trie.longest(w, i)[0] > i
        for trie in (
            vocabulary.phrases(),
            vocabulary.countries(),
            vocabulary.heads(),
            vocabulary.listed()[0],
        )
    )


def _small_on(w: Words, i: int) -> bool:
    """Whether small words stand behind a listed name that a country may close further on."""
    low = w.at(i)
    return not w.is_capital(i) and low.isalpha() and low not in vocabulary.stops("after")


def _listed_here(w: Words, i: int, head_end: int, end: int) -> bool:
    """Whether a listed name stands here as a name: its head, or something behind it, is capital."""
    if w.is_capital(i) or (end - i > 1 and w.is_capital(i + 1)):
        return True
    return any(w.is_capital(k) for k in range(i + 2, end))  # `bệnh viện Chợ Rẫy`


def _half_small(w: Words, i: int, end: int, body: Body) -> bool:
    """Whether the second of a firm's two syllables is small: `ông Nguyễn Đức Hòa phát biểu`."""
    return end == i + 2 and body.sector == "business" and not w.is_capital(i + 1)


class Reading(Steps):
    """One reading of a name from its head on, and whether what was read names one body."""

    read_name = staticmethod(read_name)

    def read(self) -> Name | None:
        """The name, or None when what follows the head does not make it one body's."""
        w, head = self.w, self.head
        if w.at(self.i) in ("trưởng", "phó"):
            return None  # `Phó Viện Trưởng`
        if head.head in _BOARDS and self._organ():
            return None  # `Hội đồng quản trị Vinamilk`: an organ, and the firm is the body
        inside = any(w.is_capital(k) for k in range(self.first, self.i))
        small = not (inside or self.shout)
        if small:
            self.got.add("small")
        if small and head.head in _UNITS and not (self.post or w.is_capital(self.i)):
            return None
        if small and ("lower" not in head.takes or not self._goes_on_capital()):
            return None
        dashed = w.at(self.i) == "-" and not w.glued(self.i) and "number" not in head.takes
        if dashed and head.head.count(" ") < 2:
            return None
        while self.i - self.first < _LONGEST and self._step():
            pass
        if w.spelled_out(self.after_head, self.i).lower() in _SORTS:
            return None  # `hai trường đại học dân lập`
        if self._before_parent():
            self.got.add("parent")
        managing = (w.at(self.after_head), w.at(self.after_head + 1)) == ("quản", "lý")
        open_unit = head.head in _UNITS and "unknown" in self.got
        if open_unit and (managing or self.post or self._has_parent()):
            self.got |= self.kinds  # `Phòng Khách hàng doanh nghiệp thuộc Ngân hàng X`
        if "country" not in self.got and self._of_country():
            self.got.add("country")
        formed = head.head == "Công ty" and w.at(self.after_head) in _FORMS and self._named_field()
        if not (formed or any(need <= self.got for need in head.needs)) or self._vague():
            return None
        if small and head.head == "Báo" and "field" in self.got and "press" not in self.got:
            return None  # `đã báo Công an phường Thanh Liệt`
        if head.head in _NEED_CAPITALS and not self.got & _SURE and not self._named(head):
            return None  # `Ban quản lý rừng và kiểm lâm`
        unit = head.head in _UNITS and (self.post or self._has_parent())
        if head.type == "health" and w.is_capital(self.after_head) and "unknown" not in self.got:
            unit = True  # `khoa Gây mê hồi sức`
        if small and self._plain_words():
            return None  # `trung tâm Hà Nội`, `câu lạc bộ Anh`
        if head.head in _FIELDED and w.is_capital(self.after_head) and "field" in self.got:
            unit = True  # `viện Vật lý địa cầu`
        if (small and not self.got & _SURE and not unit) or not w.whole(self.i):
            return None
        return Name(
            self.i,
            "head",
            head=head,
            head_end=self.after_head,
            got=self.got,
            place=self.place,
            proper=self.proper,
            inner=self.inner,
        )

    def _of_country(self) -> bool:
        """Whether a country follows as the owner: `Cơ quan Hưu trí Quốc gia của Hàn Quốc`."""
        if self.w.at(self.i) != "của" or "field" not in self.got or self.head.head != "Cơ quan":
            return False
        return (
            self.w.is_capital(self.after_head) and country_at(self.w, self.i + 1, False) is not None
        )

    def _named(self, head: Head) -> bool:
        """Whether a capital stands behind the head."""
        return any(self.w.is_capital(k) for k in range(self.after_head, self.i))

    def _plain_words(self) -> bool:
        """Whether a small head is a plain word here, whose place or country makes no name."""
        w, head = self.w, self.head.head
        if head == "Trung tâm":
            capital = w.is_capital(self.after_head) and "field" in self.got
            does = f"{w.at(self.after_head)} {w.at(self.after_head + 1)}"
            return not capital and not vocabulary.is_centre(does)
        fielded = "field" in self.got
        if head == "Đài":
            return not is_syllable(w.shown[self.after_head])  # `đài Fox News`: the name alone
        if head == "Trạm":
            known, _ = vocabulary.phrases().longest(w, self.after_head, self.kinds)
            return known < self.after_head + 2  # `trạm Chu Lễ`: where rain is measured
        if head in _FIELDED:
            fielded &= head not in _CASES or "unknown" not in self.got  # `vụ Formosa xả thải`
            return not fielded and (head in _CASES or "proper" not in self.got)
        if head in _FIRMS and self.got <= _NOT_ITS_NAME:
            return True  # `công ty Trung Quốc`
        nation = country_at(w, self.after_head, False) == self.i or self.got <= _NOT_ITS_NAME
        return head in _PLAIN and not fielded and nation

    def _named_field(self) -> bool:
        """Whether a capital field stands behind a legal form: `Công ty TNHH Thoát nước đô thị`."""
        i = self.after_head
        while i < self.i and (self.w.at(i) in _FORM_WORDS):
            i += 1
        return i < self.i - 1 and self.w.is_capital(i)

    def _organ(self) -> bool:
        return vocabulary.phrases().longest(self.w, self.i, _ORGAN)[0] > self.i

    def _before_parent(self) -> bool:
        """Whether the body that this one is part of follows: `Cơ quan CSĐT, Công an tỉnh X`."""
        if self.head.head == "Trường" and not self.w.is_capital(self.after_head):
            return False  # `các trường sư phạm, Bộ GD-ĐT`
        return any("parent" in need for need in self.head.needs) and self._has_parent()

    def _has_parent(self) -> bool:
        """Whether another body stands next: `khoa Cấp cứu, Bệnh viện Bạch Mai`."""
        if self.depth >= DEEPEST:
            return False
        w, i = self.w, self.i
        coded = w.at(i) == "(" and w.at(i + 2) == ")" and CODE.fullmatch(w.shown[i + 1])
        i += 3 if coded else 0
        i += w.at(i) in (",", "(", "-", "thuộc", "của")
        return bool(read_name(w, i, self.shout, self.depth + 1))

    def _vague(self) -> bool:
        """Whether a head of one word has only small words behind it: `Vụ buôn lậu`."""
        unit = self.head.head in _UNITS and self.post
        if self.shout or unit or self.w.is_capital(self.after_head) or " " in self.head.head:
            bare = self.head.head == "Trung tâm" and not self.w.is_capital(self.after_head)
            levelled = level_at(self.w, self.i) is not None and self.w.is_capital(self.first)
            return bare and not levelled and not self.got & _SURE
        if "press" in self.got and self._named(self.head):
            return False  # `Báo điện tử VnExpress`
        return not self.got & {"place", "proper", "country", "central", "number", "body", "parent"}

    def _goes_on_capital(self) -> bool:
        j = level_at(self.w, self.i) or self.i
        return (
            self.w.is_capital(self.i) or self.w.is_capital(j) or self.w.at(j)[0].isdigit()
            or not self.w.whole(self.first + 1)
            or vocabulary.phrases().longest(self.w, j, self.kinds)[0] > j
        )  # fmt: skip
