"""Bodies of the table in a text: the listed name with the country or place that completes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from trich.extract.organizations.places import branch_at, country_at, place_at
from trich.extract.organizations.vocabulary import Body, Head, Words


@dataclass(slots=True)
class Name:
    """A name that was read: where it ends (in words), what it holds, how it was found."""

    end: int
    rule: str
    head: Head | None = None
    body: Body | None = None
    body_end: int = 0
    got: set[str] = field(default_factory=set)
    place: tuple[int, int] | None = None


# Whose name a place or a country may follow.
_WITH_COUNTRY = frozenset({"international", "business", "press"})
_NO_PLACE = frozenset({"party", "international", "press", "foreign"})
#: Unions of states: "tại Việt Nam" behind them is no office of theirs.
_UNIONS = frozenset(
    {"Liên Hợp quốc", "Liên minh châu Âu", "Hiệp hội các quốc gia Đông Nam Á",
     "Tổ chức Hiệp ước Bắc Đại Tây Dương", "Ủy ban châu Âu", "Nghị viện châu Âu",
     "Tổ chức Thương mại Thế giới", "Diễn đàn Hợp tác Kinh tế châu Á - Thái Bình Dương"}
)  # fmt: skip


def extended(w: Words, end: int, body: Body, shout: bool) -> Name:
    """A listed name, with the country or place that completes it."""
    name = Name(end, "listed", body=body, body_end=end)
    country = country_at(w, end, shout)
    ministry = body.name.startswith("Bộ ") and body.sector != "party"
    office = country_at(w, end + 1, shout) if w.at(end) == "tại" else None
    abroad = body.sector == "international" and body.name not in _UNIONS
    if office and abroad and "Việt Nam" not in body.name:
        name.end, name.rule = office, "listed-office"
        return name
    if country and "Việt Nam" not in body.name:
        if (body.sector in _WITH_COUNTRY and body.name not in _UNIONS) or ministry:
            name.end, name.rule = country, "listed-country"
        return name
    if "Ngân hàng" not in body.name and body.sector == "business":
        return name
    if ministry or body.sector in _NO_PLACE or body.name in ("Quốc hội", "Chính phủ"):
        return name
    placed = branch_at(w, end, shout) if "Ngân hàng" in body.name else None
    placed = placed or place_at(w, end, shout)
    if placed is not None:
        name.end, name.place, name.rule = placed, (end, placed), "listed-place"
    return name
