"""The distinct words of what is read, each with a number, and columns of what is known of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ibidem.parse.tagger.features import EDGE, Facts, facts
from ibidem.parse.tagger.surroundings import CUES, opens_clause, opens_quote

SORTS = (
    *("address", "year", "years", "dated", "range", "ordinal", "mixed", "initial", "mark", "other", "upper", "title"),
    *("lower", "digits0", "digits1", "digits2", "digits3", "digits4", "digits5"),
)
"""The coarse classes of tokens (`features.sort`)."""
SORT = {name: at for at, name in enumerate(SORTS)}
CUE = {name: at for at, name in enumerate(CUES, start=1)}
COLUMNS = (
    *("trait", "core", "sort", "kinds", "cue", "year", "dated", "clause", "sentence", "stops"),
    *("opens", "quotes", "brackets", "closes"),
)
"""What is known of each word as a number; flags are 0 or 1."""


@dataclass(slots=True)
class Vocabulary:
    """Words in the order in which they were met; word 0 is the edge of a reference."""

    numbers: dict[str, int] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    known: list[Facts] = field(default_factory=list)
    traits: dict[tuple[str, str, str, str], int] = field(default_factory=dict)
    cores: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    columns: Any = None

    def __post_init__(self) -> None:
        """Start with the edge."""
        self.add([EDGE])

    def add(self, words: Sequence[str]) -> Sequence[str]:
        """Number the words that were not met before, and give them."""
        fresh = [word for word in dict.fromkeys(words) if word not in self.numbers]
        if not fresh:
            return fresh
        first = len(self.words)
        rows = [self._row(word) for word in fresh]
        self.numbers.update(zip(fresh, range(first, first + len(fresh)), strict=True))
        self.words += fresh
        self._store(first, rows)
        return fresh

    def _row(self, word: str) -> tuple[int, ...]:
        one = facts(word)
        self.known.append(one)
        mask = 0
        for kind in one.kinds:
            mask |= 1 << self.kinds.setdefault(kind, len(self.kinds))
        cue = next((CUE[kind] for kind in one.kinds if kind in CUE), 0)
        return (
            self.traits.setdefault(one.trait, len(self.traits)),
            self.cores.setdefault(one.core, len(self.cores)),
            SORT[one.sort],
            mask,
            cue,
            one.figure == "year",
            one.figure in ("year", "dated"),
            one.ends_clause,
            one.ends_sentence,
            one.stops,
            opens_clause(word),
            opens_quote(word),
            word.count("(") + word.count("["),
            word.count(")") + word.count("]"),
        )

    def _store(self, first: int, rows: Sequence[tuple[int, ...]]) -> None:
        import numpy as np

        size = first + len(rows)
        if self.columns is None or size > self.columns.shape[1]:
            grown = np.zeros((len(COLUMNS), 2 * size + 512), dtype=np.int64)
            if self.columns is not None:
                grown[:, :first] = self.columns[:, :first]
            self.columns = grown
        self.columns[:, first:size] = np.array(rows, dtype=np.int64).T
