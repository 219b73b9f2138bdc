"""Which lines of an article stand under a picture, and which name an author."""

from __future__ import annotations

import re
from functools import cache

from trich.lexicon import table

# "Ảnh: Minh Hà", "(Ảnh TTXVN)", "Tên bài - Ảnh 1.", "Nguồn ảnh: …"
_CREDIT = re.compile(
    r"\b[Ảả]nh\s*(?::|\d+\s*\.|\d+$|/|của )|\([Ảả]nh\b|\b[Ảả]nh minh h[ọo]a|\bNguồn ảnh|\bPhoto:"
)
_BYLINE = re.compile(
    r"(?:tin|bài|tác giả|tin, bài|tin bài|bài, ảnh|tin, ảnh|bài và ảnh|tin và ảnh|tin ảnh|thực hiện"
    r"|nguồn|theo|biên tập|người viết|ảnh|pv|nhóm pv|ctv|by|bởi|(?:nhóm\s)?phóng viên)"
    r"(?:\s?[:/-]\s?\S|\s(?=[A-ZĐÀ-Ỹ(])|$)",
    re.IGNORECASE,
)
_JOINS = frozenset(("và", "-", "–", "&", "/", "+", "thực", "hiện", "ghi", "(t/h)", "(th)", "|"))


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    """The words that tell a caption from prose, by role."""
    words: dict[str, list[str]] = {}
    for row in table("caption_words"):
        words.setdefault(row["role"], []).append(row["words"])
    return {role: re.compile(rf"\b(?:{'|'.join(w)})\b", re.IGNORECASE) for role, w in words.items()}


def has_credit(text: str) -> bool:
    """Whether a line names the maker or the number of a picture.

    >>> has_credit("Lãnh đạo Bộ kiểm tra khu cách ly (Ảnh: TTXVN)")
    True
    """
    if len(text) > 400 or not ("ảnh" in text or "Ảnh" in text or "Photo" in text):
        return False
    return _CREDIT.search(text) is not None


def is_caption(text: str, title: str | None) -> bool:
    """Whether a line of the article stands under a picture.

    A caption repeats the title, names the picture, or is one short sentence that tells a
    scene in the present, without the words with which prose opens or reports.

    >>> is_caption("Các đại biểu tham dự hội nghị.", None)
    True
    >>> is_caption("Tại hội nghị, các đại biểu đã thảo luận sôi nổi.", None)
    False
    """
    if len(text) > 400:
        return False
    if title and len(text) < len(title) + 250 and text.startswith(title.rstrip(".")):
        return True
    if has_credit(text):
        return not _byline_with_pictures(text)
    if len(text) > 250 or text[-1] in ":;,?" or text.endswith("./."):
        return False
    cues = _cues()
    if cues["picture"].match(text):
        return cues["byline"].match(text) is None
    if len(text) > 200 or not text[0].isalpha() or text.rstrip(".").count(". "):
        return False
    if cues["scene"].search(text) is None or cues["byline"].match(text):
        return False
    return cues["opening"].match(text) is None and cues["report"].search(text) is None


def _byline_with_pictures(text: str) -> bool:
    """ "Bài, ảnh: Minh Hà" names an author, "Tin và ảnh: …" too."""
    return len(text) <= 60 and re.match(r"(?:tin|bài)[\s:,&/-]", text, re.IGNORECASE) is not None


def is_byline(text: str) -> bool:
    """Whether a line is who wrote it or where it comes from.

    >>> is_byline("Nguyễn Thu Hà - Minh Anh"), is_byline("Theo TTXVN"), is_byline("Bộ Y tế họp báo")
    (True, True, False)
    """
    if len(text) > 70 or text[-1] in ".:;!?":
        return False
    words = text.split()
    if _BYLINE.match(text):
        return len(words) <= 8
    if len(words) > 8 or any(c.isdigit() for c in text):
        return False
    return (
        all(w[0].isupper() or w[0] in "(“" or w in _JOINS for w in words) and words[0][0].isupper()
    )
