"""Who acts in a paper: people, and all that is no single person, with what the paper says of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ibidem.iri import identifier_iri
from ibidem.publish.asked import Row, ask_by_paper, grouped
from ibidem.publish.site.naming import names_of
from ibidem.publish.site.paper.part import Paper, papers, write_part
from ibidem.publish.site.when import in_words
from ibidem.publish.site.wording import counted, family_name, folded, other_forms
from ibidem.publish.source import Source

PERSON = "https://w3id.org/ibidem/ontology#Person"


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody holds: `whole` is the IRI of what it is an office of, where the paper tells of that."""

    iri: str
    title: str
    of: str
    whole: str
    former: bool
    date: str


@dataclass(frozen=True, slots=True)
class Identifier:
    """How an authority file calls somebody; `iri` is None where it has no address."""

    scheme: str
    value: str
    iri: str | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with what the paper says; `forms` are other printed names.

    `printed` counts the forms in which the paper prints the name, `said` and `told` count quotations.
    """

    iri: str
    name: str
    kind: str
    kinds: str
    person: bool
    forms: tuple[str, ...]
    offices: tuple[Office, ...]
    printed: int
    said: int
    told: int
    treaties: int
    identifiers: tuple[Identifier, ...]

    @property
    def order(self) -> tuple[str, str, str]:
        """Give what a list sorts by: the family name of people, the name of others."""
        head = family_name(self.name, self.forms) if self.person else self.name
        return (folded(head), folded(self.name), self.iri)


def write_people(folder: Path, source: Source) -> None:
    """Write the page of people and that of states and organisations of each paper."""
    for paper in papers(source):
        actors = actors_of(source, paper)
        people = tuple(actor for actor in actors if actor.person)
        others = tuple(actor for actor in actors if not actor.person)
        write_part(
            folder,
            source,
            paper,
            "people",
            description=f"The {counted(len(people), 'person', 'people')} of whom the paper tells, with their offices.",
            people=people,
        )
        write_part(
            folder,
            source,
            paper,
            "organisations",
            description=f"The {counted(len(others), 'actor', 'actors')} of the paper that are no single people.",
            actors=others,
            groups=tuple(_by_kind(others)),
        )


def actors_of(source: Source, paper: Paper) -> tuple[Actor, ...]:
    """Give the actors of a paper in the order of their names."""
    answers = {name: ask_by_paper(source, f"site/{name}").get(paper.iri, ()) for name in _QUERIES}
    names = names_of(source)
    mentions = grouped(answers["mentions"], "actor")
    offices = grouped(answers["holders"], "actor")
    identifiers = grouped(ask_by_paper(source, "identifiers").get(paper.iri, ()), "node")
    said = _quotations(answers["speeches"], "speaker")
    told = _quotations(answers["speeches"], "addressee")
    treaties = Counter(row["actor"] for row in answers["participants"])
    made = (
        Actor(
            iri=row["actor"],
            name=row["name"],
            kind=names.kind(row["actor"])[0],
            kinds=names.kind(row["actor"])[1],
            person=row["class"] == PERSON,
            forms=other_forms(row["name"], (mention["words"] for mention in mentions.get(row["actor"], ()))),
            offices=tuple(_office(office) for office in offices.get(row["actor"], ())),
            printed=len(mentions.get(row["actor"], ())),
            said=said[row["actor"]],
            told=told[row["actor"]],
            treaties=treaties[row["actor"]],
            identifiers=_identifiers(identifiers.get(row["actor"], ())),
        )
        for row in answers["cast"]
    )
    return tuple(sorted(made, key=lambda actor: actor.order))


_QUERIES = ("cast", "mentions", "holders", "speeches", "participants")


def _quotations(rows: Sequence[Row], column: str) -> Mapping[str, int]:
    pairs = {(row[column], row["quotation"]) for row in rows if row[column]}
    return Counter(actor for actor, _ in pairs)


def _office(row: Row) -> Office:
    former = row["former"] == "true"
    return Office(row["role"], row["title"], row["of"], row["whole"], former, in_words(row["date"]))


def _identifiers(rows: Sequence[Row]) -> tuple[Identifier, ...]:
    found = {(row["scheme"], row["identifier"]): None for row in rows}
    return tuple(Identifier(scheme, value, identifier_iri(scheme, value)) for scheme, value in found)


def _by_kind(actors: Sequence[Actor]) -> Sequence[tuple[str, tuple[Actor, ...]]]:
    held: dict[str, list[Actor]] = {}
    for actor in actors:
        held.setdefault(actor.kinds, []).append(actor)
    return [(kinds, tuple(found)) for kinds, found in sorted(held.items(), key=lambda item: (-len(item[1]), item[0]))]
