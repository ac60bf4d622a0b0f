"""Vectors of weights, made once for each distinct place, and arrays that grow."""

from collections.abc import Callable, Iterable
from typing import Any

from ibidem.parse.tagger.model import Model


def roomy(array: Any, size: int, *, axis: int = -1) -> Any:
    """Give an array with room for so many along an axis: the same one, or a larger one with zeros behind it."""
    import numpy as np

    have = array.shape[axis]
    if size <= have:
        return array
    more = list(array.shape)
    more[axis] = 2 * size + 256 - have
    return np.concatenate([array, np.zeros(more, dtype=array.dtype)], axis=axis)


class Table:
    """The vectors of one sort of place, each of which has a number below `most`; `names` gives its features' names."""

    def __init__(self, model: Model, most: int, names: Callable[[int], Iterable[str]]) -> None:
        """Start without any vector."""
        import numpy as np

        self._model, self._names = model, names
        self._rows = np.zeros(most, dtype=np.int64)
        self._vectors = np.zeros((1, len(model.labels)), dtype=np.float32)
        self._size = 1

    def of(self, numbers: Any) -> Any:
        """Give the vectors of an array of numbers."""
        import numpy as np

        rows = self._rows.take(numbers)
        if not rows.all():
            self._make(np.flatnonzero(np.bincount(numbers[rows == 0])).tolist())
            rows = self._rows.take(numbers)
        return self._vectors.take(rows, axis=0)

    def _make(self, fresh: list[int]) -> None:
        index = self._model.index
        # The last row of the weights is that of features that the model does not know.
        known = [[index.get(name, -1) for name in self._names(number)] for number in fresh]
        first, self._size = self._size, self._size + len(fresh)
        self._vectors = roomy(self._vectors, self._size, axis=0)
        self._vectors[first : self._size] = self._model.weights[known].sum(axis=1)
        self._rows[fresh] = range(first, self._size)
