"""The head of an article: its own stamp and its title.

Portals print lists of other pages' headlines before, after and around the article, each
headline with its stamp; the article's own stamp is the one that text follows.  The title
stands above it or below it, or, on a page without a stamp, last above the first prose.
"""

from __future__ import annotations

import re

from trich.layout.captions import has_credit, is_byline, is_caption
from trich.layout.lines import (
    ENDS,
    LISTED,
    WORD,
    Line,
    ends_like_prose,
    is_lead,
    is_prose,
    is_title_like,
    run_from,
)


def settle(lines: list[Line]) -> None:
    """Decide what the line alone does not tell: stamps amid prose, bare days before headlines."""
    teasers = [line for line in lines if line.kind == "teaser"]
    if len(teasers) == 1 and not any(line.kind == "stamp" or is_prose(line) for line in lines):
        teasers[0].kind = "text"  # the one paragraph of the page, its stamp glued to it
    for i, line in enumerate(lines):
        if line.kind == "weak":
            above = lines[i - 1] if i else None
            fits = above is not None and is_title_like(above)
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
            and is_prose(lines[i - 1])
            and is_prose(lines[i + 1])
        ):
            line.kind = "text"  # a day inside the text


def own_stamp(lines: list[Line]) -> int | None:
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
            if above and any(map(is_prose, above[-3:])):
                return i
    return found[0] if len(found) == 1 and found[0] <= 4 else None


def beside(lines: list[Line], own: int | None, title: int | None) -> list[int]:
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


def published_at(lines: list[Line], datelines: list[int]) -> str | None:
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


def own_title(lines: list[Line], own: int | None) -> int | None:
    """The line above the article's stamp, or below it, or the last one above the first prose."""
    if own is None:
        return _title_above_prose(lines)
    above = _above(lines, own)
    below = [i for i in run_from(lines, own + 1) if lines[i].kind == "text"][:3]
    if len(above) > 1 and is_lead(lines[above[0]].text):  # title, lead, stamp
        fits = [i for i in above[1:] if is_title_like(lines[i])]
        fits = [i for i in fits if not ends_like_prose(lines[i].text)] or fits
        if fits:
            return next((i for i in fits if len(WORD.findall(lines[i].text)) >= 5), fits[0])
    if any(is_prose(lines[i]) for i in above[:2]) and not (below and _heads(lines, below)):
        return _title_above_prose(lines[:own])  # the stamp stands under the article
    heads = bool(below) and _heads(lines, below)
    if above and len(lines[above[0]].text) <= 300:
        here = len(WORD.findall(lines[above[0]].text))
        there = len(WORD.findall(lines[below[0]].text)) if below else 0
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
        if line.kind in LISTED or (line.kind in ENDS and (found or i < own - 1)):
            break  # right above the stamp a list's head is the article's section
        if line.kind == "text" and not has_credit(line.text):
            found.append(i)
        if len(found) == 4:
            break
    authors = [i for i in found if is_byline(lines[i].text)]
    titles = [i for i in found if i not in authors]
    fits = titles and (is_title_like(lines[titles[0]]) or is_lead(lines[titles[0]].text))
    return titles if fits else found


_NUMBERED = re.compile(r"(?:[IVX]{1,5}|\d{1,2}|[a-zđA-Z])\s?[.)]\s")


def _title_above_prose(lines: list[Line]) -> int | None:
    """On a page without a stamp: the last line above the first prose that can be a title."""
    stamps = {i for i, line in enumerate(lines) if line.kind in ("stamp", "teaser")}
    prose = next(
        (i for i, line in enumerate(lines)
         if is_prose(line) and i + 1 not in stamps and not has_credit(line.text)), None,
    )  # fmt: skip
    end = prose if prose is not None else len(lines)
    if prose is not None:
        said = lines[prose].text
        for i in range(prose - 1, max(-1, prose - 12), -1):
            if is_title_like(lines[i]) and said.startswith(lines[i].text):
                return i  # "Quyết định số 12/QĐ-BYT", and the text begins with it
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
        if i + 1 in stamps or not is_title_like(line) or _NUMBERED.match(line.text):
            continue
        if ends_like_prose(line.text) and not line.text.endswith(("?", "!")):
            continue
        if has_credit(line.text) or is_byline(line.text) or is_caption(line.text, None):
            fallback = fallback if fallback is not None else i
            continue
        if len(WORD.findall(line.text)) >= 5:
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
    return is_title_like(title) or (short and len(after) > 100 and title.text[0].isupper())
