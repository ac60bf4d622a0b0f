import pytest

from desks import desk
from ibidem.resolve.target import find_same, find_target, items_of, with_items
from records import RECORD, mention


@pytest.mark.parametrize(
    ("kind", "exact", "action", "key"),
    [
        ("actor", "Michael Elphberg", "correct", "elphberg"),
        ("actor", "Elphberg told", "correct", None),
        ("actor", "Bordurian", "correct", "borduria"),
        ("actor", "envoy", "correct", "bordurian-envoy"),
        ("actor", "envoy", "merge", None),
        ("actor", "envoy", "reject", None),
        ("quotation", "border\nis", "correct", "our-border"),
        ("quotation", 'foreign bases".\u00b2 President Michael Elphberg', "correct", None),
        ("claim", "12,000 Ruritanian", "reject", "refugees-12000"),
        ("event", "Younger fell", "reject", "fall-of-michael"),
        ("work", "Exiles", "correct", "exiles"),
        ("work", 'C. Brown, "Refugees"', "correct", "refugees"),
        ("work", "4 June 1936", "correct", "daily-strel-1936"),
        ("work", "Ibid., p. 7.", "correct", "smith-zenda"),
        ("reference", "p. 7", "correct", "3"),
        ("place", "Strelsau", "reject", "strelsau"),
    ],
)
def test_what_a_place_means(kind: str, exact: str, action: str, key: str | None) -> None:
    found = find_target(RECORD, kind, mention(exact).span, action=action)
    assert (found.key if found else None) == key


def test_the_same_is_found_by_name_or_by_text_and_figures() -> None:
    here = desk("About 12,000 Ruritanian")
    (claim,) = RECORD.claims
    assert find_same(here, "claim", claim, (("value", "12000"),)) is claim
    assert find_same(here, "claim", claim, (("value", "13000"),)) is None
    assert find_same(desk("About"), "claim", claim, (("value", "12000"),)) is None
    assert find_same(here, "actor", None, (("name", "SYLDAVIA"),)) is RECORD.actors[2]
    assert find_same(here, "place", RECORD.places[0], ()) is None


def test_items_of_a_kind() -> None:
    assert items_of(RECORD, "work") is RECORD.works
    assert with_items(RECORD, "work", iter(RECORD.works)) == RECORD
