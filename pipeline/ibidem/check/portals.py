"""Whether portals would take the descriptions: the shapes that they publish, run over ours."""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ibidem.check.carried import portal
from ibidem.check.opened import Opened, parsed
from ibidem.check.result import IN_SETTINGS, Looked, Problem
from ibidem.finding import Severity
from ibidem.iri import RDF_TYPE

_DCAT_FILE, _SCHEMA_FILE = "dataset.ttl", "dataset-schema.ttl"
_DATASETS = frozenset(
    NamedNode(iri)
    for iri in ("http://www.w3.org/ns/dcat#Dataset", "https://schema.org/Dataset", "http://schema.org/Dataset")
)


def check_nde(opened: Opened) -> Looked:
    """Hold both descriptions against the shapes of the NDE Dataset Register."""
    shapes = portal("nde-dataset-register") / "shacl.ttl"
    problems = [
        problem
        for file in (_DCAT_FILE, _SCHEMA_FILE)
        for problem in _against(opened, file, shapes, since=("http://schema.org/", "https://schema.org/"))
    ]
    return Looked(f"{_DCAT_FILE}, {_SCHEMA_FILE}", tuple(problems))


def check_dcat_ap(opened: Opened) -> Looked:
    """Hold the description against what DCAT-AP demands, and what it recommends."""
    folder = portal("dcat-ap")
    demanded = _against(opened, _DCAT_FILE, folder / "shapes.ttl")
    wished = _against(opened, _DCAT_FILE, folder / "shapes_recommended.ttl", only_wished=True)
    return Looked(_DCAT_FILE, tuple(dict.fromkeys((*demanded, *wished))))


def check_google(opened: Opened) -> Looked:
    """Hold the schema.org description against what Google Dataset Search asks for."""
    shapes = portal("google-dataset-search") / "googleRequired.ttl"
    wrong = _against(opened, _SCHEMA_FILE, shapes, since=("https://schema.org/", "http://schema.org/"))
    return Looked(_SCHEMA_FILE, tuple(wrong))


def _against(
    opened: Opened, file: str, shapes: Path, *, since: tuple[str, str] | None = None, only_wished: bool = False
) -> Iterator[Problem]:
    """Run shapes over a description; `since` rewrites the start of its terms to what the shapes are written for.

    Where a file speaks of no dataset, no shape looks at anything: that is a problem, not a pass.
    """
    from ibidem.validate.foreign import validate_foreign

    quads, problems = parsed(opened, file, RdfFormat.TURTLE)
    yield from problems
    if problems:
        return
    data = [_rewritten(quad, *since) for quad in quads] if since else quads
    where = opened.shown(file)
    if not any(quad.predicate.value == RDF_TYPE and quad.object in _DATASETS for quad in data):
        yield Problem("describes no dataset", where, IN_SETTINGS)
    held = parse(shapes.read_bytes(), format=RdfFormat.TURTLE)
    for result in validate_foreign(data, held):
        if result.severity is not Severity.INFO:
            warning = only_wished or result.severity is Severity.WARNING
            name = result.path.rpartition("/")[2].rpartition("#")[2]
            path = f" ({name})" if name and name not in result.message else ""
            yield Problem(f"{result.message}{path}, of <{result.focus}>", where, IN_SETTINGS, warning=warning)


def _rewritten(quad: Quad, old: str, new: str) -> Quad:
    """Write terms that start one way another way: schema.org is known under http and under https."""
    subject, predicate, value = quad.subject, quad.predicate, quad.object
    if isinstance(value, NamedNode) and value.value.startswith(old):
        value = NamedNode(new + value.value[len(old) :])
    elif isinstance(value, Literal) and value.datatype.value.startswith(old):
        value = Literal(value.value, datatype=NamedNode(new + value.datatype.value[len(old) :]))
    if predicate.value.startswith(old):
        predicate = NamedNode(new + predicate.value[len(old) :])
    return Quad(subject, predicate, value)
