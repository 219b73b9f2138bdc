"""What names of bodies are made of: words with abbreviations spelled out, and the tables.

`Words` reads a text word by word and spells abbreviations out, so that `Sở GD-ĐT TP.HCM` and
`Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh` are the same words to every table.  A `Trie`
finds the longest entry of a table at a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from trich.extract.names import UPPER
from trich.lexicon import fold, table
from trich.view import View

_VALUE = ""  # the key under which a trie's node holds its value: no word is empty
END = "\n"
#: How many words are read together.
_AT_ONCE = 6
#: Behind `Đảng`: words of which the Party's name is only a part.
NOT_THE_PARTY = frozenset(["viên", "phí", "kỳ", "tịch", "vụ", "ủy", "bộ", "đoàn"])


@cache
def spelled() -> dict[str, tuple[str, ...]]:
    """What each abbreviation stands for, word by word."""
    return {r["surface"]: tuple(r["expansion"].replace(",", " ,").split())
            for r in table("abbreviations")}  # fmt: skip


@cache
def _token() -> re.Pattern[str]:
    """A word, an abbreviation with marks inside, one mark, or the end of the line."""
    marked = sorted((a for a in spelled() if not a.isalnum()), key=len, reverse=True)
    one_letter = [a for a in marked if len(a) == 2]
    longer = "|".join(re.escape(a) + ("" if a[-1] == "." else r"(?!\w)")
                      for a in marked if len(a) > 2)  # fmt: skip
    short = "|".join(re.escape(a) for a in one_letter)
    word = r"[^\W_]*(?:'[^\W_]+)*"  # most words begin small: no abbreviation is tried at them
    return re.compile(
        rf"[^\W_{UPPER}]{word}|(?:{longer})|(?:{short})(?=\s?[\d{UPPER}])|[{UPPER}]{word}|\n|\S"
    )


class Words:
    """The words of a text from one place on, read only as far as somebody asks.

    An abbreviation is as many words as it stands for, all with its own offsets.

    >>> w = Words("UBND tỉnh Sơn La họp", "ubnd tỉnh sơn la họp", 0)
    >>> [w.at(i) for i in range(8)]
    ['ủy', 'ban', 'nhân', 'dân', 'tỉnh', 'sơn', 'la', 'họp']
    >>> w.starts[3], w.ends[3], w.whole(3), w.whole(4)
    (0, 4, False, True)
    """

    __slots__ = (
        "_lower", "_scan", "_spell", "capital", "ends", "low", "short", "shown", "starts", "text"
    )  # fmt: skip

    def __init__(self, text: str, lower: str, start: int) -> None:
        self.text = text
        self._lower = lower
        self._spell = spelled().get
        self._scan: Iterator[re.Match[str]] = _token().finditer(text, start)
        self.low: list[str] = []
        self.shown: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.capital: list[bool] = []
        self.short = False  # whether an abbreviation was met

    def at(self, i: int) -> str:
        """The `i`th word in lower case; `END` at the end of a line and behind the last word."""
        low = self.low
        while len(low) <= i:
            self._read()
        return low[i]

    def _read(self) -> None:
        """Read some words at once: names are short, and a call for each costs most."""
        low, shown, starts, ends = self.low, self.shown, self.starts, self.ends
        capital, lower, spell = self.capital, self._lower, self._spell
        count = len(low)
        for m in islice(self._scan, _AT_ONCE):
            start, end = m.span()
            raw = m[0]
            spelled = spell(raw)
            if spelled is None:
                low.append("-" if raw == "–" else lower[start:end])
                shown.append(raw)
                starts.append(start)
                ends.append(end)
                capital.append(raw[0].isupper())
                continue
            self.short = True
            for word in spelled:
                low.append(word.lower())
                shown.append(word)
                starts.append(start)
                ends.append(end)
                capital.append(True)
        if len(low) == count:
            low.append(END)
            shown.append(END)
            starts.append(len(self.text))
            ends.append(len(self.text))
            capital.append(False)

    def is_capital(self, i: int) -> bool:
        """Whether the `i`th word begins with a capital letter."""
        self.at(i)
        return self.capital[i]

    def whole(self, i: int) -> bool:
        """Whether word `i` begins a written word of its own, so that a name may end before it."""
        self.at(i)
        return i == 0 or self.starts[i] != self.starts[i - 1]

    def glued(self, i: int) -> bool:
        """Whether no space stands before word `i`."""
        self.at(i)
        return i > 0 and self.starts[i] == self.ends[i - 1]

    def spelled_out(self, i: int, j: int) -> str:
        """Words `i` to `j`, abbreviations spelled out, spaced as the text spaces them."""
        whole = self.text[self.starts[i] : self.ends[j - 1]] if i < j else ""
        if not self.short and "  " not in whole and " ," not in whole:
            return whole
        out: list[str] = []
        for k in range(i, j):
            if out and not self._closed_up(k):
                out.append(" ")
            out.append(self.shown[k])
        return "".join(out)

    def _closed_up(self, k: int) -> bool:
        """Whether no space belongs before word `k` once abbreviations are spelled out."""
        if self.shown[k] == ",":
            return True
        was_short = self.text[self.starts[k - 1] : self.ends[k - 1]] != self.shown[k - 1]
        return self.glued(k) and not was_short


class Trie:
    """A table of phrases by word; two spellings of one phrase lead to one value."""

    def __init__(self, whole: bool = True) -> None:
        self.root: dict[str, Any] = {}
        self.whole = whole  # whether a phrase must end where a written word ends

    def add(self, phrase: str, value: Any) -> None:
        """Enter a phrase; the first value of a phrase stays."""
        words = Words(phrase, phrase.lower(), 0)
        node, i = self.root, 0
        while (word := words.at(i)) != END:
            node = node.setdefault(_FOLD.get(word, word), {})
            i += 1
        node.setdefault(_VALUE, value)

    def longest(self, words: Words, i: int, among: Iterable[str] | None = None) -> tuple[int, Any]:
        """Where the longest phrase that begins at word `i` ends, and its value; (i, None) if none.

        With `among`, only phrases whose value (a set) shares a member with it count.
        """
        node, end, found, j = self.root, i, None, i
        low, fold, at = words.low, _FOLD.get, words.at
        while True:
            word = low[j] if j < len(low) else at(j)
            step = node.get(word)
            if step is None and (
                (other := fold(word)) is None or (step := node.get(other)) is None
            ):
                return end, found
            node, j = step, j + 1
            value = node.get(_VALUE)
            if value is None or (among is not None and value.isdisjoint(among)):
                continue
            if not self.whole or words.whole(j):
                end, found = j, value


# Spellings of one word inside names.
_FOLD = {"&": "và", "kĩ": "kỹ", "mĩ": "mỹ", "lí": "lý", "uỷ": "ủy", "sĩ": "sỹ"}


def folded(word: str) -> str:
    """A word as the tries spell it."""
    return _FOLD.get(word, word)


class Body(NamedTuple):
    """A body of the organizations table."""

    name: str
    acronym: str | None
    sector: str
    parent: str | None = None
    known: str | None = None  # its name in the table, where `name` is another full name of it


class Head(NamedTuple):
    """The head of a name: what may follow it, and what of that makes the name one body's."""

    head: str
    takes: frozenset[str]
    needs: tuple[frozenset[str], ...]
    weak: bool  # one syllable that may also be part of a person's name
    type: str | None


#: Heads of one word that are also syllables of names or plain words.
_WEAK = frozenset(
    {"Khoa", "Trường", "Viện", "Hội", "Đài", "Báo", "Ban", "Quỹ", "Đội", "Trạm", "Phòng",
     "Đảng", "Đồn", "Vùng", "Trại", "Hãng", "Vụ", "Sở", "Cục"}
)  # fmt: skip


@cache
def listed() -> tuple[Trie, dict[str, Body]]:
    """The bodies by name (case does not matter), and those of one word (as it is written)."""
    names = Trie()
    single: dict[str, Body] = {}
    for r in table("organizations"):
        own = Body(r["name_vi"], r["acronym"] or None, r["sector"], r["parent"] or None)
        for name in (r["name_vi"], *filter(None, r["aliases"].split("|"))):
            name = View(name).text
            body = own
            if name != own.name and (full := _another_full_name(name, own)) is not None:
                body = own._replace(name=full[0].upper() + full[1:], known=own.name)
            if re.fullmatch(r"\w+", name) and name not in spelled():
                single.setdefault(name, body)
                if len(name) > 5 and not name.isupper():  # `Vietinbank`, as `VietinBank`
                    single.setdefault(name.capitalize(), body)
            else:
                for written in spellings(name):
                    names.add(written, body)
    for r in table("paper_initials"):  # `NLĐO` on the net, and nothing else
        initials = r["initials"]
        online = len(initials) > 2 and initials.isupper() and initials[-1] == "O"
        if online and initials != "CAO":
            single.setdefault(initials, Body(r["name"], initials, "press"))
    return names, single


@cache
def namesakes(sector: str) -> dict[str, Body]:
    """Firms (or clubs) by the names that they share with a club (or a firm): `HAGL`, `Viettel`."""
    bodies: dict[str, dict[str, Body]] = {"sport": {}, "business": {}}
    for r in table("organizations"):
        if r["sector"] in bodies:
            body = Body(r["name_vi"], r["acronym"] or None, r["sector"], r["parent"] or None)
            bodies[r["sector"]] |= dict.fromkeys(filter(None, r["aliases"].split("|")), body)
    shared = bodies["sport"].keys() & bodies["business"].keys()
    return {name: bodies[sector][name] for name in shared}


def _another_full_name(alias: str, body: Body) -> str | None:
    """An alias spelled out, if it is as full as the table's name and no other spelling of it.

    `Bộ Thương mại Hoa Kỳ` is, `Chính phủ Việt Nam` and `Bộ Giáo dục - Đào tạo` are not.
    """
    if alias.endswith(" Mỹ") and body.name.endswith(" Hoa Kỳ"):
        return None  # one country by its short name
    w = Words(alias, alias.lower(), 0)
    end = 0
    while w.at(end) != END:
        end += 1
    name = w.spelled_out(0, end)
    if body.sector == "business" and "Tiểu học" in name:
        return None  # `TH True Milk`
    words, own = _bare(name), _bare(body.name)
    if words == own or len(words) < len(own) or any(c.isupper() for c in name.split()[-1][1:]):
        return None
    if body.sector == "state" and words[: len(own)] == own and "việt" in words[len(own) :]:
        return None
    return None if any(word.isupper() and word[1:] for word in name.split()) else name


def _bare(name: str) -> list[str]:
    """The words of a name without marks, case and what joins them."""
    name = fold(name).replace("hoa kỳ", "hoakỳ").replace("liên hiệp quốc", "liên hợp quốc")
    words = re.findall(r"\w+", name)
    return [w for w in words if w not in ("và", "của")]


def spellings(name: str) -> tuple[str, ...]:
    """A name as the tables have it, and without the comma that texts often leave out.

    >>> spellings("Cục Phòng, chống thiên tai")
    ('Cục Phòng, chống thiên tai', 'Cục Phòng chống thiên tai')
    """
    loose = re.sub(r"(?i)\b(phòng|khám), (?=(?:chống|chữa)\b)", r"\1 ", name)
    ways = (name,) if loose == name else (name, loose)
    united = re.sub(r"(?i)\bliên hợp quốc\b", "Liên hiệp quốc", name)
    return ways if united == name else (*ways, united)


@cache
def heads() -> Trie:
    """The heads of names by their words."""
    trie = Trie(whole=False)
    for r in table("organization_heads"):
        needs = tuple(frozenset(n.split("+")) for n in r["needs"].split())
        head = Head(r["head"], frozenset(r["takes"].split()), needs, r["head"] in _WEAK,
                    r["type"] or None)  # fmt: skip
        for written in spellings(r["head"]):
            trie.add(written, head)
    return trie


@cache
def phrases() -> Trie:
    """The phrases of which names are made, each with its kinds."""
    kinds: dict[str, set[str]] = {}
    for r in table("organization_words"):
        if r["kind"] in _APART:
            continue
        for written in spellings(r["phrase"].lower()):
            kinds.setdefault(written, set()).add(r["kind"])
    trie = Trie(whole=False)
    for phrase, of in kinds.items():
        trie.add(phrase, frozenset(of))
    return trie


@cache
def places() -> Trie:
    """Provinces (value: their name and kind) and the districts of before July 2025."""
    trie = Trie()
    rows = table("provinces")
    for r in rows:
        trie.add(r["name"], (r["name"].removeprefix("Thành phố "), r["kind"]))
    trie.add("Huế", ("Huế", "thành phố"))  # the town then, the whole city since 2025
    for r in rows:
        for name in filter(None, r["aliases"].split("|")):
            if not name.startswith(("tỉnh ", "thành phố ", "TP", "Tp", "Thủ đô")):
                trie.add(name, (r["name"].removeprefix("Thành phố "), r["kind"]))
    for r in table("districts"):
        if r["name"].isdigit():  # `quận 1`: its level tells it
            continue
        trie.add(r["name"], (r["name"], r["kind"]))
    return trie


@cache
def communes() -> frozenset[str]:
    """The communes of before and after July 2025, and the districts, in lower case."""
    return frozenset(r["name"].lower() for t in ("communes", "districts") for r in table(t))


@cache
def countries() -> Trie:
    """Countries by any of their names."""
    trie = Trie()
    for r in table("countries"):
        for name in (r["name"], *filter(None, r["aliases"].split("|"))):
            trie.add(name, r["name"])
    return trie


@cache
def titles() -> Trie:
    """Papers by their title alone: `Pháp luật TP.HCM`, `Thanh Niên`."""
    trie = Trie()
    for r in table("organizations"):
        for name in (r["name_vi"], *r["aliases"].split("|")):
            title = name.removeprefix("Báo ").removeprefix("Tạp chí ").removeprefix("Thời báo ")
            if r["sector"] == "press" and title != name and " " in title and title[0].isupper():
                trie.add(title, Body(r["name_vi"], None, "press"))
    return trie


#: Kinds of titles that hardly are a part of a body's name.
_SURE_TITLES = frozenset({"academic", "honour", "medical", "rank", "religious"})


@cache
def people() -> Trie:
    """Roles, titles and honorifics that may follow a body's name directly."""
    trie = Trie()
    for r in table("roles"):
        if " " in r["surface"]:
            trie.add(r["surface"], True)
    for r in table("titles"):
        if r["kind"] in _SURE_TITLES or (r["kind"] == "profession" and " " in r["surface"]):
            trie.add(r["surface"], True)
    for word in ("ông", "bà", "đồng chí", "thứ trưởng", "phó", "giám đốc", "ảnh", "theo"):
        trie.add(word, True)
    return trie


#: Kinds of words that are no phrases of a body's field.
_APART = ("suffix", "product", "centre", "local")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(r["phrase"] for r in table("organization_words") if r["kind"] == kind)


def is_suffix(low: str) -> bool:
    """Whether the word makes another firm of a brand: `Fitch Solutions`, `Samsung Electronics`."""
    return low in _words("suffix")


def is_product(word: str) -> bool:
    """Whether the word names a thing of the brand before it: `Apple Watch`, `Toyota Camry`."""
    return word in _words("product")


def is_centre(phrase: str) -> bool:
    """Whether a `trung tâm` in small letters that does this is a body, and no middle of a town."""
    return phrase in _words("centre")


@cache
def stops(kind: str) -> frozenset[str]:
    """Small words (or pairs of them) that end a name: see the table of name stops."""
    return frozenset(r["word"] for r in table("name_stops") if r["kind"] == kind)
