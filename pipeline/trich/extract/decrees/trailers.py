"""The words beside a document's number: who issued it, and when.

`read_body` reads a body's name forward from a position ("Bộ trưởng Bộ Y tế", "UBND tỉnh Lào
Cai"), without the organization stage, whose spans exclude the office-holder; `read_date` reads
an issue date.  Both stop where the name or date stops and return the way on.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from trich.extract.decrees.citation import issuer_name, issuer_rows
from trich.lexicon import table


class Body(NamedTuple):
    """A body's name in a text, and the code that its documents bear, where one is known."""

    start: int
    end: int
    code: str | None


#: Syllables that open a predicate, a clause or a title: no name runs over them.
_STOPS = (
    "là đã đang sẽ được bị có không cần phải cho của năm vừa mới cũng nêu ghi gồm nhằm để "
    "theo tại trong từ khi do nếu với vào ra về này đó kia trên dưới nói bắt tạo góp thể hiện "
    "mở đặt giúp yêu thông ban chính bao lần số ngày tháng nên mà thì còn như sau trước đến "
    "bởi nhưng hoặc vẫn chưa đều lại rất sắp quy sửa thay cùng hay đối liên khóa tới qua bằng "
    "đưa làm đáp khắc khẳng xác chỉ tiếp trình họp xem gửi giao dự nhất bãi hủy buộc cấm chịu "
    "coi mang đem giải tăng giảm vì tuy dù hết đồng khiến rằng ấy"
)
STOPS = frozenset(_STOPS.split())
# Two syllables that a page capitalizes although they begin a title: "Bộ Y tế Ban hành kế hoạch".
_TITLE_OPENERS = frozenset(
    (
        "ban hành",
        "phê duyệt",
        "quy định",
        "hướng dẫn",
        "sửa đổi",
        "công bố",
        "thực hiện",
        "triển khai",
        "bổ sung",
        "bãi bỏ",
        "ban bố",
        "thành lập",
        "tổ chức thực",
        "yêu cầu",
        "đề nghị",
    )
)
_OFFICE = re.compile(
    r"(?:bộ trưởng|chủ tịch|giám đốc|tổng giám đốc|cục trưởng|tổng cục trưởng|vụ trưởng|"
    r"viện trưởng|chánh án|thống đốc|chủ nhiệm|tổng thanh tra|hiệu trưởng|trưởng ban|bí thư|"
    r"thường trực(?= hđnd| hội đồng nhân dân| tỉnh ủy| thành ủy)|"
    r"ban thường vụ|ban chấp hành|btv|bch|văn phòng|đảng ủy|đảng đoàn|"
    r"ban cán sự đảng|ban chỉ đạo|liên|cơ quan|thanh tra|công đoàn|ban tổ chức|"
    r"ủy ban kiểm tra|ubkt|chánh thanh tra) "
)
# Offices that are bodies of their own: their papers do not bear the code of the body they serve.
_BODY_OFFICE = re.compile(
    r"(?:đảng|ban |ủy ban|ubkt|công đoàn|văn phòng|liên |cơ quan|thanh tra|chánh thanh tra)"
)
_LOCAL = re.compile(
    r"(?:(?:chủ tịch|thường trực|ban thường vụ|btv|ban chấp hành|bch) )?"
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|huyện ủy)"
)
_TAKES_PLACE = re.compile(rf"(?:{_LOCAL.pattern}|sở |công an|trung tâm|chi cục|cục thuế)")
_HEAD = re.compile(
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|"
    r"đảng ủy|đảng bộ|ban thường vụ|ban chấp hành|sở|chi cục|tổng cục|cục|vụ|"
    r"viện kiểm sát nhân dân|"
    r"vksnd|tòa án nhân dân|tand|viện|bệnh viện|trường|đại học|học viện|hội đồng|ủy ban|hội|"
    r"tổng liên đoàn|liên đoàn|tổng công ty|công ty|tập đoàn|trung tâm|văn phòng|thanh tra|công an|"
    r"ban chỉ đạo|ban|bộ|quân ủy|đoàn|tỉnh đoàn|thành đoàn|bảo hiểm xã hội|bhxh|phòng|kho bạc)"
    r"(?![^\W_])"
)
# Heads that name a body by themselves: "của UBND tỉnh", "của Tỉnh ủy".
_HEAD_ALONE = re.compile(
    r"(?:(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?: (?:tỉnh|thành phố|tp|huyện|quận|xã|"
    r"phường))?|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy)(?![^\W_])"
)
_LEVEL = re.compile(
    r" (?:tỉnh|thành phố|tp(?! ?hcm|\.? ?hcm)\.?|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu|khối|"
    r"bộ đội|các cơ quan)(?= ?[^\W_])"
)
_LOCAL_CODES = (
    (re.compile(r"(?:chủ tịch |văn phòng )?(?:ủy ban nhân dân|ubnd)\b"), "UBND"),
    (re.compile(r"(?:thường trực |chủ tịch )?(?:hội đồng nhân dân|hđnd)\b"), "HĐND"),
    (re.compile(r"(?:ban thường vụ |btv |ban chấp hành |bch )?tỉnh ủy\b"), "TU"),
    (re.compile(r"(?:ban thường vụ |btv |ban chấp hành |bch )?thành ủy "
                r"(?:hà nội|tp\.? ?hồ chí minh|tp\.? ?hcm|thành phố hồ chí minh|đà nẵng|hải phòng|"
                r"cần thơ|huế)"), "TU"),
    (re.compile(r"(?:ban thường vụ |btv |ban chấp hành |bch )?thành ủy\b"), None),
    (re.compile(r"(?:ban thường vụ )?huyện ủy\b"), "HU"),
    (re.compile(r"(?:ban thường vụ )?quận ủy\b"), "QU"),
    (re.compile(r"(?:ban thường vụ )?đảng ủy\b"), "ĐU"),
)  # fmt: skip
_WORD = re.compile(r"(?P<gap> ?[-/&] ?| |, | & )?(?P<word>[^\W_][\w.]*\w|[^\W_])")


# Two words tell bodies apart better than one: "bộ y", "bộ tài", but a short name has one only.
_FIRST_WORDS = re.compile(r"[^\W_]+(?: [^\W_]+)?")


@cache
def _names() -> dict[str, list[tuple[str, bool, str | None]]]:
    """Bodies by first word: (lower-case name, case matters, code), longest name first."""
    names: dict[str, tuple[bool, str | None]] = {}

    def add(name: str, code: str | None) -> None:
        # the issuer is the Assembly, not its term: "Quốc hội khóa XV"
        name = re.sub(r" \(.*", "", name).strip()
        if name and " khóa " not in name:
            names.setdefault(name.lower(), (" " not in name and name.upper() == name, code))

    for row in table("issuer_aliases"):
        add(row["phrase"], row["code"] or None)
    for code, rows in issuer_rows().items():
        for row in rows:
            if row["system"] != "local" and "not an issuer" not in row["name_en"]:
                add(row["name_vi"], code)
    for row in table("issuers"):
        if row["system"].startswith("local") and "not an issuer" not in row["name_en"]:
            add(row["name_vi"], row["code"])
    for row in table("organizations"):
        known = names.get(row["name_vi"].lower())
        for name in (row["name_vi"], *row["aliases"].split("|")):
            if len(name) > 2:
                add(name, known[1] if known else None)
    index: dict[str, list[tuple[str, bool, str | None]]] = {}
    for name, (exact, known_code) in names.items():
        if m := _FIRST_WORDS.match(name):
            index.setdefault(m.group(), []).append((name, exact, known_code))
    for same in index.values():
        same.sort(key=lambda entry: -len(entry[0]))
    return index


@cache
def _places() -> dict[str, list[str]]:
    """Names of provinces and cities in lower case by their first two letters, longest first."""
    names = {"hcm", "tp.hcm", "tphcm", "tp hcm", "tp. hcm"}
    for row in table("provinces"):
        names |= {n.lower() for n in (row["name"], *row["aliases"].split("|")) if len(n) > 2}
    index: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        index.setdefault(name[:2], []).append(name)
    return index


def _listed(text: str, lower: str, start: int) -> Body | None:
    m = _FIRST_WORDS.match(lower, start)
    if not m:
        return None
    names = _names()
    for first in dict.fromkeys((m.group(), m.group().split(" ")[0])):
        for name, exact, code in names.get(first, ()):
            end = start + len(name)
            if not lower.startswith(name, start) or text[end : end + 1].isalnum():
                continue
            # "của bệnh viện" names nobody; "của thủ tướng" does
            capital = text[start].isupper() or (code and issuer_name(code, None))
            if text[start:end].isupper() if exact else capital:
                return Body(start, end, code)
    return None


def _place_behind(text: str, lower: str, end: int) -> int:
    """The end of the level and place that follow a local body ("tỉnh Lào Cai"), else `end`."""
    level = _LEVEL.match(lower, end)
    at = level.end() if level else end
    at += text[at : at + 1] == " "
    if at > end:
        for name in _places().get(lower[at : at + 2], ()):
            if lower.startswith(name, at):
                stop = at + len(name)
                if stop == len(text) or not text[stop].isalnum():
                    return stop
    return end


def _level_behind(text: str, lower: str, start: int, end: int) -> int:
    """The end of a local body without a known place: "UBND tỉnh", "Huyện ủy Cầu Kè"."""
    alone = _HEAD_ALONE.match(lower, start)
    if alone and alone.end() > end:
        end = alone.end()
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        place = name_reach(text, lower, end + 1, 0)
        if len(text[end + 1 : place].split()) <= 3:
            end = place
    return end


def name_reach(text: str, lower: str, start: int, lower_run: int) -> int:
    """The end of a proper name that begins at `start` with a capital.

    The name goes on over capitalized words, and over at most `lower_run` other words in a
    row as long as none of them opens a predicate.  A comma ends it, except "Phòng, chống".
    """
    end, at, run, first = start, start, 0, True
    for _ in range(16):
        m = _WORD.match(text, at)
        if not m or (first and m["gap"]) or (not first and not m["gap"]):
            break
        word = lower[m.start("word") : m.end("word")]
        gap = m["gap"] or ""
        if word[0].isdigit():
            break
        capital = text[m.start("word")].isupper()
        if gap == ", " and not (word == "chống" and lower.endswith("phòng", 0, at)):
            break
        if not first and _opens_title(lower, m.start("word")):
            break
        if capital or (gap.strip() == "-" and run < lower_run):
            run, end = 0, m.end("word")
        elif word in STOPS or run >= lower_run:
            break
        else:
            run += 1
            # "và" belongs to the name only when the name goes on behind it
            if word != "và":
                end = m.end("word")
        at, first = m.end("word"), False
    return end


def _opens_title(lower: str, at: int) -> bool:
    return " ".join(lower[at : at + 24].split(" ")[:2]) in _TITLE_OPENERS


def read_body(text: str, lower: str, start: int) -> Body | None:
    """The issuing body whose name begins at `start`, with its office-holder; None if none does.

    >>> t = "Bộ trưởng Bộ Y tế Ban hành"
    >>> read_body(t, t.lower(), 0)
    Body(start=0, end=17, code='BYT')
    """
    body = _listed(text, lower, start)
    office = _OFFICE.match(lower, start)
    if office and (body is None or body.end < office.end()):
        inner = read_body(text, lower, office.end())
        if inner:
            code = _local_code(lower, start, inner.end)
            own = _BODY_OFFICE.match(lower, start)
            return Body(start, inner.end, code or (None if own else inner.code))
    if body is not None:
        if _TAKES_PLACE.match(lower, start):
            end = _place_behind(text, lower, body.end)
            if end == body.end and _HEAD_ALONE.match(lower, start):
                end = max(end, _level_behind(text, lower, start, end))
            local = _local_code(lower, start, end)
            body = Body(start, end, local if _LOCAL.match(lower, start) else body.code)
        return body
    return _unlisted(text, lower, start)


def _unlisted(text: str, lower: str, start: int) -> Body | None:
    """A body's head with a place or a capitalized name behind it, or a head that stands alone."""
    head = _HEAD.match(lower, start)
    if head is None or not text[start].isupper():
        return None
    end = _place_behind(text, lower, head.end())
    if end == head.end() and text[end : end + 1] == " ":
        level = _LEVEL.match(lower, end)
        name_at = (level.end() if level else end) + 1
        if text[name_at : name_at + 1].isupper():
            end = max(end, name_reach(text, lower, name_at, 1))
    if end == head.end():
        alone = _HEAD_ALONE.match(lower, start)
        if alone is None:
            return None
        end = alone.end()
    return Body(start, end, _local_code(lower, start, end))


def _local_code(lower: str, start: int, end: int) -> str | None:
    return next((code for pattern, code in _LOCAL_CODES if pattern.match(lower, start, end)), None)


_DAY = re.compile(
    r"(?P<d>0?[1-9]|[12]\d|3[01])(?:"
    r" ?(?P<sep>[/.-]) ?(?P<m>0?[1-9]|1[0-2]) ?(?P=sep) ?(?P<y>(?:19|20)\d\d)"
    r"| tháng (?P<m2>0?[1-9]|1[0-2])(?: năm |[/-])(?P<y2>(?:19|20)\d\d)"
    r")(?!\d)"
)
_DAY_MONTH = re.compile(r"\d{1,2} ?[/.-] ?\d{1,2}(?![\d/-]|\.\d)")
_MONTH = re.compile(r"tháng (?P<m>0?[1-9]|1[0-2]) ?(?:[/-]|năm ) ?(?P<y>(?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?P<y>(?:19|20)\d\d)(?![\d/.,%-]\d|[^\W_])(?! ?- ?\d)")


def read_date(lower: str, at: int, *, bare: bool = False) -> tuple[int, str | None] | None:
    """An issue date that begins at `at`: its end and ISO value to its precision.

    `bare` takes a year or a day without the words ngày, tháng, năm.  A day without a year has
    no value (None).

    >>> read_date("ngày 24/11/2023", 0), read_date("năm 2016", 0)
    ((15, '2023-11-24'), (8, '2016'))
    """
    if lower.startswith("ngày ", at) or bare:
        day_at = at + 5 if lower.startswith("ngày ", at) else at
        if m := _DAY.match(lower, day_at):
            year, month = int(m["y"] or m["y2"]), int(m["m"] or m["m2"])
            try:
                return m.end(), date(year, month, int(m["d"])).isoformat()
            except ValueError:
                return None
        if day_at > at and (m := _DAY_MONTH.match(lower, day_at)):
            return m.end(), None
    if m := _MONTH.match(lower, at):
        return m.end(), f"{m['y']}-{int(m['m']):02}"
    said = lower.startswith("năm ", at)
    m = _YEAR.match(lower, at + 4 if said else at) if said or bare else None
    return (m.end(), m["y"]) if m else None
