"""What the parts of this package hand to each other: the page, and a citation being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from trich.article import Span
from trich.extract.decrees.numbers import Number


class Page(NamedTuple):
    """A text, the same in lower case position by position, and its day of publication."""

    text: str
    lower: str
    published: date | None = None


class Relation(NamedTuple):
    """How a citation bears on another of its sentence: "amends", and that one."""

    type: str
    target: Cited


@dataclass(slots=True, eq=False)
class Cited:
    """A citation while it is being read; offsets are of the page's text."""

    start: int
    end: int
    type: str | None
    rule: str
    codes: tuple[str, ...] = ()
    number: Number | None = None
    number_span: Span | None = None
    #: canonical name of a law cited by name
    name: str | None = None
    #: the number that the article gives to a law it also cites by name
    named_number: str | None = None
    #: as the text names it, or by name as its code implies
    issuer: Span | str | None = None
    issuer_name: str | None = None
    issuer_code: str | None = None
    date: str | None = None
    #: the date's year is the page's, not the text's
    year_inferred: bool = False
    id: str | None = None
    system: str | None = None
    #: its issuer is the subject of the verb in front of it
    governed: bool = False
    #: needs the same document elsewhere in the article to count at all
    tentative: bool = False
    #: where reading stopped: behind the date and the issuer
    stop: int = 0
    pinpoint: Span | None = None
    title: Span | None = None
    status: str | None = None
    relations: list[Relation] = field(default_factory=list)

    @property
    def stated(self) -> bool:
        """Whether the text itself names the issuer."""
        return isinstance(self.issuer, Span)

    @property
    def year(self) -> str | None:
        """The year in the number, else the one of the date that the text states."""
        if self.number and self.number.year:
            return self.number.year
        return self.date[:4] if self.date and not self.year_inferred else None
