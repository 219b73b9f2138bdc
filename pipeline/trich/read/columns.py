"""Which column of a table is the text, the title, the date, the address, the id."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from trich.read import html
from trich.read.encodings import broken
from trich.read.published import iso
from trich.read.repair import repair
from trich.read.source import File, Reject, Source, Unreadable

#: How the repair begins of a row that has no date where one was looked for.
UNDATED = "published: "
#: The names that columns go by, the likeliest first; as `_plain` writes them.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "content", "body", "noi_dung", "full_text", "fulltext", "article_text",
        "article_body", "articlebody", "content_text", "text_content", "main_text", "maintext",
        "plain_text", "raw_text", "van_ban", "toan_van", "bai_viet", "noi_dung_bai_viet",
        "noi_dung_van_ban", "article", "html", "content_html", "raw_html", "noidung",
    ),
    "title": (
        "title", "headline", "tieu_de", "tua_de", "tua", "tieu_de_bai_viet", "ten_bai",
        "ten_bai_viet", "trich_yeu", "ten_van_ban", "tieude",
    ),
    "published": (
        "published", "published_at", "publish_date", "publication_date", "published_date",
        "date_published", "datepublished", "publishdate", "pub_date", "pubdate", "date",
        "ngay_dang", "ngay_xuat_ban", "thoi_gian_dang", "ngay_dang_tin", "ngay_phat_hanh",
        "ngay_ban_hanh", "thoi_gian", "ngay", "post_date", "posted_at", "published_time",
        "datetime", "ngaydang",
    ),
    "source": (
        "url", "link", "source_url", "canonical_url", "permalink", "duong_dan", "lien_ket",
        "dia_chi", "source", "nguon",
    ),
    "id": ("id", "_id", "article_id", "doc_id", "document_id", "uuid", "ma_bai", "ma"),
}  # fmt: skip


def parse_map(text: str) -> dict[str, str]:
    """The columns that `--map` names: `text=Nội dung,title=Tiêu đề`.

    Raises ValueError, with what is allowed, where it is no such list.

    >>> parse_map("text=Nội dung,published=Ngày")
    {'text': 'Nội dung', 'published': 'Ngày'}
    """
    columns: dict[str, str] = {}
    for pair in text.split(","):
        field, _, column = (part.strip() for part in pair.partition("="))
        field = {"url": "source"}.get(field, field)
        if field not in NAMES or not column:
            known = ", ".join(("text", "title", "published", "url", "id"))
            raise ValueError(f"{pair!r}: write FIELD=COLUMN, where FIELD is one of {known}")
        columns[field] = column
    return columns


def find(header: Iterable[str], columns: Mapping[str, str]) -> dict[str, list[str]]:
    """The columns of a header that may hold each field, the likeliest first.

    >>> find(["Tiêu đề", "Nội dung", "STT"], {})["text"]
    ['Nội dung']
    """
    header = [name for name in header if isinstance(name, str)]
    plain = {_plain(name): name for name in reversed(header)}
    found: dict[str, list[str]] = {}
    for field, names in NAMES.items():
        if field in columns:
            found[field] = [name for name in header if name.strip() == columns[field]]
        else:
            found[field] = [plain[name] for name in names if name in plain]
    return found


def _plain(name: str) -> str:
    """A name in small letters without marks, words joined by `_`.

    >>> _plain(" Ngày đăng")
    'ngay_dang'
    """
    apart = unicodedata.normalize("NFD", name.lower().replace("đ", "d").replace("\ufeff", ""))
    letters = (c if c.isalnum() or c == "_" else " " for c in apart if not unicodedata.combining(c))
    return "_".join("".join(letters).split())


def row(
    cells: Mapping[str, Any],
    names: Mapping[str, list[str]],
    file: File,
    line: int,
    encoding: str | None = None,
) -> Source | Reject:
    """One row as a text, or why it is none.

    A date that is none costs the date, not the article: the text's own dateline serves then.
    """

    def cell(field: str) -> Any:
        values = (cells[name] for name in names[field] if name in cells)
        return next((v for v in values if v is not None and v == v and v != ""), None)

    text = cell("text")
    if not isinstance(text, str):
        wanted = file.columns.get("text") or "text"
        return Reject(file.source, line, f"no text: a row needs a column `{wanted}`")
    if reason := broken(text):
        return Reject(file.source, line, reason)
    if (at := text.find("\0")) >= 0:
        return Reject(file.source, line, f"binary data: a NUL at character {at}")
    repairs: list[str] = []
    published = None
    try:
        published = iso(cell("published"))
    except (ValueError, OverflowError, OSError):
        repairs.append(f"{UNDATED}{str(cell('published'))[:60]!r} is no date, ignored")
    if (named := file.columns.get("published")) and not names["published"]:
        repairs.append(f"{UNDATED}there is no column {named!r}")
    id, title, source = (_clean(cell(field)) for field in ("id", "title", "source"))
    if html.is_fragment(text):
        try:
            page = html.page(text, file)
        except Unreadable as e:
            return Reject(file.source, line, e.reason)
        text, repairs = page.text, [*repairs, "html in a cell read as a page"]
    text, mended = repair(text)
    return Source(
        id or f"{file.id}#{line}",
        source or file.source,
        text,
        title=repair(title)[0] if title else None,
        published=published,
        encoding=encoding,
        repairs=(*repairs, *mended),
    )


def _clean(value: Any) -> str | None:
    """A cell as a string that can be written, None where it is empty."""
    if value is None or value != value:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a column of numbers with a gap in it
    return str(value).encode("utf-8", "replace").decode("utf-8").strip() or None
