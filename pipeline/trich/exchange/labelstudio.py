"""Label Studio: a file of tasks with pre-annotations, and its JSON export read back.

A record is a region with its kind as label; its fields are JSON in a text area of the
region.  Offsets count code points, as Label Studio does since 1.4.  `CONFIG` is the
labelling interface to set up in the project.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from trich import __version__
from trich.article import KINDS
from trich.exchange.pages import Page, Row, Unreadable, fields, restored
from trich.write import dumps, whole

_COLORS = {
    "person": "#c2410c",
    "organization": "#1d4ed8",
    "date": "#15803d",
    "decree": "#7e22ce",
    "indicator": "#a16207",
}


def config() -> str:
    """The labelling interface (XML) that the tasks are made for."""
    labels = [
        f'    <Label value="{kind}" background="{_COLORS.get(kind, "#475569")}"/>' for kind in KINDS
    ]
    return (
        '<View>\n  <Labels name="label" toName="text">\n' + "\n".join(labels) + "\n  </Labels>\n"
        '  <Text name="text" value="$text" granularity="symbol"/>\n'
        '  <TextArea name="fields" toName="text" perRegion="true" editable="true" '
        'maxSubmissions="1"/>\n</View>\n'
    )


def write(pages: Iterable[Page], target: Path) -> None:
    """Write one JSON array of tasks, and the interface beside it as `.xml`."""
    with whole(target.with_suffix(".xml")) as f:
        f.write(config())
    with whole(target) as f:
        f.write("[")
        for n, page in enumerate(pages):
            result = [part for i, row in enumerate(page.rows) for part in _regions(i, row)]
            task = {
                "data": {"id": page.id, "text": page.text, "published": page.published},
                "predictions": [{"model_version": f"trich {__version__}", "result": result}],
            }
            f.write(("," if n else "") + "\n" + dumps(task))
        f.write("\n]\n")


def _regions(n: int, row: Row) -> Iterator[dict[str, Any]]:
    place = {"start": row["start"], "end": row["end"]}
    common = {"id": f"r{n}", "to_name": "text"}
    yield common | {
        "from_name": "label",
        "type": "labels",
        "value": place | {"text": row["text"], "labels": [row["kind"]]},
    }
    yield common | {
        "from_name": "fields",
        "type": "textarea",
        "value": place | {"text": [dumps(fields(row))]},
    }


def read(source: Path) -> Iterator[Page]:
    """The annotated tasks of a JSON export; a task nobody annotated is left out."""
    try:
        tasks = json.loads(source.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as e:
        raise Unreadable(f"{source}: {e}; export the project as JSON") from e
    if not isinstance(tasks, list):
        raise Unreadable(f"{source}: not a list of tasks; export the project as JSON")
    corrected = False
    for n, task in enumerate(tasks):
        try:
            id, text = str(task["data"]["id"]), task["data"]["text"]
            done = [a for a in task.get("annotations", ()) if not a.get("was_cancelled")]
            results = done[-1]["result"] if done else None
        except (KeyError, TypeError, AttributeError) as e:
            raise Unreadable(f"{source}: task {n} has no {e}; export the project as JSON") from e
        if results is not None:
            corrected = True
            yield Page(id, text, _rows(id, text, results), task["data"].get("published"))
    if not corrected:
        raise Unreadable(
            f"{source}: none of {len(tasks)} tasks has an annotation that somebody submitted; "
            "predictions alone are no gold"
        )


def _rows(id: str, text: str, results: list[dict[str, Any]]) -> list[Row]:
    told: dict[str, Row] = {}
    for part in results:
        if part.get("from_name") == "fields":
            try:
                value = json.loads("".join(part["value"]["text"]))
            except (json.JSONDecodeError, KeyError, TypeError) as e:
                where = f"{id}: the fields of region {part.get('id')}"
                raise Unreadable(f"{where} are no JSON: {e}") from e
            told[part["id"]] = value
    rows = []
    for part in results:
        if part.get("type") != "labels":
            continue
        value = part["value"]
        start, end = _place(id, text, value)
        rows.append(restored(id, text, value["labels"][0], start, end, told.get(part["id"], {})))
    return sorted(rows, key=lambda r: (r["start"], -r["end"]))


def _place(id: str, text: str, value: dict[str, Any]) -> tuple[int, int]:
    """A region's span, mended where a browser counted UTF-16 units or folded line ends."""
    start, end, quote = value["start"], value["end"], value.get("text")
    if quote is None or text[start:end] == quote:
        return start, end
    units = text.encode("utf-16-le")
    before = units[: 2 * start].decode("utf-16-le", "ignore")
    if text[len(before) : len(before) + len(quote)] == quote:
        return len(before), len(before) + len(quote)
    found = [i for i in range(max(0, start - 400), start + 400) if text.startswith(quote, i)]
    if not found:
        raise Unreadable(f"{id}: region [{start}, {end}) is not {quote!r} in the task's text")
    at = min(found, key=lambda i: abs(i - start))
    return at, at + len(quote)
