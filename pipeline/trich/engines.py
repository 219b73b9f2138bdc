"""Engines: ways to work shards off, here one after the other, in processes, or on a cluster.

An engine is a map over shards that yields each once its part is written.  It takes shards
as it needs them, so that a corpus of any size waits in the walk and not in memory.  A shard
whose worker died is tried again in a process of its own, and then without the article that
was fatal twice.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, suppress
from itertools import islice
from multiprocessing.util import get_temp_dir
from typing import Any, Literal

from trich.parts import Fatal, noted, work
from trich.scratch import scratch
from trich.shards import Shard

Engine = Literal["serial", "process", "dask"]
Todo = Iterator[Shard]
_FLYING = 2  # shards handed to a worker at a time: one it works on and one that waits


class Missing(Exception):
    """An engine that cannot start; the message says what it needs."""


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def warm() -> None:
    """Build every table now, and keep the garbage collector from going through them again."""
    import trich

    trich.annotate("Ngày 30/01/2024, Bộ trưởng Bộ Y tế Đào Hồng Lan ký Chỉ thị số 25-CT/TW; 5%.")
    calm()


def calm() -> None:
    """Let the collector run less often: a run makes many small objects and few cycles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _serial(
    todo: Iterator[Shard], out: str, workers: int | None, at: str | None
) -> Iterator[Shard]:
    for shard in todo:
        work(shard, out)
        yield shard


def _process(todo: Todo, out: str, workers: int | None, at: str | None) -> Iterator[Shard]:
    workers = workers or cores()
    while True:
        flying: dict[Future[str], Shard] = {}
        pool = _pool(workers)
        try:
            for shard in islice(todo, workers * _FLYING):
                flying[_submitted(pool, shard, out)] = shard
            while flying:
                for future in wait(flying, return_when=FIRST_COMPLETED).done:
                    future.result()
                    yield flying.pop(future)
                    for shard in islice(todo, 1):
                        flying[_submitted(pool, shard, out)] = shard
            return
        except BrokenProcessPool:  # a worker died: out of memory, a crash in C
            pass
        finally:
            _stop(pool)
        for shard in flying.values():
            alone(shard, out)
            yield shard


def _submitted(pool: ProcessPoolExecutor, shard: Shard, out: str) -> Future[str]:
    try:
        return pool.submit(work, shard, out)
    except BrokenProcessPool as e:  # told with the shards that fly
        future: Future[str] = Future()
        future.set_exception(e)
        return future


def alone(shard: Shard, out: str) -> None:
    """Work off, in a process of its own, a shard whose worker died.

    Where that dies too, twice at one article, the article is rejected.
    """
    deaths: Counter[tuple[int, int, str]] = Counter()
    with scratch() as passing:
        note = str(passing / "note")
        while True:
            skip = frozenset(place for place, n in deaths.items() if n > 1)
            pool = _pool(1)
            try:
                pool.submit(work, shard, out, Fatal(note, skip)).result()
                return
            except BrokenProcessPool:
                place = noted(note)
                if place is None:  # not even begun
                    raise
                deaths[place] += 1
            finally:
                _stop(pool)


def _context() -> Any:
    """How workers start: from a server that has read the lexicon, where there can be one."""
    if "forkserver" not in multiprocessing.get_all_start_methods() or not _listens():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["trich.warm"])
    return context


def _listens() -> bool:
    """Whether a server can listen in the temporary folder: a socket's address holds ~100 bytes."""
    address = os.path.join(get_temp_dir(), f"listener-{os.getpid():08}")  # as long as its own
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(address)
    except OSError:
        return False
    os.unlink(address)
    return True


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        workers, mp_context=_context(), initializer=_begin, initargs=(os.getcwd(), dict(os.environ))
    )


def _begin(where: str, environment: dict[str, str]) -> None:
    """What a worker does first."""
    # the server may have been started elsewhere, and under other settings (keys to a store)
    os.chdir(where)
    os.environ.update(environment)
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))  # the run itself tells of Ctrl-C
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)  # the run was killed: nobody waits for this

    threading.Thread(target=watch, name="trich-watch", daemon=True).start()
    warm()


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers now; what they have not finished was not begun."""
    processes = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        with suppress(Exception):
            process.terminate()
    for process in processes:
        with suppress(Exception):
            process.join(5)


def _dask(todo: Todo, out: str, workers: int | None, at: str | None) -> Iterator[Shard]:
    try:
        from distributed import Client, LocalCluster, as_completed
    except ImportError as e:
        raise Missing("--engine dask needs an extra: pip install 'trich[cluster]'") from e
    with ExitStack() as stack:
        if at is None:
            at = stack.enter_context(
                LocalCluster(
                    n_workers=workers or cores(), threads_per_worker=1, dashboard_address=None
                )
            )
        client = stack.enter_context(Client(at))
        client.register_plugin(_plugin())
        flying: dict[Any, Shard] = {}

        def submit(shards: Iterator[Shard], n: int) -> list[Any]:
            futures = []
            for shard in islice(shards, n):
                future = client.submit(work, shard, out, key=f"trich-{shard.name}", pure=False)
                flying[future.key] = shard
                futures.append(future)
            return futures

        completed = as_completed(submit(todo, _threads(client) * _FLYING))
        for future in completed:
            shard = flying.pop(future.key)
            error = future.exception() if future.status == "error" else None
            if error is None and future.status != "finished":
                raise Missing(f"the cluster gave up shard {shard.name}: {future.status}")
            if type(error).__name__ == "KilledWorker":  # more than one died of it
                alone(shard, out)
            elif error is not None:
                raise error
            future.release()
            yield shard
            # workers may have come or gone
            for new in submit(todo, max(1, _threads(client) * _FLYING - len(flying))):
                completed.add(new)


def _threads(client: Any) -> int:
    return sum(client.nthreads().values()) or 1


def _plugin() -> Any:
    """What each worker of a cluster does when it joins: build its tables before its first task."""
    from distributed import WorkerPlugin

    class Warm(WorkerPlugin):  # type: ignore[misc]
        name = "trich-warm"

        def setup(self, worker: Any) -> None:
            warm()

    return Warm()


ENGINES: dict[str, Callable[[Todo, str, int | None, str | None], Iterator[Shard]]] = {
    "serial": _serial,
    "process": _process,
    "dask": _dask,
}
