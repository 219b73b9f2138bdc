"""Web pages: which lines they give, in which order, and what their tags tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_read import one, refused

import trich
from trich.read import Source
from trich.read.metadata import of_page

SAPO = (
    "Sáng 30/01/2024, tại Hà Nội, Bộ Y tế đã tổ chức cuộc họp về tiêm chủng mở rộng cho trẻ em "
    "dưới 5 tuổi trên toàn quốc."
)
FIRST = (
    "Theo báo cáo của Cục Y tế dự phòng, năm 2023 cả nước có 93,2% trẻ em được tiêm đủ các loại "
    "vắc xin trong chương trình, thực hiện Quyết định số 281/QĐ-TTg."
)
SECOND = (
    "Thứ trưởng Nguyễn Thị Liên Hương yêu cầu các địa phương rà soát, tiêm bù cho trẻ chưa được "
    "tiêm trong quý I/2024 và báo cáo trước ngày 15/4/2024."
)
TITLE = "Bộ Y tế họp bàn về tiêm chủng mở rộng năm 2024"
OTHERS = "".join(
    f'<li><a href="/{n}">{t}</a> <span>12/02/2024 0{n}:15</span></li>'
    for n, t in enumerate(
        (
            "Thứ trưởng Bộ Y tế Trần Văn Thuấn làm việc với Tổng hội Y học Việt Nam tại Hà Nội",
            "Bộ Y tế bổ nhiệm lại Phó Viện trưởng phụ trách chuyên môn Viện Sốt rét Trung ương",
            "Hội nghị tăng cường công tác bảo đảm an toàn thực phẩm và phòng, chống ngộ độc",
        )
    )
)
MENU = '<ul class="nav-x"><li><a href="/">Trang chủ</a></li><li><a>Giới thiệu</a></li></ul>'


def page(body: str, title: str = f"{TITLE} - Cổng thông tin Bộ Y tế", head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body>{body}</body></html>"
    )


LIFERAY = page(
    f"""<div id="banner">{MENU}</div><div id="content"><div class="portlet-column">
    <section class="portlet"><h2>HOẠT ĐỘNG CỦA LÃNH ĐẠO BỘ</h2><ul>{OTHERS}</ul></section></div>
    <div class="portlet-column"><section class="portlet-asset-publisher">
    <h3 class="asset-title"><span>{TITLE}</span></h3>
    <div class="info"><span>30/01/2024</span> <span>|</span> <span>16:18 PM</span></div>
    <div class="taglib-social-bookmarks"><a>Facebook</a></div>
    <div class="asset-full-content"><div class="journal-content-article">
    <p><strong>{SAPO}</strong></p>
    <table><tbody><tr><td><img src="a.jpg"></td></tr>
    <tr><td><em>Thứ trưởng Nguyễn Thị Liên Hương phát biểu.</em></td></tr></tbody></table>
    <p>{FIRST}</p><p>&nbsp;</p><p>{SECOND}</p></div></div>
    <ul class="tin-lien-quan">{OTHERS}</ul></section></div></div>
    <footer><p>Bản quyền thuộc Bộ Y tế. Địa chỉ: 138A Giảng Võ, Ba Đình, Hà Nội, Việt Nam;
    điện thoại 024 0000 0000; thư điện tử: mail@example.vn.</p></footer>"""
)
CHINHPHU = page(
    f"""<header>{MENU}</header><div class="detail"><div class="detail-time">
    <div data-role="publishdate">30/01/2024  16:18</div></div>
    <h1 class="detail-title" data-role="title">{TITLE}</h1>
    <h2 class="detail-sapo" data-role="sapo">{SAPO}</h2>
    <div class="detail-content afcbc-body" data-role="content">
    <figure class="VCSortableInPreviewMode"><img src="a.jpg"><figcaption class="PhotoCMS_Caption">
    <p>Thứ trưởng Nguyễn Thị Liên Hương phát biểu.</p></figcaption></figure>
    <p>{FIRST}</p><div class="VCSortableInPreviewMode" type="RelatedOneNews"><a>Đọc thêm</a></div>
    <p>{SECOND}</p></div><div class="detail-author">Minh Hà</div>
    <div class="box-comment"><p>{SAPO}</p></div></div>"""
)
NEWSPAPER = page(
    f"""<nav>{MENU}</nav><aside><ul>{OTHERS}</ul></aside><main><article>
    <h1 class="article__title cms-title">{TITLE}</h1>
    <div class="article__meta"><time datetime="2024-01-30T16:18:00+07:00">30/01/2024 - 16:18</time>
    </div><div class="article__sapo cms-desc">{SAPO}</div><div class="article__body cms-body">
    <p>{FIRST}</p><table class="picture"><tr><td><img></td></tr><tr><td>
    <p>Thứ trưởng Nguyễn Thị Liên Hương phát biểu.</p></td></tr></table><p>{SECOND}</p></div>
    <div class="article__author">Minh Hà</div></article></main>""",
    title=f"{TITLE} | Báo Ví dụ",
)
UNKNOWN = page(
    f"""<table><tr><td>{MENU}<ul>{OTHERS}</ul></td><td><div><div class="x1">{TITLE}</div>
    <div class="x2">Thứ Ba, 30/01/2024, 16:18 (GMT+7)</div><div class="x3"><div>{SAPO}</div>
    <div>{FIRST}<br>{SECOND}</div></div></div></td></tr></table>""",
    head=f'<meta property="og:title" content="{TITLE}">',
)


def lines(source: Source) -> list[str]:
    return source.text.split("\n")


@pytest.mark.parametrize("name", ["LIFERAY", "CHINHPHU", "NEWSPAPER"])
def test_portals(tmp_path: Path, name: str) -> None:
    source = one(tmp_path / "a.html", globals()[name])
    got = lines(source)
    assert got[0] == TITLE
    assert set(got[1:]) - {"Minh Hà"} == {
        got[1], SAPO, FIRST, SECOND, "Thứ trưởng Nguyễn Thị Liên Hương phát biểu.",
    }  # fmt: skip
    assert got.index(SAPO) < got.index(FIRST) < got.index(SECOND)
    article = trich.annotate(source.text, known=source.known)
    assert article.title == TITLE
    assert article.published == "2024-01-30T16:18:00"
    kinds = {source.text[b.start : b.end]: b.kind for b in article.blocks}
    assert kinds[SAPO] == "lead"
    assert kinds["Thứ trưởng Nguyễn Thị Liên Hương phát biểu."] == "caption"
    assert (kinds[FIRST], kinds[SECOND]) == ("body", "body")


def test_an_advertisement_does_not_end_the_article(tmp_path: Path) -> None:
    body = (
        f'<h1 class="title-detail">{TITLE}</h1><p class="description"><span class="place">Hà Nội'
        f'</span>{SAPO}</p><article class="fck_detail"><p>{FIRST}</p><div><p>Quảng cáo</p></div>'
        f'<p>{SECOND}</p></article><span class="date">30/01/2024, 16:18</span>'
    )
    source = one(tmp_path / "a.html", page(body))
    assert f"Hà Nội {SAPO}" in lines(source)
    article = trich.annotate(source.text, known=source.known)
    kinds = {source.text[b.start : b.end]: b.kind for b in article.blocks}
    assert (kinds[FIRST], kinds[SECOND]) == ("body", "body")


def test_a_portal_without_names(tmp_path: Path) -> None:
    source = one(tmp_path / "a.html", UNKNOWN)
    assert lines(source)[0] == TITLE
    assert lines(source)[-3:] == [SAPO, FIRST, SECOND]
    assert not any("Thuấn" in line for line in lines(source))
    article = trich.annotate(source.text, known=source.known, otherwise=source.published_else)
    assert article.title == TITLE


def test_a_page_of_headlines_is_read_whole(tmp_path: Path) -> None:
    source = one(tmp_path / "a.html", page(f"<ul>{OTHERS}</ul>", title="Trang chủ"))
    assert len(lines(source)) == 3
    assert lines(source)[0].endswith("tại Hà Nội 12/02/2024 00:15")


def test_blocks_are_lines_and_inline_tags_are_not(tmp_path: Path) -> None:
    body = (
        "<p>Bộ <b>Y</b>\n   tế&nbsp;họp<sup>1</sup></p><div>dòng 1<br/>dòng 2<div>dòng 3</div>"
        "dòng 4</div><ul><li>a</li><li>b</ul><script>x</script><p hidden>y</p>"
        "<p style='display: none'>z</p><!-- c --><h2>Đ&ocirc;\u00adng</h2>"
    )
    source = one(tmp_path / "a.html", page(body, title=""))
    assert lines(source) == [
        "Bộ Y tế họp1", "dòng 1", "dòng 2", "dòng 3", "dòng 4", "a", "b", "Đông",
    ]  # fmt: skip


def test_tables(tmp_path: Path) -> None:
    head = (
        "<table><tr><td>BỘ Y TẾ<br>-------<br>Số: 12/QĐ-BYT</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA "
        "VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc<br>Hà Nội, ngày 5 tháng 1 năm 2024</td></tr>"
        "</table>"
    )
    data = (
        "<table><tr><th>Tỉnh</th><th>Ca mắc</th></tr><tr><td>Hà Giang</td><td>1.200</td></tr>"
        "<tr><td>Lào Cai</td><td></td></tr></table>"
    )
    source = one(tmp_path / "a.html", page(f"{head}<p>{FIRST}</p><p>{SECOND}</p>{data}", title=""))
    assert lines(source) == [
        "BỘ Y TẾ", "-------", "Số: 12/QĐ-BYT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày 5 tháng 1 năm 2024", FIRST, SECOND,
        "Tỉnh | Ca mắc", "Hà Giang | 1.200", "Lào Cai |",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-01-30T23:30:00Z">',
         "2024-01-31T06:30:00"),
        ('<meta name="pubdate" content="2024-01-30T16:18:00+07:00">', "2024-01-30T16:18:00"),
        ('<meta itemprop="datePublished" content="30/01/2024">', "2024-01-30"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
         '"datePublished": "2024-01-30"}]}</script>', "2024-01-30"),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<meta name="pubdate" content="hôm qua"><meta name="date" content="2024-01-30">',
         "2024-01-30"),
        ("", None),
    ],
)  # fmt: skip
def test_dates_of_the_head(tmp_path: Path, head: str, published: str | None) -> None:
    source = one(tmp_path / "a.html", page(f"<p>{FIRST}</p><p>{SECOND}</p>", head=head))
    assert source.published is None
    assert source.published_else == published


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        (f"{TITLE} - Cổng thông tin điện tử", TITLE),
        (f"{TITLE} | Báo Ví dụ | Y tế", TITLE),
        (TITLE, TITLE),
        ("Y tế 2021 - 2025: nhiều kết quả đáng mừng của ngành", None),
        ("", None),
    ],
)
def test_the_site_is_no_part_of_the_title(title: str, meant: str | None) -> None:
    from selectolax.lexbor import LexborHTMLParser

    got = of_page(LexborHTMLParser(page("", title=title))).title
    assert got == (meant or title or None)


def test_the_title_of_the_head_where_the_page_has_none(tmp_path: Path) -> None:
    source = one(tmp_path / "a.html", page(f"<div><p>{FIRST}</p><p>{SECOND}</p></div>"))
    assert lines(source) == [TITLE, FIRST, SECOND]
    assert source.known[0].kind == "title"


def test_an_article_that_only_scripts_draw(tmp_path: Path) -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": '
        f'"{SAPO}\\n{FIRST}"}}</script>'
    )
    source = one(tmp_path / "a.html", page('<div id="root">Đang tải</div>', head=head))
    assert lines(source)[-2:] == [SAPO, FIRST]


@pytest.mark.parametrize("charset", ["cp1258", "utf-16", "utf-8"])
def test_encodings_of_pages(tmp_path: Path, charset: str) -> None:
    from test_read_encodings import _windows

    text = LIFERAY.replace('charset="utf-8"', f'charset="{charset}"')
    data = b"".join(map(_windows, text)) if charset == "cp1258" else text.encode(charset)
    source = one(tmp_path / "a.html", data)
    assert source.encoding == charset
    assert FIRST in source.text  # composed, whatever the page was


def test_a_few_damaged_letters_cost_no_page_but_are_told(tmp_path: Path) -> None:
    data = LIFERAY.encode().replace(b"</footer>", b"\xe1\xbb</footer>")
    source = one(tmp_path / "a.html", data)
    assert SECOND in source.text
    assert source.repairs[0].startswith("1 letters could not be read (not utf-8 at byte")


def test_mojibake_in_a_page(tmp_path: Path) -> None:
    broken = "".join(lines_.encode().decode("latin-1") for lines_ in [FIRST])
    source = one(tmp_path / "a.html", page(f"<p>{broken}</p><p>{SECOND}</p>"))
    assert FIRST in lines(source)
    assert source.repairs == ("utf-8 read as windows-1252, in 1 of 3 lines",)
    [title] = [b for b in source.known if b.kind == "title"]
    assert source.text[title.start : title.end] == TITLE


def test_nesting_without_end(tmp_path: Path) -> None:
    deep = "<div>" * 5000 + FIRST + "</div>" * 5000
    assert FIRST in one(tmp_path / "a.html", page(deep)).text
    for tag in ("<div>", "<b>", "<a href='x'>", "<table><tr><td>"):
        reason = refused(tmp_path / "b.html", tag * 200_000).reason
        assert reason == "elements more than 10,000 deep in one another"
    assert FIRST in one(tmp_path / "c.html", page(f"<p>{FIRST}<br>" * 20_000)).text
