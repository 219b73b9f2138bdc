"""What shows that an ambiguous expression is a date: "5/3", "thứ hai", "7 giờ", "2025"."""

from __future__ import annotations

from trich.extract.dates import words as w
from trich.extract.dates.holidays import feast_numbers
from trich.extract.dates.reader import Draft, Reader
from trich.extract.dates.words import compiled as re_

# Before "5/3" or "2030" they make it a date.
_DATE_BEFORE = frozenset([
    "từ", "đến", "tới", "hết", "trước", "sau", "vào", "lúc", "hôm", "dịp", "lễ", "nghỉ", "mừng",
    "khánh", "kể", "hồi", "nhìn", "tính", "tức", "nhằm", "phiên", "sang", "chót",
])  # fmt: skip
_CLOCK_BEFORE = frozenset([
    "lúc", "vào", "từ", "hồi", "tới", "đến", "trước", "đúng", "mốc", "quá", "mới",
])  # fmt: skip
_WHEN = frozenset(["lúc", "vào", "từ", "hồi", "tới", "đến", "trước"])
_MIDNIGHT_BEHIND = frozenset(["lúc", "vào", "từ", "hồi", "đến", "tới", "khoảng", "gần", "trước"])
_ABOUT = frozenset(["khoảng", "gần", "chừng", "tầm", "hơn"])
_LENGTH_BEFORE = frozenset([
    "trong", "sau", "suốt", "kéo", "dài", "mất", "vòng", "hơn", "gần", "cả", "thêm", "ngoài",
    "nhất", "thiểu", "đa", "cứ", "mỗi", "khoảng", "chừng", "cần", "đủ", "dưới", "trên",
])  # fmt: skip
# "2 giờ nữa", "1h30 trước" are no clock times; in a request only these make "2 giờ" a length.
_DISTANCE = (
    r"\s(?:nữa\b|(?:một|1)\slần\b|đồng\shồ\b"
    r"|(?:trước|sau|qua|tới|vừa\s(?:qua|rồi)|gần\sđây)(?=\s?(?:$|[.,;)\n])))"
)
_LENGTH_ASKED = frozenset(["trong", "suốt", "vòng", "hơn", "nhất", "thiểu", "đa", "quá", "đầy"])
_SHORT_WEEKDAYS = frozenset(["t2", "t3", "t4", "t5", "t6", "t7", "cn"])
_HEAD = r"(?:^|\n|[.!?…:;]\s|[“\"-]\s?)\Z"
_UNTIL_PART = r"(?:^|\n|[.!?…:;,]\s|[“\"-]\s?)(?:(?:mãi|cho)\s)?(?:đến|tới|sang)\s\Z"
EVERY = r"\s(?:hàng|hằng|mỗi)\s(?:tuần|tháng|năm|ngày|quý)\b"
# A share, and no day, even where a day is asked for.
_FRACTION = r"(?:1/[234]|[23]/[34])(?!\d|/)"
# "- Lấy ý kiến về dự thảo (27/01)": the day of a headline in a list.
_DAY_NEAR = r"\b(?:ngày|hôm|thứ|sáng|trưa|chiều|tối)\s[^\n()]{0,16}\(\Z"
_AT_LINE_END = r"\d\d?/\d\d?\)\s?(?:\n|\Z)"
# A day of a list ends at a mark, and may open its line.
_ITEM = r"\d\d?/\d\d?(?:\s?[:;.,)](?!\d)|\s[(-]\s?|\s?(?=\n)|\s?\Z)"
_MONTH_OF_YEAR = rf"{w.MONTH_NO}[/.-]{w.YEAR}(?![\w/]|[.,]\d)"
_MONTHS_OF_YEARS = (
    rf"{w.MONTH_NO}/{w.YEAR}(?:\s?-\s?|\s(?:đến|tới)\s){w.MONTH_NO}/{w.YEAR}(?![\w/])"
)
_DOTTED = rf"{w.DAY_NO}\.{w.MONTH_NO}(?=[,)]|\s(?:tại|ở|tới|này)\b)"
_SURE_DAY = r"(?:(?:1[3-9]|2\d|3[01])/(?:1[0-2]|0?[1-9])|\d\d?/0[1-9])(?![\d/]|[.,]\d)"
_APPOSED = rf"{w.DAY_NO}[/-]{w.MONTH_NO},"
_DASHED_ITEM = rf"{w.DAY_NO}-{w.MONTH_NO}\s?:(?!\d)"  # "- 13-6: công bố điểm"
_CELL = r"\d\d?/\d\d?\s?(?:\||\n)"  # of a table that has a column of days
_BULLET = r"\s*(?:[-+*•]\s?)?"
_HEADS_ITEM = r"\d\d?/\d\d?\s?(?::|-\s|\((?=ngày|thứ|ch[ủú]|m[ùồ]ng|\d|rằm|tức|nhằm|âm|dương))"
_SENTENCE_HEAD = r"(?:^|\n|[.!?]\s)\Z"
_DAY_IS = r"\d\d?/\d\d?(?:,\s(?!\d)|\s(?:là|cũng là|tới|này)\s(?!\d))"
_SCORED = r"\b(?:đạt|tỷ lệ|tỉ lệ|kết quả|tổng|điểm|số|tỷ số)\b[^\n,;:]{0,20}[:,;]\s\Z"
_WHICH_DAY = (
    r"\d\d?/\d\d?\s(?:tới|sắp tới|vừa qua|vừa rồi|này|(?:hàng|hằng|mỗi) năm"
    r"|năm (?:nay|ngoái|sau))\b"
)
# What happens on a day: "khai giảng 5/9", "chung kết 14/7", "chậm nhất 18/7".
_HAPPENS = tuple(
    word + joint
    for joint in (" ", ": ")
    for word in (
        "chậm nhất", "muộn nhất", "trễ nhất", "sớm nhất", "khai mạc", "bế mạc", "chung kết",
        "bán kết", "tứ kết", "khởi công", "khởi hành", "khai giảng", "công chiếu", "phát hành",
        "ra mắt", "khởi chiếu", "ra rạp", "đáo hạn", "khánh thành", "khai trương", "hạn dùng",
        "hạn sử dụng", "hsd", "nsx", "có hiệu lực", "kết thúc", "trao giải", "diễn ra", "bắt đầu",
        "bốc thăm", "dự phòng", "hoàn thành", "công bố", "xét tuyển", "chi trả", "thanh toán",
        "chốt danh sách", "khởi tranh", "khai hội", "giao dịch", "trả cổ tức", "tựu trường",
        "nhập học", "niêm yết", "lên sàn", "mở bán", "khởi động", "về nước", "lên đường",
        "xuất viện", "nhập viện", "xuất bản", "lên sóng", "phát sóng", "cất cánh", "hạ thủy",
        "ngày thi", "ngày chốt", "giao hàng", "bỏ phiếu", "bầu cử",
    )
)  # fmt: skip
# "ngày đăng ký cuối cùng là 15/11", "hạn nộp hồ sơ 20/10"
_DAY_CALLED = r"\b(?:ngày|hạn)\s(?:[^\W\d]+\s){1,6}là\s\Z"
_DUE = r"(?<!kỳ )(?<!thời )\bhạn\s(?:[^\W\d]+\s){0,7}\Z"
_ISSUED = r"\b(?:ban hành|ký|được ký|có hiệu lực|công bố|thông qua)\s\Z"
_LABEL = (
    r"\b(?:hạn|ngày|thời gian|lịch|khai giảng|khởi hành|khai mạc|phát hành|bắt đầu|kết thúc"
    r"|nhập học|tựu trường|thi)\b[^\n.;:]{0,20}: \Z"
)
_WORK = r"\s(?:làm|đồng|liên|mỗi|học|bay|trực|điều|theo(?!\sgiờ)|tiếp|chờ|công|nghỉ|sau\b|trước\b)"
_ORDINAL_BEFORE = frozenset([
    "lần", "hạng", "đứng", "vị", "trí", "người", "ngày", "bậc", "cấp", "con", "mũi", "liều",
    "loại", "nhóm", "đợt", "kỳ", "khóa", "điều", "dịch", "sóng", "nhân", "vòng", "quý",
    "hiệp", "chương", "tầng", "lượt", "đời", "tập", "phần", "bàn", "vụ",
    "cuộc", "lứa", "phiên", "đoạn", "tuần", "tháng", "năm", "giờ", "phút", "thế",
])  # fmt: skip
# The words that speak of feasts.
_FEAST = (
    r"\b(?:ngày|lễ|quốc tế|kỷ niệm|nghỉ|dịp|mừng|khánh|giải phóng|tết|việt nam|đợt|sinh nhật)\b"
)
# "Ngày Đái tháo đường thế giới 14/11": a day with a name of its own.
_NAMED_DAY = r"\b[Nn]gày (?P<first>\w)[^\n.;:,()\d]{3,49} \(?$"
# Streets, wards and hospitals bear days as names.
_NAMED_AFTER_DAYS = frozenset([
    "đường", "phố", "phường", "xã", "viên", "viện", "trường", "cầu", "kênh", "máy", "hiệu", "số",
])  # fmt: skip
# What happens in a year: "thành lập 2008", "(sửa đổi 2017)".
_DONE = (
    r"\b(?:khởi công|khánh thành|thành lập|ra đời|xuất bản|sửa đổi|bổ sung|tái bản|khai trương"
    r"|hoàn thành|phát hành|tốt nghiệp|nhập ngũ|kết hôn|sáng lập|vô địch|đăng quang|xây dựng"
    r"|xếp hạng|công nhận|sản xuất|đời|bản|ấn bản|tái thiết|trùng tu|sáng tác)\s\Z"
)
_EVENT = (
    r"\b(?:hội nghị|hội thảo|diễn đàn|đại hội|lễ hội|tuần lễ|tháng hành động|chương trình|giải"
    r"|cuộc thi|kỳ thi|hội thi|hội thao|hội chợ|triển lãm|ngày hội|festival|cup|games|chiến dịch"
    r"|kế hoạch|liên hoan|mùa (?:thi|lễ hội|du lịch|tuyển sinh)"
    r"|olympic|euro|asiad|báo cáo|niên giám|hiến pháp|luật|nobel|forum|summit"
    r"|conference|expo|awards?|khảo sát|điều tra|tuyển sinh|tốt nghiệp|mùa giải|hoa hậu|gala"
    r"|[\w-]*league|liga|serie"
    r"|vụ (?:chiêm|mùa|xuân|đông|hè|đông xuân|hè thu|thu đông)"
    r"|người đẹp|hoa khôi|nam vương|nữ hoàng|á hậu|quán quân|liveshow|tour|mục tiêu|chỉ tiêu"
    r"|lễ trao|tôn vinh|chỉ số|bảng xếp hạng|xuân|tết|dự toán|ngân sách|cuộc họp|đối thoại"
    r"|phiên họp|tọa đàm|họp mặt|gặp mặt|năm du lịch|thường niên|concert|doanh thu"
    r"|lợi nhuận|cổ tức|kim ngạch|tăng trưởng|vòng loại|danh hiệu)\b"
)


_YEARS_LISTED = rf"{w.YEAR}(?:(?:[,;]|\svà)\s{w.YEAR}){{1,9}}\)"
_IN_BRACKETS = r"\((?:[^()\n;]{2,70};\s)*[^()\n;\d]{2,70},\s\Z"
# What a column of a report's table holds: plan, result, estimate of a year.
_COLUMNS = frozenset(["kh", "th", "ưth", "uth", "dt", "qt", "ước", "hiện"])
_COMPARED_YEAR = (
    r"\b(?:so với|so|gấp đôi|gấp ba|thay vì|hơn hẳn|cao hơn|thấp hơn|như|của|trong)\s\Z"
)
_FIGURE_OF_YEAR = r"\s?(?::|(?:tăng|giảm|đạt|là|chỉ|còn|có)\b)\s?(?:[^\W\d]+\s){0,2}\d"
# Before a number they make it one of something: "đạt 2022", "lô 2023".
_NUMBERED = frozenset([
    "số", "mã", "lô", "thửa", "giá", "khoảng", "gần", "đạt", "tăng", "giảm", "lên", "xuống", "còn",
    "được", "có", "bằng", "chỉ", "hơn", "trên", "dưới", "tới", "đến", "thoại", "tờ", "phòng", "km",
    "quá", "vượt", "thêm", "tổng", "gồm",
])  # fmt: skip
# "Tiếng hát truyền hình 2019" in its quotes
_QUOTED = r"[“\"«‘][^\W\d][^\n“”\"«»‘’]{3,70}\s\Z"
# "Vietnam Idol 2023", "World Cup 2026": a name of two words, the last one capitalized.
_EVENT_NAME = r"(?<=\w\s)[A-ZĐ][\w-]*[a-z][\w-]*\s\Z"


def day_evidence(r: Reader, at: int) -> bool:
    """Whether what stands before makes a bare "5/3" a day."""
    if r.context.asked:
        return re_(_FRACTION).match(r.low, at) is None
    if not r.low[at].isdigit():
        return False
    if re_(
        r"\d\d?[/.]\d\d?(?:\s?-\s?|\s(?:đến|tới)\s)\d\d?[/.]\d\d?[/.]\d{4}"
        r"|\d\d?/\d\d?\s\(?âm lịch"
    ).match(r.low, at):
        return True
    if r.previous(at) in _DATE_BEFORE and r.low[at - 1 : at] in (" ", "("):
        return True
    if re_(_WHICH_DAY).match(r.low, at) and not re_(_FRACTION).match(r.low, at):
        return True
    if _in_list(r, at) or _dotted(r, at) or _month_of_career(r, at):
        return True
    if r.low.endswith(_HAPPENS, 0, at) and not re_(_FRACTION).match(r.low, at):
        return True
    called = r.previous(at) == "là" and re_(_DAY_CALLED).search(r.low, max(0, at - 48), at)
    due = r.low.find("hạn ", max(0, at - 48), at) >= 0  # most days have no term before them
    if called or (due and re_(_DUE).search(r.low, max(0, at - 48), at)):
        m = re_(r"\d\d?[/-]\d\d?(?![\d/-])").match(r.low, at)
        return m is not None and r.closes(m.end())
    if r.low.endswith(": ", 0, at) and re_(_LABEL).search(r.low, max(0, at - 40), at):
        return re_(r"\d\d?[/-]\d\d?(?![\d/-])").match(r.low, at) is not None
    if re_(_ISSUED).search(r.low, max(0, at - 14), at):
        return re_(r"\d\d?[/-]\d\d?(?![\d/-])").match(r.low, at) is not None and r.closes(
            re_(r"[\d/-]+").match(r.low, at).end()  # type: ignore[union-attr]
        )
    if re_(feast_numbers()).match(r.low, at):
        before = r.low[max(0, at - 45) : at]
        if re_(_FEAST).search(before, before.rfind("\n") + 1):
            return r.previous(at) not in _NAMED_AFTER_DAYS
    named = re_(_NAMED_DAY).search(r.context.text[max(0, at - 60) : at])
    if named and named.group("first").isupper():
        return bool(re_(r"\d\d?/\d\d?(?![\d/])").match(r.low, at))
    gap = r.low[r.last_end : at] if r.last_end else "?"
    if r.last_type in ("DATE", "TIME") and (
        (gap.strip() in (",", "và", ";", "") and r.last_level == 2) or gap in (" (", "(")
    ):
        return bool(gap)
    if r.low[at - 1 : at] == "(" and at:
        if re_(r"\d\d?-\d\d?\)").match(r.low, at):  # "ngày đầu tiên (13-10)", but no score
            return re_(_DAY_NEAR).search(r.low, max(0, at - 24), at) is not None
        if re_(_AT_LINE_END).match(r.low, at) and not re_(_FRACTION).match(r.low, at):
            return True
        before = r.low[max(0, at - 70) : at - 1]
        line = before[before.rfind("\n") + 1 :]
        return bool(re_(r"\b(?:ngày|lễ|tết|kỷ niệm|sáng|chiều|tối)\b").search(line)) and bool(
            re_(r"(?:\d\d?\s?-\s?)?\d\d?/\d\d?(?:/\d{4})?\s?[),-]").match(r.low, at)
        )
    return False


def _month_of_career(r: Reader, at: int) -> bool:
    """Whether "5/1941" is a month: "Bí thư (5/1941 - 10/1956)", "- 7/1986: …"."""
    low = r.low
    if not re_(_MONTH_OF_YEAR).match(low, at):
        return False
    if low[at - 1 : at] == "(" and at:
        return True
    head = re_(_BULLET).fullmatch(low, low.rfind("\n", max(0, at - 9), at) + 1, at)
    return head is not None or re_(_MONTHS_OF_YEARS).match(low, at) is not None


def _dotted(r: Reader, at: int) -> bool:
    """Whether "13.5" is a day: "sáng nay, 13.5, …", "diễn ra vào 18.7 tại …"."""
    if not re_(_DOTTED).match(r.low, at):
        return False
    again = r.last_rule == "relative-day" and r.low[r.last_end : at] in (", ", " (")
    if again or r.low.endswith(("vào ", "diễn ra ", "khai mạc ", "khởi chiếu "), 0, at):
        r.dotted = at
        return True
    return False


def _in_list(r: Reader, at: int) -> bool:
    """Whether a day is one of a list: "- 22/2: Hội Lim; 24/2: …", "…; dự phòng: 28/6."."""
    low = r.low
    if re_(_FRACTION).match(low, at):
        return False
    if re_(_DAY_IS).match(low, at) and re_(_SENTENCE_HEAD).search(low, max(0, at - 2), at):
        return True
    goes_on = r.last_level == 2 and low.endswith(("; ", ", "), 0, at) and r.context.day_before(at)
    if goes_on and re_(_SURE_DAY).match(low, at):
        return True  # "Ngày 15/05, đoàn đến; 16/05 làm việc"
    if r.last_end == at - 2 and low.endswith(("nay, ", "qua, "), 0, at):
        return re_(_APPOSED).match(low, at) is not None  # "Hôm nay, 18/8, giá tăng"
    if re_(_DASHED_ITEM).match(low, at) and r.dashed_days():
        bullet = re_(_BULLET).fullmatch(low, low.rfind("\n", max(0, at - 9), at) + 1, at)
        return bullet is not None or (r.last_level == 2 and low.endswith("; ", 0, at))
    if re_(_CELL).match(low, at) and low.endswith(("\n", "| "), 0, at) and r.dated_table():
        return True
    if not re_(_ITEM).match(low, at):
        return False
    line = low.rfind("\n", max(0, at - 400), at) + 1
    if re_(_BULLET).fullmatch(low, line, at):
        return re_(_HEADS_ITEM).match(low, at) is not None
    if not r.last_end or r.last_end < line or r.last_level != 2:
        return False
    return low.endswith((", ", "; ", ": "), 0, at) and not re_(_SCORED).search(low, line, at)


def stands_alone(r: Reader, draft: Draft, start: int, end: int) -> bool:
    """Whether a point is a date as it stands, without an interval around it."""
    p = draft.point
    if p.level == 0:
        if p.hour is None and r.context.asked and r.low.startswith(("giữa ", "buổi "), start):
            return True
        if p.hour is None:
            return p.part is not None and (
                re_(EVERY).match(r.low, end) is not None or _part_of_the_day(r, start, end)
            )
        return _clock(r, draft, start, end)
    if p.level == 1:
        return _weekday(r, draft, start, end)
    return True


def _part_of_the_day(r: Reader, start: int, end: int) -> bool:
    """Whether a part of the day alone is that of the story's day: "Chiều, sương lại kéo về"."""
    low = r.low
    if low.startswith("nửa đêm", start) and (
        r.previous(start) in _MIDNIGHT_BEHIND
        or (low[end : end + 1] in "\n.," and re_(_HEAD).search(low, max(0, start - 3), start))
    ):
        return True
    if r.context.published is None:
        return False
    if low[end : end + 1] == "," and re_(_HEAD).search(low, max(0, start - 3), start):
        return True
    near = low.endswith((", ", "; "), 0, start) and 0 < start - r.last_end < 60
    if near and r.last_part and r.last_type == "TIME" and r.context.day_before(start):
        return True  # "Sáng 14/5 mưa, chiều nắng"
    before = low[max(0, start - 24) : start]
    if low[end : end + 1] == "," and before.endswith(("cũng trong ", "ngay trong ", "trong cùng ")):
        return True  # "Cũng trong buổi sáng, Quốc hội …"
    if re_(_UNTIL_PART).search(before):
        return re_(r",|\s(?:thì|mới)\b").match(low, end) is not None
    return low.endswith(("so với ", "so với đầu ", "so với cuối "), 0, start) and r.closes(end)


def _clock(r: Reader, draft: Draft, start: int, end: int) -> bool:
    """Whether "7 giờ" tells when, and not how long."""
    said = r.low[start:end]
    before = r.previous(start)
    if draft.parted:
        return True
    if re_(_DISTANCE).match(r.low, end):
        return False
    if r.context.asked and draft.point.hour != 24:
        return before not in _LENGTH_ASKED
    if ":" in said:
        if re_(r"\s?/\s?\d").match(r.low, end) or r.low.endswith("/ ", 0, start):
            return False  # "0:00 / 3:15" of a player
        ratio = re_(r"tỷ lệ|tỉ lệ|tỷ số|tỉ số").search(r.low[max(0, start - 20) : start])
        return ratio is None and (
            said[1] != ":" or before in _CLOCK_BEFORE or _in_table(r, start, end)
        )
    if r.low[start - 1 : start] == "/" and start:
        return False
    if before not in _WHEN and _is_result(r, said, start):
        return False
    if before in _CLOCK_BEFORE or (before in _ABOUT and _at(r, start, end)):
        return True
    if before == "sau" and _closing_hour(r, draft, said, end):
        return True
    if before == "thì" and r.last_type == "TIME" and r.context.same_sentence(r.last_end, start):
        return True  # "5 giờ sáng dọn ra thì 6 giờ đã dẹp"
    if before in _LENGTH_BEFORE or re_(_WORK).match(r.low, end):
        return False
    hour = draft.point.hour or 0
    if hour == 24:
        return False
    minutes = bool(draft.point.minute)
    return minutes or "giờ" not in said


def _is_result(r: Reader, said: str, start: int) -> bool:
    """Whether a time was needed for something: "thành tích 1 giờ 12 phút 18 giây"."""
    if "giờ" not in said or "phút" not in said:
        return False
    words = r"thành tích|kỷ lục|thời gian" if "giây" in said else r"thành tích|kỷ lục"
    told = rf"\b(?:{words})(?:\s[^\W\d]+){{0,3}}(?:\s?:)?\s$"
    return re_(told).search(r.low[max(0, start - 40) : start]) is not None


def _in_table(r: Reader, start: int, end: int) -> bool:
    """Whether it fills a cell: "| 7:30 |"."""
    return r.low.endswith(("| ", "|", "\n"), 0, start) and bool(re_(r"\s?[|\n-]").match(r.low, end))


def _closing_hour(r: Reader, draft: Draft, said: str, end: int) -> bool:
    """Whether "sau 17h" means from then on: an hour that hardly counts hours."""
    hour, minute = draft.point.hour or 0, draft.point.minute
    return "giờ" not in said and (13 <= hour <= 23 or bool(minute)) and r.closes(end)


def _at(r: Reader, start: int, end: int) -> bool:
    """Whether an approximate clock time tells when: "đến hơn 18h", "Khoảng 18h, trời …"."""
    before = r.low[max(0, start - 24) : start]
    before = before[before.rfind("\n") + 1 :]
    if re_(r"\b(?:lúc|vào|hồi|từ|(?<!dài )(?<!lên )(?:đến|tới))\s\w+\s$").search(before):
        return True
    if "giờ" in r.low[start:end] and "phút" not in r.low[start:end]:
        # "Buổi sáng vào làng khoảng mười giờ, trời xanh"
        return re_(r"\b(?:sáng|trưa|chiều|tối|đêm)\s(?:\w+\s){0,3}$").search(before) is not None
    if re_(r"\dh\d\d").search(r.low, start, end):
        return not re_(r"\b(?:dài|mất|trong|sau|hết|vòng|cần|thêm|suốt|đủ)\s\w+\s$").search(before)
    head = re_(r"(?:^|[.,;:!?(“]\s?|\b(?:xảy|diễn)\sra\s)\w+\s$").search(before)
    return head is not None and r.low[end : end + 1] == ","


def ordinal(r: Reader, at: int) -> bool:
    """Whether what is counted stands before: "lần thứ hai", "đợt dịch thứ tư"."""
    if not r.low.startswith("thứ", at) or r.previous(at) not in _ORDINAL_BEFORE:
        return False
    return not r.context.text[at + 4 : at + 5].isupper() or r.previous(at) in ("lần", "ngày")


def _weekday(r: Reader, draft: Draft, start: int, end: int) -> bool:
    """Whether "thứ hai" is Monday and not the second."""
    if draft.rule == "sure-weekday" or draft.direction or draft.point.timed:
        return True
    if r.context.asked:
        return not ordinal(r, start)
    said, text = r.low[start:end], r.context.text
    if said in _SHORT_WEEKDAYS:
        return False  # only with a part of the day, a week or another weekday
    if said[0] == "c":
        return r.previous(start) not in ("báo", "tờ", "chợ", "trẻ", "tạp", "phong")
    if said[0] != "t" or said.startswith(("tuesday", "thursday")):
        return False
    if ordinal(r, start):
        return False
    before = r.previous(start)
    if re_(r"(?:\svà|,)\s(?:ngày\s)?ch[ủú]a?\snhật").match(r.low, end):
        return True
    if re_(r"\s?\(\d\d?[/-]\d|\s(?:hàng|hằng|mỗi)\stuần").match(r.low, end):
        return True
    if before in ("vào", "hôm", "hết"):
        return r.closes(end) or text[end - 2 : end - 1].islower()
    number = text[start + len("thứ ") : end]
    return text[start].islower() and number[0].isupper()


def _with_another(r: Reader, start: int, end: int, before: str) -> bool:
    """Whether its sentence names another year near it: "năm 2021 là 5 triệu, 2022 lên 6 triệu"."""
    said = r.context.year_before(start)
    if said is None or abs(said - int(r.low[start:end])) > 20 or r.low[start - 1 : start] != " ":
        return False
    if before in _NUMBERED or before in w.UNITS or before.isdigit() or before in w.VAGUE:
        return False
    return re_(r"[.,]\d|\s?[%°€+*=<>]").match(r.low, end) is None


def behind_event(r: Reader, start: int, end: int) -> bool:
    """Whether a bare year names the year of an event, a document, a goal or a birth."""
    low = r.low
    if start - 1 in r.decree_ends:
        return True
    before = r.previous(start)
    if low[start - 1 : start] == "(" and low[end : end + 1] == ")":
        return True
    if low[start - 1 : start] == "(" and re_(_YEARS_LISTED).match(low, start):
        return True
    if low[end : end + 1] in ");" and re_(_IN_BRACKETS).search(low, max(0, start - 80), start):
        return True  # "(NXB Văn học, 1959)"
    if before in _COLUMNS and ("|" in r.line(start) or "\t" in r.line(start)):
        return True
    if before in ("sn", "sinh", "nhìn", "hồi", "hạn"):
        return True
    if re_(_COMPARED_YEAR).search(low, max(0, start - 16), start) and r.closes(end):
        return not low[start:end].endswith("000")
    if low.endswith(("(", "; ", ", ", ": ", "\n"), 0, start) and re_(_FIGURE_OF_YEAR).match(
        low, end
    ):
        return True
    if low[end : end + 1] in '”"»’' and re_(_QUOTED).search(low, max(0, start - 80), start):
        return True
    if r.last_rule == "holiday" and r.last_end == start - 1:
        return True  # "Ngày Thế giới không thuốc lá 2019"
    gap = low[r.last_end : start] if r.last_end else "?"
    if gap.strip() in (",", "và", ";") and r.last_level == 5:
        return True
    if low[end : end + 1] == ":" and re_(_BULLET).fullmatch(
        low, low.rfind("\n", max(0, start - 9), start) + 1, start
    ):
        return True  # a line of somebody's life: "- 1925: …"
    listed = low[end : end + 1] == ":" and low.endswith((", ", "; ", ". "), 0, start)
    if listed and r.last_level == 5 and r.context.same_paragraph(start):
        return True  # "1915-1916: …, 1927: …"
    if re_(_EVENT_NAME).search(r.context.text, max(0, start - 40), start):
        return before not in w.UNITS
    if re_(r"\slà\s(?:một\s)?năm\b|\strở\s(?:đi|lại|về)\b").match(low, end):
        return True
    if _with_another(r, start, end, before):
        return True
    named = low[end : end + 1] == " " and r.context.text[end + 1 : end + 2].isupper()
    if not (r.closes(end) or named):
        return False
    if low[start - 1 : start] != " ":
        return False
    if before in _DATE_BEFORE or re_(_DONE).search(low, max(0, start - 14), start):
        return True
    if before in w.UNITS or before.isdigit() or before in w.VAGUE or before in ("số", "là"):
        return False
    if low[start - 2 : start - 1] in ",;:.)":
        return False
    stretch = low[max(0, start - 90) : start]
    cut = max(stretch.rfind(c) for c in "\n,;:.!?(")
    return bool(re_(_EVENT).search(stretch, cut + 1))
