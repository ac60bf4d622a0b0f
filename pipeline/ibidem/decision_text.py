"""Write a decision as people do: the YAML of one entry of decisions.yaml."""

import re

from ibidem.edition import SETTABLE, Entry

WIDTH = 108
"""How long a line is, where a text can be broken."""

_PLAIN = re.compile(r"[a-z][a-z0-9-]*")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SETTING = ("correct", "split", "add")


def decision_text(entry: Entry, *, blank: bool = False) -> str:
    """Write an entry; `blank` leaves what a person decides to be filled in, and says what can be set."""
    lines = [f"- do: {entry.action}", f"  kind: {entry.kind}"]
    lines += _pair("exact", entry.exact)
    for name, value in (("prefix", entry.prefix), ("suffix", entry.suffix)):
        lines += _pair(name, value) if value else []
    if entry.at is not None:
        lines.append(f"  at: {entry.at}")
    if entry.into:
        lines += _pair("into", entry.into)
    if entry.action in _SETTING:
        listed = f" # {', '.join(dict(SETTABLE)[entry.kind])}" if blank else ""
        lines.append(f"  set: {{{', '.join(f'{name}: {_flow(value)}' for name, value in entry.changes)}}}{listed}")
    lines += ["  why: ", "  by: "] if blank and not entry.why else _pair("why", entry.why)
    if entry.by:
        lines += _pair("by", entry.by)
    return "\n".join((*lines, ""))


def quoted(text: str) -> str:
    """Write a text between double quotes, so that YAML and TOML read it back whatever it holds."""
    return f'"{"".join(_escaped(char) for char in text)}"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    # What shows, and the ordinary space, stand as they are: all else steers a terminal, or is no YAML.
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _pair(name: str, value: str) -> list[str]:
    """Write a name and its text, over several lines where it is long: a line end reads as one space."""
    line = f"  {name}: {_flow(value)}"
    lines = []
    while len(line) > WIDTH:
        at = _break(line)
        if at is None:
            break
        lines.append(line[:at])
        line = f"    {line[at + 1 :]}"
    return [*lines, line]


def _break(line: str) -> int | None:
    """Find a single space between two words to break a line at, the last one that fits."""
    first = len(line) - len(line.lstrip()) + 24
    for at in range(WIDTH, first, -1):
        if line[at] == " " and line[at - 1] not in " \\" and line[at + 1 : at + 2] not in ("", " "):
            return at
    return None


def _flow(value: object) -> str:
    """Write a value in one line: a text, a list, or a mapping as the tuple of its pairs."""
    if isinstance(value, tuple):
        if value and all(isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str) for item in value):
            return f"{{{', '.join(f'{name}: {_flow(item)}' for name, item in value)}}}"
        return f"[{', '.join(_flow(item) for item in value)}]"
    text = str(value)
    return text if _PLAIN.fullmatch(text) and text not in _WORDS else quoted(text)
