"""Departments by their own name: `Sở Giáo dục - Đào tạo` is `Sở Giáo dục và Đào tạo`."""

from __future__ import annotations

import re
from functools import cache

_NAMES = (
    "Giáo dục và Đào tạo", "Kế hoạch và Đầu tư", "Tài nguyên và Môi trường",
    "Khoa học và Công nghệ", "Văn hóa, Thể thao và Du lịch", "Văn hóa và Thể thao",
    "Lao động - Thương binh và Xã hội", "Thông tin và Truyền thông",
    "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Dân tộc và Tôn giáo",
    "Quy hoạch - Kiến trúc",
)  # fmt: skip
#: What joins the parts of a name, and what writers put there.
_JOINTS = re.compile(r", | - | và ")
_LOOSE = r"(?:, | ?- ?| & | và | )"


@cache
def _written() -> re.Pattern[str]:
    ways = (_LOOSE.join(map(re.escape, _JOINTS.split(name))) for name in _NAMES)
    return re.compile(rf"(?i)(?:(?<=Sở )|(?<=Phòng ))(?:{'|'.join(ways)})(?!\w)")


@cache
def _by_words() -> dict[str, str]:
    return {" ".join(_JOINTS.split(name)).lower(): name for name in _NAMES}


def own_name(name: str) -> str:
    """A department's or a room's name with its field as the body itself writes it.

    >>> own_name("Sở Văn hóa - Thể thao - Du lịch tỉnh Hà Nam")
    'Sở Văn hóa, Thể thao và Du lịch tỉnh Hà Nam'
    """
    if "Sở " not in name and not name.startswith("Phòng "):
        return name
    return _written().sub(_in_full, name)


def _in_full(m: re.Match[str]) -> str:
    return _by_words()[re.sub(_LOOSE, " ", m[0].lower())]
