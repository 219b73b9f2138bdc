"""Blocks of a page: what each line is, and from them the title and the publication date.

A page is read as lines.  Portals print lists of other pages' headlines before, after and
around the article, each headline with its stamp; the article's own stamp is the one that
text follows.  So the stamps are found first, then the one with the most text behind it,
and the rest of the page is laid out around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Literal

from trich.article import Article, Block, BlockKind
from trich.lexicon import fold, table

_WEEKDAY = (
    r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\snhật|cn|t[2-7]"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
)
_DAY = (
    r"(?:(?:ngày\s)?(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})"
    r"|(?P<y2>\d{4})-(?P<m2>\d{2})-(?P<d2>\d{2})"
    r"|(?:ngày\s)?(?P<d3>\d{1,2})\stháng\s(?P<m3>\d{1,2})\snăm\s(?P<y3>\d{4}))"
)
_CLOCK = (
    r"(?P<h{n}>\d{{1,2}})(?::|h|\sgiờ\s)(?P<min{n}>\d{{2}})(?::\d{{2}})?"
    r"(?:\s?(?P<half{n}>[ap]m|sa|ch)\b)?"
)
_LABEL = (
    r"(?:(?:ngày\s)?(?:đăng|cập\snhật|xuất\sbản|tạo|gửi)(?:\s(?:ngày|lúc|tin|bài))?|thời\sgian"
    r"|posted(?:\son)?)\s?:?\s?"
)
_GAP = r"\s{0,4}[|,;-]?\s{0,4}(?:lúc\s)?"
_STAMP = (
    rf"(?:{_LABEL})?(?:{_WEEKDAY}{_GAP})?"
    rf"(?:{_CLOCK.format(n=1)}{_GAP}(?:{_WEEKDAY}{_GAP})?)?{_DAY}"
    rf"(?:{_GAP}\(?{_CLOCK.format(n=2)}\)?)?(?:\s?[(\[]?gmt\s?\+?\s?7[)\]]?)?"
)
_TAIL = (
    r"\s{0,4}[|.-]?\s{0,4}(?:(?:số\s)?lượt\s(?:xem|đọc|truy\scập).{0,20}|\d+\slượt\s(?:xem|đọc)"
    r"|views?.{0,12}|chia\ssẻ.{0,20}|(?:\d+\s)?bình\sluận.{0,20})?"
)
# "Báo Lào Cai - 12/03/2025 10:00", "(Chinhphu.vn) - 12/03/2025", "Hà Nội, ngày 5 tháng 3 năm 2024":
# somebody or some place before the stamp
_WHO = (
    r"(?:-\s?)?(?:(?:(?!ngày|sáng|chiều)[^\W\d][^\d,.:;|]{1,40}\s?[,|-]"
    r"|\([^()\d]{2,30}\)\s?[,|-]?)\s?)?"
)


@cache
def _stamps() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line that is a stamp; a line that begins with one (weekday, day and time)."""
    whole = re.compile(rf"{_WHO}{_STAMP}{_TAIL}", re.IGNORECASE)
    stamp = rf"{_DAY}{_GAP}{_CLOCK.format(n=2)}"
    # without a weekday only when glued to the teaser: "20/11/2025 08:10Sau ba năm"
    head = re.compile(rf"({_WEEKDAY}{_GAP})?{stamp}(?(1)|(?-i:(?=[A-ZĐÀ-Ỹ“])))", re.IGNORECASE)
    return whole, head


@cache
def _furniture() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    exact = {fold(r["phrase"]): r["part"] for r in table("furniture") if r["match"] == "exact"}
    prefix = tuple(
        (fold(r["phrase"]), r["part"]) for r in table("furniture") if r["match"] == "prefix"
    )
    return exact, prefix


LineKind = Literal["text", "stamp", "teaser", "item", "bar", "list", "portal", "share", "motto"]
_FURNITURE = ("bar", "share", "motto")
_LISTED = ("stamp", "teaser", "item")  # what lists of other pages are made of
# A headline with its stamp behind it, or behind a bullet that only lists use.
_ITEM = re.compile(
    r"»\s?\S.{10,}|\S.{10,150}(?:\s[-|]\s?\d{1,2}/\d{1,2}/\d{4}(?:\s\d{1,2}:\d{2})?|\s\(\d{1,2}/\d{1,2}\))"
)
_CELLS = re.compile(r"\s*[|·•]\s*|\s{2,}|\s*[›»>]\s*")
_CRUMBS = re.compile(r"\s*[›»>]\s*|\s/\s")
_TALLY = re.compile(r"\(?\d[\d.]*\)?")


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    kind: LineKind
    style: str = ""  # of a stamp: its shape, digits as 0
    when: str | None = None


def _when(m: re.Match[str]) -> str | None:
    """The ISO date or date-time of a stamp, None where there is no such day."""
    g = m.groupdict()
    day = [g.get("y") or g["y2"] or g["y3"], g.get("m") or g["m2"] or g["m3"]]
    day.append(g.get("d") or g["d2"] or g["d3"])
    hour, minute = (g.get("h1") or g.get("h2")), (g.get("min1") or g.get("min2"))
    half = (g.get("half1") or g.get("half2") or "").lower()
    h = int(hour or 0)
    if half in ("pm", "ch") and h < 12:
        h += 12  # "16:18 PM" is 16:18 all the same
    elif half in ("am", "sa") and h == 12:
        h = 0
    try:
        at = datetime(int(day[0]), int(day[1]), int(day[2]), h, int(minute or 0))
    except ValueError:
        return None
    return at.isoformat() if hour else at.date().isoformat()


def _line(start: int, raw: str) -> _Line:
    text = raw.strip()
    start += len(raw) - len(raw.lstrip())
    line = _Line(start, start + len(text), text, "text")
    if not any(c.isalnum() for c in text):
        line.kind = "bar"
        return line
    whole, head = _stamps()
    if len(text) <= 120 and any(c.isdigit() for c in text) and (m := whole.fullmatch(text)):
        line.when = _when(m)
        if line.when:
            line.kind = "stamp"
            line.style = re.sub(r"\d+", "0", re.sub(r"[^\W\d]+", "a", text))
            return line
    if (m := head.match(text)) and _when(m):
        line.kind, line.when = "teaser", _when(m)
        return line
    if len(text) <= 100 and (part := _furniture_part(" ".join(text.lower().split()))):
        line.kind = part  # type: ignore[assignment]
    elif len(text) <= 160 and _is_menu(text):
        line.kind = "share"
    elif len(text) <= 200 and _ITEM.fullmatch(text):
        line.kind = "item"
    return line


def _is_menu(text: str) -> bool:
    """Whether a line is a menu, a share bar or a breadcrumb: furniture, cell by cell."""
    crumbs = _CRUMBS.split(text)
    if len(crumbs) > 1 and all(
        0 < len(c.split()) <= 4 and c.replace(" ", "").isalpha() for c in crumbs
    ):
        return True
    cells = [_TALLY.sub("", c).strip().lower() for c in _CELLS.split(text)]
    return len(cells) > 1 and all(not c or _furniture_part(c) for c in cells)


def _furniture_part(folded: str) -> str | None:
    exact, prefix = _furniture()
    folded = _TALLY.sub("", folded).strip() if folded[-1:] in ")0123456789" else folded
    words = folded.strip(" .:»>").split()
    half = " ".join(words[: len(words) // 2])
    if len(words) % 2 == 0 and half == " ".join(words[len(words) // 2 :]):
        words = half.split()  # portlets print their name twice
    part = exact.get(" ".join(words)) or exact.get(folded)
    return part or next((p for phrase, p in prefix if folded.startswith(phrase)), None)


def layout(article: Article) -> None:
    """Find the article's blocks, title and publication date.

    >>> page = Article("Bộ Y tế họp báo\\n\\n09/01/2024\\n\\nSáng nay, Bộ họp.\\n\\nTin khác\\n")
    >>> layout(page)
    >>> page.title, page.published, [b.kind for b in page.blocks]
    ('Bộ Y tế họp báo', '2024-01-09', ['title', 'dateline', 'lead', 'boilerplate'])
    """
    lines = []
    at = 0
    for raw in article.text.split("\n"):
        if raw and not raw.isspace():
            lines.append(_line(at, raw))
        at += len(raw) + 1
    dateline = _own_stamp(lines)
    title = _own_title(lines, dateline)
    first = max((i for i in (dateline, title) if i is not None), default=-1) + 1
    opening = min((i for i in (dateline, title) if i is not None), default=0)
    last, aside = _lists(lines, first)
    kinds = [
        *_around(lines, 0, opening),
        *_inside(lines, opening, last, title, dateline),
        *_around(lines, last, len(lines)),
    ]
    for i in aside:
        furniture = lines[i].kind in (*_FURNITURE, "list")
        kinds[i] = "boilerplate" if furniture else "sidebar"
    article.blocks = [
        Block(line.start, line.end, kind) for line, kind in zip(lines, kinds, strict=True)
    ]
    if title is not None:
        article.title = lines[title].text
    stamp = lines[dateline].when if dateline is not None else None
    article.published = article.published or stamp or article.published_else


def _ends_like_prose(text: str) -> bool:
    return text.rstrip("\"”'»)").endswith((".", ";", ":", "…"))


def _title_like(line: _Line) -> bool:
    text = line.text
    return (
        line.kind == "text"
        and 8 <= len(text) <= 250
        and len(text.split()) >= 3
        and not text.startswith(("-", "+", "•", "*"))
        and (not _ends_like_prose(text) or (len(text) < 120 and text.count(".") == 1
                                            and not text.endswith((";", ":", "…"))))
    )  # fmt: skip


def _has_letterhead(lines: list[_Line]) -> bool:
    """Whether lines hold the motto or the number of an official document."""
    return any(x.kind == "motto" or x.text.lower().startswith("số:") for x in lines)


def _is_lead(text: str) -> bool:
    """Whether a line above a stamp is a paragraph rather than a title."""
    return len(text) > 120 and _ends_like_prose(text)


def _own_stamp(lines: list[_Line]) -> int | None:
    """The stamp that the most text follows, unless it closes a list of headlines."""
    best, most = None, 0
    for i, line in enumerate(lines):
        if line.kind != "stamp":
            continue
        size = 0
        for j in range(i + 1, len(lines)):
            follower = lines[j]
            if follower.kind in (*_LISTED, "list", "portal"):
                # the line above a stamp is that stamp's headline
                if follower.kind == "stamp" and lines[j - 1].kind == "text":
                    size -= len(lines[j - 1].text)
                break
            if follower.kind == "text":
                size += len(follower.text)
        if size > most:
            best, most = i, size
    if best is None:
        return None
    above = [line for line in lines[:best] if line.kind == "stamp"]
    after = next((line for line in lines[best + 1 :] if line.kind == "text"), None)
    if (
        sum(line.style == lines[best].style for line in above) >= 2
        and after is not None
        and len(after.text) <= 200
        and not _ends_like_prose(after.text)
    ):
        return None  # headline, stamp, headline, stamp, and then a title without a stamp
    return best


def _own_title(lines: list[_Line], dateline: int | None) -> int | None:
    """The line above the article's stamp, or below it, or the first that looks like a title."""
    if dateline is not None and _has_letterhead(lines[:dateline]):
        # an official document: letterhead, place and day, then "QUYẾT ĐỊNH" or the subject
        below = [i for i in range(dateline + 1, len(lines)) if lines[i].kind == "text"][:2]
        return next((i for i in below if len(lines[i].text.split()) > 3), None)
    if dateline is not None:
        above: list[int] = []
        for i in range(dateline - 1, max(-1, dateline - 5), -1):
            if lines[i].kind in (*_LISTED, "list", "portal"):
                break
            if lines[i].kind == "text" and len(lines[i].text) <= 500:
                above.append(i)
        if len(above) > 1 and _is_lead(lines[above[0]].text) and _title_like(lines[above[1]]):
            return above[1]  # title, lead, stamp
        below = [i for i in range(dateline + 1, len(lines)) if lines[i].kind == "text"][:2]
        if above and len(lines[above[0]].text) <= 300:
            label = len(above) == 1 and len(lines[above[0]].text.split()) <= 3
            if not (label and below and _heads(lines, below)):
                return above[0]
        return below[0] if below and _heads(lines, below) else None
    stamps = {i for i, line in enumerate(lines) if line.kind in ("stamp", "teaser")}
    texts = [i for i, line in enumerate(lines) if line.kind == "text"]
    for n, i in enumerate(texts):
        if i + 1 in stamps:  # another page's headline
            continue
        rest = texts[n:]
        if n == 0 and _is_label(lines[i].text) and _heads(lines, rest[1:]):
            continue
        return i if _heads(lines, rest) and not _ends_like_prose(lines[i].text) else None
    return None


def _heads(lines: list[_Line], texts: list[int]) -> bool:
    """Whether the first of these lines of text is a title of what follows."""
    if len(texts) < 2:
        return False
    title, after = lines[texts[0]], lines[texts[1]].text
    short = 2 <= len(title.text.split()) <= 3 and not _ends_like_prose(title.text)
    return _title_like(title) or (short and len(after) > 100 and title.text[0].isupper())


def _is_label(text: str) -> bool:
    """Whether a line names a section: "XÃ HỘI", "Y tế - Sức khỏe"."""
    return len(re.findall(r"\w+", text)) <= 4 and not any(c.isdigit() for c in text)


def _lists(lines: list[_Line], first: int) -> tuple[int, set[int]]:
    """Where the article ends, and the lists of other pages inside it.

    It ends at a list of other pages or at the portal's foot; a list that prose follows,
    and no further stamp, is a box inside the article.
    """
    aside: set[int] = set()
    at = first
    while True:
        end = _list_from(lines, at)
        if end == len(lines) or lines[end].kind == "portal":
            return end, aside
        rest = range(end + 1, len(lines))
        prose = next((i for i in rest if _is_prose(lines[i])), None)
        if prose is None or any(lines[i].kind in _LISTED for i in range(prose, len(lines))):
            return end, aside
        aside.update(range(end, prose))
        at = prose


def _is_prose(line: _Line) -> bool:
    return line.kind == "text" and len(line.text) > 150 and _ends_like_prose(line.text)


def _list_from(lines: list[_Line], first: int) -> int:
    """The first line of a list of other pages, or of the foot, from `first` on."""
    seen = False
    for i in range(first, len(lines)):
        kind = lines[i].kind
        seen = seen or kind == "text"
        if kind in ("list", "portal") and seen:
            return i
        if kind == "teaser":
            return max(first, i - 1)
        if kind == "item" and seen and i + 1 < len(lines) and lines[i + 1].kind == "item":
            return i
        if kind == "stamp" and i - 1 > first and not _ends_like_prose(lines[i - 1].text):
            return i - 1
    return len(lines)


def _around(lines: list[_Line], start: int, end: int) -> list[BlockKind]:
    """Before and after the article: lists of headlines, and furniture."""
    kinds: list[BlockKind] = []
    in_list = False
    for i in range(start, end):
        line = lines[i]
        near = {lines[j].kind for j in (i - 1, i + 1) if start <= j < end}
        if line.kind in _FURNITURE:
            kinds.append("boilerplate")
        elif line.kind in ("list", "portal"):
            in_list = line.kind == "list"
            kinds.append("boilerplate")
        elif line.kind in _LISTED or in_list or near & {"stamp", "teaser"}:
            kinds.append("sidebar")
            in_list = in_list or line.kind in _LISTED
        else:
            kinds.append("boilerplate")
    return kinds


def _inside(
    lines: list[_Line], start: int, end: int, title: int | None, dateline: int | None
) -> list[BlockKind]:
    """The article itself."""
    kinds: list[BlockKind] = []
    lead = title is None and dateline is None  # plain paragraphs have no lead
    heading = lines[title].text if title is not None else None
    official = _has_letterhead(lines[: start + 1])
    for i in range(start, end):
        line = lines[i]
        if i == title:
            kinds.append("title")
        elif i == dateline:
            kinds.append("dateline")
        elif line.kind in _FURNITURE or (official and _is_type(line.text)):
            kinds.append("boilerplate")
        elif not lead and _opens(line.text):
            kinds.append("lead")
            lead = True
        elif _is_caption(line.text, heading):
            kinds.append("caption")
        else:
            kinds.append("body")
    return kinds


def _is_type(text: str) -> bool:
    """Whether a line of an official document is its type alone: "QUYẾT ĐỊNH:"."""
    return text.isupper() and text.strip(" :").lower() in _types()


@cache
def _types() -> frozenset[str]:
    return frozenset(row["surface"] for row in table("decree_types"))


def _opens(text: str) -> bool:
    """Whether a line can be the lead; a letter's address is none."""
    return (len(text) > 60 or _ends_like_prose(text)) and not text.startswith("Kính gửi")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    """The words that tell a caption from prose, by role."""
    words: dict[str, list[str]] = {}
    for row in table("caption_words"):
        words.setdefault(row["role"], []).append(row["words"])
    return {role: re.compile(rf"\b(?:{'|'.join(w)})\b", re.IGNORECASE) for role, w in words.items()}


# "Ảnh: Minh Hà", "(Ảnh TTXVN)", "Tên bài - Ảnh 1."
_CREDIT = re.compile(r"\bảnh\s*(?::|\d+\s*\.)|\(ảnh\b|\bảnh minh họa", re.IGNORECASE)


def _is_caption(text: str, title: str | None) -> bool:
    """Whether a line of the article stands under a picture.

    A caption repeats the title, names the picture, or is one short sentence that tells a
    scene in the present, without the words with which prose opens or reports.
    """
    if title and len(text) < len(title) + 250 and text.startswith(title.rstrip(".")):
        return True
    cues = _cues()
    if len(text) > 400 or cues["byline"].match(text):
        return False
    if cues["picture"].match(text) or _CREDIT.search(text):
        return True
    if len(text) > 180 or text.endswith((":", ";", ",", "./.", "?")):
        return False
    if not text[0].isalpha() or text.rstrip(".").count(". "):
        return False
    prose = cues["opening"].match(text) or cues["report"].search(text)
    return not prose and cues["scene"].search(text) is not None
