"""Which document a citation means: its canonical id, from what the text proves and no more.

A short form gets an id when its type and issuer leave one way to complete the number, or when
the same document stands in full elsewhere in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from trich.extract.decrees import codes
from trich.extract.decrees.cited import Cited
from trich.extract.decrees.numbers import issuer_codes

# A body without its place: "UBND tỉnh" is another one in every article.
_ZEROS = re.compile(r"0+(?=\d)")
_YEAR_INSIDE = re.compile(r"/((?:19|20)\d\d)/")
_OFFICE = re.compile(r"(?:chủ tịch|thường trực|ban thường vụ|giám đốc) ")
_CITY = re.compile(r"\b(?:thành phố|tp\.?) ?")
_NOWHERE = re.compile(
    r"|(?:ubnd|hđnd)(?: (?:tỉnh|tp|huyện|quận|xã|phường))? ?|(?:tỉnh|thành|huyện|quận|đảng) ủy|"
    r"sở (?:y tế|tài chính|nội vụ|tư pháp|xây dựng|công thương)"
)
# A ministry legislates by circular only (since 2009), so its other numbers bear no year.
_NO_YEAR_TYPES = {"CT", "KH", "TB", "CĐ", "BC", "TTr", "HD", "KL", "ĐA", "QC", "CTr"}
# These number normative decisions by year too; those series stay below a hundred.
_BY_YEAR = {"TTg", "UBND", "CTN", "KTNN"}


def short_id(c: Cited) -> str | None:
    """The full id of a short form, where type, issuer and year settle it; else None."""
    n = c.number
    if n is None or n.code:
        return None
    serial, code = n.serial + n.letter.lower(), c.issuer_code
    kind = c.codes[0] if c.codes else None
    year = n.year or (c.date[:4] if c.date and not c.year_inferred else None)
    if kind == "NĐ":
        return f"{serial}/{year}/NĐ-CP" if year and year >= "1997" else None
    if c.type in ("Luật", "Bộ luật") or (kind == "NQ" and code == "QH"):
        term = codes.legislature(int(year)) if year else None
        return f"{serial}/{year}/QH{term}" if term and year and year >= "2005" else None
    if kind == "NQ" and code == "UBTVQH":
        term = codes.legislature(int(n.year)) if n.year else None
        return f"{serial}/{n.year}/UBTVQH{term}" if term and n.year and n.year >= "2005" else None
    if code is None or kind is None:
        return None
    if codes.system_of(code) == "party":
        return None if n.year else f"{serial}-{kind}/{code}"
    if code in ("BCT", "BBT"):
        return None
    if kind in ("TT", "TTLT"):
        return f"{serial}/{year}/{kind}-{code}" if year and kind == "TT" else None
    if n.year:
        return f"{serial}/{n.year}/{kind}-{code}"
    if kind in _NO_YEAR_TYPES and code != "CP":
        return f"{serial}/{kind}-{code}"
    if kind == "NQ" and code == "CP":  # 30a bears its year, 36a does not
        return None if n.letter else f"{serial}/NQ-CP"
    if kind == "QĐ" and code not in ("QH", "CP", "UBTVQH", "HĐND"):
        return f"{serial}/QĐ-{code}" if code not in _BY_YEAR or n.value > 100 else None
    return None


def key(c: Cited) -> str | None:
    """The identity of a citation: equal keys mean the same document."""
    if c.id is None:
        return None
    out = _bare(c.named_number or c.id)
    local = c.number is not None and any(codes.needs_place(i) for i in issuer_codes(c.number))
    if local or codes.needs_place(c.issuer_code):
        body = _body(c.issuer_name or "")
        return None if _NOWHERE.fullmatch(body) else f"{out}@{body}"
    return out


def _body(name: str) -> str:
    """A local body's name alike for the committee and its chairman."""
    name = name.lower()
    if office := _OFFICE.match(name):
        name = name[office.end() :]
    name = name.replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
    return _CITY.sub("tp ", name)


# What the Party issues on its own resolutions: "Kết luận 01-KL/TW về … thực hiện Chỉ thị 05".
_PARTY_TYPES = {"Nghị quyết", "Chỉ thị", "Kết luận", "Quy định"}


def inside_title(c: Cited, following: Iterable[Cited]) -> None:
    """A Party paper's title names the Party's own: a short form in it needs no issuer."""
    if c.title is None or c.issuer_code != "TW" or not (c.id or "").endswith("/TW"):
        return
    for other in following:
        if other.start >= c.title.end:
            break
        n = other.number
        named = other.type in _PARTY_TYPES and other.id is None and other.issuer is None
        if named and n and not n.code and not other.year:
            other.id = f"{n.serial}{n.letter.lower()}-{other.codes[0]}/TW"
            other.issuer_code, other.system = "TW", "party"


def link(found: list[Cited]) -> list[Cited]:
    """Let the mentions of one document in an article complete each other.

    Short forms take the full id, and a mention without an issuer the one stated elsewhere.
    Drops tentative citations that nothing else in the article bears out.
    """
    for c in found:
        if c.id is None and c.name is None:
            c.id = short_id(c)
    _complete(found)
    kept = found
    if any(c.tentative for c in found):
        sure = {(c.type, c.number.plain) for c in found if c.number and not c.tentative}
        kept = [
            c for c in found if not c.tentative or (c.number and (c.type, c.number.plain) in sure)
        ]
    _share_issuers(kept)
    _number_names(kept)
    return kept


def _complete(found: Iterable[Cited]) -> None:
    """Give short forms the one full id that the article holds for their serial."""
    numbered = [(c, c.number.plain) for c in found if c.number]
    wanting = {serial for c, serial in numbered if not c.id}
    full: dict[str, dict[tuple[object, ...], Cited]] = {}
    short: dict[str, dict[tuple[object, ...], list[Cited]]] = {}
    for c, serial in numbered:
        if serial not in wanting:
            continue
        # what _same compares, so that the like is compared once however often it stands
        alike = (c.id, c.type, c.codes, c.issuer_code, c.stated, c.year)
        if c.id:
            full.setdefault(serial, {}).setdefault(alike, c)
        else:
            short.setdefault(serial, {}).setdefault(alike, []).append(c)
    for serial, groups in short.items():
        for group in groups.values():
            same = [o for o in full.get(serial, {}).values() if _same(group[0], o)]
            if len({_bare(o.id) for o in same}) == 1:
                for c in group:
                    c.id = same[0].id
                    c.system = c.system or same[0].system


def _bare(id: str | None) -> str:
    id = id or ""
    if zeros := _ZEROS.match(id):
        id = id[zeros.end() :]
    return id.replace("-QĐi/", "-QĐ/")


def _same(short: Cited, full: Cited) -> bool:
    """Whether a short form can be the document that another mention gives in full."""
    if short.type != full.type and not (
        short.codes and full.codes and set(short.codes) & set(full.codes)
    ):
        return False
    other = _YEAR_INSIDE.search(full.id or "")
    full_year = other[1] if other else full.year
    if short.year and full_year and short.year != full_year:
        return False
    mine, theirs = short.issuer_code, full.issuer_code
    if full.number and full.number.code:
        theirs = next(iter(issuer_codes(full.number)), theirs)
    if mine is None:
        return not short.stated or theirs is None
    # the press credits the Prime Minister's papers to the Government
    return theirs is None or mine == theirs or {mine, theirs} == {"CP", "TTg"}


def _share_issuers(found: Sequence[Cited]) -> None:
    """A mention without an issuer takes another's of the same document, a stated one first."""
    named: dict[str, Cited] = {}
    for c in sorted(found, key=lambda c: not c.stated):
        if c.id and c.issuer:
            named.setdefault(_bare(c.id), c)
    for c in found:
        if c.issuer is None and c.id and (same := named.get(_bare(c.id))):
            c.issuer, c.issuer_name = same.issuer, same.issuer_name
            c.issuer_code = c.issuer_code or same.issuer_code


def _number_names(found: Iterable[Cited]) -> None:
    """A law cited by name is the one that the article also gives a number, if there is only one.

    The name stays its id, as the text has it; the number is its key.
    """
    numbered: dict[str, set[str]] = {}
    for c in found:
        if c.name and c.number and c.id:
            numbered.setdefault(c.name, set()).add(c.id)
    for c in found:
        ids = numbered.get(c.name or "")
        if c.name and c.number is None and ids and len(ids) == 1:
            number = next(iter(ids))
            if c.date is None or f"/{c.date[:4]}/" in number:
                c.named_number = number
