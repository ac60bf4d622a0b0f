"""What was learned of the words that were met: their own vectors, and what their traits say of them and around them."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from ibidem.parse.tagger.looks import EDGE, LONGEST
from ibidem.parse.tagger.table import roomy
from ibidem.parse.tagger.tables import AFFIXES, PAIRS, Tables
from ibidem.parse.tagger.vocabulary import Vocabulary


class Learned:
    """What is known of words and of traits, by their numbers in the vocabulary; word 0 is the edge of a reference.

    Of words: their `own` vectors, their `trait`, and what their last `letter` is as an element of a clause. Of traits:
    vectors `around` in the groups of `Tables.traits`, what their `ending` is as an element of a clause, and their
    numbers as the `left` and the `right` one of each sort of pair.
    """

    def __init__(self, tables: Tables) -> None:
        """Start with the edge."""
        import numpy as np

        self.tables, self.vocabulary = tables, Vocabulary(tables.told)
        labels = tables.core.vectors.shape[-1]
        self.own = np.zeros((0, labels), dtype=np.float32)
        self.around = np.zeros((len(tables.core.vectors), 0, labels), dtype=np.float32)
        self.trait = self.letter = self.ending = np.zeros(0, dtype=np.int64)
        self.left = self.right = np.zeros((len(tables.pairs), 0), dtype=np.int64)
        self._known = 0
        self.add([EDGE])

    def add(self, words: Sequence[str]) -> None:
        """Learn the words that were not met before."""
        import numpy as np

        vocabulary, own = self.vocabulary, self.tables.own
        first = len(vocabulary.numbers)
        fresh, cores = vocabulary.add(words)
        if not fresh:
            return
        size = first + len(fresh)
        self._add_traits()
        here = slice(first, size)
        self.trait, self.letter = roomy(self.trait, size), roomy(self.letter, size)
        self.own = roomy(self.own, size, axis=0)
        looks = vocabulary.look[here]
        self.trait[here] = vocabulary.columns[0].take(looks)
        self.letter[here] = self.tables.clause["P"].of([word[-1] for word in fresh])
        numbers = {
            "w": own["w"].of([word[:LONGEST].casefold() for word in fresh]),
            "s": own["s"].of(vocabulary.shapes).take(looks),
            "l": own["l"].of(map(str, range(10))).take(np.minimum(list(map(len, cores)), 9)),
            **{f"<{size}": own[f"<{size}"].of([core[:size] for core in cores]) for size in AFFIXES},
            **{f">{size}": own[f">{size}"].of([core[-size:] for core in cores]) for size in AFFIXES},
        }
        self.own[here] = sum(own[name].vectors[0].take(found, axis=0) for name, found in numbers.items())

    def _add_traits(self) -> None:
        """Learn the traits that were not met before."""
        traits, tables = self.vocabulary.traits, self.tables
        first, size = self._known, len(traits)
        fresh = list(islice(traits, first, None))
        if not fresh:
            return
        sorts, marks, kinds, figures = zip(*fresh, strict=True)
        marked = [f"{sort}{mark}" for sort, mark, _, _ in fresh]
        kept = [f"{sort}{kind}" for sort, _, kind, _ in fresh]
        keys: dict[str, Sequence[str]] = {"t": sorts, "p": marks, "t&p": marked, "t&k": kept, "n": figures, "k": kinds}
        vectors = self._kinds(kinds)
        for name in ("t", "p", "t&p", "t&k", "n"):
            held = tables.traits[name]
            vectors += held.vectors.take(held.of(keys[name]), axis=1)
        here, self._known = slice(first, size), size
        self.around = roomy(self.around, size, axis=1)
        self.ending, self.left, self.right = roomy(self.ending, size), roomy(self.left, size), roomy(self.right, size)
        self.around[:, here] = vectors
        self.ending[here] = tables.clause["E"].of([mark[-2:] for mark in marks])
        for at, (name, (left, right)) in enumerate(PAIRS.items()):
            pairs = tables.pairs[name]
            self.left[at, here] = [pairs.left.get(key, 0) for key in keys[left]]
            self.right[at, here] = [pairs.right.get(key, 0) for key in keys[right]]

    def _kinds(self, joined: Sequence[str]) -> Any:
        """Give the vectors of the kinds of each trait, which a plus sign joins."""
        import numpy as np

        held, places = self.tables.traits["k"], {one: at for at, one in enumerate(dict.fromkeys(joined))}
        made = np.stack([held.vectors[:, held.of(one.split("+"))].sum(axis=1) for one in places], axis=1)
        return made.take([places[one] for one in joined], axis=1)
