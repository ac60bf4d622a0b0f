"""What the notes behind a statement tell of it: when it was made, who made it, whose study it stands in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ibidem.cited import Agent, Work
from ibidem.edtf import Date
from ibidem.resolve.citation import Citations
from ibidem.story import Actor, ActorType

_UTTERED = frozenset(
    ["broadcast", "interview", "statement", "speech", "hearing", "manuscript", "personal_communication"]
)
_KEPT = frozenset(["manuscript"])
"""An archive's date is the utterance's only where it is a day."""
_REPORTED = frozenset(
    ["newspaper", "press-digest", "monitoring-report", "wire-report", "article-newspaper", "post-weblog"]
)


@dataclass(frozen=True, slots=True)
class Sources:
    """The works behind the pointers of a paper, by the pointer's key; made by `Sources.of`."""

    _works: dict[str, tuple[Work, ...]]
    _authors: dict[str, Agent]
    _actors: dict[str, Actor]

    @classmethod
    def of(cls, citations: Citations, *, cast: tuple[Actor, ...], until: Date | None = None) -> "Sources":
        """Follow the pointers to the works that their references cite; what is later than `until` counts as undated."""
        by_key = {
            work.key: replace(work, date=None) if until and work.date and work.date.earliest > until.latest else work
            for work in citations.works
        }
        cited = {reference.key: reference.work for reference in citations.references}
        behind = {
            pointer.key: tuple(by_key[work] for key in pointer.references if (work := cited.get(key)) in by_key)
            for pointer in citations.pointers
        }
        return cls(behind, {agent.key: agent for agent in citations.agents}, {actor.key: actor for actor in cast})

    def date_of_utterance(self, pointers: Iterable[str]) -> Date | None:
        """Give when it was said, where the note dates that: in full for a broadcast, the year for a report of it."""
        for work in self._behind(pointers):
            if work.date is not None and work.type in _UTTERED and (work.type not in _KEPT or len(work.date.edtf) > 9):
                return work.date
            if work.date is not None and work.type in _REPORTED and len(work.date.edtf) >= 4:
                return Date(work.date.edtf[:4], work.date.printed)
        return None

    def date_of_study(self, pointers: Iterable[str], speakers: Iterable[str]) -> Date | None:
        """Give the date of the cited work of which one who speaks is an author."""
        names = [self._actors[key] for key in speakers if key in self._actors]
        for work in self._behind(pointers):
            if any(self._is(agent, actor) for agent in self._behind_work(work) for actor in names):
                return work.date
        return None

    def speaker(self, pointers: Iterable[str]) -> str | None:
        """Give the actor whose own statement or interview the note cites."""
        for work in self._behind(pointers):
            if work.type not in ("statement", "interview", "speech"):
                continue
            for agent in self._behind_work(work):
                found = [key for key, actor in self._actors.items() if self._is(agent, actor)]
                if len(found) == 1:
                    return found[0]
        return None

    def _behind(self, pointers: Iterable[str]) -> tuple[Work, ...]:
        return tuple(work for key in pointers for work in self._works.get(key, ()))

    def _behind_work(self, work: Work) -> tuple[Agent, ...]:
        return tuple(self._authors[key] for key in work.authors if key in self._authors)

    def _is(self, agent: Agent, actor: Actor) -> bool:
        names = {actor.name.casefold(), *(form.casefold() for form in actor.printed)}
        if agent.name.literal.casefold() in names:
            return True
        family = (agent.name.family or "").casefold()
        return actor.type is ActorType.PERSON and bool(family) and any(name.split()[-1] == family for name in names)
