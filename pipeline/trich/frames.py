"""An extract's tables as pandas DataFrames, typed as the schema says.

A CSV read by itself loses what a cell cannot say: lists become text, an empty count turns
integers into floats, and a text that looks like a formula keeps its apostrophe.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from trich import entities
from trich.records import COMMON, FIELDS, Field
from trich.spreadsheet import plain
from trich.write import TABLES


def fields(name: str) -> tuple[Field, ...]:
    """The fields of a table: of a kind ("persons") or of entities ("entities/persons").

    Raises KeyError for a name that no table has.
    """
    if name.startswith("entities/"):
        return entities.TABLES[name.removeprefix("entities/")]
    kinds = {file.removesuffix(".csv"): kind for kind, file in TABLES.items()}
    return COMMON + FIELDS[kinds[name]]


def table(out: str | Path, name: str) -> pd.DataFrame:
    """A table of the folder that an extract wrote, by its name without `.csv`.

    Counts are Int64, figures Float64 (`value` of an indicator stays an object: a range is a
    list), lists are lists, days of publication are datetimes, all else strings.  Raises
    KeyError for a name that no table has, FileNotFoundError where the table is not there.

    >>> import tempfile; from trich.run import run
    >>> kept = tempfile.TemporaryDirectory(); folder = Path(kept.name)
    >>> _ = (folder / "a.txt").write_text("Bộ trưởng Bộ Y tế Đào Hồng Lan dự.", "utf-8")
    >>> _ = run([str(folder / "a.txt")], folder / "out")
    >>> table(folder / "out", "persons")[["text", "role", "start"]].to_dict("records")
    [{'text': 'Đào Hồng Lan', 'role': 'Bộ trưởng', 'start': 18}]
    >>> table(folder / "out", "entities/persons")["positions"][0][0]["organization"]
    'Bộ Y tế'
    >>> kept.cleanup()
    """
    known = fields(name)
    frame = pd.read_csv(
        Path(out) / f"{name}.csv", dtype="string", encoding="utf-8-sig", keep_default_na=False,
        na_values=[""],
    )  # fmt: skip
    for f in known:
        frame[f.name] = _typed(frame[f.name], f)
    return frame


def series(out: str | Path) -> pd.DataFrame:
    """The figures of all indicator series: a row a series and period, results beside targets.

    Columns `actual`, `target` (of several figures the one most articles give) and
    `conflict`, whether articles contradict one another.
    """
    figures = table(out, "entities/indicators").dropna(subset=["period", "value"])
    figures = figures.sort_values(["articles"], ascending=False, kind="stable")
    by = ["series", "property", "unit", "place", "period"]
    wide = figures.groupby(by, dropna=False, sort=True)[["conflict"]].any()
    for status in ("actual", "target"):
        of_status = figures[figures["status"] == status]
        wide[status] = of_status.groupby(by, dropna=False)["value"].first()
    return wide.reset_index()


def _typed(column: pd.Series, f: Field) -> pd.Series:
    kinds = {f.type} if isinstance(f.type, str) else set(f.type) - {"null"}
    if kinds == {"integer"}:
        return column.astype("Int64")
    if kinds == {"number"}:
        return column.astype("Float64")
    if kinds == {"boolean"}:
        return column == "true"
    if f.name in ("first_seen", "last_seen"):
        return pd.to_datetime(column, format="ISO8601", errors="coerce")
    text = column.map(plain, na_action="ignore")
    if "array" in kinds or "object" in kinds:
        return text.map(_parsed, na_action="ignore")
    return text.astype("string")


def _parsed(cell: str) -> object:
    import json

    return json.loads(cell)
