"""How one document bears on another of the same sentence: amends, replaces, repeals, guides,
implements, is based on.  The cues are `lexicon/relation_cues.csv`."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from trich.extract.decrees.cited import Cited, Page, Relation
from trich.extract.decrees.pattern import Pattern
from trich.lexicon import table


class _Cue(NamedTuple):
    cue: str
    relation: str
    #: passive only with "tại", "bởi" behind it: "A sửa đổi tại B"
    by: bool = False


_BY = ("tại", "bởi", "bằng")


# Between a cue and the document that it governs.
_FILLER_WORDS = (
    "một số điều khoản của các và biện pháp thi hành thực hiện chi tiết quy định toàn bộ cho việc "
    "tại nội dung bởi bằng theo có hiệu quả nghiêm những quyết liệt bổ sung hướng dẫn tổ chức cả "
    "phần trong là đối với kế hoạch đầy đủ thành công sửa đổi thêm tiếp tục triển khai hai ba bốn "
    "năm 02 03 04 05 2 3 4 5 cụ thể"
)
_FILLERS = frozenset(_FILLER_WORDS.split())
_JOINER = Pattern(
    r"[ ,]*(?:và|cùng|hoặc|cũng như)?(?: các)? ?",
    yes=(" và ", ", "),
    no=(" của ",),
    how="fullmatch",
)
_ISSUES = Pattern(
    r"(?:ban hành|ký|thông qua|xây dựng|ra|có|phê duyệt)(?: ban hành)?(?: các| những)? $",
    yes=("ban hành ", "ký ban hành "),
    no=("theo ",),
)
_REACH = 260


@cache
def _cues(voice: str) -> tuple[_Cue, ...]:
    rows = [_Cue(r["cue"], r["relation"]) for r in table("relation_cues") if r["voice"] == voice]
    if voice == "passive":
        rows += [active._replace(by=True) for active in _cues("active")]
    return tuple(sorted(rows, key=lambda row: -len(row.cue)))


def relate(page: Page, sentence: list[Cited]) -> None:
    """Write the relations among the citations of one sentence, in text order."""
    subject: Cited | None = None
    last: tuple[str, str, Cited] | None = None  # voice, relation, the other document
    first = sentence[0]  # of the citations that are joined up to this one
    for c, other in pairwise(sentence):
        begins = other.pinpoint.start if other.pinpoint else other.start
        if _JOINER.fullmatch(page.lower, max(c.end, c.stop), begins) or other.rule == "list":
            if last:
                _write(*last, other)
            continue
        last, head_of_list, first = None, first, other
        gap = page.lower[c.end : begins]
        if "\n" in gap or len(gap) > 2 * _REACH:
            continue
        broken = len(gap) > _REACH or any(stop in gap for stop in (";", " hoặc ", " còn "))
        for voice in ("passive",) if broken else ("passive", "active"):
            if relation := _governing(gap, voice):
                # "A hướng dẫn B, được sửa đổi bởi C": A is amended
                head = subject if subject and voice == "passive" and gap.startswith(",") else c
                last = (voice, relation, head)
                subject = c if voice == "active" else subject
                _write(*last, other)
                break
        else:
            relation = None if broken else _fronted(page, head_of_list)
            if relation and _ISSUES.search(page.lower, max(c.end, begins - 24), begins):
                last = ("passive", relation, c)
                _write(*last, other)


def _write(voice: str, relation: str, head: Cited, other: Cited) -> None:
    source, target = (other, head) if voice == "passive" else (head, other)
    if source is not target:
        source.relations.append(Relation(relation, target))


@cache
def _any_cue() -> re.Pattern[str]:
    cues = {cue.cue for voice in ("active", "passive") for cue in _cues(voice)}
    return re.compile("|".join(sorted(map(re.escape, cues), key=len, reverse=True)))


def _governing(gap: str, voice: str) -> str | None:
    """The relation of the cue that governs what follows a gap, with only fillers between."""
    if not _any_cue().search(gap):
        return None
    best: tuple[int, int, str] | None = None
    for cue, relation, by in _cues(voice):
        at = gap.rfind(cue)
        if at < 0 or gap[at - 1 : at].isalpha():
            continue
        end = at + len(cue)
        rest = gap[end:].replace(",", " ").split()
        # "Luật Đường sắt sửa đổi, Luật Nhà giáo": revised itself
        if (
            gap[end : end + 1] == ","
            or gap[end : end + 1].isalpha()
            or not all(word in _FILLERS for word in rest)
        ):
            continue
        if by and not (rest and rest[0] in _BY):
            continue
        if voice == "active" and rest and rest[0] in _BY:
            continue
        # the cue that begins first governs: "hướng dẫn thi hành" guides
        if best is None or at < best[0] or (at == best[0] and end > best[1]):
            best = (at, end, relation)
    return best[2] if best else None


def _fronted(page: Page, first: Cited) -> str | None:
    """The relation that words before the first document announce: "Căn cứ A, Bộ ban hành B"."""
    begins = first.pinpoint.start if first.pinpoint else first.start
    lead = page.lower[max(0, begins - 24) : begins]
    for cue, relation, _ in _cues("front"):
        if lead.rstrip().endswith(cue) or lead.rstrip().endswith(cue + " các"):
            return relation
    return None
