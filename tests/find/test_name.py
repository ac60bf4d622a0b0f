import pytest

from ibidem.find.name import Names, run_at, trimmed
from ibidem.find.scene import scenes
from scene import make_document


def run(text: str, at: int = 1, *, known: frozenset[str] = frozenset(), titled: frozenset[int] = frozenset()) -> str:
    [(_, scene)] = scenes(make_document(text))
    end = run_at(Names(scene, [False] * len(scene.tokens), known, titled), at)
    if end is None:
        return ""
    first, last = trimmed(scene, at, end)
    return " ".join(token.text for token in scene.tokens[first:last])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Ludwig van Beethoven house", "Ludwig van Beethoven"),
        ("when A. J. P. Taylor wrote", "A J P Taylor"),
        ("so Theresa May left", "Theresa May"),
        ("at Victoria Street Station", "Victoria"),
        ("in Reims William Hunt died", "William Hunt"),
        ("the John Work Garrett Papers", "John Work Garrett"),
        ("king Alfonso XIII of Spain", "Alfonso XIII"),
        ("the Poland of old", ""),
        ("on Monday morning", ""),
        ("a Danish town", ""),
        ("and de Gaulle left", "de Gaulle"),
    ],
)
def test_runs(text: str, name: str) -> None:
    at = 2 if text.startswith("and de") else 1
    assert run(text, at) == name


def test_common_nouns_are_names_behind_titles() -> None:
    assert run("when House left", titled=frozenset({1})) == "House"
    assert not run("when House left")
