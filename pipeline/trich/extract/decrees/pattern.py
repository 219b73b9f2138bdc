"""A regular expression with its examples and its rejects.

One test runs them all.  The expression is compiled on first use, so that importing costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal


class Pattern:
    """What `re.compile` gives, but compiled when first asked.

    Used as it is meant to be (`how`), it finds something in each of `yes` and nothing in `no`.

    >>> serial = Pattern(r"[0-9]+(?= của)", yes=("25 của Ban Bí thư",), no=("25 người",))
    >>> serial.match("25 của Ban Bí thư").group()
    '25'
    """

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(
        self,
        source: str,
        *,
        yes: tuple[str, ...],
        no: tuple[str, ...] = (),
        how: Literal["search", "match", "fullmatch"] = "search",
    ) -> None:
        self.source = source
        self.yes = yes
        self.no = no
        self.how = how

    def __getattr__(self, name: str) -> Any:
        if name not in ("match", "search", "fullmatch", "finditer"):
            raise AttributeError(name)
        method = getattr(re.compile(self.source), name)
        setattr(self, name, method)
        return method
