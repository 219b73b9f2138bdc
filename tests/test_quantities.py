"""How far figures reach, in sentences and tables of our own."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from cases import found
from hypothesis import example, given
from hypothesis import strategies as st

from trich.article import Article
from trich.extract.dates import dates
from trich.extract.decrees import decrees
from trich.extract.indicators import indicators
from trich.extract.indicators.counted import counted_noun, known_noun
from trich.extract.indicators.quantities import quantities
from trich.extract.locations import locations
from trich.extract.organizations import organizations
from trich.extract.persons import persons

SENTENCES = (Path(__file__).parent / "sentences" / "figures.txt").read_text(encoding="utf-8")
FIGURE = re.compile(r"\[([^|\]]+)\|([^|\]]*)\|([^|\]]*)(?:\|(\w+))?\]")


def figures(text: str) -> list[dict[str, Any]]:
    stages = (decrees, dates, organizations, persons, locations, indicators)
    return [r for r in found(text, *stages, published="2024-06-15") if r["kind"] == "indicator"]


def told(value: Any) -> str:
    return "–".join(map(str, value)) if isinstance(value, list) else str(value)


@pytest.mark.parametrize("line", SENTENCES.splitlines()[1:])
def test_sentences(line: str) -> None:
    expected = [(m[1], m[2], m[3] or None, m[4] or None) for m in FIGURE.finditer(line)]
    rows = figures(FIGURE.sub(lambda m: m[1], line))
    assert [(r["text"], told(r["value"]), r["unit"], r["modifier"]) for r in rows] == expected


# A table, and the figures in it: text, unit, property.
TABLES = {
    "stacked cells with a number to each row": (
        "Kết quả\nSTT\nChỉ tiêu\nĐơn vị\nNăm 2016\nNăm 2017\n1\nGiường bệnh\ngiường\n1.200\n1.350\n"
        "2\nĐộ bao phủ\n%\n82,5\n85,1\nÔng Nam cho biết kết quả này rất tốt.",
        [("1.200", "giường", "Giường bệnh"), ("1.350", "giường", "Giường bệnh"),
         ("82,5", "%", "Độ bao phủ"), ("85,1", "%", "Độ bao phủ")],
    ),
    "labels over their numbers": (
        "Tổng quan\nDân số\n1.250.300\nSố xã\n112\nDiện tích\n1.200 km2\n",
        [("1.250.300", None, "Dân số"), ("112", "xã", "Số xã"), ("1.200 km2", "km2", "Diện tích")],
    ),
    "empty cells are lost": (
        "NĂM\n2018\n2019\nSố trạm\n41\n43\nBác sĩ\n19\nTỷ lệ tiêm chủng (%)\n97,5\n98,1\n"
        "Số giường/vạn dân\n21\n24\n",
        [("41", "trạm", "Số trạm"), ("43", "trạm", "Số trạm"), ("19", None, "Bác sĩ"),
         ("97,5", "%", "Tỷ lệ tiêm chủng"), ("98,1", "%", "Tỷ lệ tiêm chủng"),
         ("21", "giường/vạn dân", "Số giường/vạn dân"),
         ("24", "giường/vạn dân", "Số giường/vạn dân")],
    ),
    "wide spaces": (
        "Chỉ tiêu            Năm 2016     Năm 2017\nSố ca đẻ            1.200        1.350\n",
        [("1.200", "ca", "Số ca đẻ"), ("1.350", "ca", "Số ca đẻ")],
    ),
    "single spaces": (
        "Chỉ tiêu Kế hoạch Thực hiện\nLúa mùa 1.234 1.345\nNgô đông 210 198\n",
        [("1.234", None, "Lúa mùa"), ("1.345", None, "Lúa mùa"),
         ("210", None, "Ngô đông"), ("198", None, "Ngô đông")],
    ),
    "periods as rows": (
        "Năm | Số ca mắc | Tử vong\n2015 | 1.200 | 3\n2016 | 1.350 | 5\n",
        [("1.200", "ca mắc", "Số ca mắc"), ("3", None, "Tử vong"),
         ("1.350", "ca mắc", "Số ca mắc"), ("5", None, "Tử vong")],
    ),
    "telephone numbers under their labels": (
        "Liên hệ\nĐiện thoại\n0912345678\nFax\n0438343434\nEmail: a@b.vn",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    text, expected = TABLES[name]
    rows = figures(text)
    assert [(r["text"], r["unit"], r["property"]) for r in rows] == expected


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("con suối chảy xiết", "con suối"),
        ("chiếc điện thoại bị vỡ", "chiếc điện thoại"),
        ("cuốn vở mới", "cuốn vở"),
        ("xã, phường, thị trấn đã ngập", "xã, phường, thị trấn"),
        ("gia đình chính sách, người có công tại xã", "gia đình chính sách, người có công"),
        ("người, bệnh nhân khỏi bệnh là", "người"),
        ("xe tăng, máy bay", "xe tăng"),
        ("ca mắc/tuần", "ca mắc"),
        ("căn nhà Đại đoàn kết", "căn nhà"),
        ("gương mặt tiêu biểu", "gương mặt"),
        ("lán hát quan họ", "lán hát"),
        ("lượt dự án", "lượt dự án"),
        ("cán bộ y tế xã", "cán bộ"),
    ],
)
def test_how_far_a_counted_noun_reaches(phrase: str, noun: str) -> None:
    counted = counted_noun(phrase, phrase.lower(), 0, len(phrase))
    assert counted is not None
    assert phrase[: counted.end] == noun


@pytest.mark.parametrize("phrase", ["được cấp", "và", "Hà Nội", "2 người", "", "trong tuần"])
def test_what_is_no_noun(phrase: str) -> None:
    assert counted_noun(phrase, phrase.lower(), 0, len(phrase)) is None


WORDS = st.sampled_from(
    [
        *("12", "1.200", "3,5", "7/9", "5-7", "triệu", "tỷ", "đồng", "%", "người", "trạm y tế"),
        *("ca", "mắc", "km2", "/năm", "từ", "đến", "lên", "hơn", ",", ".", "(", ")", "\n", "|"),
        *("con", "suối", "mỗi", "số", "là", "trong đó", "2023", "không quá", "xã", "phường"),
        *("1tr2", "1m65", "gió", "cấp", "±", "US$", "một trăm", "rưỡi", "phần", "x", "-", "/"),
    ]
)


@example(["12", "US$", "12"])
@given(st.lists(WORDS, max_size=24))
def test_quantities_lie_apart_in_any_text(words: list[str]) -> None:
    text = " ".join(words)
    at = 0
    for q in quantities(text, text.lower()):
        assert at <= q.start < q.end <= len(text)
        at = q.end
    article = Article(text)
    indicators(article)
    spans = [(m.start, m.end) for m in article.mentions]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text(max_size=40))
def test_a_known_noun_ends_within_its_text(text: str) -> None:
    lower = text.lower()
    noun = known_noun(lower, 0, len(lower))
    assert noun is None or 0 < noun.end <= len(lower)


@pytest.mark.parametrize(
    "unit",
    ["12 ", "12% ", "12 ca, ", "12 và 13 ", "12 | ", "12\n", "Số ca\n12\n", "từ 12 lên 13 ",
     "một nghìn ", "(12 ", "Lào Cai 12, ", "5-6 "],
)  # fmt: skip
def test_a_text_of_figures_is_read_in_linear_time(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        article = Article(text)
        began = time.process_time()
        indicators(article)
        return time.process_time() - began

    seconds(100)
    few = min(seconds(500) for _ in range(3))
    assert min(seconds(2_000) for _ in range(2)) < 12 * few + 0.1
