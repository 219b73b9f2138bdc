"""The body of a position whose own words tell none: it stands before, above, or in the next one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from trich.article import Article, Span
from trich.extract.persons.posts import Post
from trich.extract.persons.units import begins_body

Place = tuple[int, int, int]  # where the announcing words begin (or -1), and the name's span

_FOR = re.compile(r"[ \t]*(?:T/?M|TUN|T\.M)[. ] ?(?=\S)")  # `TM. ỦY BAN NHÂN DÂN`
_SIGNING = re.compile(r"[ \t]*(?:(?:KT|Q)\.? ?[^\n]{1,60}|[ \t]*)")
_WHERE = (", nơi ", "; nơi ", " nơi ", ", do ", " do ")
_FIRM = ("hđqt", "hđtv", "quản trị", "thành viên")
_PARTY = ("bí thư", "ủy viên", "đảng viên")


def complete(
    article: Article, names: Sequence[Place], attached: Sequence[list[Post]]
) -> list[list[Post]]:
    """The positions of each name, the bodies filled in that the text gives elsewhere.

    >>> from trich.extract.persons import persons
    >>> article = Article("TM. ỦY BAN NHÂN DÂN\\nKT. CHỦ TỊCH\\nPHÓ CHỦ TỊCH\\nLÊ VĂN QUÝ")
    >>> persons(article)
    >>> [m] = article.of("person")
    >>> article.text[slice(*m.fields["organization"])]
    'ỦY BAN NHÂN DÂN'
    """
    if all(p.organization for posts in attached for p in posts):
        return list(attached)
    bodies = article.of("organization")
    starts = {m.start: m.end for m in bodies}
    ends = {m.end: m.start for m in bodies}
    out: list[list[Post]] = []
    for name, posts in zip(names, attached, strict=True):
        found = _shared(article.lower, posts)
        for i, post in enumerate(found):
            if post.organization is None:
                body = _before(article, name, post, ends) or _behind(article, name, post, starts)
                body = body or _above(article, name, post, starts)
                if body is not None:
                    found[i] = post._replace(organization=body)
        out.append(found)
    return out


def _shared(lower: str, posts: list[Post]) -> list[Post]:
    """`Chủ tịch HĐQT kiêm Tổng Giám đốc Công ty X`: both are held in one firm."""
    found = list(posts)
    for i, post in enumerate(posts):
        if post.organization is not None:
            continue
        role = lower[slice(*post.role)]
        for other in posts:
            if other.organization is None or other.role.start < post.end:
                continue
            link = lower[post.end : other.role.start]
            firm = role.endswith(_FIRM) and link in (", ", " - ", " và ")
            if (link in (" kiêm ", ", kiêm ") and not any(w in role for w in _PARTY)) or firm:
                found[i] = post._replace(organization=other.organization)
            break
    return found


def _before(article: Article, name: Place, post: Post, ends: Mapping[int, int]) -> Span | None:
    """`Sở Nội vụ (Giám đốc A)`, `Fed, nơi ông A làm chủ tịch`: the body stands before."""
    text = article.text
    if text.startswith(" (", post.role.start - 2) and post.end < name[1]:
        at = post.role.start - 2
        return Span(ends[at], at) if at in ends else _headed(article, at)
    begin = name[0] if name[0] >= 0 else name[1]
    if name[2] < post.role.start and text.endswith("nơi ", 0, begin):
        for link in _WHERE:
            at = begin - len(link)
            if text.startswith(link, max(at, 0)):
                at -= text[at - 1] == ")"
                return Span(ends[at], at) if at in ends else None
    return None


def _behind(article: Article, name: Place, post: Post, starts: Mapping[int, int]) -> Span | None:
    """`CEO Lê Văn Quý của An Trạch Group`: the body stands behind the holder."""
    begin = name[0] if name[0] >= 0 else name[1]
    if not 0 <= begin - post.end < 3 or not article.text.startswith(" của ", name[2]):
        return None
    at = name[2] + len(" của ")
    return Span(at, starts[at]) if at in starts else None


def _headed(article: Article, end: int) -> Span | None:
    """A body that opens the line or the list's item and ends at `end`."""
    floor = max(0, end - 80)
    start = max(
        article.text.rfind(stop, floor, end) + len(stop) for stop in ("\n", "- ", "; ", ": ")
    )
    headed = start < end and article.text[start].isupper() and begins_body(article.lower, start)
    return Span(start, end) if headed and "," not in article.text[start:end] else None


def _above(article: Article, name: Place, post: Post, starts: Mapping[int, int]) -> Span | None:
    """`TM. ỦY BAN NHÂN DÂN`, then the position on a line of its own, then the signer."""
    text = article.text
    if "\n" not in text[post.end : name[1]] or name[1] < post.end:
        return None
    start = text.rfind("\n", 0, post.role.start) + 1
    for _ in range(6):
        if not start:
            return None
        end = start - 1
        start = text.rfind("\n", max(0, end - 120), end) + 1
        if m := _FOR.match(text, start, end):
            at = m.end()
            stop = starts.get(at, end)
            return Span(at, at + len(text[at:stop].rstrip()))
        if not _SIGNING.fullmatch(text, start, end):
            return None
    return None
