"""What a file of gold must keep to: spans in the text, fields in their vocabulary, order.

The checks are those a machine can make; whether a mention is one is for people to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any, get_args

from trich.article import KINDS, BlockKind, Kind
from trich.lexicon import table

Row = dict[str, Any]

#: The fields that every row of a kind has, in this order, and those that it may have.
FIELDS: dict[Kind, tuple[str, ...]] = {
    "person": ("title", "role", "organization"),
    "organization": ("canonical",),
    "location": ("code",),
    "date": ("type", "value"),
    "decree": ("type", "number", "id", "issuer", "date"),
    "indicator": ("value", "unit", "modifier", "property", "period", "status"),
}
EXTRA: dict[Kind, frozenset[str]] = {
    "person": frozenset({"roles"}),
    "indicator": frozenset({"total"}),
}
_CLOCK = r"T(?:\d\d:\d\d|MO|MI|AF|EV|NI)"
_DAY = r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
# 20 is the 21st century and 199 the nineties: TIMEX3 cuts a year short at what is known.
_PERIOD = r"\d{2,4}|(?:\d{4}|XXXX)-(?:\d\d|Q[1-4]|H[12]|W\d\d(?:-WE)?|SP|SU|FA|WI)"
_LENGTH = r"P(?:\d+[YMWD]){1,2}|PT\d+[HMS]"
VALUES = {
    "DATE": re.compile(rf"{_PERIOD}|{_DAY}(?:{_CLOCK})?"),
    "TIME": re.compile(rf"(?:{_DAY})?{_CLOCK}"),
    "DURATION": re.compile(_LENGTH),
    "SET": re.compile(
        rf"{_LENGTH}|(?:XXXX-WXX-(?:[1-7]|WE)|XXXX-(?:XX|\d\d)-(?:XX|\d\d))(?:{_CLOCK})?"
    ),
}
MODIFIERS = frozenset({None, "approx", "more_than", "less_than", "at_least", "at_most"})
_OUTSIDE = " \n\r\t\N{NO-BREAK SPACE},;:"
_QUOTES = {"“": "”", '"': '"', "'": "'"}


def problems(text: str, rows: Iterable[Row]) -> list[str]:
    """What is wrong with the gold of a text, one line a fault; empty when nothing is.

    >>> problems("Bộ Y tế", [{"kind": "organization", "start": 0, "end": 7, "text": "Bộ Y tế",
    ...                       "canonical": "Bộ Y tế"}])
    []
    """
    rows = list(rows)
    found = [f"{_name(r)}: {fault}" for r in rows for fault in (*_span(text, r), *_fields(r))]
    found += [f"{_name(r)}: {fault}" for r in rows for fault in _written(text, r)]
    if rows != sorted(rows, key=lambda r: (r["start"], -r["end"])):
        found.append("rows are not in text order")
    for kind in KINDS:
        for a, b in pairwise(r for r in rows if r["kind"] == kind):
            if a["end"] > b["start"]:
                found.append(f"{_name(a)} and {_name(b)} overlap")
    return found


def block_problems(text: str, layout: dict[str, Any]) -> list[str]:
    """What is wrong with the blocks of a text: `title`, `published`, and `blocks` by line."""
    lines = text.split("\n")
    blocks = layout["blocks"]
    found = []
    if list(blocks) != [str(n) for n, line in enumerate(lines, 1) if line.strip()]:
        found.append("blocks are not those of the lines that hold something")
    found += [f"block {b!r}" for b in blocks.values() if b not in get_args(BlockKind)]
    titles = [lines[int(n) - 1].strip() for n, b in blocks.items() if b == "title"]
    if titles != ([layout["title"]] if layout["title"] else []):
        found.append(f"title {layout['title']!r} is not the title's line {titles}")
    return found


def _name(row: Row) -> str:
    return f"{row['kind']} {row['start']} {row['text']!r}"


def _span(text: str, row: Row) -> Iterator[str]:
    span = row["text"]
    if text[row["start"] : row["end"]] != span:
        yield f"the text has {text[row['start'] : row['end']]!r} there"
    if span != span.strip(_OUTSIDE) or "\n" in span:
        yield "space or a mark at its edge"
    if span[-1:] in _QUOTES.values() and not any(
        opening in span[:-1] for opening, closing in _QUOTES.items() if closing == span[-1]
    ):
        yield "a quote closes that it does not open"
    # A dot closes a person's initial (L.G.B.), nothing else.
    if span.endswith(".") and not re.search(r"\b\w\.$", span):
        yield "a full stop at its end"


def _fields(row: Row) -> Iterator[str]:
    kind = row["kind"]
    if kind not in FIELDS:
        yield "no such kind"
        return
    want = ["kind", "start", "end", "text", *FIELDS[kind]]
    if list(row)[: len(want)] != want:
        yield f"fields are {list(row)}, not {want}"
        return
    if more := set(row) - set(want) - EXTRA.get(kind, frozenset()) - {"optional"}:
        yield f"unknown fields {sorted(more)}"
    if row.get("optional", True) is not True:
        yield "optional is true or absent"
    yield from {"date": _date, "decree": _decree, "indicator": _indicator}.get(kind, _none)(row)
    for name in ("canonical", "id", "issuer"):
        value = row.get(name)
        if value is not None and not unicodedata.is_normalized("NFC", value):
            yield f"{name} is not in NFC"
    if kind == "organization" and not row["canonical"]:
        yield "no canonical name"


def _none(row: Row) -> Iterator[str]:
    return iter(())


def _date(row: Row) -> Iterator[str]:
    if row["type"] not in VALUES:
        yield f"type {row['type']!r}"
    elif row["value"] is not None and not is_value(row["value"], row["type"]):
        yield f"{row['value']!r} is no value of a {row['type']}"


def _decree(row: Row) -> Iterator[str]:
    types = {r["type"].casefold() for r in table("decree_types")}
    if not row.get("optional") and str(row["type"]).casefold() not in types:
        yield f"type {row['type']!r}"
    if row["date"] is not None and not is_value(row["date"], "DATE"):
        yield f"date {row['date']!r}"
    if row["number"] and row["number"] not in row["text"]:
        yield f"number {row['number']!r} is not in the span"


def _indicator(row: Row) -> Iterator[str]:
    value = row["value"]
    low, high = value if isinstance(value, list) and len(value) == 2 else (value, value)
    if not all(isinstance(v, int | float) and not isinstance(v, bool) for v in (low, high)):
        yield f"value {value!r}"
    elif low > high or high > row.get("total", high):
        yield f"value {value!r} of total {row.get('total')!r} is upside down"
    if row["modifier"] not in MODIFIERS:
        yield f"modifier {row['modifier']!r}"
    if row["status"] not in ("actual", "target"):
        yield f"status {row['status']!r}"
    if row["period"] is not None and not is_value(row["period"], "DATE"):
        yield f"period {row['period']!r}"


def is_value(value: str, type: str) -> bool:
    """Whether a TIMEX3 value fits its type, names real days, and runs forward.

    >>> is_value("2024-01-30TMO", "TIME"), is_value("2024-02-30", "DATE")
    (True, False)
    """
    ends = value.split("/")
    fits = [VALUES[type].fullmatch(end) for end in ends]
    if type == "TIME" and any(fits):  # "ngày 14 đến sáng 17/10": one end may be a whole day
        fits = [fit or re.fullmatch(_DAY, end) for fit, end in zip(fits, ends, strict=True)]
    if len(ends) > 2 or not all(fits):
        return False
    for end in ends:
        if day := re.match(r"\d{4}-\d\d-\d\d", end):
            try:
                date.fromisoformat(day.group())
            except ValueError:
                return False
        elif (month := re.fullmatch(r"\d{4}-(\d\d)", end)) and not 1 <= int(month[1]) <= 12:
            return False
    return len(ends) == 1 or not ends[0][0].isdigit() or ends[0] < ends[1]


def _written(text: str, row: Row) -> Iterator[str]:
    """Fields that are "as written" stand in the text."""
    values = [row.get(name) for name in ("title", "role", "number", "property")]
    values += [row.get("organization")] if row["kind"] == "person" else []
    values += [part for post in row.get("roles", ()) for part in post.values()]
    for value in values:
        if value is not None and (not value or value not in text):
            yield f"{value!r} does not stand in the text"
