from itertools import pairwise, product

import numpy as np

from ibidem.parse.tagger.decode import Tagger, beliefs, viterbi
from tagged import REFERENCES, made_up, words

LABELS = 3
SIZES = np.array([1, 4, 2, 5])


def case() -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(3)
    return chance.normal(size=(len(SIZES), SIZES.max(), LABELS)).astype(np.float32), chance.normal(
        size=(LABELS, LABELS)
    )


def weight(emitted: np.ndarray, transitions: np.ndarray, way: tuple[int, ...]) -> float:
    stays = sum(emitted[at, label] for at, label in enumerate(way))
    return float(stays + sum(transitions[left, right] for left, right in pairwise(way)))


def test_the_best_labels_are_those_of_the_heaviest_way() -> None:
    emitted, transitions = case()
    best = viterbi(emitted, transitions, SIZES)
    for row, size in enumerate(SIZES):
        ways = list(product(range(LABELS), repeat=size))
        heaviest = max(ways, key=lambda way: weight(emitted[row], transitions, way))
        assert tuple(best[row, :size]) == heaviest


def test_beliefs_are_the_shares_of_all_ways() -> None:
    emitted, transitions = case()
    best = viterbi(emitted, transitions, SIZES)
    alone, follows = beliefs(emitted, transitions, SIZES, best)
    for row, size in enumerate(SIZES):
        shares = {way: np.exp(weight(emitted[row], transitions, way)) for way in product(range(LABELS), repeat=size)}
        total = sum(shares.values())
        for at in range(size):
            here = sum(share for way, share in shares.items() if way[at] == best[row, at])
            assert np.isclose(alone[row, at], here / total)
            if at:
                before = sum(share for way, share in shares.items() if way[at - 1] == best[row, at - 1])
                both = (best[row, at - 1], best[row, at])
                joint = sum(share for way, share in shares.items() if way[at - 1 : at + 1] == both)
                assert np.isclose(follows[row, at], joint / before)


def test_what_is_read_stays_as_it_was() -> None:
    emitted, transitions = case()
    before = emitted.copy()
    viterbi(emitted[:1], transitions, SIZES[:1])
    assert (emitted == before).all()


def test_each_token_has_a_label_whatever_the_company() -> None:
    texts = [words(text) for text in (*REFERENCES, "", " ")]
    together = Tagger(made_up()).tag(texts)
    assert [len(path.labels) for path in together] == [len(one) for one in texts]
    alone = [Tagger(made_up()).tag([one])[0] for one in texts]
    assert [path.labels for path in together] == [path.labels for path in alone]
    for path, other in zip(together, alone, strict=True):
        assert np.allclose(path.alone, other.alone) and np.allclose(path.follows, other.follows)
    assert all(0 <= share <= 1.000001 for path in together for share in (*path.alone, *path.follows))
