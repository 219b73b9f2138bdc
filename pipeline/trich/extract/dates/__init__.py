"""The stage `dates`."""

from trich.extract.dates.stage import dates

__all__ = ["dates"]
