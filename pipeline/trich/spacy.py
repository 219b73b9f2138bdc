"""trich inside spaCy: a component that adds the records, and a lossless tokenizer.

>>> nlp = blank()
>>> _ = nlp.add_pipe("trich")
>>> doc = nlp("Sáng 30/01/2024, Bộ Y tế họp.")
>>> [span.text for span in doc.spans["trich"]]
['Sáng 30/01/2024', 'Bộ Y tế']
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import regex
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from trich import extract

# At import, so that a pipeline unpickled in another process finds them.
for _holder in (Doc, Span):
    if not _holder.has_extension("trich"):
        _holder.set_extension("trich", default=None)


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
        found = extract(doc.text, self.published)
        spans = []
        for record in found:
            span = doc.char_span(
                record["start"], record["end"], label=record["kind"], alignment_mode="expand"
            )
            if span is not None:
                span._.trich = record
                spans.append(span)
        doc._.trich = found
        doc.spans["trich"] = spans
        return doc


@Language.factory("trich", default_config={"published": None})
def create_component(nlp: Language, name: str, published: str | None) -> TrichComponent:
    """The factory behind `nlp.add_pipe("trich", config={"published": "2024-01-30"})`."""
    return TrichComponent(published)


# Words, numbers and codes hold together; every other character that is no space stands alone.
_TOKEN = r"\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+(?:[.,]\p{N}+)*|[^\s]"


class Tokenizer:
    """Splits Vietnamese text into syllables; `doc.text == text` for every text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for m in regex.finditer(_TOKEN, text):
            gap = text[at : m.start()]
            # one space after a token is the token's; what else stands between is a token
            if gap[:1] == " " and words:
                spaces[-1] = True
                gap = gap[1:]
            if gap:
                words.append(gap)
                spaces.append(False)
            words.append(m.group())
            spaces.append(False)
            at = m.end()
        rest = text[at:]
        if rest[:1] == " " and words:
            spaces[-1] = True
            rest = rest[1:]
        if rest:
            words.append(rest)
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

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


@registry.tokenizers("trich.tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The tokenizer as spaCy's configuration names it."""
    return lambda nlp: Tokenizer(nlp.vocab)


def blank() -> Language:
    """A Vietnamese pipeline without components that needs no other segmenter."""
    tokenizer = {"nlp": {"tokenizer": {"@tokenizers": "trich.tokenizer.v1"}}}
    return spacy.blank("vi", config=tokenizer)
