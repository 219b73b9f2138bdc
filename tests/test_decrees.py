"""Citations: what is one, what is none, and what its fields say."""

from __future__ import annotations

import importlib
import pkgutil
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cases import found
from hypothesis import given, settings
from hypothesis import strategies as st

from trich import Article, View
from trich.extract.decrees import codes, decrees, numbers
from trich.extract.decrees.bodies import read_body
from trich.extract.decrees.issued import read_date
from trich.extract.decrees.pattern import Pattern
from trich.lexicon import table

TESTS = Path(__file__).parent
Case = tuple[str, list[list[str]]]


def _cases(path: Path) -> Iterator[Case]:
    """The texts of a file and the columns of each citation under them."""
    text, expected = "", list[list[str]]()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            expected.append(line.strip().split(" | "))
        else:
            if text:
                yield text, expected
            text, expected = ("" if line.startswith("#") else line), []
    if text:
        yield text, expected


BASE = ("type", "number", "id", "issuer", "date")
EXTRA = ("pinpoint", "title", "status")


def cited(text: str, published: str | None = None) -> list[tuple[str | None, ...]]:
    return [
        (r["text"], *(r[field] for field in BASE))
        for r in found(text, decrees, published=published)
    ]


def columns(record: dict[str, Any]) -> list[str]:
    """A record as the sentences' file writes it."""
    base = [record["text"], *(record[field] or "-" for field in (*BASE, "system"))]
    if base[3] == base[2] != "-":
        base[3] = "="
    extra = [f"{field}: {record[field]}" for field in EXTRA if record[field]]
    return base + extra + [f"{r['type']}: {r['id'] or '-'}" for r in record["relation"]]


def keys(text: str) -> list[str | None]:
    return [r["key"] for r in found(text, decrees)]


def _ids(cases: Iterator[Case]) -> list[Any]:
    return [pytest.param(text, expected, id=text[:50]) for text, expected in cases]


@pytest.mark.parametrize(("text", "expected"), _ids(_cases(TESTS / "decrees.txt")))
def test_cited(text: str, expected: list[list[str]]) -> None:
    assert cited(text) == [tuple(None if f == "-" else f for f in row) for row in expected]


@pytest.mark.parametrize(("text", "expected"), _ids(_cases(TESTS / "sentences" / "decrees.txt")))
def test_sentence(text: str, expected: list[list[str]]) -> None:
    assert [columns(r) for r in found(text, decrees)] == expected


def _without() -> Iterator[Any]:
    group = ""
    path = TESTS / "sentences" / "no_decrees.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            group = line[3:]
        elif line and not line.startswith("#"):
            yield pytest.param(line, id=f"{group}: {line[:40]}")


@pytest.mark.parametrize("text", list(_without()))
def test_not_cited(text: str) -> None:
    assert cited(text) == []


def test_offsets_stand_in_a_decomposed_source() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "theo Nghị quyết số 20-NQ/TW của Trung ương")
    assert [unicodedata.normalize("NFC", r["text"]) for r in found(text, decrees)] == [
        "Nghị quyết số 20-NQ/TW"
    ]


def test_nothing_reaches_over_a_line() -> None:
    assert cited("Nghị định\n100 người dự") == []
    assert [c[4] for c in cited("Chỉ thị 25-CT/TW\ncủa Ban Bí thư")] == [None]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Chỉ thị số 25 của Ban Bí thư", "Chỉ thị 25-CT/TW", True),
        ("Thông tư 7/2024/TT-BYT", "Thông tư số 07/2024/TT-BYT", True),
        ("Quy định 08-QĐi/TW", "Quy định 08-QĐ/TW", True),
        ("Luật BHYT", "Luật Bảo hiểm y tế năm 2008", True),
        ("Quyết định 58/2016 của Thủ tướng", "Quyết định 58/2016/QĐ-TTg", True),
        (
            "Quyết định 812/QĐ-UBND của UBND tỉnh Lào Cai",
            "Quyết định 812/QĐ-UBND của Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
            True,
        ),
        (
            "Quyết định 812/QĐ-UBND của UBND tỉnh Lào Cai",
            "Quyết định 812/QĐ-UBND của UBND tỉnh Hà Giang",
            False,
        ),
        ("Nghị quyết 57 của Bộ Chính trị", "Nghị quyết 57 của Chính phủ", False),
        ("Thông tư 07/2024/TT-BYT", "Thông tư 07/2023/TT-BYT", False),
    ],
)
def test_key_is_identity(one: str, other: str, same: bool) -> None:
    (a,), (b,) = keys(one), keys(other)
    assert a is not None
    assert b is not None
    assert (a == b) is same


def test_key_is_none_where_the_document_cannot_be_told() -> None:
    assert keys("Nghị quyết 134; QĐ 06; Quyết định 812/QĐ-UBND") == [None, None, None]


@pytest.mark.parametrize(
    ("number", "canonical"),
    [
        ("07/2024/TT-BYT", "07/2024/TT-BYT"),
        ("20/NQ-TW", "20-NQ/TW"),
        ("281/QD-TTG", "281/QĐ-TTg"),
        ("1.245/QĐ-UBND", "1245/QĐ-UBND"),
        ("66.1/2025/NQ-CP", "66.1/2025/NQ-CP"),
        ("35-L/CTN", "35-L/CTN"),
        ("43/HDLN-SYT-BHXH", "43/HDLN-SYT-BHXH"),
        ("01/2004/TTLT/BVHTT-BYT", "01/2004/TTLT-BVHTT-BYT"),
        ("178-QĐ/TW", "178-QĐ/TW"),
        ("30a/2008/NQ-CP", "30a/2008/NQ-CP"),
    ],
)
def test_canonical_number(number: str, canonical: str) -> None:
    read = numbers.read_number(number, 0)
    assert read is not None
    assert read.end == len(number)
    assert numbers.canonical(read) == canonical


@pytest.mark.parametrize(
    "text", ["100%", "5,5 triệu", "140/90", "3-4", "12:30", "5K", "18/8", "1.5x"]
)
def test_no_number(text: str) -> None:
    assert numbers.read_number(text, 0) is None


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("BNV", "1996", "Bộ Nội vụ"),
        ("BLĐTBXH", "2021", "Bộ Lao động - Thương binh và Xã hội"),
        ("BCT", "2014", "Bộ Công Thương"),
        ("UBTVQH14", None, "Ủy ban Thường vụ Quốc hội"),
        ("TW", None, None),
        ("UBND", None, None),
        ("XPVPHC", None, None),
    ],
)
def test_issuer_behind_a_code(code: str, year: str | None, name: str | None) -> None:
    assert codes.issuer_name(code, year) == name


@pytest.mark.parametrize(
    ("text", "body", "code"),
    [
        ("Bộ trưởng Bộ Y tế Ban hành kế hoạch", "Bộ trưởng Bộ Y tế", "BYT"),
        ("Bộ Lao động - Thương binh và Xã hội quy định", "Bộ Lao động - Thương binh và Xã hội",
         "BLĐTBXH"),
        ("Ban Bí thư Trung ương Đảng khóa XII", "Ban Bí thư Trung ương Đảng", "TW"),
        ("UBND TP.HCM về", "UBND TP.HCM", "UBND"),
        ("UBND xã Tân Lập về việc", "UBND xã Tân Lập", "UBND"),
        ("Sở Y tế Hà Nội đã", "Sở Y tế Hà Nội", "SYT"),
        ("Thành ủy Hà Nội", "Thành ủy Hà Nội", "TU"),
        ("Cục Quản lý Dược, Bộ Y tế", "Cục Quản lý Dược", "QLD"),
        ("cấp trên", None, None),
        ("bệnh viện", None, None),
    ],
)  # fmt: skip
def test_body(text: str, body: str | None, code: str | None) -> None:
    read = read_body(text, text.lower(), 0)
    assert (read and text[read.start : read.end]) == body
    assert (read and read.code) == code


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ngày 24/11/2023", "2023-11-24"),
        ("ngày 24-11-2023", "2023-11-24"),
        ("ngày 09 tháng 9 năm 2025", "2025-09-09"),
        ("tháng 6/2023", "2023-06"),
        ("năm 2017", "2017"),
        ("ngày 18/8", None),
    ],
)
def test_date(text: str, value: str | None) -> None:
    read = read_date(text, 0)
    assert read is not None
    assert (read.end, read.value) == (len(text), value)


def test_no_such_day() -> None:
    assert read_date("ngày 31/2/2024", 0) is None


def test_tables_are_sound() -> None:
    evidence = {"bare", "follow", "so", "named", "coded", "law", "name", "constitution", "standard",
                "never"}  # fmt: skip
    surfaces = [r["surface"] for r in table("decree_types")]
    assert len(surfaces) == len(set(surfaces))
    assert {r["evidence"] for r in table("decree_types")} <= evidence
    used = {c for r in table("decree_types") for c in r["codes"].split()}
    assert used <= set(codes.type_codes())


@pytest.mark.parametrize("law", [r for r in table("laws") if r["type"] == "Luật"],
                         ids=lambda r: r["name"])  # fmt: skip
def test_every_listed_law_is_read_whole(law: dict[str, str]) -> None:
    text = f"Theo Luật {law['name']} thì"
    assert [(r["text"], r["id"]) for r in found(text, decrees)] == [
        (f"Luật {law['name']}", law["canonical"])
    ]


# What an enemy of the reader would write, each repeated.
UNITS = (
    "1", "/", "1/", "1-", "1, ", "nghị quyết 1, ", "nghị quyết của Bộ ", "QĐ", "Luật An ", "1/QĐ-",
    "quyết định ", "1/QĐ-BYT ", "Luật Dược, ", "Nghị quyết 57 và ", "A ", "Hội ", "(số ",
    "điều 1, ",
    "khoản 1 Điều 1 ", "Thông tư 1/2020/TT-BYT sửa đổi ", "của Bộ trưởng ", "Nghị quyết 1 của ",
    "ngày 1/1/2020, ", "|1/2020/QĐ-UB|", "TCVN 1:", "Nghị quyết đại hội ", "12/34/56/78-",
    "Quyết định số 12/QĐ-", "ký Quyết định 5 Nguyễn Văn An ", "Quyết định 12/QĐ-UBND. ",
    "UBND TỈNH LÀO CAI\n12/QĐ-UBND\n", "các văn bản này của\n", "Nghị  quyết  12  ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        article = Article((unit * size)[:size])
        start = time.process_time()
        decrees(article)
        return time.process_time() - start

    seconds(1_000)
    small, large = (min(seconds(size) for _ in range(3)) for size in (10_000, 80_000))
    # eight times the text; a busy machine wavers, a quadratic stage takes sixty-four times
    assert large < 40 * max(small, 0.004)


def test_a_megabyte_of_digits_and_slashes() -> None:
    pieces = ("1", "23/", "/", "-", "2024/", "QĐ-", "TT/", "số ", "Nghị định ", "/BYT", ",", " ")
    text = "".join(pieces[i * i % 97 % len(pieces)] for i in range(420_000))[:1_000_000]
    start = time.process_time()
    decrees(Article(text))
    assert time.process_time() - start < 30


def _running(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ("Nghị quyết", "Quyết định số", "Luật", "các", "Dược", "281", "57-NQ/TW", "/QĐ-TTg",
             "07/2024/TT-BYT", ",", "và", "ngày", "3/4/2024", "của", "Bộ Y tế", "UBND tỉnh",
             "Điều 5", "khoản", "sửa đổi", "\n", ".", "(", ")", "12", "khóa XII", "\u0301",
             "\u200b", "Hiến pháp")
        ),
        max_size=24,
    ).map(" ".join)
)  # fmt: skip
def test_whatever_is_read_stands_in_the_text(text: str) -> None:
    last = 0
    for r in found(text, decrees, published="2025-06-01"):
        at = text.index(r["text"], last)
        last = at + len(r["text"])
        assert r["text"].strip() == r["text"]
        for field in ("number", "title", "pinpoint"):
            assert r[field] is None or _running(r[field]) in _running(text)
        for relation in r["relation"]:
            assert text[relation["start"]].isalnum()
        if r["year"]:
            assert str(r["year"]) in text


def test_view_is_what_the_stage_reads() -> None:
    article = Article(View("Quyết\u00a0định số 281/QÐ–TTg").text)
    decrees(article)
    assert [m.key for m in article.mentions] == ["281/QĐ-TTg"]


@pytest.mark.parametrize("row", table("decree_types"), ids=lambda r: r["surface"])
def test_a_type_word_reads_its_example_and_rejects_its_reject(row: dict[str, str]) -> None:
    if row["example"]:
        assert [c[1] for c in cited(row["example"])] == [row["type"]]
    assert row["reject"]
    assert cited(row["reject"]) == []


def _patterns() -> list[Any]:
    package = importlib.import_module("trich.extract.decrees")
    out = []
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"trich.extract.decrees.{info.name}")
        for name, value in vars(module).items():
            values = [value, *(value if isinstance(value, tuple) else ())]
            flat = [v for x in values for v in (x if isinstance(x, tuple) else (x,))]
            out += [pytest.param(p, id=f"{info.name}.{name}") for p in flat
                    if isinstance(p, Pattern)]  # fmt: skip
    return out


@pytest.mark.parametrize("pattern", _patterns())
def test_a_pattern_finds_its_examples_and_rejects_its_rejects(pattern: Pattern) -> None:
    assert pattern.yes
    use = getattr(pattern, pattern.how)
    assert [y for y in pattern.yes if not use(y)] == []
    assert [n for n in pattern.no if use(n)] == []


@pytest.mark.parametrize(
    "name", ["decree_types", "decree_codes", "issuers", "issuer_aliases", "documents",
             "relation_cues",
             "number_followers"]
)  # fmt: skip
def test_every_row_says_where_it_comes_from(name: str) -> None:
    assert [row for row in table(name) if not row["source"]] == []


@pytest.mark.parametrize(
    ("text", "published", "value", "inferred"),
    [
        ("Chỉ thị số 25-CT/TW ngày 25-10", "2023-11-02", "2023-10-25", 2023),
        ("Chỉ thị số 25-CT/TW ngày 25-10", "2024-01-02", "2023-10-25", 2023),
        ("Chỉ thị số 25-CT/TW ngày 25-10", None, None, None),
        ("Quyết định 281/QĐ-TTg ký hôm qua", "2024-04-06", "2024-04-05", 2024),
        ("Nghị định 116/2018/NĐ-CP ban hành hồi tháng 9", "2018-11-01", "2018-09", 2018),
        ("Chiều qua, UBND tỉnh phát Công điện 31/CĐ-UBND", "2010-10-18", "2010-10-17", 2010),
        ("Nghị định 15/2018/NĐ-CP ngày 2/2/2018", "2024-01-01", "2018-02-02", None),
    ],
)  # fmt: skip
def test_a_date_without_a_year_is_the_last_before_publication(
    text: str, published: str | None, value: str | None, inferred: int | None
) -> None:
    (r,) = found(text, decrees, published=published)
    assert (r["date"], r["inferred_year"]) == (value, inferred)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Thông tư 07/2024/TT-BYT", 2024),
        ("Quyết định 2348/QĐ-TTg năm 2016", 2016),
        ("Nghị định 100", None),
        ("Chỉ thị 25-CT/TW ngày 25/10/2023", 2023),
        ("Luật Dược", None),
        ("Nghị quyết 30 của Quốc hội khóa XV", None),
    ],
)
def test_year_is_what_the_text_says(text: str, year: int | None) -> None:
    assert [r["year"] for r in found(text, decrees)] == [year]


@pytest.mark.parametrize(
    ("text", "published", "successor"),
    [
        ("Thông tư 02/2021/TT-BLĐTBXH", "2025-06-01", "Bộ Nội vụ"),
        ("Thông tư 02/2021/TT-BLĐTBXH", "2024-06-01", None),
        ("Thông tư 02/2021/TT-BLĐTBXH", None, None),
        ("Thông tư 30/2020/TT-BGTVT", "2025-03-15", "Bộ Xây dựng"),
        ("Nghị định 299-HĐBT", "2024-01-01", "Chính phủ"),
        ("Thông tư 07/2024/TT-BYT", "2026-01-01", None),
        ("Thông tư 20/2005/TT-BTS", "2026-01-01", "Bộ Nông nghiệp và Môi trường"),
    ],
)
def test_successor_on_the_day_of_publication(
    text: str, published: str | None, successor: str | None
) -> None:
    (r,) = found(text, decrees, published=published)
    assert r["successor"] == successor


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("Nghị quyết 99/2023/QH15", "/akn/vn/act/nghi-quyet/qh/2023/99-2023-qh15"),
        ("Thông tư 07/2024/TT-BYT", "/akn/vn/act/thong-tu/byt/2024/07-2024-tt-byt"),
        (
            "điểm a khoản 2 Điều 5 Nghị định 117/2020/NĐ-CP",
            "/akn/vn/act/nghi-dinh/cp/2020/117-2020-ndd-cp/vie@~art_5__para_2__point_a",
        ),
        ("2348/QĐ-TTg năm 2016", "/akn/vn/doc/quyet-dinh/ttg/2016/2348-qdd-ttg"),
        ("42-NQ/TW ngày 24/11/2023", "/akn/vn/doc/nghi-quyet/dcsvn-tw/2023-11-24/42-nq-tw"),
        ("Chỉ thị 25-CT/TW", None),
        ("Quyết định 281 của Thủ tướng", None),
        ("Nghị định 100", None),
        ("Luật Dược sửa đổi", None),
        ("Quyết định 812/QĐ-UBND ngày 3/4/2024", None),
        ("Bản án 56/2018/DS-ST", None),
        ("các Điều 22, 26 và 27 của Luật số 51/2024/QH15", "/akn/vn/act/luat/qh/2024/51-2024-qh15"),
    ],
)
def test_akoma_ntoso_name(text: str, iri: str | None) -> None:
    assert [r["iri"] for r in found(text, decrees)] == [iri]


def test_a_date_anywhere_in_the_article_names_every_mention() -> None:
    text = "Chỉ thị 25-CT/TW ngày 25/10/2023 của Ban Bí thư. Thực hiện Chỉ thị 25, ngành y tế họp."
    assert {r["iri"] for r in found(text, decrees)} == {
        "/akn/vn/doc/chi-thi/dcsvn-tw/2023-10-25/25-ct-tw"
    }


def test_a_relation_points_into_the_source() -> None:
    text = "Bô\u0323 Y tê\u0301: Thông tư\u200b 3/2024/TT-BYT thay thế Thông tư 1/2020/TT-BYT"
    (relation,) = found(text, decrees)[0]["relation"]
    assert text[relation["start"] :] == "Thông tư 1/2020/TT-BYT"
    assert relation == {"type": "replaces", "id": "1/2020/TT-BYT", "start": relation["start"]}


def test_a_heading_names_the_issuer_of_the_entries_below() -> None:
    text = (
        "A. NGHỊ QUYẾT CỦA HĐND TỈNH\n\n1 | Nghị quyết 12/2019/NQ-HĐND | 09/7/2019 |\n\n"
        "B. QUYẾT ĐỊNH CỦA UBND TỈNH\n\n1 | Quyết định số 03/2005/QĐ-UBND về phí | 17/01/2005 |"
    )
    assert [(c[4], c[5]) for c in cited(text)] == [
        ("HĐND TỈNH", "2019-07-09"), ("UBND TỈNH", "2005-01-17"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "on", "name"),
    [
        ("BLĐTBXH", date(2025, 2, 28), None),
        ("BLĐTBXH", date(2025, 3, 1), "Bộ Nội vụ"),
        ("BKH", date(2012, 1, 1), "Bộ Kế hoạch và Đầu tư"),
        ("BKH", date(2026, 1, 1), "Bộ Tài chính"),
        ("HĐCP", date(1985, 1, 1), "Hội đồng Bộ trưởng"),
        ("UBND", date(2026, 1, 1), None),
        ("KHÔNGCÓ", date(2026, 1, 1), None),
    ],
)
def test_succession(code: str, on: date, name: str | None) -> None:
    assert codes.successor(code, on) == name


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("theo Nghị định số\n15/2020/NĐ-CP", ["Nghị định số\n15/2020/NĐ-CP"]),
        ("theo Nghị định 15/2020/\nNĐ-CP của Chính phủ", ["Nghị định 15/2020/\nNĐ-CP"]),
        ("theo Nghị định 15/2020/ \r\nNĐ-CP", ["Nghị định 15/2020/ \r\nNĐ-CP"]),
        ("theo  Nghị  định  số  15/2020/NĐ-CP", ["Nghị  định  số  15/2020/NĐ-CP"]),
        (
            "Các cơ sở khám bệnh trong tỉnh thực hiện đúng Luật Khám bệnh,\nchữa bệnh.",
            ["Luật Khám bệnh,\nchữa bệnh"],
        ),
        # headlines under one another
        ("Bộ Y tế ban hành thông tư\n12 tỉnh có dịch", []),
    ],
)
def test_a_line_may_break_inside_a_citation(text: str, spans: list[str]) -> None:
    assert [c[0] for c in cited(text)] == spans


def test_fields_are_read_over_a_soft_line_end() -> None:
    text = (
        "Căn cứ Nghị định số 96/2023/NĐ-CP ngày 30 tháng 12 năm 2023 của\n"
        "Chính phủ; theo đề nghị của Giám đốc Sở Tài chính tại Tờ\n"
        "trình số 160/TTr-STC ngày 30 tháng 12\nnăm 2022."
    )
    assert [c[2:] for c in cited(text)] == [
        ("96/2023/NĐ-CP", "96/2023/NĐ-CP", "Chính phủ", "2023-12-30"),
        ("160/TTr-STC", "160/TTr-STC", "Sở Tài chính", "2022-12-30"),
    ]


_WORDS = st.lists(
    st.sampled_from(["theo", "Nghị", "định", "số", "15/2020/NĐ-CP", "của", "Bộ́", "\n"])
)


@given(_WORDS.map(" ".join))
@settings(deadline=None)
def test_spans_come_back_from_running_text(text: str) -> None:
    for r in found(text, decrees):
        assert r["text"].startswith(("Nghị", "15/2020"))
        assert r["text"].endswith(("15/2020/NĐ-CP", "15/2020"))
