"""brat standoff: `ID.txt`, `ID.ann`, and the folder's `annotation.conf`.

A record is a text-bound annotation; its fields are a note on it, as JSON, which people
can edit in brat (AnnotatorNotes).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from trich.article import KINDS
from trich.exchange.pages import Page, Row, Unreadable, fields, restored
from trich.write import dumps, whole

_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)")


def write(pages: Iterable[Page], target: Path) -> None:
    """Write a collection that brat opens."""
    with whole(target / "annotation.conf") as f:
        f.write("[entities]\n" + "".join(f"{kind}\n" for kind in KINDS))
        f.write("\n[relations]\n\n[events]\n\n[attributes]\n")
    for page in pages:
        with whole(target / f"{page.id}.txt") as f:
            f.write(page.text)
        with whole(target / f"{page.id}.ann") as f:
            for n, row in enumerate(page.rows, 1):
                where = ";".join(f"{a} {b}" for a, b in _pieces(row))
                shown = " ".join(page.text[a:b] for a, b in _pieces(row))
                f.write(f"T{n}\t{row['kind']} {where}\t{shown}\n")
                f.write(f"#{n}\tAnnotatorNotes T{n}\t{dumps(fields(row))}\n")


def _pieces(row: Row) -> list[tuple[int, int]]:
    """A span without its line breaks, which brat does not take."""
    start = row["start"]
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\r\n]+", row["text"])]


def read(source: Path) -> Iterator[Page]:
    """The documents of a brat collection, in the order of their names."""
    if not source.is_dir():
        raise Unreadable(f"{source}: name the folder that holds the .txt and .ann files")
    anns = sorted(source.rglob("*.ann"))
    if not anns:
        raise Unreadable(f"{source}: no .ann file")
    for ann in anns:
        path = ann.with_suffix(".txt")
        try:
            text = path.read_bytes().decode("utf-8")
            lines = ann.read_bytes().decode("utf-8").split("\n")  # U+2028 ends none
        except (OSError, UnicodeDecodeError) as e:
            raise Unreadable(f"{path}: {e}") from e
        id = ann.relative_to(source).with_suffix("").as_posix()
        yield Page(id, text, list(_rows(ann, id, text, lines)))


def _rows(ann: Path, id: str, text: str, lines: list[str]) -> Iterator[Row]:
    notes: dict[str, Row] = {}
    for n, line in enumerate(lines, 1):
        if note := _NOTE.fullmatch(line.rstrip("\r")):
            try:
                told = json.loads(note[2])
            except json.JSONDecodeError:
                continue  # a remark that somebody wrote there
            if isinstance(told, dict):
                notes[note[1]] = told
        elif line[:1] == "T" and not _BOUND.match(line):
            raise Unreadable(f"{ann}:{n}: not a text-bound annotation: {line!r}")
    for line in lines:
        if bound := _BOUND.match(line):
            places = [tuple(map(int, piece.split())) for piece in bound[3].split(";")]
            start, end = min(p[0] for p in places), max(p[1] for p in places)
            yield restored(id, text, bound[2], start, end, notes.get(bound[1], {}))
