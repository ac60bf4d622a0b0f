from described import paper


def test_a_place_has_its_name_and_its_authority() -> None:
    assert paper()["place/zenda"] == {
        "a": ["schema:Place"],
        "skos:prefLabel": ["Zenda"],
        "schema:sameAs": ["../place/zenda"],
        "prov:wasGeneratedBy": ["rule/place"],
    }
