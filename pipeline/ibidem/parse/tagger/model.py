"""The trained model: names of features, their weights for each label, and the weights of label after label."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

FILE = "model.npz"
_GRAIN = 1000
"""Weights are kept in thousandths."""


@dataclass(frozen=True, slots=True)
class Model:
    """A linear-chain CRF; the last row of `weights`, all zero, stands for features that it does not know.

    `labels` are tags (`tags.py`); `weights` is features by labels, `transitions` labels by labels, from row to column.
    `knots` are the calibration: raw probabilities that ascend, and the share of fields that were right there, one row
    a group of `groups`.
    """

    labels: tuple[str, ...]
    index: dict[str, int]
    weights: Any
    transitions: Any
    groups: tuple[str, ...]
    knots: tuple[tuple[tuple[float, float], ...], ...]

    def calibrated(self, curves: Sequence[tuple[str, Sequence[tuple[float, float]]]]) -> "Model":
        """Give the same model with other curves."""
        groups = tuple(group for group, _ in curves)
        return replace(self, groups=groups, knots=tuple(tuple(knots) for _, knots in curves))


def read_model(data: bytes, *, lists: bool = False) -> Model:
    """Read a model from the bytes of its file: for references in notes, or for the entries of `lists`."""
    import numpy as np

    with np.load(io.BytesIO(data), allow_pickle=False) as held:
        names = held["names"].tobytes().decode("utf-8").split("\n")
        labels = held["labels"].tobytes().decode("utf-8").split("\n")
        groups = held["groups"].tobytes().decode("utf-8").split("\n")
        weights = np.zeros((len(names) + 1, len(labels)), dtype=np.float32)
        for part in ("shared", "listed") if lists else ("shared",):
            weights.flat[np.cumsum(held[f"{part}_places"], dtype=np.int64)] += held[f"{part}_values"] / _GRAIN
        transitions = held["transitions"].astype(np.float32)
        knots = tuple(tuple((round(x, 6), round(y, 6)) for x, y in curve) for curve in held["knots"].tolist())
    index = {name: row for row, name in enumerate(names)}
    return Model(tuple(labels), index, weights, transitions, tuple(groups), knots)


@cache
def load_model(*, lists: bool = False) -> Model:
    """Read the model that the package ships: for references in notes, or for the entries of `lists`."""
    return read_model((files(__package__) / FILE).read_bytes(), lists=lists)
