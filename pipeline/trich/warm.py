"""Imported by the server that worker processes are forked from: they share what it built."""

from trich.engines import warm

warm()
