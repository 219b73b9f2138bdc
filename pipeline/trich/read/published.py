"""Publication dates as tables and metadata write them -> ISO, in Vietnamese time."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any

_VIETNAM = timezone(timedelta(hours=7))
_DAY_FIRST = re.compile(
    r"(?:ngày\s+)?(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>\d{4})(?!\d)",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)")
_CLOCK = re.compile(
    r"(?<!\d)(?P<h>\d{1,2})(?::|h|\s*giờ\s*)(?P<min>\d{2})(?!\d)(?::\d{2})?\s*(?P<half>[ap]m|sa|ch)?\b",
    re.IGNORECASE,
)
_PDF = re.compile(
    r"D?:?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:Z|([+-])(\d{2})'?(\d{2})?'?)?"
)


def iso(value: Any) -> str | None:
    """An ISO date or date-time, of the clock in Vietnam where a time zone is given.

    Reads ISO 8601, RFC 5322, PDF dates, seconds or milliseconds since 1970, `datetime`s, and
    day-first Vietnamese writing with or without a clock.  None stands for an empty value;
    raises ValueError where it is no date.

    >>> iso("30/01/2024 | 16:18"), iso("2024-01-30T23:30:00Z")
    ('2024-01-30T16:18:00', '2024-01-31T06:30:00')
    >>> iso("Thứ Ba, ngày 30 tháng 1 năm 2024")
    '2024-01-30'
    """
    if value is None or value != value:  # NaN and NaT differ from themselves
        return None
    if isinstance(value, datetime):
        return _local(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    if not text:
        return None
    if re.fullmatch(r"\d{9,10}(\.\d+)?|\d{12,13}", text):
        return _epoch(float(text))
    if re.match(r"\d{4}-?\d{2}-?\d{2}(?:$|[T ]\d)", text):
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            pass
        else:
            return at.date().isoformat() if len(text) <= 10 else _local(at)
    if m := _PDF.fullmatch(text):
        return _pdf(m)
    if m := _DAY_FIRST.search(text) or _YEAR_FIRST.search(text):
        return _written(m, text[: m.start()] + " " + text[m.end() :])
    return _local(parsedate_to_datetime(text))


def _local(at: datetime) -> str:
    if at.tzinfo is not None:
        at = at.astimezone(_VIETNAM).replace(tzinfo=None)
    return at.replace(microsecond=0).isoformat()


def _epoch(seconds: float) -> str:
    if seconds > 1e11:
        seconds /= 1000
    return _local(datetime.fromtimestamp(seconds, UTC))


def _pdf(m: re.Match[str]) -> str:
    year, month, day, hour, minute, second, sign, h, mins = m.groups()
    if hour is None:
        return date(int(year), int(month), int(day)).isoformat()
    zone = None
    if m.group().endswith("Z"):
        zone = UTC
    elif sign:
        offset = timedelta(hours=int(h), minutes=int(mins or 0))
        zone = timezone(-offset if sign == "-" else offset)
    at = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    return _local(at.replace(tzinfo=zone))


def _written(m: re.Match[str], rest: str) -> str:
    day = date(int(m["y"]), int(m["m"]), int(m["d"]))
    clock = _CLOCK.search(rest)
    if not clock:
        return day.isoformat()
    hour, half = int(clock["h"]), (clock["half"] or "").lower()
    if half in ("pm", "ch") and hour < 12:
        hour += 12  # "16:18 PM" is 16:18 all the same
    elif half in ("am", "sa") and hour == 12:
        hour = 0
    return datetime(day.year, day.month, day.day, hour, int(clock["min"])).isoformat()
