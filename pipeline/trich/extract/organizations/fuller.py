"""The full name that an article gives a body once, for its shorter mentions.

`Công ty Capel` is `Công ty Cổ phần Tập đoàn Capel` where the article has that; `Hoa Sen` is
`Tập đoàn Hoa Sen`.  One and only one longer name must end with the words of the shorter one, or
go on behind them with a place or a country: `Chi cục Thú y` is the province's `Chi cục Thú y tỉnh
Long An`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from trich.extract.organizations import vocabulary
from trich.extract.organizations.about import Found
from trich.extract.organizations.canonical import province_kinds
from trich.extract.organizations.vocabulary import Words

#: First words of names that are often shortened to their proper part.
_SHORTENED = (
    "Công ty ", "Tập đoàn ", "Tổng công ty ", "Ngân hàng ", "Trường ", "Đại học ", "Trung tâm ",
    "Quỹ ", "Hợp tác xã ", "Câu lạc bộ ", "Nhà máy ", "Doanh nghiệp ",
)  # fmt: skip
_FIRMS = ("Công ty ", "Tập đoàn ", "Tổng công ty ", "Ngân hàng ", "Doanh nghiệp ")
#: How a brand without a head was found.
_BRANDS = frozenset({"brand", "list", "learned-brand", "opener"})


def fuller(mentions: Iterable[Found], text: str) -> list[Found]:
    """The same mentions, the shorter ones with the full name that another one tells."""
    found = _placed(_called(list(mentions), text))
    names = {f.canonical for f in found if f.canonical.startswith(_SHORTENED)}
    if len(names) < 1:
        return found
    told: dict[str, Found | None] = {}
    full = {f.canonical: f for f in found if f.canonical in names}
    for f in found:
        if f.canonical not in told:
            told[f.canonical] = _full_name(f, full.values())
    return [
        f._replace(canonical=full_name.canonical, about=full_name.about, known=full_name.known)
        if (full_name := told[f.canonical]) is not None
        else f
        for f in found
    ]


#: Between a name and what its bearer is called for short, or its code at the stock exchange.
_CALLED = re.compile(
    r" ?[(,-] ?(?:sau đây )?(?:được )?(?:viết |gọi )?(?:gọi tắt|tắt|gọi|viết tắt|gọi chung) là:?"
    r" [\"“]?$"
)
_LISTED_AS = re.compile(
    r" ?[(,-] ?(?:HoSE|HOSE|HSX|HNX|UPCoM|UPCOM|[Mm]ã(?: CK| chứng khoán| cổ phiếu)?)"
    r"(?: ?[:-] ?| (?:HoSE|HNX|UPCoM):? | )$"
)


def _called(found: list[Found], text: str) -> list[Found]:
    """The same mentions, a short name that a bracket gives with the full name before it."""
    if " là " not in text and "(" not in text and "mã" not in text:
        return found
    told: dict[str, Found] = {}
    for i, f in enumerate(found[1:], 1):
        for before in found[max(0, i - 2) : i]:
            between = text[before.end : f.start]
            if len(between) > 40 or before.rule == f.rule == "listed":
                continue
            called = _CALLED.match(between) is not None
            called |= f.canonical.isupper() and _LISTED_AS.match(between) is not None
            called |= between == " (" and _again(before.canonical, f, text)
            if called and f.canonical not in told:
                told[f.canonical] = before
                break
    if not told:
        return found
    return [
        f._replace(canonical=whole.canonical, about=whole.about, known=whole.known)
        if not f.rule.startswith("listed") and (whole := told.get(f.canonical)) is not None
        else f
        for f in found
    ]


def _again(full: str, short: Found, text: str) -> bool:
    """Whether a bracket names the body before it: `Ngân hàng Phát triển nhà (Ngân hàng MHB)`."""
    if text[short.end : short.end + 1] != ")" or len(short.canonical) >= len(full):
        return False
    return short.canonical.startswith(_FIRMS) and full.startswith(short.canonical.split(" ", 2)[0])


#: How a name was found that may be short of its place.
_UNPLACED = frozenset({"head", "learned", "context"})
_FEW = 4  # longer names that are looked at
_PLACES = (
    "tỉnh ", "thành phố ", "quận ", "huyện ", "thị xã ", "thị trấn ", "xã ", "phường ", "khu vực ",
)  # fmt: skip


def _placed(found: list[Found]) -> list[Found]:
    """The same mentions, those without a place with the one that a longer name has behind them."""
    full = {f.canonical.casefold(): f for f in found}
    names = sorted(full)
    told: dict[str, Found | None] = {}
    for f in found:
        low = f.canonical.casefold()
        if low in told or f.rule not in _UNPLACED or f.about.place or f.known:
            continue
        at = bisect_left(names, low + " ")
        longer = [n for n in names[at : at + _FEW] if n.startswith(low + " ")]
        placed = [full[n] for n in longer if _goes_on_with_place(full[n], len(low) + 1)]
        told[low] = placed[0] if len(placed) == 1 else None
    if not any(told.values()):
        return found
    return [
        f._replace(canonical=whole.canonical, about=whole.about, known=whole.known)
        if f.rule in _UNPLACED
        and not f.about.place
        and (whole := told.get(f.canonical.casefold())) is not None
        else f
        for f in found
    ]


def _goes_on_with_place(name: Found, at: int) -> bool:
    """Whether nothing but a place or a country stands in a name from `at` on."""
    rest = name.canonical[at:]
    if rest.casefold().startswith(_PLACES):
        return True
    w = Words(rest, rest.lower(), 0)
    return any(
        trie.longest(w, 0)[0] and w.at(trie.longest(w, 0)[0]) == vocabulary.END
        for trie in (vocabulary.places(), vocabulary.countries())
    )


def _full_name(short: Found, full: Iterable[Found]) -> Found | None:
    """The one longer name of the body that a mention names short."""
    if short.known is not None or short.rule.startswith("listed"):
        return None  # the table has the whole name
    head = _head_of(short.canonical)
    if head is None and short.rule not in _BRANDS:
        return None
    proper = short.canonical[len(head or "") :]
    if not proper or not proper[0].isupper() or _is_place(proper):
        return None
    longer = [
        f
        for f in full
        if _without_place(f.canonical).endswith(" " + _without_place(proper))
        and len(f.canonical) > len(short.canonical)
        and f.canonical.startswith(_kin(head))
    ]
    names = {f.canonical for f in longer}
    return longer[0] if len(names) == 1 else None


def _without_place(name: str) -> str:
    """A name without the country or the province that it ends with."""
    for count in (2, 3, 4):
        words = name.rsplit(" ", count)
        place = " ".join(words[1:])
        if len(words) > count and (place == "Việt Nam" or place in province_kinds()):
            return words[0]
    return name


def _kin(head: str | None) -> tuple[str, ...] | str:
    """How the longer name may begin."""
    if head == "Ngân hàng ":
        return head
    if head is None or head in _FIRMS:
        return _FIRMS
    return ("Trường ", "Đại học ") if head in ("Trường ", "Đại học ") else head


def _head_of(name: str) -> str | None:
    for head in _SHORTENED:
        if name.startswith(head):
            return head
    return None


def _is_place(proper: str) -> bool:
    w = Words(proper, proper.lower(), 0)
    end, place = vocabulary.places().longest(w, 0)
    return place is not None and place[0] in province_kinds() and w.at(end) == vocabulary.END
