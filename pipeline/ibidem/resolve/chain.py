"""Actors that stand together in a list: before a verb, or behind "between" and "by"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ibidem.document import Passage
from ibidem.parse.lexicon import function_words, state_adjectives
from ibidem.resolve.mention import ActorIndex, ActorMention
from ibidem.resolve.place import is_locative
from ibidem.story import ActorType
from ibidem.words import read_table, read_words

_REACH = 240
"""How far a list of parties may run, in code points."""
_GAP = 90
_GLUE_WORDS = 8
_FARTHEST = 60
"""How far before its verb the last actor of a subject may end."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ASIDE = re.compile(
    r"\([^()]{0,160}\)"
    r"|,\s(?:on|at|under|in|after|following|upon|despite|by|during|for|through|which|who|whose)\s[^,;.()]{3,90}(?=,)"
)
_OTHER_CLAUSE = re.compile(r"[;:]|\bthat\b|\bwhich\b")
_COUNTED = re.compile(
    r"(?:the\s)?[\w-]+\s(?:[a-z]+\s)?(?:states|countries|nations|powers|governments)\sand\s(?:the\s)?"
)
_APPOSED = re.compile(r"(?:the\s|both\s|its\s|their\s)?(?P<words>(?:[^\W\d_][\w’'-]{1,20}\s){0,4})")


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch of a passage, offsets in the passage, in which actors are looked for."""

    passage: Passage
    start: int
    end: int

    def at(self, mention: ActorMention) -> tuple[int, int]:
        """Give the place of a mention in the passage."""
        return self.passage.position(mention.span.start), self.passage.position(mention.span.end - 1) + 1

    def mentions(self, actors: ActorIndex) -> tuple[ActorMention, ...]:
        """Give the mentions inside, without those that lie inside a longer one."""
        if self.end <= self.start:
            return ()
        longest: list[ActorMention] = []
        for mention in actors.within(self.passage.span(self.start, self.end)):
            # In text order, the longer first: only one that began before can hold this one.
            if not longest or not longest[-1].span.contains(mention.span) or longest[-1].span == mention.span:
                longest.append(mention)
        return tuple(longest)


def actors_before(passage: Passage, start: int, end: int, *, actors: ActorIndex) -> list[ActorMention]:
    """Walk back from a verb at `end` through the actors that commas, "and" and offices join: its subject."""
    text = passage.text
    start = max(start, end - 2 * _REACH)
    reach = Reach(passage, start, end)
    asides = [match.span() for match in _ASIDE.finditer(text, start, end)]
    chain: list[ActorMention] = []
    at = end
    for mention in reversed(reach.mentions(actors)):
        first, last = reach.at(mention)
        if any(left <= first and last <= right for left, right in asides) or is_locative(passage, mention):
            continue
        gap = _ASIDE.sub("", text[last:at])
        if not (_joins(gap) if chain else len(gap) <= _FARTHEST and _OTHER_CLAUSE.search(gap) is None):
            break
        chain.append(mention)
        at = first
    return acting(chain[::-1])


def actors_after(passage: Passage, start: int, end: int, *, actors: ActorIndex) -> list[ActorMention]:
    """Read the list of actors that begins at `start`."""
    return acting(list(_following(Reach(passage, start, min(end, start + _REACH)), actors)))


def _following(reach: Reach, actors: ActorIndex) -> Iterator[ActorMention]:
    at = reach.start
    for index, mention in enumerate(reach.mentions(actors)):
        first, last = reach.at(mention)
        gap = _ASIDE.sub("", reach.passage.text[at:first])
        if not _joins(gap) and not (index == 0 and _apposes(gap)):
            return
        yield mention
        at = last


def acting(chain: list[ActorMention]) -> list[ActorMention]:
    """Leave out the persons and peoples beside states: they only speak for them."""
    if all(mention.type is not ActorType.STATE for mention in chain):
        return chain
    return [mention for mention in chain if mention.type not in (ActorType.PERSON, ActorType.PEOPLE)]


def _apposes(gap: str) -> bool:
    """Tell whether the words before the first actor only say what it is ("by the great powers France and Italy")."""
    if _COUNTED.fullmatch(gap):
        return True
    match = _APPOSED.fullmatch(gap)
    return match is not None and not any(word.casefold() in function_words() for word in match["words"].split())


def _joins(gap: str) -> bool:
    """Tell whether what stands between two actors joins them to one list."""
    if len(gap) > _GAP or _WORD.sub("", gap).strip(" ,\n"):
        return False
    words = [word.casefold() for word in _WORD.findall(gap)]
    return len(words) <= _GLUE_WORDS and all(word in _glue() for word in words)


@cache
def _glue() -> frozenset[str]:
    offices = {word for title, *_ in read_table("roles") for word in title.split()}
    return frozenset(read_words("party_glue")) | offices | frozenset(state_adjectives())
