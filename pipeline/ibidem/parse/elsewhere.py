"""Pointers to other places of the same paper, which cite no work: `See infra Part III`, `Siehe unten Kap. 3`."""

import re
from functools import cache

from ibidem.parse.fields import flat
from ibidem.parse.letters import LOWER
from ibidem.parse.signal import find_signal
from ibidem.words import read_words

_NUMBER = r"(?:\d{1,4}|[IVXLC]{1,6}|[A-Z])(?:[.-]{1,2}(?:\d{1,4}|[IVXLC]{1,5}|[A-Za-z])|[a-z](?!\w))*(?!\w)"
_LONGEST = 400
_NOTED = re.compile(r"(?:S|pp?)\.\s?\d{1,4},\s(?:Anm|Fn|n|note|nota)\.?\s\d")
"""A page with a note on it: `Siehe oben, S. 12, Anm. 3`."""
_REST = re.compile(r"[^;]{0,120}")


def _terms(name: str) -> str:
    return "|".join(re.escape(term) for term in sorted(read_words(name), key=len, reverse=True))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    more = r"(?:\s?(?:[,&-]|and|und|et|to|e|y)\s?\d{1,4})*"
    notes = rf"(?:the\s)?(?:sources\scited\s)?(?i:{_terms('note-labels')})\.?\s?\d{{1,4}}{more}"
    place = rf"(?:the\s)?(?i:{_terms('paper-places')})\.?(?!\w)"
    direction = rf"(?i:{_terms('paper-directions')})(?!\w)"
    company = r"(?:(?:and|&)\s)?(?:the\s)?(?:accompanying|related|corresponding)?\s?text\b"
    return (
        # See infra Section III.B; siehe unten, Kap. 3; see below.
        re.compile(rf"[\s(*]*{direction}[\s*,:]*(?:{place}[\s*]|[¶§IVX]{{1,4}}\b|[{LOWER}]{{0,12}}[\s.)]*$)"),
        # Siehe meine Ausführungen unten, S. 33; see the discussion below.
        re.compile(
            rf"[\s(*]*(?:[{LOWER}]{{2,8}}\s)?[^\W\d_]{{3,25}}\s{direction}[\s,*]*(?:{place}\s?{_NUMBER})?[\s.)]*$"
        ),
        # See Section 3.2 above; see chapter 5 below.
        re.compile(rf"[\s(*]*{place}\s?{_NUMBER}[^;.]{{0,20}}?\s{direction}"),
        # See supra notes 3-5 and accompanying text; see text to n 5.
        re.compile(rf"[\s(*]*(?:{direction}[\s,*]*)?{notes}[\s,)*]*{company}"),
        re.compile(
            rf"[\s(*]*{direction}[\s,*]*(?i:notes|nn|fns|footnotes)\.?\s?\d{{1,4}}\s?(?:[,&-]|and|to)\s?\d{{1,4}}"
        ),
        re.compile(rf"[\s(*]*(?:the\s)?text\s(?:accompanying|to|at|near)\s(?:{direction}[\s,*]*)?{notes}"),
        # See Part II, see note 7, and nothing else.
        re.compile(rf"[\s(*]*{notes}[\s.)*]*$"),
        re.compile(rf"[\s(*]*{place}\s?{_NUMBER}[\s.)*]*$"),
    )


def is_elsewhere(text: str) -> bool:
    """Tell whether a stretch points at other places of the paper and names no source."""
    first, *others = flat(text[:_LONGEST]).split(";")
    return _points(first) and all(_points(one) or _points(f"see {one.strip()}") for one in others)


def _points(plain: str) -> bool:
    signal = find_signal(plain)
    start = signal[1] if signal else 0
    if _NOTED.search(plain, start):
        return False
    matches = [match for pattern in _patterns() if (match := pattern.match(plain, start))]
    if not matches or (signal is None and all(match.re in _patterns()[-2:] for match in matches)):
        return False
    return _REST.fullmatch(plain, max(match.end() for match in matches)) is not None
