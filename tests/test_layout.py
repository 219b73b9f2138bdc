"""Blocks, title and publication date in the layouts that pages have."""

from __future__ import annotations

import time

import pytest

from trich import annotate
from trich.article import Article
from trich.layout import layout

LEAD = (
    "Sáng nay, tại Lào Cai, Sở Y tế tỉnh đã tổ chức hội nghị giao ban công tác quý, bàn nhiều việc."
)
BODY = (
    "Phát biểu tại hội nghị, Giám đốc Sở nhấn mạnh các đơn vị cần giữ vững kỷ luật chuyên môn, "
    "chủ động nguồn thuốc và chăm lo đời sống cán bộ ở những xã vùng cao của tỉnh trong mùa mưa."
)


def kinds(page: str) -> list[str]:
    return [b.kind for b in annotate(page).blocks]


def test_portal_page() -> None:
    page = "\n\n".join(
        ["Sở Y tế giao ban công tác quý", "05/03/2024 | 08:05 AM", " | ", LEAD,
         "Các đại biểu tham dự hội nghị.", BODY]
    )  # fmt: skip
    article = annotate(page)
    assert article.title == "Sở Y tế giao ban công tác quý"
    assert article.published == "2024-03-05T08:05:00"
    assert [b.kind for b in article.blocks] == [
        "title", "dateline", "boilerplate", "lead", "caption", "body",
    ]  # fmt: skip


SIDEBAR = [
    "Bộ Y tế tiếp đoàn chuyên gia Lào\n\nMonday 2025-02-17 01:35",
    "Khai trương khu khám bệnh mới\n\nSunday 2025-02-16 01:14",
    "Trao quyết định bổ nhiệm cán bộ\n\nSaturday 2025-02-15 12:17",
]


def test_headlines_before_the_article() -> None:
    page = "\n\n".join(
        ["HOẠT ĐỘNG CỦA LÃNH ĐẠO BỘ", *SIDEBAR, "Asset Publisher Asset Publisher",
         "Sở Y tế giao ban công tác quý", "12/06/2024 | 16:04 PM", LEAD, BODY, "Thăm dò ý kiến"]
    )  # fmt: skip
    article = annotate(page)
    assert article.title == "Sở Y tế giao ban công tác quý"
    assert article.published == "2024-06-12T16:04:00"
    assert [b.kind for b in article.blocks] == [
        "boilerplate", *["sidebar"] * 6, "boilerplate", "title", "dateline", "lead", "body",
        "boilerplate",
    ]  # fmt: skip


def test_headlines_before_an_article_without_stamp() -> None:
    page = "\n\n".join([*SIDEBAR, "Sở Y tế giao ban công tác quý", LEAD, BODY])
    article = annotate(page)
    assert article.title == "Sở Y tế giao ban công tác quý"
    assert article.published is None
    assert [b.kind for b in article.blocks] == [*["sidebar"] * 6, "title", "lead", "body"]


def test_headlines_after_the_article() -> None:
    page = "\n\n".join(["Sở Y tế giao ban công tác quý", "12/06/2024", LEAD, BODY, *SIDEBAR])
    assert kinds(page) == ["title", "dateline", "lead", "body", *["sidebar"] * 6]


def test_stamps_glued_to_teasers() -> None:
    teaser = "Thứ Sáu, ngày 14/11/2025 06:43Chiều qua, tại Hà Nội, Bộ đã họp bàn về việc..."
    page = "\n".join(
        ["Bộ họp bàn về mùa dịch", teaser, "Bộ tiếp khách", teaser, "Xuất bản thông tin",
         "Sở Y tế giao ban công tác quý", "06/12/2024 | 14:38 PM", LEAD, BODY, "Tin liên quan",
         "- Bộ họp bàn về mùa dịch", "- Bộ tiếp khách"]
    )  # fmt: skip
    article = annotate(page)
    assert article.published == "2024-12-06T14:38:00"
    assert [b.kind for b in article.blocks] == [
        *["sidebar"] * 4, "boilerplate", "title", "dateline", "lead", "body", "boilerplate",
        "sidebar", "sidebar",
    ]  # fmt: skip


def test_stamp_above_the_title() -> None:
    article = annotate(
        f"Thứ sáu, 22/11/2024 - 10:30\nSở Y tế giao ban công tác quý\n{LEAD}\n{BODY}"
    )
    assert article.title == "Sở Y tế giao ban công tác quý"
    assert article.published == "2024-11-22T10:30:00"


def test_plain_paragraphs() -> None:
    article = annotate(f"{LEAD}\n\n{BODY}\n")
    assert (article.title, article.published) == (None, None)
    assert [b.kind for b in article.blocks] == ["body", "body"]


def test_one_line() -> None:
    assert kinds("Bộ Y tế họp") == ["body"]
    assert kinds("") == []


STAMPS = {
    "2024-01-30T16:18:00": ["30/01/2024 | 16:18 PM", "16:18 30/01/2024",
                            "Thứ ba, 30/01/2024 16:18", "2024-01-30T16:18:00+07:00",
                            "2024-01-30T09:18:00Z", "Tue, 30 Jan 2024 09:18:27 +0000",
                            "30 Jan 2024 09:18 GMT", "16h18 ngày 30/01/2024",
                            "Đăng ngày 30/01/2024, 16 giờ 18 phút", "Thứ 3, 30.01.2024 | 16:18:28",
                            "16:18 , 30/01/2024", "30/1/2024 4:18:14 CH", "30.01.2024 | 4:18 PM"],
    "2024-01-09T17:48:00": ["09-01-2024, 17:48 (GMT+7)", "Thứ Ba, ngày 09/01/2024 17:48",
                            "Thứ Hai, ngày 09/01/2024 17:48"],  # a wrong weekday loses
    "2020-11-04T15:09:00": ["Thứ Tư, 04/11/2020, 15:09 [GMT+7]", "04/11/2020 03:09 CH",
                            "04/11/2020 03:09 PM", "(Thanh tra) - Thứ Tư, 04/11/2020 - 15:09",
                            "HOÀI AN | 04/11/2020 15:09", "- Cập nhật: 04/11/2020 (15:09)",
                            "Thứ Tư, ngày 04/11/2020   15:09", "15:09 - 04/11/2020  0 bình luận",
                            "Hoài Thu 04/11/2020 15:09 GMT+7", "VĂN AN - LÊ BÌNH 04/11/2020 15:09",
                            "PV - 04/11/2020 15:09", "04/11/2020 15:09 | Lê Thị Hoài",
                            "04-11-2020 15:09 | Y tế", "Báo Lào Cai - 04/11/2020 15:09",
                            "Đăng bởi: Phòng KHTH - 04/11/2020 15:09",
                            "Xuất bản:Thứ tư, 04/11/2020 15:09 (GMT+7)"],
    "2022-06-22T20:55:00": ["20:55, 22/06/2022", "Cập nhật lúc 20:55, 22/06/2022"],
    "2025-02-17T01:35:00": ["Monday 2025-02-17 01:35"],
    "2024-03-05": ["05/03/2024", "Ngày 05/03/2024", "5.3.2024", "Hà Nội, ngày 5 tháng 3 năm 2024",
                   "Ngày đăng: 05/03/2024", "Ngày đăng: 05/03/2024 - Lượt xem: 120",
                   "HÀ NỘI, 5 tháng 3 năm 2024", "5 Tháng 3, 2024", "Tháng Ba 5, 2024",
                   "March 5, 2024", "( Cập nhật lúc: 05/03/2024  )", "(05/03/2024)",
                   "Date 05/03/2024", "Thứ ba, ngày 05 tháng 03 năm 2024", "Chính trị 05-03-2024",
                   "Ngày đăng: 05/03/2024 | Cập nhật: 06/03/2024"],
}  # fmt: skip


@pytest.mark.parametrize(("when", "stamp"), [(w, s) for w, ss in STAMPS.items() for s in ss])
def test_stamps(when: str, stamp: str) -> None:
    article = annotate(f"Sở Y tế giao ban công tác quý\n{stamp}\n{LEAD}\n{BODY}")
    assert article.published == when
    assert article.blocks[1].kind == "dateline"


NO_STAMPS = [
    "31/02/2024", "99/99/2024", "Ngày 5/3/2024, Sở Y tế đã họp.", "5/3", "12:30", "2024",
    "Sáng 30/01/2024", "Tính đến ngày 05/03/2024", "Hội nghị tổng kết năm 2024",
    "Quyết định số 12/QĐ-UBND ngày 05/03/2024", "Cập nhật giá vàng ngày 05/03/2024",
    "05/03/2024 - 10/03/2024", "Từ 05/03/2024 đến 10/03/2024", "Bản tin ngày 05/03/2024",
    "Trực tiếp họp báo Chính phủ 15:30 ngày 05/03/2024", "Có hiệu lực từ ngày 01/01/2025",
    "Lúc 10h30 ngày 05/03/2024, tàu cá bị chìm ngoài khơi", "giai đoạn 2021-2025",
]  # fmt: skip


@pytest.mark.parametrize("line", NO_STAMPS)
def test_no_stamps(line: str) -> None:
    assert annotate(f"Sở Y tế giao ban công tác quý\n{line}\n{LEAD}\n{BODY}").published is None


@pytest.mark.parametrize("line", ["3 giờ trước", "2 ngày trước · 120 lượt xem", "Hôm qua, 10:30"])
def test_relative_stamps_tell_no_day(line: str) -> None:
    article = annotate(f"Sở Y tế giao ban công tác quý\n{line}\n{LEAD}\n{BODY}")
    assert article.published is None
    assert article.blocks[1].kind == "dateline"


def test_a_stamp_under_the_article() -> None:
    article = annotate(f"Sở Y tế giao ban công tác quý\n{LEAD}\n{BODY}\nXuất bản: 05/03/2024 08:00")
    assert article.title == "Sở Y tế giao ban công tác quý"
    assert article.published == "2024-03-05T08:00:00"
    assert [b.kind for b in article.blocks] == ["title", "lead", "body", "dateline"]


def test_the_clock_of_the_page_is_not_its_stamp() -> None:
    page = f"Thứ Tư, 18/06/2025, 21:03\nSở Y tế giao ban công tác quý\n05/03/2024\n{LEAD}\n{BODY}"
    article = annotate(page)
    assert article.published == "2024-03-05"
    assert article.blocks[0].kind == "boilerplate"


def test_a_day_inside_the_text_is_not_its_stamp() -> None:
    page = f"Sở Y tế giao ban công tác quý\n{BODY} {BODY}\nHà Nội, 05/03/2024\n{BODY}\n{BODY}"
    article = annotate(page)
    assert (article.title, article.published) == ("Sở Y tế giao ban công tác quý", None)


def test_title_below_menus_that_no_table_knows() -> None:
    menu = "Mạng lưới cơ sở\nSở ban ngành trực thuộc\nGương sáng ngành ta"
    article = annotate(f"{menu}\nSở Y tế tỉnh giao ban công tác quý một\n{BODY}\n{BODY}")
    assert article.title == "Sở Y tế tỉnh giao ban công tác quý một"
    assert [b.kind for b in article.blocks][:4] == [*["boilerplate"] * 3, "title"]


def test_who_knows_the_date() -> None:
    """The caller before the page, the page before the run's default."""
    page = f"Sở Y tế giao ban công tác quý\n05/03/2024\n{LEAD}"
    assert annotate(page, "2020-01-01").published == "2020-01-01"
    assert annotate(page, otherwise="2020-01-01").published == "2024-03-05"
    assert annotate(LEAD, otherwise="2020-01-01").published == "2020-01-01"
    with pytest.raises(ValueError, match="no ISO date"):
        annotate(LEAD, "hôm qua")


CAPTIONS = [
    "Các đại biểu tham dự hội nghị", "Giám đốc Sở phát biểu kết luận.", "Quang cảnh buổi làm việc.",
    "Lãnh đạo Sở trao quà cho người bệnh. Ảnh: Minh Hà", "Sở Y tế giao ban công tác quý - Ảnh 1.",
    "Lãnh đạo Bộ kiểm tra khu cách ly (Ảnh: TTXVN)",
]  # fmt: skip
PROSE = [
    "Dự án được ký kết vào tháng 5 và kết thúc sau ba năm thực hiện.",
    "Thứ nhất, về công tác phòng bệnh:",
    "Giám đốc Sở cho biết nguồn thuốc đã đủ dùng cho cả mùa mưa.",
    "Tại hội nghị, các đại biểu đã thảo luận sôi nổi.",
]


@pytest.mark.parametrize(
    ("line", "kind"), [*((c, "caption") for c in CAPTIONS), *((p, "body") for p in PROSE)]
)
def test_captions(line: str, kind: str) -> None:
    page = f"Sở Y tế giao ban công tác quý\n05/03/2024\n{LEAD}\n{line}\n{BODY}"
    assert kinds(page)[3] == kind


MENUS = [
    "Trang chủ / Tin tức / Y tế", "Chia sẻ  |  Facebook  |  Zalo  |  In bài", "Giáo dục › Đại học",
    "Gửi bài viết  In trang  Quay lại", "Bình luận 8 | Chia sẻ | Lưu", "Ý kiến bạn đọc (12)",
]  # fmt: skip


@pytest.mark.parametrize("menu", MENUS)
def test_menus(menu: str) -> None:
    page = f"{menu}\nSở Y tế giao ban công tác quý\n05/03/2024\n{LEAD}\n{menu}\n{BODY}"
    assert kinds(page) == ["boilerplate", "title", "dateline", "lead", "boilerplate", "body"]


def test_a_label_above_the_title() -> None:
    article = annotate(f"Y tế - Sức khỏe\nSở Y tế giao ban công tác quý\n{LEAD}\n{BODY}")
    assert article.title == "Sở Y tế giao ban công tác quý"
    article = annotate(f"XÃ HỘI\n05/03/2024\nSở Y tế giao ban công tác quý\n{LEAD}\n{BODY}")
    assert article.title == "Sở Y tế giao ban công tác quý"


def test_lead_above_the_stamp() -> None:
    page = f"Sở Y tế giao ban công tác quý\n{LEAD} {LEAD}\n05/03/2024\n{BODY}\n{BODY}"
    assert kinds(page)[:3] == ["title", "lead", "dateline"]


def test_a_box_inside_the_article() -> None:
    box = "Tin liên quan\nBộ tiếp khách Lào"
    page = f"Sở Y tế giao ban công tác quý\n05/03/2024\n{LEAD}\n{box}\n{BODY}"
    assert kinds(page)[2:] == ["lead", "boilerplate", "sidebar", "body"]


def test_headlines_with_their_stamps_behind() -> None:
    items = ["Bộ tiếp đoàn khách Lào (17/10)", "Sáng nay khai trương khu khám mới (18/10)"]
    page = "\n".join(["Sở Y tế giao ban công tác quý", "05/03/2024", LEAD, BODY, *items])
    assert kinds(page)[4:] == ["sidebar", "sidebar"]


def test_official_document() -> None:
    page = "\n".join(
        ["SỞ Y TẾ SƠN LA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
         "Số: 12/TB-SYT", "Sơn La, ngày 5 tháng 3 năm 2024", "THÔNG BÁO",
         "Về việc tuyển dụng viên chức năm 2024", "Kính gửi: các đơn vị trực thuộc", LEAD, BODY]
    )  # fmt: skip
    article = annotate(page)
    assert article.title == "Về việc tuyển dụng viên chức năm 2024"
    assert article.published == "2024-03-05"
    assert [b.kind for b in article.blocks] == [
        *["boilerplate"] * 4, "dateline", "boilerplate", "title", "body", "lead", "body",
    ]  # fmt: skip


MANY = {
    "stamps": "05/03/2024 08:00\n",
    "headlines": "Bộ tiếp đoàn khách Lào ở Hà Nội\nMonday 2025-02-17 01:35\n",
    "teasers": "Thứ Sáu, ngày 14/11/2025 06:43Chiều qua, tại Hà Nội, Bộ đã họp\n",
    "boxes": f"Tin liên quan\nBộ tiếp đoàn khách Lào ở Hà Nội\n{BODY}\n",
    "menus": "Giới thiệu\nTin tức\nVăn bản\n",
    "numbers": "12\n3,5\n",
    "letterheads": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/QĐ-BYT\n",
}


@pytest.mark.parametrize("name", MANY)
def test_time_grows_with_the_page(name: str) -> None:
    """Four times the lines, about four times the time: nothing looks at all lines from each."""

    def seconds(times: int) -> float:
        article = Article(MANY[name] * times)
        began = time.process_time()
        layout(article)
        return time.process_time() - began

    seconds(100)
    few = min(seconds(2_000) for _ in range(3))
    assert min(seconds(8_000) for _ in range(3)) < 12 * few + 0.1


@pytest.mark.parametrize(
    "unit", [" ", "|", "1", "/", "\t", "a ", "1/", "Số: ", "Ảnh", "05/03/2024 "]
)
def test_one_long_line(unit: str) -> None:
    article = Article(
        "SỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/QĐ-BYT\nx" + unit * 300_000
    )
    began = time.process_time()
    layout(article)
    assert time.process_time() - began < 2


def test_the_article_in_its_own_list() -> None:
    title = "Sở Y tế giao ban công tác quý"
    page = "\n".join(
        [f"{title}\nMonday 2025-02-17 01:35", *SIDEBAR, title, "17/02/2025", LEAD, BODY]
    )
    assert kinds(page) == [*["sidebar"] * 8, "title", "dateline", "lead", "body"]


BODY_LINES = [
    "Chịu trách nhiệm toàn diện trước Chủ tịch UBND tỉnh về tiến độ dự án",
    "Tổng lượt khách đến tỉnh trong kỳ nghỉ đạt 120.000", "Trả lời:", "Nội dung:",
    "Quảng cáo thuốc sai sự thật", "Phạm vi: toàn tỉnh", "Bản quyền truyền hình giải đấu",
]  # fmt: skip


@pytest.mark.parametrize("line", BODY_LINES)
def test_words_that_furniture_and_texts_share(line: str) -> None:
    page = f"Sở Y tế giao ban công tác quý\n05/03/2024\n{LEAD}\n{line}\n{BODY}"
    assert kinds(page) == ["title", "dateline", "lead", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Như vậy, các đại biểu thảo luận thêm về kế hoạch năm sau.",
        "Nhưng đoàn công tác chưa kiểm tra kho thuốc.",
        "Khi đó, lãnh đạo tỉnh trao hỗ trợ cho các hộ.",
        "Nếu chậm báo cáo, xã phải giải trình.",
        "Mặc dù vậy, đoàn công tác vẫn làm việc tới khuya.",
        "Thực tế, nhiều nơi chưa thảo luận kỹ.",
    ],
)
def test_prose_is_no_caption(line: str) -> None:
    from trich.layout.captions import is_caption

    assert not is_caption(line, None)
    assert is_caption("Đoàn công tác kiểm tra kho thuốc.", None)
