from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from ibidem.pairing import best_pairs

LIKENESS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.sampled_from((0.1, 0.2, 0.25, 0.3, 0.4, 0.5)), max_size=14
)


def test_the_likest_pair_first_would_be_worse() -> None:
    assert best_pairs({(0, 0): 0.5, (0, 1): 0.4, (1, 0): 0.4}) == ((0, 1), (1, 0))


def test_one_good_pair_is_better_than_two_bad_ones() -> None:
    assert best_pairs({(0, 0): 0.5, (0, 1): 0.1, (1, 0): 0.1}) == ((0, 0),)


def test_nothing_is_paired_with_what_it_is_not_like() -> None:
    assert best_pairs({}) == ()
    assert best_pairs({(0, 0): 0.2, (1, 0): 0.3, (2, 0): 0.1}) == ((1, 0),)


@given(LIKENESS)
def test_no_other_choice_of_pairs_is_better(likeness: dict[tuple[int, int], float]) -> None:
    pairs = best_pairs(likeness)
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    best = max(sum(likeness.get((a, b), 0.0) for a, b in enumerate(order)) for order in permutations(range(5)))
    assert abs(sum(likeness[pair] for pair in pairs) - best) < 1e-9
