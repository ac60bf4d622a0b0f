"""Write out the bodies behind works that references name by their letters: "UNDP, Report" of a paper on that body."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ibidem.cited import Agent, Name
from ibidem.story import Actor, ActorType

_RULES = ("agent-written-out",)


def written_out(agents: tuple[Agent, ...], actors: Iterable[Actor]) -> tuple[Agent, ...]:
    """Name an agent that is known by its letters as the paper's text calls the one actor with these letters.

    The text must print the name in full too, with these initials; a name that another agent has is left to that one.
    """
    full: dict[str, dict[str, None]] = {}
    for actor in actors:
        if actor.type is not ActorType.PERSON:
            for letters in dict.fromkeys(_letters_of(actor)):
                full.setdefault(letters, {}).setdefault(actor.name)
    taken = {agent.name.literal for agent in agents}
    return tuple(_named(agent, tuple(full.get(agent.name.literal, ())), taken) for agent in agents)


def _letters_of(actor: Actor) -> Iterator[str]:
    """Give the printed forms that are the initials of another one: "MFA" beside "Ministry of Foreign Affairs"."""
    initials = ["".join(word[0] for word in form.split() if word[0].isupper()) for form in (actor.name, *actor.printed)]
    for form in actor.printed:
        if len(form) > 1 and form.isupper() and form.isalpha() and any(whole.endswith(form) for whole in initials):
            yield form


def _named(agent: Agent, names: tuple[str, ...], taken: set[str]) -> Agent:
    if agent.kind == "person" or len(names) != 1 or names[0] in taken or names[0] == agent.name.literal:
        return agent
    return replace(agent, name=Name(names[0]), rules=(*agent.rules, *_RULES))
