"""The stage `indicators`."""

from trich.extract.indicators.stage import indicators

__all__ = ["indicators"]
