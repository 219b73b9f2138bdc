"""What the clause before a number tells, piece by piece from right to left."""

from __future__ import annotations

import re

from trich.article import Span
from trich.extract.indicators.context import Context
from trich.extract.indicators.phrases import BARE, Phrases, Told, last, link, report

PIECE = re.compile(
    r"[;()\"“”!?\t|…]|[,:](?!\d)|\.(?=\s|\Z)|(?<!\d) - (?!\d)"
    r"| (?:(?:trong khi|nhưng|song|trong đó|nên|vì|do đó|thì)(?!\w)|và(?<=[\d%] và)(?!\w))"
)
_AND_MORE = re.compile(r" (?:và|cùng(?! kỳ)|hoặc)(?= )")
# What opens a list of trades: "ngành vận tải, kho bãi".
_WIDE = re.compile(
    r"(?<!\w)(?:ngành|khu vực|hoạt động|sản xuất|lĩnh vực|công nghiệp|dịch vụ|nhóm|các ngành|"
    r"vận tải|nông|bán buôn|thương mại)(?!\w)(?=[^,]{0,40}\Z)"
)
_ADVERBIAL = re.compile(
    r"[\s“\"]*(?:trong|dưới|từ|qua|sau|trước|theo|tại|ở|trên|bằng|nhờ|do|vì|với|cùng|khi|nếu|tới|hiện|để|"
    r"nhằm|đến|tính|vào|căn cứ|thực hiện|bên cạnh|ngoài|về|kể từ|như|mặc dù|tuy)(?!\w)"
)


class Clauses:
    """Reads what stands before the numbers of one article."""

    def __init__(self, context: Context, phrases: Phrases) -> None:
        self.context = context
        self.phrases = phrases
        self.text = context.text
        self.lower = context.lower

    def before(
        self, left: int, before: int, after: int | None, counts: bool = False
    ) -> Told | None:
        """What the clause `left:before` tells: its nearest piece that tells anything.

        `after` is `left` where another figure of the sentence ends there; a measure that says
        nothing by itself ("trị giá") then gives way to what that one measures.
        """
        lower = self.lower
        cuts = [m for m in PIECE.finditer(lower, left, before) if self._parts(m)]
        follows = left == after
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
        bare: Told | None = None
        opened = 0
        for cut in pieces:
            begin = cut.end() if cut else left
            if opened:
                told = None
            elif lower[end : end + 1] == ":":
                told = self.phrases.heading(begin, end)
            elif cut is not pieces[0] and _ADVERBIAL.match(lower, begin, end):
                told = None  # "trong số đó, …": when, where and after whom
            else:
                told = self.phrases.piece(begin, end)
                if told and counts and cut is not pieces[0] and told.how != "measure":
                    told = None
            if told and lower[told.span.start : told.span.end] in BARE:
                bare = bare or told
            elif told:
                return self.phrases.shortened(self._widened(told, left, begin))
            if (
                cut is None
                or cut.group() in ";!?"
                or (not opened and report().search(lower, begin, end))
            ):
                break
            # what stands in brackets that are closed says nothing of what follows them
            opened = max(0, opened + {")": 1, "(": -1}.get(cut.group(), 0))
            end = cut.start()
        return None if after is not None else bare

    def _close(self, left: int, before: int) -> Told | None:
        """What stands between a figure and the one right before it: "3.700 người vay"."""
        told = self.phrases.piece(left, before)
        if told and (told.how != "subject" or len(self.lower[slice(*told.span)].split()) < 4):
            return told
        return None

    def _parts(self, cut: re.Match[str]) -> bool:
        """Whether a mark parts a clause: none inside a date, no dash before a small letter."""
        if cut.group() == " - ":
            return not self.text[cut.end() : cut.end() + 1].islower()
        date = self.context.date_at(cut.start())
        return date is None or date.start >= cut.start()

    def _widened(self, told: Told, left: int, begin: int) -> Told:
        """With the list that it ends: "khu vực nông, lâm nghiệp", "phát hiện, xử lý"."""
        lower = self.lower
        if lower[begin - 1 : begin] != "," or told.how == "measure":
            return told
        if told.how == "subject":
            cuts = list(PIECE.finditer(lower, left, begin - 1))
            first = self.phrases.piece(cuts[-1].end() if cuts else left, begin - 1)
            unlike = any(c.isdigit() for c in lower[first.span.start : begin]) if first else True
            if first and not unlike and first.how == "measure" and first.span.end == begin - 1:
                return first  # "mức phạt trong khám bệnh, chữa bệnh là"
        cuts = list(PIECE.finditer(lower, left, begin - 1))
        at = cuts[-1].end() if cuts else left
        wide = last(_WIDE, lower, at, begin - 1)
        if wide and not link().search(lower, wide.end(), begin - 1):
            return Told(Span(wide.start(), told.span.end), "subject")
        if told.span.start - begin > 1 or len(lower[told.span.start : told.span.end].split()) > 5:
            return told
        cuts = list(PIECE.finditer(lower, left, begin - 1))
        first = self.phrases.piece(cuts[-1].end() if cuts else left, begin - 1)
        if first is None or first.span.end != begin - 1 or first.how != told.how:
            return told
        size = len(lower[first.span.start : first.span.end].split())
        return told if size > 6 else Told(Span(first.span.start, told.span.end), told.how)
