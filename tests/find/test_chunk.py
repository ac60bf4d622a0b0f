from ibidem.find.chunk import Scene, Setting
from ibidem.find.token import tokenise


def scene(text: str) -> Scene:
    return Scene(tokenise(text, split=frozenset(), stops=frozenset()), Setting(frozenset()), False, False)


def test_words_beside_are_given_only_where_they_go_on() -> None:
    here = scene("The king. He fell")
    assert (here.low(1), here.low(2), here.low(9), here.low(-1)) == ("king", "", "", "")
    assert (here.before(1), here.before(2), here.before(0)) == ("the", "", "")


def test_articles_are_told() -> None:
    here = scene("the king an envoy another king kings")
    assert [here.article(at) for at in (1, 3, 5, 6)] == ["the", "a", "a", ""]
