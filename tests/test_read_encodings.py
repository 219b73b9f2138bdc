"""Encodings: every Vietnamese letter there and back, told apart by what a text says."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import ftfy.bad_codecs  # noqa: F401 (registers sloppy-windows-1252)
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_read import one, refused

from trich.lexicon import table
from trich.read import encodings, legacy
from trich.read.encodings import Undecodable, decode
from trich.read.repair import capitals, repair

LETTERS = [row["letter"] for row in table("encodings")]
BYTES = {
    name: {row["letter"]: bytes.fromhex(row[column]) for row in table("encodings")}
    for name, column in (
        ("tcvn3", "tcvn3"), ("tcvn5712", "tcvn3"), ("vni", "vni"), ("viscii", "viscii"),
    )
}  # fmt: skip
SMALL = [c for c in LETTERS if BYTES["tcvn3"][c][0] >= 0xA0]
TONES = "\u0300\u0301\u0303\u0309\u0323"
TEXT = (
    "Sáng 30/01/2024, tại Hà Nội, Bộ Y tế triển khai Chỉ thị số 25-CT/TW của Ban Bí thư.\n"
    "Đến nay, 93,2% dân số tham gia bảo hiểm; “nhiều người” được khám, chữa bệnh.\n"
)


def encode(text: str, name: str) -> bytes:
    if name == "cp1258":
        return b"".join(map(_windows, text))
    return b"".join(BYTES[name].get(c) or c.encode("cp1252") for c in text)


def _windows(letter: str) -> bytes:
    """A letter in Windows-1258: the base with its shape, then the tone."""
    apart = unicodedata.normalize("NFD", letter)
    tone = "".join(c for c in apart if c in TONES)
    base = unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))
    return (base + tone).encode("cp1258")


def test_the_table_has_all_letters() -> None:
    shapes = "aăâeêioôơuưy"
    tones = ["", *TONES]
    toned = {unicodedata.normalize("NFC", s + t) for s in shapes for t in tones}
    small = {c for c in toned if not c.isascii()} | {"đ"}
    assert set(LETTERS) == small | {c.upper() for c in small}
    assert len(LETTERS) == len(set(LETTERS)) == 134


@pytest.mark.parametrize("name", ["tcvn3", "tcvn5712", "vni", "viscii", "cp1258"])
def test_every_letter_goes_round(name: str) -> None:
    letters = SMALL if name == "tcvn3" else LETTERS
    text = " ".join(letters) + " Aa. Ee! 0-9"
    decoded = legacy.decode(encode(text, name), name)
    assert unicodedata.normalize("NFC", decoded) == text


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_goes_round(name: str) -> None:
    text = TEXT + " ".join(LETTERS)
    decoded = decode(text.encode(name))
    assert decoded.text == text
    assert decoded.encoding == name.removesuffix("-sig")


@pytest.mark.skipif(not shutil.which("iconv"), reason="no iconv")
@pytest.mark.parametrize(("name", "theirs"), [("tcvn5712", "TCVN"), ("viscii", "VISCII")])
def test_the_tables_are_those_of_glibc(name: str, theirs: str) -> None:
    for letter in LETTERS:
        done = subprocess.run(
            ["iconv", "-f", theirs, "-t", "UTF-8"],
            input=BYTES[name][letter], capture_output=True, check=True,
        )  # fmt: skip
        assert unicodedata.normalize("NFC", done.stdout.decode()) == letter


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii", "cp1258"])
@pytest.mark.parametrize("text", [TEXT, TEXT.split("\n")[1], "Bộ Y tế họp về tiêm chủng"])
def test_the_encoding_is_told_by_content(tmp_path: Path, name: str, text: str) -> None:
    if name == "viscii":
        text = text.replace("“", '"').replace("”", '"')
    source = one(tmp_path / "a.txt", encode(text, name))
    assert source.encoding == name
    assert unicodedata.normalize("NFC", source.text) == text
    assert source.repairs == ()


WORDS = [
    *TEXT.replace("“", "").replace("”", "").split(),
    *re.findall(r"\S+", "BỘ TRƯỞNG Nguyễn Thị Hồng phát biểu; ủy ban nhân dân tỉnh Thừa Thiên"),
    *re.findall(r"\S+", "những người bệnh ở cơ sở y tế, thuốc, vắc xin, đường, kỹ thuật, được"),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=12, max_size=40), st.sampled_from(sorted(BYTES)))
def test_words_in_any_order(words: list[str], name: str) -> None:
    text = " ".join(words)
    if name == "tcvn3":
        text = "".join(c if c in SMALL or c.isascii() else c.lower() for c in text)
    try:
        decoded = decode(encode(text, name))
    except Undecodable:  # too little in it to be sure
        return
    assert decoded.text.lower() == text.lower()


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except Undecodable as e:
        text = f"{e.line}: {e.reason}"
    assert not any("\ud800" <= c <= "\udfff" for c in text)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_all_utf8_comes_back(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        ("Bộ\nY t".encode() + b"\xff\xfe\n", 2, "not utf-8 at byte 8 (0xff)"),
        (TEXT.encode() + b"\xe9\xe9 " + TEXT.encode(), 3, "(0xe9)"),
        (b"\xef\xbb\xbfa\xff", 1, "not utf-8 at byte 4 (0xff)"),
        ("\ufeffBộ".encode("utf-16-le")[:-2] + b"\x00\xd8\x41\x00", 1, "not utf-16 at byte"),
        (b"Ph\xe9", 1, "no other encoding of Vietnamese fits"),
        ("été à l'école, où ça".encode("latin-1"), 1, "not utf-8"),
        (b"abc\n\0\0def" * 3, 2, "a NUL at character 4"),
        (bytes(range(128, 256)) * 4, 1, "not utf-8"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(
    tmp_path: Path, data: bytes, line: int, says: str
) -> None:
    reject = refused(tmp_path / "a.txt", data)
    assert reject.line == line
    assert says in reject.reason


def test_a_letter_cut_at_the_end(tmp_path: Path) -> None:
    data = (TEXT + "Bộ Y tế").encode()
    source = one(tmp_path / "a.txt", data[:-1])
    assert source.text == TEXT + "Bộ Y t"
    assert source.repairs == ("cut: 2 bytes of an unfinished letter at the end left out",)


def test_an_english_page_with_curly_quotes(tmp_path: Path) -> None:
    text = "WHO said “more tests” – now…"
    source = one(tmp_path / "a.txt", text.encode("cp1252"))
    assert (source.text, source.encoding) == (text, "cp1252")


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("wrongly", ["latin-1", "sloppy-windows-1252"])
def test_utf8_read_wrongly_is_mended(tmp_path: Path, times: int, wrongly: str) -> None:
    text = TEXT
    for _ in range(times):
        text = text.encode().decode(wrongly)
    source = one(tmp_path / "a.txt", "Bộ Y tế\n" + text)
    assert source.text == "Bộ Y tế\n" + TEXT
    assert source.repairs == ("utf-8 read as windows-1252, in 2 of 4 lines",)


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
def test_font_encodings_read_wrongly_are_mended(tmp_path: Path, name: str) -> None:
    source = one(tmp_path / "a.txt", encode(TEXT, name).decode("cp1252"))
    assert source.text == TEXT
    assert source.encoding == "utf-8"
    assert source.repairs == (f"{name} read as windows-1252, in 2 of 3 lines",)


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng nói: «giá thuốc giảm», 'không' quá… “ạ”",
        "Ông Đào Hữu Ã và bà ÁI",
        "Hội nghị COVID‑19 tại São Paulo, Đà Nẵng – Nghệ An",
        "Crédit Agricole à Paris, Noël, Nestlé",
        "Bé y tá khám cho bé",
        "Tiếng Trung: 越南卫生部; tiếng Nga: Вьетнам",
        "UBND tỉnh Hà Ở họp",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair(text) == (text, ())


@settings(deadline=None)
@given(st.text())
def test_repair_never_raises_and_keeps_lines(text: str) -> None:
    mended, repairs = repair(text)
    assert mended.count("\n") == text.count("\n")
    assert repairs or mended == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("CộNG HòA Xã HộI CHủ NGHĩA VIệT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("HộI NGHị Bộ Y Tế\nBộ Y tế họp", "HỘI NGHỊ BỘ Y TẾ\nBộ Y tế họp"),
        ("Bộ Y tế và UBND tỉnh", "Bộ Y tế và UBND tỉnh"),
        ("TP Hồ Chí Minh, Lê Vũ", "TP Hồ Chí Minh, Lê Vũ"),
        ("theo Nghị định Số 5/NĐ-CP", "theo Nghị định Số 5/NĐ-CP"),
    ],
)
def test_capitals_of_old_fonts(text: str, meant: str) -> None:
    assert capitals(text, []) == meant


def test_lines_are_streamed_and_cut_at_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    from io import BytesIO

    monkeypatch.setattr(encodings, "LONGEST", 1 << 18)
    monkeypatch.setattr(encodings, "_SAMPLE", 1 << 10)
    long = "ệ" * (1 << 20)
    for name in ("utf-8", "utf-16"):
        encoding, lines = encodings.lines(BytesIO(f"một\n{long}\nba\nbốn".encode(name)))
        first, cut, *rest = lines
        assert (encoding, first, rest) == (name, "một\n", ["ba\n", "bốn"])
        assert len(cut) == (1 << 18) + 1
        assert encodings.broken(cut) == "a line of more than 0 million characters"
