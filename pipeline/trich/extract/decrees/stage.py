"""Citations of legal, administrative and Party documents.

A type word and what follows it make a citation: a number in any layout, a bare serial, or a
law's name; a number whose own codes tell type and issuer makes one without a type word.
Then the article is read as a whole, and a short form takes what its full form says.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from trich.article import Article, Mention, Place, Span
from trich.extract.decrees import around, clause, codes, identity, relations
from trich.extract.decrees.cited import Cited, Page
from trich.extract.decrees.flow import Flow, flow
from trich.extract.decrees.iri import iri
from trich.extract.decrees.named import resolve_nickname
from trich.extract.decrees.reader import read

_AHEAD = 6  # citations that a title may run into
_YEAR_IN_ID = re.compile(r"[^/]*[/-]((?:19|20)\d\d)/")
# Whose papers a type is, where no number tells it.
_SYSTEMS = {
    "Luật": "state", "Bộ luật": "state", "Pháp lệnh": "state", "Nghị định": "state",
    "Thông tư": "state", "Thông tư liên tịch": "state", "Thông tư liên bộ": "state",
    "Sắc lệnh": "state", "Công văn": "letter", "Thông tri": "party", "Án lệ": "court",
    "Bản án": "court", "Lệnh": "state",
}  # fmt: skip


def decrees(article: Article) -> None:
    """Find the citations of an article and append them as mentions of kind `decree`.

    >>> article = Article("theo chỉ thị 25 của Ban Bí thư và Luật BHYT sửa đổi")
    >>> decrees(article)
    >>> [(article.text[m.start:m.end], m.fields["id"]) for m in article.mentions]
    [('chỉ thị 25', '25-CT/TW'), ('Luật BHYT', 'Luật Bảo hiểm Y tế')]
    """
    running = flow(article.text, article.lower)
    page = Page(running.text, running.lower, article.published_on)
    found = read(page)
    if not found:
        return
    for i, c in enumerate(found):
        clause.look_before(page, c, found[i - 1] if i else None)
        clause.look_after(page, c)
        around.read_pinpoint(page, c)
    for i, c in enumerate(found):
        around.read_title(page, c, found[i + 1 : i + 1 + _AHEAD])
    for i, c in enumerate(found):
        identity.inside_title(c, found[i + 1 : i + 1 + _AHEAD])
    clause.under_headings(page, found)
    found = identity.link(found)
    for i, c in enumerate(found):
        resolve_nickname(page, c)
        around.read_status(page, c, found[i - 1] if i else None)
    if len(found) > 1:
        for _, sentence in groupby(
            found, key=lambda c: article.sentence_at(running.place(c.start))
        ):
            relations.relate(page, list(sentence))
    keys = [identity.key(c) for c in found]
    dates: dict[str | None, str] = {}
    for key, c in zip(keys, found, strict=True):
        if c.date and len(c.date) > len(dates.get(key, "")):
            dates[key] = c.date
    article.mentions += [
        _mention(page, running, c, key, dates.get(key)) for key, c in zip(keys, found, strict=True)
    ]


def _mention(
    page: Page, running: Flow, c: Cited, key: str | None, known_date: str | None
) -> Mention:
    c.system = _system(c)
    return Mention(
        "decree",
        *running.span(c.start, c.end),
        c.rule,
        key,
        {
            "type": c.type,
            "number": Span(*running.span(*c.number_span)) if c.number_span else None,
            "id": c.id,
            "issuer": _issuer(page, running, c),
            "date": c.date,
            "system": c.system,
            "year": _year(c),
            "inferred_year": int(c.date[:4]) if c.date and c.year_inferred else None,
            "title": _words(page, running, c.title),
            "pinpoint": _words(page, running, c.pinpoint),
            "status": c.status,
            "relation": [
                {"type": r.type, "id": r.target.id, "start": Place(running.place(r.target.start))}
                for r in c.relations
            ],
            "successor": _successor(page, c),
            "iri": iri(page, c, known_date if key else c.date),
        },
    )


def _words(page: Page, running: Flow, span: Span | None) -> Span | str | None:
    """The words of a field: where the page has them, or mended where its lines break them."""
    if span is None:
        return None
    start, end = running.span(*span)
    words = page.text[span.start : span.end]
    return Span(start, end) if running.source[start:end] == words else words


def _issuer(page: Page, running: Flow, c: Cited) -> Any:
    """The words of the text, unless they are a bare code, which is written out, or broken."""
    if isinstance(c.issuer, Span) and c.issuer_name == page.text[c.issuer.start : c.issuer.end]:
        return _words(page, running, c.issuer)
    return c.issuer_name


def _system(c: Cited) -> str | None:
    """By the number, else by the type, else by the issuer."""
    if c.system:
        return c.system
    own = _SYSTEMS.get(c.type or "")
    return own or (codes.system_of(c.issuer_code) if c.issuer_code else None)


def _year(c: Cited) -> int | None:
    """The year of the number or of the stated date; never an inferred one."""
    in_id = _YEAR_IN_ID.match(c.id or "")
    year = c.year or (in_id[1] if in_id else None)
    return int(year) if year else None


def _successor(page: Page, c: Cited) -> str | None:
    if page.published is None or c.issuer_code is None:
        return None
    return codes.successor(c.issuer_code, page.published)
