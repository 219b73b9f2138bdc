"""Firms and media known by their brand: what stands in the name, or beside it, tells them.

A brand needs a word of its own (`Masan Group`, `Him Lam Land`), a medium before it (`đài Fox
News`), what only a medium does behind it (`LBC đưa tin`), the credit of a picture (`Ảnh: SSA`)
or, for an acronym, a company's post (`tổng giám đốc SCB`).
"""

from __future__ import annotations

import re
from functools import cache

from trich.extract.names import CAPITAL, UPPER, is_syllable
from trich.extract.organizations import vocabulary
from trich.extract.organizations.vocabulary import Words
from trich.lexicon import fold, table

_WORD = rf"(?:{CAPITAL}|[{UPPER}]{{2,}}\d*)"
_RUN = rf"{_WORD}(?: {_WORD}){{0,2}}"
#: Words that end a firm's name: `Sun Lotus Group`.
LEGAL = frozenset(
    {"FC", "Group", "Holding", "Holdings", "Corp", "Corporation", "Society", "Media", "Bank",
     "Land", "Airlines", "Airways", "Entertainment", "Pharma", "Logistics", "Motors",
     "Securities", "Ventures", "Studio", "Studios", "Technologies", "News", "Post", "Times",
     "Daily", "Herald", "Tribune", "Journal", "Magazine", "Solutions", "Research", "Capital",
     "International", "Inc", "Ltd", "LLC", "Industries", "Electronics", "Energy", "Partners",
     "University", "Institute", "Foundation", "Foods", "Insurance", "Steel", "Corporations",
     "Company", "Co", "Petroleum", "Telecom", "Network", "Networks", "Systems", "Software",
     "Pictures", "Records", "Pharm", "Pvt", "Pte", "Laboratories", "Healthcare", "Investment",
     "Investments", "Association", "Federation", "Council"}
)  # fmt: skip
_GOES_ON = re.compile(r"\w| [A-Z][a-z]")
#: A bank by the shape of its name: `VietABank`, `Oceanbank`.
_BANK = re.compile(r"[A-Z][A-Za-z]+[Bb]ank")
_BEFORE_LEGAL = re.compile(rf"(?<![\w'.&-]){_WORD}(?: {_WORD}){{0,3}}$")
#: Words before `Media`, `Bank` with which it is no firm: `Social Media`.
_COMMON = frozenset(
    {"Social", "Digital", "Mass", "New", "Food", "Power", "Data", "Blood", "The", "Miss", "Grand"}
)
#: What announces a brand: a medium, what only a publisher of figures has, a firm's head.
_CUES = (
    "đài ", "đài phát thanh ", "đài truyền hình ", "kênh truyền hình ", "hãng tin ", "trang tin ",
    *(f"{what} {of} " for of in ("của", "từ")
      for what in ("thống kê", "xếp hạng", "báo cáo", "khảo sát", "dự báo", "dữ liệu", "số liệu",
                   "ước tính")),
    "ceo ", "ceo của ", "ceo hãng ", "ceo tập đoàn ",
)  # fmt: skip
_ASKED = ("trao đổi với ", "chia sẻ với ", "nói với ", "trả lời ")
_ANSWERS = re.compile(r", (?:ông|bà|anh|chị|TS|PGS|GS)\b")
_CREDITED = tuple(
    what + colon
    for what in ("ảnh", "ảnh minh họa", "nguồn", "nguồn minh họa", "đồ họa")
    for colon in (": ", ":")
)
_ENDS = re.compile(r"\.?(?:\n|\)|$)")
_REPORTS = (" đưa tin", " loan tin", " dẫn nguồn tin")
_POSTS = ("chủ tịch ", "giám đốc ", "ceo ", "hđqt ", "hđtv ")
#: What a firm does that an acronym at the beginning of a clause must be.
_SPEAKS = (
    " cho biết", " cho hay", " khẳng định", " báo lãi", " báo lỗ", " lý giải", " đính chính",
    " công bố báo cáo tài chính", " phát hành cổ phiếu", " phát hành trái phiếu",
)  # fmt: skip
_BEFORE = (*_CUES, *_ASKED, *_CREDITED, *_POSTS)
_NAME = re.compile(_RUN)
_POST = re.compile(rf"([{UPPER}]{{2,6}})(?= [{UPPER}][^\W\d_{UPPER}]+ [{UPPER}]|\)|, )")
#: Acronyms behind a post that are an organ or a trade inside the firm, or a place.
ORGANS = frozenset(
    {"HĐQT", "HDQT", "HĐTD", "BKS", "BGĐ", "BLĐ", "BTV",
     "HĐTV", "HĐND", "HĐ", "UBND", "MTTQ", "CNTT", "IT", "PR", "HR", "TT", "BQL",
     "BV", "CLB", "NXB", "DN", "CTCP", "TNHH", "KV", "TP", "TPHCM", "HCM", "AI", "TW", "UB", "LĐLĐ",
     "BCH", "TCT", "CN", "PGD", "XN", "KD", "TM", "DA", "TTYT", "BVĐK", "CA", "VP", "CĐCS"}
)  # fmt: skip
_LOUD = re.compile(rf"[{UPPER}]{{2,7}}(?!\w)")
_LOUD_LEFT = re.compile(rf"(?<!\w)[{UPPER}]{{1,7}} \Z")
_ACRONYM = re.compile(rf"[{UPPER}]{{3,9}}(?!\w)")
#: Acronyms of people and of sorts of bodies, who speak too.
SPEAKERS = frozenset(
    {"HLV", "BTC", "CSGT", "NSND", "NSƯT", "CĐV", "NHM", "HĐXX", "VKS", "CQĐT", "ĐBQH", "NĐT",
     "BLĐ", "BHL", "BHXH", "PGS", "GĐ", "PGĐ", "CSKH", "CTV", "CEO", "CFO", "PCCC", "CSCĐ", "CSHS",
     "HTX", "THPT", "THCS", "TPHCM", "UBKT", "MTTQ", "CHLB", "CHDCND", "KTS", "ThS", "LS", "BGH",
     "GVCN", "HĐTV", "TGĐ", "TBT", "UVTW", "NGƯT", "NGND", "TTND", "TTƯT", "BSCKI", "BSCKII",
     "CNVC", "VĐV", "Dr", "DR", "MC", "Mr", "Ms", "Mrs", "NCS", "SV", "HS", "GV", "BN", "NB", "ĐD",
     "TTg", "BT", "TT", "BCH", "ĐV"}
)  # fmt: skip
#: Credits that name nobody.
NO_CREDITS = frozenset(
    {"NVCC", "BTC", "PV", "CTV", "TL", "FB", "FBNV", "GĐCC", "CMH", "Internet", "Facebook", "CACC",
     "BVCC", "NV", "Instagram", "TTTH", "TH", "Video", "Clip", "CCTV", "AI"}
)  # fmt: skip


#: Platforms on which people write, and the firms that run them.
PLATFORMS = frozenset({"Facebook", "Twitter", "TikTok", "YouTube", "Youtube", "Instagram"})
_ACTS = re.compile(
    r" (?:là (?:công ty|hãng|tập đoàn)|công bố|cho biết|cho hay|tuyên bố|thông báo|khẳng định"
    r"|báo cáo|kiếm|chi (?:hơn|gần|\d)|mua lại|thâu tóm|đạt (?:doanh|lợi)|vừa (?:công|thông|mua)"
    r"|đã (?:công|thông|mua|gỡ|xóa|chi|trả|phải)|sẽ (?:công|thông|mua|gỡ|chi|trả|phải)"
    r"|bị (?:phạt|kiện|điều tra)|phải (?:trả|nộp|chịu|đối)|đang (?:thử|phát triển|đối mặt|xem xét)"
    r"|(?:và|,) (?:google|apple|microsoft|amazon|twitter|facebook|alphabet|youtube))(?!\w)"
)
_OWNERS = (
    "công ty ", "tập đoàn ", "hãng ", "ceo ", "ông lớn ", "gã khổng lồ ", "ông lớn công nghệ ",
    "ban lãnh đạo ", "ban giám đốc ", "hội đồng quản trị ", "hđqt ", "lãnh đạo ", "trụ sở ",
    "cổ phiếu ", "cổ phiếu của ", "doanh thu của ", "lợi nhuận của ", "nhân viên của ", "đại diện ",
    "yêu cầu ", "kiện ", "giám đốc điều hành ", "nhà sáng lập ", "người phát ngôn của ",
)  # fmt: skip


def acts(lower: str, start: int, end: int) -> bool:
    """Whether what stands beside a platform's name tells that its firm is meant.

    >>> text = "facebook công bố doanh thu, anh viết trên facebook."
    >>> acts(text, 0, 8), acts(text, 42, 50)
    (True, False)
    """
    return _ACTS.match(lower, end) is not None or lower.endswith(_OWNERS, max(0, start - 24), start)


@cache
def first_names() -> frozenset[str]:
    return frozenset(r["name"] for r in table("foreign_given"))


@cache
def _opening() -> frozenset[str]:
    rows = table("person_context")
    words = {r["words"] for r in rows if r["use"] == "opens a sentence"}
    return frozenset(words | {"CEO", "Ông", "Bà", "Của", "Hiện", "Năm", "Tuy", "Giữa"})


@cache
def nations() -> frozenset[str]:
    return frozenset(fold(r["name"]) for r in table("nations"))


def is_odd(word: str) -> bool:
    """Whether a capital word may be a brand: an acronym, or no Vietnamese syllable."""
    if word.isupper():
        return 2 <= len(word) <= 6
    return len(word) > 3 and not is_syllable(word)


def is_bank(word: str) -> bool:
    """Whether the word has the shape of a bank's name."""
    return _BANK.fullmatch(word) is not None


def reports(lower: str) -> bool:
    """Whether some medium of the text is said to report something."""
    return any(phrase in lower for phrase in _REPORTS)


def brand(text: str, lower: str, start: int, reported: bool = True) -> int | None:
    """The end of the brand that begins at an odd word, by what stands beside it.

    >>> text = "Trả lời đài Fox News, ông phủ nhận."
    >>> text[12:brand(text, text.lower(), 12)]
    'Fox News'
    """
    announced = lower.endswith(_BEFORE, max(0, start - 24), start)
    word = _ACRONYM.match(text, start)
    if word is not None and _in_loud_name(text, start, word.end()):
        return None
    if word is not None and lower.startswith(_SPEAKS, word.end()):
        if word[0] not in ORGANS and word[0] not in SPEAKERS:
            return word.end()
        return None
    if not announced and not reported:
        return None
    named = _NAME.match(text, start)
    if named is None:
        return None
    end, low = named.end(), max(0, start - 24)
    cued = lower.startswith(_REPORTS, end) or lower.endswith(_CUES, low, start)
    if not cued and announced:
        if lower.endswith(_ASKED, low, start):
            cued = _ANSWERS.match(text, end) is not None
        elif lower.endswith(_CREDITED, low, start):
            cued = _ENDS.match(text, end) is not None
    if cued and _foreign(named[0]):
        return end
    if announced and lower.endswith(_POSTS, low, start):
        held = _POST.match(text, start)
        if held is not None and held[1] not in ORGANS:
            return held.end(1)
    return None


def _in_loud_name(text: str, start: int, end: int) -> bool:
    """Whether a word is a syllable beside another in capitals: `Bà LÒ THỊ ÉN cho biết`."""
    if not is_syllable(text[start:end]):
        return False
    left, right = _LOUD_LEFT.search(text, max(0, start - 9), start), _LOUD.match(text, end + 1)
    return any(m is not None and is_syllable(m[0].strip()) for m in (left, right))


def legal(text: str, start: int, end: int) -> int | None:
    """Where the firm's name begins that ends with a word such as `Group`.

    >>> text = "Theo Sovico Holdings, lãi tăng."
    >>> text[legal(text, 12, 20):20]
    'Sovico Holdings'
    """
    if text[start - 1 : start] != " " or _GOES_ON.match(text, end):
        return None
    return _legal_start(text, start - 1)


def _legal_start(text: str, end: int) -> int | None:
    """Where the capital words before `Group` begin, without what opens the sentence."""
    m = _BEFORE_LEGAL.search(text, max(0, end - 60), end)
    if m is None:
        return None
    start, words = m.start(), m[0].split()
    while words and words[0] in _opening():
        start += len(words.pop(0)) + 1
    if not words or words[-1] in _COMMON:
        return None
    heads = vocabulary.heads()
    if heads.longest(Words(text[start:end], text[start:end].lower(), 0), 0)[1]:
        return None  # the head reads the whole name
    return start


def _foreign(run: str) -> bool:
    """Whether these words are no Vietnamese, no country's and no person's name."""
    words = run.split()
    if words[0] in first_names() or fold(run) in nations() or NO_CREDITS & set(words):
        return False
    if run.isupper():  # an acronym; several words are a line in capitals
        return len(words) == 1 and 3 <= len(run) <= 6
    return len(run) > 3 and not any(w.isupper() or is_syllable(w) for w in words)
