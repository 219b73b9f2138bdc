"""gs:// and hdfs://: their semantics, kept by file systems in memory that answer to their names.

An object store shows an object when all of it is there, has no folders and no appending; HDFS
shows what is being written, has folders, and renames onto nothing that exists.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFile, MemoryFileSystem

from trich.folder import LOCK, Stored
from trich.inputs import Unopenable, filesystem
from trich.run import Unusable, run

ARTICLES = Path(__file__).parents[1] / "corpus" / "articles"


class Objects(MemoryFileSystem):
    """A bucket of Google's: whole objects with a digest, nothing else."""

    protocol = ("gs", "gcs")
    store: dict[str, Any] = {}  # noqa: RUF012  this class's own, as fsspec has it
    pseudo_dirs = [""]  # noqa: RUF012

    @classmethod
    def _strip_protocol(cls, path: Any) -> Any:
        for name in cls.protocol:
            path = path.removeprefix(f"{name}://")
        return super()._strip_protocol(path)

    def unstrip_protocol(self, name: str) -> str:
        return f"{self.protocol[0]}://{self._strip_protocol(name).lstrip('/')}"

    def _open(self, path: str, mode: str = "rb", **how: Any) -> Any:
        assert "a" not in mode, "no appending"
        return super()._open(path, mode, **how)

    def info(self, path: str, **how: Any) -> Any:
        info = super().info(path, **how)
        if info["type"] == "file":
            info["md5Hash"] = str(hash(bytes(self.cat_file(path))))
        return info

    def ls(self, path: str, detail: bool = True, **how: Any) -> Any:
        found = super().ls(path, detail=detail, **how)
        if detail:
            for info in found:
                if info["type"] == "file":
                    info["md5Hash"] = str(hash(bytes(self.cat_file(info["name"]))))
        return found

    def mv(self, *_: Any, **__: Any) -> None:
        raise AssertionError("an object store renames by copying, which others may see half done")


class Hadoop(Objects):
    """Folders that must be made, and names that a rename does not take over."""

    protocol = ("hdfs",)
    store: dict[str, Any] = {}  # noqa: RUF012
    pseudo_dirs = [""]  # noqa: RUF012

    def _open(self, path: str, mode: str = "rb", **how: Any) -> Any:
        if mode == "wb":
            name = path.rpartition("/")[2]
            assert name.startswith(".") and name.endswith(".tmp"), "would be seen half written"  # noqa: PT018
        return super()._open(path, mode, **how)

    def put_file(self, lpath: str, rpath: str, **how: Any) -> None:
        with self.open(rpath, "wb") as f:
            f.write(Path(lpath).read_bytes())

    def mv(self, source: str, to: str, **how: Any) -> None:
        if self.exists(to):
            raise FileExistsError(to)
        source, to = self._strip_protocol(source), self._strip_protocol(to)
        self.store[to] = self.store.pop(source)
        self.store[to].path = to


@pytest.fixture(params=[Objects, Hadoop])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    kind = request.param
    known = importlib.import_module("fsspec.registry")._registry
    for name in kind.protocol:
        monkeypatch.setitem(known, name, kind)
    kind.clear_instance_cache()
    kind.store.clear()
    kind.pseudo_dirs[:] = [""]
    yield kind()
    kind.clear_instance_cache()


def put(store: Any, path: str, data: bytes) -> None:
    """An object that is there."""
    store.store[path] = MemoryFile(store, path, data)


def test_there_as_here(store: Any, tmp_path: Path) -> None:
    url = f"{store.protocol[0]}://b"
    here = tmp_path / "in"
    here.mkdir()
    for path in sorted(ARTICLES.glob("*.txt"))[:4]:
        (here / path.name).write_bytes(path.read_bytes())
        put(store, f"/b/in/{path.name}", path.read_bytes())
    run([str(here)], tmp_path / "out", engine="serial")
    for _ in range(2):  # the second time over the first
        summary = run([f"{url}/in"], f"{url}/out", engine="serial")
        assert summary.articles == 4
        there = {n.removeprefix("/b/out/"): f.getvalue() for n, f in store.store.items()}
        for file in (tmp_path / "out").rglob("*"):
            name = file.relative_to(tmp_path / "out").as_posix()
            if file.is_file() and not name.startswith("."):
                data = file.read_bytes().replace(str(here).encode(), f"{url}/in".encode())
                assert there[name] == data, name
        assert LOCK not in there
        assert not [name for name in there if name.endswith(".tmp")]


def test_a_run_holds_the_folder(store: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bộ Y tế họp.", encoding="utf-8")
    url = f"{store.protocol[0]}://b/out"
    with Stored(url).held(), pytest.raises(Unusable, match="another run writes into it"):
        run([str(tmp_path / "a.txt")], url)


class Refused(Exception):
    """What a store's client raises is its own affair."""


def test_a_store_that_refuses_is_told(
    store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback: what the client says, and that nothing is lost."""

    def refuses(*_: Any, **__: Any) -> None:
        raise Refused("Anonymous caller does not have storage.objects.list access\nmore")

    monkeypatch.setattr(type(store), "ls", refuses)
    monkeypatch.setattr(type(store), "isfile", refuses)
    url = f"{store.protocol[0]}://b"
    (tmp_path / "a.txt").write_text("Bộ Y tế họp.", encoding="utf-8")
    with pytest.raises(Unusable, match=r"^gs|^hdfs") as e:
        run([str(tmp_path / "a.txt")], f"{url}/out")
    assert "Refused: Anonymous caller" in str(e.value)
    assert "\n" not in str(e.value)
    with pytest.raises(Unusable, match="Refused: Anonymous caller"):
        run([f"{url}/in"], tmp_path / "out")


@pytest.mark.parametrize(
    ("url", "raised", "says"),
    [
        ("gs://b/x", ImportError("Please install gcsfs"), r"pip install 'trich\[gs\]'"),
        ("hdfs://h/x", ImportError("No module named 'pyarrow'"), r"pip install 'trich\[hdfs\]'"),
        ("hdfs://h/x", OSError("Unable to load libjvm\ndlopen(a)\ndlopen(b)"), "CLASSPATH"),
    ],
)
def test_what_is_missing_is_told(
    url: str, raised: Exception, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: Any, **__: Any) -> None:
        raise raised

    monkeypatch.setattr("fsspec.core.url_to_fs", missing)
    with pytest.raises(Unopenable, match=says) as e:
        filesystem(url)
    assert "\n" not in str(e.value)
