"""Vietnamese numbers, in digits and in words: read, and found in a text.

In digits a dot groups thousands and a comma is the decimal mark; in words the scale comes
behind its factor, "linh" stands for an empty ten, and "rưỡi" for half of the magnitude
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

Number = int | Decimal

_DIGITS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
#: The digits from 0, as they are said.
DIGIT_NAMES = tuple(dict.fromkeys(w for w in _DIGITS if w != "bẩy"))
# Digits that only stand behind a ten ("hai mươi mốt", "mười lăm"); "tư" also behind a scale.
_BEHIND_TEN = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "rưỡi": 5, "rưởi": 5}
_SPOKEN = {**_DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_TENS = {"mươi": 10, "chục": 10}
_FIRST_TEN = {"mười": 10, "hăm": 20, "băm": 30}  # "hăm mốt" is 21, "băm sáu" 36
_HALF = ("rưỡi", "rưởi")
_EMPTY_TEN = ("linh", "lẻ")
_POINT = ("phẩy", "phảy")

#: Words that multiply the number before them.
SCALES = {
    "chục": 10, "tá": 12, "trăm": 100, "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4,
    "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
_BIG = {word: scale for word, scale in SCALES.items() if scale >= 1000}
_BILLION = 10**9

_NUMBER_WORDS = frozenset(
    [*_SPOKEN, *_HALF, *_EMPTY_TEN, *_POINT, *SCALES, "mươi", "mười", "hăm", "phần", "nửa"]
)

_MOST_DIGITS = 40  # longer runs are codes, and slow to turn into numbers

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2}(?:,\d{3})+\.\d+")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")


def _plain(value: Number) -> Number:
    """An int where the number is whole."""
    return int(value) if value == int(value) else value


@lru_cache(maxsize=4096)
def digits(text: str) -> Number | None:
    """The number that a run of digits writes, or None.

    A dot before exactly three digits groups; before any other count, or behind a lone 0, it
    is a decimal dot, as sources mix both.

    >>> digits("2.007.862"), digits("12,5"), digits("18.5"), digits("03"), digits("1.2.3")
    (2007862, Decimal('12.5'), Decimal('18.5'), 3, None)
    """
    if len(text) > _MOST_DIGITS:
        return None
    if _GROUPED.fullmatch(text):
        return _plain(Decimal(text.replace(".", "").replace(",", ".")))
    if _ENGLISH.fullmatch(text):
        return _plain(Decimal(text.replace(",", "")))
    if _DECIMAL.fullmatch(text):
        return _plain(Decimal(text.replace(",", ".")))
    return None


def _below_hundred(words: list[str], i: int) -> tuple[int, int] | None:
    """The number of at most two digits at word `i` and the index behind it."""
    n = len(words)
    word = words[i] if i < n else ""
    if word in _FIRST_TEN:
        ten = _FIRST_TEN[word]
        unit = _SPOKEN.get(words[i + 1]) if i + 1 < n else None
        if unit and not (i + 2 < n and words[i + 2] in ("trăm", "mươi")):
            return ten + unit, i + 2
        return (ten, i + 1) if word == "mười" else None
    if word not in _DIGITS:
        return None
    digit = _DIGITS[word]
    follower = words[i + 1] if i + 1 < n else ""
    if digit and follower in _TENS:
        unit = _SPOKEN.get(words[i + 2]) if follower == "mươi" and i + 2 < n else None
        if unit and not (i + 3 < n and words[i + 3] in ("trăm", "mươi")):
            return digit * 10 + unit, i + 3
        return digit * 10, i + 2
    if digit > 1 and follower in _BEHIND_TEN and follower not in _HALF:
        return digit * 10 + _BEHIND_TEN[follower], i + 2
    return digit, i + 1


def _below_thousand(words: list[str], i: int) -> tuple[int, int, int] | None:
    """The number below 1,000 at word `i`, the index behind it, and its last magnitude."""
    n = len(words)
    if i < n and words[i] in _EMPTY_TEN:
        unit = _SPOKEN.get(words[i + 1]) if i + 1 < n else None
        small = _below_hundred(words, i + 1)
        if i and small and small[0] > 9:  # "hai nghìn lẻ hai mươi bốn"
            return small[0], small[1], 1
        return (unit, i + 2, 1) if unit else None
    small = _below_hundred(words, i)
    if small is None:
        return None
    value, i = small
    if i < n and words[i] == "tá":
        return value * 12, i + 1, 12
    if i >= n or words[i] != "trăm" or value > 9:
        # "ba mươi" and "ba chục" leave a ten for "rưỡi"; a digit leaves a unit.
        return value, i, 10 if words[i - 1] == "chục" else 1
    value, i = value * 100, i + 1
    if i < n and words[i] in _EMPTY_TEN:
        unit = _SPOKEN.get(words[i + 1]) if i + 1 < n else None
        return (value + unit, i + 2, 1) if unit else (value, i, 100)
    if i < n and words[i] in _BEHIND_TEN and words[i] not in _HALF:
        return value + _BEHIND_TEN[words[i]] * 10, i + 1, 10  # "hai trăm tư" is 240
    rest = _below_hundred(words, i)
    if rest is None or (rest[1] < n and words[rest[1]] == "trăm"):
        return value, i, 100
    if rest[1] == i + 1 and words[i] != "mười":
        return value + rest[0] * 10, i + 1, 10  # "hai trăm ba" is 230
    return value + rest[0], rest[1], 1


def _fraction(words: list[str], i: int) -> tuple[Decimal, int] | None:
    """What stands behind "phẩy": single digits, or a number as people read it aloud."""
    j, text = i, ""
    while j < len(words) and words[j] in _SPOKEN and words[j : j + 2][-1] not in ("mươi", "trăm"):
        text += str(_SPOKEN[words[j]])
        j += 1
    if not text:
        small = _below_thousand(words, i)
        if small is None:
            return None
        text, j = str(small[0]), small[1]
    return Decimal(f"0.{text}"), j


def _group(words: list[str], i: int) -> tuple[Number, int, int] | None:
    """The factor before a scale: digits, or words below 1,000, perhaps with "phẩy"."""
    if i < len(words) and words[i][0].isdigit():
        value = digits(words[i])
        if value is None:
            return None
        follower = words[i + 1] if i + 1 < len(words) else ""
        if follower in ("trăm", "chục", "tá"):
            return _plain(value * SCALES[follower]), i + 2, SCALES[follower]
        return value, i + 1, 1
    if words[i : i + 1] == ["nửa"]:
        follower = words[i + 1] if i + 1 < len(words) else ""
        if follower in ("tá", "chục"):
            return SCALES[follower] // 2, i + 2, 1
        return Decimal("0.5"), i + 1, 1
    read = _below_thousand(words, i)
    if read is None:
        bare = words[i] if i == 0 and words else ""
        follower = words[1] if len(words) > 1 else ""
        if bare in ("trăm", "chục", "vạn") and (follower in _BIG or follower in _HALF):
            return (SCALES[bare], 1, SCALES[bare])  # "trăm rưỡi", "chục triệu"
        if bare in _BIG and follower in _HALF:
            return 1, 0, 1  # "triệu rưỡi"
        return None
    value, j, last = read
    if j < len(words) and words[j] in _POINT:
        part = _fraction(words, j + 1)
        if part is not None:
            return value + part[0], part[1], 1
    return value, j, last


def _read(words: list[str]) -> tuple[Number, int]:
    """The number at the head of `words` and how many of them it takes (0: none)."""
    n = len(words)
    billions: Number = 0
    value: Number = 0
    last = 10**18  # the magnitude of the latest term: the next one must be smaller
    i = 0
    while i < n:
        read = _group(words, i)
        if read is None:
            break
        factor, j, unit = read
        if i and words[i][0].isdigit() and (factor != int(factor) or words[j : j + 1] == []):
            break
        scale = 1
        while j < n and words[j] in _BIG and _BIG[words[j]] != _BILLION:
            scale *= _BIG[words[j]]
            j += 1
        if scale >= last:
            break
        term: Number
        if scale == 1 and i and factor < 10 and j == i + 1 and last >= 1000:
            term, unit = factor * last // 10, last // 10  # "một triệu hai" is 1.2 million
        else:
            term, unit = factor * scale, unit * scale
        value, last, i = value + term, scale, j
        if i < n and words[i] in _HALF:
            return _plain(billions + value + Decimal(unit) / 2), i + 1
        while i < n and words[i] in ("tỷ", "tỉ") and not billions:
            billions, value, last, i = value * _BILLION, 0, _BILLION, i + 1
            while i < n and words[i] in ("tỷ", "tỉ"):
                billions, i = billions * _BILLION, i + 1
            if i < n and words[i] in _HALF:
                return _plain(billions + Decimal(_BILLION) / 2), i + 1
        if last == 1 or factor != int(factor):
            break
    if 0 < i < n and words[i] in _POINT and last > 1 and words[i - 1] in _BIG:
        behind = _fraction(words, i + 1)  # "năm mươi nghìn phẩy hai"
        if behind:
            return billions + value + behind[0], behind[1]
    return _plain(billions + value), i


def _parts(words: list[str]) -> tuple[Number, int]:
    """A number or a fraction ("ba phần tư") at the head of `words`, and its length."""
    value, used = _read(words)
    if used and words[used : used + 1] == ["phần"]:
        rest = words[used + 1 :]
        below, more = _read(["bốn", *rest[1:]] if rest[:1] == ["tư"] else rest)
        if more and below > 1:
            return _plain(Decimal(value) / Decimal(below)), used + 1 + more
    return value, used


def parse(text: str) -> Number | None:
    """The number that the whole of `text` writes, or None.

    Digits, words, or digits with scale words; a whole number comes as an int, any other as a
    Decimal ("một phần ba" to the precision of the decimal context).

    >>> parse("1.600"), parse("12,5"), parse("1,71 triệu"), parse("3 triệu rưỡi")
    (1600, Decimal('12.5'), 1710000, 3500000)
    >>> parse("hai trăm linh năm"), parse("một triệu hai"), parse("hăm mốt")
    (205, 1200000, 21)
    >>> parse("ba phần tư"), parse("âm hai phẩy năm"), parse("nhiều")
    (Decimal('0.75'), Decimal('-2.5'), None)
    """
    low = " ".join(text.lower().split())
    sign = 1
    for mark in ("âm ", "trừ ", "-", "+"):
        if low.startswith(mark):
            sign, low = (1 if mark == "+" else -1), low.removeprefix(mark)
    words = [m.group() for m in _TOKEN.finditer(low)]
    if not words or " ".join(words) != low:
        return None
    words = _in_full(words)
    value, used = _parts(words)
    return sign * value if used == len(words) else None


def _in_full(words: list[str]) -> list[str]:
    """What is said for short, where nothing else stands around: "triệu hai", "3 triệu 5".

    In a text "tỷ tư" may begin "hai tỷ tư nhân", and "trăm hai" end "hàng trăm hai bên".
    """
    if words == ["một", "nửa"]:
        return ["nửa"]
    if len(words) == 2 and words[0] in SCALES and words[1] in (*_SPOKEN, *_HALF):
        words = ["một", *words]
    if len(words) > 2 and words[-2] in _BIG:
        digit = _SPOKEN.get(words[-1], int(words[-1]) if words[-1].isdecimal() else 0)
        if 0 < digit < 10:
            return [*words[:-1], DIGIT_NAMES[digit]]
    return words


class Numeral(NamedTuple):
    """A number found in a text: where, what it is worth, and how it is written."""

    start: int
    end: int
    value: Number
    in_digits: bool
    scaled: bool
    """Whether a scale word (nghìn, triệu …) stands in it."""


@cache
def _scale_behind() -> re.Pattern[str]:
    # "3 tỷ phú" counts billionaires, "2 tỷ lệ" ratios
    return re.compile(
        r" {0,2}(?:trăm|nghìn|ngàn|vạn|triệu(?! phú)|(?:tỷ|tỉ)(?! (?:phú|lệ|số|suất|giá|trọng))"
        r"|chục|tá)(?!\w)"
    )


_HALF_BEHIND = re.compile(r" rưỡi(?!\w)")
_TERM_BEHIND = re.compile(
    r" \d{1,3} (?:trăm|nghìn|ngàn|triệu)(?: (?:nghìn|ngàn|triệu|tỷ|tỉ))?(?!\w)"
)


def scaled_end(lower: str, end: int) -> int:
    """Where the scale words behind a run of digits end: `end` itself if there are none.

    >>> scaled_end("1,71 triệu người", 4)
    10
    """
    match = _scale_behind().match(lower, end)
    while match:
        end = match.end()
        match = _scale_behind().match(lower, end)
    return end


def read_digits(lower: str, start: int, end: int) -> Numeral | None:
    """The number whose digits stand at `start:end`, with the scale words behind it.

    >>> read_digits("vay 2 tỷ 300 triệu đồng", 4, 5)
    Numeral(start=4, end=18, value=2300000000, in_digits=True, scaled=True)
    """
    value = digits(lower[start:end])
    if value is None:
        return None
    stop = scaled_end(lower, end)
    if stop == end:
        half = _HALF_BEHIND.match(lower, end)
        if half and value == int(value):
            return Numeral(start, half.end(), value + Decimal("0.5"), True, False)
        return Numeral(start, end, value, True, False)
    words = [lower[start:end], *_TOKEN.findall(lower, end, stop)]
    half = _HALF_BEHIND.match(lower, stop)
    if half:
        stop = half.end()
        words.append("rưỡi")
    else:
        following = _TERM_BEHIND.match(lower, stop)
        while following:
            tail = [*words, *_TOKEN.findall(following.group())]
            if _read(tail)[1] != len(tail):
                break
            words, stop = tail, following.end()
            following = _TERM_BEHIND.match(lower, stop)
    number, used = _read(words)
    if used != len(words):
        return Numeral(start, end, value, True, False)
    return Numeral(start, stop, number, True, True)


# Words that show a number in words; a search for each is far faster than one for any of them.
_SHOWN = ("trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "mươi", "chục", "phẩy", "phần")
_RICH = re.compile(r" phú(?!\w)")


def _shown(lower: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the words stand that show a number, in text order."""
    found = []
    for word in _SHOWN:
        at = lower.find(word, start, end)
        while at >= 0:
            stop = at + len(word)
            whole = not (at and lower[at - 1].isalnum()) and not lower[stop : stop + 1].isalnum()
            if whole and not (word in _RICHES and _RICH.match(lower, stop)):
                found.append((at, stop))
            at = lower.find(word, stop, end)
    found.sort()
    return found


_RICHES = ("triệu", "tỷ", "tỉ")
_LEADING = frozenset([*_SPOKEN, "mười", "hăm", "nửa"])
_MOST_WORDS = 24  # the longest number worth reading: "chín trăm … tỷ … triệu … nghìn …"


def in_words(lower: str, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """The numbers in words that carry a scale, a ten, "phẩy", "phần", or stand before "phần trăm".

    >>> [n[:3] for n in in_words("hơn hai triệu rưỡi người, một trăm năm mươi xã")]
    [(4, 18, 2500000), (26, 43, 150)]
    """
    end = len(lower) if end is None else end
    done = start
    for begin, stop in _shown(lower, start, end):
        if begin < done:
            continue
        first = begin
        for _ in range(_MOST_WORDS):  # walk left over the words of the number
            if first <= done or lower[first - 1] != " ":
                break
            cut = first - 1
            while cut > done and first - cut < 9 and lower[cut - 1].isalpha():
                cut -= 1
            if lower[cut : first - 1] not in _LEADING:
                break
            first = cut
        if first == begin:
            continue
        numeral = _words_at(lower, first, end)
        if numeral is None:
            continue
        percent = numeral.end == begin - 1 and lower.startswith("phần trăm", begin)
        if numeral.end >= stop or percent:
            yield numeral
            done = numeral.end


def _words_at(lower: str, start: int, end: int) -> Numeral | None:
    """The number in words at `start`."""
    words: list[str] = []
    ends: list[int] = []
    at = start
    # A sum that is spelled out parts its groups: "(Sáu mươi tư tỷ, ba trăm triệu đồng)".
    bracketed = lower.endswith(("(", "bằng chữ: ", "bằng chữ là: "), 0, start)
    while len(words) < _MOST_WORDS:
        token = _TOKEN.match(lower, at, end)
        if token is None or token.group() not in _NUMBER_WORDS:
            break
        if token.group() == "năm" and words and words[-1] not in (*_EMPTY_TEN, *_POINT):
            # Years: five behind a ten is "lăm", and behind a scale it has a scale of its own.
            follower = _TOKEN.match(lower, token.end() + 1, end)
            if follower is None or follower.group() not in _NUMBER_WORDS:
                break
        words.append(token.group())
        ends.append(token.end())
        at = token.end() + 1
        if bracketed and token.group() in _BIG and lower.startswith(", ", token.end()):
            at += 1
        elif lower[token.end() : at] != " ":
            break
    value, used = _parts(words)
    if not used:
        return None
    return Numeral(start, ends[used - 1], value, False, any(w in SCALES for w in words[:used]))
