"""The pages: what each shows, rendered from the templates."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from trich.article import KINDS
from trich.records import columns
from trich.report import charts, store
from trich.report.index import PER_FILE, Index
from trich.report.marks import anchor, lines
from trich.write import TABLES, dumps

Row = dict[str, Any]

PER_PAGE = 200
#: Folder of each kind's pages, and its template.
FOLDERS = {"persons": "p", "organizations": "o", "decrees": "d", "indicators": "i"}
_PLACE = ("article", "kind", "text", "start", "end", "sentence")
_NEEDED = ("articles.jsonl", "records.jsonl", "entities/persons.csv", "entities/links.csv")


class Unusable(Exception):
    """A folder that no report can be made of; the message says why and what to do."""


def write(out: str | Path) -> Path:
    """Write `out/report/` for the folder that an extract wrote; returns its `index.html`.

    Raises `Unusable` when the folder holds no extract.
    """
    out = Path(out)
    for name in _NEEDED:
        if not (out / name).is_file():
            raise Unusable(f"{out}: no {name}; run `trich extract ... --out {out}` first")
    target = out / "report"
    if target.exists():
        shutil.rmtree(target)
    with store.opened(out) as db:
        site = _Site(out, target, db)
        site.write()
    return target / "index.html"


@cache
def words() -> dict[str, dict[str, str]]:
    """The interface's words by key, each in Vietnamese and English."""
    text = (files("trich.report") / "words.csv").read_text("utf-8")
    return {r["key"]: {"vi": r["vi"], "en": r["en"]} for r in csv.DictReader(text.splitlines())}


@cache
def word(key: str) -> Markup:
    """An interface word: Vietnamese, for the script to change."""
    return Markup('<span data-t="{}">{}</span>').format(key, words()[key]["vi"])


def plural(kind: str) -> str:
    """The key of a kind's plural.

    >>> plural("person")
    'persons'
    """
    return TABLES[kind].removesuffix(".csv")  # type: ignore[index]


def told(record: Row) -> str:
    """A record's value in a line.

    >>> told({"kind": "indicator", "value": [44, 45], "unit": "%", "property": "dân số",
    ...       "period": "2023", "status": "target"})
    '44-45 % · dân số · 2023 · target'
    """
    kind = record["kind"]
    if kind == "indicator":
        value = record["value"]
        ends = value if isinstance(value, list) else [value]
        figure = "-".join(charts.shown(v) for v in ends if v is not None)
        parts = [f"{figure} {record['unit'] or ''}".strip(), record["property"], record["period"]]
        parts += ["target"] if record["status"] == "target" else []
    elif kind == "person":
        parts = [record["full_name"] or record["text"], record["role"], record["organization"]]
    else:
        names = ("canonical", "id", "value", "name", "code")
        parts = [next((str(record[n]) for n in names if record.get(n)), record["text"])]
    return " · ".join(p for p in parts if p)


class _Site:
    def __init__(self, out: Path, target: Path, db: sqlite3.Connection) -> None:
        self.out, self.target, self.db = out, target, db
        self.index = Index(db)
        self.env = Environment(
            loader=PackageLoader("trich.report"), autoescape=True, trim_blocks=True
        )
        vietnamese = {key: w["vi"] for key, w in words().items()}
        self.env.globals.update(
            t=word, plural=plural, shown=charts.shown, anchor=anchor, vi=vietnamese
        )

    def write(self) -> None:
        for folder in ("a", "static", "search", *FOLDERS.values()):
            (self.target / folder).mkdir(parents=True, exist_ok=True)
        self._articles()
        for kind in FOLDERS:
            self._entities(kind)
        self._static(self.index.write(self.target / "search"))
        self._page("search.html", "search.html", here="search")
        self._overview()  # last: a report with an index.html is whole

    def _page(self, path: str, template: str, **context: Any) -> None:
        context = {"root": "../" if "/" in path else "", "here": ""} | context
        page = self.env.get_template(template).render(context)
        (self.target / path).write_text(page, "utf-8", newline="\n", errors="replace")

    def _static(self, prefixes: list[str]) -> None:
        with as_file(files("trich.report") / "static") as folder:
            for path in sorted(Path(folder).iterdir()):
                shutil.copyfile(path, self.target / "static" / path.name)
        constants = {"trichWords": words(), "trichItems": PER_FILE, "trichPrefixes": prefixes}
        script = "".join(f"const {k} = {json.dumps(v)};\n" for k, v in constants.items())
        (self.target / "static" / "words.js").write_text(script, "utf-8")

    def _count(self, query: str, *values: object) -> int:
        return int(self.db.execute(query, values).fetchone()[0])

    def _overview(self) -> None:
        totals = dict(self.db.execute("select kind, count from total"))
        tops = []
        for kind in ("persons", "organizations", "decrees"):
            found = self.db.execute(
                "select no, name, articles from entity where kind = ? order by no limit 10", (kind,)
            )
            top = [
                {"url": f"{FOLDERS[kind]}/{no}.html", "name": name, "articles": n}
                for no, name, n in found
            ]
            tops.append((kind, top))
        self._page(
            "index.html", "index.html", here="home", tops=tops, timeline=self._timeline(),
            articles=self._count("select count(*) from article"),
            totals=[(kind, totals.get(kind, 0)) for kind in KINDS],
        )  # fmt: skip

    def _timeline(self) -> charts.Chart | None:
        """Articles by month, or by year where the months are too many."""
        for size in (7, 4):
            counts = self.db.execute(
                "select substr(published, 1, ?) as p, count(*) from article "
                "where published is not null group by p order by p",
                (size,),
            ).fetchall()
            if len(counts) <= 36:
                break
        return charts.bars(counts)

    def _articles(self) -> None:
        last = max(1, -(-self._count("select count(*) from article") // PER_PAGE))
        listed: list[Row] = []
        columns_ = [("title", False), ("published", False), ("records", True)]
        total = self._count("select count(*) from article")
        n = 0
        for no, (article, records) in enumerate(store.articles(self.out), 1):
            self._article(no, article, records)
            label = article["title"] or article["id"]
            day = (article["published"] or "")[:10]
            self.index.add("article", label, f"a/{no}.html", day, article["text"])
            listed.append({"url": f"a/{no}.html", "cells": [label, day, len(records)]})
            if len(listed) == PER_PAGE:
                n += 1
                self._list("articles", n, last, total, columns_, listed)
                listed = []
        if listed or not n:
            self._list("articles", n + 1, last, total, columns_, listed)

    def _list(
        self, kind: str, n: int, last: int, total: int, columns_: list[tuple[str, bool]],
        rows: list[Row],
    ) -> None:  # fmt: skip
        self._page(
            f"{kind}-{n}.html", "list.html", here=kind, kind=kind, n=n, last=last, total=total,
            columns=columns_, rows=rows,
        )  # fmt: skip

    def _article(self, no: int, article: Row, records: list[Row]) -> None:
        count = Counter(r["kind"] for r in records)
        known: dict[tuple[str, str], str | None] = {}
        shown = []
        for r in records:
            key = (r["kind"], r["key"] or "")
            if key not in known:
                known[key] = self._place(article["id"], r)
            fields = [
                (name, dumps(r[name]) if isinstance(r[name], list | dict) else r[name])
                for name in columns(r["kind"])
                if name not in _PLACE and r.get(name) not in (None, [])
            ]
            shown.append(r | {"place": known[key], "told": told(r), "fields": fields})
        self._page(
            f"a/{no}.html", "article.html", here="articles", article=article, records=shown,
            counts=[(kind, count[kind]) for kind in KINDS if count[kind]],
            lines=lines(article["text"], article["blocks"], records),
        )  # fmt: skip

    def _place(self, article: str, record: Row) -> str | None:
        """The page of what a record stands for."""
        kind, key = record["kind"], record["key"]
        if not key:
            return None
        if kind == "person":
            key = store.person_of(self.db, article, key)
        name = plural(kind)
        if key is None or name not in FOLDERS or name == "indicators":
            return None
        no = store.page_of(self.db, name, key)
        return f"{FOLDERS[name]}/{no}.html" if no else None

    def _entities(self, kind: str) -> None:
        total = self._count("select count(*) from entity where kind = ?", kind)
        last = max(1, -(-total // PER_PAGE))
        with closing(self.db.cursor()) as cursor:
            found = cursor.execute(
                "select no, key, name, row from entity where kind = ? order by no", (kind,)
            )
            for n in range(1, last + 1):
                listed = [
                    self._entity(kind, no, key, name, json.loads(row))
                    for no, key, name, row in islice(found, PER_PAGE)
                ]
                self._list(kind, n, last, total, _LISTS[kind], listed)

    def _entity(self, kind: str, no: int, key: str, name: str, row: Any) -> Row:
        path = f"{FOLDERS[kind]}/{no}.html"
        pages: dict[str, Callable[[str, str, str, Any], tuple[str, list[Any]]]] = {
            "persons": self._person, "organizations": self._organization,
            "decrees": self._decree, "indicators": self._indicator,
        }  # fmt: skip
        note, cells = pages[kind](path, key, name, row)
        self.index.add(kind.removesuffix("s"), name, path, note)
        return {"url": path, "cells": [name, *cells]}

    def _mentioned(self, kind: str, key: str) -> Iterator[Row]:
        found = self.db.execute(
            "select a.no, a.id, a.title, a.published, m.start, m.count from mention m "
            "join article a on a.no = m.article where m.kind = ? and m.key = ? "
            "order by a.published is null, a.published desc, a.no limit 2000",
            (kind, key),
        )
        one = kind.removesuffix("s")
        for no, id, title, published, start, count in found.fetchall():
            yield {
                "no": no, "id": id, "title": title, "published": published, "count": count,
                "anchor": f"{one}-{start}",
            }  # fmt: skip

    def _url(self, kind: str, key: str | None) -> str | None:
        no = store.page_of(self.db, kind, key) if key else None
        return f"{FOLDERS[kind]}/{no}.html" if no else None

    def _rows(self, query: str, *values: object) -> list[Row]:
        return [json.loads(row) for (row,) in self.db.execute(query, values).fetchall()]

    def _person(self, path: str, key: str, name: str, row: Row) -> tuple[str, list[Any]]:
        positions = [
            p | {"place": self._url("organizations", p["body"])}
            for p in self._rows("select row from post where person = ? order by rowid", key)
        ]
        latest = positions[0] if positions else None
        note = " ".join(filter(None, (latest["role"], latest["organization"]))) if latest else ""
        self._page(
            path, "person.html", here="persons", row=row, positions=positions,
            articles=self._mentioned("persons", key),
        )  # fmt: skip
        return note, [note, row["articles"], row["first_seen"], row["last_seen"]]

    def _organization(self, path: str, key: str, name: str, row: Row) -> tuple[str, list[Any]]:
        holders = [
            p | {"place": self._url("persons", p["person"])}
            for p in self._rows("select row from post where body = ? order by rowid", key)
        ]
        self._page(
            path, "organization.html", here="organizations", row=row, holders=holders,
            articles=self._mentioned("organizations", key),
        )  # fmt: skip
        return "", [row["articles"], row["first_seen"], row["last_seen"]]

    def _decree(self, path: str, key: str, name: str, row: Row) -> tuple[str, list[Any]]:
        relations = [
            r | {"from_place": self._url("decrees", r["decree"]),
                 "to_place": self._url("decrees", r["target"])}
            for r in self._rows(
                "select row from relation where decree = ? or target = ? order by rowid", key, key
            )
        ]  # fmt: skip
        self._page(
            path, "decree.html", here="decrees", row=row, relations=relations,
            articles=self._mentioned("decrees", key),
        )  # fmt: skip
        note = " · ".join(filter(None, (row["type"], row["issuer"])))
        return note, [row["type"], row["issuer"], row["articles"], row["first_seen"]]

    def _indicator(self, path: str, key: str, name: str, rows: list[Row]) -> tuple[str, list[Any]]:
        for r in rows:
            found = self.db.execute(
                "select no, title from article where id = ?", (r["article"],)
            ).fetchone()
            r["url"] = f"a/{found[0]}.html#indicator-{r['start']}" if found else None
            r["title"] = (found[1] if found else None) or r["article"]
        drawn = charts.series(rows)
        self._page(path, "indicator.html", here="indicators", name=name, rows=rows, drawn=drawn)
        periods = sorted({r["period"] for r in rows if charts.is_dated(r)}, key=charts.when)
        return rows[0]["place"] or "", [rows[0]["place"], periods[0], periods[-1], len(rows)]


_LISTS: dict[str, list[tuple[str, bool]]] = {
    "persons": [("name", False), ("latest", False), ("article-count", True), ("first-seen", False),
                ("last-seen", False)],
    "organizations": [("name", False), ("article-count", True), ("first-seen", False),
                      ("last-seen", False)],
    "decrees": [("number", False), ("type", False), ("issuer", False), ("article-count", True),
                ("first-seen", False)],
    "indicators": [("property", False), ("location", False), ("first-seen", False),
                   ("last-seen", False), ("figure", True)],
}  # fmt: skip
