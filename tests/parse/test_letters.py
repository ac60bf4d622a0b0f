import re

from ibidem.parse.letters import LOWER, UPPER


def test_large_and_small_letters_of_the_scripts_of_papers() -> None:
    assert re.fullmatch(f"[{UPPER}]+", "AÀŁŠΩЖ")
    assert re.fullmatch(f"[{LOWER}]+", "aàłšωж")
    assert not set(UPPER) & set(LOWER)
