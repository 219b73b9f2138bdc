"""Sentences composed of parts, with what is to be found in them: positions, bodies, places, names.

Every draw is another combination of position, body, place, name, order and verb, so that no
rule can fit a sentence.  Names are drawn from the syllables of Vietnamese names; whom they
call does not exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from trich.lexicon import table

_GIVEN = (
    "An", "Anh", "Ánh", "Bách", "Bảo", "Bình", "Châu", "Chi", "Chiến", "Chinh", "Cúc", "Cường",
    "Diệp", "Dung", "Dũng", "Duy", "Duyên", "Đạt", "Đức", "Giang", "Hà", "Hải", "Hạnh", "Hiền",
    "Hiếu", "Hoa", "Hòa", "Hồng", "Huân", "Hùng", "Huy", "Hương", "Khải", "Khánh", "Khoa",
    "Kiên", "Lan", "Linh", "Loan", "Long", "Lộc", "Lợi", "Mai", "Minh", "My", "Nga", "Ngân",
    "Nghĩa", "Ngọc", "Nhàn", "Nhung", "Oanh", "Phong", "Phúc", "Phương", "Quang", "Quyên",
    "Sáng", "Sơn", "Tài", "Tâm", "Thảo", "Thắng", "Thịnh", "Thọ", "Thu", "Thủy", "Thức", "Tiến",
    "Toàn", "Toản", "Trang", "Trí", "Trinh", "Trung", "Tuấn", "Tuyết", "Uyên", "Vân", "Vinh",
    "Vượng", "Xuân", "Yến",
)  # fmt: skip
_MIDDLES = (
    "Văn", "Văn", "Văn", "Thị", "Thị", "Thị", "Đức", "Minh", "Hữu", "Ngọc", "Quang", "Thanh",
    "Xuân", "Đình", "Quốc", "Bá", "Hồng", "Tiến", "Trọng", "Duy",
)  # fmt: skip
_FIELDS = (
    "Y tế", "Giáo dục và Đào tạo", "Nông nghiệp và Phát triển nông thôn", "Tài chính", "Tư pháp",
    "Nội vụ", "Xây dựng", "Công Thương", "Văn hóa, Thể thao và Du lịch",
    "Lao động - Thương binh và Xã hội", "Tài nguyên và Môi trường", "TN&MT", "GD-ĐT",
)  # fmt: skip
_TITLES = ("ông ", "bà ", "đồng chí ", "ThS ", "PGS.TS ", "bác sĩ ", "Thượng tá ", "anh ", "chị ")
_SAYS = (
    " cho biết, đơn vị đã sẵn sàng.", " khẳng định không có sai phạm.", " nói.",
    " phát biểu tại hội nghị.", " đã ký văn bản gửi các đơn vị.", " nhấn mạnh.",
)  # fmt: skip
_ABOUT_BODIES = (
    "{} vừa ban hành văn bản gửi các đơn vị.", "Theo {}, vụ việc đang được xác minh.",
    "Sáng nay, {} tổ chức hội nghị trực tuyến.", "Đoàn đã đến làm việc tại {}.",
    "Nguồn tin từ {} cho biết, nạn nhân đã qua cơn nguy kịch.", "Hiện {} đang làm rõ nguyên nhân.",
    "Trong khi đó, {} đề nghị Bộ Y tế xử lý nghiêm.", "Anh là nhân viên của {}.",
    "Trao đổi với phóng viên, lãnh đạo {} khẳng định không có việc này.",
    "Chiều qua, Bộ Y tế đã có công văn trả lời {} về việc này.", "Một cán bộ {} cho hay.",
)  # fmt: skip
_OF_PLACES = (
    "Tại {}, mưa lớn gây ngập nhiều nơi.", "Đoạn qua {} dài 12 km.", "Người dân {} phấn khởi.",
    "Đường từ {} đi {} bị sạt lở.", "Anh quê ở {}, vào Nam năm 2005.", "Vụ cháy ở {} rất lớn.",
    "Cả {} và {} đều có mưa.", "Sáng nay, {} có mưa to.", "Tai nạn ở {} làm ách tắc giao thông.",
)  # fmt: skip
_PERSONS = (
    "Nạn nhân là ông {} (45 tuổi, trú xã Tân Phú).", "Bị cáo {} khai nhận toàn bộ hành vi.",
    "Em {}, học sinh lớp 12A1, đạt giải nhất.", "Vợ chồng anh {} và chị {} có hai con nhỏ.",
    "Tham dự có ông {}, bà {} và ông {}.", "VĐV {} giành huy chương vàng nội dung 100 m.",
    "Luật sư {} phân tích, hành vi này cấu thành tội phạm.", "Mẹ của em là bà {}, bán vé số.",
    "Nghi phạm {} bị bắt sau ba giờ lẩn trốn.", "Đạo diễn {} và diễn viên {} có mặt từ sớm.",
    "Gia đình ông {} thuộc diện hộ nghèo.", "Bác sĩ {} cho biết bệnh nhân đã tỉnh.",
    "Người bị hại là chị {}, chủ tiệm vàng.", "Các bị cáo gồm: {} (SN 1980) và {} (SN 1985).",
)  # fmt: skip


class Composed(NamedTuple):
    """A sentence with its persons, and its bodies where they are asked for."""

    text: str
    persons: list[str]
    bodies: list[str]
    roles: list[tuple[str, str]]


def _drawn(rng: Random, name: str, kinds: set[str]) -> str:
    rows = [r for r in table(name) if r["kind"] in kinds and r["name"].replace(" ", "").isalpha()]
    row = rng.choice(rows)
    return f"{row['kind']} {row['name']}"


def _district(rng: Random) -> str:
    return _drawn(rng, "districts", {"huyện", "quận", "thị xã"})


def _commune(rng: Random) -> str:
    return _drawn(rng, "communes", {"xã", "phường", "thị trấn"})


def _without_level(place: str) -> str:
    level = 2 if place.startswith("thị ") else 1
    return " ".join(place.split(" ")[level:])


def _province(rng: Random) -> str:
    return rng.choice([r["name"] for r in table("provinces") if r["kind"] == "tỉnh"])


def _surname(rng: Random) -> str:
    rows = [r for r in table("surnames") if r["group"] == "Kinh" and r["strength"] != "weak"]
    weights = [float(r["share"] or 0.05) ** 0.5 for r in rows]
    return rng.choices([r["surname"] for r in rows], weights)[0]


def person(rng: Random, least: int = 3) -> str:
    """A name of `least` to four syllables."""
    inner = [rng.choice(_MIDDLES), rng.choice(_GIVEN)][
        : rng.choice((1, 1, 1, 2)) if least > 2 else 1
    ]
    return " ".join((_surname(rng), *inner, rng.choice(_GIVEN)))


#: Positions and their bodies: `Giám đốc`, `Sở Y tế tỉnh Sơn La`.
_POSTS: tuple[tuple[str, Callable[[Random], str]], ...] = (
    ("Giám đốc", lambda r: f"Sở {r.choice(_FIELDS)} {_province(r)}"),
    ("Phó Giám đốc", lambda r: f"Sở {r.choice(_FIELDS)} tỉnh {_province(r)}"),
    ("Trưởng phòng", lambda r: f"Phòng {r.choice(_FIELDS[:8])} {_district(r)}"),
    ("Chủ tịch", lambda r: f"UBND {_district(r)}"),
    ("Phó Chủ tịch", lambda r: f"UBND {_commune(r)}"),
    ("Bí thư", lambda r: f"Tỉnh ủy {_province(r)}"),
    ("Giám đốc", lambda r: f"Công an tỉnh {_province(r)}"),
    ("Giám đốc", lambda r: f"Bệnh viện Đa khoa tỉnh {_province(r)}"),
    ("Giám đốc", lambda r: f"Trung tâm Y tế {_district(r)}"),
    ("Chánh án", lambda r: f"Tòa án nhân dân {_district(r)}"),
    ("Phó Viện trưởng", lambda r: f"Viện Kiểm sát nhân dân tỉnh {_province(r)}"),
    ("Chủ tịch", lambda r: f"Hội Nông dân {_district(r)}"),
    ("Phó Chủ tịch", lambda r: f"Ủy ban MTTQ Việt Nam {_district(r)}"),
    ("Chỉ huy trưởng", lambda r: f"Bộ Chỉ huy Quân sự tỉnh {_province(r)}"),
    ("Giám đốc", lambda r: f"BHXH tỉnh {_province(r)}"),
    ("Chi cục trưởng", lambda r: f"Chi cục Kiểm lâm {_province(r)}"),
    ("Cục trưởng", lambda r: f"Cục {r.choice(('Thú y', 'Y tế dự phòng', 'Quản lý Dược'))}"),
    ("Vụ trưởng", lambda r: f"Vụ {r.choice(('Pháp chế', 'Giáo dục Đại học', 'Bảo hiểm y tế'))}"),
    ("Thứ trưởng", lambda r: f"Bộ {r.choice(('Y tế', 'Công Thương', 'Nội vụ', 'Tài chính'))}"),
    ("Hiệu trưởng", lambda r: f"Trường THPT {r.choice(('Lê Quý Đôn', 'Trần Phú', 'Quang Trung'))}"),
)  # fmt: skip
_BODIES: tuple[Callable[[Random], str], ...] = (
    *(body for _, body in _POSTS),
    lambda r: f"Trạm Y tế {_commune(r)}",
    lambda r: f"Công an {_commune(r)}",
    lambda r: f"Trường Tiểu học {_without_level(_commune(r))}",
    lambda r: f"Đài Phát thanh - Truyền hình {_province(r)}",
    lambda r: f"Kho bạc Nhà nước {_district(r)}",
    lambda r: (
        f"Hiệp hội {r.choice(('Lương thực', 'Du lịch', 'Cà phê - Ca cao'))} tỉnh {_province(r)}"
    ),
    lambda r: f"Công ty TNHH {r.choice(('An Phát', 'Hoàng Long', 'Vạn Xuân', 'Tây Đô'))}",
    lambda r: f"Quỹ tín dụng nhân dân {_without_level(_commune(r))}",
)


def officials(seed: int, n: int) -> Iterator[Composed]:
    """Holders of posts, before and behind, with a comma and without."""
    rng = Random(seed)
    for _ in range(n):
        role, of = rng.choice(_POSTS)
        body, name, title, says = of(rng), person(rng), rng.choice(_TITLES), rng.choice(_SAYS)
        post, called = f"{role} {body}", title[0].upper() + title[1:] + name
        text = rng.choice((
            f"{post} {name}{says}", f"{post}, {title}{name}{says}", f"{post} {title}{name}{says}",
            f"{called}, {post},{says}", f"{called} - {post} -{says}", f"{called} ({post}){says}",
            f"Theo {title}{name}, {post}, vụ việc đang được xác minh.",
        ))  # fmt: skip
        yield Composed(text, [name], [body], [(role, body)])


def bodies(seed: int, n: int) -> Iterator[Composed]:
    """Bodies that nobody stands beside."""
    rng = Random(seed)
    for _ in range(n):
        body, frame = rng.choice(_BODIES)(rng), rng.choice(_ABOUT_BODIES)
        other = "Bộ Y tế"  # in some of the frames
        yield Composed(frame.format(body), [], [body, *[other] * (other in frame)], [])


def persons(seed: int, n: int) -> Iterator[Composed]:
    """Persons of the news, who hold no post."""
    rng = Random(seed)
    for _ in range(n):
        frame = rng.choice(_PERSONS)
        names = [person(rng) for _ in range(frame.count("{}"))]
        yield Composed(frame.format(*names), names, [], [])


def places(seed: int, n: int) -> Iterator[Composed]:
    """Places alone, with their level or without: no person, no body."""
    rng = Random(seed)
    for _ in range(n):
        frame, bare = rng.choice(_OF_PLACES), rng.random() < 0.5
        drawn = [rng.choice((_district, _commune))(rng) for _ in range(frame.count("{}"))]
        shown = [_without_level(p) if bare else p for p in drawn]
        yield Composed(frame.format(*shown), [], [], [])
