"""The dictionary of fields: every table and column, as Markdown, from the schema itself."""

from __future__ import annotations

from collections.abc import Iterable

from trich import entities
from trich.article import KINDS
from trich.records import ARTICLE, COMMON, FIELDS, OFFICIAL, Field, choices
from trich.write import TABLES


def markdown() -> str:
    """Every table of an extract's folder with its fields, types and meanings."""
    parts = [
        "# Fields",
        "Written by `trich schema --fields` from the schema; a test keeps it so. "
        "`trich schema` prints the JSON Schema of a record, and every run writes a Frictionless "
        "`datapackage.json` beside its tables.",
        "## Of every record",
        _table("", COMMON),
    ]
    parts += ["## Of an article: `articles.jsonl`", _table("", ARTICLE)]
    parts += ["`official`, where the article is an official document:", _table("", OFFICIAL)]
    for kind in KINDS:
        parts += [f"## {kind}: `{TABLES[kind]}`", _table(kind, FIELDS[kind])]
    parts.append(
        "# Entities\n\nOne row a person, body, document or figure, over all articles. Records in "
        "sidebars and portal furniture are left out, and so are articles marked as duplicates."
    )
    for name, fields in entities.TABLES.items():
        parts += [f"## `entities/{name}.csv`", _table("", fields)]
    return "\n\n".join(parts) + "\n"


def _table(kind: str, fields: Iterable[Field]) -> str:
    lines = ["| field | type | meaning |", "| --- | --- | --- |"]
    for f in fields:
        kinds = [f.type] if isinstance(f.type, str) else f.type
        values = [c for c in choices(kind, f.name) if c is not None]
        meaning = f.meaning + (f": {', '.join(f'`{v}`' for v in values)}" if values else "")
        meaning = meaning.replace("|", "\\|")
        lines.append(f"| `{f.name}` | {' or '.join(kinds)} | {meaning} |")
    return "\n".join(lines)
