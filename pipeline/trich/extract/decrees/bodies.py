"""The issuing body beside a document: `read_body` reads its name forward from a position
("Bộ trưởng Bộ Y tế", "UBND tỉnh Lào Cai") and stops where the name stops.

It does without the organization stage, whose spans know nothing of codes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from trich.extract.decrees.codes import issuer_name, issuers, needs_place
from trich.extract.decrees.pattern import Pattern
from trich.lexicon import table


class Body(NamedTuple):
    """A body's name in a text: with its office-holder from `start`, by itself from `name`; and
    the code that its documents bear, where one is known."""

    start: int
    end: int
    code: str | None
    name: int


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
# Words whose second syllable is a stop elsewhere.
_COMPOUNDS = frozenset(
    (
        "dân số", "tài chính", "hành chính", "giao thông", "truyền thông", "viễn thông",
        "bưu chính", "phổ thông", "hội đồng",
    )
)  # fmt: skip
# Two syllables that a page capitalizes although they begin a title: "Bộ Y tế Ban hành kế hoạch".
_TITLE_OPENERS = frozenset(
    (
        "ban hành", "phê duyệt", "quy định", "hướng dẫn", "sửa đổi", "công bố", "thực hiện",
        "triển khai", "bổ sung", "bãi bỏ", "ban bố", "thành lập", "tổ chức thực", "yêu cầu",
        "đề nghị",
    )
)  # fmt: skip
# Who signs for a body; the body is the issuer.  A chief justice, a prosecutor general and the
# Prime Minister issue in their own name.
_OFFICE = Pattern(
    r"(?:bộ trưởng|chủ tịch|giám đốc|tổng giám đốc|cục trưởng|tổng cục trưởng|vụ trưởng|"
    r"thống đốc|chủ nhiệm|tổng thanh tra|hiệu trưởng|trưởng ban|bí thư|chi cục trưởng|"
    r"chánh thanh tra|tổng kiểm toán(?= nhà nước)|thủ trưởng) ",
    yes=("bộ trưởng bộ y tế", "chủ tịch ubnd"),
    no=("bộ y tế",),
)
# A part of a body, or an office that is one: its papers are its own.
_PART = Pattern(
    r"(?:thường trực(?= hđnd| hội đồng nhân dân| tỉnh ủy| thành ủy| huyện ủy)|viện trưởng|"
    r"chánh án|"
    r"ban thường vụ|ban chấp hành|ban thường trực|btv|bch|văn phòng|đảng ủy|đảng đoàn|"
    r"ban cán sự đảng|ban chỉ đạo|liên|cơ quan|thanh tra|công đoàn|ban tổ chức|đoàn chủ tịch|"
    r"ủy ban kiểm tra|ubkt) ",
    yes=("ban thường vụ tỉnh ủy", "thường trực hđnd tỉnh", "viện trưởng vksnd tối cao"),
    no=("thường trực chính phủ", "bộ y tế"),
)
# Parts whose papers do not bear the code of the body they serve.
_PART_OWN_CODE = Pattern(
    r"(?:đảng|ban (?!thường vụ|chấp hành)|ủy ban|ubkt|công đoàn|văn phòng|liên |cơ quan|thanh tra)",
    yes=("đảng ủy", "văn phòng"),
    no=("ban thường vụ",),
)
_PLENUM_BODY = Pattern(
    r"hội nghị (?:lần thứ [^\W_]+ )?(?:ban chấp hành |bch )?(?:trung ương|tw|tư)(?: đảng)?"
    r"(?: lần thứ)?(?: \d{1,2}| [^\W_]+(?= (?:\(?khóa)))?(?![^\W_])",
    yes=("hội nghị trung ương 6", "hội nghị lần thứ sáu ban chấp hành trung ương"),
    no=("hội nghị toàn quốc",),
)
# "Ban Chỉ đạo Trung ương về phòng, chống thiên tai", "Ban Chỉ huy phòng chống lụt bão tỉnh"
_STEERING = Pattern(
    r"ban (?:chỉ đạo|chỉ huy)"
    r"(?: (?:về )?(?:phòng,? chống|phòng thủ|ứng phó|tìm kiếm|cải cách)(?:,? [^\W\d_]+){1,9}?)?"
    r" (?:trung ương|quốc gia|tỉnh|thành phố|huyện|xã)(?![^\W_])"
    r"(?: về (?:phòng,? chống (?:thiên tai|lụt bão|dịch(?: bệnh)?(?: covid-19)?|"
    r"tham nhũng(?:,? (?:lãng phí, )?tiêu cực)?))(?![^\W_]))?",
    yes=(
        "ban chỉ đạo trung ương về phòng, chống thiên tai",
        "ban chỉ huy phòng chống lụt bão tỉnh",
    ),
    no=("ban chỉ đạo về kế hoạch", "ban tổ chức trung ương"),
)
_LOCAL = Pattern(
    r"(?:(?:chủ tịch|thường trực|ban thường vụ|btv|ban chấp hành|bch) )?"
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|huyện ủy)",
    yes=("chủ tịch ubnd tỉnh", "tỉnh ủy"),
    no=("bộ y tế",),
)
_TAKES_PLACE = Pattern(
    rf"(?:{_LOCAL.source}|sở |công an|trung tâm|chi cục|cục thuế|cục thi hành án dân sự|"
    r"mặt trận tổ quốc|mttq|ủy ban mttq)",
    yes=("sở y tế", "công an tỉnh"),
    no=("bộ y tế",),
)
_HEAD = Pattern(
    r"(?:cơ quan (?:csđt|cảnh sát điều tra|an ninh điều tra|điều tra)|"
    r"ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|"
    r"đoàn đại biểu quốc hội|đoàn đbqh|"
    r"đảng ủy|đảng bộ|ban thường vụ|ban chấp hành|sở|chi cục|tổng cục|cục|vụ|"
    r"viện kiểm sát nhân dân|"
    r"vksnd|tòa án nhân dân|tand|viện|bệnh viện|trường|đại học|học viện|"
    r"hội đồng (?:quản trị|thành viên|quản lý)|hội đồng|ủy ban|hội|"
    r"tổng liên đoàn|liên đoàn|tổng công ty|công ty|tập đoàn|trung tâm|văn phòng|thanh tra|công an|"
    r"ban chỉ đạo|ban|bộ|quân ủy|đoàn|mặt trận tổ quốc việt nam|mttq việt nam|lđlđ|mttq|"
    r"tỉnh đoàn|thành đoàn|bảo hiểm xã hội|bhxh|phòng|kho bạc)"
    r"(?![^\W_])",
    yes=("sở y tế", "bệnh viện bạch mai"),
    no=("thủ tướng",),
)
# Heads that name a body by themselves: "của UBND tỉnh", "của Tỉnh ủy".
_HEAD_ALONE = Pattern(
    r"(?:(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|đảng bộ)(?: (?:tỉnh|thành phố|tp|huyện|"
    r"quận|xã|phường))?|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|"
    r"(?:công an|bảo hiểm xã hội|bhxh|liên đoàn lao động|lđlđ|cục thuế|mttq|tòa án nhân dân|tand|"
    r"viện kiểm sát nhân dân|vksnd|bộ chqs|bộ chỉ huy quân sự) "
    r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã)|"
    r"hội đồng (?:quản trị|thành viên))(?![^\W_])",
    yes=("ubnd tỉnh", "tỉnh ủy", "đảng bộ huyện"),
    no=("sở y tế",),
)
_LEVEL = Pattern(
    r" (?:tỉnh|thành phố|tp(?! ?hcm|\.? ?hcm)\.?|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu|khối|"
    r"bộ đội|các cơ quan)(?= ?[^\W_])",
    yes=(" tỉnh Lào Cai", " tp. Huế"),
    no=(" tp hcm",),
)
# "UBND quận 1", "phường 5"
_NUMBERED_LEVEL = Pattern(
    r"(?:(?<= quận)|(?<= phường)) \d{1,2}(?![^\W_]|[/.,-]\d|%| \d)",
    yes=("ubnd quận 1", "ubnd phường 05,"),
    no=("ubnd tỉnh 5", "quận 12.000"),
)
# Several bodies at once: "liên Bộ Y tế - Tài chính", "liên ngành Sở Y tế, Sở Tài chính"
_JOINT = Pattern(
    r"liên (?:bộ|ngành|tịch|sở):? (?=[^\W\d_])", yes=("liên bộ y tế",), no=("liên bộ.", "liên minh")
)
_AND_BODY = Pattern(
    r"(?: và| -) (?=[^\W\d_])|"
    r", (?=(?:bộ|sở|ban|ủy ban|tổng|bảo hiểm|ngân hàng|tòa|viện|thanh tra) )",
    yes=(", sở tài chính", " và bộ tài chính", " - tài chính"),
    no=(", tài chính",),
)
_PEOPLES = Pattern(
    r"(?:(?<=hội đồng)|(?<=ủy ban)) nhân dân(?![^\W_])",
    yes=("hội đồng nhân dân",),
    no=("tòa án nhân dân",),
)
_LEVEL_ALONE = Pattern(
    r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?![^\W_])", yes=(" tỉnh",), no=(" nhà",)
)
_LOCAL_CODES = (
    (Pattern(r"(?:chủ tịch |văn phòng )?(?:ủy ban nhân dân|ubnd)\b", yes=("ubnd tỉnh",)), "UBND"),
    (Pattern(r"(?:thường trực |chủ tịch )?(?:hội đồng nhân dân|hđnd)\b", yes=("hđnd xã",)), "HĐND"),
    (Pattern(r"(?:ban thường vụ |btv |ban chấp hành |bch )?tỉnh ủy\b", yes=("tỉnh ủy",)), "TU"),
    (
        Pattern(
            r"(?:ban thường vụ |btv |ban chấp hành |bch )?thành ủy "
            r"(?:hà nội|tp\.? ?hồ chí minh|tp\.? ?hcm|thành phố hồ chí minh|đà nẵng|hải phòng|"
            r"cần thơ|huế)",
            yes=("thành ủy hà nội",),
            no=("thành ủy vinh",),
        ),
        "TU",
    ),
    (Pattern(r"(?:ban thường vụ |btv )?thành ủy\b", yes=("thành ủy vinh",)), None),
    (Pattern(r"(?:ban thường vụ )?huyện ủy\b", yes=("huyện ủy mường la",)), "HU"),
    (Pattern(r"(?:ban thường vụ )?quận ủy\b", yes=("quận ủy ba đình",)), "QU"),
    (Pattern(r"(?:ban thường vụ )?đảng ủy\b", yes=("đảng ủy bộ y tế",)), "ĐU"),
)
_WORD = Pattern(
    r"(?P<gap> ?[-/&] ?| |, | & )?(?P<word>[^\W_][\w.]*\w|[^\W_])", yes=(" - Thương",), no=("(",)
)
# What goes on behind "Đảng", so that the Party itself is not meant.
_GOES_ON = Pattern(r" (?:bộ|ủy|viên|đoàn|phái)(?![^\W_])", yes=(" bộ tỉnh",), no=(" bộc lộ",))

# Two words tell bodies apart better than one: "bộ y", "bộ tài", but a short name has one only.
_FIRST_WORDS = Pattern(r"[^\W_]+(?: [^\W_]+)?", yes=("bộ y tế",), no=("-",))


class _Name(NamedTuple):
    lower: str
    #: an abbreviation, which capitals make
    capitals: bool
    code: str | None
    #: written without a capital too: "hội đồng trường"
    common: bool


@cache
def _names() -> dict[str, list[_Name]]:
    """Bodies by first word, longest name first."""
    names: dict[str, _Name] = {}

    def add(name: str, code: str | None) -> None:
        # the issuer is the Assembly, not its term: "Quốc hội khóa XV"
        name = re.sub(r" \(.*", "", name).strip()
        if name and " khóa " not in name:
            capitals = " " not in name and name.upper() == name
            names.setdefault(name.lower(), _Name(name.lower(), capitals, code, name[0].islower()))

    for row in table("issuer_aliases"):
        add(row["phrase"], row["code"] or None)
    for code, same in issuers().items():
        for body in same:
            if body.scope != "none" and body.system != "local":
                add(body.name, code)
            if body.scope == "one" and body.system == "state":
                add(code, code)  # "Quyết định 2151 của BYT"
    for row in table("issuers"):
        if row["system"].startswith("local") and row["scope"] != "none":
            add(row["name_vi"], row["code"])
    for row in table("organizations"):
        known = names.get(row["name_vi"].lower())
        for name in (row["name_vi"], *row["aliases"].split("|")):
            if len(name) > 2:
                add(name, known.code if known else None)
    index: dict[str, list[_Name]] = {}
    for entry in names.values():
        if m := _FIRST_WORDS.match(entry.lower):
            index.setdefault(m.group(), []).append(entry)
    for same_start in index.values():
        same_start.sort(key=lambda entry: -len(entry.lower))
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
        for name, capitals, code, common in names.get(first, ()):
            end = start + len(name)
            if not lower.startswith(name, start) or text[end : end + 1].isalnum():
                continue
            if name.endswith("đảng") and _GOES_ON.match(lower, end):
                continue
            # "của bệnh viện" names nobody; "của thủ tướng" does
            said = common or (code and (issuer_name(code) or code == "TW"))
            if text[start:end].isupper() if capitals else said or text[start].isupper():
                return Body(start, end, code, start)
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
    if numbered := _NUMBERED_LEVEL.match(lower, end):
        return numbered.end()
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
    end, at, run, first, before = start, start, 0, True, ""
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
        elif (word in STOPS and f"{before} {word}" not in _COMPOUNDS) or run >= lower_run:
            break
        else:
            run += 1
            # "và" belongs to the name only when the name goes on behind it
            if word != "và":
                end = m.end("word")
        at, first, before = m.end("word"), False, word
    return end


def _opens_title(lower: str, at: int) -> bool:
    return " ".join(lower[at : at + 24].split(" ")[:2]) in _TITLE_OPENERS


def read_body(text: str, lower: str, start: int) -> Body | None:
    """The issuing body whose name begins at `start`, with its office-holder; None if none does.

    >>> t = "Bộ trưởng Bộ Y tế Ban hành"
    >>> body = read_body(t, t.lower(), 0)
    >>> body.code, t[body.start:body.end], t[body.name:body.end]
    ('BYT', 'Bộ trưởng Bộ Y tế', 'Bộ Y tế')
    """
    return _read(text, lower, start, 3)


def _read(text: str, lower: str, start: int, depth: int) -> Body | None:
    if joint := _JOINT.match(lower, start):
        return _several(text, lower, start, joint.end())
    body = _listed(text, lower, start)
    if plenum := _PLENUM_BODY.match(lower, start):
        return Body(start, plenum.end(), "TW", start)
    steering = _STEERING.match(lower, start)
    if steering and text[start].isupper() and (body is None or body.end < steering.end()):
        end = _place_behind(text, lower, steering.end())
        return Body(start, end, body.code if body else None, start)
    office = _OFFICE.match(lower, start)
    part = office or _PART.match(lower, start)
    if depth and part and (body is None or body.end < part.end() or office):
        inner = _read(text, lower, part.end(), depth - 1)
        if inner and (body is None or inner.end > body.end):
            own = not office and _PART_OWN_CODE.match(lower, start)
            code = _local_code(lower, start, inner.end) or (None if own else inner.code)
            return Body(start, inner.end, code, inner.name if office else start)
    if body is None:
        return _unlisted(text, lower, start)
    if lower.startswith("tổng ", start):  # "Tổng Thanh tra Chính phủ" heads "Thanh tra Chính phủ"
        headed = _listed(text, lower, start + 5)
        if headed and (headed.code, headed.end) == (body.code, body.end):
            return body._replace(name=headed.name)
    if needs_place(body.code) and not _LOCAL.match(lower, start):
        place = _place_behind(text, lower, body.end)
        if place > body.end:
            body = body._replace(end=place)
            wider = None
        else:
            wider = _unlisted(text, lower, start)
        if wider and wider.end > body.end:
            body = body._replace(end=wider.end)
    if _TAKES_PLACE.match(lower, start):
        end = _place_behind(text, lower, body.end)
        if end == body.end and _HEAD_ALONE.match(lower, start):
            end = max(end, _level_behind(text, lower, start, end))
        local = _local_code(lower, start, end)
        code = local if _LOCAL.match(lower, start) else body.code
        return Body(start, end, code, start)
    return body


def _several(text: str, lower: str, start: int, at: int) -> Body | None:
    """The bodies that "liên Bộ" or "liên ngành" joins, with that word; else it alone."""
    end = start
    while text[at].isupper():
        inner = _listed(text, lower, at)
        end = max(inner.end if inner else 0, name_reach(text, lower, at, 2))
        more = _AND_BODY.match(lower, end)
        if more is None:
            break
        at = more.end()
    return Body(start, end, None, start) if end > start else _listed(text, lower, start)


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
            if peoples := _PEOPLES.match(lower, end):  # "Ban Pháp chế Hội đồng nhân dân tỉnh"
                end = peoples.end()
            end = _place_behind(text, lower, end)
            level = _LEVEL.match(lower, end)
            if level and text[level.end() + 1 : level.end() + 2].isupper():
                end = name_reach(text, lower, level.end() + 1, 0)
            elif alone := _LEVEL_ALONE.match(lower, end):
                end = alone.end()
    if end == head.end():
        alone = _HEAD_ALONE.match(lower, start)
        if alone is None:
            return None
        end = alone.end()
    return Body(start, end, _local_code(lower, start, end), start)


def _local_code(lower: str, start: int, end: int) -> str | None:
    return next((code for pattern, code in _LOCAL_CODES if pattern.match(lower, start, end)), None)
