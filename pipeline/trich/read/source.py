"""What a reader returns: a text with what is known of it, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A text as a file holds it; `published` is ISO, and None where the file does not say."""

    id: str
    source: str
    text: str
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """Something that could not be read: where, and why."""

    source: str
    line: int | None
    reason: str
