"""Reads one point of the calendar or clock: atoms in a chain, fine to coarse.

"7 giờ rưỡi tối thứ hai tuần trước" is the chain clock, part of day, weekday, week.  Each
atom fills what it says into one `Point`; the chain ends where nothing fits any more.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from trich.extract.dates import words as w
from trich.extract.dates.clock import after_part, clock, noon, part, zone
from trich.extract.dates.days import day_word, days, relative_day, weekday
from trich.extract.dates.eras import century, decade, season, spring
from trich.extract.dates.lunar import festival, lunar, tet_day
from trich.extract.dates.periods import bare_year, half, month, month_of_year, quarter, week, year
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.words import compiled as re_

Atom = Callable[[Reader, Draft, int], int | None]

_GAP = (
    r"(?:\s{0,2}\|\s{0,2}|\s-\s|-\s?(?=\d\d?:)|,\s{0,2}|\s\((?=\d\d?[:h]\d\d\))|\s{1,2})"
    r"(?:vào\s(?:lúc\s|hồi\s|khoảng\s)?|lúc\s|hồi\s|của\s|trong\s|nhằm\s)?"
)
_WHICH = (
    r"\s(sắp tới|tới đây|tới|kế tiếp|tiếp theo|này|vừa qua|vừa rồi|rồi|qua|trước|sau)\b"
    r"(?!\s(?:ngày|tháng|năm|thứ|quý|tuần|\d))"
)
_MOD = (
    r"(?:(?:những|các)\s(?:ngày|tháng|tuần|năm|quý)\s|tuần\s)?"
    r"(?P<mod>đầu|giữa|cuối|(?:thượng|trung|hạ)\stuần)(?:\s(?:tiên|cùng))?\s(?:của\s)?"
)
_MODS = ("đầu", "giữa", "cuối", "những", "các", "tuần", "thượng", "trung", "hạ")  # opens _MOD
_NO_MOD_BEHIND = frozenset([
    "bắt", "dẫn", "đứng", "lần", "ban", "hàng", "khởi", "bước", "cầm", "đội", "mở", "đối", "cứng",
    "thủ",
])  # fmt: skip
_AFTER_COMMA = rf"\d\d?:\d\d|\d\d?h\d\d|{w.WEEKDAY}|lúc|năm\s\d"
_MODIFIED = (
    r"ngày(?:\s(?:\d|hôm|mai)|\s?\Z)|tháng|năm(?!\s(?:học|thứ))|quý|tuần|mùa|thập"
    rf"|thế k[ỷỉ]|những năm|nhiệm kỳ|{w.YEAR}\b"
)


_PERIODS: frozenset[Atom] = frozenset(
    [month, month_of_year, quarter, half, season, spring, year, bare_year, decade, century, week]
)
_CLOCKS: frozenset[Atom] = frozenset([clock, part])
_DIGITS: tuple[Atom, ...] = (clock, days, month_of_year, bare_year)
_WORDS: tuple[Atom, ...] = (clock, days, weekday, tet_day, festival)


@cache
def _atoms() -> dict[str, tuple[Atom, ...]]:
    """Which atoms may begin with a word."""
    return {
        "ngày": (lunar, days, festival, day_word),
        "hôm": (relative_day, days, day_word),
        "bữa": (relative_day, day_word),
        "hồi": (relative_day,),
        "mai": (after_part, relative_day),
        "mốt": (after_part, relative_day),
        "kém": (clock,),
        "đúng": (noon,),
        "chính": (noon,),
        "cùng": (relative_day, year, month),
        "mùng": (lunar, days, day_word),
        "mồng": (lunar, days, day_word),
        "đêm": (tet_day, festival, part),
        "rằm": (lunar, festival),
        "thứ": (weekday, festival),
        "chủ": (weekday,),
        "cn": (weekday,),
        "chúa": (weekday,),
        "tuần": (week,),
        "tháng": (lunar, month),
        "quý": (quarter,),
        "q": (quarter,),
        "nửa": (part, half),
        "giữa": (noon, part),
        "năm": (year, clock, days),
        "sang": (year, week, month),
        "mùa": (season,),
        "vụ": (season,),
        "hè": (season,),
        "thu": (season,),
        "đông": (season,),
        "thập": (decade,),
        "những": (decade,),
        "thế": (century,),
        "xuân": (spring, season),
        **dict.fromkeys(("nay", "ni", "qua", "kia"), (after_part,)),
        **dict.fromkeys(
            ("sáng", "trưa", "chiều", "tối", "khuya", "rạng", "tảng", "tờ", "buổi", "giờ",
             "xế", "đầu", "cuối", "chập", "mờ", "sẩm", "gần", "chạng", "nhá", "hoàng",
             "bình", "tinh", "hừng"),
            (part,),
        ),
    }  # fmt: skip


@cache
def _without(atoms: tuple[Atom, ...], unfit: frozenset[Atom]) -> tuple[Atom, ...]:
    return tuple(atom for atom in atoms if atom not in unfit)


def read(
    r: Reader, start: int, *, evidence: bool = False, draft: Draft | None = None
) -> tuple[int, Draft] | None:
    """The longest chain that begins here and where it ends.

    `evidence` says that what stands before makes a bare "5/3" a day.
    """
    draft = draft or Draft(word=evidence)
    at = _modifier(r, draft, start)
    end: int | None = None
    bracketed = False
    while True:
        next_end = _atom(r, draft, at)
        if next_end is None:
            break
        end = next_end
        if bracketed:
            end += r.low.startswith(")", end)
            break
        gap = re_(_GAP).match(r.low, end)
        if gap is None:
            break
        if not _gap_fits(r, draft, gap.group(), gap.end()):
            break
        at = gap.end()
        bracketed = "(" in gap.group()
    if end is None:
        return None
    p = draft.point
    if p.hour is not None and not draft.anchored and p.on:
        return zone(r, end), draft
    return _direction(r, draft, end), draft


def _gap_fits(r: Reader, draft: Draft, gap: str, at: int) -> bool:
    """Whether the separator may join what is read with what comes."""
    p = draft.point
    if p.level == 1 and re_(r"(?:tháng|quý|năm)\b").match(r.low, at):
        return False  # "lần thứ 5 năm 2024"
    if "(" in gap:  # "15/11/2017 (17:02)"
        return bool(p.on and re_(r"\d\d?[:h]\d\d\)").match(r.low, at))
    if p.level == 1 and not p.timed and "-" in gap:  # "Thứ năm - 13/03/2014"
        return bool(re_(r"\d\d?[/.-]\d\d?[/.-]\d{4}").match(r.low, at))
    if "|" in gap or "-" in gap:  # only in stamps: a full date and a clock time
        behind = rf"(?:{w.WEEKDAY},?\s(?:ngày\s)?)?\d\d?[:h/.-]\d\d?"
        return bool(p.on or p.hour is not None) and bool(re_(behind).match(r.low, at))
    if "," in gap and p.dated and not p.timed:
        # "Thứ Sáu, ngày 14/11" and "14/11/2025, 06:43" go on; "năm 2023, tháng 5" does not.
        if p.level <= 2:
            return bool(
                re_(r"(?:ngày|tháng|năm|lúc|hồi|mùng)\b|\d\d?\s?[/.:h-]|\d\d?\s(?:giờ|tháng)|ch[ủú]|thứ")
                .match(r.low, at)
            )  # fmt: skip
        return bool(re_(_AFTER_COMMA)
                    .match(r.low, at))  # fmt: skip
    return True


def _atom(r: Reader, draft: Draft, at: int) -> int | None:
    if r.low[at : at + 1].isdigit():
        candidates: tuple[Atom, ...] = (tet_day, *_DIGITS) if r.tet else _DIGITS
    else:
        word = re_(r"[^\W\d_]+").match(r.low, at)
        if word is None:
            return None
        candidates = _atoms().get(word.group(), _WORDS)
    p = draft.point
    if p.day is None and not p.weekday:
        if p.timed and not draft.bare_mod:
            candidates = _without(candidates, _PERIODS)
        elif not p.weekend and p.level > 2:
            # No clock time goes with a month or year: "hai chiều năm 2024".
            candidates = _without(candidates, _CLOCKS)
    for candidate in candidates:
        end = candidate(r, draft, at)
        if end is not None:
            return end
    return None


def _modifier(r: Reader, draft: Draft, at: int) -> int:
    if not r.low.startswith(_MODS, at):
        return at
    m = re_(_MOD).match(r.low, at)
    if m is None or (r.previous(at) in _NO_MOD_BEHIND and m.group("mod") == "đầu"):
        return at
    if m.group("mod") == "cuối" and r.previous(at) == "lần" and r.low.startswith("ngày", m.end()):
        return at
    if not re_(_MODIFIED).match(r.low, m.end()):  # fmt: skip
        return at
    draft.point.mod = w.MODS[m.group("mod")]
    draft.bare_mod = True
    return m.end()


def _direction(r: Reader, draft: Draft, end: int) -> int:
    """Take in "tới", "này", "vừa qua" behind a day, month or quarter without its year."""
    p = draft.point
    if p.year is not None or p.until or p.level not in (1, 2, 3, 4):
        return end
    m = re_(_WHICH).match(r.low, end)
    if m is None:
        return end
    word = m.group(1)
    if len(word) <= 5 and word != "này" and not (r.closes(m.end()) or r.context.asked):
        return end
    draft.direction = word
    return m.end()
