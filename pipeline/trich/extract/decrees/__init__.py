"""The stage `decrees`."""

from trich.extract.decrees.stage import decrees

__all__ = ["decrees"]
