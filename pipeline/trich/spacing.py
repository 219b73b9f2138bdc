"""Spaces and line ends as a careful typist sets them.

Portals are typed in a hurry, old pages are wrapped at eighty columns, and texts that a tokenizer
has been at have a space on either side of every comma. The stages need know nothing of that: it is
mended here, position by position, by stand-ins that `View` composes and maps back to the source.
"""

from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import normalize

_M = r"[\w\u0300-\u036f]"  # a letter, a figure or a mark on one
_WORD = rf"[^\W\d_]{_M}"
_BEHIND = rf"{_M}[\w\u0300-\u036f)\]\"”% ]"

GONE = "\ufdd8"
"""Stands for a space that the view drops."""

# A space left out behind a comma, a colon or a full stop, at a bracket, on one side of a dash.
# The stand-ins are code points that are no characters, so no text has them.
_GLUED = (
    ("\ufdd0", ", ", re.compile(rf",(?={_WORD})(?<={_BEHIND},)")),
    ("\ufdd1", "; ", re.compile(rf";(?={_WORD})(?<={_BEHIND};)")),
    ("\ufdd2", ": ", re.compile(rf":(?={_WORD})(?<={_BEHIND}:)")),
    ("\ufdd3", ". ", re.compile(rf"\.(?={_WORD})(?<={_BEHIND}\.)(?<! \.)")),
    ("\ufdd4", " (", re.compile(rf"\((?= ?\w{_M})(?<={_M}{_M}\()(?<!\d\()")),
    ("\ufdd5", ") ", re.compile(rf"\)(?={_WORD})(?<={_M}\))")),
    ("\ufdd6", " -", re.compile(r"-(?= [^\W\d_])(?<=(?:[^\W\d_]|[\u0300-\u036f])-)")),
    # two of them: "Lò Văn Sự-nguyên Giám đốc"
    (
        "\ufdd9",
        " - ",
        re.compile(
            r"-(?=(?:nguyên|cựu|(?:[Pp]hó )?(?:[Tt]ổng )?[Gg]iám đốc|(?:[Pp]hó )?[Cc]hủ tịch"
            r"|(?:[Pp]hó )?[Tt]rưởng|Bí thư|Chủ nhiệm|Hiệu trưởng) )(?<=[^\W\d_][^\W\d_]-)"
        ),
    ),
    ("\ufdd7", "- ", re.compile(rf"-(?=[^\W\d_])(?<={_M} -)")),
)

# A capital inside a word, behind a space that was lost: `BộChính trị`, `Bí thưThành ủy`.
_BASES = "AĂÂEÊIOÔƠUƯY"
_CAPITALS = "BCDĐGHKLMNPQRSTVX" + "".join(
    normalize("NFC", base + tone)
    for base in _BASES
    for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
)
_PARTED = {capital: chr(0xF0000 + ord(capital)) for capital in _CAPITALS}  # private use
_SMALL = r"[a-z\u00df-\u00f6\u00f8-\u00ff\u0103\u0111\u0129\u0169\u01a1\u01b0\u1ea1-\u1ef9]"
_RUN_IN = re.compile(rf"[{_CAPITALS}](?<={_SMALL}.)(?=[^\W\d_])")
_LETTERS = re.compile(rf"{_SMALL}{{1,6}}(?!{_SMALL})|[{_CAPITALS}]{{2,7}}(?!{_SMALL})")
_LETTERS_LEFT = re.compile(rf"(?:(?<![^\W\d_])|(?=[{_CAPITALS}]))[{_CAPITALS}]?{_SMALL}{{1,6}}\Z")
STAND_INS = (
    {GONE: ""}
    | {stand_in: written for stand_in, written, _ in _GLUED}
    | {stand_in: " " + capital for capital, stand_in in _PARTED.items()}
)
"""What the view writes for each stand-in."""

# A space before a comma, inside brackets or quotation marks.  One only: more may be a table's.
_BEFORE = re.compile(
    rf""" (?=[,.;:?!)\]”\ufdd0-\ufdd2])(?<=[\w)\]"'”%\u0300-\u036f{GONE}] )(?!\.[^\s"”)\]])"""
)
_INSIDE = re.compile(r"([(\[“\ufdd4]) (?=[\w\"“])")
_JOINED = re.compile(r"_(?<=[^\W\d_]_)(?=[^\W\d_])")  # a segmenter's `Bộ_trưởng Y_tế`
_PADDED = re.compile(r"""" (?<![^\s(]" )(?! )([^"\n]*)(?<! ) "(?![^\s.,;:?!)])""")

# Two spaces or more are one in a line of prose, and in other lines the gap between two columns.
_WIDE = re.compile(r"(?<=\S) +(?= \S)")
_ROW = re.compile(r"[\t|]|    |  [-+]?\d[\d.,]*%?(?:  |\Z)")
_PROSE_ENDS = frozenset('.,;:?!…"”)')

# Lines of one width are a wrapped text's.
_LONG = 40  # letters from which a line may be one
_RUNS = 2  # lines that run on, from which a text may be wrapped
_RUN_ON = re.compile(r"\n *([^\W\d_A-Z])")
_ITEM = re.compile(r"[-+*•·–>|]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivxIVX]{1,5})[.)/] ")
_CLOSED = frozenset(".:;?!…")


def tidy(text: str, wrapped: bool = True) -> str:
    """The text as it should have been typed, as long as it was: stand-ins for what changes.

    `wrapped`: its lines may be those of a page's width rather than paragraphs.

    >>> "".join(STAND_INS.get(c, c) for c in tidy("Ông Lê Văn Sự ,Giám đốc( cũ ) :“ Đủ rồi ” ."))
    'Ông Lê Văn Sự, Giám đốc (cũ):“Đủ rồi”.'
    """
    if "_" in text:
        text = _JOINED.sub(" ", text)
    if wrapped:
        text = _unwrapped(text)
    text = _RUN_IN.sub(_parted, text)
    for stand_in, _, glued in _GLUED:
        text = glued.sub(_full_stop if stand_in == "\ufdd3" else stand_in, text)
    if "  " in text:
        text = "\n".join(_narrowed(x) if "  " in x else x for x in text.split("\n"))
    if '" ' in text:
        text = _PADDED.sub(f'"{GONE}\\1{GONE}"', text)
    return _BEFORE.sub(GONE, _INSIDE.sub(f"\\1{GONE}", text))


def _parted(m: re.Match[str]) -> str:
    """A capital inside a word, with a space before it if both parts look like syllables.

    Letters with marks are Vietnamese; a brand such as `VinFast` has none.
    """
    text, at = m.string, m.start()
    left, right = _LETTERS_LEFT.search(text, max(0, at - 8), at), _LETTERS.match(text, at + 1)
    if left is None or right is None:
        return m[0]
    marks = not left[0].isascii() or (right[0].islower() and not (m[0] + right[0]).isascii())
    if not marks:
        return m[0]
    foreign = any(c in "fjwz" for c in left[0].lower() + right[0])
    return m[0] if foreign else _PARTED[m[0]]


def _full_stop(m: re.Match[str]) -> str:
    """A full stop amid two sentences; not in an address or behind initials."""
    text, at = m.string, m.start()
    before = text[at - 2 : at]
    return "\ufdd3" if text[at + 1].isupper() and before == before.lower() else "."


def _narrowed(line: str) -> str:
    """A line with one space for two, if it is prose."""
    parts = _WIDE.split(line.strip())
    words = line.split()
    if len(parts) < 2 or len(words) < 2 * len(parts) or _ROW.search(line):
        return line
    if words[-1][-1] in _PROSE_ENDS or (
        len(words) >= 4 * len(parts)
        and (len(line) > 120 or all(part.lstrip()[0].islower() for part in parts[1:]))
    ):
        return _WIDE.sub(lambda m: GONE * len(m.group()), line)
    return line


def _unwrapped(text: str) -> str:
    """Paragraphs in one line each, where the text was wrapped at a width.

    It was if lines that run on in lower case are never shorter than the next word would have let
    them be, or are many and about as long.
    """
    runs = 0
    for m in _RUN_ON.finditer(text):
        runs += m[1].islower()
        if runs == _RUNS:
            break
    else:
        return text
    raw = text.split("\n")
    pairs = list(pairwise([line.strip() for line in raw]))
    # how long a line would be with the next one's first word
    with_next = [len(a) + 1 + len(b.split(" ", 1)[0]) for a, b in pairs]
    runs_on = [
        len(a) >= _LONG and a[-1] not in _CLOSED and b[:1].islower() and not _ITEM.match(b)
        for a, b in pairs
    ]
    widths = sorted(n for n, on in zip(with_next, runs_on, strict=True) if on)
    if len(widths) < _RUNS:
        return text
    # wrapped by counting letters: whatever would have fitted stands on its line
    counted = widths[0] > max((len(a) for a, _ in pairs if not _ROW.search(a)), default=0)
    width = widths[len(widths) // 10]
    if not counted and (
        len(widths) == _RUNS
        or width < 0.7 * widths[-1 - len(widths) // 10]
        or 3 * len(widths) < sum(len(a) >= _LONG for a, _ in pairs)
    ):
        return text
    out = [raw[0]]
    for i, (a, b) in enumerate(pairs):
        line, below = raw[i], raw[i + 1]
        broken = a[-1:] in ("-", "/") and a[-2:-1].isalnum()  # a number, at its hyphen
        full = broken or (with_next[i] >= width and (counted or a[-1:] not in _CLOSED))
        if runs_on[i] or (a and b and full and _goes_on(a, b, line, below)):
            behind, before = len(line) - len(line.rstrip()), len(below) - len(below.lstrip())
            out[-1] = out[-1][: len(out[-1]) - behind]
            out += ["" if broken else " ", GONE * (behind + before + broken), below.lstrip()]
        else:
            out += ["\n", below]
    return "".join(out)


def _goes_on(a: str, b: str, line: str, below: str) -> bool:
    """Whether a line as wide as the page goes on in one that begins with a capital or figure."""
    return (
        not _ITEM.match(b)
        and not a.isupper()
        and not _ROW.search(a)
        and len(below) - len(below.lstrip()) <= len(line) - len(line.lstrip())  # no new paragraph
    )
