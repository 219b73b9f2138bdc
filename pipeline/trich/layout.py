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
    r"|ngày\s(?P<d3>\d{1,2})\stháng\s(?P<m3>\d{1,2})\snăm\s(?P<y3>\d{4}))"
)
_CLOCK = r"(?P<h{n}>\d{{1,2}})(?::|h|\sgiờ\s)(?P<min{n}>\d{{2}})(?::\d{{2}})?(?:\s?[ap]m\b)?"
_LABEL = (
    r"(?:(?:ngày\s)?(?:đăng|cập\snhật|xuất\sbản|tạo|gửi)(?:\s(?:ngày|lúc|tin|bài))?|thời\sgian"
    r"|posted(?:\son)?)\s?:?\s?"
)
_GAP = r"\s?[|,;-]?\s?(?:lúc\s)?"
_STAMP = (
    rf"(?:{_LABEL})?(?:{_WEEKDAY}{_GAP})?"
    rf"(?:{_CLOCK.format(n=1)}{_GAP}(?:{_WEEKDAY}{_GAP})?)?{_DAY}"
    rf"(?:{_GAP}{_CLOCK.format(n=2)})?(?:\s?\(?gmt\s?\+?\s?7\)?)?"
)
_TAIL = r"\s?[|.]?\s?(?:lượt\sxem.{0,20}|\d+\slượt\sxem|views?.{0,12})?"
# "Báo Lào Cai - 12/03/2025 10:00", "Hà Nội, ngày 5 tháng 3 năm 2024": somebody before the stamp
_WHO = r"(?:(?!ngày|sáng|chiều)[^\W\d][^\d,.:;|]{1,40}\s?[,|-]\s?)?"


@cache
def _stamps() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line that is a stamp; a line that begins with one (weekday, day and time)."""
    whole = re.compile(rf"{_WHO}{_STAMP}{_TAIL}", re.IGNORECASE)
    head = re.compile(rf"{_WEEKDAY}{_GAP}{_DAY}{_GAP}{_CLOCK.format(n=2)}", re.IGNORECASE)
    return whole, head


@cache
def _furniture() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    exact = {fold(r["phrase"]): r["part"] for r in table("furniture") if r["match"] == "exact"}
    prefix = tuple(
        (fold(r["phrase"]), r["part"]) for r in table("furniture") if r["match"] == "prefix"
    )
    return exact, prefix


LineKind = Literal["text", "stamp", "teaser", "bar", "list", "portal", "share", "motto"]
_FURNITURE = ("bar", "share", "motto")


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
    try:
        at = datetime(int(day[0]), int(day[1]), int(day[2]), int(hour or 0), int(minute or 0))
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
    if len(text) <= 100:
        part = _furniture_part(" ".join(text.lower().split()))
        if part:
            line.kind = part  # type: ignore[assignment]
    return line


def _furniture_part(folded: str) -> str | None:
    exact, prefix = _furniture()
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
    last = _last_of_text(lines, first)
    kinds = [
        *_around(lines, 0, opening),
        *_inside(lines, opening, last, title, dateline),
        *_around(lines, last, len(lines)),
    ]
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


def _own_stamp(lines: list[_Line]) -> int | None:
    """The stamp that the most text follows, unless it closes a list of headlines."""
    best, most = None, 0
    for i, line in enumerate(lines):
        if line.kind != "stamp":
            continue
        size = 0
        for j in range(i + 1, len(lines)):
            follower = lines[j]
            if follower.kind in ("stamp", "teaser", "list", "portal"):
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
    if dateline is not None and any(line.kind == "motto" for line in lines[:dateline]):
        # an official document: motto, number, place and day, then "QUYẾT ĐỊNH" or the subject
        below = [i for i in range(dateline + 1, len(lines)) if lines[i].kind == "text"][:2]
        return next((i for i in below if len(lines[i].text.split()) > 3), None)
    if dateline is not None:
        for i in range(dateline - 1, max(-1, dateline - 5), -1):
            if lines[i].kind == "text" and len(lines[i].text) <= 300:
                return i
            if lines[i].kind in ("stamp", "teaser", "list", "portal"):
                break
        after = range(dateline + 1, min(len(lines), dateline + 4))
        return next((i for i in after if _title_like(lines[i])), None)
    stamps = {i for i, line in enumerate(lines) if line.kind in ("stamp", "teaser")}
    texts = [i for i, line in enumerate(lines) if line.kind == "text"]
    for n, i in enumerate(texts):
        if i + 1 in stamps:  # another page's headline
            continue
        if n + 1 < len(texts) and _title_like(lines[i]) and not _ends_like_prose(lines[i].text):
            return i
        return None
    return None


def _last_of_text(lines: list[_Line], first: int) -> int:
    """Where the article ends: at a list of other pages or at the portal's foot."""
    seen = False
    for i in range(first, len(lines)):
        kind = lines[i].kind
        seen = seen or kind == "text"
        if kind in ("list", "portal") and seen:
            return i
        if kind == "teaser":
            return max(first, i - 1)
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
        elif line.kind in ("stamp", "teaser") or in_list or near & {"stamp", "teaser"}:
            kinds.append("sidebar")
            in_list = in_list or line.kind in ("stamp", "teaser")
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
    for i in range(start, end):
        line = lines[i]
        if i == title:
            kinds.append("title")
        elif i == dateline:
            kinds.append("dateline")
        elif line.kind in _FURNITURE:
            kinds.append("boilerplate")
        elif not lead and _opens(line.text):
            kinds.append("lead")
            lead = True
        elif _is_caption(line.text, heading):
            kinds.append("caption")
        else:
            kinds.append("body")
    return kinds


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
