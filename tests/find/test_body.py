from ibidem.find.body import find_body
from ibidem.find.chunk import Chunk
from ibidem.find.scene import scenes
from scene import make_document


def body(text: str) -> Chunk | None:
    [(_, scene)] = scenes(make_document(text))
    return next((chunk for at in range(len(scene.tokens)) if (chunk := find_body(scene, at))), None)


def test_the_longest_head_wins() -> None:
    chunk = body("the Danish Army Air Force")
    assert chunk is not None and (chunk.first, chunk.last, chunk.core) == (1, 5, "army air force")


def test_a_possessor_owns_the_body_behind_it() -> None:
    chunk = body("Finland's Security Council met.")
    assert chunk is not None and (chunk.first, chunk.states, chunk.core) == (1, "FI", "security council")


def test_a_noun_that_only_describes_the_next_is_no_body() -> None:
    assert body("the opposition candidate won") is None
    assert body("the opposition won") is not None


def test_initials_are_no_part_of_a_body() -> None:
    assert body("William J. Guard spoke.") is None


def test_an_article_is_kept() -> None:
    chunk = body("a Ministry of Finance")
    assert chunk is not None and chunk.article == "a"
