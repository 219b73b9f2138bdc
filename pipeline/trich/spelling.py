"""Vietnamese numbers as they are said, region by region; `trich.numerals` reads them back."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from trich.numerals import DIGIT_NAMES

_BILLION = 10**9


class Speech(NamedTuple):
    """How a number is said: the words that differ from region to region, and the short ways."""

    thousand: str = "nghìn"
    empty_ten: str = "linh"
    billion: str = "tỷ"
    seven: str = "bảy"
    four: str = "tư"  # behind a ten
    five: str = "lăm"  # behind a ten above ten
    twenty: str = "hai mươi"
    empty_hundred: bool = True  # "một nghìn không trăm linh năm"
    bare_ten: bool = False  # "hai mốt" for "hai mươi mốt"
    half: bool = False  # "hai triệu rưỡi" for "hai triệu năm trăm nghìn"


NORTH = Speech()
SOUTH = Speech("ngàn", "lẻ", "tỷ", four="bốn")


def _spell_hundreds(n: int, full: bool, s: Speech) -> list[str]:
    """The words of a group of three digits; `full` names an empty hundred too."""
    hundred, ten, unit = n // 100, n // 10 % 10, n % 10

    def digit(d: int) -> str:
        return s.seven if d == 7 else DIGIT_NAMES[d]

    named = hundred > 0 or (full and (s.empty_hundred or ten > 0))
    words = [digit(hundred), "trăm"] if named else []
    if ten == 0:
        if unit:
            words += [s.empty_ten, digit(unit)] if words or full else [digit(unit)]
        return words
    short = s.bare_ten and ten > 1 and unit > 0 and unit in (1, 4, 5)
    if ten == 1:
        words.append("mười")
    elif ten == 2 and s.twenty != "hai mươi" and unit:
        words.append(s.twenty)
    else:
        words += [digit(ten)] if short else [digit(ten), "mươi"]
    tail = {1: "mốt" if ten > 1 else "một", 4: s.four if ten > 1 else "bốn",
            5: s.five if ten > 1 else "lăm"}  # fmt: skip
    if unit:
        # without "mươi", "hai bốn" would be two numbers
        words.append("tư" if short and unit == 4 else tail.get(unit, digit(unit)))
    return words


def spell(number: int | Decimal | Fraction, speech: Speech = NORTH) -> str:
    """The words of a number below 10¹⁸ in size; `numerals.parse` reads them back.

    Behind "phẩy" stands digit by digit.  Raises ValueError for a larger number.

    >>> spell(1_205), spell(21), spell(-15), spell(2_000_000_000_000)
    ('một nghìn hai trăm linh năm', 'hai mươi mốt', 'âm mười lăm', 'hai nghìn tỷ')
    >>> spell(1_024, SOUTH), spell(Decimal("12.05")), spell(Fraction(3, 4))
    ('một ngàn không trăm hai mươi bốn', 'mười hai phẩy không năm', 'ba phần tư')
    >>> spell(2_500_000, Speech(half=True))
    'hai triệu rưỡi'
    """
    if number < 0:
        return "âm " + spell(-number, speech)
    if number >= 10**18:
        raise ValueError(f"spell: {number} is not below 10**18")
    if isinstance(number, Fraction):
        below = "tư" if number.denominator == 4 else spell(number.denominator, speech)
        return f"{spell(number.numerator, speech)} phần {below}"
    if isinstance(number, Decimal) and number != int(number):
        digits = format(number.normalize(), "f").partition(".")[2]
        behind = " ".join(speech.seven if d == "7" else DIGIT_NAMES[int(d)] for d in digits)
        return f"{spell(int(number), speech)} phẩy {behind}"
    return _spell_whole(int(number), speech)


def _spell_whole(n: int, s: Speech) -> str:
    if n == 0:
        return DIGIT_NAMES[0]
    words: list[str] = []
    if n >= _BILLION:
        words += [_spell_whole(n // _BILLION, s._replace(half=False)), s.billion]
        half = s.half and n // _BILLION % 100 > 0
        n %= _BILLION
        if half and n * 2 == _BILLION:
            return " ".join([*words, "rưỡi"])
    for scale, name in ((10**6, "triệu"), (10**3, s.thousand), (1, "")):
        group = n // scale % 1000
        if group:
            words += [*_spell_hundreds(group, bool(words), s), *([name] if name else [])]
            # "ba trăm triệu rưỡi" would be 350 millions
            if s.half and group % 100 and scale > 1 and n % scale * 2 == scale:
                return " ".join([*words, "rưỡi"])
    return " ".join(words)
