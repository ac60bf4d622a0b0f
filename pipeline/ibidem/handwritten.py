"""Read the YAML that people write: every value keeps its line, and nothing is guessed to be a number or a date."""

from difflib import get_close_matches
from pathlib import Path

import yaml

from ibidem.errors import InputError


def compose(path: Path) -> yaml.Node | None:
    """Read a YAML file as nodes, which know their lines; None for an empty one.

    Raise InputError for what is no YAML, cannot be read, or holds an alias.
    """
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
        raise error_at("an alias (`*`) is not read here: write the value out", path, alias)
    return node


def error_at(message: str, path: Path, node: yaml.Node | yaml.Event) -> InputError:
    """Make the error about a node, with its line and column."""
    mark = node.start_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (None, None)
    return InputError(message, path=path, line=line, column=column)


def mapping(node: yaml.Node, path: Path, *, known: tuple[str, ...]) -> dict[str, yaml.Node]:
    """Give the values of a mapping by key; raise InputError for another node, and a key that is unknown or doubled."""
    if not isinstance(node, yaml.MappingNode):
        raise error_at(f"expected a mapping with {', '.join(known)}", path, node)
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(key.value)
        check_known(name, known, path, key, "key")
        if name in found:
            raise error_at(f"the key {name!r} stands twice: keep one", path, key)
        found[name] = value
    return found


def check_known(name: str, known: tuple[str, ...], path: Path, node: yaml.Node, what: str) -> None:
    """Raise InputError for a name that is not one of `known`, with the nearest of them; `what` says what it names."""
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
        raise error_at(f"unknown {what} {name!r}: {hint}", path, node)


def scalar(node: yaml.Node, path: Path) -> str:
    """Give a plain value as a string; raise InputError for a list or mapping."""
    if not isinstance(node, yaml.ScalarNode):
        raise error_at("expected a plain value here, not a list or mapping", path, node)
    return str(node.value)


def plain(node: yaml.Node, path: Path) -> object:
    """Turn YAML into strings, tuples and tuples of pairs: nothing is guessed to be a number or a date."""
    if isinstance(node, yaml.SequenceNode):
        return tuple(plain(item, path) for item in node.value)
    if isinstance(node, yaml.MappingNode):
        names = tuple(str(key.value) for key, _ in node.value)
        return tuple((name, plain(value, path)) for name, value in mapping(node, path, known=names).items())
    empty = node.tag.endswith(":null")
    return "" if empty else str(node.value)
