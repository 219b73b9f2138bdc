"""Tables of texts: columns by name, rows that are refused alone, nothing held but a row."""

from __future__ import annotations

import io
import json
import tracemalloc
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet
from test_read import one, refused, sources

from trich.read import Input, Reject, Source, read
from trich.read.published import iso


def write(path: Path, rows: list[Any]) -> Path:
    lines = (r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in rows)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_jsonl(tmp_path: Path) -> None:
    path = write(
        tmp_path / "news.jsonl",
        [
            {"id": 7, "text": "Bộ Y tế họp", "published": "30/01/2024", "title": "Họp",
             "url": "http://x"},
            "",
            {"text": "không có id"},
            {"id": "8"},
            "{broken",
            [1, 2],
            {"text": ["x"]},
            {"text": "a\0b", "id": "nul"},
        ],
    )  # fmt: skip
    good, plain, *bad = sources(path)
    assert good == Source(
        "7", "http://x", "Bộ Y tế họp", title="Họp", published="2024-01-30", encoding="utf-8"
    )
    assert isinstance(plain, Source)
    assert (plain.id, plain.source) == ("news#3", str(path))
    assert [(b.line, b.reason.split(":")[0]) for b in bad if isinstance(b, Reject)] == [
        (4, "no text"), (5, "not JSON"), (6, "a row is an object, this is list"), (7, "no text"),
        (8, "binary data"),
    ]  # fmt: skip


def test_a_date_that_is_none_costs_the_date_only(tmp_path: Path) -> None:
    source = one(tmp_path / "a.jsonl", json.dumps({"text": "Bộ Y tế", "published": "hôm qua"}))
    assert (source.text, source.published) == ("Bộ Y tế", None)
    assert source.repairs == ("published: 'hôm qua' is no date, ignored",)


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("2024-01-30", "2024-01-30"),
        ("20240130", "2024-01-30"),
        (20240130, "2024-01-30"),
        ("2024-01-30 16:18", "2024-01-30T16:18:00"),
        ("2024-01-30T16:18:05.123+07:00", "2024-01-30T16:18:05"),
        ("2024-01-30T20:00:00Z", "2024-01-31T03:00:00"),
        ("30/1/2024", "2024-01-30"),
        ("30-01-2024 16:18", "2024-01-30T16:18:00"),
        ("16:18 30/01/2024", "2024-01-30T16:18:00"),
        ("30/01/2024 | 16:18 PM", "2024-01-30T16:18:00"),
        ("30/01/2024 4:18 CH", "2024-01-30T16:18:00"),
        ("30.01.2024", "2024-01-30"),
        ("Thứ Ba, 30/1/2024, 16:18 (GMT+7)", "2024-01-30T16:18:00"),
        ("ngày 30 tháng 1 năm 2024", "2024-01-30"),
        ("16 giờ 18 ngày 30 tháng 01 năm 2024", "2024-01-30T16:18:00"),
        ("2024/01/30", "2024-01-30"),
        ("Tue, 30 Jan 2024 16:18:00 +0700", "2024-01-30T16:18:00"),
        (1706606280, "2024-01-30T16:18:00"),
        ("1706606280", "2024-01-30T16:18:00"),
        (1706606280000, "2024-01-30T16:18:00"),
        (datetime(2024, 1, 30, 9, 18, tzinfo=UTC), "2024-01-30T16:18:00"),
        (date(2024, 1, 30), "2024-01-30"),
        ("D:20240130161800+07'00'", "2024-01-30T16:18:00"),
        ("D:20240130", "2024-01-30"),
        ("", None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_dates(value: Any, meant: str | None) -> None:
    assert iso(value) == meant


@pytest.mark.parametrize(
    "value", ["hôm qua", "31/02/2024", "2024-13-01", "2024", 2024, "1/2", "25:00 xx", True, [1], -5,
              "99999999999999999999", 1e300, "12/2024", "D:20241399"],
)  # fmt: skip
def test_what_is_no_date(value: Any) -> None:
    with pytest.raises((ValueError, OverflowError)):
        iso(value)


@pytest.mark.parametrize(
    "header",
    [
        "id,tieu_de,noi_dung,ngay_dang,link",
        "Mã,Tiêu đề,Nội dung,Ngày đăng,URL",
        "ID,Title,Content,Published_At,Url",
        "\ufeffid,headline,body,date,source_url",
        "_id,TIÊU ĐỀ,Toàn văn,Ngày xuất bản,Đường dẫn",
        '"id","title","text","pub_date","url"',
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_names_of_columns(tmp_path: Path, header: str, delimiter: str) -> None:
    row = '7,Họp,"Bộ Y tế họp, bàn; xong\nrồi",30/01/2024,http://x'.replace(",", delimiter)
    row = row.replace(f"họp{delimiter}", "họp,")
    source = one(tmp_path / "a.csv", f"{header.replace(',', delimiter)}\n{row}\n")
    assert source == Source(
        "7", "http://x", "Bộ Y tế họp, bàn; xong\nrồi", title="Họp", published="2024-01-30",
        encoding="utf-8",
    )  # fmt: skip


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    long = "Bộ Y tế họp. " * 20_000
    path.write_text(
        f'id,text,date\na,"dòng 1\ndòng 2",2024-01-30 08:00\nb,"{long}",\n'
        "c,,\nd,x,y,z\n\ne\nf,ngắn\n",
        encoding="utf-8",
    )
    first, second, empty, ragged, short, last = sources(path)
    assert first == Source(
        "a", str(path), "dòng 1\ndòng 2", published="2024-01-30T08:00:00", encoding="utf-8"
    )
    assert isinstance(second, Source)
    assert second.text == long
    assert [(r.line, r.reason) for r in (empty, ragged, short) if isinstance(r, Reject)] == [
        (5, "no text: a row needs a column `text`"), (6, "4 cells under 3 columns"),
        (8, "no text: a row needs a column `text`"),
    ]  # fmt: skip
    assert isinstance(last, Source)
    assert last.text == "ngắn"


def test_csv_whose_quotes_break(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,"một"\n2,"hai" ba\n3,"bốn"\n', encoding="utf-8")
    good, bad = sources(path)
    assert isinstance(good, Source)
    assert isinstance(bad, Reject)
    assert (bad.line, bad.reason.split(":")[0]) == (3, "not CSV")


def test_a_line_that_is_no_text_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [json.dumps({"text": f"Bộ Y tế họp {n}"}, ensure_ascii=False).encode() for n in range(5)]
    rows[2] = rows[2].replace("Bộ".encode(), b"B\xff")
    path.write_bytes(b"\n".join(rows))
    found = sources(path)
    assert [type(f) for f in found] == [Source, Source, Reject, Source, Source]
    assert isinstance(found[2], Reject)
    assert (found[2].line, found[2].reason) == (3, "byte 0xff at character 11 is no text")


@pytest.mark.parametrize("name", ["utf-16", "utf-8-sig", "tcvn3", "cp1258"])
def test_encodings_of_tables(tmp_path: Path, name: str) -> None:
    from test_read_encodings import TEXT, encode

    table = f'id;text;url\n1;"{TEXT.replace(chr(8220), "").replace(chr(8221), "")}";\n'
    data = encode(table, name) if name in ("tcvn3", "cp1258") else table.encode(name)
    source = one(tmp_path / "a.csv", data)
    assert source.encoding == name.removesuffix("-sig")
    assert "93,2% " in source.text
    line = json.dumps({"text": TEXT}, ensure_ascii=False)
    if name in ("utf-16", "utf-8-sig"):
        assert one(tmp_path / "a.jsonl", f"{line}\n".encode(name)).text == TEXT


@pytest.mark.parametrize("indent", [None, 2])
def test_json(tmp_path: Path, indent: int | None) -> None:
    rows = [{"id": n, "text": "Bộ Y tế họp. " * n, "tags": [{"a": "]"}]} for n in range(1, 400)]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(rows, indent=indent, ensure_ascii=False), encoding="utf-8")
    found = sources(path)
    assert [f.id for f in found if isinstance(f, Source)] == [str(r["id"]) for r in rows]
    cut = path.read_text("utf-8")[:-500]
    path.write_text(cut, encoding="utf-8")
    *good, bad = sources(path)
    assert len(good) == 398
    assert isinstance(bad, Reject)
    assert bad.line == 399


def table(**columns: list[Any]) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pa.table(columns), out, row_group_size=100)
    return out.getvalue()


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(
        table(
            text=["Bộ Y tế", None, "họp"], tieu_de=["Một", None, ""], id=[1, 2, None],
            ngay=[datetime(2024, 1, 30, 9, 18, tzinfo=UTC), None, None], more=[1, 2, 3],
        )
    )  # fmt: skip
    first, second, third = sources(path)
    assert first == Source("1", str(path), "Bộ Y tế", title="Một", published="2024-01-30T16:18:00")
    assert second == Reject(str(path), 2, "no text: a row needs a column `text`")
    assert third == Source("a#3", str(path), "họp")
    assert "no column of texts" in refused(path, table(x=["Bộ Y tế"])).reason
    assert "not Parquet" in refused(path, table(text=["Bộ Y tế"])[:-9]).reason


def test_a_page_in_a_cell_is_read_as_one(tmp_path: Path) -> None:
    html = "<div><p>Bộ <b>Y tế</b> họp.</p><p>Đã xong.</p></div>"
    source = one(tmp_path / "a.jsonl", json.dumps({"content": html}))
    assert source.text == "Bộ Y tế họp.\nĐã xong."
    assert source.repairs == ("html in a cell read as a page",)
    assert one(tmp_path / "b.jsonl", json.dumps({"text": "<5 tuổi: 3 < 5"})).text[0] == "<"


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv", "parquet"])
def test_what_is_held_does_not_grow_with_the_table(tmp_path: Path, suffix: str) -> None:
    text = "Bộ Y tế họp bàn về tiêm chủng. " * 100

    def peak(rows: int) -> int:
        path = tmp_path / f"{rows}.{suffix}"
        ids = list(range(rows))
        if suffix == "parquet":
            path.write_bytes(table(id=ids, text=[text] * rows))
        elif suffix == "csv":
            path.write_text("id,text\n" + "".join(f"{n},{text}\n" for n in ids), encoding="utf-8")
        else:
            lines = [json.dumps({"id": n, "text": text}, ensure_ascii=False) for n in ids]
            path.write_text(
                "[" + ",".join(lines) + "]" if suffix == "json" else "\n".join(lines),
                encoding="utf-8",
            )
        tracemalloc.start()
        try:
            assert sum(isinstance(s, Source) for s in read(Input(path, "a"))) == rows
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)  # imports and tables
    assert peak(1600) < 1.5 * peak(400) + (1 << 18)
