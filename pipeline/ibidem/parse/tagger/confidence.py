"""How sure a field is: the model's probability, mapped to the share that was right on references it had not seen."""

from itertools import pairwise

from ibidem.parse.tagger.model import Model

ALL = "all"
"""The group of knots for fields that have none of their own."""
Confidence = tuple[tuple[str, float], ...]


def calibrated(confidence: Confidence, model: Model) -> Confidence:
    """Give the calibrated probabilities of fields, to a thousandth: processors differ in what lies below."""
    at = {group: row for row, group in enumerate(model.groups)}
    return tuple((name, round(share(raw, model.knots[at.get(name, at[ALL])]), 3)) for name, raw in confidence)


def share(raw: float, knots: tuple[tuple[float, float], ...]) -> float:
    """Give the value of a curve of straight lines between knots, whose first coordinates ascend from 0 to 1."""
    for (left, low), (right, high) in pairwise(knots):
        if raw <= right:
            return low if right <= left else low + (high - low) * (raw - left) / (right - left)
    return knots[-1][1]
