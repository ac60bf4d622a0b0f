"""Leave a record without loose ends after decisions: no orphan, no office that its holder has not."""

from dataclasses import replace
from typing import Any

from ibidem.document import Document
from ibidem.record import Record
from ibidem.story import Actor, Quotation


def tidied(document: Document, record: Record, *, before: Record) -> Record:
    """Drop places, agents and works that were referred to before and are no more, and mend speakers' offices."""
    works, agents, places = _referred(before)
    now_works, _, _ = _referred(record)
    kept = tuple(work for work in record.works if work.key in now_works or work.key not in works)
    record = replace(record, works=kept)
    _, now_agents, now_places = _referred(record)
    actors = {actor.key: actor for actor in record.actors}
    return replace(
        record,
        agents=tuple(agent for agent in record.agents if agent.key in now_agents or agent.key not in agents),
        places=tuple(place for place in record.places if place.key in now_places or place.key not in places),
        quotations=tuple(_spoken(document, quotation, actors) for quotation in record.quotations),
    )


def _referred(record: Record) -> tuple[set[Any], set[Any], set[Any]]:
    """Give the keys of the works, agents and places that something else refers to."""
    works = {key for reference in record.references for key in (reference.work, reference.via)}
    works |= {work.container for work in record.works}
    agents = {key for work in record.works for key in (*work.authors, *work.editors, *work.translators, work.publisher)}
    items: tuple[tuple[Any, ...], ...] = (record.works, record.treaties, record.events)
    places = {item.place for group in items for item in group}
    return works, agents, places


def _spoken(document: Document, quotation: Quotation, actors: dict[str, Actor]) -> Quotation:
    """Keep the office in which somebody speaks only if a speaker holds it; else take the nearest in the passage."""
    roles = [role for key in quotation.speakers if key in actors for role in actors[key].roles]
    if quotation.speaker_role in (None, *(role.key for role in roles)):
        return quotation
    start = quotation.mention.span.start
    passage = document.passage_at(start)
    near = [role for role in roles if document.passage_at(role.mention.span.start) == passage]
    chosen = min(near, key=lambda role: abs(role.mention.span.start - start), default=None)
    return replace(quotation, speaker_role=chosen.key if chosen else None)
