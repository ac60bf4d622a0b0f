from ibidem.parse.state import state_names


def test_states_of_now_and_then_have_names() -> None:
    names = state_names()
    assert names["FR"].adjective == "French" and names["TJ"].people == "Tajiks"
    assert names["x-ottoman-empire"].name == "Ottoman Empire"
    assert "Russian Federation" in names["RU"].words


def test_a_state_without_adjective_goes_by_its_name() -> None:
    assert state_names()["CF"].adjective == "Central African Republic"
