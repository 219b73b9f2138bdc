"""The documentation says what is so."""

from __future__ import annotations

import argparse
import doctest
import re
import tempfile
from pathlib import Path

import pytest

from trich.cli import _parser
from trich.dictionary import markdown

ROOT = Path(__file__).parents[1]


def commands() -> dict[str, argparse.ArgumentParser]:
    actions = _parser()._actions
    found = next(a for a in actions if isinstance(a, argparse._SubParsersAction))
    return dict(found.choices)


def test_dictionary() -> None:
    """docs/fields.md is what `trich schema --fields` prints."""
    assert (ROOT / "docs" / "fields.md").read_text("utf-8") == markdown()


@pytest.mark.parametrize("name", commands())
def test_every_command_is_documented(name: str) -> None:
    parser = commands()[name]
    assert parser.description
    text = "".join(p.read_text("utf-8") for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
    assert f"trich {name}" in text
    for action in parser._actions:
        assert action.help or action.metavar, (name, action.dest)


@pytest.mark.parametrize(
    "path", [p for p in sorted(ROOT.glob("docs/*.md")) if ">>> " in p.read_text("utf-8")],
    ids=lambda p: p.stem,
)  # fmt: skip
def test_python_in_docs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.testfile(str(path), module_relative=False, optionflags=flags).failed == 0


@pytest.mark.parametrize("path", sorted(ROOT.glob("docs/*.md")), ids=lambda p: p.stem)
def test_links_in_docs(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8")):
        assert "://" in target or (path.parent / target).exists(), target
