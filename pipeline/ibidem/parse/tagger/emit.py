"""Weights of each label at each token: sums of vectors that are made once for each distinct word, class and place."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ibidem.parse.tagger.features import EDGE, REACH
from ibidem.parse.tagger.layout import Layout, before, cues, depths, lay_out, quotes, runs, spots
from ibidem.parse.tagger.model import Model
from ibidem.parse.tagger.surroundings import CUES
from ibidem.parse.tagger.table import Table
from ibidem.parse.tagger.tables import make_tables
from ibidem.parse.tagger.vocabulary import SORT, SORTS, Vocabulary

_MOST = 150_000
"""How many distinct words are kept at most before the vectors are forgotten."""
_STATES = ("qb", "qi", "qa", "Qb", "Qi", "Qa")
_KINDS = len(SORTS)


@dataclass(slots=True)
class Emitter:
    """A model with the words that were met so far and their vectors."""

    model: Model
    tables: dict[str, Table] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    rows: dict[str, Any] = field(default_factory=dict)
    """For each word the row of its own vector, and those of what it says of its clause and its sentence."""

    def __post_init__(self) -> None:
        """Start without any vector."""
        self.forget()

    def forget(self) -> None:
        """Drop all words and vectors."""
        self.tables = make_tables(self.model)
        self.vocabulary = Vocabulary()
        self.rows = {}
        self._learn([EDGE], 0)

    def _learn(self, fresh: Sequence[str], first: int) -> None:
        """Make the vectors of words that were not met before; the first of them has that number."""
        import numpy as np

        known = self.vocabulary.known[first:]
        keys: dict[str, tuple[str, list[Any]]] = {
            "word": ("word", list(fresh)),
            "trait": ("trait", [one.trait for one in known]),
            "core": ("core", [one.core for one in known]),
            "E": ("clause", [f"E{one.marks[-2:]}" for one in known]),
            "P": ("clause", [f"P{word[-1]}" for word in fresh]),
            "F": ("clause", [f"F{one.core}" for one in known]),
            "Z": ("clause", [f"Z{one.core}" for one in known]),
            "f": ("sentence", [f"f{one.core}" for one in known]),
            "m": ("sentence", [f"m{one.core}" for one in known]),
        }
        for name, (table, listed) in keys.items():
            held = self.rows.get(name)
            if held is None or first + len(fresh) > len(held):
                grown = np.zeros(2 * (first + len(fresh)) + 512, dtype=np.int64)
                if held is not None:
                    grown[:first] = held[:first]
                self.rows[name] = held = grown
            held[first : first + len(fresh)] = self.tables[table].rows(listed)

    def emissions(self, references: Sequence[Sequence[str]]) -> Any:
        """Give the weights of each label at each token: references by longest by labels, undefined behind the end."""
        if len(self.vocabulary.words) > _MOST:
            self.forget()
        first = len(self.vocabulary.words)
        fresh = self.vocabulary.add([word for words in references for word in words])
        if fresh:
            self._learn(fresh, first)
        layout, rows = lay_out(references, self.vocabulary), self.rows
        total = self._words(layout, rows)
        clause, first, last = runs(layout, self._clause_ends(layout))
        spot = spots(clause, first, last)
        total += self._clauses(layout, rows, first, last)[clause, spot]
        sentence, first, last = runs(layout, layout.columns["sentence"])
        total += self._sentences(layout, rows, first, last)[sentence, layout.columns["sort"]]
        return total + self._places(references, layout) + self._cues(layout, spot)

    def _clause_ends(self, layout: Layout) -> Any:
        ends, opens = layout.columns["clause"].copy(), layout.columns["opens"]
        ends[:, :-1] |= opens[:, 1:]
        return ends

    def _words(self, layout: Layout, rows: dict[str, Any]) -> Any:
        """Add what the tokens and their neighbours say."""
        import numpy as np

        padded = np.pad(layout.words, ((0, 0), (REACH, REACH)))
        width = layout.words.shape[1]
        total = self.tables["word"].array[rows["word"][layout.words], 0]
        for name in ("trait", "core"):
            array, row = self.tables[name].array, rows[name][padded]
            for group in range(2 * REACH + 1):
                total += array[row[:, group : group + width], group]
        beside = padded[:, REACH - 1 : REACH + width + 1]
        for name, row in (("pair", self._pairs(beside)), ("joint", self._joints(beside))):
            array = self.tables[name].array
            total += array[row[:, :-1], 0] + array[row[:, 1:], 1]
        return total

    def _pairs(self, beside: Any) -> Any:
        """Give the rows of neighbours by their traits."""
        vocabulary = self.vocabulary
        trait = vocabulary.columns[0][beside]
        listed, most = list(vocabulary.traits), 1 << 20
        return self.tables["pair"].of_numbers(
            trait[:, :-1] * most + trait[:, 1:], lambda number: (listed[number // most], listed[number % most])
        )

    def _joints(self, beside: Any) -> Any:
        """Give the rows of neighbours by their cores; those that the model does not know have row 0."""
        import numpy as np

        table, vocabulary = self.tables["joint"], self.vocabulary
        core = vocabulary.columns[1][beside]
        numbers = core[:, :-1] * (1 << 20) + core[:, 1:]
        distinct, where = np.unique(numbers, return_inverse=True)
        listed = list(vocabulary.cores)
        keys = [f"{listed[number >> 20]}|{listed[number & 0xFFFFF]}" for number in distinct.tolist()]
        return np.array(table.rows(keys), dtype=np.int64)[where].reshape(numbers.shape)

    def _masked(self, table: str, letter: str, masks: Any, names: Sequence[str]) -> Any:
        """Add up the vectors of the kinds in each mask, once for each distinct mask."""
        import numpy as np

        held = self.tables[table]
        distinct, where = np.unique(masks, return_inverse=True)
        rows = [
            held.rows([f"{letter}{name}" for at, name in enumerate(names) if mask >> at & 1])
            for mask in distinct.tolist()
        ]
        return np.stack([held.array[row].sum(axis=0) for row in rows])[where.reshape(masks.shape)]

    def _listed(self, table: str, elements: Sequence[str], chosen: Any) -> Any:
        """Give the vectors of the elements that are chosen by number."""
        import numpy as np

        rows = np.array(self.tables[table].rows(elements), dtype=np.int64)
        return self.tables[table].array[rows[chosen]]

    def _clauses(self, layout: Layout, rows: dict[str, Any], first: Any, last: Any) -> Any:
        """Add what each clause is like, for each of `SPOTS` (`surroundings.clause_features`)."""
        import numpy as np

        words, columns = layout.words.ravel(), layout.columns
        width = layout.words.shape[1]
        flat = np.flatnonzero(layout.there.ravel())
        starts = np.searchsorted(flat, first)
        size = last - first + 1
        ends, begins = self._ends(layout, last), first % width == 0
        array = self.tables["clause"].array
        total = array[rows["E"][words[last]]] + array[rows["F"][words[first]]] + array[rows["Z"][words[last]]]
        total += array[np.where(begins, rows["P"][0], rows["P"][words[first - 1]])]
        total += self._listed(
            "clause", [f"L{at}" for at in range(8)], np.where(size < 4, size, 4 + np.minimum(size // 4, 3))
        )
        follows = np.where(ends, _KINDS, columns["sort"].ravel()[np.where(ends, last, last + 1)])
        total += self._listed("clause", [*(f"N{sort}" for sort in SORTS), f"N{EDGE}"], follows)
        kinds = np.bitwise_or.reduceat(columns["kinds"].ravel()[flat], starts)
        sorts = np.bitwise_or.reduceat(1 << columns["sort"].ravel()[flat], starts)
        total += self._masked("clause", "K", kinds, list(self.vocabulary.kinds))
        return total + self._masked("clause", "T", sorts, SORTS)

    def _ends(self, layout: Layout, last: Any) -> Any:
        width = layout.words.shape[1]
        return last % width == layout.sizes[last // width] - 1

    def _sentences(self, layout: Layout, rows: dict[str, Any], first: Any, last: Any) -> Any:
        """Add what each sentence is like, for each of `SORTS` (`surroundings.sentence_features`)."""
        import numpy as np

        words, sort = layout.words.ravel(), layout.columns["sort"].ravel()
        flat = np.flatnonzero(layout.there.ravel())
        starts = np.searchsorted(flat, first)
        ends = self._ends(layout, last)
        behind = np.where(ends, last, last + 1)
        initials = np.minimum(np.add.reduceat((sort[flat] == SORT["initial"]).astype(np.int64), starts), 4)
        years = np.maximum.reduceat(layout.columns["dated"].ravel()[flat], starts)
        array = self.tables["sentence"].array
        total = array[rows["f"][words[first]]] + array[np.where(ends, rows["m"][0], rows["m"][words[behind]])]
        total += self._listed("sentence", [f"l{at}" for at in range(7)], np.minimum((last - first + 1) // 3, 6))
        total += self._listed("sentence", [f"i{at}" for at in range(5)], initials)
        total += self._listed("sentence", ["y0", "y1"], years)
        total += self._listed("sentence", [f"t{one}" for one in SORTS], sort[first])
        follows = np.where(ends, _KINDS, sort[behind])
        total += self._listed("sentence", [*(f"n{one}" for one in SORTS), f"n{EDGE}"], follows)
        kinds = np.bitwise_or.reduceat(layout.columns["kinds"].ravel()[flat], starts)
        return total + self._masked("sentence", "k", kinds, list(self.vocabulary.kinds))

    def _places(self, references: Sequence[Sequence[str]], layout: Layout) -> Any:
        """Add where the tokens stand (`surroundings.place_features`)."""
        import numpy as np

        at, sizes, sort = layout.at, layout.sizes[:, None], layout.columns["sort"]
        left = np.maximum(sizes - at, 1)
        years = layout.columns["year"] * layout.there
        count = years.sum(axis=1, keepdims=True)
        first = np.where(count > 0, years.argmax(axis=1)[:, None], sizes)
        when = np.where(count == 0, 0, np.where(at < first, 1, np.where(at == first, 2, 3)))
        year = (when * 2 + (first < np.maximum(8, sizes // 3))) * 3 + np.minimum(count, 2)
        start = np.where(at < 4, at, np.minimum(3 + at // 4, 8)) * 6 + np.minimum(sizes // 8, 5)
        end = np.where(left < 4, left, np.minimum(3 + left // 4, 8))
        marks = (quotes(references, layout) * 24 + year) * 2 + depths(layout)
        stops = np.minimum(before(layout.columns["stops"]), 4) * 24 + year
        keyed: tuple[tuple[str, Any, Callable[[int], str]], ...] = (
            ("start", start, lambda n: f"i{n // 6}|z{n % 6}"),
            ("end", end, lambda n: f"e{n}"),
            ("tenth", np.minimum(10 * at // sizes, 9), lambda n: f"d{n}"),
            ("quoted", marks, lambda n: f"q{_STATES[n // 48]}|{_year(n // 2 % 24)}|b{n % 2}"),
            ("stops", stops, lambda n: f"s{n // 24}|{_year(n % 24)}"),
        )
        total: Any = 0
        for name, numbers, key in keyed:
            rows = self.tables[name].of_numbers(numbers * _KINDS + sort, _sorted(key))
            total = total + self.tables[name].array[rows, 0]
        return total

    def _cues(self, layout: Layout, spot: Any) -> Any:
        """Add the last word that said what follows (`surroundings.cue_features`)."""
        cue, far = cues(layout)
        numbers = ((cue * 4 + far) * 4 + spot) * _KINDS + layout.columns["sort"]
        table = self.tables["cue"]
        rows = table.of_numbers(numbers, _cue_key)
        return table.array[rows, 0]


def _year(number: int) -> str:
    return f"y{'nb=a'[number // 6]}{'le'[number // 3 % 2]}{number % 3}"


def _sorted(key: Callable[[int], str]) -> Callable[[int], Hashable]:
    return lambda number: f"{key(number // _KINDS)}|{SORTS[number % _KINDS]}"


def _cue_key(number: int) -> Hashable:
    rest, sort = divmod(number, _KINDS)
    told, spot = divmod(rest, 4)
    cue, far = divmod(told, 4)
    return (f"{CUES[cue - 1]}{far}" if cue else ""), spot, SORTS[sort]
