"""Who wrote and who signed: names alone on a line, behind `Ảnh:`, under a position."""

from __future__ import annotations

import re
from bisect import bisect_right

from trich.extract.names import (
    TYPICAL_MIDDLES,
    UPPER,
    is_initial,
    is_syllable,
    last_word,
    surname_strength,
    syllables_of_name,
)
from trich.extract.organizations import vocabulary
from trich.extract.organizations.vocabulary import Words
from trich.extract.persons import likeness
from trich.extract.persons.evidence import context, not_names
from trich.extract.persons.name import Name
from trich.extract.persons.page import Page

_ENDS = (".", "!", "?", "”", '"', "…", ")")
_PAPER = re.compile(r" \((?:[A-ZĐ]{2,9}(?:/[\w+]+)?|[\w.]+\.(?:vn|com|net|org))\)")
# What tells that the name at a line's beginning wrote or noted the text.
_MARKED = re.compile(
    r" \(?(?:ghi|thực hiện|tổng hợp|lược dịch|lược ghi|biên dịch|dịch|biên soạn|t/h|th"
    r"|theo [^()\n]{2,40})\)?[ .]*(?=\n|$)"
    r"|(?: -|,|;| \|)? (?:ảnh|video|clip|đồ họa):"
    r"|(?: -| \|) (?:thứ |ngày )?\d",
    re.IGNORECASE,
)
# A reader's comment: `Hữu Phước: Hay! (24/10/2016 07:41)`.
_COMMENT = re.compile(r": [^\n]{1,600}\(\d{1,2}[/-]\d{1,2}[/-]\d{4}[^()\n]*\)\s*(?=\n|$)")
_STAMP = re.compile(
    r" ?(?:[-|] |(?=\d\d?[/:]\d))(?:thứ [^\W\d]+,? )?(?:ngày )?\d[^\n]*$", re.IGNORECASE
)
_WORKED = re.compile(r" \(?(?:ghi|thực hiện|tổng hợp|lược dịch|biên dịch|dịch|t/h|th)\)?$")
_BRACKET = re.compile(r" \([^()\n]{2,40}\)[ .]*(?=\n|$)")
_CLOCK = re.compile(r"\d:\d\d(?::\d\d)?$")  # the page's stamp stands above
# Behind the end of a sentence, to the end of its line: `. MINH ĐẠO - VĂN QUÝ`, `. (Minh Tâm)`.
_CLOSING = re.compile(
    rf"(?<=[.!?”\"…]) \(?([{UPPER}][^\n.!?,;:()]{{1,60}}|[{UPPER}]{{1,2}}\.[^\n.!?,;:() ]+)\)?"
    r"[ .]*(?=\n|\Z)"
)
_CREDIT_END = " \n./-"


def signed(page: Page, name: Name) -> bool:
    """Two or three syllables alone on the last line of the page, or `Theo A (VnExpress)`."""
    words = name.text.replace(".", ". ").split()
    written = words[is_initial(words[0]) :]
    small = (is_syllable(w) or len(w.rstrip(".")) == 1 for w in written)
    if not 1 < len(words) < 4 or not all(small):
        return False
    low = name.text.lower()
    if low in not_names():
        return False
    if _whole_text(page):
        return True
    if not name.start:
        return False
    if _closes_page(page, name):
        return True
    if likeness.opens_word(low, 0, low.find(" ")):  # `Thanh Niên`, but `Thanh Lịch`
        first, last = name.words[0].capitalize(), name.words[-1].capitalize()
        if first not in TYPICAL_MIDDLES or not likeness.closes(last):
            return False
    if _line_of_names(page, name) or _marked(page, name) or _closes_paragraph(page, name):
        return True
    loud = page.text[name.start : name.end].isupper()
    if loud and _closes_caption(page, name):
        return True
    if page.text.startswith("(Theo ", name.start - 6):
        return page.text.startswith(")", name.end) and likeness.names_line(name.text)
    if page.text.startswith("Theo ", page.line_of(name.start)):
        return _taken_from(page, name)
    if loud and not _loud_name(page, name):
        return False
    return _alone_in_list(page, name)


def _whole_text(page: Page) -> bool:
    """Whether the text is nothing but who wrote it: `(Mộc Lan)`, `VĂN QUÝ - T.LONG`."""
    if len(page.text) > 60:
        return False
    line = page.text.strip(" .|\n")
    if line.startswith("("):
        line = line.strip("()")
    line = _WORKED.sub("", _STAMP.sub("", line))
    small = line.lower()
    if likeness.is_compound(small) and not likeness.names_line(line.title()):
        return False  # `BÌNH LUẬN`
    return likeness.names_line(line, stamped=True)


def _line_of_names(page: Page, name: Name) -> bool:
    """Whether names of persons make up the line, below the end of a sentence."""
    start = page.line_of(name.start)
    line = page.text[start : name.end + 60].partition("\n")[0].strip(" .|")
    stamped, line = line, _STAMP.sub("", line)
    if len(line) > 50:
        return False
    floor = max(0, start - 40)
    above = page.text[floor:start].rstrip()
    headed = floor + len(above) in page.head_ends
    if headed and line == name.text and _before_stamp(page, name.end):
        first, last = name.words[0], name.words[-1]
        known = first in likeness.given_names() or surname_strength(first) is not None
        return known and last in likeness.given_names()
    told = headed or above.endswith(_ENDS) or line != stamped
    told = told or _CLOCK.search(above) is not None
    closing = line.isupper() and " - " in line and not page.text[name.end + 40 :].strip()
    if not told and not closing:
        return False
    return likeness.names_line(line, line != stamped)


def _closes_page(page: Page, name: Name) -> bool:
    """Whether two syllables are the last line of all, below a sentence's end: `Mộc Miên`."""
    if len(name.words) != 2 or not page.closes(name.start, name.end):
        return False
    words = [w.capitalize() for w in name.words]
    if likeness.is_compound(name.text.lower()) and surname_strength(words[0]) is None:
        return False  # `Thanh Niên`
    return likeness.closes(words[1]) and not likeness.is_place(" ".join(words))


def _closes_paragraph(page: Page, name: Name) -> bool:
    """Whether names alone stand behind the last sentence of a line: `… tạnh mưa. MAI QUYÊN`."""
    stop = page.text.find("\n", name.end, name.end + 61)
    if stop < 0:
        stop = len(page.text)
    if stop - name.end > 60:
        return False
    floor = max(page.line_of(name.start), name.start - 60)
    m = _CLOSING.search(page.text, floor, stop)
    if m is None or not m.start(1) <= name.start < m.end(1):
        return False
    bracketed = m[0][1] == "(" and page.text[name.start : name.end] == m[1]
    return likeness.names_line(m[1]) or (bracketed and likeness.may_sign(name.words))


def _closes_caption(page: Page, name: Name) -> bool:
    """Whether capitals close a line of small letters: `… chợ nổi buổi sớm VĂN QUÝ`."""
    if page.text[name.end : name.end + 1] not in ("", "\n"):
        return False
    before = last_word(page.text, name.start - 1) if page.text[name.start - 1] == " " else ""
    first = name.words[0].capitalize()
    named = first in TYPICAL_MIDDLES or surname_strength(first) in ("strong", "usual")
    return before.islower() and named and loud_credit(name.words)


def _before_stamp(page: Page, end: int) -> bool:
    """Whether the next line is the page's own date."""
    behind = page.text[end : end + 8]
    return end + len(behind) - len(behind.lstrip()) in page.stamps


def _marked(page: Page, name: Name) -> bool:
    """Whether the line says who wrote: `Mộc Lan ghi`, `Thu Hà - Ảnh: …`, `Từ Thành (TTXVN)`."""
    start = name.start
    if start and page.text[start - 1] != "\n":
        return False
    if page.text.startswith((" - ", " – "), name.end):
        i = bisect_right(page.cover_starts, name.end + 3) - 1
        body = page.covers[i] if i >= 0 else None
        if body is not None and body.start == name.end + 3 and likeness.names_line(name.text):
            return True  # `Thu Diên - Trung tâm Truyền thông`
    if page.text.startswith(": ", name.end) and _COMMENT.match(page.text, name.end):
        return likeness.names_line(name.text)
    if m := _MARKED.match(page.text, name.end):
        return not m[0][-1].isdigit() or likeness.names_line(name.text)
    m = _BRACKET.match(page.text, name.end)
    above = page.text[max(0, start - 40) : start].rstrip()
    return m is not None and m.end() + 3 > page.body_end and above.endswith(_ENDS)


def loud_credit(words: list[str]) -> bool:
    """Whether capitals behind `Ảnh:` are a name's: `MỘC LAN`, not `TƯ LIỆU`."""
    small = [w.capitalize() for w in words]
    if not 1 < len(words) < 5 or not all(map(is_syllable, words)):
        return False
    return small[-1] in likeness.given_names() and not likeness.is_place(" ".join(small))


def _loud_name(page: Page, name: Name) -> bool:
    """Whether words in full capitals look like a name: `BÍCH LIÊN`, not `THẾ GIỚI`."""
    words = [w.capitalize() for w in name.words]
    if surname_strength(words[0]) in (None, "weak") and words[0] not in TYPICAL_MIDDLES:
        return False
    above = page.text[max(0, page.line_of(name.start) - 40) : name.start].rstrip()
    if not above.endswith((".", "!", "?", "”", '"', "…")):
        return False
    if context("no given name").issuperset(words):
        return False
    low = name.text.lower()
    return not any(vocabulary.phrases().longest(Words(low, low, 0), 0))


def _taken_from(page: Page, name: Name) -> bool:
    """Whether the line is `Theo A (Báo B)`, with a body in the brackets."""
    if page.text.startswith(("/", " - "), name.end):
        return likeness.names_line(name.text)
    if not page.text.startswith(" (", name.end):
        return False
    line = page.text[page.line_of(name.start) : name.start]
    if line == "Theo " and _PAPER.match(page.text, name.end):
        first = name.words[0]
        return surname_strength(first) is not None or likeness.names_line(name.text)
    i = bisect_right(page.cover_starts, name.end + 2) - 1
    body = page.covers[i] if i >= 0 else None
    return (
        line == "Theo "
        and body is not None
        and body.start == name.end + 2
        and page.text[body.end : body.end + 2].rstrip() == ")"
    )


def glued(page: Page, name: Name) -> list[Name]:
    """Names that hyphens join in a line of their own: `Tấn Sỹ-Duy Bình-Văn Lợi`."""
    start, end = name.start, name.end
    alone = page.line_of(start) == start and page.text[end : end + 1] in ("", "\n")
    if not alone or "-" not in name.text or not likeness.names_line(name.text):
        return []
    found: list[Name] = []
    for part in page.text[start:end].split("-"):
        found.append(Name(start, start + len(part), part.split(), "byline"))
        start += len(part) + 1
    return found


def beside_credited(page: Page, name: Name, names: list[Name]) -> bool:
    """The second author of a credit, at the end of its line: `Bài và ảnh: A - B`."""
    if not all(map(is_syllable, name.words)) or len(name.words) > 3:
        return False
    if page.text[name.end : name.end + 1] not in ("", "\n", ")", "|", "."):
        return False
    i = bisect_right(names, name.start - 1, key=lambda n: n.start) - 1
    left = names[i] if i >= 0 else None
    return (
        left is not None
        and page.text[left.end : name.start] in (" - ", ", ", " và ", "-", "/")
        and page.credited(left.start)
        and len(left.words) > 1
    )


def _alone_in_list(page: Page, name: Name) -> bool:
    """Whether nothing but names stands in the line, and nothing but credits behind it."""
    rest = page.text[name.end : min(page.body_end, name.end + 61)]
    if name.start >= page.body_end or len(rest) > 60:
        return False
    if rest.strip(_CREDIT_END) and "\n" in rest:
        return False
    line = page.text[page.line_of(name.start) : page.body_end].strip(_CREDIT_END)
    if line.partition(" ")[0].lower() in context("place head"):
        return False  # `Bản Tả Van, Lao Chải`
    return len(line) < 50 and all(w[0].isupper() or w in ("-", "và", "&") for w in line.split())


def signature(page: Page, spans: list[tuple[int, int]], words: list[str]) -> bool:
    """Whether a name stands alone under a position: `PHÓ GIÁM ĐỐC`, then `Ma Thế Quyền`."""
    if page.text[spans[-1][1] : spans[-1][1] + 1] not in ("", "\n"):
        return False
    strength = surname_strength(words[0])
    short = 2 <= len(words) <= 4 and strength == "strong"
    usual = len(words) == 3 and strength == "usual"
    if not (short or usual or syllables_of_name(words) == len(words)):
        return False
    return all(map(is_syllable, words)) and " ".join(words).lower() not in not_names()
