"""The record of each kind: its fields, its JSON Schema, and an article's records as rows.

The names and meanings of the fields follow the annotation guidelines; dates follow TIMEX3
(ISO-TimeML), quantities MeasEval (SemEval-2021 task 8).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from trich.article import KINDS, Article, Kind


class Field(NamedTuple):
    """A column: its name, its JSON Schema type, and what it means."""

    name: str
    type: Any
    meaning: str


_STR = "string"
_OPT = ["string", "null"]
_INT = ["integer", "null"]

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
        Field("gender", _OPT, "female or male, only where a title says it"),
        Field("full_name", _OPT, "the full name, where the article gives it"),
    ),
    "organization": (
        Field("canonical", _OPT, "full official name, acronyms expanded"),
        Field("acronym", _OPT, "usual acronym of the body"),
        Field("type", _OPT, "what sort of body: state, party, health, business, press, ..."),
        Field("parent", _OPT, "full name of the body it is a part of"),
        Field("place", _OPT, "the place in its name"),
        Field("level", _OPT, "central, province, district or commune"),
        Field("successor", _OPT, "the body that took over from it, where it has ended"),
    ),
    "location": (
        Field("level", _STR, "country, province, district or commune"),
        Field("canonical", _OPT, "its name with its level"),
        Field("code", _OPT, "code of the statistics office on the article's day; ISO 3166-1"),
        Field("successor_code", _OPT, "code of the unit that took it in on 1 July 2025"),
    ),
    "date": (
        Field("type", _STR, "TIMEX3 type: DATE, TIME, DURATION or SET"),
        Field("value", _OPT, "TIMEX3 value; an interval as ISO 8601 start/end"),
        Field("begins", _OPT, "first day (or minute) that the value covers, ISO 8601"),
        Field("ends", _OPT, "last day (or minute) that the value covers, inclusive"),
        Field(
            "mod", _OPT, "TIMEX3 modifier: START MID END of it, APPROX, BEFORE, AFTER, and so on"
        ),
        Field("quant", _OPT, "TIMEX3 quantifier of a recurrence: EVERY"),
        Field("freq", _OPT, "how often in each: 2X in `hai lần mỗi ngày`"),
        Field("grain", _OPT, "unit the value is told in: century to minute, part, weekend"),
        Field("calendar", _STR, "calendar of the words: gregorian or lunar"),
        Field("anchor", _OPT, "`publication`, or the key of the earlier record it hangs on"),
    ),
    "decree": (
        Field("type", _OPT, "document type"),
        Field("number", _OPT, "serial as written, without `số`"),
        Field("id", _OPT, "canonical identifier; null when the document cannot be told"),
        Field("issuer", _OPT, "issuing body, as named or as type and code imply"),
        Field("date", _OPT, "issue date stated beside the number, to its precision"),
        Field("system", _OPT, "whose document: state, party, court, mass, letter or standard"),
        Field("year", _INT, "year of the number, or of the stated date"),
        Field("inferred_year", _INT, "year of a date that only the day of publication tells"),
        Field("title", _OPT, "title behind the number, as written"),
        Field("pinpoint", _OPT, "the part that is cited, as written"),
        Field("status", _OPT, "draft, in_force or expired, where the text says so"),
        Field("relation", "array", "how it bears on others of its sentence: {type, id, start}"),
        Field("successor", _OPT, "body in the issuer's place on the day of publication"),
        Field("iri", _OPT, "Akoma Ntoso name, where all its parts are known"),
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
        Field("surface", _STR, "the number as written, with its scale"),
        Field("low", ["number", "null"], "lower end of a range"),
        Field("high", ["number", "null"], "upper end of a range"),
        Field("unit_code", _OPT, "ISO 4217 for money, UCUM where it has the unit"),
        Field("entity", _OPT, "organization whose figure it is, as written"),
        Field("place", _OPT, "province or country of the figure, as written"),
        Field("place_code", _OPT, "code of that province (Decision 124/2004/QĐ-TTg), or VN"),
        Field("direction", _OPT, "increase or decrease, where a verb of change tells it"),
        Field("baseline", _OPT, "figure or date that it is compared with, as written"),
        Field("baseline_period", _OPT, "date value of that figure or date"),
        Field("baseline_start", _INT, "where the record of that figure or date begins"),
        Field("period_begin", _OPT, "first day of the period, ISO 8601"),
        Field("period_end", _OPT, "last day of the period, ISO 8601"),
    ),
}

#: how one document may bear on another
RELATIONS = ("amends", "replaces", "repeals", "guides", "implements", "based_on")

_CHOICES: dict[tuple[str, str], list[Any]] = {
    ("", "block"): ["title", "dateline", "lead", "body", "caption", "sidebar", "boilerplate"],
    ("person", "gender"): ["female", "male", None],
    ("date", "type"): ["DATE", "TIME", "DURATION", "SET"],
    ("decree", "system"): ["state", "party", "court", "mass", "letter", "standard", None],
    ("decree", "status"): ["draft", "in_force", "expired", None],
    ("date", "mod"): [
        "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
        "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", None,
    ],
    ("date", "calendar"): ["gregorian", "lunar"],
    ("indicator", "modifier"): [
        "approx", "more_than", "less_than", "at_least", "at_most", None,
    ],
    ("indicator", "status"): ["actual", "target"],
    ("indicator", "direction"): ["increase", "decrease", None],
}  # fmt: skip


@cache
def _blank(kind: Kind) -> tuple[dict[str, Any], frozenset[str]]:
    """A kind's fields with nothing in them, and those that are then an empty list."""
    lists = frozenset(f.name for f in FIELDS[kind] if f.type == "array")
    return dict.fromkeys(f.name for f in FIELDS[kind]), lists


def rows(article: Article) -> Iterator[dict[str, Any]]:
    """The records of an article, in text order, every field of its kind present.

    The article is one whose offsets stand in the source (see `Article.on_source`).
    """
    text, blocks, sentences = article.text, article.blocks, article.sentences
    block = sentence = -1  # the last that begins at or before the mention
    for m in article.of(*KINDS):
        while block + 1 < len(blocks) and blocks[block + 1].start <= m.start:
            block += 1
        while sentence + 1 < len(sentences) and sentences[sentence + 1].start <= m.start:
            sentence += 1
        inside = block >= 0 and m.start < blocks[block].end
        blank, lists = _blank(m.kind)
        fields = m.fields
        if not fields.keys() <= blank.keys():  # some are for other stages alone
            fields = {name: fields[name] for name in blank if name in fields}
        row: dict[str, Any] = {
            "article": article.id,
            "kind": m.kind,
            "text": text[m.start : m.end],
            "start": m.start,
            "end": m.end,
            "block": blocks[block].kind if inside else "body",
            "sentence": max(0, sentence),
            "key": m.key,
            "rule": m.rule,
            **blank,
            **fields,
        }
        for name in lists:
            if row[name] is None:
                row[name] = []
        yield row


def choices(kind: str, name: str) -> list[Any]:
    """The values that a field can have; empty where it is open.

    >>> choices("indicator", "status")
    ['actual', 'target']
    """
    return _CHOICES.get((kind, name), [])


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
        if f.name == "relation":
            out["items"] = {
                "type": "object",
                "properties": {
                    "type": {"enum": list(RELATIONS)},
                    "id": {"type": _OPT},
                    "start": {"type": "integer", "minimum": 0},
                },
                "required": ["type", "id", "start"],
                "additionalProperties": False,
            }
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
