"""Citations: what is one, what is none, and what its fields say."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import found

from trich.article import Article, View
from trich.extract.decrees import codes, decrees, numbers
from trich.extract.decrees.bodies import read_body
from trich.extract.decrees.issued import read_date
from trich.lexicon import table


def _cases() -> Iterator[tuple[str, list[tuple[str | None, ...]]]]:
    """The texts of decrees.txt and the citations under each."""
    text, expected = "", list[tuple[str | None, ...]]()
    for line in (Path(__file__).parent / "decrees.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            fields = line.strip().split(" | ")
            expected.append(tuple(None if f == "-" else f for f in fields))
        else:
            if text:
                yield text, expected
            text, expected = ("" if line.startswith("#") else line), []
    if text:
        yield text, expected


NOT_CITED: dict[str, list[str]] = {
    "counts": [
        "Quốc hội đã ban hành 02 Nghị quyết, Chính phủ ban hành 04 Nghị định, 05 Nghị quyết.",
        "Bộ Y tế ban hành 23 Thông tư trong quý I.",
        "Ban Bí thư ban hành 01 Chỉ thị; Thủ tướng ký 08 Quyết định.",
        "Trình 3 luật và 2 nghị quyết tại kỳ họp.",
        "Đã có 12 công văn gửi các địa phương.",
        "Sở đã gửi 5 văn bản, 7 tờ trình.",
        "Nghị quyết 5 năm được thông qua.",
        "Ban hành Nghị quyết 12 điểm về kinh tế.",
        "Họ đọc thông tư 5 trang trong một giờ.",
        "Chỉ thị 3 nội dung cần làm ngay.",
        "04 Nghị định 05 Nghị quyết được ban hành.",
    ],
    "verbs": [
        "Hội đồng quyết định 3 vấn đề quan trọng về nhân sự.",
        "Kết luận 58 bài thi có dấu hiệu bất thường.",
        "Đoàn thanh tra kết luận 12 sai phạm.",
        "Sở Y tế thông báo 150 người phải cách ly.",
        "Thông báo 150 người nhiễm bệnh được đưa ra sáng nay.",
        "Quy định 20 người mỗi đoàn khám.",
        "Luật quy định 1 đến 2 tuần.",
        "Bác sĩ hướng dẫn 30 bệnh viện tuyến dưới.",
        "Ông quyết định 3 lần bỏ thuốc lá.",
        "Trường thông báo 18/8 nhập học.",
        "Ban tổ chức quyết định 50.000 đồng mỗi vé.",
        "Thủ tướng quyết định, theo đó 281 trạm y tế được nâng cấp.",
        "Hội nghị kết luận 100% chỉ tiêu đạt.",
        "Quyết định 3-4 phương án dự phòng.",
        "Báo cáo 1.234 ca mắc trong tuần.",
    ],
    "plans and programmes": [
        "Kế hoạch 2019 đặt mục tiêu tăng trưởng 7%.",
        "Kế hoạch 5 năm 2021-2025 đã hoàn thành.",
        "Kế hoạch năm 2024 của Bộ Y tế.",
        "Kế hoạch 100 ngày đêm bắt đầu.",
        "kế hoạch 3 tháng; kế hoạch 12/2024 của công ty",
        "Báo cáo 6 tháng đầu năm của Sở Y tế.",
        "chương trình 30 ngày không thuốc lá",
        "Chương trình 135 giảm nghèo.",
        "đề án bệnh viện vệ tinh, đề án bác sĩ gia đình",
        "Thông báo năm 2023 về tuyển sinh.",
    ],
    "no number": [
        "Chỉ thị này có hiệu lực từ ngày ký.",
        "Nghị định quy định về sinh con bằng kỹ thuật thụ tinh trong ống nghiệm.",
        "Ban soạn thảo họp về dự thảo Thông tư hướng dẫn.",
        "Thực hiện Thông báo kết luận số...",
        "Thông tư số … của Bộ Y tế",
        "Bộ Y tế trao quyết định bổ nhiệm cho 5 cán bộ.",
        "Các luật quan trọng trong lĩnh vực y tế đang được hoàn thiện.",
        "02 văn bản luật quan trọng",
        "Theo quy định của pháp luật và nghị quyết của Quốc hội.",
        "Hướng dẫn mới nhất của Bộ Y tế về sốt xuất huyết.",
        "Luật sửa đổi, bổ sung một số điều được thông qua.",
        "Luật này có hiệu lực từ 2025.",
        "Đại hội XIII của Đảng thành công.",
    ],
    "law as part of a word": [
        "Ban kỷ luật 14 cán bộ vi phạm.",
        "Tuyên truyền pháp luật 2016 được tổ chức ở xã.",
        "Công ty Luật số 5 nhận tư vấn miễn phí.",
        "Công ty Luật TNHH Minh Khuê, Văn phòng Luật sư Hà Nội.",
        "Trường Đại học Luật Hà Nội tuyển sinh 2.500 chỉ tiêu.",
        "Khoa Luật Kinh tế của trường đại học.",
        "Luật sư Nguyễn Văn A, luật gia và luật pháp.",
        "quy luật 80/20, âm luật, nhạc luật",
        "Luật chơi mới, Luật bóng đá",
        "học luật, ngành luật, cử nhân luật lao động",
        "thi hành pháp luật lao động, vi phạm luật giao thông",
        "Tạp chí Luật học số 5/2024",
        "theo Hiến pháp và pháp luật",
    ],
    "foreign": [
        "Nghị quyết 2401 của Hội đồng Bảo an Liên hợp quốc kêu gọi ngừng bắn.",
        "Hội đồng Bảo an thông qua nghị quyết 2334 về Trung Đông.",
        "Tàu ngầm Đề án 636 của Nga cập cảng.",
        "Khu trục hạm lớp Đề án 22350 ra khơi.",
        "Hiến pháp 1978 của Tây Ban Nha quy định vấn đề này.",
        "Đạo luật số 6001 của Brazil có hiệu lực.",
        "Luật An ninh quốc gia của Hồng Kông (Trung Quốc)",
        "Luật An ninh mạng Trung Quốc siết dữ liệu.",
        "Luật Doanh nghiệp của Singapore",
        "Bộ luật Dân sự Pháp ra đời năm 1804.",
        "Tòa án Hiến pháp Thái Lan ra phán quyết.",
        "Luật chống độc quyền của Mỹ",
        "Nghị định thư 12 về hợp tác",
    ],
    "other numbers": [
        "Thuốc có số đăng ký VD-22179-15, lô 0123/QC.",
        "VN-19234-15, SĐK 893110123423",
        "Biển số 29C-123.45, điện thoại 024.6273.2273.",
        "Hotline 1900 9095 hoạt động 24/7.",
        "Huyết áp 140/90 mmHg, tỷ lệ 44-45/100.000 trẻ đẻ sống.",
        "Ngày 18/8/2025 lúc 16:18.",
        "thông báo số điện thoại 0912345678",
        "Gọi số 0912345678 để được hướng dẫn 24/24.",
        "Phòng 305/CT-2 chung cư, căn 12-A/CT",
        "Chung cư HH2, lô TT-05",
        "Số: 25 phố Hàng Bài",
        "COVID-19/SARS-CoV-2 và A/H5N1",
        "Máy CT 128 dãy, chụp CT 64, giá 3 triệu đồng.",
        "TT 05, Quận 1",
        "báo cáo số ca mắc 1.234",
        "Hướng dẫn 5K của Bộ Y tế",
        "tỷ số 2-1, 03/03 chỉ tiêu, 7/9 tiêu chí",
        "Vụ Kế hoạch - Tài chính, Ban Quy chế",
        "giai đoạn 2021-2025/2030",
        "kế hoạch 1, 2 và 3",
    ],
}


def cited(text: str) -> list[tuple[str | None, ...]]:
    return [
        (r["text"], r["type"], r["number"], r["id"], r["issuer"], r["date"])
        for r in found(text, decrees)
    ]


def keys(text: str) -> list[str | None]:
    return [r["key"] for r in found(text, decrees)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=text[:50]) for text, expected in _cases()],
)
def test_cited(text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    "text", [pytest.param(t, id=f"{g}: {t[:40]}") for g, ts in NOT_CITED.items() for t in ts]
)
def test_not_cited(text: str) -> None:
    assert cited(text) == []


def test_offsets_stand_in_a_decomposed_source() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "theo Nghị quyết số 20-NQ/TW của Trung ương")
    assert [unicodedata.normalize("NFC", r["text"]) for r in found(text, decrees)] == [
        "Nghị quyết số 20-NQ/TW"
    ]


def test_nothing_reaches_over_a_line() -> None:
    assert cited("Nghị định\n100 người dự") == []
    assert [c[4] for c in cited("Chỉ thị 25-CT/TW\ncủa Ban Bí thư")] == [None]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Chỉ thị số 25 của Ban Bí thư", "Chỉ thị 25-CT/TW", True),
        ("Thông tư 7/2024/TT-BYT", "Thông tư số 07/2024/TT-BYT", True),
        ("Quy định 08-QĐi/TW", "Quy định 08-QĐ/TW", True),
        ("Luật BHYT", "Luật Bảo hiểm y tế năm 2008", True),
        ("Quyết định 58/2016 của Thủ tướng", "Quyết định 58/2016/QĐ-TTg", True),
        (
            "Quyết định 812/QĐ-UBND của UBND tỉnh Lào Cai",
            "Quyết định 812/QĐ-UBND của Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
            True,
        ),
        (
            "Quyết định 812/QĐ-UBND của UBND tỉnh Lào Cai",
            "Quyết định 812/QĐ-UBND của UBND tỉnh Hà Giang",
            False,
        ),
        ("Nghị quyết 57 của Bộ Chính trị", "Nghị quyết 57 của Chính phủ", False),
        ("Thông tư 07/2024/TT-BYT", "Thông tư 07/2023/TT-BYT", False),
    ],
)
def test_key_is_identity(one: str, other: str, same: bool) -> None:
    (a,), (b,) = keys(one), keys(other)
    assert a is not None
    assert b is not None
    assert (a == b) is same


def test_key_is_none_where_the_document_cannot_be_told() -> None:
    assert keys("Nghị quyết 134; QĐ 06; Quyết định 812/QĐ-UBND") == [None, None, None]


@pytest.mark.parametrize(
    ("number", "canonical"),
    [
        ("07/2024/TT-BYT", "07/2024/TT-BYT"),
        ("20/NQ-TW", "20-NQ/TW"),
        ("281/QD-TTG", "281/QĐ-TTg"),
        ("1.245/QĐ-UBND", "1245/QĐ-UBND"),
        ("66.1/2025/NQ-CP", "66.1/2025/NQ-CP"),
        ("35-L/CTN", "35-L/CTN"),
        ("43/HDLN-SYT-BHXH", "43/HDLN-SYT-BHXH"),
        ("01/2004/TTLT/BVHTT-BYT", "01/2004/TTLT-BVHTT-BYT"),
        ("178-QĐ/TW", "178-QĐ/TW"),
        ("30a/2008/NQ-CP", "30a/2008/NQ-CP"),
    ],
)
def test_canonical_number(number: str, canonical: str) -> None:
    read = numbers.read_number(number, 0)
    assert read is not None
    assert read.end == len(number)
    assert numbers.canonical(read) == canonical


@pytest.mark.parametrize(
    "text", ["100%", "5,5 triệu", "140/90", "3-4", "12:30", "5K", "18/8", "1.5x"]
)
def test_no_number(text: str) -> None:
    assert numbers.read_number(text, 0) is None


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("BNV", "1996", "Bộ Nội vụ"),
        ("BLĐTBXH", "2021", "Bộ Lao động - Thương binh và Xã hội"),
        ("BCT", "2014", "Bộ Công Thương"),
        ("UBTVQH14", None, "Ủy ban Thường vụ Quốc hội"),
        ("TW", None, None),
        ("UBND", None, None),
        ("XPVPHC", None, None),
    ],
)
def test_issuer_behind_a_code(code: str, year: str | None, name: str | None) -> None:
    assert codes.issuer_name(code, year) == name


@pytest.mark.parametrize(
    ("text", "body", "code"),
    [
        ("Bộ trưởng Bộ Y tế Ban hành kế hoạch", "Bộ trưởng Bộ Y tế", "BYT"),
        ("Bộ Lao động - Thương binh và Xã hội quy định", "Bộ Lao động - Thương binh và Xã hội",
         "BLĐTBXH"),
        ("Ban Bí thư Trung ương Đảng khóa XII", "Ban Bí thư Trung ương Đảng", "TW"),
        ("UBND TP.HCM về", "UBND TP.HCM", "UBND"),
        ("UBND xã Tân Lập về việc", "UBND xã Tân Lập", "UBND"),
        ("Sở Y tế Hà Nội đã", "Sở Y tế Hà Nội", "SYT"),
        ("Thành ủy Hà Nội", "Thành ủy Hà Nội", "TU"),
        ("Cục Quản lý Dược, Bộ Y tế", "Cục Quản lý Dược", "QLD"),
        ("cấp trên", None, None),
        ("bệnh viện", None, None),
    ],
)  # fmt: skip
def test_body(text: str, body: str | None, code: str | None) -> None:
    read = read_body(text, text.lower(), 0)
    assert (read and text[read.start : read.end]) == body
    assert (read and read.code) == code


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ngày 24/11/2023", "2023-11-24"),
        ("ngày 24-11-2023", "2023-11-24"),
        ("ngày 09 tháng 9 năm 2025", "2025-09-09"),
        ("tháng 6/2023", "2023-06"),
        ("năm 2017", "2017"),
        ("ngày 18/8", None),
    ],
)
def test_date(text: str, value: str | None) -> None:
    read = read_date(text, 0)
    assert read is not None
    assert (read.end, read.value) == (len(text), value)


def test_no_such_day() -> None:
    assert read_date("ngày 31/2/2024", 0) is None


def test_tables_are_sound() -> None:
    evidence = {"bare", "follow", "so", "named", "coded", "law", "name", "constitution", "standard",
                "never"}  # fmt: skip
    surfaces = [r["surface"] for r in table("decree_types")]
    assert len(surfaces) == len(set(surfaces))
    assert {r["evidence"] for r in table("decree_types")} <= evidence
    used = {c for r in table("decree_types") for c in r["codes"].split()}
    assert used <= set(codes.type_codes())


@pytest.mark.parametrize("law", [r for r in table("laws") if r["type"] == "Luật"],
                         ids=lambda r: r["name"])  # fmt: skip
def test_every_listed_law_is_read_whole(law: dict[str, str]) -> None:
    text = f"Theo Luật {law['name']} thì"
    assert [(r["text"], r["id"]) for r in found(text, decrees)] == [
        (f"Luật {law['name']}", law["canonical"])
    ]


@pytest.mark.parametrize(
    "unit",
    ["1", "/", "1/", "1-", "1, ", "nghị quyết 1, ", "nghị quyết của Bộ ", "QĐ", "Luật An ", "1/QĐ-",
     "quyết định ", "1/QĐ-BYT ", "Luật Dược, ", "Nghị quyết 57 và ", "A ", "Hội ", "(số "],
)  # fmt: skip
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        article = Article((unit * size)[:size])
        start = time.perf_counter()
        decrees(article)
        return time.perf_counter() - start

    seconds(1_000)
    small, large = min(seconds(10_000) for _ in range(3)), seconds(80_000)
    # eight times the text; a busy machine wavers, a quadratic stage takes sixty-four times
    assert large < 40 * max(small, 0.002)


def test_view_is_what_the_stage_reads() -> None:
    article = Article(View("Quyết\u00a0định số 281/QÐ–TTg").text)
    decrees(article)
    assert [m.key for m in article.mentions] == ["281/QĐ-TTg"]
