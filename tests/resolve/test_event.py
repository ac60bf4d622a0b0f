from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.find.event import find_events
from ibidem.resolve.event import EventsFound, resolve_events
from ibidem.story import Event
from scene import make_actors, make_document, make_pointers
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "event.tsv")


def resolve(text: str, actors: str = "") -> EventsFound:
    document = make_document(text)
    candidates = tuple(find_events(document))
    index, pointers = make_actors(document, actors), make_pointers(document)
    return resolve_events(document, candidates, actors=index, pointers=pointers)


def shown(event: Event) -> str:
    """Write an event as `date [kind] label @place = actors > pointers`."""
    parts = [event.date.edtf, f"[{event.kind}]", event.label]
    parts += [f"@{event.place}"] if event.place else []
    parts += [f"= {', '.join(event.actors)}"] if event.actors else []
    parts += [f"> {', '.join(event.pointers)}"] if event.pointers else []
    return " ".join(parts)


def test_table_is_whole() -> None:
    assert len(CASES) == 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_texts_to_events(case: dict[str, str]) -> None:
    printed = " | ".join(map(shown, resolve(case["text"], case["actors"]).events)) or "none"
    assert (printed == case["events"]) == (case["status"] == "ok"), printed


def test_places_of_events_are_places_of_the_record() -> None:
    found = resolve("In 1992 they met in Rome. In 1993 they met in Rome and in 1994 they fought in Paris.")
    assert [place.key for place in found.places] == ["rome", "paris"]
    assert {event.place for event in found.events} == {"rome", "paris"}


@given(st.text())
def test_any_text(text: str) -> None:
    resolve(text)


@given(
    st.lists(
        st.sampled_from(["In 1992 ", "France", " met", " in Rome", ". ", "[3]", ", and ", '"', "\n\n"]), max_size=30
    )
)
def test_events_stand_where_they_say(words: list[str]) -> None:
    document = make_document("".join(words))
    found = resolve_events(
        document, tuple(find_events(document)), actors=make_actors(document), pointers=make_pointers(document)
    )
    for event in found.events:
        assert event.mention.span.of(document.text) == event.mention.exact
        assert 0 < len(event.label.split()) <= 12
    assert len({event.key for event in found.events}) == len(found.events)
