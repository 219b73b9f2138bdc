"""Bodies of other states that the text names without the country: `Quốc hội nước này`.

The country is the one named last before `nước này`; or, on a page that names neither Vietnam nor
a province of it, the one that the page names most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from trich.extract.names import UPPER
from trich.extract.organizations.about import Found
from trich.lexicon import table

#: Bodies that every state has by this name.
_STATES = frozenset(
    {"Quốc hội", "Chính phủ", "Bộ Ngoại giao", "Bộ Quốc phòng", "Bộ Thương mại", "Bộ Tài chính",
     "Bộ Tư pháp", "Bộ Nội vụ", "Bộ Công an", "Bộ Y tế", "Bộ Giáo dục", "Thượng viện", "Hạ viện"}
)  # fmt: skip
_HERE = ("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", "Đảng Cộng sản Việt Nam")
#: Organs of a ruling party, and the parties of other states that have them.
_ORGANS = frozenset({"Bộ Chính trị", "Ban Bí thư", *_HERE})
_PARTIES = {
    "Trung Quốc": "Đảng Cộng sản Trung Quốc",
    "Lào": "Đảng Nhân dân Cách mạng Lào",
    "Cuba": "Đảng Cộng sản Cuba",
    "Triều Tiên": "Đảng Lao động Triều Tiên",
    "Liên Xô": "Đảng Cộng sản Liên Xô",
}
_AMERICAN = frozenset({"Đảng Cộng hòa", "Đảng Dân chủ"})
_THIS = (" nước này", " nước ấy", " nước đó")
_FAR = 600  # how far before `nước này` the country may stand
#: Names of one syllable, which are words and names of persons too.
_SHORT = frozenset({"Mỹ", "Nga", "Pháp", "Lào", "Nhật", "Đức"})


@cache
def _countries() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    for r in table("countries"):
        for name in (r["name"], *filter(None, r["aliases"].split("|"))):
            if name in _SHORT or " " in name or (len(name) > 3 and name.isascii()):
                names.setdefault(name, r["name"])
    longer = "|".join(map(re.escape, sorted(names.keys() - _SHORT, key=len, reverse=True)))
    short = "|".join(sorted(_SHORT))
    pattern = rf"(?<!\w)(?:{longer})(?!\w)|(?<=[^\W\d_{UPPER}] )(?:{short})(?!\w| [{UPPER}])"
    return re.compile(pattern), names


@cache
def _led() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_countries()[1], key=len, reverse=True)))
    heads = "Tổng thống|Thủ tướng|Nữ hoàng|Quốc vương|Nhà vua"
    return re.compile(rf"(?:{heads}|{heads.lower()}) ({names})(?!\w)")


def abroad(found: list[Found], text: str, lower: str, home: Callable[[str], bool]) -> list[Found]:
    """The same mentions, those of other states with their country.

    `home` tells whether the page names Vietnam or a province of it.

    >>> text = "Ông rời Thái Lan. Quốc hội nước này họp."
    >>> body = Found(18, 26, "listed", "Quốc hội", None)
    >>> [f.canonical for f in abroad([body], text, text.lower(), lambda _: True)]
    ['Quốc hội Thái Lan']
    """
    found = _americans(found, text)
    named = [f for f in found if f.canonical in _STATES or f.canonical in _ORGANS]
    if not named:
        return found
    page = None if home(lower) else _of_page(text)
    if page is None and not any(lower.startswith(_THIS, f.end) for f in named):
        return found
    out = []
    for f in found:
        country = page
        if lower.startswith(_THIS, f.end):
            country = _last_before(text, f.start) or page
        if country is not None and country != "Việt Nam":
            f = _of(f, country)
        out.append(f)
    return out


def _americans(found: list[Found], text: str) -> list[Found]:
    """The same mentions, the two parties of the United States with the country, if it is named."""
    if not any(f.canonical in _AMERICAN for f in found) or text.count(" Mỹ") < 2:
        return found
    return [
        f._replace(canonical=f"{f.canonical} Hoa Kỳ") if f.canonical in _AMERICAN else f
        for f in found
    ]


def _of(body: Found, country: str) -> Found:
    name = body.canonical
    if name in _STATES:
        whole = f"{name} {country}"
    elif name in _ORGANS and (party := _PARTIES.get(country)) is not None:
        whole = name.replace(_HERE[1], party) if name in _HERE else f"{name} {party}"
    else:
        return body
    about = body.about._replace(type="foreign", parent=None, level=None)
    return body._replace(canonical=whole, acronym=None, about=about, known=None)


def _last_before(text: str, end: int) -> str | None:
    pattern, names = _countries()
    named = [m[0] for m in pattern.finditer(text, max(0, end - _FAR), end)]
    return names[named[-1]] if named else None


def _of_page(text: str) -> str | None:
    """The country that a page is about: named twice, and twice as often as any other."""
    pattern, names = _countries()
    named = Counter(names[m[0]] for m in pattern.finditer(text))
    for m in _led().finditer(text):
        named[names[m[1]]] += 1  # a state is named by its head
    counts = named.most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    return counts[0][0]
