"""Records go to other tools and come back without loss."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trich import gold
from trich.article import KINDS
from trich.evaluate import evaluate
from trich.exchange import Page, Unreadable, brat, bring, conll, export, labelstudio, pages
from trich.exchange.pages import restored
from trich.run import run

ROOT = Path(__file__).parents[1]
TEXT = (
    "Thứ Sáu, ngày 14/11/2025 06:43Khám chữa bệnh\r\n\r\n"
    "Bộ trưởng Bộ Y tế Đào Hồng Lan dự 😀; 93,2% dân số tham gia BHYT | theo Nghị định "
    "số 146/2018/NĐ-CP.  Cục Phòng bệnh họp.\n"
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "in" / "sub").mkdir(parents=True)
    (folder / "in" / "sub" / "a.txt").write_bytes(TEXT.encode())
    for path in sorted((ROOT / "corpus" / "articles").glob("*.txt"))[:6]:
        (folder / "in" / path.name).write_bytes(path.read_bytes())
    (folder / "in" / "empty.txt").write_text("\n", "utf-8")
    run([str(folder / "in")], folder / "out")
    return folder / "out"


READERS = {"brat": brat.read, "labelstudio": labelstudio.read, "conll": conll.read}


def corrected(path: Path) -> Path:
    """Label Studio's own export of tasks whose pre-annotations a person accepted."""
    tasks = json.loads(path.read_text("utf-8"))
    for task in tasks:
        task["annotations"] = [{"result": task.pop("predictions")[0]["result"]}]
    path.write_text(json.dumps(tasks), "utf-8")
    return path


def exported(out: Path, to: str, folder: Path) -> Path:
    target = folder / ("brat" if to == "brat" else f"file.{to}.json")
    assert export(out, to, target) == len(list(pages(out)))
    return corrected(target) if to == "labelstudio" else target


@pytest.mark.parametrize("to", READERS)
def test_round_trip(out: Path, to: str, tmp_path: Path) -> None:
    """Every article's text and every field of every record come back as they were."""
    before = {p.id: p for p in pages(out)}
    after = {p.id: p for p in READERS[to](exported(out, to, tmp_path))}
    assert set(after) == set(before)
    for id, page in after.items():
        assert page.text == before[id].text
        assert page.rows == before[id].rows


@pytest.mark.parametrize("to", READERS)
def test_back_as_gold(out: Path, to: str, tmp_path: Path) -> None:
    """What comes back is valid gold, against which the records score 1."""
    bring(exported(out, to, tmp_path), to, tmp_path / "gold")
    texts = {p.id: p.text for p in pages(out)}
    for path in (tmp_path / "gold").rglob("*.jsonl"):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        faults = gold.problems(texts[path.relative_to(tmp_path / "gold").as_posix()[:-6]], rows)
        assert not [f for f in faults if "fields" in f or "overlap" in f or "order" in f]
    scores = evaluate(tmp_path / "gold", out).kinds
    for kind in KINDS:
        found = scores[kind].strict
        assert found.right == found.gold
        assert all(right == of for right, of in scores[kind].fields.values())


def test_docbin(out: Path, tmp_path: Path) -> None:
    from spacy.tokens import DocBin

    from trich.spacy import blank

    export(out, "spacy", tmp_path / "x.spacy")
    docs = list(DocBin().from_disk(tmp_path / "x.spacy").get_docs(blank().vocab))
    for page, doc in zip(pages(out), docs, strict=True):
        assert (doc.user_data["article"], doc.text) == (page.id, page.text)
        assert [span.text for span in doc.spans["trich"]] == [r["text"] for r in page.rows]
        kept = json.loads(json.dumps([span._.trich for span in doc.spans["trich"]]))
        assert kept == page.rows


def test_web_annotation(out: Path, tmp_path: Path) -> None:
    export(out, "webannotation", tmp_path)
    for page in pages(out):
        items = json.loads((tmp_path / f"{page.id}.jsonld").read_text("utf-8"))["items"]
        assert len(items) == len(page.rows)
        for item, row in zip(items, page.rows, strict=True):
            position, quote = item["target"]["selector"]
            assert page.text[position["start"] : position["end"]] == quote["exact"] == row["text"]
            assert item["body"][0]["value"] == row["kind"]
            assert page.text.find(quote["prefix"] + quote["exact"] + quote["suffix"]) >= 0


_TEXTS = st.text(
    st.sampled_from([*"Bộ Y tế 12,5%|\t\\\n\r_#O", "😀", "\u0301", "\u00a0", "\u2028"]),
    max_size=60,
)


@st.composite
def marked(draw: st.DrawFn) -> Page:
    """Any text with any disjoint spans of each kind."""
    text = draw(_TEXTS)
    rows: list[dict[str, Any]] = []
    for kind in KINDS:
        edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
        for start, end in zip(edges[::2], edges[1::2], strict=False):
            if text[start:end].strip() == text[start:end] and not set(text[start:end]) & set(
                "\n\r"
            ):
                told = {"rule": draw(_TEXTS), "key": draw(st.none() | _TEXTS)}
                rows.append(restored("a", text, kind, start, end, told))
    rows.sort(key=lambda r: (r["start"], -r["end"], KINDS.index(r["kind"])))
    return Page("a", text, rows)


@settings(max_examples=150, deadline=None)
@given(page=marked())
@pytest.mark.parametrize("to", READERS)
def test_any_text(to: str, page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("x")
    module = {"brat": brat, "labelstudio": labelstudio, "conll": conll}[to]
    target = folder / "x.json"
    module.write(iter([page]), target)
    if to == "labelstudio":
        corrected(target)
    (back,) = READERS[to](target)
    assert back.text == page.text
    key = lambda r: (r["start"], -r["end"], KINDS.index(r["kind"]))  # noqa: E731
    assert sorted(back.rows, key=key) == page.rows


@pytest.mark.parametrize(
    ("form", "name", "content", "reason"),
    [
        ("brat", "d/a.ann", "T1\tperson x y\tLan\n", "not a text-bound"),
        ("brat", "d/a.ann", "T1\tperson 0 99\tLan\n", "outside the text"),
        ("brat", "d/a.ann", "T1\tevent 0 3\tLan\n", "label"),
        ("labelstudio", "a.json", "{}", "not a list"),
        ("labelstudio", "a.json", "[{}]", "task 0"),
        ("conll", "a.conll", "1\tBộ\n", "newdoc"),
        ("conll", "a.conll", "# newdoc id = a\n1\tBộ\n", "columns"),
    ],
)
def test_unreadable(form: str, name: str, content: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, "utf-8")
    if form == "brat":
        path.with_suffix(".txt").write_text("Lan nói", "utf-8")
    with pytest.raises(Unreadable, match=reason):
        bring(path.parent if form == "brat" else path, form, tmp_path / "gold")


def test_corrections(tmp_path: Path) -> None:
    """A span that somebody drew in brat, without a note, is gold whose fields are null."""
    (tmp_path / "a.txt").write_text("Bà Lan dự.", "utf-8")
    (tmp_path / "a.ann").write_text(
        "T3\tperson 3 6\tLan\n#1\tAnnotatorNotes T3\tai đây?\nA1\tNegation T3\n", "utf-8"
    )
    bring(tmp_path, "brat", tmp_path / "gold")
    (row,) = [json.loads(x) for x in (tmp_path / "gold/a.jsonl").read_text("utf-8").splitlines()]
    assert row == {
        "kind": "person", "start": 3, "end": 6, "text": "Lan",
        "title": None, "role": None, "organization": None,
    }  # fmt: skip


def test_utf16_and_line_ends(tmp_path: Path) -> None:
    """Regions that a browser placed otherwise are found by their words."""

    def region(start: int, end: int, text: str) -> dict[str, Any]:
        value = {"start": start, "end": end, "text": text, "labels": ["person"]}
        return {"id": "r", "from_name": "label", "type": "labels", "value": value}

    def task(text: str, part: dict[str, Any]) -> dict[str, Any]:
        return {"data": {"id": "a", "text": text}, "annotations": [{"result": [part]}]}

    tasks = [task("😀 Lan", region(3, 6, "Lan")), task("Bà\r\nLan", region(3, 6, "Lan"))]
    path = tmp_path / "x.json"
    path.write_text(json.dumps(tasks), "utf-8")
    assert [p.rows[0]["text"] for p in labelstudio.read(path)] == ["Lan", "Lan"]
    path.write_text(json.dumps([task("Bà Hoa", region(3, 6, "Lan"))]), "utf-8")
    with pytest.raises(Unreadable, match="Lan"):
        list(labelstudio.read(path))


def test_not_an_extract(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"articles\.jsonl"):
        export(tmp_path, "brat", tmp_path / "x")
    with pytest.raises(KeyError):
        export(tmp_path, "xml", tmp_path / "x")


def test_nobody_corrected_anything(out: Path, tmp_path: Path) -> None:
    export(out, "labelstudio", tmp_path / "tasks.json")
    with pytest.raises(Unreadable, match=r"none of . tasks has an annotation"):
        bring(tmp_path / "tasks.json", "labelstudio", tmp_path / "gold")
