"""Bodies in capitals over two lines, as documents have them at their top.

ỦY BAN NHÂN DÂN
TỈNH HÀ TĨNH
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from trich.extract.organizations.about import Found, about
from trich.extract.organizations.canonical import official
from trich.extract.organizations.grammar import read_name
from trich.extract.organizations.vocabulary import Words

_HEADS = (
    "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND", "HỘI ĐỒNG NHÂN DÂN", "HĐND", "CÔNG AN",
    "TÒA ÁN NHÂN DÂN", "TOÀ ÁN NHÂN DÂN", "VIỆN KIỂM SÁT NHÂN DÂN", "ĐOÀN ĐẠI BIỂU QUỐC HỘI",
    "BẢO HIỂM XÃ HỘI", "SỞ Y TẾ", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRUNG TÂM KIỂM SOÁT BỆNH TẬT",
)  # fmt: skip
#: Words one of which each head holds.
_TELLING = (
    "NHÂN DÂN", "UBND", "HĐND", "CÔNG AN", "QUỐC HỘI", "XÃ HỘI", "SỞ Y TẾ", "ĐÀO TẠO", "BỆNH TẬT",
)  # fmt: skip
_LEVELS = ("TỈNH", "THÀNH PHỐ", "TP", "HUYỆN", "QUẬN", "THỊ XÃ", "XÃ", "PHƯỜNG", "ĐẶC KHU")


@cache
def _pattern() -> re.Pattern[str]:
    heads, levels = "|".join(_HEADS), "|".join(_LEVELS)
    return re.compile(rf"(?m)^[ \t]*({heads})[ \t]*\n[ \t]*((?:{levels})\.? [^\n]{{2,40}})")


def over_two_lines(text: str) -> Iterator[Found]:
    r"""The bodies whose head is one line in capitals and whose place is the next.

    >>> [f.canonical for f in over_two_lines("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n")]
    ['Ủy ban nhân dân tỉnh Sơn La']
    """
    if not any(words in text for words in _TELLING):
        return
    for m in _pattern().finditer(text):
        line = f"{m[1]} {m[2]}"
        w = Words(line, line.lower(), 0)
        name = read_name(w, 0, True)
        if name is None or name.place is None or w.ends[name.end - 1] <= len(m[1]):
            continue
        end = m.start(2) + w.ends[name.end - 1] - len(m[1]) - 1
        yield Found(m.start(1), end, "lines", official(w, name, True), None, about(w, name))
