"""One source as printed in a reference: what the rules or the statistical model read of it."""

from dataclasses import dataclass

from ibidem.cited import Fields
from ibidem.parse.fields import Piece


@dataclass(frozen=True, slots=True)
class Source:
    """One source as printed: its fields, the pieces they were read from, its locator, and what is left over.

    `unread` counts the letters and figures that are in no piece; `marked` tells whether marks set its title apart.
    """

    fields: Fields
    pieces: tuple[Piece, ...]
    locator: str | None
    start: int
    end: int
    unread: int
    marked: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether nothing was read that could name a work."""
        return not (self.fields.title or self.fields.container or self.fields.authors or self.fields.editors)
