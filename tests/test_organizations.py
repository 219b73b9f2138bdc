"""Organizations in sentences: what is found, what it stands for, and what is left alone."""

from __future__ import annotations

import itertools
import re
import time
from pathlib import Path
from typing import Any

import pytest
from cases import found

from trich import Article, View
from trich.extract.decrees import decrees
from trich.extract.organizations import organizations
from trich.lexicon import table

FOLDER = Path(__file__).parent / "sentences"
SENTENCES = FOLDER / "organizations.txt"


def _sentences() -> list[Any]:
    """The sentences of the files, each with its group in its id."""
    cases, group = [], ""
    names = ("organizations", "bodies", "press", "offices")
    paths = [FOLDER / f"{name}.txt" for name in names]
    for line in "\n".join(p.read_text(encoding="utf-8") for p in paths).splitlines():
        if line.startswith("## "):
            group = line[3:]
        elif line and not line.startswith("#"):
            cases.append(pytest.param(line, group, id=f"{group}: {line[:40]}"))
    return cases


@pytest.mark.parametrize(("line", "group"), _sentences())
def test_finds_the_bodies_of_a_sentence(line: str, group: str) -> None:
    want = re.findall(r"\[(.+?)\]", line)
    assert bool(want) != group.startswith("none")
    text = re.sub(r"[\[\]]", "", line)
    stages = (decrees, organizations) if group.startswith("none") else (organizations,)
    got = [m["text"] for m in found(text, *stages) if m["kind"] == "organization"]
    assert got == want


CANONICAL = {
    "Chính ủy Quân khu IV dự lễ.": "Quân khu 4",
    "UBMTTQ huyện Kỳ Sơn nhận quà.": "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Kỳ Sơn",
    "Sở Văn hóa - Thể thao - Du lịch Hà Nội họp.": (
        "Sở Văn hóa, Thể thao và Du lịch thành phố Hà Nội"
    ),
    "Phòng Giáo dục - Đào tạo huyện Kỳ Sơn họp.": "Phòng Giáo dục và Đào tạo huyện Kỳ Sơn",
    "Tòa án ND TP Hà Nội xử.": "Tòa án nhân dân thành phố Hà Nội",
    "Công Ty CP Đầu Tư Điện Gió Hòa An ký kết.": "Công ty Cổ phần Đầu tư Điện gió Hòa An",
    "Ủy Ban Nhân Dân tỉnh Long An họp.": "Ủy ban nhân dân tỉnh Long An",
    "Trường Đại Học Bách Khoa Hà Nội tuyển sinh.": "Trường Đại học Bách khoa Hà Nội",
    "UBND tỉnh Đăk Lăk họp.": "Ủy ban nhân dân tỉnh Đắk Lắk",
    "Bệnh viện Đa khoa tỉnh Thừa Thiên - Huế mổ.": "Bệnh viện Đa khoa tỉnh Thừa Thiên Huế",
    "bệnh viện đa khoa Long An tiếp nhận.": "Bệnh viện đa khoa tỉnh Long An",
    "Hải quan tỉnh Điện Biên giữ xe.": "Cục Hải quan tỉnh Điện Biên",
    "Phòng CSGT tỉnh Hà Nam đã đến.": "Phòng Cảnh sát giao thông Công an tỉnh Hà Nam",
    "Ban Quản lý KKT Nghi Sơn họp.": "Ban Quản lý Khu kinh tế Nghi Sơn",
    "HLV Lê Mạnh nói cầu thủ và thủ môn Viettel đá hay, ghi bàn đẹp trên sân nhà.": (
        "Câu lạc bộ Bóng đá Viettel"
    ),
    "Viettel mở trạm phát sóng.": "Tập đoàn Công nghiệp - Viễn thông Quân đội",
    "Agribank Kỳ Sơn cho vay.": (
        "Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam chi nhánh huyện Kỳ Sơn"
    ),
    "Phòng Nội vụ Diễn Châu họp.": "Phòng Nội vụ huyện Diễn Châu",
    "Phòng Nội vụ Thái Bình họp.": "Phòng Nội vụ Thái Bình",
    "Hải quan Nghệ An kiểm hàng.": "Cục Hải quan tỉnh Nghệ An",
    "Biên phòng Hà Tĩnh giúp dân.": "Bộ đội Biên phòng tỉnh Hà Tĩnh",
    "Lãnh sự quán Mỹ ở Thượng Hải mở cửa.": "Lãnh sự quán Hoa Kỳ tại Thượng Hải",
    "Chi cục Thú y (CCTY) TP.HCM kiểm dịch.": "Chi cục Thú y thành phố Hồ Chí Minh",
    "Bổ nhiệm hiệu trưởng Đại học Mai Sơn 2021 - 2026.": "Trường Đại học Mai Sơn",
    "Công ty TNHH MTV Thủy sản An Trạch ký.": (
        "Công ty Trách nhiệm hữu hạn Một thành viên Thủy sản An Trạch"
    ),
    "Công ty CP Gạo Sông Hậu ký.": "Công ty Cổ phần Gạo Sông Hậu",
    "Hội Chữ thập đỏ (CTĐ) huyện Thạnh Trị trao quà.": "Hội Chữ thập đỏ huyện Thạnh Trị",
    "Bộ Thương mại Mỹ áp thuế.": "Bộ Thương mại Hoa Kỳ",
    "Chính phủ Mỹ đóng cửa.": "Chính phủ Hoa Kỳ",
    "Liên đoàn Bóng đá Nam Mỹ họp.": "Liên đoàn Bóng đá Nam Mỹ",
    "Ban Kỷ luật VFF phạt đội khách.": "Ban Kỷ luật Liên đoàn Bóng đá Việt Nam",
    "Đoàn luật sư Hà Nội lên tiếng.": "Đoàn Luật sư thành phố Hà Nội",
    "Cục Thi hành án dân sự Long An kê biên.": "Cục Thi hành án dân sự tỉnh Long An",
    "Ngân hàng CSXH huyện Văn Quan giãn nợ.": "Ngân hàng Chính sách xã hội huyện Văn Quan",
    "WB đồng ý giải ngân.": "Ngân hàng Thế giới",
    "UBND tỉnh Hà Giang đã họp.": "Ủy ban nhân dân tỉnh Hà Giang",
    "UBND Hà Nội đã họp.": "Ủy ban nhân dân thành phố Hà Nội",
    "UBND TP.HCM đã họp.": "Ủy ban nhân dân thành phố Hồ Chí Minh",
    "WHO tại Việt Nam chúc mừng.": "Tổ chức Y tế thế giới tại Việt Nam",
    "Đảng lãnh đạo toàn diện.": "Đảng Cộng sản Việt Nam",
    "Bí thư Trung ương Đảng dự.": "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
    "Chính phủ Việt Nam cam kết.": "Chính phủ",
    "Chính phủ Nhật Bản cam kết.": "Chính phủ Nhật Bản",
    "Bộ GD-ĐT công bố.": "Bộ Giáo dục và Đào tạo",
    "Bộ NN&PTNT công bố.": "Bộ Nông nghiệp và Phát triển nông thôn",
    "Sở GD&ĐT Nghệ An công bố.": "Sở Giáo dục và Đào tạo tỉnh Nghệ An",
    "TAND tỉnh Phú Thọ xét xử.": "Tòa án nhân dân tỉnh Phú Thọ",
    "VKSND Tối cao kháng nghị.": "Viện kiểm sát nhân dân tối cao",
    "CDC Quảng Ninh lấy mẫu.": "Trung tâm Kiểm soát bệnh tật tỉnh Quảng Ninh",
    "BV Bạch Mai mở khoa mới.": "Bệnh viện Bạch Mai",
    "BVĐK Long Thành mở khoa mới.": "Bệnh viện Đa khoa Long Thành",
    "Vụ BHYT đề xuất.": "Vụ Bảo hiểm y tế",
    "Vụ Hợp tác Quốc tế đề xuất.": "Vụ Hợp tác quốc tế",
    "TTXVN đưa tin.": "Thông tấn xã Việt Nam",
    "Công an Q.1 bắt cướp.": "Công an quận 1",
    "LĐLĐ tỉnh Long An tặng quà.": "Liên đoàn Lao động tỉnh Long An",
    "USAID Việt Nam tài trợ.": "Cơ quan Phát triển Quốc tế Hoa Kỳ tại Việt Nam",
    "Trường THPT Kim Liên khai giảng.": "Trường Trung học phổ thông Kim Liên",
    "Viện Huyết học-Truyền máu TƯ kêu gọi.": "Viện Huyết học - Truyền máu Trung ương",
    "Bệnh viện Phụ sản TW đón bé.": "Bệnh viện Phụ sản Trung ương",
    "Bộ Kế hoạch và Đầu tư trình.": "Bộ Kế hoạch và Đầu tư",
    "Ủy ban nhân dân tỉnh Bắc Giang trình.": "Ủy ban nhân dân tỉnh Bắc Giang",
    "Toà án nhân dân tối cao trình.": "Tòa án nhân dân tối cao",
    "Uỷ ban Thường vụ Quốc hội trình.": "Ủy ban Thường vụ Quốc hội",
    "SỞ Y TẾ SƠN LA HỌP BÁO": "Sở Y tế tỉnh Sơn La",
    "UBND TỈNH HÀ GIANG HỌP BÁO": "Ủy ban nhân dân tỉnh Hà Giang",
    "HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG TRỊ": "Hội đồng nhân dân tỉnh Quảng Trị",
    "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH HÀ TĨNH": "Sở Văn hóa, Thể thao và Du lịch tỉnh Hà Tĩnh",
    "TRUNG TÂM KIỂM SOÁT BỆNH TẬT TỈNH NGHỆ AN": "Trung tâm Kiểm soát bệnh tật tỉnh Nghệ An",
    "Ủy ban Kiểm tra (UBKT) Trung ương họp.": "Ủy ban Kiểm tra Trung ương",
    "Đoàn ĐBQH khóa XV tỉnh Yên Bái họp.": "Đoàn đại biểu Quốc hội tỉnh Yên Bái",
    "Ngân hàng TMCP Kiên Tín báo lãi.": "Ngân hàng Thương mại Cổ phần Kiên Tín",
    "Techcombank báo lãi.": "Ngân hàng Thương mại Cổ phần Kỹ thương Việt Nam",
    "Bệnh viện Điều dưỡng - Phục hồi chức năng Trung ương xây thêm khoa.": (
        "Bệnh viện Điều dưỡng - Phục hồi chức năng Trung ương"
    ),
    "Trung tâm Cấp cứu 115 TP.HCM mở thêm trạm.": ("Trung tâm Cấp cứu 115 Thành phố Hồ Chí Minh"),
    "BHXH Vĩnh Long trả lời.": "Bảo hiểm xã hội tỉnh Vĩnh Long",
    "Đoàn Luật sư TP.Hà Nội lên tiếng.": "Đoàn Luật sư thành phố Hà Nội",
    "NLĐO đưa tin.": "Người Lao Động Online",
    "PEPFAR tài trợ.": "Kế hoạch Cứu trợ Khẩn cấp của Tổng thống Hoa Kỳ về phòng, chống AIDS",
}


@pytest.mark.parametrize(("text", "canonical"), CANONICAL.items())
def test_names_the_body_in_full(text: str, canonical: str) -> None:
    assert [m["canonical"] for m in found(text, organizations)] == [canonical]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Y tế Hà Nội họp.", "Sở Y tế thành phố Hà Nội họp."),
        ("Sở Y tế TP.HCM họp.", "Sở Y tế TP. Hồ Chí Minh họp."),
        ("WHO họp.", "Tổ chức Y tế Thế giới họp."),
        ("Trường Đại học Y Hà Nội họp.", "ĐH Y Hà Nội họp."),
        ("UBND Huế họp.", "Ủy ban nhân dân thành phố Huế họp."),
        ("Vụ Kế hoạch - Tài chính họp.", "Vụ Kế hoạch-Tài chính họp."),
        ("BỘ Y TẾ HỌP BÁO SÁNG NAY", "Bộ Y tế họp."),
    ],
)
def test_one_body_has_one_key(one: str, other: str) -> None:
    assert found(one, organizations)[0]["key"] == found(other, organizations)[0]["key"]


def test_a_merged_body_keeps_its_own_name() -> None:
    old, new = (
        found(f"{n} họp.", organizations)[0] for n in ("Bộ Giao thông vận tải", "Bộ Xây dựng")
    )
    assert old["key"] != new["key"]


def test_learns_an_acronym_from_its_bracket() -> None:
    text = (
        "Trung tâm Nghiên cứu Môi trường Hạ Long (gọi tắt là TNMH) ra mắt.\n"
        "TNMH sẽ đo nước; công văn 12/TNMH-VP không tính."
    )
    got = [(m["text"], m["canonical"], m["rule"]) for m in found(text, organizations)]
    name = "Trung tâm Nghiên cứu Môi trường Hạ Long"
    assert got == [(name, name, "head"), ("TNMH", name, "bracket"), ("TNMH", name, "learned")]


def test_the_province_named_before_completes_a_level() -> None:
    text = "Sau lũ ở Yên Bái, UBND tỉnh họp khẩn, Sở Y tế lập hai đội cơ động."
    got = [(m["text"], m["canonical"]) for m in found(text, organizations)]
    assert got == [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Yên Bái"),
        ("Sở Y tế", "Sở Y tế tỉnh Yên Bái"),
    ]


def test_a_small_head_may_open_its_line() -> None:
    rows = found("Mưa to.\nbệnh viện Chợ Rẫy mở cửa.", organizations)
    assert [r["text"] for r in rows] == ["bệnh viện Chợ Rẫy"]


def test_a_force_is_no_club_where_nobody_plays() -> None:
    (row,) = found("Công an Hà Nội bắt hai người.", organizations)
    assert row["canonical"] == "Công an thành phố Hà Nội"


def test_the_papers_province_completes_a_level() -> None:
    rows = found("(BĐ) - UBND tỉnh vừa họp.\nSở Y tế vắng.", organizations)
    assert [r["canonical"] for r in rows[1:]] == [
        "Ủy ban nhân dân tỉnh Bình Định", "Sở Y tế tỉnh Bình Định",
    ]  # fmt: skip
    rows = found("Sở Y tế đã họp. Mưa còn lớn ở Long An.", organizations)
    assert [r["canonical"] for r in rows] == ["Sở Y tế tỉnh Long An"]


def test_a_province_has_its_own_body_beside_the_national_one() -> None:
    text = "Ở Nghệ An, Cục Thống kê tỉnh công bố. Cục Thống kê chưa công bố."
    local, national = found(text, organizations)
    assert (local["canonical"], local["level"]) == ("Cục Thống kê tỉnh Nghệ An", "province")
    assert (national["canonical"], national["level"]) == ("Cục Thống kê", "central")
    assert local["key"] != national["key"]
    assert found("Cục Thống kê tỉnh công bố.", organizations) == []  # which one, nothing tells


ABOUT = {
    "Sở Y tế Yên Bái họp.": {
        "type": "state",
        "place": "Yên Bái",
        "level": "province",
        "successor": "Sở Y tế tỉnh Lào Cai",
    },
    "UBND huyện Mèo Vạc họp.": {"type": "state", "place": "huyện Mèo Vạc", "level": "district"},
    "Công an xã Nà Hẩu họp.": {"type": "police", "level": "commune", "successor": None},
    "HĐND TP Cần Thơ họp.": {"type": "assembly", "level": "province"},
    "Công an TP Vinh họp.": {"type": "police", "level": "district"},
    "Bộ Giao thông vận tải họp.": {
        "level": "central",
        "parent": "Chính phủ",
        "successor": "Bộ Xây dựng",
    },
    "Bộ Y tế họp.": {"level": "central", "successor": None},
    "Tỉnh ủy Bình Dương họp.": {"type": "party", "successor": "Thành ủy Hồ Chí Minh"},
    "Đảng ủy Bộ Công Thương họp.": {"type": "party", "parent": "Bộ Công Thương"},
    "Trường THPT Lê Quý Đôn họp.": {"type": "education", "place": None, "level": None},
    "Công ty Cổ phần Gạch Hoa Lư họp.": {"type": "business"},
    "Ngân hàng Bản Việt họp.": {"type": "bank"},
    "Hội Nông dân tỉnh Hà Nam họp.": {
        "type": "mass",
        "level": "province",
        "successor": "Hội Nông dân tỉnh Ninh Bình",
    },
    "Đại sứ quán Nhật Bản tại Việt Nam họp.": {"type": "diplomatic", "level": None},
    "Tạp chí Mẹ và Bé họp.": {"type": "press"},
    "Viện Bỏng Quốc gia họp.": {"successor": "Bệnh viện Bỏng Quốc gia Lê Hữu Trác"},
    "Tổng cục Thuế họp.": {"level": "central", "successor": "Cục Thuế"},
}


@pytest.mark.parametrize(("text", "about"), ABOUT.items())
def test_tells_what_the_body_is(text: str, about: dict[str, str | None]) -> None:
    (body,) = found(text, organizations)
    assert {field: body[field] for field in about} == about


def test_a_room_has_the_name_kind_and_place_of_its_body() -> None:
    room, body = found("Khoa Lâm nghiệp Trường Đại học Nông Lâm TP.HCM họp.", organizations)
    assert room["canonical"] == f"Khoa Lâm nghiệp {body['canonical']}"
    assert (room["type"], room["place"], room["level"]) == ("education", body["place"], "province")
    assert room["parent"] == body["canonical"]
    centre, _ = found("Trung tâm Kiểm nghiệm thuốc, Sở Y tế Lào Cai họp.", organizations)
    assert (centre["level"], centre["parent"]) == (None, "Sở Y tế tỉnh Lào Cai")


def test_a_bank_is_a_bank_however_it_is_found() -> None:
    told = found("TPBank, ACB, BIDV và Ngân hàng TMCP Đại Tín họp.", organizations)
    assert [m["type"] for m in told] == ["bank"] * 4


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("Vụ Pháp chế, Bộ Nội vụ họp.", ["Bộ Nội vụ", "Chính phủ"]),
        ("Khoa Nhi (Bệnh viện Bạch Mai) họp.", ["Bệnh viện Bạch Mai", "Bộ Y tế"]),
        ("Phòng Cảnh sát hình sự Công an tỉnh Phú Thọ họp.", ["Công an tỉnh Phú Thọ", None]),
        ("Sở Y tế Hà Nam và Bệnh viện K họp.", [None, "Bộ Y tế"]),
    ],
)
def test_the_body_behind_a_unit_is_its_parent(text: str, parents: list[str | None]) -> None:
    assert [m["parent"] for m in found(text, organizations)] == parents


FULLER = {
    "Ngân hàng Nhà ở miền Tây (Ngân hàng MTB) và Công ty Chứng khoán MTB họp. Ngân hàng MTB nói.": [
        "Ngân hàng Nhà ở miền Tây",
        "Ngân hàng Nhà ở miền Tây",
        "Công ty Chứng khoán MTB",
        "Ngân hàng Nhà ở miền Tây",
    ],
    "Công ty CP Tập đoàn Mai Hoa Kon Tum (gọi tắt là Công ty Mai Hoa) vay.": [
        "Công ty Cổ phần Tập đoàn Mai Hoa Kon Tum",
        "Công ty Cổ phần Tập đoàn Mai Hoa Kon Tum",
    ],
    "Công ty CP Đường Mai Hoa (mã chứng khoán: DMH) có lãi.": [
        "Công ty Cổ phần Đường Mai Hoa",
        "Công ty Cổ phần Đường Mai Hoa",
    ],
    "Chi cục Thú y tỉnh Long An họp. Theo Chi cục Thú y, dịch đã lui.": [
        "Chi cục Thú y tỉnh Long An",
        "Chi cục Thú y tỉnh Long An",
    ],
    "Chi cục Thú y Long An và Chi cục Thú y Tây Ninh họp. Chi cục Thú y nói.": [
        "Chi cục Thú y tỉnh Long An",
        "Chi cục Thú y tỉnh Tây Ninh",
        "Chi cục Thú y",
    ],
    "Công ty Dệt Nam Hoa Việt Nam lãi. Công ty Nam Hoa tuyển người.": [
        "Công ty Dệt Nam Hoa Việt Nam",
        "Công ty Dệt Nam Hoa Việt Nam",
    ],
    "Tập đoàn Dầu khí Việt Nam và Tổng công ty Xây lắp Dầu khí Việt Nam.": [
        "Tập đoàn Dầu khí Việt Nam",
        "Tổng công ty Xây lắp Dầu khí Việt Nam",
    ],
    "Công ty Cổ phần Tập đoàn Rivera vay nợ. Công ty Rivera im lặng.": (
        ["Công ty Cổ phần Tập đoàn Rivera"] * 2
    ),
    "Trường Đại học Kinh tế Sông Thao mở ngành. Sinh viên trường Sông Thao vui.": (
        ["Trường Đại học Kinh tế Sông Thao"] * 2
    ),
    "Bệnh viện Ung bướu Đà Nẵng và Bệnh viện Đà Nẵng họp.": [
        "Bệnh viện Ung bướu Đà Nẵng",
        "Bệnh viện Đà Nẵng",
    ],
    "Công ty Dệt Rivera và Công ty May Rivera họp với Công ty Rivera.": [
        "Công ty Dệt Rivera",
        "Công ty May Rivera",
        "Công ty Rivera",
    ],
}


@pytest.mark.parametrize(("text", "names"), FULLER.items())
def test_a_short_mention_takes_the_one_fuller_name(text: str, names: list[str]) -> None:
    assert [m["canonical"] for m in found(text, organizations)] == names


def test_an_alias_shares_the_identity_of_the_tables_name() -> None:
    mine, other = (
        found(f"{n} Hoa Kỳ họp." if n else "DOC họp.", organizations)[0]
        for n in ("Bộ Thương mại", "")
    )
    assert mine["key"] == other["key"]
    (mine,) = found("Bệnh viện K Trung ương họp.", organizations)
    (other,) = found("Bệnh viện K họp.", organizations)
    assert mine["canonical"] != other["canonical"]
    assert mine["key"] == other["key"]


SIDES = (
    "Giải vô địch quốc gia bóng chuyền nữ. HLV đội chủ nhà nói trận đấu khó. "
    "{side} thắng 3-1, cầu thủ ăn mừng."
)


@pytest.mark.parametrize("side", ["Hồng Phát Bắc Ninh", "Tân Tiến Vĩnh Phúc"])
def test_a_club_is_known_by_its_province_on_a_sports_page(side: str) -> None:
    rows = found(SIDES.format(side=side), organizations)
    assert [(r["text"], r["canonical"]) for r in rows] == [
        (side, f"Câu lạc bộ Bóng chuyền nữ {side}")
    ]
    assert found(f"Hôm qua {side} mưa to.", organizations) == []


LESSONS = {
    "Tập đoàn Kirin tăng vốn. Hôm qua Kirin im lặng.": ["Tập đoàn Kirin", "Kirin"],
    "Công ty BXT nợ lương. Công nhân BXT nghỉ.": ["Công ty BXT", "BXT"],
    "Công ty Hải Vương Xanh trúng thầu. Năm ngoái Hải Vương Xanh bị phạt.": [
        "Công ty Hải Vương Xanh",
        "Hải Vương Xanh",
    ],
    "Công ty Tân Phú trúng thầu. Dân quận Tân Phú vui.": ["Công ty Tân Phú"],
    "Công ty Sao Mai xây đường Sao Mai.": ["Công ty Sao Mai"],
    "Cục Nghệ thuật biểu diễn (NTBD) cấm; Cục NTBD gỡ.": [
        "Cục Nghệ thuật biểu diễn",
        "NTBD",
        "Cục NTBD",
    ],
    "Ngân hàng Kiên Tín (KTB) vỡ nợ; cổ phiếu KTB lao dốc.": ["Ngân hàng Kiên Tín", "KTB", "KTB"],
}


@pytest.mark.parametrize(("text", "names"), LESSONS.items())
def test_one_clear_mention_teaches_the_article(text: str, names: list[str]) -> None:
    assert [m["text"] for m in found(text, organizations)] == names


def test_a_name_ends_with_its_line() -> None:
    assert [m["text"] for m in found("Thanh tra\nBộ Y tế\nHà Nội", organizations)] == ["Bộ Y tế"]


def test_bodies_in_a_documents_name_are_the_documents() -> None:
    text = "Nghị quyết của Quốc hội sửa Luật Tổ chức Quốc hội và Luật Tổ chức Chính phủ."
    got = [m["text"] for m in found(text, decrees, organizations) if m["kind"] == "organization"]
    assert got == ["Quốc hội"]


@pytest.mark.parametrize(
    "unit",
    ["Bộ Y tế ", "Văn phòng ", "Ủy ban ", "Sở ", "UBND tỉnh ", "Trường ", "công ty A ", "WHO (",
     "A", "Cục Quản lý, Khám, ", "Nguyễn Văn ", "Đảng ủy ", "Trung tâm Nghiên cứu và ",
     "trưởng phòng kỹ thuật ", "Trung tâm hỗ trợ nụ cười (", "công ty hỗ trợ cho vay Bình "],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        begin = time.process_time()
        found(text, organizations)
        return time.process_time() - begin

    cost(1_000)
    assert cost(40_000) < 12 * cost(10_000) + 0.2


FORCES = {
    "Trưởng phòng Cảnh sát hình sự (PC02), Công an tỉnh Tây Ninh, nói. PC02 lập án.": [
        "Phòng Cảnh sát hình sự Công an tỉnh Tây Ninh",
        "Phòng Cảnh sát hình sự Công an tỉnh Tây Ninh",
        "Công an tỉnh Tây Ninh",
        "Phòng Cảnh sát hình sự Công an tỉnh Tây Ninh",
    ],
    "Cơ quan CSĐT Công an Hà Nội vào cuộc. Đơn gửi tới PC45.": [
        "Cơ quan Cảnh sát điều tra Công an thành phố Hà Nội",
        "Phòng Cảnh sát hình sự Công an thành phố Hà Nội",
    ],
    "Công an huyện Cái Bè bắt người. Đội CSGT đo nồng độ cồn.": [
        "Công an huyện Cái Bè",
        "Đội Cảnh sát giao thông Công an huyện Cái Bè",
    ],
    "Phòng Cảnh sát hình sự vào cuộc.": ["Phòng Cảnh sát hình sự"],
    "Công an tỉnh Hà Nam họp. Công an phường Lam Hạ báo tin, Phòng CSGT tới.": [
        "Công an tỉnh Hà Nam",
        "Công an phường Lam Hạ",
        "Phòng Cảnh sát giao thông Công an tỉnh Hà Nam",
    ],
    "Công an tỉnh Bắc Kạn ra quân. Theo CABK, quân số tăng.": [
        "Công an tỉnh Bắc Kạn",
        "Công an tỉnh Bắc Kạn",
    ],
}


@pytest.mark.parametrize(("text", "names"), FORCES.items())
def test_a_police_unit_is_its_forces(text: str, names: list[str]) -> None:
    assert [m["canonical"] for m in found(text, organizations)] == names


def test_a_letterheads_province_completes_the_body_under_it() -> None:
    text = "UBND TỈNH KON TUM\n\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n\nSố: 12/SGDĐT-VP"
    names = [m["canonical"] for m in found(text, organizations)]
    assert names == ["Ủy ban nhân dân tỉnh Kon Tum", "Sở Giáo dục và Đào tạo tỉnh Kon Tum"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n-------", ["Ủy ban nhân dân tỉnh Sơn La"]),
        ("CÔNG AN\nTHÀNH PHỐ HÀ NỘI\nSố: 12/CAHN", ["Công an thành phố Hà Nội"]),
        ("SỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", []),
    ],
)
def test_a_letterheads_body_goes_on_in_the_next_line(text: str, names: list[str]) -> None:
    whole = [m for m in found(text, organizations) if "\n" in m["text"]]
    assert [m["canonical"] for m in whole] == names


def test_mentions_never_overlap() -> None:
    text = re.sub(r"[\[\]]", "", SENTENCES.read_text(encoding="utf-8"))
    article = Article(text=View(text).text)
    organizations(article)
    spans = sorted((m.start, m.end) for m in article.mentions)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("name", "acronym", "canonical", "told"),
    [
        ("Đại hội đồng Liên hợp quốc", "LHQ", "Liên Hợp quốc", ("international", None, None)),
        ("Văn phòng Liên hợp quốc", "LHQ", "Liên Hợp quốc", ("international", None, None)),
        ("Ủy ban Thường vụ Quốc hội", "QH", "Quốc hội", ("state", None, "central")),
        ("Ủy ban Thường vụ Quốc hội", "UBTVQH", "Ủy ban Thường vụ Quốc hội",
         ("state", "Quốc hội", "central")),
        ("Cục Nghệ thuật biểu diễn", "NTBD", "Cục Nghệ thuật biểu diễn",
         ("state", None, "central")),
    ],
)  # fmt: skip
def test_a_bracket_is_the_shortest_name_that_it_abbreviates(
    name: str, acronym: str, canonical: str, told: tuple[str | None, ...]
) -> None:
    rows = found(f"{name} ({acronym}) họp. Hôm nay {acronym} kết luận.", organizations)
    assert [r["text"] for r in rows] == [name, acronym, acronym]
    for r in rows[1:]:
        assert r["canonical"] == canonical
        assert (r["type"], r["parent"], r["level"]) == told


def test_no_body_has_two_rows() -> None:
    """A name leads to one row, unless a body was renamed, or bears another's name."""
    shared = {
        "bct", "afd", "hagl", "viettel", "hoàng anh gia lai", "cơ quan an ninh điều tra",
        "trung tâm dự báo khí tượng thủy văn trung ương",
        "liên đoàn thương mại và công nghiệp việt nam", "viện bỏng quốc gia lê hữu trác",
    }  # fmt: skip
    rows: dict[str, set[str]] = {}
    for r in table("organizations"):
        for name in (r["name_vi"], *filter(None, r["aliases"].split("|"))):
            rows.setdefault(name.lower(), set()).add(r["name_vi"])
    twice = {name for name, bodies in rows.items() if len(bodies) > 1 and name not in shared}
    assert not {name for name in twice if not name.startswith("đại học ")}
