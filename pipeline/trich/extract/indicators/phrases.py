"""What one piece of a clause tells: a measure, another subject, or what somebody does.

The words that decide it are in the table `figure_words`, by role.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from trich.article import Span
from trich.extract.indicators.context import Context
from trich.extract.indicators.counted import words
from trich.extract.indicators.place import is_place

How = Literal["measure", "subject", "verb", "noun", "right", "heading"]


class Told(NamedTuple):
    """What a piece of a clause tells, and as which part of it."""

    span: Span
    how: How


def last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match of a pattern in a stretch of a text."""
    match = None
    for match in pattern.finditer(text, start, end):  # noqa: B007
        continue
    return match


def alternatives(role: str) -> str:
    return "|".join(re.escape(w) for w in sorted(words(role), key=len, reverse=True))


# Nouns that name a measure: where one stands before the verb, it begins the property.
@cache
def _measure() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?:{alternatives('measure')})|"
        r"(?<!thiểu )(?<!đổi )(?<!một )(?<!dân )(?<!đa )(?<!kỹ thuật )(?<!mã )"
        r"số(?! \d| đó| này| cho)|(?<!chất )(?<!khối )(?<!lực )lượng)(?!\w)"
    )


# The adverb, not the end of "thực hiện" or "phát hiện".
_NOW = "(?<!thực )(?<!phát )(?<!thể )(?<!xuất )(?<!tái )(?<!biểu )hiện"


# Where the subject ends: the verb or link before the number.
@cache
def link() -> re.Pattern[str]:
    return re.compile(
        rf" (?:{alternatives('link')}|{_NOW}|tăng(?! trưởng| cường| ca)|giảm(?! nghèo| phát| sinh)|"
        r"(?<!mặt )bằng|năm (?=\d)|tháng (?=\d)|quý (?=[\divx]))(?!\w)"
    )


@cache
def _auxiliary() -> re.Pattern[str]:
    """The adverbs of tense and mood before a verb."""
    return re.compile(rf"(?:^|(?<= ))(?:{alternatives('auxiliary')})(?= |\Z)")


@cache
def _light() -> re.Pattern[str]:
    """Verbs and particles that tell nothing of what is measured."""
    known = words("light") | words("auxiliary") | words("link") | words("trailing")
    listed = "|".join(re.escape(w) for w in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?:(?:{listed})(?: +|\Z))+")


def _is_light(phrase: str) -> bool:
    return not phrase.strip() or _light().fullmatch(phrase.strip()) is not None


def _loose_end(lower: str, begin: int, end: int) -> int:
    """Where a phrase ends without the particles of the table before a number."""
    known = words("trailing")
    last = lower[max(begin, end - 48) : end].split(" ")
    while last:
        n = next((n for n in (3, 2, 1) if len(last) >= n and " ".join(last[-n:]) in known), 0)
        if not n or (n == 1 and last[-2:-1] and last[-2] in _COMPOUNDS.get(last[-1], ())):
            break
        end -= len(" ".join(last[-n:])) + (len(last) > n)
        last = last[:-n]
    return max(begin, end)


# Syllables that are a particle, but for the second of a compound: "phát hiện", "trồng mới".
_COMPOUNDS = {
    "hiện": frozenset(["thực", "phát", "thể", "xuất", "tái", "biểu"]),
    "số": frozenset(["dân", "chỉ", "hệ", "tỷ", "tỉ", "doanh", "tham", "mã", "phân", "bội", "sĩ"]),
    "mới": frozenset(["trồng", "cấp", "tố", "nạp", "hành", "lập", "mắc", "nhiễm", "sinh", "xây",
                      "làm", "tạo", "đổi", "thôn", "ký", "đóng", "mở", "tuyển", "chia"]),
    "tăng": frozenset(["gia"]),
    "đủ": frozenset(["đầy"]),
    "bằng": frozenset(["công", "văn", "mặt"]),
    "qua": frozenset(["thông", "vượt"]),
    "còn": frozenset(["tồn"]),
}  # fmt: skip


@cache
def _actor() -> re.Pattern[str]:
    """Who acts, where only the verb tells what is measured."""
    return re.compile(
        r"(?:(?:toàn|cả|các|mỗi|một|nhiều|hai|những|riêng|bên|phía|đại diện|lãnh đạo|nhóm) )*"
        rf"(?:{alternatives('actor')})(?: (?:này|đó|trên|ta|mình|khác|ấy))?(?!\w)"
        r"(?! (?:hành|phận|việc|hữu|nghị|thảo|chẩn|bé|hóa|trợ|suất|máy|tàu|học|thuế|đầu|liệu|"
        r"lượng|tịch|dân|vực|rừng|trí|xe|tiêm|tiêu|xuất|khách|không|quán|thầu)(?!\w))"
    )


@cache
def _lead() -> re.Pattern[str]:
    """Words that open a clause and belong to nothing in it."""
    return re.compile(rf"[\s\-+*•»>]*(?!tăng trưởng(?!\w))(?:{alternatives('lead')})(?!\w)")


@cache
def report() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives('report')})(?: (?:rằng|là))?(?!\w)")


_ITEM = re.compile(r"\s*(?:(?:\d{1,2}|[ivx]{1,4}|[a-zđ])[.)]|\(\w{1,2}\)|[-+*•»>])\s+")
_WORD = re.compile(r"[^\W\d_][\w.\-]*(?: |\Z)")
# A goal says whose it is by what stands before it: "đạt 9,6 (kế hoạch 9,5)".
GOAL = re.compile(
    r"(?:(?<= )|\A)(?:(?:so )?với |đặt (?:ra )?|đề ra |theo |vượt |thấp hơn |cao hơn |chưa đạt |"
    r"tiến gần |gần )*(?:mục tiêu|kế hoạch|chỉ tiêu|yêu cầu|quy định|dự toán|mức|định mức|"
    r"nghị quyết)"
    r"(?: (?:cả|năm|nay|là|chỉ là|chỉ|đề ra|đặt ra|được giao|giao|ban đầu|phấn đấu|tối thiểu|"
    r"tối đa|bình quân chung|khuyến cáo|quốc gia|của|đầu|quý|nghị quyết|đại hội|hđnd|tỉnh|\d{4}))*"
    r"\s*\Z"
)
# "hơn vụ trước 600 kg/ha", "đưa con số này lên": of what the figure before measures.
_ANAPHORA = re.compile(
    r"con số (?:này|đó|ấy|trên)(?!\w)|(?:so với|vượt|với) (?:mục tiêu|kế hoạch|chỉ tiêu|dự toán)|"
    r"\A(?:hơn|kém|chậm|nhanh|cao|thấp|nhiều|ít)(?= (?:hơn|so|vụ|năm|kỳ))"
)
GOAL_HEAD = re.compile(r"(?:chỉ tiêu|mục tiêu|kế hoạch|yêu cầu|con số (?:này|đó|ấy))(?!\w)")
BARE = frozenset(
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
        "số tiền",
        "kinh phí",
        "con số",
        "trung bình",
        "bình quân",
        "tổng cộng",
        "giá là",
        "tổng vốn",
        "trị giá hơn",
    ]
)
# Headings that only announce: "tỉnh phấn đấu:", "kết quả như sau:".
_ANNOUNCES = re.compile(r"(?<!\w)(?:phấn đấu|như sau|gồm|bao gồm|cụ thể|trong đó|sau đây|là)\s*\Z")
# Compounds that end like a particle: "phát hiện", "xảy ra".
_NOT_LOOSE = (
    "phát hiện", "thực hiện", "xuất hiện", "thể hiện", "tái hiện", "hoàn thành", "hình thành",
    "trưởng thành", "gia tăng", "tăng giảm", "chứng minh được", "đầu tư từ", "thu được",
    "sản xuất ra",
    "tham gia vào", "giải quyết được", "công bằng", "văn bằng", "mặt bằng", "số liệu của",
)  # fmt: skip
_COMPLEMENT = re.compile(
    r" (?:ở|tại|trong|theo|trên|đối với|bằng|giữa|do|cho|của|với|khi|từ)(?!\w)"
)
_SPEAKS = re.compile(r"[^\W\d]")


class Phrases:
    """Reads the pieces of the clauses of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.lower = context.lower

    def piece(self, begin: int, end: int) -> Told | None:
        """What one piece of a clause tells."""
        lower = self.lower
        said = last(report(), lower, begin, end)
        begin = self.skip_lead(said.end() if said else begin, end)
        if lower.startswith("so với", begin):
            return None
        goal = GOAL_HEAD.match(lower, begin, end)
        if goal and not _measure().search(lower, goal.end(), end):
            return None
        if _ANAPHORA.search(lower, begin, end):
            return None
        aim = GOAL.search(lower, begin, end)
        end = self.strip(begin, aim.start() if aim else end)
        if end - begin < 2:
            return None
        head = _measure().search(lower, begin, end)
        if head and self._heads(head):
            return self._measured(head, begin, end)
        at, acted = self._skip_actor(begin, end)
        if acted and _is_light(lower[at:end]):
            return None
        helper = last(_auxiliary(), lower, at, end)
        if helper and helper.end() < end and not _is_light(lower[helper.end() : end]):
            span = self.trim(helper.end(), end)
            return Told(span, "verb") if span else None
        if acted:
            rest = self.strip(at, end)
            if _is_light(lower[at:rest]):
                return None
            span = self.trim(at, rest)
            return Told(span, "verb") if span else None
        stop = link().search(lower, begin - 1 if lower[begin - 1 : begin] == " " else begin, end)
        if stop and stop.start() < begin:
            span = self.trim(stop.end(), end)
            told = span and not _is_light(lower[span.start : end])
            return Told(span, "verb") if span and told else None
        finish = self.strip(begin, stop.start() if stop else end)
        span = self.trim(begin, finish)
        name = lower[span.start : span.end] if span else ""
        if span is None or _is_light(name) or is_place(name):
            return None
        return Told(span, "subject")

    def _heads(self, head: re.Match[str]) -> bool:
        """Whether a measure word begins a measure and is no part of a body's name."""
        if self.lower.endswith((" về ", " quá ", " vì "), 0, head.start()):
            return False  # "vi phạm về nồng độ cồn"
        body = self.context.body_at(head.start())
        return body is None or body.start > head.start()

    def _measured(self, head: re.Match[str], begin: int, end: int) -> Told | None:
        """From a measure's head to the verb."""
        lower = self.lower
        stop = link().search(lower, head.end(), end)
        if stop and lower[head.start() : stop.start()] in BARE:
            # "tỷ lệ đạt chuẩn tăng": a head alone takes the first verb as its complement.
            further = link().search(lower, stop.end(), end)
            stop = further or (None if stop.end() < end - 1 else stop)
        finish = self.strip(head.end(), stop.start() if stop else end)
        span = self.trim(head.start(), finish)
        other = _measure().search(lower, span.end, end) if span else None
        if other and lower[other.start() - 4 : other.start()] == "với ":
            return self._measured(other, other.start(), end)  # "giảm nhẹ với thanh khoản"
        if span and lower[span.start : span.end] in BARE and begin < head.start():
            told = self.piece(begin, head.start())
            if told:
                return told
        return Told(span, "measure") if span else None

    def heading(self, begin: int, end: int) -> Told | None:
        """What stands before a colon: "- Tham gia BHYT: 1.687.544 người"."""
        told = self.piece(begin, end)
        if told and told.how == "measure":
            return told
        if _ANNOUNCES.search(self.lower, begin, end):
            return None
        start = self.skip_lead(begin, end)
        if report().search(self.lower, start, end) or GOAL_HEAD.match(self.lower, start, end):
            return None
        span = self.trim(start, self.strip(start, end))
        name = self.lower[span.start : span.end] if span else ""
        if span is None or _is_light(name) or is_place(name):
            return None
        return Told(span, "heading")

    def shortened(self, told: Told) -> Told:
        """Without the complements of a long phrase: who, where and by which rule."""
        size = len(self.lower[slice(*told.span)].split())
        if size <= (8 if told.how == "measure" else 5):
            return told
        at = told.span.start + len(" ".join(self.lower[slice(*told.span)].split()[:2]))
        cut = _COMPLEMENT.search(self.lower, at, told.span.end)
        return told._replace(span=Span(told.span.start, cut.start())) if cut else told

    def skip_lead(self, start: int, end: int) -> int:
        """Past dates, list marks and connecting words at the head of a clause."""
        lower = self.lower
        mark = _ITEM.match(lower, start, end)
        start = mark.end() if mark else start
        while start < end:
            if not lower[start].isalnum():
                start += 1
                continue
            date = self.context.date_at(start)
            if date and date.end <= end:
                start = date.end
                continue
            lead = _lead().match(lower, start, end)
            if lead is None or lead.end() == start:
                break
            start = lead.end()
        return start

    def _skip_actor(self, at: int, end: int) -> tuple[int, bool]:
        """Past who acts: bodies, persons, places, and common nouns for them."""
        lower, acted = self.lower, False
        while at < end:
            if lower[at] in " .":
                at += 1
                continue
            if acted and lower.startswith(("và ", "cùng ", "cùng với "), at):
                at = lower.index(" ", at)
                continue
            body = self.context.body_at(at)
            if body and body.end <= end:
                at, acted = body.end, True
                continue
            actor = _actor().match(lower, at, end)
            if actor and actor.end() > at:
                at, acted = actor.end(), True
                continue
            name, size = at, 0
            while (
                name < end
                and self.text[name].isupper()
                and (word := _WORD.match(self.text, name, end))
            ):
                name, size = word.end(), size + 1
            if size > 1 or (size and acted):
                at, acted = name, True
                continue
            break
        return at, acted

    def strip(self, begin: int, end: int) -> int:
        """Where a phrase ends without the particles and dates before a number."""
        lower = self.lower
        for _ in range(6):
            if lower.endswith(_NOT_LOOSE, begin, end):
                break
            while end > begin and lower[end - 1] in " ,;:-+":
                end -= 1
            date = self.context.date_at(end - 1) if end > begin else None
            if date and date.start >= begin:
                end = date.start
                continue
            loose = _loose_end(lower, begin, end)
            if loose == end:
                break
            end = loose
        return end

    def trim(self, start: int, end: int) -> Span | None:
        """A span without space or punctuation about it, or None where nothing is left."""
        while start < end and not self.text[start].isalnum():
            start += 1
        while end > start and not (self.text[end - 1].isalnum() or self.text[end - 1] in ")%"):
            end -= 1
        if self.text[end - 1 : end] == ")" and "(" not in self.text[start:end]:
            end -= 1
        if end - start < 2 or not _SPEAKS.search(self.text, start, end):
            return None
        return Span(start, end)
