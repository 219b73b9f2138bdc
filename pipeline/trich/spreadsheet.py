"""Cells of a CSV that a spreadsheet opens: text that it would run as a formula is quoted.

A cell that begins with `=`, `@`, a tab or, where it is no plain figure, `+` or `-`, gets an
apostrophe before it, as spreadsheets themselves write "this is text".  `plain` takes it off
again.  JSONL, Parquet and DuckDB hold the text as it is.
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,]+\s?[%‰]?$)|'+[=@\t\r+-]")
_QUOTED = re.compile(r"'+[=@\t\r+-]")


def cell(text: str) -> str:
    """A text as a cell of a CSV.

    >>> [cell(t) for t in ("=HYPERLINK(A1)", "-5,2%", "- Sở Y tế", "Bộ Y tế")]
    ["'=HYPERLINK(A1)", '-5,2%', "'- Sở Y tế", 'Bộ Y tế']
    """
    return f"'{text}" if text[:1] in "=@\t\r+-'" and _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """The text of a cell that `cell` made.

    >>> plain("'=HYPERLINK(A1)"), plain("-5,2%"), plain("'Bộ")
    ('=HYPERLINK(A1)', '-5,2%', "'Bộ")
    """
    return cell[1:] if _QUOTED.match(cell) else cell
