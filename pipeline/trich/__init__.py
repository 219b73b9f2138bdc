"""trich reads Vietnamese official text and writes the facts in it as records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

# before the function of its name: an import of the package later leaves the name alone
import trich.extract  # noqa: F401
from trich.article import Article, Block, BlockKind, Mention, Sentence
from trich.view import View

if TYPE_CHECKING:
    STAGES: tuple[Callable[[Article], None], ...]

__version__ = "0.2.0"
__all__ = ["STAGES", "Article", "Block", "Mention", "Sentence", "View", "annotate", "extract"]

Stage = Callable[[Article], None]


@cache
def _stages() -> tuple[Stage, ...]:
    """The whole program, top to bottom.  A later stage may read what an earlier one wrote.

    Imported on first use, so that `import trich` and `trich --help` come at once.
    """
    from trich import layout, resolve, segment, structure
    from trich.extract import dates, decrees, indicators, locations, organizations, persons

    return (
        layout.layout,
        structure.structure,
        segment.segment,
        decrees.decrees,
        dates.dates,
        organizations.organizations,
        persons.persons,
        locations.locations,
        indicators.indicators,
        resolve.resolve,
    )


def __getattr__(name: str) -> Any:
    if name == "STAGES":
        return _stages()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def annotate(
    text: str,
    published: str | date | None = None,
    *,
    id: str = "",
    source: str = "",
    otherwise: str | date | None = None,
    known: Sequence[Block] = (),
) -> Article:
    """Read one text: its blocks, sentences and mentions, with offsets in `text`.

    `published` (an ISO date or date-time, or a `datetime.date`) is the publication date
    that relative expressions resolve against; without it the page's own dateline serves,
    and where there is none, `otherwise`.  `known` are blocks whose kind the document's own
    structure tells, as the readers of HTML and Word find them.  Raises ValueError when a date
    is no ISO date, TypeError when text or date are of another type.

    >>> article = annotate("Sáng 30/01/2024, Bộ Y tế họp.")
    >>> [article.text[m.start:m.end] for m in article.mentions]
    ['Sáng 30/01/2024', 'Bộ Y tế']
    """
    if not isinstance(text, str):
        raise TypeError(f"text: a str is needed, not {type(text).__name__}")
    view = View(text, wrapped=not known)
    article = Article(
        view.text, id, source, published=_iso(published), published_else=_iso(otherwise)
    )
    article.known = [Block(view.at(b.start), view.at(b.end), b.kind) for b in known]
    for stage in _stages():
        stage(article)
    return article.on_source(view)


def extract(
    text: str, published: str | date | None = None, *, blocks: Collection[BlockKind] | None = None
) -> list[dict[str, Any]]:
    """The records of one text, in text order: dicts as `records.jsonl` holds them.

    `blocks` limits them to those in blocks of these kinds, such as `("title", "lead", "body")`.

    >>> extract("theo Chỉ thị số 25-CT/TW của Ban Bí thư")[0]["id"]
    '25-CT/TW'
    >>> extract("theo Chỉ thị số 25-CT/TW của Ban Bí thư", blocks=["caption"])
    []
    """
    from trich import records

    rows = records.rows(annotate(text, published))
    return [row for row in rows if blocks is None or row["block"] in blocks]


def _iso(published: str | date | None) -> str | None:
    if published is None:
        return None
    if isinstance(published, date):
        return published.isoformat()
    if not isinstance(published, str):
        kind = type(published).__name__
        raise TypeError(f"published: a str such as '2024-01-30' or a date is needed, not {kind}")
    try:
        date.fromisoformat(published[:10])
    except ValueError:
        raise ValueError(f"published: {published!r} is no ISO date such as 2024-01-30") from None
    return published
