"""Where an expression may begin: the one pattern that passes over the whole text."""

from __future__ import annotations

from functools import cache

from trich.extract.dates import words as w
from trich.extract.dates.holidays import holidays, openings

_PARTS = "(?:sáng|trưa|chiều|tối|đêm|khuya)"
# "tối thiểu", "sáng kiến" are no parts of a day.
_NO_PART = r"(?!\s(?:kiến|tạo|lập|suốt|chế|tác|cao|dài|rộng|hướng|thiểu|đa|ưu|giá|dạ)\b)"
_PLACE = r"\s(?:(?:tiên|cùng)\s)?(?:của\s)?(?=ngày|tháng|năm|quý|tuần|mùa|th[ậế]|những|nh|giờ|\d)"
_PERIOD = r"\s(?=năm|ngày|tháng|tuần|quý|thập|đầu|giữa|cuối)"
_COUNTED = (
    rf",?(?:\s{w.NUMBER_WORDS})?(?:(?:\s?-\s?|\s(?:đến|tới)\s){w.NUMBER_WORDS})?"
    rf"\s(?=(?:{w.UNIT}|rưỡi)\b)"
)
_EVERY = rf"\s(?=\d|khi\s|{w.NUMBER_WORDS}\s|{w.UNIT}\b|{_PARTS}|buổi|thứ\s|ch[ủú]|cuối)"
_AWAY = rf"\s(?=đúng|tròn|khoảng|hơn|gần|chừng|\d|nửa|{w.NUMBER_WORDS}\s)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A number opens a date before a joint, a unit or a month; "25 ca" and "12,5%" are passed over.
_NUMBER = (
    r"(?:\d{4}(?!\d)|\d\d?\.\d\d?\.\d{2}"
    r"|(?:\d\d?|\d{4})(?=\s?/\s?\d|:\d\d)(?!\d*/\d+/[^\W\d])"
    r"|\d{1,4}(?=\s?-\s?\d{1,4}(?![.,]?\d))"
    r"|\d\d?(?=\s?-\s?\d\d?\.\d\d?(?!\d|[.,]\d))"
    r"|\d\d?\.\d\d?(?=\s?-\s?\d)"
    r"|\d++(?:[.,]\d++)*+(?=\s?(?:năm|tháng|ngày|tuần|quý|giờ|[hg](?![^\W\d])|phút|giây|tiếng"
    r"|th[ậế]|tết|và\s(?:ngày\s)?\d|đến|tới|rạng|hôm|bữa|đêm|p\s(?:nữa|trước)|'\snữa"
    rf"|st|nd|rd|of\s|-?(?:{'|'.join(_MONTHS)})|sáng|trưa|chiều|tối|rưỡi)"
    r"|[,;]\s?\d\d?(?!\d)))"
)


@cache
def anchor() -> str:
    """Where an expression may begin: at no letter, digit or joint of a code."""
    return rf"(?<!\w)(?<!\w[-/])(?<!\d[.,:]){opening()}"


@cache
def opening() -> str:
    """What an expression may begin with, alternatives grouped by their first letter.

    Every alternative begins with a literal, which lets the pattern fail on one letter.
    """
    feasts = "|".join(sorted({name[0] for name in holidays()}))
    words = [
        *(part + _NO_PART for part in w.PARTS),
        *(rf"{word}\s(?={_PARTS})" for word in ("rạng", "tảng", "buổi", "tờ mờ", "giờ", "xế")),
        r"giữa\s(?=trưa|đêm|ngọ)", r"nửa\s", r"đúng\s(?:giờ\s)?ngọ", r"chính\sngọ",
        *(word + _PLACE for word in ("đầu", "giữa", "cuối")),
        *(word + _PERIOD for word in ("những", "các")),
        r"cả\snăm\b", *(word + _COUNTED for word in w.DIGIT_WORDS),
        *(name for name in openings() if name not in (r"lễ\s", r"tết\s")),
        rf"lễ\s(?=[{feasts}])", rf"tết\s(?=[{feasts}]|này|vừa|năm\s|\d{{4}})",
        r"thứ\s(?:hai|ba|tư|năm|sáu|b[ảẩ]y|[2-7])", r"chủ\snhật", r"chúa\snhật",
        r"t[2-7](?=\s?-\s?(?:t[3-7]|cn)|\stuần\s)", r"cn\stuần\s",
        *(day + "day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")),
        "ngày", "hôm", r"bữa\s(?=nay|ni|qua|kia|đó|ấy|hôm|thứ|ch)", r"hồi\shôm", r"mai\b", r"mốt\b",
        r"mùng\s", r"mồng\s", r"rằm\s", "tuần", "tháng", r"quý\s", "năm", r"kém\s",
        r"tiếng\srưỡi\b",
        r"q\.?\s?(?=(?:iv|i{1,3}|[1-4])(?:\s?[/-]\s?|\s)(?:19|20)\d\d)",
        r"thượng\stuần", r"trung\stuần", r"hạ\stuần", r"thập\s(?:niên|k[ỷỉ])", r"thế\sk[ỷỉ]",
        r"giai\sđoạn", r"thời\sk[ỳì]", r"nhiệm\sk[ỳì]", r"niên\s(?:khóa|độ)", r"khóa\s(?=\d)",
        r"chu\skỳ", "hàng" + _EVERY, "hằng" + _EVERY, "mỗi" + _EVERY,
        rf"cách\s(?:đây|nay|đó){_AWAY}", r"cách\s(?:ngày|tuần|tháng|năm)\b",
        rf"trước\s(?:đó{_AWAY}|(?=tết))", rf"sau\s(?:đó{_AWAY}|(?=tết))", r"cùng\s(?:kỳ|ngày)",
        r"mùa\s(?=xuân|hè|hạ|thu|đông|khô|mưa|lũ|nước|bão|giải|bóng|này|trước|sau|tới|ngoái|vừa"
        r"|(?:[^\W\d]+\s){1,2}năm\s(?:nay|ngoái|trước|sau|tới)\b)",
        r"hè\s(?=\d|năm|này|tới|vừa)",
        rf"xuân\s(?=\d|năm|này|{w.STEM}\s)", r"sang\s(?:năm|tuần|tháng)\b", r"nay\s(?:cho\s)?(?:đến|tới)",
        r"giờ\s(?:đến|tới)\s", r"bây\sgiờ\s(?:đến|tới)\s",
        *(month + r"[a-z]*\.?\s\d" for month in _MONTHS),
    ]  # fmt: skip
    by_letter: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        by_letter.setdefault(word[0], []).append(word[1:])
    groups = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return rf"(?:{_NUMBER}|{'|'.join(groups)})"
