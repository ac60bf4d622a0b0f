"""Offices and those who hold them: the role that a place gives somebody, and the one whom a bare office means."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ibidem.candidate import Candidate, CandidateKind
from ibidem.parse.attribution import office_words
from ibidem.parse.lexicon import state_adjectives
from ibidem.resolve.title import same_title
from ibidem.span import Span
from ibidem.story import Actor, Role

_WORD = re.compile(r"[^\W_][\w’'-]*")
_POSTED = re.compile(r"\s(?:at|in)\s(?P<place>[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){0,2})\s?$")


def _is_at(role: Role, place: str) -> bool:
    """Tell whether a place stands right behind the office where it is given: "Consul at Bergen John Smith"."""
    return place.split()[-1] in role.mention.suffix


@dataclass(frozen=True, slots=True)
class Incumbents:
    """The roles of a paper's actors; made by `Incumbents.of`."""

    _printed: dict[tuple[int, int], Candidate]
    _roles: dict[str, tuple[Role, ...]]
    _held: tuple[tuple[Role, str], ...]
    _names: dict[str, str]
    _forms: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, cast: tuple[Actor, ...], candidates: Iterable[Candidate]) -> "Incumbents":
        """Index the roles by their holders, and by the places that print them."""
        printed = {}
        for item in candidates:
            if item.kind is CandidateKind.ROLE:
                start, _, end = (item.feature("holder") or "0-0").partition("-")
                printed[int(start), int(end)] = item
        held = tuple((role, actor.key) for actor in cast for role in actor.roles)
        names = {actor.key: actor.name for actor in cast}
        roles = {actor.key: actor.roles for actor in cast}
        return cls(printed, roles, held, names, {actor.key: actor.printed for actor in cast})

    def role_at(self, actor: str, place: Span) -> str | None:
        """Give the role that the actor is given where his name stands."""
        office = self._printed.get((place.start, place.end))
        if office is None:
            return None
        roles = self._roles.get(actor, ())
        title = same_title(office.feature("label") or "")
        former = office.feature("former") == "yes"
        own = [role for role in roles if role.mention.span == office.span]
        same = [role for role in roles if same_title(role.title) == title]
        same.sort(key=lambda role: role.former != former)
        return next((role.key for role in (*own, *same)), None)

    def is_named(self, actor: str) -> bool:
        """Tell whether a person is printed by name anywhere, and not by an office alone."""
        return any(form.split()[-1].casefold() not in office_words() for form in self._forms.get(actor, ()) if form)

    def holder(self, printed: str, *, near: Sequence[str] = ()) -> str | None:
        """Give the only one who holds the office that a phrase ends with: "the Danish premier".

        Where a place is printed behind the office ("the consul at Bergen"), he is one of whom it is printed too. Of
        several holders it is the first of those `near`, who are named before, the last named first.
        """
        posted = _POSTED.search(printed)
        words = [word.casefold() for word in _WORD.findall(printed[: posted.start()] if posted else printed)]
        states = {name for word in words if (name := state_adjectives().get(word)) is not None}
        holders = set()
        for role, actor in self._held:
            title = role.title.casefold().removeprefix("the ").split()
            if role.former or words[-len(title) :] != title:
                continue
            of = self._names.get(role.of or "", role.of_printed or "")
            if (not states or of in states) and (posted is None or _is_at(role, posted["place"])):
                holders.add(actor)
        if len(holders) > 1:
            return next((actor for actor in near if actor in holders), None)
        return holders.pop() if holders else None
