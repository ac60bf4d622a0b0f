"""Search over names and quotations: an index for the browser, and a register that needs no script."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ibidem.publish.asked import ask_by_paper, grouped
from ibidem.publish.path import href
from ibidem.publish.site.naming import Names, names_of
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.paper.part import Paper, papers
from ibidem.publish.site.when import in_words
from ibidem.publish.site.wording import family_first, folded, in_line, inverted, other_forms
from ibidem.publish.source import Source

INDEX = "search.json"
_OTHER = "Other"
_UNLISTED = ("ibidem:Event", "ibidem:Provision", "ibidem:Quotation")
"""What the index finds, and a register of names leaves out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found: `path` from the root, `forms` other names of it, `also` other words that lead to it.

    `heading` is what it stands under in the register, the empty text for what the register leaves out.
    """

    label: str
    kind: str
    path: str
    heading: str = ""
    forms: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the register: a name, or another printed form with the name that it stands for."""

    text: str
    see: str
    kind: str
    path: str
    paper: str


def write_search(folder: Path, source: Source) -> None:
    """Write the index, and the page that searches it and shows the register."""
    published = papers(source)
    found = {paper.path: tuple(entries(source, paper)) for paper in published}
    titles = {paper.path: paper.title for paper in published}
    (folder / INDEX).write_bytes(msgspec.json.encode(index(found, titles)))
    page = Page(
        path="search.html",
        template="search.html",
        title="Search",
        description="People, works, treaties and quotations, by the words of their names; and a register of all names.",
        section="search",
        scripts=("assets/search.js",),
        styles=("assets/parts.css",),
    )
    write_page(folder, page, source, index=INDEX, register=register(found), titles=titles)


def entries(source: Source, paper: Paper) -> Iterator[Entry]:
    """Give what can be found in a paper, names first, then quotations in the order of the text."""
    names = names_of(source)
    printed = grouped(ask_by_paper(source, "site/mentions").get(paper.iri, ()), "actor")
    authors = grouped(ask_by_paper(source, "site/work-contributors").get(paper.iri, ()), "work")
    unlisted = {names.iri(name) for name in _UNLISTED}
    person, titled = names.iri("ibidem:Person"), set()
    for row in ask_by_paper(source, "site/register").get(paper.iri, ()):
        node, label, path = row["node"], in_line(row["name"]), href(row["node"], source.base)
        if path and node not in titled:
            titled.add(node)
            forms = other_forms(label, [form["words"] for form in printed.get(node, ())])
            by = other_forms(
                label, [*(author["name"] for author in authors.get(node, ())), *_elsewhere(names, node, forms)]
            )
            sorted_as = family_first(label, forms) if row["class"] == person else inverted(row)
            heading = "" if row["class"] in unlisted else sorted_as
            yield Entry(label, names.kind(node)[0], path, heading, forms, by)
    yield from _untitled(source, paper, titled)
    yield from _quotations(source, paper, names)


def _elsewhere(names: Names, node: str, forms: Sequence[str]) -> list[str]:
    """Give the names that something bears in the authority file, and the paper does not print."""
    authority = names.get(node, "schema:sameAs")
    known = [names.label(authority), *names.facts.values(authority, names.iri("skos:altLabel"))] if authority else []
    printed = {form.casefold() for form in forms}
    return [name for name in known if in_line(name).casefold() not in printed]


def _untitled(source: Source, paper: Paper, titled: set[str]) -> Iterator[Entry]:
    """Give the works that have no title of their own: they are called after what they stand in, and their date."""
    for row in ask_by_paper(source, "works").get(paper.iri, ()):
        path = href(row["work"], source.base)
        if path and row["work"] not in titled:
            said = (row["container"] or row["type"], in_words(row["date"]))
            label = in_line(", ".join(filter(None, said)))
            kind = row["type"].replace("-", " ")
            yield Entry(label, kind, path, label, also=other_forms(label, row["authors"].split("; ")))


def _quotations(source: Source, paper: Paper, names: Names) -> Iterator[Entry]:
    for iri, rows in grouped(ask_by_paper(source, "site/speeches").get(paper.iri, ()), "quotation").items():
        path = href(iri, source.base)
        if path:
            speakers = tuple(dict.fromkeys(names.label(row["speaker"]) for row in rows if row["speaker"]))
            yield Entry(in_line(rows[0]["words"]), "quotation", path, also=speakers)


def index(found: Mapping[str, Sequence[Entry]], titles: Mapping[str, str]) -> Mapping[str, object]:
    """Make the index: papers and kinds once, the latter with 1 for names, entries as lists that number them."""
    weights = {entry.kind: int(bool(entry.heading)) for listed in found.values() for entry in listed}
    kinds = {kind: place for place, kind in enumerate(sorted(weights))}
    return {
        "kinds": [[kind, weights[kind]] for kind in kinds],
        "papers": [titles[path] for path in found],
        "entries": [
            [entry.label, kinds[entry.kind], rank, entry.path, *_more((*entry.forms, *entry.also))]
            for rank, listed in enumerate(found.values())
            for entry in listed
        ],
    }


def _more(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if words:
        yield words


def register(found: Mapping[str, Sequence[Entry]]) -> tuple[tuple[str, tuple[Heading, ...]], ...]:
    """Give the names by their first letters, with other printed forms that lead to them from elsewhere."""
    held: dict[str, set[Heading]] = {}
    for paper, listed in found.items():
        for entry in listed:
            first = initial(entry.heading)
            if entry.heading:
                own = Heading(entry.heading, "", entry.kind, entry.path, paper)
                held.setdefault(first, set()).add(own)
                for form in entry.forms:
                    if initial(form) != first:
                        see = Heading(form, entry.heading, entry.kind, entry.path, paper)
                        held.setdefault(initial(form), set()).add(see)
    letters = sorted(held, key=lambda letter: (letter == _OTHER, letter))
    return tuple((letter, tuple(sorted(held[letter], key=_order))) for letter in letters)


def initial(text: str) -> str:
    """Give the capital under which a name stands in a register; one heading takes what begins with no letter."""
    first = next(iter(folded(text)), "")
    letter = unicodedata.normalize("NFKC", first).upper()[:1]
    return letter if letter.isalpha() else _OTHER


def _order(heading: Heading) -> tuple[str, ...]:
    return (folded(heading.text), heading.text, folded(heading.see), heading.kind, heading.path)
