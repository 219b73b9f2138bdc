"""Numbers of Vietnamese legal, administrative and Party documents: reading and naming them.

Two cultures live side by side.  The State writes `number[/year]/TYPE-ISSUER` (07/2024/TT-BYT),
letters `number/ISSUER-UNIT` (978/BYT-BH); the Party writes `number-TYPE/ISSUER` and never a
year (25-CT/TW).  Older layouts (299-HĐBT, 21-LCT/HĐNN8, 1895/1997/BYT-QĐ) still get cited.
Layouts: Decree 30/2020/NĐ-CP, Decree 78/2025/NĐ-CP, Regulation 399-QĐ/TW.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from trich.lexicon import table

#: Type codes, as they stand in a number, and the document type each one means by itself.
#: QĐ with a Party issuer is a decision or a regulation: the code alone does not tell.
TYPE_CODES = {
    "NQ": "Nghị quyết", "NQLT": "Nghị quyết liên tịch", "NĐ": "Nghị định", "QĐ": "Quyết định",
    "QyĐ": "Quy định", "QĐi": "Quy định", "CT": "Chỉ thị", "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch", "TTLB": "Thông tư liên bộ", "KL": "Kết luận", "TB": "Thông báo",
    "KH": "Kế hoạch", "KHLN": "Kế hoạch", "KHLT": "Kế hoạch", "HD": "Hướng dẫn",
    "HDLN": "Hướng dẫn", "CTr": "Chương trình", "CTPH": "Chương trình phối hợp",
    "QCPH": "Quy chế phối hợp", "QC": "Quy chế", "TTr": "Tờ trình", "BC": "Báo cáo",
    "BB": "Biên bản", "CĐ": "Công điện", "ĐA": "Đề án", "PA": "Phương án", "DA": "Dự án",
    "TC": "Thông cáo", "PL": "Pháp lệnh", "L": "Lệnh", "LCT": "Luật", "SL": "Sắc lệnh",
    "VBHN": "Văn bản hợp nhất", "GP": "Giấy phép", "GM": "Giấy mời", "CV": "Công văn",
    "AL": "Án lệ",
}  # fmt: skip
_JOINT = {"TTLT", "TTLB", "NQLT", "HDLN", "KHLN", "KHLT"}

#: Type codes that are hardly anything else, so that they mark a number without a type word.
_DISTINCTIVE = {
    "NQ", "NQLT", "NĐ", "QĐ", "QĐi", "QyĐ", "CT", "TT", "TTLT", "KL", "TB", "KH", "HD", "CTr",
    "TTr", "CĐ", "PL", "L", "VBHN", "BC", "CV", "SL", "AL",
}  # fmt: skip

# Suffixes that stand where an issuer stands and name a kind of case or act instead.
_NO_ISSUER = {"XPVPHC", "XPHC", "AL", "GĐT", "TT"}
# Instances of a court: "56/2018/DS-ST" is a judgment, whose letters name a kind of case.
_INSTANCES = {"ST", "PT", "GĐT", "DSST", "DSPT", "HSST", "HSPT"}
# Codes that need a locality or an organization to mean one body.
NON_IDENTIFYING = {
    "UBND", "UB", "UBT", "HĐND", "TT.HĐND", "CTUBND", "VPUBND", "ĐU", "TU", "BTVTU", "VPTU",
    "UBKTTU", "BTCTU", "BTGTU", "BDVTU", "BTGDVTU", "BNCTU", "HU", "QU", "ThU", "TXU", "UBKT",
    "UBKTĐU", "CB", "ĐH", "SYT", "STC", "SNV", "STP", "SXD", "SGDĐT", "SKHCN", "SCT", "SNNMT",
    "SNNPTNT", "STNMT", "SLĐTBXH", "SKHĐT", "SGTVT", "STTTT", "SVHTTDL", "BV", "TTYT", "KSBT",
    "TTKSBT", "TA", "BCSĐ", "ĐĐ", "LĐLĐ", "ĐTN", "TĐTN", "HND", "CCB", "HCTĐ", "HLHPN", "MTTQ",
    "BCĐ", "BQLATTP",
}  # fmt: skip

_SEGMENT = r"[^\W\d_][^\W_]{0,23}(?:[.&][A-ZĐ0-9]{1,8}(?![^\W\d_A-ZĐ]))?"
_NUMBER = re.compile(
    r"(?P<serial>\d{1,6}(?:\.\d{1,3}(?![\d.]))?)"
    r"(?P<letter>[a-zđA-ZĐ](?![^\W_]))?"
    r"(?: ?(?P<ysep>[/-]) ?(?P<year>(?:19|20)\d\d)(?![\d.,%]\d|[^\W_]))?"
    rf"(?P<code>(?: ?[/-] ?{_SEGMENT}){{0,6}})"
)
# The hyphen lost: "20 NQ/TW", "20NQ/TW", "20 NQTW"
_NO_HYPHEN = re.compile(
    rf"(?P<serial>\d{{1,5}}) ?(?P<code>[A-ZĐ][A-ZĐi]{{1,3}}r? ?/ ?{_SEGMENT}(?:-{_SEGMENT}){{0,3}})"
)
_GLUED_PARTY = re.compile(
    r"(?P<serial>\d{1,5})(?P<sep> ?-? ?)(?P<code>(?:NQ|CT|QĐ|KL|TB|HD|KH|QĐi)T[WƯ])(?!\w)"
)
_PIECE = re.compile(rf"( ?)([/-])( ?)({_SEGMENT})")
_PLAIN_CAPITALS = re.compile(r"[A-ZĐƯƠĂÂÊÔ][A-ZĐƯƠĂÂÊÔ0-9]*(?:[.&][A-ZĐ0-9]+)?")
_LEGISLATURE = re.compile(r"(UBTVQH|QH|HĐNN)(\d{1,2})")
_UNMARK = str.maketrans("ĐƯ", "DU")


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
    code: tuple[tuple[str, str], ...] = ()
    hyphen_year: bool = False

    @property
    def tokens(self) -> tuple[str, ...]:
        """The code's segments without separators."""
        return tuple(token for _, token in self.code)

    @property
    def plain(self) -> str:
        """The serial as identity has it: no leading zero, no thousands dot."""
        return _no_dot(self.serial).lstrip("0") + self.letter.lower()

    @property
    def value(self) -> int:
        """The serial as a number."""
        return int(_no_dot(self.serial).split(".")[0])


@cache
def issuer_rows() -> dict[str, list[dict[str, str]]]:
    """The bodies behind each issuer code, newest first."""
    rows: dict[str, list[dict[str, str]]] = {}
    for row in table("issuers"):
        code, _, note = row["code"].partition(" (")
        if row["system"] != "local_scope" and not (note and code in _NO_ISSUER):
            rows.setdefault(code, []).append(row)
    return rows


@cache
def _spellings() -> dict[str, str]:
    """From an upper-case segment to the code it spells; Đ restored where that is sure."""
    codes = [*TYPE_CODES, *issuer_rows()]
    out = {code.upper(): code for code in codes}
    for code in codes:
        # HD and HĐ, DP and ĐP differ: only a code that has no plain twin may lose its stroke
        out.setdefault(code.upper().translate(_UNMARK), code)
    return out


def known_code(segment: str) -> str | None:
    """The canonical spelling of a code segment, or None when no table has it.

    >>> known_code("TTG"), known_code("QD"), known_code("UBKTTƯ"), known_code("NGƯỜI")
    ('TTg', 'QĐ', 'UBKTTW', None)
    """
    upper = segment.upper()
    if (m := _LEGISLATURE.fullmatch(upper)) and not m[2].startswith("0"):
        return upper
    if upper.endswith("TƯ"):
        upper = upper[:-1] + "W"
    return _spellings().get(upper)


def _code_like(segment: str, spaced: bool) -> bool:
    if known_code(segment):
        return segment[:1].isupper() or not spaced
    return not spaced and bool(_PLAIN_CAPITALS.fullmatch(segment))


def _split_glued(token: str) -> tuple[str, str] | None:
    """TTBYT -> TT, BYT: the hyphen between type and issuer got lost."""
    if known_code(token):
        return None
    for size in (4, 3, 2):
        head, rest = token[:size], token[size:]
        if known_code(head) in TYPE_CODES and rest.upper() in issuer_rows():
            return head, rest
    return None


def read_number(text: str, start: int) -> Number | None:
    """The longest document number that begins at `start`, or None.

    A bare serial counts; whether it is a citation is for the caller to say.

    >>> read_number("20- NQ/TW ngày", 0).tokens
    ('NQ', 'TW')
    >>> read_number("85/2012 /NĐ-CP", 0).year
    '2012'
    """
    if m := _GLUED_PARTY.match(text, start):
        return Number(start, m.end(), m["serial"], code=(("-", m["code"][:-2]), ("/", "TW")))
    m = _NO_HYPHEN.match(text, start)
    if m and known_code(re.split(" ?/", m["code"])[0]) in TYPE_CODES:
        code = [("-", m["code"].split("/")[0].strip())]
        rest = m["code"].split("/", 1)[1]
        code += [("/" if i == 0 else "-", t.strip()) for i, t in enumerate(rest.split("-"))]
        if all(_code_like(t, spaced=False) for _, t in code):
            return Number(start, m.end(), m["serial"], code=_spelled(code))
    m = _NUMBER.match(text, start)
    if not m:
        return None
    pieces: list[tuple[str, str]] = []
    end = m.start("code")
    for piece in _PIECE.finditer(text, m.start("code"), m.end("code")):
        before, sep, after, token = piece.groups()
        if not _code_like(token, bool(before or after)):
            break
        if glued := _split_glued(token):
            pieces += [(sep, glued[0]), ("-", glued[1])]
        else:
            pieces.append((sep, token))
        end = piece.end()
    if m["year"] and m["ysep"] == "-" and not pieces:  # "281-2024" is a range
        end = m.end("letter") if m["letter"] else m.end("serial")
        return _bounded(text, Number(start, end, m["serial"], m["letter"] or ""))
    number = Number(
        start, end, m["serial"], m["letter"] or "", m["year"], _spelled(pieces), m["ysep"] == "-"
    )
    return _bounded(text, number)


def _bounded(text: str, n: Number) -> Number | None:
    """The number, unless what follows shows that it is the head of something else."""
    if n.letter and not n.code and n.letter not in "abcdđ":  # "5K" is a slogan
        return None
    after = text[n.end : n.end + 2]
    if not after:
        return n
    if after[0].isalnum() or after[0] in "%‰°" or (after[0] in ".,:/-+" and after[1:].isdigit()):
        return None
    if after[0] in "/-" and after[1:].isalpha() and not n.code:
        return None
    return n


def _spelled(pieces: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((sep, known_code(token) or token) for sep, token in pieces)


def _no_dot(serial: str) -> str:
    """1.245 is 1245; 66.1 is a number of its own."""
    head, dot, tail = serial.partition(".")
    return head + tail if dot and len(tail) == 3 else serial


def is_party(code: str) -> bool:
    """Whether a code is a Party body's and of nobody else."""
    rows = issuer_rows().get(code, [])
    return bool(rows) and all(r["system"] == "party" for r in rows)


def _is_state(code: str) -> bool:
    return any(r["system"] in ("state", "agency", "local") for r in issuer_rows().get(code, []))


def type_code(n: Number) -> str | None:
    """The type code inside a number, wherever its layout puts it."""
    tokens = n.tokens
    if not tokens:
        return None
    if tokens[0] in TYPE_CODES and (tokens[0] not in issuer_rows() or len(tokens) > 1):
        return tokens[0]
    if tokens[0] in ("CT", "SL", "TTLT", "QĐ", "NĐ", "NQ") and len(tokens) == 1:
        return tokens[0]
    if tokens[-1] in _JOINT or (n.year and len(tokens) == 2 and tokens[1] in ("QĐ", "TT", "CT")):
        return tokens[-1]
    return None


def issuer_codes(n: Number) -> tuple[str, ...]:
    """The codes in the issuer's place; several in a joint document."""
    tokens = n.tokens
    kind = type_code(n)
    if not tokens:
        return ()
    if kind in _JOINT:
        return tuple(t for t in tokens if t != kind)
    if kind and tokens[0] == kind:
        return tuple(t for t in tokens[1:2] if t not in _NO_ISSUER)
    if tokens[-1] in _INSTANCES or tokens[0] in _NO_ISSUER:
        return ()
    return tokens[:1]


def canonical(n: Number) -> str:
    """The number as identity has it: codes spelled right, separators where their system has them.

    >>> canonical(read_number("03/2004/TTBYT", 0)), canonical(read_number("07/NQ-ĐU", 0))
    ('03/2004/TT-BYT', '07-NQ/ĐU')
    """
    serial = _no_dot(n.serial) + n.letter.lower()
    head = serial + (f"{'-' if n.hyphen_year else '/'}{n.year}" if n.year else "")
    tokens = list(n.tokens)
    if not tokens:
        return head
    kind = type_code(n)
    if kind in _JOINT:
        rest = [t for t in tokens if t != kind]
        return "-".join([f"{head}/{kind}", *rest])
    if kind and tokens[0] == kind and len(tokens) > 1:
        issuer, units = tokens[1], tokens[2:]
        # what only the Party or a mass organization writes so; a State body's is a slip
        hyphen_first = n.code[0][0] == "-" and n.code[1][0] == "/" and not _is_state(issuer)
        if is_party(issuer) or hyphen_first or (kind in ("L", "LCT") and n.code[0][0] == "-"):
            return "-".join([f"{serial}-{kind}/{issuer}", *units])
        return "-".join([f"{head}/{kind}-{issuer}", *units])
    if kind and tokens[-1] == kind and len(tokens) == 2:
        return f"{head}/{kind}-{tokens[0]}"
    sep = n.code[0][0] if len(tokens) == 1 and not n.year else "/"
    return head + sep + "-".join(tokens)


def names_issuer(n: Number, year: str | None) -> str | None:
    """The body that a number's code alone names, by its name in `year`; None where it does not."""
    names = []
    for code in issuer_codes(n):
        name = issuer_name(code, year or n.year)
        if name is None or (code == "BCT" and n.code[0][0] == "-"):
            return "Bộ Chính trị" if code == "BCT" else None
        names.append(name)
    return ", ".join(names) or None


@cache
def issuer_name(code: str, year: str | None) -> str | None:
    """The one body that an issuer code means (in a year), or None.

    >>> issuer_name("TTg", None), issuer_name("QH15", None), issuer_name("TW", None)
    ('Thủ tướng Chính phủ', 'Quốc hội', None)
    """
    if m := _LEGISLATURE.fullmatch(code):
        return {"QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội"}.get(
            m[1], "Hội đồng Nhà nước"
        )
    if code in ("TW", "SL", "CT", "BCT (party)") or code in NON_IDENTIFYING or code in _NO_ISSUER:
        return None
    rows = [
        r
        for r in issuer_rows().get(code, [])
        if not r["name_en"].startswith("case-type") and r["system"] != "local"
    ]
    if code == "BCT":
        rows = [r for r in rows if r["system"] == "state"]
    if year:
        dated = [
            r
            for r in rows
            if (not r["valid_from"] or r["valid_from"][:4] <= year)
            and (not r["valid_to"] or r["valid_to"][:4] >= year)
        ]
        rows = dated or rows
    return re.sub(r" \(.*", "", rows[0]["name_vi"]) if rows else None


def stands_alone(n: Number) -> bool:
    """Whether a number needs no type word beside it: its type and issuer are both known codes."""
    tokens = n.tokens
    if not tokens:
        return False
    if _LEGISLATURE.fullmatch(tokens[0]):
        return bool(n.year)
    kind = type_code(n)
    if kind not in _DISTINCTIVE or len(tokens) < 2:
        return False
    return all(
        t in issuer_rows() or t in _NO_ISSUER or _LEGISLATURE.fullmatch(t) for t in issuer_codes(n)
    )


@cache
def legislature(year: int) -> int | None:
    """The National Assembly's term in a year; None in a year that two terms share."""
    terms = {10: (1997, 2002), 11: (2002, 2007), 12: (2007, 2011), 13: (2011, 2016),
             14: (2016, 2021), 15: (2021, 2026), 16: (2026, 2031)}  # fmt: skip
    within = [k for k, (first, last) in terms.items() if first <= year <= last]
    return within[0] if len(within) == 1 else None
