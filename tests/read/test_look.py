from ibidem.document import PartKind
from ibidem.read.layout import KINDS
from ibidem.read.look import Look, style_kinds


def test_what_a_look_says_stands_over_what_is_below() -> None:
    below = Look(kind="quote", italic=True, left=720)
    assert Look(italic=False, size=20).over(below) == Look(kind="quote", italic=False, left=720, size=20)
    assert Look().over(below) is below


def test_every_style_that_is_known_makes_a_paragraph_of_some_kind() -> None:
    assert style_kinds()["title"] == "title" and KINDS["title"] is PartKind.TITLE
    assert all(name == name.casefold() for name in style_kinds())
