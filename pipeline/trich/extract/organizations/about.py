"""What kind of body a name denotes: its type, its parent, its place and level, its successor."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from trich.extract.organizations import vocabulary
from trich.extract.organizations.canonical import province_kinds
from trich.extract.organizations.listed import Name
from trich.extract.organizations.places import level_at
from trich.extract.organizations.vocabulary import Body, Words
from trich.lexicon import table


class About(NamedTuple):
    """What a name tells of its body beside the name."""

    type: str | None = None
    parent: str | None = None
    place: str | None = None
    level: str | None = None


class Found(NamedTuple):
    """A body found in the text."""

    start: int
    end: int
    rule: str
    canonical: str
    acronym: str | None
    about: About = About()
    known: str | None = None  # the name that its identity goes by, where it is another


_LEVELS = {
    "tỉnh": "province", "thủ": "province", "quận": "district", "huyện": "district",
    "thị": "district", "xã": "commune", "phường": "commune", "đặc": "commune",
    "thôn": "commune", "bản": "commune", "ấp": "commune", "buôn": "commune", "xóm": "commune",
}  # fmt: skip
#: Sectors of the table that are another type's.
_TYPES = {"club": "sport", "defence_security": "security"}
#: Heads of units of the whole country, and the sectors whose listed bodies are.
_CENTRAL = frozenset({"Bộ", "Vụ", "Tổng cục", "Chính phủ", "Quốc hội"})
_NATIONAL = frozenset({"state", "party", "judicial", "mass", "defence_security"})
#: Units that are a part of the body named behind them.
PARTS = re.compile(
    r"(?i)(?:vụ|cục|phòng|khoa|bộ môn|đội|văn phòng|cơ quan (?:cảnh sát|csđt|an ninh|anđt|điều tra)"
    r"|thanh tra|ban |chi cục|trung tâm|viện|trạm|đồn|công đoàn)"
)


def about(w: Words, name: Name) -> About:
    """Type, parent, place and level of a name that was read."""
    body, head = name.body, name.head
    sort = _sort(body) if body else head.type if head else None
    place = w.spelled_out(*_bare(w, *name.place)) if name.place else None
    parent = body.parent if body and name.place is None else None
    if parent is None and name.inner is not None:
        parent = w.spelled_out(*name.inner)
    level = _level(w, *name.place) if name.place else None
    if name.place and w.at(0) == "thành" and level == "province" and not _city(w, name.place[0]):
        level = "district"  # `Thành ủy Cao Bằng`
    if sort is None and level is not None and w.at(0) == "phòng":
        sort = "state"
    if level is None and (
        (head is not None and head.head in _CENTRAL and "country" not in name.got)
        or (body is not None and name.end == name.body_end and _national(body))
    ):
        level = "central"
    return About(sort, parent, place, level)


def listed(body: Body) -> About:
    """The same of a listed body that is named alone."""
    return About(_sort(body), body.parent, None, "central" if _national(body) else None)


def _sort(body: Body) -> str:
    if body.sector == "business" and body.name.startswith("Ngân hàng "):
        return "bank"
    return _TYPES.get(body.sector, body.sector)


def part_of(unit: About, name: str, whole: Found) -> About:
    """What a unit's name tells, now that the body behind it is known to be its own.

    A room or a faculty is of its body's kind, place and level; a centre has a kind of its own.
    """
    told = unit._replace(parent=whole.canonical)
    if not ROOM.match(name):
        return told
    own = whole.about
    return told._replace(type=own.type or unit.type, place=own.place, level=own.level)


#: Units that many bodies have, so that only the body's name makes a full name.
ROOM = re.compile(r"(?:Phòng|Khoa|Đội|Tổ|Bộ môn) (?!khám)")


def _national(body: Body) -> bool:
    return body.sector in _NATIONAL or body.name.split(" ", 1)[0] in _CENTRAL


def _bare(w: Words, i: int, end: int) -> tuple[int, int]:
    """The place of words `i` to `end` without what is no level: `chi nhánh Cà Mau`."""
    apart = (w.at(i), w.at(i + 1)) in (("chi", "nhánh"), ("khu", "vực"))
    return (i + 2, end) if apart and w.is_capital(i + 2) else (i, end)


def _city(w: Words, i: int) -> bool:
    """Whether the city of words from `i` on is under the central government."""
    place = vocabulary.places().longest(w, i)[1]
    if place is None:
        return False
    kind = province_kinds().get(place[0], ("", ""))[1]
    return kind == "thành phố" or place[0] == "Huế"


def _level(w: Words, i: int, end: int) -> str | None:
    """The level of the place of words `i` to `end`."""
    known = vocabulary.places().longest(w, level_at(w, i) or i)
    province = known[1] is not None and known[1][0] in province_kinds()
    if w.at(i) == "thành":
        return "province" if _city(w, i + 2) else "district"
    if w.at(i) == "thị" and w.at(i + 1) == "trấn":
        return "commune"
    if level_at(w, i):
        return _LEVELS.get(w.at(i))
    if known[0] != end or known[1] is None:
        return None
    return "province" if province else "district"


@cache
def _successors() -> dict[str, str]:
    return {r["name_vi"]: r["successor"] for r in table("organizations") if r["successor"]}


@cache
def renamed() -> dict[str, tuple[str, str]]:
    """Bodies whose new name is used for the old one too: the day of the change, and the new name.

    >>> renamed()["Trường Đại học Bách khoa Hà Nội"]
    ('2022-12-02', 'Đại học Bách khoa Hà Nội')
    """
    return {
        r["name_vi"]: (r["valid_to"], r["successor"])
        for r in table("organizations")
        if r["successor"] and r["valid_to"] and r["successor"] in r["aliases"].split("|")
    }


@cache
def _merged() -> tuple[re.Pattern[str], dict[str, str]]:
    """The provinces that ended on 30 June 2025, and the one that took each in, with its level."""
    into = {
        r["name"]: f"{r['successor_kind']} {r['successor_2025'].removeprefix('Thành phố ')}"
        for r in table("provinces")
        if r["status"] == "merged"
    }
    names = "|".join(re.escape(n) for n in sorted(into, key=len, reverse=True))
    return re.compile(rf"(?:tỉnh |thành phố )?({names})$"), into


#: Local bodies of the province, which the merger of provinces merged too.
_PROVINCIAL = re.compile(
    r"(?:Ủy ban nhân dân|Hội đồng nhân dân|Sở |Công an|Tỉnh ủy|Đoàn đại biểu|Tòa án nhân dân"
    r"|Viện kiểm sát nhân dân|Trung tâm Kiểm soát bệnh tật|Bộ Chỉ huy Quân sự|Bảo hiểm xã hội"
    r"|Ban Thường vụ Tỉnh ủy|Mặt trận|Ủy ban Mặt trận|Hội |Liên đoàn Lao động|Tỉnh đoàn)"
)


@lru_cache(maxsize=1 << 14)
def successor(canonical: str) -> str | None:
    """The body that took over from one that has ended, where one did.

    >>> successor("Bộ Giao thông vận tải"), successor("Sở Y tế tỉnh Yên Bái")
    ('Bộ Xây dựng', 'Sở Y tế tỉnh Lào Cai')
    >>> successor("Sở Y tế tỉnh Nghệ An") is None
    True
    """
    if (known := _successors().get(canonical)) is not None:
        return known
    pattern, into = _merged()
    m = pattern.search(canonical)
    if m is None or not _PROVINCIAL.match(canonical):
        return None
    place = into[m[1]]
    if canonical.startswith("Tỉnh ủy"):
        committee = "Thành ủy" if place.startswith("thành phố") else "Tỉnh ủy"
        return f"{committee} {place.partition(' ')[2].removeprefix('phố ')}"
    return canonical[: m.start()] + place
