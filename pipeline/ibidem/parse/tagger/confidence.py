"""How sure a field is: the model's probability, mapped to the share that was right on references it had not seen."""

from bisect import bisect_left
from functools import lru_cache
from operator import itemgetter

from ibidem.parse.tagger.model import Model

ALL = "all"
"""The group of knots for fields that have none of their own."""
Confidence = tuple[tuple[str, float], ...]


def calibrated(confidence: Confidence, model: Model) -> Confidence:
    """Give the calibrated probabilities of fields, to a thousandth: processors differ in what lies below."""
    at = _rows(model.groups)
    return tuple([(name, round(share(raw, model.knots[at.get(name, at[ALL])]), 3)) for name, raw in confidence])


@lru_cache(maxsize=8)
def _rows(groups: tuple[str, ...]) -> dict[str, int]:
    return {group: row for row, group in enumerate(groups)}


def share(raw: float, knots: tuple[tuple[float, float], ...]) -> float:
    """Give the value of a curve of straight lines between knots, whose first coordinates ascend from 0 to 1."""
    at = bisect_left(knots, raw, lo=1, key=itemgetter(0))
    if at == len(knots):
        return knots[-1][1]
    (left, low), (right, high) = knots[at - 1], knots[at]
    return low if right <= left else low + (high - low) * (raw - left) / (right - left)
