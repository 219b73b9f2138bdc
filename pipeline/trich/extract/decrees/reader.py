"""One pass over a page: type words, what they open, and numbers that need no type word."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from trich.article import Span
from trich.extract.decrees import codes, numbers
from trich.extract.decrees.bodies import Body, read_body
from trich.extract.decrees.cited import Cited, Page
from trich.extract.decrees.evidence import accept, accept_item
from trich.extract.decrees.named import GAP, SO, read_law, read_resolution, read_standard
from trich.extract.decrees.numbers import Number, issuer_codes, read_number, type_code
from trich.extract.decrees.pattern import Pattern
from trich.extract.decrees.trailers import read_trailers, set_issuer, together
from trich.extract.decrees.words import Word, abbreviated, type_words, words

# Words between the type and "số": "quyết định xử phạt vi phạm hành chính số 45/QĐ-XPVPHC".
_INFIX = Pattern(
    r"(?: (?!số )[^\W\d_]+){1,9} số ?:? ?(?=\d)", yes=(" xử phạt số 45",), no=(" số 45",)
)
_INFIX_REACH = 90
# "281 và 1093", "57, 59, 66 và 68", "số 20, 21-NQ/TW", "100/2019/NĐ-CP; số 123/2021/NĐ-CP"
_TAIL = Pattern(
    r" ?(?P<sep>,|;|và|cùng|hoặc|hay|đến|&) ?(?:và )?(?P<so>số ?:? ?)?(?=\d)",
    yes=(", 59", " và số 60", "; 75/2023"),
    no=(" về 59",),
)
_PLURAL = Pattern(r"(?:các|những) $", yes=("các ",), no=("theo ",))
_FROM = Pattern(r"từ (?:các )?$", yes=("từ ",), no=("theo ",))
_JOINER = Pattern(
    r" ?(?:,|;|và|hoặc|cùng|, và) ?(?:các )?(?:số ?:? ?)?", yes=(" và ", ", "), no=(" của ",)
)
_BARE_CODE = Pattern(
    r"[/-] ?(?:(?:19|20)\d\d ?/ ?)?(?:NQ|NĐ|QĐ|CT|TT|KL|TB|KH|HD|CĐ|PL|L|VBHN|BC|CV|QH1|UBTVQH)",
    yes=("25-CT/TW", "07/2024/TT-BYT", "99/2023/QH15"),
    no=("29C-123.45",),
)
_SERIAL_BEFORE = Pattern(
    r"(?<![\w/.,-])\d{1,5}[a-zđ]?(?: ?/ ?(?:19|20)\d\d)? ?$", yes=("số 07/2024", "25"), no=("1.25",)
)
_NUMBERS_BEFORE = Pattern(
    r"(?<=[(“\"])(?:số )?\d{1,4}(?:, \d{1,4})*(?:, | và )$",
    yes=("(57, 59, 66, ", "(57 và "),
    no=("năm 2024, ",),
)
_SERIAL = Pattern(r"\d{1,4}", yes=("57",), no=("NQ",))
_IN_BRACKETS = Pattern(
    r" ?(?:(?:năm )?(?:19|20)\d\d )?\(số ?:? ?", yes=(" (số ", " 2024 (số "), no=(" số ",)
)


def read(page: Page) -> list[Cited]:
    """All citations of a page by themselves, in text order."""
    found: list[Cited] = []
    done = 0
    for at, stem in type_words(page):
        if at < done:
            continue
        if cited := _cite(page, at, stem):
            found += cited
            done = cited[-1].end
    if bare := _bare_codes(page, found):
        found += bare
        found.sort(key=lambda c: c.start)
    _share_trailers(page, found)
    for c in found:
        _imply_at_date(c)
    return found


def _cite(page: Page, at: int, stem: str) -> list[Cited]:
    """The citations that the type word at `at` opens: none, one, or a list's."""
    for word in words()[stem]:
        end = at + len(word.surface)
        if not page.lower.startswith(word.surface, at):
            continue
        if word.evidence == "never":
            return []
        if word.evidence == "standard":
            return read_standard(page, at, end, word)
        if word.evidence in ("law", "name", "constitution"):
            if named := read_law(page, at, end, word):
                return named
        elif word.codes[:1] == ("NQ",) and (named := read_resolution(page, at, word)):
            return named
        if cited := _numbered(page, at, end, word):
            return cited
    return []


def _numbered(page: Page, at: int, end: int, word: Word) -> list[Cited]:
    text, lower = page.text, page.lower
    issuer: Body | None = None
    infix = False
    if so := SO.match(lower, end):
        number_at = so.end()
    elif gap := GAP.match(lower, end):
        number_at = gap.end()
    elif abbreviated(word.surface) and text[end : end + 1].isdigit():
        number_at = end  # "NĐ100"
    elif lower.startswith(" của ", end):
        issuer = read_body(text, lower, end + 5)
        so = SO.match(lower, issuer.end) if issuer else None
        if not so:
            return []
        number_at = so.end()
        if ":" in so.group():  # "các Nghị định của Chính phủ: số 78/2025/NĐ-CP …; số 187/…"
            at = number_at
    elif lower.find(" số", end, end + _INFIX_REACH) < 0:
        return []
    elif (so := _INFIX.match(lower, end)) and not _clause(lower, end, so.end()):
        number_at, infix = so.end(), True
        issuer = read_body(text, lower, end + 1)
        if issuer and not (text[issuer.start].isupper() and lower.startswith(" số", issuer.end)):
            issuer = None
    else:
        return []
    several = so is not None or _PLURAL.search(lower, max(0, at - 8), at) is not None
    number = read_number(text, number_at, several)
    if number is None or (infix and not _fits(number, word)):
        return []
    verdict = accept(page, at, end, word, bool(so), number)
    if verdict is None:
        return []
    rule = "code" if number.code else "number-year" if number.year else "serial"
    first = _cited(at, number, word, rule)
    first.tentative = verdict == "tentative"
    if issuer:
        set_issuer(page, first, issuer)
    return _list(page, first, word, several)


def _clause(lower: str, start: int, end: int) -> bool:
    """Whether words between a type and a number are no title: "Chỉ thị này thay thế …"."""
    between = lower[start:end].split()
    return "này" in between or any(" ".join(pair) in words() for pair in pairwise(between))


def _fits(number: Number, word: Word) -> bool:
    """Whether words may stand between this type and this number."""
    if not number.code:
        return False
    kind = type_code(number)
    assembly = word.codes[:1] == ("NQ",) and codes.is_legislature(number.tokens[0])
    court = numbers.system(number) == "court"
    return kind in word.codes or assembly or court or (kind is None and not word.codes)


def _cited(at: int, n: Number, word: Word | None, rule: str) -> Cited:
    """A citation with what its type word and its own codes tell."""
    if word and len(n.tokens) == 2 and not type_code(n):
        last = n.tokens[1]
        if last in word.codes and last not in numbers.LICENCES:
            n = n.swapped()  # "Thông tư 15/BYT-TT"
    kind = type_code(n)
    type_, own_codes = (word.type, word.codes) if word else (None, ())
    own = codes.type_codes()[kind].type if kind else None
    system = numbers.system(n)
    if word is None or (word.type == "Văn bản" and own):
        type_, own_codes = own, (kind,) if kind else ()
        if system == "party" and kind == "QĐ":
            type_ = None  # a decision or a regulation
        if system == "party" and kind == "TT":
            type_ = "Thông tri"
        if word is None and codes.is_legislature(n.tokens[0] if n.tokens else ""):
            own_codes = ("QH",)
    c = Cited(at, n.end, type_, rule, own_codes, n, Span(n.start, n.end), system=system)
    _imply(c, word)
    return c


def _imply(c: Cited, word: Word | None) -> None:
    n = c.number
    if n and n.code:
        c.id = numbers.canonical(n)
        c.issuer = names_issuer(n, c.date)
        c.issuer_code = next(iter(issuer_codes(n)), None)
    # the National Assembly's laws before 1992 bear the code of the body that promulgated them
    council = word and word.type == "Pháp lệnh" and (c.issuer_code or "").startswith("HĐNN")
    if word and word.issuer and (not c.issuer_code or word.evidence == "law") and not council:
        c.issuer = word.issuer
    if isinstance(c.issuer, str):
        c.issuer_name = c.issuer


def _imply_at_date(c: Cited) -> None:
    """Read the issuer's code again, now that the date of the document is known."""
    n = c.number
    if n and n.code and c.date and not n.year and isinstance(c.issuer, str) and not c.name:
        dated = names_issuer(n, c.date)
        if dated and c.issuer_name == names_issuer(n, None):
            c.issuer = c.issuer_name = dated


def names_issuer(n: Number, on: str | None) -> str | None:
    """The body that a number's code alone names, by its name at a date; else None."""
    names = []
    for code in issuer_codes(n):
        if code == "BCT" and n.code[0][0] == "-":
            return "Bộ Chính trị"
        name = codes.issuer_name(code, on or n.year)
        if name is None:
            return None
        names.append(name)
    return ", ".join(names) or None


def _list(page: Page, first: Cited, word: Word, several: bool = False) -> list[Cited]:
    """The first number of a list with the further ones, each with what follows it."""
    cited = [first]
    end = read_trailers(page, first)
    ranged = _FROM.search(page.lower, max(0, first.start - 10), first.start) is not None
    while tail := _TAIL.match(page.lower, end):
        if tail["sep"] == "đến" and not ranged:
            break
        n = read_number(page.text, tail.end(), several)
        if n is None:
            break
        listed = _TAIL.match(page.lower, n.end) is not None
        if not accept_item(page, n, bool(tail["so"]), tail["sep"], listed):
            break
        kind = type_code(n)
        own = word if not kind or not word.codes or kind in word.codes else None
        item = _cited(n.start, n, own, "list")
        cited.append(item)
        end = read_trailers(page, item)
    _distribute(cited)
    if first.tentative:  # an issuer behind the list bears out all of it
        for c in cited:
            c.tentative = not cited[-1].stated
    return cited


def _distribute(cited: list[Cited]) -> None:
    """Let a list's items share the code and the issuer that stand once."""
    later: Cited | None = None
    for c in reversed(cited):
        if later and c.number and c.number.code == () and later.number:
            _lend(c, later)  # and the code goes on to the item before
        else:
            later = c
    for first, c in pairwise(cited):
        coded = first.number is not None and first.number.code and not first.number.year
        if c.number and not c.number.code and coded and c.id is None:
            _lend(c, first)


def _lend(c: Cited, other: Cited) -> None:
    """Give a bare item of a list the code and issuer of its neighbour."""
    n = other.number
    if n and n.code and c.number and c.number.year in (None, n.year):
        c.id = c.id or numbers.canonical(c.number.lent(n))
    if (other.stated or c.id) and not c.stated:
        c.issuer, c.issuer_name = other.issuer, other.issuer_name
    c.issuer_code = c.issuer_code or other.issuer_code
    c.system = c.system or other.system


def _bare_codes(page: Page, found: list[Cited]) -> list[Cited]:
    """Numbers whose codes tell type and issuer, without a type word in front."""
    out: list[Cited] = []
    starts = [c.start for c in found]
    done = 0
    for m in _BARE_CODE.finditer(page.text):
        i = bisect_right(starts, m.start()) - 1
        if m.start() < done or (i >= 0 and found[i].end > m.start()):
            continue
        serial = _SERIAL_BEFORE.search(page.text, max(0, m.start() - 16), m.start())
        n = read_number(page.text, serial.start()) if serial else None
        if n is None or not numbers.stands_alone(n) or (i >= 0 and found[i].end > n.start):
            continue
        c = _cited(n.start, n, None, "bare-code")
        if i >= 0 and _IN_BRACKETS.fullmatch(page.lower, found[i].end, n.start):
            c.type = c.type or found[i].type  # "Luật Dược (số 105/2016/QH13)"
        read_trailers(page, c)
        out += [*_listed_before(page, c), c]
        done = n.end
    return out


def _listed_before(page: Page, c: Cited) -> list[Cited]:
    """The bare numbers of a list that ends in a code: "(57, 59, 66, 68-NQ/TW)"."""
    listed = _NUMBERS_BEFORE.search(page.text, max(0, c.start - 60), c.start)
    if listed is None or c.number is None:
        return []
    out = []
    for m in _SERIAL.finditer(page.text, listed.start(), c.start):
        item = _cited(m.start(), Number(m.start(), m.end(), m.group()), None, "list")
        item.type, item.codes = c.type, c.codes
        _lend(item, c)
        out.append(item)
    return out


def _share_trailers(page: Page, found: list[Cited]) -> None:
    """What stands once behind several documents: an issuer, a date with "cùng"."""
    for i in range(len(found) - 2, -1, -1):
        c, later = found[i], found[i + 1]
        if not c.number or not _JOINER.fullmatch(page.lower, max(c.end, c.stop), later.start):
            continue
        shared = later.rule == "list" or together(page, later)
        if c.date is None and shared:
            c.date, c.year_inferred = later.date, later.year_inferred
        alike = c.type == later.type or (c.system == later.system == "party" and c.number.code)
        alike = alike and (not c.number.code or c.issuer_code == later.issuer_code)
        if c.issuer is None and later.stated and alike:
            c.issuer, c.issuer_name = later.issuer, later.issuer_name
            c.issuer_code = c.issuer_code or later.issuer_code
