import pytest

from ibidem.document import PartKind
from ibidem.read.block import Block
from ibidem.read.keyword import find_keywords
from ibidem.read.lines import split_lines


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- *Strategic Alliance* - Agreement for cooperation", [("Strategic Alliance", "Agreement for cooperation")]),
        ("- *Drug-smuggling*- The act of it", [("Drug-smuggling", "The act of it")]),
        ("- SCO: an alliance", [("SCO", "an alliance")]),
        ("- Peace", [("Peace", None)]),
        ("Keywords: war; post-war peace, law.", [("war", None), ("post-war peace", None), ("law", None)]),
        ("war, peace", [("war", None), ("peace", None)]),
    ],
)
def test_keywords_and_glosses(text: str, words: list[tuple[str, str | None]]) -> None:
    found = find_keywords(text, Block(PartKind.KEYWORD, split_lines(text)))
    assert [(word.term.of(text), word.gloss.of(text) if word.gloss else None) for word in found] == words
