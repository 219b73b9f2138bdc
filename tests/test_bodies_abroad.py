"""Bodies of other states, named without their country."""

from __future__ import annotations

import pytest
from cases import found

from trich.extract.organizations import organizations

TEXTS = {
    "Tổng thống Mỹ tin rằng Quốc hội nước này sẽ đồng ý; ông sắp đến Hà Nội.": ["Quốc hội Hoa Kỳ"],
    "Sau khi rời Thái Lan và Lào, ông nói với Chính phủ nước này.": ["Chính phủ Lào"],
    "Trung Quốc thay người: Bộ Chính trị họp, truyền hình Trung Quốc đưa tin.": [
        "Bộ Chính trị Đảng Cộng sản Trung Quốc"
    ],
    "Báo chí Thái Lan viết: Quốc hội giải tán, Thái Lan sắp bầu cử.": ["Quốc hội Thái Lan"],
    "Việt Nam và Trung Quốc ký kết; Trung Quốc mừng, Quốc hội họp.": ["Quốc hội"],
    "Ở Long An, Quốc hội tiếp xúc cử tri về hàng Trung Quốc và người Trung Quốc.": ["Quốc hội"],
    "Khách Nhật Bản và Hàn Quốc, rồi Hàn Quốc và Nhật Bản: Chính phủ nói.": ["Chính phủ"],
    "Bộ Công Thương nói về hàng Trung Quốc, rồi lại hàng Trung Quốc.": ["Bộ Công Thương"],
}


@pytest.mark.parametrize(("text", "names"), TEXTS.items())
def test_a_body_has_the_country_of_its_page(text: str, names: list[str]) -> None:
    assert [r["canonical"] for r in found(text, organizations)] == names


def test_a_body_abroad_is_a_foreign_one() -> None:
    (row,) = found("Ông rời Thái Lan. Quốc hội nước này họp.", organizations)
    assert (row["type"], row["parent"], row["level"]) == ("foreign", None, None)
