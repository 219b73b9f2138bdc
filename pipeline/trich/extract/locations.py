"""Locations: provinces, districts, communes and countries, with their official codes.

A place is found behind its level (`huyện Mèo Vạc`, `P.12`) or, for provinces and countries,
by a name that means nothing else.  Its `code` is the General Statistics Office's, or ISO 3166-1
for a country, as it was on the day of the article; `successor_code` is the unit that took it
in on 1 July 2025 (Resolution 202/2025/QH15), where there is one and only one.

The merger gave old codes to new units (old Yên Bái and new Lào Cai are both 15), so the `key`
of a unit that it made is its code with the year; a place that cannot be told has none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import ahocorasick

from trich.article import Article, Mention
from trich.extract.names import CAPITAL
from trich.lexicon import table
from trich.view import View

#: The day on which 63 provinces became 34, and districts ended.
MERGED_ON = "2025-07-01"
_LAST_DAY = "2025-06-30"


class Place(NamedTuple):
    """A unit of the tables."""

    name: str
    level: str  # "country", "province", "district" or "commune"
    kind: str  # its own word: "tỉnh", "quận", "thị trấn"
    code: str
    within: str  # code of the province or district it lies in
    since: str  # day of its beginning, where it came with the merger
    until: str  # last day, where it ended with the merger
    successor: str  # code of the unit that took it in
    made: bool = False  # whether the merger made it what it is

    @property
    def key(self) -> str | None:
        """Its identity: the code, which the merger may have given to another unit."""
        return (f"{self.code}-{MERGED_ON[:4]}" if self.made else self.code) or None


#: How texts write a level, and the kinds of unit it may stand for.
_LEVELS = {
    "tỉnh": ("tỉnh",),
    "thành phố": ("thành phố",),
    "thủ đô": ("thành phố",),
    "quận": ("quận",),
    "huyện": ("huyện",),
    "thị xã": ("thị xã",),
    "xã": ("xã",),
    "phường": ("phường",),
    "thị trấn": ("thị trấn",),
    "đặc khu": ("đặc khu",),
}
_SHORT = {
    "TP": "thành phố", "Tp": "thành phố", "TP.": "thành phố", "Tp.": "thành phố", "TX": "thị xã",
    "TX.": "thị xã", "Q.": "quận", "H.": "huyện", "P.": "phường", "X.": "xã", "TT.": "thị trấn",
}  # fmt: skip
_LEVEL_OF = {
    "tỉnh": "province", "quận": "district", "huyện": "district", "thị xã": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
_RUN = re.compile(rf"{CAPITAL}(?:(?: | ?- ?){CAPITAL}){{0,4}}")
_CAPITAL = re.compile(CAPITAL)
_NUMBER = re.compile(r"(?:số )?\d{1,2}(?![\d/.,]\d|\w)")
_NUMBERED = re.compile(r" \d{1,2}(?![\d/.,]\d|\w)")
#: Words behind a level that begin no name that no table has: `xã Hội`, `thành phố Và`.
_NO_NAMES = frozenset({"Đảng", "Đoàn", "Ủy", "UBND", "HĐND", "Công", "Hội", "Ban", "Ông", "Bà"})
#: Countries of one syllable that are words or parts of names too.
_SHY = frozenset(
    {"Anh", "Áo", "Bỉ", "Đức", "Lào", "Mỹ", "Nga", "Nhật", "Pháp", "Séc", "Síp", "Sát", "Úc", "Ý"}
)
#: Provinces whose names are words, persons or other places as well.
_SHY_PROVINCES = frozenset({"Hòa Bình", "Thái Bình", "Bình Dương"})
_NEVER_ALONE = frozenset({"Hồ Chí Minh", "HCM"})
#: Between the members of a list, and between a unit and the one it lies in.
_LISTED = frozenset({", ", " và ", "; ", " - ", ", và "})
_INSIDE = frozenset({" (", ", ", " - "})
#: A line or a sentence about one place: `Hòa Bình: 5 người chết`.
_HEADED = re.compile(r"(?:^|\n|[.!?] |- |\()\Z")
_COUNTS = re.compile(r":\s?\d|\s?\(\d|\s?:$|:\s?\n")
#: Before these a shy country is a person's name: `anh Nga`, `bà Mỹ`.
_HONORIFICS = frozenset(
    {"ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "bé", "thầy", "cậu", "dì", "mẹ",
     "con", "sĩ", "sỹ", "thị", "văn", "tên", "vợ", "chồng", "đồng"}
)  # fmt: skip


_BEFORE_COUNTRIES = frozenset({"nước", "tại", "ở", "từ", "sang", "của", "người", "theo"})


@cache
def _units() -> dict[str, list[Place]]:
    """Countries, provinces and districts by name."""
    by_name: dict[str, list[Place]] = {}

    def add(name: str, place: Place) -> None:
        known = by_name.setdefault(View(name).text, [])
        if place not in known:
            known.append(place)

    for r in table("countries"):
        country = Place(r["name"], "country", "nước", r["code"], "", "", "", "")
        for name in (r["name"], *filter(None, r["aliases"].split("|"))) if r["code"] else ():
            add(name, country)
    after = {r["successor_2025"].removeprefix("Thành phố "): r for r in table("provinces")}
    for r in table("provinces"):
        own = r["name"].removeprefix("Thành phố ")
        place = Place(own, "province", r["kind"], r["code"], "", "", _LAST_DAY, r["successor_code"])
        places = [place]
        if own in after or r["status"] == "unchanged":
            kind = after[own]["successor_kind"] if own in after else r["kind"]
            made = r["status"] != "unchanged"
            new = Place(own, "province", kind, r["successor_code"], "", MERGED_ON, "", "", made)
            places.append(new)
        elif r["status"] == "renamed":
            since = (date.fromisoformat(r["valid_to"]) + timedelta(1)).isoformat()
            name = r["successor_2025"]
            new = Place(
                name, "province", r["successor_kind"], r["successor_code"], "", since, "", ""
            )
            add(name, new)
        for name in (own, r["name"], *filter(None, r["aliases"].split("|"))):
            if name.lower().startswith(("tỉnh ", "thủ đô")) or (" - " in name and name != own):
                continue
            for p in places:
                add(name, p)
    provinces = {r["name"]: r["code"] for r in table("provinces")}
    for r in table("districts"):
        within = provinces.get(r["province"], "")
        add(
            r["name"],
            Place(r["name"], "district", r["kind"], r["code"], within, "", _LAST_DAY, ""),
        )
    return by_name


@cache
def _communes() -> dict[str, list[Place]]:
    """Communes by name: 10,000 of before July 2025 and 3,321 since; read when one is met."""
    by_name: dict[str, list[Place]] = {}
    for r in table("communes"):
        place = Place(r["name"], "commune", r["kind"], r["code"], r["within"],
                      "" if r["until"] else MERGED_ON, r["until"], r["successor_code"],
                      not r["until"])  # fmt: skip
        by_name.setdefault(r["name"], []).append(place)
    return by_name


@cache
def _finder() -> ahocorasick.Automaton:
    """Everything that can begin a location: levels, and the names that stand alone."""
    finder = ahocorasick.Automaton()
    for level in _LEVELS:
        for written in (level, level.capitalize(), level.upper(), level.title()):
            finder.add_word(written + " ", (level, len(written) + 1))
    for written, level in _SHORT.items():
        space = "" if written.endswith(".") else " "
        finder.add_word(written + space, (level, len(written + space)))
    for name, places in _units().items():
        alone = places[0].level in ("country", "province") and name not in _NEVER_ALONE
        if alone and name not in finder:
            finder.add_word(name, ("", len(name)))
    finder.make_automaton()
    return finder


def locations(article: Article) -> None:
    """Append the locations of the article's text.

    >>> article = Article("Ngày 3/5/2019, xã Mường Lống, huyện Kỳ Sơn, tỉnh Nghệ An đón khách Lào.")
    >>> locations(article)
    >>> [(article.text[m.start:m.end], m.fields["level"], m.key) for m in article.mentions]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('xã Mường Lống', 'commune', '16831'), ('huyện Kỳ Sơn', 'district', '417'),
     ('tỉnh Nghệ An', 'province', '40'), ('Lào', 'country', 'LA')]
    """
    day = article.published[:10] if article.published else ""
    found = [
        (start, end, level, name, _of_the_day(places, day))
        for start, end, level, name, places in _spans(article)
    ]
    sure = {places[0].code for *_, places in found if len(places) == 1}
    near: str | None = None
    made: list[Mention] = []
    for i in range(len(found) - 1, -1, -1):  # the wider place stands behind the narrower one
        start, end, level, name, places = found[i]
        if i + 1 < len(found) and found[i + 1][0] - end > 3:
            near = None
        place = _choose(places, near, sure)
        if place is None:
            kind, canonical = _LEVEL_OF.get(level, "district"), f"{level} {_spelled(name)}".strip()
        elif place.level == "country":
            kind, canonical = "country", place.name
        else:
            kind, canonical = place.level, f"{place.kind} {place.name}"
        fields = {
            "level": kind,
            "canonical": canonical,
            "code": (place.code or None) if place else None,
            "successor_code": (place.successor or None) if place else None,
        }
        near = place.code if place and kind in ("province", "district") else near
        key = place.key if place else None  # there is many a `xã Hòa Bình`
        made.append(Mention("location", start, end, "level" if level else kind, key, fields))
    article.mentions.extend(reversed(made))


def _spelled(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 3 else name


def _spans(article: Article) -> Iterator[tuple[int, int, str, str, list[Place]]]:
    """Each place in the text: its span, its level's word, its name, and what it may be."""
    last: tuple[int, int, str, str, list[Place]] | None = None
    held: list[tuple[int, int, str, str, list[Place]]] = []
    for one in _candidates(article):
        shy = not one[2] and one[3] in _SHY_PROVINCES
        if not shy or _proved(article.text, one, last):
            if held and not one[2] and one[4] and one[4][0].level == "province":
                yield from _led(article.text, held, one[0])
            held = []
            yield one
            last = one
        else:
            held.append(one)


def _led(
    text: str, held: list[tuple[int, int, str, str, list[Place]]], start: int
) -> Iterator[tuple[int, int, str, str, list[Place]]]:
    """The shy names of a list that stand before a sure one of it."""
    led = []
    for one in reversed(held):
        if text[one[1] : start] not in _LISTED:
            break
        led.append(one)
        start = one[0]
    yield from reversed(led)


def _proved(
    text: str,
    one: tuple[int, int, str, str, list[Place]],
    last: tuple[int, int, str, str, list[Place]] | None,
) -> bool:
    """Whether what stands around a shy province's name makes it the province."""
    start, end = one[:2]
    if _COUNTS.match(text, end) and _HEADED.search(text, max(0, start - 2), start):
        return True
    if last is None:
        return False
    between = text[last[1] : start]
    levels = {p.level for p in last[4]}
    if not levels or levels & {"district", "commune"}:
        return between in _INSIDE
    return "province" in levels and between in _LISTED


def _candidates(article: Article) -> Iterator[tuple[int, int, str, str, list[Place]]]:
    """The same, with the names that need more evidence."""
    text = article.text
    persons = sorted((m.start, m.end) for m in article.mentions if m.kind == "person")
    bodies = sorted((m.start, m.end) for m in article.mentions if m.kind == "organization")
    names = {start for start, _ in persons}
    units = _units()
    at = 0
    for last, (level, length) in _finder().iter_long(text):
        start, end = last + 1 - length, last + 1
        if start < at or (start and (text[start - 1].isalnum() or text[start - 1] in "_@'")):
            continue
        if not level:
            if text[end : end + 1].isalnum() or _within(persons, start, end):
                continue
            name = text[start:end]
            if name in _SHY and not _outright(text, start, end):
                continue
            longer = end + 1 not in names and _goes_on(text, end)
            if (longer or _begun(text, start)) and not _within(bodies, start, end):
                continue
            yield start, end, "", name, [p for p in units[name] if p.level != "district"]
            at = end
            continue
        named = _named(text, end, level)
        if named is None:
            continue
        to, places = named
        if places or not _within(persons, end, to):
            yield start, to, level, text[end:to], places
            at = to


def _named(text: str, start: int, level: str) -> tuple[int, list[Place]] | None:
    """Where the name behind a level ends, and the units it may be."""
    number = _NUMBER.match(text, start)
    if number is not None:
        if level not in ("quận", "phường"):
            return None
        digits = number[0].removeprefix("số ").lstrip("0") or "0"
        return number.end(), _known(level, digits)
    run = _RUN.match(text, start)
    if run is None:
        return None
    breaks = [start + m.start() for m in re.finditer(r" ?- ?| ", run[0])]
    numbered = _NUMBERED.match(text, run.end())  # `xã Gia Hòa 1`
    ends = [*([numbered.end()] if numbered else []), run.end(), *reversed(breaks)]
    for end in ends:
        if places := _known(level, text[start:end]):
            return end, places
    words = run[0].split(" ")
    if words[0] in _NO_NAMES or level in ("tỉnh", "thành phố", "thủ đô"):
        return None
    if run[0].isupper() and len(run[0]) < 3:
        return None
    return None if "-" in words or len(words) > 3 else (run.end(), [])


def _known(level: str, name: str) -> list[Place]:
    """The units of this level that bear the name."""
    kinds = _LEVELS[level]
    if name.isupper() and len(name) > 3:
        name = name.title()
    places = [p for p in _units().get(name, ()) if p.kind in kinds]
    if not places and _LEVEL_OF.get(level) == "commune":
        places = [p for p in _communes().get(name, ()) if p.kind in kinds]
    return places


def _of_the_day(places: list[Place], day: str) -> list[Place]:
    """The units that there were on the article's day (before the merger, where none is known)."""
    day = day or _LAST_DAY
    return [p for p in places if p.since <= day and (not p.until or day <= p.until)] or places


def _choose(places: list[Place], near: str | None, sure: set[str]) -> Place | None:
    """The one unit that is meant: by the wider place beside it, else by those of the article."""
    if len(places) < 2:
        return places[0] if places else None
    for around in ({near} if near else set(), sure):
        here = [p for p in places if p.within in around or _province_of(p.within) in around]
        if len(here) == 1:
            return here[0]
    return None


@cache
def _district_provinces() -> dict[str, str]:
    return {p.code: p.within for ps in _units().values() for p in ps if p.level == "district"}


def _province_of(code: str) -> str:
    """The code of the province of a district."""
    return _district_provinces().get(code, "")


def _within(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_right(spans, (start, len(spans) and spans[-1][1])) - 1
    return i >= 0 and spans[i][0] <= start and spans[i][1] >= end


def _outright(text: str, start: int, end: int) -> bool:
    """Whether a country's one syllable stands as a country: not at a beginning, not as a person."""
    before = text[max(0, start - 12) : start]
    if not before.endswith(" ") or before[-2:-1] in ".:!?\n" or not before.strip():
        return False
    word = before[:-1].rpartition(" ")[2]
    if word[-1:] == ",":  # `Nga, Đức và Pháp`
        return word[:-1] in _SHY or word[:-1] in ("Bản", "Quốc", "Việt")
    return word.lower() in _BEFORE_COUNTRIES or (word.islower() and word not in _HONORIFICS)


def _goes_on(text: str, end: int) -> bool:
    """Whether a capital word behind the name makes a longer one of it: `Thái Bình Dương`."""
    then = _CAPITAL.match(text, end + 1) if text[end : end + 1] == " " else None
    return then is not None and not then[0].isupper()


def _begun(text: str, start: int) -> bool:
    """Whether the name is the rest of a longer one: `Bà Trần Hà Nam`, not `Tại Hà Nam`."""
    before = text[max(0, start - 14) : start]
    word = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    if not word.isalpha() or not word[0].isupper() or word.isupper():
        return False
    opens = start - len(word) - 2
    return opens > 0 and text[opens] == " " and text[opens - 1] not in ".:!?"
