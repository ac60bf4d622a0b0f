"""The notes of a paper as its reading page shows them: what each reference means, and how an Ibid. comes to it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ibidem.brief import shortened
from ibidem.iri import last_part
from ibidem.publish.asked import Row, ask_by_paper
from ibidem.publish.site.naming import Names
from ibidem.publish.site.paper.context import Segment, Text
from ibidem.publish.site.paper.part import Paper
from ibidem.publish.site.paper.woven import HIDDEN, Mark, emphasised, woven
from ibidem.publish.site.when import in_words
from ibidem.publish.source import Source

REFERENCE = "http://purl.org/spar/biro/BibliographicReference"
POINTER = "http://purl.org/spar/c4o/InTextReferencePointer"
_BACK = frozenset({"ibid", "idem"})
_FIRST_WORD = re.compile(r"[^\W\d_]+\.?")
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014", "-----")


@dataclass(frozen=True, slots=True)
class Cited:
    """A work as a note names it."""

    iri: str
    authors: str
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Step:
    """One reference on the way to a work: what is printed, what becomes of the locator, and by which rules.

    No `reasons` are those of the step before; one that `names` the work needs none.
    """

    note: str
    number: str
    printed: Markup
    names: bool
    reasons: tuple[str, ...]
    locator: str


@dataclass(frozen=True, slots=True)
class Reference:
    """What one reference of a note means; `steps` lead to it, this reference first, where it points back.

    `first` is the note (name and number) that names its work in full first, where that is another.
    """

    iri: str
    printed: Markup
    form: str
    work: Cited | None
    locator: str
    position: str
    first: tuple[str, str] | None
    vias: tuple[Cited, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its references; `back` are the markers that lead to it, `printed` its text where it is published."""

    name: str
    number: str
    section: str
    printed: Markup
    references: tuple[Reference, ...]
    back: tuple[str, ...]


class Notes:
    """Make the notes of one paper from what the store says."""

    def __init__(self, source: Source, names: Names, paper: Paper, text: Text) -> None:
        """Gather the references of the paper in the order of the text, and its works."""
        self.names, self.text = names, text
        rows = ask_by_paper(source, "site/passages").get(paper.iri, ())
        self.words = {row["body"]: row["reading"] or row["exact"] for row in rows if row["class"] == REFERENCE}
        self.starts = {row["body"]: int(row["start"]) for row in rows if row["class"] == REFERENCE}
        self.works = {row["work"]: _cited(row) for row in ask_by_paper(source, "works").get(paper.iri, ())}
        self.pointers: dict[str, list[str]] = {}
        self.remarks: dict[tuple[str, str], list[str]] = {}
        self.shown: set[str] = set()
        for row in rows:
            if row["class"] == POINTER:
                if text.holding(int(row["start"]), int(row["end"])):
                    self.shown.add(row["body"])
                denoted = names.facts.values(row["body"], names.iri("c4o:denotes"))
                for reference in denoted:
                    self.pointers.setdefault(reference, []).append(row["body"])
                if not denoted:
                    self.remarks.setdefault(self._place_of(row["body"]), []).append(row["body"])
        self.named: Mapping[str, str] = {reference: self._named(reference) for reference in self.words}
        texts = [segment for segment in text.segments if segment.kind == "note"]
        self.printed = {(segment.section, segment.number): segment for segment in texts}

    def _named(self, reference: str) -> str:
        """Name the note of a reference by the first marker that leads to it; by the reference, where none does."""
        return last_part(self.pointers.get(reference, [reference])[0])

    def marked(self, pointer: str) -> str | None:
        """Name the note that a marker leads to; None where nothing of it is published."""
        denoted = self.names.facts.values(pointer, self.names.iri("c4o:denotes"))
        name = next((self.named[iri] for iri in denoted if iri in self.named), None)
        place = self._place_of(pointer)
        return last_part(self.remarks[place][0]) if name is None and place in self.printed else name

    def _place_of(self, iri: str) -> tuple[str, str]:
        return self._get(iri, "ibidem:section"), self._get(iri, "ibidem:number")

    def notes(self) -> tuple[Note, ...]:
        """Give the notes in order; those without a reference only where their text is published."""
        printed = self.printed
        groups: dict[tuple[str, str], list[str]] = {}
        places: dict[tuple[str, str], int] = {place: segment.start for place, segment in printed.items()}
        for reference in sorted(self.words, key=lambda iri: self.starts[iri]):
            place = self._place_of(reference)
            groups.setdefault(place, []).append(reference)
            places.setdefault(place, self.starts[reference])
        return tuple(
            self._note(place, groups.get(place, []), printed.get(place))
            for place in sorted(places, key=lambda place: places[place])
        )

    def _note(self, place: tuple[str, str], references: list[str], text: Segment | None) -> Note:
        section, number = place
        form = self._get(references[0], "ibidem:form") if references else ""
        found = [pointer for iri in references for pointer in self.pointers.get(iri, ())]
        remarks = [] if references else self.remarks.get(place, [])
        pointers = (pointer for pointer in (*found, *remarks) if pointer in self.shown)
        unnamed = last_part(remarks[0]) if remarks else "-".join(filter(None, ("text", *place)))
        return Note(
            name=self.named[references[0]] if references else unnamed,
            number=number,
            section=section,
            printed=_published(text, form) if text else Markup(""),
            references=tuple(self.reference(reference) for reference in references),
            back=tuple(dict.fromkeys(map(last_part, pointers))),
        )

    def reference(self, iri: str) -> Reference:
        """Say what a reference means."""
        citation = self._citation(iri)
        work = self.names.get(citation, "cito:hasCitedEntity") if citation else None
        vias = self.names.facts.values(citation, self.names.iri("ibidem:via")) if citation else ()
        form, first = self._get(iri, "ibidem:form"), self._get(iri, "ibidem:resolved")
        return Reference(
            iri=iri,
            printed=_printed(self.words[iri], form),
            form=form,
            work=self._work(work),
            locator=self._locator(iri),
            position=self._get(citation, "ibidem:position"),
            first=(self.named[first], self._get(first, "ibidem:number")) if first in self.named else None,
            vias=tuple(found for via in sorted(vias, key=self._place) if (found := self._work(via))),
            steps=tuple(self._steps(iri)) if self._get(iri, "ibidem:antecedent") else (),
        )

    def _steps(self, iri: str) -> Iterator[Step]:
        seen: set[str] = set()
        at: str | None = iri
        last: tuple[str, ...] = ()
        while at and at in self.words and at not in seen:
            seen.add(at)
            before = self.names.get(at, "ibidem:antecedent")
            form, reasons = self._get(at, "ibidem:form"), tuple(self._reasons(at))
            yield Step(
                note=self.named[at],
                number=self._get(at, "ibidem:number"),
                printed=_printed(self.words[at] if at == iri else shortened(self.words[at]), form),
                names=form == "full" and at != iri,
                reasons=() if reasons == last else reasons,
                locator=self._taken(at, before),
            )
            at, last = before, reasons

    def _reasons(self, iri: str) -> Iterator[str]:
        for maker in self.names.facts.values(iri, self.names.iri("prov:wasGeneratedBy")):
            reason = self.names.get(maker, "skos:prefLabel")
            if reason:
                yield reason
            else:
                by = self.names.get(maker, "prov:wasAssociatedWith")
                said = self.names.get(maker, "rdfs:comment") or ""
                yield f"Decided by {self.names.label(by)}: {said}" if by else said

    def _taken(self, iri: str, before: str | None) -> str:
        """Say where the locator of a reference comes from."""
        own, last = self._locator(iri), self._locator(before) if before else ""
        if not own:
            return f"No locator, where note {self._get(before, 'ibidem:number')} has {last}." if before and last else ""
        if before and own == last and not _prints(self.words[iri], own):
            return f"Locator {own}, taken over from note {self._get(before, 'ibidem:number')}."
        replaced = f", in place of {last}" if last and last != own else ""
        return f"Locator {own}, printed here{replaced}."

    def _citation(self, iri: str) -> str | None:
        prop = self.names.iri("ibidem:reference")
        return next((subject for name, subject in self.names.facts.incoming.get(iri, ()) if name == prop), None)

    def _locator(self, iri: str) -> str:
        citation = self._citation(iri)
        return self._get(citation, "ibidem:locator") if citation else ""

    def _get(self, iri: str | None, name: str) -> str:
        return (self.names.get(iri, name) if iri else None) or ""

    def _work(self, iri: str | None) -> Cited | None:
        return self.works.get(iri) or Cited(iri, "", self.names.short(iri), "") if iri else None

    def _place(self, iri: str) -> tuple[int, str]:
        """Order works by where they are printed first."""
        passages = self.names.facts.passages(iri)
        start = self.names.facts.selector(passages[0]).get(self.names.iri("oa:start")) if passages else None
        return (int(start[0].value) if start else 0), iri


def _cited(row: Row) -> Cited:
    title = row["title"] or row["container"] or row["type"].replace("-", " ")
    return Cited(row["work"], row["authors"].replace("; ", ", "), title, in_words(row["date"]))


def _printed(text: str, form: str) -> Markup:
    """Show what is printed, italics without their asterisks, with an Ibid. or Idem, which are set in small capitals."""
    return Markup(str(woven(text, _marks(text, form))).replace(HIDDEN, ""))


def _published(segment: Segment, form: str) -> Markup:
    """Show a note whose text is published, at its place."""
    whole = Mark(0, len(segment.text), "bdi", (), f"at-{segment.start}")
    return woven(segment.text, [whole, *_marks(segment.text, form)])


def _marks(text: str, form: str) -> Iterator[Mark]:
    first = _FIRST_WORD.search(text) if form in _BACK else None
    if first is not None:
        yield Mark(first.start(), first.end(), "abbr")
    yield from emphasised(text)


def _prints(words: str, locator: str) -> bool:
    return locator.translate(_DASHES) in words.translate(_DASHES)
