"""Where a name may begin: what the tables go on from, told by a word and the one behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from trich.extract.names import UPPER
from trich.extract.organizations import vocabulary
from trich.extract.organizations.brands import LEGAL, is_bank, is_odd
from trich.lexicon import table

#: What a capital word may be: the first word of a name, a listed body, a brand and of which sort.
FIRST, SINGLE, BANK, LEGAL_END, FOREIGN, TITLE, UPPERCASE = 1, 2, 4, 8, 16, 32, 64
ODD = BANK | LEGAL_END | FOREIGN
#: What joins the next word to the first one of a name: `GD-ĐT`, `TN&MT`.
_GLUED = frozenset("-&.'+")
_THEN = re.compile(r"[^\W_]+")


@cache
def small_heads() -> tuple[frozenset[str], re.Pattern[str]]:
    """Heads that may be written small: the words before a capital that tell one, and the head.

    The words are the last ones of heads, of levels and of legal forms (`bệnh viện Chợ Rẫy`,
    `công an tỉnh Nghệ An`); they decide whether the pattern is tried at all.
    """
    heads = [r["head"] for r in table("organization_heads")]
    small = {r["head"].lower() for r in table("organization_heads") if "lower" in r["takes"]}
    small |= {"bộ", "sở", "viện", "ban"}
    known = {h.split()[0] for h in heads} | {"Trung"}  # `trung ương Đảng`
    names = [r["name_vi"] for r in table("organizations") if r["name_vi"].split()[0] in known]
    # a name or head with a capital inside may be written small before it: `mặt trận Tổ quốc`
    for name in (*heads, *names):
        words = name.split()
        inner = next((i for i, word in enumerate(words[:3]) if i and word[0].isupper()), 0)
        if inner and words[inner - 1].isalpha():
            small.add(" ".join(words[:inner]).lower())
    last = {h.split()[-1] for h in small} | {
        "tỉnh", "quận", "huyện", "xã", "phường", "phố", "trấn", "thị", "tế", "số", "quan",
        "châu",
    } | {h.split()[0] for h in small}  # fmt: skip
    first = "|".join(sorted({h.split()[0] for h in small}))
    return frozenset(last), re.compile(rf"(?<!\w)(?:{first})(?!\w)")


#: A small head, the small words of its field, and what stands before a capital or a number.  The
#: heads come first in the pattern, so that only their first letters are looked at.
_FIELD = re.compile(
    r"(?:công ty|tổng công ty|tập đoàn|nhà máy|nhà hát|xí nghiệp|hợp tác xã|ngân hàng"
    r"|viện nghiên cứu|trung tâm|trường|bệnh viện|ban quản lý|hiệp hội|hội|liên đoàn|quỹ"
    r"|câu lạc bộ|tòa án|tòa(?= phúc| hình| dân| hành| kinh)|đảng)"
    rf"((?: [^\W\d_{UPPER}]+){{1,8}}) (?=[{UPPER}\d])"
)


def small_fields(text: str, lower: str) -> dict[int, int]:
    """Where a small head begins, by the capital that its field in small words leads to.

    Only words of the tables may stand between: `công ty thủy sản Bình An`.

    >>> small_fields("Do công ty thủy sản Bình An bán", "do công ty thủy sản bình an bán")
    {20: 3}
    """
    found: dict[int, int] = {}
    for m in _FIELD.finditer(text):
        if m.start() and (text[m.start() - 1].isalnum() or text[m.start() - 1] == "-"):
            continue
        w = vocabulary.Words(lower, lower, m.start(1))
        i = 0
        while w.at(i) != vocabulary.END and w.starts[i] < m.end():
            end, kinds = vocabulary.phrases().longest(w, i)
            if w.at(i) in ("và", "châu"):
                end = i + 1
            elif end == i or (not i and kinds <= _VERBS and m[0].startswith(_FIRMS)):
                break
            i = end
        else:
            found[m.end()] = m.start()
    return found


_VERBS = frozenset({"action", "member"})
#: Heads behind which a verb is no field: `công ty hỗ trợ Bình An`.
_FIRMS = ("công ty", "tổng", "tập đoàn", "ngân hàng", "nhà máy", "xí nghiệp")


@cache
def _first_words() -> frozenset[str]:
    """Every word with which a name of the tables can begin, as it may be written."""
    first = set(vocabulary.listed()[0].root) | set(vocabulary.heads().root)
    first |= {word.partition("'")[0] for word in first if "'" in word}  # `Sotheby's`
    for r in table("abbreviations"):
        if r["expansion"].split()[0].lower() in first:
            first.add(re.match(r"\w+", r["surface"].lower())[0])  # type: ignore[index]
    return frozenset(first)


@cache
def compounds(side: str) -> dict[str, frozenset[str]]:
    """Words beside a head with which it is another word: `cán bộ`, `cơ sở`; `báo cáo`."""
    beside: dict[str, set[str]] = {}
    for r in table("head_compounds"):
        if r["side"] == side:
            beside.setdefault(r["word"], set()).add(r["beside"])
    return {word: frozenset(others) for word, others in beside.items()}


class _Marks(dict[str, int]):
    """What each capital word may be, worked out once a word."""

    def __missing__(self, word: str) -> int:
        mark = FIRST * (word.lower() in _first_words())
        mark |= SINGLE * (word in vocabulary.listed()[1])
        mark |= TITLE * (word.lower() in vocabulary.titles().root)
        mark |= BANK * is_bank(word) | LEGAL_END * (word in LEGAL) | FOREIGN * is_odd(word)
        mark |= UPPERCASE * (len(word) > 1 and word.isupper())
        if len(self) > 1 << 16:
            self.clear()
        self[word] = mark
        return mark


class _Ways(dict[str, tuple[tuple[dict[str, Any], ...], frozenset[str]]]):
    """How the tables go on behind a first word, and the words that make another word of it."""

    def __missing__(self, word: str) -> tuple[tuple[dict[str, Any], ...], frozenset[str]]:
        begun = vocabulary.spelled().get(word, (word,))
        nodes: list[dict[str, Any]] = []
        for trie in (vocabulary.heads(), vocabulary.listed()[0]):
            node: dict[str, Any] | None = trie.root
            for part in begun:
                low = part.lower()
                node = node and (node.get(low) or node.get(vocabulary.folded(low)))
                if node and "" in node:
                    nodes.append({"": None})  # a head ends here
            if node:
                nodes.append(node)
        if len(begun) > 1 and not nodes:
            nodes.append({"": None})  # the tables may end inside the abbreviation
        joined = compounds("after").get(word.lower(), frozenset())
        if len(self) > 1 << 12:
            self.clear()
        self[word] = tuple(nodes), joined
        return self[word]


@cache
def _ways() -> _Ways:
    return _Ways()


@cache
def marks() -> _Marks:
    return _Marks()


def hopeful(text: str, word: str, end: int) -> bool:
    """Whether some entry of the tables begins with this word and the one behind it."""
    if text[end : end + 1] != " ":
        return text[end : end + 1] in _GLUED or word in vocabulary.spelled()
    then = _THEN.match(text, end + 1)
    if then is None:
        return True
    nodes, joined = _ways()[word]
    following = then[0].lower()
    short = vocabulary.spelled().get(then[0])
    if short is not None:
        following = short[0].lower()
    elif following in joined and not then[0][0].isupper():
        return False
    following = vocabulary.folded(following)
    return any("" in node or following in node for node in nodes)
