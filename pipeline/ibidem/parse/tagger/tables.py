"""What a model says of words, of neighbours, of clauses and sentences, and of places, each where it is looked up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ibidem.parse.tagger.features import LONGEST_AFFIX, OFFSETS
from ibidem.parse.tagger.model import Model
from ibidem.parse.tagger.surroundings import CUES, SPOTS, cue_features, place_features
from ibidem.parse.tagger.table import Table
from ibidem.parse.tagger.vocabulary import SORTS
from ibidem.parse.tagger.weights import Held, Pairs, Weights

AROUND = ("", *map(str, OFFSETS))
"""What stands before the names of features of the token itself, and of its neighbours."""
_NEAR = ("", "-1", "1")
_TRAITS = (("p", AROUND), ("t", AROUND), ("k", AROUND), ("t&p", _NEAR), ("t&k", _NEAR), ("n", ("",)))
"""The features of a trait (`features.trait_features`, `features.far_features`), and who has them."""
AFFIXES = range(1, LONGEST_AFFIX + 1)
_OWN = ("w", "s", "l", *(f"{side}{size}" for size in AFFIXES for side in "<>"))
"""The features of a word alone (`features.own_features`)."""
PAIRS = {"tt": ("t", "t"), "tp": ("t&p", "t&p"), "pt": ("p", "t"), "kt": ("k", "t&p"), "kk": ("k", "k")}
"""The features of two neighbours' traits together (`features.pair_features`), and of what of them each is made."""
_CLAUSE, _SENTENCE = "LENPFZKT", "liytnfmk"
"""The elements of a clause and of a sentence (`surroundings.look_around`)."""
_STATES = ("qb", "qi", "qa", "Qb", "Qi", "Qa")
KINDS = len(SORTS)


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a model, by the names of features.

    Groups of `around` are as in `AROUND`, those of `clause` as `SPOTS`, those of `sentence` as `SORTS`. `told` are the
    cores of which the model says anything, numbered from 1; `cores` gives for them the numbers of each sort of feature.
    """

    own: dict[str, Held]
    core: Held
    traits: dict[str, Held]
    pairs: dict[str, Pairs]
    clause: dict[str, Held]
    sentence: dict[str, Held]
    places: dict[str, Table]
    told: dict[str, int]
    cores: dict[str, Any]


def make_tables(model: Model) -> Tables:
    """Sort what a model knows into tables."""
    weights = Weights(model)
    core = weights.held(*((f"{offset}c=",) for offset in AROUND))
    clause = {name: weights.held(*((f"a:{name}", f"a{spot}:{name}") for spot in SPOTS)) for name in _CLAUSE}
    sentence = {name: weights.held(*((f"b:{name}", f"b&{sort}:{name}") for sort in SORTS)) for name in _SENTENCE}
    told, cores = _cores(
        {
            "core": core.numbers,
            **{name: clause[name].numbers for name in "FZ"},
            **{name: sentence[name].numbers for name in "fm"},
        }
    )
    return Tables(
        {name: weights.held((f"{name}=",)) for name in _OWN},
        core,
        {name: weights.held(*([f"{at}{name}="] if at in reach else [] for at in AROUND)) for name, reach in _TRAITS},
        {name: weights.pairs(name) for name in PAIRS},
        clause,
        sentence,
        {name: Table(model, most * KINDS, names) for name, most, names in _PLACES},
        told,
        cores,
    )


def _cores(numbers: dict[str, dict[str, int]]) -> tuple[dict[str, int], dict[str, Any]]:
    """Number all cores of which a model says anything, and give for these numbers those of each sort of feature."""
    import numpy as np

    told: dict[str, int] = {}
    places = {name: [told.setdefault(core, len(told) + 1) for core in held] for name, held in numbers.items()}
    found = {name: np.zeros(len(told) + 1, dtype=np.int64) for name in numbers}
    for name, held in numbers.items():
        found[name][places[name]] = list(held.values())
    return told, found


def _placed(key: Callable[[int], str]) -> Callable[[int], Iterable[str]]:
    """Name the features of a place and a class that one number stands for."""
    return lambda number: place_features(f"{key(number // KINDS)}|{SORTS[number % KINDS]}")


def _cued(number: int) -> Iterable[str]:
    rest, sort = divmod(number, KINDS)
    told, spot = divmod(rest, 4)
    cue, far = divmod(told, 4)
    return cue_features(f"{CUES[cue - 1]}{far}" if cue else "", spot, SORTS[sort])


def _year(number: int) -> str:
    return f"y{'nb=a'[number // 6]}{'le'[number // 3 % 2]}{number % 3}"


_PLACES: tuple[tuple[str, int, Callable[[int], Iterable[str]]], ...] = (
    ("start", 9 * 6, _placed(lambda n: f"i{n // 6}|z{n % 6}")),
    ("end", 9, _placed(lambda n: f"e{n}")),
    ("tenth", 10, _placed(lambda n: f"d{n}")),
    ("quoted", 6 * 24 * 2, _placed(lambda n: f"q{_STATES[n // 48]}|{_year(n // 2 % 24)}|b{n % 2}")),
    ("stops", 5 * 24, _placed(lambda n: f"s{n // 24}|{_year(n % 24)}")),
    ("cue", (len(CUES) + 1) * 4 * 4, _cued),
)
"""The sorts of places, how many there are of each in a class, and how they are named."""
