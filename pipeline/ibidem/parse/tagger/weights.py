"""The weights of a model by what stands before the key of a feature's name: `w=` before words, `a:F` before cores.

So that a key is looked up by itself, and no name is built for it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
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

        return np.fromiter(map(self.numbers.get, keys, repeat(0)), dtype=np.int64)

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
        import numpy as np

        self._names = sorted(model.index)
        self._rows = np.array([model.index[name] for name in self._names], dtype=np.int64)
        self._weights = model.weights

    def held(self, *groups: Sequence[str]) -> Held:
        """Give what is known of keys; each group adds up the features that begin in any of these ways."""
        import numpy as np

        numbers: dict[str, int] = {}
        parts = {before: self._numbered(before, numbers) for group in groups for before in group}
        vectors = np.zeros((len(groups), len(numbers) + 1, self._weights.shape[1]), dtype=np.float32)
        for vector, group in zip(vectors, groups, strict=True):
            for before in group:
                places, weights = parts[before]
                vector[places] += weights
        return Held(numbers, vectors)

    def _numbered(self, before: str, numbers: dict[str, int]) -> tuple[Any, Any]:
        """Number the keys behind a beginning, those that have no number yet as well; give numbers and weights."""
        import numpy as np

        first = bisect_left(self._names, before)
        last = bisect_left(self._names, f"{before[:-1]}{chr(ord(before[-1]) + 1)}", lo=first)
        size = len(before)
        places = [numbers.setdefault(name[size:], len(numbers) + 1) for name in self._names[first:last]]
        return np.array(places, dtype=np.int64), self._weights[self._rows[first:last]]

    def pairs(self, name: str) -> Pairs:
        """Give what is known of pairs, which a bar joins; a bar can stand in either part as well."""
        import numpy as np

        held = self.held((f"<{name}=",), (f">{name}=",))
        left: dict[str, int] = {}
        right: dict[str, int] = {}
        cut = [
            (left.setdefault(key[:at], len(left) + 1), right.setdefault(key[at + 1 :], len(right) + 1), number)
            for key, number in held.numbers.items()
            for at in _bars(key)
        ]
        first, second, number = np.array(cut, dtype=np.int32).reshape(-1, 3).T
        table = np.zeros((len(left) + 1, len(right) + 1), dtype=np.int32)
        table[first, second] = number
        return Pairs(left, right, table, held.vectors)


def _bars(key: str) -> Iterator[int]:
    at = key.find("|")
    while at >= 0:
        yield at
        at = key.find("|", at + 1)
