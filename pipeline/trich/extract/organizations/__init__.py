"""The stage `organizations`."""

from trich.extract.organizations.stage import organizations

__all__ = ["organizations"]
