"""A name as it is weighed, and the names that an article has shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from trich.extract.names import is_initial, is_syllable, spelled

#: What opens names of the Xơ Đăng, Giẻ Triêng, Ba Na, Ê Đê: `A Dúi`, `Y Nhoan`.
HIGHLAND_FIRSTS = frozenset({"A", "Y"})


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
        self.text = spelled(self.words) if len(self.words) > 1 else self.words[0]


@dataclass(slots=True)
class Seen:
    """The names an article has shown clearly."""

    full: dict[str, Name] = field(default_factory=dict)
    given: dict[str, list[Name]] = field(default_factory=dict)
    single: set[str] = field(default_factory=set)
    longest: dict[str, int] = field(default_factory=dict)
    """How many words the longest name has that a short form may stand for."""

    def add(self, name: Name) -> None:
        """Take a name in: whole, and by the short forms that may stand for it."""
        words = name.text.split()
        last = words[-1]
        if is_initial(last) or len(last) == 1:  # `H.`, `H` of `D.V.H.`, `Trần Văn H`
            letter = last.rstrip(".").rpartition(".")[2]
            self._stand_for(letter, name)
            self._stand_for(f"{letter}.", name)
        if len(words) == 1:
            self.single.add(words[0])
            return
        self.full.setdefault(name.text.lower(), name)
        for short in {last, " ".join(words[-2:])}:
            self._stand_for(short, name)
        if not is_syllable(last):
            self.single.update((last, words[0]))

    def _stand_for(self, short: str, name: Name) -> None:
        self.given.setdefault(short, []).append(name)
        self.longest[short] = max(self.longest.get(short, 0), len(name.words))
