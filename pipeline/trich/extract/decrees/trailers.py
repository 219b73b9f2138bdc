"""What follows a citation and belongs to it: the issue date, the issuer, the term."""

from __future__ import annotations

from trich.article import Span
from trich.extract.decrees import codes
from trich.extract.decrees.bodies import Body, read_body
from trich.extract.decrees.cited import Cited, Page
from trich.extract.decrees.evidence import DATE_CUE, ISSUED, OF
from trich.extract.decrees.issued import Issued, read_date
from trich.extract.decrees.numbers import is_joint
from trich.extract.decrees.pattern import Pattern

_BRACKET = Pattern(
    r" ?\((?:ban hành |ký |thông qua )?(?=ngày |năm |tháng |\d)", yes=(" (ngày 3/4",), no=(" (sau",)
)
_TOGETHER = Pattern(r" ?,? ?(?:cùng|đều) ", yes=(", cùng ",), no=(" và ",))
_CELL = Pattern(
    r" ?\| ?(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4} ?(?:\||$|\n))",
    yes=(" | 02/11/1998 |",),
    no=(" | 2,5",),
)
# "Quyết định số 15/2014/QĐ-UBND về hạn mức giao đất | 13/10/2014 |": the row's next cell
_TITLED_CELL = Pattern(
    r"(?: (?:về|quy định|ban hành)[^|\n]{0,160}| ?\([^|()\n]{0,40}\)) ?\|"
    r" ?(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4} ?(?:\||$|\n))",
    yes=(" về giá đất | 13/10/2014 |", " (Hà Giang) | 14/8/2016 |"),
    no=(" về giá đất, 13/10/2014",),
)
_COMMA_DAY = Pattern(
    r"(?: ?,|,? (?:được )?(?:ký ban hành|ban hành|thông qua|ký))? ?"
    r"(?=\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d\d)",
    yes=(", 28-7-2021", ", ban hành 16/11/2015"),
    no=(", 28", ", 28-7"),
)
# "Chính phủ ban hành 30-7"
_ISSUED_DAY = Pattern(
    r" ?,? ?(?:ký |đã |vừa |được )*(?:ban hành|thông qua|ký) "
    r"(?=\d{1,2}[/-]\d{1,2}(?![\d/-]|[.,]\d|[^\W_]))",
    yes=(" ban hành 30-7", " ký 3/4,"),
    no=(" ban hành 3", " ký 3/4/2020"),
)
_TERM = Pattern(
    r" ?,? ?\(?(?:nhiệm kỳ )?khóa (?:[ivx]{1,5}|\d{1,2})(?![^\W_])\)?",
    yes=(" khóa xii", " (khóa 12)"),
    no=(" khóa học",),
)
_REVISED = Pattern(
    r" ?\(?(?:được )?(?:sửa đổi(?:, bổ sung)?|bổ sung|mới)(?![^\W_])\)?"
    r"(?!,? bổ sung một số| một số| các điều)",
    yes=(" (sửa đổi)", " sửa đổi, bổ sung"),
    no=(" sửa đổi, bổ sung một số điều",),
)
# "Bộ luật Lao động (BLLĐ) năm 2019"
_SHORT_NAME = Pattern(
    r" \([A-ZĐ&]{2,12}\)(?= năm \d| (?:19|20)\d\d)", yes=(" (BLLĐ) năm 2019",), no=(" (BLLĐ),",)
)
# "được Quốc hội khóa XV, kỳ họp thứ 9 thông qua": between who passes it and the verb
_SITTING = Pattern(
    r"(?:,? \(?khóa [ivx]{1,5}\)?)?(?:,? (?:tại )?kỳ họp [^\W_]+(?: [^\W_]+){0,4}?,?)?"
    r"(?= thông qua)",
    yes=(" khóa xv, kỳ họp thứ 9 thông qua", " tại kỳ họp thứ 5 thông qua", " thông qua"),
    no=(" khóa xv",),
    how="match",
)
_SPACE = Pattern(r" ", yes=(" ",), no=("x",))
_BODY_BRACKET = Pattern(r" ?\((?=[^\W\d_])", yes=(" (Bộ Y tế)",), no=(" (2019)",))
_JOINT_BODY = Pattern(r" ?(?:,|-|và) ?(?=[^\W\d_])", yes=(" và Bộ",), no=("; Bộ",))


# "Luật Tổ chức của HĐND" is a name, not an issuer.
_LAWGIVERS = {None, "QH", "UBTVQH", "HĐNN"}


def read_trailers(page: Page, c: Cited, *, law: bool = False) -> int:
    """Read the date and the issuer behind a citation; returns where the reading stopped."""
    text, lower = page.text, page.lower
    # "Luật Đất đai 2013", "Quyết định 2519/QĐ-UBND 2015"
    yearless = law or (c.number is not None and c.number.code != () and c.number.year is None)
    at = c.stop = c.end
    for _ in range(6):
        if (m := _TERM.match(lower, at)) or (
            law and (m := _REVISED.match(lower, at) or _SHORT_NAME.match(text, at))
        ):
            at = m.end()
            continue
        read = _date_at(page, at, yearless)
        if read and (c.date is None or read.value is None):
            at = c.stop = read.end
            if c.date is None:
                c.date, c.year_inferred = read.value, read.year_inferred
            continue
        of = OF.match(lower, at) or _BODY_BRACKET.match(text, at)
        if of is None and not law and _beside(page, c, at):
            of = _SPACE.match(text, at)
        body = read_body(text, lower, of.end()) if of else None
        if of is None or body is None or c.stated or (law and body.code not in _LAWGIVERS):
            break
        prep = of.groupdict().get("prep")
        bracketed = prep is None and text[at : of.end()].endswith("(")
        if bracketed and text[body.end : body.end + 1] != ")":
            break
        sitting = _SITTING.match(lower, body.end)
        done = ISSUED.match(lower, sitting.end() if sitting else body.end)
        if done is None and prep in ("do", "mà", "được"):  # "do Bộ trưởng … Nguyễn Văn A ký"
            done = ISSUED.match(lower, _past_name(text, body.end))
        if prep in ("do", "mà", "được") and not done:
            break
        # who passes it is told by its type or code already
        end = body.end if prep == "được" and c.issuer else set_issuer(page, c, body)
        if done and prep != "của" and not bracketed:
            at, c.stop = body.end, done.end()  # a day may follow the verb
            if _date_at(page, at, yearless) is None:
                at = c.stop
        else:
            at = c.stop = end + bracketed
    return c.stop


def _past_name(text: str, at: int) -> int:
    """Where the person's name ends that stands behind a body; `at` if none does."""
    for _ in range(5):
        if text[at : at + 1] != " " or not text[at + 1 : at + 2].isupper():
            break
        space = text.find(" ", at + 1, at + 12)
        if space < 0:
            break
        at = space
    return at


def _beside(page: Page, c: Cited, at: int) -> bool:
    """Whether a body stands behind a number without "của": "Quyết định 1093 Bộ Y tế"."""
    text, lower = page.text, page.lower
    if at != c.end or text[at : at + 1] != " " or not text[at + 1 : at + 2].isupper():
        return False
    body = read_body(text, lower, at + 1)
    if body is None or body.code is None:
        return False
    if ISSUED.match(lower, body.end):
        return True
    if c.issuer is not None or c.number is None:
        return False
    return body.code == c.issuer_code or (not c.number.code and not codes.needs_place(body.code))


def _date_at(page: Page, at: int, yearless: bool) -> Issued | None:
    lower, published = page.lower, page.published
    if bracket := _BRACKET.match(lower, at):
        read = read_date(lower, bracket.end(), bare=True, published=published)
        if read and lower[read.end : read.end + 1] in (")", ","):
            return read._replace(end=read.end + (lower[read.end] == ")"))
        return None
    if cue := DATE_CUE.match(lower, at):
        return read_date(lower, cue.end(), published=published)
    if issued := _ISSUED_DAY.match(lower, at):
        return read_date(lower, issued.end(), bare=True, short=True, published=published)
    if cell := _CELL.match(lower, at) or _COMMA_DAY.match(lower, at):
        return read_date(lower, cell.end(), bare=True)
    if (cell := _TITLED_CELL.match(lower, at)) and "|" in lower[at : cell.end()]:
        read = read_date(lower, cell.end(), bare=True)
        return read._replace(end=at) if read else None
    if yearless and lower[at : at + 1] == " " and lower[at + 1 : at + 2].isdigit():
        read = read_date(lower, at + 1, bare=True)
        return read if read and read.value and len(read.value) == 4 else None
    return None


def joined_end(page: Page, c: Cited, body: Body) -> int:
    """Where the last of the bodies ends that a joint document bears: "Bộ Y tế - Bộ Tài chính"."""
    end = body.end
    while is_joint(c.codes[0] if c.codes else None) and (m := _JOINT_BODY.match(page.lower, end)):
        more = read_body(page.text, page.lower, m.end())
        if more is None:
            break
        end = more.end
    return end


def set_issuer(page: Page, c: Cited, body: Body) -> int:
    """Make a body that the text names a citation's issuer; returns where its name ends.

    A code in brackets is written out, "(BYT)"; a joint document takes every body of the list.
    """
    end = joined_end(page, c, body)
    name = page.text[body.name : end]
    c.issuer, c.issuer_name = Span(body.name, end), name
    bracketed = page.text[body.start - 1 : body.start] == "("
    if bracketed and name == body.code and (full := codes.issuer_name(name, c.year)):
        c.issuer_name = full
    c.issuer_code = c.issuer_code if c.number and c.number.code else body.code
    return end


def together(page: Page, c: Cited) -> bool:
    """Whether what follows a citation holds for the one before as well: "cùng ngày …"."""
    return _TOGETHER.match(page.lower, c.end) is not None
