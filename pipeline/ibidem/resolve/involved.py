"""Who acts or is acted on in a clause, and not only stands in a name, a place or an aside."""

import re
from dataclasses import dataclass
from functools import cache

from ibidem.document import Passage
from ibidem.parse.attribution import office_words
from ibidem.parse.lexicon import past_verb
from ibidem.resolve.chain import Reach, actors_before
from ibidem.resolve.mention import ActorIndex, ActorMention
from ibidem.resolve.place import is_locative, is_quoted
from ibidem.span import Span
from ibidem.story import ActorType
from ibidem.words import read_words

_OF = re.compile(
    r"(?P<noun>[^\W\d_]+)\s(?:of|towards?|over|on|about|against)\s(?:the\s)?(?:(?!with\b|and\b|by\b|to\b)[a-z]{3,12}\s){0,2}$"
)
_OFFICE_OF = re.compile(r"(?P<office>[^\W\d_][\w-]{2,24})\sof\s(?:the\s)?$")
_COMPARED = re.compile(r"\b(?:than|as)\s(?:in\s)?(?:the\s)?$")
_POSTED = re.compile(r"\b(?:ambassador|envoy|minister|consul|legation|embassy|mission)\sto\s(?:the\s)?$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?\s[^\W\d_]")
_LED = re.compile(r"\b(?:of|on|in|to|with|for|from|about|towards)\s$")
_ON = re.compile(r",?\s(?:and|or)\s(?:the\s)?|,\s(?:the\s)?")
_TAIL = re.compile(
    r",?\s(?:(?:which|whose|whereby|while|whereas|although|though)|(?:under|by|in|to|from)\swhich)\s|;\s|,\s(?:but|yet)\s"
)
_PRONOUN = re.compile(
    r"(?:(?:and|but|then|later|in\s\w+,?)\s|[^.;:,]{0,40}\s(?=s?he\s))?"
    r"(?:(?P<one>he|she|his|her)|(?P<many>they|their|both|the\s(?:two|three|four|five|six|latter)))\s",
    re.IGNORECASE,
)
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PREDICATE = re.compile(rf"(?:and\s)?(?:[a-z]{{3,12}}ly\s|then\s|later\s)?(?:{past_verb()}|from|to)\s")
_FIRST_VERB = re.compile(rf"\s{past_verb()}\s")
_SHORTEST = 12
"""How much of a clause, in code points, stands at least before an aside that ends it."""
_BARRED = frozenset({ActorType.STATE, ActorType.INTERNATIONAL_ORGANISATION})


@dataclass(frozen=True, slots=True)
class Told:
    """The clause: its range in the passage, where its date stands, and the names that hold no actor."""

    passage: Passage
    start: int
    end: int
    dated: tuple[int, int]
    names: tuple[Span, ...]


def involved(told: Told, actors: ActorIndex, *, place: Span | None, sentence: tuple[int, int]) -> tuple[str, ...]:
    """Give the keys of those who take part in what a clause tells, in the order of their names.

    `place` is where it happened, `sentence` the range before the clause in which a pronoun's antecedent may stand.
    """
    end = _main_end(told)
    reach = Reach(told.passage, told.start, end)
    taking: list[str] = []
    out_until, out = -1, None
    for mention in reach.mentions(actors):
        first, last = reach.at(mention)
        joined = out is mention.type and _ON.fullmatch(told.passage.text, out_until, first) is not None
        if joined or (place is not None and mention.span.overlaps(place)) or _is_aside(told, mention, first, last):
            out_until, out = last, mention.type
            continue
        out = None
        taking.append(mention.actor_key)
    pronoun = _PRONOUN.match(told.passage.text, told.start, end)
    if _PREDICATE.match(told.passage.text, told.start, end):
        verb = _FIRST_VERB.search(told.passage.text, sentence[0], sentence[1])
        subject = actors_before(told.passage, sentence[0], verb.start(), actors=actors) if verb is not None else []
        taking = [*(one.actor_key for one in subject), *taking]
    elif pronoun is not None:
        taking = [*_antecedents(told.passage, sentence, actors, pronoun), *taking]
    return tuple(dict.fromkeys(taking))


def _main_end(told: Told) -> int:
    """End the clause before what follows its date in a clause of its own (", which", ", while")."""
    tail = _TAIL.search(told.passage.text, max(told.start, told.dated[1]), told.end)
    if tail is None or tail.start() - told.start < _SHORTEST:
        return told.end
    return tail.start()


def _is_aside(told: Told, mention: ActorMention, first: int, last: int) -> bool:
    text = told.passage.text
    if any(name.contains(mention.span) for name in told.names) or is_quoted(text, told.start, first):
        return True
    if mention.type not in _BARRED:
        office = _OFFICE_OF.search(text, max(told.start, first - 40), first)
        return office is not None and office["office"].casefold() in office_words()
    if stands_aside(told.passage, mention):
        return True
    if text[first - 1 : first] == "(":
        return True
    owned = _POSSESSIVE.match(text, last, last + 4) is not None
    return owned and (_FIRST_VERB.search(text, told.start, first) or _LED.search(text, told.start, first)) is not None


def stands_aside(passage: Passage, mention: ActorMention) -> bool:
    """Tell whether a state or organisation only says where or which: "in France", "king of Prussia"."""
    first = passage.position(mention.span.start)
    if mention.type not in _BARRED or is_locative(passage, mention):
        return mention.type in _BARRED
    if any(pattern.search(passage.text, max(0, first - 24), first) for pattern in (_POSTED, _COMPARED)):
        return True
    of = _OF.search(passage.text, max(0, first - 50), first)
    return of is not None and of["noun"].casefold() not in _acting_of()


def _antecedents(
    passage: Passage, sentence: tuple[int, int], actors: ActorIndex, pronoun: re.Match[str]
) -> tuple[str, ...]:
    """Give whom "he" or "they" at the beginning of a clause stand for: the first person, or all who are of one sort.

    "The five" are those of one sort, if they are five.
    """
    before = Reach(passage, *sentence).mentions(actors)
    if pronoun["one"]:
        return tuple(item.actor_key for item in before if item.type is ActorType.PERSON)[:1]
    kinds = [item.type for item in before if item.type in (ActorType.PERSON, ActorType.STATE)]
    found = tuple(dict.fromkeys(item.actor_key for item in before if item.type is kinds[0])) if kinds else ()
    count = _COUNTS.get(pronoun["many"].casefold().split()[-1], len(found))
    return found if len(found) == count else ()


@cache
def _acting_of() -> frozenset[str]:
    return frozenset(read_words("acting_of"))
