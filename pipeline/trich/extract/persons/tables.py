"""Positions that a table tells in columns: `Họ và tên | Chức vụ | Đơn vị công tác`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from trich.article import Span
from trich.extract.persons.posts import Post

Place = tuple[int, int, int]  # where the announcing words begin (or -1), and the name's span

_NAME = ("họ và tên", "họ tên", "họ, tên", "tên người", "họ và tên người")
_ROLE = ("chức vụ", "chức danh", "vị trí công tác", "nhiệm vụ")
_UNIT = ("đơn vị", "cơ quan", "nơi công tác", "đơn vị công tác", "tổ chức")
_BAR = re.compile(r"[|\t]")
_WORD = re.compile(r"[^\W\d_]")


def columns(
    text: str, lower: str, names: Sequence[Place], held: Sequence[list[Post]], posts: Sequence[Post]
) -> list[list[Post]]:
    """The positions of each name, with those of its row; `names` are in text order.

    >>> from trich.article import Article
    >>> from trich.extract.persons import persons
    >>> article = Article("TT | Họ tên | Chức vụ | Đơn vị\\n1 | Lê Văn Quý | Kế toán | Trạm Y tế")
    >>> persons(article)
    >>> [m] = article.of("person")
    >>> [article.text[slice(*m.fields[f])] for f in ("role", "organization")]
    ['Kế toán', 'Trạm Y tế']
    """
    out = list(held)
    if not any(head in lower for head in _NAME[:3]):
        return out
    starts = {start: i for i, (_, start, _) in enumerate(names)}
    at = {post.role.start: post for post in posts}
    for name, role, unit in _rows(text, lower):
        i = next((starts[s] for s in range(*name) if s in starts), None)
        if i is None or role is None:
            continue
        post = next((at[s] for s in range(*role) if s in at), None)
        if post is None:
            post = Post(Span(*role), None, role[1], False, False)
        if post.organization is None and unit is not None:
            post = post._replace(organization=Span(*unit))
        out[i] = [post, *(p for p in held[i] if p.role != post.role)]
    return out


Cell = tuple[int, int]


def _rows(text: str, lower: str) -> Iterator[tuple[Cell, Cell | None, Cell | None]]:
    """The cells of the name, the position and the unit in each row below a head of names."""
    head: list[str] = []
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        cells = _cells(text, begin, end)
        begin = end + 1
        if len(cells) < 2:
            head = head if not line.strip() else []
            continue
        told = [lower[s:e] for s, e in cells]
        if any(t.startswith(_NAME) for t in told):
            head = told
        elif head and len(cells) <= len(head):
            name = next(i for i, t in enumerate(head) if t.startswith(_NAME))
            if name < len(cells):
                yield cells[name], _cell(text, head, cells, _ROLE), _cell(text, head, cells, _UNIT)


def _cell(text: str, head: list[str], cells: list[Cell], heads: tuple[str, ...]) -> Cell | None:
    """The cell below one of these heads, when it has letters."""
    for title, (start, end) in zip(head, cells, strict=False):
        if title.startswith(heads) and _WORD.search(text, start, end):
            return start, end
    return None


def _cells(text: str, begin: int, end: int) -> list[Cell]:
    """The cells of a line; what a bar opens or closes the line with is none."""
    bars = [m.start() for m in _BAR.finditer(text, begin, end)]
    edges = [begin - 1, *bars, end]
    cells = [_trimmed(text, a + 1, b) for a, b in pairwise(edges)]
    return cells[cells[0][0] == cells[0][1] :] if bars else []


def _trimmed(text: str, start: int, end: int) -> Cell:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
