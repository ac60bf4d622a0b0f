import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.signal import find_signal, property_of
from ibidem.words import read_table
from published import ROOT

PRINTED = [
    ("See A. Bee, Book", "See"),
    ("See, e.g., A. Bee, Book", "See, e.g."),
    ("see also A. Bee, Book", "see also"),
    ("Cf. A. Bee, Book", "Cf."),
    ("Vgl. Feest, 1972", "Vgl."),
    ("Siehe auch Müller", "Siehe auch"),
    ("For a contrary view, see G. Jones, Book", "For a contrary view, see"),
    ("On rhythm in Césaire and Ménil, see Martin Munro, *Drummers*", "On rhythm in Césaire and Ménil, see"),
    ("(See, for example, M. King, Book)", "See, for example"),
]


@pytest.mark.parametrize(("printed", "signal"), PRINTED)
def test_the_signal_as_printed(printed: str, signal: str) -> None:
    found = find_signal(printed)
    assert found is not None and found[0] == signal
    assert printed[found[1] :][:1].isalpha()


@pytest.mark.parametrize(
    "printed",
    [
        "A. Bee, Book",
        "Seeley, The Expansion of England",
        "E.G. Smith, Book",
        "S. Foo, Book",
        "Bee, Book, 1990, see also",
        "",
    ],
)
def test_what_is_no_signal(printed: str) -> None:
    assert find_signal(printed) is None


@pytest.mark.parametrize(
    ("signal", "property"),
    [
        ("See", "cito:citesForInformation"),
        ("see, e.g.", "cito:citesAsEvidence"),
        ("Vgl. dagegen", "cito:disagreesWith"),
        ("For a contrary view, see", "cito:disagreesWith"),
        ("On rhythm in Césaire and Ménil, see", "cito:citesForInformation"),
        ("Voir aussi", "cito:citesAsRelated"),
        ("Cfr.", "cito:citesAsRelated"),
        ("Véase también", "cito:citesAsRelated"),
        ("См.:", "cito:citesForInformation"),
        ("among others", None),
        ("nonsense", None),
    ],
)
def test_the_property_that_a_signal_means(signal: str, property: str | None) -> None:
    assert property_of(signal) == property


def test_every_signal_of_the_list_is_found_and_the_shapes_know_its_property() -> None:
    shape = (ROOT / "shapes" / "citation.ttl").read_text(encoding="utf-8")
    for printed, meant, _ in read_table("signals"):
        found = find_signal(f"{printed[:1].upper()}{printed[1:]} Bee, Book, 1990")
        assert found is not None, printed
        assert found[0].casefold().rstrip(".,:") == printed.rstrip(".,:"), printed
        assert property_of(found[0]) == (meant or None), printed
        assert not meant or re.search(rf"{meant}\s", shape), meant


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    found = find_signal(text)
    assert found is None or 0 < found[1] <= len(text)
