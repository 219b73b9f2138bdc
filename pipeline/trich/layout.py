from __future__ import annotations
from trich.article import Article, Block

def layout(article: Article) -> None:
    """placeholder until the real one lands"""
    at = 0
    for line in article.text.split("\n"):
        if line.strip():
            article.blocks.append(Block(at, at + len(line), "body"))
        at += len(line) + 1
