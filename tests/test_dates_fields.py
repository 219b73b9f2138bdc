"""The fields beside type and value: what a date covers, how it is bounded, what it hangs on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cases import found
from hypothesis import given
from hypothesis import strategies as st

from trich import Article
from trich.extract.dates import dates
from trich.extract.dates.bounds import bounds
from trich.extract.decrees import decrees
from trich.gold import is_value

PUBLISHED = "2024-01-30"  # a Tuesday

BOUNDS = {
    ("2024-01-30", "2024-01-30", "day"): ["2024-01-30"],
    ("2024-01-30", "2024-01-30", "part"): ["2024-01-30TMO", "2024-01-30TNI"],
    ("2024-01-30T16:18", "2024-01-30T16:18", "minute"): ["2024-01-30T16:18"],
    ("2024-01-30T16:18:05", "2024-01-30T16:18:05", "second"): ["2024-01-30T16:18:05"],
    ("2024-02-01", "2024-02-29", "month"): ["2024-02"],
    ("2023-02-01", "2023-02-28", "month"): ["2023-02"],
    ("2024-07-01", "2024-09-30", "quarter"): ["2024-Q3"],
    ("2024-07-01", "2024-12-31", "half"): ["2024-H2"],
    ("2024-11-01", "2025-01-31", "season"): ["2024-WI"],
    ("2024-05-01", "2024-07-31", "season"): ["2024-SU"],
    ("2024-01-01", "2024-12-31", "year"): ["2024"],
    ("1990-01-01", "1999-12-31", "decade"): ["199"],
    ("2000-01-01", "2099-12-31", "century"): ["20"],
    ("2024-01-29", "2024-02-04", "week"): ["2024-W05"],
    ("2024-02-03", "2024-02-04", "weekend"): ["2024-W05-WE"],
    ("2024-02-01", "2024-02-01", "day"): ["2024-W05-4", "2024-02-01"],
    ("2021-01-01", "2025-12-31", "year"): ["2021/2025"],
    ("2025-11-09", "2025-11-10", "day"): ["2025-11-09/2025-11-10"],
    ("2020-01-01", "2024-01-30", "year"): ["2020/2024-01-30"],
    ("2024-01-30T07:30", "2024-01-30T11:30", "minute"): ["2024-01-30T07:30/2024-01-30T11:30"],
    (None, None, "year"): ["P30Y", "P7Y/P8Y", "XXXX"],
    (None, None, "month"): ["P2Y6M", "XXXX-05", "P9M"],
    (None, None, "day"): ["P1000D", "XXXX-06-01", "XXXX-XX-15", "XXXX-WXX-1"],
    (None, None, "hour"): ["PT2H"],
    (None, None, "minute"): ["PT45M", "PT1H30M", "XXXX-XX-XXT15:30"],
    (None, None, "second"): ["PT30S"],
    (None, None, "week"): ["P3W", "XXXX-WXX"],
    (None, None, "part"): ["XXXX-XX-XXTMO"],
    ("2024-01-30", None, "day"): ["2024-01-30/XXXX-XX-XX"],
}


@pytest.mark.parametrize(
    ("want", "value"), [(want, value) for want, values in BOUNDS.items() for value in values]
)
def test_bounds(want: tuple[str | None, str | None, str], value: str) -> None:
    assert bounds(value) == want


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_day_lies_in_its_month_quarter_and_year(day: date) -> None:
    year = f"{day.year:04d}"
    quarter = (day.month + 2) // 3
    iso = day.isocalendar()
    values = [
        year,
        f"{year}-{day.month:02d}",
        f"{year}-Q{quarter}",
        f"{year}-H{(quarter + 1) // 2}",
    ]
    for value in values:
        covered = bounds(value)
        assert covered.begin is not None
        assert covered.end is not None
        assert covered.begin <= day.isoformat() <= covered.end
    if 1 <= iso.year < 9999:
        of_week = bounds(f"{iso.year:04d}-W{iso.week:02d}-{iso.weekday}")
        assert of_week.begin == of_week.end == day.isoformat()


@given(st.text(alphabet="0123456789-TWQHPXYMDS/:", max_size=24))
def test_any_value_has_bounds(value: str) -> None:
    begin, end, _ = bounds(value)
    for day in (begin, end):
        assert day is None or date.fromisoformat(day[:10])


def _read(text: str, published: str | None = PUBLISHED) -> list[dict[str, Any]]:
    got = found("Bản tin\n" + text, decrees, dates, published=published)
    return [m for m in got if m["kind"] == "date"]


MODS = [
    ("Hoàn thành trước ngày 15/3.", "BEFORE"),
    ("Sau ngày 15/3, đường thông xe.", "AFTER"),
    ("Luật có hiệu lực từ ngày 1/7/2024.", "ON_OR_AFTER"),
    ("Nộp chậm nhất ngày 15/3.", "ON_OR_BEFORE"),
    ("Áp dụng đến hết tháng 10/2024.", "ON_OR_BEFORE"),
    ("Vụ việc xảy ra khoảng 15h30 ngày 29/1.", "APPROX"),
    ("Họp vào đầu tháng 3.", "START"),
    ("Họp vào giữa tháng 3.", "MID"),
    ("Họp vào hạ tuần tháng 3.", "END"),
    ("Đi mất hơn 2 giờ đồng hồ.", "MORE_THAN"),
    ("Ở đó chưa đầy 3 năm.", "LESS_THAN"),
    ("Nghỉ ít nhất 3 ngày.", "EQUAL_OR_MORE"),
    ("Xử lý không quá 3 ngày.", "EQUAL_OR_LESS"),
    ("Xây trong khoảng 5 năm.", "APPROX"),
    ("Họp ngày 15/3.", None),
    ("Kéo dài 3 ngày.", None),
    ("Từ ngày 1/3 đến ngày 5/3 có mưa.", None),
]


@pytest.mark.parametrize(("text", "mod"), MODS)
def test_mod(text: str, mod: str | None) -> None:
    assert [m["mod"] for m in _read(text)] == [mod]


RECURRENCES = [
    ("Khám mỗi năm một lần.", "P1Y", "EVERY", "1X"),
    ("Uống 2 lần mỗi ngày.", "P1D", "EVERY", "2X"),
    ("Học mỗi tuần hai buổi.", "P1W", "EVERY", "2X"),
    ("Họp hằng quý.", "P3M", "EVERY", None),
    ("Bảo trì 6 tháng/lần.", "P6M", None, "1X"),
    ("Họp sáng thứ Hai hàng tuần.", "XXXX-WXX-1TMO", "EVERY", None),
    ("Uống cách ngày.", "P2D", None, None),
]


@pytest.mark.parametrize(("text", "value", "quant", "freq"), RECURRENCES)
def test_recurrence(text: str, value: str, quant: str | None, freq: str | None) -> None:
    assert [(m["value"], m["quant"], m["freq"]) for m in _read(text)] == [(value, quant, freq)]


ANCHORS = [
    ("Hôm qua trời mưa.", ["publication"]),
    ("Họp ngày 15/3.", ["publication"]),
    ("Họp ngày 15/3/2024.", [None]),
    ("Giai đoạn 2021-2025 kéo dài 5 năm.", [None, None]),
    ("Năm 2022, tỷ lệ là 5%; tháng 6 giảm một nửa.", [None, "2022"]),
    ("Khởi công ngày 3/4/2022, hai năm sau thì xong.", [None, "2022-04-03"]),
    ("Quý III/2023 có 40 ca, giảm so với cùng kỳ năm trước.", [None, "2023-Q3"]),
    ("Chiều 5/3/2022, đoàn đến. Tối cùng ngày, đoàn họp.", [None, "2022-03-05TAF"]),
    ("Mỗi tháng họp một lần.", [None]),
    ("5 năm qua, tỉnh xây 20 trường.", ["publication"]),
]


@pytest.mark.parametrize(("text", "anchors"), ANCHORS)
def test_anchor(text: str, anchors: list[str | None]) -> None:
    assert [m["anchor"] for m in _read(text)] == anchors


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("mùng 3 Tết", "lunar"),
        ("rằm tháng Bảy", "lunar"),
        ("ngày 15/7 âm lịch", "lunar"),
        ("Tết Trung thu", "lunar"),
        ("ngày 16 tháng 8 âm lịch hàng năm", "lunar"),
        ("ngày 15/7", "gregorian"),
        ("Quốc khánh", "gregorian"),
        ("năm Giáp Thìn", "gregorian"),
        ("3 tháng", "gregorian"),
    ],
)
def test_calendar(text: str, calendar: str) -> None:
    assert [m["calendar"] for m in _read(text)] == [calendar]


def test_what_a_date_covers_is_in_its_row() -> None:
    (row,) = _read("quý III/2024")
    assert (row["begins"], row["ends"], row["grain"]) == ("2024-07-01", "2024-09-30", "quarter")


SPEECH = {
    # Southern and Central words, and how people talk, inside a sentence
    "2024-01-27": ["3 hôm trước", "Ba bữa trước", "Cách đây 3 hôm"],
    "2024-02-02": ["3 hôm nữa", "Ba bữa nữa"],
    "2024-01-30": ["Bữa nay", "Hôm ni"],
    "2024-01-28": ["Bữa kia", "Hôm kia"],
    "2024-01-29TNI": ["Hồi hôm"],
    "2024-W04": ["Tuần rồi", "Hồi tuần trước"],
    "2023-12": ["Tháng rồi", "Hồi tháng trước"],
    "2023": ["Năm rồi"],
    "2024-01-30T07:45": ["Lúc 8h kém 15", "Hồi 8 giờ kém 15"],
    "2024-01-31T08:00": ["Mai 8 giờ", "8h sáng mai", "Sáng mai lúc 8 giờ"],
    "2024-01-30T15:30": ["Lúc 3 giờ rưỡi chiều", "3 rưỡi chiều nay"],
    "2024-01-30T12:00": ["12 giờ trưa nay", "Đúng ngọ"],
    "2024-01-27TAF": ["Chiều T7"],
    "2024-02-05": ["T2 tuần sau"],
}


@pytest.mark.parametrize(("value", "text"), [(v, t) for v, texts in SPEECH.items() for t in texts])
def test_speech_in_a_sentence(value: str, text: str) -> None:
    assert [m["value"] for m in _read(f"{text}, cả nhà về quê.")] == [value]


WORDS = [
    *["ngày", "tháng", "năm", "tuần", "quý", "thứ", "hai", "ba", "tư", "sáu", "bảy", "chủ", "nhật"],
    *["mùng", "rằm", "tết", "giêng", "chạp", "âm", "lịch", "sáng", "trưa", "chiều", "tối", "đêm"],
    *["nay", "qua", "mai", "mốt", "kia", "trước", "sau", "tới", "nữa", "đầu", "giữa", "cuối"],
    *["nửa", "giờ", "phút", "rưỡi", "kém", "từ", "đến", "và", "hết", "khoảng", "mỗi", "hàng"],
    *["cùng", "kỳ", "1", "2", "15", "30", "31", "99", "2024", "12/3", "29/2", "9-10", "15h30"],
    *["7:30", ",", ".", "(", ")", "/", "-", ":", "\n", "Giáng sinh", "Quốc khánh", "thế kỷ"],
    *["thập niên", "XX", "IV", "giai đoạn"],
]


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14),
    st.sampled_from([None, "2024-01-30", "2024-02-29T23:59", "1000-01-01", "2199-12-31"]),
    st.sampled_from(["", "\n"]),
)
def test_any_words_of_time(words: list[str], published: str | None, before: str) -> None:
    text = before + " ".join(words)
    article = Article(text=text, published=published)
    dates(article)
    end = 0
    for m in article.mentions:
        assert end <= m.start < m.end <= len(text)
        end = m.end
        f = m.fields
        if f["begins"] and f["ends"]:
            assert f["begins"][:10] <= f["ends"][:10]
        if "XX" not in f["value"] and f["type"] in ("DATE", "TIME"):
            assert is_value(f["value"], f["type"]) or "/" in f["value"] or f["begins"]


@pytest.mark.parametrize(
    ("text", "published", "keys"),
    [
        ("Năm nay lúa được mùa.", None, [None]),
        ("Quý trước xuất khẩu tăng.", None, [None]),
        ("Cùng kỳ năm trước chỉ đạt một nửa.", None, [None]),
        ("Ngày 1/6 trẻ em được nghỉ.", None, [None]),
        ("Lúc 15h30 xe đến nơi.", None, [None]),
        ("Năm nay lúa được mùa.", PUBLISHED, ["2024"]),
        ("Ngày 1/6/2023 trẻ em được nghỉ.", None, ["2023-06-01"]),
        ("Họp vào thứ hai hàng tuần.", None, ["XXXX-WXX-1"]),
        ("Việc kéo dài 3 tháng.", None, ["P3M"]),
    ],
)
def test_what_is_not_known_has_no_key(
    text: str, published: str | None, keys: list[str | None]
) -> None:
    assert [r["key"] for r in found(text, dates, published=published)] == keys


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # any month and the one before it
        ("Tháng sau tốt hơn tháng trước, quý sau cao hơn quý trước.", []),
        ("Số thu năm sau luôn cao hơn năm trước.", []),
        ("Tháng sau, lãi cao hơn tháng trước.", ["2024-02", "2023-12"]),
        ("Tháng này cao hơn tháng trước.", ["2024-01", "2023-12"]),
        ("Năm sau tăng, quý trước giảm.", ["2025", "2023-Q4"]),
        # how long it took
        ("Anh về nhất với thành tích 1 giờ 12 phút 18 giây.", ["PT1H12M18S"]),
        ("Thời gian: 1 giờ 12 phút 18 giây.", ["PT1H12M18S"]),
        ("Lúc 7 giờ 12 phút 18 giây, tàu rời ga.", ["2024-01-30T07:12"]),
        ("Thành tích đạt được lúc 7 giờ 12 phút.", ["2024-01-30T07:12"]),
        # a stamp glued to the first number of the text
        ("Thứ bảy 2026-01-17 01:01112 cử tri đi bầu.", ["2026-01-17T01:01"]),
        ("17/01/2026 01:0112 cử tri đi bầu.", ["2026-01-17T01:01"]),
        ("Mã 01:01112 không đổi.", []),
        ("17/01/2026 99:01112 bị loại.", ["2026-01-17"]),
    ],
)
def test_what_only_looks_like_a_date_of_its_own(text: str, values: list[str]) -> None:
    assert [r["value"] for r in found(text, dates, published=PUBLISHED)] == values
