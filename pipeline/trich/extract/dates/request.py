"""Texts that are nothing but a time, as one says it to an assistant: "thứ hai", "8 giờ tối".

There is no story around them that looks back, so they mean what comes next.
"""

from __future__ import annotations

import re
from functools import cache

from trich.extract.dates import words as w
from trich.extract.dates.found import Found
from trich.extract.dates.holidays import holiday_names
from trich.extract.dates.reader import Reader
from trich.extract.dates.timex import moment, value
from trich.extract.dates.words import compiled as re_

_LONGEST = 60
_TOKEN = r"[^\W\d_]+"
# Words of time that no table of values holds.
_WORDS = """
    hôm bữa ngày tuần lễ tháng quý năm mùa vụ thập niên kỷ kỉ thế thứ chủ chúa nhật t cn q
    nay qua mai mốt kia kìa này ni rồi vừa trước sau tới sắp đây kế tiếp theo nữa ngoái sang
    đầu giữa cuối nửa cùng tiên của trong ngoài vào lúc hồi từ đến hết kể trở đi lại về và là
    sáng trưa chiều tối đêm khuya sớm rạng tảng xế buổi giờ đúng chẵn ngọ kém thiếu rưỡi phút giây
    tiếng đồng h g p ph am pm cách khoảng chừng tầm độ gần hơn trên dưới quá chưa đầy không ít nhất
    nhiều tối đa thiểu chậm muộn vòng suốt cả nội dịp ở mỗi hàng hằng một cứ các những
    mùng mồng rằm âm dương lịch tết giêng chạp giai đoạn nhiệm kỳ xuân hè hạ thu đông bây ngay
    nhé nha ạ hoặc hay trọn nguyên thượng trung thời điểm nhân số nhì bây hiện tại
"""


@cache
def _vocabulary() -> frozenset[str]:
    tables = (
        *w.PARTS,
        *w.WEEKDAYS,
        *w.MONTH_NAMES,
        *w.ROMAN,
        *w.UNITS,
        *w.DIGIT_WORDS,
    )
    names = [*re.findall(_TOKEN, w.STEM), *re.findall(_TOKEN, w.BRANCH)]
    return frozenset([*_WORDS.split(), *names, *(x for t in tables for x in re.findall(_TOKEN, t))])


def asked(low: str) -> bool:
    """Whether a text is nothing but an expression of time.

    >>> asked("thứ hai tuần sau"), asked("lần thứ hai"), asked("họp thứ hai")
    (True, False, False)
    """
    text = low.strip()
    if not text or len(text) > _LONGEST or "\n" in text:
        return False
    rest = re_(rf"{holiday_names()}|(?:một|1|/)\s?lần\b").sub(" ", text)
    return _vocabulary().issuperset(re.findall(_TOKEN, rest))


def right_now(r: Reader, at: int) -> Found | None:
    """ "bây giờ", asked at a known minute; in a story it has no value."""
    context = r.context
    m = re_(r"(?:ngay\s)?(?:bây\sgiờ|lúc\snày|hiện\s(?:tại|giờ))\s?\Z").match(r.low, at)
    if m is None or context.now is None or not context.asked:
        return None
    context.leaned = "publication"
    p = moment(context.now)
    return Found(len(m.group().rstrip()) + at, "TIME", value(p), "now", point=p)
