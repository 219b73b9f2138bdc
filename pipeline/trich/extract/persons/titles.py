"""Words that announce a person: honorifics, degrees, ranks, professions, kin.

A title is read backwards from the name: `Thiếu tướng, GS.TS Lê Hữu Song` has one title,
`Thiếu tướng, GS.TS`, in whatever spelling.  A profession (`luật sư`) or a kinship word
(`vợ`) announces a name without being its title.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from trich.extract.names import OPENING, last_word
from trich.extract.persons.evidence import context
from trich.lexicon import table

#: Kinds of words that are a title by the annotation guidelines.
TITLES = frozenset({"honorific", "academic", "medical", "honour", "rank", "case", "religious"})

# `GS.TS`, `TS - BS`, `PGS. TS.`, `BS.CK II`: what may stand in a stack of abbreviations.
_DEGREE = (
    r"(?:AHLĐ|AHLLVTND|TTND|TTƯT|TTUT|NGND|NGƯT|NGUT|NSND|NSƯT|NSUT|NNND|NNƯT|PGS|GS|TSKH|TS|T\.S|Th\.?S"
    r"|VS|BSCK ?(?:II|I|1|2)|BSNT|BSCC|BS|DSCK ?(?:II|I|1|2)|DSĐH|DS|CNĐD|ĐDCKI"
    r"|ĐD|KTV|LS|KS|KTS|QNCN|CK ?(?:II|I|1|2)"
    r"|CN|NT|CC|YS|NCS|Dr|Ph\.?D|MSc|Prof)"
)
_GLUED = re.compile(rf"{_DEGREE}(?:[.,\-]{{1,2}}{_DEGREE})*\.?", re.IGNORECASE)
_NUMBERED = re.compile(r"\d+[.)]\s?(?=\D)")  # `Ảnh 1.PGS.TS`
_NUMERAL = re.compile(r"(?:I|II|1|2)\.?")


class Announced(NamedTuple):
    """What announces the name at a position: where its title begins (None: no title)."""

    start: int  # where the announcing words begin
    title: tuple[int, int] | None
    kind: str  # kind of the word nearest the name


@cache
def _words() -> tuple[dict[str, str], frozenset[str]]:
    """The kind of each announcing word, and what may go on to the left (`sĩ`, `thuốc ưu tú`)."""
    kinds: dict[str, str] = {}
    tails: set[str] = set()
    for row in table("titles"):
        for surface in {row["surface"], row["surface"].replace("sĩ", "sỹ")}:
            kinds[surface] = row["kind"]
            words = surface.split()
            tails.update(" ".join(words[i:]) for i in range(1, len(words)))
    return kinds, frozenset(tails)


def is_title(word: str) -> bool:
    """Whether a word in lower case is a title by itself: `đồng chí`, `bác sĩ`, not `luật sư`."""
    return _words()[0].get(word) in TITLES


def begins_person(lower: str, start: int) -> bool:
    """Whether words for a person begin at `start`: `học viên người Lào`, `ca sĩ hải ngoại`."""
    kinds, _ = _words()
    words = lower[start : start + 40].split(" ", 3)[:3]
    first = words[0].rstrip(",.;)") if words else ""
    if not {first, " ".join(words[:2]).rstrip(",.;)")}.isdisjoint(context("apposition")):
        return True
    return any(
        kinds.get(" ".join(words[:n]).rstrip(",.;)"), "none") != "none"
        for n in range(1, len(words) + 1)
    )


def trades() -> list[str]:
    """Professions and degrees as whole words, the longest first."""
    found = [k for k, v in _words()[0].items() if v in ("profession", "academic") and len(k) > 4]
    return sorted(found, key=len, reverse=True)


def begins_performer(words: str) -> bool:
    """Whether a word for persons of a trade or a crowd stands first: `nghệ sĩ trẻ`, `cầu thủ`."""
    return performer_words(words) > 0


def performer_words(words: str) -> int:
    """How many words the longest word for such persons has that stands first, or 0."""
    kinds, _ = _words()
    parts = words.split()
    return next((n for n in (3, 2, 1) if kinds.get(" ".join(parts[:n])) in _TRADES), 0)


_TRADES = frozenset({"profession", "group", "case", "medical", "academic", "honorific", "rank"})


def _before(text: str, lower: str, end: int, floor: int) -> tuple[int, str] | None:
    """The announcing word that ends at `end`: its start and its kind."""
    kinds, tails = _words()
    start = max(lower.rfind(" ", floor, end), floor - 1) + 1
    last = lower[start:end]
    if last not in tails and last in kinds and last not in _CAPITAL_ONLY:
        return start, kinds[last]  # nearly always: `ông`, `chị`
    last = last.lstrip(OPENING)
    if not last:
        return None
    if m := _NUMBERED.match(last):
        last = last[m.end() :]
    at = end - len(last)
    bare = last.rstrip(".")
    if bare in _CAPITAL_ONLY and text[at].islower():
        return None  # `Man Utd vs Real`
    ends = len(bare) < len(last) and bare not in _ABBREVIATED
    if ends and (text[at : at + 1].islower() or kinds.get(bare) == "honorific"):
        return None  # the dot ends a sentence
    found = at if bare in kinds else None
    kind = kinds.get(bare, "")
    s, phrase = start, bare if start == at else ""  # something opens before the last word
    while phrase in tails and s > floor and lower[s - 1] == " ":
        p = max(lower.rfind(" ", floor, s - 1), floor - 1) + 1
        word = lower[p : s - 1]
        if not word.isalpha():
            inner = word.lstrip(OPENING)
            dot = max(inner.rfind("."), inner.rfind("-")) + 1
            if 0 < dot < len(inner) and text[s - 1 - len(inner) + dot].isupper():
                inner = inner[dot:]  # `chi tiết.Bác sĩ`, `GDVN-Tiến sĩ`
            word, p = inner, s - 1 - len(inner)
        phrase = f"{word} {phrase}"
        if phrase in kinds and not _across_case(text, p, at, kinds[phrase]):
            found, kind = p, kinds[phrase]
        if p and lower[p - 1] != " ":
            break
        s = p
    if found is not None:
        return found, kind
    if text[at : at + 1].isupper() and _GLUED.fullmatch(text, at, end):
        parts = re.split(r"[.,\- ]+", text[at:end].strip(". "))
        return at, "profession" if parts == [parts[-1]] and parts[0] in ("LS", "KS") else "academic"
    if _NUMERAL.fullmatch(text, at, end):  # `BS.CK II`, `bác sĩ chuyên khoa 2`
        wider = max(lower.rfind(" ", floor, at - 1), floor - 1) + 1
        if wider < at and _GLUED.fullmatch(text, wider, end):
            return wider, "medical"
    return None


def _across_case(text: str, start: int, last: int, kind: str) -> bool:
    """Whether words make a title only by chance: `bác sĩ Quan Vũ`, `tỉnh Kiên Giang Hồ Quý`."""
    if not text[last : last + 1].isupper():
        return False
    if text[start].islower():
        return True
    before = text[max(0, start - 8) : start]
    joined = before.endswith(" ") and before.split(" ")[-2][:1].isupper()
    return joined and kind in ("profession", "group")


def announced(text: str, lower: str, name: int, floor: int) -> Announced | None:
    """What announces the name that begins at `name`, reading back as far as `floor`.

    >>> text = "Tới dự có Thiếu tướng, GS.TS Lê Hữu Song"
    >>> a = announced(text, text.lower(), 29, 0)
    >>> text[slice(*a.title)], a.kind
    ('Thiếu tướng, GS.TS', 'academic')
    """
    end = name
    if end > floor and lower[end - 1] == " ":
        end -= 1
    elif end > floor and lower[end - 1] not in ".":
        return None
    nearest = _before(text, lower, end, floor)
    if nearest is None or nearest[1] == "none":
        return None
    start, kind = nearest
    first = kind
    if kind not in TITLES:
        head = _honorific(lower, start, floor) if kind in ("profession", "group") else start
        if head < start:  # `anh bảo vệ A Thiêu`
            return Announced(head, (head, start - 1), kind)
        if kind == "profession" and lower.startswith(", ", start - 2):
            more = _before(text, lower, start - 2, floor)
            if more is not None and more[1] in _STACKED and not _plural(lower, more[0]):
                return Announced(more[0], (more[0], start - 2), kind)  # `Đại tá, nhà văn A`
        return Announced(start, None, kind)
    title = (start, _title_end(text, start, end))
    while start > floor:
        joint = _joint(lower, start, floor)
        if joint is None:
            break
        word = lower[max(lower.rfind(" ", floor, start - joint) + 1, floor) : start - joint]
        if word.isalpha() and word not in announcing_words():
            break  # nearly always
        more = _before(text, lower, start - joint, floor)
        if more is None or more[1] not in TITLES:
            break
        if first == "case" and lower[more[0] : start - joint] not in ("đồng chí", "ông", "bà"):
            break  # `mẹ bệnh nhi N.`
        comma = "," in lower[start - joint : start] or "-" in lower[start - joint : start]
        if comma and (more[1] not in _STACKED or kind not in _STACKED or _plural(lower, more[0])):
            break
        start, kind = more
        title = (start, title[1])
    return Announced(start, title, first)


def _honorific(lower: str, start: int, floor: int) -> int:
    """Where the honorific right before a profession begins, or `start`."""
    if start - 1 <= floor or lower[start - 1] != " ":
        return start
    at = max(lower.rfind(" ", floor, start - 1), lower.rfind("\n", floor, start - 1), floor - 1) + 1
    if lower[at : start - 1] not in _PLAIN_HONORIFICS or _plural(lower, at):
        return start
    return at


_PLAIN_HONORIFICS = frozenset({"anh", "chị", "ông", "bà", "cô", "chú", "bác", "cụ", "thầy", "em"})
_STACKED = frozenset({"academic", "medical", "honour", "rank"})


def _plural(lower: str, start: int) -> bool:
    return lower.endswith(("các ", "những ", "nhiều "), 0, start)


def _joint(lower: str, start: int, floor: int) -> int | None:
    """Length of what joins a title to the one before it."""
    for joint in (" - ", ", ", ".,", " ", ".", "-", ","):  # a dot before a space is the title's
        if lower.endswith(joint, floor, start):
            return len(joint)
    return None


def _title_end(text: str, start: int, end: int) -> int:
    """A title carries no closing dot."""
    while end > start and text[end - 1] in ".,- ":
        end -= 1
    return end


def ends_announcing(lower: str, name: int) -> bool:
    """Whether the word before `name` can close a title or a profession.  A cheap first test."""
    if name < 2 or lower[name - 1] != " ":
        return False
    if lower[name - 2] == ".":  # nearly every dot is a sentence's
        two = lower[max(0, name - 4) : name - 2]
        if two[:1] != "." and two not in _ENDINGS:
            return False
    space = lower.rfind(" ", max(0, name - 12), name - 1)
    word = lower[space + 1 : name - 1] if space >= 0 or name <= 12 else ""
    if word in announcing_words():
        return True
    if word.isalpha():
        return False
    word = last_word(lower, name - 1)
    if "." in word:
        stem = word.rstrip(".")
        # nearly every dot is a sentence's; a title's closes an abbreviation or stands inside
        return stem in _ABBREVIATED or stem in _NUMERALS or "." in stem
    for joint in "-,":  # `ThS-BS`, `PGS,TS`
        if joint in word:
            return _ABBREVIATED.issuperset(word.split(joint))
    return word in announcing_words()


@cache
def announcing_words() -> frozenset[str]:
    """Words that may end a title, a profession, a kinship: what stands before a name."""
    return frozenset(k.rpartition(" ")[2] for k in _words()[0]) | _ABBREVIATED | _NUMERALS


_ABBREVIATED = frozenset(
    {
        "ahlđ", "ttnd", "ttưt", "ngnd", "ngưt", "nsnd", "nsưt", "nnnd", "nnưt", "pgs", "gs", "tskh",
        "ts", "ths", "vs", "bscki", "bsckii", "bsck1", "bsck2", "bsnt", "bscc", "bs", "ds", "mr",
        "ms", "mrs", "đ/c", "q", "dscki", "dsckii", "đd", "ktv", "ls", "ks", "kts", "cn", "ys",
        "ncs", "dr", "phd", "cki", "ckii", "ck1", "ck2", "ht", "đđ", "lm",
        "qncn",
    }
)  # fmt: skip
#: How an abbreviation ends, with what stands before one letter alone.
_ENDINGS = frozenset(f" {a}"[-2:] for a in (*_ABBREVIATED, "i", "ii", "1", "2"))
_CAPITAL_ONLY = frozenset({"vs", "cn", "cc", "nt", "ms"})
_NUMERALS = frozenset({"i", "ii", "1", "2"})
