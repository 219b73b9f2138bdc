from __future__ import annotations
from trich.article import Article

def decrees(article: Article) -> None:
    pass
