"""From records to entities: `DIR/entities/*.csv` out of an extract's records.

One pass over `records.jsonl` puts what each article tells into a SQLite file; sorted queries
over it write the tables.  Nothing proportional to the corpus is held in memory.  Records in
sidebars and portal furniture, and those of articles marked as duplicates, are left out: a headline
in a hundred sidebars is one fact.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from trich.lexicon import fold
from trich.link import Person, Post, Unit, is_private, mark, numbered, persons
from trich.records import Field
from trich.write import csv_lines, dumps, loads, whole
from trich.write import table as csv_of

Row = dict[str, Any]

_STR = "string"
_OPT = ["string", "null"]
_SEEN = (
    Field("mentions", "integer", "records of it"),
    Field("articles", "integer", "articles that mention it"),
    Field("first_seen", _OPT, "earliest publication day of those articles"),
    Field("last_seen", _OPT, "latest publication day of those articles"),
)

#: The tables and their columns.
TABLES: dict[str, tuple[Field, ...]] = {
    "persons": (
        Field("person", _STR, "identity; a number behind # tells people of one name apart"),
        Field("name", _STR, "full name"),
        Field("aliases", "array", "other forms of the name in the articles, most frequent first"),
        Field("gender", _OPT, "male or female, where a title says so"),
        Field("positions", "array", "{role, organization, first_seen, last_seen}, latest first"),
        *_SEEN,
    ),
    "positions": (
        Field("person", _STR, "identity, as in persons.csv"),
        Field("name", _STR, "full name"),
        Field("role", _OPT, "position, as written"),
        Field("organization", _OPT, "full name of the body"),
        Field("body", _OPT, "key of the body, as in organizations.csv"),
        *_SEEN[1:],
    ),
    "organizations": (
        Field("organization", _STR, "key of the body"),
        Field("canonical", _OPT, "full official name"),
        Field("aliases", "array", "other forms in the articles, most frequent first"),
        Field("acronym", _OPT, "usual acronym"),
        Field("type", _OPT, "kind of body"),
        Field("parent", _OPT, "body that it belongs to"),
        Field("place", _OPT, "place that it is of"),
        Field("successor", _OPT, "body that took its tasks over"),
        *_SEEN,
    ),
    "decrees": (
        Field("decree", _STR, "key of the document"),
        Field("type", _OPT, "document type"),
        Field("issuer", _OPT, "issuing body"),
        Field("date", _OPT, "issue date, where an article states it"),
        Field("title", _OPT, "title, where an article gives it"),
        *_SEEN,
    ),
    "citations": (
        Field("article", _STR, "id of the citing article"),
        Field("decree", _STR, "key of the document"),
        Field("mentions", "integer", "citations in the article"),
        Field("start", "integer", "first of them, in the article's text"),
        Field("published", _OPT, "publication day of the article"),
    ),
    "relations": (
        Field("decree", _STR, "key of the document that acts"),
        Field("relation", _STR, "what it does to the other"),
        Field("target", _STR, "key of the document acted upon"),
        Field("articles", "integer", "articles that say so"),
    ),
    "indicators": (
        Field("series", _STR, "identity of the series: measure, unit and place"),
        Field("key", _OPT, "id in the list of indicators"),
        Field("property", _STR, "what is measured"),
        Field("unit", _OPT, "unit"),
        Field("place", _OPT, "place the figure holds for"),
        Field("period", _OPT, "date value the figure holds for"),
        Field("status", _STR, "actual or target"),
        Field("value", ["number", "null"], "the figure; null for a range"),
        Field("low", ["number", "null"], "lower end"),
        Field("high", ["number", "null"], "upper end"),
        Field("modifier", _OPT, "approx, more_than, less_than, at_least or at_most"),
        Field("articles", "integer", "articles that give this figure"),
        Field("article", _STR, "the first of them"),
        Field("start", "integer", "where it stands there"),
        Field("conflict", "boolean", "whether articles give other figures for period and status"),
    ),
    "links": (
        Field("article", _STR, "id of the article"),
        Field("key", _STR, "key of the person's records in it"),
        Field("person", _STR, "identity, as in persons.csv"),
    ),
}

_ASIDE = frozenset({"sidebar", "boilerplate"})
_AROUND = 12  # bodies that stand for an article when persons are told apart

_STORE = """
create table unit (key, article integer, published, gender, private, mentions, names, posts,
                   around);
create table body (key, article integer, published, canonical, forms, acronym, type, parent,
                   place, successor);
create table cited (key, article integer, published, mentions, start, type, issuer, date, title);
create table relation (key, relation, target, article integer);
create table figure (series, key, property, unit, place, period, status, low, high, modifier,
                     article integer, start);
create table article (id);
"""
_COLUMNS = {
    "unit": "key, published, gender, private, mentions, names, posts, around, article",
    "body": "key, published, canonical, forms, acronym, type, parent, place, successor, article",
    "cited": "key, published, mentions, start, type, issuer, date, title, article",
    "relation": "key, relation, target, article",
    "figure": "series, key, property, unit, place, period, status, low, high, modifier, start, "
    "article",
}
_INSERT = {
    table: f"insert into {table} ({names}) values ({','.join('?' * (names.count(',') + 1))})"
    for table, names in _COLUMNS.items()
}
_HELD = 500  # articles held until they are written


def told(article: Row, rows: Iterable[Row]) -> Row:
    """What one article tells of entities, from its row and its records' rows: rows by table.

    It is worked out where the article is read, so that a run has only to bring it together.
    """
    published = (article["published"] or "")[:10] or None
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["block"] not in _ASIDE:
            by_kind[row["kind"]].append(row)
    bodies = by_kind["organization"]
    out: Row = {"id": article["id"]} | {table: [] for table in _INSERT}
    count = Counter(r["key"] for r in bodies if r["key"])
    around = dumps([mark(key) for key, _ in count.most_common(_AROUND)])
    named = {fold(r["text"]): (r["key"], r["canonical"]) for r in reversed(bodies)}
    for key, group in _by_key(by_kind["person"]):
        unit = _unit(group, named)
        posts = dumps([[p.role, p.body, p.organization] for p in unit.posts])
        out["unit"].append(
            (key, published, unit.gender, unit.private, unit.mentions, dumps(unit.names), posts,
             around)
        )  # fmt: skip
    for key, group in _by_key(bodies):
        first = group[0]
        out["body"].append(
            (key, published, first["canonical"], dumps(_counted([r["text"] for r in group])),
             first["acronym"], first["type"], first["parent"], first["place"], first["successor"])
        )  # fmt: skip
    keys = {r["start"]: r["key"] for r in by_kind["decree"]}
    for key, group in _by_key(by_kind["decree"]):
        stated = (next((r[f] for r in group if r[f]), None)
                  for f in ("type", "issuer", "date", "title"))  # fmt: skip
        out["cited"].append((key, published, len(group), group[0]["start"], *stated))
        for relation in [relation for r in group for relation in r["relation"]]:
            target = keys.get(relation["start"])
            if target:
                out["relation"].append((key, relation["type"], target))
    for r in by_kind["indicator"]:
        measured = r.get("key") or r["property"]
        low, high = r["value"] if isinstance(r["value"], list) else (r["value"], r["value"])
        if measured and low is not None:
            place = r.get("place")
            series = " | ".join(fold(part or "") for part in (measured, r["unit"], place))
            out["figure"].append(
                (series, r.get("key"), r["property"] or measured, r["unit"], place, r["period"],
                 r["status"], low, high, r["modifier"], r["start"])
            )  # fmt: skip
    return out


class Store:
    """What articles tell, kept on disk until all have told it.

    Used in a `with` statement; `add` in the order of the articles, then `write`.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._path = folder / ".store.sqlite"
        self._held: dict[str, list[Sequence[Any]]] = {table: [] for table in _INSERT}
        self._articles: list[tuple[int, str]] = []
        self._number = 0

    def __enter__(self) -> Store:
        self._path.unlink(missing_ok=True)
        self._db = sqlite3.connect(self._path, isolation_level=None)
        for pragma in ("journal_mode=off", "synchronous=off", "cache_size=-65536",
                       "temp_store=file"):  # fmt: skip
            self._db.execute(f"pragma {pragma}")
        self._db.executescript(_STORE)
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        self._path.unlink(missing_ok=True)

    def add(self, told: Row) -> None:
        """Take in what an article tells."""
        self._number = n = self._number + 1
        self._articles.append((n, told["id"]))
        for table, held in self._held.items():
            held.extend((*row, n) for row in told[table])
        if len(self._articles) >= _HELD:
            self._flush()

    def _flush(self) -> None:
        self._db.execute("begin")
        self._db.executemany("insert into article (rowid, id) values (?,?)", self._articles)
        self._articles = []
        for table, rows in self._held.items():
            self._db.executemany(_INSERT[table], rows)
            self._held[table] = []
        self._db.execute("commit")

    def write(self) -> None:
        """Write the tables into the folder."""
        self._flush()
        _write_persons(self._db, self._folder)
        _write(self._folder, "organizations", _bodies(self._db))
        _write(self._folder, "decrees", _decrees(self._db))
        _write(self._folder, "citations", _citations(self._db))
        _write(self._folder, "relations", _relations(self._db))
        _write(self._folder, "indicators", _figures(self._db))


def entities(out: Path) -> None:
    """Write `out/entities/*.csv` from `out/records.jsonl` and `out/articles.jsonl`."""
    with (
        Store(out / "entities") as store,
        (out / "articles.jsonl").open("rb") as articles,
        (out / "records.jsonl").open("rb") as records,
    ):
        for article, rows in paired(articles, records):
            if not article.get("duplicate_of"):
                store.add(told(article, rows))
        store.write()


def paired(articles: Iterable[bytes], records: Iterable[bytes]) -> Iterator[tuple[Row, list[Row]]]:
    """Lines of articles and of records, which are in the same order: each article and its own."""
    left = map(json.loads, records)
    row = next(left, None)
    for article in map(json.loads, articles):
        rows = []
        while row is not None and row["article"] == article["id"]:
            rows.append(row)
            row = next(left, None)
        yield article, rows


def _counted(texts: list[str]) -> dict[str, int]:
    """How often each of a few texts comes, in order."""
    return dict.fromkeys(texts, 1) if len(texts) == 1 else Counter(texts)


def _by_key(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row["key"]:
            groups.setdefault(row["key"], []).append(row)
    return iter(groups.items())


def _unit(group: list[Row], named: dict[str, tuple[str | None, str | None]]) -> Unit:
    """What the records of one person in one article tell."""
    unit = Unit(0, mentions=len(group))
    seen: set[tuple[str | None, str | None]] = set()
    for r in group:
        unit.gender = unit.gender or r.get("gender")
        unit.private = unit.private or is_private(r["title"])
        unit.names[r["full_name"] or r["text"]] += 1
        if r["text"] != r["full_name"]:
            unit.names[r["text"]] += 1
        nearest = {"role": r["role"], "organization": r["organization"]}
        for post in ([nearest] if r["role"] else []) + r["roles"]:
            key, canonical = named.get(fold(post["organization"] or ""), (None, None))
            if (fold(post["role"] or ""), key) not in seen:
                seen.add((fold(post["role"] or ""), key))
                unit.posts.append(Post(post["role"], key, canonical or post["organization"]))
    return unit


def _write(folder: Path, name: str, rows: Iterable[Iterable[Any]]) -> None:
    """A table: CSV with a header, UTF-8 with BOM, arrays as JSON."""
    rows = iter(rows)
    _save(folder, name, iter(lambda: csv_of(islice(rows, _HELD)), b""))


def _save(folder: Path, name: str, blocks: Iterable[bytes]) -> None:
    """A table whose rows are lines of CSV already."""
    with whole(folder / f"{name}.csv", "wb") as f:
        f.write(b"\xef\xbb\xbf" + csv_of([[field.name for field in TABLES[name]]]))
        f.writelines(blocks)


def _write_persons(db: sqlite3.Connection, folder: Path) -> None:
    """The tables of persons, of their positions, and of who is who in which article."""
    db.execute("create table person (row, articles integer)")
    db.execute("create table link (article integer, key, person)")
    db.execute("begin")
    people = _people(db)
    _write(folder, "positions", _kept(db, people))
    db.execute("commit")
    order = "select row from person order by articles desc, rowid"
    _save(folder, "persons", (row.encode("utf-8", "replace") for (row,) in db.execute(order)))
    links = (
        "select a.id, l.key, l.person from link l join article a on a.rowid = l.article "
        "order by l.article, l.key"
    )
    _write(folder, "links", db.execute(links))


def _people(db: sqlite3.Connection) -> Iterator[tuple[str, str, Person]]:
    """The key of a name, an identity, and who bears it."""
    query = "select * from unit order by key, article"
    for key, group in groupby(db.execute(query), key=lambda r: r[0]):
        rows = list(group)
        several = len(rows) > 1
        units = [_read_unit(r, several) for r in rows]
        name = (_usual(n for u in units for n in u.names.elements()) if several else None) or key
        for identity, person in numbered(key, persons(name, units)):
            yield key, identity, person


def _kept(db: sqlite3.Connection, people: Iterator[tuple[str, str, Person]]) -> Iterator[list[Any]]:
    """The positions of people, whose rows and links are kept in the tables on the way."""
    while some := list(islice(people, _HELD)):
        rows: list[list[Any]] = []
        for _, identity, person in some:
            row, posts = _person(identity, person)
            rows.append(row)
            yield from posts
        counts = [len(person.units) for _, _, person in some]
        db.executemany("insert into person values (?,?)", zip(csv_lines(rows), counts, strict=True))
        links = ((u.article, key, identity) for key, identity, p in some for u in p.units)
        db.executemany("insert into link values (?,?,?)", links)


def _read_unit(row: tuple[Any, ...], among: bool) -> Unit:
    """A unit, and if it stands among others of the name, what its article tells them apart by."""
    _, article, published, gender, private, mentions, names, posts, around = row
    return Unit(
        article, published, gender, bool(private), mentions, Counter(loads(names)),
        [Post(*post) for post in loads(posts)], frozenset(loads(around) if among else ()),
    )  # fmt: skip


def _usual(names: Iterable[str]) -> str | None:
    """The most frequent form; among equals the longest."""
    count = Counter(names)
    return min(count, key=lambda n: (-count[n], -len(n), n)) if count else None


def _person(identity: str, person: Person) -> tuple[list[Any], list[list[Any]]]:
    """A person's row, and a row a position."""
    names: Counter[str] = Counter()
    held: dict[tuple[str, str], list[tuple[Post, Unit]]] = {}
    for unit in person.units:
        for form, n in unit.names.items():
            names[form] += n
        for post in unit.posts:
            held.setdefault((fold(post.role or ""), post.office or ""), []).append((post, unit))
    for (role, body), told in sorted(held.items()):
        fuller = next((b for r, b in held if r == role and b), None)
        if not body and fuller:  # "Bộ trưởng" beside "Bộ trưởng Bộ Y tế"
            held[role, fuller] += told
            del held[role, body]
    name = max(names, key=lambda n: (len(n.split()), names[n], n))
    aliases = [n for n, _ in names.most_common() if n != name]
    posts = [
        [identity, name, *_usual_post(p for p, _ in told), *_seen(u for _, u in told)]
        for told in held.values()
    ]
    posts.sort(key=lambda p: (p[7] or "", p[6] or ""), reverse=True)
    positions = [
        {"role": p[2], "organization": p[3], "first_seen": p[6], "last_seen": p[7]} for p in posts
    ]
    mentions = sum(u.mentions for u in person.units)
    row = [identity, name, aliases, person.gender, positions, mentions, *_seen(person.units)]
    return row, posts


def _usual_post(posts: Iterable[Post]) -> tuple[str | None, str | None, str | None]:
    posts = list(posts)
    any_body = any(p.office for p in posts)
    (role, organization, body), _ = Counter(
        (p.role, p.organization, p.office) for p in posts if p.office or not any_body
    ).most_common(1)[0]
    return role, organization, body


def _seen(units: Iterable[Unit]) -> tuple[int, str | None, str | None]:
    """Articles, first and last day."""
    units = list(units)
    return len({u.article for u in units}), *_spread(u.published for u in units)


def _spread(published: Iterable[str | None]) -> tuple[str | None, str | None]:
    days = {day for day in published if day}
    return (min(days), max(days)) if days else (None, None)


def _bodies(db: sqlite3.Connection) -> Iterator[list[Any]]:
    query = "select * from body order by key, article"
    for key, group in groupby(db.execute(query), key=lambda r: r[0]):
        forms: Counter[str] = Counter()
        names: Counter[str] = Counter()
        fields: tuple[Any, ...] = (None,) * 5
        days = []
        for _, _, published, canonical, texts, *told in group:
            for text, n in loads(texts).items():
                forms[text] += n
            names[canonical or ""] += 1
            days.append(published)
            if None in fields:
                fields = tuple(a or b for a, b in zip(fields, told, strict=True))
        canonical = names.most_common(1)[0][0] or None
        aliases = [t for t, _ in forms.most_common() if t != canonical]
        yield [
            key, canonical, aliases, *fields, sum(forms.values()), len(days),
            *_spread(days),
        ]  # fmt: skip


def _decrees(db: sqlite3.Connection) -> Iterator[list[Any]]:
    query = "select * from cited order by key, article"
    for key, group in groupby(db.execute(query), key=lambda r: r[0]):
        fields: tuple[Any, ...] = (None,) * 4
        days = []
        mentions = 0
        for _, _, published, count, _, *told in group:
            mentions += count
            days.append(published)
            fields = tuple(a or b for a, b in zip(fields, told, strict=True))
        yield [key, *fields, mentions, len(days), *_spread(days)]


def _citations(db: sqlite3.Connection) -> Iterator[Any]:
    yield from db.execute(
        "select a.id, c.key, c.mentions, c.start, c.published from cited c "
        "join article a on a.rowid = c.article order by c.article, c.start"
    )


def _relations(db: sqlite3.Connection) -> Iterator[Any]:
    yield from db.execute(
        "select key, relation, target, count(distinct article) from relation "
        "group by key, relation, target order by key, relation, target"
    )


def _figures(db: sqlite3.Connection) -> Iterator[list[Any]]:
    """The figures of each series by period; figures that contradict one another are marked."""
    query = (
        "select f.*, a.id from figure f join article a on a.rowid = f.article "
        "order by series, period is null, period, status, f.article, start"
    )
    for series, group in groupby(db.execute(query), key=lambda r: r[0]):
        for (told_of, status), told in groupby(group, key=lambda r: (r[5], r[6])):
            figures: dict[tuple[Any, ...], list[Any]] = {}
            for r in told:
                figures.setdefault((r[7], r[8], r[9]), []).append(r)
            # figures without a period, or without its year, are of different times
            dated = told_of is not None and not told_of.startswith("XXXX")
            conflict = dated and len({f[:2] for f in figures}) > 1
            for (low, high, modifier), rows in figures.items():
                _, key, name, unit, place, period, *_ = first = rows[0]
                yield [
                    series, key, name, unit, place, period, status,
                    low if low == high else None, low, high, modifier,
                    len({r[10] for r in rows}), first[12], first[11],
                    "true" if conflict else "false",
                ]  # fmt: skip
