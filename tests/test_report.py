"""The pages of a report, read without a browser: whole, linked, escaped."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hostile import ATTACKS, MARK
from hostile import write as hostile

from trich import report
from trich.report import charts
from trich.report.index import folded, packed, words
from trich.report.marks import lines
from trich.run import run

ROOT = Path(__file__).parents[1]
_VOID = {"meta", "link", "input", "br", "hr", "img"}


class Page(HTMLParser):
    """What a page holds: ids, links, scripts, its text; fails on tags that do not nest."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.feed(path.read_text("utf-8"))
        self.close()
        assert not self.open, (path, self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert [tag] == self.open[-1:]
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    run([str(ROOT / "corpus" / "articles"), str(hostile(folder))], folder / "out")
    assert report.write(folder / "out") == folder / "out" / "report" / "index.html"
    return folder / "out"


@pytest.fixture(scope="module")
def pages(out: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in (out / "report").rglob("*.html")}


def test_every_link_leads_somewhere(out: Path, pages: dict[Path, Page]) -> None:
    ids = {path.resolve(): set(page.ids) for path, page in pages.items()}
    seen = 0
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if link == "data:,":
                continue
            assert (parts.scheme, parts.netloc) == ("", ""), (path, link)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            assert target.is_file(), (path, link)
            if parts.fragment:
                assert unquote(parts.fragment) in ids[target], (path, link)
            seen += 1
    assert seen > 5000


def test_ids_are_unique(pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_nothing_of_the_input_is_markup(pages: dict[Path, Page]) -> None:
    shown = 0
    for page in pages.values():
        assert not page.tags & {"img", "iframe", "b", "object", "embed", "style"}
        assert not [a for a in page.attributes if a.startswith("on") or a == "style"]
        shown += MARK in "".join(page.text)
    assert shown >= len(ATTACKS)
    for path in pages:
        text = path.read_text("utf-8")
        assert text.count("<script") == 2
        assert f"<script>{MARK}" not in text


def test_an_article_shows_its_whole_text(out: Path, pages: dict[Path, Page]) -> None:
    with (out / "articles.jsonl").open(encoding="utf-8") as f:
        articles = [json.loads(line) for line in f]
    for n, article in enumerate(articles, 1):
        shown = "".join("".join(pages[out / "report" / "a" / f"{n}.html"].text).split())
        for block in article["blocks"]:
            assert "".join(article["text"][block["start"] : block["end"]].split()) in shown


def test_every_record_is_on_its_page(out: Path, pages: dict[Path, Page]) -> None:
    with (out / "articles.jsonl").open(encoding="utf-8") as f:
        number = {json.loads(line)["id"]: n for n, line in enumerate(f, 1)}
    with (out / "records.jsonl").open(encoding="utf-8") as f:
        for record in map(json.loads, f):
            ids = pages[out / "report" / "a" / f"{number[record['article']]}.html"].ids
            anchor = f"{record['kind']}-{record['start']}"
            assert anchor in ids
            assert f"row-{anchor}" in ids


def test_search_index(out: Path) -> None:
    """A word's numbers, unpacked, name the items that hold it."""
    folder = out / "report" / "search"

    def taken(path: Path) -> dict[str, list[str]]:
        script = re.fullmatch(r'trich\.take\("\w+",[^,]+,(.*)\);\n', path.read_text("utf-8"))
        assert script
        return json.loads(script[1])  # type: ignore[no-any-return]

    items = [item for n in range(len(list(folder.glob("items-*.js"))))
             for item in taken(folder / f"items-{n}.js")]  # fmt: skip
    named, held = taken(folder / "w-hi.js")["hien"]
    at = 0
    found = []
    for step in named.split(","):
        at += int(step, 36)
        found.append(items[at][1])
    assert found
    assert all("hien" in words(label) for label in found)
    assert {item[1] for item in items if "hien" in words(item[1])} == set(found)
    assert held


def test_lanes() -> None:
    """Overlapping records lie in lanes of their own, and the text is cut at every edge."""
    records = [
        {"kind": "decree", "start": 0, "end": 20},
        {"kind": "organization", "start": 5, "end": 10},
        {"kind": "date", "start": 8, "end": 25},
    ]
    (line,) = lines("x" * 30, [{"start": 0, "end": 30, "kind": "body"}], records)
    assert "".join(p.text for p in line.pieces) == "x" * 30
    covered = [(len(p.text), [(r["kind"], lane) for r, lane, _ in p.records]) for p in line.pieces]
    assert covered == [
        (5, [("decree", 0)]),
        (3, [("decree", 0), ("organization", 1)]),
        (2, [("decree", 0), ("organization", 1), ("date", 2)]),
        (10, [("decree", 0), ("date", 2)]),
        (5, [("date", 2)]),
        (5, []),
    ]


def test_a_record_over_two_blocks() -> None:
    blocks = [{"start": 0, "end": 4, "kind": "body"}, {"start": 5, "end": 9, "kind": "body"}]
    found = list(lines("aaaa\nbbbb", blocks, [{"kind": "date", "start": 2, "end": 7}]))
    assert [[(p.text, len(p.records)) for p in line.pieces] for line in found] == [
        [("aa", 0), ("aa", 1)],
        [("bb", 1), ("bb", 0)],
    ]


@pytest.mark.parametrize(
    ("text", "plain"), [("Đắk Lắk", "dak lak"), ("ỦY BAN", "uy ban"), ("Kiều", "kieu")]
)
def test_folded(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_packed() -> None:
    assert packed([]) == ""
    assert packed([0, 36, 37]) == "0,10,1"


def test_chart_of_nothing() -> None:
    assert charts.bars([]) is None
    assert charts.series([{"period": None, "low": 1.0, "high": 1.0, "status": "actual"}]) is None


def test_not_an_extract(tmp_path: Path) -> None:
    with pytest.raises(report.Unusable, match="trich extract"):
        report.write(tmp_path)


def test_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n", "utf-8")
    run([str(tmp_path / "a.txt")], tmp_path / "out")
    index = report.write(tmp_path / "out")
    assert "Không có" in "".join(Page(index).text)
