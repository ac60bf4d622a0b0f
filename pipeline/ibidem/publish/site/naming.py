"""What things are called on a page: labels of nodes, names of classes, phrases of properties."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ibidem.brief import shortened
from ibidem.dump import prefixes_of
from ibidem.iri import last_part
from ibidem.publish.site.facts import A, Facts, gather
from ibidem.publish.site.when import in_words
from ibidem.publish.source import Source
from ibidem.words import read_table, read_words

_UNNAMED = ("thing", "things")


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called, from what is said of them."""

    facts: Facts
    prefixes: Mapping[str, str]
    classes: tuple[tuple[str, str, str], ...]
    phrases: Mapping[str, tuple[str, str]]
    _labels: dict[str, str] = field(default_factory=dict)

    def iri(self, name: str) -> str:
        """Give the IRI of a prefixed name."""
        prefix, _, local = name.partition(":")
        return self.prefixes[prefix] + local

    def kind(self, subject: str) -> tuple[str, str]:
        """Say what a node is: one of its kind, and many."""
        types = set(self.facts.values(subject, A))
        return next(((one, many) for iri, one, many in self.classes if iri in types), _UNNAMED)

    def phrase(self, prop: str) -> str:
        """Say a property from its subject."""
        return self.phrases.get(prop, (last_part(prop), ""))[0]

    def inverse(self, prop: str) -> str:
        """Say a property from its object; a dash is for what never points to a node."""
        return self.phrases.get(prop, ("", f"{last_part(prop)} of"))[1]

    def label(self, subject: str) -> str:
        """Say what a node is called, in full; the end of its IRI where nothing names it."""
        if subject not in self._labels:
            named = (self.facts.value(subject, self.iri(prop)) for prop in read_words("labels"))
            self._labels[subject] = self._made(subject) or next((name for name in named if name), last_part(subject))
        return self._labels[subject]

    def short(self, subject: str) -> str:
        """Say what a node is called in a few words."""
        return shortened(self.label(subject))

    def _made(self, subject: str) -> str | None:
        """Make the label of what has no name of its own, from what it holds."""
        types = self.facts.values(subject, A)
        maker = next((_MAKERS[name] for name in map(self.prefixed, types) if name in _MAKERS), None)
        return maker(self, subject) if maker else None

    def prefixed(self, iri: str) -> str:
        """Give the prefixed name of an IRI; the IRI where no prefix fits."""
        return next(
            (f"{key}:{iri[len(value) :]}" for key, value in self.prefixes.items() if iri.startswith(value)), iri
        )

    def joined(self, subject: str, name: str) -> str:
        """Give the labels of all values of a property, by its prefixed name."""
        return "; ".join(map(self.label, self.facts.values(subject, self.iri(name))))

    def get(self, subject: str, name: str) -> str | None:
        """Give the first value of a property, by its prefixed name."""
        return self.facts.value(subject, self.iri(name))


def _pointer(names: Names, subject: str) -> str:
    return f"marker {names.get(subject, 'ibidem:number')}"


def _reference(names: Names, subject: str) -> str:
    number = names.get(subject, "ibidem:number")
    position = names.get(subject, "schema:position")
    return f"note {number}, reference {position}" if position else f"note {number}"


def _citation(names: Names, subject: str) -> str:
    reference = names.get(subject, "ibidem:reference")
    work = names.get(subject, "cito:hasCitedEntity")
    return f"{names.label(work) if work else '?'}, in {names.label(reference) if reference else '?'}"


def _work(names: Names, subject: str) -> str | None:
    if names.get(subject, "dcterms:title") or names.get(subject, "dcterms:alternative"):
        return None
    whole = names.get(subject, "frbr:partOf")
    date = names.get(subject, "ibidem:date")
    said = (names.label(part) for part in (whole, date) if part)
    return ", ".join(said) if whole else None


def _date(names: Names, subject: str) -> str | None:
    edtf = names.get(subject, "ibidem:edtf")
    return in_words(edtf) if edtf else None


def _participation(names: Names, subject: str) -> str:
    actor = names.get(subject, "ibidem:participant")
    said = (names.get(subject, "ibidem:capacity"), names.get(subject, "ibidem:act"))
    return ", ".join(part for part in (names.label(actor) if actor else None, *said) if part)


def _contribution(names: Names, subject: str) -> str:
    agent, role = names.get(subject, "pro:isHeldBy"), names.get(subject, "pro:withRole")
    return f"{names.label(agent) if agent else '?'}, {last_part(role or 'contributor')}"


def _quotation(names: Names, subject: str) -> str | None:
    for passage in names.facts.passages(subject):
        said = names.facts.selector(passage)
        words = said.get(names.iri("ibidem:reading")) or said.get(names.iri("oa:exact"))
        if words:
            marked = names.get(subject, "ibidem:marks")
            text = " ".join(words[0].value.split())
            return f"“{text}”" if marked else text
    return None


def _claim(names: Names, subject: str) -> str:
    about = names.get(subject, "schema:about")
    figure = f"{_figure(names.get(subject, 'schema:value'))} {names.get(subject, 'schema:unitText') or ''}".strip()
    return f"{figure} (about {names.label(about)})" if about else figure


def _figure(value: str | None) -> str:
    whole, point, rest = (value or "").partition(".")
    grouped = f"{int(whole):,}" if whole.isascii() and whole.isdigit() else whole
    return grouped + point + rest


def _role(names: Names, subject: str) -> str:
    whole = names.get(subject, "pro:relatesToEntity")
    title = names.get(subject, "skos:prefLabel") or "office"
    of = names.label(whole) if whole else names.get(subject, "ibidem:ofPrinted")
    date = names.get(subject, "ibidem:date")
    said = ", ".join(part for part in (of, names.label(date) if date else None) if part)
    return f"{title} ({said})" if said else title


def _decision(names: Names, subject: str) -> str:
    about = next((_quoted(names, passage) for passage in names.facts.passages(subject)), None)
    action = names.get(subject, "ibidem:action")
    return f"{action} {about}" if action and about else last_part(subject).replace("-", " ")


def _quoted(names: Names, passage: str) -> str | None:
    exact = names.facts.selector(passage).get(names.iri("oa:exact"))
    return f"‘{shortened(exact[0].value)}’" if exact else None


def _passage(names: Names, subject: str) -> str:
    return _quoted(names, subject) or last_part(subject)


def _rule(names: Names, subject: str) -> str:
    return (names.get(subject, "skos:notation") or last_part(subject)).replace("-", " ")


def _identifier(names: Names, subject: str) -> str:
    return f"{names.get(subject, 'adms:schemaAgency')} {names.get(subject, 'skos:notation')}"


_MAKERS: Mapping[str, Callable[[Names, str], str | None]] = {
    "c4o:InTextReferencePointer": _pointer,
    "biro:BibliographicReference": _reference,
    "cito:Citation": _citation,
    "fabio:Work": _work,
    "ibidem:Date": _date,
    "ibidem:Participation": _participation,
    "pro:RoleInTime": _contribution,
    "ibidem:Quotation": _quotation,
    "ibidem:Claim": _claim,
    "ibidem:Role": _role,
    "ibidem:Decision": _decision,
    "oa:Annotation": _passage,
    "ibidem:Rule": _rule,
    "adms:Identifier": _identifier,
}


@lru_cache(maxsize=1)
def names_of(source: Source) -> Names:
    """Make the names of everything that the store holds."""
    prefixes = prefixes_of(source.context)
    plain = Names(gather(source), prefixes, (), {})
    classes = tuple((plain.iri(name), one, many) for name, one, many in read_table("classes"))
    phrases = {plain.iri(name): (forward, inverse) for name, forward, inverse in read_table("phrases")}
    return Names(plain.facts, prefixes, classes, phrases)
