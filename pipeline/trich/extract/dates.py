from __future__ import annotations
from trich.article import Article

def dates(article: Article) -> None:
    pass
