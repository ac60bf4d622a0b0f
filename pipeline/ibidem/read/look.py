"""What the styles of a word processor say of a paragraph or run, whatever its format."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from ibidem.words import read_table


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a style or paragraph, None where it says nothing; indents in twips (1/1440 inch), size half points.

    Where styles say which list and outline a paragraph counts in, `style` is the one that does.
    """

    kind: str | None = None
    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    size: int | None = None
    left: int | None = None
    right: int | None = None
    first: int | None = None
    centred: bool | None = None
    outline: int | None = None
    list: str | None = None
    level: int | None = None
    style: str | None = None

    def over(self, below: "Look") -> "Look":
        """Give this look where it says something, else the one below it."""
        said: dict[str, Any] = {name: held for name in _NAMES if (held := getattr(self, name)) is not None}
        return replace(below, **said) if said else below


_NAMES = tuple(one.name for one in fields(Look))


@cache
def style_kinds() -> Mapping[str, str]:
    """Give what paragraphs are by the names of their styles, in small letters: `words/paper-styles.tsv`."""
    return {row[0]: row[1] for row in read_table("paper-styles")}
