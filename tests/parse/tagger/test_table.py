import numpy as np

from ibidem.parse.tagger.table import Table, roomy
from tagged import made_up


def test_places_that_are_met_later_join_those_that_were_met_before() -> None:
    model = made_up()
    names = sorted(model.index)[:40]
    table = Table(model, 40, lambda number: (names[number], "unknown"))
    for numbers in ([[3, 1], [1, 7]], [[7, 39], [0, 3]]):
        rows = [[model.index[names[number]] for number in row] for row in numbers]
        assert np.array_equal(table.of(np.array(numbers)), model.weights[rows])


def test_an_array_grows_with_what_it_holds() -> None:
    held = np.array([[1, 2], [3, 4]])
    grown = roomy(held, 3)
    assert grown.shape[1] > 3
    assert grown[:, :3].tolist() == [[1, 2, 0], [3, 4, 0]]
    assert roomy(grown, 4) is grown
