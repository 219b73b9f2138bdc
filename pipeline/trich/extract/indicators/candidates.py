"""The phrases that may tell what a figure measures, from the words before and behind it.

Before a figure its clause is cut into pieces at the punctuation.  Each piece gives its whole, the
measure in it, what stands before its verb, what stands behind the actor, its last words; behind
the figure stand the counted noun with more or less of its complement, and the whole of which a
percentage is a part.  Each phrase has a tag that says how it was found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from trich.extract.indicators.clause import (
    ACTOR,
    AUXILIARY,
    BODY,
    BREAK,
    COMPOUND,
    DATE,
    EMPTY,
    GOAL,
    HOLLOW,
    LEAD,
    LIGHT,
    LINK,
    MARK,
    MEASURE,
    NAME,
    NUMBER,
    PREPOSITION,
    REPORT,
    SECTOR,
    STOP,
    TRAILING,
    Word,
)
from trich.extract.indicators.place import is_place
from trich.extract.indicators.quantities import Quantity

_LOOSE = LINK | AUXILIARY | LIGHT | TRAILING | PREPOSITION
_VERBAL = LINK | AUXILIARY
_ACTS = ACTOR | BODY | LIGHT
_STOPS_PHRASE = _VERBAL | _ACTS | PREPOSITION | DATE
_SAYS_NOTHING = _LOOSE | LEAD | DATE | NUMBER | MARK | EMPTY | GOAL
_PIECES = 5  # how many pieces before a figure are looked at
_TELLING = 2  # and how many that tell anything
_LONGEST = 110  # characters of a property


@dataclass(slots=True)
class Candidate:
    """A phrase, how it was found, and what stands about it."""

    start: int
    end: int
    tags: list[str]
    words: Sequence[Word] = ()
    crossed: str = ""
    """The marks between it and the figure."""
    adverbial: str = ""
    """Whether its piece opens with a preposition (p) or a connecting word (l)."""
    tail: str = ""
    """What stands behind it in its piece: a verb (k), a preposition (p), a particle (a)."""


@dataclass(slots=True)
class Candidates:
    """The candidates of one figure, by their span."""

    lower: str
    follows: bool = False
    """Whether another figure of the sentence stands before this one."""
    found: dict[tuple[int, int], Candidate] = field(default_factory=dict)
    crossed: str = ""
    adverbial: str = ""
    tail: str = ""
    complete: str = "0"
    """Whether there is any (1), and a counted noun with a complement (2)."""

    def add(self, start: int, end: int, tag: str, words: Sequence[Word] = ()) -> None:
        """Take note of a phrase, unless it can tell nothing."""
        bracket = self.lower.find(" (", start, end)
        end = bracket if bracket > 0 else end
        if 2 <= end - start <= _LONGEST and (not words or self._tells(start, end, words)):
            self._put(start, end, tag, words)

    def _put(self, start: int, end: int, tag: str, words: Sequence[Word]) -> None:
        known = self.found.get((start, end))
        if known is not None:
            known.tags.append(tag)
            return
        self.found[start, end] = Candidate(
            start, end, [tag], words, self.crossed, self.adverbial, self.tail
        )
        if tag[0] == "R" and tag != "R0" and tag[-1] in "123J":
            self.complete = "2"
        elif self.complete == "0":
            self.complete = "1"

    def _tells(self, start: int, end: int, words: Sequence[Word]) -> bool:
        nothing = _SAYS_NOTHING | HOLLOW if self.follows else _SAYS_NOTHING
        for word in words:
            parts = word.parts
            if parts & HOLLOW and self.follows:
                continue
            if not parts & nothing and (not parts & BODY or parts & NAME):
                return end - start > 16 or not is_place(self.lower[start:end])
            if parts & MEASURE:
                return True
        return False

    # --- before the figure --------------------------------------------------------------------

    def before(self, words: list[Word]) -> None:
        """Read the words before a figure."""
        pieces = _pieces(words, self.lower)
        telling = 0
        for n, (piece, closer) in enumerate(pieces[:_PIECES]):
            if closer:
                self.crossed += closer if len(closer) == 1 else "w"
            begin, end = _core(piece)
            if begin >= end:
                continue
            self._about(piece, end)
            place = ("H" if closer == ":" else "L") + str(min(telling, 2))
            if not telling:
                self._listed(pieces[n + 1 : n + 4], piece[begin:end], place)
            self._of_piece(piece, begin, end, place)
            telling += 1
            if telling == _TELLING or closer in ("!", "?"):
                break
        self.crossed = self.adverbial = self.tail = ""

    def _about(self, piece: list[Word], end: int) -> None:
        opener = next((w.parts for w in piece if not w.parts & (MARK | DATE | NUMBER)), 0)
        behind = 0
        for word in piece[end:]:
            behind |= word.parts
        preposition = opener & PREPOSITION and not opener & LINK
        self.adverbial = "p" if preposition else "l" if opener & LEAD else ""
        self.tail = (
            "k" if behind & LINK
            else "p" if behind & PREPOSITION
            else "a" if behind & _LOOSE
            else "0"
        )  # fmt: skip

    def _listed(self, pieces: list[tuple[list[Word], str]], core: list[Word], place: str) -> None:
        """With the pieces before the comma: "nông, lâm nghiệp", "phát hiện, xử lý"."""
        shape = "J"
        for before, closer in pieces:
            begin, end = _core(before)
            if closer != "," or not begin < end == len(before):
                break
            said = before[begin:end]
            stops = _VERBAL | REPORT | NUMBER | DATE
            if said[0].parts & MEASURE:  # "diện tích lúa bị đổ, ngập úng"
                stops &= ~AUXILIARY
            if any(w.parts & stops for w in said):
                break
            if any(w.parts & SECTOR for w in said):
                shape = "K"
            core = said + core
            head = next((n for n, w in enumerate(core) if w.parts & MEASURE), 0)
            self.add(core[head].start, core[-1].end, place + shape, core[head:])

    def _of_piece(self, piece: list[Word], begin: int, end: int, place: str) -> None:
        parts = [w.parts for w in piece]

        def put(first: int, last: int, shape: str) -> None:
            while first < last and parts[first] & (MARK | DATE):
                first += 1
            while last > first and parts[last - 1] & (MARK | DATE):
                last -= 1
            if first < last:
                self.add(piece[first].start, piece[last - 1].end, place + shape, piece[first:last])

        put(begin, end, "W")
        body = piece[end - 1]
        if all(part & BODY and not part & NAME for part in parts[begin:end]) and not is_place(
            self.lower[body.start : body.end]
        ):
            self._put(body.start, body.end, place + "O", piece[begin:end])  # "VCB giảm 3,1%"
        if end - begin > 1:
            self._parted(parts, begin, end, put)
        close = piece[end - 1].end
        for shape in "12":  # the last syllables
            close = self.lower.rfind(" ", piece[begin].start, close)
            if close < 0:
                break
            self.add(close + 1, piece[end - 1].end, place + shape, piece[end - 1 : end])

    def _parted(
        self, parts: list[int], begin: int, end: int, put: Callable[[int, int, str], None]
    ) -> None:
        """Cut a piece at its measure, its verb, its actor and its prepositions."""
        head = last_head = verb = joint = stop = preposition = -1
        actor = begin
        for n in range(begin, end):
            part = parts[n]
            if part & MEASURE:
                last_head = n
                if head < 0:
                    head = n
            if part & _STOPS_PHRASE:
                if part & _VERBAL:
                    stop = n
                    if verb < 0:
                        verb = n
                if part & _ACTS:
                    stop = n
                    if actor == n and part & (ACTOR | BODY):
                        actor = n + 1
                elif actor == n and part & DATE:
                    actor = n + 1
                if part & PREPOSITION:
                    preposition = n
                if joint < 0 and part & (_VERBAL | PREPOSITION):
                    joint = n
        if head >= 0:
            close = short = end
            for n in range(head + 1, end):
                part = parts[n]
                if short == end and part & (_VERBAL | DATE | PREPOSITION):
                    short = n
                if part & (_VERBAL | DATE) and n > head + 1:
                    close = n  # "tỷ lệ đạt chuẩn tăng": the first verb is its complement
                    break
            put(head, close, "M")
            put(head, short, "m")
            if last_head != head:
                put(last_head, end, "X")
        if verb > begin:
            put(begin, verb, "S")
        if joint > begin:
            put(begin, joint, "s")
        if begin < actor < end:
            put(actor, end, "A")
        if 0 <= stop < end - 1:
            put(stop + 1, end, "P")
        if 0 <= preposition < end - 1:
            put(preposition + 1, end, "N")

    # --- behind the figure --------------------------------------------------------------------

    def behind(self, q: Quantity, words: list[Word]) -> None:
        """Read the words behind a figure, and its counted noun."""
        noun = q.noun if q.kind in ("count", "rate") else None
        tag = "Q" if noun is None else "R"
        if noun is not None:
            self.add(noun.start, noun.end, "R0")
        at = 0
        if words and words[0].text == "(":  # what stands behind the bracket is said of the figure
            at = next((n for n, w in enumerate(words) if w.text == ")"), len(words)) + 1
            tag, noun = tag + "b", None
        elif words and words[0].parts & MARK:
            return
        first = at
        while at < len(words) and at < first + 2 and words[at].text in _OF:
            at += 1
            tag += "l"
        if at >= len(words) or words[at].parts & MARK:
            return
        start = noun.start if noun is not None else words[at].start

        def put(close: int, shape: str) -> int:
            while (
                close > at
                and words[close - 1].parts & _ENDS
                and not (words[close - 1].parts & MEASURE)
            ):
                close -= 1
            if close > at:
                self.add(start, words[close - 1].end, tag + shape, words[at:close])
            return close

        put(_close(words, at, _LOOSE | NUMBER, 60), "1")
        short = _close(words, at, PREPOSITION | NUMBER, 60)
        put(short, "2")
        close = put(_close(words, at, NUMBER, 80), "3")
        if close + 1 < len(words) and words[close].text == ",":
            further = close + 1  # a list: "cơ quan, đơn vị để xác minh"
            if not words[further].parts & ~(COMPOUND | ACTOR | MEASURE):
                apart = NUMBER | DATE | BREAK | PREPOSITION | MARK
                while further < len(words) and not words[further].parts & apart:
                    further += 1
                if further == len(words) or not words[further].parts & NUMBER:
                    self.add(start, words[further - 1].end, tag + "J", words[at:further])
        if noun is not None:
            told = at
            while told < short and words[told].parts & (AUXILIARY | LIGHT | TRAILING | LINK):
                told += 1
            if told < short:
                self.add(words[told].start, words[short - 1].end, tag + "p", words[told:short])


_OF = ("là", "số", "của", "trong số đó", "trong số")
_ENDS = PREPOSITION | LINK | AUXILIARY | TRAILING


def _close(words: list[Word], at: int, bits: int, reach: int) -> int:
    """Where a phrase that begins at `at` ends: at a word with one of the parts, a mark, or far."""
    limit = words[at].start + reach
    for n in range(at, len(words)):
        parts = words[n].parts
        if parts & (STOP | BREAK | DATE) or words[n].text == "-" or words[n].start > limit:
            return n
        if n > at and parts & bits:
            return n
    return len(words)


def _pieces(words: list[Word], lower: str) -> list[tuple[list[Word], str]]:
    """The pieces before a figure, the nearest first, each with the mark that closes it.

    What stands in brackets that are closed belongs to none.
    """
    found: list[tuple[list[Word], str]] = []
    piece: list[Word] = []
    closer = ""
    depth = 0
    for word in reversed(words):
        parts, text = word.parts, word.text
        if depth:
            depth += (text == ")") - (text == "(")
            continue
        if text == ")":
            depth = 1
            continue
        if parts & (STOP | BREAK) or (text == "-" and _dash(lower, word)):
            found.append((piece[::-1], closer))
            piece, closer = [], text
        else:
            piece.append(word)
    found.append((piece[::-1], closer))
    return found


# Sectors and seasons that a dash joins: "nông - lâm - thủy sản", "vụ đông - xuân".
_JOINED = (
    "nông", "lâm", "nghiệp", "kinh tế", "xây dựng", "thương mại", "dịch vụ", "văn hóa", "xã hội",
    "quốc phòng", "giáo dục", "đông", "xuân", "hè", "thu", "mùa", "du lịch", "thủy sản", "y tế",
    "khoa học", "dân số", "tài chính", "ngư", "thể thao", "cn",
)  # fmt: skip
_JOINING = (
    "nông", "lâm", "ngư", "thủy", "thuỷ", "xã hội", "xây dựng", "tiểu thủ", "dịch vụ", "an ninh",
    "công nghiệp", "thương mại", "du lịch", "đào tạo", "thể thao", "xuân", "hè", "thu", "đông",
    "công nghệ", "khhgđ", "kế hoạch hóa", "ngân sách", "ngân hàng", "diêm", "thông tin",
    "gia đình", "ttcn",
)  # fmt: skip


def _dash(lower: str, word: Word) -> bool:
    """Whether a dash parts a clause: it stands between spaces, and not between numbers."""
    at = word.start
    if lower[at - 1 : at] != " " or lower[at + 1 : at + 2] != " " or lower[at - 2].isdigit():
        return False
    ahead = lower[max(0, at - 16) : at - 1]
    return not (ahead.endswith(_JOINED) and lower.startswith(_JOINING, at + 2))


def _core(piece: list[Word]) -> tuple[int, int]:
    """A piece without who reports it, what opens it, and the verb and particles at its end."""
    begin, end = 0, len(piece)
    for n, word in enumerate(piece):
        if word.parts & REPORT and n < end - 1:
            begin = n + 1
    while begin < end and piece[begin].parts & (LEAD | DATE | NUMBER | MARK):
        begin += 1
    while end > begin and piece[end - 1].parts & (_LOOSE | DATE | MARK):
        end -= 1
    return begin, end
