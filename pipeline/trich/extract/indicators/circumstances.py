"""What a figure measures, for when, and whether it is reached or aimed at.

All three come from the syntax around the figure: the subject of its clause, the dates of its
sentence and of what stands before, and words such as "phấn đấu" or "đã".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from typing import Literal

from trich.article import Article, Mention, Span
from trich.extract.indicators.counted import known_noun
from trich.extract.indicators.quantities import Quantity

Status = Literal["actual", "target"]

_REACH = 320  # how far left of a figure its clause is read, so that a huge line stays linear


# --- the property ---------------------------------------------------------------------------


# Nouns that name a measure: where one stands before the verb, it begins the property.
@cache
def _measure_head() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ số|tỉ số|tỷ trọng|tỉ trọng|tổng|mức|tốc độ|"
        r"(?<!thiểu )(?<!đổi )(?<!một )(?<!dân )(?<!đa )(?<!kỹ thuật )số(?! \d| đó| này)|"
        r"chỉ số|hệ số|doanh thu|doanh số|kim ngạch|giá trị|sản lượng|diện tích|năng suất|thu nhập|"
        r"thu ngân sách|chi ngân sách|kinh phí|vốn|ngân sách|lợi nhuận|công suất|"
        r"(?<!chất )lượng|chi phí|"
        r"tăng trưởng|lạm phát|gdp|grdp|cpi|iip|fdi|độ che phủ|độ bao phủ|tuổi thọ|dân số|mật độ|"
        r"lương|học phí|giá|quy mô|dư nợ|nợ|bội chi|chiều dài|chiều cao|khối lượng|năng lực|"
        r"mức sinh|thặng dư|nhập siêu|xuất siêu|nhiệt độ|lượng mưa|trị giá|xuất khẩu|"
        r"nhập khẩu|thanh khoản|lãi suất|tỷ giá|thiệt hại|dung tích|sức gió|mực nước|trữ lượng|"
        r"lưu lượng|lệ phí|viện phí|khả năng)(?!\w)"
    )


# Where a subject ends: the verb or link before the number.
_STRONG = (
    r"đạt|là|chiếm|tăng(?! trưởng)|giảm(?! nghèo| phát)|còn|ở mức|(?<!mặt )bằng|ước|lên|xuống|"
    r"dao động|vượt|tới|từ|cao hơn|thấp hơn|gấp|khoảng|đóng góp|ghi nhận|duy trì|tương đương|"
    r"tương ứng|"
    r"năm (?=\d)|tháng (?=\d)|quý (?=[\divx])|lần lượt|hoàn thành|mang về|trị giá|nâng"
)
# The adverb, not the end of "thực hiện" or "phát hiện".
_NOW = "(?<!thực )(?<!phát )(?<!thể )(?<!xuất )(?<!tái )hiện"


@cache
def _link() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^| )(?:{_STRONG}|đã|sẽ|được|có|đến|cao(?! su| tốc| tuổi| học| đẳng| điểm| cấp)|thấp|"
        rf"{_NOW}|cũng|vẫn|chỉ|không|phải|"
        r"cần|trên|dưới|bị|đang|thực hiện(?! đạt| ước| là| tăng| giảm)|theo|do|trong|tại|vào|"
        r"với|năm|tháng|quý|thu hút|huy động|"
        r"giải ngân|cho biết|của cả nước|lớn|nhiều|trung bình|bình quân|qua|gồm)(?!\w)"
    )


@cache
def _strong_link() -> re.Pattern[str]:
    return re.compile(rf" (?:{_STRONG})(?!\w)")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf" (?:{_STRONG}|có|cho|đã|với|trong|tại)(?!\w)")


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(
        r"(?: (?:đã|sẽ|được|có|đến|"
        rf"{_NOW}|cũng|vẫn|chỉ|phải|cần|trên|dưới|đang|vào|với|khoảng|gần|"
        r"hơn|cao|"
        r"thấp|ước|hiện nay|mức|ước tính))+\s*\Z"
    )


# A measure that says nothing by itself: "trị giá", "với mức", "tỷ lệ".
_BARE_HEAD = frozenset(
    [
        "mức",
        "tỷ lệ",
        "tỉ lệ",
        "số",
        "tổng",
        "trị giá",
        "giá trị",
        "giá",
        "lượng",
        "tỷ trọng",
        "tốc độ",
        "vốn",
        "tổng số",
        "quy mô",
        "mức tăng",
        "giá bình quân",
        "tổng giá trị",
        "mức giảm",
    ]
)
# Words that name no measure where nothing else is left.
_EMPTY = frozenset(
    [
        "giai", "đoạn", "tiến", "gần", "xa", "là", "đã", "có", "chưa", "bây", "giờ", "đối", "nơi",
        "mang", "cả", "tương", "đó", "này", "khi", "kết", "quả", "ngành", "hơn", "với", "mới",
        "vẫn", "còn", "cũng", "thì", "và", "nay", "lúc", "đây", "kia", "như", "trong", "của",
        "cho", "thêm", "tới", "lên", "xuống", "đặt", "ra", "được", "bị", "so", "mức",
    ]
)  # fmt: skip
# Counted nouns that say little: the subject before them tells what is counted.
_COUNTERS = frozenset(
    ["trường hợp", "người", "ca", "con", "lượt", "lượt người", "lượt khách", "vụ", "cái", "chiếc"]
)
_GOAL_END = re.compile(
    r"(?:(?<= )|\A)(?:đặt (?:ra )?|đề ra )?(?:mục tiêu|kế hoạch|chỉ tiêu)"
    r"(?: (?:cả|năm|nay|là|đề ra|được giao|\d{4}))*\s*\Z"
)
_RELATIVE = re.compile(r" (?:được|bị|đạt|đã|có|từ(?= \d+ tuổi))(?!\w)")
_RELATIVE_END = re.compile(
    r"[,;:()\"“”!?\t]|\.(?:\s|$)| (?:trong|theo|so với|nhằm|để|khi|vào|và|nhưng|do|năm|bởi|như|với|"
    r"chiếm|tăng|giảm|cho|trên|tại|gồm|là|hơn|khoảng|gần)(?!\w)| \d(?!\d? tuổi)"
)
_WIDE_SUBJECT = re.compile(r"(?:khu vực|ngành|nhóm|công tác|lĩnh vực|sản xuất|hoạt động|các)(?!\w)")


@cache
def _verb_first() -> re.Pattern[str]:
    return re.compile(
        r"(?:giảm|tăng|nâng|đạt|có|thu hút|huy động|giải ngân|duy trì|hoàn thành|thực hiện|đã|sẽ)"
        r"(?: (?:đã|được|có|đạt|tăng|giảm))* (?!chậm|nhanh|mạnh|xa|nhiều|khá|nhẹ|dần|thêm|lên|"
        r"xuống|còn)"
    )


@cache
def _link_head() -> re.Pattern[str]:
    return re.compile(_link().pattern.replace("(?:^| )", "", 1))


_PIECE = re.compile(r"[,;:()\"“”.!?\t](?!\d)|(?<!\w)(?:trong khi|nhưng)(?!\w)|(?<=[\d%]) và(?!\w)")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:trong đó|riêng|còn|và|nhưng|đến nay|cụ thể|theo đó|tuy nhiên|hiện nay|hiện|"
        r"nhờ đó|qua đó|"
        r"bên cạnh đó|ngoài ra|đặc biệt|đồng thời|phấn đấu|bảo đảm|đảm bảo|đưa|nâng|giúp|góp phần|"
        r"với|khi|mà|về|theo|tính chung|tính đến|ước tính|toàn ngành|mục tiêu|nâng cao|thì|"
        r"các)(?!\w)"
    )


@cache
def _right_end() -> re.Pattern[str]:
    return re.compile(
        r"[,;:()\"“”!?\t]|\.(?:\s|$)| (?:so với|vào năm|trong năm|vào cuối|trong giai đoạn|"
        r"trong khi|trong đó|"
        r"và|nhưng|đồng thời|theo|nhằm|\d)"
    )


@cache
def _right_start() -> re.Pattern[str]:
    return re.compile(
        r" (?!(?:so|vào|trong|năm|và|là|trở|mỗi|theo|tại|đến|tới|xuống|lên|với|từ|kế hoạch|"
        r"dự toán|gdp|"
        r"chỉ tiêu|mục tiêu|mức|nhưng|nhờ|do|khi|để|nhằm|thì|cùng|hoặc|hay|ở|trên|dưới|một|tổng|"
        r"đã|được|"
        r"cho|về|của|còn|đạt|có|giá trị|ngân sách|hàng|bằng|như|mà|đối|-|ngay|qua|sau|trước|"
        r"giai|tương|quý|tháng)"
        r"(?!\w))(?=[^\W\d_])"
    )


_BE = re.compile(r" (?:là|số|của)(?= )")
_CHANGED = re.compile(r"(?:tăng|giảm)(?: thêm| lên| được)? \Z")
_TOTALLED = re.compile(r" (?:là|đạt|còn|lên|xuống|bằng|ở mức|đến|tới|khoảng) \Z")


@cache
def _count_end() -> re.Pattern[str]:
    return re.compile(
        r"[,;:()\"“”!?\t]|\.(?:\s|$)| (?:được|đã|đạt|bị|tại|ở|trong|theo|so với|với|từ|do|là|"
        r"nhằm|để|"
        r"khi|vào|sẽ|đang|còn|tăng|giảm|chiếm|cho|trên|và|gồm|bao gồm|như|"
        r"(?<!trực )thuộc|của|nhưng|trở|"
        r"-|\d+|"
        r"hoặc|hay|đến|tới|bằng|nên|mà|này|đó|nữa|về|cùng|qua|bởi|phải|cần|ra|vượt|năm)(?!\w)"
    )


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(
        r" (?:(?:ký )?ban hành|phê duyệt|thông qua|công bố|ký kết|ký|soạn thảo)(?!\w)"
    )


_BEFORE_ISSUER = re.compile(r"(?<!\w)(?:trình|tham mưu|đề nghị|giúp|báo cáo|kiến nghị|cho)(?!\w)")


@cache
def _issued_kinds() -> re.Pattern[str]:
    return re.compile(
        r"(?:nghị quyết|nghị định|thông tư|chỉ thị|quyết định|luật|bộ luật|pháp lệnh|văn bản|"
        r"công điện|"
        r"công văn|kế hoạch|đề án|chương trình|quy định|hướng dẫn|chiến lược|quy hoạch|kết luận|"
        r"thông báo|quy chế)(?!\w)"
    )


# --- the period -----------------------------------------------------------------------------

# "so với tháng 12/2021", "cao nhất kể từ năm 2011": what a figure is compared with.
_BASE_BEFORE = re.compile(
    r"(?<!\w)(?:(?:so(?: với)?|kể từ|nhất từ)(?: [^\W\d]+){0,4}"
    r"|(?:hơn|bằng)(?: (?!trong|vào|từ|là)[^\W\d]+){0,2}) ?\Z"
)
_BASE_CHAIN = re.compile(r",? (?:và|hoặc|hay|cũng như|lẫn)(?: (?:với|so với|của))? ?")
_PLANNED_BEFORE = re.compile(
    r"(?<!\w)(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp|mục tiêu|chỉ tiêu|chương trình công tác)"
    r"(?: [^\W\d]+){0,4} \Z"
)
_TIMES = re.compile(r"(?<!\w)(?:bằng|gấp|tăng|giảm|hơn)(?: [^\W\d]+){0,2} \Z")
_EQUALS = re.compile(r"(?<!\w)(?:bằng|gấp)(?: (?:hơn|gần|khoảng|tới|trên))? \Z")
_SAME_PERIOD_IS = re.compile(r" ?(?::|là|đạt|tăng|giảm|có|ghi nhận|chỉ(?: là| đạt| tăng| có)?) ?")
_OTHER_END = re.compile(r"\)? (?:lên|xuống|còn|sang|thành)(?!\w)")
_BRACKET = re.compile(r" ?\((?:trong |của |vào |tính đến )?\Z")
_ALL_YEAR = re.compile(r"(?<!\w)cả năm(?: nay)?(?: [^\W\d]+){0,3} \Z")
_AS_OF = re.compile(r"(?:\A|[.!?…] )(?:tính )?(?:đến|tới)(?: hết| ngày| cuối)* ?\Z")
_APART = re.compile(r"[,;:()\d]|so với")  # what parts a figure from a date behind it
# Between a figure and a date behind it they show that another figure has the date.
_NOT_HIS = re.compile(r"[:;]|so với|(?<!\w)(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu)(?!\w)")
# A year of birth and a clock time tell of no figure when it holds.
_BORN = re.compile(
    r"(?<!\w)(?:sn|ns|(?<!học )(?<!thí )(?<!tuyển )(?<!vệ )(?<!phát )(?<!tái )(?<!hy )sinh)"
    r"(?: (?:vào|ngày|năm|trong)| ?:)* ?\Z"
)
_CLOCK = re.compile(r"\d\d?(?: ?(?:giờ|[hg:]) ?(?:\d\d?)?(?: ?(?:phút|')| rưỡi)?)")
_LONG_TERM = re.compile(r"\d{4}(?:-(?:\d\d|Q\d|H\d))?(?:/.*)?\Z")

# --- the status -----------------------------------------------------------------------------


@cache
def _status() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:(?P<target>phấn đấu|(?:đặt|đề) (?:ra )?(?:mục tiêu|chỉ tiêu)|"
        r"(?<!chương trình )(?<!hoàn thành )(?<!đạt )(?<!vượt )(?<!thực hiện )"
        r"mục tiêu(?! quốc gia)|(?<=\()(?:kế hoạch|chỉ tiêu)|"
        r"dự kiến|dự báo|(?<!đã và )sẽ|hướng tới|hướng đến|tầm nhìn|cần đạt|phải đạt|quyết tâm|"
        r"nhiệm vụ trọng tâm|"
        r"tiến tới|chỉ tiêu (?:ban đầu|kế hoạch|đề ra|được giao)|kế hoạch (?:là|đề ra|năm nay)|"
        r"theo kế hoạch|phương hướng|định hướng|chậm nhất|yêu cầu|nhằm|đề xuất|kỳ vọng|kiến nghị|"
        r"chủ trì,? phối hợp|"
        r"(?<!không )(?<!chưa )(?<!chỉ )cần(?: phải)? (?:nâng|tăng|giảm|bảo đảm|đảm bảo|"
        r"duy trì|bố trí|bổ sung|huy động|thu hút|hoàn thành|đầu tư|xây|có|thêm|"
        r"tới|khoảng|ít nhất|hơn|gần))|"
        r"(?P<actual>đã|vừa(?! phải| qua| rồi| và| là| để| học| sức| mới)|ước đạt|"
        r"ước tính|ghi nhận|hiện có|hiện nay|hiện đạt|tính đến|đạt được|"
        r"thực hiện được|vượt|so với cùng kỳ|đến nay|thực tế|kết quả)"
        rf"|(?P<order>{_ORDER}))(?!\w)"
    )


# An order where it opens a clause: "Bảo đảm tỷ lệ đạt trên 95%".
_ORDER = (
    r"(?:(?<=[.;:!?] )|(?<=[.;:!?]\n)|(?<=\n)|(?<=\A)|(?<=[-+*•] )|(?<=\d\. )|(?<=\d\) ))"
    r"(?:bảo đảm|đảm bảo)"
)
# "đạt huyết áp mục tiêu": a goal that is reached is no goal.
_REACHED = re.compile(r"(?<!\w)(?:đạt|hoàn thành|vượt|theo)(?: [^\W\d]+){1,3} \Z|\d \Z")


_OPENERS = ("phấn đấu", "mục tiêu", "nhiệm vụ trọng tâm", "phương hướng", "dự kiến", "đặt mục tiêu")
_ITEM = re.compile(r" *(?:[-+*•·–]|\d{1,2}[.)]|[a-zđ]\)|\(\w{1,2}\)) ?")
_HEADING = re.compile(r" *(?:\d{1,2}|[ivx]{1,4})[.)] ")


@cache
def _goal_before() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:(?:chỉ tiêu|mục tiêu|yêu cầu)"
        r"(?: (?:ban đầu|đề ra|đặt ra|được giao|giao|năm|quốc gia|chung|nghị quyết|đại hội)){0,4}"
        r"|(?:chỉ tiêu|mục tiêu|kế hoạch|yêu cầu|định mức)(?: (?!đạt|tăng|"
        r"giảm)[^\W\d]+){0,8} là) \Z"
    )


_BY_YEAR = re.compile(r"(?<!\w)đến (?:hết |cuối )?năm (\d{4})(?!\d)")


class Circumstances:
    """Reads property, period and status of the figures of one article, in text order."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.lower = article.lower
        self._subjects: dict[int, Span] = {}
        self._targets: dict[int, int] = {}
        self._earlier: dict[tuple[int, Status], str | None] = {}
        self._goals: dict[int, bool] = {}
        self._last = (0, 0)  # the sentence asked for last
        self._cues_of = -1
        self._cues: list[re.Match[str]] = []

    @cached_property
    def dates(self) -> list[Mention]:
        """The dates that can tell when: no lengths, no recurrences, no decree's own date."""
        decrees = {m.end for m in self.article.of("decree")}
        return [
            m
            for m in self.article.of("date")
            if m.fields.get("value")
            and m.fields.get("type") in ("DATE", "TIME")
            and not any(m.start - gap in decrees for gap in range(0, 8))
            and not _BORN.search(self.lower, max(0, m.start - 24), m.start)
            and not _CLOCK.fullmatch(self.lower, m.start, m.end)
        ]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.text))]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.dates]

    @cached_property
    def _bodies(self) -> list[Mention]:
        return self.article.of("organization")

    @cached_property
    def _body_starts(self) -> list[int]:
        return [m.start for m in self._bodies]

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence (or, without any, the line) that a position stands in."""
        start, end = self._last
        if not start <= position < end:
            self._last = self._sentence(position)
        return self._last

    def _sentence(self, position: int) -> tuple[int, int]:
        sentences = self.article.sentences
        if sentences:
            found = sentences[self.article.sentence_at(position)]
            if found.start <= position < found.end:
                return found.start, found.end
        return self.line(position)

    def line(self, position: int) -> tuple[int, int]:
        """The line that a position stands in."""
        i = bisect_right(self._line_starts, position)
        end = self._line_starts[i] - 1 if i < len(self._line_starts) else len(self.text)
        return self._line_starts[i - 1], end

    # --- period -----------------------------------------------------------------------------

    @cached_property
    def _bases(self) -> list[bool]:
        """For each date, whether it is only what a figure is compared with."""
        bases: list[bool] = []
        end = 0  # where the base named last ends
        for m in self.dates:
            floor = max(0, m.start - 48)
            base = (
                self.lower.startswith("cùng kỳ", m.start)
                or _BASE_BEFORE.search(self.lower, floor, m.start) is not None
                or (end > floor and _BASE_CHAIN.fullmatch(self.lower, end, m.start) is not None)
            )
            end = m.end if base else end
            bases.append(base)
        return bases

    def period(self, q: Quantity) -> tuple[str | None, bool]:
        """The date value that a figure holds for, and whether its own sentence tells it."""
        start, end = self.sentence(q.start)
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        at = bisect_left(self._starts, q.start)
        behind = next((i for i in range(at, last) if self.dates[i].start >= q.end), last)
        if behind < last and self._attached(q, behind):
            return self._value(self.dates[behind]), True
        for i in range(at - 1, max(first, at - 8) - 1, -1):
            if self._governs(i, start, q.start):
                value = self._value(self.dates[i])
                return self._whole_year(q, value), True
        if (
            behind < last
            and self.dates[behind].start - q.end < _REACH
            and not self._bases[behind]
            and not self._relative(q)
            and not _NOT_HIS.search(self.lower, q.end, self.dates[behind].start)
        ):
            return self._value(self.dates[behind]), True
        published = self.article.published_on
        if published and _ALL_YEAR.search(self.lower, max(start, q.start - 32), q.start):
            return str(published.year), True
        return None, False

    def _attached(self, q: Quantity, i: int) -> bool:
        """Whether a date stands right behind a figure as its own: "31% năm 2022"."""
        date = self.dates[i]
        if not _BRACKET.fullmatch(self.lower, q.end, date.start) and _APART.search(
            self.lower, q.end, date.start
        ):
            return False
        floor = max(0, q.start - 32)
        if not self.lower.startswith("cùng kỳ", date.start):
            return not self._bases[i] and not self._relative(q)
        # "mức 1,57% của cùng kỳ" is the figure of then, "tăng 5% cùng kỳ" a change since.
        linked = self.lower[q.end : date.start].strip() in ("của", "trong", "ở", "vào")
        level = self.lower.endswith("mức ", floor, q.start)
        return linked and (level or not _TIMES.search(self.lower, floor, q.start))

    def _relative(self, q: Quantity) -> bool:
        """Whether a figure is a part of another: what stands behind "bằng 85%" is its base."""
        return q.kind in ("percent", "multiple") and bool(
            _EQUALS.search(self.lower, max(0, q.start - 32), q.start)
        )

    def _governs(self, i: int, start: int, at: int) -> bool:
        """Whether a date before a figure of its sentence tells when the figure holds."""
        date = self.dates[i]
        between = self.lower[date.end : min(at, date.end + _REACH)]
        if self._bases[i]:
            same = self.lower.startswith("cùng kỳ", date.start)
            apart = _BASE_BEFORE.search(self.lower, max(start, date.start - 48), date.start)
            return same and not apart and _SAME_PERIOD_IS.fullmatch(between) is not None
        if ")" in between and "(" not in between.split(")")[0]:
            return False  # said in brackets, of what stands before them
        # "từ 31% năm 2022 lên 46,5%": the year belongs to the first end.
        return not (
            _OTHER_END.match(between)
            and self.lower.rfind("từ ", max(start, date.start - 48), date.start) >= 0
        )

    def _whole_year(self, q: Quantity, value: str | None) -> str | None:
        """The year where "cả năm" widens a date: "9 tháng … mục tiêu cả năm 43 tỷ USD"."""
        if value and _ALL_YEAR.search(self.lower, max(0, q.start - 32), q.start):
            return value[:4]
        return value

    def earlier(self, q: Quantity, status: Status) -> str | None:
        """The period that holds from earlier sentences, the title or earlier paragraphs."""
        start = self.sentence(q.start)[0]
        known = (start, status)
        if known not in self._earlier:
            self._earlier[known] = self._before(start, status)
        return self._earlier[known]

    def _before(self, start: int, status: Status) -> str | None:
        line = self.line(start)[0]
        first = bisect_left(self._starts, start)
        title = self._title
        paragraph = bisect_left(self._starts, line)
        # What a sentence opens with holds on, a date in its midst for a detail.
        carried: tuple[int, str] | None = None
        for i in range(first - 1, max(paragraph, first - 12) - 1, -1):
            value = self._carried(i, status)
            if value is None:
                continue
            at = self.sentence(self.dates[i].start)[0]
            if carried and (status == "target" or carried[0] != at):
                break
            carried = (at, value)
        if carried:
            return carried[1]
        above = self._above(line)
        if above is not None:
            begin, end = self.line(above)
            dated = range(bisect_left(self._starts, begin), bisect_left(self._starts, end))
            values = [v for i in dated if (v := self._carried(i, status))]
            if values:
                return values[-1]
        if title is not None:
            named = [v for i in title if (v := self._carried(i, status))]
            if named:
                return named[0]
        for i in range(paragraph - 1, max(0, paragraph - 12) - 1, -1):
            value = self._carried(i, status)
            if value and self.dates[i].start - self.line(self.dates[i].start)[0] < 24:
                return value
        return None

    def _above(self, line: int) -> int | None:
        """Where the line begins that a list item or a section stands under."""
        i = bisect_right(self._line_starts, line) - 1
        item = _ITEM.match(self.lower, line) is not None
        for at in reversed(self._line_starts[max(0, i - 20) : i]):
            end = self.line(at)[1]
            last = self.lower[max(at, end - _REACH) : end].rstrip()[-1:]
            if not last:
                continue
            short = end - at < 100 and last not in ".;,"
            if item and not _ITEM.match(self.lower, at, end):
                return at if short or last == ":" else None
            if short and last != ":" and _HEADING.match(self.lower, at, end):
                return at
        return None

    @cached_property
    def _title(self) -> range | None:
        """The dates of the title."""
        block = next((b for b in self.article.blocks if b.kind == "title"), None)
        if block is None:
            return None
        return range(bisect_left(self._starts, block.start), bisect_left(self._starts, block.end))

    def _carried(self, i: int, status: Status) -> str | None:
        """The value of a date that may hold beyond its sentence."""
        date, value = self.dates[i], self._value(self.dates[i])
        if value is None or self._bases[i]:
            return None
        floor = max(0, date.start - 48)
        if not _LONG_TERM.match(value):
            opened = self.lower[self.sentence(date.start)[0] : date.start]
            return value if len(opened) < 24 and _AS_OF.search(opened) else None
        if status == "actual":
            published = self.article.published_on
            # No result holds for a time to come, or for a year that has just begun.
            begun = published and (published.month > 3 or len(value) > 4)
            if published and value[:4] > str(published.year - (not begun)):
                return None
            if _PLANNED_BEFORE.search(self.lower, floor, date.start):
                return None
        return value

    @staticmethod
    def _value(date: Mention) -> str | None:
        value = date.fields.get("value")
        if not isinstance(value, str) or "X" in value:
            return None
        # A figure holds for a day, not for a minute or a morning of it.
        return value if "/" in value else value.split("T")[0]

    # --- status -----------------------------------------------------------------------------

    def status(self, q: Quantity, before: int, period: str | None) -> Status:
        """Whether a figure is reached or aimed at; `before` is where its modifier begins."""
        start, end = self.sentence(q.start)
        left = max(start, before - _REACH)
        cue = self._cue_before(start, end, before)
        status: Status | None = None
        if _goal_before().search(self.lower, max(left, before - 60), before):
            return "target"
        if cue:
            status = "actual" if cue["actual"] else "target"
        elif self._future(q, period):
            status = "target"
        line = self.line(start)[0]
        if status == "target":
            if cue is None or not self._bracketed(cue.start(), end):
                self._targets[line] = start
        elif status is None and line in self._targets and self._targets[line] < start:
            status = "target"  # the goals that an earlier sentence of the paragraph opened
        elif status is None:
            if start not in self._goals:
                self._goals[start] = self._opened(line, start)
            status = "target" if self._goals[start] else None
        return status or "actual"

    def _cue_before(self, start: int, end: int, before: int) -> re.Match[str] | None:
        """The last cue of the sentence `start:end` that ends at or before a position."""
        if self._cues_of != start:
            self._cues_of = start
            self._cues = [
                m
                for m in _status().finditer(self.lower, start, end)
                if m["target"] != "mục tiêu"
                or not _REACHED.search(self.lower, max(start, m.start() - 40), m.start())
            ]
        last = bisect_right(self._cues, before, key=lambda m: m.end()) - 1
        for i in range(last, max(-1, last - 6), -1):
            if not self._bracketed(self._cues[i].start(), before):
                return self._cues[i]
        return None

    def _bracketed(self, at: int, before: int) -> bool:
        """Whether a position stands in brackets that close before another one."""
        close = self.lower.find(")", at, min(before, at + _REACH))
        return close >= 0 and self.lower.find("(", at, close) < 0

    def _opened(self, line: int, start: int) -> bool:
        """Whether what stands before, in the paragraph or above its list, opens goals."""
        cues = self._opening_cues(max(line, start - _REACH), start)
        if not cues and _ITEM.match(self.lower, line):
            above = self._above(line)
            if above is not None:
                end = self.line(above)[1]
                cues = self._opening_cues(max(above, end - _REACH), end)
        return bool(cues) and cues[-1]["target"] in _OPENERS

    def _opening_cues(self, start: int, end: int) -> list[re.Match[str]]:
        cues = _status().finditer(self.lower, start, end)
        return [m for m in cues if not self._bracketed(m.start(), end)]

    def _future(self, q: Quantity, period: str | None) -> bool:
        """Whether the figure holds for a time to come."""
        if period is None or not period[:4].isdigit():
            return False
        published = self.article.published_on
        if published:
            return int(period[:4]) > published.year
        by_year = _BY_YEAR.search(self.lower, max(0, q.start - _REACH), q.start)
        return by_year is not None and by_year[1] == period[:4]

    # --- property ---------------------------------------------------------------------------

    def property(self, q: Quantity, before: int) -> Span | None:
        """What a figure measures; `before` is where its modifier begins."""
        start, end = self.sentence(q.start)
        left = max(start, before - _REACH)
        right = min(end, q.end + _REACH)
        if q.noun is not None and q.kind in ("count", "rate") and not self._points(q):
            return self._of_count(q, start, left, right, before)
        span = self._subject(start, left, before)
        text = self.lower[span.start : span.end] if span else ""
        head = _measure_head().match(text) is not None and text not in _BARE_HEAD
        fresh = span is not None and span != self._subjects.get(start)
        if not (head and fresh) and q.kind in ("percent", "measure"):
            span = self._right(q, right) or span
        if span is None:
            return self._subjects.get(start)
        self._subjects[start] = span
        return span

    def _points(self, q: Quantity) -> bool:
        """Whether a count is of points, which measure something else."""
        return q.noun is not None and self.lower[q.noun.start : q.noun.end] == "điểm"

    def _of_count(self, q: Quantity, start: int, left: int, right: int, before: int) -> Span | None:
        """What a count counts; for a change of it, the subject that changed."""
        issuer = self._issuer(q, left)
        if issuer:
            return issuer
        if _CHANGED.search(self.lower, left, before):
            subject = self._subject(start, left, before)
            if subject:
                return subject
        counter = q.noun is not None and self.lower[q.noun.start : q.noun.end] in _COUNTERS
        totalled = _TOTALLED.search(self.lower, left, before) is not None
        if totalled or (counter and q.total is None):
            subject = self._subject(start, left, before) if totalled else self._headed(left, before)
            if subject and _measure_head().match(self.lower, subject.start):
                return subject
            if subject and counter and self._counts_itself(subject):
                return subject
        span = self._counted(q, right)
        if span:
            self._subjects[start] = span
        return span

    def _headed(self, left: int, before: int) -> Span | None:
        """The measure that stands right before a number: "số tử vong 862 trường hợp"."""
        cuts = list(_PIECE.finditer(self.lower, left, before))
        begin = cuts[-1].end() if cuts else left
        heads = list(_measure_head().finditer(self.lower, begin, before))
        if not heads or _verb().search(self.lower, heads[0].end(), before):
            return None
        span = self._trim(heads[0].start(), before)
        return None if span is None or self.lower[span.start : span.end] in _BARE_HEAD else span

    def _counts_itself(self, subject: Span) -> bool:
        """Whether a subject is what "lượt người" counts: "khách quốc tế", and no place or body."""
        noun = known_noun(self.lower, subject.start, subject.end)
        return noun is not None and noun.group in ("person", "case", "animal")

    def _counted(self, q: Quantity, right: int) -> Span | None:
        """The counted noun with its complement."""
        if q.noun is None:
            return None
        if q.kind == "rate":
            return q.noun
        stop = _count_end().search(self.lower, q.noun.end, min(right, q.noun.end + 120))
        end = stop.start() if stop else min(right, q.noun.end + 60)
        end = min([end, *(s for s in self._dates_from(q.noun.end, end))])
        if _RELATIVE.match(self.lower, end, right):
            # "640 nghìn người | được cấp thuốc": what is said of them tells which are counted.
            limit = min(right, end + 60)
            stop = _RELATIVE_END.search(self.lower, end + 1, limit)
            if stop or limit == right:
                end = min([stop.start() if stop else limit, *self._dates_from(end, limit)])
        return self._trim(q.noun.start, max(end, q.noun.end))

    def _dates_from(self, start: int, end: int) -> list[int]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._starts[first : min(last, first + 1)]

    def _issuer(self, q: Quantity, left: int) -> Span | None:
        """ "Quốc hội ban hành" of "Quốc hội ban hành … 02 Nghị quyết"."""
        if q.noun is None or not _issued_kinds().match(self.lower, q.noun.start):
            return None
        cut = max(self.lower.rfind(";", left, q.start) + 1, left)
        verbs = list(_issued().finditer(self.lower, cut, q.start))
        if not verbs:
            return None
        verb = verbs[-1]
        i = bisect_left(self._body_starts, verb.start()) - 1
        if i >= 0 and self.lower[self._bodies[i].end : verb.start()].strip() in ("", "đã"):
            start = self._bodies[i].start
        else:
            pieces = list(_PIECE.finditer(self.lower, cut, verb.start()))
            start = pieces[-1].end() if pieces else cut
            sent = list(_BEFORE_ISSUER.finditer(self.lower, start, verb.start()))
            start = sent[-1].end() if sent else start
        for post in ("phó thủ tướng ", "thủ tướng ", "bộ trưởng "):
            if self.lower.endswith(post, cut, start):
                start -= len(post)
                break
        return self._trim(self._skip_lead(start, verb.start()), verb.end())

    def _skip_lead(self, start: int, end: int) -> int:
        """Past dates and connecting words at the head of a clause."""
        while True:
            first = bisect_left(self._starts, start)
            if first < len(self.dates):
                date = self.dates[first]
                if date.end <= end and not self.lower[start : date.start].strip(" ,"):
                    start = date.end
                    continue
            lead = _lead().match(self.lower, start, end)
            if lead is None or lead.end() == start:
                return start
            start = lead.end()

    def _subject(self, sentence: int, left: int, before: int) -> Span | None:
        """The subject of the clause that ends at `before`."""
        cuts = list(_PIECE.finditer(self.lower, left, before))
        end = before
        bare: Span | None = None
        for cut in [*reversed(cuts[-4:]), None]:
            begin = cut.end() if cut else left
            span = self._subject_of(begin, end)
            if span is not None and self.lower[span.start : span.end] in _BARE_HEAD:
                bare = bare or span
            elif span is not None:
                return self._widened(span, left, begin)
            if sentence in self._subjects:
                return self._subjects[sentence]
            if cut is None or cut.group() in ";!?":
                break
            end = cut.start()
        return bare

    def _widened(self, span: Span, left: int, begin: int) -> Span:
        """A subject with the list that it ends: "khu vực nông, lâm nghiệp và thủy sản"."""
        if self.lower[begin - 1 : begin] != ",":
            return span
        cuts = list(_PIECE.finditer(self.lower, left, begin - 1))
        start = self._skip_lead(cuts[-1].end() if cuts else left, begin - 1)
        while start < begin and self.lower[start] == " ":
            start += 1
        if not _WIDE_SUBJECT.match(self.lower, start) or _link().search(
            self.lower, start, begin - 1
        ):
            return span
        return Span(start, span.end)

    def _subject_of(self, begin: int, end: int) -> Span | None:
        """The subject that stands in one piece of a clause, before its first verb."""
        begin = self._skip_lead(begin, end)
        goal = _GOAL_END.search(self.lower, begin, end)
        end = goal.start() if goal else end
        joined = self.lower.rfind(" với ", begin, end) + len(" với ")
        if joined > begin and _measure_head().match(self.lower, joined, end):
            begin = joined  # "tăng nhẹ với thanh khoản …"
        head = _measure_head().search(self.lower, begin, end)
        if head:
            stop = _strong_link().search(self.lower, head.end(), end)
            if stop and self.lower[head.start() : stop.start()] in _BARE_HEAD:
                # "tỷ lệ đạt chuẩn tăng": a head alone takes the first verb as its complement.
                stop = _strong_link().search(self.lower, stop.end(), end) or stop
            end = stop.start() if stop else end
            trailing = _trailing().search(self.lower, max(head.end(), end - 60), end)
            return self._trim(head.start(), trailing.start() if trailing else end)
        while begin < end and self.lower[begin] == " ":
            begin += 1
        if begin < end and self.lower[begin].isdigit():
            return None
        verb = _verb_first().match(self.lower, begin, end)
        if verb:
            begin = verb.end()
            if self.lower[begin : begin + 1].isdigit():
                return None
        elif _link_head().match(self.lower, begin, end):
            return None
        stop = _link().search(self.lower, begin, end)
        return self._trim(begin, stop.start() if stop else end)

    def _right(self, q: Quantity, right: int) -> Span | None:
        """The noun phrase behind a figure: "93,2% | dân số tham gia BHYT", "30% là | nữ"."""
        link = _BE.match(self.lower, q.end, right)
        at = link.end() if link else q.end
        if not _right_start().match(self.lower, at, right):
            return None
        stop = _right_end().search(self.lower, at + 1, right)
        end = min([stop.start() if stop else right, *self._dates_from(at, right)])
        words = self.lower[at + 1 : end].split(" ")
        if len(words) > 12:
            end = at + 1 + len(" ".join(words[:12]))
        return self._trim(at, end)

    def _trim(self, start: int, end: int) -> Span | None:
        """A span without space or punctuation about it, or None where nothing is left."""
        while start < end and not self.text[start].isalnum():
            start += 1
        while end > start and not (self.text[end - 1].isalnum() or self.text[end - 1] in ")%"):
            end -= 1
        if end - start < 2 or _EMPTY.issuperset(self.lower[start:end].split(" ")):
            return None
        return Span(start, end)
