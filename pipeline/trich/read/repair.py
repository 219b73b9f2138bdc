"""Text that was decoded wrongly before it came here: found by its looks, mended where sure.

Three things happen to Vietnamese: UTF-8 read as Windows' Western encoding, once or twice
("Bá»™ Y táº¿"); the bytes of TCVN3 or VNI read so, in Word files and pages that rely on
fonts ("Bé Y tÕ"); and capitals in the fonts that only look like capitals ("VIệT NAM").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import ftfy

from trich.read import legacy
from trich.read.spelling import fitness

# What the most frequent letters (Ạ-ỹ, đ, ơ, ư) look like after one wrong reading or two.
_SIGNS = ("áº", "á»", "Ä‘", "Ä\x91", "Æ°", "Æ¡", "Ã¡Âº", "Ã¡Â»", "Ã„â€˜", "Ã†Â")
_SIGN = re.compile("|".join(_SIGNS))
_SECOND = "º»‘\x91°¡„†"  # one of these stands in every sign; a text has few of them


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as it was meant, and what was done to it, in words; mostly nothing.

    >>> repair("Bá»™ Y táº¿")
    ('Bộ Y tế', ('utf-8 read as windows-1252, in 1 of 1 lines',))
    >>> repair("Bộ Y tế họp")
    ('Bộ Y tế họp', ())
    """
    if text.isascii():
        return text, ()
    done: list[str] = []
    if any(map(text.__contains__, _SECOND)) and _SIGN.search(text):
        text = _by_line(text, _as_utf8, "utf-8 read as windows-1252", done)
    if misread := _could_be_misread(text[:_GLANCE]):
        share, n = fitness(text[:_GLANCE])
    if misread and n >= 3 and share < 0.7:
        for name in ("tcvn3", "vni"):
            trial: list[str] = []
            mended = _by_line(
                text, partial(_as_legacy, name), f"{name} read as windows-1252", trial
            )
            if fitness(mended[:_GLANCE], capitals=name != "tcvn3")[0] > max(0.8, share + 0.2):
                text = mended
                done += trial
                if name == "tcvn3":
                    text = capitals(text, done)
                break
    return text, tuple(done)


_GLANCE = 1 << 11  # characters that tell whether a text is spelled well


def _could_be_misread(glance: str) -> bool:
    """Whether half the marked letters or more are such as the Western encodings have.

    Of Vietnamese that is read rightly it is a third: those have no letter of Ạ to ỹ, no đ or ư.
    """
    marked = len(glance) - len(glance.encode("ascii", "ignore"))
    return 2 * (len(glance) - len(glance.encode("latin-1", "ignore"))) <= marked


def _by_line(text: str, mend: Callable[[str], str | None], what: str, done: list[str]) -> str:
    """Mend the lines that `mend` returns; note in `done` how many."""
    lines = text.split("\n")
    fixed = [mend(line) for line in lines]
    n = sum(f is not None for f in fixed)
    if not n:
        return text
    done.append(f"{what}, in {n} of {len(lines)} lines")
    return "\n".join(line if f is None else f for f, line in zip(fixed, lines, strict=True))


def _as_utf8(line: str) -> str | None:
    if not _SIGN.search(line):
        return None
    fixed = ftfy.fix_encoding(line)
    return fixed if fixed != line and fitness(fixed)[0] > fitness(line)[0] else None


def _as_legacy(name: str, line: str) -> str | None:
    if line.isascii() or (data := legacy.as_bytes(line)) is None:
        return None
    fixed = legacy.decode(data, name)
    if fixed == line or fitness(fixed, capitals=name != "tcvn3")[0] < fitness(line)[0]:
        return None
    return fixed


_WORD = re.compile(r"[^\W\d_]+")


def capitals(text: str, done: list[str]) -> str:
    """Words in capitals whose toned letters are small, as TCVN3 leaves them: made capitals.

    A word with two plain capitals tells itself ("VIệT"); a word with one ("Bộ") goes with
    its neighbours, up to the next word that has a plain small letter.

    >>> capitals("HộI NGHị Bộ Y Tế\\nBộ Y tế", [])
    'HỘI NGHỊ BỘ Y TẾ\\nBộ Y tế'
    """
    n = 0

    def run(m: re.Match[str]) -> str:
        nonlocal n
        words = _WORD.findall(m.group())
        if any(w != w.upper() and sum("A" <= c <= "Z" for c in w) > 1 for w in words):
            n += 1
            return m.group().upper()
        return m.group()

    text = _RUN.sub(run, text)
    if n:
        done.append(f"small toned letters among capitals made capitals, in {n} places")
    return text


# Words that follow one another, each with a capital first and no plain small letter.
_CAPS = r"[A-ZĂÂĐÊÔƠƯ][^\W\d_a-z]*(?![^\W\d_])"
_RUN = re.compile(rf"(?<![^\W\d_]){_CAPS}(?:(?:(?!\n)[\W\d_])+{_CAPS})*")
