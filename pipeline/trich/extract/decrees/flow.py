"""The running text of a page: a line end inside a sentence and a run of spaces are one space.

Text taken from a PDF or a typed document breaks its lines wherever they are full: "Nghị định
số⏎15/2020/NĐ-CP".  Such an end is told by the word that it leaves hanging, by the small letter
behind it, or by the width of the lines around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_SPACES = re.compile(r"  +")
# A line end with a word behind it, and no sentence's end in front of it.
_END = re.compile(r"\n(?<![\n.!?:;…|]\n) *(?=[^\W_])")
_CLOSED = frozenset(".!?:;…|")
_LISTED = re.compile(
    r"\d{1,2}[.)] |[a-zđA-ZĐ]\) |[IVX]{1,4}\. |\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}:\d\d"
)
# Words that something must follow; the second set only where the line is long.
_HANGING = frozenset(["của", "do", "và", "theo", "số", "tại", "với", "ngày", "về"])
_HALVES = frozenset(
    ["nghị", "quyết", "thông", "chỉ", "luật", "bộ", "khoản", "điều", "điểm", "các", "định", "thị",
     "tư", "lệnh", "văn", "tháng", "năm", "ban", "cho", "ủy", "chính", "thủ", "quốc", "hội"]
)  # fmt: skip
_LEVELS = ("TỈNH ", "THÀNH PHỐ ", "TP", "HUYỆN ", "QUẬN ", "THỊ XÃ ", "XÃ ", "PHƯỜNG ", "ĐẶC KHU ")
# What a letterhead in a narrow column leaves on its first lines: "ỦY⏎BAN NHÂN DÂN".
_HALF_HEADS = frozenset(
    ["ỦY", "ỦY BAN", "ỦY BAN NHÂN", "HỘI", "HỘI ĐỒNG", "HỘI ĐỒNG NHÂN", "VIỆN", "VIỆN KIỂM SÁT",
     "TÒA ÁN", "BỘ", "SỞ"]
)  # fmt: skip
_LONG = 30  # a line that is broken because it is full
_WIDEST = 140
_FULL = 0.8  # of the width
_LINES = 5  # looked at on either side


@dataclass(slots=True)
class Flow:
    """A page, its text without soft line ends, the same in lower case, and the way back."""

    source: str
    text: str
    lower: str
    #: where a space of the text stands for more, and how much longer the page is from there
    _at: list[int] = field(default_factory=list)
    _more: list[int] = field(default_factory=list)

    def place(self, at: int) -> int:
        """The position in the page of a character of the text."""
        i = bisect_right(self._at, at)
        return at + self._more[i - 1] if i else at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the page behind a stretch of the text."""
        return (self.place(start), self.place(end - 1) + 1) if self._at else (start, end)


def flow(text: str, lower: str) -> Flow:
    """The running text of a page; `lower` is the page in lower case, position by position.

    >>> page = "theo Nghị định số\\n15/2020/NĐ-CP"
    >>> running = flow(page, page.lower())
    >>> running.text, running.span(5, 31)
    ('theo Nghị định số 15/2020/NĐ-CP', (5, 31))
    """
    gaps = _soft_ends(text)
    if "  " in text:
        ends = set(gaps)
        gaps += [m.span() for m in _SPACES.finditer(text) if not _touches(m.span(), ends)]
        gaps.sort()
    if not gaps:
        return Flow(text, text, lower)
    out, small = list[str](), list[str]()
    at, more = list[int](), list[int]()
    done = lost = 0
    for start, end in gaps:
        out += text[done:start], " "
        small += lower[done:start], " "
        if end - start > 1:
            at.append(start - lost + 1)
            lost += end - start - 1
            more.append(lost)
        done = end
    return Flow(text, "".join((*out, text[done:])), "".join((*small, lower[done:])), at, more)


def _touches(span: tuple[int, int], ends: set[tuple[int, int]]) -> bool:
    return any(start <= span[0] < end for start, end in ends)


def _soft_ends(text: str) -> list[tuple[int, int]]:
    """The line ends inside a sentence, each with the spaces around it."""
    out = []
    for m in _END.finditer(text):
        begin = text.rfind("\n", 0, m.start()) + 1
        end = m.start()
        while end > begin and text[end - 1] == " ":
            end -= 1
        if end > begin and text[end - 1] not in _CLOSED and _soft(text, begin, end, m.end()):
            out.append((end, m.end()))
    return out


def _soft(text: str, begin: int, end: int, behind: int) -> bool:
    """Whether the line [begin, end) goes on where the next begins, at `behind`."""
    if _LISTED.match(text, behind):
        return text[end - 1] in "/-" and text[end - 2 : end - 1].isalnum()
    if text[end - 1] in "/-":
        return text[end - 2 : end - 1].isalnum()
    if text[begin:end] in _HALF_HEADS and text[behind].isupper():
        return True
    if text.startswith(_LEVELS, behind) and text.endswith("NHÂN DÂN", begin, end):
        return True  # a letterhead: "ỦY BAN NHÂN DÂN⏎TỈNH LÀO CAI"
    word = text[max(begin, text.rfind(" ", begin, end) + 1) : end].lower()
    if word in _HANGING:
        return True
    if end - begin >= _LONG and (text[behind].islower() or word in _HALVES):
        return True
    return end - begin >= _LONG and _in_full_lines(text, begin, end)


def _in_full_lines(text: str, begin: int, end: int) -> bool:
    """Whether a line is full as the lines of its paragraph are, of which some begin small."""
    lines = [(begin, end)]
    at = begin
    for _ in range(_LINES):
        at = text.rfind("\n", 0, at - 1) + 1 if at else 0
        line = text[at : at + _WIDEST].split("\n", 1)[0].rstrip(" ")
        if not line or at == lines[0][0]:
            break
        lines.insert(0, (at, at + len(line)))
    at = end
    for _ in range(_LINES):
        at = text.find("\n", at) + 1
        line = text[at : at + _WIDEST].split("\n", 1)[0].rstrip(" ")
        if not at or not line:
            break
        lines.append((at, at + len(line)))
    width = max(e - b for b, e in lines)
    full = sum(e - b >= _FULL * width for b, e in lines)
    small = any(text[b].islower() for b, _ in lines[1:])
    return width < _WIDEST and end - begin >= _FULL * width and small and full * 3 >= len(lines) * 2
