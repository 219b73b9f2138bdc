from __future__ import annotations
from trich.article import Article

def resolve(article: Article) -> None:
    pass
