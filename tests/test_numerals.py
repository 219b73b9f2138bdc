"""Numbers in digits and words: read, spelled, read back, found."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trich.numerals import digits, in_words, parse, read_digits
from trich.spelling import NORTH, SOUTH, Speech, spell

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
    "-5": ["-5", "âm năm", "âm 5", "trừ năm"],
    "0.5": ["nửa", "một nửa", "một phần hai", "0,5", "không phẩy năm"],
    "0.3": ["ba phần mười", "0,3"],
    "0.625": ["5 phần 8", "năm phần tám"],
    "0.001": ["không phẩy không không một", "một phần một nghìn"],
    "1.5": ["một rưỡi", "1,5", "một phẩy năm"],
    "6": ["sáu", "nửa tá"],
    "18": ["mười tám", "tá rưỡi", "một tá rưỡi"],
    "27": ["hai mươi bảy", "hăm bảy", "hai mươi bẩy"],
    "31": ["ba mươi mốt", "ba mốt", "băm mốt"],
    "35": ["ba mươi lăm", "băm lăm", "ba nhăm", "ba mươi nhăm"],
    "36": ["ba mươi sáu", "băm sáu"],
    "64": ["sáu mươi tư", "sáu tư", "sáu mươi bốn"],
    "120": ["trăm hai", "một trăm hai", "một trăm hai mươi"],
    "140": ["trăm tư", "một trăm tư"],
    "204": ["hai trăm linh tư", "hai trăm lẻ bốn"],
    "365": ["ba trăm sáu lăm", "ba trăm sáu mươi lăm"],
    "550": ["năm trăm rưỡi", "năm trăm rưởi", "năm trăm năm mươi"],
    "1001": ["một nghìn lẻ một", "một ngàn không trăm lẻ một"],
    "1010": ["một nghìn không trăm mười", "một ngàn lẻ mười"],
    "1800": ["nghìn tám", "ngàn tám", "một nghìn tám"],
    "1975": ["một nghìn chín trăm bảy mươi lăm", "một ngàn chín trăm bảy lăm"],
    "2500": ["hai nghìn rưỡi", "hai ngàn rưởi", "hai nghìn năm trăm", "hai nghìn năm"],
    "10001": ["mười nghìn không trăm linh một", "một vạn không trăm linh một"],
    "15000": ["vạn rưỡi", "một vạn rưỡi", "1,5 vạn", "mười lăm ngàn"],
    "25000": ["2 vạn 5", "hai vạn rưỡi", "hai vạn năm"],
    "53000.23": ["năm mươi ba nghìn phẩy hai ba"],
    "101000": ["một trăm linh một nghìn"],
    "1005000": ["một triệu lẻ năm nghìn", "một triệu không trăm linh năm nghìn"],
    "1100000": ["triệu mốt", "một triệu mốt", "1 triệu 1"],
    "3400000000": ["ba tỷ tư", "ba tỉ tư", "3 tỷ 4", "3,4 tỷ"],
    "1400000000": ["tỷ tư"],
    "28000000000000": ["hai mươi tám nghìn tỷ", "28 nghìn tỷ", "28.000 tỷ"],
    "1000000000000000": ["một triệu tỷ", "1 triệu tỷ"],
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


SPEECHES = st.builds(
    Speech,
    thousand=st.sampled_from(["nghìn", "ngàn"]),
    empty_ten=st.sampled_from(["linh", "lẻ"]),
    billion=st.sampled_from(["tỷ", "tỉ"]),
    seven=st.sampled_from(["bảy", "bẩy"]),
    four=st.sampled_from(["tư", "bốn"]),
    five=st.sampled_from(["lăm", "nhăm"]),
    twenty=st.sampled_from(["hai mươi", "hăm"]),
    empty_hundred=st.booleans(),
    bare_ten=st.booleans(),
    half=st.booleans(),
)


@given(st.integers(min_value=-(10**18) + 1, max_value=10**18 - 1), SPEECHES)
def test_spell_reads_back(n: int, speech: Speech) -> None:
    assert parse(spell(n, speech)) == n


def test_every_number_to_a_hundred_thousand_reads_back() -> None:
    south = SOUTH._replace(bare_ten=True, half=True)
    for n in range(100_000):
        assert parse(spell(n, NORTH if n % 2 else south)) == n


@given(st.decimals(min_value=0, max_value=10**9, places=4), SPEECHES)
def test_decimals_read_back(number: Decimal, speech: Speech) -> None:
    assert parse(spell(number, speech)) == number


@given(st.integers(1, 99), st.integers(2, 9999), SPEECHES)
def test_fractions_read_back(above: int, below: int, speech: Speech) -> None:
    fraction = Fraction(above, below)
    if fraction.denominator > 1:
        read = parse(spell(fraction, speech))
        assert read is not None
        assert abs(Fraction(read) - fraction) < Fraction(1, 10**20)


@pytest.mark.parametrize(
    ("number", "speech", "words"),
    [
        (2024, NORTH, "hai nghìn không trăm hai mươi tư"),
        (2024, SOUTH, "hai ngàn không trăm hai mươi bốn"),
        (1005, SOUTH, "một ngàn không trăm lẻ năm"),
        (21, Speech(bare_ten=True), "hai mốt"),
        (25, Speech(twenty="hăm", five="nhăm"), "hăm nhăm"),
        (1005, Speech(empty_hundred=False), "một nghìn linh năm"),
        (3_500_000, Speech(half=True), "ba triệu rưỡi"),
        (300_500_000, Speech(half=True), "ba trăm triệu năm trăm nghìn"),
        (10**15, NORTH, "một triệu tỷ"),
        (Decimal("-3.14"), NORTH, "âm ba phẩy một bốn"),
        (Fraction(2, 3), NORTH, "hai phần ba"),
    ],
)
def test_ways_of_speaking(number: int, speech: Speech, words: str) -> None:
    assert spell(number, speech) == words


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
