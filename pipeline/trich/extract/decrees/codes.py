"""The codes inside document numbers: types (QĐ, NQ) and issuers (BYT, TW), and what each means.

The tables are `lexicon/decree_codes.csv` and `lexicon/issuers.csv`.  A code is read as it
stood at the document's date: BNV was the Ministry of the Interior until 1998.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from trich.lexicon import table


class TypeCode(NamedTuple):
    """A type's code: the document type, whether several bodies sign, and whether the code marks
    a number as a document's without a type word beside it."""

    type: str
    joint: bool
    alone: bool


class Issuer(NamedTuple):
    """A body behind a code.

    scope: `one` body; `many`, which only a place or an organization tells apart (UBND); or
    `none`, letters that stand in the issuer's place and name a kind of act (XPVPHC).
    """

    code: str
    name: str
    system: str
    valid_from: str
    valid_to: str
    successor: str
    scope: str


_MANY = 4096  # codes that a run keeps in mind
_UNMARK = str.maketrans("ĐƯ", "DU")
_LEGISLATURE = re.compile(r"(UBTVQH|QH|HĐNN)(\d{1,2})")
_BODIES = {"QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội", "HĐNN": "Hội đồng Nhà nước"}


@cache
def type_codes() -> dict[str, TypeCode]:
    """The type codes by their spelling."""
    return {
        r["code"]: TypeCode(r["type"], r["joint"] == "yes", r["alone"] == "yes")
        for r in table("decree_codes")
    }


@cache
def issuers() -> dict[str, tuple[Issuer, ...]]:
    """The bodies behind each code, in the table's order."""
    rows: dict[str, list[Issuer]] = {}
    for r in table("issuers"):
        if r["system"] == "local_scope":
            continue
        code = r["code"].partition(" (")[0]
        name = re.sub(r" \(.*", "", r["name_vi"])
        rows.setdefault(code, []).append(
            Issuer(code, name, r["system"], r["valid_from"], r["valid_to"], r["successor"],
                   r["scope"])
        )  # fmt: skip
    return {code: tuple(same) for code, same in rows.items()}


@cache
def _spellings() -> dict[str, str]:
    """From an upper-case segment to the code it spells; Đ restored where that is sure."""
    codes = [*type_codes(), *issuers()]
    out = {code.upper(): code for code in codes}
    for code in codes:
        # HD and HĐ, DP and ĐP differ: only a code that has no plain twin may lose its stroke
        out.setdefault(code.upper().translate(_UNMARK), code)
    return out


@lru_cache(_MANY)
def _known(upper: str) -> str | None:
    if (m := _LEGISLATURE.fullmatch(upper)) and not m[2].startswith("0"):
        return upper
    if upper.endswith("Ư"):
        upper = upper[:-1].rstrip(".") + "W"
    # "BGD&ĐT" writes out what BGDĐT leaves out
    return _spellings().get(upper) or _spellings().get(upper.replace("&", ""))


def known_code(segment: str) -> str | None:
    """The canonical spelling of a code segment, or None when no table has it.

    >>> known_code("TTG"), known_code("QD"), known_code("UBKTTƯ"), known_code("NGƯỜI")
    ('TTg', 'QĐ', 'UBKTTW', None)
    """
    return _known(segment.upper().replace(" ", "")) if len(segment) <= 24 else None


def is_legislature(code: str) -> bool:
    """Whether a code is the National Assembly's, its Standing Committee's or the Council of
    State's, with the term: QH15, UBTVQH14, HĐNN8."""
    return _LEGISLATURE.fullmatch(code) is not None


def is_code(code: str) -> bool:
    """Whether a code may stand in the issuer's place."""
    return code in issuers() or is_legislature(code)


@lru_cache(_MANY)
def system_of(code: str) -> str | None:
    """Whose numbers a code belongs to: `state`, `party`, `court` or `mass`; None if unknown.

    >>> system_of("BYT"), system_of("TW"), system_of("HĐTP"), system_of("TLĐ"), system_of("QH15")
    ('state', 'party', 'court', 'mass', 'state')
    """
    if is_legislature(code):
        return "state"
    same = {
        {"judicial": "court", "party": "party", "mass_org": "mass"}.get(i.system, "state")
        for i in issuers().get(code, ())
    }
    return same.pop() if len(same) == 1 else None


@cache
def _scoped(scope: str) -> frozenset[str]:
    return frozenset(
        code for code, same in issuers().items() if any(i.scope == scope for i in same)
    )


def needs_place(code: str | None) -> bool:
    """Whether a code means a body only together with a place: UBND, SYT, ĐU."""
    return code in _scoped("many")


def names_nobody(code: str) -> bool:
    """Whether letters in the issuer's place name a kind of act: XPVPHC, AL."""
    return code in _scoped("none")


@lru_cache(_MANY)
def issuer_name(code: str, on: str | None = None) -> str | None:
    """The one body that an issuer code means at a date (ISO, to any precision), or None.

    >>> issuer_name("TTg"), issuer_name("QH15"), issuer_name("TW"), issuer_name("BNV", "1996")
    ('Thủ tướng Chính phủ', 'Quốc hội', None, 'Bộ Nội vụ')
    """
    if m := _LEGISLATURE.fullmatch(code):
        return _BODIES[m[1]]
    found = _at(code, on)
    if found is None or found.scope != "one" or code == "TW":
        return None
    return found.name


@lru_cache(_MANY)
def _at(code: str, on: str | None) -> Issuer | None:
    """The body of a code that existed at a date: of a State body and a Party organ the State's."""
    rows = [i for i in issuers().get(code, ()) if i.system != "local" or i.scope == "many"]
    rows = [i for i in rows if i.system != "party"] or rows
    if on:
        held = [
            i
            for i in rows
            if i.valid_from[: len(on)] <= on[: len(i.valid_from) or None]
            and (not i.valid_to or i.valid_to[: len(on)] >= on[: len(i.valid_to)])
        ]
        rows = held or rows
    return rows[0] if rows else None


@lru_cache(_MANY)
def successor(code: str, on: date) -> str | None:
    """The body that has taken the place of a code's body by a day; None if it still stands.

    >>> successor("BLĐTBXH", date(2025, 6, 1)), successor("BYT", date(2025, 6, 1))
    ('Bộ Nội vụ', None)
    """
    name, seen, day = None, {code}, on.isoformat()
    while (rows := issuers().get(code)) and len(rows) == 1:
        row = rows[0]
        if not row.valid_to or row.valid_to >= day[: len(row.valid_to)] or row.scope != "one":
            break
        code = row.successor.partition(" (")[0]
        if not code or ";" in code or code in seen:
            break
        seen.add(code)
        name = issuer_name(code, day)
    return name


_TERMS = {10: (1997, 2002), 11: (2002, 2007), 12: (2007, 2011), 13: (2011, 2016),
          14: (2016, 2021), 15: (2021, 2026), 16: (2026, 2031)}  # fmt: skip


@lru_cache(_MANY)
def legislature(year: int) -> int | None:
    """The National Assembly's term in a year; None in a year that two terms share.

    >>> legislature(2023), legislature(2021)
    (15, None)
    """
    within = [k for k, (first, last) in _TERMS.items() if first <= year <= last]
    return within[0] if len(within) == 1 else None
