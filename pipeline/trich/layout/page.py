"""Where on a page the article stands, and what lies around it.

The head is found first; then the article ends at a list of other pages or at the portal's
foot, and the rest of the page is laid out around it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from trich.article import BlockKind
from trich.layout import letterhead
from trich.layout.captions import has_credit, is_byline, is_caption, shows_somebody
from trich.layout.head import beside, own_stamp, own_title, published_at, settle
from trich.layout.lines import (
    ENDS,
    FURNITURE,
    LISTED,
    WORD,
    Line,
    ends_like_prose,
    is_headline,
    is_prose,
    run_from,
)


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
        settle(lines)
        own = own_stamp(lines)
        title = own_title(lines, own)
        datelines = beside(lines, own, title)
        published = published_at(lines, datelines) or _glued(lines)
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


# Around the article


def _glued(lines: list[Line]) -> str | None:
    """The moment of a stamp that is glued to a paragraph of the article."""
    return next((line.when for line in lines if line.kind == "text" and line.glued), None)


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
        if kind == "stamp" and i - 1 > first and is_headline(lines[i - 1]):
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
    run = run_from(lines, first)
    prose = [i for i in run if _is_paragraph(lines[i])]
    if any(line.kind == "portal" for line in lines[end:first]):
        return first if len(prose) >= 3 or first == end + 1 else None
    if lines[first - 1].kind == "stamp" and len(prose) == 1:
        return None  # a headline, its stamp, its teaser
    if run.stop < len(lines) and lines[run.stop].kind in LISTED:
        behind = next((i for i in run[1:] if lines[i].kind not in FURNITURE), None)
        if behind is None or is_headline(lines[behind]):
            return None  # a headline, its teaser, and the stamp of the next
    return first


def _is_paragraph(line: Line) -> bool:
    return len(line.text) > 150 and is_prose(line)


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
        is_headline(lines[i])
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
    if start >= end:
        return kinds
    foot = False
    shapes = Counter(line.shape for line in lines[start:end] if line.kind == "stamp")
    for i in range(start, end):
        line = lines[i]
        kind = line.kind
        near = {lines[j].kind for j in (i - 1, i + 1) if start <= j < end}
        headline = is_headline(line) and not line.text.isupper()
        below = lines[i + 1].kind if i + 1 < end else ""
        words = len(WORD.findall(line.text))
        # short lines amid a list are menus, above all before the article
        short = words <= (5 if line.text.isupper() else 4 if start == 0 else 1)
        listed = (listing and (not short or below in LISTED)) or (
            headline and bool(near & {"stamp", "teaser"})
        )
        block: BlockKind = "boilerplate"
        if kind in ENDS:
            listing, foot = kind == "list", kind == "portal"
        elif kind in LISTED:
            alone = kind == "stamp" and not _stands_in_list(
                lines, i, start, end, shapes[line.shape]
            )
            block = "boilerplate" if alone else "sidebar"
            listing = listing or not alone
        elif kind == "site":
            listing, foot = False, True
        elif kind in FURNITURE:
            block = "boilerplate"
        elif listed or (below == "stamp" and shapes[lines[i + 1].shape] > 1):
            block = "sidebar"
        elif title and (line.text in title or line.text.startswith(title)):
            block = "boilerplate"  # the title once more: in a breadcrumb, in the page's own
        elif headline and not foot and len(line.text) > 40:
            block = "sidebar"
        kinds.append(block)
    return kinds


def _stands_in_list(lines: list[Line], i: int, start: int, end: int, alike: int) -> bool:
    """Whether a stamp outside the article has a headline beside it: else it is the page's clock.

    `alike` is how many stamps out there have its shape.
    """
    above = lines[i - 1] if i > start else None
    if above is not None and (above.kind in ("teaser", "item", "list") or is_headline(above)):
        return True
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
        elif line.kind in ENDS or (line.kind in FURNITURE and line.kind != "bar"):
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
    return len(text) <= 40 and len(WORD.findall(text)) <= 4 and not (
        ends_like_prose(text) or is_byline(text) or any(map(str.isdigit, text))
    )  # fmt: skip


def _amid_prose(lines: list[Line], i: int) -> bool:
    """Whether a paragraph stands right above or below a line."""
    return any(0 <= j < len(lines) and is_prose(lines[j]) for j in (i - 1, i + 1))


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
        if not is_headline(line) or has_credit(line.text) or _printed_twice(lines, i, 0, end):
            return set(found) if len(found) >= 2 and is_prose(line) else set()
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
