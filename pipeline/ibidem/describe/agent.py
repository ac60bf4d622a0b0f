"""Agents: who stands behind a text, as author, editor or publisher (FOAF)."""

from collections.abc import Iterator

from ibidem.cited import Agent
from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, generated, matched, texts


def describe_agent(agent: Agent, nodes: Nodes) -> Iterator[Statement]:
    """Describe an agent and its name in parts."""
    node = nodes.node("agent", agent.key)
    yield node, t.A, t.FOAF_PERSON if agent.kind == "person" else t.FOAF_ORGANIZATION
    name = agent.name
    yield from texts(node, (t.FOAF_NAME, name.literal), (t.FAMILY_NAME, name.family), (t.GIVEN_NAME, name.given))
    yield from matched(node, "agent", agent.authority, nodes)
    yield from generated(node, agent.rules, nodes)
