"""Whether every IRI of the dataset leads to a page and to data that speak of it."""

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode, RdfFormat

from ibidem.check.links import resolved
from ibidem.check.opened import Opened, files, iris, pages, parsed, quads
from ibidem.check.result import Looked, Problem, counted
from ibidem.publish.path import fragment, local
from ibidem.publish.redirect.rule import TURTLE_ONLY

_DATA = ((".ttl", "text/turtle", RdfFormat.TURTLE), (".jsonld", "application/ld+json", RdfFormat.JSON_LD))
_ADVICE = "publish again; where it stays so, no writer of the site knows this kind of IRI"


def check_names(opened: Opened) -> Looked:
    """Look for the page, the Turtle and the JSON-LD of each IRI, each linked from the page, each saying something."""
    named = {iri for quad in quads(opened) for iri in iris(quad) if iri.startswith(opened.base)}
    said = {quad.subject.value for quad in quads(opened) if isinstance(quad.subject, NamedNode)}
    places: dict[str, list[str]] = {}
    for iri in sorted(named):
        path = local(iri, opened.base)
        if path is not None:
            places.setdefault(path, []).append(iri)
    problems = [problem for path, held in places.items() for problem in _of_name(opened, path, held, said)]
    problems += [] if places else [Problem("there is no IRI under the base", opened.shown("index.html"), _ADVICE)]
    return Looked(f"{counted(len(named), 'IRI')} in {counted(len(places), 'page')}", tuple(problems))


def _of_name(opened: Opened, path: str, held: list[str], said: set[str]) -> Iterator[Problem]:
    page = f"{path}.html"
    if page not in files(opened):
        yield Problem(f"there is no page for {held[0]}", opened.shown(page), _ADVICE)
    else:
        yield from _places(opened, page, held)
    for ending, type, format in _DATA:
        if ending != ".ttl" and re.fullmatch(TURTLE_ONLY, path):
            continue
        data = path + ending
        if data not in files(opened):
            yield Problem(f"there is no {type} for {held[0]}", opened.shown(data), _ADVICE)
            continue
        if page in files(opened) and not _linked(opened, page, data, type):
            yield Problem(f'does not link its data: rel="alternate" type="{type}"', opened.shown(page), _ADVICE)
        yield from _speaks(opened, data, format, [iri for iri in held if iri in said])


def _places(opened: Opened, page: str, held: list[str]) -> Iterator[Problem]:
    """Find IRIs with a fragment that their page has no place for."""
    ids = pages(opened)[page].ids
    for iri in held:
        mark = fragment(iri, opened.base)
        if mark and mark not in ids:
            yield Problem(f"has no place for {iri}", opened.shown(page), _ADVICE)


def _linked(opened: Opened, page: str, data: str, type: str) -> bool:
    folder = page.rpartition("/")[0]
    links = (link for link in pages(opened)[page].links if link.rel == "alternate" and link.type == type)
    return any(resolved(page, folder, link.value)[0] == data for link in links)


def _speaks(opened: Opened, data: str, format: RdfFormat, held: list[str]) -> Iterator[Problem]:
    found, problems = parsed(opened, data, format)
    yield from problems
    subjects = {quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)}
    for iri in held if not problems else ():
        if iri not in subjects:
            yield Problem(f"says nothing of {iri}", opened.shown(data), _ADVICE)
            return
