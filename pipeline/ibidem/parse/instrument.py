"""The noun phrases that name a treaty, a decree or another instrument, read around their head noun."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ibidem.parse.foreign_name import foreign_before, foreign_end, foreign_topic_end
from ibidem.parse.lexicon import (
    Noun,
    function_words,
    is_demonym,
    month_words,
    one_of,
    past_verb,
    treaty_nouns,
    verb_words,
)
from ibidem.parse.topic import TOKEN, name_end, topic_end
from ibidem.words import read_words

ACRONYM = r"[A-Z]{3,8}(?:[\s-](?:[IVX]{1,4}|\d))?"
"""A pattern for what can be an instrument's acronym."""
_REACH = 140
"""How many code points before and after the head noun belong to its phrase at most."""
_LEFT = 9
"""How many words before the head noun belong to its phrase at most."""
_FURTHER = re.compile(r",?\s(?:of|dated)\s[^,;.()]{0,24}\d{4}(?=\s(?:on|concerning|regarding)\s)")
_NUMBER = re.compile(r"\s(?:No\.?\s?)?(?:\d{1,4}|[IVX]{1,5})(?![\w.,-]*\d|[\w-])(?:\s?\(\d{4}\))?")
_TITLE = re.compile(
    rf"\s[\"“‘*_]?(?P<word>[A-Z][^\W\d_]{{3,20}})(?!\s{past_verb()}\b)(?![\w’'])"
    rf"(?P<more>(?:\s[A-Z][^\W\d_]{{2,15}}){{1,3}}|\s(?!{past_verb()}\b)[a-z]{{4,12}}(?=[.,;)]|\s(?:of\s)?\(?\d))?"
)
_YEAR = re.compile(r"\d{3,4}")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A noun phrase around a treaty noun, offsets in the text read; `start` is behind the determiner.

    `determiner` is in small letters, `'s` for a possessive, empty where none stands; `possessor` is the
    range of the possessive. `core` ends the name, `end` the topic too ("on security", "to form a force").
    """

    start: int
    end: int
    head: int
    core: int
    noun: Noun
    determiner: str
    possessor: tuple[int, int] | None
    capital: bool
    named: bool

    @property
    def bare(self) -> bool:
        """Tell whether nothing but the noun stands there."""
        return self.start == self.head and self.end == self.core and not self.named


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before the head noun: where the phrase starts, its determiner, whether a proper name is in it."""

    start: int
    determiner: str
    possessor: tuple[int, int] | None
    proper: bool


@cache
def _heads() -> re.Pattern[str]:
    opening = r"(?:(?<![\w’'-])|(?<=\b[ldLD][’']))"
    return re.compile(rf"{opening}({one_of(treaty_nouns())})(?![\w]|-\w|[’']s\b)", re.IGNORECASE)


@cache
def _excluded() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(read_words('not_treaties'))})\b", re.IGNORECASE)


@cache
def _determiners() -> frozenset[str]:
    return frozenset(read_words("determiners"))


def find_instruments(text: str, start: int, end: int) -> Iterator[Instrument]:
    """Read the noun phrases of the sentence `text[start:end]` that have a treaty noun as their head, in order."""
    taken = topic = start
    for match in _heads().finditer(text, start, end):
        if match.start() < taken or _is_excluded(text, start, end, match.span()):
            continue
        found = _phrase(text, max(start, taken), end, match)
        if found is not None:
            if found.noun.weight == "body" and found.head < topic:
                # "a treaty of alliance" is one instrument.
                continue
            taken, topic = found.core, found.end
            yield found


@cache
def _signed_acronym() -> re.Pattern[str]:
    name = rf"(?P<%s>{ACRONYM})(?![\w’'-])"
    acts = "signed|ratified|initialled|initialed"
    nouns = one_of(treaty_nouns())
    return re.compile(
        rf"\b(?:{acts}|sign|ratify|(?:signing|signature|ratification)\sof)\s{name % 'object'}"
        rf"(?!\s(?:(?i:{nouns})|[A-Z][a-z]))"
        rf"|(?<![\w-]){name % 'subject'}\s(?:\([^()]{{1,60}}\)\s)?"
        rf"(?:was|is|(?:had|has)\s(?:never\s)?been)\s(?:\w{{3,9}}\s)?(?:{acts})\b"
    )


def signed_acronyms(text: str) -> Iterator[str]:
    """Find the acronyms that were signed or ratified ("SALT I"): each names an instrument."""
    for match in _signed_acronym().finditer(text):
        yield " ".join((match["object"] or match["subject"]).split())


_AGREED = re.compile(
    r"(?P<it>\b[Ii]t\swas\s(?:also\s|further\s|finally\s)?)?(?<!not\s)\bagreed(?=\sto\s(?!the\b|an?\b|this\b|that\b)[a-z]{2,20}\s)"
)


def find_agreed(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Find "agreed to form a joint force" in a sentence: start, end, and whether it is "it was agreed"."""
    for match in _AGREED.finditer(text, start, end):
        last = topic_end(text, match.end(), min(end, match.end() + _REACH))
        if last > match.end():
            yield match.end() - len("agreed"), last, match["it"] is not None


def _is_excluded(text: str, start: int, end: int, head: tuple[int, int]) -> bool:
    near = _excluded().finditer(text, max(start, head[0] - 30), min(end, head[1] + 20))
    return any(match.start() <= head[0] and head[1] <= match.end() for match in near)


def _phrase(text: str, floor: int, ceiling: int, match: re.Match[str]) -> Instrument | None:
    head, tail = match.span()
    noun = treaty_nouns()[" ".join(match.group().casefold().split())]
    if noun.language or foreign_end(text, tail, ceiling, noun) > tail:
        return _foreign(text, floor, ceiling, (head, tail), noun)
    before = _before(text, max(floor, head - _REACH), head, text[head].isupper())
    opens = before.start == head and not text[max(floor, head - _REACH) : head].strip(" \"'“‘([")
    capital = text[head].isupper() and not opens
    naming = capital or noun.weight == "naming"
    core = name_end(text, tail, min(ceiling, tail + _REACH)) if naming else tail
    title = _TITLE.match(text, tail, ceiling) if noun.kind == "decree" and core == tail else None
    if title is not None and not _is_plain(title["word"].casefold()):
        core = title.end("more") if title["more"] else title.end("word")
    number = _NUMBER.match(text, core, ceiling)
    if number is not None and text[head].isupper():
        core = number.end()
    following = TOKEN.match(text, core + 1, ceiling) if text[core : core + 1] == " " else None
    if capital and following is not None and _is_other_name(following.group()):
        return None
    if noun.weight == "naming" and (before.start < head or not text.startswith(" of ", tail, core)):
        return None
    definite = before.determiner == "the"
    named = core > tail or (before.proper and (capital or definite) and (definite or not noun.plural))
    end = core if core > tail else _topic_end(text, core, ceiling, capital)
    return Instrument(before.start, end, head, core, noun, before.determiner, before.possessor, capital, named)


def _foreign(text: str, floor: int, ceiling: int, head: tuple[int, int], noun: Noun) -> Instrument | None:
    """Read a phrase in another language than English: named by what follows, or by a place before it."""
    start, determiner, proper = foreign_before(text, floor, head[0], noun)
    core = foreign_end(text, head[1], ceiling, noun)
    named = core > head[1] or (proper and not noun.plural)
    if noun.weight == "naming" and not named:
        return None
    capital = text[head[0]].isupper() and noun.language != "de"
    end = core if core > head[1] else foreign_topic_end(text, core, ceiling)
    return Instrument(start, end, head[0], core, noun, determiner, None, capital or named, named)


def _topic_end(text: str, core: int, ceiling: int, capital: bool) -> int:
    end = topic_end(text, core, min(ceiling, core + _REACH), capital=capital)
    further = _FURTHER.match(text, end, min(ceiling, end + _REACH)) if end > core else None
    return end if further is None else max(end, topic_end(text, further.end(), min(ceiling, end + _REACH)))


def _is_plain(low: str) -> bool:
    return low in function_words() or low in month_words()


def _is_other_name(word: str) -> bool:
    """Tell whether the word behind the noun makes it part of a longer name ("Treaty Organization")."""
    bare = word.casefold()
    return word[0].isupper() and not _is_plain(bare) and not bare.startswith(("art", "nr"))


def _before(text: str, floor: int, head: int, capital: bool) -> _Before:
    """Walk left from the head, word by word, to the determiner, or to where the phrase can begin without one."""
    tokens = list(TOKEN.finditer(text, floor, head))[-_LEFT:]
    start, proper, loose, small, edge = head, False, False, 0, head
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        word, low = token.group(), token.group().casefold()
        if text[token.end() : edge].strip(" ") or edge - token.end() > 2:
            break
        if low in _determiners():
            return _Before(start, low, None, proper)
        if _is_possessive(low) and not (capital and word[0].isupper() and start <= edge and not loose):
            return _Before(start, "'s", token.span(), proper)
        edge = token.start()
        if low == "and" and capital and not loose and index > 0 and tokens[index - 1].group()[0].isupper():
            continue
        if low in function_words() or low in verb_words() or (word.islower() and low.endswith("ly")):
            break
        if word[0].isupper():
            start = start if loose else edge
            names = capital or (small < 2 and not is_demonym(low))
            proper = proper or (names and not loose and low not in month_words())
        elif capital and not _YEAR.fullmatch(word) and "-" not in word:
            loose = True
        elif not loose:
            start, small = edge, small + 1
    else:
        return _Before(start, "", None, proper)
    kept = _from_capital(text, start, head)
    return _Before(kept, "", None, proper and kept < head)


def _is_possessive(low: str) -> bool:
    return low.endswith(("'s", "’s", "s'", "s’"))


def _from_capital(text: str, start: int, head: int) -> int:
    """Without a determiner, drop the small words that open the phrase: they may be a verb."""
    return next((token.start() for token in TOKEN.finditer(text, start, head) if not token.group()[0].islower()), head)
