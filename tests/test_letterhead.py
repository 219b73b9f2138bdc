"""Official documents: heading, subject, signature."""

from __future__ import annotations

import pytest

from trich import annotate
from trich.article import Article

DIRECTIVE = """BAN BÍ THƯ
*
Số 25-CT/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 25 tháng 10 năm 2023
CHỈ THỊ
CỦA BAN BÍ THƯ
về tiếp tục củng cố, hoàn thiện, nâng cao chất lượng hoạt động của y tế cơ sở
Sau nhiều năm thực hiện, mạng lưới y tế cơ sở đã phát triển rộng khắp, song còn nhiều hạn chế.
Nơi nhận:
- Các tỉnh ủy, thành ủy,
- Lưu Văn phòng Trung ương Đảng.
T/M BAN BÍ THƯ
(đã ký)
Trương Thị Mai"""

GUIDANCE = """TỈNH ỦY GIA LAI
BAN TUYÊN GIÁO
*
Số 12 - HD/BTGTU
ĐẢNG CỘNG SẢN VIỆT NAM

Pleiku, ngày 03 tháng 02 năm 2021
HƯỚNG DẪN
Tuyên truyền kỷ niệm các ngày lễ lớn trong năm
-----
Thực hiện chương trình công tác năm, Ban Tuyên giáo Tỉnh ủy hướng dẫn tuyên truyền như sau:
K/T TRƯỞNG BAN
PHÓ TRƯỞNG BAN
Siu Lơ Bah"""

LETTER = """UBND TỈNH SƠN LA          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ                   Độc lập - Tự do - Hạnh phúc
Số: 123/SYT-NVY           Sơn La, ngày 05 tháng 3 năm 2024
V/v tăng cường phòng, chống
bệnh dại trên địa bàn tỉnh

Kính gửi: Trung tâm Y tế các huyện, thành phố.
Thực hiện ý kiến của UBND tỉnh, Sở Y tế yêu cầu các đơn vị triển khai một số nội dung sau:
1. Tăng cường giám sát.
Nơi nhận:                 KT. GIÁM ĐỐC
- Như trên;               PHÓ GIÁM ĐỐC
- Lưu: VT.                Lò Văn Phỏm"""

DECREE = """CHÍNH PHỦ
_______
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
_________________
Số: 96/2023/NĐ-CP
Hà Nội, ngày     tháng 12 năm 2023
NGHỊ ĐỊNH
Quy định chi tiết một số điều của Luật Khám bệnh, chữa bệnh
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG


Trần Hồng Hà"""

# the cells of the heading broken where they were narrow, `|` between them
DECISION = """Tải văn bản
Lưu trữ Góp ý
ỦY BAN NHÂN DÂN
TỈNH CAO BẰNG
-------
|
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 34/2024/QĐ-UBND
|
Cao Bằng, ngày 09
tháng 9 năm 2024
|
QUYẾT ĐỊNH
BAN
HÀNH QUY CHẾ QUẢN LÝ TRẠM Y TẾ CỦA CÁC XÃ,
PHƯỜNG TRÊN ĐỊA BÀN TỈNH
ỦY BAN NHÂN DÂN TỈNH CAO BẰNG
Căn cứ Luật Tổ chức chính quyền địa
phương ngày 19 tháng 6 năm 2015;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý trạm y tế của các xã, phường.
|
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Hoàng Xuân Bế"""

CELLS = """| BỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| Số: 3557/QĐ-BYT | Hà Nội, ngày 14 tháng 11 năm 2025 |
VỀ VIỆC CHO PHÉP KÝ KẾT BẢN GHI NHỚ HỢP TÁC
BỘ TRƯỞNG BỘ Y TẾ
Căn cứ Luật Thỏa thuận quốc tế ngày 13/11/2020;
QUYẾT ĐỊNH:
Điều 1. Cho phép Cục Phòng bệnh ký Bản ghi nhớ."""

REPORT = """UBND XÃ LƯƠNG AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 93/BC-UBND
Lương An, ngày 20 tháng 12 năm 2018
BÁO CÁO Kết quả xây dựng nông thôn mới xã Lương An năm 2018
Năm 2018, Ủy ban nhân dân xã đã tập trung chỉ đạo, đạt nhiều kết quả quan trọng như sau:"""

CASES = {
    "directive": (DIRECTIVE, "Chỉ thị", "25-CT/TW", "BAN BÍ THƯ", "2023-10-25", "Trương Thị Mai",
                  "tiếp tục củng cố, hoàn thiện, nâng cao chất lượng hoạt động của y tế cơ sở"),
    "guidance": (GUIDANCE, "Hướng dẫn", "12-HD/BTGTU", "BAN TUYÊN GIÁO TỈNH ỦY GIA LAI",
                 "2021-02-03", "Siu Lơ Bah", "Tuyên truyền kỷ niệm các ngày lễ lớn trong năm"),
    "letter": (LETTER, None, "123/SYT-NVY", "SỞ Y TẾ", "2024-03-05", "Lò Văn Phỏm",
               "tăng cường phòng, chống bệnh dại trên địa bàn tỉnh"),
    "decree": (DECREE, "Nghị định", "96/2023/NĐ-CP", "CHÍNH PHỦ", "2023-12", "Trần Hồng Hà",
               "Quy định chi tiết một số điều của Luật Khám bệnh, chữa bệnh"),
    "decision": (DECISION, "Quyết định", "34/2024/QĐ-UBND", "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG",
                 "2024-09-09", "Hoàng Xuân Bế",
                 "BAN HÀNH QUY CHẾ QUẢN LÝ TRẠM Y TẾ CỦA CÁC XÃ, PHƯỜNG TRÊN ĐỊA BÀN TỈNH"),
    "cells": (CELLS, "Quyết định", "3557/QĐ-BYT", "BỘ Y TẾ", "2025-11-14", None,
              "CHO PHÉP KÝ KẾT BẢN GHI NHỚ HỢP TÁC"),
    "report": (REPORT, "Báo cáo", "93/BC-UBND", "UBND XÃ LƯƠNG AN", "2018-12-20", None,
               "Kết quả xây dựng nông thôn mới xã Lương An năm 2018"),
}  # fmt: skip
FIELDS = ("type", "number", "issuer", "issued", "signer", "subject")


@pytest.mark.parametrize("name", CASES)
def test_metadata(name: str) -> None:
    text, *expected = CASES[name]
    assert annotate(text).official == dict(zip(FIELDS, expected, strict=True))


@pytest.mark.parametrize(
    ("heading", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE", "ỦY BAN NHÂN DÂN TỈNH BẾN TRE"),
        ("BỘ TÀI NGUYÊN VÀ\nMÔI TRƯỜNG", "BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG"),
        ("BỘ VĂN HÓA,\nTHỂ THAO VÀ\nDU LỊCH", "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
        ("BỘ Y TẾ", "BỘ Y TẾ"),
        ("MÔI TRƯỜNG\nBỘ Y TẾ", "BỘ Y TẾ"),
    ],
)
def test_an_issuer_on_two_lines(heading: str, issuer: str) -> None:
    text = (
        f"{heading}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 12/QĐ-BYT\nHà Nội, ngày 5 tháng 3 năm 2024\nQUYẾT ĐỊNH\nVề việc ban hành quy chế\n"
        "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;"
    )
    official = annotate(text).official
    assert official is not None
    assert official["issuer"] == issuer


def blocks(article: Article, kind: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]


def test_blocks_of_a_broken_heading() -> None:
    article = annotate(DECISION)
    lines = DECISION.split("\n")
    assert blocks(article, "dateline") == ["Cao Bằng, ngày 09", "tháng 9 năm 2024"]
    assert blocks(article, "title") == lines[17:20]
    assert blocks(article, "lead") == ["Căn cứ Luật Tổ chức chính quyền địa"]
    assert blocks(article, "boilerplate") == [
        *lines[:13], "|", "QUYẾT ĐỊNH", "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG", "QUYẾT ĐỊNH:", "|",
    ]  # fmt: skip
    assert article.title == " ".join(lines[17:20])
    assert article.published == "2024-09-09"


def test_a_letter_opens_behind_its_addressees() -> None:
    article = annotate(
        "SỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/SYT-TCCB\n"
        "Lai Châu, ngày 7 tháng 5 năm 2024\nV/v rà soát biên chế\nKính gửi:\n"
        "- Các bệnh viện, trung tâm y tế trực thuộc Sở Y tế tỉnh Lai Châu;\n- Phòng y tế.\n"
        "Để có cơ sở báo cáo, Sở Y tế đề nghị các đơn vị rà soát biên chế được giao năm 2024."
    )
    assert blocks(article, "lead")[0].startswith("Để có cơ sở")
    assert article.title == "V/v rà soát biên chế"


NO_DOCUMENTS = [
    # the portal's own name holds the State's
    "CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Thứ Tư, ngày 06 tháng 3 năm 2024\nBộ Y tế họp báo về dịch sởi ở miền núi\n06/03/2024 09:12\n"
    "Sáng nay, Bộ Y tế đã họp báo về tình hình dịch sởi tại các tỉnh miền núi phía Bắc.",
    # a news page that quotes a number
    "Sở Y tế giao ban công tác quý\n05/03/2024 | 08:05\n"
    "Sở Y tế vừa có công văn gửi các đơn vị trong tỉnh về việc phòng, chống bệnh dại.\n"
    "Số: 12/SYT-NVY là công văn mới nhất.",
    "Độc lập - Tự do - Hạnh phúc",
    "",
]


@pytest.mark.parametrize("text", NO_DOCUMENTS)
def test_no_official_documents(text: str) -> None:
    assert annotate(text).official is None


HEADINGS = {
    "above the day": "BỘ Y TẾ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nSố: 1234/BYT-DP\n{lines}\nHà Nội, ngày 5 tháng 3 năm 2024",
    "below the day": "BỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 1234/BYT-DP | Hà Nội, ngày 5 tháng 3 năm 2024\n{lines}",
    "above the motto": "BỘ Y TẾ\nSố: 1234/BYT-DP\n{lines}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày 5 tháng 3 năm 2024",
    "behind the number": "BỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nSố: 1234/BYT-DP {cell} | Hà Nội, ngày 5 tháng 3 năm 2024",
    "beside the day": "BỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Số: 1234/BYT-DP | Độc lập - Tự do - Hạnh phúc\n{cell} | Hà Nội, ngày 5 tháng 3 năm 2024",
}
SUBJECTS = {
    "V/v tăng cường phòng, chống dịch sởi": "tăng cường phòng, chống dịch sởi",
    "V/v tăng cường phòng,\nchống dịch sởi": "tăng cường phòng, chống dịch sởi",
    "V/v: Rà soát tủ thuốc của\nTrạm y tế xã": "Rà soát tủ thuốc của Trạm y tế xã",
    "V/v… báo cáo quý I": "báo cáo quý I",
    "(V/v trả lời kiến nghị cử tri)": "trả lời kiến nghị cử tri",
    "Về việc nghỉ lễ": "nghỉ lễ",
}


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("lines", SUBJECTS)
def test_the_subject_of_a_letter(heading: str, lines: str) -> None:
    page = HEADINGS[heading].format(lines=lines, cell=lines.replace("\n", " "))
    article = annotate(
        f"{page}\nKính gửi: Sở Y tế các tỉnh\nBộ Y tế đề nghị các Sở Y tế thực hiện như sau."
    )
    assert article.official is not None
    assert article.official["subject"] == SUBJECTS[lines]
    assert article.official["number"] == "1234/BYT-DP"
    assert article.official["issued"] == "2024-03-05"
    assert SUBJECTS[lines] in (article.title or "")
