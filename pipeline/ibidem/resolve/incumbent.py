"""Offices and those who hold them: the role that a place gives somebody, and the one whom a bare office means."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ibidem.candidate import Candidate, CandidateKind
from ibidem.parse.lexicon import state_adjectives
from ibidem.record import Actor, Role
from ibidem.span import Span

_WORD = re.compile(r"[^\W_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Incumbents:
    """The roles of a paper's actors; made by `Incumbents.of`."""

    _printed: dict[tuple[int, int], tuple[str, bool]]
    _roles: dict[str, tuple[Role, ...]]
    _held: tuple[tuple[Role, str], ...]
    _names: dict[str, str]

    @classmethod
    def of(cls, cast: tuple[Actor, ...], candidates: Iterable[Candidate]) -> "Incumbents":
        """Index the roles by their holders, and by the places that print them."""
        printed = {}
        for item in candidates:
            if item.kind is CandidateKind.ROLE:
                start, _, end = (item.feature("holder") or "0-0").partition("-")
                printed[int(start), int(end)] = (
                    (item.feature("label") or "").casefold(),
                    item.feature("former") == "yes",
                )
        held = tuple((role, actor.key) for actor in cast for role in actor.roles)
        return cls(printed, {actor.key: actor.roles for actor in cast}, held, {actor.key: actor.name for actor in cast})

    def role_at(self, actor: str, place: Span) -> str | None:
        """Give the role that the actor is given where his name stands."""
        label, former = self._printed.get((place.start, place.end), ("", False))
        fitting = [role for role in self._roles.get(actor, ()) if role.title.casefold() == label]
        exact = [role for role in fitting if role.former == former]
        return (exact or fitting)[0].key if exact or fitting else None

    def holder(self, printed: str) -> str | None:
        """Give the only one who holds the office that a phrase ends with: "the Tajik president"."""
        words = [word.casefold() for word in _WORD.findall(printed)]
        states = {name for word in words if (name := state_adjectives().get(word)) is not None}
        holders = set()
        for role, actor in self._held:
            title = role.title.casefold().removeprefix("the ").split()
            if role.former or words[-len(title) :] != title:
                continue
            of = self._names.get(role.of or "", role.of_printed or "")
            if not states or of in states:
                holders.add(actor)
        return holders.pop() if len(holders) == 1 else None
