"""Sentences and words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trich import annotate
from trich.article import Article, Sentence
from trich.segment import words

SENTENCES = [
    ["PGS.TS. Trần Văn Thuấn dự họp.", "Bà Lan về TP. Hồ Chí Minh."],
    ["Ông N. V. A. khai báo.", "Sau đó ông đi."],
    ["Thiếu vitamin A.", "Trẻ cần uống bổ sung."],
    ["Giá 3.000 đồng.", "15 người mua."],
    ["1. Bộ Y tế chủ trì.", "2. Bộ Công an phối hợp."],
    ["Ông nói: “Tốt.”", "Mọi người vỗ tay."],
    ["Có thuốc, vật tư, v.v...", "Sau đó họp."],
    ["Vì sao chậm?", "Do thiếu thuốc!", "Nay đã đủ."],
    ["Đạt 12,5%.", "Năm 2023 đạt 11%."],
    ["BSCKII. Nguyễn Văn A, Giám đốc Sở Y tế TP.HCM, chủ trì."],
]


@pytest.mark.parametrize("sentences", SENTENCES)
def test_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[s.start : s.end] for s in annotate(text).sentences] == sentences


def test_a_line_ends_a_sentence() -> None:
    text = "Bộ Y tế\nhọp báo\n"
    assert [text[s.start : s.end] for s in annotate(text).sentences] == ["Bộ Y tế", "họp báo"]


def _words(text: str) -> list[str]:
    return [text[s:e] for s, e in words(Article(text), Sentence(0, len(text)))]


def test_words() -> None:
    assert _words("Bộ Y tế họp sáng nay.") == ["Bộ", "Y tế", "họp", "sáng", "nay", "."]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Bộ", "Y", "tế", "12,5%", "🙂", "\u00a0", "  ", "hoà", "25-CT/TW", "“", "tê\u0301"]
        )
    )
)
def test_words_lose_nothing(pieces: list[str]) -> None:
    for text in (" ".join(pieces), unicodedata.normalize("NFD", " ".join(pieces))):
        spans = words(Article(text), Sentence(0, len(text)))
        assert spans == sorted(spans)
        covered = {i for s, e in spans for i in range(s, e)}
        assert sum(e - s for s, e in spans) == len(covered)  # no overlap
        assert all(i in covered for i, c in enumerate(text) if not c.isspace())
