"""Give actors their offices: one role for each title, of whom, former or not."""

from dataclasses import replace

from ibidem.candidate import Candidate
from ibidem.document import Document
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import slug
from ibidem.parse.state import state_names
from ibidem.record import Actor, Role


def give_offices(document: Document, actors: list[Actor], offices: list[Candidate]) -> tuple[list[Actor], list[Finding]]:
    """Add the roles of a paper to the actors who hold them."""
    places = {(mention.span.start, mention.span.end): actor.key for actor in actors for mention in actor.mentions}
    states = {actor.name: actor.key for actor in actors if actor.type == "state"}
    held: dict[str, dict[tuple[str, str | None, bool], Role]] = {}
    findings = []
    for item in offices:
        holder = places.get(_range(item.feature("holder")))
        if holder is None:
            message = "an office whose holder is not told; add the role by a decision"
            findings.append(Finding(Code.CANDIDATE_DROPPED, Severity.INFO, message, item.span))
            continue
        role = _role(document, item, places, states)
        held.setdefault(holder, {}).setdefault((role.title.casefold(), role.of or role.of_printed, role.former), role)
    return [replace(actor, roles=tuple(held.get(actor.key, {}).values())) for actor in actors], findings


def _range(printed: str | None) -> tuple[int, int]:
    start, _, end = (printed or "0-0").partition("-")
    return int(start), int(end)


def _role(document: Document, item: Candidate, places: dict[tuple[int, int], str], states: dict[str, str]) -> Role:
    owner = _range(item.feature("owner"))
    of = places.get(owner)
    printed = document.text[owner[0] : owner[1]] or None
    if item.feature("states"):
        name = state_names()[item.feature("states") or ""].name
        of, printed = states.get(name), name
    label = item.feature("label") or ""
    mention = document.mention(item.span, passage=document.passage_at(item.span.start))
    key = slug(f"{label} {item.span.start}")
    return Role(key, label, of, None if of else printed, None, item.feature("former") == "yes", mention, (item.found_by,))
