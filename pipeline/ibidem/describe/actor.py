"""Actors: who acts in the story that the paper tells."""

from collections.abc import Iterator

from ibidem.describe import terms as t
from ibidem.describe.role import describe_role
from ibidem.describe.statement import Nodes, Statement, generated, links, matched, texts
from ibidem.story import Actor, ActorType

ACTOR_CLASSES = {
    ActorType.PERSON: t.PERSON,
    ActorType.STATE: t.STATE,
    ActorType.INTERNATIONAL_ORGANISATION: t.INTERNATIONAL_ORGANISATION,
    ActorType.POLITICAL_PARTY: t.POLITICAL_PARTY,
    ActorType.ARMED_GROUP: t.ARMED_GROUP,
    ActorType.MILITARY_UNIT: t.MILITARY_UNIT,
    ActorType.GOVERNMENT_BODY: t.GOVERNMENT_BODY,
    ActorType.PEOPLE: t.PEOPLE,
}


def describe_actor(actor: Actor, nodes: Nodes) -> Iterator[Statement]:
    """Describe an actor with its roles."""
    node = nodes.node("actor", actor.key)
    yield node, t.A, t.ACTOR
    yield node, t.A, ACTOR_CLASSES[actor.type]
    yield from texts(node, (t.PREF_LABEL, actor.name))
    yield from links(node, t.HOLDS_ROLE_IN_TIME, nodes, "role", (role.key for role in actor.roles))
    yield from matched(node, "actor", actor.authority, nodes)
    yield from generated(node, actor.rules, nodes)
    for role in actor.roles:
        yield from describe_role(role, nodes)
