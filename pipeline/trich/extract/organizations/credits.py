"""Papers that are credited with a report or a picture: `(Theo Thanh Niên)`, `Ảnh: TN`, `báo NTNN`.

Without the word `báo` a paper's title is mostly a plain word (`thanh niên`, `lao động`), and its
initials mean many things: what stands before and behind them tells that a paper is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from trich.extract.organizations import vocabulary
from trich.extract.organizations.about import About, Found
from trich.extract.organizations.vocabulary import Words
from trich.lexicon import table

#: What announces a credit; whether it must open its line or a bracket.
_OPENINGS = (("Theo ", True), ("Nguồn", True), ("Ảnh:", False), ("Ảnh ", True))
#: What stands before the initials of a paper inside a sentence; `báo` is a part of the name.
_HEADS = ("báo ", "Báo ", "phóng viên ", "Phóng viên ", "PV ")
_BETWEEN = re.compile(r"(?: tin)?:? ?")
_CLOSES = r"(?=[).,|:\n]| \||$)"


def papers(text: str) -> Iterator[Found]:
    """The papers that are named as a source.

    >>> [f.canonical for f in papers("Phóng viên ANTĐ có mặt.\\n(Theo Thanh Niên)\\nẢnh: TN.")]
    ['Báo An ninh Thủ đô', 'Báo Thanh Niên', 'Báo Thanh Niên']
    """
    found: list[Found] = []
    for opening, first in _OPENINGS:
        at = text.find(opening)
        while at >= 0:
            opens = not at or text[at - 1] in "(\n" or (not first and text[at - 1] == " ")
            at += len(opening)
            between = _BETWEEN.match(text, at)
            m = _credited().match(text, between.end()) if opens and between else None
            if m is not None:
                found.append(_paper(m))
            at = text.find(opening, at)
    for head in _HEADS:
        at = text.find(head)
        while at >= 0:
            at += len(head)
            m = _short().match(text, at)
            if m is not None:
                paper = _paper(m)
                if head[0] in "bB":
                    whole = text[at - len(head) : m.end()]
                    w = Words(whole, whole.lower(), 0)
                    body = vocabulary.listed()[0].longest(w, 0)[1]  # `Báo VOV`, not the station
                    name = body.name if body is not None else paper.canonical
                    paper = paper._replace(start=at - len(head), canonical=name)
                found.append(paper)
            at = text.find(head, at)
    yield from sorted(found)


def _paper(m: re.Match[str]) -> Found:
    name = _initials().get(m[0])
    if name is not None:
        return Found(m.start(), m.end(), "credit", name, m[0], About("press"))
    end, body = vocabulary.titles().longest(Words(m[0], m[0].lower(), 0), 0)
    name = body.name if body is not None and end == m[0].count(" ") + 1 else f"Báo {m[0]}"
    return Found(m.start(), m.end(), "credit", name, None, About("press"))


@cache
def _initials() -> dict[str, str]:
    return {r["initials"]: r["name"] for r in table("paper_initials")}


@cache
def _credited() -> re.Pattern[str]:
    press = (r["phrase"] for r in table("organization_words") if r["kind"] == "press")
    names = {phrase for phrase in press if phrase[0].isupper() and " " in phrase}
    either = "|".join(sorted(map(re.escape, names | _initials().keys()), key=len, reverse=True))
    return re.compile(rf"(?:{either}){_CLOSES}")


@cache
def _short() -> re.Pattern[str]:
    upper = (i for i in _initials() if i.isupper() or "&" in i)
    either = "|".join(sorted(map(re.escape, upper), key=len, reverse=True))
    return re.compile(rf"(?:{either})(?![\w&/-]| TP)")
