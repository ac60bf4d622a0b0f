from described import paper


def test_a_role_is_of_an_actor() -> None:
    assert paper()["role/elphberg-president"] == {
        "a": ["ibidem:Role"],
        "skos:prefLabel": ["President"],
        "pro:relatesToEntity": ["actor/ruritania"],
        "ibidem:former": ["false^^xsd:boolean"],
        "prov:wasGeneratedBy": ["rule/role-title"],
    }


def test_a_role_that_is_over_says_of_whom_in_the_printed_words() -> None:
    said = paper()["role/elphberg-colonel"]
    assert (said["ibidem:ofPrinted"], said["ibidem:former"]) == (["the Red Guard"], ["true^^xsd:boolean"])
