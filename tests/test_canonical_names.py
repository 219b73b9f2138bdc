"""The full official name of a body, sentence by sentence."""

from __future__ import annotations

import pytest
from cases import found

from trich.extract.organizations import organizations

#: What stands in the sentence, and what its bodies are called in full.
NAMES = {
    # a sport is told by one club that beats another
    "Công an Hà Nội thắng Thép Xanh Nam Định nhờ hai bàn phút cuối.": [
        "Câu lạc bộ Bóng đá Công an Hà Nội",
        "Câu lạc bộ Bóng đá Thép Xanh Nam Định",
    ],
    "Công an Hà Nội bắt bốn người.": ["Công an thành phố Hà Nội"],
    # a full name behind which the acronym stands
    "Liên đoàn Thương mại và Công nghiệp Việt Nam (VCCI) kiến nghị.": [
        "Liên đoàn Thương mại và Công nghiệp Việt Nam",
        "Liên đoàn Thương mại và Công nghiệp Việt Nam",
    ],
    # an acronym is what this page says it is, wherever it stands behind
    "Bộ Nội vụ (BNV) vừa họp. Theo BNV, việc ấy còn kéo dài.": ["Bộ Nội vụ"] * 3,
    "Báo Nhân Dân (viết tắt là BND) đã họp. Đại diện BND nói vậy.": ["Báo Nhân Dân"] * 3,
    "Sở Thông Tin Và Truyền Thông Hà Nam họp.": ["Sở Thông tin và Truyền thông tỉnh Hà Nam"],
    "BCĐ 389 quốc gia kiểm tra chợ.": [
        "Ban Chỉ đạo quốc gia chống buôn lậu, gian lận thương mại và hàng giả"
    ],
    "Cơ quan Cảnh sát châu Âu (Europol) im lặng.": ["Cơ quan Cảnh sát châu Âu"] * 2,
    # societies of a province tell its level, home folk do not
    "Hội Làm vườn Hà Nam và Hội đồng hương Hà Nam góp cây.": [
        "Hội Làm vườn tỉnh Hà Nam",
        "Hội đồng hương Hà Nam",
    ],
    "Chủ tịch LHHVHNT An Giang khai mạc.": ["Liên hiệp các Hội Văn học nghệ thuật tỉnh An Giang"],
    "LĐ Cầu lông VN hoãn giải.": ["Liên đoàn Cầu lông Việt Nam"],
    "Đội 3, Phòng Cảnh sát hình sự, Công an tỉnh Hà Nam bắt cướp.": [
        "Đội 3 Phòng Cảnh sát hình sự Công an tỉnh Hà Nam",
        "Phòng Cảnh sát hình sự Công an tỉnh Hà Nam",
        "Công an tỉnh Hà Nam",
    ],
    "Hà Nội FC thắng Geleximco Thái Bình 3-1.": [
        "Câu lạc bộ Bóng đá Hà Nội",
        "Câu lạc bộ Bóng đá Geleximco Thái Bình",
    ],
    # bodies called after the country in every province
    "Ban Thư ký Ủy ban Hội LHTN tỉnh Hà Nam và Hội Sinh viên tỉnh Hà Nam họp.": [
        "Ban Thư ký Ủy ban Hội Liên hiệp Thanh niên Việt Nam tỉnh Hà Nam",
        "Hội Sinh viên Việt Nam tỉnh Hà Nam",
    ],
    "UBMTTQ Việt Nam huyện Kỳ Sơn trao nhà.": ["Ủy ban Mặt trận Tổ quốc Việt Nam huyện Kỳ Sơn"],
    # countries by the name that the state bears
    "Bộ Quốc phòng Nam Hàn, Bộ Ngoại giao Nhật và Đại sứ quán Mỹ tại Hà Nội im lặng.": [
        "Bộ Quốc phòng Hàn Quốc",
        "Bộ Ngoại giao Nhật Bản",
        "Đại sứ quán Hoa Kỳ tại Hà Nội",
    ],
    # forms of firms, dashes
    "Ngân hàng cổ phần Sông Hoa báo lãi.": ["Ngân hàng Thương mại Cổ phần Sông Hoa"],
    "CEO Mivaro Group từ chức.": ["Tập đoàn Mivaro"],
    "Trung tâm Dân số-Kế hoạch hóa gia đình huyện Kỳ Sơn tư vấn.": [
        "Trung tâm Dân số - Kế hoạch hóa gia đình huyện Kỳ Sơn"
    ],
    # papers on the net, brands in another case
    "Theo Báo VOV và VnExpress.": ["Báo điện tử VOV", "Báo điện tử VnExpress"],
    "Vietinbank tăng vốn.": ["Ngân hàng Thương mại Cổ phần Công Thương Việt Nam"],
    "Ngân hàng thương mại CP Sông Hoa báo lãi.": ["Ngân hàng Thương mại Cổ phần Sông Hoa"],
    "Quỹ Nhi đồng Liên hiệp quốc góp ý.": ["Quỹ Nhi đồng Liên Hợp quốc"],
    # offices that every province has, where the text is about one province
    "UBND tỉnh Hà Nam họp. Trung tâm Dịch vụ việc làm, Bệnh viện Sản Nhi báo cáo.": [
        "Ủy ban nhân dân tỉnh Hà Nam",
        "Trung tâm Dịch vụ việc làm tỉnh Hà Nam",
        "Bệnh viện Sản Nhi tỉnh Hà Nam",
    ],
    "Từ Hà Nam, Hà Tĩnh đến Sơn La, Trung tâm Dịch vụ việc làm mở lớp.": [
        "Trung tâm Dịch vụ việc làm"
    ],
    # banks by a Vietnamese name alone, and the others
    "Ngân hàng Sài Đông và Ngân hàng Bangkok ký kết.": [
        "Ngân hàng Thương mại Cổ phần Sài Đông",
        "Ngân hàng Bangkok",
    ],
    # whose they are
    "Bộ Ngoại giao Việt Nam phản đối.": ["Bộ Ngoại giao"],
    "Ứng viên đảng Cộng hòa thắng ở Mỹ. Người Mỹ đã bầu.": ["Đảng Cộng hòa Hoa Kỳ"],
    "Đảng Cộng hòa được lập năm 1923.": ["Đảng Cộng hòa"],
    "Khoa Dinh dưỡng - Bệnh viện Hoa Mai tư vấn.": [
        "Khoa Dinh dưỡng Bệnh viện Hoa Mai",
        "Bệnh viện Hoa Mai",
    ],
    # schools of several levels
    "Cô dạy ở trường TH&THCS Nà Khoang.": ["Trường Tiểu học và Trung học cơ sở Nà Khoang"],
    "Trường TH, THCS & THPT Hoa Trạng khai giảng.": [
        "Trường Tiểu học, Trung học cơ sở và Trung học phổ thông Hoa Trạng"
    ],
}


@pytest.mark.parametrize(("text", "names"), NAMES.items())
def test_names_the_bodies_in_full(text: str, names: list[str]) -> None:
    got = [m["canonical"] for m in found(text, organizations) if m["kind"] == "organization"]
    assert got == names
