"""What stands behind a name and belongs to it, and the names that a list goes on with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trich.extract.names import CAPITAL, UPPER
from trich.extract.organizations import vocabulary
from trich.extract.organizations.about import About, Found, listed
from trich.extract.organizations.canonical import firm_in_full
from trich.extract.organizations.cues import next_of_list
from trich.extract.organizations.vocabulary import Words

_NEXT_OF_LIST = re.compile(rf"(?:, | và )({CAPITAL}(?: {CAPITAL}){{1,2}})(?=[,.;)…]| và | \w)")
#: A firm that a report names by initials: `Công ty L.T.T.`.
_LETTERS = re.compile(rf"(?<=[ .])[{UPPER}](?:\.[{UPPER}])+(?!\w)(?:\.(?= ?[^\W\d_{UPPER}]|,))?")
_SHORT_FORMS = (" Inc.", " Ltd.", " Corp.", " Co.", " Bros.", " Pvt.", " Pharm.")
#: A legal form in English behind a firm's name, and its dot where no sentence ends there.
_LEGAL_FORM = re.compile(
    r"(?:[.,]{0,2} ?(?<=[ .,])(?:Inc|Ltd|Limited|Corp|Co|LLC|JSC|PLC|GmbH|Pvt|Pte|Pty|Sdn|Bhd|AG|SA"
    r"|S\.A|B\.V|N\.V)(?!\w))*"
    r"(?:\.(?=[,;)]| \(?[a-zđ0-9]))?"
)


def legal_form(text: str, found: Found) -> Found:
    """The name with the legal form behind it: `Steel & Wire, Inc.`, `Toray Industries Inc.`."""
    if text[found.end : found.end + 1] not in (",", ".", " "):
        return found
    if (m := _LETTERS.match(text, found.end - 1)) is not None:
        return found._replace(end=m.end(), canonical=found.canonical + m[0][1:])
    m = _LEGAL_FORM.match(text, found.end)
    if m is None or not m[0]:
        return found
    end = m.end()
    if m[0] == "." and not text[:end].endswith(_SHORT_FORMS):
        return found
    name = found.canonical + (m[0] if m[0] != "." else "")
    return found._replace(end=end, canonical=name)


def more_of_list(text: str, lower: str, found: Found) -> Iterator[Found]:
    """The names with which a list of hospitals or firms goes on behind its first one."""
    if found.canonical.startswith("Bệnh viện "):
        yield from _hospitals(text, found)
    elif found.about.type in ("business", "bank") and text[found.start].isupper():
        yield from _brands(text, lower, found)


def _hospitals(text: str, last: Found) -> Iterator[Found]:
    """Hospitals of a list that names the head once: `Bệnh viện Bạch Mai, Việt Đức và K`."""
    while (m := _NEXT_OF_LIST.match(text, last.end)) is not None:
        name = "Bệnh viện " + m[1]
        body = vocabulary.listed()[0].longest(Words(name, name.lower(), 0), 0)
        if body[1] is None or body[0] != 2 + m[1].count(" ") + 1:
            break
        last = Found(*m.span(1), "list", body[1].name, None, last.about)
        yield last


def _brands(text: str, lower: str, last: Found) -> Iterator[Found]:
    """Brands of a list: `Canon, Yamaha và Sumitomo`."""
    such = lower.endswith(("như ", "hãng ", "hàng "), 0, last.start)
    single = vocabulary.listed()[1]
    while (span := next_of_list(text, last.end, such)) is not None:
        name = text[span[0] : span[1]]
        body = single.get(name)
        if body is not None:
            last = Found(*span, "list", body.name, body.acronym, listed(body))
        else:
            last = Found(*span, "list", firm_in_full(name), None, About("business"))
        yield last
