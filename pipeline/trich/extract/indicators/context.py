"""Where a figure stands: its sentence and line, and the dates and names around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cached_property

from trich.article import Article, Block, Mention

#: How far left of a figure its clause is read, so that a huge line stays linear.
REACH = 320

# A year of birth and a clock time tell of no figure when it holds.
_BORN = re.compile(
    r"(?<!\w)(?:sn|ns|(?<!học )(?<!thí )(?<!tuyển )(?<!vệ )(?<!phát )(?<!tái )(?<!hy )sinh)"
    r"(?: (?:vào|ngày|năm|trong)| ?:)* ?\Z"
)
# "Tính chung 8 tháng", "FDI 7 tháng đạt": no length but the year so far.
_MONTHS = re.compile(r"P([2-9]|1[01])M")
_SUMMED = re.compile(
    r"(?<!\w)(?:tính chung|lũy kế|luỹ kế|cộng dồn|bình quân|chung cả)(?: trong)? \Z"
)
_REACHED = re.compile(
    r"(?: của (?:cả nước|toàn tỉnh|tỉnh|thành phố|huyện|ngành|công ty|tập đoàn|đơn vị))?"
    r",? (?:ước |đã |vẫn )?(?:đạt|tăng|giảm|ước)(?!\w)"
)
_LASTING = re.compile(
    r"(?<!\w)(?:sau|hơn|gần|suốt|mỗi|từng|khoảng|thêm|hạn|tù|hành|dài|vòng|cứ|được|mất|trước|tới)"
    r"(?: \d+ -)? ?\Z"
)
_CLOCK = re.compile(r"\d\d?(?: ?(?:giờ|[hg:]) ?(?:\d\d?)?(?: ?(?:phút|')| rưỡi)?)")


class Context:
    """What the fields of a figure are read from; everything is built on first use."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.lower = article.lower
        self._last = (0, 0)  # the sentence asked for last

    @cached_property
    def dates(self) -> list[Mention]:
        """The dates that can tell when: no lengths, no recurrences, no decree's own date."""
        decrees = [m.end for m in self.article.of("decree")]
        found = []
        for m in self.article.of("date"):
            if m.fields.get("type") == "DURATION":
                so_far = self._so_far(m)
                if so_far is not None:
                    found.append(so_far)
                continue
            if not m.fields.get("value") or m.fields.get("type") not in ("DATE", "TIME"):
                continue
            i = bisect_right(decrees, m.start) - 1
            if i >= 0 and m.start - decrees[i] < 8:
                continue
            if _BORN.search(self.lower, max(0, m.start - 24), m.start):
                continue
            if not _CLOCK.fullmatch(self.lower, m.start, m.end):
                found.append(m)
        return found

    def _so_far(self, m: Mention) -> Mention | None:
        """A number of months as the first ones of the year, where the text sums them up."""
        months = _MONTHS.fullmatch(str(m.fields.get("value")))
        floor = max(0, m.start - 20)
        if months is None or not (
            _SUMMED.search(self.lower, floor, m.start)
            or (
                _REACHED.match(self.lower, m.end)
                and not _LASTING.search(self.lower, floor, m.start)
            )
        ):
            return None
        last, published = int(months[1]), self.article.published_on
        year = f"{published.year - (published.month < last)}" if published else "XXXX"
        value = {3: f"{year}-Q1", 6: f"{year}-H1"}.get(last, f"{year}-01/{year}-{last:02d}")
        return replace(m, fields={**m.fields, "type": "DATE", "value": value})

    @cached_property
    def title(self) -> Block | None:
        """The title of the article."""
        return next((b for b in self.article.blocks if b.kind == "title"), None)

    @cached_property
    def starts(self) -> list[int]:
        """Where each of the dates begins."""
        return [m.start for m in self.dates]

    @cached_property
    def bodies(self) -> list[Mention]:
        """The persons and organizations, in text order."""
        return self.article.of("organization", "person")

    @cached_property
    def body_starts(self) -> list[int]:
        """Where each of the bodies begins."""
        return [m.start for m in self.bodies]

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(m.end() for m in re.finditer("\n", self.text))]

    def first_date(self, start: int, end: int) -> int:
        """Where the first date of a stretch begins, or its end."""
        i = bisect_left(self.starts, start)
        return self.starts[i] if i < len(self.starts) and self.starts[i] < end else end

    def dates_in(self, start: int, end: int) -> range:
        """Which of the dates begin in a stretch."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

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
        i = bisect_right(self.line_starts, position)
        end = self.line_starts[i] - 1 if i < len(self.line_starts) else len(self.text)
        return self.line_starts[i - 1], end

    def above(self, line: int) -> int | None:
        """Where the line begins that a list item or a section stands under."""
        i = bisect_right(self.line_starts, line) - 1
        item = _ITEM.match(self.lower, line) is not None
        for at in reversed(self.line_starts[max(0, i - 20) : i]):
            end = self.line(at)[1]
            last = self.lower[max(at, end - REACH) : end].rstrip()[-1:]
            if not last:
                continue
            short = end - at < 100 and last not in ".;,"
            if item and not _ITEM.match(self.lower, at, end):
                return at if short or last == ":" else None
            if short and last != ":" and _HEADING.match(self.lower, at, end):
                return at
        return None

    def before(self, line: int) -> int | None:
        """Where the line begins that stands before one; blank lines and captions do not count."""
        i = bisect_right(self.line_starts, line) - 1
        for at in reversed(self.line_starts[max(0, i - 5) : i]):
            if self.lower[at : self.line(at)[1]].strip() and not self._is_caption(at):
                return at
        return None

    def _is_caption(self, at: int) -> bool:
        """Whether a line tells of a picture: a caption, or a short line without a stop."""
        block = self.article.block_at(at)
        end = self.line(at)[1]
        short = end - at < 100 and self.lower[at:end].rstrip()[-1:].isalpha()
        return (block is not None and block.kind == "caption") or (
            short and not _HEADING.match(self.lower, at, end)
        )

    def is_item(self, line: int) -> bool:
        """Whether a line is an item of a list."""
        return _ITEM.match(self.lower, line) is not None


_ITEM = re.compile(r" *(?:[-+*•·–]|\d{1,2}[.)]|[a-zđ]\)|\(\w{1,2}\)) ?")
_HEADING = re.compile(r" *(?:\d{1,2}|[ivx]{1,4})[.)] ")
