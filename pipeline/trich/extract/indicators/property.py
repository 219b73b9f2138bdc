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

from trich.article import Span
from trich.extract.indicators.clause import PIECE, Clauses
from trich.extract.indicators.context import REACH, Context
from trich.extract.indicators.counted import known_noun, words
from trich.extract.indicators.phrases import GOAL_HEAD, Phrases, Told, alternatives, report
from trich.extract.indicators.quantities import Quantity

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
# Those that may take up another noun: "14 học sinh, trong đó có 2 em".
_ANAPHORIC = frozenset(
    ["em", "cháu", "ca", "trường hợp", "vụ", "con", "chiếc", "cái", "lượt", "suất"]
)
_CHANGED = re.compile(r"(?:tăng|giảm|gấp)(?: thêm| lên| được| tới| hơn| gần| khoảng)*\Z")
_TOTALLED = re.compile(r" (?:là|đạt|còn|lên|xuống|bằng|ở mức|đến|tới|khoảng|ước|ước đạt|gần|hơn)\Z")
_RELATIVE = re.compile(r" (?:được|bị|đạt|đã|có|từ(?= \d+ tuổi))(?!\w)")
_RELATIVE_END = re.compile(
    r"[,;:()\"“”!?\t|]|\.(?:\s|\Z)| (?:trong|theo|so với|nhằm|để|khi|vào|và|nhưng|do|năm|bởi|"
    r"như|với|chiếm|tăng|giảm|cho|trên|tại|gồm|là|hơn|khoảng|gần)(?!\w)| \d(?!\d? tuổi)"
)
_COMPARES = re.compile(
    r"(?<!\w)(?:chiếm|bằng|đạt|tương đương|tức|vượt|tương ứng|hoàn thành)"
    r"(?: (?:hơn|gần|khoảng|tới|trên|được|mới|chỉ))*\s*\Z"
)
_DIRECT = re.compile(
    r"(?<!\w)(?:cho|về|của|với|đến|tới|tại|ở|từ)(?: (?:hơn|gần|khoảng|trên))?\s*\Z"
)


@cache
def _count_end() -> re.Pattern[str]:
    return re.compile(
        r"[,;:()\"“”!?\t|]|\.(?:\s|\Z)| (?:được|đã|đạt|bị|tại|ở|trong|theo|so với|với|từ|do|là|"
        r"nhằm|để|khi|vào|sẽ|đang|còn|tăng|giảm|chiếm|cho|và|gồm|bao gồm|như|thì|(?<!trực )thuộc|"
        r"của|nhưng|trở|-|\d+|hoặc|hay|đến|tới|bằng|nên|mà|này|đó|nữa|về|cùng|qua|bởi|phải|cần|ra|"
        r"vượt|năm|mỗi|sang|xuống|lên|trị giá|nặng|có trọng lượng|đều|so)(?!\w)"
    )


@cache
def _right_end() -> re.Pattern[str]:
    return re.compile(
        r"[,;:()\"“”!?\t|]|\.(?:\s|\Z)| (?:so với|vào năm|trong năm|vào cuối|trong giai đoạn|"
        r"trong khi|trong đó|và|nhưng|song|đồng thời|theo|nhằm|\d|do|nên|từ(?! \d+ tuổi)|"
        r"mỗi|vì|tăng|giảm)(?!\w)"
    )


@cache
def _right_start() -> re.Pattern[str]:
    """What may follow a percentage as the whole it is a part of."""
    return re.compile(rf" (?!(?:{alternatives('no whole')})(?!\w))(?=[^\W\d_])")


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
        self.phrases = Phrases(context)
        self.clauses = Clauses(context, self.phrases)
        self.text = context.text
        self.lower = context.lower
        self._sentence = -1
        self._line = -1
        self._before: Told | None = None  # what the figure before measures, in the sentence
        self._paragraph: Told | None = None  # and in the paragraph
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

    def _told(self, q: Quantity, left: int, before: int, right: int) -> Told | None:
        if q.kind in ("count", "rate") and q.noun is not None:
            return self._of_count(q, left, before, right)
        told = self._left(left, before)
        if told and told.how == "measure":
            return told
        if q.kind == "measure" and not told and self._before and self._enumerated(left, before):
            whole = self._whole(q, right)  # "220 kg ma túy" behind "12.750 viên thuốc"
            if whole:
                return Told(whole, "right")
        part = q.kind == "percent" and (
            not told or told.how in ("verb", "heading") or self._makes(told, shares=True)
        )
        if part or (q.kind in ("measure", "money") and not told and not self._before):
            whole = self._whole(q, right)
            if whole and not (self._before and not told and self._compares(left, before)):
                return Told(whole, "right")
        if told:
            return told
        return self._before or self._shared(left, before)

    def _left(self, left: int, before: int, counts: bool = False) -> Told | None:
        """What stands before a number in its clause."""
        after = left if left == self._end > self._sentence else None
        return self.clauses.before(left, before, after, counts)

    def _makes(self, told: Told, shares: bool = False) -> bool:
        """Whether a phrase is a verb that tells less than what it makes or gives."""
        said = self.lower[slice(*told.span)]
        return said in words("making") or (shares and said in words("sharing"))

    def _compares(self, left: int, before: int) -> bool:
        """Whether a percentage is said of the figure before it: "…, bằng 85% kế hoạch"."""
        return _COMPARES.search(self.lower, max(left, before - 48), before) is not None

    def _shared(self, left: int, before: int) -> Told | None:
        """What the figure of an earlier sentence measures, where this one only aims at it."""
        return self._paragraph if GOAL_HEAD.search(self.lower, left, before) else None

    # --- counts -----------------------------------------------------------------------------

    def _of_count(self, q: Quantity, left: int, before: int, right: int) -> Told | None:
        assert q.noun is not None
        issuer = self._issuer(q, left)
        if issuer:
            return Told(issuer, "verb")
        noun = self.lower[q.noun.start : q.noun.end]
        told = self._left(left, before, counts=True)
        close = self.lower[max(left, before - 40) : before].rstrip()
        if not told and self._before and _CHANGED.search(close):
            return self._before
        if told and told.how == "measure":
            if noun in _COUNTERS or q.kind == "rate" or _TOTALLED.search(close):
                return told
            told = None if self._linked(told, before) else told
        own = Told(self._counted(q, right), "noun")
        complete = own.span.end > q.noun.end
        if told:
            if (
                complete
                and told.how != "verb"
                and (told.how == "heading" or not _DIRECT.search(close))
            ):
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
            told_by_noun = shared.how == "noun" and noun not in _ANAPHORIC
            if not told_by_noun or self.lower.startswith(noun, shared.span.start):
                return shared
        return own

    def _linked(self, told: Told, before: int) -> bool:
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
        return self.phrases.trim(noun.start, max(end, noun.end)) or noun

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
            pieces = list(PIECE.finditer(self.lower, cut, verb.start()))
            start = pieces[-1].end() if pieces else cut
            sent = list(_BEFORE_ISSUER.finditer(self.lower, start, verb.start()))
            start = sent[-1].end() if sent else start
            said = list(report().finditer(self.lower, start, verb.start()))
            start = said[-1].end() if said else start
        for post in ("phó thủ tướng ", "thủ tướng ", "bộ trưởng "):
            if self.lower.endswith(post, cut, start):
                start -= len(post)
                break
        return self.phrases.trim(self.phrases.skip_lead(start, verb.start()), verb.end())

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
        return self.phrases.trim(at, end)
