import numpy as np

from ibidem.parse.tagger.model import Model
from ibidem.parse.tagger.weights import Weights


def known(*names: str) -> Weights:
    """Give the weights of features, for one label, in their order: 1, 2, 3."""
    weights = np.array([[*range(1, len(names) + 1), 0]], dtype=np.float32).T
    return Weights(Model(("note",), {name: at for at, name in enumerate(names)}, weights, None, (), ()))


def test_what_begins_in_several_ways_adds_up_in_its_group() -> None:
    held = known("a:Fin", "aB:Fin", "aB:Fon", "aB:Fin:", "a:Zin").held(("a:F", "aB:F"), ("a:F", "aE:F"))
    assert held.vectors[:, held.of(["in", "on", "of"]), 0].tolist() == [[3, 3, 0], [1, 0, 0]]
    assert held.at(np.array([0, 1]), held.of(["in", "in"])).tolist() == [[3], [1]]


def test_the_names_of_a_mask_add_up() -> None:
    held = known("a:Kmonth", "a:Kplace").held(("a:K",))
    sets, numbers = held.together(("place", "town", "month"), np.array([0b101, 0b010, 0b101, 0b001]))
    assert sets.at(0, numbers).tolist() == [[3], [0], [3], [2]]


def test_a_bar_can_stand_in_either_part_of_a_pair() -> None:
    pairs = known("<cc=a|b|c", ">cc=a|b").pairs("cc")
    found = [
        pairs.of(np.array([pairs.left.get(left, 0)]), np.array([pairs.right.get(right, 0)]))[0]
        for left, right in (("a", "b|c"), ("a|b", "c"), ("a", "b"), ("b", "a"), ("a|b", "b"))
    ]
    assert pairs.vectors[:, found, 0].tolist() == [[1, 1, 0, 0, 0], [0, 0, 2, 0, 0]]
