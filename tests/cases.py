"""How the tests run stages on a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from trich import Article, View, layout, segment
from trich.article import KINDS

Stage = Callable[[Article], None]


def found(text: str, *stages: Stage, published: str | None = None) -> list[dict[str, Any]]:
    """What these stages find in a text, in text order: each mention's text, kind, rule, fields."""
    view = View(text)
    article = Article(text=view.text, published=published)
    for stage in (layout.layout, segment.segment, *stages):
        stage(article)
    article = article.on_source(view)
    return [
        {"text": text[m.start : m.end], "kind": m.kind, "rule": m.rule, "key": m.key, **m.fields}
        for m in article.of(*KINDS)
    ]
