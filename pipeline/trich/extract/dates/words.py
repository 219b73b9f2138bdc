"""The words of Vietnamese date expressions: what each says, and pattern pieces made of them."""

from __future__ import annotations

import re
from functools import cache

from trich import numerals

PARTS = {"sáng": "MO", "trưa": "MI", "chiều": "AF", "tối": "EV", "đêm": "NI", "khuya": "NI"}
# Said of a day only right before it: "chạng vạng 15/4", "bình minh ngày 2/9".
PARTS_SAID = {
    "chạng vạng": "EV",
    "nhá nhem": "EV",
    "hoàng hôn": "EV",
    "bình minh": "MO",
    "tinh mơ": "MO",
    "hừng đông": "MO",
}
TWILIGHT = "(?:{})".format("|".join(PARTS_SAID))
SEASONS = {"xuân": "SP", "hè": "SU", "hạ": "SU", "thu": "FA", "đông": "WI"}
WEEKDAYS = {
    "hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "bẩy": 6,
    "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6, "chủ nhật": 7, "chúa nhật": 7,
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7, "t2": 1, "t3": 2, "t4": 3, "t5": 4, "t6": 5, "t7": 6, "cn": 7,
}  # fmt: skip
MONTH_NAMES = {"giêng": 1, "chạp": 12}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
UNITS = {
    "năm": (1, "Y"), "tháng": (1, "M"), "tuần": (1, "W"), "tuần lễ": (1, "W"),
    "ngày": (1, "D"), "ngày đêm": (1, "D"), "quý": (3, "M"), "thập kỷ": (10, "Y"),
    "thập kỉ": (10, "Y"), "thập niên": (10, "Y"), "thế kỷ": (100, "Y"), "thế kỉ": (100, "Y"),
    "giờ": (1, "H"), "h": (1, "H"), "tiếng": (1, "H"), "phút": (1, "MIN"), "giây": (1, "S"),
    "giờ đồng hồ": (1, "H"), "tiếng đồng hồ": (1, "H"), "p": (1, "MIN"), "'": (1, "MIN"),
    "hôm": (1, "D"), "bữa": (1, "D"), "đêm": (1, "D"),
}  # fmt: skip
MODS = {
    "đầu": "START", "giữa": "MID", "cuối": "END",
    "thượng tuần": "START", "trung tuần": "MID", "hạ tuần": "END",
}  # fmt: skip
# How many units away: said of years, quarters, months and weeks.
STEPS = {
    "nay": 0, "này": 0, "ni": 0, "hiện tại": 0, "ngoái": -1, "trước": -1, "qua": -1,
    "vừa qua": -1, "vừa rồi": -1, "rồi": -1, "kia": -2, "trước nữa": -2, "sau": 1, "tới": 1,
    "sắp tới": 1, "tới đây": 1,
    "kế tiếp": 1, "tiếp theo": 1, "kế": 1, "sau nữa": 2, "tới nữa": 2,
    "trước đó": -1, "sau đó": 1,
}  # fmt: skip
PAST = frozenset({"vừa qua", "vừa rồi", "qua", "trước", "rồi"})
FUTURE = frozenset({"tới", "sắp tới", "tới đây", "sau", "kế tiếp", "tiếp theo"})

STEP = "(?:{})".format("|".join(sorted((s for s in STEPS if s != "kia"), key=len, reverse=True)))
# Behind a step: "năm sau khi" and "tháng trước đây" go on.
STEP_END = r"\b(?!\s(?:khi|đời|sinh|đây|nay|giờ|hết)\b)"
DAY_NO = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH_NO = r"(?:1[0-2]|0?[1-9])"
MONTH_WORD = (
    "(?:mười một|mười hai|mười|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|giêng|chạp)"
)  # fmt: skip
MONTH = rf"(?:{MONTH_NO}(?!\d|,\d|\.(?!(?:19|20)\d\d(?!\d|[.,]\d))\d)|{MONTH_WORD}(?!\w))"
YEAR = r"(?:1\d|20|21)\d\d"
YEAR_END = r"(?!\d|[.,]\d|/\w)"
STEM = "(?:giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý)"
BRANCH = "(?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"
DIGIT_WORDS = (
    "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "nhăm", "sáu", "bảy", "bẩy", "tám",
    "chín", "mười", "mươi", "trăm", "nghìn", "ngàn", "vạn", "linh", "lẻ", "hăm", "chục", "không",
)  # fmt: skip
_DIGIT_WORD = f"(?:{'|'.join(DIGIT_WORDS)})"
NUMBER_WORDS = rf"{_DIGIT_WORD}(?: {_DIGIT_WORD}){{0,7}}"
DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,6}(?:[.,]\d{1,3})?"
UNIT = (
    "(?:tuần lễ|tuần|ngày đêm|ngày|tháng|năm|quý|thập kỷ|thập kỉ|thập niên|thế kỷ|thế kỉ"
    "|giờ đồng hồ|giờ|tiếng đồng hồ|tiếng|phút|giây|hôm|bữa|đêm)"
)
WEEKDAY = (
    r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|ch(?:ủ|úa)\snhật"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|t[2-7]|cn)(?!\w|[.,/]\d)"
)
# What a number counts: "7/9 chỉ tiêu", "2000 người" are no dates.
COUNTED = frozenset([
    "ca", "người", "lượt", "trẻ", "bé", "em", "tỉnh", "huyện",
    "xã", "phường", "trạm", "hộ", "mẫu", "số", "trường", "bệnh",
    "môn", "điểm", "phiếu", "giường", "đồng", "usd", "vnđ", "vnd",
    "triệu", "nghìn", "ngàn", "tỷ", "tỉ", "trăm", "km", "m", "ha", "tấn", "kg", "lít", "mg", "ml",
    "g", "kcal", "kwh", "mw", "lần", "cái", "chiếc", "con", "cuốn", "quyển", "suất",
    "bài", "vụ", "liều", "tủ", "máy", "ghế", "chỗ", "nhà", "lớp",
    "đội", "viên", "trang",
    "câu", "khách", "hồ", "dân", "mét", "độ", "mmhg", "bpm", "món", "chuyến", "toa", "xe", "tàu",
    "lô", "thửa", "khu", "thôn", "bản", "làng", "quận", "tổ", "nhóm", "đề", "ý", "vòng", "hiệp",
    "bàn", "set", "game", "euro", "eur", "đô", "gói", "hộp", "ống", "chai", "cây", "gốc",
    "mũi", "calo", "bar", "phòng", "ban", "cặp", "trại", "trận", "cột",
    "mốc", "tuổi", "bậc", "sao", "tầng", "văn", "tuyến", "cửa", "ngôi", "ổ", "khoản", "chương",
])  # fmt: skip
# Nouns whose first syllable alone is as often another word: "năm 2013 chỉ có", "2024 thành công".
_COUNTED_NOUNS = {
    "học": "sinh viên trò giả phần bổng bạ", "chỉ": "tiêu số", "tiêu": "chí chuẩn",
    "thành": "phố viên phần thị tích tựu", "cơ": "sở quan", "đơn": "vị hàng thư xin",
    "nhiệm": "vụ", "đại": "biểu lý đội diện úy", "bác": "sĩ sỹ", "dự": "án",
    "công": "trình nhân ty chức dân đoàn việc điện văn an suất trường", "doanh": "nghiệp nhân",
    "sản": "phẩm", "thí": "sinh", "cán": "bộ", "nhân": "viên khẩu chứng công lực vật",
    "tác": "phẩm giả", "giải": "thưởng pháp nhất nhì ba vàng bạc đấu khuyến", "huy": "chương",
    "bộ": "hồ quần phim tài luật sách đồ máy bàn kit test cờ ảnh đội phận tiêu chỉ",
    "phần": "trăm quà thưởng ăn mềm mười", "thông": "tư báo số", "nghị": "quyết định sĩ",
    "điều": "khoản luật ước dưỡng", "mục": "tiêu từ tin",
}  # fmt: skip
_COUNTED_PAIRS = frozenset(
    f"{first} {second}" for first, rest in _COUNTED_NOUNS.items() for second in rest.split()
)


_NO_COUNT = frozenset(["lần lượt", "số ca", "số người", "số lượng", "số vụ", "số hộ", "số thu"])


def counts(first: str, second: str) -> bool:
    """Whether a number before these two syllables counts something.

    >>> counts("chỉ", "tiêu"), counts("chỉ", "có"), counts("người", "")
    (True, False, True)
    """
    pair = f"{first} {second}"
    return (first in COUNTED and pair not in _NO_COUNT) or pair in _COUNTED_PAIRS


# Words that leave the number of what follows open: "những năm tới" has no value.
VAGUE = frozenset([
    "những", "nhiều", "các", "vài", "mấy", "số", "ít", "bao", "từng", "đôi", "dăm", "chục", "lắm",
])  # fmt: skip


@cache
def compiled(source: str) -> re.Pattern[str]:
    """A pattern piece, compiled when first used; its blanks never run across a line's end."""
    return re.compile(source.replace(r"\s", "[ \t]"))


def number(words: str) -> int | None:
    """A whole number in digits or words, as it stands in a date."""
    if words.isdigit():
        return int(words)
    if words == "tư":  # only ever an ordinal: "tháng tư", "quý tư"
        return 4
    found = numerals.parse(words)
    return int(found) if found is not None and found == int(found) else None


def month_number(words: str) -> int | None:
    """A month by number, numeral or name.

    >>> month_number("mười hai"), month_number("giêng"), month_number("03")
    (12, 1, 3)
    """
    return MONTH_NAMES.get(words) or number(words)
