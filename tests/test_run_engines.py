"""Engines: what a fault or a death costs, what is in flight, a cluster that loses a worker."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import trich
from trich.engines import ENGINES, cores
from trich.folder import folder
from trich.inputs import File, walk
from trich.run import Unusable, run
from trich.shards import Shard, plan

annotate = trich.annotate
TEXTS = [f"Bộ Y tế họp ngày {n}/3/2024, đạt {n}% kế hoạch." for n in range(1, 25)]
forking = pytest.mark.skipif(os.name == "nt", reason="workers inherit the fault by fork")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in enumerate(TEXTS)))
    return path


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many shards of few articles."""
    monkeypatch.setattr("trich.shards.SHARD_BYTES", 200)


def contents(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def faulty(monkeypatch: pytest.MonkeyPatch, fault: Any) -> None:
    """Let the workers meet a fault at the articles of 7 and 8 March."""

    def annotated(text: str, *args: Any, **kwargs: Any) -> Any:
        if "ngày 7/3" in text or "ngày 8/3" in text:
            fault()
        return annotate(text, *args, **kwargs)

    monkeypatch.setattr(trich, "annotate", annotated)
    monkeypatch.setattr("trich.engines._context", lambda: get_context("fork"))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(("engine", "workers"), [("serial", None), ("process", 1), ("process", 3)])
def test_the_same_bytes(table: Path, tmp_path: Path, engine: Any, workers: int | None) -> None:
    run([str(table)], tmp_path / "one", engine="serial")
    assert len(list((tmp_path / "one" / ".trich").glob("*.part"))) > 5
    run([str(table)], tmp_path / "two", engine=engine, workers=workers)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@forking
@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("engine", ["serial", "process"])
def test_an_exception_costs_its_article(
    table: Path, tmp_path: Path, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault() -> None:
        raise RuntimeError("boom")

    faulty(monkeypatch, fault)
    summary = run([str(table)], tmp_path / "out", engine=engine, workers=2)
    assert (summary.articles, summary.rejected) == (22, 2)
    for reject in rows(tmp_path / "out" / "rejects.jsonl"):
        assert "RuntimeError: boom (test_run_engines.py:" in reject["reason"]


@forking
@pytest.mark.parametrize("bytes_", [200, 1 << 20])
def test_a_death_costs_its_article(
    table: Path, tmp_path: Path, bytes_: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trich.shards.SHARD_BYTES", bytes_)
    faulty(monkeypatch, lambda: os.kill(os.getpid(), signal.SIGKILL))
    summary = run([str(table)], tmp_path / "out", engine="process", workers=2)
    assert (summary.articles, summary.rejected) == (22, 2)
    assert [r["reason"] for r in rows(tmp_path / "out" / "rejects.jsonl")] == [
        "the process that read it died (article 6)", "the process that read it died (article 7)",
    ]  # fmt: skip
    ids = [a["id"] for a in rows(tmp_path / "out" / "articles.jsonl")]
    assert ids == [str(n) for n in range(24) if n not in (6, 7)]


@forking
@pytest.mark.usefixtures("small")
def test_a_death_that_does_not_come_again_costs_nothing(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([str(table)], tmp_path / "one", engine="serial")
    once = tmp_path / "once"

    def fault() -> None:
        if not once.exists():
            once.touch()
            os._exit(3)

    faulty(monkeypatch, fault)
    run([str(table)], tmp_path / "two", engine="process", workers=2)
    assert once.exists()
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@forking
def test_a_reader_that_dies_costs_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from trich import shards

    for name in ("a", "b", "c"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{name}.txt").write_text("Bộ Y tế họp.")
    read = shards.read

    def dies(input: Any) -> Any:
        if input.id == "b":
            os._exit(3)
        return read(input)

    monkeypatch.setattr(shards, "read", dies)
    monkeypatch.setattr("trich.engines._context", lambda: get_context("fork"))
    summary = run([str(tmp_path / "in")], tmp_path / "out", engine="process", workers=2)
    assert summary.articles == 2
    [reject] = rows(tmp_path / "out" / "rejects.jsonl")
    assert reject["source"].endswith("b.txt")
    assert reject["reason"] == "the process that read it died"


@forking
def test_workers_that_cannot_start_are_told(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trich.engines.warm", lambda: os._exit(3))
    monkeypatch.setattr("trich.engines._context", lambda: get_context("fork"))
    with pytest.raises(Unusable, match="die as they start"):
        run([str(table)], tmp_path / "out", engine="process", workers=2)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("engine", ["serial", "process"])
def test_few_shards_are_in_flight(table: Path, tmp_path: Path, engine: str) -> None:
    """A corpus of any size waits in the walk: no engine takes more than it can soon work off."""
    files = [f for f in walk([str(table)]) if isinstance(f, File)]
    out = folder(tmp_path / "out")
    taken = finished = most = 0

    def todo() -> Iterator[Shard]:
        nonlocal taken
        for shard in plan(files, out):
            taken += 1
            yield shard

    for _ in ENGINES[engine](todo(), out.name, 2, None):
        finished += 1
        most = max(most, taken - finished)
    assert finished == taken > 8
    assert most <= 4


def test_the_engine_is_chosen_by_size(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = []

    def engine(name: str) -> Any:
        def chooses(*args: Any) -> Iterator[Shard]:
            chosen.append(name)
            return ENGINES["serial"](*args)

        return chooses

    monkeypatch.setattr("trich.run.ENGINES", {n: engine(n) for n in ("serial", "process")})
    run([str(table)], tmp_path / "out", workers=2)
    monkeypatch.setattr("trich.run._PARALLEL_BYTES", 10)
    run([str(table)], tmp_path / "out2", workers=1)
    run([str(table)], tmp_path / "out3", workers=2)
    run([str(table)], tmp_path / "out3", workers=2)  # nothing left to do
    assert chosen == ["serial", "serial", "process", "serial"]
    assert cores() >= 1


@pytest.mark.filterwarnings("ignore")  # distributed's own
class TestDask:
    """A cluster on this machine."""

    @pytest.fixture
    def cluster(self) -> Iterator[Any]:
        distributed = pytest.importorskip("distributed")
        import dask

        dask.config.set({"distributed.scheduler.allowed-failures": 0})
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None
        ) as cluster:
            yield cluster

    @pytest.mark.usefixtures("small")
    def test_a_killed_worker_loses_nothing(self, table: Path, tmp_path: Path, cluster: Any) -> None:
        from distributed import Client

        run([str(table)], tmp_path / "one", engine="serial")
        with Client(cluster) as client:
            pids = list(client.run(os.getpid).values())
        killed = []

        def kill(done: int, of: int) -> None:
            if done == 2:
                killed.append(pids[0])
                os.kill(pids[0], signal.SIGKILL)

        run([str(table)], tmp_path / "two", engine="dask", scheduler=cluster.scheduler_address,
            progress=kill)  # fmt: skip
        assert killed
        assert contents(tmp_path / "one") == contents(tmp_path / "two")

    def test_an_article_that_kills_every_worker(
        self, table: Path, tmp_path: Path, cluster: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from distributed import Client

        with Client(cluster) as client:
            client.register_plugin(_poison())
        faulty(monkeypatch, lambda: os._exit(3))  # here too, where it is tried again
        summary = run(
            [str(table)], tmp_path / "out", engine="dask", scheduler=cluster.scheduler_address
        )
        assert (summary.articles, summary.rejected) == (22, 2)

    def test_its_own_cluster(self, table: Path, tmp_path: Path) -> None:
        pytest.importorskip("distributed")
        run([str(table)], tmp_path / "one", engine="serial")
        began = time.monotonic()
        run([str(table)], tmp_path / "two", engine="dask", workers=1)
        assert time.monotonic() - began < 60
        assert contents(tmp_path / "one") == contents(tmp_path / "two")


def _poison() -> Any:
    """A plugin by which every worker that joins dies at the articles of 7 and 8 March."""
    from distributed import WorkerPlugin

    class Poison(WorkerPlugin):
        name = "poison"

        def setup(self, worker: Any) -> None:
            import os

            import trich

            annotate = trich.annotate

            def dies(text: str, *args: Any, **kwargs: Any) -> Any:
                if "ngày 7/3" in text or "ngày 8/3" in text:
                    os._exit(3)
                return annotate(text, *args, **kwargs)

            trich.annotate = dies

    return Poison()
