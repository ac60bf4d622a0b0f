"""Weights of each label at each token: sums of vectors that are looked up for each distinct word, class and place."""

from collections.abc import Iterator, Sequence
from typing import Any

from ibidem.parse.tagger.features import OFFSETS, REACH
from ibidem.parse.tagger.layout import Layout, before, cues, depths, lay_out, quotes, runs, spots
from ibidem.parse.tagger.learn import Learned
from ibidem.parse.tagger.looks import EDGE
from ibidem.parse.tagger.model import Model
from ibidem.parse.tagger.tables import KINDS, make_tables
from ibidem.parse.tagger.vocabulary import SORT, SORTS
from ibidem.parse.tagger.weights import Held

_MOST = 150_000
"""How many distinct words are kept at most before the vectors are forgotten."""


class Emitter:
    """A model with the words that were met so far and their vectors."""

    def __init__(self, model: Model) -> None:
        """Start without any word."""
        self.tables = make_tables(model)
        self.learned = Learned(self.tables)

    def emissions(self, references: Sequence[Sequence[str]]) -> Any:
        """Give the weights of each label at each token: references by longest by labels, undefined behind the end."""
        if len(self.learned.vocabulary.numbers) > _MOST:
            self.learned = Learned(self.tables)
        self.learned.add([word for words in references for word in words])
        layout, tables = lay_out(references, self.learned.vocabulary), self.tables
        sort = layout.columns["sort"]
        total = self._words(layout)
        clause, first, last = runs(layout, _clause_ends(layout))
        spot = spots(clause, first, last)
        for held, numbers in self._clauses(layout, first, last):
            total += held.at(spot, numbers.take(clause))
        sentence, first, last = runs(layout, layout.columns["sentence"])
        for held, numbers in self._sentences(layout, first, last):
            total += held.at(sort, numbers.take(sentence))
        for name, numbers in _places(references, layout, spot).items():
            total += tables.places[name].of(numbers * KINDS + sort)
        return total

    def _words(self, layout: Layout) -> Any:
        """Add what the tokens and their neighbours say."""
        import numpy as np

        tables, learned, width = self.tables, self.learned, layout.words.shape[1]
        padded = np.pad(layout.words, ((0, 0), (REACH, REACH)))
        trait, told = learned.trait.take(padded), learned.vocabulary.core.take(padded)
        core = tables.cores["core"].take(told)
        total = learned.own.take(layout.words, axis=0)
        for group, offset in enumerate((0, *OFFSETS)):
            here = slice(REACH + offset, REACH + offset + width)
            total += learned.around[group].take(trait[:, here], axis=0)
            total += tables.core.vectors[group].take(core[:, here], axis=0)
        beside = slice(REACH - 1, REACH + width + 1)
        for vectors, numbers in self._pairs(trait[:, beside]):
            total += vectors[0].take(numbers[:, :-1], axis=0)
            total += vectors[1].take(numbers[:, 1:], axis=0)
        return total

    def _pairs(self, trait: Any) -> Iterator[tuple[Any, Any]]:
        """Give the vectors of each sort of pair, and its numbers for all neighbours."""
        learned = self.learned
        for at, pairs in enumerate(self.tables.pairs.values()):
            left, right = learned.left[at].take(trait), learned.right[at].take(trait)
            yield pairs.vectors, pairs.of(left[:, :-1], right[:, 1:])

    def _clauses(self, layout: Layout, first: Any, last: Any) -> Iterator[tuple[Held, Any]]:
        """Give the elements of clauses, each with its number for each clause (`surroundings.look_around`)."""
        import numpy as np

        tables, learned, words = self.tables.clause, self.learned, layout.words.ravel()
        told, size, sort = learned.vocabulary.core, last - first + 1, layout.columns["sort"]
        sizes = tables["L"].of(map(str, range(8)))
        before, after = layout.beside(first, -1), layout.beside(last, 1)
        yield tables["L"], sizes.take(np.where(size < 4, size, 4 + np.minimum(size // 4, 3)))
        yield tables["E"], learned.ending.take(learned.trait.take(words[last]))
        yield tables["N"], tables["N"].of((*SORTS, EDGE)).take(np.where(after[1], sort.take(after[0]), KINDS))
        yield tables["P"], learned.letter.take(np.where(before[1], words.take(before[0]), 0))
        yield tables["F"], self.tables.cores["F"].take(told.take(words[first]))
        yield tables["Z"], self.tables.cores["Z"].take(told.take(words[last]))
        kinds = np.bitwise_or.reduceat(layout.columns["kinds"].ravel(), first)
        yield tables["K"].together(list(learned.vocabulary.kinds), kinds)
        sorts = np.bitwise_or.reduceat((layout.there << layout.columns["sort"]).ravel(), first)
        yield tables["T"].together(SORTS, sorts)

    def _sentences(self, layout: Layout, first: Any, last: Any) -> Iterator[tuple[Held, Any]]:
        """Give the elements of sentences, each with its number for each sentence (`surroundings.look_around`)."""
        import numpy as np

        tables, told, words = self.tables.sentence, self.learned.vocabulary.core, layout.words.ravel()
        sort, kinds = layout.columns["sort"].ravel(), layout.columns["kinds"].ravel()
        after, there = layout.beside(last, 1)
        initials = np.add.reduceat(sort == SORT["initial"], first, dtype=np.int64)
        yield tables["l"], tables["l"].of(map(str, range(7))).take(np.minimum((last - first + 1) // 3, 6))
        yield tables["i"], tables["i"].of(map(str, range(5))).take(np.minimum(initials, 4))
        yield tables["y"], tables["y"].of("01").take(np.maximum.reduceat(layout.columns["dated"].ravel(), first))
        yield tables["t"], tables["t"].of(SORTS).take(sort[first])
        yield tables["n"], tables["n"].of((*SORTS, EDGE)).take(np.where(there, sort.take(after), KINDS))
        yield tables["f"], self.tables.cores["f"].take(told.take(words[first]))
        yield tables["m"], self.tables.cores["m"].take(told.take(np.where(there, words.take(after), 0)))
        yield tables["k"].together(list(self.learned.vocabulary.kinds), np.bitwise_or.reduceat(kinds, first))


def _clause_ends(layout: Layout) -> Any:
    ends, opens = layout.columns["clause"].copy(), layout.columns["opens"]
    ends[:, :-1] |= opens[:, 1:]
    return ends


def _places(references: Sequence[Sequence[str]], layout: Layout, spot: Any) -> dict[str, Any]:
    """Give where the tokens stand, as numbers of each sort of place (`surroundings.place_features`)."""
    import numpy as np

    at, sizes = layout.at, layout.sizes[:, None]
    left = np.maximum(sizes - at, 1)
    years = layout.columns["year"] * layout.there
    count = years.sum(axis=1, keepdims=True)
    first = np.where(count > 0, years.argmax(axis=1)[:, None], sizes)
    when = np.where(count == 0, 0, np.where(at < first, 1, np.where(at == first, 2, 3)))
    year = (when * 2 + (first < np.maximum(8, sizes // 3))) * 3 + np.minimum(count, 2)
    cue, far = cues(layout)
    return {
        "start": np.where(at < 4, at, np.minimum(3 + at // 4, 8)) * 6 + np.minimum(sizes // 8, 5),
        "end": np.where(left < 4, left, np.minimum(3 + left // 4, 8)),
        "tenth": np.minimum(10 * at // sizes, 9),
        "quoted": (quotes(references, layout) * 24 + year) * 2 + depths(layout),
        "stops": np.minimum(before(layout.columns["stops"]), 4) * 24 + year,
        "cue": (cue * 4 + far) * 4 + spot,
    }
