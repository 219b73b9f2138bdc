"""`DIR/report/`: a static site over an extract's folder that opens from the file system.

`store` gathers what the pages need in a SQLite file, so that nothing proportional to the
corpus is held in memory; `marks` draws an article's records into its text; `charts` draws
SVG; `index` writes the search index; `site` renders the templates.  Every text of the input
passes through a template that escapes it, and the pages' content policy forbids inline script.
"""

from trich.report.site import Unusable, write

__all__ = ["Unusable", "write"]
