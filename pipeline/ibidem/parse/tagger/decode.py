"""Give references their labels: Viterbi and forward-backward over a batch at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ibidem.parse.tagger.emit import Emitter
from ibidem.parse.tagger.model import Model, load_model
from ibidem.parse.tagger.tags import label_of

_BATCH = 120
"""How many references are read at a time: more of them make libraries of linear algebra start several threads."""


@dataclass(frozen=True, slots=True)
class Path:
    """The best labels of a reference; `follows` are the probabilities of each label given the one before it.

    `alone` are the probabilities of each label by itself. Both have one more at the end, which is 1.
    """

    labels: tuple[str, ...]
    alone: tuple[float, ...]
    follows: tuple[float, ...]


@dataclass(slots=True)
class Tagger:
    """A model that gives labels."""

    model: Model
    emitter: Emitter = field(init=False)

    def __post_init__(self) -> None:
        """Start without any vector."""
        self.emitter = Emitter(self.model)

    def tag(self, references: Sequence[Sequence[str]]) -> list[Path]:
        """Give the labels of references, each a sequence of words, in their order."""
        order = sorted((at for at, words in enumerate(references) if words), key=lambda at: len(references[at]))
        found: list[Path] = [Path((), (1.0,), (1.0,))] * len(references)
        for begin in range(0, len(order), _BATCH):
            batch = order[begin : begin + _BATCH]
            for at, path in zip(batch, self._paths([references[at] for at in batch]), strict=True):
                found[at] = path
        return found

    def _paths(self, references: Sequence[Sequence[str]]) -> list[Path]:
        import numpy as np

        sizes = np.array([len(words) for words in references])
        emitted = self.emitter.emissions(references)
        best = viterbi(emitted, self.model.transitions, sizes)
        alone, follows = beliefs(emitted, self.model.transitions, sizes, best)
        labels = tuple(map(label_of, self.model.labels))
        found = []
        for row, size in enumerate(sizes.tolist()):
            path = tuple([labels[label] for label in best[row, :size].tolist()])
            found.append(Path(path, (*alone[row, :size].tolist(), 1.0), (*follows[row, :size].tolist(), 1.0)))
        return found


def viterbi(emitted: Any, transitions: Any, sizes: Any) -> Any:
    """Give the best label of each token, references by longest; what stands behind a reference's end is 0."""
    import numpy as np

    count, longest, labels = emitted.shape
    # Labels first and references last: the greatest of all ways to a label is taken along whole rows.
    score = np.array(emitted.transpose(1, 2, 0), order="C")
    ways = np.empty((labels, labels, count), dtype=score.dtype)
    for at in range(1, longest):
        np.add(score[at - 1][:, None, :], transitions[:, :, None], out=ways)
        score[at] += ways.max(axis=0)
    best = np.zeros((count, longest), dtype=np.int64)
    label = np.zeros(count, dtype=np.int64)
    for at in range(longest - 1, -1, -1):
        # Where the best way to a label came from is asked only for the label that was chosen; the last token has none.
        label = (score[at] + np.where(at < sizes - 1, transitions[:, label], 0)).argmax(axis=0)
        best[:, at] = np.where(at < sizes, label, 0)
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
def shipped(*, lists: bool = False) -> Tagger:
    """Give the tagger of the model that the package ships: for references in notes, or for the entries of `lists`."""
    return Tagger(load_model(lists=lists))
