"""How many words of a stretch that a title, a position or a profession announces are its name."""

from __future__ import annotations

from trich.extract.names import is_initial, is_syllable, surname_strength
from trich.extract.persons import likeness
from trich.extract.persons.evidence import context, not_names
from trich.extract.persons.name import HIGHLAND_FIRSTS
from trich.extract.persons.titles import TITLES

#: Kinds of announcing words that come before a given name alone.
GIVEN_CUES = TITLES | {"relation", "profession"}


class Length:
    """Counts the words of announced names."""

    def __init__(self) -> None:
        # Looked up at every capital word.
        self.no_given = context("no given name")
        self.no_person = context("no person")
        self.place_syllables = context("place syllable")
        self.given = likeness.given_names()

    def announced(self, words: list[str], kind: str, bodied: bool = False) -> int:
        """How many words the announced name has; 0 when this is no name.

        `bodied` tells that a position stands before it with its body.
        """
        n = len(words)
        first = words[0]
        if (
            first.isupper()
            and len(first) > 1
            and not is_initial(first)
            and (n == 1 or not words[1].isupper())
        ):
            return int(n == 1 and kind in ("honorific", "case", "medical") and len(first) < 5)
        if kind == "alias" and (n > 1 or words[0] not in self.no_given):
            return min(n, 4)  # `bút danh Đồ Bì`, but `biệt danh Người nhện`
        if pen := likeness.pen_name(words):
            return pen
        if first in HIGHLAND_FIRSTS and n > 1:  # `già làng A Dúi`
            # `A Thiu Rơ Mâm`: a clan of two words stands last
            return min(n, 5 if likeness.ends_with_clan(words) else 3)
        if n > 3 and all(map(str.isupper, words)) and (count := likeness.whole_name(words)):
            return count
        if kind == "role":
            return self.after_role(words, bodied)
        known = sum(map(is_syllable, words))
        strength = surname_strength(first)
        if any(map(is_initial, words)):
            return 0 if not self.no_person.isdisjoint(words) else min(n, 5)  # `V.League`
        if known == n:
            return self.syllables(words, kind)
        if strength and known >= 2 and not is_syllable(words[-1]) and is_syllable(words[1]):
            return min(n, 5)
        if all(w in self.no_person for w in words):
            return 0
        if kind in ("group", "relation") and n == 1 and not is_syllable(first):
            return 1
        return min(n, 6)

    def syllables(self, words: list[str], kind: str) -> int:
        """The same where every word is a Vietnamese syllable."""
        n = len(words)
        strength = surname_strength(words[0])
        if count := likeness.whole_name(words):
            return count
        if strength:
            if n == 1:
                return int(kind in GIVEN_CUES)
            return min(n, 4) if kind in GIVEN_CUES or strength != "weak" or n > 2 else 0
        if kind not in GIVEN_CUES:
            return 0
        if n == 3 and " ".join(words[1:]).lower() in not_names():
            return 0  # `phim Cô Ba Sài Gòn`
        named = self.given.keys() | context("birth order")
        if n > 1 and kind not in TITLES and named.isdisjoint(words):
            return 0  # `học trò Lớp Trồng`
        nobody = words[0] in self.place_syllables or words[0] not in self.given
        if n == 1 and kind in ("profession", "group") and nobody:
            return 0  # `ca sĩ Trống vắng`
        return n if n <= 3 + (kind in TITLES) else 0

    def after_role(self, words: list[str], bodied: bool) -> int:
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
        if count := likeness.whole_name(words):
            return count
        if strength and n > 1:
            if strength == "weak" and n == 2:
                given = bodied and words[1] in self.given
                return 2 * (given and not likeness.is_place(" ".join(words)))
            return min(n, 4)
        if likeness.is_compound(" ".join(words[:2]).lower()):
            return 0  # `CHỦ TỊCH NHIỆM KỲ MỚI`
        if all(map(str.isupper, words)):
            return 0  # `HIỆU TRƯỞNG BỊ KỶ LUẬT`
        return n if n == 3 or (n == 2 and " ".join(words).isascii()) else 0
