"""Read TOML files that people write: every value is handled, and what is unknown is said with its line."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ibidem.errors import InputError
from ibidem.read import decode, read_bytes

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(slots=True)
class Table:
    """A table of a TOML file; each reader takes a key, and `close` refuses the keys that nobody took.

    `needed` says of a key, by its whole name, why it is needed and what to add where it is missing.
    """

    path: Path
    source: str
    values: dict[str, Any]
    name: str = ""
    needed: Mapping[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def error(self, key: str, message: str) -> InputError:
        """Make the error about a key, with the line it stands in."""
        return InputError(message, path=self.path, line=self._line(key))

    def text(self, key: str, default: str | None = None) -> str:
        """Take a string; without a default it must be there and must not be empty."""
        value = self._take(key, str, "a string", default)
        if value is None:
            raise self._missing(key, self.called(key))
        if not str(value).strip():
            raise self.error(key, f"{self.called(key)} is empty; {self.needed.get(self.called(key), 'fill it in')}")
        return str(value)

    def maybe(self, key: str) -> str | None:
        """Take a string that may be missing."""
        return self.text(key) if key in self.values else self._take(key, str, "a string", None)

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of strings, empty where it is missing."""
        values = self._take(key, list, "a list of strings", [])
        if not all(isinstance(value, str) for value in values):
            raise self.error(key, f"{self.called(key)} must be a list of strings")
        return tuple(values)

    def table(self, key: str, *, optional: bool = False) -> "Table":
        """Take a table; an optional one that is missing is empty."""
        values = self._take(key, dict, "a table", {} if optional else None)
        if values is None:
            raise self._missing(key, f"the table [{self.called(key)}]")
        return Table(self.path, self.source, values, self.called(key), self.needed)

    def tables(self, key: str) -> "tuple[Table, ...]":
        """Take a list of tables, empty where it is missing."""
        values = self._take(key, list, "a list of tables", [])
        if not all(isinstance(value, dict) for value in values):
            raise self.error(key, f"{self.called(key)} must be a list of tables")
        return tuple(Table(self.path, self.source, value, self.called(key), self.needed) for value in values)

    def counts(self, known: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
        """Take the known keys as whole numbers, in the order of the file, and refuse all others."""
        self._taken.update(known)
        self.close()
        for key, value in self.values.items():
            if isinstance(value, bool) or not isinstance(value, int) or value < 0:
                raise self.error(key, f"{self.called(key)} must be a whole number")
        return tuple(self.values.items())

    def close(self) -> None:
        """Refuse the keys that nobody took, with the known key that looks most like the first of them."""
        for key in self.values:
            if key not in self._taken:
                close = get_close_matches(key, sorted(self._taken), n=1)
                hint = f"did you mean {close[0]!r}?" if close else f"known are: {', '.join(sorted(self._taken))}"
                raise self.error(key, f"unknown key {self.called(key)!r}; {hint}")

    def called(self, key: str) -> str:
        """Give the whole name of a key, with that of its table."""
        return f"{self.name}.{key}" if self.name else key

    def _missing(self, key: str, called: str) -> InputError:
        """Make the error about a key that is not there, perhaps because it is misspelt."""
        close = get_close_matches(key, sorted(self.values.keys() - self._taken), n=1)
        if close:
            return self.error(close[0], f"unknown key {self.called(close[0])!r}; did you mean {key!r}?")
        advice = self.needed.get(self.called(key), "add it")
        return InputError(f"{called} is missing; {advice}", path=self.path)

    def _take(self, key: str, kind: type, expected: str, default: Any) -> Any:
        self._taken.add(key)
        value = self.values.get(key, default)
        if value is not None and not isinstance(value, kind):
            raise self.error(key, f"{self.called(key)} must be {expected}, not {value!r}")
        return value

    def _line(self, key: str) -> int | None:
        """Find the line that a key is set in: TOML's reader of the standard library does not keep it."""
        own = re.search(rf"^[ \t]*\[{{1,2}}{re.escape(self.name)}\]", self.source, re.MULTILINE) if self.name else None
        quoted = rf"""["']?{re.escape(key)}["']?[ \t]*"""
        opened = r"^[ \t]*(?:\[{1,2}(?:[\w.-]{1,80}\.)?)?"
        set_in = re.compile(rf"{opened}{quoted}[=\]]|[{{,][ \t]*{quoted}=", re.MULTILINE)
        found = set_in.search(self.source, own.end() if own else 0) or set_in.search(self.source)
        return self.source.count("\n", 0, found.end()) + 1 if found else None


def read_settings(path: Path) -> Table:
    """Read a TOML file; raise InputError with line and column where it does not parse."""
    source = decode(read_bytes(path), path=path)
    try:
        return Table(path, source, tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        raise _unparsed(error, source, path) from None


def _unparsed(error: tomllib.TOMLDecodeError, source: str, path: Path) -> InputError:
    message = str(error)
    place = _PLACE.search(message)
    if place is None:
        return InputError(f"is no TOML: {message}", path=path)
    said = _PLACE.sub("", message)
    if place.group(1) is None:
        lines = source.split("\n")
        message = f"is no TOML: {said} at its end; mend it"
        return InputError(message, path=path, line=len(lines), column=len(lines[-1]) + 1)
    line, column = int(place.group(1)), int(place.group(2))
    return InputError(f"is no TOML: {said}; mend this line", path=path, line=line, column=column)
