"""Blocks of a page: what each line is, and from them title, publication date and, of an official
document, its number, issuer, day, signer and subject.

    stamps      timestamps in every style that portals print
    lines       the lines of a text, and what a line is by itself: stamp, furniture, text
    captions    which lines stand under a picture, which name an author
    letterhead  the heading and the signature of official documents
    head        an article's own stamp and its title
    page        where on the page the article stands, and what lies around it
"""

from __future__ import annotations

from trich.article import Article, Block
from trich.layout import lines
from trich.layout.page import arrange

__all__ = ["layout"]


def layout(article: Article) -> None:
    """Find the article's blocks, title, publication date and official metadata.

    >>> page = Article("Bộ Y tế họp báo\\n\\n09/01/2024\\n\\nSáng nay, Bộ họp.\\n\\nTin khác\\n")
    >>> layout(page)
    >>> page.title, page.published, [b.kind for b in page.blocks]
    ('Bộ Y tế họp báo', '2024-01-09', ['title', 'dateline', 'lead', 'boilerplate'])
    """
    read = lines.read(article.text)
    page = arrange(read)
    article.blocks = [
        Block(line.start, line.end, kind) for line, kind in zip(read, page.kinds, strict=True)
    ]
    if page.titles:
        article.title = " ".join(read[i].text.strip("| ") for i in page.titles)
    elif page.official is not None and page.official.subject:
        article.title = page.official.subject
    if page.official is not None:
        article.official = page.official.fields()
    article.published = article.published or page.published or article.published_else
