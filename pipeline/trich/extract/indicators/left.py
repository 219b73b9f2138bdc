"""What stands before a number: the bound or approximation of it, and the words before that."""

from __future__ import annotations

import re
from functools import cache, cached_property

from trich.extract.indicators.counted import words
from trich.extract.indicators.quantities import Quantity

_MODIFIER_CODES = ("approx", "more_than", "less_than", "at_least", "at_most")


@cache
def _modifiers() -> dict[str, str]:
    """Bounds and approximations before a number, by their words."""
    return {word: code for code in _MODIFIER_CODES for word in words(code)}


@cache
def _last_words() -> frozenset[str]:
    """The words that a bound or an approximation ends with."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in _modifiers())


_SIGNS = {"<": "less_than", ">": "more_than", "≤": "at_most", "≥": "at_least", "~": "approx",
          "≈": "approx", "±": None}  # fmt: skip
# "cao hơn 3%" tells a difference, no bound.
_COMPARISON = frozenset(
    [
        "cao",
        "thấp",
        "nhiều",
        "ít",
        "lớn",
        "nhỏ",
        "nhanh",
        "chậm",
        "dài",
        "ngắn",
        "rẻ",
        "đắt",
        "tốt",
        "kém",
        "nặng",
        "nhẹ",
        "rộng",
        "mạnh",
        "sâu",
        "xa",
    ]
)
# "rộng hơn 20 km²": what has an extent is measured, not compared.
_EXTENT = frozenset(["dài", "rộng", "nặng", "sâu", "xa"])
# "tốc độ 20 km/h": a noun, no "about".
_DEGREE = frozenset(["tốc", "nhiệt", "mức", "cường", "trình", "mật", "cấp", "chế", "tiến"])
# "không nói quá 70 dB", "chưa vượt quá 5 m": what is not passed is a limit.
_PASSED = frozenset(["quá", "vượt quá", "vượt"])
_NOT = re.compile(r"(?<!\w)(?:không|chưa|đừng|chớ)(?: [^\W\d]+){0,5} ?\Z")
# What a number behind one of these words is at most, if it names a day, a month …
CALENDAR = {"ngày": 31, "tháng": 12, "quý": 4, "tuần": 53, "thứ": 8, "mùng": 10, "mồng": 10,
             "sáng": 31, "chiều": 31,
             "tối": 31, "đêm": 31, "rằm": 15}  # fmt: skip
# A stamp or a bracket may be glued to the word: "21:10Hơn 200".
_GLUED = "(\"“'[0123456789:"


class Left:
    """The words before a quantity: its modifier, and the words before that."""

    def __init__(self, text: str, lower: str, q: Quantity) -> None:
        start = q.start
        self.modifier: str | None = None
        self.start = start
        self.words: list[str] = []
        floor = max(0, start - 48)
        floor = max(floor, lower.rfind("\n", floor, start) + 1)
        sign = lower[max(floor, start - 2) : start].strip()[-1:]
        if sign in _SIGNS and sign:
            self.modifier = _SIGNS[sign]
            self.start = lower.rindex(sign, floor, start)
        if lower[self.start - 1 : self.start] == " ":
            before = lower[floor : self.start - 1].split(" ")
            if self.start == start and before[-1].lstrip(_GLUED) in _last_words():
                before = self._bounded(before, lower, q)
            self.words = before
        last = self.words[-1] if self.words else ""
        at = self.start - 1 - len(last) if last else self.start
        self.capital = text[at : at + 1].isupper()
        # "TP.Tam Kỳ 11 ca": a name of two capitals at least orders nothing.
        first = ""
        if len(self.words) > 1 and self.capital:
            first = text[at - 1 - len(self.words[-2]) : at - 1].rpartition(".")[2]
        self.name = first[:1].isupper()

    def _bounded(self, before: list[str], lower: str, q: Quantity) -> list[str]:
        """Reads the modifier at the end of the words; those before it."""
        for n in (4, 3, 2, 1):
            phrase = " ".join(before[-n:]).lstrip(_GLUED)
            code = _modifiers().get(phrase) if len(before) >= n else None
            if code is None:
                continue
            ahead = before[-n - 1] if len(before) > n else ""
            if phrase == "hơn" and ahead in _COMPARISON:
                if ahead not in _EXTENT or q.kind != "measure":
                    return before
            elif phrase == "độ" and ahead in _DEGREE:
                return before
            self.start -= len(phrase) + 1
            if phrase in _PASSED and _NOT.search(lower, max(0, self.start - 48), self.start):
                code = "at_most"
            self.modifier = code
            return before[:-n]
        return before

    def ends_with(self, role: str) -> bool:
        """Whether the last one, two or three words have this role."""
        return not words(role).isdisjoint(self._ends)

    @cached_property
    def _ends(self) -> list[str]:
        ends = range(1, min(3, len(self.words)) + 1)
        return [" ".join(self.words[-n:]).lstrip(_GLUED) for n in ends]


def year_like(q: Quantity, text: str) -> bool:
    """Whether a number may be a year: four bare digits."""
    written = text[q.numeral.start : q.numeral.end]
    return written.isdigit() and len(written) == 4 and 1900 <= q.value <= 2100


def clause(lower: str, start: int) -> str:
    """What stands before a number in its sentence, at most a few words."""
    window = lower[max(0, start - 100) : start]
    return window[max(window.rfind("\n"), window.rfind(";")) + 1 :]
