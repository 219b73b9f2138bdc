"""The READMEs say what is so: their snippets run, their excerpts are what comes out."""

from __future__ import annotations

import doctest
import json
import re
import shlex
from pathlib import Path

import pytest

from trich.cli import _parser
from trich.run import run

ROOT = Path(__file__).parents[1]
READMES = ["README.md", "README.vi.md"]


def blocks(readme: str, language: str) -> list[str]:
    text = (ROOT / readme).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("readme", READMES)
def test_python(readme: str) -> None:
    source = "\n".join(blocks(readme, "python"))
    assert ">>>" in source
    test = doctest.DocTestParser().get_doctest(source, {}, readme, readme, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


@pytest.mark.parametrize("readme", READMES)
def test_commands(readme: str) -> None:
    """Every command shown is one that make or trich has, with options that it takes."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    shown = 0
    for line in "\n".join(blocks(readme, "sh")).splitlines():
        words = shlex.split(line, comments=True)
        if not words:
            continue
        shown += 1
        if words[0] == "make":
            for target in words[1:]:
                assert "=" in target or f"\n{target}:" in makefile
        elif words[0] == "trich":
            _parser().parse_args(words[1:])
        else:
            assert words[0] in ("pip", "git", "cd", ".venv/bin/trich")
            if words[0] == ".venv/bin/trich":
                _parser().parse_args(words[1:])
    assert shown


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    out = tmp_path_factory.mktemp("out")
    run([str(ROOT / "corpus" / "articles")], out)
    return [json.loads(x) for x in (out / "records.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("readme", READMES)
def test_excerpt(readme: str, records: list[dict[str, object]]) -> None:
    """Every line of JSON shown is in the corpus's records, field for field."""
    lines = "\n".join(blocks(readme, "json")).splitlines()
    assert lines
    for line in lines:
        shown = json.loads(line)
        assert any(shown.items() <= _plain(r).items() for r in records), line


def _plain(record: dict[str, object]) -> dict[str, object]:
    return {k: v for k, v in record.items() if not isinstance(v, list)}
