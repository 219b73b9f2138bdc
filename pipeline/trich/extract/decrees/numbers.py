"""Numbers of Vietnamese legal, administrative and Party documents: reading and naming them.

Two cultures live side by side.  The State writes `number[/year]/TYPE-ISSUER` (07/2024/TT-BYT),
letters `number/ISSUER-UNIT` (978/BYT-BH); the Party writes `number-TYPE/ISSUER` and never a
year (25-CT/TW).  Older layouts (299-HĐBT, 21-LCT/HĐNN8, 1895/1997/BYT-QĐ) still get cited.
Layouts: Decree 30/2020/NĐ-CP, Decree 78/2025/NĐ-CP, Regulation 399-QĐ/TW.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from trich.extract.decrees.codes import (
    is_code,
    is_legislature,
    known_code,
    legislature,
    names_nobody,
    system_of,
    type_codes,
)
from trich.extract.decrees.pattern import Pattern

#: the segments of a code, each with the separator before it
Code = tuple[tuple[str, str], ...]

# Instances of a court: "56/2018/DS-ST" is a judgment, whose letters name a kind of case.
_INSTANCES = {"ST", "PT", "GĐT", "DSST", "DSPT", "HSST", "HSPT"}
_RULINGS = {"QĐST", "QĐPT"}  # "45/2021/QĐST-HNGĐ"
LICENCES = {"GP", "GPHĐ"}  # which name their issuer first: "0456/HNO-GPHĐ"

_SEGMENT = (
    r"(?:T\.[ƯW](?!\w)|(?:UBTV)?QH ?\d{1,2}(?!\w)|"
    r"[^\W\d_][^\W_]{0,23}(?:[.&][A-ZĐ0-9]{1,8}(?![^\W\d_A-ZĐ]))?)"
)
_NUMBER = Pattern(
    r"(?P<serial>\d{1,6}(?:\.\d{1,3}(?![\d.]))?)"
    r"(?P<letter>[a-zđA-ZĐ](?![^\W_]))?"
    r"(?: ?(?P<ysep>[/-]) ?(?P<year>(?:19|20)\d\d)(?![\d.,%]\d|[^\W_]))?"
    rf"(?P<code>(?: ?[/-] ?{_SEGMENT}){{0,6}})",
    yes=("07/2024/TT-BYT", "30a/2008/NQ-CP", "1.245/QĐ-UBND", "66.1/2025/NQ-CP"),
    no=("TT-BYT",),
)
_NO_HYPHEN = Pattern(
    r"(?P<serial>\d{1,5}) ?"
    rf"(?P<code>[A-ZĐ][A-ZĐi]{{1,3}}r? ?/ ?{_SEGMENT}(?:-{_SEGMENT}){{0,3}})",
    yes=("20 NQ/TW", "20NQ/TW", "1836 QĐ/TWĐTN"),
    no=("20-NQ/TW", "20/NQ-TW"),
)
_GLUED_PARTY = Pattern(
    r"(?P<serial>\d{1,5})(?: ?[-/]? ?)(?P<code>(?:NQ|CT|QĐ|KL|TB|HD|KH|QĐi)T\.?[WƯ])(?!\w)",
    yes=("20 NQTW", "18-NQTƯ"),
    no=("20 NQ/TW", "20 NQTWA"),
)
_PIECE = Pattern(rf"( ?)([/-])( ?)({_SEGMENT})", yes=("/TT", " - CP", "/VPCP-V.I"), no=("TT",))
_PLAIN_CAPITALS = Pattern(
    r"[A-ZĐƯƠĂÂÊÔ][A-ZĐƯƠĂÂÊÔ0-9]*(?:[.&][A-ZĐ0-9]+)?(?![^\W_])|"
    # a syllable of a unit's name may keep a small letter: GDTrH, KHTHg
    r"[A-ZĐ]{2,6}[a-zđ]{1,2}(?:[A-ZĐ]{1,3})?(?![^\W_])",
    yes=("VX", "V.I", "PC&A", "GDTrH"),
    no=("vx", "Nam", "NAMs1"),
)


# "743 / SYT - NV": where every separator stands apart, a unit's letters may too
_UNIT = Pattern(r"[A-ZĐ]{1,6}(?![^\W_])", yes=("NV",), no=("Nam",))


@dataclass(frozen=True, slots=True)
class Number:
    """A document number as it stands in a text.

    `start` and `end` are offsets in the text; `serial` and `year` are digits, `letter` the
    "a" of 30a; `code` the segments behind them with the separator before each.
    """

    start: int
    end: int
    serial: str
    letter: str = ""
    year: str | None = None
    code: Code = ()
    hyphen_year: bool = False
    #: the code's segments without separators
    tokens: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", tuple(token for _, token in self.code))

    @property
    def plain(self) -> str:
        """The serial as identity has it: no leading zero, no thousands dot."""
        return _no_dot(self.serial).lstrip("0") + self.letter.lower()

    @property
    def value(self) -> int:
        """The serial as a number."""
        return int(_no_dot(self.serial).split(".")[0])

    def swapped(self) -> Number:
        """The number with its type in front of its issuer: 15/BYT-TT of the nineties."""
        (first, issuer), (_, kind) = self.code
        return Number(
            self.start, self.end, self.serial, self.letter, self.year,
            ((first, kind), ("-", issuer)), self.hyphen_year,
        )  # fmt: skip

    def lent(self, other: Number) -> Number:
        """This serial with another number's year and code: "20" of "20, 21-NQ/TW"."""
        return Number(
            other.start, other.end, self.serial, self.letter, other.year, other.code,
            other.hyphen_year,
        )  # fmt: skip


def _code_like(segment: str, spaced: bool) -> bool:
    if known_code(segment):
        return segment[:1].isupper() or not spaced
    return not spaced and _PLAIN_CAPITALS.fullmatch(segment) is not None


def _split_glued(token: str) -> tuple[str, str] | None:
    """TTBYT -> TT, BYT: the hyphen between type and issuer got lost."""
    if known_code(token):
        return None
    for size in (4, 3, 2):
        head, rest = known_code(token[:size]), known_code(token[size:])
        if head in type_codes() and rest and is_code(rest):
            return token[:size], token[size:]
    return None


def read_number(text: str, start: int, commas: bool = False) -> Number | None:
    """The longest document number that begins at `start`, or None.

    A bare serial counts; whether it is a citation is for the caller to say.  `commas` takes
    "15,16,19" for a list, where it would be a decimal.

    >>> read_number("20- NQ/TW ngày", 0).tokens
    ('NQ', 'TW')
    >>> read_number("85/2012 /NĐ-CP", 0).year
    '2012'
    """
    m = _NUMBER.match(text, start)
    if not m:
        return None
    if not m["code"] and (n := _separator_lost(text, start)):
        return n
    pieces: Code = ()
    end = m.start("code")
    if m["code"]:
        if glued_party := _GLUED_PARTY.match(text, start):
            return _glued(glued_party, start)
        pieces, size = _read_code(m["code"])
        end += size
    if m["year"] and m["ysep"] == "-" and not pieces:  # "281-2024" is a range
        end = m.end("letter") if m["letter"] else m.end("serial")
        return _bounded(text, Number(start, end, m["serial"], m["letter"] or ""))
    number = Number(start, end, m["serial"], m["letter"] or "", m["year"], pieces, m["ysep"] == "-")
    return _bounded(text, number, commas)


@lru_cache(4096)
def _read_code(code: str) -> tuple[Code, int]:
    """The segments of "/TT-BYT thì", spelled right, and how much of it they take."""
    pieces: list[tuple[str, str]] = []
    end, spread = 0, False
    for piece in _PIECE.finditer(code):
        before, sep, after, token = piece.groups()
        loose = len(pieces) > 0 and spread and before == after == " "
        if not _code_like(token, bool(before or after)) and not (loose and _UNIT.match(token)):
            break
        spread = bool(before and after) if not pieces else spread
        if not pieces and (glued := _split_glued(token)):
            pieces += [(sep, glued[0]), ("-", glued[1])]
        else:
            pieces.append((sep, token))
        end = piece.end()
    return _spelled(pieces), end


def _separator_lost(text: str, start: int) -> Number | None:
    """ "20 NQ/TW", "20NQ/TW", "20 NQTW": the hyphen behind the serial got lost."""
    if m := _GLUED_PARTY.match(text, start):
        return _glued(m, start)
    m = _NO_HYPHEN.match(text, start)
    if m and known_code(m["code"].split("/")[0].rstrip()) in type_codes():
        head, rest = m["code"].split("/", 1)
        code = [("-", head.strip())]
        code += [("/" if i == 0 else "-", t.strip()) for i, t in enumerate(rest.split("-"))]
        if all(_code_like(t, spaced=False) for _, t in code):
            return Number(start, m.end(), m["serial"], code=_spelled(code))
    return None


def _glued(m: re.Match[str], start: int) -> Number:
    kind = re.sub(r"T\.?[WƯ]$", "", m["code"])
    return Number(start, m.end(), m["serial"], code=(("-", kind), ("/", "TW")))


def _bounded(text: str, n: Number, commas: bool = False) -> Number | None:
    """The number, unless what follows shows that it is the head of something else."""
    if n.letter and not n.code and n.letter not in "abcdđ":  # "5K" is a slogan
        return None
    after = text[n.end : n.end + 2]
    if not after:
        return n
    if commas and after[0] == ",":
        return n
    if after[0].isalnum() or after[0] in "%‰°" or (after[0] in ".,:/-+" and after[1:].isdigit()):
        return None
    if after[0] in "/-" and after[1:].isalpha() and not n.code:
        return None
    return n


def _spelled(pieces: list[tuple[str, str]]) -> Code:
    return tuple(
        (sep, known_code(token) or token.replace(" ", "").replace("TƯ", "TW"))
        for sep, token in pieces
    )


def _no_dot(serial: str) -> str:
    """1.245 is 1245; 66.1 is a number of its own."""
    head, dot, tail = serial.partition(".")
    return head + tail if dot and len(tail) == 3 else serial


def is_joint(kind: str | None) -> bool:
    """Whether documents of a type code bear several issuers: TTLT, NQLT."""
    return kind is not None and kind in type_codes() and type_codes()[kind].joint


def type_code(n: Number) -> str | None:
    """The type code inside a number, wherever its layout puts it."""
    return _parts(n.tokens, n.year is not None)[0] if n.tokens else None


def issuer_codes(n: Number) -> tuple[str, ...]:
    """The codes in the issuer's place; several in a joint document."""
    return _parts(n.tokens, n.year is not None)[1] if n.tokens else ()


@lru_cache(4096)
def _parts(tokens: tuple[str, ...], dated: bool) -> tuple[str | None, tuple[str, ...]]:
    """The type code and the issuers' codes among the segments of a number."""
    kind = _kind(tokens, dated)
    if is_joint(kind):
        return kind, tuple(t for t in tokens if t != kind)
    if kind and tokens[0] == kind:
        return kind, tuple(t for t in tokens[1:2] if not names_nobody(t))
    if tokens[-1] in _INSTANCES or tokens[0] in _RULINGS or names_nobody(tokens[0]):
        return kind, ()
    return kind, tokens[:1]


def _kind(tokens: tuple[str, ...], dated: bool) -> str | None:
    types, first = type_codes(), tokens[0]
    if first in types and (len(tokens) > 1 or not is_code(first)):
        return first
    if len(tokens) == 1 and first in ("CT", "SL"):
        return first
    if is_joint(tokens[-1]) or (dated and len(tokens) == 2 and tokens[1] in ("QĐ", "TT", "CT")):
        return tokens[-1]
    return None


def system(n: Number) -> str | None:
    """Whose number it is, by its issuer and its layout: `state`, `party`, `court`, `mass`, or
    `letter` for a State body's letter, which bears no type code.

    >>> [system(read_number(t, 0)) for t in ("07/2024/TT-BYT", "25-CT/TW", "978/BYT-BH")]
    ['state', 'party', 'letter']
    """
    if not n.tokens:
        return None
    kind, codes = type_code(n), issuer_codes(n)
    if kind == "AL" or "AL" in n.tokens or n.tokens[-1] in _INSTANCES or kind in _RULINGS:
        return "court"
    whose = system_of(codes[0]) if codes else None
    hyphen_first = n.code[0][0] == "-" and len(n.code) > 1 and n.code[1][0] == "/"
    if hyphen_first and whose is None:
        return "party"
    if kind is None and len(n.tokens) > 1 and not n.year and whose == "state":
        return "letter"
    return whose or ("state" if n.year else None)


def canonical(n: Number) -> str:
    """The number as identity has it: codes spelled right, separators where their system has them.

    >>> canonical(read_number("03/2004/TTBYT", 0)), canonical(read_number("07/NQ-ĐU", 0))
    ('03/2004/TT-BYT', '07-NQ/ĐU')
    """
    serial = _no_dot(n.serial) + n.letter.lower()
    head = serial + (f"{'-' if n.hyphen_year else '/'}{n.year}" if n.year else "")
    tokens = [_with_term(token, n.year) for token in n.tokens]
    if not tokens:
        return head
    kind = type_code(n)
    if is_joint(kind):
        return "-".join([f"{head}/{kind}", *(t for t in tokens if t != kind)])
    hyphen_first = n.code[0][0] == "-" and len(n.code) > 1 and n.code[1][0] == "/"
    if kind and tokens[0] == kind and len(tokens) > 1:
        issuer, units = tokens[1], tokens[2:]
        whose = system_of(issuer)
        # what only the Party or a mass organization writes so; a State body's is a slip
        partys = whose == "party" or (hyphen_first and whose != "state")
        if partys or (kind in ("L", "LCT") and n.code[0][0] == "-"):
            return "-".join([f"{serial}-{kind}/{issuer}", *units])
        return "-".join([f"{head}/{kind}-{issuer}", *units])
    if kind == "NĐ" and n.year:  # "100/2019/NĐ": who else issues decrees?
        return f"{head}/NĐ-CP"
    if kind and tokens[-1] == kind and len(tokens) == 2 and kind not in LICENCES:
        return f"{head}/{kind}-{tokens[0]}"
    if hyphen_first and not n.year and system_of(tokens[1]) == "party":
        return "-".join([f"{serial}-{tokens[0]}/{tokens[1]}", *tokens[2:]])
    sep = n.code[0][0] if len(tokens) == 1 and not n.year else "/"
    return head + sep + "-".join(tokens)


def _with_term(token: str, year: str | None) -> str:
    """The press leaves out the legislature, which the year tells: 54/2017/QH."""
    if token not in ("QH", "UBTVQH") or year is None or year < "2005":
        return token
    return f"{token}{legislature(int(year)) or ''}"


def stands_alone(n: Number) -> bool:
    """Whether a number needs no type word beside it: its type and issuer are both known codes."""
    tokens = n.tokens
    if not tokens:
        return False
    if is_legislature(tokens[0]):
        return bool(n.year)
    kind = type_code(n)
    if kind is None or not type_codes()[kind].alone or len(tokens) < 2:
        return False
    return all(is_code(t) for t in issuer_codes(n))
