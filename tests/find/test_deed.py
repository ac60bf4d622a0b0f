import pytest

from ibidem.find.deed import told_of
from ibidem.find.scene import scenes
from scene import make_document


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("according to Joshi it ended", "Joshi", True),
        ("when Osei walked home", "Osei", True),
        ("when Osei rarely complained", "Osei", True),
        ("when Osei was born", "Osei", True),
        ("while Osei blames the chiefs", "Osei", True),
        ("Osei, writing to a friend, agreed", "Osei", True),
        ("Osei, for his part, agreed", "Osei", True),
        ("and Osei's diary ended", "Osei", True),
        ("he told Osei that it ended", "Osei", True),
        ("in a letter to Osei it ended", "Osei", True),
        ("“No,” said Osei, “it ended.”", "Osei", True),
        ("Osei agreed at once", "Osei", True),
        ("when Osei burned", "Osei", False),
        ("the road to Osei ended", "Osei", False),
        ("Critics argued that it ended", "Critics", False),
        ("Opinion wanted it to end", "Opinion", False),
        ("when Solidarność walked in Solidarność", "Solidarność", False),
        ("the Kremlin wanted it to end", "Kremlin", False),
        ("many Parisians argued", "Parisians", False),
        ("La Paz agreed at once", "La Paz", False),
    ],
)
def test_what_people_do_tells_that_a_word_names_one(text: str, name: str, *, told: bool) -> None:
    [(_, scene)] = scenes(make_document(text))
    words = name.split()
    lows = [token.text for token in scene.tokens]
    at = lows.index(words[0])
    assert bool(told_of(scene, at, at + len(words))) == told
