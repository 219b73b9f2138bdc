"""Tables as DataFrames say what the records say."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from trich import entities, frames
from trich.records import COMMON, FIELDS
from trich.run import run
from trich.write import TABLES

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    paths = sorted((ROOT / "corpus" / "articles").glob("*.txt"))[:12]
    run([str(p) for p in paths], out)
    return out


@pytest.mark.parametrize("kind", TABLES)
def test_every_value(out: Path, kind: str) -> None:
    name = TABLES[kind].removesuffix(".csv")  # type: ignore[index]
    with (out / "records.jsonl").open(encoding="utf-8") as f:
        want = [r for r in map(json.loads, f) if r["kind"] == kind]
    frame = frames.table(out, name)
    assert list(frame.columns) == [f.name for f in (*COMMON, *FIELDS[kind])]  # type: ignore[index]
    assert len(frame) == len(want)
    for record, row in zip(want, frame.to_dict("records"), strict=True):
        for field, value in record.items():
            got = row[field]
            if value is None or value == "":
                assert pd.isna(got), (field, got)
            else:
                assert got == value, (field, got, value)


@pytest.mark.parametrize("name", entities.TABLES)
def test_entities(out: Path, name: str) -> None:
    frame = frames.table(out, f"entities/{name}")
    assert list(frame.columns) == [f.name for f in entities.TABLES[name]]
    if "first_seen" in frame:
        assert pd.api.types.is_datetime64_any_dtype(frame["first_seen"])
    if "articles" in frame:
        assert (frame["articles"] >= 1).all()


def test_series(out: Path) -> None:
    wide = frames.series(out)
    assert {"actual", "target", "conflict"} <= set(wide.columns)
    assert len(wide) > 10
    assert not wide[["actual", "target"]].isna().all(axis=1).any()


def test_no_such_table(out: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        frames.table(out, "events")
    with pytest.raises(FileNotFoundError):
        frames.table(tmp_path, "persons")
