"""Word documents (.docx): paragraphs and tables as lines, in the order of the document.

The file is a zip archive of XML, read here as a stream.  Documents typed in the fonts from
before Unicode (.VnTime, VNI-Times) hold other letters than they show; the fonts tell which.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import IO
from xml.parsers import expat

from trich.article import BlockKind
from trich.read import legacy
from trich.read.blocks import Line, assemble, rows_as_lines
from trich.read.source import LARGEST, File, Source, Unreadable
from trich.read.titles import sensible

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PART = 256 << 20  # bytes of XML in one part
_KINDS: dict[str, BlockKind] = {"title": "title", "caption": "caption"}
# What is not there for the reader: moved away, or an older program's copy of what stands before.
_PASSED = frozenset({"w:moveFrom", "Fallback", "w:del"})


def read(file: File) -> Iterator[Source]:
    """The text of a Word document."""
    with file.seekable() as f:
        try:
            archive = zipfile.ZipFile(f)
            names = archive.NameToInfo
            styles = _Styles()
            if "word/styles.xml" in names:
                _parse(archive, "word/styles.xml", styles)
            body = _Body(styles)
            _parse(archive, "word/document.xml", body)
            for part in ("word/footnotes.xml", "word/endnotes.xml"):
                if part in names:
                    _parse(archive, part, body)
            core = _Core()
            if "docProps/core.xml" in names:
                _parse(archive, "docProps/core.xml", core)
        except expat.ExpatError as e:
            raise Unreadable(f"a damaged Word document: {e}") from e
        except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError) as e:
            raise Unreadable(f"a damaged Word document: {e}") from e
        except RuntimeError as e:  # zipfile's word for a password
            raise Unreadable(f"encrypted: {e}") from e
    made = assemble(_titled(body))
    if not made.text:
        raise Unreadable("a document without text")
    fonts = tuple(f"letters of {name} fonts read as what they show" for name in sorted(body.fonts))
    yield Source(
        file.id, file.source, made.text,
        title_else=sensible(core.title), repairs=(*fonts, *made.repairs), known=made.known,
    )  # fmt: skip


class _Handler:
    """What to do at the tags of a part; `w:` stands for the word-processing namespace."""

    def start(self, tag: str, attributes: dict[str, str]) -> None: ...
    def end(self, tag: str) -> None: ...
    def text(self, data: str) -> None: ...


def _parse(archive: zipfile.ZipFile, part: str, handler: _Handler) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def name(tag: str) -> str:
        space, _, local = tag.rpartition(" ")
        return f"w:{local}" if space in (_WORD, _STRICT) else local

    def start(tag: str, attributes: dict[str, str]) -> None:
        handler.start(name(tag), {k.rpartition(" ")[2]: v for k, v in attributes.items()})

    def doctype(*_: object) -> None:
        raise Unreadable("a Word document with a document type, which can hide a bomb: not read")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda tag: handler.end(name(tag))
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = doctype
    with archive.open(part) as f:
        for block in _blocks(f):
            parser.Parse(block, False)
    parser.Parse(b"", True)


def _blocks(f: IO[bytes]) -> Iterator[bytes]:
    left = _PART
    while block := f.read(1 << 16):
        left -= len(block)
        if left < 0:
            raise Unreadable(f"a Word document whose text is more than {_PART >> 20} MB of XML")
        yield block


class _Core(_Handler):
    """The title among the document's properties."""

    def __init__(self) -> None:
        self.title = ""
        self._inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._inside = tag == "title"

    def end(self, tag: str) -> None:
        self._inside = False

    def text(self, data: str) -> None:
        if self._inside:
            self.title += data


class _Styles(_Handler):
    """The name and the font of each style; that of None is the document's own."""

    def __init__(self) -> None:
        self.names: dict[str | None, str] = {}
        self._fonts: dict[str | None, str] = {}
        self._based: dict[str | None, str] = {}
        self._style: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        if tag == "w:style":
            self._style = attributes.get("styleId", "")
            if attributes.get("default") == "1" and attributes.get("type") == "paragraph":
                self._based[None] = self._style
        elif tag == "w:name":
            self.names[self._style] = value.lower()
        elif tag == "w:basedOn":
            self._based[self._style] = value
        elif tag == "w:rFonts" and (font := attributes.get("ascii")):
            self._fonts[self._style] = font

    def font(self, *styles: str | None) -> str:
        """The font of the first of these styles that has one, or of those it is based on."""
        for style in (*filter(None, styles), None):
            seen: set[str | None] = set()
            while style not in seen:
                if style in self._fonts:
                    return self._fonts[style]
                seen.add(style)
                style = self._based.get(style, style)
        return ""


@dataclass(slots=True)
class _Paragraph:
    style: str | None = None
    runs: list[tuple[str, bool, str]] = field(default_factory=list)  # encoding, capitals, text


class _Body(_Handler):
    """The lines of a document."""

    def __init__(self, styles: _Styles) -> None:
        self.lines: list[Line] = []
        self.headings: list[list[Line]] = []  # of the first level
        self.fonts: set[str] = set()
        self._styles = styles
        self._open: list[_Paragraph] = []  # text boxes hold paragraphs inside paragraphs
        self._tables: list[list[list[list[str]]]] = []  # rows of cells of paragraphs
        self._passing = 0
        self._size = 0
        self._font: str | None = None
        self._style: str | None = None
        self._how: tuple[str, bool] | None = None
        self._reading = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._passing or tag in _PASSED:
            self._passing += 1
            return
        if tag == "w:p":
            self._open.append(_Paragraph())
        elif tag == "w:tbl":
            self._tables.append([])
        elif tag == "w:tr" and self._tables:
            self._tables[-1].append([])
        elif tag == "w:tc" and self._tables and self._tables[-1]:
            self._tables[-1][-1].append([])
        elif self._open:
            self._inside(tag, attributes)

    def _inside(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "w:r":
            self._font = self._style = self._how = None
        elif tag == "w:rFonts":
            self._font = attributes.get("ascii") or self._font
        elif tag == "w:rStyle":
            self._style = attributes.get("val")
        elif tag == "w:pStyle":
            self._open[-1].style = attributes.get("val")
        elif tag == "w:t":
            self._reading = True
        elif tag in _SIGNS:
            self._open[-1].runs.append(("", False, _SIGNS[tag]))

    def text(self, data: str) -> None:
        if not self._reading or not self._open:
            return
        self._size += len(data)
        if self._size > LARGEST:
            raise Unreadable(f"more than {LARGEST >> 20} million characters in one article")
        if self._how is None:
            self._how = _encoding(
                self._font or self._styles.font(self._style, self._open[-1].style)
            )
        self._open[-1].runs.append((*self._how, data))

    def end(self, tag: str) -> None:
        if self._passing:
            self._passing -= 1
        elif tag == "w:t":
            self._reading = False
        elif tag == "w:p" and self._open:
            self._close(self._open.pop())
        elif tag == "w:tbl" and self._tables:
            rows = self._tables.pop()
            self._put(rows_as_lines(rows))

    def _close(self, paragraph: _Paragraph) -> None:
        text = "".join(map(self._shown, _joined(paragraph.runs)))
        style = self._styles.names.get(paragraph.style, "")
        lines = [Line(line, _KINDS.get(style)) for line in text.split("\n") if line.strip()]
        if style == "heading 1":
            self.headings.append(lines)
        self._put(lines)

    def _put(self, lines: list[Line]) -> None:
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._tables[-1][-1][-1] += [line.text for line in lines]
        else:
            self.lines += lines

    def _shown(self, run: tuple[str, bool, str]) -> str:
        encoding, capitals, text = run
        if encoding and (data := legacy.as_bytes(text)) is not None:
            shown = legacy.decode(data, encoding)
            if shown != text:
                self.fonts.add(encoding)
                text = shown
        return text.upper() if capitals else text


def _titled(body: _Body) -> list[Line]:
    """The lines; where none has the style of titles, the only heading of the first level does.

    Several are sections; so is one that is numbered.
    """
    if len(body.headings) != 1 or any(line.kind == "title" for line in body.lines):
        return body.lines
    heading = body.headings[0]
    if not heading or _NUMBERED.match(heading[0].text):
        return body.lines
    return [
        replace(line, kind="title") if any(line is part for part in heading) else line
        for line in body.lines
    ]


_NUMBERED = re.compile(
    r"\s*(?:[IVX]{1,5}|\d{1,2}|[A-Z])\s?[.)]|\s*(?:phần|chương|mục)\s", re.IGNORECASE
)
_SIGNS = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


def _encoding(font: str) -> tuple[str, bool]:
    """The encoding that a font shows, if it is not Unicode, and whether it shows capitals.

    >>> _encoding(".VnTimeH"), _encoding("VNI-Times"), _encoding("Times New Roman")
    (('tcvn3', True), ('vni', False), ('', False))
    """
    if font.lower().startswith(".vn"):
        return "tcvn3", font.endswith("H")
    return ("vni", False) if font.upper().startswith("VNI-") else ("", False)


def _joined(runs: list[tuple[str, bool, str]]) -> list[tuple[str, bool, str]]:
    """Runs of one font in one piece: VNI writes a letter and its mark as two characters."""
    out: list[tuple[str, bool, str]] = []
    for encoding, capitals, text in runs:
        if out and out[-1][:2] == (encoding, capitals):
            out[-1] = (encoding, capitals, out[-1][2] + text)
        else:
            out.append((encoding, capitals, text))
    return out
