"""The report as people use it: with a mouse, with keys, on a phone, in the dark, under attack."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

PAGES = [
    "index.html", "articles-1.html", "persons-1.html", "organizations-1.html", "decrees-1.html",
    "indicators-1.html", "search.html", "a/1.html", "a/63.html", "p/1.html", "o/1.html",
    "d/1.html", "i/1.html",
]  # fmt: skip

Open = Callable[..., Page]


@pytest.fixture
def go(site: Path, browser: Browser) -> Iterator[Open]:
    """Opens a page of the report; no error, dialog or request beyond the folder is let pass."""
    contexts = []
    faults: list[str] = []

    def open_page(path: str, **how: object) -> Page:
        context = browser.new_context(**({"locale": "vi-VN"} | how))  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: faults.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda e: faults.append(str(e)))
        page.on("dialog", lambda d: faults.append(f"dialog {d.message}"))

        def asked(url: str) -> None:
            if not url.startswith((site.as_uri(), "data:,")):
                faults.append(f"request {url}")

        page.on("request", lambda r: asked(r.url))
        page.goto(f"{site.as_uri()}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def record(site: Path, kind: str, article: int = 1) -> dict[str, object]:
    """The first record of a kind in an article."""
    lines = (site.parent / "articles.jsonl").read_text("utf-8").strip().split("\n")
    id = json.loads(lines[article - 1])["id"]
    records = map(
        json.loads, (site.parent / "records.jsonl").read_text("utf-8").strip().split("\n")
    )
    return next(r for r in records if r["article"] == id and r["kind"] == kind)


def test_from_the_overview_to_the_words(go: Open) -> None:
    """Overview, a person, an article, the exact words."""
    page = go("index.html")
    name = page.locator("#persons-h + table tbody a").first
    wanted = name.inner_text()
    name.click()
    expect(page.locator("h1")).to_have_text(wanted)
    page.locator("#articles tbody a").first.click()
    marked = page.locator("mark.on").first
    expect(marked).to_be_visible()
    expect(marked).to_be_in_viewport()
    assert marked.inner_text().split()[-1] in wanted


def test_row_to_highlight_and_back(go: Open, site: Path) -> None:
    wanted = record(site, "decree")
    page = go("a/1.html")
    anchor = f"decree-{wanted['start']}"
    page.locator(f"#row-{anchor} a").first.click()
    pieces = page.locator(f"mark[data-r='{anchor}']")
    assert "".join(pieces.all_inner_texts()) == wanted["text"]
    expect(page.locator(f"#{anchor}")).to_be_focused()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    expect(page.locator(f"#row-{anchor}")).to_have_attribute("aria-current", "true")
    other = page.locator("mark.k-person").first
    other.click()
    row = page.locator(f"#row-{other.get_attribute('data-r')}")
    expect(row).to_have_attribute("aria-current", "true")
    expect(row.locator("dl")).to_be_visible()
    expect(page.locator("tr[aria-current]")).to_have_count(1)


def test_filter_by_kind(go: Open) -> None:
    page = go("a/1.html")
    rows = page.locator("#records tr.k-date")
    expect(rows.first).to_be_visible()
    page.locator("input[data-kind=date]").uncheck()
    expect(rows.first).to_be_hidden()
    expect(page.locator("#records tr.k-person").first).to_be_visible()
    colour = "getComputedStyle(document.querySelector('mark.k-date')).borderBottomColor"
    assert page.evaluate(colour) == "rgba(0, 0, 0, 0)"
    page.locator("input[data-kind=date]").check()
    expect(rows.first).to_be_visible()


@pytest.mark.parametrize("typed", ["Đào Hồng Lan", "dao hong lan", "đào  hồng la"])
def test_search(go: Open, typed: str) -> None:
    page = go("search.html")
    page.keyboard.type(typed)  # the field has the focus
    first = page.locator("#hits a").first
    expect(first).to_have_text("Đào Hồng Lan")
    expect(page.locator("#search-said")).to_contain_text("Kết quả")
    first.click()
    expect(page.locator("h1")).to_have_text("Đào Hồng Lan")
    page.go_back()
    expect(page.locator("#hits a").first).to_have_text("Đào Hồng Lan")


def test_search_finds_text_and_nothing(go: Open) -> None:
    page = go("search.html")
    page.fill("#q", "146/2018/NĐ-CP")
    expect(page.locator("#hits a").first).to_have_text("146/2018/NĐ-CP")
    page.fill("#q", "zzzz qqqq")
    expect(page.locator("#search-said")).to_have_text("Không tìm thấy gì.")
    expect(page.locator("#hits li")).to_have_count(0)


def test_keyboard_alone(go: Open) -> None:
    """Skip link, menu, list filter, a row, an article's record: no mouse."""
    page = go("index.html")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page = go("articles-1.html")
    page.locator("#f-list").focus()
    page.keyboard.type("bac si")
    expect(page.locator("#list tbody tr:visible")).to_have_count(1)
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "A":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/a/*.html")
    page.locator("#records tbody a").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    page.locator("input[data-kind=person]").focus()
    page.keyboard.press("Space")
    expect(page.locator("#records tr.k-person").first).to_be_hidden()


def test_languages(go: Open) -> None:
    page = go("index.html")
    expect(page.locator("h1")).to_have_text("Tổng quan")
    page.locator("#language").click()
    expect(page.locator("h1")).to_have_text("Overview")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.locator("nav a", has_text="People").click()
    expect(page.locator("h1")).to_contain_text("People")  # it is remembered
    expect(go("index.html", locale="en-GB").locator("h1")).to_have_text("Overview")


def test_every_word_is_in_both_languages(go: Open, site: Path) -> None:
    page = go("index.html")
    words = page.evaluate("trichWords")
    assert all(w["vi"] and w["en"] for w in words.values())
    used = set()
    for path in PAGES:
        page.goto(f"{site.as_uri()}/{path}")
        used |= set(
            page.evaluate("[...document.querySelectorAll('[data-t]')].map(e => e.dataset.t)")
        )
    assert used <= set(words)


def test_a_series_shows_target_and_result(go: Open, site: Path) -> None:
    page = go("indicators-1.html")
    drawn = 0
    for n in range(1, page.locator("#list tbody tr").count() + 1):
        page.goto(f"{site.as_uri()}/i/{n}.html")
        bars = page.locator("svg .bar").count()
        assert 2 <= bars <= page.locator("tbody tr").count()
        drawn += page.locator("svg .bar.target").count()
    assert drawn > 0


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_or_leaks(go: Open, path: str) -> None:
    page = go(path)
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("document.scripts.length") <= 2
    assert page.evaluate("document.querySelectorAll('main img, iframe, b, object').length") == 0


def test_hostile_pages(go: Open, site: Path) -> None:
    """Every page that an attack reaches is inert, also when its parts are used."""
    count = len((site.parent / "articles.jsonl").read_text("utf-8").strip().split("\n"))
    page = go("a/63.html")
    for n in range(63, count + 1):
        page.goto(f"{site.as_uri()}/a/{n}.html")
        page.locator("#records tbody a").first.click()
        page.locator("mark").first.click()
        assert page.evaluate("window.pwned") is None
    page.goto(f"{site.as_uri()}/search.html")
    page.fill("#q", "window pwned")
    expect(page.locator("#hits a").first).to_be_visible()
    page.locator("#hits a").first.click()
    assert page.evaluate("window.pwned") is None
    page.goto(f"{site.as_uri()}/search.html#<img src=x onerror=window.pwned=1>")
    expect(page.locator("#q")).to_have_value("<img src=x onerror=window.pwned=1>")
    assert page.evaluate("window.pwned") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_accessible(go: Open, path: str, scheme: str) -> None:
    """axe finds nothing serious, in light and dark, with a record chosen."""
    page = go(path, color_scheme=scheme)
    if path.startswith("a/"):
        page.locator("#records tbody a").first.click()
    found = Axe().run(page, options={"preload": False}).response["violations"]
    serious = [v for v in found if v["impact"] in ("serious", "critical")]
    assert not serious, [(v["id"], [n["html"] for n in v["nodes"][:2]]) for v in serious]


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_fits(go: Open, path: str, width: int) -> None:
    """No page scrolls sideways, from phone to desktop."""
    page = go(path, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script(go: Open, site: Path) -> None:
    """The pages read without script: a record's link marks its words."""
    wanted = record(site, "organization")
    anchor = f"organization-{wanted['start']}"
    page = go(f"a/1.html#{anchor}", java_script_enabled=False)
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    expect(page.locator(".kinds")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
