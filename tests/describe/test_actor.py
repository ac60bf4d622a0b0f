import pytest

from described import paper
from ibidem.describe.actor import ACTOR_CLASSES
from ibidem.story import ActorType
from records import RECORD


def test_an_actor_has_its_name_roles_authority_and_what_made_it() -> None:
    assert paper()["actor/elphberg"] == {
        "a": ["ibidem:Actor", "ibidem:Person"],
        "skos:prefLabel": ["Michael Elphberg"],
        "pro:holdsRoleInTime": ["role/elphberg-president", "role/elphberg-colonel"],
        "prov:wasGeneratedBy": ["rule/actor-name"],
    }
    assert paper()["actor/ruritania"]["schema:sameAs"] == ["../actor/ruritania"]


@pytest.mark.parametrize("actor", RECORD.actors, ids=lambda actor: actor.key)
def test_an_actor_has_one_type_of_its_own(actor: object) -> None:
    assert set(ACTOR_CLASSES) == set(ActorType)
    assert {actor.type for actor in RECORD.actors} == set(ActorType)
    assert len(paper()[f"actor/{actor.key}"]["a"]) == 2  # type: ignore[attr-defined]
