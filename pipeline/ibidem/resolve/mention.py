"""Who is named where: the mentions of the resolved actors, to be asked by place."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ibidem.document import Document
from ibidem.span import Span
from ibidem.story import Actor, ActorType

_RECENT = 300
"""How many mentions back somebody may be named last whom an office alone means."""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One place at which an actor is named; `press` where it is a periodical."""

    span: Span
    actor_key: str
    type: ActorType
    name: str
    press: bool = False


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """All mentions of a paper's actors; made by `ActorIndex.of`.

    `mentions` are in text order, the longer first where two start together.
    """

    mentions: tuple[ActorMention, ...]
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, actors: Iterable[Actor], *, meant: Iterable[tuple[Span, str]] = ()) -> "ActorIndex":
        """Index the actors' mentions; raise ValueError for one that does not stand in the document's text.

        `meant` are places where an actor, given by key, is meant by an office alone: mentions here, but no printed
        forms of the name.
        """
        known = {actor.key: actor for actor in actors}
        found = [
            ActorMention(mention.span, actor.key, actor.type, actor.name, "actor-press" in actor.rules)
            for actor in known.values()
            for mention in actor.mentions
            if _stands(document, mention.span, mention.exact)
        ]
        found += [ActorMention(span, key, known[key].type, known[key].name) for span, key in meant]
        found.sort(key=lambda mention: (mention.span.start, -mention.span.end, mention.actor_key))
        return cls(tuple(found), tuple(mention.span.start for mention in found))

    def within(self, span: Span) -> tuple[ActorMention, ...]:
        """Give the mentions that lie wholly inside the span, in text order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(mention for mention in self.mentions[first:last] if mention.span.end <= span.end)

    def before(self, offset: int) -> Iterator[ActorMention]:
        """Give the mentions that begin before an offset of the document, the nearest first, a few hundred of them."""
        last = bisect_left(self._starts, offset)
        yield from reversed(self.mentions[max(0, last - _RECENT) : last])


def _stands(document: Document, span: Span, exact: str) -> bool:
    if span.of(document.text) != exact:
        raise ValueError(f"the mention {exact!r} does not stand at {span.start} to {span.end}")
    return True
