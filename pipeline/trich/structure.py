"""What a document's own structure says of its lines, over what their words made of them.

Plain text has only words, and the layout reads those.  A web page or a Word file also says
which line is its headline, a caption or the furniture of a page; where it does, it is right.
"""

from __future__ import annotations

from trich.article import Article

_PROSE = 60  # characters from which a line can be the lead


def structure(article: Article) -> None:
    """Give the blocks that the reader knows their kinds."""
    known = {block.start: block.kind for block in article.known}
    if not known:
        return
    headed = "title" in known.values()
    title: int | None = None
    for n, block in enumerate(article.blocks):
        kind = known.get(block.start)
        if kind == "title":
            title = n if title is None else title
            block.kind = "title"
        elif kind == "body":  # may be the lead as well, but no furniture
            if block.kind in ("sidebar", "boilerplate"):
                block.kind = kind
        elif kind:
            block.kind = kind
        elif headed and block.kind == "title":
            block.kind = "body"
    if title is not None and all(b.kind != "lead" for b in article.blocks):
        for block in article.blocks[title + 1 :]:
            if block.kind == "body" and block.end - block.start > _PROSE:
                block.kind = "lead"
                return
