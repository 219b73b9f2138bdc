"""Passing folders: gone when they are left, found again when their process was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from trich.run import run
from trich.scratch import scratch, sweep

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such locks")
KILLED = """
import os, signal
from trich.scratch import scratch
with scratch() as folder:
    (folder / "half").write_text("Bộ Y tế")
    print(folder, flush=True)
    {end}
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def left(by: str) -> tuple[Path, int]:
    """What a process that ends so leaves behind."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED.format(end=by)], capture_output=True, text=True, check=False
    )
    return Path(done.stdout.strip()), done.returncode


def test_what_a_killed_process_left_is_swept(temporary: Path) -> None:
    path, status = left("os.kill(os.getpid(), signal.SIGKILL)")
    assert status == -signal.SIGKILL
    assert (path / "half").exists()
    assert path.parent == temporary
    with scratch() as mine:
        sweep()
        assert mine.exists()  # somebody holds it
        sweep()
        assert mine.exists()  # and asking did not let it go
    assert not list(temporary.iterdir())


def test_nothing_is_left_by_an_error(temporary: Path) -> None:
    path, status = left("raise SystemExit(3)")
    assert status == 3
    assert not path.exists()


def test_what_is_not_ours_is_let_be(temporary: Path) -> None:
    """A folder of that name without the lock is somebody's work."""
    (temporary / "trich-articles").mkdir()
    (temporary / "trich-articles" / "a.txt").write_text("Bộ Y tế")
    sweep()
    assert (temporary / "trich-articles" / "a.txt").exists()


@pytest.mark.parametrize("engine", ["serial", "process"])
def test_a_run_leaves_nothing_and_sweeps(
    temporary: Path, tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trich.shards.SHARD_BYTES", 200)
    path, _ = left("os._exit(9)")
    assert path.exists()
    table = tmp_path / "t.csv"
    table.write_text("id,text\n" + "".join(f",Bộ Y tế họp {n}\n" for n in range(40)))
    run([str(table)], tmp_path / "out", engine=engine, workers=2)  # type: ignore[arg-type]
    assert not list(temporary.glob("trich-*"))


def test_processes_work_where_a_socket_could_not(temporary: Path, tmp_path: Path) -> None:
    """The address of a socket holds some 100 bytes; folders may be of longer names."""
    deep = temporary / ("sâu" * 40)
    deep.mkdir()
    table = tmp_path / "t.csv"
    table.write_text("id,text\n,Bộ Y tế họp ngày 3/4/2023\n")
    args = ["extract", str(table), "--engine", "process", "--workers", "2", "--out"]
    done = subprocess.run(  # in a process of its own: a server once started goes on
        [sys.executable, "-m", "trich", *args, str(tmp_path / "out")],
        env={**os.environ, "TMPDIR": str(deep)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "organization" in done.stdout + done.stderr) == (0, True), done.stderr
