"""Whose unit a police unit is: `phòng CSGT Công an tỉnh Trà Vinh`, `PC02` of a province.

The unit and its force are two mentions; the unit's full name has both.  The force stands right
behind it, or is the one that the article named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trich.extract.organizations.about import Found

_UNIT = re.compile(
    r"(?:Phòng|Đội) (?:Cảnh sát|An ninh|Quản lý xuất nhập cảnh|Tham mưu|Kỹ thuật hình sự)"
    r"|Cơ quan (?:Cảnh sát|An ninh) điều tra$"
)
_FORCE = re.compile(r"Công an (?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường) ")
_PROVINCE = re.compile(r"Công an (?:tỉnh|thành phố) ")
#: Between a unit and its force; a code in brackets may stand there too.
_OF = re.compile(r"(?: \([A-Z]{2}\d{2}\))?(?: |, | - | của | thuộc )")


def of_their_force(found: list[Found], text: str) -> Iterator[Found]:
    """The same mentions in text order, units with the names of their forces."""
    force: str | None = None
    province: str | None = None  # only a province's police has `Phòng`
    named: dict[str, str] = {}  # what a unit was called in full, for its later mentions
    for i, f in enumerate(found):
        if _FORCE.match(f.canonical):
            force = f.canonical
            province = force if _PROVINCE.match(force) else province
        elif _UNIT.match(f.canonical) and "Công an" not in f.canonical:
            own = _behind(found, i, text) or named.get(f.canonical)
            own = own or (province if f.canonical.startswith("Phòng ") else force)
            if own is not None:
                named[f.canonical] = own
                about = f.about._replace(parent=own)
                f = f._replace(canonical=f"{f.canonical} {own}", about=about)
        elif (at := f.canonical.find("Công an ")) > 0 and _FORCE.match(f.canonical, at):
            # `Cơ quan Cảnh sát điều tra Công an tỉnh Tây Ninh`
            force = f.canonical[at:]
            province = force if _PROVINCE.match(force) else province
        yield f


def _behind(found: list[Found], i: int, text: str) -> str | None:
    """The force that stands right behind a unit, or behind the code of it in brackets."""
    end = found[i].end
    for f in found[i + 1 : i + 3]:
        if f.rule == "bracket" and f.start == end + 2:
            continue
        gap = _OF.fullmatch(text, end, f.start) or _OF.fullmatch(text, end + 1, f.start)
        return f.canonical if gap and _FORCE.match(f.canonical) else None
    return None
