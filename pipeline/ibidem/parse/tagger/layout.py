"""Where the tokens of a batch stand, as arrays: clauses, sentences, brackets, years, cues; for all references at once.

Arrays are references by longest; what they hold behind a reference's end means nothing. They say what
`surroundings` says of one reference, which a test holds them against.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ibidem.parse.tagger.surroundings import quoted
from ibidem.parse.tagger.vocabulary import COLUMNS, Vocabulary


@dataclass(slots=True)
class Layout:
    """A batch: the numbers of its words, which of them are there, and columns of what is known of each."""

    words: Any
    there: Any
    sizes: Any
    columns: dict[str, Any]

    @property
    def at(self) -> Any:
        """Give the places of a row, from 0."""
        import numpy as np

        return np.arange(self.words.shape[1])[None, :]

    def beside(self, flat: Any, step: int) -> tuple[Any, Any]:
        """Give the flat places one step before or behind others, and whether a word stands there."""
        import numpy as np

        width = self.words.shape[1]
        place = flat % width + step
        beside = np.clip(flat + step, 0, self.words.size - 1)
        return beside, (place >= 0) & (place < width) & self.there.take(beside)


def lay_out(references: Sequence[Sequence[str]], vocabulary: Vocabulary) -> Layout:
    """Lay out a batch whose words have their numbers."""
    import numpy as np

    sizes = np.array([len(words) for words in references])
    at = np.arange(int(sizes.max()))[None, :]
    there = at < sizes[:, None]
    words = np.zeros(there.shape, dtype=np.int64)
    words[there] = [vocabulary.numbers[word] for one in references for word in one]
    looks = vocabulary.look.take(words)
    columns = {name: column.take(looks) for name, column in zip(COLUMNS, vocabulary.columns, strict=True)}
    return Layout(words, there, sizes, columns)


def runs(layout: Layout, ends: Any) -> tuple[Any, Any, Any]:
    """Give for each token the number of its run in the batch, and for each run its first and last token.

    `ends` tells behind which tokens a run ends; it always ends with the reference. First and last are flat places.
    """
    import numpy as np

    ends = (ends.astype(bool) | (layout.at == layout.sizes[:, None] - 1)) & layout.there
    last = np.flatnonzero(ends.ravel())
    flat = np.flatnonzero(layout.there.ravel())
    run = np.zeros(ends.size, dtype=np.int64)
    run[flat] = np.searchsorted(last, flat)
    first = flat[np.concatenate([[0], np.searchsorted(flat, last)[:-1] + 1])]
    return run.reshape(ends.shape), first, last


def spots(run: Any, first: Any, last: Any) -> Any:
    """Give where each token stands in its run: 0 begins it, 1 is inside, 2 ends it, 3 is the whole of it."""
    import numpy as np

    place = np.arange(run.size).reshape(run.shape)
    begins, ends = place == first[run], place == last[run]
    return np.where(begins & ends, 3, np.where(begins, 0, np.where(ends, 2, 1)))


def depths(layout: Layout) -> Any:
    """Tell of each token whether it stands in brackets; a bracket that nothing opened closes nothing."""
    import numpy as np

    opened, closed = layout.columns["brackets"], layout.columns["closes"]
    level = np.cumsum(opened - closed, axis=1)
    level = level - np.minimum(np.minimum.accumulate(level, axis=1), 0)
    before = np.concatenate([np.zeros((len(level), 1), dtype=level.dtype), level[:, :-1]], axis=1)
    return (before + opened > 0).astype(np.int64)


def before(flags: Any) -> Any:
    """Count the flags before each token."""
    import numpy as np

    return np.cumsum(flags, axis=1) - flags


def cues(layout: Layout) -> tuple[Any, Any]:
    """Give for each token the last cue before it in its sentence, 0 for none, and how far off it is."""
    import numpy as np

    columns = layout.columns
    none = np.full((len(layout.words), 1), -1)
    cue_at = np.where(columns["cue"] > 0, layout.at, -1)
    ended = (columns["sentence"] + columns["year"] > 0) & (columns["cue"] == 0)
    end_at = np.where(ended, layout.at, -1)
    last_cue, last_end = (
        np.concatenate([none, np.maximum.accumulate(places, axis=1)[:, :-1]], axis=1) for places in (cue_at, end_at)
    )
    valid = (last_cue >= 0) & (last_cue > last_end)
    kind = np.take_along_axis(columns["cue"], np.maximum(last_cue, 0), axis=1)
    far = np.minimum((layout.at - last_cue) // 3, 3)
    return np.where(valid, kind, 0), np.where(valid, far, 0)


def quotes(references: Sequence[Sequence[str]], layout: Layout) -> Any:
    """Tell of each token whether it is before, inside or after quotation marks, from 3 on; 0 where there are none."""
    import numpy as np

    found = np.zeros(layout.words.shape, dtype=np.int64)
    for row in np.flatnonzero((layout.columns["quotes"] * layout.there).any(axis=1)).tolist():
        states = quoted(references[row])
        found[row, : len(states)] = ["bia".index(state) + 3 for state in states]
    return found
