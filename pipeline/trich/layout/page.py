"""Where on a page the article stands: its stamp, its title, and what lies around it.

Portals print lists of other pages' headlines before, after and around the article, each
headline with its stamp; the article's own stamp is the one that text follows.  So the stamps
are found first, then the one with the most text behind it, and the rest of the page is laid
out around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from trich.article import BlockKind
from trich.layout import letterhead
from trich.layout.captions import has_credit, is_byline, is_caption, shows_somebody
from trich.layout.lines import ENDS, FURNITURE, LISTED, Line


@dataclass(slots=True)
class Page:
    """The lines' blocks, in order, and what they tell of the article."""

    kinds: list[BlockKind]
    titles: list[int] = field(default_factory=list)
    published: str | None = None
    official: letterhead.Official | None = None


def arrange(lines: list[Line]) -> Page:
    """Lay a page out."""
    official = letterhead.read(lines)
    if official is not None:
        titles, datelines = list(official.titles), list(official.datelines)
        published = official.issued if official.issued and len(official.issued) == 10 else None
        opening = official.opening
        first = max((*titles, *datelines, *official.heading)) + 1
    else:
        _settle(lines)
        own = _own_stamp(lines)
        title = _own_title(lines, own)
        datelines = _beside(lines, own, title)
        published = _published(lines, datelines)
        titles = [] if title is None else [title]
        both = [*titles, *datelines]
        opening, first = min(both, default=0), max(both, default=-1) + 1
        if title is not None and first - title > 8:  # the stamp stands at the article's end
            opening, first = title, title + 1
    last, aside = _ends(lines, first)
    behind = last < len(lines) and lines[last].kind == "text"  # headlines without a list's head
    kinds = [
        *_around(lines, 0, opening, lines[titles[0]].text if titles else None, False),
        *_inside(lines, opening, last, titles, datelines, official),
        *_around(lines, last, len(lines), None, behind),
    ]
    for i in aside:
        kinds[i] = (
            "boilerplate" if lines[i].kind in FURNITURE or lines[i].kind in ENDS else "sidebar"
        )
    for i in datelines:
        kinds[i] = "dateline"
    return Page(kinds, titles, published, official)


def ends_like_prose(text: str) -> bool:
    """Whether a line ends as a sentence or a list's item does."""
    return text.rstrip("\"”'»)]").endswith((".", ";", ":", "…", "!", "?"))


def _is_prose(line: Line) -> bool:
    """Whether a line is a paragraph of a text rather than a headline."""
    if line.kind != "text":
        return False
    size = len(line.text)
    return size > 250 or (size > 100 and ends_like_prose(line.text))


def _is_headline(line: Line) -> bool:
    """Whether a line of text can be a headline of another page."""
    text = line.text
    return (
        line.kind == "text"
        and 20 <= len(text) <= 250
        and text.count(" ") >= 4
        and (text[0].isupper() or text[0] in "“\"'‘[(-•+*" or text[0].isdigit())
        and not text.endswith((".", ";", ":", ",", "…"))
    )


def _title_like(line: Line) -> bool:
    text = line.text
    return (
        line.kind == "text"
        and 8 <= len(text) <= 300
        and text.count(" ") >= 2
        and not text.startswith(("-", "+", "•", "*"))
        and (not ends_like_prose(text) or text.endswith(("?", "!")) or (
            len(text) < 120 and text.count(".") == 1 and text[-1] == "."))
    )  # fmt: skip


def _is_lead(text: str) -> bool:
    """Whether a line above a stamp is a paragraph rather than a title."""
    return len(text) > 120 and ends_like_prose(text)


# The stamp


def _settle(lines: list[Line]) -> None:
    """Decide what the line alone does not tell: stamps amid prose, bare days before headlines."""
    for i, line in enumerate(lines):
        if line.kind == "weak":
            above = lines[i - 1] if i else None
            fits = above is not None and _title_like(above)
            line.kind = "stamp" if fits and i + 1 < len(lines) else "text"
        elif line.kind == "item" and line.stamp is not None:
            beside = (lines[j].kind for j in (i - 1, i + 1) if 0 <= j < len(lines))
            if not any(kind in LISTED or kind == "list" for kind in beside):
                line.kind = "text"
        elif (
            line.kind == "stamp"
            and not line.labelled
            and 0 < i < len(lines) - 1
            and len(lines[i - 1].text) > 300
            and _is_prose(lines[i - 1])
            and _is_prose(lines[i + 1])
        ):
            line.kind = "text"  # a day inside the text


def _own_stamp(lines: list[Line]) -> int | None:
    """The stamp that the most text follows, unless it closes a list of headlines."""
    sizes = _text_behind(lines)
    best = max(sizes, key=lambda i: (sizes[i], -i), default=None)
    if best is None or sizes[best] <= 0:
        return _closing_stamp(lines)
    shape = lines[best].shape
    alike = sum(1 for i in sizes if i < best and lines[i].shape == shape)
    after = next((line for line in lines[best + 1 :] if line.kind == "text"), None)
    if (
        alike >= 2
        and after is not None
        and len(after.text) <= 200
        and not ends_like_prose(after.text)
    ):
        return None  # headline, stamp, headline, stamp, and then a title without a stamp
    return best


def _text_behind(lines: list[Line]) -> dict[int, int]:
    """For each stamp the characters of text up to the next list or stamp."""
    sizes: dict[int, int] = {}
    size = 0
    for i in range(len(lines) - 1, -1, -1):
        kind = lines[i].kind
        if kind == "text":
            size += len(lines[i].text)
        elif kind in LISTED or kind == "list":
            if kind == "stamp":
                sizes[i] = size
            # the line above a stamp is that stamp's headline
            headline = kind == "stamp" and i and lines[i - 1].kind == "text"
            size = -len(lines[i - 1].text) if headline else 0
    return sizes


def _closing_stamp(lines: list[Line]) -> int | None:
    """A stamp under the article: labelled, or the only one of the page, with prose above."""
    found = [i for i, line in enumerate(lines) if line.kind == "stamp" and line.when]
    for i in found:
        if lines[i].labelled or len(found) == 1:
            above = [line for line in lines[:i] if line.kind == "text"]
            if above and any(map(_is_prose, above[-3:])):
                return i
    return found[0] if len(found) == 1 and found[0] <= 4 else None


def _beside(lines: list[Line], own: int | None, title: int | None) -> list[int]:
    """The own stamp with those next to it: posted, updated, or the same day above the title."""
    if own is None:
        return []
    found = [own]
    for step in (-1, 1):
        i = own + step
        while 0 <= i < len(lines) and lines[i].kind in ("stamp", "bar", "share", "tally"):
            if lines[i].kind == "stamp":
                found.append(i)
            i += step
    above = title - 1 if title is not None and title < own else -1
    if above >= 0 and lines[above].kind == "stamp" and _same_day(lines[above], lines[own]):
        found.append(above)
    return sorted(found)


def _same_day(a: Line, b: Line) -> bool:
    return a.when is not None and b.when is not None and a.when[:10] == b.when[:10]


def _published(lines: list[Line], datelines: list[int]) -> str | None:
    """The moment of publication: not that of an update, where both are told."""
    told = [lines[i] for i in datelines if lines[i].when]
    posted = [line for line in told if not line.text.lower().startswith(("cập nhật", "update"))]
    first = next(iter((*posted, *told)), None)
    if first is None:
        return None
    # of two stamps of one day, the one that tells the hour
    same = (line.when for line in (first, *posted) if _same_day(line, first) and line.when)
    return max(same, key=len)


# The title


def _own_title(lines: list[Line], own: int | None) -> int | None:
    """The line above the article's stamp, or below it, or the last one above the first prose."""
    if own is None:
        return _title_above_prose(lines)
    above = _above(lines, own)
    below = [i for i in _run(lines, own + 1) if lines[i].kind == "text"][:3]
    if len(above) > 1 and _is_lead(lines[above[0]].text):  # title, lead, stamp
        fits = [i for i in above[1:] if _title_like(lines[i])]
        if fits:
            return next((i for i in fits if len(_WORD.findall(lines[i].text)) >= 5), fits[0])
    if any(_is_prose(lines[i]) for i in above[:2]) and not (below and _heads(lines, below)):
        return _title_above_prose(lines[:own])  # the stamp stands under the article
    heads = bool(below) and _heads(lines, below)
    if above and len(lines[above[0]].text) <= 300:
        here = len(_WORD.findall(lines[above[0]].text))
        there = len(_WORD.findall(lines[below[0]].text)) if below else 0
        label = len(above) == 1 and here <= 4
        menu = here <= 5 <= there and heads and not _speaks(lines[below[0]].text)
        if not (label and heads) and not menu:
            return above[0]
    if heads:
        return below[0]
    return None


def _speaks(text: str) -> bool:
    """Whether a line below a stamp is the lead or a caption rather than a title."""
    return text.endswith((".", ":", "…")) or is_caption(text, None)


def _above(lines: list[Line], own: int) -> list[int]:
    """The lines of text above a stamp, nearest first, bylines and counters aside."""
    found: list[int] = []
    for i in range(own - 1, max(-1, own - 9), -1):
        line = lines[i]
        if line.kind in LISTED or line.kind in ENDS:
            break
        if line.kind == "text" and not has_credit(line.text):
            found.append(i)
        if len(found) == 4:
            break
    authors = [i for i in found if is_byline(lines[i].text)]
    titles = [i for i in found if i not in authors]
    fits = titles and (_title_like(lines[titles[0]]) or _is_lead(lines[titles[0]].text))
    return titles if fits else found


_WORD = re.compile(r"\w+")
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|\d{1,2}|[a-zđA-Z])\s?[.)]\s")


def _title_above_prose(lines: list[Line]) -> int | None:
    """On a page without a stamp: the last line above the first prose that can be a title."""
    stamps = {i for i, line in enumerate(lines) if line.kind in ("stamp", "teaser")}
    prose = next(
        (i for i, line in enumerate(lines)
         if _is_prose(line) and i + 1 not in stamps and not has_credit(line.text)), None,
    )  # fmt: skip
    end = prose if prose is not None else len(lines)
    fallback: int | None = None
    seen = 0
    for i in range(end - 1, -1, -1):
        line = lines[i]
        if line.kind != "text":
            if seen and (line.kind in LISTED or line.kind in ENDS):
                break
            continue
        seen += 1
        if seen > 8:
            break
        if i + 1 in stamps or not _title_like(line) or _NUMBERED.match(line.text):
            continue
        if ends_like_prose(line.text) and not line.text.endswith(("?", "!")):
            continue
        if has_credit(line.text) or is_byline(line.text) or is_caption(line.text, None):
            fallback = fallback if fallback is not None else i
            continue
        if len(_WORD.findall(line.text)) >= 5:
            return i if prose is not None or _heads(lines, [i, *range(i + 1, len(lines))]) else None
        fallback = i
    if prose is not None and fallback is not None:
        return fallback
    short = next((i for i in range(end) if lines[i].kind == "text"), None)
    if prose is not None and short is not None and not ends_like_prose(lines[short].text):
        return short if _heads(lines, [short, prose]) else None
    return None


def _heads(lines: list[Line], texts: list[int]) -> bool:
    """Whether the first of these lines of text is a title of what follows."""
    texts = [i for i in texts if lines[i].kind == "text"]
    if len(texts) < 2:
        return False
    title, after = lines[texts[0]], lines[texts[1]].text
    short = 2 <= len(title.text.split()) <= 3 and not ends_like_prose(title.text)
    return _title_like(title) or (short and len(after) > 100 and title.text[0].isupper())


# Around the article


def _ends(lines: list[Line], first: int) -> tuple[int, set[int]]:
    """Where the article ends, and the lists of other pages inside it.

    It ends at a list of other pages or at the portal's foot; a list that more of the article
    follows is a box inside it.
    """
    aside: set[int] = set()
    at = first
    while True:
        end = _list_from(lines, at)
        if end == len(lines):
            break
        resumes = _resumes(lines, end)
        if resumes is None:
            break
        aside.update(range(end, resumes))
        at = resumes
    return _headlines_at_end(lines, at, end), aside


def _list_from(lines: list[Line], first: int) -> int:
    """The first line of a list of other pages, or of the foot, from `first` on."""
    seen = False
    for i in range(first, len(lines)):
        kind = lines[i].kind
        seen = seen or kind == "text"
        if kind in ENDS:
            return i
        if kind == "teaser":
            return max(first, i - 1)
        if kind == "item" and seen and i + 1 < len(lines) and lines[i + 1].kind in ("item", "list"):
            return i
        if kind == "stamp" and i - 1 > first and _is_headline(lines[i - 1]):
            return i - 1
    return len(lines)


def _resumes(lines: list[Line], end: int) -> int | None:
    """Where the article goes on behind a box: at prose that is no teaser and no comment.

    A list's teasers have their stamps among them; a box holds headlines, and behind it
    paragraphs stand up to the next list's head.
    """
    first = next((i for i in range(end + 1, len(lines)) if _is_paragraph(lines[i])), None)
    if first is None:
        return None
    run = _run(lines, first)
    prose = [i for i in run if _is_paragraph(lines[i])]
    if any(line.kind == "portal" for line in lines[end:first]):
        return first if len(prose) >= 3 or first == end + 1 else None
    if lines[first - 1].kind == "stamp" and len(prose) == 1:
        return None  # a headline, its stamp, its teaser
    if run.stop < len(lines) and lines[run.stop].kind in LISTED:
        behind = next((i for i in run[1:] if lines[i].kind not in FURNITURE), None)
        if behind is None or _is_headline(lines[behind]):
            return None  # a headline, its teaser, and the stamp of the next
    return first


def _is_paragraph(line: Line) -> bool:
    return len(line.text) > 150 and _is_prose(line)


def _run(lines: list[Line], start: int) -> range:
    """The lines from `start` up to the next list's head, stamp or foot."""
    for i in range(start, len(lines)):
        if lines[i].kind in LISTED or lines[i].kind in ENDS:
            return range(start, i)
    return range(start, len(lines))


def _headlines_at_end(lines: list[Line], first: int, end: int) -> int:
    """Where headlines without a list's head begin, behind the article's last words."""
    anchor = first
    for i in range(end - 1, first, -1):
        text = lines[i].text
        if lines[i].kind == "text" and (ends_like_prose(text) or is_byline(text)):
            anchor = i + 1
            break
    found = [i for i in range(anchor, end) if lines[i].kind == "text"]
    if len(found) >= 2 and all(
        _is_headline(lines[i])
        and lines[i].text[0] not in "-•+*"
        and not is_caption(lines[i].text, None)
        for i in found
    ):
        return found[0]
    return end


def _around(
    lines: list[Line], start: int, end: int, title: str | None, listing: bool
) -> list[BlockKind]:
    """Before and after the article: lists of headlines, and furniture.

    `listing` tells whether a list has begun: behind its head or a headline with its stamp.
    """
    kinds: list[BlockKind] = []
    foot = False
    for i in range(start, end):
        line = lines[i]
        kind = line.kind
        near = {lines[j].kind for j in (i - 1, i + 1) if start <= j < end}
        headline = _is_headline(line) and not line.text.isupper()
        below = lines[i + 1].kind if i + 1 < end else ""
        words = len(_WORD.findall(line.text))
        # short lines amid a list are menus, above all before the article
        short = words <= (5 if line.text.isupper() else 4 if start == 0 else 1)
        listed = (listing and (not short or below in LISTED)) or (
            headline and bool(near & {"stamp", "teaser"})
        )
        block: BlockKind = "boilerplate"
        if kind in ENDS:
            listing, foot = kind == "list", kind == "portal"
        elif kind in LISTED:
            alone = kind == "stamp" and not _stands_in_list(lines, i, start, end)
            block = "boilerplate" if alone else "sidebar"
            listing = listing or not alone
        elif kind == "site":
            listing, foot = False, True
        elif kind in FURNITURE or (title and (line.text in title or line.text.startswith(title))):
            block = "boilerplate"
        elif listed or (headline and not foot and len(line.text) > 40):
            block = "sidebar"
        kinds.append(block)
    return kinds


def _stands_in_list(lines: list[Line], i: int, start: int, end: int) -> bool:
    """Whether a stamp outside the article has a headline beside it: else it is the page's clock."""
    above = lines[i - 1] if i > start else None
    if above is not None and (above.kind in ("teaser", "item", "list") or _is_headline(above)):
        return True
    alike = sum(line.kind == "stamp" and line.shape == lines[i].shape for line in lines[start:end])
    beside = (lines[j] for j in (i - 1, i + 1) if start <= j < end)
    return alike > 1 and any(x.kind in ("text", "teaser") and len(x.text) > 20 for x in beside)


def _inside(
    lines: list[Line],
    start: int,
    end: int,
    titles: list[int],
    datelines: list[int],
    official: letterhead.Official | None,
) -> list[BlockKind]:
    """The article itself."""
    kinds: list[BlockKind] = []
    lead = not titles  # without a title no paragraph is the lead
    tags = False  # behind "Từ khóa:"
    heading = lines[titles[0]].text if titles else None
    aside = (
        set()
        if official
        else _headlines_before_lead(lines, max((*titles, *datelines), default=start), end)
    )
    for i in range(start, end):
        line = lines[i]
        kind: BlockKind = "body"
        if i in titles:
            kind = "title"
        elif line.kind == "tally":
            kind = "body" if lead else "boilerplate"
        elif line.kind in FURNITURE and line.kind != "bar":
            kind = "boilerplate"
            tags = line.text.lower().startswith(("từ khóa", "tags", "tag:"))
        elif tags and len(line.text) <= 40 and not ends_like_prose(line.text):
            kind = "boilerplate"
        elif line.kind == "bar":
            kind = "body" if lead and line.text in ("###", "***", "* * *") else "boilerplate"
        elif official and (i in official.heading or letterhead.is_type(line.text)):
            kind = "boilerplate"
        elif i in aside:
            kind = "sidebar"
        elif not lead and _opens(lines, i, heading, official is not None):
            kind = "lead"
            lead = True
        elif not lead and heading and line.text == heading:
            kind = "title"
        elif not lead and (i < max(titles, default=0) or (official is None and _is_section(line))):
            kind = "boilerplate"
        elif (
            is_caption(line.text, heading)
            or (len(line.text) <= 300 and i > start and lines[i - 1].text.startswith("!["))
            or _printed_twice(lines, i, start, end)
            or (official is None and lead and shows_somebody(line.text) and _amid_prose(lines, i))
        ):
            kind = "caption"
        kinds.append(kind)
    return kinds


def _is_section(line: Line) -> bool:
    """Whether a line above the lead names a section: "Chính trị - Ngoại giao", no author."""
    text = line.text
    return len(text) <= 40 and len(_WORD.findall(text)) <= 4 and not (
        ends_like_prose(text) or is_byline(text) or any(map(str.isdigit, text))
    )  # fmt: skip


def _amid_prose(lines: list[Line], i: int) -> bool:
    """Whether a paragraph stands right above or below a line."""
    return any(0 <= j < len(lines) and _is_prose(lines[j]) for j in (i - 1, i + 1))


def _printed_twice(lines: list[Line], i: int, start: int, end: int) -> bool:
    """Whether a line is printed twice, as captions are: for the eye and for the picture."""
    text = lines[i].text
    return 20 < len(text) <= 300 and any(
        start <= j < end and lines[j].text == text for j in (i - 1, i + 1)
    )


def _headlines_before_lead(lines: list[Line], head: int, end: int) -> set[int]:
    """Two or more headlines between the title and the first prose belong to other pages."""
    found: list[int] = []
    for i in range(head + 1, min(end, head + 12)):
        line = lines[i]
        if line.kind in FURNITURE:
            continue
        if not _is_headline(line) or has_credit(line.text) or _printed_twice(lines, i, 0, end):
            return set(found) if len(found) >= 2 and _is_prose(line) else set()
        found.append(i)
    return set()


def _opens(lines: list[Line], i: int, heading: str | None, official: bool) -> bool:
    """Whether a line can be the lead: no letter's address, no picture's words, no author."""
    text = lines[i].text
    if text.startswith("Kính gửi") or lines[i].kind != "text":
        return False
    if official:  # a letter's addressees are listed first; legal grounds open at any length
        if letterhead.is_ground(text):
            return True
        return text[0] not in "-+•*" and (len(text) > 60 or ends_like_prose(text))
    if len(text) > 60 and ends_like_prose(text) and not has_credit(text):
        return not (len(text) < 120 and is_caption(text, heading))
    if len(text) <= 60:
        return ends_like_prose(text) and not is_caption(text, heading) and not is_byline(text)
    return len(text) > 120 and not is_caption(text, heading)
