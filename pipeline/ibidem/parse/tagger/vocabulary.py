"""The distinct words of what is read, each with a number, and columns of what is known of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from ibidem.parse.tagger.looks import Look, Seen, outline, seen
from ibidem.parse.tagger.surroundings import CUES, opens_clause, opens_quote
from ibidem.parse.tagger.table import roomy

SORTS = (
    *("address", "year", "years", "dated", "range", "ordinal", "mixed", "initial", "mark", "other", "upper", "title"),
    *("lower", "digits0", "digits1", "digits2", "digits3", "digits4", "digits5"),
)
"""The coarse classes of tokens (`looks.sort`)."""
SORT = {name: at for at, name in enumerate(SORTS)}
CUE = {name: at for at, name in enumerate(CUES, start=1)}
COLUMNS = (
    *("trait", "sort", "kinds", "cue", "year", "dated", "clause", "sentence", "stops"),
    *("opens", "quotes", "brackets", "closes"),
)
"""What is known of each look as a number; flags are 0 or 1."""


@dataclass(slots=True)
class Vocabulary:
    """Words in the order in which they were met.

    `told` are the cores of which something more is known, numbered from 1. Of each word `look` and `core` hold the
    number of its look and that of its core, 0 for cores of which nothing is known.
    """

    told: Mapping[str, int]
    numbers: dict[str, int] = field(default_factory=dict)
    looks: dict[Seen, int] = field(default_factory=dict)
    traits: dict[tuple[str, str, str, str], int] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    shapes: list[str] = field(default_factory=list)
    columns: Any = None
    look: Any = None
    core: Any = None

    def __post_init__(self) -> None:
        """Start without any word."""
        import numpy as np

        self.columns = np.zeros((len(COLUMNS), 0), dtype=np.int64)
        self.look = self.core = np.zeros(0, dtype=np.int64)

    def add(self, words: Sequence[str]) -> tuple[list[str], list[str]]:
        """Number the words that were not met before; give them, and their cores."""
        numbers, told, looks = self.numbers, self.told, self.looks
        fresh = [word for word in dict.fromkeys(words) if word not in numbers]
        first, size = len(numbers), len(numbers) + len(fresh)
        numbers.update(zip(fresh, range(first, size), strict=True))
        cores, found = [], []
        met = len(looks)
        for word in fresh:
            core, look = seen(word)
            cores.append(core)
            found.append(looks.setdefault(look, len(looks)))
        self._store([Look(*look) for look in islice(looks, met, None)], met)
        self.look, self.core = roomy(self.look, size), roomy(self.core, size)
        self.look[first:size] = found
        self.core[first:size] = [told.get(core, 0) for core in cores]
        return fresh, cores

    def _store(self, looks: Sequence[Look], first: int) -> None:
        """Store what is known of looks that were not met before."""
        import numpy as np

        if looks:
            self.shapes += [outline(look.drawn).shape for look in looks]
            self.columns = roomy(self.columns, first + len(looks))
            self.columns[:, first : first + len(looks)] = np.array(list(map(self._row, looks)), dtype=np.int64).T

    def _row(self, look: Look) -> tuple[int, ...]:
        mask = 0
        for kind in look.kinds:
            mask |= 1 << self.kinds.setdefault(kind, len(self.kinds))
        drawn = look.drawn
        return (
            self.traits.setdefault(look.trait, len(self.traits)),
            SORT[look.sort],
            mask,
            next((CUE[kind] for kind in look.kinds if kind in CUE), 0),
            look.figure == "year",
            look.figure in ("year", "dated"),
            look.ends_clause,
            look.ends_sentence,
            look.stops,
            opens_clause(drawn),
            opens_quote(drawn),
            drawn.count("(") + drawn.count("["),
            drawn.count(")") + drawn.count("]"),
        )
