"""Sentences of an article, and words on demand.

Sentences are cut by our own rules, because a general splitter cuts after "PGS.TS." and
never at a line's end.  Words come from underthesea, aligned by position so that nothing of
the text is lost or rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from trich.article import Article, Sentence, View

# A full stop behind these does not end a sentence when a capital or a digit follows.
_ABBREVIATIONS = (
    "tp", "tx", "tt", "q", "p", "h", "đ", "gs", "pgs", "ts", "tskh", "ths", "th", "bs", "bsck",
    "bscki", "bsckii", "bsnt", "ck", "cki", "ckii", "ds", "dsck", "đd", "ys", "ks", "kts", "cn",
    "nsnd", "nsưt", "ngnd", "ngưt", "ttnd", "ttưt", "ahlđ", "ls", "lm", "ông", "đ/c", "đc",
    "mr", "mrs", "ms", "dr", "prof", "st", "jr", "no", "tr", "sđt", "đt", "kt", "tm", "tl", "tuq",
    "ubnd", "bv", "đh", "cđ", "ncs", "nxb", "vd", "ht", "tg", "co", "ltd", "inc", "u.s",
)  # fmt: skip


@cache
def _end() -> regex.Pattern[str]:
    """Where a sentence may end: its mark, closing quotes, space, and what opens the next."""
    return regex.compile(
        r"(?:(?P<dot>\.)|(?P<mark>\.{2,}|[!?…]+|\.\s?/\.))(?P<close>[\"”'»)\]]*)"
        r"(?P<gap>[ \t]+)(?=[\"“'«(\[\-–]*\s?(?:\p{Lu}|(?P<digit>\d)))"
    )


@cache
def _short() -> frozenset[str]:
    return frozenset(_ABBREVIATIONS)


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
    for m in _end().finditer(text, start, end):
        if m["dot"] and _joins(text, at, m.start()):
            continue
        yield at, m.start("gap")
        at = m.end()
    if at < end:
        yield at, end


def _joins(text: str, start: int, dot: int) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation, an initial or a list number."""
    left = max(start, dot - 12)
    word = regex.search(r"[^\s(\"“]*$", text[left:dot])
    token = word.group() if word else ""
    if not token:
        return False
    if token.isdigit():  # "1. Thuốc": a list number opens its sentence
        return left + (word.start() if word else 0) <= start or text[dot - len(token) - 2] in ":;"
    last = regex.split(r"[.\-]", token)[-1].lower()
    if last in _short() and (token[0].isupper() or last in ("ông", "đ/c", "tr", "vd", "st")):
        return True
    before = text[left : dot - len(token)].split()
    # an initial inside a name ("Trần Văn H. nói", "N. V. A."), not "vitamin A."
    return len(last) == 1 and token[-1].isupper() and (not before or before[-1][0].isupper())


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
    for m in regex.finditer(r"\S+", text[start:end]):
        yield start + m.start(), start + m.end()
