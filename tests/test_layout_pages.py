"""Whole pages: menus, clocks, boxes and lists around an article, and what each line is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trich import annotate

KINDS = {
    "T": "title", "D": "dateline", "L": "lead", "B": "body", "C": "caption", "S": "sidebar",
    "P": "boilerplate",
}  # fmt: skip
Page = tuple[str, str | None, list[tuple[str, str]]]


def pages() -> Iterator[Page]:
    text = (Path(__file__).parent / "pages.txt").read_text("utf-8")
    for page in text.split("\n=== ")[1:]:
        head, *lines = page.strip().split("\n")
        name, _, published = head.partition(" ")
        yield name, published or None, [(line[0], line[2:]) for line in lines]


@pytest.mark.parametrize("blank", ["\n", "\n\n", "\r\n \r\n"])
@pytest.mark.parametrize("page", list(pages()), ids=lambda page: page[0])
def test_page(page: Page, blank: str) -> None:
    """Blank lines between the lines, and how lines end, change nothing."""
    _, published, lines = page
    article = annotate(blank.join(text for _, text in lines))
    found = [(b.kind, article.text[b.start : b.end]) for b in article.blocks]
    assert found == [(KINDS[letter], text.strip()) for letter, text in lines]
    assert article.title == next(text for letter, text in lines if letter == "T")
    assert article.published == published
