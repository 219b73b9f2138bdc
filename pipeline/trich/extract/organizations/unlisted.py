"""The words of a name as far as they were read, and fields that no table knows."""

from __future__ import annotations

from trich.extract.names import name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.places import level_at
from trich.extract.organizations.proper import (
    ends_before,
    ends_field,
    goes_with,
    half_at,
    opens_sentence,
    verb_at,
)
from trich.extract.organizations.vocabulary import END, Head, Words

VOCABULARY = frozenset(
    {"field", "action", "office", "function", "specialty", "squad", "broadcast", "court",
     "central", "partyname", "school", "border", "navy", "member", "press"}
)  # fmt: skip
#: Kinds of phrase that a verb could be: only where a name clearly goes on.
DOUBTFUL = frozenset({"action", "member"})
#: Behind these a field may go on with words that no table knows; what heads have such fields.
_OPEN = frozenset({"field", "doubtful", "unknown"})
FIELDS = frozenset({"field", "function", "specialty", "squad"})
_OPEN_WORDS = 6
_NO_FIELD = frozenset({"organ"})  # `tổ chức hội nghị`
#: What stands behind a whole name, and behind no verb that needs an object.
_CLOSERS = frozenset({"của", "thuộc", ",", ";", "(", ")"})
#: Heads that are plain words too, so that only a foreign word makes a proper name behind them.
FOREIGN_ONLY = frozenset({"Tổ chức", "Sở", "Đảng", "Khoa", "Đài", "Cảnh sát"})
#: Words that make no body's name of a head: `Ban Giám hiệu`, `Ban Soạn thảo`.
_NO_NAMES = frozenset({"giám", "soạn", "biên"})
#: First words of heads that bear persons' names also behind their field.
_MEMORIAL = frozenset({"Trường", "Bệnh", "Đại", "Học", "Nhà", "Thư", "Bảo", "Cung"})


class Unlisted:
    """A name as far as it was read, and how its field goes on beyond the tables."""

    def __init__(
        self, w: Words, i: int, j: int, head: Head, shout: bool, depth: int, post: bool
    ) -> None:
        # Schools and hospitals bear persons' names also behind their field.
        named = head.head.split()[0] in _MEMORIAL or head.head.startswith("Trung học")
        self.memorial = not post and named
        self.post = post
        self.w = w
        self.first = i
        self.i = j
        self.after_head = j
        self.head = head
        self.shout = shout
        self.depth = depth
        self.got: set[str] = set()
        self.place: tuple[int, int] | None = None
        self.proper: tuple[int, int] | None = None
        self.inner: tuple[int, int] | None = None
        self.aside = False  # whether an acronym or a term was read inside the name
        self.last = "head"  # what was read last: head, a kind of phrase, proper, place, country
        self.kinds = (head.takes & VOCABULARY) | (
            {"action", "central"} if "field" in head.takes else set()
        )

    def _take(self, end: int, what: str) -> bool:
        self.got.add(what)
        self.last = what
        self.i = end
        return True

    def _open(self) -> bool:
        """Small words of a field that no table knows, up to what is no part of a name.

        `Viện Sinh thái và Tài nguyên sinh vật`, `Phòng Khách hàng doanh nghiệp`: a mark, a
        capital, a function word or a verb must end them within a few words.
        """
        w, i = self.w, self.i
        if self.shout or self.last not in _OPEN or not self.kinds & FIELDS:
            return False
        if "press" in self.head.takes:
            return False
        if not ((w.is_capital(self.first) or self.post) and w.is_capital(self.after_head)):
            return False
        j = i
        while j - i < _OPEN_WORDS:
            end, found = vocabulary.phrases().longest(w, j)
            known = end > j + 1 and not w.is_capital(j) and not found <= _NO_FIELD
            if known and w.at(end) in _CLOSERS:
                j = end  # a verb would have its object: `Giám định chất lượng xây dựng của`
                continue
            known = known and not found <= DOUBTFUL
            if level_at(w, j) is not None and self.head.takes & {"place"}:
                return False  # `Hội Khuyến học tỉnh`
            if self._titled(j):
                break  # `Cục Đường sắt Việt Nam đồng chí Lê Quý`
            if ends_field(w, j) and not (known and (end > j + 2 or not verb_at(w, j))):
                break
            j = end if known else j + 1 + half_at(w, j + 1)
        if j == i or not w.whole(j) or not ends_field(w, j):
            return False
        if w.at(j) in (".", END) and opens_sentence(w):
            return False  # `Viện Hán Nôm phiên âm sách cổ.`: some verb stands among the words
        return self._take(j, "unknown")

    def _titled(self, j: int) -> bool:
        """Whether a person's title stands at word `j`, and a name behind it."""
        if self.w.at(j) in ("anh", "chị") and not self.w.is_capital(j):
            return self.w.is_capital(j + 1)
        end, title = vocabulary.people().longest(self.w, j)
        return title is not None and self.w.is_capital(end)

    def _unknown(self) -> bool:
        """A capital word that no table knows, where only a field may stand."""
        w, i = self.w, self.i
        if not self.kinds & FIELDS or self.shout:
            return False
        if "proper" in self.head.takes and self.head.head not in FOREIGN_ONLY:
            return False
        if not w.is_capital(i) or not w.shown[i][1:].islower() or not w.whole(i):
            return False
        if ends_before(w, self.after_head, i) or vocabulary.heads().longest(w, i)[1]:
            return False
        if name_end(w.text, w.starts[i]) is not None or w.at(i) in _NO_NAMES:
            return False
        if self.last != "head" and surname_strength(w.shown[i]) and w.is_capital(i + 1):
            return False
        end = i + 1
        if goes_with(w, end):
            end += 1
        self.got.add("field")
        return self._take(end, "unknown")
