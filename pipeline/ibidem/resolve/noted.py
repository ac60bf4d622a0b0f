"""Who wrote what a note cites: the author of words that the text quotes without saying whose they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from ibidem.cited import Agent, Reference
from ibidem.parse.spelling import fold
from ibidem.resolve.citation import Citations
from ibidem.story import Actor, ActorType
from ibidem.words import read_words

_PHRASE = 40


@dataclass(frozen=True, slots=True)
class Authors:
    """The actors who wrote what the pointers of a paper cite, by the pointer's key; made by `Authors.of`."""

    _by_pointer: dict[str, frozenset[str]]

    @classmethod
    def of(cls, citations: Citations, *, cast: tuple[Actor, ...]) -> "Authors":
        """Follow the pointers to the authors of the works cited who are actors of the paper as well."""
        named = _Names.of(cast)
        agents = {agent.key: named.actor(agent) for agent in citations.agents}
        works = {work.key: [agents.get(author) for author in work.authors] for work in citations.works}
        cited = {item.key: item.work for item in citations.references if not _is_second_hand(item)}
        found: dict[str, frozenset[str]] = {}
        for pointer in citations.pointers:
            behind = [works.get(cited.get(key) or "", []) for key in pointer.references]
            authors = frozenset(author for group in behind for author in group if author is not None)
            if authors and all(any(author is not None for author in group) for group in behind):
                found[pointer.key] = authors
        return cls(found)

    def wrote(self, pointers: Iterable[str]) -> frozenset[str]:
        """Give the actors who wrote all that the notes cite; none where the notes cite others' works too."""
        groups = [self._by_pointer.get(key, frozenset()) for key in pointers]
        return frozenset().union(*groups) if groups and all(groups) else frozenset()


def _is_second_hand(reference: Reference) -> bool:
    """Tell whether a note only says where it found the words: "Quoted in Brown"."""
    near = f"{reference.mention.prefix}{reference.mention.exact[:_PHRASE]}".casefold()
    at = len(reference.mention.prefix)
    return any(0 <= near.find(phrase, max(0, at - len(phrase) - 2)) <= at for phrase in read_words("via-phrases"))


@dataclass(frozen=True, slots=True)
class _Names:
    """The actors of a paper by their names and, the persons among them, by family name; folded."""

    whole: dict[str, set[str]]
    family: dict[str, set[str]]
    given: dict[str, str]

    @classmethod
    def of(cls, cast: tuple[Actor, ...]) -> "_Names":
        whole: dict[str, set[str]] = {}
        family: dict[str, set[str]] = {}
        for actor in cast:
            for form in {fold(form) for form in (actor.name, *actor.printed)}:
                whole.setdefault(form, set()).add(actor.key)
                if actor.type is ActorType.PERSON and form:
                    family.setdefault(form.split()[-1], set()).add(actor.key)
        return cls(whole, family, {actor.key: fold(actor.name)[:1] for actor in cast})

    def actor(self, agent: Agent) -> str | None:
        """Give the only actor that an agent can be."""
        same = self.whole.get(fold(agent.name.literal), set())
        if len(same) == 1:
            return next(iter(same))
        family = fold(agent.name.family or "").split()
        if agent.kind != "person" or not family:
            return None
        initials = {word[:1] for word in fold(agent.name.given or "").split()}
        namesakes = self.family.get(family[-1], set())
        known = [key for key in namesakes if not initials or self._fits(key, initials, family[-1])]
        return known[0] if len(known) == 1 else None

    def _fits(self, key: str, initials: set[str], family: str) -> bool:
        """Tell whether an actor's given name begins with a letter of these: one named by surname alone can have any."""
        return self.given[key] in initials | {family[:1]}
