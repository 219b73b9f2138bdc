"""A DocBin: the articles as spaCy Docs, records in `doc.spans["trich"]` and `doc._.trich`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from trich.exchange.pages import Page


def write(pages: Iterable[Page], target: Path) -> None:
    """Write one `.spacy` file; read it with `DocBin().from_disk(FILE).get_docs(nlp.vocab)`."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    from trich.spacy import doc_of

    bin, vocab = DocBin(store_user_data=True), Vocab()
    for page in pages:
        doc = doc_of(vocab, page.text, page.rows)
        doc.user_data["article"] = page.id
        bin.add(doc)
    target.parent.mkdir(parents=True, exist_ok=True)
    bin.to_disk(target)
