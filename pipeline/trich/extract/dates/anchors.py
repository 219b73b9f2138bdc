"""Where an expression may begin: the one pattern that passes over the whole text."""

from __future__ import annotations

import re
from functools import cache

from trich.extract.dates import words as w
from trich.extract.dates.holidays import holidays, openings

_PARTS = "(?:sáng|trưa|chiều|tối|đêm|khuya)"
_WORDS = rf"(?:{'|'.join(w.DIGIT_WORDS)})\b"
_WEEKDAY = r"thứ\s|ch[ủú]|t[2-7]\b|cn\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_STEP = "(?:{})".format("|".join(sorted({step.split()[0] for step in w.STEPS})))
_QUARTER = r"(?:i{1,3}|iv|[1-4]|một|hai|ba|tư|bốn)\b"
# What comes behind a part of the day that is one of a certain day: "sáng nay", "tối 30/1".
_PART_OF = (
    rf"\s(?:(?:sớm|muộn|tối|khuya)\s)?(?:\d|nay\b|ni\b|qua\b|mai\b|mốt\b|kia\b|hôm|ngày|{_WEEKDAY}"
    r"|cùng\s|m[ùồ]ng\s|rằm|h[àằ]ng\s|mỗi\s|giao\s|giáng\s|noel|tết|lễ\s|lúc\s|vào\s|hồi\s|từ\s"
    rf"|bữa\s|cuối\s|đầu\s|giữa\s|của\s|nhằm\s|thì\b|mới\b|sớm,|muộn,"
    rf"|{_WORDS}\s(?:\S+\s)?(?:tháng|giờ|rưỡi|tết))"
    rf"|(?:\stối)?\s(?:và|đến)\s(?:rạng\s)?{_PARTS}"
    r"|\s?[,.;:)|(-]|\s?(?=\n)|\s?\Z"
)
_YEAR_BEHIND = (
    r"(?=\s?[/-]\s?\d|,?\s(?:của\s|trong\s)?(?:năm\s|(?:19|20)\d\d)"
    rf"|\s(?:này|vừa|rồi|sắp|tới)\b|\s{w.STEM}\s)"
)
_PLACE = (
    r"\s(?:(?:tiên|cùng)\s)?(?:của\s)?(?=ngày|tháng|năm|quý|tuần|mùa|th[ậế]|những\snăm|nhiệm|giờ"
    r"|\d{4}|\d\d?[/-])"
)
_PERIOD = (
    r"\s(?=năm\s(?:\d|thuộc|thập)|(?:ngày|tháng|tuần|năm|quý)\s(?:đầu|giữa|cuối|thượng|trung|hạ))"
)
# What may follow the words that hardly ever begin a date where something else does.
_FOLLOWED = {
    "hôm": rf"{_STEP}|kìa|đó|ấy|\d|m[ùồ]ng|rằm|{_WORDS}|{_WEEKDAY}",
    "năm": rf"\d|{_STEP}|đó|ấy|học|tài\s|ngân\s|{w.STEM}\s|(?:một|hai)\s(?:nghìn|ngàn)",
    "tháng": rf"\d|{_STEP}|đó|ấy|{w.MONTH_WORD}\b|rưỡi|đầu|cuối",
    "tuần": rf"\d|{_STEP}|thứ|số|lễ|từ|ngày|đầu|cuối|rưỡi",
    "quý": rf"{_QUARTER}|{_STEP}|thứ|đầu|cuối",
    "nửa": rf"đêm|đầu|cuối|sau|{w.UNIT}",
}
_COUNTED = (
    rf",?(?:\s{w.NUMBER_WORDS})?(?:(?:\s?-\s?|\s(?:đến|tới)\s){w.NUMBER_WORDS})?"
    rf"\s(?=(?:{w.UNIT}|rưỡi)\b)"
)
_EVERY = rf"\s(?=\d|khi\s|{w.NUMBER_WORDS}\s|{w.UNIT}\b|{_PARTS}|buổi|thứ\s|ch[ủú]|cuối)"
_AWAY = rf"\s(?=đúng|tròn|khoảng|hơn|gần|chừng|\d|nửa|{w.NUMBER_WORDS}\s)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A number opens a date before a joint, a unit or a month; "25 ca" and "12,5%" are passed over.
_NUMBER = (
    r"\d(?:\d{3}(?!\d)|\d?\.\d\d?\.\d{2}"
    r"|\d?(?=\s?/\s?\d|:\d\d)(?!\d*/\d+/[^\W\d])"
    r"|\d{0,3}(?=\s?-\s?\d{1,4}(?![.,]?\d))"
    r"|\d?(?=\s?-\s?\d\d?\.\d\d?(?!\d|[.,]\d))"
    r"|\d?(?=[tm]\s?[/.-]?\s?(?:19|20)\d\d)"
    r"|\d?(?=\.(?:19|20)\d\d\))"
    r"|\d?\.\d\d?(?=\s?-\s?\d|[,)]|\s(?:tại|ở|tới|này)\b)"
    r"|\d*+(?:[.,]\d++)*+(?=\s?(?:năm|tháng|ngày|tuần|quý|giờ|[hg](?![^\W\d])|phút|giây|tiếng"
    r"|th[ậế]|thg?\.?\s?\d|tết|và\s(?:ngày\s)?\d|đến|tới|rạng|hôm|bữa|đêm|p\s(?:nữa|trước)|'\snữa"
    rf"|st|nd|rd|of\s|-?(?:{'|'.join(_MONTHS)})|sáng|trưa|chiều|tối|rưỡi)"
    rf"|[,;]\s?\d\d?(?!\d)|\s\({w.NUMBER_WORDS}\)\s(?:năm|tháng|ngày|tuần|giờ)))"
)


@cache
def anchor() -> str:
    """What stands before an expression, one character that is no letter or digit, and its opening.

    The expression begins at the match's second character, or at the text's first.
    """
    return rf"[^0-9a-z_à-ỹđ]{opening()}"


def joined(low: str, at: int) -> bool:
    """Whether a joint of a code, or a decimal mark, binds what begins here: "TT-25", "12,5"."""
    if at < 2:
        return False
    mark, before = low[at - 1], low[at - 2]
    return (mark in "-/" and (before.isalnum() or before == "_")) or (
        mark in ".,:" and before.isdecimal()
    )


def _day_behind() -> str:
    """What may follow "ngày": a number, a weekday, a relative day or the name of a feast."""
    feasts = {" ".join(name.split()[:2]) for name in holidays()}
    names = "|".join(re.escape(name.removeprefix("ngày ")) for name in sorted(feasts))
    return (
        rf"\d|hôm|mai\b|mốt\b|kia\b|kìa\b|đầu|cuối|m[ùồ]ng|rằm|rưỡi|lễ\s|tết\s|{_WORDS}|{_WEEKDAY}"
        rf"|(?:{names})"
    )


@cache
def opening() -> str:
    """What an expression may begin with, alternatives grouped by their first letter.

    Every alternative begins with a literal, which lets the pattern fail on one letter.
    """
    feasts = "|".join(sorted({name[0] for name in holidays()}))
    words = [
        *(rf"{part}(?:(?={_PART_OF})|(?<=[,;]\s{part})\b)" for part in w.PARTS),
        *(
            rf"{word}\s(?={_PARTS}(?:{_PART_OF}))"
            for word in ("rạng", "tảng", "buổi", "tờ mờ", "giờ", "xế", "giữa", "chập", "mờ", "sẩm",
                         "gần", "đầu", "cuối")
        ), r"rạng\sngày\s\d",
        *(rf"{word}(?=\s(?:tối\s)?(?:\d|ngày|hôm|nay\b|qua\b))" for word in w.PARTS_SAID),
        *(rf"{word}\s{{1,2}}(?={behind})" for word, behind in _FOLLOWED.items()),
        rf"ngày\s{{1,2}}(?={_day_behind()})", r"giữa\sngọ", r"đúng\s(?:giờ\s)?ngọ", r"chính\sngọ",
        *(word + _PLACE for word in ("đầu", "giữa", "cuối")),
        *(word + _PERIOD for word in ("những", "các")),
        r"cả\s(?:năm|tuần|tháng|quý)\b", *(word + _COUNTED for word in w.DIGIT_WORDS),
        *(name for name in openings() if name not in (r"lễ\s", r"tết\s")),
        rf"lễ\s(?=[{feasts}])", rf"tết\s(?=[{feasts}]|này|vừa|năm\s|\d{{4}})",
        r"thứ\s(?:hai|ba|tư|năm|sáu|b[ảẩ]y|[2-7])", r"chủ\snhật", r"chúa\snhật",
        r"t[2-7](?=\s?-\s?(?:t[3-7]|cn)|\stuần\s)", r"cn\stuần\s",
        *(day + "day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")),
        r"bữa\s(?=nay|ni|qua|kia|đó|ấy|hôm|thứ|ch)", r"hồi\shôm", r"mai\b", r"mốt\b",
        r"mùng\s", r"mồng\s", r"rằm\s", r"kém\s",
        r"tiếng\srưỡi\b",
        r"q\.?\s?(?=(?:iv|i{1,3}|[1-4])(?:\s?[/-]\s?|\s)(?:19|20)\d\d)",
        r"thượng\stuần", r"trung\stuần", r"hạ\stuần", r"thập\s(?:niên|k[ỷỉ])", r"thế\sk[ỷỉ]",
        r"giai\sđoạn", r"thời\sk[ỳì]", r"nhiệm\sk[ỳì]", r"niên\s(?:khóa|độ|vụ)", r"khóa\s(?=\d)",
        r"chu\skỳ", "hàng" + _EVERY, "hằng" + _EVERY, "mỗi" + _EVERY,
        rf"cách\s(?:đây|nay|đó){_AWAY}", r"cách\s(?:ngày|tuần|tháng|năm)\b",
        rf"trước\s(?:đó{_AWAY}|(?=tết))", rf"sau\s(?:đó{_AWAY}|(?=tết))",
        r"cùng\s(?:kỳ|ngày|năm|tháng|quý|thời\sđiểm)\b",
        rf"mùa\s(?:xuân|hè|hạ|thu|đông|khô|mưa|lũ|nước\snổi|bão|giải|bóng){_YEAR_BEHIND}",
        r"mùa\s(?=(?:giải\s|bóng\s)?(?:này|trước|sau|tới|ngoái|vừa)\b"
        r"|(?:[^\W\d]+\s){1,2}năm\s(?:nay|ngoái|trước|sau|tới)\b)",
        r"hè\s(?=\d|năm|này|tới|vừa)",
        rf"xuân\s(?=\d|năm|này|{w.STEM}\s)", r"sang\s(?:năm|tuần|tháng)\b",
        r"nay\s(?:cho\s)?(?:đến|tới)",
        r"giờ\s(?:đến|tới)\s", r"bây\sgiờ\s(?:đến|tới)\s",
        *(month + r"[a-z]*\.?\s\d" for month in _MONTHS),
    ]  # fmt: skip
    by_letter: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        by_letter.setdefault(word[0], []).append(word[1:])
    groups = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return rf"(?:{_NUMBER}|{'|'.join(groups)})"
