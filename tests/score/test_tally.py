from ibidem.score.tally import tally_lines


def test_a_figure_shows_its_share_and_what_it_is_a_share_of() -> None:
    assert list(tally_lines([("notes: found", 1, 8), ("markers: found", 0, 0)])) == [
        "notes: found                         12.5%  1 of 8",
        "markers: found                           -  0 of 0",
    ]
