"""The words in front of a citation: "Ngày …, Quốc hội đã ban hành …" names issuer and date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from trich.extract.decrees import codes
from trich.extract.decrees.bodies import Body, read_body
from trich.extract.decrees.cited import Cited, Page
from trich.extract.decrees.issued import Issued, read_date
from trich.extract.decrees.pattern import Pattern
from trich.extract.decrees.trailers import set_issuer

_ADVERBS = (
    r"(?:(?:đã|vừa|mới|sẽ|cũng|vừa mới|mới đây|vừa qua|chính thức|tiếp tục|kịp thời|đồng thời|"
    r"liên tiếp|nhanh chóng|khẩn trương),? )*"
)
# What a body does to a paper of its own, and what it says in one: "quy định rõ tại".
_VERB = Pattern(
    rf" {_ADVERBS}"
    r"(?:(?:ký(?:,| và)? ban hành|ban hành(?: kèm theo)?|thông qua|ký|ra|phát hành|phát đi|phát|"
    r"công bố|có|gửi|đưa ra)(?: các| những| hai| ba| liên tiếp| thêm)?|"
    r"(?:(?:quy định|hướng dẫn|nêu|ban hành|chỉ đạo|yêu cầu|phê duyệt|giao|cho phép|thống nhất|"
    r"công bố|trả lời|đề nghị|kết luận|thông qua)(?: rõ| cụ thể| chi tiết)? )?"
    r"(?:tại|trong|bằng)(?: các)?) $",
    yes=(" đã ban hành ", " vừa ký ", " phát ", " tại ", " quy định rõ tại các "),
    no=(" theo ",),
)
_VERB_ENDS_WORDS = "hành qua ký ra phát đi bố có gửi theo các những hai ba tiếp thêm tại trong bằng"
_VERB_ENDS = frozenset(_VERB_ENDS_WORDS.split())
_SENTENCE = Pattern(r"[.!?;] ", yes=(". ",), no=(", ",))
_LEADING = Pattern(
    r"(?:(?:trước đó|trước đây|sau đó|tiếp đó|mới đây|gần đây|mới nhất|cụ thể|đến|vào),? )?"
    r"(?:(?:(?:sáng|chiều|tối|trưa) )?(?=ngày |năm |tháng |\d)|"
    r"(?=(?:hôm|sáng|chiều|tối) (?:nay|qua)))",
    yes=("ngày 3/4", "sáng 3/4", "chiều qua", "trước đó, ngày 3/4"),
    no=("theo đó", "sau vụ"),
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
_DAY_CUE = Pattern(r"(?:,? )?(?P<day>ngày )(?=\d)", yes=("ngày 3", ", ngày 3"), no=("ngày nay",))
_TO_SUBJECT = Pattern(
    r",? (?:tại [^,\n]{1,40}, )?",
    yes=(", ", ", tại kỳ họp thứ 5, "),
    no=(" của ",),
    how="fullmatch",
)
_CLAUSE = 160
_BEFORE_VERB = 40
_INSIDE_OF = Pattern(r"(?<![^\W_])(?:tại|trong) $", yes=("tại ", "trong "), no=("theo ", "ngoài "))
_COMMA = Pattern(r", (?=[^\W\d_])", yes=(", Bộ",), no=(", 5",))
_CLAUSE_END = Pattern(r"[.!?] |[;\n]", yes=(". ", ";"), no=(", ",))
_SAYS = Pattern(
    r" (?:(?:đã|cũng|vừa|sẽ|tiếp tục) )?"
    r"(?:đề nghị|yêu cầu|nhấn mạnh|cho biết|khẳng định|nêu|cho rằng|"
    r"kiến nghị|chỉ đạo|giao|hướng dẫn|lưu ý|thông báo|quy định|thu hồi|phê duyệt|trả lời|công bố|"
    r"đề xuất|chấp thuận|cho phép|thống nhất|quyết định|đồng ý|thành lập|ban hành)(?![^\W_])",
    yes=(" đề nghị", " đã yêu cầu"),
    no=(" và", " có"),
)
_IN_BRACKETS = Pattern(r" \([^()\n]{1,40}\)$", yes=("Bộ Y tế (BYT)",), no=("Bộ (BYT) đã",))
# "Bộ Chính trị ban hành Nghị quyết 68 về …, Nghị quyết 66 về …"
_GOES_ON = Pattern(r"(?:,|;|,? và|,? cùng) $", yes=(", ", " và "), no=(" thực hiện ",))
_ON_BEHALF = Pattern(r"thay mặt ", yes=("thay mặt Bộ Chính trị",), no=("mặt khác ",))
_NAME_WORDS = 5  # a person's name, at most
# "Thứ trưởng Bộ Y tế ký": he signs for the body.
_DEPUTY = Pattern(
    r"(?:thứ trưởng|phó (?:chủ tịch|chủ nhiệm|(?:tổng )?giám đốc|thống đốc|hiệu trưởng|"
    r"tổng thanh tra|(?:tổng )?cục trưởng|trưởng ban))(?: thường trực)? $",
    yes=("thứ trưởng ", "phó chủ tịch thường trực "),
    no=("phó viện trưởng ", "nguyên thứ trưởng. "),
)
_OWN_NAME = {"QH", "CTN", "TTg"}  # whose deputies sign in their own name, or for another body
# Who held an office, or signs for someone who issues in his own name, is no issuer.
_OTHERS_OFFICE = Pattern(
    r"(?:phó|nguyên|trưởng|đốc|tịch|thư|nhiệm|trực) $", yes=("thứ trưởng ",), no=("của ",)
)


def look_before(page: Page, c: Cited, before: Cited | None) -> None:
    """Take issuer and date from the clause in front, where the citation itself lacks them.

    `before` is the citation before this one, whose verb may govern this one too.
    """
    if c.date is None or c.issuer is None or not c.stated:
        start = _clause_start(page, c.start)
        last = page.lower[max(start, c.start - 12) : c.start].rsplit(None, 1)[-1:]
        verb = _VERB.search(page.lower, start, c.start) if _VERB_ENDS.issuperset(last) else None
        if verb:
            _read_clause(page, c, start, verb.start())
        elif before and c.issuer is None and _same_verb(page, before, c):
            c.issuer, c.issuer_name, c.governed = before.issuer, before.issuer_name, True
            c.issuer_code = c.issuer_code or before.issuer_code
    if c.issuer is None and codes.needs_place(c.issuer_code):
        _local_issuer(page, c)


def _read_clause(page: Page, c: Cited, start: int, verb: int) -> None:
    """Subject and date of the clause whose verb stands right before a citation."""
    subject, day = _subject(page, max(start, verb - 90), verb)
    if subject is None and (behalf := _ON_BEHALF.search(page.lower, start, verb)):
        subject = read_body(page.text, page.lower, behalf.end())
    if subject and (c.issuer is None or _names(subject, c)):
        set_issuer(page, c, subject)
        c.governed = True
    if c.date is None and day:
        c.date, c.year_inferred = day.value, day.year_inferred
    if c.date is None:
        _leading_date(page, c, start, verb)
    if c.date is None and subject:
        _date_of_subject(page, c, start, subject.start)


def _names(subject: Body, c: Cited) -> bool:
    """Whether a subject names the body of a citation's code, in the text's own words."""
    # "Thủ tướng" is short for the office that the code tells in full
    return not c.stated and subject.code == c.issuer_code not in (None, "TTg")


def _same_verb(page: Page, before: Cited, c: Cited) -> bool:
    """Whether the verb in front of one citation governs the next of its type as well."""
    if not before.governed or before.type != c.type or c.start - before.stop > _CLAUSE:
        return False
    between = page.lower[before.stop : c.start]
    open_clause = "\n" not in between and not _SENTENCE.search(between)
    return open_clause and _GOES_ON.search(between) is not None


def look_after(page: Page, c: Cited) -> None:
    """Who speaks in the document that opens the sentence: "Tại Công văn số 1234 gửi các bệnh viện,
    Bộ Y tế nhấn mạnh …"; a local body's code by its body there."""
    if c.issuer is not None or c.stop - c.end > _CLAUSE:
        return
    local = codes.needs_place(c.issuer_code)
    if not local and (
        c.issuer_code or not _INSIDE_OF.search(page.lower, max(0, c.start - 8), c.start)
    ):
        return
    end = min(len(page.text), c.stop + _CLAUSE)
    if stop := _CLAUSE_END.search(page.lower, c.stop, end):
        end = stop.start()
    for m in _COMMA.finditer(page.text, c.stop, end):
        body = read_body(page.text, page.lower, m.end())
        if body and body.end < end and _SAYS.match(page.lower, body.end):
            if not local or body.code == c.issuer_code:
                set_issuer(page, c, body)
            return


def _clause_start(page: Page, at: int) -> int:
    return max(page.text.rfind("\n", max(0, at - _CLAUSE), at) + 1, at - _CLAUSE)


def _sentence_start(page: Page, start: int, end: int) -> int:
    return max([start, *(m.end() for m in _SENTENCE.finditer(page.text, start, end))])


def _subject(page: Page, start: int, end: int) -> tuple[Body | None, Issued | None]:
    """The body right before the verb, and a date between the two.

    A person's name, a term, brackets and a date may stand between body and verb.
    """
    text, lower = page.text, page.lower
    soon = [m.start() - 1 for m in _SOON.finditer(lower, start, end) if m.end() == end]
    day = _date_before(page, max(start, end - _BEFORE_VERB), end)
    if day:
        end = day[0]
    stops = {end, *soon}
    if term := _TERM_BEFORE.search(lower, start, end) or _IN_BRACKETS.search(text, start, end):
        stops.add(term.start())
    at = end
    for _ in range(_NAME_WORDS):  # "Bộ trưởng Bộ Y tế Đào Hồng Lan"
        space = text.rfind(" ", start, at)
        if space < 0 or not text[space + 1].isupper():
            break
        at = space
        stops.add(at)
    for m in _INITIAL.finditer(text, start, end):
        common = lower.startswith("hội đồng trường", m.start())
        deputy = _DEPUTY.search(lower, max(0, m.start() - 36), m.start())
        others = not deputy and _OTHERS_OFFICE.search(lower, max(0, m.start() - 8), m.start())
        if others or not (m.group().isupper() or common):
            continue
        body = read_body(text, lower, m.start())
        if body and body.end in stops and not (deputy and body.code in _OWN_NAME):
            return body, day[1] if day else None
    return None, day[1] if day else None


def _date_before(page: Page, start: int, end: int) -> tuple[int, Issued] | None:
    """The date that ends where a verb begins, and where it begins: "UBND tỉnh ngày 24/11 ra"."""
    for m in _DAY_CUE.finditer(page.lower, start, end):
        read = read_date(page.lower, m.start("day"), published=page.published)
        if read and read.value and page.lower[read.end : end] in ("", ","):
            return m.start(), read
    return None


def _date_of_subject(page: Page, c: Cited, start: int, end: int) -> None:
    """The date right in front of the subject: "Tại kỳ họp thứ 5, ngày 23/6/2023, Quốc hội …"."""
    for m in _DAY_CUE.finditer(page.lower, start, end):
        read = read_date(page.lower, m.start("day"), published=page.published)
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
_BARE_HEAD = Pattern(
    r"ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd",
    yes=("ủy ban nhân dân",),
    no=("ubnd tỉnh",),
    how="fullmatch",
)
_LOCAL_HEADS = Pattern(
    r"UBND|ỦY|HĐND|HỘI ĐỒNG|SỞ |TÒA ÁN|CÔNG AN|BỆNH VIỆN|TRUNG TÂM",
    yes=("QUYẾT ĐỊNH CỦA UBND TỈNH",),
    no=("DANH MỤC VĂN BẢN",),
)


def under_headings(page: Page, found: list[Cited]) -> None:
    """The local issuer that a heading in capitals names for the entries below it:
    "A. NGHỊ QUYẾT CỦA HĐND TỈNH".

    A letterhead that leaves out the place is filled up by the heading that has it:
    "ỦY BAN NHÂN DÂN | CỘNG HÒA …", and below "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA".
    """
    wanting = [c for c in found if c.issuer is None and codes.needs_place(c.issuer_code)]
    if not wanting:
        return
    heads = list(_headings(page))
    lines = [line for line, _ in heads]
    placed = {body.code: body for _, body in reversed(heads) if not _placeless(page, body)}
    for c in wanting:
        i = bisect_left(lines, c.start) - 1
        if i < 0:
            continue
        for line, body in heads[bisect_left(lines, lines[i]) : i + 1]:
            if line == lines[i] and (
                body.code == c.issuer_code or _older(body.code, c.issuer_code)
            ):
                bare = _placeless(page, body)
                set_issuer(page, c, placed.get(body.code, body) if bare else body)
                break


def _placeless(page: Page, body: Body) -> bool:
    return _BARE_HEAD.fullmatch(page.lower, body.name, body.end) is not None


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
