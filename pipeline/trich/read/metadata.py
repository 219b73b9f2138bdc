"""What a page's head says: its title, and when it was published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from trich.read.published import iso

_DATES = (
    "meta[property='article:published_time']",
    "meta[itemprop=datePublished]",
    "meta[name=pubdate]",
    "meta[name='publish-date']",
    "meta[name=publishdate]",
    "meta[name='article:published_time']",
    "meta[name='dc.date.issued' i]",
    "meta[name='dc.date.created' i]",
    "meta[name='dc.date' i]",
    "meta[name='dcterms.created' i]",
    "meta[property='og:published_time']",
    "meta[name=date]",
)
_SITE = re.compile(r"\s+(?:[|–—-]|::|»)\s+")


@dataclass(frozen=True, slots=True)
class Meta:
    """The title, without the site's name, and the ISO date; None where the head says none."""

    title: str | None
    published: str | None


def of_page(tree: LexborHTMLParser) -> Meta:
    """The metadata of a page."""
    return Meta(_title(tree), _published(tree))


def _title(tree: LexborHTMLParser) -> str | None:
    said = _content(tree, "meta[property='og:title']") or ""
    node = tree.css_first("head title") or tree.css_first("title")
    headed = " ".join(node.text().split()) if node else ""
    for title in (" ".join(said.split()), headed):
        parts = _SITE.split(title)
        # "Bộ Y tế họp - Cổng thông tin điện tử": the longest part but for a tail of three words
        while len(parts) > 1 and len(parts[-1]) < len(parts[0]):
            parts.pop()
        if title and parts:
            cut = title[: title.index(parts[-1]) + len(parts[-1])] if len(parts) > 1 else parts[0]
            return cut.strip() or None
    return None


def _published(tree: LexborHTMLParser) -> str | None:
    said = [_content(tree, selector) for selector in _DATES]
    said += [str(d["datePublished"]) for d in _data(tree) if d.get("datePublished")]
    node = tree.css_first("time[itemprop=datePublished][datetime], time[pubdate][datetime]")
    if node:
        said.append(node.attributes.get("datetime"))
    for value in filter(None, said):
        try:
            return iso(value)
        except (ValueError, OverflowError, OSError):
            continue
    return None


def _content(tree: LexborHTMLParser, selector: str) -> str | None:
    node = tree.css_first(selector)
    return node.attributes.get("content") if node else None


def article_body(tree: LexborHTMLParser) -> str | None:
    """The article that a page keeps for machines only, as pages drawn by scripts do."""
    return next((str(d["articleBody"]) for d in _data(tree) if d.get("articleBody")), None)


def _data(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page."""
    for node in tree.css("script[type='application/ld+json']"):
        try:
            found = json.loads(node.text(), strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        found = found.get("@graph", found) if isinstance(found, dict) else found
        yield from (
            d for d in (found if isinstance(found, list) else [found]) if isinstance(d, dict)
        )
