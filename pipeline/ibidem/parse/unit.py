"""What a figure counts: a measure, money, or the words up to the first plural."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ibidem.parse.lexicon import function_words, is_demonym, month_words, one_of
from ibidem.parse.quantity import Quantity, number_words
from ibidem.words import read_words

_TOKEN = re.compile(r"[^\W\d_](?:[\w’'-]*[\w’'])?|%|‰")
_REACH = 90
"""How far behind a figure, in code points, what it counts may run."""
_LONGEST = 6
"""How many words stand at most before what is counted ends."""
_FILLERS = re.compile(
    r"\s(?:or\s(?:so|more|less)\s)?(?:(?:more|other|additional|further|such|of\s(?:the|its|their|his|these|those))\s)?"
)
_WHOLE = re.compile(r"\sof\s(?:the\s|all\s|its\s|their\s)?")
_CONJOINED = re.compile(r"\s(?:and|or)\s")
_FATE = re.compile(r"\s(?:were|was|had\sbeen)\s(?P<fate>killed|wounded|injured|arrested|executed|imprisoned|missing)\b")
_SINGLE = re.compile(r"([^\W\d_][\w’'-]{2,20})\s(?:was|were|had|have|are|is)\b")
_PEOPLE = re.compile(
    r"(?P<name>[^\W\d_a-z][^\W\d_]{3,20})\s(?:was|were|had|have|are|in|from|who|fled|left|lived|died)\b"
)
_ADJECTIVES = ("al", "ic", "ive", "ous", "ern", "ish", "ary", "able")
"""How words end that mostly stand before a noun."""
_SHARE = frozenset({"%", "percent", "per cent"})
_SUBJECT_REACH = 120
_NO_PLURALS = frozenset({"overseas", "always", "perhaps", "besides", "sometimes", "afterwards", "towards", "upwards"})
_OTHER = re.compile(r"[.;:]\s")
_GROUPED = re.compile(r"[,.\u00a0\u202f\u2009 ]\d{3}\b|[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted, as printed, and where figure and unit end."""

    end: int
    text: str


def read_unit(text: str, number: Quantity) -> Unit | None:
    """Read what a quantity counts; None where nothing says so."""
    ceiling = min(len(text), number.end + _REACH)
    if number.currency:
        return Unit(number.end, number.currency)
    measure = _measure().match(text, number.end, ceiling)
    if measure is not None and _is_measure(measure.group(1)):
        return _of_what(text, measure, ceiling)
    fate = _FATE.match(text, number.end, ceiling)
    if fate is not None:
        return Unit(fate.end(), fate["fate"])
    filler = _FILLERS.match(text, number.end, ceiling)
    found = _plural(text, filler.end(), ceiling) if filler is not None else None
    if found is None and filler is not None and not number.spelled and _GROUPED.search(text, number.start, number.end):
        found = _people(text, filler.end(), ceiling)
    return found or _of_subject(text, number)


def _is_measure(printed: str) -> bool:
    """Tell a measure from a capital that only looks like a short one ("5 M")."""
    return len(printed) > 2 or printed.islower() or printed == "%"


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(rf"\s?({one_of(read_words('measures'))})(?![\w’'-])", re.IGNORECASE)


@cache
def counted_words() -> frozenset[str]:
    """Read what is counted though it does not end like a plural, and the measures; small letters."""
    return frozenset(read_words("counted")) | frozenset(read_words("measures"))


def _of_what(text: str, measure: re.Match[str], ceiling: int) -> Unit:
    """Give a share together with the whole that it is of ("per cent of the population")."""
    printed = measure.group(1)
    if printed.casefold() in _SHARE:
        whole = _WHOLE.match(text, measure.end(), ceiling)
        end = _words_end(text, whole.end(), ceiling) if whole is not None else None
        if end is not None:
            return Unit(end, text[measure.start(1) : end])
    return Unit(measure.end(1), printed)


def _words_end(text: str, start: int, ceiling: int) -> int | None:
    """Give where the words end that name a whole: at the first plural of three, else at the first noun."""
    first = None
    for token in list(_adjoining(text, start, ceiling))[:3]:
        low = token.group().casefold()
        if low in function_words():
            break
        if _is_counted(low):
            return token.end()
        if first is None and token.group().islower() and not low.endswith(_ADJECTIVES):
            first = token.end()
    return first


def _adjoining(text: str, start: int, ceiling: int) -> Iterator[re.Match[str]]:
    """Give the words that follow one another with nothing but spaces between."""
    at = start
    for token in _TOKEN.finditer(text, start, ceiling):
        if text[at : token.start()].strip(" "):
            return
        at = token.end()
        yield token


def _plural(text: str, start: int, ceiling: int) -> Unit | None:
    """Read the words up to the first plural or collective; a second one may be joined by "and"."""
    end = start
    for count, token in enumerate(_adjoining(text, start, ceiling)):
        low = token.group().casefold()
        if count == _LONGEST or low in function_words() or (count == 0 and token.start() > start):
            break
        if (_is_counted(low) and _is_measure(token.group())) or _is_people(text, token):
            end = token.end()
            if not (low in counted_words() and _plural_follows(text, end, ceiling)):
                break
        elif low in number_words():
            return None
    if end == start:
        return _single(text, start, ceiling)
    joined = _CONJOINED.match(text, end, ceiling)
    if joined is not None:
        end = _second(text, joined.end(), ceiling) or end
    return Unit(end, text[start:end])


def _is_counted(low: str) -> bool:
    return _is_plural(low) or low in counted_words()


def _is_plural(low: str) -> bool:
    if len(low) < 4 or low.endswith(("ss", "us", "is", "'s", "’s")) or low in month_words() or low in _NO_PLURALS:
        return False
    return low.endswith(("s", "men", "women"))


def _is_people(text: str, token: re.Match[str]) -> bool:
    """Tell whether the adjective of a state stands for its people ("1.5 million Irish emigrated")."""
    word = token.group()
    if not word[0].isupper() or not is_demonym(word.casefold()):
        return False
    after = _TOKEN.match(text, token.end() + 1)
    low = after.group().casefold() if after is not None and text[token.end() : token.end() + 1] == " " else ""
    return not low or low in function_words() or low.endswith("ed")


def _people(text: str, start: int, ceiling: int) -> Unit | None:
    """Read a people's name that is no plural ("30,000 Guaraní were driven out")."""
    match = _PEOPLE.match(text, start, ceiling)
    return Unit(match.end("name"), match["name"]) if match is not None else None


def _plural_follows(text: str, end: int, ceiling: int) -> bool:
    token = _TOKEN.match(text, end + 1, ceiling)
    return token is not None and text[end] == " " and _is_plural(token.group().casefold())


def _single(text: str, start: int, ceiling: int) -> Unit | None:
    """Read one word before a verb as what is counted, though it does not look like a plural ("400 livestock were")."""
    match = _SINGLE.match(text, start, ceiling)
    if match is None or match.group(1).casefold() in function_words() or text[start].isupper():
        return None
    return Unit(match.end(1), match.group(1))


def _second(text: str, start: int, ceiling: int) -> int | None:
    """Read the second thing counted by the same figure ("7,000 rebels and government soldiers"): two or three words."""
    for count, token in enumerate(_adjoining(text, start, ceiling)):
        low = token.group().casefold()
        if count > 2 or low in function_words() or low in number_words():
            return None
        if _is_counted(low):
            return token.end() if count else None
    return None


@cache
def _subjects() -> re.Pattern[str]:
    nouns = one_of(read_words("counted_subjects"))
    return re.compile(rf"\b(?P<noun>{nouns})\b(?:\sof\s(?:the\s)?(?P<what>[^\W\d_][\w’'-]*s)\b)?", re.IGNORECASE)


def _of_subject(text: str, number: Quantity) -> Unit | None:
    """Read what the subject counts ("the population grew to 24.6 million", "the number of refugees reached 70,000")."""
    if _GROUPED.search(text, number.start, number.end) is None or number.spelled:
        return None
    subject = None
    for match in _subjects().finditer(text, max(0, number.start - _SUBJECT_REACH), number.start):
        subject = match
    if subject is None or _OTHER.search(text, subject.end(), number.start):
        return None
    return Unit(number.end, subject["what"] or subject["noun"])
