"""The paper itself, and what is known of it only because paper.toml says so."""

from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import NamedNode

from ibidem.cited import Agent, Name, Work
from ibidem.describe import terms as t
from ibidem.describe.date import dated
from ibidem.describe.statement import Nodes, Statement, in_language, links, texts
from ibidem.errors import InputError
from ibidem.iri import digest, slug
from ibidem.record import Record

_RULES = ("paper-toml",)


def complete(record: Record) -> Record:
    """Add the paper's authors and its journal to the agents and works, where they are not among them.

    What is added comes from paper.toml and has no mention in the text.
    """
    agents = {agent.key: agent for agent in record.agents}
    for name in record.paper.authors:
        key = _author_key(name, record)
        agents.setdefault(key, Agent(key, "person", name, (), _RULES))
    works = {work.key: work for work in record.works}
    journal = _journal_key(record)
    if journal is not None and journal not in works:
        works[journal] = _journal(journal, record.paper.journal)
    return replace(record, agents=tuple(agents.values()), works=tuple(works.values()))


def _author_key(name: Name, record: Record) -> str:
    found = (agent.key for agent in record.agents if agent.name.literal.casefold() == name.literal.casefold())
    return next(found, slug(name.literal))


def _journal_key(record: Record) -> str | None:
    """Find the journal among the works that stand alone; another work of the same key is not taken for it."""
    journal = record.paper.journal
    if not journal:
        return None
    alone = [work for work in record.works if work.title and not work.authors and work.container is None]
    found = next((work.key for work in alone if work.title and work.title.casefold() == journal.casefold()), None)
    if found is not None:
        return found
    key = slug(journal)
    taken = any(work.key == key and work.rules != _RULES for work in record.works)
    return f"{key}-{digest(journal)}" if taken else key


def _journal(key: str, title: str | None) -> Work:
    return Work(
        key=key,
        type="periodical",
        authors=(),
        editors=(),
        title=title,
        titles=(),
        container=None,
        volume=None,
        issue=None,
        number=None,
        date=None,
        place=None,
        publisher=None,
        pages=None,
        mentions=(),
        rules=_RULES,
    )


def describe_paper(record: Record, nodes: Nodes) -> Iterator[Statement]:
    """Describe the paper of a completed record; raise InputError where its licence is no IRI."""
    paper = record.paper
    node = nodes.paper
    yield node, t.A, t.RESEARCH_PAPER
    yield from texts(
        node,
        (t.TITLE, paper.title),
        (t.RIGHTS, paper.rights),
        (t.SHA256, paper.sha256),
    )
    yield from in_language(node, paper.language)
    yield from links(node, t.CREATOR, nodes, "agent", (_author_key(name, record) for name in paper.authors))
    yield from links(node, t.PART_OF, nodes, "work", (_journal_key(record),))
    yield from dated(node, paper.date, nodes)
    if paper.license:
        try:
            yield node, t.LICENSE, NamedNode(paper.license)
        except ValueError:
            message = f"the licence {paper.license!r} of {paper.id} is no IRI; give its address, or only `rights`"
            raise InputError(message) from None
