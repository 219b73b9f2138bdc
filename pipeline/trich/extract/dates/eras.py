"""Atoms of the year and beyond: seasons, stem-branch years, decades, centuries."""

from __future__ import annotations

from trich.extract.dates import words as w
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.timex import UNKNOWN, Point, sexagenary
from trich.extract.dates.words import compiled as re_

_SEASON = r"(?:mùa\s)?(xuân|hè|hạ|thu|đông)\b"
_OTHER_SEASON = (
    r"mùa\s(?:khô|mưa|lũ|nước nổi|bão|giải|bóng)\b(?=\snăm\s\D|\s(?:năm\s)?(?:19|20)\d\d\b)"
)
_SEASON_OF_YEAR = r"mùa\s(?:[^\W\d]+\s){1,2}(?=năm\s(?:nay|ngoái|trước|sau|tới)\b)"
_OF_CENTURY = r"(?:\scủa)?\sthế\sk[ỷỉ]\s(?:trước|này|x{1,2}i?x?|xx|19|20|21)\b"
_DECADES = (
    r"(?:thập\s(?:niên|kỷ|kỉ)|những\snăm)\s((?:1\d|20)\d0|[1-9]0)(?:\s?-\s?|,\s|\svà\s|\sđến\s)"
    rf"((?:1\d|20)\d0|[1-9]0)(?!\d|[.,/%]\d)({_OF_CENTURY})?"
)
_THOSE_YEARS = rf"những\snăm\s({w.YEAR})\s?-\s?({w.YEAR}){w.YEAR_END}"
_SPORT_SEASON = r"mùa(?:\sgiải|\sbóng)?(?:\s(này|trước|sau|tới|ngoái|vừa rồi|vừa qua)\b)?"
_SEASON_MONTHS = {"SP": (2, 4), "SU": (5, 7), "FA": (8, 10), "WI": (11, 12)}
_WHICH = r"\s(này|vừa qua|vừa rồi|rồi|sắp tới|tới)\b"
_CENTURY = r"(?:thứ\s)?(x{0,2}(?:ix|iv|v?i{1,3}|v|x)|xx|x|\d{1,2})(?!\w)"
_SPRING = (
    rf"xuân\s({w.STEM})\s({w.BRANCH})\b(?:\s({w.YEAR})\b)?|xuân\s(?:năm\s)?({w.YEAR}){w.YEAR_END}"
)
_DECADE_STEP = rf"thập\s(?:niên|kỷ|kỉ)\s({w.STEP}){w.STEP_END}"
_CENTURY_WORDS = rf"thế\sk[ỷỉ]\s(?:thứ\s)?((?:hai mươi|mười)(?:\s{w.NUMBER_WORDS})?)(?!\w)"
_CENTURY_NAME = rf"thế\sk[ỷỉ]\s{_CENTURY}"


def stem_year(r: Reader, draft: Draft, stem: str, branch: str, digits: str | None, end: int) -> int:
    p = draft.point
    draft.rule = "stem-year"
    today = r.context.today
    if digits:
        p.year = int(digits)
        if r.low[end - 1] == ")" or "(" not in r.low[end - 7 : end]:
            return end
        return end - len(digits) - 2
    near = r.told_year(end) or (today.year if today else None)
    p.year = (sexagenary(stem, branch, near) if near else None) or UNKNOWN
    return end


def spring(r: Reader, draft: Draft, at: int) -> int | None:
    """ "Xuân Ất Tỵ 2025": the year of that spring."""
    m = re_(_SPRING).match(r.low, at)
    if m is None or draft.point.level > 4 or r.previous(at) in ("vụ", *w.SEASONS):
        return None
    if m.group(4):
        draft.point.year, draft.rule = int(m.group(4)), "stem-year"
        return m.end()
    return stem_year(r, draft, m.group(1), m.group(2), m.group(3), m.end())


def season(r: Reader, draft: Draft, at: int) -> int | None:
    """ "mùa hè năm 2024", "mùa đông năm ngoái", "hè này"."""
    p = draft.point
    if p.level > 0:
        return None
    m = re_(_SEASON).match(r.low, at)
    if m is None:
        return _other_season(r, draft, at)
    if not m.group().startswith("mùa") and r.previous(at) in ("mùa", "vụ", *w.SEASONS):
        return None
    end, year_no = r.year_tail(m.end())
    name = w.SEASONS[m.group(1)]
    if year_no is None:
        this = re_(_WHICH).match(r.low, m.end())
        if this is None and not (r.context.asked and m.group().startswith("mùa")):
            return None
        end = this.end() if this else m.end()
        year_no = _season_year(r, name, this.group(1) if this else "này")
        draft.anchored = True
    p.season, p.year = name, year_no
    draft.rule = "season"
    return end


def _season_year(r: Reader, name: str, which: str) -> int:
    """The year of "mùa hè tới", "mùa đông vừa qua"."""
    today = r.context.today
    if today is None:
        return UNKNOWN
    first, last = _SEASON_MONTHS[name]
    if which in w.PAST:
        return today.year - (today.month < first + 1)
    if which in w.FUTURE:
        return today.year + (today.month >= first)
    return today.year + (r.context.asked and today.month > last)


def _other_season(r: Reader, draft: Draft, at: int) -> int | None:
    """ "mùa khô năm nay", "mùa giải năm ngoái", "mùa này": TIMEX3 knows them by their year."""
    m = re_(_OTHER_SEASON).match(r.low, at) or re_(_SEASON_OF_YEAR).match(r.low, at)
    if m is None:
        return _season_of_sport(r, draft, at)
    end, year_no = r.year_tail(m.start() + len(m.group().rstrip()))
    if year_no is None or year_no == UNKNOWN:
        return None
    draft.point.year, draft.rule, draft.anchored = year_no, "season", True
    return end


def _season_of_sport(r: Reader, draft: Draft, at: int) -> int | None:
    """ "mùa này", "từ đầu mùa" in a story of a league: the year that it is played in."""
    m = re_(_SPORT_SEASON).match(r.low, at)
    if m is None or not (m.group(1) or draft.bare_mod) or not r.sport():
        return None
    if m.group(1) is None and not r.closes(m.end()):
        return None  # "đầu mùa mưa"
    draft.point.year = r.year_step(m.group(1) or "này", at)
    draft.rule, draft.anchored = "season", True
    return m.end()


def decade(r: Reader, draft: Draft, at: int) -> int | None:
    """ "thập niên 90", "những năm 2010", "những năm 80 của thế kỷ trước"."""
    p = draft.point
    if p.level > 0:
        return None
    m = re_(_THOSE_YEARS).match(r.low, at)
    if m and m.group(1) < m.group(2) and not m.group().endswith("0"):  # "những năm 1937-1939"
        p.year, p.until, draft.rule = int(m.group(1)), Point(int(m.group(2))), "year-span"
        return m.end()
    m = re_(_DECADES).match(r.low, at)
    if m:
        first, last = int(m.group(1)), int(m.group(2))
        if first < last and (first > 100) == (last > 100):
            start = 0 if first > 100 else _century_start(m.group(3), first)
            p.decade, p.until = start + first // 10, Point(decade=start + last // 10)
            draft.rule = "decade"
            return m.end()
    m = re_(
        r"(?:(?:thập\s(?:niên|kỷ|kỉ)|những\snăm(?:\sthuộc)?(?:\sthập\s(?:niên|kỷ|kỉ))?)\s)"
        r"((?:1\d|20)\d0|[1-9]0)(?!\d|[.,/%]\d)((?:\scủa)?\sthế\sk[ỷỉ]\s(?:trước|này|x{1,2}i?x?|xx|19|20|21)\b)?"
    ).match(r.low, at)
    if m:
        if m.group(2) is None and r.counted(m.end()):
            return None
        number = int(m.group(1))
        p.decade = (
            number // 10 if number > 100 else _century_start(m.group(2), number) + number // 10
        )
        draft.rule = "decade"
        return m.end()
    m = re_(_DECADE_STEP).match(r.low, at)
    if m and r.context.today and r.previous(at) not in w.VAGUE:
        p.decade = r.context.today.year // 10 + w.STEPS[m.group(1)]
        draft.rule, draft.anchored = "relative-period", True
        return m.end()
    return None


def _century_start(words: str | None, number: int) -> int:
    """The first decade of the century of "thập niên 90": said, or the last that had begun."""
    if words:
        name = words.split()[-1]
        return {"xix": 180, "19": 180, "xxi": 200, "21": 200, "này": 200}.get(name, 190)
    return 190 if number >= 30 else 200


def century(r: Reader, draft: Draft, at: int) -> int | None:
    """ "thế kỷ XXI" is "20", its first two digits."""
    p = draft.point
    if p.level > 0:
        return None
    m = re_(_CENTURY_WORDS).match(r.low, at)
    words = w.number(m.group(1)) if m else None
    if m and words and 2 <= words <= 22:
        p.century, draft.rule = words - 1, "century"
        return m.end()
    m = re_(_CENTURY_NAME).match(r.low, at)
    if m:
        number = _century_number(m.group(1))
        if not 1 <= number <= 22:
            return None
        p.century, draft.rule = number - 1, "century"
        more = re_(rf"(?:\s?-\s?|\s(?:và|đến)\s)(?:thế\sk[ỷỉ]\s)?{_CENTURY}").match(r.low, m.end())
        last = _century_number(more.group(1)) if more else 0
        if more and number < last <= 22:
            p.until = Point(century=last - 1)
            return more.end()
        return m.end()
    m = re_(r"thế\sk[ỷỉ]\s(này|trước|sau|tới)\b(?!\skhi)").match(r.low, at)
    if m and r.context.today:
        p.century = r.context.today.year // 100 + w.STEPS[m.group(1)]
        draft.rule, draft.anchored = "relative-period", True
        return m.end()
    return None


def _century_number(text: str) -> int:
    return int(text) if text.isdigit() else _roman(text)


def _roman(text: str) -> int:
    """The number of a Roman numeral in lower case.

    >>> _roman("xix"), _roman("xxi")
    (19, 21)
    """
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
