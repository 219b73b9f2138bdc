from __future__ import annotations
from trich.article import Article

def persons(article: Article) -> None:
    pass
