"""Lines of a text, counted from 1 as editors do: offsets are for programs, lines for people."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a text start, in code points."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Lines":
        """Find the lines of a text; they end at line feeds."""
        starts = [0]
        while (end := text.find("\n", starts[-1])) >= 0:
            starts.append(end + 1)
        return cls(tuple(starts))

    def at(self, offset: int) -> int:
        """Give the line of a code point, from 1."""
        return bisect_right(self.starts, offset)
