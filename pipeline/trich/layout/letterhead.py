"""Official documents: the heading that decrees on document forms prescribe, and the signature.

State documents (Decree 30/2020/NĐ-CP): issuer, motto, `Số: 12/TB-SYT`, place and day, type,
subject.  Party documents (Instruction 36-HD/VPTW): issuer, `*`, `Số 25-CT/TW`, ĐẢNG CỘNG SẢN
VIỆT NAM, place and day.  Web pages print the heading's cells one a line, side by side, or with
`|` between, and break them wherever the cell was narrow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from trich.layout.lines import Line
from trich.lexicon import table

_REACH = 60  # lines: portals print their menus above a document
_LONGEST = 300  # characters of a line of a heading or a signature


@dataclass(slots=True)
class Official:
    """An official document: its metadata, and which lines its heading is.

    `type` as the lexicon writes it ("Quyết định"), None for a letter; `number` without "Số";
    `issued` an ISO date to its precision; `issuer`, `signer` and `subject` in the words of the
    document.  `heading`, `datelines` and `titles` are indices of lines.
    """

    type: str | None = None
    number: str | None = None
    issuer: str | None = None
    issued: str | None = None
    signer: str | None = None
    subject: str | None = None
    opening: int = 0
    heading: set[int] = field(default_factory=set)
    datelines: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)

    def fields(self) -> dict[str, str | None]:
        """The metadata by name."""
        names = ("type", "number", "issuer", "issued", "signer", "subject")
        return {name: getattr(self, name) for name in names}


_CELLS = re.compile(r"\s*\|\s*|\t+|\s{3,}")  # cells side by side
_MOTTO = re.compile(
    r"cộng hòa xã hội|chủ nghĩa việt nam|độc lập\s?-\s?tự do|đảng cộng sản việt nam"
)
_NAMED = re.compile("C(?:ỘNG|ộng h)|Đ(?:ộc l|ỘC L)")
_STATE = re.compile(
    r"(?<!nước )(?:cộng hòa xã hội|độc lập\s?-\s?tự do\s?-\s?hạnh phúc)|đảng cộng sản việt nam$"
)
_NUMBER = re.compile(
    r"\bSố\s?:?\s{0,3}(?P<n>(?:[\d.]{1,7}[a-zđ]?)?\s?(?:[/-]\s?[A-ZĐa-z\d/&Ư-]+(?:\s?-\s?[A-ZĐ\d]+)*)"
    r"|\d{1,5}(?=\s*(?:$|\|)))"
)
_PLACE_DAY = re.compile(
    r"(?:(?P<place>[A-ZĐÀ-Ỹ][^\d,|:]{1,40}),?\s{0,3})?ngày\s?(?P<d>\s?\d{1,2}|[.…\s]{0,8})\s{0,3}"
    r"tháng\s{0,8}(?P<m>\d{1,2})\s{0,3}năm\s{0,3}(?P<y>\d{4})",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(
    r"[A-ZĐÀ-Ỹ][^\d,|:]{1,40},\s{0,3}ngày(?:\s\d{1,2})?(?:\stháng(?:\s\d{1,2})?)?"
)
_ABOUT = re.compile(r"\(?(?:V\s?/\s?v|Về việc|Về)\b[:.…\s]*", re.IGNORECASE)
_STOPS = re.compile(r"-?\s?(?:căn cứ|kính gửi|thực hiện|xét|theo đề nghị|để |nhằm )", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:quyền |phó )?(?:chủ tịch|bộ trưởng|thứ trưởng|giám đốc|thủ tướng|chính phủ|quốc hội|ủy ban"
    r"|ubnd|hội đồng|hđnd|cục trưởng|vụ trưởng|chánh|tổng cục|tổng thanh tra|tổng kiểm toán"
    r"|thống đốc|hiệu trưởng|trưởng ban|ban chấp hành|ban thường vụ|ban bí thư|bộ chính trị"
    r"|liên bộ|liên tịch|ủy viên|bộ y tế|viện trưởng|tổng giám đốc|bí thư)"
)


def read(lines: Sequence[Line]) -> Official | None:
    """The official document that a page is, None where it is none."""
    near = range(min(len(lines), _REACH))
    motto = [i for i in near if lines[i].kind == "motto" or _is_motto(lines[i].text)]
    numbers = [i for i in near if lines[i].text.lstrip("| ").startswith("Số")]
    numbers = [i for i in numbers if _NUMBER.match(lines[i].text.lstrip("| "))]
    if not motto and not numbers:
        return None
    days = [i for i in near if _place_day(lines[i].text) or _place_day(_two_lines(lines, i))]
    signs = _heading_signs(lines, motto, numbers, days)
    if signs is None:
        return None
    found = Official()
    first, last = signs
    found.opening = _issuer_from(lines, first)
    _read_heading(lines, found, last)
    _read_subject(lines, found)
    found.signer = _signer(lines[max((*found.heading, *found.titles, *found.datelines)) + 1 :])
    return found


def _place_day(text: str) -> re.Match[str] | None:
    """Place and day, if a line or its last cell is nothing else."""
    if len(text) > 160 or "tháng" not in text.lower():
        return None
    text = re.sub(r"ngày[\s.…]+tháng", "ngày … tháng", text)  # left open for the pen
    cell = _CELLS.split(text.strip("| \t"))[-1]
    m = _PLACE_DAY.search(cell)
    if m is None or cell[m.end() :].strip(" ."):
        return None
    before = cell[: m.start()].strip()
    if (m["place"] or "").lower().startswith(("thứ ", "chủ nhật")):
        return None  # a weekday: the page's clock
    return m if not before or _NUMBER.fullmatch(before) else None


def _two_lines(lines: Sequence[Line], i: int) -> str:
    """A place and day that the cell's width broke: "Vinh, ngày 27" / "tháng 11 năm 2008"."""
    if (
        i + 1 < len(lines)
        and "ngày" in lines[i].text
        and _HALF_DAY.fullmatch(lines[i].text.strip("| "))
    ):
        return f"{lines[i].text} {lines[i + 1].text}"
    return ""


def _is_motto(text: str) -> bool:
    """Whether a line holds the State's or the Party's name as a heading does."""
    if len(text) > 160 or not _NAMED.search(text):
        return False
    low = text.lower()
    if _STATE.search(low) is None:
        return False
    return text.isupper() or "CỘNG H" in text or low.startswith(("độc lập", "cộng hòa xã hội"))


def _heading_signs(
    lines: Sequence[Line], motto: list[int], numbers: list[int], days: list[int]
) -> tuple[int, int] | None:
    """The first and the last line with a sign of a heading: two different signs close together."""
    for i in sorted((*motto, *numbers)):
        close = range(i, i + 14)
        signs = [[j for j in found if j in close] for found in (motto, numbers, days)]
        if sum(map(bool, signs)) >= 2:
            prose = next((j for j in close if j < len(lines) and len(lines[j].text) > 200), None)
            inside = [j for found in signs for j in found if prose is None or j < prose]
            kinds = sum(any(j in inside for j in found) for found in signs)
            if kinds >= 2:
                return i, max(inside)
    return None


def _issuer_from(lines: Sequence[Line], first: int) -> int:
    """The first line of the heading: the issuer stands above or beside the motto."""
    start = first
    for i in range(first - 1, max(-1, first - 7), -1):
        text = lines[i].text.strip("| ")
        # `BỘ TÀI NGUYÊN VÀ` goes on with the next line, be that a section's name elsewhere
        broken = i > 0 and lines[i - 1].text.strip("| ").endswith((" VÀ", ","))
        if lines[i].kind == "bar" or (
            text.isupper() and len(text) <= 120 and (broken or lines[i].kind in ("text", "motto"))
        ):
            start = i
        else:
            break
    while start < first and lines[start].kind == "bar":
        start += 1
    return start


def _read_heading(lines: Sequence[Line], found: Official, last: int) -> None:
    """Number, day and issuer, from the heading's cells."""
    names: list[str] = []
    i = found.opening
    while i <= last:
        line = lines[i]
        found.heading.add(i)
        for cell in filter(None, map(str.strip, _CELLS.split(line.text[:_LONGEST]))):
            if (m := _NUMBER.match(cell)) and found.number is None:
                found.number = re.sub(r"\s", "", m["n"])
            elif (
                cell.isupper()
                and found.number is None
                and not _MOTTO.search(cell.lower())
                and any(map(str.isalpha, cell))
                and _type(cell) is None
            ):
                names.append(cell)
        text = line.text
        if _place_day(both := _two_lines(lines, i)):
            text = both
            found.heading.add(i + 1)
            found.datelines.append(i + 1)
        if found.issued is None and (m := _place_day(text)):
            found.issued = _day(m)
            found.datelines.insert(0, i)
        i += 1
    while last + 1 < len(lines) and (lines[last + 1].kind in ("bar", "motto")):
        last += 1
        found.heading.add(last)
    found.issuer = _issuer(names)


def _issuer(names: list[str]) -> str | None:
    """The body that issued: the last of the names, joined with what its line broke off."""
    parts: list[str] = []
    for name in names:
        broken = re.match(
            r"(?:TỈNH|THÀNH PHỐ|TP|HUYỆN|QUẬN|THỊ XÃ|PHƯỜNG|XÃ|ĐẶC KHU|TRUNG ƯƠNG|VÀ|NƯỚC)\b", name
        )
        if parts and (broken or parts[-1].endswith((" VÀ", ",", "-"))):
            parts[-1] += f" {name}"
        else:
            parts.append(name)
    names = [part.strip(" .-–*") for part in parts]
    if len(names) > 1 and _DEPENDENT.fullmatch(names[-1]):
        return f"{names[-1]} {names[-2]}"
    return names[-1] if names else None


# A body that has no name of its own: "BAN THƯỜNG TRỰC", below "ỦY BAN MTTQ TỈNH BẾN TRE".
_DEPENDENT = re.compile(
    r"(?:BAN )?THƯỜNG (?:TRỰC|VỤ)|BAN CHẤP HÀNH|VĂN PHÒNG|THANH TRA"
    r"|BAN (?:TỔ CHỨC|TUYÊN GIÁO|DÂN VẬN)"
    r"|(?:CƠ QUAN )?ỦY BAN KIỂM TRA"
)


def _day(m: re.Match[str]) -> str | None:
    year, month, day = int(m["y"]), int(m["m"]), m["d"].strip(" .…")
    try:
        if day:
            return date(year, month, int(day)).isoformat()
        return f"{date(year, month, 1):%Y-%m}"
    except ValueError:
        return None


def _read_subject(lines: Sequence[Line], found: Official) -> None:
    """Type and subject, below the heading; of a letter, the line that begins with V/v."""
    last = max((*found.heading, found.opening))
    told: list[str] = []
    for start in sorted(found.heading):
        if not (about := _about(lines[start].text)):
            continue
        end = start + 1
        while end <= last and _goes_on(lines, end) and not _place_day(lines[end].text):
            end += 1
        told = [about, *(lines[i].text.strip("| ") for i in range(start + 1, end))]
        whole = about == lines[start].text.strip("| ")  # else number or day stand beside it
        found.titles = list(range(start if whole else start + 1, end))
    i = last + 1
    while i < len(lines) and lines[i].kind == "bar":
        found.heading.add(i)
        i += 1
    if i < len(lines) and (kind := _type(lines[i].text)):
        found.type = kind
        found.heading.add(i)
        i += 1
        while i < len(lines) and lines[i].text.isupper() and re.match(r"CỦA\b|CỦA ", lines[i].text):
            found.heading.add(i)
            i += 1
    if not told:
        found.titles = _subject_lines(lines, i)
        told = [lines[i].text.strip("| ") for i in found.titles]
    behind = max((*found.titles, last)) + 1
    for i in range(behind, min(len(lines), behind + 6)):
        text = lines[i].text.strip("| ")
        if len(text) <= _LONGEST and (
            lines[i].kind == "bar"
            or (text.isupper() and (_OFFICE.match(text.lower()) or text == found.issuer))
            or (len(text) <= 80 and _SESSION.match(text))
        ):
            found.heading.add(i)
        elif not text.isupper():
            break
    subject = " ".join(told)
    capitals = re.match(r"[A-ZĐÀ-Ỹ ]+(?=\s[A-ZĐÀ-Ỹ]?[a-zà-ỹ])", subject)
    if found.type is None and capitals and (kind := _type(capitals.group())):
        found.type = kind  # "BÁO CÁO Kết quả ...", type and subject in one line
        subject = subject[capitals.end() :].strip()
    found.type = found.type or _type_of_number(found.number)
    opening = _ABOUT.match(subject)
    subject = subject[opening.end() if opening else 0 :].strip(" .")
    if opening and opening.group().startswith("("):
        subject = subject.removesuffix(")")
    found.subject = subject or None


def _about(line: str) -> str:
    """The cell of a line that begins with V/v, perhaps behind the number; empty where none does."""
    for cell in _CELLS.split(line.strip("| ")):
        number = _NUMBER.match(cell)
        cell = cell[number.end() :].lstrip(" .;,") if number else cell
        if _ABOUT.match(cell):
            return cell
    return ""


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """Whether a line goes on with what the narrow cell above broke off."""
    text = lines[i].text
    return text[:1].islower() or not (_complete(lines, [i - 1]) or _STOPS.match(text))


def _subject_lines(lines: Sequence[Line], start: int) -> list[int]:
    """The lines of the subject: one, or as many as a narrow cell or capitals break it into."""
    found: list[int] = []
    for i in range(start, min(len(lines), start + 9)):
        text = lines[i].text.strip("| ")
        if lines[i].kind in ("bar", "share", "tally"):
            if found:
                break
            continue
        if _STOPS.match(text) or (
            found and text.isupper() and _OFFICE.match(text.lower()) and _complete(lines, found)
        ):
            break
        if found and not (
            (text.isupper() and lines[found[-1]].text.isupper()) or _goes_on(lines, i)
        ):
            break
        if not found and (len(text) > 600 or not (text.isupper() or text.count(" "))):
            break
        found.append(i)
    return found


def _complete(lines: Sequence[Line], found: list[int]) -> bool:
    """Whether a subject in capitals can end here: not at a word that wants another."""
    last = lines[found[-1]].text.rstrip("| ").split()[-1].lower().strip(",")
    return last not in ("của", "và", "về", "các", "do", "tại", "trong", "cho", "thuộc", "theo", "ở")


@cache
def _types() -> dict[str, str]:
    return {row["surface"].lower(): row["type"] for row in table("decree_types")}


def _type(text: str) -> str | None:
    """The type of document that a line in capitals names: "QUYẾT ĐỊNH CỦA UBND TỈNH"."""
    if not text.isupper():
        return None
    words = text.strip(" :|.*").lower()
    head, _, _ = words.partition(" của ")
    return _types().get(words) or _types().get(head)


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for row in table("decree_types"):
        for code in row["codes"].split():
            codes.setdefault(code, row["type"])
    return codes


def _type_of_number(number: str | None) -> str | None:
    """The type that a number's code tells: `53/2014/TT-BYT`, `25-CT/TW`; a letter's tells none."""
    m = re.match(r"[\d.]*[a-zđ]?(?:/\d{4})?[/-]([A-ZĐa-z]+)[-/]", number or "")
    return _codes().get(m[1]) if m else None


def is_ground(text: str) -> bool:
    """Whether a line names a legal ground: "Căn cứ Luật Dược số"."""
    return _STOPS.match(text) is not None and not text.lower().startswith("kính")


# With these a council or a court resolves; they are no types of documents.
_ENACTING = frozenset(("quyết nghị", "nay quyết định", "quyết định như sau", "tuyên xử", "lệnh"))
_SESSION = re.compile(r"(?:khóa|kỳ họp|nhiệm kỳ|nước cộng hòa)\b", re.IGNORECASE)


def is_type(text: str) -> bool:
    """Whether a line of an official document is its type or enacting formula alone."""
    words = text.strip(" :|").lower()
    return text.isupper() and (words in _types() or words in _ENACTING)


# "KT. GIÁM ĐỐC", "T/M BAN BÍ THƯ", "TUQ. BỘ TRƯỞNG"
_FOR = re.compile(r"(?:T\s?/?\s?M|K\s?/?\s?T|T\s?/?\s?L|TUQ|Q)\s?[./]?\s?(?=[A-ZĐÀ-Ỹ]{2})")
_SIGNING = re.compile(
    r"(?:phó |quyền |thứ )?(?:chủ tịch|bộ trưởng|trưởng|giám đốc|cục trưởng|vụ trưởng|thủ tướng"
    r"|chánh|viện trưởng|hiệu trưởng|bí thư|trưởng ban|tổng |thống đốc|chủ nhiệm|ủy viên"
    r"|thường trực)"
)


def _signer(lines: Sequence[Line]) -> str | None:
    """The name under the first signature."""
    for i, line in enumerate(lines):
        if len(line.text) > _LONGEST:
            continue
        text = _CELLS.split(line.text.strip("| "))[-1]
        if len(text) > 90 or not text.isupper():
            continue
        if not (_FOR.match(text) or (_SIGNING.match(text.lower()) and i > 0)):
            continue
        for below in lines[i + 1 : i + 9]:
            cell = _CELLS.split(below.text[:_LONGEST].strip("| "))[-1].strip(" .")
            name = re.sub(r"^(?:(?:GS|PGS|TS|ThS|BS|BSCKII?|CN|KS)\.?\s?)+", "", cell)
            if not cell or re.match(r"\(?(?:đã ký|ký tên|chữ ký|ký điện tử)", cell.lower()):
                continue
            if _SIGNING.match(name.lower()) or _FOR.match(name) or _OFFICE.match(name.lower()):
                continue
            if 2 <= len(name.split()) <= 6 and all(
                w[0].isupper() and w.replace("'", "").replace("-", "").isalpha()
                for w in name.split()
            ):
                return name
            break
    return None
