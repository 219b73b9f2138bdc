"""The view and the way back: the text is never altered."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from trich import annotate, extract
from trich.article import Article, Mention, Span
from trich.view import View, place_tones

PAGE = (
    "Bộ Y tế họp với WHO\n\n30/01/2024 | 16:18 PM\n\n"
    "Sáng ngày 30/01/2024, Thứ trưởng Bộ Y tế Trần Văn Thuấn dự. Chỉ thị số 25-CT/TW của Ban Bí "
    "thư; 93,2% dân số tham gia BHYT; tăng 15% so với năm ngoái.\n"
)
ODD = st.sampled_from(
    ["\u200b", "\u0301", "\u0323", "\r\n", "\r", "\u00a0", "\u2013", "\u00d0", "🙂", "\u202e",
     "\ufeff", "\u2028", "\x00", "\u0130", "ß", "ﬁ", "１２", "\t", "…", "’", "\U0001f1fb", "  "]
)  # fmt: skip


def _invariant(text: str) -> None:
    article = annotate(text)
    assert article.text == text
    spans = [*article.blocks, *article.sentences, *article.mentions]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
    for record in extract(text):
        assert record["text"] == text[record["start"] : record["end"]] != ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        PAGE,
        unicodedata.normalize("NFD", PAGE),
        PAGE.replace("\n", "\r\n"),
        PAGE.replace(" ", "\u00a0"),
        PAGE.replace("-", "\u2013"),
        PAGE.replace("Đ", "\u00d0"),
        "\u200b".join(PAGE),
        "🙂" + PAGE + "🙂",
        "\ufeff" + PAGE,
        "İ" + PAGE,
    ],
)
def test_odd_pages(text: str) -> None:
    _invariant(text)


# Letters whose case or composition changes their length, marks in any order, halves of pairs.
HOSTILE = st.one_of(
    st.sampled_from(
        ["\u0130", "ß", "ŉ", "ǰ", "ΐ", "ﬁ", "ﬀ", "և", "\u212b", "\u2126", "\u0340", "\u0344",
         "\u1100\u1161\u11a8", "\u1161", "e\u0323\u0302", "e\u0302\u0323", "a\u0302\u200b\u0301",
         "\u0302", "\u093c", "\u0958", "\ufb1d", "\u2adc", "\ud800", "\udfff", "\U0001d15e",
         "\u034f", "\u0189", "\ufffc", "\x1c", "\x85", "Ｔ", "％"]
    ),
    st.characters(categories=["Mn", "Me", "Cs", "Cf", "Lo", "Zl", "Zp", "Cc"]),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(HOSTILE, st.sampled_from(list('aeđĐuyỳạ1,.-()"” \n')))).map("".join))
@example("uy\u0300\u0300")
@example("a\u00ad\u0302")
@example("\r\n")
@example("uy\u0300 bo\u0323\u0302\u200b\u00a0Y te\u0302\u0301")
def test_the_way_back_is_exact(source: str) -> None:
    """Every position of the view has its place, in order; between places only the unseen.

    And spaces: one may be set where there was none, or gone.
    """
    view = View(source)
    end = 0
    covered = [False] * len(source)
    for i, char in enumerate(view.text):
        start, stop = view.span(i, i + 1)
        assert 0 <= start < stop <= len(source)
        assert start >= end or view.span(i - 1, i) == (start, stop)
        end = stop
        covered[start:stop] = [True] * (stop - start)
        alone = " " if source[start : stop + 1] == "\r\n" else View(source[start:stop]).text
        assert char == " " or plain(char) in unicodedata.normalize("NFD", alone)
    assert all(
        seen or unseen(char) or char.isspace() or View(char).text == " "
        for seen, char in zip(covered, source, strict=True)
    )
    if max(source, default="") < "\U00010000":
        assert unicodedata.is_normalized("NFC", view.text)
    assert View(view.text).text.replace(" ", "") == view.text.replace(" ", "")
    assert len(Article(view.text).lower) == len(view.text)


def plain(text: str) -> str:
    """A letter without its marks: where a tone mark stands depends on the letters around."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)) or text


def unseen(char: str) -> bool:
    return View(f"a{char}b").text == "ab"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PAGE.split(" ")), HOSTILE)))
def test_hostile_letters_amid_facts(pieces: list[str]) -> None:
    _invariant(" ".join(pieces))
    _invariant("".join(pieces))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PAGE.split(" ")), ODD, st.text(max_size=5))))
@example(["\u0301"])
@example(["Bộ", " ", "Y", "\u200b", " ", "tê\u0301"])
def test_any_mixture(pieces: list[str]) -> None:
    _invariant(" ".join(pieces))
    _invariant("".join(pieces))


@pytest.mark.parametrize("unit", ["Bộ Y tế họp 12,5% ngày 3/4/2024 ", "1/2-", "A", "Nguyễn "])
def test_one_line_of_a_megabyte(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    article = annotate(text)
    assert article.text == text
    assert all(text[m.start : m.end].strip() for m in article.mentions)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_records_do_not_depend_on_the_form(form: str) -> None:
    """Composed or not, spaced by NBSP or not, the same facts come out."""

    def facts(text: str) -> list[tuple[str, str | None]]:
        return [(r["kind"], r["key"]) for r in extract(text)]

    assert facts(unicodedata.normalize(form, PAGE)) == facts(PAGE) != []
    assert facts(PAGE.replace(" ", "\u00a0")) == facts(PAGE)


def test_quoted_fields_are_the_sources_own_words() -> None:
    source = unicodedata.normalize("NFD", "bà Lan, Uỷ viên")
    view = View(source)
    article = Article(view.text)
    start = view.text.index("Lan")
    role = view.text.index("Ủy viên")
    article.mentions = [
        Mention("person", start, start + 3, "x", fields={"role": Span(role, role + 7)})
    ]
    placed = article.on_source(view).mentions[0]
    assert source[placed.start : placed.end] == "Lan"
    assert placed.fields["role"] == unicodedata.normalize("NFD", "Uỷ viên")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà", "hòa"), ("HOÀ", "HÒA"), ("Hoà", "Hòa"), ("uỷ", "ủy"), ("Uỷ", "Ủy"), ("ỦY", "ỦY"),
        ("UỶ", "ỦY"), ("khoẻ", "khỏe"), ("thuý", "thúy"), ("quý", "quý"), ("toàn", "toàn"),
        ("khoảng", "khoảng"), ("huỳnh", "huỳnh"), ("xoá", "xóa"), ("QUỲ", "QUỲ"),
    ],
)  # fmt: skip
def test_tones(old: str, new: str) -> None:
    assert place_tones(old) == new


def test_view_of_plain_text_is_the_text() -> None:
    assert View("Bộ Y tế - 12,5%").text == "Bộ Y tế - 12,5%"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a\u00a0b", "a b"), ("1–2", "1-2"), ("Ðà", "Đà"), ("H’Hen", "H'Hen"), ("a\r\nb", "a \nb"),
        ("tê\u0301", "tế"), ("a\u200bb", "ab"), ("１２", "12"), ("a\rb", "a\nb"),
        ("te\u0302\u200b\u0301", "tế"), ("ＢＨＹＴ：９５％", "BHYT:95%"), ("\u0189à", "Đà"),
        ("a\x07b", "a b"),
        ("a\ufffcb", "a b"), ("\u212b", "Å"), ("ho\u00e0", "hòa"), ("hoa\u0300", "hòa"),
    ],
)  # fmt: skip
def test_what_the_view_writes_alike(source: str, text: str) -> None:
    assert View(source).text == text


@pytest.mark.parametrize(
    ("text", "published", "says"),
    [
        (None, None, "text: a str is needed, not NoneType"),
        (b"B\xe1\xbb\x99 Y t\xe1\xba\xbf", None, "text: a str is needed, not bytes"),
        ("Bộ Y tế", 20240130, "published: .* not int"),
    ],
)
def test_arguments_of_another_type(text: Any, published: Any, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        extract(text, published)
