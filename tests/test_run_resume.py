"""Runs that are killed, refused or out of room, and go on to the same bytes."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from trich.folder import folder
from trich.run import Unusable, run

ARTICLES = Path(__file__).parents[1] / "corpus" / "articles"
KILLS = 20
SCRIPT = """
import sys
from trich import shards
from trich.run import run
shards.SHARD_FILES = 2
if __name__ == "__main__":
    run([sys.argv[1]], sys.argv[2], engine=sys.argv[3], workers=2)
"""


def contents(out: Path) -> dict[str, bytes]:
    """The files of a run, but not its state."""
    return {
        p.relative_to(out).as_posix(): p.read_bytes()
        for p in sorted(out.rglob("*"))
        if p.is_file() and ".trich" not in p.relative_to(out).parts
    }


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("corpus")
    for path in sorted(ARTICLES.glob("*.txt"))[:10]:
        shutil.copy(path, to)
    return to


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    run([str(corpus)], out, engine="serial")
    return contents(out)


@pytest.fixture
def temporary() -> Iterator[str]:
    """A temporary folder for processes that are killed; its name is short, for sockets' sake."""
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        yield folder


def started(corpus: Path, out: Path, engine: str, temporary: str) -> subprocess.Popen[bytes]:
    """A run of its own, and of its own session."""
    script = Path(temporary, "script.py")
    script.write_text(SCRIPT)
    return subprocess.Popen(
        [sys.executable, str(script), str(corpus), str(out), engine],
        start_new_session=True, stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": temporary},
    )  # fmt: skip


def parts(out: Path) -> int:
    return len(list(out.glob(".trich/*.part")))


def goes_on(corpus: Path, out: Path, undisturbed: dict[str, bytes]) -> None:
    """The same command ends as if nothing had been, in what is written and in what is left."""
    run([str(corpus)], out, engine="serial")
    again = contents(out)
    assert again.keys() == undisturbed.keys()
    assert again == undisturbed
    assert not list(out.rglob("*.tmp"))


@pytest.mark.skipif(os.name == "nt", reason="kill -9, and fork")
def test_killed_at_any_moment(
    corpus: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forked from here, a run begins at once: every moment is one of its work."""
    monkeypatch.setattr("trich.shards.SHARD_FILES", 2)

    def forked(out: Path) -> BaseProcess:
        process = get_context("fork").Process(target=run, args=([str(corpus)], out),
                                              kwargs={"engine": "serial"})  # fmt: skip
        process.start()
        return process

    began = time.monotonic()
    forked(tmp_path / "timed").join(120)
    lasts = time.monotonic() - began
    assert contents(tmp_path / "timed") == undisturbed
    moments = random.Random(9)
    found = Counter[int]()
    for n in range(KILLS):
        out = tmp_path / f"out{n}"
        process = forked(out)
        if n < 3:  # surely in the midst of the work, however busy the machine is
            while parts(out) <= n and process.is_alive():
                time.sleep(0.001)
        else:
            time.sleep(lasts * moments.uniform(0.02, 1.0))
        process.kill()
        process.join(30)
        found[parts(out)] += 1
        goes_on(corpus, out, undisturbed)
    assert len(found) >= 3, found  # at several stages of the work


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
@pytest.mark.parametrize(("engine", "kills"), [("process", 4), ("dask", 2)])
def test_killed_with_workers_at_work(
    corpus: Path,
    undisturbed: dict[str, bytes],
    tmp_path: Path,
    temporary: str,
    engine: str,
    kills: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The run alone is killed: its workers end by themselves, and spoil nothing."""
    if engine == "dask":
        pytest.importorskip("distributed")
    monkeypatch.setattr("trich.shards.SHARD_FILES", 2)
    for n in range(kills):
        out = tmp_path / f"out{n}"
        process = started(corpus, out, engine, temporary)
        while parts(out) <= n and process.poll() is None:
            time.sleep(0.002)
        process.kill()
        process.wait(30)
        assert parts(out) > 0
        goes_on(corpus, out, undisturbed)  # while they may still be ending
        until = time.monotonic() + 30
        while (left := _alive(process.pid)) and time.monotonic() < until:
            time.sleep(0.05)
        assert not left
        assert contents(out) == undisturbed


def _alive(session: int) -> list[int]:
    """The processes of a session that run, where the system tells."""
    alive = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = stat.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of) == session and state != "Z":
            alive.append(int(stat.parent.name))
    return alive


def test_two_runs_into_one_folder(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = []

    def second(done: int, of: int) -> None:
        with pytest.raises(Unusable, match="another run writes into it") as e:
            run([str(corpus)], out)
        told.append(str(e.value))

    run([str(corpus)], out, engine="serial", progress=second)
    assert f"process {os.getpid()} on" in told[0]
    with folder(out).held():
        done = subprocess.run(
            [sys.executable, "-m", "trich.cli", "extract", str(corpus), "--out", str(out)],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert f"another run writes into it (process {os.getpid()} on" in done.stderr
    run([str(corpus)], out)


def test_a_full_disk_loses_nothing(
    corpus: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trich.shards.SHARD_FILES", 2)
    out = tmp_path / "out"
    room = 3
    sync = os.fsync

    def full(handle: int) -> None:
        nonlocal room
        room -= 1
        if room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    monkeypatch.setattr("trich.write.os.fsync", full)
    for parts in (3, 5):  # it goes on each time
        with pytest.raises(Unusable, match="No space left on device; nothing is lost"):
            run([str(corpus)], out, engine="serial")
        assert len(list(out.glob(".trich/*.part"))) == parts
        assert not list(out.rglob("*.tmp"))
        assert not (out / "records.jsonl").exists()
        room = 2
    room = 10_000
    run([str(corpus)], out, engine="serial")
    assert contents(out) == undisturbed


def test_what_a_killed_run_was_writing_is_cleared(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / ".trich").mkdir(parents=True)
    for name in (".records.jsonl.1.tmp", ".trich/.0.part.1.tmp", "entities/.persons.csv.1.tmp"):
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_text("half")
    run([str(corpus)], out)
    assert not list(out.rglob("*.tmp"))


def test_changed_input_alone_is_done_anew(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file more, less or longer leaves all but its neighbours' parts as they are."""
    monkeypatch.setattr("trich.shards.SHARD_FILES", 4)
    monkeypatch.setattr("trich.shards._CUT", 8)
    files = tmp_path / "in"
    files.mkdir()
    for n in range(400):
        (files / f"{n:04}.txt").write_text(f"Bộ Y tế họp ngày {n % 28 + 1}/3/2024.")
    out = tmp_path / "out"

    def parts() -> set[str]:
        run([str(files)], out, engine="serial")
        return {p.name for p in out.glob(".trich/*.part")}

    before = parts()
    (files / "0007.txt").write_text("Bộ Tài chính")
    changed = parts()
    assert len(before - changed) == 1
    (files / "0008a.txt").write_text("Bộ Công an")
    more = parts()
    assert len(changed - more) < 8 < len(more) / 10
    (files / "0008a.txt").unlink()
    assert parts() == changed


@pytest.mark.parametrize("change", ["published", "sentences", "code"])
def test_what_decides_the_records_decides_the_part(
    corpus: Path, tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parts(**how: Any) -> set[str]:
        run([str(corpus)], tmp_path / "out", **how)
        return {p.name for p in (tmp_path / "out").glob(".trich/*.part")}

    before = parts()
    assert parts() == before
    if change == "code":
        monkeypatch.setattr("trich.shards.code", lambda: "other")
        monkeypatch.setattr("trich.parts.code", lambda: "other")
        assert not parts() & before
    else:
        assert not parts(**{change: "2024-01-30" if change == "published" else True}) & before


def test_another_version_is_told(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trich.shards.code", lambda: "the run's")
    with pytest.raises(Unusable, match="another version of trich"):
        run([str(corpus)], tmp_path / "out", engine="serial")


def test_half_a_surrogate_pair(tmp_path: Path) -> None:
    """JSON may hold what UTF-8 cannot; the text comes back as it was."""
    text = "Bộ Y tế \ud83d họp"
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "text": text}))
    run([str(tmp_path / "a.jsonl")], tmp_path / "out")
    [article] = (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()
    assert json.loads(article)["text"] == text
