"""What people write of time, desk by desk: the sentences of `sentences/times.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import found

from trich.extract.dates import dates
from trich.extract.decrees import decrees


def _sentences() -> Iterator[tuple[str, str]]:
    """Each sentence with the day of publication that stands above it."""
    published = ""
    for line in (Path(__file__).parent / "sentences" / "times.txt").read_text("utf-8").splitlines():
        if line.startswith("@ "):
            published = line[2:]
        elif line and not line.startswith("#"):
            yield published, line


@pytest.mark.parametrize(("published", "marked"), list(_sentences()))
def test_sentence(published: str, marked: str) -> None:
    text = re.sub(r"\[([^\[\]|]+)\|[^\[\]]+\]", r"\1", marked)
    got = [m for m in found(text, decrees, dates, published=published) if m["kind"] == "date"]
    want = re.findall(r"\[([^\[\]|]+)\|([^\[\]]+)\]", marked)
    assert [(m["text"], m["value"]) for m in got] == want
