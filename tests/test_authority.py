from ibidem.authority import Authority


def test_what_is_known_of_a_name_alone() -> None:
    assert Authority("ruritania", "actor", "state", "Ruritania") == Authority(
        "ruritania", "actor", "state", "Ruritania", names=(), identifiers=()
    )
