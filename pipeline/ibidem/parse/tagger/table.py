"""Vectors of weights, made once for each distinct key: a word, a class, a place."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ibidem.parse.tagger.model import Model

Names = Callable[[Any], Iterable[Iterable[str]]]
"""Give the names of features of a key, one list for each group."""


@dataclass(slots=True)
class Table:
    """Vectors of one sort of key, each of so many groups of labels' weights; row 0 is zero.

    `wanted` are the keys of which the model knows a feature, where it is worth asking: all others have row 0.
    """

    model: Model
    groups: int
    names: Names
    wanted: frozenset[Any] | None = None
    known: dict[Hashable, int] = field(default_factory=dict)
    size: int = 1
    array: Any = None

    def __post_init__(self) -> None:
        """Start with the zero row alone."""
        self._reserve(1)

    def rows(self, keys: Sequence[Hashable]) -> list[int]:
        """Give the rows of keys; those not met before are made together."""
        known, wanted = self.known, self.wanted
        fresh = [key for key in dict.fromkeys(keys) if key not in known]
        if wanted is not None:
            kept = [key for key in fresh if key in wanted]
            known.update((key, 0) for key in fresh)
            fresh = kept
        if fresh:
            self._make(fresh)
        return list(map(known.__getitem__, keys))

    def of_numbers(self, numbers: Any, key: Callable[[int], Hashable]) -> Any:
        """Give the rows of an array of numbers, each of which stands for a key; numbers that are known are not made."""
        import numpy as np

        distinct, where = np.unique(numbers, return_inverse=True)
        listed = distinct.tolist()
        fresh = [number for number in listed if number not in self.known]
        if fresh:
            self._make(fresh, [key(number) for number in fresh])
        rows = np.array([self.known[number] for number in listed], dtype=np.int64)
        return rows[where].reshape(numbers.shape)

    def _make(self, fresh: Sequence[Hashable], keys: Sequence[Hashable] | None = None) -> None:
        import numpy as np

        index = self.model.index
        weighed: list[int] = []
        counts: list[int] = []
        for key in keys or fresh:
            for group in self.names(key):
                before = len(weighed)
                weighed += [found for name in group if (found := index.get(name)) is not None]
                counts.append(len(weighed) - before)
        first = self.size
        self._reserve(first + len(fresh))
        made = sums(self.model.weights[np.array(weighed, dtype=np.int64)], np.array(counts, dtype=np.int64))
        self.array[first : first + len(fresh)] = made.reshape(len(fresh), self.groups, -1)
        self.known.update(zip(fresh, range(first, first + len(fresh)), strict=True))
        self.size = first + len(fresh)

    def _reserve(self, size: int) -> None:
        import numpy as np

        if self.array is not None and size <= len(self.array):
            return
        grown = np.zeros((2 * size + 256, self.groups, len(self.model.labels)), dtype=np.float32)
        if self.array is not None:
            grown[: len(self.array)] = self.array
        self.array = grown


def sums(vectors: Any, counts: Any) -> Any:
    """Add up so many vectors at a time, in order; where none are, the sum is zero."""
    import numpy as np

    total = np.zeros((len(counts), vectors.shape[1]), dtype=np.float32)
    some = counts > 0
    if some.any():
        starts = np.cumsum(counts) - counts
        total[some] = np.add.reduceat(vectors, starts[some], axis=0)
    return total
