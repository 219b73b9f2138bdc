"""Spans of years with a name: terms of office, plans, school and crop years."""

from __future__ import annotations

from trich.extract.dates import words as w
from trich.extract.dates.found import Found, between
from trich.extract.dates.reader import Reader
from trich.extract.dates.timex import Point
from trich.extract.dates.words import compiled as re_

_YEARS = rf"(?:\d{{1,2}}|{w.NUMBER_WORDS})\snăm"
_SPAN_OF_YEARS = (
    rf"(?:(?:giai đoạn|thời k[ỳì]|nhiệm k[ỳì]|niên khóa|khóa|năm học(?:\smới)?|niên (?:độ|vụ)"
    rf"|chu kỳ)\s(?:{_YEARS}\s)?|{_YEARS}\s)\(?(?:từ\s)?(?:năm\s)?"
    rf"({w.YEAR})(?:\s?[-/]\s?|\s(?:đến|tới)\s|(?<=\snăm\s\d{{4}})\svà\s)(?:hết\s)?"
    rf"(?:năm\s)?({w.YEAR}|\d\d){w.YEAR_END}"
)
UNTIL_NOW = (
    r"\s(?:cho\s)?(?:đến|tới)\s"
    r"(?:nay|giờ|ngày nay|hiện nay|hiện tại|bây giờ|thời điểm (?:này|hiện tại))\b"
)


def span_of_years(r: Reader, at: int) -> Found | None:
    """ "giai đoạn 2021-2025", "nhiệm kỳ 2020 - 2025", "5 năm 2021-2025", "năm học 2023-2024"."""
    m = re_(_SPAN_OF_YEARS).match(r.low, at)
    if m is None:
        return None
    first, last = int(m.group(1)), int(m.group(2))
    if last < 100:
        last += first // 100 * 100
    if last <= first:
        return None
    end = m.end()
    if "(" in m.group():
        end += r.low[end : end + 1] == ")"
    return between(end, Point(first), Point(last), "year-span")


def edge_of_span(r: Reader, at: int) -> Found | None:
    """ "đầu nhiệm kỳ 2020-2025", "từ đầu giai đoạn 2021-2025 đến nay"."""
    m = re_(r"(đầu|giữa|cuối)\s(?=nhiệm|giai|thời|niên|khóa)").match(r.low, at)
    found = span_of_years(r, m.end()) if m else None
    if m is None or found is None or found.point is None:
        return None
    now = re_(UNTIL_NOW).match(r.low, found.end)
    today = r.context.today
    if now and today and m.group(1) == "đầu" and found.point.year:
        last = Point()
        last.set_day(today)
        return between(now.end(), Point(found.point.year), last, "until-now")
    found.mod = found.point.mod = w.MODS[m.group(1)]
    return found
