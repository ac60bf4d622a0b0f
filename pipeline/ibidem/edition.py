"""What people added to a paper: decisions about places in its text, and checked authorities.

A decision names what it does (`do`), to what (`kind`), where (`exact` with `prefix` and `suffix`), what it
sets (`set`, or `into` for a merge), why, and by whom; docs/curating.md shows each.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from ibidem.authority import Authority, Identifier
from ibidem.handwritten import check_known, compose, error_at, mapping, plain, scalar
from ibidem.iri import ADDRESS, SCHEMES, identifier_iri, slug
from ibidem.story import ActorType

ACTIONS = ("confirm", "correct", "merge", "split", "add", "reject")
SETTABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("actor", ("name", "type", "printed", "roles")),
    ("quotation", ("category", "speaker", "addressee", "date", "occasion", "pointers", "exact")),
    (
        "treaty",
        (
            *("name", "kind", "date", "place", "status", "pointers", "printed", "refers_to", "provisions", "act"),
            *("acts", "parties", "abstaining", "guarantors", "mediators", "observers", "depositaries", "issuers"),
        ),
    ),
    ("event", ("label", "kind", "date", "place", "actors", "pointers", "exact")),
    ("claim", ("value", "unit", "bound", "about", "said_by", "date", "pointers", "exact")),
    (
        "work",
        (
            *("type", "title", "container", "volume", "issue", "number", "date", "place", "publisher"),
            *("authors", "editors", "pages", "translators", "edition", "series", "url", "doi", "isbn", "accessed"),
            *("archive", "genre", "note"),
        ),
    ),
    ("reference", ("form", "locator", "via", "work", "signal")),
    ("place", ("name",)),
    ("agent", ("name", "family", "given")),
)
"""What a decision may set, by kind."""

_FILES = (
    ("actors.yaml", "actor"),
    ("agents.yaml", "agent"),
    ("places.yaml", "place"),
    ("treaties.yaml", "treaty"),
    ("serials.yaml", "work"),
)
_TYPES: dict[str, tuple[str, ...]] = {
    "actor": tuple(ActorType),
    "agent": ("person", "organisation"),
    "place": ("place",),
    "treaty": ("treaty",),
    "work": ("serial",),
}
_VALUE = re.compile(r"[^\s\x00-\x20\x7f-\x9f<>\"{}|\\^`#?]+")
_OFFSET = re.compile(r"[0-9]{1,12}")
_SETTING = ("correct", "split", "add")
_KEYS = ("do", "kind", "exact", "prefix", "suffix", "at", "set", "into", "why", "by")


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision as written; `changes` are the names and values under `set`, scalars as printed strings.

    `at` is where `exact` starts, in code points of the text as received, where it is given.
    """

    action: str
    kind: str
    exact: str
    prefix: str
    suffix: str
    changes: tuple[tuple[str, object], ...]
    into: str | None
    why: str
    by: str
    source: str
    line: int
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """All that people added to one paper, and what is known across papers."""

    entries: tuple[Entry, ...] = ()
    authorities: tuple[Authority, ...] = ()


def load_decisions(path: Path, *, source: str) -> tuple[Entry, ...]:
    """Read decisions.yaml; no file means no decisions. `source` is the path that findings and data show.

    Raise InputError with line and column for YAML that does not parse, unknown keys (with the nearest
    known one) and values that are missing.
    """
    if not path.exists():
        return ()
    root = compose(path)
    if root is None:
        return ()
    top = mapping(root, path, known=("by", "decisions"))
    default_by = scalar(top["by"], path) if "by" in top else ""
    listed = top.get("decisions")
    if listed is None or listed.tag.endswith(":null"):
        return ()
    if not isinstance(listed, yaml.SequenceNode):
        raise error_at("`decisions` must be a list: start each with `- do:`", path, listed)
    return tuple(_entry(node, path, default_by=default_by, source=source) for node in listed.value)


def _entry(node: yaml.Node, path: Path, *, default_by: str, source: str) -> Entry:
    fields = mapping(node, path, known=_KEYS)
    for needed in ("do", "kind", "exact", "why"):
        if needed not in fields or not fields[needed].value:
            raise error_at(f"a decision needs `{needed}`: add it", path, node)
    action, kind = scalar(fields["do"], path), scalar(fields["kind"], path)
    settable = dict(SETTABLE)
    check_known(action, ACTIONS, path, fields["do"], "action")
    check_known(kind, tuple(settable), path, fields["kind"], "kind")
    if ("into" in fields) != (action == "merge"):
        raise error_at("a merge, and nothing else, needs `into`: the name of what remains", path, node)
    if bool("set" in fields and fields["set"].value) != (action in _SETTING):
        raise error_at(f"{' and '.join(_SETTING)}, and nothing else, need `set`: the values decided", path, node)
    changes = mapping(fields["set"], path, known=settable[kind]) if "set" in fields else {}
    by = scalar(fields["by"], path) if "by" in fields else default_by
    if not by:
        raise error_at("nobody signs this decision: add `by:` here or at the top of the file", path, node)
    named = ("exact", "prefix", "suffix", "into", "why")
    text = {name: scalar(fields[name], path) for name in named if name in fields}
    return Entry(
        action=action,
        kind=kind,
        exact=text["exact"],
        prefix=text.get("prefix", ""),
        suffix=text.get("suffix", ""),
        changes=tuple((name, plain(value, path)) for name, value in changes.items()),
        into=text.get("into"),
        why=text["why"],
        by=by,
        source=source,
        line=node.start_mark.line + 1,
        at=_offset(fields["at"], path) if "at" in fields else None,
    )


def _offset(node: yaml.Node, path: Path) -> int:
    text = scalar(node, path)
    if not _OFFSET.fullmatch(text):
        raise error_at(f"`at` is {text!r}; give the offset of its first letter, a whole number", path, node)
    return int(text)


def load_authorities(folder: Path) -> tuple[Authority, ...]:
    """Read seeds/authorities/*.yaml, each a list of entries of one kind: actors, agents, places, treaties, works.

    Raise InputError as `load_decisions` does.
    """
    found: list[Authority] = []
    for name, kind in _FILES:
        path = folder / name
        root = compose(path) if path.exists() else None
        if root is None:
            continue
        if not isinstance(root, yaml.SequenceNode):
            raise error_at("expected a list of entries: start each with `- name:`", path, root)
        lines: dict[str, int] = {}
        for node in root.value:
            authority, line = _authority(node, path, kind), node.start_mark.line + 1
            other = lines.setdefault(authority.key, line)
            if other != line:
                message = f"{authority.name!r} has the IRI of the entry in line {other}; name one of them otherwise"
                raise error_at(message, path, node)
            found.append(authority)
    return tuple(found)


def _authority(node: yaml.Node, path: Path, kind: str) -> Authority:
    fields = mapping(node, path, known=("name", "type", "names", "identifiers"))
    if "name" not in fields or "identifiers" not in fields:
        raise error_at("an authority needs `name` and `identifiers`: add them", path, node)
    listed = fields["identifiers"]
    names = plain(fields["names"], path) if "names" in fields else ()
    if not isinstance(listed, yaml.SequenceNode) or not isinstance(names, tuple):
        raise error_at("`names` and `identifiers` must be lists", path, node)
    name, type_ = scalar(fields["name"], path), scalar(fields["type"], path) if "type" in fields else ""
    if type_ not in _TYPES[kind]:
        raise error_at(f"the type is one of {', '.join(_TYPES[kind])}", path, fields.get("type", node))
    return Authority(
        key=slug(name),
        kind=kind,
        type=type_,
        name=name,
        names=tuple(str(other) for other in names),
        identifiers=tuple(_identifier(item, path) for item in listed.value),
    )


def _identifier(node: yaml.Node, path: Path) -> Identifier:
    fields = mapping(node, path, known=("scheme", "value", "method", "date", "confidence"))
    text = {name: scalar(value, path) for name, value in fields.items()}
    missing = [name for name in ("scheme", "value", "method", "confidence") if not text.get(name)]
    if missing:
        raise error_at(f"an identifier needs {', '.join(missing)}: add them", path, node)
    check_known(text["scheme"], SCHEMES, path, fields["scheme"], "scheme")
    if text["confidence"] not in ("certain", "probable"):
        raise error_at("confidence is `certain` or `probable`", path, node)
    iri = identifier_iri(text["scheme"], text["value"])
    if not _VALUE.fullmatch(text["value"]) or (iri is not None and not ADDRESS.fullmatch(iri)):
        raise error_at(f"the value {text['value']!r} holds what no identifier does", path, fields["value"])
    return Identifier(text["scheme"], text["value"], iri, text["method"], text.get("date"), text["confidence"])
