"""The tables that a domain expert may edit, and how they are read.

Each table is a CSV file beside this one, UTF-8, with a header line; every row says where
it comes from or what it is for in its last columns.
"""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from importlib.resources import files

from trich.view import View, place_tones


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the table `name`.csv, each a dict by column, spelled as the stages read text.

    >>> table("provinces")[0]["name"]
    'An Giang'
    """
    text = (files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(place_tones(text).splitlines()))


@lru_cache(1 << 14)  # names come again and again
def fold(text: str) -> str:
    """A form in which spellings of one name are equal: composed, lower case, single spaces.

    >>> fold("Uỷ  ban") == fold("ủy ban")
    True
    """
    return " ".join(View(text).text.lower().split())
