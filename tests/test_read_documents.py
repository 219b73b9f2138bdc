"""PDF and Word: paragraphs from lines, what is furniture, fonts from before Unicode."""

from __future__ import annotations

from pathlib import Path

import formats
import pytest
from formats import column, docx, grid, paragraph, pdf, run
from test_read import TEXT, one, refused
from test_read_encodings import encode

import trich
from trich.read import Source

WRAPPED = """Căn cứ Nghị định số 95/2022/NĐ-CP ngày 15 tháng 11 năm 2022 của Chính
phủ quy định chức năng, nhiệm vụ của Bộ Y tế; theo đề nghị của Cục trưởng
Cục Y tế dự phòng, nay phê duyệt kế hoạch tiêm chủng mở rộng năm 2024."""
WHOLE = WRAPPED.replace("\n", " ")


def lines(source: Source) -> list[str]:
    return source.text.split("\n")


def test_wrapped_lines_are_joined(tmp_path: Path) -> None:
    page = column(f"{WRAPPED}\nĐiều 1. Giao Cục Y tế dự phòng làm đầu mối.\nĐiều 2. Thi hành.")
    source = one(tmp_path / "a.pdf", pdf([page]))
    assert lines(source) == [
        WHOLE, "Điều 1. Giao Cục Y tế dự phòng làm đầu mối.", "Điều 2. Thi hành.",
    ]  # fmt: skip
    assert (source.encoding, source.repairs, source.pages) == (None, (), (0,))


def test_an_indent_or_a_gap_begins_a_paragraph(tmp_path: Path) -> None:
    first, *rest = WRAPPED.split("\n")
    page = [(100, 770.0, first), *column("\n".join(rest), y=754)]
    again = [(100, 722.0, first), *column("\n".join(rest), y=706)]
    apart = column(WRAPPED, y=640)
    source = one(tmp_path / "a.pdf", pdf([[*page, *again, *apart]]))
    assert lines(source) == [WHOLE] * 3


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("số 25-CT/", "TW", "số 25-CT/ TW"),
        ("Quyết định số 281/QĐ-", "TTg ngày 5/3", "Quyết định số 281/QĐ-TTg ngày 5/3"),
        ("dịch COVID-", "19 lan rộng", "dịch COVID-19 lan rộng"),
        ("the develop-", "ment of health", "the development of health"),
        ("kinh tế -", "xã hội", "kinh tế - xã hội"),
        ("công tác kinh-", "tế", "công tác kinh-tế"),
    ],
)
def test_hyphens(tmp_path: Path, above: str, below: str, joined: str) -> None:
    wide = "x" * (70 - len(above)) + " "
    source = one(tmp_path / "a.pdf", pdf([column(f"{wide}{above}\n{below}\n{'y' * 70}.")]))
    assert lines(source)[0].removeprefix(wide).split(" yyy")[0] == joined


def test_furniture_of_pages(tmp_path: Path) -> None:
    first, second, third = WRAPPED.split("\n")
    head = "CÔNG BÁO/Số 12 + 13/Ngày 10-01-2024"
    pages = [
        [(72, 800, head), (520, 800, "3"), *column(f"{first}\n{second}", y=770)],
        [(72, 800, "4"), (300, 800, head), *column(f"{third}\nĐiều 1. Thi hành.", y=770)],
        [(72, 800, head), (520, 800, "5"), *column("Điều 2. Hiệu lực.", y=770)],
        [(72, 800, "6"), (300, 800, head), *column("Điều 3. Tổ chức.", y=770)],
    ]
    source = one(tmp_path / "a.pdf", pdf(pages))
    assert lines(source) == [
        f"{head} | 3", WHOLE, "Điều 1. Thi hành.", "Điều 2. Hiệu lực.", "Điều 3. Tổ chức.",
    ]  # fmt: skip
    assert [b.kind for b in source.known] == ["boilerplate"]
    assert source.repairs == ("3 repeated headers, footers and page numbers left out",)
    begins = [source.text[at:] for at in source.pages]
    assert [b.split("\n")[0][:12] for b in begins] == [
        head[:12], third[:12], "Điều 2. Hiệu", "Điều 3. Tổ c",
    ]  # fmt: skip


def test_page_numbers(tmp_path: Path) -> None:
    texts = ("Điều 1. Thi hành.", "Điều 2. Hiệu lực.", "Điều 3. Tổ chức.", "Điều 4. Kinh phí.")
    numbers = ("1", "Trang 2/4", "- 3 -", "4")
    pages = [[*column(t), (297.0, 40.0, n)] for t, n in zip(texts, numbers, strict=True)]
    assert lines(one(tmp_path / "a.pdf", pdf(pages))) == list(texts)
    assert lines(one(tmp_path / "b.pdf", pdf([column("2024\nBộ Y tế")]))) == ["2024", "Bộ Y tế"]


HEAD = [("BỘ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("-------", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 12/QĐ-BYT", "Hà Nội, ngày 5 tháng 1 năm 2024")]  # fmt: skip
ROWS = [("Tỉnh", "Ca mắc", "Tử vong"), ("Hà Giang", "1.200", "1"), ("Lào Cai", "70", "0")]


def test_columns_of_a_page(tmp_path: Path) -> None:
    page = [
        (x, 770 - 16.0 * n, t)
        for n, row in enumerate(HEAD)
        for x, t in zip((90, 300), row, strict=True)
    ]
    page += [(200, 700, "QUYẾT ĐỊNH"), (180, 684, "Về việc phê duyệt kế hoạch")]
    page += column(WRAPPED, y=650)
    page += [(90 + 130.0 * c, 580 - 16.0 * r, t) for r, row in enumerate(ROWS)
             for c, t in enumerate(row)]  # fmt: skip
    info = {"Title": "Quyết định về kế hoạch tiêm chủng", "CreationDate": "D:20240108090000+07'00'"}
    source = one(tmp_path / "a.pdf", pdf([page], info))
    assert lines(source) == [
        *(left for left, _ in HEAD), *(right for _, right in HEAD), "QUYẾT ĐỊNH",
        "Về việc phê duyệt kế hoạch", WHOLE, *(" | ".join(row) for row in ROWS),
    ]  # fmt: skip
    assert source.title_else == "Quyết định về kế hoạch tiêm chủng"
    assert source.published_else == "2024-01-08T09:00:00"
    article = trich.annotate(source.text, otherwise=source.published_else, known=source.known)
    assert article.published == "2024-01-05"  # the text's own, not the file's
    assert {b.kind for b in article.blocks[-3:]} == {"body"}


def test_a_title_that_a_program_gave(tmp_path: Path) -> None:
    source = one(tmp_path / "a.pdf", pdf([column(TEXT)], {"Title": "Microsoft Word - a.doc"}))
    assert (source.title_else, source.published_else) == (None, None)


def test_a_scan(tmp_path: Path) -> None:
    assert "run OCR first" in refused(tmp_path / "a.pdf", pdf([[], []])).reason
    source = one(tmp_path / "a.pdf", pdf([[], column(TEXT), []]))
    assert source.repairs == ("2 of 3 pages hold no text, as scans do",)
    assert source.pages == (0, 0)


def test_old_fonts_in_a_pdf(tmp_path: Path) -> None:
    old = encode(WRAPPED, "tcvn3").decode("cp1252")
    source = one(tmp_path / "a.pdf", pdf([column(old)]))
    assert lines(source) == [WHOLE]
    assert source.repairs == ("tcvn3 read as windows-1252, in 1 of 1 lines",)


def test_a_password_in_a_pdf(tmp_path: Path) -> None:
    key = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (
        b"ab" * 32, b"cd" * 32,
    )  # fmt: skip
    data = pdf([column(TEXT)]).replace(b"trailer<<", b"trailer<<" + key)
    assert "encrypted" in refused(tmp_path / "a.pdf", data).reason


def test_a_word_document(tmp_path: Path) -> None:
    cells = [["\n".join(left for left, _ in HEAD[:2]), "\n".join(right for _, right in HEAD[:2])],
             list(HEAD[2])]  # fmt: skip
    data = docx(
        grid(cells),
        paragraph("Kế hoạch tiêm chủng mở rộng", style="Tiu"),
        paragraph("Bộ", run(" Y"), run(" tế họp.")),
        paragraph("Dòng 1", '<w:r><w:br/></w:r>', "Dòng 2", "<w:r><w:tab/></w:r>", "cột"),
        grid([list(row) for row in ROWS]),
        paragraph("Quang cảnh cuộc họp", style="Chuthich"),
        paragraph('<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>', "giữ",
                  '<w:ins><w:r><w:t> thêm</w:t></w:r></w:ins>'),
        title="Kế hoạch số 12 năm 2024",
    )  # fmt: skip
    source = one(tmp_path / "a.docx", data)
    assert lines(source) == [
        "BỘ Y TẾ", "-------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        *HEAD[2], "Kế hoạch tiêm chủng mở rộng", "Bộ Y tế họp.", "Dòng 1", "Dòng 2 cột",
        *(" | ".join(row) for row in ROWS), "Quang cảnh cuộc họp", "giữ thêm",
    ]  # fmt: skip
    assert [b.kind for b in source.known] == ["title", "body", "body", "body", "caption"]
    assert source.title_else == "Kế hoạch số 12 năm 2024"
    assert trich.annotate(source.text, known=source.known).title == "Kế hoạch tiêm chủng mở rộng"


def test_text_boxes_and_copies_for_older_programs(tmp_path: Path) -> None:
    box = "<w:txbxContent>" + paragraph("trong khung") + "</w:txbxContent>"
    data = docx(
        paragraph(
            "ngoài",
            f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
        ),
        footnotes=f"<w:footnotes {formats._W}>{paragraph('chú thích')}</w:footnotes>",
    )
    assert lines(one(tmp_path / "a.docx", data)) == ["trong khung", "ngoài", "chú thích"]


@pytest.mark.parametrize(("font", "name"), [(".VnTime", "tcvn3"), ("VNI-Times", "vni")])
def test_old_fonts_in_word(tmp_path: Path, font: str, name: str) -> None:
    old = encode("Bộ Y tế họp", name).decode("cp1252")
    by_run = one(tmp_path / "a.docx", docx(paragraph("Sáng nay, ", run(old, font), " ở Huế")))
    assert by_run.text == "Sáng nay, Bộ Y tế họp ở Huế"
    assert by_run.repairs == (f"letters of {name} fonts read as what they show",)
    assert one(tmp_path / "b.docx", docx(paragraph(old), font=font)).text == "Bộ Y tế họp"


def test_capitals_of_old_fonts_in_word(tmp_path: Path) -> None:
    old = encode("cộng hòa xã hội", "tcvn3").decode("cp1252")
    assert one(tmp_path / "a.docx", docx(paragraph(old, style="Cu"))).text == "CỘNG HÒA XÃ HỘI"


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (docx(paragraph("&j;"), head=LAUGHS).replace(b"&amp;j;", b"&j;"), "a bomb"),
        (docx("<w:p>"), "damaged"),
        (docx(), "without text"),
        (docx(paragraph(TEXT))[:-200], "not a zip archive that can be read"),
    ],
)
def test_word_documents_that_are_refused(tmp_path: Path, data: bytes, says: str) -> None:
    assert says in refused(tmp_path / "a.docx", data).reason


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        ([("Kế hoạch tiêm chủng năm 2024", "Muc1"), (TEXT, "")], "Kế hoạch tiêm chủng năm 2024"),
        ([("Sở Y tế", ""), ("Kế hoạch tiêm chủng", "Muc1"), (TEXT, "")], "Kế hoạch tiêm chủng"),
        ([("Kế hoạch", "Tiu"), ("Mục tiêu", "Muc1"), (TEXT, "")], "Kế hoạch"),
        ([("Mục tiêu", "Muc1"), (TEXT, ""), ("Giải pháp", "Muc1"), (TEXT, "")], None),
        ([("I. Mục tiêu", "Muc1"), (TEXT, "")], None),
    ],
)
def test_the_only_heading_of_a_word_document(
    paragraphs: list[tuple[str, str]], title: str | None, tmp_path: Path
) -> None:
    data = docx(*(paragraph(text, style=style) for text, style in paragraphs))
    source = one(tmp_path / "a.docx", data)
    found = [source.text[b.start : b.end] for b in source.known if b.kind == "title"]
    assert found == ([title] if title else [])
