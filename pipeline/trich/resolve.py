"""What is settled once every extractor has spoken: overlaps within a kind, and text order."""

from __future__ import annotations

from trich.article import KINDS, Article, Mention


def resolve(article: Article) -> None:
    """Keep of two overlapping mentions of one kind the longer, and put all in text order.

    >>> a = Article("ngày 30/01/2024")
    >>> a.mentions = [Mention("date", 5, 15, "day"), Mention("date", 0, 15, "day")]
    >>> resolve(a); [(m.start, m.end) for m in a.mentions]
    [(0, 15)]
    """
    kept: list[Mention] = []
    for kind in KINDS:
        of_kind = [m for m in article.mentions if m.kind == kind and m.start < m.end]
        of_kind.sort(key=lambda m: (m.start, -m.end))
        disjoint: list[Mention] = []
        for m in of_kind:
            if disjoint and m.start < disjoint[-1].end:
                if m.end - m.start > disjoint[-1].end - disjoint[-1].start:
                    disjoint[-1] = m
                continue
            disjoint.append(m)
        kept.extend(disjoint)
    kept.sort(key=lambda m: (m.start, -m.end))
    article.mentions = kept
