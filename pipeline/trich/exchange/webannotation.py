"""W3C Web Annotation: an AnnotationPage (JSON-LD) an article.

Offsets are code points, as the model's TextPositionSelector has them; a TextQuoteSelector
beside it finds the words again where the page has changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from trich.exchange.pages import Page, Row, fields
from trich.write import dumps, whole

_CONTEXT = 32  # characters quoted either side


def write(pages: Iterable[Page], target: Path) -> None:
    """Write `ID.jsonld` for each article."""
    for page in pages:
        body = {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"urn:trich:{quote(page.id)}",
            "type": "AnnotationPage",
            "items": [_annotation(page, n, row) for n, row in enumerate(page.rows)],
        }
        with whole(target / f"{page.id}.jsonld") as f:
            f.write(dumps(body) + "\n")


def _annotation(page: Page, n: int, row: Row) -> dict[str, Any]:
    start, end = row["start"], row["end"]
    return {
        "id": f"urn:trich:{quote(page.id)}#{n}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": row["kind"]},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": dumps(fields(row)),
            },
        ],
        "target": {
            "source": page.source or f"urn:trich:{quote(page.id)}",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": row["text"],
                    "prefix": page.text[max(0, start - _CONTEXT) : start],
                    "suffix": page.text[end : end + _CONTEXT],
                },
            ],
        },
    }
