"""The tables of vectors that a model is read through, and the keys of which it knows a feature."""

import re
from collections.abc import Iterable
from typing import Any

from ibidem.parse.tagger.features import (
    OFFSETS,
    REACH,
    far_features,
    joint_feature,
    own_features,
    pair_features,
    trait_features,
)
from ibidem.parse.tagger.model import Model
from ibidem.parse.tagger.surroundings import (
    SPOTS,
    clause_features,
    cue_features,
    place_features,
    sentence_features,
)
from ibidem.parse.tagger.table import Names, Table
from ibidem.parse.tagger.vocabulary import SORTS

_PREFIXES = (
    ("core", re.compile(r"(?:-?\d)?c=(.*)", re.DOTALL)),
    ("joint", re.compile(r"[<>]cc=(.*)", re.DOTALL)),
    ("clause", re.compile(r"a[BIES]?:(.*)", re.DOTALL)),
    ("sentence", re.compile(r"b(?:&\w+)?:(.*)", re.DOTALL)),
)
"""How the names of features of a table begin, and its key."""


def _wanted(model: Model) -> dict[str, frozenset[Any]]:
    """Give for each table the keys of which the model knows a feature."""
    found: dict[str, set[Any]] = {name: set() for name, _ in _PREFIXES}
    for name in model.index:
        for table, pattern in _PREFIXES:
            match = pattern.fullmatch(name)
            if match:
                found[table].add(match.group(1))
    return {table: frozenset(keys) for table, keys in found.items()}


def _around(trait: tuple[str, str, str, str]) -> list[Iterable[str]]:
    """Name what a token's traits say of the tokens from the third behind it to the third before it, and of itself."""
    ahead = [[f"{offset}{name}" for name in far_features(trait, -offset)] for offset in OFFSETS if offset < 0]
    behind = [[f"{offset}{name}" for name in far_features(trait, offset)] for offset in OFFSETS if offset > 0]
    return [*ahead, trait_features(trait), *behind]


def _core(core: str) -> list[Iterable[str]]:
    named = [[f"{offset}c={core}"] for offset in OFFSETS]
    return [*named[:REACH], [f"c={core}"], *named[REACH:]]


def _joint(pair: str) -> list[Iterable[str]]:
    return [[f"<{joint_feature(pair)}"], [f">{joint_feature(pair)}"]]


def _pair(pair: tuple[Any, Any]) -> list[Iterable[str]]:
    names = pair_features(*pair)
    return [[f"<{name}" for name in names], [f">{name}" for name in names]]


_TABLES: tuple[tuple[str, int, Names], ...] = (
    ("word", 1, lambda word: [own_features(word)]),
    ("trait", 2 * REACH + 1, _around),
    ("core", 2 * REACH + 1, _core),
    ("pair", 2, _pair),
    ("joint", 2, _joint),
    ("start", 1, lambda place: [place_features(place)]),
    ("end", 1, lambda place: [place_features(place)]),
    ("tenth", 1, lambda place: [place_features(place)]),
    ("quoted", 1, lambda place: [place_features(place)]),
    ("stops", 1, lambda place: [place_features(place)]),
    ("clause", len(SPOTS), clause_features),
    ("sentence", len(SORTS), lambda element: [sentence_features(element, sort) for sort in SORTS]),
    ("cue", 1, lambda key: [cue_features(*key)]),
)


def make_tables(model: Model) -> dict[str, Table]:
    """Make the tables of a model, empty but for what it knows."""
    wanted = _wanted(model)
    return {name: Table(model, groups, names, wanted.get(name)) for name, groups, names in _TABLES}
