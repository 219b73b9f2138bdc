"""Which files an INPUT names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from trich.inputs import File, walk
from trich.read import Reject


def ids(*inputs: str, out: str = "") -> list[str]:
    return [f.id for f in walk(inputs, out) if isinstance(f, File)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/c.txt", "a/b.txt", "a/b.md", ".hidden/x.txt", "a/.y.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def test_walk(folder: Path) -> None:
    assert ids(str(folder)) == ["a/b", "a/b.txt", "a/c", "b"]
    assert ids(str(folder / "a" / "c.txt")) == ["c"]
    assert ids(str(folder / "*.txt")) == ["b"]
    assert ids(str(folder / "**" / "*.txt")) == ["a/b", "a/c", "b"]
    assert ids(str(folder / "b.txt"), str(folder)) == ["b", "a/b", "a/b.txt", "a/c"]
    assert ids(str(folder), str(folder / "a" / "c.txt"), str(folder / "*.txt")) == [
        "a/b", "a/b.txt", "a/c", "b",
    ]  # fmt: skip
    assert ids(str(folder / ".hidden"), str(folder)) == ["x", "a/b", "a/b.txt", "a/c", "b"]


def test_relative_names(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert ids("a") == ["b", "b.txt", "c"]
    assert ids(".", "a") == ["a/b", "a/b.txt", "a/c", "b"]
    assert ids("b.txt") == ["b"]
    assert ids("*/*.txt") == ["a/b", "a/c"]


def test_the_same_name_twice(folder: Path) -> None:
    for name in ("x", "y", "z"):
        (folder / name).mkdir()
        (folder / name / "n.txt").write_text("x")
    assert ids(*(str(folder / name) for name in ("x", "y", "z"))) == ["n", "n.txt", "n.txt-2"]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("a.txt", "a"),
        ("a", "a"),
        ("a.b.txt", "a.b"),
        ("Bộ Y tế.txt", "Bộ Y tế"),
        ("a..b", "a."),
        ("d.txt.gz", "d"),
        ("d.gz", "d"),
    ],
)
def test_ids(tmp_path: Path, name: str, id: str) -> None:
    (tmp_path / name).write_text("x")
    assert ids(str(tmp_path)) == ids(str(tmp_path / name)) == [id]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link within the folder is the file it names; one that leads out is a file."""
    other = tmp_path_factory.mktemp("other") / "o.txt"
    other.write_text("x")
    (folder / "in.txt").symlink_to(folder / "b.txt")
    (folder / "out.txt").symlink_to(other)
    (folder / "loop").symlink_to(folder)
    (folder / "broken.txt").symlink_to(folder / "nothing")
    assert ids(str(folder)) == ["a/b", "a/b.txt", "a/c", "b", "out"]
    [reject] = [f for f in walk([str(folder)]) if isinstance(f, Reject)]
    assert reject.source.endswith("broken.txt")


def test_the_runs_own_folder_is_no_input(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "records.jsonl").write_text("{}")
    assert "out/records" in ids(str(folder))
    assert ids(str(folder), out=str(folder / "out")) == ["a/b", "a/b.txt", "a/c", "b"]


def test_nothing(tmp_path: Path) -> None:
    for name in ("nothing", "*.txt"):
        [reject] = walk([str(tmp_path / name)])
        assert isinstance(reject, Reject)
        assert reject.reason.startswith("no such file")
