"""What the pages need of an extract's folder, in a SQLite file."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from trich import entities
from trich.report.charts import is_dated
from trich.spreadsheet import plain

Row = dict[str, Any]

#: The entities that get pages, and the column that identifies one.
ENTITIES = {
    "persons": "person",
    "organizations": "organization",
    "decrees": "decree",
    "indicators": "series",
}
_KINDS = {"organization": "organizations", "decree": "decrees"}
_ASIDE = ("sidebar", "boilerplate")

_SCHEMA = """
create table article (no integer primary key, id text, title text, published text, records integer);
create table entity (kind text, no integer, key text, name text, row text, articles integer);
create table mention (kind text, key text, article integer, start integer, count integer);
create table link (article text, key text, person text);
create table total (kind text, count integer);
create table post (person text, body text, row text);
create table relation (decree text, target text, row text);
"""
_INDEXES = """
create unique index entity_key on entity (kind, key);
create index mention_key on mention (kind, key, article);
create index article_id on article (id);
create index post_person on post (person);
create index post_body on post (body);
create index relation_decree on relation (decree);
create index relation_target on relation (target);
"""


@contextmanager
def opened(out: Path) -> Iterator[sqlite3.Connection]:
    """The store of an extract's folder, filled; it is gone afterwards."""
    path = out / "report" / ".store.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in ("journal_mode=off", "synchronous=off", "cache_size=-65536"):
            db.execute(f"pragma {pragma}")
        db.executescript(_SCHEMA)
        db.execute("begin")
        _links(db, out)
        _articles(db, out)
        _entities(db, out)
        db.execute("commit")
        db.executescript(_INDEXES)
        yield db
    finally:
        db.close()
        path.unlink(missing_ok=True)


def rows(out: Path, name: str) -> Iterator[Row]:
    """The rows of a table of entities, typed."""
    fields = {f.name: f for f in entities.TABLES[name]}
    path = out / "entities" / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as f:
        for row in csv.DictReader(f):
            yield {k: _value(fields[k].type, v) for k, v in row.items()}


def _value(type: Any, cell: str) -> Any:
    if cell == "":
        return [] if type == "array" else None
    if type == "array":
        return json.loads(plain(cell))
    if type == "integer":
        return int(cell)
    if type == "boolean":
        return cell == "true"
    if "number" in type:
        return float(cell)
    return plain(cell)


def articles(out: Path) -> Iterator[tuple[Row, list[Row]]]:
    """Each article and its records, in the order of the files."""
    with (
        (out / "articles.jsonl").open(encoding="utf-8") as lines,
        (out / "records.jsonl").open(encoding="utf-8") as records,
    ):
        held = next(records, None)
        row = json.loads(held) if held else None
        for line in lines:
            article = json.loads(line)
            found = []
            while row is not None and row["article"] == article["id"]:
                found.append(row)
                held = next(records, None)
                row = json.loads(held) if held else None
            yield article, found


def _links(db: sqlite3.Connection, out: Path) -> None:
    db.executemany(
        "insert into link values (?,?,?)",
        ((r["article"], r["key"], r["person"]) for r in rows(out, "links")),
    )
    db.execute("create index link_key on link (article, key)")


def _articles(db: sqlite3.Connection, out: Path) -> None:
    totals: dict[str, int] = {}
    for no, (article, found) in enumerate(articles(out), 1):
        db.execute(
            "insert into article values (?,?,?,?,?)",
            (no, article["id"], article["title"], article["published"], len(found)),
        )
        seen: dict[tuple[str, str], list[int]] = {}
        for record in found:
            totals[record["kind"]] = totals.get(record["kind"], 0) + 1
            if record["block"] in _ASIDE or not record["key"]:
                continue
            kind, key = record["kind"], record["key"]
            if kind == "person":
                person = person_of(db, article["id"], key)
                if person is None:
                    continue
                place = ("persons", person)
            elif kind in _KINDS:
                place = (_KINDS[kind], key)
            else:
                continue
            seen.setdefault(place, [record["start"], 0])[1] += 1
        db.executemany(
            "insert into mention values (?,?,?,?,?)",
            ((kind, key, no, start, count) for (kind, key), (start, count) in seen.items()),
        )
    db.executemany("insert into total values (?,?)", totals.items())


def person_of(db: sqlite3.Connection, article: str, key: str) -> str | None:
    """The identity of a person's records in an article."""
    found = db.execute("select person from link where article = ? and key = ?", (article, key))
    row = found.fetchone()
    return row[0] if row else None


def _entities(db: sqlite3.Connection, out: Path) -> None:
    names = {"persons": "name", "organizations": "canonical", "decrees": "decree"}
    for kind, name in names.items():
        for no, row in enumerate(_by_articles(out, kind), 1):
            key = row[ENTITIES[kind]]
            db.execute(
                "insert into entity values (?,?,?,?,?,?)",
                (kind, no, key, row[name] or key, json.dumps(row), row["articles"]),
            )
    for no, group in enumerate(_series(out), 1):
        first = group[0]
        apart = first["unit"] and first["unit"] != first["property"]
        name = first["property"] + (f" ({first['unit']})" if apart else "")
        db.execute(
            "insert into entity values (?,?,?,?,?,?)",
            ("indicators", no, first["series"], name, json.dumps(group),
             sum(r["articles"] for r in group)),
        )  # fmt: skip

    db.executemany(
        "insert into post values (?,?,?)",
        ((r["person"], r["body"], json.dumps(r)) for r in rows(out, "positions")),
    )
    db.executemany(
        "insert into relation values (?,?,?)",
        ((r["decree"], r["target"], json.dumps(r)) for r in rows(out, "relations")),
    )


def _by_articles(out: Path, kind: str) -> Iterator[Row]:
    """A table's rows, those with the most articles first; sorted outside memory."""
    with sqlite3.connect("") as scratch:  # a temporary file of SQLite's own
        scratch.execute("create table t (articles integer, row text)")
        scratch.executemany(
            "insert into t values (?,?)",
            ((r["articles"], json.dumps(r)) for r in rows(out, kind)),
        )
        for (row,) in scratch.execute("select row from t order by articles desc, rowid"):
            yield json.loads(row)


def _series(out: Path) -> Iterator[list[Row]]:
    """The series worth a page: figures of two periods, or a target beside a result."""
    group: list[Row] = []
    for row in rows(out, "indicators"):
        if group and row["series"] != group[0]["series"]:
            if is_chart(group):
                yield group
            group = []
        group.append(row)
    if group and is_chart(group):
        yield group


def is_chart(group: list[Row]) -> bool:
    """Whether a series can be drawn: two dated figures."""
    return len({(r["period"], r["status"]) for r in group if is_dated(r)}) > 1


def page_of(db: sqlite3.Connection, kind: str, key: str) -> int | None:
    """The number of an entity's page."""
    row = db.execute("select no from entity where kind = ? and key = ?", (kind, key)).fetchone()
    return row[0] if row else None
