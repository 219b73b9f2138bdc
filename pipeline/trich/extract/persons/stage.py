"""Persons: where the text names somebody, and what it calls them.

Every stretch of capital words outside a body or a document is weighed once: by what
announces it (a title, a position, a profession), by its shape, by what follows.  A name
seen clearly once then helps everywhere in the article: its full form again, its given name
behind a cue, and the given name alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from trich.article import Article, Mention, Span
from trich.extract.names import (
    RUN,
    TYPICAL_MIDDLES,
    is_initial,
    is_syllable,
    spelled,
    surname_strength,
    syllables_of_name,
    tokens,
)
from trich.extract.organizations import vocabulary
from trich.extract.organizations.vocabulary import Words
from trich.extract.persons import attachment
from trich.extract.persons.evidence import context, in_place, not_names, patterns
from trich.extract.persons.posts import Post, nation_at, posts, signed_below
from trich.extract.persons.titles import TITLES, announced, ends_announcing
from trich.lexicon import fold, table


@dataclass(slots=True)
class Name:
    """A stretch of capital words, and what speaks for it."""

    start: int
    end: int
    words: list[str]
    rule: str = ""  # empty: not accepted (yet)
    title: tuple[int, int] | None = None
    head: int = -1  # where the announcing words begin
    cue: str = ""  # kind of what announces it
    vetoed: bool = False
    full: str = ""  # the full name, for short forms

    text: str = ""

    def __post_init__(self) -> None:
        self.text = spelled(self.words)


@dataclass(slots=True)
class Seen:
    """The names an article has shown clearly."""

    full: dict[str, Name] = field(default_factory=dict)
    given: dict[str, list[Name]] = field(default_factory=dict)
    single: set[str] = field(default_factory=set)

    def add(self, name: Name) -> None:
        words = name.text.split()
        if len(words) == 1:
            self.single.add(words[0])
            return
        self.full.setdefault(name.text.lower(), name)
        for last in {words[-1], " ".join(words[-2:])}:
            self.given.setdefault(last, []).append(name)
        if not is_syllable(words[-1]) and len(words) > 1:
            self.single.add(words[-1])


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
    held = posts(text, lower, article.of("organization"))
    finder = _Finder(article, held)
    names = finder.names()
    places = [(n.head, n.start, n.end) for n in names]
    attached = attachment.attach(text, lower, places, held)
    titles = attachment.share_titles(text, lower, places, [n.title for n in names], attached)
    for name, title, offices in zip(names, titles, attached, strict=True):
        name.title = title
        article.mentions.append(_mention(name, offices))


def _mention(name: Name, offices: list[Post]) -> Mention:
    fields: dict[str, object] = {}
    if name.title:
        fields["title"] = Span(*name.title)
    if offices:
        nearest, *others = offices
        fields["role"] = nearest.role
        fields["organization"] = nearest.organization
        fields["roles"] = [{"role": p.role, "organization": p.organization} for p in others]
    fields["full_name"] = name.full or None
    key = (name.full or name.text).lower()
    return Mention("person", name.start, name.end, name.rule, _real_names().get(key, key), fields)


@cache
def _real_names() -> dict[str, str]:
    return {fold(r["pen_name"]): fold(r["full_name"]) for r in table("pen_names") if r["full_name"]}


@cache
def _pen_names() -> tuple[frozenset[str], frozenset[str]]:
    names = {fold(r["pen_name"]) for r in table("pen_names")}
    return frozenset(names), frozenset(n.split()[0] for n in names)


@cache
def _first_names() -> frozenset[str]:
    return frozenset(r["name"] for r in table("foreign_given"))


def _pen_name(words: list[str]) -> int:
    """How many of the words are a pen name, with the birth name behind it."""
    known, firsts = _pen_names()
    if words[0].lower() not in firsts:
        return 0
    for count in range(min(len(words), 5), 1, -1):
        if " ".join(words[:count]).lower() in known:
            return count + syllables_of_name(words[count:])
    return 0


# --- the search ----------------------------------------------------------------------------


class _Finder:
    """Weighs the capital stretches of one article."""

    def __init__(self, article: Article, held: list[Post]) -> None:
        self.text, self.lower = article.text, article.lower
        covers = [m for m in article.of("organization", "decree") if m.end > m.start]
        self.cover_starts = [m.start for m in covers]
        self.covers = covers
        self.post_ends = {p.end: p for p in held}
        self.role_starts = {p.role.start for p in held}
        self.signed_below = {signed_below(self.lower, p) for p in held}
        self.role_spans = [tuple(p.role) for p in held]
        bodies = (b.end for b in article.blocks if b.kind in ("lead", "body"))
        self.body_end = max(bodies, default=len(self.text))  # behind it: other pages' headlines
        self.seen = Seen()
        # Looked up at every capital word.
        self.patterns = patterns()
        self.no_given = context("no given name")
        self.no_person = context("no person")
        self.place_syllables = context("place syllable")

    def names(self) -> list[Name]:
        """Every accepted name, in order."""
        pieces = list(self.pieces())
        names: list[Name] = []
        for piece in pieces:
            name = self.weigh(*piece)
            if name is None or not name.rule:
                name = self.listed(piece, names) or name
            if name is not None:
                names.append(name)
        self.joined_streets(names)
        for name in names:
            if name.rule:
                self.seen.add(name)
        names = list(self.again(names))
        self.resolve(names)
        return names

    # -- capital stretches

    def pieces(self) -> Iterator[tuple[int, int]]:
        """Capital stretches outside bodies and documents."""
        i, covers = 0, self.covers
        reach = 0  # covers may nest: the furthest end so far
        for m in RUN.finditer(self.text):
            start, end = m.span()
            while i < len(covers) and covers[i].start <= start:
                reach = max(reach, covers[i].end)
                i += 1
            if reach > start:
                start = reach
                while start < end and self.text[start] in " .,-":
                    start += 1
                if start >= end or not self.text[start].isupper():
                    continue
            j = i
            while j < len(covers) and covers[j].start < end:
                if covers[j].start > start:
                    yield start, covers[j].start
                start = max(start, covers[j].end)
                while start < end and self.text[start] in " .,-":
                    start += 1
                j += 1
            if start < end and self.text[start].isupper():
                yield start, end

    def listed(self, piece: tuple[int, int], names: list[Name]) -> Name | None:
        """`hai ông Hải và Nam`: the second of two given names."""
        if not names or names[-1].cue != "honorific" or len(names[-1].words) > 1:
            return None
        start, end = piece
        word = self.text[start:end]
        if self.text[names[-1].end : start] not in (" và ", ", ") or not is_syllable(word):
            return None
        if word not in context("given name or word"):
            return None
        return Name(start, end, [word], "listed")

    # -- one stretch

    def weigh(self, start: int, end: int) -> Name | None:
        text = self.text
        known = self.may_be_announced(start)
        compatriot = None if known else self.countryman(start)
        if compatriot is not None:
            start, known = compatriot, True
            if start >= end:
                return None
        if not known and " " not in text[start:end]:
            return self.bare((start, end))
        spans = tokens(text, start, end)
        if not spans:
            return None
        line = self.line_of(start)
        cue: tuple[str, tuple[int, int] | None, int] | None
        if compatriot is not None:
            first, cue = 0, ("profession", None, start)
        else:
            first, cue = self.announced_at(spans, line, known)
        spans = spans[first:]
        spans = self.until_role(spans)
        if not spans or spans[0][0] in self.role_starts:
            return None
        words = [text[s:e] for s, e in spans]
        if cue is not None:
            return self.cued(spans, words, cue)
        if spans[0][0] in self.signed_below and (name := self.signature(spans, words)):
            return name
        return self.uncued(spans, words, line)

    def countryman(self, start: int) -> int | None:
        """Behind `người Brazil`: where the name begins."""
        if not self.lower.endswith("người ", 0, start):
            return None
        m = nation_at(self.text, start - 1)
        return m + 1 if m else None

    def until_role(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        for i, (s, _) in enumerate(spans):
            if i and s in self.role_starts:
                return spans[:i]
        return spans

    def may_be_announced(self, start: int) -> bool:
        if start and self.text[start - 1] == ".":
            return True
        return self.behind_post(start) or ends_announcing(self.lower, start)

    def behind_post(self, start: int) -> bool:
        return start - 1 in self.post_ends and self.text[start - 1] == " "

    def announced_at(
        self, spans: list[tuple[int, int]], line: int, known: bool
    ) -> tuple[int, tuple[str, tuple[int, int] | None, int] | None]:
        """The word from which the name goes on, and what announces it: kind, title, start."""
        start = spans[0][0]
        for i in range(len(spans) - 1, -1, -1):
            at = spans[i][0]
            if self.behind_post(at):
                return i, ("role", None, -1)
            if i == 0:
                if not known:
                    return 0, None
            elif not ends_announcing(self.lower, at):
                continue
            said = announced(self.text, self.lower, at, line)
            if said is None or (i and said.start > start) or self.inside_role(said.start):
                continue
            if i and f"{self.text[spans[i - 1][0] : spans[i][1]]}" in context("not titled"):
                return 0, None
            return i, (said.kind, said.title, said.start)
        return 0, None

    def inside_role(self, pos: int) -> bool:
        """Whether a word is the end of a role: `tướng` in `Thủ tướng`."""
        i = bisect_right(self.role_spans, (pos,)) - 1
        return i >= 0 and self.role_spans[i][0] < pos < self.role_spans[i][1]

    def cued(
        self,
        spans: list[tuple[int, int]],
        words: list[str],
        cue: tuple[str, tuple[int, int] | None, int],
    ) -> Name | None:
        kind, title, head = cue
        spans, words = self.until_full_stop(spans, words)
        while len(words) > 1 and words[0] in self.no_person:
            spans, words = spans[1:], words[1:]
        if len(words) > 1 and (nation := nation_at(self.text, spans[0][0] - 1)):
            behind = [span for span in spans if span[0] > nation]
            if behind and not is_syllable(words[-len(behind)]):  # `người đồng cấp Pháp Jean Castex`
                spans, words = behind, words[-len(behind) :]
        if kind == "role":
            if len(words) == 1 and self.post_ends[spans[0][0] - 1].firm:
                return None
            spans, words = self.behind_city(spans, words)
            first, _ = self.seam(words)  # `Tổng Giám đốc Telecom Hoàng Việt Anh`
            spans, words = spans[first:], words[first:]
        count = self.count_cued(words, kind)
        if not count:
            return self.uncued(spans, words, 0)
        name = self.make(spans, words, count)
        name.title, name.head, name.cue = title, head, kind
        announced_as = self.lower[head : name.end] if head >= 0 else ""
        blocked = name.text.lower() in not_names()
        if (blocked and not (kind in TITLES and count != 2)) or announced_as in not_names():
            return None
        if self.lower.startswith(_COMMON_NOUNS, name.start):
            return None
        name.rule = f"after-{kind}"
        return name

    def until_full_stop(
        self, spans: list[tuple[int, int]], words: list[str]
    ) -> tuple[list[tuple[int, int]], list[str]]:
        """`cô giáo L. Nhà trường ...`: the dot of an initial may end the sentence as well."""
        for i in range(1, len(words)):
            apart = words[i - 1].endswith(".") and spans[i][0] > spans[i - 1][1]
            if apart and words[i] in self.no_given and not surname_strength(words[i]):
                return spans[:i], words[:i]
        return spans, words

    def count_cued(self, words: list[str], kind: str) -> int:
        """How many words the announced name has; 0 when this is no name."""
        n = len(words)
        first = words[0]
        if (
            first.isupper()
            and len(first) > 1
            and not is_initial(first)
            and (n == 1 or not words[1].isupper())
        ):
            return 0  # an acronym
        if pen := _pen_name(words):
            return pen
        if kind == "role":
            return self.count_after_role(words)
        known = sum(map(is_syllable, words))
        strength = surname_strength(first)
        if any(map(is_initial, words)):
            return min(n, 5)
        if known == n:
            count = syllables_of_name(words)
            if count:
                return count
            if strength:
                if n == 1:
                    return int(kind in _GIVEN_CUES)
                return min(n, 4) if kind in _GIVEN_CUES or strength != "weak" or n > 2 else 0
            if kind in _GIVEN_CUES:
                if n == 1 and kind not in TITLES and first in self.place_syllables:
                    return 0
                return n if n <= 3 else 0
            return 0
        if strength and known >= 2 and not is_syllable(words[-1]) and is_syllable(words[1]):
            return min(n, 5)
        if all(w in self.no_person for w in words):
            return 0
        if kind in ("group", "relation") and n == 1 and not is_syllable(first):
            return 1
        return min(n, 6)

    def count_after_role(self, words: list[str]) -> int:
        """The same behind a position, where a body's name may stand as well."""
        n = len(words)
        known = sum(map(is_syllable, words))
        strength = surname_strength(words[0])
        if any(map(is_initial, words)):
            return min(n, 5)
        if known < n:
            if n == 1:
                return int(words[0] not in self.no_person)
            return 0 if all(w in self.no_person for w in words) else min(n, 6)
        if count := syllables_of_name(words):
            return count
        if strength and n > 1:
            return min(n, 4) if strength != "weak" or n > 2 else 0
        return n if n == 3 or (n == 2 and " ".join(words).isascii()) else 0

    def behind_city(
        self, spans: list[tuple[int, int]], words: list[str]
    ) -> tuple[list[tuple[int, int]], list[str]]:
        """`Thị trưởng New York Eric Adams`: a mayor's city comes first."""
        city = len(words) - 2
        if city in (1, 2) and not syllables_of_name(words):
            post = self.post_ends[spans[0][0] - 1]
            if self.lower.endswith(("thị trưởng", "thống đốc", "thống đốc bang"), 0, post.role.end):
                return spans[city:], words[city:]
        return spans, words

    def make(self, spans: list[tuple[int, int]], words: list[str], count: int) -> Name:
        start, end = spans[0][0], spans[count - 1][1]
        last = words[count - 1]
        if is_initial(last) and last.endswith(".") and self.closes_sentence(end):
            end -= 1
        elif len(last) == 1 and self.text.startswith(".", end):
            end += not self.closes_sentence(end + 1)
        return Name(start, end, self.text[start:end].split() or words[:count])

    def closes_sentence(self, end: int) -> bool:
        """Whether the dot before `end` is a sentence's."""
        after = self.text[end : end + 2]
        if not after or after[0] in '\n"”)':
            return True
        return after[0] == " " and (len(after) < 2 or after[1].isupper())

    # -- without a cue on the left

    def bare(self, span: tuple[int, int]) -> Name | None:
        """A capital word alone: kept for the second look, unless it can be no name."""
        word = self.text[slice(*span)]
        if len(word) < 2:
            return None
        if word in self.no_given:
            return Name(*span, [word]) if word in context("given name or word") else None
        if word.isupper() and not is_initial(word):
            return None
        name = Name(*span, [word])
        if word.count(".") > 1 and self.patterns.age.match(self.text, span[1]):
            name.rule = "initials"
        elif is_syllable(word) and word not in self.place_syllables:
            opens = self.opens_sentence(span[0])
            verb = self.patterns.surely_human if opens else self.patterns.human
            if verb.match(self.lower, span[1]) and not in_place(self.lower, span[0]):
                name.rule = "human-verb"
            elif self.acts(span):
                name.rule = "given-name"
        return name

    def acts(self, span: tuple[int, int]) -> bool:
        """A capital syllable inside a sentence between words that stand around a person."""
        start, end = span
        return (
            not self.opens_sentence(start)
            and self.patterns.left.search(self.lower, max(0, start - 8), start) is not None
            and self.patterns.right.match(self.lower, end) is not None
        )

    def uncued(self, spans: list[tuple[int, int]], words: list[str], line: int) -> Name | None:
        n = len(words)
        while n > 1 and is_initial(words[0]) and len(words[0]) < 3 and surname_strength(words[1]):
            spans, words, n = spans[1:], words[1:], n - 1
        if n == 1:
            return self.bare(spans[0])
        if words[0] in context("opens a sentence") and surname_strength(words[1]) and n > 2:
            spans, words, n = spans[1:], words[1:], n - 1
        if words[0] == "Theo" and n > 2:
            spans, words, n = spans[1:], words[1:], n - 1
        if all(w.isupper() for w in words):
            return self.in_capitals(spans, words)
        if (pen := _pen_name(words)) > 2:
            name = self.make(spans, words, pen)
            name.rule = "pen-name"
            self.judge(name, 0)
            return name
        if n > 2 and _opens_place(words[0]) and surname_strength(words[1]):
            spans, words, n = spans[1:], words[1:], n - 1
        count = syllables_of_name(words)
        first = 0
        if not count and n >= 4:
            first, count = self.seam(words)
        if count:
            name = self.make(spans[first:], words[first:], count)
            name.rule = "full-name" if not first else "seam"
            if first + count < n and self.title_case(line or self.line_of(name.start), name.start):
                name.rule = ""
        else:
            name = self.shorter(spans, words)
        self.judge(name, first)
        return name

    def seam(self, words: list[str]) -> tuple[int, int]:
        """Where a full name closes a longer stretch: its first word and its length."""
        n = len(words)
        for first in range(max(1, n - 5), n - 2):
            strength = surname_strength(words[first])
            if strength == "strong" or (strength == "usual" and not is_syllable(words[0])):
                count = syllables_of_name(words[first:])
                if count == n - first:
                    return first, count
        return 0, 0

    def shorter(self, spans: list[tuple[int, int]], words: list[str]) -> Name:
        """Two syllables, a rarer surname, a foreign name: needs more evidence."""
        n = len(words)
        strength = surname_strength(words[0])
        syllables = all(map(is_syllable, words))
        name = self.make(spans, words, min(n, 5))
        if n == 2 and strength == "strong" and syllables:
            name.rule = "two-syllables"
        elif syllables and n <= 3 and self.person_follows(name, human=strength in (None, "weak")):
            name.rule = "said-by"
        elif syllables and n == 3 and strength in ("usual", "strong") and self.in_office(name.end):
            name.rule = "before-role"
        elif any(map(is_initial, words)) and strength:
            name.rule = "initials"
        elif (
            not syllables
            and 2 <= n <= 5
            and not any(w in self.no_person or (w.isupper() and len(w) > 1) for w in words)
            and self.foreigner(name)
        ):
            name.rule = "foreign"
        elif name.text.lower() in _pen_names()[0] and n > 2:
            name.rule = "pen-name"
        elif syllables and n in (2, 3) and self.credited(name.start):
            name.rule = "byline"
        return name

    def foreigner(self, name: Name) -> bool:
        """Whether a foreign name is a person's, by its first part or by what follows."""
        first = name.words[0].split("-")[0]  # `Jean-Luc`
        if first in _first_names() or self.person_follows(name, human=True):
            return True
        # `Bun-thăn Xay-nha-vông cho biết`: a name spelled by its syllables
        spelt = all("-" in w and w.partition("-")[2].islower() for w in name.words)
        return spelt and self.person_follows(name, human=False)

    def person_follows(self, name: Name, human: bool) -> bool:
        return (
            self.patterns.human.match(self.lower, name.end) is not None
            or self.patterns.age.match(self.text, name.end) is not None
            or (not human and self.patterns.speech.match(self.lower, name.end) is not None)
        ) and name.text.lower() not in not_names()

    def in_office(self, end: int) -> bool:
        """Whether a position stands in apposition: `Giàng Páo Mỷ, Bí thư Tỉnh ủy`."""
        comma = self.text.startswith((", ", " - "), end)
        return comma and any(end + n in self.role_starts for n in (2, 3))

    def in_capitals(self, spans: list[tuple[int, int]], words: list[str]) -> Name | None:
        """A name in full capitals closes a line: a signature, a table."""
        end = spans[-1][1]
        if end < len(self.text) and self.text[end] != "\n":
            return None
        for first in range(len(words) - 2):
            count = syllables_of_name(words[first:])
            if count and first + count == len(words) and surname_strength(words[first]) == "strong":
                name = self.make(spans[first:], words[first:], count)
                name.rule = "signature"
                return name
        return self.make(spans, words, len(words)) if len(words) == 2 else None

    def signature(self, spans: list[tuple[int, int]], words: list[str]) -> Name | None:
        """A name alone on a line under a position: `PHÓ GIÁM ĐỐC`, then `Ma Thế Quyền`."""
        if self.text[spans[-1][1] : spans[-1][1] + 1] not in ("", "\n"):
            return None
        strength = surname_strength(words[0])
        short = 2 <= len(words) <= 4 and strength == "strong"
        usual = len(words) == 3 and strength == "usual"
        if not (short or usual or syllables_of_name(words) == len(words)):
            return None
        name = self.make(spans, words, len(words))
        if not all(map(is_syllable, words)) or name.text.lower() in not_names():
            return None
        name.rule = "signature"
        return name

    def judge(self, name: Name, glued: int) -> None:
        """Take back what is a place, a street, an institution, a headline."""
        lower = self.lower
        if name.text.lower() in not_names() or (
            glued and lower.endswith(("thpt ", "thcs "), 0, name.start)
        ):
            name.rule, name.vetoed = "", True
        elif not glued and in_place(self.lower, name.start):
            if not self.person_follows(name, human=True):
                name.rule, name.vetoed = "", True
        elif self.patterns.street.match(self.lower, name.end) and len(name.words) < 4:
            name.rule, name.vetoed = "", True

    def credited(self, start: int) -> bool:
        return bool(self.patterns.credit.search(self.lower, max(0, start - 40), start))

    def line_of(self, pos: int) -> int:
        """Where the line of `pos` begins, or a point far enough before."""
        far = max(0, pos - 200)
        return max(self.text.rfind("\n", far, pos) + 1, far)

    def title_case(self, line: int, pos: int) -> bool:
        """Whether nearly every word of the line is capital, so that capitals tell nothing."""
        part = self.text[line : pos + 200].partition("\n")[0].split()
        capital = sum(w[0].isupper() for w in part)
        return len(part) > 5 and capital > 0.7 * len(part)

    def joined_streets(self, names: list[Name]) -> None:
        """A street list goes on: `đường Lê Lợi, Trần Phú và Nguyễn Huệ`."""
        listed = -1  # end of the last name of a list that a title or a profession opens
        for left, right in pairwise(names):
            between = self.text[left.end : right.start]
            if between not in (", ", " và ", " - ", "-", "; "):
                continue
            if left.rule and (left.cue in _GIVEN_CUES or left.end == listed):
                listed = right.end
                continue
            if between == " - " and right.rule == "full-name" and self.is_nation(left):
                continue  # `Hoa hậu Việt Nam - Nguyễn Thị Mai`
            if right.rule in _UNCUED and left.vetoed:
                right.rule, right.vetoed = "", True
            elif (
                between == " - "
                and {left.rule, right.rule} <= _UNCUED
                and not self.alone(left.start, right.end)
            ):
                left.rule = right.rule = ""

    def is_nation(self, name: Name) -> bool:
        return nation_at(self.text, name.start - 1) == name.end

    def alone(self, start: int, end: int) -> bool:
        left = self.text.rfind("\n", max(0, start - 32), start) + 1
        right = self.text.find("\n", end, end + 32)
        if (not left and start > 31) or (right < 0 and len(self.text) - end > 31):
            return False
        return start - left + (right if right >= 0 else len(self.text)) - end < 30

    # -- second look

    def again(self, names: list[Name]) -> Iterator[Name]:
        seen = self.seen
        humans = {n.text for n in names if n.rule and len(n.words) == 1}
        for name in names:
            if name.rule:
                yield name
                continue
            if name.vetoed:
                continue
            text = name.text
            if len(name.words) == 1:
                if self.again_alone(name, text, humans):
                    yield name
                elif "." in text and self.signed(name):
                    name.rule = "byline"
                    yield name
            elif text.lower() in seen.full:
                name.rule = "seen"
                yield name
            elif len(name.words) == 2 and text in seen.given and is_syllable(name.words[0]):
                name.rule = "seen-given"
                yield name
            elif (part := self.seen_part(name)) is not None:
                yield part
            elif self.signed(name) or self.beside_credited(name, names):
                name.rule = "byline"
                yield name

    def again_alone(self, name: Name, text: str, humans: set[str]) -> bool:
        if text not in self.seen.single and text not in self.seen.given and text not in humans:
            return False
        if not is_syllable(text):
            name.rule = "seen-short"
            return True
        if text in self.place_syllables:
            return False
        if text in self.no_given and not self.patterns.human.match(self.lower, name.end):
            return False
        if self.opens_sentence(name.start) and not (
            self.patterns.human.match(self.lower, name.end)
            or self.patterns.speech.match(self.lower, name.end)
        ):
            return False
        if in_place(self.lower, name.start):
            return False
        name.rule = "seen-short"
        return True

    def opens_sentence(self, start: int) -> bool:
        before = self.text[max(0, start - 2) : start]
        return len(before) < 2 or before[1] != " " or before[0] in ').!?:;…\n-"”“'

    def seen_part(self, name: Name) -> Name | None:
        """A name seen elsewhere that opens or closes a longer stretch."""
        words = name.words
        for count in (4, 3, 2):
            if count >= len(words):
                continue
            for part in (words[:count], words[-count:]):
                if " ".join(part).lower() in self.seen.full:
                    at = self.text.find(" ".join(part), name.start, name.end)
                    if at >= 0:
                        return Name(at, at + len(" ".join(part)), part, "seen")
        return None

    def signed(self, name: Name) -> bool:
        """Two or three syllables alone on the last line of the page, or `Theo A (VnExpress)`."""
        words = name.text.replace(".", ". ").split()
        if not 1 < len(words) < 4 or not all(map(is_syllable, words[is_initial(words[0]) :])):
            return False
        if name.text.lower() in not_names() or not name.start:
            return False
        if self.text[name.start : name.end].isupper() and not self.loud_name(name):
            return False
        if self.text.startswith("Theo ", self.line_of(name.start)):
            return self.taken_from(name)
        return self.alone_in_list(name)

    def loud_name(self, name: Name) -> bool:
        """Whether words in full capitals look like a name: `BÍCH LIÊN`, not `THẾ GIỚI`."""
        words = [w.capitalize() for w in name.words]
        if surname_strength(words[0]) in (None, "weak") and words[0] not in TYPICAL_MIDDLES:
            return False
        above = self.text[max(0, self.line_of(name.start) - 40) : name.start].rstrip()
        if not above.endswith((".", "!", "?", "”", '"', "…")) or self.no_given.issuperset(words):
            return False
        low = name.text.lower()
        return not any(vocabulary.phrases().longest(Words(low, low, 0), 0))

    def taken_from(self, name: Name) -> bool:
        """Whether the line is `Theo A (Báo B)`, with a body in the brackets."""
        if not self.text.startswith(" (", name.end):
            return False
        line = self.text[self.line_of(name.start) : name.start]
        i = bisect_right(self.cover_starts, name.end + 2) - 1
        body = self.covers[i] if i >= 0 else None
        return (
            line == "Theo "
            and body is not None
            and body.start == name.end + 2
            and self.text[body.end : body.end + 2].rstrip() == ")"
        )

    def beside_credited(self, name: Name, names: list[Name]) -> bool:
        """The second author of a credit, at the end of its line: `Bài và ảnh: A - B`."""
        if not all(map(is_syllable, name.words)) or len(name.words) > 3:
            return False
        if self.text[name.end : name.end + 1] not in ("", "\n"):
            return False
        i = bisect_right(names, name.start - 1, key=lambda n: n.start) - 1
        left = names[i] if i >= 0 else None
        return (
            left is not None
            and self.text[left.end : name.start] in (" - ", ", ", " và ", "-", "/")
            and self.credited(left.start)
            and len(left.words) > 1
        )

    def alone_in_list(self, name: Name) -> bool:
        """Whether nothing but names stands in the line, and nothing but credits behind it."""
        rest = self.text[name.end : min(self.body_end, name.end + 61)]
        if name.start >= self.body_end or len(rest) > 60:
            return False
        if rest.strip(_CREDIT_END) and "\n" in rest:
            return False
        line = self.text[self.line_of(name.start) : self.body_end].strip(_CREDIT_END)
        return len(line) < 50 and all(w[0].isupper() or w in ("-", "và", "&") for w in line.split())

    # -- short forms

    def gender(self, name: Name) -> str:
        """`f`, `m` or nothing, by title and middle name."""
        title = self.lower[slice(*name.title)] if name.title else ""
        if title in _FEMALE or (len(name.words) > 2 and name.words[1].capitalize() == "Thị"):
            return "f"
        return "m" if title in _MALE else ""

    def agree(self, short: Name, full: Name) -> bool:
        """Whether gender allows a full name to own a short form."""
        return {self.gender(short), self.gender(full)} != {"f", "m"}

    def resolve(self, names: list[Name]) -> None:
        """Tell each short form whose it is."""
        last: dict[str, Name] = {}
        later = self.seen.given
        for name in names:
            words = name.words
            text = name.text
            full = len(words) >= 3 or (len(words) == 2 and text not in later)
            if full and not any(map(is_initial, words)):
                name.full = text
                last[words[-1]] = last[" ".join(words[-2:])] = name
                if not is_syllable(words[0]):
                    last[words[0]] = name
                continue
            owner = last.get(text)
            if owner is None or not self.agree(name, owner):
                owners = (o for o in later.get(text, ()) if len(o.words) > len(words))
                owner = next((o for o in owners if self.agree(name, o)), None)
            if owner is not None and owner is not name:
                name.full = owner.full or owner.text
            elif len(words) > 1:
                name.full = text


# Capital only because a title or a body writes them so.
_COMMON_NOUNS = (
    "hoàn vũ",
    "hòa bình",
    "thế giới",
    "trái đất",
    "quốc tế",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "quận ủy",
    "thị ủy",
    "đảng ủy",
    "nhân dân",
    "ưu tú",
    "lao động",
    "việt nam",
    "trung ương",
    "quốc gia",
    "danh dự",
)
_UNCUED = frozenset({"two-syllables", "full-name", "said-by"})
_GIVEN_CUES = TITLES | {"relation", "profession"}
_CREDIT_END = " \n./-"


def _opens_place(word: str) -> bool:
    """`Cầu`, `Phường` opening a sentence, and no surname."""
    return word.lower() in context("place head") and surname_strength(word) in (None, "weak")


_FEMALE = frozenset({"bà", "chị", "cô", "mẹ", "má", "dì", "cô bé", "sản phụ", "cụ bà", "bé gái"})
_MALE = frozenset({"ông", "anh", "chú", "cậu", "cụ ông", "bé trai", "cậu bé", "ngài"})
