"""Persons: where the text names somebody, and what it calls them.

Every stretch of capital words outside a body or a document is weighed once: by what
announces it (a title, a position, a profession), by its shape, by what follows.  A name
seen clearly once then helps everywhere in the article: its full form again, its given name
behind a cue, and the given name alone.
"""

from __future__ import annotations

from trich.article import Article, Mention, Span
from trich.extract.names import is_initial, last_word, name_end, surname_strength
from trich.extract.persons import again, attachment, bodies, identity, likeness, tables
from trich.extract.persons.evidence import context, patterns
from trich.extract.persons.name import Name, Seen
from trich.extract.persons.page import Page, closes_credit
from trich.extract.persons.posts import Post, posts
from trich.extract.persons.weigh import Weigher


def persons(article: Article) -> None:
    """Find the persons a text names, with title, positions and full name.

    >>> from trich.article import Article
    >>> article = Article("nguyên Bộ trưởng Bộ Y tế, PGS.TS Nguyễn Thị Kim Tiến phát biểu")
    >>> persons(article)
    >>> [m] = article.of("person")
    >>> article.text[m.start:m.end], m.key
    ('Nguyễn Thị Kim Tiến', 'nguyễn thị kim tiến')
    """
    text, lower = article.text, article.lower
    _free_names(article)
    held = posts(text, lower, article.of("organization"))
    names = _names(Page(article, held))
    places = [(-1 if _is_kin(lower, n) else n.head, n.start, n.end) for n in names]
    attached = attachment.attach(text, lower, places, held)
    attached = tables.columns(text, lower, places, attached, held)
    attached = bodies.complete(article, places, attached)
    titles = attachment.share_titles(text, lower, places, [n.title for n in names], attached)
    for name, title, offices in zip(names, titles, attached, strict=True):
        name.title = title
        article.mentions.append(_mention(article, name, offices))


def _is_kin(lower: str, name: Name) -> bool:
    """Whether a kinship word stands before: `A, bí thư chi bộ, là con trai B` makes B no holder."""
    return name.cue == "relation" and not lower.startswith("tên", max(name.head, 0))


_BRANDS = frozenset({"listed", "brand", "learned-brand"})


def _free_names(article: Article) -> None:
    """Take out brands inside full names: `Lê [Trung Nguyên]`, `Lê Đức [Hòa phát] biểu`.

    And initials that sign a picture.
    """
    text, lower = article.text, article.lower
    inside = {
        id(m)
        for m in article.mentions
        if m.kind == "organization"
        and m.rule in _BRANDS
        and text[m.start - 1 : m.start] == " "
        and (_in_name(text, m) or _credits(article, m) or _is_opponent(lower, m))
    }
    if inside:
        article.mentions = [m for m in article.mentions if id(m) not in inside]


def _credits(article: Article, m: Mention) -> bool:
    """Whether capitals that no table knows are a photographer's: `Ảnh: CMQ`."""
    word = article.text[m.start : m.end]
    if m.rule != "brand" or len(word) > 3 or not word.isupper() or word in context("no initials"):
        return False
    credit = patterns().credit.search(article.lower, max(0, m.start - 40), m.start)
    return credit is not None and closes_credit(article.text, m.end)


def _is_opponent(lower: str, m: Mention) -> bool:
    """Whether a brand is a player, where single persons contend: `hạ đối thủ Andi Sutopo`."""
    rival = m.rule == "brand" and lower.endswith("đối thủ ", 0, m.start)
    return rival and patterns().contest.search(lower) is not None


def _in_name(text: str, body: Mention) -> bool:
    """Whether a full name that a strong surname opens reaches over a body's beginning."""
    if text.count(" ", body.start, body.end) != 1:
        return False
    at = start = body.start
    for _ in range(2):
        word = last_word(text, at - 1)
        at -= len(word) + 1
        if not word.istitle() or text[at - 1 : at].isalnum():
            return False
        if surname_strength(word) == "strong":
            end = name_end(text, at)
            return end is not None and end > start
        if text[at - 1 : at] != " ":
            return False
    return False


def _names(page: Page) -> list[Name]:
    """Every accepted name, in order, with the full name of each short form."""
    weigher = Weigher(page)
    weighed = (weigher.weigh(*piece) for piece in page.pieces())
    names = [name for name in weighed if name is not None]
    again.streets(page, names)
    seen = Seen()
    for name in names:
        if name.rule:
            seen.add(name)
    again.lists(page, names, seen)
    names = _with_openers(page, weigher, names, seen)
    sure = sum(1 for name in names if name.rule)
    found = list(again.again(page, names, seen))
    # beside those that the second look has found
    if len(found) > sure and again.lists(page, names, seen):
        found = sorted({id(n): n for n in (*found, *filter(_is_listed, names))}.values(), key=_at)
    identity.resolve(page.lower, found, seen)
    return found


def _with_openers(page: Page, weigher: Weigher, names: list[Name], seen: Seen) -> list[Name]:
    """The names, with the words that open sentences and may be a short form of one of them."""
    text = page.text
    late: list[Name] = []
    for start, end in page.openers:
        word = text[start:end]
        if word in seen.given or word in seen.single:
            name = weigher.alone.weigh((start, end))
            if name is not None:
                late.append(name)
    return sorted((*names, *late), key=_at) if late else names


def _is_listed(name: Name) -> bool:
    return name.rule == "listed"


def _at(name: Name) -> int:
    return name.start


def _mention(article: Article, name: Name, offices: list[Post]) -> Mention:
    fields: dict[str, object] = {}
    if name.title:
        title = Span(*name.title)
        fields["title"] = title
        fields["gender"] = identity.titled_gender(article.lower[slice(*title)])
    if offices:
        nearest, *others = offices
        fields["role"] = nearest.role
        fields["organization"] = nearest.organization
        fields["roles"] = [{"role": p.role, "organization": p.organization} for p in others]
    fields["full_name"] = name.full or None
    key = (name.full or name.text).lower()
    real = likeness.real_names().get(key, key)
    # `cháu H.` is another one in every article
    known = None if all(map(is_initial, name.words)) and not name.full else real
    return Mention("person", name.start, name.end, name.rule, known, fields)
