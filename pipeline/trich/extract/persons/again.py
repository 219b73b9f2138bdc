"""The second look: what a name seen clearly, or a neighbour in a list, settles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from trich.extract.names import is_initial, is_syllable, surname_strength
from trich.extract.persons import bylines, likeness
from trich.extract.persons.contest import doubles, ranked
from trich.extract.persons.evidence import context, either, in_place
from trich.extract.persons.length import GIVEN_CUES
from trich.extract.persons.name import HIGHLAND_FIRSTS, Name, Seen
from trich.extract.persons.page import AT_PLACE, Page
from trich.extract.persons.posts import nation_at
from trich.extract.persons.titles import begins_performer

_UNCUED = frozenset({"two-syllables", "full-name", "said-by", "given-pair", "usual-surname"})
_SHAPED = frozenset({"", "two-syllables", "given-pair", "usual-surname"})
_STREETS = _UNCUED | {"pen-name"}
_IN_A_LIST_OF_PLACES = _UNCUED | {"known", ""}
# `dàn nghệ sĩ như `, `các cầu thủ gồm `, `ba ca sĩ: `: what opens a list of persons.
_OPENS_LIST = re.compile(
    r"(?<!\w)(?:các|những|dàn|nhiều|loạt|hai|ba|bốn|năm|sáu|nhóm|[2-9]|0\d|\d\d) "
    r"((?:[^\W\d_]+ ){0,7}?[^\W\d_]+)(?: (?:như|gồm|gồm có|bao gồm|là|có))?:? $"
)
_FAMOUS = frozenset({"known", "player", "foreign", "human-verb", "listed"})
_TO = frozenset({" đến ", " sang ", " qua ", " tới ", " ra ", " vào ", " rồi ", " về "})
_NEXT_WORK = re.compile(r"[^()\n]{0,16}\)(?:,|;| và) [^()\n]{2,60} \(")
_CROSSES = re.compile(
    r" (?:rẽ|quẹo|nối|giao|cắt)(?: (?:sang|vào|ra|qua|tới|đến|với|về|phải|trái)){1,2} "
)
_FAR = 72  # characters between two names of one list
_LISTED = re.compile(
    r"(?: \([^()\n]{1,60}\)| [\"“][^\"”\n]{1,16}[\"”])?(?:, | và |; | cùng | với | hay | hoặc )"
    r"(?:0?\d{1,2}[.)] )?"
)


def streets(page: Page, names: list[Name]) -> None:
    """A street list goes on: `đường Lê Lợi, Trần Phú và Nguyễn Huệ`."""
    for name in names:
        if name.cue or name.rule not in _UNCUED:
            continue
        if page.behind_namesake(name.start) or page.on_route(name.start, name.end):
            name.rule, name.vetoed = "", True
    listed = -1  # end of the last name of a list that a title or a profession opens
    for left, right in pairwise(names):
        if right.start - left.end > 16:
            continue
        between = page.text[left.end : right.start]
        crossing = _CROSSES.fullmatch(between) is not None  # `từ Trần Phú rẽ sang Lê Lợi`
        if crossing and not left.cue and not right.cue and {left.rule, right.rule} <= _STREETS:
            left.rule = right.rule = ""
            left.vetoed = right.vetoed = True
            continue
        if between in _TO and left.vetoed and not right.cue and right.rule in _UNCUED:
            right.rule, right.vetoed = "", True  # `từ đường Lê Lợi sang Nguyễn Huệ`
        if between == " đến " and page.lower.endswith("từ ", 0, left.start):
            for name in (left, right):
                if not name.cue and all(map(is_syllable, name.words)):
                    name.rule, name.vetoed = "", True
        if between not in (", ", " và ", " - ", "-", "; ", " hay ", " hoặc ", " với "):
            continue
        if left.rule and (left.cue in GIVEN_CUES or left.end == listed):
            listed = right.end
            continue
        if between == " - " and right.rule == "full-name" and _is_nation(page, left):
            continue  # `Hoa hậu Việt Nam - Nguyễn Thị Mai`
        if left.vetoed and not right.cue and right.rule in _IN_A_LIST_OF_PLACES:
            if between == "; " and right.rule == "full-name":
                continue  # `đội nữ Việt Nam; Nghiêm Thị Hà (vật)`
            acts = len(right.words) == 1 and page.patterns.right.match(page.lower, right.end)
            if not acts:  # `ở Tân Châu; Lượm ra đầu thú`
                right.rule, right.vetoed = "", True
        elif (
            between == " - "
            and {left.rule, right.rule} <= _STREETS
            and _are_streets(page, left, right)
        ):
            left.rule = right.rule = ""


def _are_streets(page: Page, left: Name, right: Name) -> bool:
    """Whether two names that a dash joins are a crossing's: by words of the road, or both short.

    A doubles pair or two authors have no road around them: `A - B (bắn súng)`.
    """
    before = page.lower[max(0, left.start - 40) : left.start]
    behind = page.lower[right.end : right.end + 40]
    if page.patterns.roads.search(before) or page.patterns.roads.search(behind):
        return True
    short = len(left.words) < 3 and len(right.words) < 3 and not behind.startswith(" (")
    return short and not page.alone(left.start, right.end)


_HOW = r"(?:sẽ |đã |vừa |để |xuất sắc |dễ dàng |bất ngờ |tiếp tục |phải |suýt |lại ){0,2}"


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(rf"(?: \([^()\n]{{1,40}}\))? {_HOW}{either('meets')} ")


def _meets(page: Page, left: Name, right: Name) -> bool:
    """Whether one person is said to beat or to meet another: `Goffin thua Basilashvili`."""
    return _meeting().fullmatch(page.text, left.end, right.start) is not None


def _is_nation(page: Page, name: Name) -> bool:
    return nation_at(page.text, name.start - 1) == name.end


def lists(page: Page, names: list[Name], seen: Seen) -> bool:
    """`hai ông Hải và Nam`, `Thanh Lam, Hồng Nhung`: what a neighbour in a list settles.

    Read once from left to right and once back; tells whether it has accepted any.
    """
    joined = _opened(page, names, seen) | _lineups(page, names, seen) | _pairs(page, names, seen)
    joined |= _makers(page, names, seen)
    outside = [name for name in names if name.rule or not _bracketed(page, name)]
    for left, right in (*pairwise(names), *pairwise(outside)):
        if not left.rule or right.rule or right.start - left.end > _FAR:
            continue
        listed = _LISTED.fullmatch(page.text, left.end, right.start) is not None
        couple = left.cue in GIVEN_CUES and page.text[left.end : right.start] == " - "
        player = page.text[left.end : right.start] == " (" and len(right.words) > 1
        # `cặp đôi Hà - Nam`, `vai Nhi (Khả Ngân)`
        meets = not listed and len(right.words) < 4 and _meets(page, left, right)
        if listed or couple or meets or (player and page.text.startswith(")", right.end)):
            joined |= _join(page, left, right, seen, meets)
    for right, left in pairwise(reversed(names)):
        if (
            right.start - left.end < _FAR
            and right.rule
            and not left.rule
            and (
                _LISTED.fullmatch(page.text, left.end, right.start)
                # `A, B và MC C`, but not `Tại An Trạch, ông C`
                or page.text[left.end : _begin(right)] in (" và ", " cùng ")
                or _meets(page, left, right)
            )
        ):
            joined |= _join(page, right, left, seen)
    return joined


def _list(page: Page, name: Name, seen: Seen) -> bool:
    """Accept a name that stands in a list of persons, and say whether it is a new one."""
    if name.rule or name.vetoed or not _may_be_listed(page, name):
        return False
    name.rule = "listed"
    seen.add(name)
    return True


def _pairs(page: Page, names: list[Name], seen: Seen) -> bool:
    """Accept two players whom a stroke joins: `Bảo Đức/Hoàng Nam`, `Rivo/Sandoval (Fiji)`."""
    joined = False
    for left, right in pairwise(names):
        if (left.rule and right.rule) or not doubles(page, left.end, right.start):
            continue
        one = left.rule or right.rule or ranked(page.text, right.end)
        alike = likeness.is_pair(left.words) and likeness.is_pair(right.words)
        for name in (left, right) if one or alike else ():
            joined |= _list(page, name, seen)
    return joined


def _makers(page: Page, names: list[Name], seen: Seen) -> bool:
    """Accept who made a work where the one before has its maker: `Grand Tour (A), The Dam (B)`."""
    joined = False
    inside = [name for name in names if page.text.startswith("(", name.start - 1)]
    for left, right in pairwise(inside):
        if not left.rule or right.rule or right.vetoed or right.start - left.end > _FAR:
            continue
        closes = page.text[right.end : right.end + 1] == ")"
        foreign = 1 < len(right.words) < 5 and not all(map(is_syllable, right.words))
        loud = any(w.isupper() and "." not in w for w in right.words)
        if (
            closes
            and foreign
            and not loud
            and _NEXT_WORK.fullmatch(page.text, left.end, right.start)
        ):
            right.rule = "listed"
            seen.add(right)
            joined = True
    return joined


def _bracketed(page: Page, name: Name) -> bool:
    """Whether brackets hold the name: `Lầu Xái Chơ (bản Huồi Sơn), Lầu Bá Sò (…)`."""
    floor = max(0, name.start - 40)
    return page.text.rfind("(", floor, name.start) > page.text.rfind(")", floor, name.start)


def _begin(name: Name) -> int:
    """Where a name begins with what announces it: `MC Thụy Vân`."""
    return name.head if name.head >= 0 else name.start


def _opened(page: Page, names: list[Name], seen: Seen) -> bool:
    """Accept who is listed behind a word for several persons: `các nghệ sĩ như A, B, C`."""
    joined = False
    end = -1  # of the last name of a list that is open
    for name in names:
        start = name.start
        if end >= 0 and not _LISTED.fullmatch(page.text, end, start):
            end = -1
        if end < 0:
            if not page.lower.endswith(_BEFORE_LIST, 0, start):
                continue
            m = _OPENS_LIST.search(page.lower, max(0, start - 70), start)
            if m is None or not begins_performer(m[1]):
                continue
        end = name.end
        joined |= _list(page, name, seen)
    return joined


def _lineups(page: Page, names: list[Name], seen: Seen) -> bool:
    """Accept a long list most of which look like persons: `Văn Tiến, Hồng Duy, Osmar, Trần Vũ`."""
    joined = False
    row: list[Name] = []
    for name in [*names, None]:
        if name is not None and row and _next_in_row(page, row[-1], name):
            row.append(name)
            continue
        if len(row) > 3 and _is_lineup(page, row):
            for listed in row:
                joined |= _list(page, listed, seen)
        row = [name] if name is not None else []
    return joined


def _next_in_row(page: Page, left: Name, right: Name) -> bool:
    if right.start - left.end > _FAR:
        return False
    if _LISTED.fullmatch(page.text, left.end, right.start):
        return True
    between = page.text[left.end : right.start]  # `, Đông Triều, ` is a town as well
    return between[:2] == between[-2:] == ", " and between[2:-2] in likeness.places()


def _is_lineup(page: Page, row: list[Name]) -> bool:
    first = row[0]
    if first.vetoed or page.lower.endswith(AT_PLACE, 0, first.start):
        return False
    if in_place(page.lower, first.start) or all(n.rule for n in row):
        return False
    around = page.lower[max(0, first.start - 60) : row[-1].end + 40]
    if page.patterns.roads.search(around):
        return False
    if {name.rule for name in row if not name.cue} <= _SHAPED and not any(n.cue for n in row):
        return False
    return sum(_is_telling(name) for name in row) * 3 >= len(row) * 2


def _is_telling(name: Name) -> bool:
    """Whether a name in a list is hardly a town's: `Wuhan` in Vietnamese is `Vũ Hán`."""
    if name.rule in ("two-syllables", "usual-surname"):
        return likeness.closes(name.words[-1]) and len(name.words) > 2
    return bool(name.rule) or likeness.is_pair(name.words)


def _may_be_listed(page: Page, name: Name) -> bool:
    words = name.words
    if len(words) > 4 or name.start in page.role_starts or words[0] in context("no person"):
        return False
    if len(words) == 1 and is_syllable(words[0]):
        given = words[0] in likeness.given_names()
        return given and not likeness.opens_word(page.lower, name.start, name.end)
    return not likeness.is_place(name.text)


_BEFORE_LIST = ("như ", "gồm ", "là ", "có ", ": ")


def _join(page: Page, sure: Name, open_: Name, seen: Seen, meets: bool = False) -> bool:
    """Accept the neighbour of a sure name when it is of the same kind, or is met by it."""
    place = len(open_.words) > 1 and (
        likeness.is_place(open_.text) or page.lower.endswith("năm ", 0, open_.start)
    )  # `năm Nhâm Thìn`
    if place or open_.vetoed or in_place(page.lower, open_.start):
        return False
    words = open_.words
    if is_initial(words[0]) and is_initial(sure.words[0]):  # `V.T.H, L.N.A và P.Đ.K`
        open_.rule = "listed"
        return True
    if len(words) == 1:
        syllable = is_syllable(words[0])
        given = not syllable and words[0] in likeness.first_names()  # `Duy Mạnh, Bruno`
        if given and words[0] not in context("no person"):
            open_.rule = "listed"
            seen.add(open_)
            return True
        beaten = meets and not syllable and page.of_persons
        if beaten and words[0] not in context("no person") and len(words[0]) > 3:
            open_.rule = "listed"  # `Minh Tâm thắng Bounlay`
            seen.add(open_)
            return True
        alike = len(sure.words) == 1 or words[0] in seen.given
        if not alike or syllable != is_syllable(sure.words[-1]):
            return False
        if syllable:
            given = words[0] in likeness.given_names()
            fits = given and not likeness.opens_word(page.lower, open_.start, open_.end)
            if sure.cue not in GIVEN_CUES and words[0] in context("place syllable"):
                # `Linh, Tùng và Trung bỏ chạy`, not `Messi và Nga`
                fits = fits and sure.text in likeness.given_names()
        else:
            fits = sure.rule in _FAMOUS and words[0] not in context("no person")
    elif len(words) == 2 and all(map(is_syllable, words)):
        table = likeness.given_names()
        fits = len(sure.words) > 1 and (
            likeness.is_pair(words, loose=True)
            or {words[0], sure.words[0]} <= context("birth order")  # `Ba Vân và Bảy Nam`
            or (surname_strength(words[0]) is not None and words[1] in table)
            or (sure.cue in GIVEN_CUES and any(w in table for w in words))
        )
    elif len(words) < 4 and not all(map(is_syllable, words)):  # `Xhaka, Hector Bellerin`
        foreign = not all(map(is_syllable, sure.words)) and (
            len(sure.words) > 1 or sure.rule == "known"
        )
        named = context("no person").isdisjoint(words) and len(words) > 1
        loud = any(w.isupper() and "." not in w for w in words)
        foreign = foreign or (meets and len(words) == 2)  # `Văn Quý kèm chặt Sarawut Masuk`
        stage = len(words) == 2 and words[0] in likeness.given_names() and len(sure.words) > 1
        fits = (foreign or stage) and named and not loud  # `Mai Quyên, Sen Lizzie`
    else:  # `Trần An, Lê Quý An`
        named = len(words) < 5 and len(sure.words) > 1 and all(map(is_syllable, words))
        fits = named and (likeness.is_whole(words) or _alike(sure, words))
    if fits:
        open_.rule = "listed"
        seen.add(open_)
    return fits


def _alike(sure: Name, words: list[str]) -> bool:
    """Whether three syllables behind a surname stand beside three others: `Lầu Bá Sò`."""
    strength = surname_strength(words[0])
    if strength in (None, "weak") or len(words) != 3 or len(sure.words) != 3:
        return False
    return all(map(is_syllable, sure.words)) and not likeness.is_place(" ".join(words[1:]))


def again(page: Page, names: list[Name], seen: Seen) -> Iterator[Name]:
    """The accepted names, with those that the names seen so far settle."""
    humans = {n.text for n in names if n.rule and len(n.words) == 1}
    highland = any(n.rule and n.words[0] in HIGHLAND_FIRSTS and len(n.words) > 1 for n in names)
    for name in names:
        if name.rule:
            _with_anh(page, name, seen)
            _with_opener(page, name, seen)
            yield name
            continue
        if name.vetoed:
            continue
        text = name.text
        if len(name.words) == 1:
            if _alone(page, name, seen, humans):
                _with_opener(page, name, seen)
                yield name
            elif "." in text and bylines.signed(page, name):
                name.rule = "byline"
                yield name
        elif text.lower() in seen.full:
            name.rule = "seen"
            yield name
        elif highland and name.words[0] in HIGHLAND_FIRSTS and len(name.words) < 4:
            name.rule = "highland"
            yield name
        elif len(name.words) == 2 and text in seen.given and is_syllable(name.words[0]):
            name.rule = "seen-given"
            yield name
        elif parts := _parts(page, name, seen) or bylines.glued(page, name):
            yield from parts
        elif bylines.signed(page, name) or bylines.beside_credited(page, name, names):
            name.rule = "byline"
            yield name


def _with_anh(page: Page, name: Name, seen: Seen) -> None:
    """`Anh Quân` opening a sentence is no `anh`, where the article has an Anh Quân."""
    if name.title and len(name.words) == 1 and f"anh {name.text.lower()}" in seen.full:
        start, end = name.title
        if page.text[start:end] == "Anh" and end + 1 == name.start:
            name.start, name.title, name.head = start, None, -1
            name.words = ["Anh", *name.words]
            name.text = " ".join(name.words)


def _with_opener(page: Page, name: Name, seen: Seen) -> None:
    """`Chiều Xuân`, `Đường Bá Quý` opening a sentence are whole, where the article has them."""
    start = name.start
    if len(name.words) > 3 or name.title or page.text[start - 1 : start] != " ":
        return
    at = page.text.rfind(" ", max(0, start - 10), start - 1) + 1
    at = max(at, page.text.rfind("\n", max(0, start - 10), start - 1) + 1)
    if at < start - 10:
        return  # a longer word, or none
    first = page.text[at : start - 1]
    if first[:1].isupper() and f"{first} {name.text}".lower() in seen.full:
        name.start = at
        name.words = [first, *name.words]
        name.text = " ".join(name.words)


def _alone(page: Page, name: Name, seen: Seen, humans: set[str]) -> bool:
    """Whether a capital word alone is the short form of a name of this article."""
    text = name.text
    if text not in seen.single and text not in seen.given and text not in humans:
        return False
    name.rule = "seen-short"
    if len(text) > 1 and not is_syllable(text):
        return True
    lower, patterns = page.lower, page.patterns
    if in_place(lower, name.start):
        return False
    human = patterns.human.match(lower, name.end) is not None or page.is_performer(name.end)
    if text in context("place syllable"):
        whole = seen.longest.get(text, 0) > 2
        if not whole or lower.endswith(AT_PLACE, 0, name.start):
            return human and not page.opens_sentence(name.start)
        if page.tells_place(text):
            acts = human or patterns.right.match(lower, name.end) is not None
            first = text in context("given name first")
            return first and acts and not likeness.opens_word(lower, name.start, name.end)
    if likeness.opens_word(lower, name.start, name.end):
        return False
    if not page.opens_sentence(name.start):
        return True
    if text in context("no given name"):
        # `Minh và đồng bọn chia nhau số tiền`
        joined = lower.startswith((" và ", " cùng "), name.end)
        return human or joined or patterns.right.match(lower, name.end) is not None
    return True


def _parts(page: Page, name: Name, seen: Seen) -> list[Name]:
    """Names seen elsewhere that open and close a longer stretch."""
    words = name.words
    found: list[Name] = []
    spans = [(0, n) for n in (4, 3, 2)] + [(-n, len(words)) for n in (4, 3, 2)]
    for first, stop in spans:
        part = words[first:stop]
        if not 1 < len(part) < len(words) or " ".join(part).lower() not in seen.full:
            continue
        at = page.text.find(" ".join(part), found[-1].end if found else name.start, name.end)
        if at >= 0:
            found.append(Name(at, at + len(" ".join(part)), part, "seen"))
    return found
