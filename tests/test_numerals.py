"""Numbers in digits and words: read, spelled, read back, found."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trich.numerals import digits, in_words, parse, read_digits, spell

VALUES: dict[str, list[str]] = {
    "0": ["0", "không", "00"],
    "3": ["3", "03", "ba"],
    "5": ["5", "năm"],
    "5.5": ["5,5", "5.5", "năm rưỡi", "năm phẩy năm"],
    "10": ["10", "mười", "một chục"],
    "14": ["14", "mười bốn"],
    "15": ["15", "mười lăm"],
    "21": ["21", "hai mươi mốt", "hai mốt", "hăm mốt"],
    "24": ["24", "hai mươi tư", "hai mươi bốn", "hai tá", "2 tá"],
    "25": ["25", "hai mươi lăm", "hai mươi nhăm", "hai lăm"],
    "100": ["100", "một trăm", "1 trăm"],
    "102": ["102", "một trăm linh hai", "một trăm lẻ hai"],
    "110": ["110", "một trăm mười", "một trăm mốt"],
    "150": ["150", "một trăm năm mươi", "trăm rưỡi", "một trăm rưỡi"],
    "1600": ["1.600", "1600", "một nghìn sáu trăm", "một ngàn sáu", "1,6 nghìn"],
    "1005": ["1.005", "một nghìn không trăm linh năm", "một nghìn linh năm"],
    "30000": ["30.000", "ba vạn", "ba chục nghìn", "3 vạn", "30 nghìn"],
    "35000": ["ba vạn năm nghìn", "ba vạn rưỡi", "35 ngàn"],
    "200000": ["hai trăm nghìn", "2 trăm nghìn", "200 nghìn"],
    "1200000": ["một triệu hai", "một triệu hai trăm nghìn", "1,2 triệu", "1 triệu 200 nghìn"],
    "1710000": ["1,71 triệu", "1.710.000", "1.71 triệu"],
    "2007862": ["2.007.862", "2,007,862"],
    "3500000": ["3 triệu rưỡi", "ba triệu rưỡi", "ba phẩy năm triệu"],
    "500000000000": ["500 tỷ", "500 tỉ", "năm trăm tỷ", "nửa nghìn tỷ"],
    "2000000000000": ["2 nghìn tỷ", "hai nghìn tỷ", "2.000 tỷ"],
    "1234.5": ["1.234,5", "1,234.5"],
    "0.75": ["0,75", "ba phần tư", "không phẩy bảy lăm", "không phẩy bảy mươi lăm"],
    "0.125": ["0.125", "một phần tám"],
    "2.05": ["hai phẩy không năm"],
    "-5": ["-5", "âm năm", "âm 5"],
}

NONE = [
    "", " ", "abc", "trăm", "triệu", "hai ba", "mươi", "linh năm mươi", "1.2.3", "1.00.000",
    "100.000.00", "hai trăm người", "năm ngoái", "12a", "12 34", "ba triệu hai triệu", "phẩy năm",
    "một phần", "một phần một", "nghìn nghìn nghìn hai", "1" * 5000, "²",
]  # fmt: skip


@pytest.mark.parametrize(("value", "text"), [(v, t) for v, texts in VALUES.items() for t in texts])
def test_parse(value: str, text: str) -> None:
    assert parse(text) == Decimal(value)
    assert parse(f" {text.upper()} ") == Decimal(value)


@pytest.mark.parametrize("text", NONE)
def test_parse_nothing(text: str) -> None:
    assert parse(text) is None


def test_whole_numbers_are_ints() -> None:
    assert isinstance(parse("2,5 triệu"), int)
    assert isinstance(parse("12,5"), Decimal)


@given(st.integers(min_value=-(10**18) + 1, max_value=10**18 - 1))
def test_spell_reads_back(n: int) -> None:
    assert parse(spell(n)) == n


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_read_back(n: int) -> None:
    assert digits(f"{n:,}".replace(",", ".")) == n


def test_spell_refuses_what_has_no_name() -> None:
    with pytest.raises(ValueError, match="10\\*\\*18"):
        spell(10**18)


@given(st.text(alphabet="0123456789., abchaimộtnămtrăiệuỷđ-/%\n"))
def test_any_text_is_scanned(text: str) -> None:
    parse(text)
    for n in in_words(text):
        assert 0 <= n.start < n.end <= len(text)


IN_TEXT = [
    ("hai triệu năm 2023", [("hai triệu", 2_000_000)]),
    ("một trăm năm trước", [("một trăm", 100)]),
    ("hai mươi năm qua", [("hai mươi", 20)]),
    ("năm trăm năm mươi nghìn đồng", [("năm trăm năm mươi nghìn", 550_000)]),
    ("mười hai phần trăm", [("mười hai", 12)]),
    ("hai phẩy năm phần trăm", [("hai phẩy năm", Decimal("2.5"))]),
    ("ba phần tư số hộ", [("ba phần tư", Decimal("0.75"))]),
    ("(sáu tỷ, hai trăm triệu)", [("sáu tỷ, hai trăm triệu", 6_200_000_000)]),
    ("sáu tỷ, hai trăm triệu", [("sáu tỷ", 6_000_000_000), ("hai trăm triệu", 200_000_000)]),
    ("hàng triệu, nhiều nghìn, vài trăm", []),
    ("hai bên, ba bệnh viện, tháng năm, thứ tư", []),
]


@pytest.mark.parametrize(("text", "numbers"), IN_TEXT)
def test_numbers_in_words(text: str, numbers: list[tuple[str, int | Decimal]]) -> None:
    assert [(text[n.start : n.end], n.value) for n in in_words(text)] == numbers


IN_DIGITS = [
    ("1 triệu 200 nghìn đồng", "1 triệu 200 nghìn", 1_200_000),
    ("3 triệu rưỡi", "3 triệu rưỡi", 3_500_000),
    ("2 nghìn tỷ đồng", "2 nghìn tỷ", 2_000_000_000_000),
    ("5 tỷ 300 triệu", "5 tỷ 300 triệu", 5_300_000_000),
    ("2 tỷ 3 tỷ", "2 tỷ", 2_000_000_000),
    ("1.234,5 tỷ đồng", "1.234,5 tỷ", 1_234_500_000_000),
    ("7 trăm", "7 trăm", 700),
    ("12 xã", "12", 12),
]


@pytest.mark.parametrize(("text", "span", "value"), IN_DIGITS)
def test_digits_with_their_scale(text: str, span: str, value: int) -> None:
    number = read_digits(text, 0, len(text.split(" ")[0]))
    assert number is not None
    assert (text[number.start : number.end], number.value) == (span, value)
