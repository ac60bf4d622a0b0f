"""Who is named where: the mentions of the resolved actors, to be asked by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ibidem.document import Document
from ibidem.span import Span
from ibidem.story import Actor, ActorType


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One place at which an actor is named."""

    span: Span
    actor_key: str
    type: ActorType
    name: str


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """All mentions of a paper's actors; made by `ActorIndex.of`.

    `mentions` are in text order, the longer first where two start together; `_by_end` holds for each
    type (and for None: all) the same mentions by their ends, the longest last among equal ends.
    """

    mentions: tuple[ActorMention, ...]
    _starts: tuple[int, ...]
    _by_end: dict[ActorType | None, tuple[tuple[int, ...], tuple[ActorMention, ...]]]

    @classmethod
    def of(cls, document: Document, actors: Iterable[Actor], *, meant: Iterable[tuple[Span, str]] = ()) -> "ActorIndex":
        """Index the actors' mentions; raise ValueError for one that does not stand in the document's text.

        `meant` are places where an actor, given by key, is meant by an office alone: mentions here, but no printed
        forms of the name.
        """
        known = {actor.key: actor for actor in actors}
        found = [
            ActorMention(mention.span, actor.key, actor.type, actor.name)
            for actor in known.values()
            for mention in actor.mentions
            if _stands(document, mention.span, mention.exact)
        ]
        found += [ActorMention(span, key, known[key].type, known[key].name) for span, key in meant]
        found.sort(key=lambda mention: (mention.span.start, -mention.span.end, mention.actor_key))
        groups: dict[ActorType | None, list[ActorMention]] = {None: list(found)}
        for mention in found:
            groups.setdefault(mention.type, []).append(mention)
        by_end = {kind: _by_end(group) for kind, group in groups.items()}
        return cls(tuple(found), tuple(mention.span.start for mention in found), by_end)

    def within(self, span: Span) -> tuple[ActorMention, ...]:
        """Give the mentions that lie wholly inside the span, in text order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(mention for mention in self.mentions[first:last] if mention.span.end <= span.end)

    def last_before(
        self, offset: int, *, since: int, types: Collection[ActorType] | None = None
    ) -> ActorMention | None:
        """Give the last mention between `since` and `offset`, of the given types only where types are given.

        The last is the one that ends last; of two that end together, the longer.
        """
        kinds: Collection[ActorType | None] = (None,) if types is None else types
        found = [mention for kind in kinds if (mention := self._last(kind, offset, since)) is not None]
        return max(found, key=lambda mention: (mention.span.end, -mention.span.start), default=None)

    def _last(self, kind: ActorType | None, offset: int, since: int) -> ActorMention | None:
        ends, mentions = self._by_end.get(kind, ((), ()))
        at = bisect_right(ends, offset) - 1
        while at >= 0 and ends[at] > since:
            if mentions[at].span.start >= since:
                return mentions[at]
            at -= 1
        return None


def _stands(document: Document, span: Span, exact: str) -> bool:
    if span.of(document.text) != exact:
        raise ValueError(f"the mention {exact!r} does not stand at {span.start} to {span.end}")
    return True


def _by_end(mentions: list[ActorMention]) -> tuple[tuple[int, ...], tuple[ActorMention, ...]]:
    ordered = sorted(mentions, key=lambda mention: (mention.span.end, -mention.span.start, mention.actor_key))
    return tuple(mention.span.end for mention in ordered), tuple(ordered)
