from described import paper


def test_a_person_has_a_name_in_parts() -> None:
    assert paper()["agent/smith"] == {
        "a": ["foaf:Person"],
        "foaf:name": ["A. Smith"],
        "foaf:familyName": ["Smith"],
        "foaf:givenName": ["A."],
        "prov:wasGeneratedBy": ["rule/agent"],
    }


def test_an_organisation_has_its_name_alone() -> None:
    said = paper()["agent/strel-press"]
    assert said == {"a": ["foaf:Organization"], "foaf:name": ["Strel Press"], "prov:wasGeneratedBy": ["rule/agent"]}
