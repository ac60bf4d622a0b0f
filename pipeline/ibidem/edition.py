"""What people added to a paper: decisions about places in its text, and checked authorities.

A decision names what it does (`do`), to what (`kind`), where (`exact` with `prefix` and `suffix`), what it
sets (`set`, or `into` for a merge), why, and by whom; docs/curating.md shows each.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml

from ibidem.authority import Authority, Identifier
from ibidem.errors import InputError
from ibidem.iri import SCHEMES, identifier_iri, slug
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
            *("authors", "editors", "pages"),
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
_SETTING = ("correct", "split", "add")
_KEYS = ("do", "kind", "exact", "prefix", "suffix", "set", "into", "why", "by")


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision as written; `changes` are the names and values under `set`, scalars as printed strings."""

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
    root = _compose(path)
    if root is None:
        return ()
    top = _mapping(root, path, known=("by", "decisions"))
    default_by = _scalar(top["by"], path) if "by" in top else ""
    listed = top.get("decisions")
    if listed is None or listed.tag.endswith(":null"):
        return ()
    if not isinstance(listed, yaml.SequenceNode):
        raise _error("`decisions` must be a list: start each with `- do:`", path, listed)
    return tuple(_entry(node, path, default_by=default_by, source=source) for node in listed.value)


def _compose(path: Path) -> yaml.Node | None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        text = path.read_text(encoding="utf-8")
        node: yaml.Node | None = yaml.compose(text, Loader=loader)
        alias = next((event for event in yaml.parse(text, Loader=loader) if isinstance(event, yaml.AliasEvent)), None)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise InputError(f"is not YAML: {error.problem}; mend it there", path=path, line=line, column=column) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(f"is not YAML: {error}; save it as UTF-8 without control characters", path=path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}; mend or remove it", path=path) from None
    if alias is not None:
        raise _error("an alias (`*`) is not read here: write the value out", path, alias)
    return node


def _error(message: str, path: Path, node: yaml.Node | yaml.Event) -> InputError:
    mark = node.start_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (None, None)
    return InputError(message, path=path, line=line, column=column)


def _mapping(node: yaml.Node, path: Path, *, known: tuple[str, ...]) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise _error(f"expected a mapping with {', '.join(known)}", path, node)
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(key.value)
        _known(name, known, path, key, "key")
        if name in found:
            raise _error(f"the key {name!r} stands twice: keep one", path, key)
        found[name] = value
    return found


def _known(name: str, known: tuple[str, ...], path: Path, node: yaml.Node, what: str) -> None:
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
        raise _error(f"unknown {what} {name!r}: {hint}", path, node)


def _scalar(node: yaml.Node, path: Path) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _error("expected a plain value here, not a list or mapping", path, node)
    return str(node.value)


def _plain(node: yaml.Node, path: Path) -> object:
    """Turn YAML into strings, tuples and tuples of pairs: nothing is guessed to be a number or a date."""
    if isinstance(node, yaml.SequenceNode):
        return tuple(_plain(item, path) for item in node.value)
    if isinstance(node, yaml.MappingNode):
        names = tuple(str(key.value) for key, _ in node.value)
        return tuple((name, _plain(value, path)) for name, value in _mapping(node, path, known=names).items())
    empty = node.tag.endswith(":null")
    return "" if empty else str(node.value)


def _entry(node: yaml.Node, path: Path, *, default_by: str, source: str) -> Entry:
    fields = _mapping(node, path, known=_KEYS)
    for needed in ("do", "kind", "exact", "why"):
        if needed not in fields or not fields[needed].value:
            raise _error(f"a decision needs `{needed}`: add it", path, node)
    action, kind = _scalar(fields["do"], path), _scalar(fields["kind"], path)
    settable = dict(SETTABLE)
    _known(action, ACTIONS, path, fields["do"], "action")
    _known(kind, tuple(settable), path, fields["kind"], "kind")
    if ("into" in fields) != (action == "merge"):
        raise _error("a merge, and nothing else, needs `into`: the name of what remains", path, node)
    if bool("set" in fields and fields["set"].value) != (action in _SETTING):
        raise _error(f"{' and '.join(_SETTING)}, and nothing else, need `set`: the values decided", path, node)
    changes = _mapping(fields["set"], path, known=settable[kind]) if "set" in fields else {}
    by = _scalar(fields["by"], path) if "by" in fields else default_by
    if not by:
        raise _error("nobody signs this decision: add `by:` here or at the top of the file", path, node)
    named = ("exact", "prefix", "suffix", "into", "why")
    text = {name: _scalar(fields[name], path) for name in named if name in fields}
    return Entry(
        action=action,
        kind=kind,
        exact=text["exact"],
        prefix=text.get("prefix", ""),
        suffix=text.get("suffix", ""),
        changes=tuple((name, _plain(value, path)) for name, value in changes.items()),
        into=text.get("into"),
        why=text["why"],
        by=by,
        source=source,
        line=node.start_mark.line + 1,
    )


def load_authorities(folder: Path) -> tuple[Authority, ...]:
    """Read seeds/authorities/*.yaml, each a list of entries of one kind: actors, agents, places, treaties, works.

    Raise InputError as `load_decisions` does.
    """
    found: list[Authority] = []
    for name, kind in _FILES:
        path = folder / name
        root = _compose(path) if path.exists() else None
        if root is None:
            continue
        if not isinstance(root, yaml.SequenceNode):
            raise _error("expected a list of entries: start each with `- name:`", path, root)
        found += [_authority(node, path, kind) for node in root.value]
    return tuple(found)


def _authority(node: yaml.Node, path: Path, kind: str) -> Authority:
    fields = _mapping(node, path, known=("name", "type", "names", "identifiers"))
    if "name" not in fields or "identifiers" not in fields:
        raise _error("an authority needs `name` and `identifiers`: add them", path, node)
    listed = fields["identifiers"]
    names = _plain(fields["names"], path) if "names" in fields else ()
    if not isinstance(listed, yaml.SequenceNode) or not isinstance(names, tuple):
        raise _error("`names` and `identifiers` must be lists", path, node)
    name, type_ = _scalar(fields["name"], path), _scalar(fields["type"], path) if "type" in fields else ""
    if type_ not in _TYPES[kind]:
        raise _error(f"the type is one of {', '.join(_TYPES[kind])}", path, fields.get("type", node))
    return Authority(
        key=slug(name),
        kind=kind,
        type=type_,
        name=name,
        names=tuple(str(other) for other in names),
        identifiers=tuple(_identifier(item, path) for item in listed.value),
    )


def _identifier(node: yaml.Node, path: Path) -> Identifier:
    fields = _mapping(node, path, known=("scheme", "value", "method", "date", "confidence"))
    text = {name: _scalar(value, path) for name, value in fields.items()}
    missing = [name for name in ("scheme", "value", "method", "confidence") if not text.get(name)]
    if missing:
        raise _error(f"an identifier needs {', '.join(missing)}: add them", path, node)
    _known(text["scheme"], SCHEMES, path, fields["scheme"], "scheme")
    if text["confidence"] not in ("certain", "probable"):
        raise _error("confidence is `certain` or `probable`", path, node)
    iri = identifier_iri(text["scheme"], text["value"])
    return Identifier(text["scheme"], text["value"], iri, text["method"], text.get("date"), text["confidence"])
