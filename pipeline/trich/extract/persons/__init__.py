"""The stage `persons`."""

from trich.extract.persons.stage import persons

__all__ = ["persons"]
