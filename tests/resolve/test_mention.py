import pytest

from ibidem.document import Document, Mention
from ibidem.resolve.mention import ActorIndex
from ibidem.span import Span
from ibidem.story import Actor, ActorType
from scene import make_document

TEXT = "The French Army and Paul Kruger met. Kruger left France."


def actor(document: Document, key: str, kind: ActorType, *places: tuple[int, int]) -> Actor:
    mentions = tuple(document.mention(Span(*place)) for place in places)
    return Actor(key, kind, key, (key,), mentions, (), ())


def index() -> ActorIndex:
    document = make_document(TEXT)
    army = actor(document, "army", ActorType.MILITARY_UNIT, (4, 15))
    france = actor(document, "france", ActorType.STATE, (4, 10), (49, 55))
    kruger = actor(document, "kruger", ActorType.PERSON, (20, 31), (37, 43))
    return ActorIndex.of(document, [army, france, kruger], meant=[(Span(32, 35), "army")])


def test_mentions_are_in_text_order_the_longer_first() -> None:
    assert [mention.actor_key for mention in index().mentions] == [
        "army",
        "france",
        "kruger",
        "army",
        "kruger",
        "france",
    ]


def test_within_gives_what_lies_wholly_inside() -> None:
    assert [mention.actor_key for mention in index().within(Span(4, 12))] == ["france"]
    assert not index().within(Span(5, 12))


def test_places_that_mean_an_actor_are_mentions() -> None:
    assert [mention.name for mention in index().within(Span(32, 36))] == ["army"]


def test_a_mention_that_does_not_stand_there_is_refused() -> None:
    document = make_document(TEXT)
    wrong = Mention(Span(0, 3), "Paul", "", "", "Paul")
    with pytest.raises(ValueError, match="does not stand"):
        ActorIndex.of(document, [Actor("x", ActorType.PERSON, "x", ("x",), (wrong,), (), ())])
