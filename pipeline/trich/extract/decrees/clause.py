"""The words in front of a citation: "Ngày …, Quốc hội đã ban hành …" names issuer and date."""

from __future__ import annotations

from collections.abc import Iterator

from trich.extract.decrees import codes
from trich.extract.decrees.bodies import Body, read_body
from trich.extract.decrees.cited import Cited, Page
from trich.extract.decrees.issued import read_date
from trich.extract.decrees.pattern import Pattern
from trich.extract.decrees.trailers import set_issuer

_VERB = Pattern(
    r" (?:(?:đã|vừa|mới|sẽ|cũng|chính thức|vừa mới|tiếp tục) )*"
    r"(?:ký ban hành|ban hành(?: kèm theo)?|thông qua|ký|ra|phát hành|phát đi|phát|công bố|có)"
    r"(?: các| những| hai| ba)? $",
    yes=(" đã ban hành ", " vừa ký ", " phát "),
    no=(" theo ",),
)
_VERB_ENDS_WORDS = "hành qua ký ra phát đi bố có theo các những hai ba"
_VERB_ENDS = frozenset(_VERB_ENDS_WORDS.split())
_SENTENCE = Pattern(r"[.!?;] ", yes=(". ",), no=(", ",))
_LEADING = Pattern(
    r"(?:(?:sáng|chiều|tối|trưa) )?(?=ngày |năm |tháng |\d)|(?=(?:hôm|sáng|chiều|tối) (?:nay|qua))",
    yes=("ngày 3/4", "sáng 3/4", "chiều qua"),
    no=("theo đó",),
)
_BYLINE = Pattern(
    r"(?:\([^()\n]{2,20}\)|[A-ZĐ][A-ZĐ0-9.]{1,11}) ?- ?(?!\d)",
    yes=("(TTXVN) - ", "SKĐS - "),
    no=("Sáng ",),
)
_OTHER_DATE = Pattern(r"(?:ngày|năm|tháng) \d|\d/\d", yes=("ngày 3",), no=("3 người",))
_SOON = Pattern(
    r"(?:hôm|sáng|trưa|chiều|tối) (?:nay|qua)(?![^\W_])", yes=("chiều qua",), no=("qua chiều",)
)
_INITIAL = Pattern(r"(?<![^\W_])[^\W\d_]", yes=("Bộ",), no=("12",))
_TERM_BEFORE = Pattern(
    r" \(?khóa (?:[ivx]{1,5}|\d{1,2})\)?(?:,? (?:tại )?kỳ họp [^\W_]+(?: [^\W_]+){0,4})?$",
    yes=(" khóa xv", " (khóa xv)", " khóa xv, kỳ họp thứ 7"),
    no=(" khóa học",),
)
_DAY_CUE = Pattern(r"ngày (?=\d)", yes=("ngày 3",), no=("ngày nay",))
_TO_SUBJECT = Pattern(
    r",? (?:tại [^,\n]{1,40}, )?",
    yes=(", ", ", tại kỳ họp thứ 5, "),
    no=(" của ",),
    how="fullmatch",
)
_CLAUSE = 160
_ON_BEHALF = Pattern(r"thay mặt ", yes=("thay mặt Bộ Chính trị",), no=("mặt khác ",))
_PERSON = Pattern(
    r"(?: [^\W\d_a-zà-ỹ][^\W\d_]*){2,5}$", yes=("Thủ tướng Phạm Minh Chính",), no=("Thủ tướng",)
)
# "Thứ trưởng Bộ Y tế ký": who signs for another is no issuer.
_OTHERS_OFFICE = Pattern(
    r"(?:phó|nguyên|trưởng|đốc|tịch|thư|nhiệm|trực) $", yes=("thứ trưởng ",), no=("của ",)
)


def look_before(page: Page, c: Cited) -> None:
    """Take issuer and date from the clause in front, where the citation itself lacks them."""
    if c.date is None or c.issuer is None or not c.stated:
        start = _clause_start(page, c.start)
        last = page.lower[max(start, c.start - 12) : c.start].rsplit(None, 1)[-1:]
        verb = _VERB.search(page.lower, start, c.start) if _VERB_ENDS.issuperset(last) else None
        if verb:
            subject = _subject(page, max(start, verb.start() - 90), verb.start())
            if subject and c.issuer is None:
                set_issuer(page, c, subject)
            if c.date is None:
                _leading_date(page, c, start, verb.start())
                if c.date is None and subject:
                    _date_of_subject(page, c, start, subject.start)
    if c.issuer is None and codes.needs_place(c.issuer_code):
        _local_issuer(page, c)


def _clause_start(page: Page, at: int) -> int:
    return max(page.text.rfind("\n", max(0, at - _CLAUSE), at) + 1, at - _CLAUSE)


def _sentence_start(page: Page, start: int, end: int) -> int:
    return max([start, *(m.end() for m in _SENTENCE.finditer(page.text, start, end))])


def _subject(page: Page, start: int, end: int) -> Body | None:
    """The body right before the verb, a person's name or a term between them allowed."""
    text, lower = page.text, page.lower
    person = _PERSON.search(text, start, end)
    soon = [m.start() - 1 for m in _SOON.finditer(lower, start, end) if m.end() == end]
    term = _TERM_BEFORE.search(lower, start, end)
    stops = {end, *soon}
    stops |= {m.start() for m in (person, term) if m}
    for m in _INITIAL.finditer(text, start, end):
        common = lower.startswith("hội đồng trường", m.start())
        deputy = _OTHERS_OFFICE.search(lower, max(0, m.start() - 8), m.start())
        if deputy or not (m.group().isupper() or common):
            continue
        body = read_body(text, lower, m.start())
        if body and body.end in stops:
            return body
    if behalf := _ON_BEHALF.search(lower, start, end):
        return read_body(text, lower, behalf.end())
    return None


def _date_of_subject(page: Page, c: Cited, start: int, end: int) -> None:
    """The date right in front of the subject: "Tại kỳ họp thứ 5, ngày 23/6/2023, Quốc hội …"."""
    for m in _DAY_CUE.finditer(page.lower, start, end):
        read = read_date(page.lower, m.start(), published=page.published)
        if read and read.value and _TO_SUBJECT.fullmatch(page.lower, read.end, end):
            c.date, c.year_inferred = read.value, read.year_inferred


def _local_issuer(page: Page, c: Cited) -> None:
    """Whose code "UBND" or "SYT" is: the nearest such body before it in its sentence."""
    text, lower = page.text, page.lower
    start = _sentence_start(page, _clause_start(page, c.start), c.start)
    for m in reversed(list(_INITIAL.finditer(text, start, c.start))):
        if not m.group().isupper() or text[m.start() - 1 : m.start()] in ("-", "/"):
            continue  # "NQ-HĐND" is a number's code
        body = read_body(text, lower, m.start())
        if body is None or body.end > c.start:
            continue
        party = c.issuer_code == "ĐU" and lower.startswith("đảng ủy", body.start)
        if body.code == c.issuer_code or party or _older(body.code, c.issuer_code):
            set_issuer(page, c, _whole(page, body, start))
            return


def _older(now: str | None, code: str | None) -> bool:
    """Whether a code is an older spelling of another: UB of UBND."""
    return any(i.successor == now for i in codes.issuers().get(code or "", ()) if now)


def _whole(page: Page, body: Body, start: int) -> Body:
    """The longer body that ends where this one does: "Ban Thường vụ Tỉnh ủy"."""
    for m in _INITIAL.finditer(page.text, max(start, body.start - 40), body.start):
        if m.group().isupper():
            wider = read_body(page.text, page.lower, m.start())
            if wider and wider.end == body.end:
                return wider
    return body


def _leading_date(page: Page, c: Cited, start: int, end: int) -> None:
    """The date that opens the sentence, when no other stands before the verb."""
    lower = page.lower
    at = _sentence_start(page, start, end)
    if at == c.start - _CLAUSE:  # the sentence opens further left than we look
        return
    if byline := _BYLINE.match(page.text, at):
        at = byline.end()
    cue = _LEADING.match(lower, at)
    read = read_date(lower, cue.end(), bare=True, published=page.published) if cue else None
    if read is None and page.published:
        soon = [m.start() for m in _SOON.finditer(lower, at, end) if m.end() == end]
        read = read_date(lower, soon[0], published=page.published) if soon else None
    if read and read.value and not _OTHER_DATE.search(lower, read.end, end):
        c.date, c.year_inferred = read.value, read.year_inferred


_HEADING = 90
_LOCAL_HEADS = Pattern(
    r"UBND|ỦY|HĐND|HỘI ĐỒNG|SỞ |TÒA ÁN|CÔNG AN|BỆNH VIỆN|TRUNG TÂM",
    yes=("QUYẾT ĐỊNH CỦA UBND TỈNH",),
    no=("DANH MỤC VĂN BẢN",),
)


def under_headings(page: Page, found: list[Cited]) -> None:
    """The local issuer that a heading in capitals names for the entries below it:
    "A. NGHỊ QUYẾT CỦA HĐND TỈNH"."""
    wanting = [c for c in found if c.issuer is None and codes.needs_place(c.issuer_code)]
    if not wanting:
        return
    heads = list(_headings(page))
    for c in wanting:
        above = [(line, body) for line, body in heads if line < c.start]
        for line, body in above:
            alike = body.code == c.issuer_code or _older(body.code, c.issuer_code)
            if line == above[-1][0] and alike:
                set_issuer(page, c, body)
                break


def _headings(page: Page) -> Iterator[tuple[int, Body]]:
    """The local bodies that headings in capitals name, with where each heading begins."""
    at = 0
    for line in page.text.split("\n"):
        if 8 < len(line) < _HEADING and line.isupper() and _LOCAL_HEADS.search(line):
            for m in _INITIAL.finditer(page.text, at, at + len(line)):
                body = read_body(page.text, page.lower, m.start())
                if body and body.end <= at + len(line) and codes.needs_place(body.code):
                    yield at, body
        at += len(line) + 1
