"""Give references their labels: emissions from cached vectors, Viterbi and forward-backward over a batch at once."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ibidem.parse.tagger.features import (
    EDGE,
    OFFSETS,
    far_features,
    near_features,
    pair_features,
    place_features,
    places,
    sort,
    word_features,
)
from ibidem.parse.tagger.model import Model, load_model

_BATCH = 256
_MOST = 200_000
"""How many distinct words or pairs are kept at most before the vectors are forgotten."""
_REACH = 3


@dataclass(frozen=True, slots=True)
class Path:
    """The best labels of a reference; `follows` are the probabilities of each label given the one before it.

    `alone` are the probabilities of each label by itself. Both have one more at the end, which is 1.
    """

    labels: tuple[str, ...]
    alone: tuple[float, ...]
    follows: tuple[float, ...]


@dataclass(slots=True)
class Rows:
    """Vectors of one kind of key, computed once for each distinct key."""

    make: Callable[[Any], Any]
    width: int
    known: dict[Hashable, int] = field(default_factory=dict)
    array: Any = None

    def of(self, keys: Sequence[Hashable]) -> Any:
        """Give the vectors of keys, one row each."""
        import numpy as np

        known = self.known
        fresh = [key for key in dict.fromkeys(keys) if key not in known]
        if fresh:
            size = len(known)
            if self.array is None or size + len(fresh) > len(self.array):
                grown = np.zeros((2 * (size + len(fresh)) + 1024, self.width), dtype=np.float32)
                if size:
                    grown[:size] = self.array[:size]
                self.array = grown
            for row, key in enumerate(fresh, start=size):
                self.array[row] = self.make(key)
                known[key] = row
        return self.array[np.fromiter(map(known.__getitem__, keys), dtype=np.int64, count=len(keys))]


@dataclass(slots=True)
class Tagger:
    """A model with the vectors that were computed so far."""

    model: Model
    words: Rows = field(init=False)
    pairs: Rows = field(init=False)
    spots: Rows = field(init=False)

    def __post_init__(self) -> None:
        """Start without any vector."""
        self.forget()

    def forget(self) -> None:
        """Drop all vectors."""
        size = len(self.model.labels)
        self.words = Rows(self._word, size * (2 * _REACH + 1))
        self.pairs = Rows(self._pair, size * 2)
        self.spots = Rows(self._spot, size)

    def _sum(self, names: Iterable[str]) -> Any:
        import numpy as np

        index = self.model.index
        rows = [row for row in map(index.get, names) if row is not None]
        if not rows:
            return np.zeros(len(self.model.labels), dtype=np.float32)
        return self.model.weights[rows].sum(axis=0)

    def _word(self, word: str) -> Any:
        """Give what a word says of the tokens around it, from the third before to the third behind, and of itself."""
        import numpy as np

        parts = []
        for offset in range(-_REACH, _REACH + 1):
            if offset == 0:
                parts.append(self._sum(word_features(word)) if word != EDGE else self._sum(()))
                continue
            taken = near_features if abs(offset) == 1 else far_features
            # A token takes at `offset` from this word where it stands that much before it.
            parts.append(self._sum(f"{offset}{name}" for name in taken(word)))
        return np.concatenate(parts)

    def _pair(self, pair: tuple[str, str]) -> Any:
        import numpy as np

        names = pair_features(*pair)
        return np.concatenate([self._sum(f"<{name}" for name in names), self._sum(f">{name}" for name in names)])

    def _spot(self, key: tuple[tuple[str, ...], str]) -> Any:
        return self._sum(place_features(key[0], key[1]))

    def tag(self, references: Sequence[Sequence[str]]) -> list[Path]:
        """Give the labels of references, each a sequence of words, in their order."""
        if len(self.words.known) > _MOST or len(self.pairs.known) > _MOST:
            self.forget()
        order = sorted((at for at, words in enumerate(references) if words), key=lambda at: len(references[at]))
        found: list[Path] = [Path((), (1.0,), (1.0,))] * len(references)
        for begin in range(0, len(order), _BATCH):
            batch = order[begin : begin + _BATCH]
            for at, path in zip(batch, self._paths([references[at] for at in batch]), strict=True):
                found[at] = path
        return found

    def emissions(self, references: Sequence[Sequence[str]]) -> Any:
        """Give the weights of each label at each token: references by longest by labels, zero behind the end."""
        import numpy as np

        edges = [EDGE] * _REACH
        padded: list[str] = list(edges)
        pairs: list[Hashable] = []
        spots: list[Hashable] = []
        for words in references:
            padded += words
            padded += edges
            before = EDGE
            for word in words:
                pairs.append((before, word))
                before = word
            pairs.append((before, EDGE))
            spots += [(place, sort(word)) for place, word in zip(places(words), words, strict=True)]
        size = len(self.model.labels)
        sizes = np.array([len(words) for words in references])
        row = np.repeat(np.arange(len(references)), sizes)
        column = np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        flat = np.arange(len(row)) + _REACH * (row + 1)
        said = self.words.of(padded).reshape(len(padded), 2 * _REACH + 1, size)
        total = self.spots.of(spots) + said[flat, _REACH]
        for offset in OFFSETS:
            total += said[flat + offset, offset + _REACH]
        both = self.pairs.of(pairs).reshape(len(pairs), 2, size)
        total += both[np.arange(len(row)) + row, 0] + both[np.arange(len(row)) + row + 1, 1]
        emitted = np.zeros((len(references), int(sizes.max()), size), dtype=np.float32)
        emitted[row, column] = total
        return emitted

    def _paths(self, references: Sequence[Sequence[str]]) -> list[Path]:
        import numpy as np

        sizes = np.array([len(words) for words in references])
        emitted = self.emissions(references)
        best = viterbi(emitted, self.model.transitions, sizes)
        alone, follows = beliefs(emitted, self.model.transitions, sizes, best)
        labels = self.model.labels
        found = []
        for row, size in enumerate(sizes.tolist()):
            path = tuple([labels[label] for label in best[row, :size].tolist()])
            found.append(Path(path, (*alone[row, :size].tolist(), 1.0), (*follows[row, :size].tolist(), 1.0)))
        return found


def viterbi(emitted: Any, transitions: Any, sizes: Any) -> Any:
    """Give the best label of each token, references by longest; what stands behind a reference's end is 0."""
    import numpy as np

    count, longest, _ = emitted.shape
    score = emitted[:, 0].copy()
    back = np.zeros(emitted.shape, dtype=np.int16)
    turned = np.ascontiguousarray(transitions.T)
    for at in range(1, longest):
        options = score[:, None, :] + turned[None]
        chosen = options.argmax(axis=2)
        back[:, at] = chosen
        fresh = np.take_along_axis(options, chosen[:, :, None], axis=2)[:, :, 0] + emitted[:, at]
        score = np.where((at < sizes)[:, None], fresh, score)
    best = np.zeros((count, longest), dtype=np.int64)
    label = score.argmax(axis=1)
    rows = np.arange(count)
    for at in range(longest - 1, -1, -1):
        within = at < sizes
        best[:, at] = np.where(within, label, 0)
        label = np.where(within, back[rows, at, label], label) if at else label
    return best


def beliefs(emitted: Any, transitions: Any, sizes: Any, best: Any) -> tuple[Any, Any]:
    """Give of each best label its probability, and its probability given that the one before it is right."""
    import numpy as np

    count, longest, labels = emitted.shape
    peak = emitted.max(axis=2, keepdims=True)
    local = np.exp(emitted - peak).astype(np.float64)
    step = np.exp(transitions).astype(np.float64)
    ahead = np.empty((count, longest, labels))
    ahead[:, 0] = local[:, 0] / local[:, 0].sum(axis=1, keepdims=True)
    for at in range(1, longest):
        here = (ahead[:, at - 1] @ step) * local[:, at]
        ahead[:, at] = here / here.sum(axis=1, keepdims=True)
    rows = np.arange(count)
    alone = np.ones((count, longest))
    follows = np.ones((count, longest))
    behind = np.ones((count, labels))
    for at in range(longest - 1, -1, -1):
        within = at < sizes
        both = ahead[:, at] * behind
        shown = both[rows, best[:, at]] / both.sum(axis=1)
        alone[:, at] = np.where(within, shown, 1.0)
        if at:
            # Given the label before: the way through the best label among the ways through all.
            ways = local[:, at] * behind
            before = step[best[:, at - 1]] * ways
            follows[:, at] = np.where(within, before[rows, best[:, at]] / before.sum(axis=1), 1.0)
            carried = ways @ step.T
            behind = np.where(within[:, None], carried / carried.sum(axis=1, keepdims=True), 1.0)
    follows[:, 0] = alone[:, 0]
    return alone, follows


@cache
def shipped() -> Tagger:
    """Give the tagger of the model that the package ships."""
    return Tagger(load_model())
