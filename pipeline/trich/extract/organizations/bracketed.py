"""Names that only the acronym behind them closes: `Trung tâm hỗ trợ phẫu thuật Nụ cười (OSCA)`.

Between a capital head and an acronym in brackets stand words that no table knows; they are the
name's where none of them is a word that names do not hold.
"""

from __future__ import annotations

import re
from functools import cache

from trich.extract.names import UPPER
from trich.extract.organizations import vocabulary
from trich.extract.organizations.acronyms import no_body
from trich.extract.organizations.brands import ORGANS, SPEAKERS
from trich.extract.organizations.listed import Name
from trich.extract.organizations.vocabulary import Words

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_REST = re.compile(rf"((?:,? (?:{_WORD}|-)){{1,14}}) \(([{UPPER}][{UPPER}&-]{{1,8}})\)")
#: Small words that a body's name may hold.
_JOINS = frozenset({"và", "về", "các", "cho", "của", "vì", "với", "-", "trên", "toàn", "đến"})
#: Types of heads that bear long names.
_TYPES = frozenset({"mass", "science", "state", "social", "fund", "foreign", "business", "bank",
                    "education", "sport", "party", "culture", "international", None})  # fmt: skip


_CLOSED = frozenset({"place", "country", "proper", "body", "number"})


@cache
def _others() -> frozenset[str]:
    words = {w for w in vocabulary.stops("function") if " " not in w}
    return frozenset((words | {"ông", "bà"}) - _JOINS)


def bracketed(w: Words, name: Name | None) -> Name | None:
    """The name at word 0 that an acronym in brackets closes, as far as the tables read it."""
    head_end, head = vocabulary.heads().longest(w, 0)
    if head is None or head.type not in _TYPES or not w.is_capital(0):
        return name
    m = _REST.match(w.text, w.ends[head_end - 1])
    if m is None or m.end(1) <= w.ends[(name.end if name else head_end) - 1]:
        return name
    if no_body(m[2]) or m[2] in ORGANS or m[2] in SPEAKERS:
        return name
    if name is not None and w.at(name.end) == "và" and w.is_capital(name.end + 1):
        return name  # `Bộ Ngoại giao Trung Quốc và Đảng Cộng sản Trung Quốc (CPC)`
    begin = end = name.end if name else head_end
    while w.starts[end] < m.end(1):
        if w.at(end) in _others() or (end > head_end and w.is_capital(end) and _another(w, end)):
            return name
        end += 1
        w.at(end)
    goes_on = w.is_capital(begin) or (w.at(begin) in _JOINS if name else head_end > 1)
    goes_on |= name is not None and "unknown" in name.got and not name.got & _CLOSED
    inside = min(head_end, 2)  # `Trung tâm Thông tin học liệu (TTHL)`
    if not goes_on or not any(w.is_capital(k) for k in range(inside, end)):
        return name
    return Name(end, "bracketed", head=head, head_end=head_end, got={"field"})


def _another(w: Words, i: int) -> bool:
    """Whether a body of its own begins at word `i`."""
    end, head = vocabulary.heads().longest(w, i)
    return head is not None and not head.weak and head.head != "Đảng" and end - i > 1
