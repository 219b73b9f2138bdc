"""Which lines of an article stand under a picture, and which name an author."""

from __future__ import annotations

import re
from functools import cache

from trich.lexicon import table

# "Ảnh: Minh Hà", "(Ảnh TTXVN)", "Tên bài - Ảnh 1.", "Nguồn ảnh: …"
# Each way begins with a letter, which `re` looks for fastest; what is before it comes second.
_OF_PICTURE = r"nh(?:(?<!\w.nh)(?:\s*(?::|\d+\s*\.|\d+$|/|của )| minh h[ọo]a)|(?<=\(.nh)\b)"
_CREDIT = re.compile(rf"Ả{_OF_PICTURE}|ả{_OF_PICTURE}|Nguồn ảnh|Photo:")
_BYLINE = re.compile(
    r"(?:tin|bài|tác giả|tin, bài|tin bài|bài, ảnh|tin, ảnh|bài và ảnh|tin và ảnh|tin ảnh|thực hiện"
    r"|nguồn|theo|biên tập|người viết|ảnh|pv|nhóm pv|ctv|by|bởi|(?:nhóm\s)?phóng viên)"
    r"(?:\s?[:/-]\s?\S|\s(?=[A-ZĐÀ-Ỹ(])|$)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\w*")
_JOINS = frozenset(("và", "-", "–", "&", "/", "+", "thực", "hiện", "ghi", "(t/h)", "(th)", "|"))


@cache
def _cues(role: str) -> dict[str, re.Pattern[str]]:
    """The words that tell a caption from prose, of one role, by their first word."""
    words: dict[str, list[str]] = {}
    for row in table("caption_words"):
        if row["role"] == role:
            words.setdefault(re.split(r"\W", row["words"])[0], []).append(row["words"])
    return {
        first: re.compile(rf"\b(?:{'|'.join(sorted(found, reverse=True))})\b")
        for first, found in words.items()
    }


def _first(text: str) -> str:
    """The first word, empty where the text begins with none."""
    m = _FIRST.match(text)
    return m.group() if m else ""


def _opens(text: str, role: str) -> bool:
    """Whether a text in lower case begins with a cue of this role."""
    cue = _cues(role).get(_first(text))
    return cue is not None and cue.match(text) is not None


def _holds(text: str, role: str) -> bool:
    """Whether a text holds a cue of this role."""
    cues = _cues(role)
    return any(cues[word].search(text) for word in cues.keys() & text.split())


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
    low = text.lower()
    if _opens(low, "picture"):
        return True
    if len(text) > 200 or not text[0].isalpha() or ". " in text:
        return False
    # "là" reports, "Ngòi Là" is a place
    if _holds(text, "report") or _opens(low, "byline") or _opens(low, "opening"):
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
    if not _opens(text.lower(), "subject"):
        return False
    return not _holds(text, "report") and not is_byline(text)


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
