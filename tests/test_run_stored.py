"""Inputs and outputs in an object store: S3, served here by moto."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from trich.folder import LOCK, Stored, folder
from trich.inputs import File, walk
from trich.run import Unusable, run

pytestmark = pytest.mark.filterwarnings("ignore")  # of botocore and aiohttp
ARTICLES = Path(__file__).parents[1] / "corpus" / "articles"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    pytest.importorskip("s3fs")
    pytest.importorskip("moto")
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        until = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(url, timeout=5).close()
                break
            except OSError:
                assert process.poll() is None
                assert time.monotonic() < until
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name, value in {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()
    fs = s3fs.S3FileSystem(use_listings_cache=False)
    name = f"b{time.monotonic_ns()}"
    fs.mkdir(name)
    yield fs, name
    fs.rm(name, recursive=True)


def local(out: Path) -> dict[str, bytes]:
    return {
        p.relative_to(out).as_posix(): p.read_bytes()
        for p in out.rglob("*")
        if p.is_file() and ".trich" not in p.relative_to(out).parts
    }


def stored(fs: Any, out: str) -> dict[str, bytes]:
    return {
        path.removeprefix(f"{out}/"): fs.cat_file(path)
        for path in fs.find(out)
        if "/.trich/" not in path
    }


def filled(fs: Any, bucket: str, tmp_path: Path) -> Path:
    """The same corpus here and there."""
    here = tmp_path / "in"
    (here / "sub").mkdir(parents=True)
    for n, path in enumerate(sorted(ARTICLES.glob("*.txt"))[:8]):
        name = f"sub/{path.name}" if n % 2 else path.name
        (here / name).write_bytes(path.read_bytes())
        fs.pipe_file(f"{bucket}/in/{name}", path.read_bytes())
    return here


@pytest.mark.parametrize("engine", ["serial", "process"])
def test_there_as_here(bucket: Any, tmp_path: Path, engine: Any) -> None:
    fs, name = bucket
    here = filled(fs, name, tmp_path)
    run([str(here)], tmp_path / "out", engine="serial")
    summary = run([f"s3://{name}/in"], f"s3://{name}/out", engine=engine, workers=2)
    assert summary.articles == 8
    expected = {
        file: data.replace(str(here).encode(), f"s3://{name}/in".encode())
        for file, data in local(tmp_path / "out").items()
    }
    assert stored(fs, f"{name}/out") == expected
    assert not fs.exists(f"{name}/out/{LOCK}")


def test_a_second_run_reads_only_what_changed(bucket: Any, tmp_path: Path) -> None:
    fs, name = bucket
    filled(fs, name, tmp_path)

    def parts() -> dict[str, Any]:
        run([f"s3://{name}/in"], f"s3://{name}/out")
        found = fs.find(f"{name}/out/.trich", detail=True)
        return {path: info["LastModified"] for path, info in found.items()}

    before = parts()
    assert before
    assert parts() == before
    fs.pipe_file(f"{name}/in/new.txt", "Bộ Y tế họp ngày 3/4/2024.".encode())
    assert parts() != before
    assert b'"new"' in fs.cat_file(f"{name}/out/articles.jsonl")


def test_a_large_table_is_cut_there(
    bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trich.shards.SHARD_BYTES", 500)
    fs, name = bucket
    rows = 'id,text\n"a ""b""","dòng\n\nhai"\n' + "".join(f",Bộ Y tế họp {n}\n" for n in range(99))
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    fs.pipe_file(f"{name}/t.csv", rows.encode())
    run([str(tmp_path / "t.csv")], tmp_path / "out")
    run([f"s3://{name}/t.csv"], f"s3://{name}/out")
    assert len(fs.find(f"{name}/out/.trich")) > 4
    there = fs.cat_file(f"{name}/out/records.jsonl")
    assert there == (tmp_path / "out" / "records.jsonl").read_bytes() != b""


def test_walk(bucket: Any, tmp_path: Path) -> None:
    fs, name = bucket
    for path in ("a/b.txt", "a/b.md", "c.txt", ".hidden/x.txt", "a/.y.txt"):
        fs.pipe_file(f"{name}/in/{path}", b"x")

    def ids(url: str) -> list[str]:
        return [f.id for f in walk([url]) if isinstance(f, File)]

    assert ids(f"s3://{name}/in") == ids(f"s3://{name}/in/") == ["a/b", "a/b.txt", "c"]
    assert ids(f"s3://{name}/in/c.txt") == ["c"]
    assert ids(f"s3://{name}/in/*/*.txt") == ["a/b"]
    assert all(f.stamp.startswith("ETag=") for f in walk([f"s3://{name}/in"]))


def test_one_run_at_a_time(bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fs, name = bucket
    filled(fs, name, tmp_path)
    out = f"s3://{name}/out"
    with folder(out).held(), pytest.raises(Unusable, match="another run writes into it"):
        run([f"s3://{name}/in"], out)
    fs.pipe_file(f"{name}/out/{LOCK}", b'{"pid": 1, "host": "elsewhere", "at": 1}')  # long dead
    run([f"s3://{name}/in"], out)


def test_what_is_not_finished_does_not_appear(bucket: Any) -> None:
    out = Stored(f"s3://{bucket[1]}/out")

    def stopped() -> None:
        with out.whole("a") as f:
            f.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert out.read("a") is None
    with out.whole("a") as f:
        f.write(b"whole")
    assert out.read("a") == b"whole"
    out.remove("a")
    out.remove("a")
    assert out.names() == set()


@pytest.mark.parametrize(
    ("inputs", "out", "says"),
    [
        (["s3://{bucket}/nothing"], "{tmp}/out", "no such file"),
        (["nosuch://x/y"], "{tmp}/out", "nosuch"),
        (["{tmp}/a.txt"], "nosuch://x/y", "nosuch"),
        (["hdfs2://x/y"], "{tmp}/out", "hdfs2"),
    ],
)
def test_unusable(bucket: Any, tmp_path: Path, inputs: list[str], out: str, says: str) -> None:
    (tmp_path / "a.txt").write_text("Bộ Y tế")
    names = {"bucket": bucket[1], "tmp": str(tmp_path)}
    with pytest.raises(Unusable, match=says):
        run([i.format(**names) for i in inputs], out.format(**names))


def test_a_file_system_without_objects(tmp_path: Path) -> None:
    """What another system shows while it is written is renamed when it is whole."""
    out = Stored(f"file://{tmp_path}/out")
    out.send(ARTICLES / "giac-ngu-loi-khuyen.txt", "x/a.txt")
    out.send(ARTICLES / "giac-ngu-loi-khuyen.txt", "x/a.txt")
    assert out.names("x") == {"a.txt"}
