"""Turn what was found into a Record: one resolver a matter, in an order where each can use those before."""

from dataclasses import replace
from itertools import chain

from ibidem.candidate import Candidate
from ibidem.cited import Place
from ibidem.document import Document
from ibidem.edition import Edition
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.record import KeywordGloss, Paper, Record
from ibidem.resolve.acronym import written_out
from ibidem.resolve.actor import resolve_actors
from ibidem.resolve.authority import match_authorities
from ibidem.resolve.citation import resolve_citations
from ibidem.resolve.citation.broken import Story, find_broken
from ibidem.resolve.claim import resolve_claims
from ibidem.resolve.decisions import apply_decisions
from ibidem.resolve.event import resolve_events
from ibidem.resolve.keys import settle_keys
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.quotation import resolve_quotations
from ibidem.resolve.treaty import resolve_treaties


def resolve_candidates(
    document: Document, candidates: tuple[Candidate, ...], *, paper: Paper, edition: Edition
) -> Record:
    """Resolve a paper's candidates into its record, then apply what people decided.

    Every candidate is in the record or in a finding.
    """
    citations = resolve_citations(document, candidates)
    found = resolve_actors(document, candidates, agents=citations.agents)
    citations = replace(citations, agents=written_out(citations.agents, found.actors))
    actors = ActorIndex.of(document, found.actors, meant=found.meant)
    pointers = citations.pointers
    cast = found.actors
    spoken = resolve_quotations(document, candidates, actors=actors, cast=cast, citations=citations, until=paper.date)
    agreed = resolve_treaties(document, candidates, actors=actors, pointers=pointers)
    dated = resolve_events(document, candidates, actors=actors, pointers=pointers, treaties=agreed.treaties)
    counted = resolve_claims(document, candidates, actors=actors, pointers=pointers)
    story = Story(pointers, spoken.quotations, cast)
    broken = find_broken(citations.references, citations.works, citations.agents, story)
    parts = (citations, found, spoken, agreed, dated, counted)
    record = Record(
        paper=paper,
        keywords=_keywords(document),
        pointers=pointers,
        references=citations.references,
        works=citations.works,
        agents=citations.agents,
        places=_one_each((*citations.places, *agreed.places, *dated.places)),
        actors=cast,
        quotations=spoken.quotations,
        treaties=agreed.treaties,
        events=dated.events,
        claims=counted.claims,
        findings=(*chain.from_iterable(part.findings for part in parts), *broken),
        remarks=citations.remarks,
        origins=document.origins,
    )
    record = replace(record, findings=(*record.findings, *_unexpected(record)))
    record = apply_decisions(document, record, edition.entries)
    return settle_keys(match_authorities(record, edition.authorities))


def _one_each(places: tuple[Place, ...]) -> tuple[Place, ...]:
    kept: dict[str, Place] = {}
    for place in places:
        other = kept.get(place.key)
        if other is None:
            kept[place.key] = place
            continue
        mentions = tuple(dict.fromkeys((*other.mentions, *place.mentions)))
        kept[place.key] = replace(other, mentions=mentions, rules=tuple(dict.fromkeys((*other.rules, *place.rules))))
    return tuple(kept.values())


def _keywords(document: Document) -> tuple[KeywordGloss, ...]:
    mentions = [document.mention(keyword.term) for keyword in document.keywords]
    keys = unique_slugs((mention.exact, mention.prefix + mention.suffix) for mention in mentions)
    glosses = [keyword.gloss.of(document.text) if keyword.gloss else None for keyword in document.keywords]
    return tuple(
        KeywordGloss(key, mention.exact, gloss, mention)
        for key, mention, gloss in zip(keys, mentions, glosses, strict=True)
    )


def _unexpected(record: Record) -> tuple[Finding, ...]:
    """Compare with the counts that paper.toml expects."""
    counts = {
        "pointers": len(record.pointers),
        "references": len(record.references),
        "ibid": sum(reference.form == "ibid" for reference in record.references),
        "quotations": len(record.quotations),
        "actors": len(record.actors),
        "treaties": len(record.treaties),
    }
    return tuple(
        Finding(
            Code.EXPECTED_COUNT,
            Severity.WARNING,
            f"paper.toml expects {expected} {name}, {counts.get(name, 0)} were found: correct the count or the paper",
        )
        for name, expected in record.paper.expected
        if counts.get(name, 0) != expected
    )
