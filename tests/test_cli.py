"""The command line, as a shell sees it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from trich.cli import main

TRICH = str(Path(sys.executable).with_name("trich"))


def shell(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([TRICH, *args], capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text("Bộ Y tế họp ngày 30/01/2024.", encoding="utf-8")
    return path


def test_extract(page: Path, tmp_path: Path) -> None:
    done = shell("extract", str(page), "--out", str(tmp_path / "out"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 articles" in done.stdout
    assert "organization" in done.stdout
    assert (tmp_path / "out" / "records.jsonl").stat().st_size > 0


def test_module_and_short_option(page: Path, tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "trich", "extract", str(page), "-o", str(tmp_path / "out")]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out" / "records.jsonl").stat().st_size > 0


@pytest.mark.parametrize(
    ("args", "status", "says"),
    [
        (["extract", "{page}", "{bad}", "--out", "{out}"], 1, "not utf-8"),
        (["extract", "{bad}", "--out", "{out}"], 2, "not utf-8"),
        (["extract", "{tmp}/nowhere", "--out", "{out}"], 2, "no such file"),
        (["extract", "{page}"], 2, "--out"),
        (["extract", "{page}", "--out", "{out}", "--published", "hôm qua"], 2, "ISO date"),
        (["extract", "{page}", "--out", "{out}", "--workers", "0"], 2, "at least 1"),
        (["extract", "{page}", "--out", "{out}", "--blocks", "body,foot"], 2, "foot: not among"),
        (["extract", "{page}", "--out", "{page}"], 2, "is a file"),
        (["evaluate", "{tmp}/nowhere.jsonl", "{tmp}"], 2, "No such file"),
        (["export", "{tmp}", "--to", "brat", "--out", "{out}"], 2, "no articles.jsonl"),
        (["export", "{tmp}", "--to", "xml", "--out", "{out}"], 2, "invalid choice"),
        (["import", "{tmp}", "--from", "brat", "--out", "{out}"], 2, "no .ann"),
        ([], 2, "COMMAND"),
    ],
)
def test_status(page: Path, tmp_path: Path, args: list[str], status: int, says: str) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe\xff")
    bad.write_bytes(b"B\xff")
    names = {"page": page, "bad": bad, "out": tmp_path / "out", "tmp": tmp_path}
    done = shell(*(a.format(**names) for a in args))
    assert done.returncode == status
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_schema(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    main(["extract", str(page), "--out", str(tmp_path / "out")])
    for line in (tmp_path / "out" / "records.jsonl").read_text("utf-8").splitlines():
        jsonschema.validate(json.loads(line), schema)


def test_help_comes_at_once() -> None:
    best = 9.0
    for _ in range(3):
        began = time.perf_counter()
        done = shell("--help")
        best = min(best, time.perf_counter() - began)
    assert "extract" in done.stdout
    assert best < 0.5


def test_there_and_back(page: Path, tmp_path: Path) -> None:
    """extract, export, import, evaluate: the commands fit one another."""
    out, work, gold = (str(tmp_path / name) for name in ("out", "brat", "gold"))
    assert shell("extract", str(page), "--out", out).returncode == 0
    assert "1 articles" in shell("export", out, "--to", "brat", "--out", work).stdout
    assert "1 articles" in shell("import", work, "--from", "brat", "--out", gold).stdout
    assert "1.000" in shell("evaluate", gold, out).stdout
