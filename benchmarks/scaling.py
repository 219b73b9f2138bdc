"""Whether cost grows with the text and memory does not.

    python benchmarks/scaling.py articles               # one article of 1 kB to 10 MB
    python benchmarks/scaling.py corpora 1 10 100 1000  # whole runs over corpora of so many MB
    python benchmarks/scaling.py engines 10             # serial beside processes
    python benchmarks/scaling.py overhead 5             # a run beside the stages alone

A corpus is one JSONL file, or with `--files` one text file an article.  Peak memory is the
largest resident set of a run's first process, and of any of its workers (Linux).  Each
measurement adds a line to `history.jsonl`.  1 GB takes about an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from texts import KINDS, remember, sample

import trich
from trich import records

ARTICLE_SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)


def articles(kind: str) -> dict[str, Any]:
    """Characters a second by the size of one article, and the memory it takes."""
    print(f"{'article, bytes':>14}{'characters/s':>14}{'peak MB so far':>16}")
    speeds: dict[str, int] = {}
    for text in sample(kind, 0.05):
        trich.annotate(text)
    for size in ARTICLE_SIZES:
        source = KINDS[kind]()
        text = ""
        parts: list[str] = []
        length = 0
        while length < size:
            text = next(source)
            parts.append(text)
            length += len(text.encode())
        text = "\n\n".join(parts).encode()[:size].decode(errors="ignore")
        times = max(1, 100_000 // size)
        began = time.process_time()
        for _ in range(times):
            list(records.rows(trich.annotate(text)))
        seconds = time.process_time() - began
        speeds[str(size)] = round(len(text) * times / seconds)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size:>14,}{speeds[str(size)]:>14,}{peak:>16,}", flush=True)
    return {"articles": speeds, "peak MB": peak}


def write(kind: str, megabytes: float, folder: Path, files: bool) -> tuple[Path, int]:
    """A corpus on disk, and its characters."""
    left, size = megabytes * 1e6, 0
    place = folder / ("files" if files else "corpus.jsonl")
    if files:
        place.mkdir()
    out = None if files else place.open("w", encoding="utf-8")
    for n, text in enumerate(KINDS[kind]()):
        if left <= 0:
            break
        if out is None:
            path = place / f"{n // 1000:05}" / f"{n:08}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        else:
            out.write(json.dumps({"id": n, "text": text}, ensure_ascii=False) + "\n")
        size += len(text)
        left -= len(text.encode())
    if out is not None:
        out.close()
    return place, size


def extract(corpus: Path, out: Path, engine: str, workers: int) -> dict[str, Any]:
    """A whole run in a process of its own: seconds of the clock and of the processor, memory."""
    command = [sys.executable, "-m", "trich.cli", "extract", str(corpus), "--out", str(out),
               "--engine", engine, "--workers", str(workers)]  # fmt: skip
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peaks = Peaks(process.pid, workers)
    status = process.wait()
    seconds = time.monotonic() - began
    peaks.stop()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if status:
        raise SystemExit(f"trich extract ended with {status}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "seconds": round(seconds, 1),
        "cpu": round(cpu, 1),
        "peak MB": peaks.first >> 10,
        "worker peak MB": peaks.worker >> 10,
        **({"serial share": round(peaks.serial(), 3)} if engine == "process" else {}),
    }


class Peaks:
    """What a process and those it started take: peaks of resident memory, in kB, and processor."""

    def __init__(self, pid: int, workers: int = 1) -> None:
        self._workers = workers
        self.first = self.worker = 0
        self._spent: dict[int, list[tuple[float, float]]] = {}  # by process: clock, processor
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop watching."""
        self._over.set()
        self._thread.join()

    def serial(self) -> float:
        """The share of the work, by the processor's time, while which no two workers work.

        The workers' server builds the tables before them; what the first process does behind
        the last of them is the end of the merge.
        """
        first = self._spent.pop(self._pid)
        ends = {pid: times[-1][1] for pid, times in self._spent.items()}
        workers = sorted(ends, key=lambda pid: ends[pid])[-self._workers :]
        over = max(next(at for at, s in self._spent[pid] if s >= ends[pid]) for pid in workers)
        behind = first[-1][1] - next((s for at, s in first if at >= over), first[-1][1])
        before = max((ends[pid] for pid in ends if pid not in workers), default=0.0)
        alone = before + behind
        return alone / (alone + sum(ends[pid] for pid in workers))

    def _watch(self) -> None:
        while not self._over.wait(0.2):
            self.first = max(self.first, _peak(self._pid))
            for pid in (self._pid, *_started(self._pid)):
                if pid != self._pid:
                    self.worker = max(self.worker, _peak(pid))
                if (spent := _spent(pid)) is not None:
                    self._spent.setdefault(pid, []).append((time.monotonic(), spent))


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(x.split()[1]) for x in status.splitlines() if x.startswith("VmHWM")), 0)


def _spent(pid: int) -> float | None:
    """Seconds of the processor that a process has taken."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _started(pid: int) -> Iterator[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from _started(child)


def corpora(kind: str, sizes: list[float], files: bool, workers: int) -> dict[str, Any]:
    """Runs over corpora of so many megabytes."""
    results: dict[str, Any] = {}
    print(
        f"{'MB':>8}{'seconds':>10}{'characters/s':>14}{'peak MB':>10}{'a worker':>10}{'out MB':>9}"
    )
    for megabytes in sizes:
        with tempfile.TemporaryDirectory(prefix="trich-bench-") as scratch:
            corpus, size = write(kind, megabytes, Path(scratch), files)
            out = Path(scratch, "out")
            run = extract(corpus, out, "process" if workers > 1 else "serial", workers)
            written = sum(p.stat().st_size for p in out.rglob("*") if p.is_file())
        run |= {"characters": size, "out MB": written >> 20}
        results[f"{megabytes:g}"] = run
        print(
            f"{megabytes:>8g}{run['seconds']:>10,}{size / run['seconds']:>14,.0f}"
            f"{run['peak MB']:>10}{run['worker peak MB']:>10}{run['out MB']:>9,}", flush=True,
        )  # fmt: skip
    return {"corpora": results, "files": files, "workers": workers}


def engines(kind: str, megabytes: float, workers: int) -> dict[str, Any]:
    """One corpus, by engine, by the clock; beside it what the processor's time tells (Linux)."""
    results = {}
    with tempfile.TemporaryDirectory(prefix="trich-bench-") as scratch:
        corpus, _ = write(kind, megabytes, Path(scratch), False)
        for engine, n in (("serial", 1), ("process", workers), ("dask", workers)):
            results[engine] = extract(corpus, Path(scratch, engine), engine, n)
            times = results["serial"]["seconds"] / results[engine]["seconds"]
            print(f"{engine:<10}{n} workers {results[engine]['seconds']:>7} s  {times:.2f} times",
                  end="", flush=True)  # fmt: skip
            if share := results[engine].get("serial share"):
                bound = 1 / (share + (1 - share) / n)  # Amdahl
                print(f"; serial {share:.1%}: {bound:.2f} times on cores of its own", end="")
            print(flush=True)
    return {"engines": results, "workers": workers, "MB": megabytes}


def overhead(kind: str, megabytes: float) -> dict[str, Any]:
    """What a run costs beyond its stages: reading, writing, merging, entities, start-up."""
    texts = sample(kind, megabytes)
    for text in texts[:20]:
        trich.annotate(text)
    began = time.process_time()
    for text in texts:
        trich.annotate(text)
    alone = time.process_time() - began
    with tempfile.TemporaryDirectory(prefix="trich-bench-") as scratch:
        corpus, _ = write(kind, megabytes, Path(scratch), False)
        whole = extract(corpus, Path(scratch, "out"), "serial", 1)["cpu"]
    print(f"stages {alone:.1f} s, the whole run {whole:.1f} s: {whole / alone - 1:.0%} more")
    return {"stages": round(alone, 1), "run": whole, "overhead": round(whole / alone - 1, 3)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("articles", "corpora", "engines", "overhead"))
    parser.add_argument("megabytes", nargs="*", type=float, help="of the corpora")
    parser.add_argument("--text", choices=list(KINDS), default="corpus")
    parser.add_argument("--files", action="store_true", help="one file an article")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    megabytes = args.megabytes or [1, 10, 100]
    if args.what == "articles":
        result = articles(args.text)
    elif args.what == "corpora":
        result = corpora(args.text, megabytes, args.files, args.workers)
    elif args.what == "engines":
        result = engines(args.text, args.megabytes[0] if args.megabytes else 10, args.workers)
    else:
        result = overhead(args.text, args.megabytes[0] if args.megabytes else 5)
    remember("scaling", {"text": args.text, **result})


if __name__ == "__main__":
    main()
