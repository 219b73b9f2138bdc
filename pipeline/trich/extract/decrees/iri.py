"""The Akoma Ntoso name of a document (Naming Convention 1.0), where all its parts are known:
`/akn/vn/{act|doc|judgment}/{type}/{actor}/{date or year}/{number}`, with the part that is cited
as a fragment of its Vietnamese expression."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from trich.extract.decrees import codes
from trich.extract.decrees.cited import Cited, Page

# The types that hold law whoever issues them; other types only with the year in the number.
_ACTS = {"Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch"}
_PARTS = re.compile(r"(điểm|khoản|điều) ([a-zđ]|\d{1,3}[a-zđ]?)(?![^\W_])")
_PART_NAMES = {"điều": "art", "khoản": "para", "điểm": "point"}
_MARKS = re.compile(r"[\u0300-\u036f]+")
_OTHER = re.compile(r"[^a-z0-9.]+")
_YEAR = re.compile(r"[^/]*/((?:19|20)\d\d)/")
_TOKENS = re.compile(r"[^/-]+")
_TERM = re.compile(r"\d+$")
_SEVERAL = re.compile(r"\d(?:,| và| -) ?\d")
_NUMBER = re.compile(r"\d[\d.]*[a-zđ]?(?:[/-]\d{4})?[/-]")


@lru_cache(4096)
def slug(text: str, d: str = "dd") -> str:
    """Plain lower-case letters, digits and hyphens; đ becomes dd, so that HĐ and HD differ.

    >>> slug("117/2020/NĐ-CP"), slug("Nghị định", "d")
    ('117-2020-ndd-cp', 'nghi-dinh')
    """
    text = text.lower().replace("đ", d)
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return _OTHER.sub("-", plain).strip("-")


def iri(page: Page, c: Cited, known_date: str | None) -> str | None:
    """The name of a cited document, or None while a part of it is unknown.

    `known_date` is the issue date that the article states anywhere beside this document.
    """
    number = c.named_number or c.id
    if c.type is None or number is None or not _NUMBER.match(number):
        return None
    actor = _actor(number, c.system)
    year = _YEAR.match(number)
    when = year[1] if year else known_date
    if actor is None or when is None:
        return None
    normative = c.type in _ACTS or (year is not None and c.system in ("state", "court"))
    kind = "judgment" if c.type == "Bản án" else "act" if normative else "doc"
    if c.system == "state" and not year:
        when = when[:4]
    name = f"/akn/vn/{kind}/{slug(c.type, 'd')}/{actor}/{when}/{slug(number)}"
    return name + _fragment(page, c)


def _actor(number: str, system: str | None) -> str | None:
    """The closed vocabulary of actors: the issuer's code in plain letters."""
    serial = _NUMBER.match(number)
    return _actor_of(tuple(_TOKENS.findall(number, serial.end())), system) if serial else None


@lru_cache(4096)
def _actor_of(tokens: tuple[str, ...], system: str | None) -> str | None:
    if not tokens:
        return None
    case = system == "court" and tokens[0] not in codes.type_codes()
    if case or (tokens[0] in codes.type_codes() and codes.type_codes()[tokens[0]].joint):
        return None  # the letters name a kind of case; several actors
    for token in tokens:
        if codes.is_legislature(token):
            return slug(_TERM.sub("", token))
        if token == "TW":
            return "dcsvn-tw"
        if token in codes.type_codes() and len(tokens) > 1:
            continue
        if codes.issuer_name(token) and not codes.needs_place(token):
            return slug(token)
        return None
    return None


def _fragment(page: Page, c: Cited) -> str:
    if c.pinpoint is None:
        return ""
    words = page.lower[c.pinpoint.start : c.pinpoint.end]
    parts = dict(_PARTS.findall(words))
    several = len(_PARTS.findall(words)) != len(parts) or _SEVERAL.search(words)
    if several or "điều" not in parts:
        return ""
    named = [f"{_PART_NAMES[p]}_{slug(parts[p])}" for p in _PART_NAMES if p in parts]
    return "/vie@~" + "__".join(named)
