"""Sentences of an article, and words on demand.

Sentences are cut by our own rules, because a general splitter cuts after "PGS.TS." and
never at a line's end.  Words come from underthesea, aligned by position so that nothing of
the text is lost or rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trich.article import Article, Sentence
from trich.view import View

# A full stop behind these does not end a sentence when a capital or a digit follows.
_ABBREVIATIONS = (
    "tp", "tx", "tt", "q", "p", "h", "đ", "gs", "pgs", "ts", "tskh", "ths", "th", "bs", "bsck",
    "bscki", "bsckii", "bsnt", "ck", "cki", "ckii", "ds", "dsck", "đd", "ys", "ks", "kts", "cn",
    "nsnd", "nsưt", "ngnd", "ngưt", "ttnd", "ttưt", "ahlđ", "ls", "lm", "ông", "đ/c", "đc",
    "mr", "mrs", "ms", "dr", "prof", "st", "jr", "no", "tr", "sđt", "đt", "kt", "tm", "tl", "tuq",
    "ubnd", "bv", "đh", "cđ", "ncs", "nxb", "vd", "ht", "tg", "co", "ltd", "inc", "u.s",
)  # fmt: skip
_SHORT_LOW = frozenset(("ông", "đ/c", "tr", "vd", "st"))  # those that are written small too


# A sentence's mark or marks, closing quotes, and space.  What opens the next one is looked at
# afterwards: `re` has no class of capitals, and this scans three times as fast as one that has.
_END = re.compile(r"([.!?…][.!?…/]*(?: ?/\.)?)[\"”'»)\]]*([ \t]+)")
_OPENING = "\"“'«([-–"
_SHORT = frozenset(_ABBREVIATIONS)


def segment(article: Article) -> None:
    """Cut every block into sentences.

    >>> a = Article("PGS.TS. Trần Văn Thuấn dự. Ông nêu 2 việc: 1. Thuốc. 2. Vật tư.")
    >>> from trich.layout import layout
    >>> layout(a); segment(a)
    >>> [a.text[s.start:s.end] for s in a.sentences]
    ['PGS.TS. Trần Văn Thuấn dự.', 'Ông nêu 2 việc: 1. Thuốc.', '2. Vật tư.']
    """
    article.sentences = [
        Sentence(start, end)
        for block in article.blocks
        for start, end in _cut(article.text, block.start, block.end)
    ]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for m in _END.finditer(text, start, end):
        behind = m.end()
        if behind >= end:
            break
        if not _opens(text, behind, end) or (m[1] == "." and _joins(text, at, m.start())):
            continue
        yield at, m.start(2)
        at = behind
    if at < end:
        yield at, end


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a sentence can begin here: a capital or a digit, perhaps behind quotes."""
    while at < end and text[at] in _OPENING:
        at += 1
    if at < end and text[at] == " ":
        at += 1
    return at < end and (text[at].isupper() or text[at].isdigit())


def _joins(text: str, start: int, dot: int) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation, an initial or a list number."""
    left = max(start, dot - 12)
    before = text[left:dot].replace("(", " ").replace("“", " ").replace('"', " ").split(" ")
    token = before.pop()
    if not token:
        return False
    if token.isdigit():  # "1. Thuốc": a list number opens its sentence
        return dot - len(token) <= start or text[dot - len(token) - 2] in ":;"
    last = token.replace("-", ".").rsplit(".", 1)[-1].lower()
    if last in _SHORT and (token[0].isupper() or last in _SHORT_LOW):
        return True
    if len(last) != 1 or not token[-1].isupper():
        return False
    # an initial inside a name ("Trần Văn H. nói", "N. V. A."), not "vitamin A."
    words = [word for word in before if word]
    return not words or words[-1][0].isupper()


def words(article: Article, sentence: Sentence) -> list[tuple[int, int]]:
    """The words of a sentence as spans of the article's text, by underthesea's segmenter.

    Every character that is not a space lies in exactly one word; what the segmenter drops
    or rewrites is given back as a word of its own.

    >>> a = Article("Bộ Y tế họp.")
    >>> [a.text[s:e] for s, e in words(a, Sentence(0, 12))]
    ['Bộ', 'Y tế', 'họp', '.']
    """
    from underthesea import word_tokenize

    view = View(article.text[sentence.start : sentence.end])
    text = view.text
    spans: list[tuple[int, int]] = []
    at = 0
    for token in word_tokenize(text, use_token_normalize=False) if text.strip() else ():
        found = _find(text, str(token), at)
        if found:
            spans.extend(_rest(text, at, found[0]))
            spans.append(found)
            at = found[1]
    spans.extend(_rest(text, at, len(text)))
    placed = (view.span(start, end) for start, end in spans)
    return [(sentence.start + start, sentence.start + end) for start, end in placed]


def _find(text: str, token: str, at: int) -> tuple[int, int] | None:
    """The next place, near `at`, where a token stands, any spacing between its syllables."""
    parts = token.split()
    if not parts:
        return None
    start = text.find(parts[0], at, at + 200 + len(parts[0]))
    if start < 0:
        return None
    end = start + len(parts[0])
    for part in parts[1:]:
        while end < len(text) and text[end].isspace():
            end += 1
        if not text.startswith(part, end):
            return None
        end += len(part)
    return start, end


def _rest(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What the segmenter passed over, one word a stretch without spaces."""
    for m in re.finditer(r"\S+", text[start:end]):
        yield start + m.start(), start + m.end()
