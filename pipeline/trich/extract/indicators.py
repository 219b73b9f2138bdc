from __future__ import annotations
from trich.article import Article

def indicators(article: Article) -> None:
    pass
