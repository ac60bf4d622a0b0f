"""The weights of a model by what stands before the key of a feature's name: `w=` before words, `a:F` before cores.

So that a key is looked up by itself, and no name is built for it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ibidem.parse.tagger.model import Model

_PIECE = 128
"""So many rows of a matrix are multiplied at once: with more, several threads would wait for each other."""


@dataclass(frozen=True, slots=True)
class Held:
    """The keys of which a model knows a feature, numbered from 1, and their vectors; any other key has number 0.

    `vectors` is groups by numbers by labels; those of number 0 are zero.
    """

    numbers: dict[str, int]
    vectors: Any

    def of(self, keys: Iterable[str]) -> Any:
        """Give the numbers of keys."""
        import numpy as np

        get = self.numbers.get
        return np.array([get(key, 0) for key in keys], dtype=np.int64)

    def at(self, group: Any, numbers: Any) -> Any:
        """Give the vectors of numbers, each in its group."""
        _, size, labels = self.vectors.shape
        return self.vectors.reshape(-1, labels).take(group * size + numbers, axis=0)

    def together(self, names: Sequence[str], masks: Any) -> tuple["Held", Any]:
        """Add up keys, whose names are given by bit; give what is known of all masks, and their numbers there."""
        import numpy as np

        distinct, where = np.unique(masks, return_inverse=True)
        bits = (distinct[:, None] >> np.arange(len(names)) & 1).astype(np.float32)
        parts = self.vectors.take(self.of(names), axis=1)
        made = [bits[at : at + _PIECE] @ parts for at in range(0, len(bits), _PIECE)]
        return Held({}, np.concatenate(made, axis=1)), where.reshape(masks.shape)


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of which a model knows a feature: the left ones and the right ones are numbered by themselves.

    `table` gives for the numbers of both the number of the pair's vectors, for its second one and for its first.
    """

    left: dict[str, int]
    right: dict[str, int]
    table: Any
    vectors: Any

    def of(self, left: Any, right: Any) -> Any:
        """Give the numbers of pairs, whose parts are given by their numbers."""
        return self.table.take(left * self.table.shape[1] + right)


class Weights:
    """A model's weights by how the names of features begin."""

    def __init__(self, model: Model) -> None:
        """Put the names of a model in order: those that begin in one way stand together."""
        self._model = model
        self._names = sorted(model.index)
        self._begun: dict[str, dict[str, int]] = {}

    def held(self, *groups: Sequence[str]) -> Held:
        """Give what is known of keys; each group adds up the features that begin in any of these ways."""
        import numpy as np

        parts = [(at, self._beginning(before)) for at, group in enumerate(groups) for before in group]
        numbers = {key: at for at, key in enumerate(dict.fromkeys(key for _, rows in parts for key in rows), start=1)}
        weights = self._model.weights
        vectors = np.zeros((len(groups), len(numbers) + 1, weights.shape[1]), dtype=np.float32)
        for at, rows in parts:
            vectors[at, [numbers[key] for key in rows]] += weights[list(rows.values())]
        return Held(numbers, vectors)

    def _beginning(self, before: str) -> dict[str, int]:
        """Give the keys behind a beginning, and the rows of their weights."""
        if before not in self._begun:
            names, index = self._names, self._model.index
            first = bisect_left(names, before)
            last = bisect_left(names, f"{before[:-1]}{chr(ord(before[-1]) + 1)}", lo=first)
            self._begun[before] = {name[len(before) :]: index[name] for name in names[first:last]}
        return self._begun[before]

    def pairs(self, name: str) -> Pairs:
        """Give what is known of pairs, which a bar joins; a bar can stand in either part as well."""
        import numpy as np

        held = self.held((f"<{name}=",), (f">{name}=",))
        cut = [(first, second, number) for key, number in held.numbers.items() for first, second in _cuts(key)]
        left = {one: at for at, one in enumerate(dict.fromkeys(first for first, _, _ in cut), start=1)}
        right = {one: at for at, one in enumerate(dict.fromkeys(second for _, second, _ in cut), start=1)}
        table = np.zeros((len(left) + 1, len(right) + 1), dtype=np.int32)
        for first, second, number in cut:
            table[left[first], right[second]] = number
        return Pairs(left, right, table, held.vectors)


def _cuts(key: str) -> Iterator[tuple[str, str]]:
    """Cut a pair at each of its bars."""
    parts = key.split("|")
    for at in range(1, len(parts)):
        yield "|".join(parts[:at]), "|".join(parts[at:])
