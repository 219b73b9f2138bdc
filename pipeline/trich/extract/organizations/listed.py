"""Bodies of the table in a text: the listed name with the country or place that completes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from trich.extract.names import is_syllable, name_end, surname_strength
from trich.extract.organizations import vocabulary
from trich.extract.organizations.places import ROMAN, aside_end, branch_at, country_at, place_at
from trich.extract.organizations.vocabulary import Body, Head, Words


@dataclass(slots=True)
class Name:
    """A name that was read: where it ends (in words), what it holds, how it was found."""

    end: int
    rule: str
    head: Head | None = None
    body: Body | None = None
    body_end: int = 0
    head_end: int = 0
    got: set[str] = field(default_factory=set)
    place: tuple[int, int] | None = None
    proper: tuple[int, int] | None = None
    inner: tuple[int, int] | None = None


#: Chambers of a foreign parliament, as the first syllable tells them.
_CHAMBERS = frozenset({"hạ", "thượng", "nghị"})
# Whose name a place or a country may follow.
_WITH_COUNTRY = frozenset({"international", "business", "press"})
_NO_PLACE = frozenset({"party", "international", "press", "foreign"})


def _in_town(w: Words, name: Name) -> Name:
    """A brand with the province that its name goes on with: `Formosa Hà Tĩnh`."""
    end, place = vocabulary.places().longest(w, name.end)
    brand = vocabulary.heads().longest(w, 0)[1] is None and name.end < 4
    alone = place and w.is_capital(name.end) and brand and not w.is_capital(end)
    if alone and place[1] in ("tỉnh", "thành phố") and w.at(end) not in ("-", ","):
        name.place, name.end, name.rule = (name.end, end), end, "listed-place"
        name.body_end = name.place[0]
    elif not alone and name.end == 1 and w.shown[0].isupper() and (reach := _branch(w)) is not None:
        name.end = name.body_end = reach
        assert name.body is not None
        name.body = name.body._replace(name=w.spelled_out(0, reach), acronym=None)
        name.rule = "listed-brand"
    return name


def _branch(w: Words) -> int | None:
    """The end of a daughter's name of two syllables behind an acronym: `PVC Kinh Bắc`."""
    pair = [
        w.is_capital(k) and is_syllable(w.shown[k]) and w.shown[k][1:].islower() for k in (1, 2)
    ]
    if not all(pair) or w.is_capital(3) or surname_strength(w.shown[1]) is not None:
        return None
    if name_end(w.text, w.starts[1]) is not None or vocabulary.people().longest(w, 1)[1]:
        return None
    if vocabulary.heads().longest(w, 1)[1] or vocabulary.countries().longest(w, 1)[1]:
        return None
    return 3


#: Unions of states: "tại Việt Nam" behind them is no office of theirs.
_UNIONS = frozenset(
    {"Liên Hợp quốc", "Liên minh châu Âu", "Hiệp hội các quốc gia Đông Nam Á",
     "Tổ chức Hiệp ước Bắc Đại Tây Dương", "Ủy ban châu Âu", "Nghị viện châu Âu",
     "Tổ chức Thương mại Thế giới", "Diễn đàn Hợp tác Kinh tế châu Á - Thái Bình Dương"}
)  # fmt: skip


def extended(w: Words, end: int, body: Body, shout: bool) -> Name:
    """A listed name, with the country or place that completes it."""
    name = Name(end, "listed", body=body, body_end=end)
    if body.sector in ("business", "press"):
        while vocabulary.is_suffix(w.at(name.end)) and w.is_capital(name.end) and w.whole(name.end):
            name.end = name.body_end = name.end + 1
        if name.end > end:
            brand = w.spelled_out(0, name.end)
            if brand.endswith(" Group"):
                brand = "Tập đoàn " + brand.removesuffix(" Group")
            name.body, name.rule = body._replace(name=brand), "listed-brand"
            end = name.end
    channel = body.sector == "press" and w.at(end).isdigit() and len(w.at(end)) < 3
    if channel and end == 1 and len(w.shown[0]) < 5 and w.shown[0].isupper():  # `VTC 9`
        name.end = name.body_end = end + 1
        name.body = body._replace(name=f"{w.shown[0]}{w.at(end)}", acronym=None)
        return name
    if body.name.startswith("Ủy ban ") and w.at(end + 1) == "viện" and w.at(end) in _CHAMBERS:
        end = name.end = name.body_end = end + 2  # `Ủy ban Tư pháp Hạ viện Mỹ`
        name.body = body = Body(w.spelled_out(0, end), None, "foreign")
        name.end, name.rule = country_at(w, end, shout) or end, "listed-country"
        return name
    if body.name.endswith(" Việt Nam") and (w.at(end), w.at(end + 1)) == ("việt", "nam"):
        end = name.end = name.body_end = end + 2  # `UBMTTQ Việt Nam huyện Kỳ Sơn`
    country = country_at(w, end, shout)
    ministry = body.name.startswith("Bộ ") and body.sector not in ("party", "defence_security")
    ministry = ministry or body.name in ("Bộ Quốc phòng", "Bộ Công an")
    office = country_at(w, end + 1, shout) if w.at(end) == "tại" else None
    abroad = body.sector == "international" and body.name not in _UNIONS
    if office and body.sector == "mass" and body.name.endswith("Việt Nam") and end < office:
        name.end, name.rule = office, "listed-office"  # `Hội Sinh viên Việt Nam tại Úc`
        return name
    if office and abroad and "Việt Nam" not in body.name:
        name.end, name.rule = office, "listed-office"
        return name
    if country and "Việt Nam" not in body.name:
        abroad = body.name == "Quân ủy Trung ương"
        if (body.sector in _WITH_COUNTRY and body.name not in _UNIONS) or ministry or abroad:
            name.end, name.rule = country, "listed-country"
        return name
    if "Ngân hàng" not in body.name and body.sector == "business":
        return _in_town(w, name)
    if ministry or body.sector in _NO_PLACE or body.name in ("Quốc hội", "Chính phủ"):
        return name
    numbered = body.name.startswith(("Cục ", "Chi cục ", "Khu ", "Tổng cục "))
    if numbered and ROMAN.fullmatch(w.at(end)) and w.is_capital(end):
        name.end = end + 1  # `Cục Quản lý đường bộ IV`
        return name
    placed = branch_at(w, end, shout) if "Ngân hàng" in body.name else None
    placed = placed or place_at(w, end, shout)
    if placed is None and (aside := aside_end(w, end)) is not None:
        end = aside  # `Hội Liên hiệp Phụ nữ (LHPN) tỉnh Gia Lai`
        behind = country_at(w, aside, shout)
        placed = place_at(w, behind or aside, shout) or behind
    if placed is not None:
        name.end, name.place, name.rule = placed, (end, placed), "listed-place"
        name.body_end = end
    return name
