"""Whose unit a unit is: `phòng CSGT Công an tỉnh Trà Vinh`, `khoa Cấp cứu BV Chợ Rẫy`.

The unit and its body are two mentions; the unit's full name has both.  The body stands right
behind it.  A police unit's force may also be behind a comma, or the one that the article named
last; and a centre of a provincial department has its province.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trich.extract.organizations.about import ROOM, Found
from trich.extract.organizations.context import BARE

_POLICE = re.compile(
    r"(?:Phòng|Đội) (?:Cảnh sát|An ninh|Quản lý xuất nhập cảnh|Tham mưu|Kỹ thuật hình sự)"
    r"|Cơ quan (?:Cảnh sát|An ninh) điều tra$"
)
_SQUAD = re.compile(r"(?:Đội|Tổ) (?:\d+$|Cảnh sát|Hình sự|Trọng án|Điều tra)")
_FORCE = re.compile(r"Công an (?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường) |Bộ Công an$")
_PROVINCE = re.compile(r"Công an (?:tỉnh|thành phố) ")
_CENTRE = re.compile(r"(?:Trung tâm|Chi cục) ")
_DEPARTMENT = re.compile(r"Sở .*?((?:tỉnh|thành phố) \S.*)$")
#: Between a police unit and its force; a code in brackets may stand there too.
_OF = re.compile(r"(?: \([A-Z]{1,2}\d{2}\))?(?: |, | - | \(| của | thuộc )")
_RIGHT_BEHIND = frozenset({" ", " của ", " thuộc ", " trực thuộc "})
_NEAR = _RIGHT_BEHIND | {", ", " (", ", thuộc ", ", trực thuộc "}


def of_their_bodies(found: list[Found], text: str) -> Iterator[Found]:
    """The same mentions in text order, units with the names of their bodies."""
    force: str | None = None
    province: str | None = None  # only a province's police has `Phòng`
    named: dict[str, str] = {}  # what a unit was called in full, for its later mentions
    for i, f in enumerate(found):
        if _FORCE.match(f.canonical):
            force = f.canonical
            province = force if _PROVINCE.match(force) else province
        elif _of_a_province(f):  # `Phòng CSGT tỉnh Hà Nam`
            name = f.canonical.removesuffix(f" {f.about.place}")
            f = _of(f._replace(canonical=name), f"Công an {f.about.place}")
        elif _SQUAD.match(f.canonical) and (room := _room_behind(found, i, text)) is not None:
            f = _of(f, room)
        elif _POLICE.match(f.canonical) and "Công an" not in f.canonical:
            own = _behind(found, i, text) or named.get(f.canonical)
            own = own or (province if f.canonical.startswith("Phòng ") else force)
            if own is None and f.rule == BARE:
                continue
            if own is not None:
                named[f.canonical] = own
                f = _of(f, own)
        elif (at := f.canonical.find("Công an ")) > 0 and _FORCE.match(f.canonical, at):
            # `Cơ quan Cảnh sát điều tra Công an tỉnh Tây Ninh`
            force = f.canonical[at:]
            province = force if _PROVINCE.match(force) else province
        elif i + 1 < len(found) and f.about.place is None:
            f = _right_before(f, found[i + 1], text)
        yield f


def _room_behind(found: list[Found], i: int, text: str) -> str | None:
    """The room that a squad is of, with its force: `Đội 3, Phòng CSHS, Công an tỉnh Thanh Hóa`."""
    if i + 1 >= len(found) or text[found[i].end : found[i + 1].start] not in (" ", ", ", " - "):
        return None
    room = found[i + 1].canonical
    if not room.startswith("Phòng ") or not _POLICE.match(room):
        return None
    force = _behind(found, i + 1, text)
    return f"{room} {force}" if force is not None else None


def _of_a_province(unit: Found) -> bool:
    """Whether a police room is named with its province and without its force."""
    place = unit.about.place
    if place is None or unit.about.level != "province" or not unit.canonical.endswith(place):
        return False
    return unit.canonical.startswith("Phòng ") and _POLICE.match(unit.canonical) is not None


def _of(unit: Found, body: str) -> Found:
    return unit._replace(
        canonical=f"{unit.canonical} {body}", about=unit.about._replace(parent=body)
    )


def _right_before(unit: Found, body: Found, text: str) -> Found:
    """A unit with the body right behind it, and a centre with its department's province."""
    between = text[unit.end : body.start]
    held = between in (" (", " - ") and unit.canonical.startswith(("Khoa ", "Phòng "))
    if (between in _RIGHT_BEHIND or held) and ROOM.match(unit.canonical):
        return unit if ROOM.match(body.canonical) else _of(unit, body.canonical)
    if between in _NEAR and _CENTRE.match(unit.canonical):
        placed = _DEPARTMENT.match(body.canonical)
        if placed is not None and unit.about.level != "central":
            return unit._replace(canonical=f"{unit.canonical} {placed[1]}")
    return unit


def _behind(found: list[Found], i: int, text: str) -> str | None:
    """The force that stands right behind a unit, or behind the code of it in brackets."""
    end = found[i].end
    for f in found[i + 1 : i + 3]:
        if f.start == end + 2 and text[f.end : f.end + 1] == ")":
            continue
        gap = _OF.fullmatch(text, end, f.start) or _OF.fullmatch(text, end + 1, f.start)
        return f.canonical if gap and _FORCE.match(f.canonical) else None
    return None
