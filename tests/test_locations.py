"""Locations: what is a place, which one it is, and what only looks like one."""

from __future__ import annotations

import time
from random import Random

import pytest
from cases import found

from trich.extract.locations import locations
from trich.extract.organizations import organizations
from trich.extract.persons import persons
from trich.lexicon import table


def places(text: str, published: str | None = None) -> list[tuple[str, str | None, str | None]]:
    rows = found(text, organizations, persons, locations, published=published)
    return [(r["text"], r["code"], r["successor_code"]) for r in rows if r["kind"] == "location"]


SPANS = {
    # behind its level, long or short
    "Mưa to ở tỉnh Nghệ An.": ["tỉnh Nghệ An"],
    "Lũ về xã Mường Lống, huyện Kỳ Sơn, tỉnh Nghệ An.": [
        "xã Mường Lống",
        "huyện Kỳ Sơn",
        "tỉnh Nghệ An",
    ],
    "Nhà ở P.12, Q.Tân Bình, TP.HCM.": ["P.12", "Q.Tân Bình", "TP.HCM"],
    "Trụ sở đặt tại quận 1 và phường 4.": ["quận 1", "phường 4"],
    "Cháy ở H.Củ Chi, TP Hồ Chí Minh.": ["H.Củ Chi", "TP Hồ Chí Minh"],
    "Tại thị trấn Mường Xén và thị xã Cửa Lò.": ["thị trấn Mường Xén", "thị xã Cửa Lò"],
    "Tàu cập đặc khu Phú Quốc.": ["đặc khu Phú Quốc"],
    "Ông bà ở xã Nậm Hiên từ nhỏ.": ["xã Nậm Hiên"],
    "THÔNG BÁO CỦA HUYỆN MÈO VẠC": ["HUYỆN MÈO VẠC"],
    "Thủ đô Hà Nội vào thu.": ["Thủ đô Hà Nội"],
    # provinces by themselves
    "Từ Nghệ An đến Quảng Bình mưa rất to.": ["Nghệ An", "Quảng Bình"],
    "Xe chạy tuyến Bà Rịa - Vũng Tàu.": ["Bà Rịa - Vũng Tàu"],
    "Bệnh nhân (Sơn La) đã về.": ["Sơn La"],
    "Sở Y tế Hà Nội báo cáo.": ["Hà Nội"],
    "Công an tỉnh Gia Lai vào cuộc.": ["tỉnh Gia Lai"],
    # provinces whose names are words too, where something beside them tells
    "Bình Phước, Hòa Bình, Thái Bình mưa to.": ["Bình Phước", "Hòa Bình", "Thái Bình"],
    "Thái Bình, Nam Định và Hà Nam mưa to.": ["Thái Bình", "Nam Định", "Hà Nam"],
    "Các tỉnh Sơn La và Hòa Bình họp.": ["tỉnh Sơn La", "Hòa Bình"],
    "Xe từ thị xã Dĩ An (Bình Dương) về.": ["thị xã Dĩ An", "Bình Dương"],
    "Lũ ở xã Tân Tiến (Hòa Bình).": ["xã Tân Tiến", "Hòa Bình"],
    "Hòa Bình: 5 người chết vì lũ.": ["Hòa Bình"],
    "Hòa Bình, ổn định và phát triển.": [],
    "Hòa Bình: khát vọng của mọi dân tộc.": [],
    "Ông Nguyễn Thái Bình, Hà Nội.": ["Hà Nội"],
    "Sơn La nhìn ra Thái Bình Dương, Hà Nội thì không.": ["Sơn La", "Hà Nội"],
    "Đoàn rời Hà Nội. Hòa Bình lập lại năm ấy.": ["Hà Nội"],
    # countries
    "Đoàn thăm Nhật Bản, Hàn Quốc và Ấn Độ.": ["Nhật Bản", "Hàn Quốc", "Ấn Độ"],
    "Tổng thống Mỹ Donald Trump đến Việt Nam.": ["Mỹ", "Việt Nam"],
    "Hàng sang Nga, Đức và Pháp.": ["Nga", "Đức", "Pháp"],
    "Cứu trợ cho I-rắc và Xy-ri.": ["I-rắc", "Xy-ri"],
    # none
    "Xã hội phát triển.": [],
    "Thành phố lớn, tỉnh táo, phường bạn.": [],
    "Thái Bình Dương nổi sóng.": [],
    "Anh Nga và chị Mỹ đi chợ.": [],
    "Ông Nguyễn Hà Nam phát biểu.": [],
    "Bà Trần Thị Lào Cai kể lại.": [],
    "Áo ấm đến tay em nhỏ.": [],
    "Anh em đoàn kết một lòng.": [],
    "Hòa Bình là khát vọng.": [],
    "Số điện thoại P.12 bị cắt chữ.": ["P.12"],
    "Xã Đảng viên gương mẫu.": [],
    "Nước Mỹ.": ["Mỹ"],
}


@pytest.mark.parametrize(("text", "spans"), SPANS.items())
def test_finds_places(text: str, spans: list[str]) -> None:
    assert [p[0] for p in places(text)] == spans


@pytest.mark.parametrize(
    ("text", "published", "code", "successor"),
    [
        ("tỉnh Lào Cai", "2024-03-01", "10", "15"),
        ("tỉnh Lào Cai", "2025-09-01", "15", None),
        ("tỉnh Yên Bái", "2024-03-01", "15", "15"),
        ("tỉnh Yên Bái", "2026-01-02", "15", "15"),  # named after its end, it is the old one
        ("Bình Dương", "2024-03-01", None, None),
        ("tỉnh Bình Dương", "2024-03-01", "74", "79"),
        ("TP.HCM", "2019-01-01", "79", "79"),
        ("Hà Nội", None, "01", "01"),
        ("huyện Kỳ Sơn, tỉnh Nghệ An", "2020-01-01", "417", None),
        ("quận 1", "2020-01-01", "760", None),
        ("Hoa Kỳ", None, "US", None),
        ("Campuchia", None, "KH", None),
    ],
)
def test_codes(text: str, published: str | None, code: str | None, successor: str | None) -> None:
    got = places(f"Họ đến {text} hôm qua.", published)
    assert (got[0][1:] if got else (None, None)) == (code, successor)


def test_the_wider_place_tells_which() -> None:
    one = places("Cháy ở huyện Châu Thành, tỉnh An Giang.")[0]
    other = places("Cháy ở huyện Châu Thành, tỉnh Tây Ninh.")[0]
    assert None not in (one[1], other[1])
    assert one[1] != other[1]
    assert places("Cháy ở huyện Châu Thành.")[0][1] is None


def test_the_rest_of_the_article_tells_which() -> None:
    text = "An Giang đang lũ. Nước dâng nhanh. Nhà ở huyện Châu Thành bị ngập."
    assert places(text)[1][1] == places("huyện Châu Thành, tỉnh An Giang")[0][1]


def test_tables_agree() -> None:
    """34 provinces since the merger, each old one with a successor; every code once an era."""
    successors = {r["successor_code"] for r in table("provinces")}
    assert len(table("provinces")) == 63
    assert len(successors) == 34
    communes = table("communes")
    for now in (True, False):
        codes = [r["code"] for r in communes if bool(r["until"]) != now]
        assert len(codes) == len(set(codes))
    assert sum(not r["until"] for r in communes) == 3321
    current = {r["code"] for r in communes if not r["until"]}
    assert {r["successor_code"] for r in communes if r["successor_code"]} <= current


@pytest.mark.parametrize("unit", ["xã Tân Phong, ", "Hà Nội ", "tỉnh ", "P.", "Nga "])
def test_time_grows_with_length_only(unit: str) -> None:
    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        begin = time.process_time()
        found(text, locations)
        return time.process_time() - begin

    cost(1_000)
    assert cost(40_000) < 12 * cost(10_000) + 0.2


def keys(text: str, published: str | None = None) -> list[str | None]:
    return [r["key"] for r in found(text, locations, published=published)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("tỉnh Yên Bái", "2024-03-01"), ("tỉnh Lào Cai", "2025-09-01")),
        (("tỉnh Bắc Giang", "2024-03-01"), ("tỉnh Bắc Ninh", "2025-09-01")),
        (("tỉnh Kiên Giang", "2024-03-01"), ("tỉnh An Giang", "2025-09-01")),
        (("tỉnh Bắc Ninh", "2024-03-01"), ("tỉnh Bắc Ninh", "2025-09-01")),
    ],
)
def test_units_before_and_after_the_merger_have_keys_apart(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    (a,), (b,) = keys(*one), keys(*other)
    assert None not in (a, b)
    assert a != b


def test_a_province_that_the_merger_left_alone_keeps_its_key() -> None:
    assert keys("Hà Nội", "2024-03-01") == keys("TP Hà Nội", "2025-09-01") == ["01"]
    assert keys("tỉnh Yên Bái", "2024-03-01") == keys("Yên Bái", "2026-01-02")


@pytest.mark.parametrize("text", ["xã Hòa Bình", "phường 1", "xã Tân Thành", "huyện Châu Thành"])
def test_a_place_that_cannot_be_told_has_no_key(text: str) -> None:
    assert keys(f"Họ đến {text} hôm qua.") == [None]


def test_a_place_with_its_parent_has_a_key() -> None:
    assert keys("Họ đến xã Mường Lống, huyện Kỳ Sơn.") == ["16831", "417"]


def chains(until: bool) -> list[tuple[str, str, list[str]]]:
    """`xã ..., huyện ..., tỉnh ...` of the tables, an article's day, and the codes of each."""
    rng = Random(5)
    provinces = {r["name"]: r for r in table("provinces")}
    districts = {r["code"]: r for r in table("districts")}
    after = {r["successor_code"]: r for r in table("provinces")}
    drawn = []
    for r in rng.sample([r for r in table("communes") if bool(r["until"]) is until], 400):
        commune = f"{r['kind']} {r['name']}"
        if not until:
            p = after[r["within"]]
            whole = f"{p['successor_kind']} {p['successor_2025'].removeprefix('Thành phố ')}"
            drawn.append((f"Lũ về {commune}, {whole}.", "2025-09-06", [r["code"], r["within"]]))
        elif d := districts.get(r["within"]):
            p = provinces[d["province"]]
            whole = f"{p['kind']} {p['name'].removeprefix('Thành phố ')}"
            text = f"Lũ về {commune}, {d['kind']} {d['name']}, {whole}."
            drawn.append((text, "2019-06-06", [r["code"], d["code"], p["code"]]))
    return drawn


@pytest.mark.parametrize("until", [True, False])
def test_the_codes_of_communes_with_what_they_lie_in(until: bool) -> None:
    drawn = chains(until)
    read = [(text, [code for _, code, _ in places(text, day)], codes) for text, day, codes in drawn]
    wrong = [(text, got) for text, got, codes in read if got != codes]
    assert len(drawn) > 300
    assert len(wrong) <= 0.01 * len(drawn), wrong
