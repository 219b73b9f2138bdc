"""How the tests run stages on a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from trich import Article, View, layout, segment
from trich.article import KINDS
from trich.extract.organizations import organizations
from trich.extract.persons import persons

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


_PERSON = re.compile(r"\[([^\[\]]*)\]")


def told(case: str) -> list[tuple[str, str, str, str]]:
    """What the brackets of a case say: `[name|title|role|organization]`."""
    fields = ([*m[1].split("|"), "", "", ""][:4] for m in _PERSON.finditer(case))
    return [(name, title, role, body) for name, title, role, body in fields]


def bare(case: str) -> str:
    """The text of a case, without its brackets."""
    return _PERSON.sub(lambda m: m[1].partition("|")[0], case)


def read(text: str) -> list[tuple[str, str, str, str]]:
    """The persons of a text, told as in a case."""
    people = [m for m in found(text, organizations, persons) if m["kind"] == "person"]
    return [
        (p["text"], p.get("title") or "", p.get("role") or "", p.get("organization") or "")
        for p in people
    ]


def lines(table: str) -> list[str]:
    """The cases of a table, one a line."""
    return table.strip().splitlines()
