"""Three hundred damaged inputs: each is read or refused with a reason, and no run breaks."""

from __future__ import annotations

import gzip
import io
import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import formats
import pyarrow as pa
import pytest
import zstandard
from pyarrow import parquet
from test_read_documents import LAUGHS
from test_read_encodings import TEXT, encode
from test_read_html import LIFERAY

MEMORY = 1 << 30  # bytes


def _parquet() -> bytes:
    out = io.BytesIO()
    parquet.write_table(pa.table({"id": [1, 2], "text": [TEXT, TEXT]}), out)
    return out.getvalue()


ROW = json.dumps({"id": "a", "text": TEXT, "published": "30/01/2024"}, ensure_ascii=False)
WHOLE: dict[str, bytes] = {
    "txt": TEXT.encode() * 3,
    "utf16.txt": TEXT.encode("utf-16"),
    "tcvn3.txt": encode(TEXT, "tcvn3") * 2,
    "html": LIFERAY.encode(),
    "pdf": formats.pdf([formats.column(TEXT)] * 2, {"Title": "Bộ Y tế họp"}),
    "docx": formats.docx(formats.paragraph(TEXT), formats.grid([["a", "b"], ["1", "2"]])),
    "jsonl": f"{ROW}\n{ROW}\n".encode(),
    "json": f"[{ROW},\n{ROW}]".encode(),
    "csv": f'id,text,published\n1,"{TEXT}",30/01/2024\n2,x,\n'.encode(),
    "parquet": _parquet(),
    "zip": formats.zipped({"a.txt": TEXT.encode(), "b.jsonl": ROW.encode()}),
    "txt.gz": gzip.compress(TEXT.encode() * 9),
    "jsonl.zst": zstandard.ZstdCompressor().compress(f"{ROW}\n{ROW}".encode()),
    "warc": formats.warc([("http://x/1", "200 OK\r\nContent-Type: text/html", LIFERAY.encode())]),
}


def _one_by_one() -> dict[str, bytes]:
    """What is damaged in a way of its own."""
    nested = TEXT.encode()
    for n in range(6):
        nested = formats.zipped({f"{n}.zip" if n else "a.txt": nested})
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as z:
        with z.open("word/document.xml", "w") as f:
            f.write(b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/"
                    b"2006/main'><w:p><w:r><w:t>")  # fmt: skip
            for _ in range(300):
                f.write(b" " * (1 << 20))
        z.writestr("a.txt", bytes(90 << 20))
    rows = [ROW, "{", "[1]", "null", "", '"x"', '{"text": 5}', '{"text": "\\ud800"}',
            '{"text": "a\\u0000b"}', '{"text": "x", "published": "31/02/2024"}',
            '{"text": "x", "id": {"a": [1]}}', "[" * 100_000, ROW]  # fmt: skip
    return {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "bom8.txt": b"\xef\xbb\xbf",
        "bom16.txt": b"\xff\xfe",
        "bom16be.csv": b"\xfe\xff",
        "bom32.jsonl": b"\xff\xfe\0\0",
        "two-boms.txt": b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT.encode(),
        "nul.txt": TEXT.encode().replace(b" ", b"\0"),
        "nuls.csv": b"id,text\n1,a\0b\n2,c\n",
        "paragraph.txt": (TEXT.replace("\n", " ") * (3_000_000 // len(TEXT))).encode(),
        "line.jsonl": b'{"text": "' + b"x" * (40 << 20),
        "line.csv": b'id,text\n1,"' + b"x" * (40 << 20),
        "line.json": b'[{"text": "' + b"x" * (40 << 20),
        "large.txt": b"a b\n" * (9 << 20),
        "ragged.csv": b"id,text\n1\n1,2,3\n,,,,\n\n\"a\",\"b\n",
        "no-text.csv": b"a,b\n1,2\n",
        "header.csv": b"id,text",
        "quotes.csv": b'id,text\n1,"a" b\n2,c\n',
        "rows.jsonl": "\n".join(rows).encode(),
        "deep.json": b"[" * 100_000,
        "deeper.json": b'[{"text": ' + b'{"a":' * 100_000,
        "nested.zip": nested,
        "nested.gz": gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"a")))),
        "bomb.zip": formats.zipped({"a.txt": bytes(90 << 20)}),
        "bomb.gz": gzip.compress(bytes(90 << 20)),
        "bomb.zst": zstandard.ZstdCompressor().compress(bytes(90 << 20)),
        "bomb.docx": bomb.getvalue(),
        "laughs.docx": formats.docx(formats.paragraph("&j;"), head=LAUGHS),
        "empty.docx": formats.docx(),
        "none.docx": formats.zipped({"word/document.xml": b""}),
        "cut.docx": formats.docx("<w:p><w:tbl><w:tr><w:tc>"),
        "loose.docx": formats.docx("</w:p>"),
        "tables.docx": formats.docx("<w:tbl><w:tr><w:tc>" * 3000, "</w:tc></w:tr></w:tbl>" * 3000),
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
        "secret.pdf": WHOLE["pdf"].replace(
            b"trailer<<", b"trailer<</Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00>"
            b"<00>]" % (b"ab" * 32, b"cd" * 32)
        ),
        "scan.pdf": formats.pdf([[], []]),
        "loop.pdf": WHOLE["pdf"].replace(b"/Parent", b"/Kids[4 0 R 4 0 R]/Parent"),
        "deep.html": b"<div>" * 100_000,
        "tags.html": b"<p><b>" * 4000 + TEXT.encode(),
        "attribute.html": b"<html><body a='" + b"x" * (1 << 20),
        "script.html": b"<html><script>" + TEXT.encode() * 50,
        "not.warc": b"WARC/1.0\r\n\r\n",
        "length.warc": b"WARC/1.0\r\nContent-Length: 99999999999\r\nWARC-Type: response\r\n\r\nx",
        "word.warc": b"WARC/1.0\r\nContent-Length: x\r\n\r\n",
        "not.parquet": b"PAR1" + bytes(100) + b"PAR1",
    }  # fmt: skip


def damaged() -> dict[str, bytes]:
    """Damaged files by name; the same at each call."""
    chance = random.Random(4)
    out = _one_by_one()
    for name, data in WHOLE.items():
        for part in (0.02, 0.3, 0.7, 0.98):
            out[f"cut-{part}.{name}"] = data[: int(len(data) * part)]
        for n in range(4):
            hurt = bytearray(data)
            for _ in range(1 + len(data) // (20 if n > 1 else 500)):
                hurt[chance.randrange(len(hurt))] = chance.randrange(256)
            out[f"hurt-{n}.{name}"] = bytes(hurt)
        out[f"nuls.{name}"] = data[: len(data) // 2] + bytes(50) + data[len(data) // 2 :]
        out[f"twice.{name}"] = data + data
        for other in ("txt", "html", "pdf", "docx", "jsonl", "csv", "parquet", "zip"):
            if not name.endswith(other):
                out[f"as-{name.replace('.', '-')}.{other}"] = data
        out[f"noise.{name}"] = chance.randbytes(3000)
        out[f"noise-behind.{name}"] = data[:8] + chance.randbytes(3000)
    return out


@pytest.fixture(scope="module")
def run_of_all(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, int, str]:
    folder = tmp_path_factory.mktemp("damaged")
    for name, data in damaged().items():
        (folder / "in" / name).parent.mkdir(exist_ok=True)
        (folder / "in" / name).write_bytes(data)
    script = (
        "import resource, sys; from trich.cli import main; status = main(sys.argv[1:]); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "extract", str(folder / "in"), "--out", str(folder / "out"),
         "--engine", "serial"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    unit = 1 if sys.platform == "darwin" else 1024
    peak = int(done.stdout.split()[-1]) * unit if done.stdout.split() else 0
    return folder, done.returncode, peak, done.stderr


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_each_is_read_or_refused(run_of_all: tuple[Path, int, int, str]) -> None:
    folder, status, _, errors = run_of_all
    assert status == 1, errors
    articles, rejects = (rows(folder / "out" / f"{n}.jsonl") for n in ("articles", "rejects"))
    names = set(damaged())
    assert len(names) >= 300
    told = {Path(r["source"].split("!")[0]).name for r in [*articles, *rejects]}
    # the articles of a crawl are told by their addresses; a table of no rows has none to tell
    assert {n for n in names - told if "warc" not in n} <= {
        "bom16be.csv", "bom32.jsonl", "header.csv",
    }  # fmt: skip
    assert all(r["reason"] and not r["reason"].startswith("internal") for r in rejects)
    unforeseen = [r for r in rejects if r["reason"].startswith("cannot be read")]
    assert unforeseen == []


def test_memory_stays_within_bounds(run_of_all: tuple[Path, int, int, str]) -> None:
    assert 0 < run_of_all[2] < MEMORY


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("bomb.zip", "more than 32 MB in one article"),
        ("bomb.docx", "more than 32 million characters"),
        ("laughs.docx", "a bomb"),
        ("nested.zip", "more than 3 archives"),
        ("secret.pdf", "encrypted"),
        ("scan.pdf", "OCR"),
        ("old.doc", "save it as .docx"),
        ("large.txt", "more than 32 MB in one article"),
        ("line.jsonl", "a line of more than 32 million characters"),
        ("nul.txt", "a NUL at character 4"),
        ("no-text.csv", "--map text=COLUMN"),
    ],
)
def test_reasons(run_of_all: tuple[Path, int, int, str], name: str, says: str) -> None:
    rejects = rows(run_of_all[0] / "out" / "rejects.jsonl")
    reasons = [r["reason"] for r in rejects if Path(r["source"].split("!")[0]).name == name]
    assert any(says in reason for reason in reasons), reasons
