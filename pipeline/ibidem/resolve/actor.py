"""Make one actor of all the places that name it, with every printed form and the offices it is given."""

from dataclasses import dataclass

from ibidem.candidate import Candidate, CandidateKind
from ibidem.cited import Agent
from ibidem.document import Document
from ibidem.finding import Finding
from ibidem.iri import unique_slugs
from ibidem.resolve.collective import group_collectives
from ibidem.resolve.group import Group, printed_form
from ibidem.resolve.office import give_offices
from ibidem.resolve.person import group_persons
from ibidem.span import Span
from ibidem.story import Actor, ActorType


@dataclass(frozen=True, slots=True)
class ActorsFound:
    """The actors in the order of their first printing, and what could not be told apart.

    `meant` are the places where an actor is meant by an office alone ("the French president"): no printed
    form of the name, but whoever asks who acts there wants to know.
    """

    actors: tuple[Actor, ...]
    meant: tuple[tuple[Span, str], ...]
    findings: tuple[Finding, ...]


def resolve_actors(document: Document, candidates: tuple[Candidate, ...], *, agents: tuple[Agent, ...]) -> ActorsFound:
    """Make the actors of a paper; `agents` are those behind its references, who name scholars in full."""
    named = sorted(item for item in candidates if item.kind is CandidateKind.ACTOR)
    collectives, findings = group_collectives([item for item in named if item.feature("type") != "person"])
    persons, ambiguous = group_persons([item for item in named if item.feature("type") == "person"], agents)
    groups = sorted((*collectives, *persons), key=lambda group: group.candidates[0].span)
    keys = unique_slugs((group.name, str(group.candidates[0].span.start)) for group in groups)
    offices = sorted(item for item in candidates if item.kind is CandidateKind.ROLE)
    actors = tuple(_actor(document, group, key) for group, key in zip(groups, keys, strict=True))
    given = give_offices(document, actors, offices)
    return ActorsFound(given.actors, given.meant, (*findings, *ambiguous, *given.findings))


def _actor(document: Document, group: Group, key: str) -> Actor:
    mentions = tuple(
        document.mention(item.span, passage=document.passage_at(item.span.start)) for item in group.candidates
    )
    printed = tuple(dict.fromkeys(printed_form(mention.reading) for mention in mentions))
    rules = tuple(dict.fromkeys(item.found_by for item in group.candidates))
    return Actor(key, ActorType(group.type), group.name, printed, mentions, (), (*rules, *group.rules))
