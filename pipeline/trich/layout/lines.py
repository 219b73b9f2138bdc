"""The lines of a page, each with what can be told of it alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from trich.layout import stamps
from trich.lexicon import fold, table

#: `text`; `stamp`, `teaser` and `item`, of which lists of other pages are made; and furniture:
#: `bar` (a rule without letters), `share` (bars and menus), `list` (the head of a list of other
#: pages), `portal` (the foot, forms, counters), `motto` (head of official documents), `site` (the
#: name of a portal), `tally` (a bare number: a counter, or a cell of a table).
LineKind = Literal[
    "text", "stamp", "weak", "teaser", "item", "bar", "share", "list", "portal", "motto", "site",
    "tally",
]  # fmt: skip
FURNITURE = frozenset(("bar", "share", "motto", "site", "tally"))
LISTED = frozenset(("stamp", "teaser", "item"))
ENDS = frozenset(("list", "portal"))

_LONGEST = 200  # no furniture is longer; what is, is text or a teaser


@dataclass(slots=True)
class Line:
    """A line that is not blank: where it stands, stripped, and what it is by itself."""

    start: int
    end: int
    text: str
    kind: LineKind = "text"
    stamp: stamps.Stamp | None = None

    @property
    def when(self) -> str | None:
        """The day or moment a stamp tells."""
        return self.stamp.when if self.stamp else None

    @property
    def glued(self) -> bool:
        """Whether text goes on behind its stamp."""
        return self.stamp is not None and self.stamp.kind == "teaser"

    @property
    def shape(self) -> str:
        """What is alike in the stamps of one list."""
        return self.stamp.shape if self.stamp else ""

    @property
    def labelled(self) -> bool:
        """Whether a stamp says what it is: "Ngày đăng: …"."""
        return self.stamp is not None and self.stamp.labelled


def read(text: str) -> list[Line]:
    """The lines of a text.

    >>> [line.kind for line in read("Tin liên quan\\nBộ họp báo\\n30/01/2024 | 16:18")]
    ['list', 'text', 'stamp']
    """
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at if raw[0] == stripped[0] else at + len(raw) - len(raw.lstrip())
            line = Line(start, start + len(stripped), stripped)
            if len(stripped) <= _LONGEST:
                line.kind, line.stamp = _of(stripped)
            elif _TEASER.match(stripped) and _dated(stripped):
                stamp = stamps.read(stripped[:_LONGEST])
                if stamp and stamp.kind == "teaser":
                    line.kind, line.stamp = "teaser", stamp
            lines.append(line)
        at += len(raw) + 1
    return lines


_DATED = re.compile(r"(?:19|20)\d\d")
_TEASER = re.compile(r"\d|thứ\s|chủ\s|ngày\s\d|[cmtwfs][nouehra]|đăng|cập\snhật", re.IGNORECASE)
_AGO = re.compile(r"trước|vừa xong|hôm |ago|yesterday", re.IGNORECASE)


def _dated(text: str) -> bool:
    return _DATED.search(text, 0, 60) is not None


@lru_cache(8192)
def _of(text: str) -> tuple[LineKind, stamps.Stamp | None]:
    if not any(map(str.isalnum, text)):
        return "bar", None
    if (_dated(text) or (len(text) <= 60 and _AGO.search(text))) and (stamp := stamps.read(text)):
        return stamp.kind, stamp
    if len(text) <= 160:
        if not any(map(str.isalpha, text)):
            return ("tally" if text[0].isdigit() or text[0] in "(+-" else "share"), None
        if part := furniture(text):
            return part, None
    if (text[-1] in ")0123456789" or text[0] in "»>►▶xXđĐ") and _ITEM.fullmatch(text):
        return "item", None
    return "text", None


# A headline with its day behind it, or behind a bullet or a word that only lists use.
_ITEM = re.compile(
    r"(?:»|>>+|►|▶|xem thêm\s?:|đọc thêm\s?:|xem tiếp\s?:|>>\s?xem)\s?\S.{10,}"
    r"|\S.{10,170}?(?:\s[-–|]\s?\d{1,2}/\d{1,2}/\d{4}(?:\s\d{1,2}:\d{2})?"
    r"|\s?\(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?:[\s,-]{1,3}\d{1,2}:\d{2})?\))",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\s*[|·•]\s*|\s{2,}|\s*[›»>]\s*|\t")
_CRUMBS = re.compile(r"\s*[›»>→]\s*|\s/\s")
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(r"[|·•»›>→\t]| [ /]")
_TALLY = re.compile(r"\(?\d[\d.,]*\)?")
_MARKS = " .:»>«<|-+*•·►▶✕×[](){}/\"'“”…,;!"


@cache
def _table() -> tuple[dict[str, LineKind], tuple[tuple[str, LineKind], ...]]:
    exact: dict[str, LineKind] = {}
    prefix: list[tuple[str, LineKind]] = []
    for row in table("furniture"):
        part: LineKind = row["part"]  # type: ignore[assignment]
        if row["match"] == "prefix":
            prefix.append((fold(row["phrase"]), part))
        exact[fold(row["phrase"])] = part
    return exact, tuple(prefix)


@cache
def _words() -> frozenset[str]:
    """Phrases that with a colon behind them are the text's own: "Trả lời:"."""
    return frozenset(fold(row["phrase"]) for row in table("furniture") if row["match"] == "word")


@cache
def _openings() -> dict[str, tuple[tuple[str, LineKind], ...]]:
    """The prefixes by their first two letters."""
    found: dict[str, list[tuple[str, LineKind]]] = {}
    for phrase, part in _table()[1]:
        found.setdefault(phrase[:2], []).append((phrase, part))
    return {key: tuple(rows) for key, rows in found.items()}


def furniture(text: str) -> LineKind | None:
    """The part of a portal's furniture that a short line is, None where it is none.

    >>> furniture("Tăng cỡ chữ   Giảm cỡ chữ"), furniture("Trang chủ / Tin tức / Y tế")
    ('share', 'share')
    >>> furniture("Bộ Y tế họp báo") is None
    True
    """
    folded = text.lower()
    if "  " in folded or "\t" in folded:
        folded = " ".join(folded.split())
    if part := _part(folded):
        return part
    if _PARTED.search(text):
        crumbs = _CRUMBS.split(text)
        if len(crumbs) > 1 and all(
            0 < len(c.split()) <= 5 and c.replace(" ", "").replace("-", "").isalpha()
            for c in crumbs
        ):
            return "share"
        cells = [c for c in _CELLS.split(text.lower()) if c]
        if len(cells) > 1 and all(_part(" ".join(c.split())) for c in cells):
            return "share"
    if folded.count(" ") > 15 or folded.split(" ", 1)[0] not in _first_words():
        return None
    return "share" if _covered(_TALLY.sub(" ", folded).replace("|", " ").split()) else None


@cache
def _first_words() -> frozenset[str]:
    """The words that furniture begins with."""
    return frozenset(
        phrase.split(" ", 1)[0] for phrase, part in _table()[0].items() if part == "share"
    )


def _part(folded: str) -> LineKind | None:
    """The part of a line or a cell, tallies and marks aside."""
    exact, _ = _table()
    if part := exact.get(folded):
        return part
    openings = _openings()
    for phrase, part in (*openings.get(folded[:2], ()), *openings.get(folded[:1], ())):
        if folded.startswith(phrase) and not (part == "site" and len(folded.split()) > 20):
            return part
    if len(folded) > 60:
        return None
    bare = (_TALLY.sub("", folded) if _DIGIT.search(folded) else folded).strip(_MARKS)
    if not bare:
        return "share"  # a number, a page, a counter
    if (part := exact.get(bare)) and not (folded.endswith(":") and bare in _words()):
        return part
    half = len(bare) // 2
    if bare[half] == " " and bare[:half] == bare[half + 1 :]:
        return exact.get(bare[:half], "share")  # portlets print their name twice
    return None


def _covered(words: list[str]) -> bool:
    """Whether words are furniture phrases one behind another: "In trang Gửi email Quay lại"."""
    exact, _ = _table()
    at = 0
    while at < len(words):
        for n in range(min(5, len(words) - at), 0, -1):
            if exact.get(" ".join(words[at : at + n])) == "share":
                at += n
                break
        else:
            return False
    return True


# What a line of text can be, by its length and its end

WORD = re.compile(r"\w+")


def ends_like_prose(text: str) -> bool:
    """Whether a line ends as a sentence or a list's item does."""
    return text.rstrip("\"”'»)]").endswith((".", ";", ":", "…", "!", "?"))


def is_prose(line: Line) -> bool:
    """Whether a line is a paragraph of a text rather than a headline."""
    if line.kind != "text":
        return False
    size = len(line.text)
    return size > 250 or (size > 100 and ends_like_prose(line.text))


def is_headline(line: Line) -> bool:
    """Whether a line of text can be a headline of another page."""
    text = line.text
    return (
        line.kind == "text"
        and 20 <= len(text) <= 250
        and text.count(" ") >= 4
        and (text[0].isupper() or text[0] in "“\"'‘[(-•+*" or text[0].isdigit())
        and not text.endswith((".", ";", ":", ",", "…"))
    )


def is_title_like(line: Line) -> bool:
    text = line.text
    return (
        line.kind == "text"
        and 8 <= len(text) <= 300
        and text.count(" ") >= 2
        and not text.startswith(("-", "+", "•", "*"))
        and (not ends_like_prose(text) or text.endswith(("?", "!")) or (
            len(text) < 120 and text.count(".") == 1 and text[-1] == "."))
    )  # fmt: skip


def is_lead(text: str) -> bool:
    """Whether a line above a stamp is a paragraph rather than a title."""
    return len(text) > 120 and ends_like_prose(text)


def run_from(lines: list[Line], start: int) -> range:
    """The lines from `start` up to the next list's head, stamp or foot."""
    for i in range(start, len(lines)):
        if lines[i].kind in LISTED or lines[i].kind in ENDS:
            return range(start, i)
    return range(start, len(lines))
