"""Whether the ontology says what registries of vocabularies ask for."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat

from ibidem.check.opened import Opened, files, pages, parsed
from ibidem.check.result import Looked, Problem, counted
from ibidem.iri import ONTOLOGY, RDF_TYPE
from ibidem.publish.path import VOCABULARY
from ibidem.words import read_table

_TURTLE, _JSON, _PAGE = (f"{VOCABULARY}{ending}" for ending in (".ttl", ".jsonld", ".html"))
_NAME = ONTOLOGY.removesuffix("#")
_SPACE = "http://purl.org/vocab/vann/preferredNamespaceUri"
_OWL = "http://www.w3.org/2002/07/owl#"
_KINDS = frozenset(f"{_OWL}{kind}" for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"))
_ADVICE = "say it in ontology/ibidem.ttl, and publish again"
_WRITTEN = "publish again: ibidem publish"

Said = dict[str, dict[str, list[str]]]


def check_ontology(opened: Opened) -> Looked:
    """Ask each question of the table, of what a client gets at the ontology's IRI: Turtle, JSON-LD and a page."""
    turtle, problems = parsed(opened, _TURTLE, RdfFormat.TURTLE)
    json, wrong = parsed(opened, _JSON, RdfFormat.JSON_LD)
    found: list[Problem] = [*problems, *wrong]
    where = opened.shown(_TURTLE)
    said = _said(turtle)
    terms = sorted(
        name for name, held in said.items() if name.startswith(ONTOLOGY) and _KINDS & set(held.get(RDF_TYPE, ()))
    )
    questions = read_table("ontology-questions")
    if turtle:
        if f"{_OWL}Ontology" not in said.get(_NAME, {}).get(RDF_TYPE, ()):
            found.append(Problem(f"does not say that <{_NAME}> is an ontology", where, _ADVICE))
        spaces = said.get(_NAME, {}).get(_SPACE, [ONTOLOGY])
        if spaces != [ONTOLOGY]:
            found.append(Problem(f"says the namespace {' '.join(spaces)}, not {ONTOLOGY}", where, _ADVICE))
        found += [problem for question in questions for problem in _asked(question, said, terms, where)]
        if json and set(turtle) != set(json):
            found.append(Problem("says other things than the Turtle", opened.shown(_JSON), _WRITTEN))
    found += _page(opened, terms)
    return Looked(f"{counted(len(questions), 'question')}, {counted(len(terms), 'term')}", tuple(found))


def _said(quads: list[Quad]) -> Said:
    said: Said = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            value = quad.object.value if hasattr(quad.object, "value") else ""
            said.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(value)
    return said


def _asked(question: tuple[str, ...], said: Said, terms: list[str], where: str) -> Iterator[Problem]:
    name, weight, of, properties, words = question
    nodes = terms if of == "term" else [_NAME]
    silent = [node for node in nodes if not any("".join(said.get(node, {}).get(iri, ())) for iri in properties.split())]
    if not nodes:
        yield Problem("defines no term", where, _ADVICE)
    elif silent:
        more = f", as {counted(len(silent) - 1, 'other')}" if len(silent) > 1 else ""
        what = f"{words} [{name}] Not {silent[0].removeprefix(ONTOLOGY) if of == 'term' else 'so'}{more}"
        yield Problem(what, where, _ADVICE, warning=weight != "must")


def _page(opened: Opened, terms: list[str]) -> Iterator[Problem]:
    where = opened.shown(_PAGE)
    if _PAGE not in files(opened):
        yield Problem("is not there", where, _WRITTEN)
        return
    for term in terms:
        if term.removeprefix(ONTOLOGY) not in pages(opened)[_PAGE].ids:
            yield Problem(f"does not explain {term.removeprefix(ONTOLOGY)}", where, _WRITTEN)
