"""Names that a place of the context completes: `UBND tỉnh`, `Sở Y tế`, `Văn phòng Tỉnh ủy`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache

from trich.extract.organizations import vocabulary
from trich.extract.organizations.about import About, Found, about
from trich.extract.organizations.canonical import in_small_letters, plain, province_kinds
from trich.extract.organizations.listed import Name
from trich.extract.organizations.offices import own_name
from trich.extract.organizations.places import aside_end, level_at
from trich.extract.organizations.vocabulary import Words
from trich.lexicon import table

#: Words before a head that make many bodies of it.
PLURAL = frozenset(
    ["các", "những", "nhiều", "mỗi", "từng", "mọi", "hai", "ba", "bốn", "năm", "vài", "mấy", "số"]
)
#: Types of the bodies that a place of the context completes.
_COMPLETED = {"sở": "state", "ủy": "state", "hội": "assembly", "tỉnh": "party", "thành": "party"}
#: Behind `tỉnh`: words with which it is no level of a body (`tỉnh nhà`, `tỉnh táo`).
_NO_LEVEL = frozenset({"nhà", "này", "ta", "bạn", "lại", "dậy", "táo", "giấc"})
_MORE = frozenset({"các", "ban", "ngành", "thành", "huyện"})
_PLACE_ALONE = frozenset({"place"})


def _province_level(w: Words, i: int) -> tuple[int, str] | None:
    """The end of `tỉnh` or `thành phố` at word `i`, and which it is."""
    if w.is_capital(i) and w.whole(i + 1):
        return None
    if w.at(i) == "tỉnh":
        return i + 1, "tỉnh"
    if (w.at(i), w.at(i + 1)) == ("thành", "phố"):
        return i + 2, "thành phố"
    return None


def _bare_end(w: Words, i: int, depth: int = 0) -> tuple[int, str] | None:
    """The end of a name without its place, and its level if it tells one.

    `Sở Y tế`, `UBND tỉnh`, `Tỉnh ủy`, and what belongs to one of them: `Văn phòng Tỉnh ủy`.
    """
    end, head = vocabulary.heads().longest(w, i)
    if head is None:
        return None
    if head.head == "Sở":
        office, _ = vocabulary.phrases().longest(w, end, ("office",))
        return _province_level(w, office) or (office, "") if office > end else None
    if head.head in _COMMITTEES:
        return end, _COMMITTEES[head.head]
    end = aside_end(w, end) or end
    if _PLACE_ALONE in head.needs and (level := _province_level(w, end)) is not None:
        return level
    if "body" in head.takes and depth < 2 and w.is_capital(end):
        return _bare_end(w, end, depth + 1)
    return None


#: Party committees whose name tells their level.
_COMMITTEES = {"Tỉnh ủy": "tỉnh", "Thành ủy": "thành phố"}


_SHORT_CITY = dict.fromkeys(("TP.HCM", "TP HCM", "TPHCM", "Tp.HCM", "TP. HCM"), "Hồ Chí Minh")


@cache
def _province() -> re.Pattern[str]:
    names = sorted({*province_kinds(), *_SHORT_CITY}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!\w)")


_LETTERHEAD = re.compile(r"(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân) (?:tỉnh|thành phố|tp\.?) (.+)")


@cache
def _provinces_in_small() -> dict[str, tuple[str, str]]:
    return {name.lower(): known for name, known in province_kinds().items()}


@cache
def _local() -> frozenset[str]:
    """Offices that every province has, in lower case."""
    return frozenset(
        r["phrase"].lower() for r in table("organization_words") if r["kind"] == "local"
    )


def _hospital(w: Words) -> int | None:
    """The end of a hospital's name that every province has: `Bệnh viện Sản Nhi`."""
    end, head = vocabulary.heads().longest(w, 0)
    if head is None or head.head != "Bệnh viện" or not w.is_capital(end):
        return None
    to = end
    for j in range(end + 1, end + 6):
        w.at(j)
        if " ".join(w.low[:j]) in _local() and w.whole(j):
            to = j
    if to == end or w.is_capital(to) or w.at(to)[0].isdigit() or level_at(w, to) is not None:
        return None
    return to


def _is_local(f: Found) -> bool:
    return f.about.place is None and f.known is None and f.canonical.lower() in _local()


_INVESTIGATORS = frozenset({"Cơ quan Cảnh sát điều tra", "Cơ quan An ninh điều tra"})


def _investigators(w: Words, start: int) -> Found | None:
    """Police investigators without their force, which the article has named before."""
    end, head = vocabulary.heads().longest(w, 0)
    if head is None or head.head not in _INVESTIGATORS or not w.whole(end):
        return None
    if w.at(end) == "công" and w.at(end + 1) == "an":
        return None
    return Found(start, w.ends[end - 1], BARE, head.head, None, About("police"))


#: The rule of a body that is none unless the article names the one that it is a part of.
BARE = "bare"


class Context:
    """The provinces that an article names, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.provinces: list[tuple[int, str]] | None = None
        self.paper: str | None = None  # the name of the paper that opens the report

    def bare(self, w: Words, start: int, before: str, shout: bool) -> Found | None:
        """`UBND tỉnh`, `Sở Y tế`: the province named last before completes them."""
        if before in PLURAL or not (self.text[start].isupper() or before in ("trưởng", "phó")):
            return None
        if start and self.text[start - 1] in "/-":
            return None  # `Số 12/SGDĐT-GDTrH`
        if w.at(0) == "cơ" and (found := _investigators(w, start)) is not None:
            return found
        if w.at(0) == "bệnh" and (hospital := _hospital(w)) is not None:
            return self._of_home(w, start, hospital)
        bare = _bare_end(w, 0)
        if bare is None or (shout and self.text[w.ends[bare[0] - 1] :][:1] not in ("", "\n")):
            return None
        end, level = bare
        if w.at(end) in ("các", "địa", "viên") or w.at(end)[0].isdigit():
            return None  # `Tỉnh ủy viên` is a post
        if w.at(end) in ("ở", "tại", "của") and (
            w.at(end + 1)[0].isdigit() or w.at(end + 1) == "các"
        ):
            return None  # `Sở Du lịch ở 34 tỉnh`
        if w.at(end) == "cấp" and level_at(w, end + 1) is not None:
            return None
        many = w.at(end) in (",", "và", "/") and w.at(end + 1) in _MORE
        if many and not w.is_capital(end + 1):  # `Sở Y tế và các huyện`
            return None
        province = self._province_above(start) if shout else self._province_before(start)
        if province is None or (level and level != province[1]):
            return None
        shown = own_name(in_small_letters(w, 0, end) if shout else plain(w, 0, end))
        kind = "" if level else f"{province[1]} "
        told = About(_COMPLETED.get(w.at(0)), None, f"{province[1]} {province[0]}", "province")
        return Found(start, w.ends[end - 1], "context", f"{shown} {kind}{province[0]}", None, told)

    def home(self, lower: str) -> bool:
        """Whether the text names Vietnam or a province of it."""
        return "việt nam" in lower or _province().search(self.text) is not None

    @staticmethod
    def level_alone(w: Words, name: Name) -> tuple[int, str] | None:
        """The end of a level without a place behind a name: `Ủy ban MTTQ tỉnh`; and the level."""
        if name.place is not None or name.got & {"proper", "country", "central"}:
            return None
        by_level = name.head is not None and "place" in name.head.takes
        placed = name.body.sector == "mass" if name.body else by_level
        if name.body is not None:  # `Cục Thống kê` is a body, and the head of the provinces' own
            end, head = vocabulary.heads().longest(w, 0)
            placed |= end == name.end and head is not None and "place" in head.takes
        level = _province_level(w, aside_end(w, name.end) or name.end)
        if not placed or level is None or w.at(level[0]) in _NO_LEVEL:
            return None
        return level

    def completed(
        self, w: Words, start: int, level: tuple[int, str], name: Name, shout: bool
    ) -> Found | None:
        """The name with its level, if the province named last before tells which is meant."""
        end, kind = level
        province = self._province_before(start)
        if province is None or province[1] != kind or shout:
            return None
        shown = name.body.name if name.body else w.spelled_out(0, name.end)
        told = about(w, name)._replace(place=f"{kind} {province[0]}", level="province", parent=None)
        return Found(start, w.ends[end - 1], "context", f"{shown} {kind} {province[0]}", None, told)

    def _province_above(self, start: int) -> tuple[str, str] | None:
        """The province whose line stands above one in capitals: a letterhead."""
        if start > 400 or self.text[start - 1 : start] != "\n":
            return None
        above = self.text[:start].rstrip("\n").rpartition("\n")[2].lower()
        m = _LETTERHEAD.match(above)
        return _provinces_in_small().get(m[1]) if m else None

    def _province_before(self, start: int) -> tuple[str, str] | None:
        """The province that the text named last before this position."""
        if self.provinces is None:
            self.provinces = [
                (m.start(), _SHORT_CITY.get(m[0], m[0])) for m in _province().finditer(self.text)
            ]
        i = bisect_right(self.provinces, (start, "")) - 1
        if i < 0:
            return self._only_province()
        return province_kinds()[self.provinces[i][1]]

    def _of_home(self, w: Words, start: int, end: int) -> Found | None:
        """A hospital of the one province that the text is about: `Bệnh viện Sản Nhi`."""
        province = self.main_province()
        if province is None:
            return None
        place = f"{province[1]} {province[0]}"
        shown = plain(w, 0, end)
        told = About("health", None, place, "province")
        name = f"{shown[0].upper()}{shown[1:]} {place}"
        return Found(start, w.ends[end - 1], "context", name, None, told)

    def main_province(self) -> tuple[str, str] | None:
        """The province that the text is about: two of three names of provinces are its own."""
        self._province_before(0)
        assert self.provinces is not None
        named = Counter(province_kinds()[name] for _, name in self.provinces)
        if not named:
            return self._only_province()
        province, count = named.most_common(1)[0]
        return province if 3 * count >= 2 * named.total() else None

    def at_home(self, found: list[Found]) -> list[Found]:
        """The same mentions, offices that every province has with the one the text is about."""
        if not any(_is_local(f) for f in found) or (province := self.main_province()) is None:
            return found
        place = f"{province[1]} {province[0]}"
        return [
            f._replace(
                canonical=f"{f.canonical} {place}",
                about=f.about._replace(place=place, level="province"),
            )
            if _is_local(f)
            else f
            for f in found
        ]

    def _only_province(self) -> tuple[str, str] | None:
        """The one province that the whole text names, or the one of the paper that signs it."""
        assert self.provinces is not None
        named = {province_kinds()[name] for _, name in self.provinces}
        if not named and self.paper is not None:
            _, _, place = self.paper.partition(" ")
            return province_kinds().get(place.removesuffix(" điện tử"))
        return named.pop() if len(named) == 1 else None
