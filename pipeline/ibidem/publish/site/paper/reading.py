"""The reading page of a paper: its text as far as it is published, with what it quotes, names and cites marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ibidem.brief import shortened
from ibidem.iri import last_part
from ibidem.publish.asked import Row, ask_by_paper
from ibidem.publish.path import href
from ibidem.publish.site.naming import Names, names_of
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.paper.context import Segment, Text, texts
from ibidem.publish.site.paper.note import POINTER, Notes
from ibidem.publish.site.paper.part import PARTS, Paper, papers
from ibidem.publish.site.paper.woven import Mark, emphasised, woven
from ibidem.publish.site.representation import alternates
from ibidem.publish.source import Source
from ibidem.words import read_table

QUOTATION = "https://w3id.org/ibidem/ontology#Quotation"
_SHORT = 28
"""How many characters of a quotation stand in the margin, beside its speaker."""

_TITLES = dict(PARTS)
_ASKED = ("ibid-chains", "citations", "quotations")


@dataclass(frozen=True, slots=True)
class Shown:
    """A segment as it is shown: its anchor, its text with marks; `gap` if sentences before it are left out."""

    name: str
    html: Markup
    gap: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what to whom, as pairs of name and link; `role` is the office in which it is said."""

    href: str
    words: str
    reported: bool
    speakers: tuple[tuple[str, str], ...]
    role: str
    addressees: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph: its segments, and who speaks in it; `gap` if sentences before it are left out."""

    kind: str
    segments: tuple[Shown, ...]
    speeches: tuple[Speech, ...]
    gap: bool


def write_reading(folder: Path, source: Source) -> None:
    """Write the reading page of each paper."""
    for paper in papers(source):
        # A paper that was kept from a publication of an earlier version has notes alone.
        reading = Reading(source, paper, texts(source).get(paper.iri) or Text(whole=False, segments=(), starts=()))
        write_page(folder, reading.page(), source, **reading.values())


class Reading:
    """Make the values of a reading page from what the store says."""

    def __init__(self, source: Source, paper: Paper, text: Text) -> None:
        """Gather what stands in the text."""
        self.source, self.paper, self.text = source, paper, text
        self.names: Names = names_of(source)
        self.iri = f"{paper.iri}/reading"
        self.notes = Notes(source, self.names, paper, text)
        self.named: set[str] = set()
        self.beside: set[str] = set()
        self.marked: dict[int, list[Row]] = {}
        for row in ask_by_paper(source, "site/passages").get(paper.iri, ()):
            held = text.holding(int(row["start"]), int(row["end"])) if row["class"] else None
            if held is not None:
                self.marked.setdefault(held.start, []).append(row)

    def page(self) -> Page:
        """Give the head of the page."""
        about = {"@type": "ScholarlyArticle", "@id": self.paper.iri, "name": self.paper.title}
        license = self.names.get(self.iri, "dcterms:license")
        data = {"@context": "https://schema.org/", "@type": "WebPage", "@id": self.iri, "mainEntity": about}
        return Page(
            path=f"{self.paper.path}/reading.html",
            template="reading.html",
            title=f"{_TITLES['reading']}: {self.paper.title}",
            description=f"{self.paper.title}: the text, with what it quotes and cites led back to its sources.",
            section="papers",
            alternates=alternates(f"{self.paper.path}/reading"),
            data={**data, "license": license} if license else data,
            styles=("assets/reading.css",),
            iri=self.iri,
        )

    def values(self) -> dict[str, Any]:
        """Give what the template shows."""
        license = self.names.get(self.iri, "dcterms:license")
        blocks, notes = tuple(self.blocks()), self.notes.notes()
        # What a paper sets over its notes stands over them here.
        over = blocks[-1] if notes and blocks and blocks[-1].kind == "heading" else None
        return {
            "paper": self.paper,
            "part": "reading",
            "parts": PARTS,
            "heading": _TITLES["reading"],
            "language": self.language(),
            "whole": self.text.whole,
            "rights": self.names.get(self.iri, "dcterms:rights") or "",
            "license": license if license and href(license, self.source.base) else None,
            "blocks": blocks[:-1] if over else blocks,
            "over": over,
            "notes": notes,
            "near": self.near,
            "asked": [name for name in _ASKED if (self.source.workspace.queries / f"{name}.rq").is_file()],
        }

    def language(self) -> str:
        """Give the code of the paper's language (BCP 47), the empty text where it is that of the page or unknown."""
        name = (self.names.get(self.paper.iri, "dcterms:language") or "").rpartition("/")[2]
        code = next((row[0] for row in read_table("languages") if name and row[1] == name), "")
        return "" if code == self.source.workspace.dataset.language else code

    def near(self, iri: str) -> str:
        """Give the link to an IRI's page from this one."""
        found = href(iri, self.source.base) or ""
        inside = f"{self.paper.path}/"
        return found.removeprefix(inside) if found.startswith(inside) or "://" in found else f"../{found}"

    def blocks(self) -> Iterator[Block]:
        """Give the running text block by block."""
        running = sorted(
            (segment for segment in self.text.segments if segment.kind != "note"), key=lambda segment: segment.position
        )
        last = -1
        for _, group in groupby(running, key=lambda segment: segment.block):
            held = tuple(group)
            shown = []
            asterisks: int | None = 0
            for segment in held:
                gap = not self.text.whole and segment.position > last + 1
                asterisks = None if gap else asterisks
                shown.append(self._shown(segment, gap=gap, apart=asterisks is not None and asterisks % 2 == 0))
                asterisks = None if asterisks is None else asterisks + segment.text.count("*")
                last = segment.position
            speeches = tuple(speech for segment in held for speech in self._speeches(segment))
            yield Block(held[0].kind, tuple(shown), speeches, shown[0].gap)

    def _shown(self, segment: Segment, *, gap: bool, apart: bool) -> Shown:
        rows = self.marked.get(segment.start, ())
        marks = [mark for row in rows for mark in self._marks(row, segment)]
        italics = emphasised(segment.text, apart=apart)
        return Shown(f"at-{segment.start}", woven(segment.text, [*marks, *italics]), gap)

    def _marks(self, row: Row, segment: Segment) -> Iterator[Mark]:
        start, end = segment.at(int(row["start"])), segment.at(int(row["end"]) - 1) + 1
        body, kind = row["body"], row["class"]
        if kind == POINTER:
            yield self._pointer(body, start, end)
        elif kind != QUOTATION:
            # A link where it is named first: more would tire the eye.
            if body not in self.named:
                yield Mark(start, end, "a", (("href", self.near(body)),))
            self.named.add(body)
        else:
            printed = bool(self.names.get(body, "ibidem:marks"))
            yield Mark(start, end, "q" if printed else "u")
            if not self._spoken(body):
                yield Mark(start, end, "a", (("href", self.near(body)),))

    def _pointer(self, body: str, start: int, end: int) -> Mark:
        note = self.notes.marked(body)
        if note is None:
            # Other pages lead to the note: its marker is all that is published of it.
            return Mark(start, end, "span", (), f"note-{last_part(body)}")
        return Mark(start, end, "a", (("href", f"#note-{note}"),), f"pointer-{last_part(body)}")

    def _spoken(self, quotation: str) -> bool:
        """Tell whether it is known who speaks, or to whom: the margin leads to such a quotation."""
        said = ("ibidem:speaker", "ibidem:addressee")
        return any(self.names.facts.values(quotation, self.names.iri(prop)) for prop in said)

    def _speeches(self, segment: Segment) -> Iterator[Speech]:
        for row in self.marked.get(segment.start, ()):
            body = row["body"]
            if row["class"] != QUOTATION or not self._spoken(body):
                continue
            role = self.names.get(body, "ibidem:speakerRole")
            yield Speech(
                href=self.near(body),
                words=shortened(row["reading"] or row["exact"], length=_SHORT),
                reported=not self.names.get(body, "ibidem:marks"),
                speakers=self._people(body, "ibidem:speaker"),
                role=self.names.label(role) if role else "",
                addressees=self._people(body, "ibidem:addressee"),
            )

    def _people(self, quotation: str, prop: str) -> tuple[tuple[str, str], ...]:
        """Give names with links; the margin leads to somebody where it names them first."""
        found = self.names.facts.values(quotation, self.names.iri(prop))
        people = tuple((self.names.label(iri), "" if iri in self.beside else self.near(iri)) for iri in found)
        self.beside.update(found)
        return people
