"""Whose name a short form is: `ông Khái` is the nearest Khái whose gender agrees."""

from __future__ import annotations

from trich.extract.names import is_initial, is_syllable
from trich.extract.persons.evidence import context
from trich.extract.persons.name import Name, Seen


def titled_gender(title: str) -> str | None:
    """`female`, `male` or nothing, by the title alone.

    >>> titled_gender("Bà"), titled_gender("ông"), titled_gender("PGS.TS")
    ('female', 'male', None)
    """
    words = title.lower()
    if words in context("female title"):
        return "female"
    return "male" if words in context("male title") else None


def gender(lower: str, name: Name) -> str | None:
    """The same, or by a middle name: `Thị` stands in women's names, `H'` opens them."""
    said = titled_gender(lower[slice(*name.title)]) if name.title else None
    if said is None and len(name.words) > 2 and name.words[1].capitalize() == "Thị":
        return "female"
    if said is None and name.words[0].startswith("H'"):
        return "female"
    return said


def resolve(lower: str, names: list[Name], seen: Seen) -> None:
    """Tell each short form whose it is: the last one before it, else the first one behind."""

    def agree(short: Name, full: Name) -> bool:
        return {gender(lower, short), gender(lower, full)} != {"female", "male"}

    last: dict[str, Name] = {}
    other: dict[str, Name] = {}  # the owner of the same short form before the last one
    later = seen.given
    for name in names:
        words = name.words
        text = name.text
        full = len(words) >= 3 or (len(words) == 2 and text not in later)
        if full and not any(map(is_initial, words)):
            name.full = text
            for short in (words[-1], " ".join(words[-2:])):
                if short in last and last[short].full != text:
                    other[short] = last[short]
                last[short] = name
            if not is_syllable(words[0]):
                last[words[0]] = name
            continue
        owner = last.get(text)
        longer = seen.longest.get(text, 0) > len(words)
        if owner is None or not agree(name, owner):
            owners = (o for o in later.get(text, ()) if len(o.words) > len(words))
            owner = next((o for o in owners if agree(name, o)), None) if longer else None
        rival = other.get(text)
        if rival is not None and owner is last.get(text) and agree(name, rival):
            between = lower[rival.start : name.start]
            if not any(stop in between for stop in (". ", "! ", "? ", "\n")):
                continue  # both in one sentence: it may be either
        if owner is not None and owner is not name:
            name.full = owner.full or owner.text
        elif len(words) > 1:
            name.full = text
