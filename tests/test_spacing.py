"""Careless typing and wrapped lines: the view mends them, and no record is lost by them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

import trich
from trich import records
from trich.article import Kind
from trich.evaluate import Result, rows_of, score
from trich.view import View

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        # spaces left out
        ("ông Sự,Giám đốc;bà Hạ", "ông Sự, Giám đốc; bà Hạ"),
        ("Nơi nhận:UBND tỉnh", "Nơi nhận: UBND tỉnh"),
        ("đã họp.Ông Sự nói", "đã họp. Ông Sự nói"),
        ("Ủy ban(UBND)tỉnh", "Ủy ban (UBND) tỉnh"),
        ("Ông Sự- Giám đốc", "Ông Sự - Giám đốc"),
        ("Ông Sự -Giám đốc", "Ông Sự - Giám đốc"),
        ("Lò Văn Sự-nguyên Giám đốc", "Lò Văn Sự - nguyên Giám đốc"),
        ("cuối năm 2019,trú tại", "cuối năm 2019, trú tại"),
        ("hòa bình”,ông nói", "hòa bình”, ông nói"),
        ("tê\u0301 ,Ha\u0323", "tế, Hạ"),
        ("Bộ_trưởng Bộ Y_tế Lò_Thị_Én , Hà_Nội", "Bộ trưởng Bộ Y tế Lò Thị Én, Hà Nội"),
        ("ủy viên BộChính trị, Bí thưThành ủy", "ủy viên Bộ Chính trị, Bí thư Thành ủy"),
        ("ThủTướngChính phủ ở HồChí Minh", "Thủ Tướng Chính phủ ở Hồ Chí Minh"),
        # and too many
        ("Anh Sự , 35 tuổi ; ( cũ ) .", "Anh Sự, 35 tuổi; (cũ)."),
        ('nói : " Đủ rồi " , rồi đi', 'nói: "Đủ rồi", rồi đi'),
        ("nói : “ Đủ rồi ” !", "nói: “Đủ rồi”!"),
        ("Ủy ban  nhân dân tỉnh đã  ban hành kế hoạch này.",
         "Ủy ban nhân dân tỉnh đã ban hành kế hoạch này."),
    ],
)  # fmt: skip
def test_spaces(source: str, text: str) -> None:
    view = View(source)
    assert view.text == text
    assert view.quote(0, len(text)) == source


@pytest.mark.parametrize(
    "text",
    [
        "12.345,6 tỷ; 1,5%; 16:18",
        "VinFast, VietinBank, iPhone, BIDV, ĐHQGHN, NealKoblitz, PVcomBank",
        "baotinh.vn, TP.HCM, PGS.TS, Th.S, T.Ư, A.B.C",
        "34/2024/QĐ-UBND, 8-10 triệu, Hà Nội-Huế",
        'anh "Sự" và "Hạ" nói',
        "a) một; b) hai; 25(OH)D; f(x)",
        "- Giám đốc\n-Phó Giám đốc",
        ". . . . .",
        # columns
        "Lúa đông xuân cả năm  12,5  13,6\nLúa mùa cả năm  1,5  2,5",
        "ỦY BAN NHÂN DÂN TỈNH  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 12/QĐ-UBND  Hà Nội, ngày 12 tháng 3 năm 2020",
        "Chỉ tiêu  đơn vị  kế hoạch  thực hiện",
    ],
)
def test_left_alone(text: str) -> None:
    assert View(text).text == text


WRAPPED = """
Sáng nay, Ủy ban nhân dân tỉnh họp với các sở, ngành về việc bảo đảm nước sạch
cho các xã vùng hạn. Theo ông Giám đốc Sở Nông nghiệp và Môi trường Lò Thị Văn
Én, toàn tỉnh còn 12 xã thiếu nước, giảm 5 xã so với cùng kỳ năm trước; tỷ lệ
hộ dùng nước sạch đạt 87,5% dân số, kèm theo đó là Quyết định số 123/2025/QĐ-
UBND giao mỗi huyện:
- lập kế hoạch cấp nước trước ngày 15/3;
- báo cáo hằng tuần.
""".strip()


def test_wrapped_lines_are_paragraphs() -> None:
    text = View(WRAPPED).text
    assert text.count("\n") == 2, text
    assert "Lò Thị Văn Én, toàn tỉnh" in text
    assert "số 123/2025/QĐ-UBND giao" in text
    rows = trich.extract(WRAPPED)
    name = next(r for r in rows if r["kind"] == "person")
    assert name["text"] == "Lò Thị Văn\nÉn"
    assert name["full_name"] == "Lò Thị Văn Én"
    assert name["role"] == "Giám đốc"
    assert WRAPPED[name["start"] : name["end"]] == name["text"]
    assert next(r for r in rows if r["kind"] == "decree")["id"] == "123/2025/QĐ-UBND"


def test_paragraphs_are_no_wrapped_lines() -> None:
    text = "\n".join(
        ["thu hoạch lúa và " * n + "rau màu" for n in (3, 12, 5, 21, 4)]
        + ["Lúa\ntấn\n12,5\nNgô\ntấn\n3,5"] * 4
    )
    assert View(text).text == text


def _spaced(text: str, i: int) -> str:
    """As a tokenizer leaves it: every mark by itself."""
    char, before, after = text[i], text[i - 1 : i], text[i + 1 : i + 2]
    if char not in ',:;?!()"“”' and not (char == "." and after in (" ", "\n", "")):
        return char
    if before.isdigit() and after.isdigit():
        return char
    return " " * (before not in (" ", "\n", "")) + char + " " * (after not in (" ", "\n", ""))


def _glued(text: str, i: int) -> str:
    """No space behind a mark or around a bracket."""
    before, after = text[:i][-2:], text[i + 1 : i + 3]
    if text[i] != " " or not after[:1].isalpha():
        opens = after[:1] == "(" and after[1:].isalnum() and before[-1:].isalpha()
        return "" if text[i] == " " and opens else text[i]
    return "" if before[-1:] in (",", ";", ":", ")") and before[:1].isalpha() else " "


def _dashed(text: str, i: int) -> str:
    """No space on one side of a dash, now left, now right."""
    around = text[max(0, i - 3) : i + 4]
    if text[i] == " " and around[3:4] == " " and around[4:6] in ("- ", "– "):
        return "" if i % 2 == 0 and around[2].isalpha() and around[6:].isalpha() else " "
    if text[i] == " " and around[1:3] in (" -", " –"):
        return "" if i % 2 and around[0].isalpha() and around[4:5].isalpha() else " "
    return text[i]


def _wrapped(text: str, i: int) -> str:
    """Lines of at most 90 letters."""
    start = text.rfind("\n", 0, i) + 1
    end = text.find("\n", i)
    line = text[start : end if end >= 0 else len(text)]
    if text[i] != " " or len(line) <= 90 or "|" in line or "\t" in line:
        return text[i]
    at = 0
    while len(line) - at > 90:
        cut = line.rfind(" ", at + 1, at + 91)
        if cut < 0:
            break
        if start + cut == i:
            return "\n"
        at = cut + 1
    return " "


@pytest.mark.parametrize("slip", [_spaced, _glued, _dashed, _wrapped])
def test_slips_cost_no_records(slip: Callable[[str, int], str]) -> None:
    """Articles with one kind of slip throughout, against the gold of the clean ones."""
    kinds: tuple[Kind, ...] = ("person", "organization", "date", "decree", "indicator")
    clean, slipped = {}, {}
    lines = (CORPUS / "articles.csv").read_text(encoding="utf-8").splitlines()
    for row in list(csv.DictReader(lines))[::3]:
        name = row["id"]
        text = (CORPUS / "articles" / f"{name}.txt").read_bytes().decode("utf-8")
        gold = rows_of(CORPUS / "gold" / f"{name}.jsonl")
        pieces = [slip(text, i) for i in range(len(text))]
        places = [0]
        for piece in pieces:
            places.append(places[-1] + len(piece))
        changed = "".join(pieces)
        moved = []
        for g in gold:
            start, end = places[g["start"]], places[g["end"]]
            quoted = changed[start:end]
            start, end = start + len(quoted) - len(quoted.lstrip()), start + len(quoted.rstrip())
            moved.append({**g, "start": start, "end": end, "text": changed[start:end]})
        clean[name] = score(gold, records.rows(trich.annotate(text, id=name)), name)
        slipped[name] = score(moved, records.rows(trich.annotate(changed, id=name)), name)
    for kind in kinds:
        before, after = Result(clean).kinds[kind].strict.f1, Result(slipped).kinds[kind].strict.f1
        assert after > before - 0.015, (kind, before, after)
