"""Give actors their offices: one role for each title, of whom, former or not; and say who acts by office alone."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from ibidem.candidate import Candidate
from ibidem.document import Document, Mention
from ibidem.edtf import Date
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import slug
from ibidem.parse.state import state_names
from ibidem.resolve.title import same_title, shown_title
from ibidem.span import Span
from ibidem.story import Actor, ActorType, Role


@dataclass(frozen=True, slots=True)
class OfficesGiven:
    """The actors with their roles, and the places where an actor is meant by an office alone (span, key)."""

    actors: tuple[Actor, ...]
    meant: tuple[tuple[Span, str], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Office:
    """A candidate read: `owner` is an actor's key or, where there is none, the text."""

    candidate: Candidate
    title: str
    same: str
    of: str | None
    printed: str | None
    former: bool
    date: Date | None


def give_offices(document: Document, actors: tuple[Actor, ...], candidates: list[Candidate]) -> OfficesGiven:
    """Add the roles of a paper to the actors who hold them.

    A title without an owner is the one with an owner that the same person holds, where there is exactly one.
    """
    places = {(mention.span.start, mention.span.end): actor.key for actor in actors for mention in actor.mentions}
    states = {actor.name: actor.key for actor in actors if actor.type is ActorType.STATE}
    held: dict[str, list[_Office]] = {}
    acting: list[_Office] = []
    findings: list[Finding] = []
    for item in candidates:
        office = _read(document, item, places, states)
        holder = places.get(_range(item.feature("holder")))
        if holder is not None:
            held.setdefault(holder, []).append(office)
        elif item.feature("holder") is None:
            acting.append(office)
        else:
            message = "it is not told who of several holds this office; add the role by a decision"
            findings.append(Finding(Code.ACTOR_AMBIGUOUS, Severity.INFO, message, item.span))
    given = tuple(replace(actor, roles=_roles(document, held.get(actor.key, ()))) for actor in actors)
    named = {actor.key: [mention.span.start for mention in actor.mentions] for actor in actors}
    meant, unnamed = _meant(document, held, acting, named)
    return OfficesGiven((*given, *unnamed), meant, tuple(findings))


def _range(printed: str | None) -> tuple[int, int]:
    start, _, end = (printed or "0-0").partition("-")
    return int(start), int(end)


def _read(document: Document, item: Candidate, places: dict[tuple[int, int], str], states: dict[str, str]) -> _Office:
    owner = _range(item.feature("owner"))
    of = places.get(owner)
    printed = " ".join(document.text[owner[0] : owner[1]].split()) or None
    code = item.feature("states")
    if code and of is None:
        printed = state_names()[code].name
        of = states.get(printed)
    title = item.feature("label") or ""
    former = item.feature("former") == "yes"
    edtf = item.feature("date")
    date = Date(edtf, item.feature("when") or edtf) if edtf else None
    return _Office(item, shown_title(title), same_title(title), of, None if of else printed, former, date)


def _roles(document: Document, offices: list[_Office] | tuple[_Office, ...]) -> tuple[Role, ...]:
    owned: dict[str, dict[tuple[str | None, str | None], None]] = {}
    for office in offices:
        if office.of or office.printed:
            owned.setdefault(office.same, {}).setdefault((office.of, office.printed))
    roles: dict[tuple[str, str | None, str | None, bool], Role] = {}
    for office in offices:
        of, printed = office.of, office.printed
        if not (of or printed) and len(owned.get(office.same, ())) == 1:
            of, printed = next(iter(owned[office.same]))
        identity = (office.same, of, printed, office.former)
        if identity not in roles:
            roles[identity] = _role(document, office, of, printed)
        elif office.date and roles[identity].date is None:
            roles[identity] = replace(roles[identity], date=office.date)
    return tuple(roles.values())


def _role(document: Document, office: _Office, of: str | None, printed: str | None) -> Role:
    item = office.candidate
    mention = document.mention(item.span, passage=document.passage_at(item.span.start))
    key = slug(f"{office.title} {item.span.start}")
    return Role(key, office.title, of, printed, office.date, office.former, mention, (item.found_by,))


def _meant(
    document: Document, held: dict[str, list[_Office]], acting: list[_Office], named: dict[str, list[int]]
) -> tuple[tuple[tuple[Span, str], ...], tuple[Actor, ...]]:
    """Find whom an office that acts without a name means: its only holder in the paper, or somebody unnamed."""
    holders: dict[tuple[str, str | None, str | None], dict[str, None]] = {}
    anyones: dict[str, dict[str, None]] = {}
    for key, offices in held.items():
        for office in offices:
            holders.setdefault((office.same, office.of, office.printed), {}).setdefault(key)
            anyones.setdefault(office.same, {}).setdefault(key)
    meant: list[tuple[Span, str]] = []
    unnamed: dict[tuple[str, str | None, str | None], list[_Office]] = {}
    for office in acting:
        identity = (office.same, office.of, office.printed)
        keys = list(holders.get(identity, ())) if office.of or office.printed else _last_holder(office, anyones, named)
        if len(keys) == 1:
            meant.append((office.candidate.span, keys[0]))
        elif not keys:
            unnamed.setdefault(identity, []).append(office)
    return tuple(meant), tuple(_unnamed(document, offices) for offices in unnamed.values())


def _last_holder(office: _Office, anyones: dict[str, dict[str, None]], named: dict[str, list[int]]) -> list[str]:
    """Give the one of those who hold the office, whosesoever it is, whom the paper named last; nobody, if none does."""
    start = office.candidate.span.start
    last = {key: bisect_left(named[key], start) for key in anyones.get(office.same, ())}
    before = {key: named[key][place - 1] for key, place in last.items() if place}
    return [max(before, key=lambda key: before[key])] if before else list(last)[:1]


def _unnamed(document: Document, offices: list[_Office]) -> Actor:
    """Make an actor of somebody whom the paper names by the office alone."""
    first = offices[0]
    mentions: tuple[Mention, ...] = tuple(
        document.mention(office.candidate.span, passage=document.passage_at(office.candidate.span.start))
        for office in offices
    )
    code = first.candidate.feature("states") or ""
    name = f"{first.title} of {state_names()[code].name}" if code else " ".join(mentions[0].reading.split())
    printed = tuple(dict.fromkeys(" ".join(mention.reading.split()) for mention in mentions))
    role = _role(document, first, first.of, first.printed)
    key = slug(f"{name} {first.candidate.span.start}")
    return Actor(key, ActorType.PERSON, name, printed, mentions, (role,), ("actor-office",))
