"""Which persons of one name are one person, and the tables of entities."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from trich.entities import TABLES, entities
from trich.link import Post, Unit, mark, numbered, persons
from trich.run import run

MINISTER = ("Bộ trưởng", "bộ y tế", "Bộ Y tế")
SECRETARY = ("Bí thư", "tỉnh ủy bắc ninh", "Tỉnh ủy Bắc Ninh")
HEAD = ("Trạm trưởng", "trạm y tế xã nậm hiên", "Trạm y tế xã Nậm Hiên")
TEACHER = ("Hiệu trưởng", "trường tiểu học an phú", "Trường Tiểu học An Phú")


def unit(article: int, *posts: tuple[str, str | None, str | None], **told: object) -> Unit:
    around = frozenset(mark(b) for b in told.pop("around", ()))  # type: ignore[attr-defined]
    return Unit(article, posts=[Post(*p) for p in posts], around=around, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "units", "who"),
    [
        pytest.param(
            "Đào Hồng Lan", [unit(1, MINISTER), unit(2, MINISTER)], [[1, 2]], id="one body"
        ),
        pytest.param(
            "Đào Hồng Lan", [unit(1, SECRETARY), unit(2, MINISTER)], [[1, 2]], id="a career"
        ),
        pytest.param(
            "Nguyễn Văn Nam", [unit(1, HEAD), unit(2, TEACHER)], [[1], [2]], id="two local posts"
        ),
        pytest.param(
            "Nguyễn Văn Nam",
            [unit(1, HEAD), unit(2, TEACHER), unit(3, HEAD, TEACHER)],
            [[1, 2, 3]],
            id="an article that tells both posts joins them",
        ),
        pytest.param(
            "Lê Minh Khánh",
            [unit(1, MINISTER, gender="female"), unit(2, MINISTER, gender="male")],
            [[1], [2]],
            id="a man and a woman",
        ),
        pytest.param("Đào Hồng Lan", [unit(1, MINISTER), unit(2)], [[1, 2]], id="the only one"),
        pytest.param("Nguyễn Thị H.", [unit(1), unit(2)], [[1], [2]], id="an initial hides"),
        pytest.param(
            "Đinh Công T",
            [unit(1, around=["bệnh viện k"]), unit(2, around=["bệnh viện k"], private=True)],
            [[1], [2]],
            id="a letter hides, in one hospital too",
        ),
        pytest.param("Sùng A Páo", [unit(1), unit(2)], [[1, 2]], id="A is no initial"),
        pytest.param(
            "Trần Văn Hòa", [unit(1, HEAD), unit(2)], [[1], [2]], id="a common name alone"
        ),
        pytest.param(
            "Trần Văn Hòa",
            [unit(1, HEAD), unit(2, around=["trạm y tế xã nậm hiên"])],
            [[1, 2]],
            id="a common name where the article names the body",
        ),
        pytest.param(
            "Trần Văn Hòa",
            [unit(1, HEAD), unit(2, TEACHER), unit(3, around=["trường tiểu học an phú"])],
            [[1], [2, 3]],
            id="of two the one whose body is named",
        ),
        pytest.param("Đỗ Nhật Vy", [unit(1), unit(2)], [[1, 2]], id="a rare name"),
        pytest.param("Nguyễn Thị Hoa", [unit(1), unit(2)], [[1], [2]], id="a common name"),
        pytest.param(
            "Đỗ Nhật Vy",
            [unit(1, private=True), unit(2, private=True), unit(3, MINISTER)],
            [[1], [2], [3]],
            id="patients are not joined by name",
        ),
        pytest.param(
            "Đỗ Nhật Vy",
            [unit(1, private=True, around=["a"]), unit(2, private=True, around=["a", "b"])],
            [[1, 2]],
            id="one case in two articles",
        ),
        pytest.param(
            "Phạm Minh Chính",
            [unit(1, ("Thủ tướng", None, None)), unit(2, ("Thủ tướng", "chính phủ", "Chính phủ"))],
            [[1, 2]],
            id="an office that names its body",
        ),
    ],
)
def test_persons(name: str, units: list[Unit], who: list[list[int]]) -> None:
    assert [sorted(u.article for u in p.units) for p in persons(name, units)] == who


def test_many_of_one_name() -> None:
    """A name in very many articles costs no more than its articles."""
    units = [unit(n, MINISTER) for n in range(20_000)]
    units += [unit(n, ("Trạm trưởng", f"trạm {n}", f"Trạm {n}")) for n in range(20_000, 22_000)]
    found = persons("Nguyễn Văn Nam", units)
    assert len(found) == 2001
    assert len({identity for identity, _ in numbered("nguyễn văn nam", found)}) == 2001


PAGES = {
    "a": ("2023-05-02", "Bộ trưởng Bộ Y tế Đào Hồng Lan làm việc với Sở Y tế Hà Nội. "
          "Tỷ lệ bao phủ bảo hiểm y tế năm 2022 đạt 92%. Căn cứ Nghị định 146/2018/NĐ-CP."),
    "b": ("2024-01-30", "Bà Đào Hồng Lan, Bộ trưởng Bộ Y tế dự. Nghị định số 146/2018/NĐ-CP "
          "nêu rõ. Tỷ lệ bao phủ bảo hiểm y tế năm 2022 đạt 92,1%."),
    "c": ("2024-02-01", "Trạm trưởng Trạm Y tế xã Nậm Hiên Nguyễn Văn Nam cho biết."),
    "d": ("2024-02-02", "Hiệu trưởng Trường Tiểu học An Phú Nguyễn Văn Nam cho biết."),
}  # fmt: skip


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    rows = [{"id": k, "text": t, "published": p} for k, (p, t) in PAGES.items()]
    (folder / "pages.jsonl").write_text("\n".join(json.dumps(r) for r in rows), "utf-8")
    run([str(folder / "pages.jsonl")], folder / "out")
    entities(folder / "out")
    return folder / "out" / "entities"


def rows(out: Path, name: str) -> list[dict[str, str]]:
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


@pytest.mark.parametrize("name", TABLES)
def test_columns(out: Path, name: str) -> None:
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as f:
        assert next(csv.reader(f)) == [field.name for field in TABLES[name]]


def test_persons_table(out: Path) -> None:
    found = {r["person"]: r for r in rows(out, "persons")}
    lan = found["đào hồng lan"]
    assert lan["name"] == "Đào Hồng Lan"
    assert (lan["articles"], lan["first_seen"], lan["last_seen"]) == (
        "2", "2023-05-02", "2024-01-30",
    )  # fmt: skip
    assert [p["organization"] for p in json.loads(lan["positions"])] == ["Bộ Y tế"]
    assert {"nguyễn văn nam", "nguyễn văn nam#2"} < set(found)
    links = {(r["article"], r["key"]): r["person"] for r in rows(out, "links")}
    assert links["c", "nguyễn văn nam"] != links["d", "nguyễn văn nam"]
    assert links["a", "đào hồng lan"] == links["b", "đào hồng lan"]


def test_other_tables(out: Path) -> None:
    bodies = {r["organization"]: r for r in rows(out, "organizations")}
    assert bodies["bộ y tế"]["articles"] == "2"
    (decree,) = rows(out, "decrees")
    assert (decree["decree"], decree["mentions"]) == ("146/2018/NĐ-CP", "2")
    assert [r["article"] for r in rows(out, "citations")] == ["a", "b"]
    figures = [r for r in rows(out, "indicators") if r["unit"] == "%"]
    assert [r["value"] for r in figures] == ["92", "92.1"]
    assert {r["conflict"] for r in figures} == {"true"}


def test_no_store_is_left(out: Path) -> None:
    assert {p.suffix for p in out.iterdir()} == {".csv"}
