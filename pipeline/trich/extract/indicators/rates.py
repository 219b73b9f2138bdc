"""Denominators: how far "/người/tháng", "trên 10.000 dân" or "/thí sinh" reaches behind a unit."""

from __future__ import annotations

import re
from functools import cache

from trich.extract.indicators.counted import known_noun, words


@cache
def denominator() -> re.Pattern[str]:
    nouns = "|".join(re.escape(w) for w in sorted(words("per"), key=len, reverse=True))
    return re.compile(
        rf" ?/ ?(?:(?P<word>(?:{nouns})(?!\w))"
        r"|(?P<measured>\d+ ?(?:ml|lít|l|dl|kg|km|ha|m2|m²|m3|m³|g|giờ|phút|ngày)(?!\w)"
        r"(?: (?:máu|khí thở)(?!\w))?)"
        r"|(?P<count>(?:\d[\d.]*|một|mười)(?: ?(?:nghìn|ngàn|vạn|triệu))?|vạn|triệu|nghìn)"
        r"(?=[ /]|$)"
        r"|(?P<number>\d[\d.]*)(?=\W|$))"
    )


@cache
def each() -> re.Pattern[str]:
    """What money is for: "100 triệu đồng mỗi hecta", "8 triệu đồng một tháng"."""
    nouns = "|".join(re.escape(w) for w in sorted(words("per"), key=len, reverse=True))
    return re.compile(
        rf" (?:mỗi|trên một|một) (?P<word>{nouns}|ounce|mét vuông|mét khối|đô la|cổ phần)(?!\w)"
        r"(?! (?:lần|một|nhận|được|phải|có)(?!\w))"
    )


_PER = re.compile(
    r" (?:tính )?(?:trên|cho)(?: mỗi)? "
    r"(?P<count>(?:1\.?0{2,3}|1\d?0?\.000|100\.000|1\.000\.000)|"
    r"(?:một |1 |mười )?(?:nghìn|ngàn|vạn|triệu))(?= )"
)


# What a population is counted in, behind "/100.000" and "trên 10.000".
@cache
def _population() -> re.Pattern[str]:
    return re.compile(
        r" (?:dân số|dân cư|dân|người dân|người|trẻ đẻ ra sống|trẻ đẻ sống|trẻ sinh sống|"
        r"trẻ sơ sinh|"
        r"trẻ em|trẻ|ca đẻ sống|ca sinh sống|ca sinh|ca đẻ|ca|phụ nữ|bà mẹ|bé gái|cháu gái|"
        r"trẻ gái|nữ|"
        r"lao động|hộ dân|hộ gia đình|hộ|học sinh|sinh viên|giường bệnh|bệnh nhân|doanh nghiệp|"
        r"lượt khám|lượt|phương tiện|xe|thuê bao|km2|km²|ha|usd|đồng)(?!\w)"
    )


def denominators(lower: str, at: int, end: int) -> int:
    """Where the denominators behind a unit end: "/người/tháng", "trên 10.000 dân"."""
    if hours := _HOURS.match(lower, at, end):
        return hours.end()
    per = _PER.match(lower, at, end)
    if per:
        population = _population().match(lower, per.end(), end)
        if population:
            return population.end()
    for _ in range(3):
        match = denominator().match(lower, at, end)
        if match is None:
            return at
        if match["word"] or match["measured"] or lower.startswith("/", match.end()):
            at = match.end()
            continue
        population = _population().match(lower, match.end(), end)
        if population is None:
            return at
        at = population.end()
    return at


_HOURS = re.compile(r" ?/ ?\d{1,2} ?(?:h|giờ)(?!\w)")  # "50 mm/24h"
_PER_WORD = re.compile(r" ?/ ?(?=[^\W\d_]{2})")
_ONE_WORD = re.compile(
    r"[^\W\d_]+(?=[.,;:)\n]|\Z| (?:và|cho|trong|đối|theo|từ|đến|để|với|khi|ở|tại)\b)"
)


def per_noun(text: str, lower: str, at: int, end: int) -> int:
    """Where a denominator of any noun ends: "50 triệu đồng/nhà", "500.000 đồng/thí sinh"."""
    slash = _PER_WORD.match(lower, at, end)
    if slash is None or text[slash.end()].isupper():
        return at
    noun = known_noun(lower, slash.end(), end) or _ONE_WORD.match(lower, slash.end(), end)
    if noun is None:
        return at
    return noun.end() if isinstance(noun, re.Match) else noun.end


_SPACES = re.compile(r"\s+")
_PER_WORDS = re.compile(r"^ (?:tính )?(?:trên|cho)(?: mỗi)? ")


def rate_unit(text: str, numerator: str, at: int, end: int) -> str:
    """The unit of a rate: `numerator/denominator`."""
    below = _PER_WORDS.sub("/", text[at:end])
    return numerator + _SPACES.sub(" ", below.strip()).replace(" /", "/").replace("/ ", "/")
