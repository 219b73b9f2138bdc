from __future__ import annotations
from trich.article import Article

def organizations(article: Article) -> None:
    pass
