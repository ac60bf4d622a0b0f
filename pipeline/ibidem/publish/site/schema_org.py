"""The schema.org description inside a page: what the crosswalk of that name says of its entity."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ibidem.dump.graph import read_literal
from ibidem.iri import RDF_TYPE
from ibidem.publish.crosswalk.graph import construct
from ibidem.publish.crosswalk.header import load_crosswalks
from ibidem.publish.path import href
from ibidem.publish.site.naming import names_of
from ibidem.publish.source import Source

CROSSWALK = "schema-org"
_NAMESPACE = "https://schema.org/"
_TYPE = f"<{RDF_TYPE}>"
_SEVERAL = 40
"""How many values of a property are given: a page that is read by a search engine needs no more."""

Statements = Mapping[str, Mapping[str, list[str]]]


@lru_cache(maxsize=1)
def _described(source: Source) -> Statements:
    """Ask the crosswalk once for all pages; nothing where the workspace has none of its name."""
    found = (crosswalk for crosswalk in load_crosswalks(source.workspace) if crosswalk.name == CROSSWALK)
    return {
        subject: held
        for crosswalk in found
        for subject, held in construct(source.store, crosswalk, base=source.base).subjects
    }


def schema_org(source: Source, iri: str) -> dict[str, Any]:
    """Describe an entity in the terms of schema.org, as JSON-LD; at least by its name, page and dataset."""
    names = names_of(source)
    path = href(iri, source.base) or ""
    said = _properties(source, f"<{iri}>", inside=False)
    kind = said.pop("@type", "Thing")
    return {
        "@context": _NAMESPACE,
        "@id": iri,
        "@type": kind,
        "name": names.label(iri),
        "url": path if "://" in path else source.address + path,
        **said,
        "subjectOf": {"@type": "Dataset", "@id": f"{source.base}dataset", "name": source.workspace.dataset.title},
    }


def _properties(source: Source, subject: str, *, inside: bool) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for prop, values in _described(source).get(subject, {}).items():
        if prop == _TYPE:
            types = [value[1:-1].removeprefix(_NAMESPACE) for value in values]
            said["@type"] = types[0] if len(types) == 1 else types
        elif prop.startswith(f"<{_NAMESPACE}"):
            shown = [_value(source, value, inside=inside) for value in values[:_SEVERAL]]
            said[prop[1:-1].removeprefix(_NAMESPACE)] = shown[0] if len(shown) == 1 else shown
    return said


def _value(source: Source, value: str, *, inside: bool) -> Any:
    """Write a literal as its text, a node of ours with its name, a part of the entity whole, another by its IRI."""
    if not value.startswith("<"):
        return read_literal(value)[0]
    iri = value[1:-1]
    held = _described(source).get(value)
    if held is None or not iri.startswith(source.base):
        return iri if iri.startswith("http") else {"@id": iri}
    if "#" in iri and not inside:
        return {"@id": iri, **_properties(source, value, inside=True)}
    types = [kind[1:-1].removeprefix(_NAMESPACE) for kind in held.get(_TYPE, ())]
    return {"@type": types[0] if types else "Thing", "@id": iri, "name": names_of(source).label(iri)}
