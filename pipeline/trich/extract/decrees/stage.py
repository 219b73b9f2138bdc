"""Citations of legal, administrative and Party documents, with type, number, id, issuer, date.

A type word and what follows it make a citation: a number in any layout, a bare serial, or a
law's name; a number whose own codes tell type and issuer makes one without a type word.
Then the article is read as a whole, and a short form takes what its full form says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from trich.article import Article, Mention, Span
from trich.extract.decrees import citation, identity
from trich.extract.decrees.citation import Number, read_number
from trich.extract.decrees.identity import Cited
from trich.extract.decrees.laws import NOT_BEFORE, Law, listed_law, unlisted_law
from trich.extract.decrees.trailers import Body, read_body, read_date
from trich.lexicon import table


class Word(NamedTuple):
    """A type word, and what it takes for the words behind it to be a citation.

    evidence: `bare` any serial; `follow` a serial that no counted noun follows; `so` the word
    "số", a year or a code; `named` an issuer or a date as well; `coded` a code; `law` a law's
    name; `name` nothing, the word is a name; `constitution`; `never` no citation at all.
    """

    surface: str
    type: str
    codes: tuple[str, ...]
    evidence: str
    issuer: str | None
    canonical: str | None


# The way from a type word to its number: "số", "Số:", "(số", "mang số"; or nothing.
_SO = re.compile(r" {0,3}\(?(?:mang )?(?:số|so)(?: hiệu| ký hiệu)? {0,2}:? {0,3}(?=\d)")
_GAP = re.compile(r" {1,3}(?=\d)")
# Words between the type and "số": "quyết định xử phạt vi phạm hành chính số 45/QĐ-XPVPHC".
_INFIX = re.compile(r"(?: (?!số )[^\W\d_]+){1,9} số ?:? ?(?=\d)")

# What may follow a number that is a name, where a count would have its noun.
_FOLLOWERS_WORDS = (
    "của về ngày đã được là có trong tại theo do sẽ đang này trên nêu vào cho để với cũng quy "
    "và hoặc cùng ban phê hướng sửa thay năm phải bị gồm vừa mới nhằm từ đến chỉ yêu thì mà "
    "nói ra hay còn không chưa cần bổ thực triển sau trước khi nhưng bao giao vẫn đưa ký đối "
    "bằng như khẳng tiếp xác góp tạo kèm rằng giúp áp thông khóa tới công thành bãi hủy"
)
_FOLLOWERS = frozenset(_FOLLOWERS_WORDS.split())
_LIST_FOLLOWERS_WORDS = "của về ngày năm nêu trên do"
_LIST_FOLLOWERS = frozenset(_LIST_FOLLOWERS_WORDS.split())
_COUNTED_WORDS = (
    "năm người điểm nội nhiệm giải vấn trang trường ngày tháng giờ phút lần bộ triệu tỷ tỉ "
    "nghìn ngàn đồng bản cái chiếc nhóm mục bước tiêu tuần đại cán cơ đơn địa văn xã huyện "
    "tỉnh quyển dự điều khoản chương nước bên cuộc bác ca vụ trạm"
)
_COUNTED = frozenset(_COUNTED_WORDS.split())
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_CITING_BEFORE = re.compile(
    r"(?:theo|căn cứ|tại|thực hiện|triển khai|ký|thu hồi|hủy bỏ|hủy|bãi bỏ|trong) $"
)

# "281 và 1093", "57, 59, 66 và 68", "số 20, 21-NQ/TW", "100/2019/NĐ-CP; số 123/2021/NĐ-CP"
_TAIL = re.compile(r" ?(?P<sep>,|;|và|cùng|hoặc|&) ?(?:và )?(?P<so>số ?:? ?)?(?=\d)")
_JOINER = re.compile(r" ?(?:,|;|và|hoặc|cùng|, và) ?(?:các )?")
_LAW_TAIL = re.compile(r"(?:,| và|, và) (?=[^\W\d_])")
_PLURAL_BEFORE = re.compile(r"(?:các|những|hai|ba|bốn|năm|\d) (?:dự án |dự thảo )?$")

_OF = re.compile(r" ?,? ?(?P<prep>của|do) ")
_ISSUED = re.compile(r" (?:ký )?ban hành")
_BRACKET = re.compile(r" ?\((?:ban hành |ký |thông qua )?(?=ngày |năm |tháng |\d)")
_DATE_CUE = re.compile(
    r" ?,? ?(?:cùng |đều )?(?:(?:được )?(?:ký ban hành|ban hành|thông qua|ký|ra)(?: vào)? )?"
    r"(?=ngày |năm \d|tháng \d)"
)
_TOGETHER = re.compile(r" ?,? ?(?:cùng|đều) ")
_CELL = re.compile(r" ?\| ?(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4} ?(?:\||$|\n))")
_OF_YEAR = re.compile(r" năm \d{4}")
_TERM = re.compile(r" ?,? ?\(?(?:nhiệm kỳ )?khóa (?:[ivx]{1,5}|\d{1,2})(?![^\W_])\)?")
_REVISED = re.compile(r" ?\(?(?:sửa đổi(?:, bổ sung)?|bổ sung|mới)(?![^\W_])\)?")
_JOINT_BODY = re.compile(r" ?(?:,|-|và) ?(?=[^\W\d_])")

_ORDINAL = r"(?i:[ivx]{1,5}|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?![^\W_]| ?-|/)"
_KHOA = r"(?:,? (?:\(khóa (?:[IVX]{1,5}|\d{1,2})\)|(?i:khóa) (?:[IVX]{1,5}|\d{1,2})(?![^\W_])))?"
_PLENUM = re.compile(
    r"(?i:nghị quyết|nq)(?: |(?=T\.?[WƯ]))(?i:hội nghị )?"
    r"(?:(?i:trung ương|tw|tư|t\.ư)(?i: đảng)?(?i:,? lần thứ)? " + _ORDINAL + "|"
    r"(?i:lần thứ) \w{1,5},? (?i:của )?(?i:ban chấp hành|bch) (?i:trung ương|tw)(?i: đảng)?)"
    + _KHOA
)
_CONGRESS = re.compile(
    r"(?i:nghị quyết|nq) (?i:đại hội)(?: (?:[Đđ]ại biểu|[Tt]oàn quốc|Đảng bộ|đảng bộ|Đảng|"
    r"(?!lần|thứ|về|đã|của|là)[^\W\d_]+)){0,9}?(?i:,? lần thứ)? "
    r"(?:[IVX]{1,5}|\d{1,2})(?![^\W_]|[/-])"
)
_NATIONAL = {"đại", "biểu", "toàn", "quốc", "đảng", "lần", "thứ"}
_OF_PARTY = re.compile(r" của (Đảng|đảng)(?! ?(?:bộ|ủy)|[^\W_])")

_SPACED = re.compile(r" ?([:/-]) ?")
# "4470:2012", "ISO 15189:2014", "01-1:2018/BYT"
_STANDARD = re.compile(
    r" ((?:[A-Z]{2,4}(?:/[A-Z]{2,4})? )?\d{1,5}(?: ?- ?\d{1,3})? ?[:-] ?(?:19|20)\d\d"
    r"(?:/(?P<issuer>[A-ZĐ]{2,10}))?)(?![^\W_])"
)

# The clause in front: "Quốc hội [đã|vừa] ban hành [các] …"
_VERB = re.compile(
    r" (?:(?:đã|vừa|mới|sẽ|cũng|chính thức|vừa mới) )*"
    r"(?P<verb>ký ban hành|ban hành|thông qua|ký|ra|phát hành|có)(?: các| những| hai| ba)? $"
)
_SENTENCE = re.compile(r"[.!?;] ")
_LEADING = re.compile(r"(?:(?:sáng|chiều|tối|trưa) )?(?=ngày |năm |tháng |\d)")
_OTHER_DATE = re.compile(r"(?:ngày|năm|tháng) \d|\d/\d")
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]")
_CLAUSE = 160
_ON_BEHALF = re.compile(r"thay mặt ")
_PERSON = re.compile(r"(?: [^\W\d_a-zà-ỹ][^\W\d_]*){2,5}$")
# "Thứ trưởng Bộ Y tế ký": who signs for another is no issuer.
_OTHERS_OFFICE = re.compile(r"(?:phó|nguyên|trưởng|đốc|tịch|thư|nhiệm|trực) $")
_BARE_CODE = re.compile(
    r"(?<![\w/.,-])\d{1,5}[a-zđ]? ?[/-] ?(?:(?:19|20)\d\d ?/ ?)?"
    r"(?=NQ|NĐ|QĐ|CT|TT|KL|TB|KH|HD|CĐ|PL|L|VBHN|BC|CV|QH1|UBTVQH)"
)
_IN_BRACKETS = re.compile(r" ?\(số ?:? ?")
_UN = re.compile(
    r"Hội đồng Bảo an|HĐBA|Liên hợp quốc|Liên Hợp Quốc|Liên hiệp quốc|LHQ|Đại hội đồng|UNSC"
)
_SHIP = re.compile(r"tàu|hạm|khu trục|lớp|kilo|hải quân|nga ")
_CONSTITUTIONAL = re.compile(r"(?:tòa án|tòa|hội đồng|ủy ban|viện|hợp|vi) $")  # "Tòa án Hiến pháp"
_CONSTITUTIONS = {"1946", "1959", "1980", "1992", "2001", "2013", "2025"}


@cache
def _words() -> dict[str, tuple[Word, ...]]:
    """Type words by the stem that the text is searched for, longest surface first."""
    words = [
        Word(
            r["surface"], r["type"], tuple(r["codes"].split()), r["evidence"],
            r["issuer"] or None, r["canonical"] or None,
        )
        for r in table("decree_types")
    ]  # fmt: skip
    surfaces = {w.surface for w in words}
    out: dict[str, list[Word]] = {}
    for w in sorted(words, key=lambda w: -len(w.surface)):
        parts = w.surface.split(" ")
        heads = (" ".join(parts[:k]) for k in range(1, len(parts) + 1))
        out.setdefault(next(h for h in heads if h in surfaces), []).append(w)
    return {stem: tuple(ws) for stem, ws in out.items()}


_PLAIN = {"luật", "lệnh"}


def _abbreviated(stem: str) -> bool:
    """Whether a stem is an abbreviation, which only capitals make."""
    return " " not in stem and stem not in _PLAIN


@cache
def _foreign() -> re.Pattern[str]:
    names = sorted((re.escape(r["name"]) for r in table("foreign")), key=len, reverse=True)
    return re.compile(
        r"(?:[ ,(]*(?:năm )?\d{4}\)?)?(?: của| ở| tại)?(?: nước| bang)? ?"
        rf"(?:{'|'.join(names)})(?![^\W_])"
    )


def decrees(article: Article) -> None:
    """Find the citations of an article and append them as mentions of kind `decree`.

    >>> article = Article("theo chỉ thị 25 của Ban Bí thư và Luật BHYT sửa đổi")
    >>> decrees(article)
    >>> [(article.text[m.start:m.end], m.fields["id"]) for m in article.mentions]
    [('chỉ thị 25', '25-CT/TW'), ('Luật BHYT', 'Luật Bảo hiểm Y tế')]
    """
    for c in identity.link(_Reader(article.text, article.lower).read()):
        article.mentions.append(
            Mention(
                "decree",
                c.start,
                c.end,
                c.rule,
                identity.key(c),
                {
                    "type": c.type,
                    "number": c.number_span,
                    "id": c.id,
                    "issuer": c.issuer,
                    "date": c.date,
                },
            )
        )


class _Reader:
    """One pass over an article's text."""

    def __init__(self, text: str, lower: str) -> None:
        self.text = text
        self.lower = lower

    def read(self) -> list[Cited]:
        """All citations in text order."""
        found: list[Cited] = []
        done = 0
        for at, stem in self._hits():
            if at < done:
                continue
            cited = self._cite(at, stem)
            if cited:
                found += cited
                done = cited[-1].end
        found += self._bare_codes(found)
        found.sort(key=lambda c: c.start)
        self._share_trailers(found)
        for c in found:
            self._look_before(c)
            if c.issuer is None and c.issuer_code in citation.NON_IDENTIFYING:
                self._local_issuer(c)
        return found

    def _hits(self) -> list[tuple[int, str]]:
        """Where type words stand.  One literal at a time: faster than any alternation."""
        hits = []
        text, lower = self.text, self.lower
        for stem in _words():
            hay, needle = (text, stem.upper()) if _abbreviated(stem) else (lower, stem)
            at = hay.find(needle)
            while at >= 0:
                end = at + len(needle)
                glued = text[end : end + 1].isalpha() and not text.startswith(("TW", "TƯ"), end)
                if (at == 0 or not text[at - 1].isalpha()) and not glued:
                    hits.append((at, stem))
                at = hay.find(needle, end)
        hits.sort()
        return hits

    def _cite(self, at: int, stem: str) -> list[Cited]:
        """The citations that the type word at `at` opens: none, one, or a list's."""
        for word in _words()[stem]:
            end = at + len(word.surface)
            if not self.lower.startswith(word.surface, at):
                continue
            if word.evidence == "never":
                return []
            if word.evidence == "standard":
                return self._standard(at, end, word)
            if word.evidence in ("law", "name", "constitution"):
                named = self._law(at, end, word)
                if named:
                    return named
            elif word.codes[:1] == ("NQ",) and (named := self._resolution_by_name(at, word)):
                return named
            if cited := self._numbered(at, end, word):
                return cited
        return []

    # numbers

    def _numbered(self, at: int, end: int, word: Word) -> list[Cited]:
        issuer: Body | None = None
        infix = False
        if so := _SO.match(self.lower, end):
            number_at = so.end()
        elif gap := _GAP.match(self.lower, end):
            number_at = gap.end()
        elif _abbreviated(word.surface) and self.text[end : end + 1].isdigit():
            number_at = end  # "NĐ100"
        elif self.lower.startswith(" của ", end):
            issuer = read_body(self.text, self.lower, end + 5)
            so = _SO.match(self.lower, issuer.end) if issuer else None
            if not so:
                return []
            number_at = so.end()
        elif (so := _INFIX.match(self.lower, end)) and not self._clause(end, so.end()):
            number_at, infix = so.end(), True
            issuer = read_body(self.text, self.lower, end + 1)
            if issuer and not (
                self.text[issuer.start].isupper() and self.lower.startswith(" số", issuer.end)
            ):
                issuer = None
        else:
            return []
        number = read_number(self.text, number_at)
        if number is None or (infix and not self._fits(number, word)):
            return []
        verdict = self._accept(at, end, word, bool(so), number)
        if verdict is None:
            return []
        rule = "code" if number.code else "number-year" if number.year else "serial"
        first = self._cited(at, number, word, rule)
        first.tentative = verdict == "tentative"
        if issuer:
            self._set_issuer(first, issuer)
        return self._list([first], word)

    def _clause(self, start: int, end: int) -> bool:
        """Whether words between a type and a number are no title: "Chỉ thị này thay thế …"."""
        words = self.lower[start:end].split()
        pairs = (" ".join(words[i : i + 2]) for i in range(len(words)))
        return "này" in words or any(pair in _words() for pair in pairs)

    def _fits(self, number: Number, word: Word) -> bool:
        """Whether words may stand between this type and this number."""
        kind = citation.type_code(number)
        return bool(number.code) and (kind in word.codes or (kind is None and not word.codes))

    def _accept(self, at: int, end: int, word: Word, so: bool, n: Number) -> str | None:
        """`yes`, `tentative` or None: is this number a document's, and no count or year?"""
        titled = self.text[at].isupper()
        if n.code:
            kind = citation.type_code(n)
            if not so and kind and word.codes and kind not in word.codes and not titled:
                return None
            if word.evidence == "law" and not (n.tokens[0].startswith(("QH", "UBTVQH")) or kind):
                return None
            known = citation.known_code(n.tokens[0]) is not None
            return "yes" if known or so or word.evidence == "bare" else None
        if word.evidence == "coded" or len(n.serial) > 5 or self._foreign_number(at, word, n):
            return None
        if word.evidence == "law":
            return "yes" if so and n.year and word.type in ("Luật", "Bộ luật") else None
        named = self._named_behind(n.end)
        if named and not self._type_word_at(n.end + 1):
            return "yes" if not (word.evidence == "named" and not so and not titled) else None
        if n.year:
            month = n.value <= 12 and word.evidence != "bare"
            return "yes" if so or not month else None
        return self._accept_serial(at, end, word, so, n)

    def _accept_serial(self, at: int, end: int, word: Word, so: bool, n: Number) -> str | None:
        text, lower = self.text, self.lower
        if word.evidence == "named" or (word.evidence == "so" and not so):
            return None
        if "." in n.serial or (not so and 1900 <= int(n.serial) <= 2099):
            return None
        following = self._following(n.end)
        counted = following in _COUNTED and not self._dated(n.end, following)
        if counted or (not so and self._type_word_at(n.end + 1)):
            return None
        if so or word.evidence == "bare":
            return "yes"
        if len(n.serial) < 2 and word.type != "Quyết định":
            return None
        closes = not following and not text[n.end : n.end + 2].strip(" ").isalnum()
        continues = (following or "") in _FOLLOWERS
        if not (closes or continues):
            # a title may go on with a capital ("Quyết định 1093 Bộ Y tế"), a headline may not
            shouted = text[at:end].isupper()
            capital = text[n.end + 1 : n.end + 2].isupper()
            return "yes" if text[at].isupper() and capital and not shouted else None
        if text[at].isupper() or _CITING_BEFORE.search(lower, max(0, at - 16), at):
            return "yes"
        return "tentative"

    def _following(self, end: int) -> str | None:
        m = _NEXT_WORD.match(self.lower, end)
        return m[1] if m else None

    def _dated(self, end: int, word: str | None) -> bool:
        return word in ("năm", "ngày", "tháng") and read_date(self.lower, end + 1) is not None

    def _type_word_at(self, at: int) -> bool:
        two = " ".join(self.lower[at : at + 24].split(" ")[:2])
        return two in _words()

    def _named_behind(self, end: int) -> bool:
        """Whether an issuer or an issue date follows directly."""
        if of := _OF.match(self.lower, end):
            body = read_body(self.text, self.lower, of.end())
            return body is not None
        if cue := _DATE_CUE.match(self.lower, end):
            return read_date(self.lower, cue.end()) is not None
        return False

    def _foreign_number(self, at: int, word: Word, n: Number) -> bool:
        if _foreign().match(self.text, n.end):
            return True
        if word.type == "Nghị quyết" and len(n.serial) >= 3:
            line = self._line(at)
            near = self.text[max(line[0], at - 70) : min(line[1], n.end + 70)]
            return bool(_UN.search(near))
        if word.type == "Đề án":
            return bool(_SHIP.search(self.lower, max(0, at - 40), n.end + 12))
        return False

    def _line(self, at: int) -> tuple[int, int]:
        start = self.text.rfind("\n", max(0, at - 200), at) + 1 or max(0, at - 200)
        end = self.text.find("\n", at, at + 300)
        return start, end if end >= 0 else min(len(self.text), at + 300)

    def _cited(self, at: int, n: Number, word: Word | None, rule: str) -> Cited:
        """A citation with what its type word and its own codes tell."""
        kind = citation.type_code(n)
        type_, codes = (word.type, word.codes) if word else (None, ())
        own = citation.TYPE_CODES.get(kind or "")
        if word is None or (word.type == "Văn bản" and own):
            type_, codes = own, (kind,) if kind else ()
            if kind == "QĐ" and any(citation.is_party(c) for c in citation.issuer_codes(n)):
                type_ = None  # a decision or a regulation
            if kind == "TT" and any(citation.is_party(c) for c in citation.issuer_codes(n)):
                type_ = "Thông tri"
        c = Cited(at, n.end, type_, rule, codes, n, Span(n.start, n.end))
        self._imply(c, word)
        return c

    def _imply(self, c: Cited, word: Word | None) -> None:
        n = c.number
        if n and n.code:
            c.id = citation.canonical(n)
            c.issuer = citation.names_issuer(n, c.date[:4] if c.date else None)
            c.issuer_code = next(iter(citation.issuer_codes(n)), None)
        # the National Assembly's laws before 1992 bear the code of the body that promulgated them
        if word and word.issuer and (not c.issuer_code or word.evidence == "law"):
            c.issuer = word.issuer
        if isinstance(c.issuer, str):
            c.issuer_name = c.issuer

    def _list(self, cited: list[Cited], word: Word) -> list[Cited]:
        """Add the further numbers of a list to its first, and read what follows each."""
        end = self._trailers(cited[-1])
        while tail := _TAIL.match(self.lower, end):
            n = read_number(self.text, tail.end())
            if n is None or not self._accept_item(n, bool(tail["so"]), tail["sep"]):
                break
            kind = citation.type_code(n)
            own = word if not kind or not word.codes or kind in word.codes else None
            item = self._cited(n.start, n, own, "list")
            cited.append(item)
            end = self._trailers(item)
        self._distribute(cited)
        if cited[0].tentative:  # an issuer behind the list bears out all of it
            for c in cited:
                c.tentative = not cited[-1].stated
        return cited

    def _accept_item(self, n: Number, so: bool, sep: str) -> bool:
        if n.code:
            return citation.known_code(n.tokens[0]) is not None or so
        if len(n.serial) > 5 or self._type_word_at(n.end + 1):
            return False
        if n.year:
            return True
        if not so and (1900 <= n.value <= 2099 or "." in n.serial):
            return False
        following = self._following(n.end)
        if following is None:
            return True
        if _TAIL.match(self.lower, n.end):
            return True
        if following in ("năm", "ngày", "tháng"):
            return self._dated(n.end, following)
        return following in (_FOLLOWERS if so or sep == "và" else _LIST_FOLLOWERS)

    @staticmethod
    def _distribute(cited: list[Cited]) -> None:
        """Let a list's items share the code and the issuer that stand once."""
        later: Cited | None = None
        for c in reversed(cited):
            if later and c.number and c.number.code == () and later.number:
                _lend(c, later)  # and the code goes on to the item before
            else:
                later = c
        for first, c in pairwise(cited):
            coded = first.number is not None and first.number.code and not first.number.year
            if c.number and not c.number.code and coded and c.id is None:
                _lend(c, first)

    def _trailers(self, c: Cited, *, law: bool = False) -> int:
        """Read the date and the issuer behind a citation; returns where the reading stopped."""
        at = c.end
        stop = at
        for _ in range(5):
            if (m := _TERM.match(self.lower, at)) or (
                law and (m := _REVISED.match(self.lower, at))
            ):
                at = m.end()
                continue
            read = self._date_at(at, law)
            if read and (c.date is None or read[1] is None):
                at = stop = read[0]
                c.date = c.date or read[1]
                continue
            of = _OF.match(self.lower, at)
            body = read_body(self.text, self.lower, of.end()) if of else None
            if of is None or body is None or c.stated:
                break
            if of["prep"] == "do" and not _ISSUED.match(self.lower, body.end):
                break
            self._set_issuer(c, body)
            at = stop = body.end if not isinstance(c.issuer, Span) else c.issuer.end
        return stop

    def _date_at(self, at: int, law: bool) -> tuple[int, str | None] | None:
        if bracket := _BRACKET.match(self.lower, at):
            read = read_date(self.lower, bracket.end(), bare=True)
            if read and self.lower[read[0] : read[0] + 1] in (")", ","):
                return read[0] + (self.lower[read[0]] == ")"), read[1]
            return None
        if cue := _DATE_CUE.match(self.lower, at):
            return read_date(self.lower, cue.end())
        if cell := _CELL.match(self.lower, at):
            return read_date(self.lower, cell.end(), bare=True)
        if law and self.lower[at : at + 1] == " " and self.lower[at + 1 : at + 2].isdigit():
            read = read_date(self.lower, at + 1, bare=True)
            return read if read and read[1] and len(read[1]) == 4 else None
        return None

    def _set_issuer(self, c: Cited, body: Body) -> None:
        end = body.end
        joint = c.codes[:1] in (("TTLT",), ("NQLT",), ("TTLB",))
        while joint and (m := _JOINT_BODY.match(self.lower, end)):
            more = read_body(self.text, self.lower, m.end())
            if more is None:
                break
            end = more.end
        c.issuer = Span(body.start, end)
        c.issuer_name = self.text[body.start : end]
        c.issuer_code = c.issuer_code if c.number and c.number.code else body.code

    # names

    def _law(self, at: int, end: int, word: Word) -> list[Cited]:
        if word.evidence == "name":
            law: Law | None = Law(end, word.canonical or "", "law-abbreviation")
        elif word.evidence == "constitution":
            return self._constitution(at, end, word)
        else:
            law = self._law_name(at, end, word)
        if law is None or _foreign().match(self.text, law.end):
            return []
        c = Cited(at, law.end, word.type, law.rule, name=law.canonical, id=law.canonical)
        c.issuer = c.issuer_name = word.issuer
        self._trailers(c, law=True)
        self._number_behind(c)
        return [c, *self._more_laws(c, word)]

    def _law_name(self, at: int, end: int, word: Word) -> Law | None:
        if self.text[end : end + 1] != " ":
            return None
        part_of_word = NOT_BEFORE.search(self.lower, max(0, at - 12), at)
        if word.surface == "luật" and part_of_word and not self._breached(at):
            return None
        law = listed_law(self.text, self.lower, end + 1, word.type)
        if law and word.surface == "điều lệ" and not self.text[end + 1].isupper():
            return None
        if law is None and self.text[at].isupper() and word.surface != "điều lệ":
            law = unlisted_law(self.text, self.lower, end + 1, self.text[at:end])
        return law

    def _breached(self, at: int) -> bool:
        """ "vi phạm Luật Đất đai" breaks a law, "phạm luật" only the rules."""
        return self.text[at].isupper() and self.lower.endswith("vi phạm ", 0, at)

    def _constitution(self, at: int, end: int, word: Word) -> list[Cited]:
        law = listed_law(self.text, self.lower, end + 1, word.type)
        court = _CONSTITUTIONAL.search(self.lower, max(0, at - 9), at)
        idiom = self.lower.startswith((" và pháp luật", ", pháp luật"), end)
        if court or idiom or _foreign().match(self.text, end):
            return []
        c = Cited(at, law.end if law else end, word.type, "constitution", name=word.canonical)
        c.id, c.issuer, c.issuer_name = word.canonical, word.issuer, word.issuer
        self._trailers(c, law=True)
        if c.date is None and not (self.text[at].isupper() and not self.text[at:end].isupper()):
            return []
        if c.date and c.date[:4] not in _CONSTITUTIONS:
            return []
        return [c]

    def _number_behind(self, c: Cited) -> None:
        """ "Luật Khám bệnh, chữa bệnh số 15/2023/QH15" is one citation."""
        at = c.end
        for pattern in (_REVISED, _OF_YEAR):
            if m := pattern.match(self.lower, at):
                at = m.end()
        so = _SO.match(self.lower, at) or _GAP.match(self.lower, at)
        if so and "(" not in so.group():
            n = read_number(self.text, so.end())
            if n and n.code and (n.year or n.tokens[0] in ("LCT", "L", "PL")):
                c.end, c.number, c.number_span = n.end, n, Span(n.start, n.end)
                c.id = citation.canonical(n)
                self._trailers(c)

    def _more_laws(self, c: Cited, word: Word) -> list[Cited]:
        """The further names in "các luật Đất đai, Nhà ở và Kinh doanh bất động sản"."""
        out: list[Cited] = []
        plural = _PLURAL_BEFORE.search(self.lower, max(0, c.start - 20), c.start)
        if c.rule != "named-law" or not plural:
            return out
        end = c.end
        while m := _LAW_TAIL.match(self.lower, end):
            law = listed_law(self.text, self.lower, m.end(), word.type)
            if law is None or not self.text[m.end()].isupper():
                break
            item = Cited(m.end(), law.end, word.type, "list", name=law.canonical, id=law.canonical)
            item.issuer = item.issuer_name = word.issuer
            self._trailers(item, law=True)
            out.append(item)
            end = law.end
        return out

    def _resolution_by_name(self, at: int, word: Word) -> list[Cited]:
        """Resolutions of a congress or of a plenum: named, not numbered."""
        if m := _CONGRESS.match(self.text, at):
            c = Cited(at, m.end(), word.type, "congress", word.codes)
            c.name = c.id = _congress_name(m[0])
            if of := _OF_PARTY.match(self.text, m.end()):
                c.issuer, c.issuer_name = Span(of.start(1), of.end(1)), of[1]
            return [c]
        if m := _PLENUM.match(self.text, at):
            c = Cited(at, m.end(), word.type, "plenum", word.codes)
            c.issuer = c.issuer_name = "Ban Chấp hành Trung ương Đảng"
            self._trailers(c)
            return [c]
        return []

    def _standard(self, at: int, end: int, word: Word) -> list[Cited]:
        m = _STANDARD.match(self.text, end)
        if m is None:
            return []
        c = Cited(at, m.end(), word.type, "standard", number_span=Span(m.start(1), m.end()))
        c.id = word.type + " " + _SPACED.sub(r"\1", m[1])
        c.issuer = citation.issuer_name(m["issuer"], None) if m["issuer"] else word.issuer
        return [c]

    # the rest

    def _bare_codes(self, found: list[Cited]) -> list[Cited]:
        """Numbers whose codes tell type and issuer, without a type word in front."""
        starts = [c.start for c in found]
        out: list[Cited] = []
        done = 0
        for m in _BARE_CODE.finditer(self.text):
            i = bisect_right(starts, m.start()) - 1
            if m.start() < done or (i >= 0 and found[i].end > m.start()):
                continue
            n = read_number(self.text, m.start())
            if n and citation.stands_alone(n):
                c = self._cited(n.start, n, None, "bare-code")
                if i >= 0 and _IN_BRACKETS.fullmatch(self.lower, found[i].end, n.start):
                    c.type = c.type or found[i].type  # "Luật Dược (số 105/2016/QH13)"
                self._trailers(c)
                out.append(c)
                done = n.end
        return out

    def _share_trailers(self, found: list[Cited]) -> None:
        """What stands once behind several documents: an issuer, a date with "cùng"."""
        for c, later in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
            if not c.number or not _JOINER.fullmatch(self.lower, c.end, later.start):
                continue
            together = later.rule == "list" or _TOGETHER.match(self.lower, later.end)
            c.date = c.date or (later.date if together else None)
            if c.issuer is None and later.stated and c.type == later.type:
                c.issuer, c.issuer_name = later.issuer, later.issuer_name
                c.issuer_code = c.issuer_code or later.issuer_code

    def _look_before(self, c: Cited) -> None:
        """Take issuer and date from the clause in front, "Ngày …, Quốc hội ban hành …"."""
        if c.date is not None and c.issuer is not None:
            return
        start = max(
            self.text.rfind("\n", max(0, c.start - _CLAUSE), c.start) + 1, c.start - _CLAUSE
        )
        verb = _VERB.search(self.lower, start, c.start)
        if verb is None:
            return
        if c.issuer is None:
            self._subject(c, max(start, verb.start() - 90), verb.start())
        if c.date is None and verb["verb"] != "có":
            self._leading_date(c, start, verb.start())

    def _subject(self, c: Cited, start: int, end: int) -> None:
        """The body right before the verb, a person's name between them allowed."""
        person = _PERSON.search(self.text, start, end)
        stops = {end, *([person.start()] if person else [])}
        for m in _INITIAL.finditer(self.text, start, end):
            deputy = _OTHERS_OFFICE.search(self.lower, max(0, m.start() - 8), m.start())
            if deputy or not m.group().isupper():
                continue
            body = read_body(self.text, self.lower, m.start())
            if body and body.end in stops:
                self._set_issuer(c, body)
                return
        if behalf := _ON_BEHALF.search(self.lower, start, end):
            body = read_body(self.text, self.lower, behalf.end())
            if body:
                self._set_issuer(c, body)

    def _local_issuer(self, c: Cited) -> None:
        """Whose code "UBND" or "SYT" is: the nearest such body before it in its sentence."""
        start = max(
            self.text.rfind("\n", max(0, c.start - _CLAUSE), c.start) + 1, c.start - _CLAUSE
        )
        start = max([start, *(m.end() for m in _SENTENCE.finditer(self.text, start, c.start))])
        for m in reversed(list(_INITIAL.finditer(self.text, start, c.start))):
            if not m.group().isupper() or self.text[m.start() - 1 : m.start()] in ("-", "/"):
                continue  # "NQ-HĐND" is a number's code
            body = read_body(self.text, self.lower, m.start())
            if body is None or body.end > c.start:
                continue
            party = c.issuer_code == "ĐU" and self.lower.startswith("đảng ủy", body.start)
            if body.code == c.issuer_code or party:
                self._set_issuer(c, self._whole(body, start))
                return

    def _whole(self, body: Body, start: int) -> Body:
        """The longer body that ends where this one does: "Ban Thường vụ Tỉnh ủy"."""
        for m in _INITIAL.finditer(self.text, max(start, body.start - 40), body.start):
            if m.group().isupper():
                wider = read_body(self.text, self.lower, m.start())
                if wider and wider.end == body.end:
                    return wider
        return body

    def _leading_date(self, c: Cited, start: int, end: int) -> None:
        """The date that opens the sentence, when no other stands before the verb."""
        at = max([start, *(m.end() for m in _SENTENCE.finditer(self.text, start, end))])
        if at == c.start - _CLAUSE:  # the sentence opens further left than we look
            return
        cue = _LEADING.match(self.lower, at)
        read = read_date(self.lower, cue.end(), bare=True) if cue else None
        if read and read[1] and not _OTHER_DATE.search(self.lower, read[0], end):
            c.date = read[1]


def _congress_name(text: str) -> str:
    """One name for the resolution of a congress: a national one by its ordinal alone.

    >>> _congress_name("NQ Đại hội đại biểu toàn quốc lần thứ XIII")
    'Nghị quyết Đại hội XIII'
    """
    words = re.sub(r"^(?i:nghị quyết|nq) ", "", " ".join(text.split())).split()
    # whatever the order of "đại biểu", "toàn quốc", "Đảng": only a local congress says more
    local = set(" ".join(words[2:-1]).lower().replace(",", "").split()) - _NATIONAL
    return "Nghị quyết " + (" ".join(words) if local else f"Đại hội {words[-1]}")


def _lend(c: Cited, other: Cited) -> None:
    """Give a bare item of a list the code and issuer of its neighbour."""
    n = other.number
    if n and n.code and c.number and c.number.year in (None, n.year):
        lent = Number(
            n.start, n.end, c.number.serial, c.number.letter, n.year, n.code, n.hyphen_year
        )
        c.id = c.id or citation.canonical(lent)
    if (other.stated or c.id) and not c.stated:
        c.issuer, c.issuer_name = other.issuer, other.issuer_name
    c.issuer_code = c.issuer_code or other.issuer_code
