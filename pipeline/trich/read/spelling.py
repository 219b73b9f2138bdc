"""How Vietnamese a text looks: the measure by which encodings and repairs are chosen."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from trich.extract.names import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1 << 16  # characters
# Words of every text: where two readings are both spelled well, the one that says something wins.
_COMMON = frozenset(
    {
        "của", "và", "các", "được", "trong", "không", "với", "một", "người", "những", "là", "có",
        "cho", "đã", "tế", "bộ", "về", "số", "năm", "từ", "để", "theo", "này", "nước", "đến",
        "khi", "tại", "hội", "việt", "nghị", "định", "tỉnh", "thành", "phố", "ủy", "quyết",
        "điều", "đồng", "công", "chính", "phủ", "đảng",
    }
)  # fmt: skip


def fitness(text: str, capitals: bool = True) -> tuple[float, int]:
    """The share of marked words that are Vietnamese syllables (0 to about 1.1), and their number.

    A word whose capitals stand inside it counts against, unless `capitals` is False.

    >>> fitness("Bộ Y tế họp")[0] > 1, fitness("Bé Y tÕ häp")
    (True, (0.3333333333333333, 3))
    """
    text = unicodedata.normalize("NFC", text[:_SAMPLE])
    words = [(w, k) for w, k in Counter(_WORD.findall(text)).items() if not w.isascii()]
    n = sum(k for _, k in words)
    if not n:
        return 0.0, 0
    good = sum(k * _value(w, capitals) for w, k in words)
    return good / n, n


@lru_cache(1 << 15)  # words come again and again
def _value(word: str, capitals: bool) -> float:
    if capitals and not (word[1:].islower() or word.isupper() or len(word) == 1):
        return 0.0
    if not is_syllable(word):
        return 0.0
    return 1.1 if word.lower() in _COMMON else 1.0
