"""What a figure measures: one of the phrases about it, or what a figure before it measures.

Which of them it is depends on the kind of figure, the words that join the phrase to it, and how
much the counted noun tells.  No rule settles that; weights learned on the corpus do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from trich.article import Span
from trich.extract.indicators import clause
from trich.extract.indicators.candidates import Candidate, Candidates
from trich.extract.indicators.choice import Choice, Features, choice
from trich.extract.indicators.clause import Clauses, Word
from trich.extract.indicators.context import Context
from trich.extract.indicators.counted import words
from trich.extract.indicators.quantities import Quantity

_AHEAD = 110  # how far before a figure its clause is read, so that a huge line stays linear
_BEHIND = 80  # how far behind a figure its complement may reach
_STEP = 8  # characters by which it is counted how far a phrase is from the figure
_KEPT = 12  # how many figures before one are remembered
_CLOSE = 24  # how far before and behind a figure its neighbouring words are looked for

# What stands right before a figure, and right behind it.
_JOINTS = {
    word: joint
    for joint, those in {
        "change": "tăng|giảm|tăng thêm|giảm còn",
        "have": "có|gồm|ghi nhận|bao gồm|gồm có|còn có",
        "be": "là|đạt|còn|bằng|ở mức|ước|chiếm|lên|xuống",
        "give": "cho|với|tới|đến|cùng",
        "at": "tại|ở|trong|trên",
        "of": "của|về",
        "from": "từ",
        "and": "và|hoặc",
    }.items()
    for word in those.split("|")
}
_JOINT_PARTS = (
    (clause.DATE, "date"), (clause.NUMBER, "number"), (clause.BODY, "body"),
    (clause.MEASURE, "measure"), (clause.MAKING, "making"), (clause.SHARING, "sharing"),
    (clause.LINK, "be"), (clause.AUXILIARY | clause.LIGHT | clause.TRAILING | clause.LEAD, "light"),
    (clause.ACTOR, "actor"),
)  # fmt: skip
_BEHIND_PARTS = (
    (clause.DATE, "date"), (clause.PREPOSITION, "preposition"),
    (clause.LINK | clause.AUXILIARY | clause.TRAILING | clause.LIGHT, "verb"),
    (clause.NUMBER, "number"),
)  # fmt: skip
_INNER = (
    (clause.LINK, "link"), (clause.PREPOSITION, "preposition"), (clause.AUXILIARY, "auxiliary"),
    (clause.REPORT, "report"), (clause.MEASURE, "measure"), (clause.NUMBER, "number"),
    (clause.BODY, "body"), (clause.DATE, "date"),
)  # fmt: skip
_ENDS = (
    (clause.MAKING, "making"), (clause.SHARING, "sharing"), (clause.MEASURE, "measure"),
    (clause.ACTOR, "actor"), (clause.LIGHT, "light"), (clause.LINK, "link"),
    (clause.AUXILIARY, "auxiliary"), (clause.PREPOSITION, "preposition"), (clause.BODY, "body"),
)  # fmt: skip
_LENGTHS = ("1", "2", "3", "4", "4", "6", "6", "6", "9")  # by the spaces in a phrase


class Told(NamedTuple):
    """What a figure measures, how that was found, and of which sentence and kind the figure is."""

    start: int
    end: int
    tag: str
    sentence: int
    kind: str
    noun: Span | None = None


class Question(NamedTuple):
    """A figure with the phrases that may tell what it measures."""

    spans: list[Span]
    said: list[str]
    features: list[Features]
    about: tuple[str, ...]
    near: tuple[str, ...]
    kind: str


@cache
def _counters() -> frozenset[str]:
    """Counted nouns that say little: "trường hợp", "lượt"."""
    return words("counter")


class Properties:
    """Reads what the figures of one article measure, in text order."""

    def __init__(self, context: Context, chooses: Choice | None = None) -> None:
        self.context = context
        self.clauses = Clauses(context)
        self.text = context.text
        self.lower = context.lower
        self.chooses = chooses or choice("property")
        self._sentence = -1
        self._line = -1
        self._end = 0  # where the figure before ends, or the sentence begins
        self._told: list[Told] = []  # of the paragraph
        self._read: tuple[int, list[Word]] = (-1, [])  # the words behind the figure before

    def of(self, q: Quantity, before: int) -> Span | None:
        """What a figure measures; `before` is where its modifier begins."""
        start, end = self.context.sentence(q.start)
        first = start != self._sentence
        if first:
            self._sentence, self._end = start, start
            line = self.context.line(q.start)[0]
            if line != self._line:
                self._line, self._told = line, []
        left = max(self._end, before - _AHEAD)
        if left > self._end:  # no word is cut
            left = self.lower.find(" ", left, before) + 1 or left
        left = min(before, left)
        span: Span | None = None
        kind: str = q.kind
        issuer = self._issuer(q, left)
        if issuer is not None:
            span, tag = issuer, "I"
        else:
            left = self._behind_share(left, before, first)
            question = self.question(q, left, before, min(end, q.end + _BEHIND), first)
            kind, tag = question.kind, "L"
            if question.spans:
                n = self.answer(question)
                span, tag = question.spans[n], question.features[n].kinds[0]
        if span is not None:
            self._told = [*self._told[-_KEPT:], Told(*span, tag, start, kind, q.noun)]
        self._end = max(q.end, self._end)
        return span

    def _behind_share(self, left: int, before: int, first: bool) -> int:
        """Where the words about a figure begin: behind what the share before it is of."""
        told = None if first or not self._told else self._told[-1]
        if told is None or told.kind not in ("percent", "multiple") or left != self._end:
            return left
        said = _SHARE_OF.match(self.lower, left, before)
        return said.end() if said else left

    def answer(self, question: Question) -> int:
        """Which of the phrases it is."""
        if len(question.spans) == 1:
            return 0
        return self.chooses.best(question.features, question.about, question.near, question.said)

    def question(self, q: Quantity, left: int, before: int, right: int, first: bool) -> Question:
        """The phrases about a figure; `first` where no figure of its sentence stands before it."""
        lower = self.lower
        found = Candidates(lower, not first and bool(self._told))
        ahead = self._ahead(left, before)
        found.before(ahead)
        behind = self.clauses.words(q.end, right, 2)
        self._read = (q.end, behind)
        found.behind(q, behind)
        kind = self._kind(q)
        told = self._told[-1] if self._told else None
        gap = "none" if first or told is None else _gap(lower[left:before])
        joint = _joint(ahead[-1]) if ahead else ("start" if first else "figure")
        noun = lower[slice(*q.noun)] if q.noun else ""
        candidates = list(found.found.values())
        complete = found.complete
        about = _about(kind, joint, _behind(behind), gap, complete, _sort(q))
        spans = [Span(c.start, c.end) for c in candidates]
        trail = -1 if first or told is None else left + 2  # the figure before has it behind it
        features = [
            self._features(c, kind, complete, gap, c.start < trail, before) for c in candidates
        ]
        for tag, earlier in self._earlier(told, first):
            same = "" if not noun else str(lower.startswith(noun, earlier.start))
            spans.append(Span(earlier.start, earlier.end))
            features.append(_of_earlier(tag, kind, gap, earlier.tag, earlier.kind, same))
        said = [lower[slice(*span)] for span in spans]
        return Question(spans, said, features, about, self._near(q, before, noun), kind)

    def _near(self, q: Quantity, before: int, noun: str) -> tuple[str, ...]:
        """The words right before and behind a figure, and its noun."""
        lower = self.lower
        ahead = lower[max(0, before - _CLOSE) : before].rstrip(" (").split()[-2:]
        behind = lower[q.end : q.end + _CLOSE].split(None, 1)
        near = [f"after={ahead[-1]}", f"after={' '.join(ahead)}"] if ahead else []
        near.append(f"before={behind[0] if behind else ''}")
        if noun:
            near.append(f"noun={noun}")
            if " " in noun:
                near.append(f"noun={noun.partition(' ')[0]}")
        return tuple(near)

    def _ahead(self, left: int, before: int) -> list[Word]:
        """The words before a figure, of which those behind the one before it are read already."""
        start, read = self._read
        if start != left or not read:
            return self.clauses.words(left, before)
        if read[-1].end <= before:
            return read + self.clauses.words(read[-1].end, before)
        n = next(n for n, word in enumerate(read) if word.end > before)
        return read[:n] if read[n].start >= before else self.clauses.words(left, before)

    def _earlier(self, told: Told | None, first: bool) -> list[tuple[str, Told]]:
        """What figures before it measure: the last, and the last that measures something else."""
        if told is None:
            return []
        if first:
            return [("BP", told)]
        if told.noun is not None and told[:2] != told.noun:
            # "xử lý 27.350 giếng nước, đạt 81%": the share is one of the wells
            counted = told._replace(start=told.noun.start, end=told.noun.end, noun=None)
            return [("BN", counted), *self._earlier(told._replace(noun=None), first)]
        other = next(
            (t for t in reversed(self._told) if t[:2] != told[:2] or t.sentence != told.sentence),
            None,
        )
        if other is None or other.sentence != told.sentence:
            return [("B1", told)]
        return [("B1", told), ("B2", other)]

    def _kind(self, q: Quantity) -> str:
        if q.total is not None:
            return "fraction"
        if q.kind != "count":
            return q.kind
        noun = self.lower[slice(*q.noun)] if q.noun else ""
        return "counter" if noun in _counters() else "count" if q.known else "unknown"

    def _features(
        self, c: Candidate, kind: str, complete: str, gap: str, trails: bool, before: int
    ) -> Features:
        text = self.lower[c.start : c.end]
        each = "mỗi " in text or self.lower.startswith("mỗi ", c.start - 4)
        kinds, own = _found_as(
            tuple(c.tags), c.crossed[:3], c.adverbial, c.tail, min(text.count(" "), 8),
            min((before - c.end) // _STEP, 5) if c.tail else -1, each, trails, kind, complete,
        )  # fmt: skip
        if not c.words:
            return Features(kinds, (own,))
        first, last = c.words[0].parts, c.words[-1].parts
        inner, told = 0, not first & _ACTING
        for word in c.words[1:]:
            inner |= word.parts
            told = told or not word.parts & _ACTING
        families = c.tags[0][0] if len(c.tags) == 1 else "".join(sorted({t[0] for t in c.tags}))
        said = _of_words(first, last, inner, told, families, kind, complete)
        if all(word.parts & _BARE for word in c.words):
            return Features(kinds, (own, said, ("bare", f"bare|{gap}", f"bare|{kind}")))
        return Features(kinds, (own, said))

    # --- documents ----------------------------------------------------------------------------

    def _issuer(self, q: Quantity, left: int) -> Span | None:
        """ "Quốc hội ban hành" of "Quốc hội ban hành … 02 Nghị quyết"."""
        if q.group != "document" or q.noun is None:
            return None
        lower = self.lower
        between = lower[left : q.start].strip(" ,;")
        told = self._told[-1] if self._told and left == self._end else None
        if told and told.tag == "I" and between in ("", "và", "cùng"):
            return Span(told.start, told.end) if told.sentence == self._sentence else None
        cut = max(lower.rfind(";", left, q.start) + 1, left)
        verb = None
        for verb in _ISSUED.finditer(lower, cut, q.start):  # noqa: B007
            continue
        if verb is None:
            return None
        bodies, starts = self.context.bodies, self.context.body_starts
        i = bisect_left(starts, verb.start()) - 1
        if (
            i < 0
            or bodies[i].start < cut
            or lower[bodies[i].end : verb.start()].strip()
            not in (
                "",
                "đã",
            )
        ):
            return None
        start = bodies[i].start
        for post in ("phó thủ tướng ", "thủ tướng ", "bộ trưởng "):
            if lower.endswith(post, cut, start):
                start -= len(post)
                break
        return Span(start, verb.end())


_ACTING = (
    clause.ACTOR | clause.BODY | clause.LINK | clause.AUXILIARY | clause.LIGHT | clause.TRAILING
    | clause.PREPOSITION | clause.LEAD | clause.DATE | clause.NUMBER | clause.MARK
)  # fmt: skip
# "tăng 22% về lượng và 38% về giá trị": what is said of the first tells nothing of the second.
_SHARE_OF = re.compile(
    r" (?:về|so với)(?: (?!và |nhưng |song |tăng |giảm |gấp )[^\W\d]+){1,5}"
    r"(?= (?:và|nhưng|song|tăng|giảm|gấp)(?!\w)|[,;])"
)
_BARE = (
    clause.BARE | clause.HOLLOW | clause.LINK | clause.LIGHT | clause.TRAILING | clause.AUXILIARY
    | clause.PREPOSITION | clause.LEAD | clause.DATE | clause.EMPTY
)  # fmt: skip
_ISSUED = re.compile(r" (?:(?:ký )?ban hành|phê duyệt|thông qua|công bố|ký kết|ký|soạn thảo)(?!\w)")


@lru_cache(8192)
def _about(
    kind: str, joint: str, after: str, gap: str, complete: str, sort: str
) -> tuple[str, ...]:
    """What a figure stands in: of which kind it is, and what joins it to the words about it."""
    return (
        kind, f"joint={joint}", f"behind={after}", f"gap={gap}", f"{kind},{complete}",
        f"{kind},joint={joint}", f"{kind},gap={gap}", f"{kind},behind={after}", f"{joint},{gap}",
        f"sort={sort}", f"sort={sort},{complete}", f"sort={sort},joint={joint}",
    )  # fmt: skip


@lru_cache(8192)
def _of_earlier(tag: str, kind: str, gap: str, was: str, of: str, same: str) -> Features:
    """The features of what an earlier figure measures."""
    own = [f"of={was[0]}|{kind}|{gap}|{tag}", f"of={was}|{tag}", f"was={of}|{kind}|{gap}|{tag}"]
    if same:
        own.append(f"same={same}|{gap}|{tag}")
    return Features((tag, "B"), (tuple(own),))


@lru_cache(16384)
def _found_as(
    tags: tuple[str, ...], crossed: str, adverbial: str, tail: str, spaces: int, far: int,
    each: bool, trails: bool, kind: str, complete: str,
) -> tuple[tuple[str, ...], tuple[str, ...]]:  # fmt: skip
    """The kinds of a candidate and its features, from how it was found."""
    families = "".join(sorted({tag[0] for tag in tags}))
    kinds: list[str] = []
    for tag in tags:
        kinds.append(tag)
        if tag[0] in "LH":
            kinds.append(f"at {tag[1]}")
            if tag[0] == "H":
                kinds.append("headed")
    kinds.append("behind" if tags[0][0] in "RQ" else "before")
    tag = tags[0]
    own = [
        f"length={_LENGTHS[spaces]}|{families}", f"words={spaces}|{tag}", f"words={spaces}|{kind}",
    ]  # fmt: skip
    if tail:
        own += (
            f"far={far}|{tag[0]}", f"far={far}|{kind}",
            f"crossed={crossed}|{families}", f"adverbial={adverbial}|{tag[:2]}",
            f"tail={tail}|{kind}", f"tail={tail}|{tag}", f"tail={tail}|{kind}|{complete}",
        )  # fmt: skip
        if each:
            own.append(f"each|{tag}")
        if trails:
            own += (f"trails|{families}", f"trails|{kind}", f"trails|{tag}")
    return tuple(dict.fromkeys(kinds)), tuple(own)


@lru_cache(8192)
def _of_words(
    first: int, last: int, inner: int, told: bool, families: str, kind: str, complete: str
) -> tuple[str, ...]:
    """Features of the parts that the words of a candidate play."""
    own = [f"in={name}|{families}" for bit, name in _INNER if inner & bit]
    for bit, name in _ENDS:
        if first & bit:
            own += (f"first={name}|{families}", f"first={name}|{kind}")
            if name == "making":
                own.append(f"making|{families}|{complete}")
        if last & bit:
            own.append(f"last={name}|{families}")
    return tuple(own) if told else (*own, f"actors|{families}")


def _sort(q: Quantity) -> str:
    """What is counted or measured: persons, places; by the metre, by the hour."""
    if q.kind in ("money", "measure"):
        return "per" if "/" in str(q.unit) else str(q.unit) if q.kind == "measure" else "money"
    return q.group or q.kind


def _gap(between: str) -> str:
    """What stands between a figure and the one before it in its sentence."""
    close = between.strip(" ,;")
    if close in ("", "và", "cùng", "với", "hơn", "gần", "/"):
        return "list"
    if between.lstrip().startswith("("):
        return "bracket"
    return "semicolon" if ";" in between else "sentence"


def _joint(word: Word) -> str:
    joint = _JOINTS.get(word.text)
    if joint is not None:
        return joint
    if word.parts & clause.MARK:
        return word.text if word.text in ",:(" else "mark"
    for bits, name in _JOINT_PARTS:
        if word.parts & bits:
            return name
    return "word"


def _behind(behind: list[Word]) -> str:
    if not behind:
        return "end"
    word = behind[0]
    if word.parts & clause.MARK:
        return word.text if word.text in ",;(" else "end"
    if word.text in ("là", "của", "số"):
        return word.text
    if word.text in ("so", "so với"):
        return "than"
    for bits, name in _BEHIND_PARTS:
        if word.parts & bits:
            return name
    return "word"
