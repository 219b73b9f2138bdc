"""Whether a figure is reached or aimed at, from words and tense."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import Literal

from trich.extract.indicators.context import REACH, Context
from trich.extract.indicators.quantities import Quantity

Status = Literal["actual", "target"]


# An order where it opens a clause: "Bảo đảm tỷ lệ đạt trên 95%".
_ORDER = (
    r"(?:(?<=[.;:!?] )|(?<=[.;:!?]\n)|(?<=\n)|(?<=\A)|(?<=[-+*•] )|(?<=\d\. )|(?<=\d\) ))"
    r"(?:bảo đảm|đảm bảo)"
)


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:(?P<target>phấn đấu|(?:đặt|đề) (?:ra )?(?:mục tiêu|chỉ tiêu)|"
        r"(?<!chương trình )(?<!hoàn thành )(?<!đạt )(?<!vượt )(?<!thực hiện )"
        r"(?<!giá )mục tiêu(?! quốc gia)|(?<=\()(?:kế hoạch|chỉ tiêu|yêu cầu)|"
        r"(?<!so với )dự kiến|dự báo(?! khí tượng| thời tiết)|dự đoán|dự chi|khả năng(?= )|"
        r"có thể (?:nâng|tăng|giảm|đạt|lên|xuống|mất|thu)|"
        r"(?<!đã )(?<!được )tuyển(?: sinh| dụng)?(?: thêm| bổ sung| mới)?(?= \d)|"
        r"(?:giao|đề ra)(?: chỉ tiêu| mức){1,2} (?:tăng|giảm|thu|đạt)|giao (?:tăng|giảm)|"
        r"phải xong|mong(?= (?:đạt|chạm|có|thu))|(?<!đã và )sẽ|hướng tới|hướng đến|tầm nhìn|"
        r"cần đạt|phải (?:đạt|phủ|có|bảo đảm|đảm bảo|giảm|tăng)|quyết tâm|"
        r"nhiệm vụ trọng tâm|cam kết|hứa|"
        r"tiến tới|chỉ tiêu (?:ban đầu|kế hoạch|đề ra|được giao)|"
        r"kế hoạch (?:là|đề ra|năm nay|cả năm)|(?:đặt|giao) kế hoạch|"
        r"theo kế hoạch|phương hướng|định hướng|chậm nhất|(?<!theo )(?<!nhận được )yêu cầu|nhằm|"
        r"từ nay đến|dự tính|dự trù|dự định|lên kế hoạch|có kế hoạch|phương án (?=tăng|giảm)|"
        r"đề xuất|kỳ vọng|(?:kiến|đề) nghị(?! (?:hoàn trả|thu hồi|xử|truy tố|khởi tố|kỷ luật|"
        r"chuyển|tặng|khen|công nhận))|đăng ký (?:mua|bán)(?: thêm| vào| ra)?(?= \d)|ước mơ|"
        r"buộc|chỉ đạo (?=[^\W\d]+)|"
        r"tối thiểu (?:là )?(?=\d)|chủ trì,? phối hợp|"
        r"(?<!không )(?<!chưa )(?<!chỉ )cần(?: phải)? (?:nâng|tăng|giảm|bảo đảm|đảm bảo|"
        r"duy trì|bố trí|bổ sung|huy động|thu hút|hoàn thành|đầu tư|xây|có|thêm|"
        r"(?=ít nhất|hơn|gần|khoảng|\d)))|"
        r"(?P<actual>đã|vừa(?! phải| qua| rồi| và| là| để| học| sức| mới)|ước đạt|"
        r"ước tính|ước (?:cả năm|thực hiện|tăng|giảm|thu|chi)|"
        r"ghi nhận|hiện có|hiện nay|hiện đạt|tính đến|đạt được|"
        r"thực hiện được|vượt|so với cùng kỳ|đến nay|bắt giữ|bắt quả tang|thu giữ|triệt phá|"
        r"tạm giữ|khởi tố|thực tế|kết quả)"
        rf"|(?P<order>{_ORDER}))(?!\w)"
    )


# The first syllables of the cues: only where one stands, or opens a bracket, is a
# cue looked for.
_FIRST = {
    mark + word: len(mark)
    for mark in ("", "(", '"', "“", "-", "+")
    for word in (
        "phấn", "đặt", "đề", "mục", "kế", "chỉ", "yêu", "dự", "sẽ", "hướng", "tầm", "cần", "phải",
        "quyết", "nhiệm", "cam", "đăng", "hứa", "tiến", "theo", "phương", "định", "chậm", "nhằm",
        "kỳ", "kiến", "ước", "buộc", "có", "khả", "tuyển", "giao", "mong", "tối", "chủ",
        "đã", "vừa", "ghi", "hiện", "tính", "đạt", "thực",
        "vượt", "so", "đến", "kết", "bảo", "đảm", "từ", "lên", "bắt", "thu", "triệt", "tạm", "khởi",
    )
}  # fmt: skip
# "đạt huyết áp mục tiêu": a goal that is reached is no goal.
_REACHED = re.compile(
    r"(?<!\w)(?:(?:đạt|hoàn thành|vượt|theo)(?: [^\W\d]+){1,3}|hơn|với|đạt|vượt|gần) \Z|\d \Z"
)
# "cơ bản đạt yêu cầu", "đạt và vượt kế hoạch đề ra": nor are these.
_GOALS = frozenset({"yêu cầu", "theo kế hoạch", "kế hoạch đề ra", "chỉ tiêu đề ra"})
_MET = re.compile(
    r"(?<!\w)(?:(?<!chưa )đạt|hoàn thành|vượt|đáp ứng|so với|thực hiện)(?: [^\W\d]+){0,2} \Z"
)
# What a report says of what is: "tăng 3,2% so cùng kỳ", "bằng 93% KH".
_REPORTED = re.compile(r"so (?:với )?cùng kỳ|% (?:kh|kế hoạch)(?!\w)")
_OPENERS = ("phấn đấu", "mục tiêu", "nhiệm vụ trọng tâm", "phương hướng", "dự kiến", "đặt mục tiêu",
            "dự báo")  # fmt: skip
# A heading over things to do: "II. NHIỆM VỤ 2 THÁNG CUỐI NĂM".
_PLANS = re.compile(
    r"\s*(?:(?:\d{1,2}|[ivx]{1,4}|[a-zđ])[.)] ?)?"
    r"(?:nhiệm vụ|phương hướng|mục tiêu|các chỉ tiêu)(?!\w)"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BY_YEAR = re.compile(r"(?<!\w)đến (?:hết |cuối )?năm (\d{4})(?!\d)")
# A goal ends where the clause turns to what is: "cần 1,2 triệu m3; đến giữa tháng 12 mới có".
_TURN = re.compile(
    r"(?<!\w)(?:so với mức|mới (?:có|đạt|chỉ)|chỉ mới|nay (?:là|còn|đã)|hiện|trong khi)(?!\w)"
)
_FROM = re.compile(r"(?<!\w)từ(?: mức)? \Z")
_TO = re.compile(r"[^\W\d]*(?: [^\W\d]+){0,3}? (?:lên|xuống)(?!\w)")
_INSTEAD = re.compile(r"(?<!\w)(?:thay vì|thay cho|so với)(?: mức)? \Z")


_LIMIT = re.compile(r"(?:tối thiểu|tối đa|khuyến cáo)(?!\w)")


@cache
def _goal_before() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:(?:chỉ tiêu|mục tiêu|yêu cầu|mức (?:tối thiểu|tối đa|khuyến cáo))"
        r"(?: (?:ban đầu|đề ra|đặt ra|được giao|giao|năm|quốc gia|chung|nghị quyết|đại hội|"
        r"tối thiểu|tối đa|là|cả)){0,4}"
        r"|(?:chỉ tiêu|mục tiêu|kế hoạch|yêu cầu|định mức)(?: (?!đạt|tăng|"
        r"giảm)[\w/.-]+){0,16} là"
        r"|(?:so với|vượt|hơn) (?:chỉ tiêu|mục tiêu|kế hoạch)(?: (?!đạt|tăng|giảm)[^\W\d]+){0,6} "
        r"\() ?\Z"
    )


class Statuses:
    """Reads the status of the figures of one article, in text order."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.lower = context.lower
        self._targets: dict[int, int] = {}
        self._goals: dict[int, bool] = {}
        self._reports: dict[int, bool] = {}  # by sentence, as the goals are
        self._cues_of = -1
        self._cues: list[re.Match[str]] = []

    def of(self, q: Quantity, before: int, period: str | None) -> Status:
        """Whether a figure is reached or aimed at; `before` is where its modifier begins."""
        start, end = self.context.sentence(q.start)
        left = max(start, before - REACH)
        cue = self._cue_before(start, end, before)
        status: Status | None = None
        if _goal_before().search(self.lower, max(left, before - 120), before):
            return "target"
        if self.lower.endswith("mức ", left, before) and _LIMIT.match(self.lower, before):
            return "target"  # "thấp hơn mức tối thiểu 30%"
        if cue and self._hires_others(cue, before):
            cue = None
        if cue:
            status = "actual" if cue["actual"] else "target"
            if status == "target" and (
                _TURN.search(self.lower, max(left, before - 60, cue.end()), before)
                or _INSTEAD.search(self.lower, max(left, before - 16), before)
                or self._begins_change(q, before)
            ):
                return "actual"
        elif self._future(q, period):
            status = "target"
        line = self.context.line(start)[0]
        if status == "target":
            opens = cue is not None and cue["target"] in _OPENERS
            if cue is not None and opens and not self._bracketed(cue.start(), end):
                self._targets[line] = start
        elif status is None:
            if start not in self._reports:
                self._reports[start] = _REPORTED.search(self.lower, start, end) is not None
            if self._reports[start]:
                return "actual"
            if line in self._targets and self._targets[line] < start:
                return "target"  # the goals that an earlier sentence of the paragraph opened
            if start not in self._goals:
                self._goals[start] = self._opened(line, start)
            status = "target" if self._goals[start] else None
        return status or "actual"

    def _hires_others(self, cue: re.Match[str], before: int) -> bool:
        """Whether a figure only stands behind one of those to be hired: "tuyển 5 người, lương"."""
        if not cue.group().startswith("tuyển"):
            return False
        between = self.lower[max(cue.end(), before - REACH) : before]
        return "," in between and "trong đó" not in between

    def _begins_change(self, q: Quantity, before: int) -> bool:
        """Whether a change is to begin here: "từ 54 lên 80%"."""
        if not _FROM.search(self.lower, max(0, before - 8), before):
            return False
        behind = self.lower[q.end : q.end + 40].lstrip(" ")
        return behind.startswith(("lên", "xuống")) or _TO.match(behind) is not None

    def _cue_before(self, start: int, end: int, before: int) -> re.Match[str] | None:
        """The last cue of the sentence `start:end` that ends at or before a position."""
        if self._cues_of != start:
            self._cues_of = start
            self._cues = self._read(start, end)
        last = bisect_right(self._cues, before, key=lambda m: m.end()) - 1
        for i in range(last, max(-1, last - 6), -1):
            if not self._bracketed(self._cues[i].start(), before):
                return self._cues[i]
        return None

    def _bracketed(self, at: int, before: int) -> bool:
        """Whether a position stands in brackets that close before another one."""
        close = self.lower.find(")", at, min(before, at + REACH))
        return close >= 0 and self.lower.find("(", at, close) < 0

    def _opened(self, line: int, start: int) -> bool:
        """Whether what stands before, in the paragraph or above its list, opens goals."""
        cues = self._opening_cues(max(line, start - REACH), start)
        if not cues and self.context.is_item(line):
            above = self.context.above(line)
            if above is not None:
                end = self.context.line(above)[1]
                cues = self._opening_cues(max(above, end - REACH), end)
                if not cues and _PLANS.match(self.lower, above, end):
                    return True
        if not cues:
            above = self.context.before(line)
            if above is not None:
                end = self.context.line(above)[1]
                return end - above < 80 and _PLANS.match(self.lower, above, end) is not None
        return bool(cues) and cues[-1]["target"] in _OPENERS

    def _opening_cues(self, start: int, end: int) -> list[re.Match[str]]:
        return [m for m in self._read(start, end) if not self._bracketed(m.start(), end)]

    def _read(self, start: int, end: int) -> list[re.Match[str]]:
        """The cues of a stretch, without the goals that are reached or compared with."""
        lower, found, at, done = self.lower, [], start, start
        tokens = lower[start:end].split(" ")
        if _FIRST.keys().isdisjoint(tokens):
            return []
        for token in tokens:
            begin, at = at, at + len(token) + 1
            mark = _FIRST.get(token)
            if mark is None:
                continue
            begin += mark
            if begin < done:
                continue
            m = _cue().match(lower, begin, end)
            if m is None:
                continue
            done = m.end()
            goal = m["target"]
            before = (lower, max(start, m.start() - 40), m.start())
            reached = goal == "mục tiêu" and _REACHED.search(*before)
            if not reached and not (goal in _GOALS and _MET.search(*before)):
                found.append(m)
        return found

    def _future(self, q: Quantity, period: str | None) -> bool:
        """Whether the figure holds for a time to come."""
        if period is None or not period[:4].isdigit():
            return False
        published = self.context.article.published_on
        if published:
            if q.kind == "measure" and (day := _DAY.match(period)):  # what weather is to come
                return day.group() > published.isoformat()
            return int(period[:4]) > published.year
        by_year = _BY_YEAR.search(self.lower, max(0, q.start - REACH), q.start)
        return by_year is not None and by_year[1] == period[:4]
