"""The extractors: one stage for each kind of record."""
