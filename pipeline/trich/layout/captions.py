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
_NO_WORD = re.compile(r"\W+")
_JOINS = frozenset(("và", "-", "–", "&", "/", "+", "thực", "hiện", "ghi", "(t/h)", "(th)", "|"))


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    """The words that tell a caption from prose, by role, each between spaces."""
    words: dict[str, list[str]] = {}
    for row in table("caption_words"):
        words.setdefault(row["role"], []).append(f" {_bare(row['words'])} ")
    return {role: tuple(found) for role, found in words.items()}


def _bare(text: str) -> str:
    return _NO_WORD.sub(" ", text)


def _opens(said: str, role: str) -> bool:
    """Whether words, between spaces and in lower case, begin with a cue of this role."""
    return said.startswith(_cues()[role])


def _holds(said: str, role: str) -> bool:
    """Whether words between spaces hold a cue of this role."""
    return any(cue in said for cue in _cues()[role])


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
    said = f" {_bare(text)} "
    low = said.lower()
    if _opens(low, "picture"):
        return not _opens(low, "byline")
    if len(text) > 200 or not text[0].isalpha() or text.rstrip(".").count(". "):
        return False
    # "là" reports, "Ngòi Là" is a place
    if _holds(said, "report") or _opens(low, "byline") or _opens(low, "opening"):
        return False
    return _holds(low, "scene")


def shows_somebody(text: str) -> bool:
    """Whether a line without a full stop begins with whom a picture can show.

    Headlines do so too: it is a caption only amid the paragraphs of an article.

    >>> shows_somebody("Nhân viên y tế tiêm vắc xin cho trẻ ở phường"), shows_somebody("Kết quả")
    (True, False)
    """
    text = text.rstrip("| ")
    if len(text) > 200 or text.count(" ") < 4 or not text[-1:].isalnum() or text.isupper():
        return False
    said = f" {_bare(text)} "
    return _opens(said.lower(), "subject") and not _holds(said, "report") and not is_byline(text)


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
    if len(words) > 8 or any(c.isdigit() for c in text) or (len(words) == 1 and not text.isupper()):
        return False
    return (
        all(w[0].isupper() or w[0] in "(“" or w in _JOINS for w in words) and words[0][0].isupper()
    )
