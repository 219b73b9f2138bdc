"""Titles among the properties of office documents: mostly what a program put there."""

from __future__ import annotations

import re

_MADE_UP = re.compile(
    r"microsoft word\b.*|untitled.*|document ?\d*|tài liệu ?\d*|new document.*"
    r"|.*\.(?:docx?|pdf|rtf|odt|indd|qxd|pmd|cdr|xlsx?|pptx?|tif|jpg)"
    r"|[\W\d_]*|(?:slide|book|powerpoint presentation).*",
    re.IGNORECASE,
)


def sensible(title: str | None) -> str | None:
    """A title that a person gave, None for one that a program did.

    >>> sensible("Microsoft Word - QD 281.doc"), sensible(" Báo cáo năm 2024 ")
    (None, 'Báo cáo năm 2024')
    """
    title = " ".join((title or "").replace("\\0", "").split())
    if len(title) < 8 or " " not in title or _MADE_UP.fullmatch(title):
        return None
    return title
