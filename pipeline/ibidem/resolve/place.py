"""Where something took place: the places that stand with "in", "at" or "near" in its clause."""

import re
from functools import cache
from itertools import pairwise

from ibidem.cited import Place
from ibidem.document import Document, Mention, Passage
from ibidem.iri import slug
from ibidem.parse.lexicon import function_words, month_words, state_adjectives, treaty_nouns
from ibidem.resolve.mention import ActorIndex, ActorMention
from ibidem.span import Span
from ibidem.story import ActorType
from ibidem.words import read_table, read_words

_LOCATIVE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|outside|into)\s(?:the\s(?:city|town|village|capital|province|region|port)\s(?:of\s)?|the\s(?=Hague\b)"
    r"|the\s(?=[A-Z])|(?:the\s)?(?:(?:north|south|east|west)(?:ern|east|west|eastern|western)?|central)\s(?:of\s)?)?"
    r"(?P<name>[^\W\d_a-z][\w’'-]{1,30}(?:\s(?:[Dd]e\s|[Ll]a\s|am\s|upon\s)?[^\W\d_a-z][\w’'-]{1,30}){0,2})"
)
_WEAK = re.compile(r"into\b")
_MEETING = re.compile(
    r"(?<!of\s)\b(?:[Tt]he|[Tt]his|that)\s(?:\d{4}\s)?(?P<name>[A-Z][\w’'-]{2,30})\s(?=(?:[A-Za-z-]{2,20}\s){0,1}"
    r"(?:[Mm]eeting|[Ss]ummit|[Cc]onference|[Cc]ongress|[Tt]alks|[Nn]egotiations)\b)"
)
_OF_PLACE = r"\s(?:of|at|in)\s(?:the\s)?(?P<name>[^\W\d_a-z][\w’'-]{1,30}(?:\s[^\W\d_a-z][\w’'-]{1,30})?)"
_HELD = re.compile(rf"\b(?:[Cc]ongress|[Cc]onference|[Ss]ummit){_OF_PLACE}")
_SUFFERED = re.compile(
    r"\b(?:[Bb]attle|[Ss]iege|[Bb]ombing|[Cc]apture|[Ff]all|[Oo]ccupation|[Ii]nvasion|[Mm]assacre)" + _OF_PLACE
)
_BORDER = re.compile(
    r"\b(?:on|along|at|across)\sthe\s(?P<name>[^\W\d_a-z][\w’'-]{1,30}(?:\s[^\W\d_a-z][\w’'-]{1,30})?"
    r"\s(?:border|frontier|front|coast))\b"
)
_REACHED = re.compile(
    r"\b(?:(?:visited|toured|entered|seized|captured|occupied|besieged|reached|invaded|bombed)"
    r"|(?:fled|went|travelled|traveled|returned|moved|flew|sailed|retreated|escaped)\s(?:back\s|across\sthe\s[a-z]{4,9}\s)?(?:to|into|for))\s(?:the\s)?"
    r"(?P<name>[^\W\d_a-z][\w’'-]{1,30}(?:\s[^\W\d_a-z][\w’'-]{1,30})?)"
)
_BEFORE = re.compile(
    r"\b(?:in|into|inside|within|throughout|across|near|from|outside)\s(?:the\s)?(?:parts\sof\s)?"
    r"(?:(?:[a-z]{4,5}-?)?(?:north|south|east|west)(?:ern)?\s|central\s|the\s){0,2}$",
    re.IGNORECASE,
)
_BARRED = frozenset({ActorType.PERSON, ActorType.GOVERNMENT_BODY, ActorType.POLITICAL_PARTY, ActorType.MILITARY_UNIT})


_PATTERNS = (_LOCATIVE, _MEETING, _HELD, _BORDER)
_THE = re.compile(r"^(?:[Ii]n|[Aa]t|[Nn]ear|outside|into)\sthe\s$")
_POSSESSIVE = re.compile(r".?[’']s?\s(?=[^\W\d_])")


def is_quoted(text: str, start: int, at: int) -> bool:
    """Tell whether a quotation that opened behind `start` is open at `at`."""
    return text.count("“", start, at) > text.count("”", start, at) or text.count('"', start, at) % 2 == 1


@cache
def _cities() -> frozenset[str]:
    capitals = [city for *_, cities in read_table("states") for city in cities.split(";") if city]
    return frozenset(capitals) | frozenset(read_words("publishing-places"))


@cache
def _regions() -> frozenset[str]:
    return frozenset(read_words("regions"))


def _is_region(name: str) -> bool:
    return name in _regions() or name.casefold() in _regions()


@cache
def _no_places() -> frozenset[str]:
    words = {word for row in read_table("roles") for word in row[0].split()} | set(read_words("organisation-words"))
    peoples = {people for row in read_table("states") for people in row[4].split(";")}
    listed = {word.casefold() for word in words | peoples | set(read_words("no_places"))}
    return frozenset(listed) | function_words() | month_words() | frozenset(treaty_nouns())


def find_place(
    document: Document,
    passage: Passage,
    start: int,
    end: int,
    *,
    actors: ActorIndex,
    near: int | None = None,
    names: tuple[Span, ...] = (),
    event: bool = False,
) -> Place | None:
    """Find the place of what `passage.text[start:end]` reports: a town before a country, then the nearest to `near`.

    In `names` stand no places ("the Final Act of the Congress of Vienna"); of an `event` it may be what was invaded.
    What is a person, a body or a people is no place; where only a state is named as the place, it is the state.
    """
    text = passage.text
    found: list[tuple[int, int, int, int]] = []
    for pattern in (*_PATTERNS, _SUFFERED, _REACHED) if event else _PATTERNS:
        for match in pattern.finditer(text, start, end):
            first, last = match.span("name")
            if _POSSESSIVE.match(text, last - 2, last + 2) or is_quoted(text, start, first):
                continue
            if any(name.contains(passage.span(first, last)) for name in names):
                continue
            last = _name_end(text, first, last)
            rank = 1 if pattern is _BORDER else _rank(passage, text, first, last, actors)
            if rank == 1 and _THE.search(match.group()[: first - match.start()]) and not _is_region(text[first:last]):
                continue
            if rank is not None:
                weak = 2 if _WEAK.match(match.group()) else 0
                distance = 0 if near is None else min(abs(near - first), abs(near - last))
                found.append((rank + weak + (pattern not in (_LOCATIVE, _BORDER)), distance, first, last))
    if not found:
        return None
    _, _, first, last = min(found)
    return make_place(text[first:last], document.mention(passage.span(first, last), passage=passage))


def is_locative(passage: Passage, mention: ActorMention) -> bool:
    """Tell whether a state is named only as the place where something is ("in northern Afghanistan")."""
    at = passage.position(mention.span.start)
    return mention.type is ActorType.STATE and _BEFORE.search(passage.text, max(0, at - 40), at) is not None


def make_place(name: str, mention: Mention) -> Place:
    """Make the place of that name; equal names have equal keys, so that the places of a paper merge."""
    return Place(slug(name), name, (mention,), ("place-locative",))


def merge_places(places: list[Place]) -> tuple[Place, ...]:
    """Merge the places of equal key, mentions in the order of the text."""
    grouped: dict[str, list[Place]] = {}
    for place in places:
        grouped.setdefault(place.key, []).append(place)
    return tuple(_merged(same) for same in grouped.values())


def _merged(same: list[Place]) -> Place:
    mentions = {mention.span: mention for place in same for mention in place.mentions}
    first, last = same[0], same[-1]
    return Place(first.key, first.name, tuple(mentions[span] for span in sorted(mentions)), last.rules)


def _name_end(text: str, first: int, last: int) -> int:
    """Cut a possessive and a month; a name that goes on as no place ("Moscow Conference") is cut to nothing."""
    words = list(re.finditer(r"\S+", text[first:last]))
    for before, word in pairwise(words):
        low = word.group().casefold().strip("’'")
        if low in month_words():
            last = first + before.end()
            break
        if low in _no_places():
            return first
    return last - len(text[first:last]) + len(re.sub(r"[’']s?$", "", text[first:last]))


def _rank(passage: Passage, text: str, first: int, last: int, actors: ActorIndex) -> int | None:
    name = text[first:last]
    if name in _cities():
        return 0
    if (
        len(name) < 3
        or name.isupper()
        or name.casefold() in _no_places()
        or name.split()[0].casefold() in _no_places()
        or name.casefold() in state_adjectives()
        or _POSSESSIVE.search(name)
    ):
        return None
    span = passage.span(first, last)
    named = [
        mention
        for mention in actors.within(passage.span(first, min(len(text), last + 40)))
        if mention.span.start == span.start
    ]
    if any(mention.type in _BARRED or mention.span.end > span.end for mention in named):
        return None
    if any(mention.type is ActorType.STATE for mention in named):
        return 2
    return None if named else 1
