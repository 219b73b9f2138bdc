"""trich inside spaCy: a component that adds the records, and a lossless tokenizer.

>>> nlp = blank()
>>> _ = nlp.add_pipe("trich")
>>> doc = nlp("Sáng 30/01/2024, Bộ Y tế họp.")
>>> [span.text for span in doc.spans["trich"]]
['Sáng 30/01/2024', 'Bộ Y tế']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from trich import extract
from trich.article import Article, Sentence
from trich.tokens import cut


def _record(span: Span) -> dict[str, Any] | None:
    """The record that a span of `doc.spans["trich"]` stands for; None for any other span."""
    records = span.doc._.trich
    return records[span.id - 1] if records and 0 < span.id <= len(records) else None


# At import, so that a pipeline unpickled in another process finds them.
if not Doc.has_extension("trich"):
    Doc.set_extension("trich", default=None)
    Span.set_extension("trich", getter=_record)


class TrichComponent:
    """Adds to a Doc the records of its text.

    `doc._.trich` is the list of records, as `trich.extract` returns them; `doc.spans["trich"]`
    holds a span a record, labelled with the kind, and `span._.trich` its record.  Where
    the pipeline's tokens are coarser than a record, the span is the tokens that hold it; the
    record keeps the exact characters.
    """

    def __init__(self, published: str | None = None) -> None:
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        return with_records(doc, extract(doc.text, self.published))


def with_records(doc: Doc, records: list[dict[str, Any]]) -> Doc:
    """Put records of a Doc's text on the Doc."""
    doc._.trich = records
    spans = (
        doc.char_span(r["start"], r["end"], label=r["kind"], span_id=n, alignment_mode="expand")
        for n, r in enumerate(records, 1)
    )
    doc.spans["trich"] = [span for span in spans if span is not None]
    return doc


def doc_of(vocab: Vocab, text: str, records: list[dict[str, Any]]) -> Doc:
    """A Doc of a text with its records, cut so that every record is whole tokens.

    >>> text = "06:43Khám bệnh"
    >>> doc = doc_of(Vocab(), text, [{"kind": "date", "start": 0, "end": 5, "text": "06:43"}])
    >>> [(span.text, span._.trich["kind"]) for span in doc.spans["trich"]]
    [('06:43', 'date')]
    """
    edges = {edge for r in records for edge in (r["start"], r["end"])}
    return with_records(_doc(vocab, text, cut(text, edges)), records)


def _doc(vocab: Vocab, text: str, tokens: Iterable[tuple[int, int]]) -> Doc:
    """A Doc with these tokens; what stands between them but one space is a token too."""
    words: list[str] = []
    spaces: list[bool] = []
    at = 0

    def gap(end: int) -> None:
        between = text[at:end]
        if between[:1] == " " and words:
            spaces[-1] = True
            between = between[1:]
        if between:
            words.append(between)
            spaces.append(False)

    for start, end in tokens:
        gap(start)
        words.append(text[start:end])
        spaces.append(False)
        at = end
    gap(len(text))
    return Doc(vocab, words=words, spaces=spaces)


@Language.factory("trich", default_config={"published": None})
def create_component(nlp: Language, name: str, published: str | None) -> TrichComponent:
    """The factory behind `nlp.add_pipe("trich", config={"published": "2024-01-30"})`."""
    return TrichComponent(published)


class Tokenizer:
    """Splits Vietnamese text into syllables, or words; `doc.text == text` for every text.

    `words=True` asks underthesea for words ("Bộ", "Y tế"); it is slow, 25-45 thousand
    characters a second.
    """

    def __init__(self, vocab: Vocab, words: bool = False) -> None:
        self.vocab = vocab
        self.words = words

    def __call__(self, text: str) -> Doc:
        return _doc(self.vocab, text, _words(text) if self.words else cut(text))

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing: the tokenizer has no state."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> Tokenizer:
        """Itself."""
        return self

    def to_disk(self, path: Any, **kwargs: Any) -> None:
        """Nothing to write."""

    def from_disk(self, path: Any, **kwargs: Any) -> Tokenizer:
        """Itself."""
        return self


def _words(text: str) -> Iterable[tuple[int, int]]:
    """Words line by line: the segmenter's cost is more than proportional to its input."""
    from trich import segment

    at = 0
    for line in text.splitlines(keepends=True):
        for start, end in segment.words(Article(line), Sentence(0, len(line))):
            yield at + start, at + end
        at += len(line)


@registry.tokenizers("trich.tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer(words: bool = False) -> Callable[[Language], Tokenizer]:
    """The tokenizer as spaCy's configuration names it."""
    return lambda nlp: Tokenizer(nlp.vocab, words)


def blank(words: bool = False) -> Language:
    """A Vietnamese pipeline without components; `words` as `Tokenizer` takes it.

    >>> [token.text for token in blank(words=True)("Bộ Y tế họp.")]
    ['Bộ', 'Y tế', 'họp', '.']
    """
    tokenizer = {"@tokenizers": "trich.tokenizer.v1", "words": words}
    return spacy.blank("vi", config={"nlp": {"tokenizer": tokenizer}})
