"""Files of every format, made from our own text when a test needs them."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterable
from xml.sax.saxutils import escape

Place = tuple[float, float, str]  # x, y (points from the lower left), a run of text


def pdf(
    pages: Iterable[Iterable[Place]], info: dict[str, str] | None = None, size: float = 12
) -> bytes:
    """A PDF whose pages hold these runs of text, in a font that need not exist."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    def stream(data: bytes) -> bytes:
        packed = zlib.compress(data)
        return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)

    cmap = add(stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
    ))  # fmt: skip
    about = add(b"<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 -200 1000 800]"
                b"/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>")  # fmt: skip
    inner = add(b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 500/FontDescriptor %d 0 R"
                b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
                % about)  # fmt: skip
    font = add(b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H"
               b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (inner, cmap))  # fmt: skip
    kids = []
    tree = len(objects) + 1
    objects.append(b"")
    for page in pages:
        runs = b"".join(
            b"BT /F %g Tf %g %g Td <%s> Tj ET\n"
            % (size, x, y, text.encode("utf-16-be").hex().encode())
            for x, y, text in page
        )
        content = add(stream(runs))
        kids.append(add(
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F %d 0 R>>>>>>" % (tree, content, font)
        ))  # fmt: skip
    objects[tree - 1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)
    )  # fmt: skip
    catalog = add(b"<</Type/Catalog/Pages %d 0 R>>" % tree)
    entries = b"".join(
        b"/%s<%s>" % (k.encode(), ("\ufeff" + v).encode("utf-16-be").hex().encode())
        for k, v in (info or {}).items()
    )
    about = add(b"<<%s>>" % entries)
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    at = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(b"trailer<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
              % (len(objects) + 1, catalog, about, at))  # fmt: skip
    return out.getvalue()


def column(text: str, x: float = 72, y: float = 770, step: float = 16) -> list[Place]:
    """Lines of text one under another, as the runs of a page."""
    return [(x, y - step * n, line) for n, line in enumerate(text.split("\n"))]


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text: str, font: str = "", more: str = "") -> str:
    """A run of a Word document."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return f'<w:r><w:rPr>{fonts}{more}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of a Word document; plain strings are runs."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inside = "".join(r if r.startswith("<") else run(r) for r in runs)
    return f"<w:p>{properties}{inside}</w:p>"


def grid(rows: list[list[str]]) -> str:
    """A table of a Word document; in a cell, paragraphs are parted by line feeds."""
    cells = (
        "".join(f"<w:tc>{''.join(map(paragraph, cell.split(chr(10))))}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(
    *parts: str, title: str = "", font: str = "Times New Roman", head: str = "", **more: str
) -> bytes:
    """A Word document of paragraphs and tables."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {_W} '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<w:body>{''.join(parts)}</w:body></w:document>",
        )
        z.writestr(
            "word/styles.xml",
            f'<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}"/>'
            '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Tiu">'
            '<w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Muc1">'
            '<w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Chuthich">'
            '<w:name w:val="caption"/></w:style><w:style w:type="paragraph" w:styleId="Cu">'
            '<w:name w:val="old"/><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr></w:style>'
            "</w:styles>",
        )
        z.writestr(
            "docProps/core.xml",
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>",
        )
        for name, text in more.items():
            z.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def warc(pages: Iterable[tuple[str, str, bytes]], packed: bool = False) -> bytes:
    """A crawl: the address, the HTTP head and the body of each answer."""
    out = io.BytesIO()
    for url, head, body in pages:
        http = f"HTTP/1.1 {head}\r\n\r\n".encode() + body
        record = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: 2024-02-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{len(url):032d}>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        ).encode() + http + b"\r\n\r\n"  # fmt: skip
        out.write(gzip.compress(record) if packed else record)
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in members.items():
            z.writestr(name, data)
    return out.getvalue()
