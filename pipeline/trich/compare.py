"""A page that shows gold and found side by side in the text; it works from the file system."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from trich.article import KINDS
from trich.evaluate import Row, Unusable, rows_of
from trich.write import whole

_STYLE = """
:root { color-scheme: light dark; font: 16px/1.55 system-ui, sans-serif }
body { margin: 0 auto; max-width: 90rem; padding: 1rem }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem }
.pair > div { white-space: pre-wrap; overflow-wrap: anywhere }
mark { background: none; color: inherit; border-bottom: 3px solid var(--c); padding-bottom: 1px }
mark.lone { background: color-mix(in srgb, var(--c) 25%, transparent) }
mark.lone { outline: 1px dashed var(--c) }
.person { --c: #c2410c } .organization { --c: #1d4ed8 } .date { --c: #15803d }
.decree { --c: #7e22ce } .indicator { --c: #a16207 }
h2 { border-top: 1px solid; padding-top: 1rem }
@media (max-width: 50rem) { .pair { grid-template-columns: 1fr } }
"""


def write(gold: str | Path, out: str | Path, page: str | Path) -> None:
    """Write the page for a folder (or file) of gold and the folder that an extract wrote.

    A mention that the other side has not, with the same span and kind, is filled and
    dashed; its fields show on hovering.  Raises `Unusable` when texts or gold are missing.
    """
    gold, out = Path(gold), Path(out)
    texts = _texts(out / "articles.jsonl")
    found: dict[str, list[Row]] = {}
    for row in rows_of(out / "records.jsonl"):
        found.setdefault(str(row.get("article")), []).append(row)
    golds = sorted(gold.glob("*.jsonl")) if gold.is_dir() else [gold]
    with whole(Path(page)) as f:
        f.write('<!doctype html><html lang="vi"><meta charset="utf-8">')
        f.write('<meta name="viewport" content="width=device-width">')
        f.write(f"<title>Gold and found</title><style>{_STYLE}</style><h1>Gold and found</h1><p>")
        f.write(" · ".join(f'<mark class="{kind}">{kind}</mark>' for kind in KINDS))
        f.write(" · filled: the other side has it not</p>")
        for path in golds:
            if path.stem not in texts:
                continue
            text, left, right = texts[path.stem], rows_of(path), found.get(path.stem, [])
            f.write(f"<h2>{html.escape(path.stem)}</h2><div class=pair>")
            f.write(f"<div><h3>gold</h3>{_marked(text, left, right)}</div>")
            f.write(f"<div><h3>found</h3>{_marked(text, right, left)}</div></div>")


def _texts(path: Path) -> dict[str, str]:
    try:
        with path.open(encoding="utf-8") as f:
            articles = [json.loads(line) for line in f]
    except OSError as e:
        raise Unusable(f"{path}: {e.strerror}; --html needs the folder an extract wrote") from e
    return {a["id"]: a["text"] for a in articles}


def _marked(text: str, rows: Iterable[Row], others: Iterable[Row]) -> str:
    """The text with its mentions marked; nested and crossing mentions stay well-formed."""
    have = {(r["kind"], r["start"], r["end"]) for r in others}
    rows = sorted(rows, key=lambda r: (r["start"], -r["end"]))
    cuts = sorted({0, len(text), *(r["start"] for r in rows), *(r["end"] for r in rows)})
    out: list[str] = []
    live: list[Row] = []
    first = 0
    for start, end in pairwise(cuts):
        live = [r for r in live if r["end"] > start]
        while first < len(rows) and rows[first]["start"] <= start:
            live.append(rows[first])
            first += 1
        piece = html.escape(text[start:end])
        for r in reversed(live):
            lone = (r["kind"], r["start"], r["end"]) not in have and not r.get("optional")
            skip = ("kind", "start", "end", "text", "article", "block", "sentence")
            fields = {k: v for k, v in r.items() if k not in skip and v not in (None, [])}
            tip = html.escape(json.dumps(fields, ensure_ascii=False), quote=True)
            kind = html.escape(str(r["kind"]), quote=True)
            mark = f"{kind}{' lone' if lone else ''}"
            piece = f'<mark class="{mark}" title="{tip}">{piece}</mark>'
        out.append(piece)
    return "".join(out)
