"""The same rows as DuckDB, Parquet and a data package; cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import duckdb
import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trich import database
from trich.article import KINDS
from trich.run import Unusable, run
from trich.spreadsheet import cell, plain
from trich.write import TABLES

ROOT = Path(__file__).parents[1]
#: A page whose words a spreadsheet would take for formulas.
HOSTILE = """=HYPERLINK("http://x.example";"Bộ Y tế") theo Nghị định 146/2018/NĐ-CP

@SUM(A1) Bộ trưởng Bộ Y tế Đào Hồng Lan: +2-3 triệu người, -5,2% số ca mắc năm 2023.
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "in").mkdir()
    (folder / "in" / "=1+1.txt").write_text(HOSTILE, "utf-8")
    for path in sorted((ROOT / "corpus" / "articles").glob("*.txt"))[:8]:
        (folder / "in" / path.name).write_bytes(path.read_bytes())
    run([str(folder / "in")], folder / "out", parquet=True, duckdb=True)
    return folder / "out"


def records(out: Path, kind: str) -> list[dict[str, object]]:
    with (out / "records.jsonl").open(encoding="utf-8") as f:
        return [r for r in map(json.loads, f) if r["kind"] == kind]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["duckdb", "parquet"])
def test_rows(out: Path, kind: str, form: str) -> None:
    """Every record, in order, with its fields; a range has no single value."""
    name = TABLES[kind].removesuffix(".csv")  # type: ignore[index]
    with duckdb.connect(str(out / "trich.duckdb"), read_only=True) as db:
        source = name if form == "duckdb" else f"'{out}/parquet/{name}.parquet'"
        rows = db.sql(f"select * from {source}").fetchall()
        columns = [c[0] for c in db.sql(f"describe {name}").fetchall()]
    want = records(out, kind)
    assert len(rows) == len(want)
    for row, record in zip(rows, want, strict=True):
        got = dict(zip(columns, row, strict=True))
        for field, value in record.items():
            if kind == "indicator" and field == "value":
                assert got[field] == (None if isinstance(value, list) else value)
            elif isinstance(value, list | dict):
                assert json.loads(got[field]) == value
            else:
                assert got[field] == value


@pytest.mark.parametrize("view", database.VIEWS)
def test_views(out: Path, view: str) -> None:
    with duckdb.connect(str(out / "trich.duckdb"), read_only=True) as db:
        assert db.sql(f"select * from {view} limit 1").fetchall()


def test_entity_rows_are_plain(out: Path) -> None:
    """What CSV quotes is in the database as it was."""
    with duckdb.connect(str(out / "trich.duckdb"), read_only=True) as db:
        articles = {a for (a,) in db.sql("select article from entity_links").fetchall()}
    assert "=1+1" in articles


def test_no_formula_in_any_csv(out: Path) -> None:
    seen = 0
    for path in out.rglob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as f:
            for row in csv.reader(f):
                for value in row:
                    seen += 1
                    assert value[:1] not in ("=", "@", "\t", "\r"), (path, value)
    assert seen > 1000


def test_data_package(out: Path) -> None:
    report = frictionless.validate(str(out / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
    assert len(report.tasks) == len(KINDS) + len(list((out / "entities").glob("*.csv")))


def test_no_form_of_an_earlier_run_is_left(tmp_path: Path) -> None:
    """A run that is not asked for DuckDB and Parquet leaves none that tell of other records."""
    (tmp_path / "a.txt").write_text("Bộ Y tế họp.", "utf-8")
    run([str(tmp_path / "a.txt")], tmp_path / "out", parquet=True, duckdb=True)
    assert list((tmp_path / "out" / "parquet").iterdir())
    (tmp_path / "a.txt").write_text("Luật Dược", "utf-8")
    run([str(tmp_path / "a.txt")], tmp_path / "out")
    assert not (tmp_path / "out" / "trich.duckdb").exists()
    assert not list((tmp_path / "out").glob("parquet/*"))


def test_without_duckdb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The missing package is named before any work."""
    monkeypatch.setitem(sys.modules, "duckdb", None)
    (tmp_path / "a.txt").write_text("Bộ Y tế họp.", "utf-8")
    with pytest.raises(Unusable, match=r"trich\[duckdb\]"):
        run([str(tmp_path / "a.txt")], tmp_path / "out", duckdb=True)
    assert not (tmp_path / "out").exists()
    run([str(tmp_path / "a.txt")], tmp_path / "out")
    assert (tmp_path / "out" / "entities" / "organizations.csv").exists()


@given(st.text(alphabet="'=@+-\t\r1,%a ") | st.text())
def test_cells(text: str) -> None:
    quoted = cell(text)
    assert plain(quoted) == text
    assert quoted[:1] not in ("=", "@", "\t", "\r")
    assert quoted in (text, "'" + text)
