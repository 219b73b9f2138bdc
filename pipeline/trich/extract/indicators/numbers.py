"""The numbers of a text that may tell how much: no codes, number plates or parts of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from trich.numerals import SCALES, Numeral, in_words, read_digits

# Digits that are no part of a word, a code or a longer number; the digit comes before the look
# behind it, which lets the search skip to digits.
_DIGITS = re.compile(r"\d(?<![\w.,:]\d)\d*(?:[.,]\d+)*(?![\d:]|[.,]\d)")
_JOINING = ("-", "/")
# "xe 70L - 56838": a number plate.
_PLATE = re.compile(r"(?<!\w)\d\d ?[A-ZĐ]{1,2}\d? ?- ?\Z")
_THOUSAND = ("nghìn", "ngàn")
_HUNDREDS = re.compile(r" (\d{3})(?= [^\W\d])")
# Thousands that spaces part, before what they count: "12 500 000 đồng", "1 250 ha".
_SPACED = re.compile(r"(?: \d{3}){2,}(?= [^\W\d])|( \d{3})(?= [^\W\d])")
_MONEY = re.compile(r" (?:đồng(?! chí)|vnd|vnđ|usd|euro)(?!\w)")
# A single gap parts two numbers where the first one tells which: "phường 5 120 hộ nghèo".
_NUMBERED = re.compile(
    r"(?<!\w)(?:lớp|khối|phường|quận|tổ|khu|khóa|khoá|số|lần|thứ|điều|khoản|mục|đợt|vòng|hạng"
    r"|cấp|loại|bảng|bài|trang|chương|nhóm|tầng|phòng|đường|ngõ|hẻm|tập|kỳ|phiên|tuần|ngày|tháng|quý|năm|mùng|u"
    r"|lô|thửa|tờ|km|top|giờ|phút|đội|ấp|thôn|bản|đại|trung|tiểu|sư|mũi) \Z"
)
_SCALE = re.compile(rf" ({'|'.join(SCALES)})(?!\w)")
# The tenths of a scale: "vốn 1 tỷ 2", "giá 3 triệu 5 đồng".
_TENTH = re.compile(r"(?<=tỷ|tỉ) ([1-9])(?=[.,;:!?)\n](?!\d)|\Z| đồng)")


def numbers(text: str, lower: str, taken: Callable[[int], bool]) -> Iterator[Numeral]:
    """The numbers in digits and in words, in text order, but none where it is taken."""
    words = iter(list(in_words(lower)))
    word = next(words, None)
    done = 0
    for match in _DIGITS.finditer(lower):
        start, end = match.span()
        while word is not None and word.start < start:
            if not taken(word.start):
                yield word
            word = next(words, None)
        if taken(start) or (start and lower[start - 1] in "-/+ " and _coded(text, start)):
            continue
        if lower[end : end + 1] in _JOINING and text[end + 1 : end + 2].isupper():
            continue  # a document's number: 20-NQ/TW
        if start < done:
            continue
        numeral = _spaced(lower, start, end) or read_digits(lower, start, end)
        if numeral is not None:
            done = numeral.end
            yield _in_full(lower, numeral) if numeral.scaled else numeral
    while word is not None:
        if not taken(word.start):
            yield word
        word = next(words, None)


def _spaced(lower: str, start: int, end: int) -> Numeral | None:
    """A number whose thousands are parted by spaces."""
    if end - start > 3 or lower[end : end + 1] != " " or lower[start] == "0":
        return None
    if start > 1 and lower[start - 1] in " .-" and lower[start - 2].isdigit():
        return None  # inside a longer run, as of a telephone
    rest = _SPACED.match(lower, end)
    if rest is None or not lower[start:end].isdigit():
        return None
    if (
        rest[1]
        and not _MONEY.match(lower, rest.end())
        and _NUMBERED.search(lower, max(0, start - 9), start)
    ):
        return None
    value, end = int(lower[start : rest.end()].replace(" ", "")), rest.end()
    while (m := _SCALE.match(lower, end)) is not None:  # "2 611 tỷ"
        value, end = value * SCALES[m[1]], m.end()
    return Numeral(start, end, value, in_digits=True, scaled=end > rest.end())


def _coded(text: str, start: int) -> bool:
    """Whether the digits behind a dash, a slash or a plus belong to a code or a post."""
    before = text[start - 1]
    if before == " ":  # "xe 70L - 56838"
        return text[start - 2] == "-" and _plate(text, start)
    further = text[start - 2 : start - 1]
    if before == "+":
        return further.isdigit()  # a post on a road: Km 35+400
    if not further.islower() and further.isalnum():
        return True  # the tail of a code: VD-22179-15
    return before == "-" and ((start > 1 and further.islower()) or _plate(text, start))


def _plate(text: str, start: int) -> bool:
    """Whether a number is that of a number plate."""
    return _PLATE.search(text, max(0, start - 12), start) is not None


def _in_full(lower: str, numeral: Numeral) -> Numeral:
    """With what is said for short behind a scale: "16 nghìn 300 trường hợp", "1 tỷ 2"."""
    tenth = _TENTH.match(lower, numeral.end)
    if tenth and (scale := SCALES.get(lower[numeral.start : numeral.end].split()[-1])):
        value = numeral.value + int(tenth[1]) * scale // 10
        return numeral._replace(end=tenth.end(), value=value)
    if not lower.endswith(_THOUSAND, numeral.start, numeral.end):
        return numeral
    rest = _HUNDREDS.match(lower, numeral.end)
    if rest is None:
        return numeral
    return numeral._replace(end=rest.end(), value=numeral.value + int(rest[1]))
