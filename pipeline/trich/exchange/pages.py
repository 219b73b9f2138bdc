"""An article and its records, as the formats take them and give them back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trich import gold as form
from trich.article import KINDS
from trich.records import COMMON, FIELDS

Row = dict[str, Any]

#: What a format has a place of its own for; all else of a row is its fields.
PLACE = ("article", "kind", "text", "start", "end")


class Unreadable(Exception):
    """What cannot be exported or imported; the message says where, why and what to do."""


@dataclass(slots=True)
class Page:
    """One article: its id, text, publication date and records."""

    id: str
    text: str
    rows: list[Row] = field(default_factory=list)
    published: str | None = None
    source: str = ""


def pages(out: Path) -> Iterator[Page]:
    """The articles of an extract's folder, each with its records."""
    try:
        with (
            (out / "articles.jsonl").open(encoding="utf-8") as articles,
            (out / "records.jsonl").open(encoding="utf-8") as records,
        ):
            held = next(records, None)
            row: Row | None = json.loads(held) if held else None
            for line in articles:
                article = json.loads(line)
                page = Page(
                    article["id"], article["text"], [], article["published"], article["source"]
                )
                while row is not None and row["article"] == page.id:
                    page.rows.append(row)
                    held = next(records, None)
                    row = json.loads(held) if held else None
                yield page
    except FileNotFoundError as e:
        name = Path(e.filename).name
        raise Unreadable(f"{out}: no {name}; name a folder that an extract wrote") from e
    except (json.JSONDecodeError, KeyError, TypeError) as e:
        raise Unreadable(f"{out}: not what an extract writes ({e}); run it again") from e


def fields(row: Row) -> Row:
    """A row's fields but for its place, those without a value left out."""
    return {k: v for k, v in row.items() if k not in PLACE and v is not None and v != []}


def restored(page: str, text: str, kind: str, start: int, end: int, told: Row) -> Row:
    """A whole row from what a format gives back.

    Raises `Unreadable` for an unknown kind or a span outside the text.
    """
    if kind not in KINDS:
        raise Unreadable(f"{page}: label {kind!r} is none of {', '.join(KINDS)}")
    if not 0 <= start < end <= len(text):
        raise Unreadable(f"{page}: {kind} [{start}, {end}) lies outside the text")
    row: Row = {"article": page, "kind": kind, "text": text[start:end], "start": start, "end": end}
    for f in (*COMMON, *FIELDS[kind]):
        if f.name not in row:
            row[f.name] = told.get(f.name, [] if f.type == "array" else None)
    return row | {k: v for k, v in told.items() if k not in row}


def gold(page: Page) -> Iterator[Row]:
    """The rows of a page as gold holds them, in text order."""
    for row in sorted(page.rows, key=lambda r: (r["start"], -r["end"])):
        kind = row["kind"]
        if kind not in form.FIELDS:
            continue
        out = {name: row[name] for name in ("kind", "start", "end", "text")}
        out |= {name: row.get(name) for name in form.FIELDS[kind]}
        if kind == "organization":
            out["canonical"] = out["canonical"] or row["text"]
        extra = form.EXTRA.get(kind, frozenset())
        out |= {name: row[name] for name in sorted(extra) if row.get(name) not in (None, [])}
        if row.get("optional"):
            out["optional"] = True
        yield out
