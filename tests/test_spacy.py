"""trich as a spaCy component, and the tokenizer that loses nothing."""

from __future__ import annotations

import pickle

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy

from trich import extract
from trich.spacy import blank

TEXT = "Sáng 30/01/2024, Bộ trưởng Bộ Y tế Đào Hồng Lan dự; 93,2% dân số tham gia BHYT năm qua."


@pytest.mark.parametrize("language", ["trich", "xx", "en"])
def test_the_same_records(language: str) -> None:
    nlp = blank() if language == "trich" else spacy.blank(language)
    nlp.add_pipe("trich", config={"published": "2024-02-01"})
    doc = nlp(TEXT)
    assert doc._.trich == extract(TEXT, "2024-02-01") != []
    assert [s._.trich for s in doc.spans["trich"]] == doc._.trich
    assert {s.label_ for s in doc.spans["trich"]} == {r["kind"] for r in doc._.trich}


def test_spans_have_the_records_text() -> None:
    nlp = blank()
    nlp.add_pipe("trich")
    doc = nlp(TEXT)
    assert [s.text for s in doc.spans["trich"]] == [r["text"] for r in extract(TEXT)]


def test_many_and_pickled() -> None:
    nlp = blank()
    nlp.add_pipe("trich")
    again = pickle.loads(pickle.dumps(nlp))
    docs = list(again.pipe([TEXT, "", "Luật Dược"]))
    assert [d._.trich for d in docs] == [extract(t) for t in (TEXT, "", "Luật Dược")]


def test_in_processes() -> None:
    nlp = blank()
    nlp.add_pipe("trich")
    texts = [TEXT, "Luật Dược", ""] * 3
    docs = list(nlp.pipe(texts, n_process=2, batch_size=2))
    assert [d._.trich for d in docs] == [extract(t) for t in texts]
    assert [s._.trich["text"] for s in docs[0].spans["trich"]] == [r["text"] for r in extract(TEXT)]


def test_displacy() -> None:
    nlp = blank()
    nlp.add_pipe("trich")
    html = displacy.render(nlp(TEXT), style="span", options={"spans_key": "trich"}, jupyter=False)
    assert "organization" in html
    assert "Đào" in html


def test_two_records_of_one_stretch() -> None:
    """Spans that hold the same tokens keep each its own record."""
    nlp = spacy.blank("xx")
    nlp.add_pipe("trich")
    doc = nlp("Stamp 06:43Khám,12% và Hà Nội")
    assert [s._.trich["kind"] for s in doc.spans["trich"]] == [s.label_ for s in doc.spans["trich"]]


def test_words_lose_nothing() -> None:
    nlp = blank(words=True)
    text = f"  {TEXT}\n\n\tBộ Y tế họp.\r\n"
    doc = nlp(text)
    assert doc.text == text
    assert "Y tế" in [t.text for t in doc]
    assert pickle.loads(pickle.dumps(nlp))(text).text == text


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_the_tokenizer_loses_nothing(text: str) -> None:
    assert blank_tokenizer(text).text == text


blank_tokenizer = blank().tokenizer


def test_tokens() -> None:
    assert [t.text for t in blank_tokenizer("Đạt 12,5%; số 25-CT/TW")] == [
        "Đạt", "12,5", "%", ";", "số", "25", "-", "CT", "/", "TW",
    ]  # fmt: skip
