"""What stands around a name and tells whether it is a person's: verbs, ages, credits, places.

The words are data (`person_context.csv`, `not_names.csv`); this module makes patterns of them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from trich.extract.names import OPENING, last_word
from trich.lexicon import fold, table


@cache
def context(use: str) -> frozenset[str]:
    """The words that the table of contexts lists for a use.

    >>> "phường" in context("place head")
    True
    """
    return frozenset(words_of(use))


@cache
def words_of(use: str) -> tuple[str, ...]:
    """The same words in the order of the table."""
    return tuple(r["words"] for r in table("person_context") if r["use"] == use)


def either(use: str) -> str:
    """A pattern for any of the words, which are patterns themselves."""
    return "(?:" + "|".join(sorted(words_of(use), key=len, reverse=True)) + ")"


class Patterns(NamedTuple):
    """Compiled once, at first use."""

    human: re.Pattern[str]  # ` kể`: only persons do this
    surely_human: re.Pattern[str]  # the same where a common word would also fit
    speech: re.Pattern[str]  # ` cho biết`: bodies do this too
    left: re.Pattern[str]  # ends with a word that stands before a given name
    right: re.Pattern[str]
    sure: re.Pattern[str]  # the same and more, behind what is hardly anything but a name
    alias: re.Pattern[str]  # `, tên thật là`
    acting: re.Pattern[str]  # ` cầm`: a person does this, also one of two syllables
    alone: re.Pattern[str]  # ` lấy dao`: neither a body nor a country does this
    somebody: re.Pattern[str]  # ` lấy chồng`: nor does a country's army
    homely: re.Pattern[str]  # ` mượn`: nor does a town
    performer: re.Pattern[str]  # ` là ca sĩ`
    playing: re.Pattern[str]  # ` đánh đầu`: a player does this
    played: re.Pattern[str]  # ends with `đường chuyền của `
    done: re.Pattern[str]  # behind `do Hồ Văn Quý`: ` (xã An Trạch) điều khiển`
    contest: re.Pattern[str]  # a contest of single persons: `tay vợt`
    seeded: re.Pattern[str]  # ends with `hạt giống số 1 đơn nam `
    shirt: re.Pattern[str]  # ` (7),`, ` 45'`: a player's number or minute
    age: re.Pattern[str]
    credit: re.Pattern[str]  # ends with `Ảnh: `
    piece: re.Pattern[str]  # a line that says `Phóng sự của `
    common: re.Pattern[str]  # words that a title or a body writes in capitals: `Hoàn vũ`
    street: re.Pattern[str]
    roads: re.Pattern[str]  # a word of the road anywhere
    road: re.Pattern[str]  # ends with `Quốc lộ 13 - `


@cache
def patterns() -> Patterns:
    adverb = f"(?:{either('adverb')} )?"
    return Patterns(
        human=re.compile(rf" {adverb}{either('human verb')}(?!\w)"),
        surely_human=re.compile(rf" {adverb}{either('surely human verb')}(?!\w)"),
        speech=re.compile(rf" {adverb}{either('speech verb')}(?!\w)"),
        left=re.compile(rf"(?:,| {either('left of a given name')}) $"),
        right=re.compile(rf" {adverb}{either('right of a given name')}(?!\w)"),
        sure=re.compile(
            rf" {adverb}(?:{either('right of a given name')}"
            rf"|{either('right of a sure name')})(?!\w)"
        ),
        alias=re.compile(
            r"(?:, | \()(?:tên thật|tên khai sinh|tên thường gọi|tức|biệt danh|nghệ danh|tự) "
        ),
        acting=re.compile(rf" {adverb}{either('acting verb')}(?!\w)"),
        alone=re.compile(rf" {adverb}{either('only a person does')}(?!\w)"),
        somebody=re.compile(rf" {adverb}{either('only somebody does')}(?!\w)"),
        homely=re.compile(rf" {adverb}{either('a town does not')}(?!\w)"),
        performer=re.compile(
            r" (?:là|làm|vốn là|từng là|cũng là) (?:một |nữ |nam |cựu ){0,2}"
            rf"{either('performer')}(?!\w)"
        ),
        playing=re.compile(rf" {adverb}{either('player verb')}(?!\w)"),
        played=re.compile(
            rf"(?<!\w){either('act of a player')} (?:[^\W\d_]+ ){{0,3}}(?:của|do|cho|là) $"
        ),
        done=re.compile(rf"(?: \([^()\n]{{1,60}}\))? {either('done by a person')}(?!\w)"),
        contest=re.compile(rf"(?<!\w){either('contest of persons')}(?!\w)"),
        seeded=re.compile(
            r"(?:hạt giống số|tay vợt số|kỳ thủ số|hạng) \d{1,3}"
            r"(?: (?:đơn|đôi|nam|nữ|thế|giới|trẻ)){0,4} $"
        ),
        shirt=re.compile(r" \(\d{1,2}\)(?=[,.;]|$)| \(?\d{1,3}(?:\+\d)?'"),
        age=re.compile(
            r"(?:,| \()? ?(?:\(?\d{1,3} ?tuổi|\(?\d\dt\b|\(?(?:SN|sn|[Ss]inh năm|sinh ngày) ?\d"
            r"|\((?:tên nhân vật|tên nạn nhân|đã (?:được )?(?:thay )?đổi tên|nhân vật (?:chính|đã))"
            r"|\(19\d\d\b|\((?:trái|phải|giữa|bìa|áo|đứng|ngồi|bên|ngoài cùng|ảnh|thứ)\b"
            r"|, (?:ngụ|trú|quê|hiện ở|ở) |, (?:nữ|nam)(?=,| \d))"
        ),
        credit=re.compile(
            rf"(?<![^\n(.\s]){either('credit')}(?:(?:, | và | - |/| )(?:ảnh|bài|clip|video|tin))?"
            r"(?: minh họa)? ?: ?$"
        ),
        piece=re.compile(rf"(?<![^\n]){either('piece')}(?: (?:và )?ảnh)? của $"),
        common=re.compile(rf"{either('capital common noun')}(?!\w)"),
        street=re.compile(
            r"(?: ?\(| ?, ?| | ?- ?)"
            r"(?:vành đai|quốc lộ|xa lộ|đại lộ|vòng xoay|hầm chui|quận|phường|q\.|p\.|tp\.? ?hcm"
            r"|[pq]\.?\d\d?|tp\. |thị xã|đoạn|kéo dài|nối|ngày \d)(?!\w)"
        ),
        roads=re.compile(rf"(?<!\w){either('word of the road')}(?!\w)"),
        road=re.compile(r"(?:quốc lộ|ql|tỉnh lộ|tl|vành đai|xa lộ)[ .]?\d*[a-z]? ?- ?$"),
    )


@cache
def first_words_of_verbs() -> frozenset[str]:
    """What a verb that tells a person can begin with, its adverb included."""
    uses = (
        "human verb", "surely human verb", "speech verb", "acting verb", "player verb", "adverb",
        "only a person does",
    )  # fmt: skip
    heads = (_HEAD.match(w) for use in uses for w in words_of(use))
    return frozenset(m[0] for m in heads if m)


_HEAD = re.compile(r"[^\W\d_]+")


@cache
def not_names() -> frozenset[str]:
    """Places, lunar years, mythical figures and the like, folded."""
    tables = [r["name"] for r in (*table("provinces"), *table("nations"))]
    return frozenset(fold(p) for p in (*tables, *(r["phrase"] for r in table("not_names"))))


@cache
def _place_words() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    phrases: dict[str, tuple[str, ...]] = {}
    for phrase in context("place phrase"):
        last = phrase.split()[-1]
        phrases[last] = (*phrases.get(last, ()), phrase)
    return context("place head"), phrases


_GLUED_LEVELS = ("tp.", "tx.", "tt.", "q.", "h.", "p.", "x.", "đ.")  # `TP.Hồ Chí Minh`
_HOUSE_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)\d{1,4}|\d{1,3}[a-z]|\d+/\d+[a-z]?")


def in_place(lower: str, start: int) -> bool:
    """Whether the words before make this a place, a street, a school, a prize.

    >>> in_place("trường thpt nguyễn du", 12), in_place("số 45 nguyễn du", 6)
    (True, True)
    >>> in_place("tối 9/10 quang", 9), in_place("nhà 9/10 nguyễn du", 9)
    (False, True)
    >>> in_place("giải thưởng “lý tự trọng”", 13), in_place("gia đình nguyễn du", 9)
    (True, False)
    """
    if start > 2 and lower[start - 1] in "“\"'":  # `giải thưởng “Lý Tự Trọng”`
        start -= 1
    if start < 2 or lower[start - 1] != " ":
        return lower.endswith(_GLUED_LEVELS, 0, start)
    word = last_word(lower, start - 1)
    heads, phrases = _place_words()
    if word in heads:
        space = lower.rfind(" ", max(0, start - 40), start - 2 - len(word))
        both = lower[max(space + 1, start - 40) : start - 1]
        return both.lstrip(OPENING) not in context("no place head")
    if _HOUSE_NUMBER.fullmatch(word):
        before = last_word(lower, start - 2 - len(word))
        if before == "số":  # `tay vợt số 4 Andy Murray`
            whose = last_word(lower, start - 3 - len(word) - len(before))
            return whose not in context("numbered persons")
        return before not in context("before a date")
    return any(
        lower.endswith(phrase, 0, start - 1)
        and not lower[max(0, start - 2 - len(phrase)) : start - 1 - len(phrase)].isalnum()
        for phrase in phrases.get(word, ())
    )
