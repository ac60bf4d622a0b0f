"""How sure a field is: the model's probability, mapped to the share that was right on references it had not seen."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from ibidem.parse.tagger.model import Model
from ibidem.parse.tagger.stretch import Stretch

ALL = "all"
"""The group of knots for labels that have none of their own."""


def calibrated(stretches: Iterable[Stretch], model: Model) -> tuple[Stretch, ...]:
    """Give stretches with calibrated probabilities."""
    curves = {group: tuple(map(tuple, knots)) for group, knots in zip(model.groups, model.knots.tolist(), strict=True)}
    return tuple(
        replace(one, probability=share(one.probability, curves.get(one.label, curves[ALL]))) for one in stretches
    )


def share(raw: float, knots: tuple[tuple[float, float], ...]) -> float:
    """Give the value of a curve of straight lines between knots, whose first coordinates ascend from 0 to 1."""
    for (left, low), (right, high) in pairwise(knots):
        if raw <= right:
            return low if right <= left else low + (high - low) * (raw - left) / (right - left)
    return knots[-1][1]
