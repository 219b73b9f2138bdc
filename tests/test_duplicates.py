"""Near-duplicates: marked whatever furniture stands around, told apart by their numbers."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tracemalloc

import pytest

from trich import annotate
from trich.duplicates import Duplicates, sketch

WORDS = """
    sở y tế tỉnh tổ chức hội nghị công tác dân số phòng chống dịch bệnh người dân xã huyện trạm
    bác sĩ thuốc tiêm vắc xin trẻ em đại biểu kiểm tra chỉ đạo đơn vị nhiệm vụ năm tháng quý kế
    hoạch đề án bảo hiểm khám chữa cơ sở mạng lưới cán bộ đào tạo chuyên môn kỹ thuật nguồn lực
"""
SYLLABLES = WORDS.split()


def prose(seed: int, words: int = 240) -> str:
    """Paragraphs that no other seed gives."""
    rng = random.Random(seed)
    said = [rng.choice(SYLLABLES) for _ in range(words)]
    cut = [said[i : i + 40] for i in range(0, words, 40)]
    return "\n".join(" ".join(part).capitalize() + "." for part in cut)


def page(body: str, title: str = "Sở Y tế giao ban công tác quý một", more: str = "") -> str:
    return f"{title}\n05/03/2024 | 08:05\n{body}\n{more}"


def marks(*pages: str) -> list[str | None]:
    seen = Duplicates()
    found = [seen.first_like(str(n), sketch(annotate(text))) for n, text in enumerate(pages)]
    seen.close()
    return found


SIDEBAR = "Tin liên quan\nBộ tiếp đoàn khách Lào tại trụ sở\nKhai trương khu khám bệnh mới ở Sơn La"


def test_other_furniture() -> None:
    bare = page(prose(1))
    dressed = f"Trang chủ | Tin tức\n{page(prose(1), more=SIDEBAR)}\nThăm dò ý kiến"
    assert marks(bare, page(prose(2)), dressed) == [None, None, "0"]


def test_the_first_is_named() -> None:
    assert marks(*[page(prose(3))] * 3) == [None, "0", "0"]


def test_a_few_words_changed() -> None:
    body = prose(4)
    changed = body.replace(body.split()[50], "bệnh viện", 1)
    assert marks(page(body), page(changed)) == [None, "0"]


def test_half_of_it_changed() -> None:
    first, other = prose(5).split("\n"), prose(6).split("\n")
    assert marks(page("\n".join(first)), page("\n".join(first[:3] + other[3:]))) == [None, None]


def test_bulletins_of_two_days() -> None:
    """One template, other numbers: two articles."""

    def bulletin(day: int, cases: int) -> str:
        return page(
            f"{prose(7)}\nNgày {day}/3, cả tỉnh có {cases} ca mắc mới, {cases * 3} ca đã khỏi."
        )

    assert marks(bulletin(5, 120), bulletin(6, 98)) == [None, None]
    assert marks(bulletin(5, 120), bulletin(5, 120)) == [None, "0"]


@pytest.mark.parametrize("text", ["", "Bộ Y tế họp", "Tin liên quan\nBộ tiếp khách"])
def test_next_to_nothing_repeats_nothing(text: str) -> None:
    assert marks(text, text) == [None, None]


def test_another_form_of_the_letters() -> None:
    import unicodedata

    text = page(prose(8))
    assert marks(text, unicodedata.normalize("NFD", text).replace("\n", "\r\n")) == [None, "0"]


def test_hashes_are_the_same_in_every_process() -> None:
    text = "Bộ Y tế họp báo\\n30/01/2024\\nSáng nay, Bộ họp bàn 12 việc lớn."
    code = (
        "from trich import annotate; from trich.duplicates import sketch;"
        f"print(sketch(annotate('{text}')))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("0", "1")
    }  # fmt: skip
    assert len(said) == 1


def test_memory_stays_flat() -> None:
    rng = random.Random(0)
    seen = Duplicates()

    def remember(n: int) -> None:
        for i in range(n):
            seen.first_like(str(i), (sorted(rng.getrandbits(62) for _ in range(64)), [1]))

    remember(200)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    remember(2000)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    seen.close()
    assert grown < 200_000  # bytes; the sketches alone are a million
