"""An extract's folder as a DuckDB file, as Parquet, and as a Frictionless data package.

The tables are those of `trich.records` and `trich.entities`; field names, types and meanings
come from there, so that every form says the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trich import __version__, entities
from trich.article import KINDS
from trich.records import ARTICLE, COMMON, FIELDS, Field
from trich.write import TABLES, whole

#: Views that answer the usual questions.
VIEWS = {
    "citations": """
        select c.article, a.title, a.published, c.decree, d.type, d.issuer, c.mentions, c.start
        from entity_citations c
        join articles a on a.id = c.article
        join entity_decrees d using (decree)
        order by c.article, c.start""",
    "positions": """
        select person, name, role, organization, first_seen, last_seen, articles
        from entity_positions
        order by person, last_seen desc""",
    "indicator_series": """
        select series, property, unit, place, period,
               max(value) filter (status = 'actual') as actual,
               max(value) filter (status = 'target') as target,
               bool_or(conflict) as conflict,
               sum(articles) as articles
        from entity_indicators
        where period is not null
        group by all
        order by series, period""",
}

_SQL = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
_ARTICLES = tuple(f for f in ARTICLE if f.name != "blocks")


_LINE = 16 << 20  # bytes


class Missing(Exception):
    """A package that is not installed; the message says which extra brings it."""


def module() -> Any:
    """The package that writes DuckDB and Parquet; raises `Missing` where it is not installed."""
    try:
        import duckdb
    except ImportError as e:
        raise Missing("Parquet and DuckDB need an extra: pip install 'trich[duckdb]'") from e
    return duckdb


def _kinds(f: Field) -> list[str]:
    return [f.type] if isinstance(f.type, str) else [t for t in f.type if t != "null"]


def _sql(f: Field) -> str:
    """A field's column type; a figure that may be a range is its number, or null."""
    kinds = _kinds(f)
    return _SQL.get(kinds[0], "JSON")


def _from_json(out: Path, name: str, fields: tuple[Field, ...], kind: str | None) -> str:
    """A select over a JSONL file of the folder, typed."""
    columns = {f.name: "JSON" if _sql(f) == "DOUBLE" else _sql(f) for f in fields}
    chosen = [
        f'try_cast("{f.name}"->>\'$\' as DOUBLE) as "{f.name}"'
        if _sql(f) == "DOUBLE"
        else f'"{f.name}"'
        for f in fields
    ]
    spec = ", ".join(f"\"{c}\": '{t}'" for c, t in columns.items())
    where = f" where kind = '{kind}'" if kind else ""
    path = str(out / name).replace("'", "''")
    longest = max(_LINE, _longest(out / name) + 1)  # DuckDB sets twice this aside
    return (
        f"select {', '.join(chosen)} from read_json('{path}', format='newline_delimited', "
        f"columns={{{spec}}}, maximum_object_size={longest}){where}"
    )


def _longest(path: Path) -> int:
    """Bytes of a file's longest line."""
    with path.open("rb") as f:
        return max(map(len, f), default=0)


def _from_csv(path: Path, fields: tuple[Field, ...]) -> str:
    """A select over a table of entities, typed, its cells as they were before quoting."""

    def column(f: Field) -> str:
        name = f'"{f.name}"'
        if _sql(f) in ("VARCHAR", "JSON"):
            quoted = f"regexp_matches({name}, '^''+[=@\\t\\r+-]')"
            name = f"case when {quoted} then substr({name}, 2) else {name} end"
        return f'cast({name} as {_sql(f)}) as "{f.name}"'

    place = str(path).replace("'", "''")
    return (
        f"select {', '.join(map(column, fields))} from read_csv('{place}', header=true, "
        f"all_varchar=true, nullstr='', quote='\"', escape='\"', max_line_size={_LINE})"
    )


def _selects(out: Path) -> Iterator[tuple[str, str]]:
    yield "articles", _from_json(out, "articles.jsonl", _ARTICLES, None)
    for kind in KINDS:
        name = TABLES[kind].removesuffix(".csv")
        yield name, _from_json(out, "records.jsonl", COMMON + FIELDS[kind], kind)
    for name, fields in entities.TABLES.items():
        path = out / "entities" / f"{name}.csv"
        if path.exists():
            yield f"entity_{name}", _from_csv(path, fields)


def _connect(out: Path, where: str) -> Any:
    db = module().connect(where)
    spill = str(out / ".trich" / "duckdb").replace("'", "''")
    db.execute(f"set temp_directory = '{spill}'")
    db.execute("set memory_limit = '400MB'; set threads = 2; set preserve_insertion_order = true")
    return db


def duckdb(out: Path) -> Path:
    """Write `out/trich.duckdb`: a table a kind, the entities, and the views; returns its path.

    Raises `Missing` when DuckDB is not installed.
    """
    path, temporary = out / "trich.duckdb", out / ".trich.duckdb.tmp"
    _clear(temporary)
    db = _connect(out, str(temporary))
    try:
        for name, select in _selects(out):
            db.execute(f"create table {name} as {select}")
        for name, select in VIEWS.items():
            db.execute(f"create view {name} as {select}")
    finally:
        db.close()
    temporary.replace(path)
    _clear(temporary)
    return path


def _clear(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(path.name + ".wal").unlink(missing_ok=True)


def parquet(out: Path) -> list[Path]:
    """Write `out/parquet/*.parquet`, the same tables; returns their paths.

    Raises `Missing` when DuckDB, which writes them, is not installed.
    """
    folder = out / "parquet"
    folder.mkdir(exist_ok=True)
    db = _connect(out, ":memory:")
    written = []
    try:
        for name, select in _selects(out):
            path = folder / f"{name}.parquet"
            temporary = path.with_name(f".{path.name}.tmp")
            place = str(temporary).replace("'", "''")
            db.execute(f"copy ({select}) to '{place}' (format parquet, compression zstd)")
            temporary.replace(path)
            written.append(path)
    finally:
        db.close()
    return written


def datapackage(out: Path) -> Path:
    """Write `out/datapackage.json`, the Frictionless description of the CSVs; returns its path."""
    resources = [
        _resource(TABLES[kind], COMMON + FIELDS[kind], f"Records: {kind}") for kind in KINDS
    ]
    resources += [
        _resource(f"entities/{name}.csv", fields, f"Entities: {name}")
        for name, fields in entities.TABLES.items()
        if (out / "entities" / f"{name}.csv").exists()
    ]
    package = {
        "name": "trich",
        "title": "Records from Vietnamese official text",
        "version": __version__,
        "profile": "tabular-data-package",
        "resources": resources,
    }
    path = out / "datapackage.json"
    with whole(path) as f:
        f.write(json.dumps(package, ensure_ascii=False, indent=2) + "\n")
    return path


def _resource(path: str, fields: tuple[Field, ...], title: str) -> dict[str, Any]:
    return {
        "name": path.removesuffix(".csv").replace("/", "-"),
        "title": title,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {"fields": [_described(f) for f in fields], "missingValues": [""]},
    }


def _described(f: Field) -> dict[str, Any]:
    kinds = _kinds(f)
    # a figure or a range: the one or the other stands in the cell
    type = kinds[0] if len(kinds) == 1 else "any"
    out: dict[str, Any] = {"name": f.name, "type": type, "description": f.meaning}
    if isinstance(f.type, str) and f.type != "array":
        out["constraints"] = {"required": True}
    return out
