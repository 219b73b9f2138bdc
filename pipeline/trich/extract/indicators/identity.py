"""Which measure a figure is of, by the curated list of Vietnam's health and socio-economic
indicators, and the code of its unit."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from trich.article import Span
from trich.extract.indicators.quantities import Quantity
from trich.lexicon import fold, table


class _Entry(NamedTuple):
    id: str
    parts: tuple[str, ...]
    """The words of a variant, in order; between two parts a few words may stand."""
    weight: int
    unit: str

    def names(self, said: str) -> bool:
        """Whether the words `said`, spaces at both ends, name this measure."""
        if said.startswith(" giá ") and not self.parts[0].startswith(" giá "):
            return False  # the price of exports is no export
        at = 0
        for n, part in enumerate(self.parts):
            found = said.find(part, at)
            if found < 0 or (n and said.count(" ", at, found) > _GAP):
                return False
            at = found + len(part) - 1
        return True


_GAP = 6  # how many words may stand between two parts of a variant
# Which kinds of quantity a unit of the list takes.
_FITS = {
    "percent": ("percent", "rate"), "money": ("money",), "rate": ("rate", "none"),
    "measure": ("measure",), "count": ("count",), "number": ("none", "count", "points"),
}  # fmt: skip
# What a bare number must say of itself to be a rate: "số giường bệnh" alone counts beds.
_RATE = re.compile(r" (?:t[ỷỉ] (?:lệ|suất|số)|mức|mật độ|bình quân|trung bình|trên) | \S*/")
# Measures that are themselves a change: "CPI tăng 0,4%" is the measure, not the change of it.
_GROWTH = frozenset(
    ["economy.gdp_growth", "economy.grdp_growth", "economy.sector_agriculture",
     "economy.sector_industry", "economy.sector_services", "economy.cpi", "economy.core_inflation",
     "economy.inflation", "economy.gold_price_index", "economy.usd_price_index", "economy.iip",
     "economy.credit_growth", "population.growth"]
)  # fmt: skip
_MEASURES = frozenset(["tấn", "ha", "km", "km²", "kWh", "MW", "tuổi", "tạ/ha", "µg/m³", "tấn/ngày"])


def _kind(unit: str) -> str:
    if unit in ("%", "‰", "%/năm"):
        return "percent"
    if unit.startswith(("VND", "USD")):
        return "money"
    if unit in _MEASURES:
        return "measure"
    if "/" in unit:
        return "rate"
    return "number" if unit in ("", "điểm", "năm", "ngày") else "count"


def _spelled(text: str) -> str:
    return fold(text).replace("tỉ ", "tỷ ").replace("bác sỹ", "bác sĩ")


@cache
def _entries() -> dict[str, dict[str, tuple[_Entry, ...]]]:
    """The list by kind of unit and the first word of each variant, the longest first."""
    found: dict[str, dict[str, list[_Entry]]] = {}
    for row in table("indicators"):
        by_word = found.setdefault(_kind(row["unit"]), {})
        for variant in {row["name"], *row["variants"].split("|")}:
            parts = tuple(f" {part.strip()} " for part in _spelled(variant).split("…"))
            entry = _Entry(row["id"], parts, len(variant), row["unit"])
            by_word.setdefault(parts[0].split()[0], []).append(entry)
    return {
        kind: {word: tuple(sorted(es, key=lambda e: -e.weight)) for word, es in words.items()}
        for kind, words in found.items()
    }


# Units of the list that more than their own noun may count.
_COUNTED = {
    "người": frozenset(["người", "trường hợp", "em", "cháu", "trẻ", "cụ", "dân", "nhân"]),
    "ca": frozenset(["ca", "trường", "người", "bệnh", "mẫu"]),
    "cơ sở": frozenset(["bệnh", "cơ", "đơn"]),
    "căn": frozenset(["căn", "ngôi", "nhà", "hộ"]),
    "lượt khách": frozenset(["lượt", "khách", "du", "hành"]),
    "hộ": frozenset(["hộ", "gia"]),
}  # fmt: skip


def _counts(entry: _Entry, noun: str, person: bool) -> bool:
    """Whether a counted noun is what a measure of the list counts."""
    if not noun or (person and entry.unit == "người"):
        return True
    first = noun.split()[0]
    return first in _COUNTED.get(entry.unit, frozenset([entry.unit.split()[0]]))


def _named(said: str, kind: str, noun: str = "", person: bool = False) -> _Entry | None:
    """The longest variant of this kind of unit that is named."""
    by_word = _entries().get(kind, {})
    best: _Entry | None = None
    for word in said.split():
        for entry in by_word.get(word, ()):
            if (best is None or entry.weight > best.weight) and entry.names(said):
                best = entry if kind != "count" or _counts(entry, noun, person) else best
    return best


@lru_cache(maxsize=8192)
def key(
    said: str,
    kind: str,
    change: bool = False,
    noun: str = "",
    person: bool = False,
    by: bool = False,
) -> str | None:
    """The id of the measure that the words `said` name, for a quantity of this kind.

    `noun` is the counted noun, `person` whether it counts persons.  A change in per cent of what
    is no percentage has the id of the measure with `.change`; so has, where `by`, the amount that
    a measure rises or falls by, unless the measure is itself a growth.

    >>> key("dân số tham gia BHYT", "percent"), key("bác sĩ", "rate")
    ('health.insurance_coverage', 'health.doctors_per_10000')
    >>> key("kim ngạch xuất khẩu", "percent", change=True)
    'economy.exports.change'
    >>> key("tỷ lệ hộ nghèo", "percent", by=True), key("cpi", "percent", by=True)
    ('poverty.rate.change', 'economy.cpi')
    """
    said = f" {_spelled(said)} "
    fitting = (
        _named(said, unit, noun, person)
        for unit, takes in _FITS.items()
        if kind in takes and (kind != "none" or unit != "rate" or _RATE.search(said))
    )
    best = max((e for e in fitting if e), key=lambda e: e.weight, default=None)
    if best is not None and by and best.id not in _GROWTH:
        return f"{best.id}.change"
    if best is not None:
        return best.id
    if change and kind == "percent":
        for other in ("money", "count", "measure"):
            changed = _named(said, other)
            if changed:
                return f"{changed.id}.change"
    return None


@cache
def _unit_codes() -> dict[str, str]:
    codes = {"tháng": "mo", "năm": "a", "ngày": "d", "ngày đêm": "d", "giờ": "h", "h": "h",
             "tuần": "wk", "phút": "min", "giây": "s", "s": "s", "l": "L"}  # fmt: skip
    return codes | {
        name: row["code"]
        for row in table("units")
        if row["code"]
        for name in (row["surface"], row["unit"])
    }


@lru_cache(maxsize=4096)
def unit_code(unit: str | None, kind: str) -> str | None:
    """The code of a unit: ISO 4217 for money, UCUM for what UCUM has, else None.

    The money of a rate has the currency's code.

    >>> unit_code("VND/tháng", "money"), unit_code("tạ/ha", "measure"), unit_code("km/h", "measure")
    ('VND', None, 'km/h')
    """
    if unit is None:
        return None
    parts = unit.split("/")
    if kind == "money":
        return parts[0]
    codes = [_unit_codes().get(p.strip()) for p in parts]
    return "/".join(c for c in codes if c) if all(codes) else None


def said_of(q: Quantity, measured: Span | None, lower: str) -> str:
    """The words by which the list is searched: what is measured, and the counted noun."""
    words = [lower[measured.start : measured.end]] if measured else []
    if q.noun is not None:
        words.append(lower[q.noun.start : q.noun.end])
    return " ".join(words)
