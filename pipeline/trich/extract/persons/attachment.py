"""Who holds which position.

Four forms (`ROLE UNIT NAME`, `NAME, ROLE UNIT`, `NAME - ROLE UNIT`, `ROLE UNIT, ROLE UNIT
NAME`) and one decision for each position, from left to right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from trich.article import Span
from trich.extract.persons.evidence import context, either
from trich.extract.persons.posts import Post, signed_below
from trich.extract.persons.titles import announced, ends_announcing, is_title, trades

_FARTHEST = 100  # characters between a name and the position behind it
Place = tuple[int, int, int]  # where the announcing words begin (or -1), and the name's span

# What may stand between a position and those who hold it.
_NAMING = (" là ", ": ", ", là ", " là: ", " gồm ", " gồm: ", " gồm có ", " bao gồm ")
_NAMING_SEVERAL = re.compile(r",? (?:là|gồm|gồm có|bao gồm):? (?:các|hai|ba|bốn|\d{1,2}) ")

_BRACKET = re.compile(r" \([^()\n]{1,60}\)")
_CLOSED = re.compile(r"[,;.)\n]|$| - ")  # behind a position that stands by itself
_LINK = re.compile(r"(?:, kiêm |, đồng thời là |, | kiêm | kiêm nhiệm | - | và |/)")
_AGED = re.compile(
    r"(?:,? ?\([^()\n]{1,90}\)|,? ?\d{1,3} tuổi|, sinh năm \d{4}|, SN \d{4}"
    r"|,? (?:trái|phải|giữa)\b"
    r"|, [A-ZĐƯ][A-ZĐƯ.]{1,9}(?=,))+"  # the abbreviation of a post that no table knows
)


@cache
def _left_link() -> re.Pattern[str]:
    """What may stand between a name and the position behind it."""
    born = r"(?:(?:sn|sinh năm):? ?\d{4}|\d{1,3} ?tuổi)[,;] "
    trade = f"(?:{'|'.join(map(re.escape, trades()))}), "  # `(Kiến trúc sư, giảng viên ...`
    lives = r"(?:hiện )?(?:trú|ngụ|ở|thường trú|quê|hktt)(?!\w)[^();\n]{2,80}, "
    level = "xã|phường|thôn|ấp|bản|khu phố|thị trấn|huyện đảo|huyện|quận|thị xã|tỉnh|TP|thành phố"
    # `, xã An Trạch, huyện Tân Lạc làm thuyền trưởng`
    placed = rf"(?:,? (?:ở |trú |ngụ |quê )?(?:{level}) [^,();\n]{{2,30}}?){{1,4}},? (?:làm|là) "
    return re.compile(
        rf"(?:{placed}|, (?:{born})?(?:{lives})?(?:{trade})?|,| ?- ?"
        rf"| \((?:{born}(?:[^()\n]{{2,80}}, )?)?(?:{trade})?(?:hai |ba |bốn |đều là )?|: |  ?)?"
        rf"(?:{either('holds')} )*"
    )


def attach(
    text: str, lower: str, names: Sequence[Place], posts: Sequence[Post]
) -> list[list[Post]]:
    """The positions of each name, the nearest first.

    `names` are in text order; a name's announcing words (`ông`, `PGS.TS`) count as its own.
    """
    held: list[list[tuple[int, Post]]] = [[] for _ in names]
    heads: dict[int, int] = {}
    for i, (head, start, _) in enumerate(names):
        heads[start] = i
        if head >= 0:
            heads[head] = i
    ends: dict[int, int] = {}  # where a position of this name may begin to the right
    for i, (_, _, end) in enumerate(names):
        ends[end] = i
        if m := _AGED.match(text, end):
            ends[m.end()] = i
    stops = sorted(ends.items())
    owners: dict[int, int] = {}  # post index -> name
    behind: tuple[int, int] | None = None  # end of the last post behind its owner, the owner
    rights = [_right(text, p, names, heads) for p in posts]
    before = {names_right for names_right in rights if names_right is not None}
    for k, post in enumerate(posts):
        signer = _signer(text, lower, post, names, heads) if rights[k] is None else None
        if signer is not None:
            owners[k] = signer
            continue
        if rights[k] is not None:
            owners[k] = rights[k]  # type: ignore[assignment]
            continue
        closed = bool(post.organization or not post.weak or _CLOSED.match(text, post.end))
        closed = closed or lower.startswith(" kiêm ", post.end)
        left = _left(text, lower, post, stops, behind) if closed else None
        chain = _chain(text, posts, k, rights, heads)
        if left is not None and chain is not None and chain[1] and left in before:
            left = None  # the list opens with a position: `Thủ tướng A, Ủy viên X, Bộ trưởng B`
        if left is not None:
            owners[k] = left
            behind = (post.end, left)
        elif chain is not None:
            owners[k] = chain[0]
    for k, i in owners.items():
        post = posts[k]
        _, start, end = names[i]
        distance = post.role.start - end if post.role.start >= end else start - post.end
        held[i].append((distance, post))
    _delegations(text, lower, names, held)
    _share(text, names, posts, owners, heads, held)
    return [_ordered(h) for h in held]


def _ordered(held: list[tuple[int, Post]]) -> list[Post]:
    if not held:
        return []
    nearest = min(held, key=lambda d: d[0])
    rest = sorted((h for h in held if h is not nearest), key=lambda d: d[1].role.start)
    return [nearest[1], *(p for _, p in rest)]


def _right(text: str, post: Post, names: Sequence[Place], heads: dict[int, int]) -> int | None:
    """The name right behind the position."""
    for at in (post.end + 1, post.end):
        if at in heads and text[post.end : at] in (" ", ""):
            # `đại diện nữ diễn viên A`, `trợ lý ông B`: somebody's, whom another name may tell
            somebodys = names[heads[at]][1] != at and text[slice(*post.role)].lower() in context(
                "role of somebody"
            )
            return None if somebodys and post.organization is None else heads[at]
    if (m := _NAMING_SEVERAL.match(text, post.end)) and m.end() in heads:
        return heads[m.end()]
    for link in _NAMING:
        if text.startswith(link, post.end) and post.end + len(link) in heads:
            loud = post.plural or text[post.role.start].isupper()
            return heads[post.end + len(link)] if loud or link != ": " else None
    return None


def _signer(
    text: str, lower: str, post: Post, names: Sequence[Place], heads: dict[int, int]
) -> int | None:
    """The name alone on a line under the position: a signature."""
    at = signed_below(lower, post)
    if at is None or at not in heads:
        return None
    end = names[heads[at]][2]
    return heads[at] if text[end : end + 1] in ("", "\n") else None


def _left(
    text: str,
    lower: str,
    post: Post,
    stops: Sequence[tuple[int, int]],
    behind: tuple[int, int] | None,
) -> int | None:
    """The name, or the position of a name, right before this position."""
    start = post.role.start
    i = bisect_left(stops, (start,)) - 1
    nearest = stops[i] if i >= 0 else None
    linked = behind is not None and (nearest is None or behind[0] > nearest[0])
    if linked:
        nearest = behind
    if nearest is None or start - nearest[0] > _FARTHEST:
        return None
    between = lower[nearest[0] : start]
    loud = between == " " and post.organization is not None and text[start].isupper()
    if loud and not linked:
        return nearest[1]  # `đồng chí A Chủ tịch UBND xã, đồng chí B ...`
    if between != " " and (
        _left_link().fullmatch(between) or (linked and _LINK.fullmatch(between))
    ):
        return nearest[1]
    return None


def _chain(
    text: str,
    posts: Sequence[Post],
    k: int,
    rights: Sequence[int | None],
    heads: dict[int, int],
) -> tuple[int, bool] | None:
    """The name that a list of positions leads to, and whether a position precedes it directly."""
    if text[slice(*posts[k].role)].lower() in context("no list role"):
        return None
    for step in range(k, min(k + 6, len(posts))):
        post = posts[step]
        if rights[step] is not None and step > k:
            return rights[step], True  # type: ignore[return-value]
        for link in (", ", " - ", ", là ", ", do "):
            at = post.end + len(link)
            if text.startswith(link, post.end) and at in heads:
                return heads[at], False
        if step + 1 >= len(posts):
            return None
        if not _LINK.fullmatch(text, post.end, posts[step + 1].role.start):
            return None
    return None


_DELEGATION = re.compile(r" \((đoàn [^()\n]{2,40})\)")


def _delegations(
    text: str, lower: str, names: Sequence[Place], held: list[list[tuple[int, Post]]]
) -> None:
    """`Đại biểu A (Đoàn Hà Nội)`: the delegation is the deputy's body."""
    for (_, _, end), posts in zip(names, held, strict=True):
        m = _DELEGATION.match(lower, end) if posts and text.startswith(" (", end) else None
        for i, (distance, post) in enumerate(posts) if m else ():
            role = lower[slice(*post.role)]
            if post.organization is None and role in context("deputy role"):
                posts[i] = (distance, post._replace(organization=Span(*m.span(1))))  # type: ignore[union-attr]


def _share(
    text: str,
    names: Sequence[Place],
    posts: Sequence[Post],
    owners: dict[int, int],
    heads: dict[int, int],
    held: list[list[tuple[int, Post]]],
) -> None:
    """`Các Thứ trưởng: A, B và C`: the position is everybody's."""
    for k, i in list(owners.items()):
        post = posts[k]
        if names[i][2] <= post.role.start:
            _share_left(text, names, post, i, held)
            continue
        colon = text.startswith((":", " là:", " gồm", " bao gồm"), post.end) or (
            _NAMING_SEVERAL.match(text, post.end) is not None
        )
        if not (post.plural or colon):
            continue
        while True:
            end = names[i][2]
            if (m := _BRACKET.match(text, end)) and post.plural:
                end = m.end()  # `4 già làng: A (bản Noọng Dẻ), B (…)`
            for link in (", ", " và ", "; ", " - "):
                at = end + len(link)
                if text.startswith(link, end) and at in heads:
                    break
            else:
                break
            i = heads[at]
            if held[i]:
                break
            held[i].append((0, post))


def _share_left(
    text: str, names: Sequence[Place], post: Post, i: int, held: list[list[tuple[int, Post]]]
) -> None:
    """`các ông A, B và C làm Phó Chủ tịch`, `; A, B, Phó Viện trưởng;`: everybody's as well.

    The list has to open: behind `các`, or behind a semicolon that separates such groups.
    """
    first = i
    while (
        first
        and not held[first - 1]
        and _NEXT.fullmatch(text, names[first - 1][2], _begin(names[first]))
    ):
        first -= 1
    if first == i:
        return
    begin = _begin(names[first])
    opened = _OPENS_LIST.search(text, max(0, begin - 24), begin)
    together = post.plural and text.startswith(" (", names[i][2])  # `A, B (hai Phó Giám đốc)`
    apart = text.startswith("; ", begin - 2) and text.startswith(", ", names[i][2])
    if opened or together or apart:
        for k in range(first, i):
            held[k].append((0, post))


def _begin(name: Place) -> int:
    return name[0] if name[0] >= 0 else name[1]


_OPENS_LIST = re.compile(r"(?<!\w)[Cc]ác(?: [^\W\dA-Z_]+,?){0,3}:? $")
# What may stand between two people of one list.
_NEXT = re.compile(r"(?:, | và |; |, và | cùng | - )")
# The same where titles are shared, behind positions in brackets and before a list's number.
_NEXT_TITLED = re.compile(rf"\)?{_NEXT.pattern}(?:\d{{1,2}}[.)] )?")
# The same between two of the accused, with their ages and sentences.
_NEXT_ACCUSED = re.compile(
    r"(?: \([^()\n]{1,80}\))?(?: (?:lĩnh|bị|nhận|mức|cùng|án|\d)[^;.\n(]{0,60}?)?(?:, | và |; )"
)


def share_titles(
    text: str,
    lower: str,
    names: Sequence[Place],
    titles: Sequence[tuple[int, int] | None],
    held: Sequence[Sequence[Post]],
) -> list[tuple[int, int] | None]:
    """`các đồng chí: A, Bí thư ...; B, Giám đốc ...` and `hai ông A và B`: a title is everybody's.

    The title passes on from name to name as long as nothing but positions stands between.
    """
    out = list(titles)
    shared: tuple[int, int] | None = None
    for i, (_, start, _) in enumerate(names):
        if titles[i] is not None:
            first, last = titles[i]  # type: ignore[misc]
            several = _SEVERAL.search(lower, max(0, first - 12), first) is not None
            accused = lower[first:last] in context("accused")  # `Bị cáo A và B`
            shared = titles[i] if several or accused else None
            continue
        if plural := titles_of_many(lower, start):
            out[i] = shared = plural
        elif office := title_of_post(text, lower, start, held[i]):
            out[i] = office
            shared = office if _SEVERAL.search(lower, max(0, office[0] - 12), office[0]) else None
        elif shared is not None and i:
            end = names[i - 1][2]
            behind = [p.end for p in held[i - 1] if end < p.end <= start]
            accused = lower[slice(*shared)] in context("accused")
            if _NEXT_TITLED.fullmatch(text, max([end, *behind]), start) or (
                accused and _NEXT_ACCUSED.fullmatch(text, end, start)
            ):
                out[i] = shared
            else:
                shared = None
    return out


def title_of_post(
    text: str, lower: str, start: int, held: Sequence[Post]
) -> tuple[int, int] | None:
    """`Đồng chí Bí thư Tỉnh ủy A`: the title before the positions that lead to a name."""
    before = [p.role.start for p in held if p.end <= start]
    if not before or "\n" in text[min(before) : start]:
        return None
    first = min(before)
    if many := titles_of_many(lower, first):
        return many
    if not ends_announcing(lower, first):
        return None
    said = announced(text, lower, first, text.rfind("\n", max(0, first - 60), first) + 1)
    return said.title if said is not None and said.kind == "honorific" else None


def titles_of_many(lower: str, start: int) -> tuple[int, int] | None:
    """The title in `các đồng chí: ` right before the first name of a list."""
    m = _MANY.search(lower, max(0, start - 40), start)
    return m.span(1) if m and is_title(m[1]) else None


_MANY = re.compile(
    r"(?<!\w)(?:các|những|hai|ba|bốn|năm|0?[2-9]) ([^\W\d]+(?: [^\W\d]+)?)"
    r"(?: có tên (?:sau|dưới) đây| có tên sau| sau đây| sau)?:?(?: \d{1,2}[.)])? $"
)
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|0?[2-9]) $")
