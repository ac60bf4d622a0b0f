"""A score as it is shown: figures, each so many right of so many, and every miss in a line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted, how many are right, of how many; and what is missed."""

    figures: tuple[tuple[str, int, int], ...]
    misses: tuple[str, ...] = ()


def tally_lines(figures: Iterable[tuple[str, int, int]]) -> Iterator[str]:
    """Lay figures out for reading."""
    for label, right, total in figures:
        share = f"{right / total:.1%}" if total else "-"
        yield f"{label:<34} {share:>7}  {right} of {total}"
