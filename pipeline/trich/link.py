"""Identity across articles: which persons of one name are one person.

Bodies, documents and measures carry their identity in their `key`.  A person's key is a
name, and two people may bear one name.  A *unit* is what one article tells of one name;
units are joined by what they share:

1. a body in which both hold a post;
2. high office: of two holders of a national or provincial office with one full name, we
   take it that they are one (careers move between bodies);
3. a unit without a post joins the one person whose bodies its article names, or the only
   one there is, unless the name is common;
4. what is left is one person when the name is rare, and one an article when it is common;
5. an abbreviated name (`Nguyễn Thị H.`) is another person in every article.

Nothing joins a man and a woman.  Patients, victims and defendants are joined only where their
articles name a body in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from trich.lexicon import fold, table

#: Offices that name their body.
_OFFICES = {
    "thủ tướng": "chính phủ",
    "phó thủ tướng": "chính phủ",
    "chủ tịch nước": "chủ tịch nước",
    "phó chủ tịch nước": "chủ tịch nước",
    "tổng bí thư": "ban chấp hành trung ương đảng cộng sản việt nam",
}
_COMMON_SURNAMES = frozenset(
    ["nguyễn", "trần", "lê", "phạm", "hoàng", "vũ", "bùi", "phan", "đặng", "võ", "ngô", "đỗ",
     "trương", "dương", "huỳnh"]
)  # fmt: skip
_PROVINCIAL = ("tỉnh ủy", "thành ủy", "ủy ban nhân dân tỉnh", "ủy ban nhân dân thành phố",
               "hội đồng nhân dân tỉnh", "hội đồng nhân dân thành phố")  # fmt: skip


@dataclass(slots=True)
class Post:
    """A position as an article tells it: role as written, the body's key and full name."""

    role: str | None
    body: str | None
    organization: str | None

    @property
    def office(self) -> str | None:
        """The key of the body in which the post is held."""
        return self.body or _OFFICES.get(fold(self.role or ""))


@dataclass(slots=True)
class Unit:
    """What one article tells of one name."""

    article: int
    published: str | None = None
    gender: str | None = None
    private: bool = False
    mentions: int = 0
    names: Counter[str] = field(default_factory=Counter)
    posts: list[Post] = field(default_factory=list)
    around: frozenset[int] = frozenset()  # the bodies that the article names, hashed

    def bodies(self) -> set[str]:
        """Keys of the bodies in which a post is held."""
        return {body for post in self.posts if (body := post.office)}


@dataclass(slots=True, eq=False)
class Person:
    """Units that are one person."""

    units: list[Unit] = field(default_factory=list)
    bodies: set[str] = field(default_factory=set)
    gender: str | None = None
    high: bool = False

    def takes(self, gender: str | None) -> bool:
        """Whether a gender does not contradict this person's."""
        return gender is None or self.gender is None or gender == self.gender

    def join(self, units: Iterable[Unit]) -> None:
        """Take units in."""
        for unit in units:
            self.units.append(unit)
            self.bodies |= unit.bodies()
            self.gender = self.gender or unit.gender
            self.high = self.high or any(map(is_high, unit.posts))


def persons(name: str, units: Iterable[Unit]) -> list[Person]:
    """The persons who bear one name, in the order in which they are first met.

    >>> minister = Unit(1, posts=[Post("Bộ trưởng", "bộ y tế", "Bộ Y tế")])
    >>> again = Unit(2, posts=[Post("Bộ trưởng", "bộ y tế", "Bộ Y tế")])
    >>> patient = Unit(3, private=True)
    >>> [[u.article for u in p.units] for p in persons("Đào Hồng Lan", [minister, again, patient])]
    [[1, 2], [3]]
    """
    units = list(units)
    if len(units) == 1 or is_abbreviated(name):  # most names; `Nguyễn Thị H.` is many people
        return [_alone(unit) for unit in units]
    found: dict[Person, None] = {}  # in order
    by_body: dict[tuple[str, str | None], Person] = {}
    later: list[Unit] = []
    for unit in units:
        bodies = unit.bodies()
        if not bodies:
            later.append(unit)
            continue
        holders = _holders(found, by_body, unit)
        if holders:
            first, *rest = holders
            for other in rest:
                first.join(other.units)
                del found[other]
        else:
            first = Person()
            found[first] = None
        first.join([unit])
        for body in first.bodies:
            by_body[body, first.gender] = first
    _of_rank(found)
    _without_post(name, found, later)
    return sorted(found, key=lambda p: min(u.article for u in p.units))


def _alone(unit: Unit) -> Person:
    person = Person()
    person.join([unit])
    return person


def _holders(
    found: dict[Person, None], by_body: dict[tuple[str, str | None], Person], unit: Unit
) -> list[Person]:
    """The persons who hold a post in a body of the unit."""
    genders = (unit.gender, None) if unit.gender else (None, "male", "female")
    holders: list[Person] = []
    for body in sorted(unit.bodies()):
        for gender in genders:
            person = by_body.get((body, gender))
            if (
                person is not None
                and person in found
                and person not in holders
                and person.takes(unit.gender)
                and all(h.takes(person.gender) for h in holders)
            ):
                holders.append(person)
    return holders


def _of_rank(found: dict[Person, None]) -> None:
    """Join the holders of high office."""
    first: dict[str | None, Person] = {}
    for person in [p for p in found if p.high]:
        other = next((p for p in first.values() if p.takes(person.gender)), None)
        if other is None:
            first[person.gender] = person
        else:
            other.join(person.units)
            del found[person]


def _without_post(name: str, found: dict[Person, None], units: list[Unit]) -> None:
    common = is_common(name)
    holders = [(p, frozenset(map(mark, p.bodies))) for p in found]
    alone: list[Person] = []  # of the private: joined by the bodies around them
    shared: dict[str | None, Person] = {}
    for unit in units:
        if unit.private:
            person = next(
                (p for p in alone if p.takes(unit.gender) and p.units[-1].around & unit.around),
                None,
            )
            if person is None:
                person = Person()
                alone.append(person)
                found[person] = None
            person.join([unit])
            continue
        fitting = [(p, marks) for p, marks in holders if p.takes(unit.gender)]
        near = [p for p, marks in fitting if marks & unit.around]
        if len(near) == 1:
            near[0].join([unit])
        elif len(fitting) == 1 and (fitting[0][0].high or not common):
            fitting[0][0].join([unit])
        elif common or len(fitting) > 1:
            found[_alone(unit)] = None
        else:
            person = next((p for p in shared.values() if p.takes(unit.gender)), None)
            if person is None:
                person = shared[unit.gender] = Person()
                found[person] = None
            person.join([unit])


def is_abbreviated(name: str) -> bool:
    """Whether a name hides whose it is: its given name is a letter, or it is all letters.

    >>> is_abbreviated("Nguyễn Thị H."), is_abbreviated("N.T.H"), is_abbreviated("Giàng A Páo")
    (True, True, False)
    """
    last = name.split()[-1] if name else ""
    return "." in last or len(last) == 1


def is_common(name: str) -> bool:
    """Whether many people bear a name: one word, or a frequent surname with Văn or Thị.

    >>> is_common("Nguyễn Văn Nam"), is_common("Đào Hồng Lan"), is_common("Khái")
    (True, False, True)
    """
    words = fold(name).split()
    return len(words) < 2 or (
        len(words) <= 3 and words[0] in _COMMON_SURNAMES and words[1] in ("văn", "thị")
    )


def is_high(post: Post) -> bool:
    """Whether a post is in a national body of the tables, or leads a province.

    >>> is_high(Post("Bộ trưởng", "bộ y tế", "Bộ Y tế"))
    True
    >>> is_high(Post("Giám đốc", "trạm y tế xã nậm hiên", "Trạm y tế xã Nậm Hiên"))
    False
    """
    body = fold(post.organization or "") or (post.office or "")
    return body in _national() or body.startswith(_PROVINCIAL)


@cache
def _national() -> frozenset[str]:
    sectors = {"state", "party", "judicial", "mass"}
    names = {
        fold(r["name_vi"])
        for r in table("organizations")
        if r["sector"] in sectors or r["name_vi"].startswith("Bộ ")
    }
    return frozenset(names | set(_OFFICES.values()))


def is_private(title: str | None) -> bool:
    """Whether a title is one of people who are in the news for what befell them."""
    return fold(title or "") in _cases()


@cache
def _cases() -> frozenset[str]:
    children = {"em", "cháu", "bé", "cháu bé", "bé gái", "bé trai"}
    return frozenset(children | {r["surface"] for r in table("titles") if r["kind"] == "case"})


def mark(body: str) -> int:
    """A body's key as a small number, alike in every process."""
    from zlib import crc32

    return crc32(body.encode())


def numbered(key: str, found: list[Person]) -> Iterator[tuple[str, Person]]:
    """Each person with an identity of their own: the name's key, and a number from the second on.

    >>> [id for id, _ in numbered("đào hồng lan", [Person(), Person()])]
    ['đào hồng lan', 'đào hồng lan#2']
    """
    for n, person in enumerate(found, 1):
        yield key if n == 1 else f"{key}#{n}", person
