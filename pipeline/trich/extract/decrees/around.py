"""What stands around a citation beside date and issuer: the place in the document that is cited
(điểm a khoản 2 Điều 5), its title, and whether it is a draft, in force or at an end."""

from __future__ import annotations

from datetime import date

from trich.article import Span
from trich.extract.decrees.bodies import read_body
from trich.extract.decrees.cited import Cited, Page
from trich.extract.decrees.evidence import DATE_CUE, ISSUED
from trich.extract.decrees.issued import read_date
from trich.extract.decrees.pattern import Pattern
from trich.extract.decrees.trailers import joined_end, set_issuer

_LIST = r"(?:(?:,| và|, và| hoặc|-) ?{0})*"
_UNIT = Pattern(
    r"(?<![^\W_])(?:"
    r"(?:các )?điểm [a-zđ]\d?(?![^\W_])" + _LIST.format(r"(?:điểm )?[a-zđ]\d?(?![^\W_])") + "|"
    r"(?:các )?khoản \d{1,3}[a-zđ]?(?![^\W_])" + _LIST.format(r"\d{1,3}[a-zđ]?(?![^\W_])") + "|"
    r"(?:các )?điều \d{1,3}[a-zđ]?(?![^\W_])" + _LIST.format(r"\d{1,3}[a-zđ]?(?![^\W_])") + "|"
    r"(?:mục|tiểu mục|chương|phần|phụ lục)(?: số)? (?:[ivx]{1,6}|\d{1,3}|thứ [^\W\d_]+)(?![^\W_])"
    r")",
    yes=("điểm a", "khoản 2", "điều 22, 26 và 27", "phụ lục i"),
    no=("điểm đến", "điều kiện"),
)
_BETWEEN = Pattern(
    r"(?:,|;| và| hoặc)? ?(?:của |thuộc |tại )?$",
    yes=(" ", ", ", " và "),
    no=(" theo ",),
    how="fullmatch",
)
_TO_DOCUMENT = Pattern(
    r",? ?(?:của |tại |trong |thuộc |, )?(?:ban hành )?(?:kèm theo )?$",
    yes=(" ", " của ", " ban hành kèm theo "),
    no=(" quy định ",),
    how="fullmatch",
)
_PINPOINT_REACH = 90
_UNIT_WORDS = ("điều ", "khoản ", "điểm ", "phụ lục ", "chương ", "mục ", "phần ")

_TITLE = Pattern(
    r"(?:,| -|:| \()? ?[“\"]?"
    r"(?!(?:sửa đổi|bổ sung)(?:, bổ sung)?(?:,(?! bổ sung)| (?:tại|bởi|bằng|theo|năm|lần)))"
    r"(?=(?:về việc|về|v/v|quy định|hướng dẫn|phê duyệt|ban hành|sửa đổi|bổ sung|"
    r"công bố|thành lập|bãi bỏ một số|điều chỉnh|giao|kiện toàn)"
    r"(?! (?:như sau|cụ thể như))(?: [^\W\d_]|,))",
    yes=(" về việc thu", ", quy định chi tiết"),
    no=(" có hiệu lực", " sửa đổi, bổ sung tại", " sửa đổi năm 2014"),
)
_TITLE_END = Pattern(
    r"[\n;\"”|:]|[.?!](?=\s|$)|\)| \((?:viết|gọi|sau đây) |(?<=[^\W\d_]) - |"
    r",? (?:theo đó|trong đó|đồng thời|có hiệu lực|đã được|đã |đang |sẽ |nêu rõ|nêu:|nhấn mạnh|"
    r"được (?:ban hành|thông qua|ký|đánh giá|sửa|thay|"
    r"triển khai|quốc hội|xem)|là (?:một|căn cứ|cơ sở|văn bản)|thì )|"
    # a predicate, which no title holds
    r" (?:(?:hết|còn|không còn) hiệu lực|vẫn|chưa|bộc lộ|cho thấy|mang lại|đi vào|góp phần|gặp|"
    r"còn (?:nhiều|vướng|khó)|đặt (?:ra|nhiều|mục tiêu)|khiến|rất|quá|phát huy tác dụng)(?![^\W_])|"
    r", (?:từ|nhằm|với|do|để|người(?! lao động)|ông|bà|mức|"
    r"khi|nếu|cả|trường|bệnh viện|bộ|sở|tỉnh|nhiều|ngày|năm|trước|sau|tính|đến|kể|qua|đây|việc|"
    r"theo|thay|có|được|áp|các địa|ubnd|cơ quan|đơn vị|địa) ",
    yes=(";", " có hiệu lực", ", theo đó", ". ", " vẫn ", " đặt nhiều"),
    no=(" quản lý, sử dụng tài sản",),
)
_TITLE_REACH = 300
# A citation that its title goes on over: "sửa đổi … của Nghị định 146/2018/NĐ-CP"
_INSIDE = Pattern(
    r"(?:của(?: các)?|thực hiện|triển khai|thi hành|theo|hướng dẫn|thay thế|chi tiết|tại|hành|"
    r"bãi bỏ|khai|dự án|dự thảo|áp dụng|về) $",
    yes=("của ", "thực hiện "),
    no=("và ", ", "),
)
_TRAILING = Pattern(
    r"(?:[ ,(]|(?<![^\W_])(?:và|cùng|cùng với|hoặc|theo|tại|của|như|là|với|các))+$",
    yes=(" và ",),
    no=("va",),
)

_BY_WHOM = Pattern(
    r",? (?:do|mà|(?:(?:đã|vừa|mới|vừa mới) )*được) (?=[^\W\d_])",
    yes=(" do Bộ", " mà Quốc hội", ", vừa được Chính phủ"),
    no=(" do 5", " của Bộ"),
)
_BY_REACH = 12  # a title stops at "được", which may open its issuer

_DRAFT = Pattern(
    r"(?:dự thảo|dự án|bản thảo)(?: (?:sửa đổi|lần \d|các|hồ sơ|của)|(?: luật)?(?: gồm)?:)? $",
    yes=("dự thảo ", "dự án ", "ba dự án luật gồm: "),
    no=("theo ",),
)
# "hai dự án: Luật A (sửa đổi) và Luật B"
_NEXT_DRAFT = Pattern(
    r"(?: \(sửa đổi\))?(?:,|;| và|, và) $",
    yes=(" (sửa đổi) và ", "; "),
    no=(" của ",),
    how="fullmatch",
)
_IN_FORCE = Pattern(
    r" ?[,(]?(?: (?:đã|đang|vẫn|còn|chính thức|bắt đầu|vừa|mới|hiện))* ?(?:có|còn|đang có) hiệu lực"
    r"(?: thi hành)?(?: (?:từ|kể từ|vào|trong))*(?P<from> ?)",
    yes=(" có hiệu lực từ ngày 1/1", " vẫn còn hiệu lực"),
    no=(" sẽ có hiệu lực", " hết hiệu lực"),
    how="match",
)
_AT_AN_END = Pattern(
    r" ?[,(]?(?: (?:nay|đã|cũng|hiện|chính thức))* ?(?:hết hiệu lực|"
    r"(?:bị|được) (?:bãi bỏ|hủy bỏ|thay thế)|không còn hiệu lực)",
    yes=(" đã hết hiệu lực", " được thay thế bởi"),
    no=(" có hiệu lực",),
)


def read_pinpoint(page: Page, c: Cited) -> None:
    """Find the part of the document that the words in front of its citation name."""
    lower = page.lower
    start = max(0, c.start - _PINPOINT_REACH)
    start = max(start, lower.rfind("\n", start, c.start) + 1)
    window = lower[start : c.start]
    if not any(unit in window for unit in _UNIT_WORDS):
        return
    units = [m.span() for m in _UNIT.finditer(lower, start, c.start)]
    if not units or not _TO_DOCUMENT.fullmatch(lower, units[-1][1], c.start):
        return
    first, end = units[-1]
    for unit, after in reversed(units[:-1]):
        if not _BETWEEN.fullmatch(lower, after, first):
            break
        first = unit
    c.pinpoint = Span(first, end)


def read_title(page: Page, c: Cited, following: list[Cited]) -> None:
    """Find the title behind a numbered citation: "… về việc", up to where its clause ends.

    `following` are the next citations of the page, in text order.
    """
    if c.number is None:
        return
    opens = _TITLE.match(page.lower, c.stop)
    if opens is None:
        return
    start = opens.end()
    m = _TITLE_END.search(page.lower, start, start + _TITLE_REACH)
    end = m.start() if m else min(len(page.text), start + _TITLE_REACH)
    for other in following:
        if other.start >= end:
            break
        head = other.pinpoint.start if other.pinpoint else other.start
        if not _INSIDE.search(page.lower, max(start, head - 16), head):
            end = head
            break
        if other.end > end:  # a code holds a stop of its own: "V.I"
            end = other.end
    if cut := _TRAILING.search(page.text, max(start, end - 24), end):
        end = cut.start()
    if m is None and end == start + _TITLE_REACH:
        end = max(start, page.text.rfind(" ", start, end))
    if page.text.count(" ", start, end) >= 2:
        c.title = Span(start, end)
        if not c.stated:
            _issuer_behind(page, c, c.title)


def _issuer_behind(page: Page, c: Cited, title: Span) -> None:
    """ "… về giá đất do UBND tỉnh Lào Cai ban hành", "… mà Quốc hội vừa thông qua ngày 28/11": the
    title ends where issuer and date begin."""
    lower = page.lower
    for m in _BY_WHOM.finditer(lower, title.start, min(len(lower), title.end + _BY_REACH)):
        body = read_body(page.text, lower, m.end())
        end = joined_end(page, c, body) if body else 0
        done = ISSUED.match(lower, end) if body else None
        if body is None or done is None:
            continue
        set_issuer(page, c, body)
        c.title = Span(title.start, min(title.end, m.start()))
        read = DATE_CUE.match(lower, end)
        day = read_date(lower, read.end(), published=page.published) if read else None
        if day and c.date is None:
            c.date, c.year_inferred = day.value, day.year_inferred
        return


def read_status(page: Page, c: Cited, before: Cited | None) -> None:
    """Tell a draft, a document said to be in force, and one said to be at an end.

    `before` is the citation before this one, whose list it may go on with.
    """
    lower = page.lower
    listed = before and before.status == "draft" and before.type == c.type
    if _DRAFT.search(lower, max(0, c.start - 30), c.start) or (
        listed and before and _NEXT_DRAFT.fullmatch(lower, before.end, c.start)
    ):
        c.status = "draft"
        return
    for at in dict.fromkeys((c.stop, c.title.end if c.title else c.stop)):
        if _AT_AN_END.match(lower, at):
            c.status = "expired"
            return
        if m := _IN_FORCE.match(lower, at):
            begins = read_date(lower, m.end(), published=page.published)
            if not (begins and begins.value and _after(begins.value, page.published)):
                c.status = "in_force"
            return


def _after(value: str, day: date | None) -> bool:
    return day is not None and value > day.isoformat()[: len(value)]
