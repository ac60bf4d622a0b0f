"""Bring together the places that name one person: full names, surnames, spellings that differ."""

from ibidem.candidate import Candidate
from ibidem.document import Document
from ibidem.finding import Finding
from ibidem.record import Agent
from ibidem.resolve.group import Group, printed_form


def group_persons(
    document: Document, named: list[Candidate], agents: tuple[Agent, ...]
) -> tuple[list[Group], list[Finding]]:
    """Group the candidates of one paper by family name."""
    groups: dict[str, list[Candidate]] = {}
    for item in named:
        groups.setdefault(printed_form(item.exact).split()[-1].casefold(), []).append(item)
    return [_group(family, items, agents) for family, items in groups.items()], []


def _group(family: str, items: list[Candidate], agents: tuple[Agent, ...]) -> Group:
    name = max((printed_form(item.exact) for item in items), key=len)
    cited = {agent.name.literal for agent in agents if (agent.name.family or "").casefold() == family}
    if len(name.split()) == 1 and len(cited) == 1:
        name = next(iter(cited))
    return Group("person", name, tuple(items))
