"""What a figure measures, from the syntax of its clause.

A clause is cut into pieces at its punctuation.  In the piece before a figure stands, as a
rule, a measure ("tỷ lệ hộ nghèo giảm còn"), another subject ("tay chân miệng"), or an actor
with what it does ("cảnh sát thu giữ").  Where the verb says nothing by itself ("có", "ghi
nhận") it is the noun behind the number that tells, with its complement; where nothing stands
before the number ("tăng 5%", "và 53 điện thoại") it shares what the figure before it measures.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Literal, NamedTuple

from trich.article import Span
from trich.extract.indicators.context import REACH, Context
from trich.extract.indicators.counted import known_noun, words
from trich.extract.indicators.place import is_place
from trich.extract.indicators.quantities import Quantity

How = Literal["measure", "subject", "verb", "noun", "right", "heading"]


class _Told(NamedTuple):
    """What a piece of a clause tells, and as which part of it."""

    span: Span
    how: How


def _alternatives(role: str) -> str:
    return "|".join(re.escape(w) for w in sorted(words(role), key=len, reverse=True))


# Nouns that name a measure: where one stands before the verb, it begins the property.
@cache
def _measure() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?:{_alternatives('measure')})|"
        r"(?<!thiểu )(?<!đổi )(?<!một )(?<!dân )(?<!đa )(?<!kỹ thuật )(?<!mã )"
        r"số(?! \d| đó| này| cho)|(?<!chất )(?<!khối )(?<!lực )lượng)(?!\w)"
    )


# The adverb, not the end of "thực hiện" or "phát hiện".
_NOW = "(?<!thực )(?<!phát )(?<!thể )(?<!xuất )(?<!tái )(?<!biểu )hiện"


# Where the subject ends: the verb or link before the number.
@cache
def _link() -> re.Pattern[str]:
    return re.compile(
        rf" (?:{_alternatives('link')}|{_NOW}|tăng(?! trưởng| cường| ca)|giảm(?! nghèo| phát| sinh)|"
        r"(?<!mặt )bằng|năm (?=\d)|tháng (?=\d)|quý (?=[\divx]))(?!\w)"
    )


@cache
def _auxiliary() -> re.Pattern[str]:
    """The adverbs of tense and mood before a verb."""
    return re.compile(rf"(?:^|(?<= ))(?:{_alternatives('auxiliary')})(?= |\Z)")


@cache
def _light() -> re.Pattern[str]:
    """Verbs and particles that tell nothing of what is measured."""
    known = words("light") | words("auxiliary") | words("link") | words("trailing")
    listed = "|".join(re.escape(w) for w in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?:(?:{listed})(?: +|\Z))+")


def _is_light(phrase: str) -> bool:
    return not phrase.strip() or _light().fullmatch(phrase.strip()) is not None


def _loose_end(lower: str, begin: int, end: int) -> int:
    """Where a phrase ends without the particles of the table before a number."""
    known = words("trailing")
    last = lower[max(begin, end - 48) : end].split(" ")
    while last:
        n = next((n for n in (3, 2, 1) if len(last) >= n and " ".join(last[-n:]) in known), 0)
        if not n or (n == 1 and last[-2:-1] and last[-2] in _COMPOUNDS.get(last[-1], ())):
            break
        end -= len(" ".join(last[-n:])) + (len(last) > n)
        last = last[:-n]
    return max(begin, end)


# Syllables that are a particle, but for the second of a compound: "phát hiện", "trồng mới".
_COMPOUNDS = {
    "hiện": frozenset(["thực", "phát", "thể", "xuất", "tái", "biểu"]),
    "số": frozenset(["dân", "chỉ", "hệ", "tỷ", "tỉ", "doanh", "tham", "mã", "phân", "bội", "sĩ"]),
    "mới": frozenset(["trồng", "cấp", "tố", "nạp", "hành", "lập", "mắc", "nhiễm", "sinh", "xây",
                      "làm", "tạo", "đổi", "thôn", "ký", "đóng", "mở", "tuyển", "chia"]),
    "tăng": frozenset(["gia"]),
    "bằng": frozenset(["công", "văn", "mặt"]),
    "qua": frozenset(["thông", "vượt"]),
    "còn": frozenset(["tồn"]),
}  # fmt: skip


@cache
def _actor() -> re.Pattern[str]:
    """Who acts, where only the verb tells what is measured."""
    return re.compile(
        r"(?:(?:toàn|cả|các|mỗi|một|nhiều|hai|những|riêng|bên|phía|đại diện|lãnh đạo|nhóm) )*"
        rf"(?:{_alternatives('actor')})(?: (?:này|đó|trên|ta|mình|khác|ấy))?(?!\w)"
        r"(?! (?:hành|phận|việc|hữu|nghị|thảo|chẩn|bé|hóa|trợ|suất|máy|tàu|học|thuế|đầu|liệu|"
        r"lượng|tịch|dân|vực|rừng|trí|xe|tiêm|tiêu|xuất|khách|không|quán|thầu)(?!\w))"
    )


@cache
def _lead() -> re.Pattern[str]:
    """Words that open a clause and belong to nothing in it."""
    return re.compile(rf"[\s\-+*•»>]*(?:{_alternatives('lead')})(?!\w)")


@cache
def _report() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives('report')})(?: (?:rằng|là))?(?!\w)")


_ITEM = re.compile(r"\s*(?:(?:\d{1,2}|[ivx]{1,4}|[a-zđ])[.)]|\(\w{1,2}\)|[-+*•»>])\s+")
_PIECE = re.compile(
    r"[;()\"“”!?\t|…]|[,:](?!\d)|\.(?=\s|\Z)|(?<!\d) - (?!\d)| (?:(?:trong khi|nhưng|song|trong đó|nên|vì|do đó|thì)"
    r"(?!\w)|và(?<=[\d%] và)(?!\w))"
)
_WORD = re.compile(r"[^\W\d_][\w.\-]*(?: |\Z)")
_AND_MORE = re.compile(r" (?:và|cùng(?! kỳ)|hoặc)(?= )")
# Headings that only announce: "tỉnh phấn đấu:", "kết quả như sau:".
_ANNOUNCES = re.compile(r"(?<!\w)(?:phấn đấu|như sau|gồm|bao gồm|cụ thể|trong đó|sau đây|là)\s*\Z")
# A goal says whose it is by what stands before it: "đạt 9,6 (kế hoạch 9,5)".
_GOAL = re.compile(
    r"(?:(?<= )|\A)(?:(?:so )?với |đặt (?:ra )?|đề ra |theo |vượt |thấp hơn |cao hơn |chưa đạt |"
    r"tiến gần |gần )*(?:mục tiêu|kế hoạch|chỉ tiêu|yêu cầu|quy định|dự toán|mức|định mức|"
    r"nghị quyết)"
    r"(?: (?:cả|năm|nay|là|chỉ là|chỉ|đề ra|đặt ra|được giao|giao|ban đầu|phấn đấu|tối thiểu|"
    r"tối đa|bình quân chung|khuyến cáo|quốc gia|của|đầu|quý|nghị quyết|đại hội|hđnd|tỉnh|\d{4}))*"
    r"\s*\Z"
)
# "hơn vụ trước 600 kg/ha", "đưa con số này lên": of what the figure before measures.
_ANAPHORA = re.compile(
    r"con số (?:này|đó|ấy|trên)(?!\w)|(?:so với|vượt|với) (?:mục tiêu|kế hoạch|chỉ tiêu|dự toán)|"
    r"\A(?:hơn|kém|chậm|nhanh|cao|thấp|nhiều|ít)(?= (?:hơn|so|vụ|năm|kỳ))"
)
# What opens a list of trades: "ngành vận tải, kho bãi".
_WIDE = re.compile(
    r"(?<!\w)(?:ngành|khu vực|hoạt động|sản xuất|lĩnh vực|công nghiệp|dịch vụ|nhóm|các ngành|vận tải|"
    r"nông|bán buôn|thương mại)(?!\w)(?=[^,]{0,40}\Z)"
)
_ADVERBIAL = re.compile(
    r"[\s“\"]*(?:trong|dưới|từ|qua|sau|trước|theo|tại|ở|trên|bằng|nhờ|do|vì|với|cùng|khi|để|nhằm|đến|"
    r"tính|vào|căn cứ|thực hiện|bên cạnh|ngoài|về|kể từ|như|mặc dù|tuy)(?!\w)"
)
_GOAL_HEAD = re.compile(r"(?:chỉ tiêu|mục tiêu|kế hoạch|yêu cầu|con số (?:này|đó|ấy))(?!\w)")
_BARE = frozenset(
    [
        "mức",
        "tỷ lệ",
        "tỉ lệ",
        "số",
        "tổng",
        "trị giá",
        "giá trị",
        "giá",
        "lượng",
        "tỷ trọng",
        "tốc độ",
        "vốn",
        "tổng số",
        "quy mô",
        "mức tăng",
        "giá bình quân",
        "tổng giá trị",
        "mức giảm",
        "số tiền",
        "kinh phí",
        "con số",
        "trung bình",
        "bình quân",
        "tổng cộng",
        "giá là",
        "tổng vốn",
        "trị giá hơn",
    ]
)
# Counted nouns that say little: the subject before them tells what is counted.
_COUNTERS = frozenset(
    [
        "trường hợp",
        "người",
        "ca",
        "con",
        "lượt",
        "lượt người",
        "lượt khách",
        "vụ",
        "cái",
        "chiếc",
        "em",
        "cháu",
        "suất",
        "phần",
        "đơn",
        "cuộc",
        "điểm",
        "ổ",
        "mẫu",
        "vị",
        "cụ",
        "hộ",
        "lần",
        "phiếu",
        "số",
        "ống",
        "viên",
        "thành viên",
        "giường",
        "chỗ",
    ]
)
_CHANGED = re.compile(r"(?:tăng|giảm|gấp)(?: thêm| lên| được| tới| hơn| gần| khoảng)*\Z")
_TOTALLED = re.compile(r" (?:là|đạt|còn|lên|xuống|bằng|ở mức|đến|tới|khoảng|ước|ước đạt|gần|hơn)\Z")
_RELATIVE = re.compile(r" (?:được|bị|đạt|đã|có|từ(?= \d+ tuổi))(?!\w)")
_RELATIVE_END = re.compile(
    r"[,;:()\"“”!?\t|]|\.(?:\s|\Z)| (?:trong|theo|so với|nhằm|để|khi|vào|và|nhưng|do|năm|bởi|như|với|"
    r"chiếm|tăng|giảm|cho|trên|tại|gồm|là|hơn|khoảng|gần)(?!\w)| \d(?!\d? tuổi)"
)
# Compounds that end like a particle: "phát hiện", "xảy ra".
_NOT_LOOSE = (
    "phát hiện", "thực hiện", "xuất hiện", "thể hiện", "tái hiện", "hoàn thành", "hình thành",
    "trưởng thành", "gia tăng", "tăng giảm", "chứng minh được", "đầu tư từ", "thu được", "sản xuất ra",
    "tham gia vào", "giải quyết được", "công bằng", "văn bằng", "mặt bằng", "số liệu của",
)  # fmt: skip
_COMPARES = re.compile(
    r"(?<!\w)(?:chiếm|bằng|đạt|tương đương|tức|vượt|tương ứng|hoàn thành)"
    r"(?: (?:hơn|gần|khoảng|tới|trên|được|mới|chỉ))*\s*\Z"
)
_DIRECT = re.compile(
    r"(?<!\w)(?:cho|về|của|với|đến|tới|tại|ở|từ)(?: (?:hơn|gần|khoảng|trên))?\s*\Z"
)
_COMPLEMENT = re.compile(
    r" (?:ở|tại|trong|theo|trên|đối với|bằng|giữa|do|cho|của|với|khi|từ)(?!\w)"
)
_SPEAKS = re.compile(r"[^\W\d]")


@cache
def _count_end() -> re.Pattern[str]:
    return re.compile(
        r"[,;:()\"“”!?\t|]|\.(?:\s|\Z)| (?:được|đã|đạt|bị|tại|ở|trong|theo|so với|với|từ|do|là|"
        r"nhằm|để|khi|vào|sẽ|đang|còn|tăng|giảm|chiếm|cho|và|gồm|bao gồm|như|thì|(?<!trực )thuộc|của|"
        r"nhưng|trở|-|\d+|hoặc|hay|đến|tới|bằng|nên|mà|này|đó|nữa|về|cùng|qua|bởi|phải|cần|ra|"
        r"vượt|năm|mỗi|sang|xuống|lên|trị giá|nặng|có trọng lượng|đều|so)(?!\w)"
    )


@cache
def _right_end() -> re.Pattern[str]:
    return re.compile(
        r"[,;:()\"“”!?\t|]|\.(?:\s|\Z)| (?:so với|vào năm|trong năm|vào cuối|trong giai đoạn|"
        r"trong khi|trong đó|và|nhưng|song|đồng thời|theo|nhằm|\d|do|nên|từ(?! \d+ tuổi)|mỗi|vì|tăng|giảm)(?!\w)"
    )


@cache
def _right_start() -> re.Pattern[str]:
    """What may follow a percentage as the whole it is a part of."""
    return re.compile(rf" (?!(?:{_alternatives('no whole')})(?!\w))(?=[^\W\d_])")


_BE = re.compile(r" (?:là|số|của|trong số đó dành cho|trong số)(?= )")


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(
        r" (?:(?:ký )?ban hành|phê duyệt|thông qua|công bố|ký kết|ký|soạn thảo)(?!\w)"
    )


_BEFORE_ISSUER = re.compile(r"(?<!\w)(?:trình|tham mưu|đề nghị|giúp|báo cáo|kiến nghị|cho)(?!\w)")


@cache
def _issued_kinds() -> re.Pattern[str]:
    return re.compile(
        r"(?:nghị quyết|nghị định|thông tư|chỉ thị|quyết định|luật|bộ luật|pháp lệnh|văn bản|"
        r"công điện|công văn|kế hoạch|đề án|chương trình|quy định|hướng dẫn|chiến lược|quy hoạch|"
        r"kết luận|thông báo|quy chế)(?!\w)"
    )


class Properties:
    """Reads what the figures of one article measure, in text order."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.lower = context.lower
        self._sentence = -1
        self._line = -1
        self._before: _Told | None = None  # what the figure before measures, in the sentence
        self._paragraph: _Told | None = None  # and in the paragraph
        self._end = 0  # where that figure ends

    def of(self, q: Quantity, before: int) -> Span | None:
        """What a figure measures; `before` is where its modifier begins."""
        start, end = self.context.sentence(q.start)
        if start != self._sentence:
            self._sentence, self._before, self._end = start, None, start
            line = self.context.line(q.start)[0]
            if line != self._line:
                self._line, self._paragraph = line, None
        left = max(start, self._end, before - REACH)
        right = min(end, q.end + REACH)
        told = self._told(q, left, max(left, before), right)
        if told:
            self._before = self._paragraph = told
        self._end = max(q.end, self._end)
        return told.span if told else None

    def _told(self, q: Quantity, left: int, before: int, right: int) -> _Told | None:
        if q.kind in ("count", "rate") and q.noun is not None:
            return self._of_count(q, left, before, right)
        told = self._left(left, before)
        if told and told.how == "measure":
            return told
        if q.kind == "measure" and not told and self._before and self._enumerated(left, before):
            whole = self._whole(q, right)  # "220 kg ma túy" behind "12.750 viên thuốc"
            if whole:
                return _Told(whole, "right")
        part = q.kind == "percent" and (
            not told or told.how in ("verb", "heading") or self._makes(told, shares=True)
        )
        if part or (q.kind in ("measure", "money") and not told and not self._before):
            whole = self._whole(q, right)
            if whole and not (self._before and not told and self._compares(left, before)):
                return _Told(whole, "right")
        if told:
            return told
        return self._before or self._shared(left, before)

    def _makes(self, told: _Told, shares: bool = False) -> bool:
        """Whether a phrase is a verb that tells less than what it makes or gives."""
        said = self.lower[slice(*told.span)]
        return said in words("making") or (shares and said in words("sharing"))

    def _compares(self, left: int, before: int) -> bool:
        """Whether a percentage is said of the figure before it: "…, bằng 85% kế hoạch"."""
        return _COMPARES.search(self.lower, max(left, before - 48), before) is not None

    def _shared(self, left: int, before: int) -> _Told | None:
        """What the figure of an earlier sentence measures, where this one only aims at it."""
        return self._paragraph if _GOAL_HEAD.search(self.lower, left, before) else None

    # --- counts -----------------------------------------------------------------------------

    def _of_count(self, q: Quantity, left: int, before: int, right: int) -> _Told | None:
        assert q.noun is not None
        issuer = self._issuer(q, left)
        if issuer:
            return _Told(issuer, "verb")
        noun = self.lower[q.noun.start : q.noun.end]
        told = self._left(left, before)
        close = self.lower[max(left, before - 40) : before].rstrip()
        if not told and self._before and _CHANGED.search(close):
            return self._before
        if told and told.how == "measure":
            if noun in _COUNTERS or q.kind == "rate" or _TOTALLED.search(close):
                return told
            told = None if self._linked(told, before) else told
        own = _Told(self._counted(q, right), "noun")
        complete = own.span.end > q.noun.end
        if told:
            if complete and (told.how == "heading" or not _DIRECT.search(close)):
                linked = told.how != "subject" or self._linked(told, before)
                return own if linked else told
            if told.how in ("verb", "subject") and self._makes(told):
                return own
            if told.how == "subject" and noun not in _COUNTERS and self._linked(told, before):
                return own if known_noun(self.lower, *told.span) else told
            return told
        shared = self._before
        if shared and not complete and (shared.how == "verb" or noun in _COUNTERS):
            if shared.how == "verb" and not self._enumerated(left, before):
                return own
            if shared.how in ("verb", "noun", "measure"):
                return shared
        return own

    def _linked(self, told: _Told, before: int) -> bool:
        """Whether a verb stands between what a piece tells and the number."""
        return bool(self.lower[told.span.end : before].strip())

    def _enumerated(self, left: int, before: int) -> bool:
        """Whether only a comma or "và" stands between a figure and the one before."""
        return self.lower[left:before].strip(" ,;") in ("", "và", "cùng", "hơn", "gần")

    def _counted(self, q: Quantity, right: int) -> Span:
        """The counted noun with its complement."""
        assert q.noun is not None
        noun = q.noun
        if q.kind == "rate":
            return noun
        lower = self.lower
        stop = _count_end().search(lower, noun.end, min(right, noun.end + 120))
        end = stop.start() if stop else min(right, noun.end + 60)
        end = self.context.first_date(noun.end, end)
        if _RELATIVE.match(lower, end, right) or lower.startswith(" trên cả nước đã", noun.end):
            # "640 nghìn người | được cấp thuốc": what is said of them tells which are counted.
            limit = min(right, end + 60)
            close = _RELATIVE_END.search(lower, end + 1, limit)
            if close or limit == right:
                end = self.context.first_date(end, close.start() if close else limit)
        return self._trim(noun.start, max(end, noun.end)) or noun

    def _issuer(self, q: Quantity, left: int) -> Span | None:
        """ "Quốc hội ban hành" of "Quốc hội ban hành … 02 Nghị quyết"."""
        if q.noun is None or not _issued_kinds().match(self.lower, q.noun.start):
            return None
        if left == self._end and self._before and self._enumerated(left, q.start):
            return self._before.span if self._before.how == "verb" else None
        cut = max(self.lower.rfind(";", left, q.start) + 1, left)
        verbs = list(_issued().finditer(self.lower, cut, q.start))
        if not verbs:
            return None
        verb = verbs[-1]
        bodies, starts = self.context.bodies, self.context.body_starts
        i = bisect_left(starts, verb.start()) - 1
        if i >= 0 and self.lower[bodies[i].end : verb.start()].strip() in ("", "đã"):
            start = bodies[i].start
        else:
            pieces = list(_PIECE.finditer(self.lower, cut, verb.start()))
            start = pieces[-1].end() if pieces else cut
            sent = list(_BEFORE_ISSUER.finditer(self.lower, start, verb.start()))
            start = sent[-1].end() if sent else start
            said = list(_report().finditer(self.lower, start, verb.start()))
            start = said[-1].end() if said else start
        for post in ("phó thủ tướng ", "thủ tướng ", "bộ trưởng "):
            if self.lower.endswith(post, cut, start):
                start -= len(post)
                break
        return self._trim(self._skip_lead(start, verb.start()), verb.end())

    # --- what stands before -------------------------------------------------------------------

    def _left(self, left: int, before: int, counts: bool = False) -> _Told | None:
        """What the clause before a number tells: the nearest piece that tells anything."""
        lower = self.lower
        cuts = [m for m in _PIECE.finditer(lower, left, before) if self._parts(m)]
        follows = left == self._end > self._sentence
        if follows:
            joined = _AND_MORE.search(
                lower, left, min(cuts[0].start() if cuts else before, left + 60)
            )
            if joined:
                cuts.insert(0, joined)
        pieces: list[re.Match[str] | None] = [*reversed(cuts[-5:])]
        if not follows:
            pieces.append(None)
        elif not cuts:
            return self._close(left, before)
        end = before
        bare: _Told | None = None
        opened = 0
        for cut in pieces:
            begin = cut.end() if cut else left
            if opened:
                told = None
            elif lower[end : end + 1] == ":":
                told = self._heading(begin, end)
            elif cut is not pieces[0] and _ADVERBIAL.match(lower, begin, end):
                told = None  # "trong số đó, …": when, where and after whom
            else:
                told = self._piece(begin, end)
                if told and counts and cut is not pieces[0] and told.how != "measure":
                    told = None
            if told and lower[told.span.start : told.span.end] in _BARE:
                bare = bare or told
            elif told:
                return self._shortened(self._widened(told, left, begin))
            if (
                cut is None
                or cut.group() in ";!?"
                or (not opened and _report().search(lower, begin, end))
            ):
                break
            # what stands in brackets that are closed says nothing of what follows them
            opened = max(0, opened + {")": 1, "(": -1}.get(cut.group(), 0))
            end = cut.start()
        return None if self._before else bare

    def _shortened(self, told: _Told) -> _Told:
        """Without the complements of a long phrase: who, where and by which rule."""
        size = len(self.lower[slice(*told.span)].split())
        if size <= (8 if told.how == "measure" else 5):
            return told
        at = told.span.start + len(" ".join(self.lower[slice(*told.span)].split()[:2]))
        cut = _COMPLEMENT.search(self.lower, at, told.span.end)
        return told._replace(span=Span(told.span.start, cut.start())) if cut else told

    def _heading(self, begin: int, end: int) -> _Told | None:
        """What stands before a colon: "- Tham gia BHYT: 1.687.544 người"."""
        told = self._piece(begin, end)
        if told and told.how == "measure":
            return told
        if _ANNOUNCES.search(self.lower, begin, end):
            return None
        start = self._skip_lead(begin, end)
        if _report().search(self.lower, start, end) or _GOAL_HEAD.match(self.lower, start, end):
            return None
        span = self._trim(start, self._strip(start, end))
        if span is None or _is_light(self.lower[span.start : span.end]):
            return None
        return _Told(span, "heading")

    def _close(self, left: int, before: int) -> _Told | None:
        """What stands between a figure and the one right before it: "3.700 người vay"."""
        told = self._piece(left, before)
        if told and (told.how != "subject" or len(self.lower[slice(*told.span)].split()) < 4):
            return told
        return None

    def _parts(self, cut: re.Match[str]) -> bool:
        """Whether a mark parts a clause: none inside a date, no dash before a small letter."""
        if cut.group() == " - ":
            return not self.text[cut.end() : cut.end() + 1].islower()
        date = self.context.date_at(cut.start())
        return date is None or date.start >= cut.start()

    def _widened(self, told: _Told, left: int, begin: int) -> _Told:
        """With the list that it ends: "khu vực nông, lâm nghiệp", "phát hiện, xử lý"."""
        lower = self.lower
        if lower[begin - 1 : begin] != "," or told.how == "measure":
            return told
        if told.how == "subject":
            cuts = list(_PIECE.finditer(lower, left, begin - 1))
            first = self._piece(cuts[-1].end() if cuts else left, begin - 1)
            unlike = any(c.isdigit() for c in lower[first.span.start : begin]) if first else True
            if first and not unlike and first.how == "measure" and first.span.end == begin - 1:
                return first  # "mức phạt trong khám bệnh, chữa bệnh là"
        cuts = list(_PIECE.finditer(lower, left, begin - 1))
        at = cuts[-1].end() if cuts else left
        wide = None
        for wide in _WIDE.finditer(lower, at, begin - 1):
            pass
        if wide and not _link().search(lower, wide.end(), begin - 1):
            return _Told(Span(wide.start(), told.span.end), "subject")
        if told.span.start - begin > 1 or len(lower[told.span.start : told.span.end].split()) > 5:
            return told
        cuts = list(_PIECE.finditer(lower, left, begin - 1))
        first = self._piece(cuts[-1].end() if cuts else left, begin - 1)
        if first is None or first.span.end != begin - 1 or first.how != told.how:
            return told
        size = len(lower[first.span.start : first.span.end].split())
        return told if size > 6 else _Told(Span(first.span.start, told.span.end), told.how)

    def _piece(self, begin: int, end: int) -> _Told | None:
        """What one piece of a clause tells."""
        lower = self.lower
        said = None
        for said in _report().finditer(lower, begin, end):
            pass
        begin = self._skip_lead(said.end() if said else begin, end)
        goal = _GOAL_HEAD.match(lower, begin, end)
        if goal and not _measure().search(lower, goal.end(), end):
            return None
        if _ANAPHORA.search(lower, begin, end):
            return None
        aim = _GOAL.search(lower, begin, end)
        end = self._strip(begin, aim.start() if aim else end)
        if end - begin < 2:
            return None
        head = _measure().search(lower, begin, end)
        if head and self._heads(head, begin, end):
            return self._measured(head, begin, end)
        at, acted = self._skip_actor(begin, end)
        if acted and _is_light(lower[at:end]):
            return None
        last = None
        for last in _auxiliary().finditer(lower, at, end):
            pass
        if last and last.end() < end and not _is_light(lower[last.end() : end]):
            span = self._trim(last.end(), end)
            return _Told(span, "verb") if span else None
        if acted:
            rest = self._strip(at, end)
            if _is_light(lower[at:rest]):
                return None
            span = self._trim(at, rest)
            return _Told(span, "verb") if span else None
        stop = _link().search(lower, begin - 1 if lower[begin - 1 : begin] == " " else begin, end)
        if stop and stop.start() < begin:
            span = self._trim(stop.end(), end)
            return (
                None if span is None or _is_light(lower[span.start : end]) else _Told(span, "verb")
            )
        finish = self._strip(begin, stop.start() if stop else end)
        span = self._trim(begin, finish)
        if span is None or _is_light(said := lower[span.start : span.end]) or is_place(said):
            return None
        return _Told(span, "subject")

    def _heads(self, head: re.Match[str], begin: int, end: int) -> bool:
        """Whether a measure word begins a measure and is no complement far behind."""
        body = self.context.body_at(head.start())
        return body is None or body.start > head.start()

    def _measured(self, head: re.Match[str], begin: int, end: int) -> _Told | None:
        """From a measure's head to the verb."""
        lower = self.lower
        stop = _link().search(lower, head.end(), end)
        if stop and lower[head.start() : stop.start()] in _BARE:
            # "tỷ lệ đạt chuẩn tăng": a head alone takes the first verb as its complement.
            further = _link().search(lower, stop.end(), end)
            stop = further or (None if stop.end() < end - 1 else stop)
        finish = self._strip(head.end(), stop.start() if stop else end)
        span = self._trim(head.start(), finish)
        other = _measure().search(lower, span.end, end) if span else None
        if other and lower[other.start() - 4 : other.start()] == "với ":
            return self._measured(other, other.start(), end)  # "giảm nhẹ với thanh khoản"
        if span and lower[span.start : span.end] in _BARE and begin < head.start():
            told = self._piece(begin, head.start())
            if told:
                return told
        return _Told(span, "measure") if span else None

    def _skip_lead(self, start: int, end: int) -> int:
        """Past dates, list marks and connecting words at the head of a clause."""
        lower = self.lower
        mark = _ITEM.match(lower, start, end)
        start = mark.end() if mark else start
        while start < end:
            if not lower[start].isalnum():
                start += 1
                continue
            date = self.context.date_at(start)
            if date and date.end <= end:
                start = date.end
                continue
            lead = _lead().match(lower, start, end)
            if lead is None or lead.end() == start:
                break
            start = lead.end()
        return start

    def _skip_actor(self, at: int, end: int) -> tuple[int, bool]:
        """Past who acts: bodies, persons, places, and common nouns for them."""
        lower, acted = self.lower, False
        while at < end:
            if lower[at] in " .":
                at += 1
                continue
            if acted and lower.startswith(("và ", "cùng ", "cùng với "), at):
                at = lower.index(" ", at)
                continue
            body = self.context.body_at(at)
            if body and body.end <= end:
                at, acted = body.end, True
                continue
            actor = _actor().match(lower, at, end)
            if actor and actor.end() > at:
                at, acted = actor.end(), True
                continue
            name, size = at, 0
            while (
                name < end
                and self.text[name].isupper()
                and (word := _WORD.match(self.text, name, end))
            ):
                name, size = word.end(), size + 1
            if size > 1 or (size and acted):
                at, acted = name, True
                continue
            break
        return at, acted

    def _strip(self, begin: int, end: int) -> int:
        """Where a phrase ends without the particles and dates before a number."""
        lower = self.lower
        for _ in range(6):
            if lower.endswith(_NOT_LOOSE, begin, end):
                break
            while end > begin and lower[end - 1] in " ,;:-+":
                end -= 1
            date = self.context.date_at(end - 1) if end > begin else None
            if date and date.start >= begin:
                end = date.start
                continue
            loose = _loose_end(lower, begin, end)
            if loose == end:
                break
            end = loose
        return end

    # --- what stands behind -------------------------------------------------------------------

    def _whole(self, q: Quantity, right: int) -> Span | None:
        """The noun phrase behind a figure: "93,2% | dân số tham gia BHYT", "30% là | nữ"."""
        link = _BE.match(self.lower, q.end, right)
        at = link.end() if link else q.end
        if not _right_start().match(self.lower, at, right):
            return None
        stop = _right_end().search(self.lower, at + 1, right)
        end = self.context.first_date(at, stop.start() if stop else right)
        following = self.lower[at + 1 : end].split(" ")
        if len(following) > 12:
            end = at + 1 + len(" ".join(following[:12]))
        return self._trim(at, end)

    def _trim(self, start: int, end: int) -> Span | None:
        """A span without space or punctuation about it, or None where nothing is left."""
        while start < end and not self.text[start].isalnum():
            start += 1
        while end > start and not (self.text[end - 1].isalnum() or self.text[end - 1] in ")%"):
            end -= 1
        if self.text[end - 1 : end] == ")" and "(" not in self.text[start:end]:
            end -= 1
        if end - start < 2 or not _SPEAKS.search(self.text, start, end):
            return None
        return Span(start, end)
