"""Sources that a note names by name and year, wherever they stand in it: `On this, Thornbury (1991: 70)`."""

import re
from collections.abc import Iterator

from ibidem.parse.date import months
from ibidem.parse.imprint import is_place
from ibidem.parse.inside import opener
from ibidem.parse.letters import UPPER
from ibidem.parse.reporter import find_reported
from ibidem.parse.short import NAMES
from ibidem.parse.sign import DATED, MARKED, STRONG
from ibidem.parse.signal import find_signal
from ibidem.words import read_words

_EDGE = " -\t\r\n\x0b\x0c\x85\u2028\u2029;"
_NAME_BEFORE = re.compile(rf"(?:^|\s)[{UPPER}][\w'’-]+$|\s(?:of|de|von|van)$")
_BRACKETED = re.compile(rf"{NAMES}\s\((?:1[4-9]|20)\d\d[a-z]?(?:[:,]\s?[\d\s,f.-]{{1,20}})?\)")
"""A name with its year and page in brackets, which is no imprint: `Rowe (1988: 205)`."""


_AGAIN = re.compile(r",\s(?P<year>(?:1[4-9]|20)\d\d[a-z]?[:,]\s?\d[\d-]{0,12})")
"""Another year of the same author: `Kessler 1974: 77, 1980: 5`."""


def find_dated(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the references of a segment that names its sources by name and year, wherever they stand in it.

    Each has a page, ends the segment, or opens it; a place before a year (`Berlin 1970`) is no name.
    """
    segment = plain[start:end]
    if MARKED.search(segment) or len(segment) > 1500 or STRONG.search(_BRACKETED.sub(" ", segment)):
        return
    for match in DATED.finditer(segment):
        before = segment[: match.start()].rstrip()
        if before.endswith(",") and match["more"] and match.group().endswith(")"):
            # `On this, Thornbury (1991: 70)`.
            before = before[:-1]
        if before.endswith((",", ":", "(", "&")) or _is_no_name(match["head"]) or _NAME_BEFORE.search(before):
            continue
        if any(
            found.start <= match.start("head") + len(match["head"]) <= found.end for found in find_reported(segment)
        ):
            continue
        if before and before[-1] not in "(.;" and re.match(r",", segment[match.end("head") :]):
            # `Title, 1971, p. 4`: a name before a year has no comma in running text.
            continue
        ended = not segment[match.end() :].strip(" .,)")
        opens = not before and segment[match.end() :].lstrip()[:1].islower()
        if match["more"] or ended or opens:
            signal = find_signal(segment[: match.end()])
            whole = signal is not None and not before[signal[1] :].strip()
            stop = match.end() + (segment[match.end() : match.end() + 1] == ".")
            yield trimmed(plain, start + (0 if whole else match.start() + opener(match.group())), start + stop)
            for again in _AGAIN.finditer(segment, match.end()) if match["more"] else ():
                if segment[match.end() : again.start()].strip(" ,.:-f0123456789"):
                    break
                yield start + again.start("year"), start + again.end()


def _is_no_name(head: str) -> bool:
    last = head.split()[-1].casefold()
    return is_place(head) or is_place(head.split()[-1]) or last in months() or last in read_words("no-names")


def trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    """Give a range without separators at its edges, and without brackets that nothing opens."""
    while start < end and plain[start] in _EDGE:
        start += 1
    while end > start and plain[end - 1] in _EDGE:
        end -= 1
    if plain[start:end].count(")") > plain[start:end].count("("):
        while end > start and plain[end - 1] in ").":
            end -= 1
    return start, end
