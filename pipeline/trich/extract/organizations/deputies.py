"""Delegations behind a deputy's name, and inspection committees without their party's.

Đại biểu Lê Mạnh Quỳ (Đoàn Long An) hỏi.          the deputies of a province
                      ^^^^^^^^^^^^
Phó Chủ nhiệm UBKT Lê Mạnh Quỳ nói.               the one committee that the page names in full
              ^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from trich.extract.organizations.about import About, Found
from trich.extract.organizations.canonical import province_kinds

_TOWNS = dict.fromkeys(("TPHCM", "TP.HCM", "TP HCM", "TP. HCM"), "Hồ Chí Minh")
_TOWNS["Huế"] = "Thừa Thiên Huế"
_DEPUTY = re.compile(r"(?:đại biểu|đbqh) [^,.;:()]*$")
_COMMITTEE = "Ủy ban Kiểm tra "
_ALONE = re.compile(
    r"(?<![\w(])(?:UBKT|(?:Ủy|Uỷ) ban Kiểm tra)"
    r"(?!\w| (?:Trung|TW|T\.|Tỉnh|Thành|Huyện|các|cấp|huyện|tỉnh|cơ))"
)


@cache
def _delegation() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted({*province_kinds(), *_TOWNS}, key=len, reverse=True)))
    return re.compile(rf"[(–-] ?([Đđ]oàn (?:tỉnh |TP\.? ?|thành phố )?({names}))(?=[),;])")


def delegations(text: str, lower: str) -> Iterator[Found]:
    """The delegations in brackets or behind a dash.

    >>> text = "Đại biểu Lê Mạnh Quỳ (Đoàn Long An) hỏi."
    >>> [f.canonical for f in delegations(text, text.lower())]
    ['Đoàn đại biểu Quốc hội tỉnh Long An']
    """
    if "đoàn" not in lower or not ("đại biểu" in lower or "đbqh" in lower):
        return
    for m in _delegation().finditer(text):
        if text[m.start()] != "(" and not _DEPUTY.search(lower, max(0, m.start() - 60), m.start()):
            continue
        name, kind = province_kinds()[_TOWNS.get(m[2], m[2])]
        place = f"{kind} {name}" if m[2] != "Huế" else "thành phố Huế"
        told = About("assembly", None, place, "province")
        yield Found(*m.span(1), "delegation", f"Đoàn đại biểu Quốc hội {place}", None, told)


def committees(text: str, found: list[Found]) -> Iterator[Found]:
    """Inspection committees named alone, where all full names are one committee's."""
    if "UBKT" not in text and "ban Kiểm tra" not in text:
        return
    full = {f.canonical: f for f in found if f.canonical.startswith(_COMMITTEE)}
    if len(full) != 1:
        return
    (whole,) = full.values()
    spans = [(f.start, f.end) for f in found]
    for m in _ALONE.finditer(text):
        if not any(start < m.end() and m.start() < end for start, end in spans):
            yield whole._replace(start=m.start(), end=m.end(), rule="committee")
