"""The record of each kind: its fields, its JSON Schema, and an article's records as rows.

The names and meanings of the fields follow the annotation guidelines; dates follow TIMEX3
(ISO-TimeML), quantities MeasEval (SemEval-2021 task 8).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from trich.article import KINDS, Article, Kind


class Field(NamedTuple):
    """A column: its name, its JSON Schema type, and what it means."""

    name: str
    type: Any
    meaning: str


_STR = "string"
_OPT = ["string", "null"]

COMMON = (
    Field("article", _STR, "id of the article"),
    Field("kind", _STR, "kind of the record"),
    Field("text", _STR, "the span, exactly as the source text has it"),
    Field("start", "integer", "first code point of the span in the source text"),
    Field("end", "integer", "code point behind the span"),
    Field("block", _STR, "the block the span stands in"),
    Field("sentence", "integer", "index of its sentence in the article"),
    Field("key", _OPT, "canonical identity: equal keys mean the same thing"),
    Field("rule", _STR, "name of the rule that found it"),
)

ARTICLE = (
    Field("id", _STR, "id of the article"),
    Field("source", _OPT, "where it was read"),
    Field("title", _OPT, "its title, as the page writes it"),
    Field("published", _OPT, "publication date or date-time, ISO, in Vietnamese time"),
    Field("text", _STR, "the source text that offsets point into"),
    Field("blocks", "array", "its lines that are not blank, each {start, end, kind}"),
    Field("official", ["object", "null"], "metadata of an official document"),
    Field("duplicate_of", _OPT, "id of the first article that this one repeats"),
)

OFFICIAL = (
    Field("type", _OPT, "type of document; null for a letter (công văn)"),
    Field("number", _OPT, "number and code, without `Số`"),
    Field("issuer", _OPT, "issuing body, in the words of the heading"),
    Field("issued", _OPT, "day of issue, ISO, to its precision"),
    Field("signer", _OPT, "name under the first signature"),
    Field("subject", _OPT, "subject, without `Về việc`"),
)

FIELDS: dict[Kind, tuple[Field, ...]] = {
    "person": (
        Field("title", _OPT, "academic or honorific words, as written"),
        Field("role", _OPT, "position nearest the name, without its organization, as written"),
        Field("organization", _OPT, "organization of that position, as written"),
        Field("roles", "array", "further positions, each {role, organization}"),
        Field("full_name", _OPT, "the full name, where the article gives it"),
    ),
    "organization": (
        Field("canonical", _OPT, "full official name, acronyms expanded"),
        Field("acronym", _OPT, "usual acronym of the body"),
    ),
    "date": (
        Field("type", _STR, "TIMEX3 type: DATE, TIME, DURATION or SET"),
        Field("value", _OPT, "TIMEX3 value; an interval as ISO 8601 start/end"),
        Field("mod", _OPT, "TIMEX3 modifier: START, MID, END or APPROX"),
    ),
    "decree": (
        Field("type", _OPT, "document type"),
        Field("number", _OPT, "serial as written, without `số`"),
        Field("id", _OPT, "canonical identifier; null when the document cannot be told"),
        Field("issuer", _OPT, "issuing body, as named or as type and code imply"),
        Field("date", _OPT, "issue date stated beside the number, to its precision"),
    ),
    "indicator": (
        Field(
            "value", ["number", "array", "null"], "number with its scale; a range as [low, high]"
        ),
        Field("unit", _OPT, "%, ISO currency, measure or counted noun; a rate as a/b"),
        Field("modifier", _OPT, "approx, more_than, less_than, at_least or at_most"),
        Field("property", _OPT, "what is measured, in the words of the text"),
        Field("period", _OPT, "date value the figure holds for"),
        Field("status", _STR, "actual or target"),
        Field("total", ["number", "null"], "the whole, in `x of y` figures"),
    ),
}

_CHOICES: dict[tuple[str, str], list[Any]] = {
    ("", "block"): ["title", "dateline", "lead", "body", "caption", "sidebar", "boilerplate"],
    ("date", "type"): ["DATE", "TIME", "DURATION", "SET"],
    ("date", "mod"): ["START", "MID", "END", "APPROX", None],
    ("indicator", "modifier"): [
        "approx", "more_than", "less_than", "at_least", "at_most", None,
    ],
    ("indicator", "status"): ["actual", "target"],
}  # fmt: skip


def rows(article: Article) -> Iterator[dict[str, Any]]:
    """The records of an article, in text order, every field of its kind present.

    The article is one whose offsets stand in the source (see `Article.on_source`).
    """
    for m in article.of(*KINDS):
        block = article.block_at(m.start)
        row: dict[str, Any] = {
            "article": article.id,
            "kind": m.kind,
            "text": article.text[m.start : m.end],
            "start": m.start,
            "end": m.end,
            "block": block.kind if block else "body",
            "sentence": article.sentence_at(m.start),
            "key": m.key,
            "rule": m.rule,
        }
        for f in FIELDS[m.kind]:
            row[f.name] = m.fields.get(f.name, [] if f.type == "array" else None)
        yield row


def article_row(article: Article) -> dict[str, Any]:
    """The article itself as a row of `articles.jsonl`; the merge of a run sets `duplicate_of`."""
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "published": article.published,
        "text": article.text,
        "blocks": [{"start": b.start, "end": b.end, "kind": b.kind} for b in article.blocks],
        "official": article.official,
        "duplicate_of": None,
    }


def columns(kind: Kind) -> list[str]:
    """The columns of a kind's table, in order."""
    return [f.name for f in (*COMMON, *FIELDS[kind])]


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one line of `records.jsonl`."""

    def prop(kind: str, f: Field) -> dict[str, Any]:
        out: dict[str, Any] = {"type": f.type, "description": f.meaning}
        if (kind, f.name) in _CHOICES:
            out["enum"] = _CHOICES[kind, f.name]
        if f.name in ("start", "end", "sentence"):
            out["minimum"] = 0
        if f.name == "value" and kind == "indicator":
            out["items"] = {"type": "number"}
        if f.name == "roles":
            out["items"] = {
                "type": "object",
                "properties": {"role": {"type": _STR}, "organization": {"type": _OPT}},
                "required": ["role", "organization"],
                "additionalProperties": False,
            }
        return out

    variants = []
    for kind, fields in FIELDS.items():
        props = {f.name: prop("", f) for f in COMMON} | {f.name: prop(kind, f) for f in fields}
        props["kind"] = {"const": kind, "description": COMMON[1].meaning}
        variants.append(
            {
                "title": kind,
                "type": "object",
                "properties": props,
                "required": list(props),
                "additionalProperties": False,
            }
        )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "trich record",
        "description": "One fact found in a Vietnamese text, tied to its characters.",
        "oneOf": variants,
        "$defs": {"article": _article_schema()},
    }


def _article_schema() -> dict[str, Any]:
    """JSON Schema of one line of `articles.jsonl`; further properties tell how it was read."""
    props = {f.name: {"type": f.type, "description": f.meaning} for f in ARTICLE}
    kinds = _CHOICES["", "block"]
    props["blocks"]["items"] = {
        "type": "object",
        "properties": {
            "start": {"type": "integer", "minimum": 0},
            "end": {"type": "integer", "minimum": 0},
            "kind": {"enum": kinds},
        },
        "required": ["start", "end", "kind"],
    }
    props["official"]["properties"] = {
        f.name: {"type": f.type, "description": f.meaning} for f in OFFICIAL
    }
    props["official"]["required"] = [f.name for f in OFFICIAL]
    return {
        "title": "trich article",
        "description": "One line of articles.jsonl.",
        "type": "object",
        "properties": props,
        "required": list(props),
    }
