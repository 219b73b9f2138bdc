"""What a body is called in full: its official form, and its identity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from trich.extract.names import is_syllable
from trich.extract.organizations import vocabulary
from trich.extract.organizations.listed import Name
from trich.extract.organizations.offices import own_name
from trich.extract.organizations.places import aside_end, level_at
from trich.extract.organizations.vocabulary import Words
from trich.lexicon import table


def official(w: Words, name: Name, shout: bool) -> str:
    """The official form of a name that was read from its head."""
    loud = shout and w.text[w.starts[0] : w.ends[name.end - 1]].isupper()
    loud = loud or _in_title_case(w, name)
    shown = in_small_letters(w, 0, name.end) if loud else plain(w, 0, name.end)
    if shown.startswith("CDC"):
        at_home = name.place is not None
        shown = (_CDC if at_home else "Trung tâm Kiểm soát và Phòng ngừa dịch bệnh") + shown[3:]
    shown = shown[0].upper() + shown[1:]
    if name.head is not None and name.head.head in _OF_THE_PEOPLE and name.place is not None:
        shown = shown.replace(name.head.head, name.head.head + " nhân dân", 1)
    if name.head is not None and name.place is not None and _tells_level(w, name):
        a, b = name.place
        known = vocabulary.places().longest(w, a)
        if known[0] == b and known[1]:
            head = (in_small_letters(w, 0, a) if loud else plain(w, 0, a)).strip()
            head = head[0].upper() + head[1:]
            head = head if head not in _OF_THE_PEOPLE else head + " nhân dân"
            if known[1][0] in province_kinds():
                head = _SAID_SHORT.get(head, head)
            shown = f"{head.replace('CDC', _CDC)} {known[1][1]} {known[1][0]}"
            if "at" in name.got and b < name.end:
                shown += " " + plain(w, b, name.end)  # `Hội Nhiếp ảnh Hà Nam tại TP.HCM`
    shown = _levelled_name(w, name, shown)
    if name.inner is not None:
        acronym = w.shown[name.inner[0]]
        inner = vocabulary.listed()[1].get(acronym)
        if inner is not None and acronym.isupper():
            shown = re.sub(rf" {acronym}(?!\w)", " " + inner.name, shown, count=1)
    head, police, town = shown.rpartition("Công an ")
    if police:
        shown = head + police + levelled("Công an", town)
    if name.head is not None and name.head.head in ("Quân khu", "Quân đoàn"):
        shown = _ROMAN_END.sub(lambda m: str(_ROMAN.index(m[0])), shown)
    if "country" in name.got:
        if "at" in name.got and name.head is not None and name.head.type == "diplomatic":
            shown = shown.replace(" ở ", " tại ", 1)
        shown = country_in_full(shown)
    if (brand := _listed_brand(w, name)) is not None:
        return brand
    shown = own_name(shown)
    shown = re.sub(r"^Công ty (?:CP|Cp) ", "Công ty Cổ phần ", shown)
    shown = _JOINT_STOCK_BANK.sub("Ngân hàng Thương mại Cổ phần ", shown)
    if _is_private_bank(w, name):
        shown = "Ngân hàng Thương mại Cổ phần" + shown.removeprefix("Ngân hàng")
    shown = _TIGHT_DASH.sub(" - ", shown)
    shown = _YOUTH.sub("Liên hiệp Thanh niên Việt Nam", shown)
    if name.head is not None and (
        name.head.head.startswith(_LOWER_SCHOOLS)
        or (name.head.head in _SCHOOLS and _at_home(w, name))
    ):
        shown = "Trường " + shown
    if name.head is not None and name.head.head == "Chứng khoán":
        shown = "Công ty " + shown[0].upper() + shown[1:]
    return shown[0].upper() + shown[1:]


#: What countries are called for short, and formerly.
_COUNTRIES = {
    "Mỹ": "Hoa Kỳ", "Nhật": "Nhật Bản", "Nam Hàn": "Hàn Quốc", "Bắc Hàn": "Triều Tiên",
    "Bắc Triều Tiên": "Triều Tiên",
}  # fmt: skip
_COUNTRY_END = re.compile(r"(?<!Nam|Bắc) (Mỹ|Nhật|Nam Hàn|Bắc Hàn|Bắc Triều Tiên)(?= tại |$)")


def country_in_full(name: str) -> str:
    """The name with the country at its end, or before `tại`, as the state calls itself.

    >>> country_in_full("Đại sứ quán Mỹ tại Việt Nam"), country_in_full("Bộ Ngoại giao Nhật")
    ('Đại sứ quán Hoa Kỳ tại Việt Nam', 'Bộ Ngoại giao Nhật Bản')
    """
    return _COUNTRY_END.sub(lambda m: " " + _COUNTRIES[m[1]], name, count=1)


def _is_private_bank(w: Words, name: Name) -> bool:
    """Whether a bank is called by a Vietnamese name alone: each of these is a joint stock bank."""
    if name.head is None or name.head.head != "Ngân hàng" or name.got != {"proper"}:
        return False
    rest = range(name.head_end, name.end)
    return len(rest) > 1 and all(is_syllable(w.shown[k]) and w.shown[k].istitle() for k in rest)


def firm_in_full(brand: str) -> str:
    """A brand as its firm is called: `Casino Group` is `Tập đoàn Casino`."""
    return "Tập đoàn " + brand.removesuffix(" Group") if brand.endswith(" Group") else brand


def _in_title_case(w: Words, name: Name) -> bool:
    """Whether every word of the head is capital, and some are small in running text: `Công Ty`."""
    head = name.head.head if name.head is not None else ""
    written = w.text[w.starts[0] : w.ends[name.head_end - 1]] if head else ""
    same = written.lower() == head.lower() and written != head
    return same and all(word[0].isupper() for word in written.split())


def _levelled_name(w: Words, name: Name, shown: str) -> str:
    """The name whose province has its level beside it, in the province's own spelling.

    `Hải quan tỉnh Điện Biên` is `Cục Hải quan tỉnh Điện Biên`, `tỉnh Thừa Thiên – Huế` has no dash.
    """
    if name.place is None or name.head is None or (at := level_at(w, name.place[0])) is None:
        return shown
    end, known = vocabulary.places().longest(w, at)
    if known is None or end != name.place[1] or known[0] not in province_kinds():
        return shown
    written = plain(w, at, end)
    if written != known[0] and shown.endswith(" " + written) and not written.isupper():
        shown = shown.removesuffix(written) + known[0]
    short = name.head.head
    if short in _SAID_SHORT and name.place[0] == name.head_end and shown.startswith(short):
        shown = _SAID_SHORT[short] + shown[len(short) :]
    return shown


#: Courts and prosecutors, whose official names tell whose they are: `VKS Hà Nội`.
_OF_THE_PEOPLE = frozenset({"Tòa án", "Viện kiểm sát"})
#: Heads that the official name of a school of this country puts `Trường` before.
_SCHOOLS = frozenset({"Đại học", "Cao đẳng"})
_LOWER_SCHOOLS = ("Trung học ", "Mầm non")
#: Universities that are made of several schools, and are called by no `Trường`.
_OF_SCHOOLS = frozenset({"Huế", "Đà Nẵng", "Thái Nguyên"})


def _at_home(w: Words, name: Name) -> bool:
    """Whether a university is one of this country: its name has no foreign word."""
    if name.got & {"country", "body"}:
        return False
    rest = w.text[w.starts[name.head_end] : w.ends[name.end - 1]]
    if rest in _OF_SCHOOLS or rest.startswith("Quốc gia"):
        return False
    return all(is_syllable(w.shown[k]) or not w.shown[k][0].isalpha() for k in range(name.end))


def _tells_level(w: Words, name: Name) -> bool:
    """Whether the official name tells the level of the place: by its head, or by all before it."""
    assert name.head is not None
    assert name.place is not None
    told = plain(w, 0, name.place[0])
    told = told[0].upper() + told[1:]
    if told in _IN_PROVINCES:
        known = vocabulary.places().longest(w, name.place[0])[1]
        return known is not None and known[1] == "tỉnh"
    if name.head.head in _OF_DISTRICTS:
        known = vocabulary.places().longest(w, name.place[0])[1]
        return known is not None and known[0] not in province_kinds()
    if told.startswith("Ban Quản lý "):  # a zone may bear its town's name: `KKT Nghi Sơn`
        known = vocabulary.places().longest(w, name.place[0])[1]
        if known is None or known[0] not in province_kinds():
            return False
    return name.head.head in _LEVELLED or told in _LEVELLED or _is_society(told)


def levelled(name: str, place: str) -> str:
    """The place behind a listed body's name, with its level where the official name tells it."""
    known = province_kinds().get(place)
    told = name in _LEVELLED or _is_society(name)
    return f"{known[1]} {known[0]}" if known and told else place


def branch(place: str) -> str:
    """The place behind a commercial bank's name as its branch's: `chi nhánh huyện Văn Quan`."""
    low = place.lower()
    if low.startswith(("chi nhánh ", "khu vực ", "miền ")):
        return place
    w = Words(place, low, 0)
    end, known = vocabulary.places().longest(w, 0)
    if known and w.at(end) == vocabulary.END and known[0] not in province_kinds():
        place = f"{known[1]} {known[0]}"
    return f"chi nhánh {place}"


def _listed_brand(w: Words, name: Name) -> str | None:
    """The full name of a firm that the table knows by its brand: `Ngân hàng Agribank`."""
    if name.proper is None or name.head is None or name.proper[1] != name.end:
        return None
    if name.proper[0] != name.head_end and name.head.head != "Công ty":
        return None  # but `công ty sữa Vinamilk`
    body = vocabulary.listed()[1].get(w.text[w.starts[name.proper[0]] : w.ends[name.end - 1]])
    if body is None or not body.name.startswith(name.head.head):
        return None
    return body.name


def plain(w: Words, i: int, end: int) -> str:
    """Words `i` to `end`, abbreviations spelled out, without `(UBKT)` or `khóa XV` inside."""
    if "(" not in w.low[i:end] and "khóa" not in w.low[i:end]:
        return w.spelled_out(i, end)
    parts, begin = [], i
    for k in range(i + 1, end):
        if k >= begin and (behind := aside_end(w, k)) is not None and behind <= end:
            parts.append(w.spelled_out(begin, k))
            begin = behind
    return " ".join((*parts, w.spelled_out(begin, end)))


def in_small_letters(w: Words, i: int, end: int) -> str:
    """The name that a line writes in full capitals, as running text writes it."""
    out: list[str] = []
    while i < end:
        level = level_at(w, i)
        reach, shown = level or i + 1, " ".join(w.low[i : level or i + 1])
        if level is None:
            reach, shown = max(_readings(w, i, end), key=lambda r: r[0])
        out.append(shown)
        i = reach
    return " ".join(out).replace(" ,", ",")


def _readings(w: Words, i: int, end: int) -> Iterator[tuple[int, str]]:
    """What the words from `i` on can be inside a name: where each ends, and its usual form."""
    to, place = vocabulary.places().longest(w, i)
    if place and to <= end:
        yield to, place[0]
    to, country = vocabulary.countries().longest(w, i)
    if country and to <= end:
        yield to, country
    to, head = vocabulary.heads().longest(w, i)
    if head and to <= end:
        yield to, head.head
    to, phrase = vocabulary.phrases().longest(w, i)
    if phrase and to <= end:
        parts = {i, *(k + 1 for k in range(i, to) if w.low[k] in (",", "và", "-"))}
        big = parts if "office" in phrase else {i}  # `Văn hóa, Thể thao và Du lịch`
        yield to, " ".join(w.low[k].capitalize() if k in big else w.low[k] for k in range(i, to))
    word = w.shown[i]
    if w.at(i) in ("và", "về", "các", "tại"):
        yield i + 1, w.at(i)
    yield i + 1, word.capitalize() if is_syllable(word) else word


#: Heads whose official name tells the level of the place.
_LEVELLED = frozenset(
    {"Ủy ban nhân dân", "Hội đồng nhân dân", "Sở", "CDC", "Trung tâm Kiểm soát bệnh tật",
     "Tòa án nhân dân", "Viện kiểm sát nhân dân", "Tòa án", "Viện kiểm sát", "Công an",
     "Đoàn đại biểu Quốc hội",
     "Bảo hiểm xã hội", "Liên đoàn Lao động", "Bộ Chỉ huy Quân sự", "Bộ đội Biên phòng",
     "Bộ Chỉ huy Bộ đội Biên phòng", "Cục Thi hành án dân sự", "Cục Thuế", "Cục Hải quan",
     "Cục Thống kê", "Cục Quản lý thị trường", "Thanh tra", "Đoàn Luật sư", "Mặt trận Tổ quốc",
     "Trung tâm Khuyến nông", "Chi cục Thi hành án dân sự", "Ban An toàn giao thông",
     "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Hội Chữ thập đỏ",
     "Ban Dân tộc", "Ban Quản lý Khu kinh tế", "Ban Quản lý các Khu công nghiệp",
     "Chi cục Kiểm lâm", "Chi cục Thú y", "Chi cục Chăn nuôi và Thú y", "Chi cục Bảo vệ thực vật",
     "Chi cục Trồng trọt và Bảo vệ thực vật", "Chi cục Thủy lợi", "Chi cục Thủy sản",
     "Chi cục Quản lý thị trường", "Chi cục Bảo vệ môi trường", "Liên minh Hợp tác xã",
     "Trung tâm Y tế dự phòng", "Văn phòng Ủy ban nhân dân", "Hội Khuyến học", "Hội Người cao tuổi",
     "Hội Luật gia", "Hội Nhà báo", "Chi cục", "Hải quan", "Biên phòng"}
)  # fmt: skip
#: Societies of a province, whichever their members.
_SOCIETIES = ("Hội ", "Liên hiệp các Hội ", "Liên hiệp Hội ")


def _is_society(name: str) -> bool:
    return name.startswith(_SOCIETIES) and not name.lower().startswith("hội đồng")


#: What is said short of a province's body: `Hải quan Nghệ An`, `Biên phòng Quảng Bình`.
_SAID_SHORT = {"Hải quan": "Cục Hải quan", "Biên phòng": "Bộ đội Biên phòng"}
#: The same of districts; a province's name tells the town of that name, whose level is not told.
_OF_DISTRICTS = frozenset(
    {"Phòng", "Phòng Giáo dục và Đào tạo", "Phòng Y tế", "Chi cục Thuế", "Ban Chỉ huy Quân sự",
     "Trung tâm Giáo dục thường xuyên"}
)  # fmt: skip
#: The same for the heads whose name has the level in a province, and none in a city.
_IN_PROVINCES = frozenset({"Bệnh viện Đa khoa", "Bệnh viện đa khoa"})
_CDC = "Trung tâm Kiểm soát bệnh tật"

#: The youth's union of a province, which is called after the country.
_YOUTH = re.compile(r"Liên hiệp Thanh niên(?= (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường) )")
_JOINT_STOCK_BANK = re.compile(r"^Ngân hàng (?:[Tt]hương mại CP|CP|[Cc]ổ phần) ")
#: A dash between two fields that are written in small letters: `Dân số-Kế hoạch hóa gia đình`.
_TIGHT_DASH = re.compile(r"(?<=[^\W\d_A-Z])-(?=[^\W\d_a-z][^\W\d_]* [a-zà-ỹđ])")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN_END = re.compile(r"(?<= )(?:VI{0,3}|IV|IX|I{1,3})$")
_PUNCTUATION = re.compile(r"\s*[-,–/]\s*|\s+")


@cache
def province_kinds() -> dict[str, tuple[str, str]]:
    """A province's names (as texts write them) and its own name and kind."""
    out: dict[str, tuple[str, str]] = {}
    for r in table("provinces"):
        name = r["name"].removeprefix("Thành phố ")
        out[name] = ("Hồ Chí Minh" if "Hồ Chí Minh" in name else name, r["kind"])
    return out


@lru_cache(maxsize=1 << 14)
def key_of(canonical: str) -> str:
    """The identity of a body: its canonical name without case, marks and needless levels.

    >>> key_of("Sở Y tế tỉnh Nghệ An") == key_of("Sở Y tế Nghệ An")
    True
    """
    key = _PUNCTUATION.sub(" ", canonical.lower()).strip()
    key = _levels().sub("", key)
    return key.replace("trường đại học ", "đại học ").replace(" & ", " và ")


@cache
def _levels() -> re.Pattern[str]:
    names = "|".join(re.escape(n.lower()) for n in province_kinds())
    return re.compile(rf"\b(?:tỉnh|thành phố|thủ đô) (?=(?:{names})\b)")
