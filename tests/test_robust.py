"""No text makes a stage raise: an article that does is lost whole."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

import trich
from trich.extract.organizations import vocabulary

ARTICLES = Path(__file__).parents[1] / "corpus" / "articles"
JOINTS = (
    " ", " ", " ", ", ", ", ", " - ", "\n", "\n\n", " (", ") ", ". ", "/", ": ", " – ", "", "-",
    '"', "”", "“", " và ", "; ", "...", "  ", "\t", " | ", "* ", "’", ".", "&",
)  # fmt: skip


@pytest.fixture(autouse=True)
def reading_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are read ahead by the handful: by ones, none is looked at before it is read."""
    monkeypatch.setattr(vocabulary, "_AT_ONCE", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Khách thăm Nhà máy gỗ An Trạch MAI QUYÊN",  # a credit glued to a firm's name
        "Tin, ảnh Công ty Thủy sản Minh Đăng KIỀU OANH",
        # words passed over behind a post
        "Thị trưởng New York | -\nThị trưởng Eric Bolton phát biểu.\n  Eric Bolton | ",
        "Facebook " * 12,  # more words passed over than a name has
    ],
)
def test_seams(text: str) -> None:
    trich.annotate(text)


@pytest.mark.parametrize("seed", range(4))
def test_pieces_of_articles_in_any_order(seed: int) -> None:
    chance = random.Random(seed)
    lines = [
        line.split(" ")
        for path in sorted(ARTICLES.glob("*.txt"))
        for line in path.read_bytes().decode("utf-8-sig").splitlines()
        if len(line) > 8
    ]
    for _ in range(800):
        text = ""
        for _ in range(chance.randint(1, 6)):
            words = chance.choice(lines)
            at = chance.randrange(len(words))
            piece = " ".join(words[at : at + chance.randint(1, 10)])
            how = chance.choice((str, str, str, str.upper, str.title, str.lower))
            text += how(piece) + chance.choice(JOINTS)
        try:
            trich.annotate(text)
        except Exception as e:
            raise AssertionError(f"{text!r} raises {e!r}") from e


@pytest.mark.parametrize(
    "piece",
    [
        'vui18/11/2017"',  # stamps glued to words
        "VỀ ",  # one line of capitals
        "TRƯỜNG MỞ HÔM QUA ",  # and one in which anything may be a surname
        "2021 Ngọc Hà vẫn. ",  # a short form whose owner never comes
        "Và ĐàO TạO (",
        "ẢNH: MAI QUYÊN và ",
        "GreenLeaf bay. Ảnh:\nÁi Lam, ",  # one brand again and again
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    def cost(length: int) -> float:
        began = time.process_time()
        trich.annotate(piece * (length // len(piece)))
        return time.process_time() - began

    cost(1_000)
    assert min(cost(40_000), cost(40_000)) < 8 * cost(10_000) + 0.2
