"""Records to and from other tools: spaCy, CoNLL-U Plus, brat, Label Studio, Web Annotation.

`export` writes what an extract found in the form another tool reads; `bring` reads work that
people corrected in brat, Label Studio or a CoNLL file back as gold for `trich evaluate`.
Each format's module has `write(pages, target)`, and `read(source)` where work comes back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from trich.exchange.pages import Page, Unreadable, gold, pages
from trich.write import whole

__all__ = ["READS", "WRITES", "Page", "Unreadable", "bring", "export", "pages"]

#: What `trich export --to` knows, and what it makes of the target.
WRITES = {
    "spacy": "a DocBin file (.spacy)",
    "conll": "one CoNLL-U Plus file (.conllup)",
    "brat": "a folder of .txt and .ann",
    "labelstudio": "one file of tasks with pre-annotations (.json)",
    "webannotation": "a folder of W3C Web Annotation pages (.jsonld)",
}
#: What `trich import --from` knows.
READS = ("brat", "labelstudio", "conll")


def export(out: str | Path, to: str, target: str | Path) -> int:
    """Write the articles and records of the folder `out` to `target`; returns the articles.

    Raises `Unreadable` when `out` is not what an extract wrote, `KeyError` for a format
    that `WRITES` does not name.
    """
    WRITES[to]
    count = 0

    def counted() -> Iterator[Page]:
        nonlocal count
        for page in pages(Path(out)):
            count += 1
            yield page

    write: Callable[[Iterator[Page], Path], None] = import_module(f"{__name__}.{to}").write
    write(counted(), Path(target))
    return count


def bring(source: str | Path, form: str, target: str | Path) -> int:
    """Read corrected work and write it as gold, one file an article; returns the articles.

    Raises `Unreadable` with the place and the reason, and writes nothing of the article
    that it stumbles over.
    """
    if form not in READS:
        raise KeyError(form)
    read: Callable[[Path], Iterator[Page]] = import_module(f"{__name__}.{form}").read
    count = 0
    for page in read(Path(source)):
        with whole(Path(target) / f"{page.id}.jsonl") as f:
            f.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in gold(page))
        count += 1
    return count
