"""Whether files of JSON and YAML keep the schemas of their owners."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from ibidem.check.carried import elsewhere, portal, read_json
from ibidem.check.opened import Opened, files
from ibidem.check.result import IN_SETTINGS, Looked, NotRun, Problem, counted
from ibidem.errors import InputError

_CITATION, _DATACITE = "CITATION.cff", "datacite.json"
_DATACITE_SCHEMA = "datacite-schema/source/json/kernel-4.3/datacite_4.3_schema.json"
_LINKED_ART, _ANNOTATIONS = "crosswalks/linked-art/", "crosswalks/web-annotation/"
_RECORDS = "mend the query of this view in queries/crosswalks/"
_TESTS = "web-annotation-tests"
_MUSTS = "annotations/annotationMusts.test"
_SHOWN = 160
_IRI = re.compile(r"[^\x00-\x20<>\"{}|\\^`]+")
_PLAIN_WORD = "word"
_WORDS = frozenset({"exact", "prefix", "suffix"})
"""Keys of an annotation whose value is any text."""


def check_cff(opened: Opened) -> Looked:
    """Hold CITATION.cff against the schema of the Citation File Format."""
    import yaml

    where = opened.shown(_CITATION)
    if _CITATION not in files(opened):
        return Looked("", (Problem("is not there", where, "publish again: ibidem publish"),))
    try:
        held = yaml.load((opened.site / _CITATION).read_bytes(), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        return Looked("", (Problem(f"is no YAML: {' '.join(str(error).split())}", where, IN_SETTINGS),))
    schema = read_json(portal("cff") / "schema.json")
    return Looked(_CITATION, tuple(Problem(what, where, IN_SETTINGS) for what in _breaks(schema, _plain(held))))


def _plain(value: Any) -> Any:
    """Write dates as text again, which YAML reads as dates: the format knows text alone."""
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_plain(held) for held in value]
    return value.isoformat() if isinstance(value, date) else value


def check_datacite(opened: Opened) -> Looked | NotRun:
    """Hold the metadata for a DOI against DataCite's schema, which is not carried: its repository names no licence."""
    schema = elsewhere(opened, _DATACITE_SCHEMA, what="the schema of DataCite")
    if isinstance(schema, NotRun):
        return schema
    where = opened.shown(_DATACITE)
    held, problems = _read(opened, _DATACITE)
    wrong = () if problems else _breaks(read_json(schema), held)
    return Looked(_DATACITE, (*problems, *(Problem(what, where, IN_SETTINGS) for what in wrong)))


def check_linked_art(opened: Opened) -> Looked:
    """Hold each record against the schema of its type."""
    folder = portal("linked-art")
    schemas = {path.name: read_json(path) for path in sorted(folder.glob("*.json"))}
    names = [name for name in _records_of(opened, _LINKED_ART) if name.count("/") > _LINKED_ART.count("/")]
    problems: list[Problem] = [] if names else [Problem("holds no record", opened.shown(_LINKED_ART), _RECORDS)]
    for name in names:
        held, wrong = _read(opened, name)
        problems += wrong
        kind = _schema_of(held) if not wrong else None
        if kind is not None:
            validator = _validator_of(tuple(schemas), folder, kind)
            problems += [Problem(what, opened.shown(name), _RECORDS) for what in _said(validator, held)]
        elif not wrong:
            problems.append(Problem("has no type that Linked Art knows", opened.shown(name), _RECORDS))
    return Looked(counted(len(names), "record"), tuple(problems))


_KINDS = {
    **{"Person": "person", "Group": "group", "LinguisticObject": "text", "Place": "place", "Set": "set"},
    **{"HumanMadeObject": "object", "Activity": "provenance", "Event": "event", "Period": "event"},
    **{"DigitalObject": "digital", "VisualItem": "image", "PropositionalObject": "abstract"},
    **{"Type": "concept", "Language": "concept"},
}
"""The schema of each type of record."""


def _schema_of(record: Any) -> str | None:
    kind = record.get("type") if isinstance(record, dict) else None
    return f"{_KINDS[kind]}.json" if kind in _KINDS else None


@lru_cache(maxsize=32)
def _validator_of(names: tuple[str, ...], folder: Path, kind: str) -> Any:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    schemas = {name: read_json(folder / name) for name in names}
    resources = [(schema["$id"], Resource.from_contents(schema)) for schema in schemas.values()]
    resources += [
        (f"https://linked.art/api/1.0/schema/{name}", Resource.from_contents(held)) for name, held in schemas.items()
    ]
    registry: Any = Registry().with_resources(resources)
    return Draft202012Validator(schemas[kind], registry=registry)


def check_annotations(opened: Opened) -> Looked | NotRun:
    """Hold each annotation against what the W3C's own tests say that it must do; they are not carried."""
    tests = elsewhere(opened, _TESTS, what="the test suite of Web Annotation")
    if isinstance(tests, NotRun):
        return tests
    musts = [(name, *_must(tests, name)) for name in read_json(tests / _MUSTS)["assertions"] if isinstance(name, str)]
    names = _records_of(opened, _ANNOTATIONS)
    found: list[tuple[str, Any]] = []
    problems: list[Problem] = []
    for name in names:
        held, wrong = _read(opened, name)
        problems += wrong
        found += [(name, annotation) for annotation in _annotations(held)]
    # What differs in names and words alone is judged once: the suite takes a hundredth of a second for each.
    kinds = {repr(kind): (name, kind) for name, held in found for kind in (_kind(held, opened.base),)}
    for name, annotation in kinds.values():
        for must, validator, valid in musts:
            if validator.is_valid(annotation) != valid:
                what = f"an annotation breaks {must.rpartition('/')[2].removesuffix('.json')}"
                problems.append(Problem(what, opened.shown(name), _RECORDS))
    problems += [] if found else [Problem("holds no annotation", opened.shown(_ANNOTATIONS), _RECORDS)]
    return Looked(f"{counted(len(found), 'annotation')}, {len(musts)} demands", tuple(problems))


@lru_cache(maxsize=256)
def _must(tests: Path, name: str) -> tuple[Any, bool]:
    """Make a test of the suite: what judges, and whether an annotation must be valid by it."""
    from jsonschema import Draft4Validator

    schema = read_json(tests / name)
    return Draft4Validator(schema, registry=_suite(tests)), schema.get("expectedResult", "valid") == "valid"


@lru_cache(maxsize=1)
def _suite(tests: Path) -> Any:
    """Read the schemas of the suite, which call one another by the names of their files."""
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT4

    paths = [*sorted((tests / "definitions").glob("*.json")), *sorted((tests / "annotations").rglob("*.json"))]
    held = {path.name: read_json(path) for path in reversed(paths)}
    resources = ((name, Resource.from_contents(schema, default_specification=DRAFT4)) for name, schema in held.items())
    registry: Any = Registry()
    return registry.with_resources(resources).crawl()


def _annotations(held: Any, context: Any = None) -> Iterator[Any]:
    """Find the annotations of a file, of a page of them, or of a collection; each with the context of the whole."""
    if isinstance(held, list):
        for item in held:
            yield from _annotations(item, context)
    elif isinstance(held, dict):
        context = held.get("@context", context)
        kinds = held.get("type")
        if kinds == "Annotation" or (isinstance(kinds, list) and "Annotation" in kinds):
            yield {"@context": context, **held}
        else:
            for key in ("items", "@graph", "first"):
                yield from _annotations(held.get(key), context)


def _kind(held: Any, base: str) -> Any:
    """Put the same IRI, number and words in the place of all that the suite does not tell apart."""
    if isinstance(held, dict):
        return {
            key: _PLAIN_WORD if key in _WORDS and isinstance(held[key], str) else _kind(held[key], base) for key in held
        }
    if isinstance(held, list):
        return [_kind(item, base) for item in held]
    if isinstance(held, int) and not isinstance(held, bool):
        return min(held, 1)
    return base if isinstance(held, str) and held.startswith(base) and _IRI.fullmatch(held) else held


def _records_of(opened: Opened, folder: str) -> list[str]:
    return sorted(path for path in files(opened) if path.startswith(folder) and path.endswith((".jsonld", ".json")))


def _read(opened: Opened, name: str) -> tuple[Any, tuple[Problem, ...]]:
    where = opened.shown(name)
    if name not in files(opened):
        return None, (Problem("is not there", where, "publish again: ibidem publish"),)
    try:
        return read_json(opened.site / name), ()
    except InputError as error:
        return None, (Problem(error.message, where, "publish again: ibidem publish"),)


def _breaks(schema: Any, held: Any) -> tuple[str, ...]:
    from jsonschema import FormatChecker
    from jsonschema.validators import validator_for

    return _said(validator_for(schema)(schema, format_checker=FormatChecker()), held)


def _said(validator: Any, held: Any) -> tuple[str, ...]:
    """Say each place that breaks a schema, with the most telling of what is wrong there."""
    from jsonschema.exceptions import best_match

    errors = sorted(validator.iter_errors(held), key=lambda error: str(error.json_path))
    found = (best_match([error]) for error in errors)
    return tuple(f"{error.json_path}: {' '.join(error.message.split())[:_SHOWN]}" for error in found)
