from described import paper


def test_a_decision_says_what_was_decided_why_and_by_whom() -> None:
    assert paper()["decision/speaker-of-border"] == {
        "a": ["ibidem:Decision"],
        "ibidem:action": ["correct"],
        "rdfs:comment": ["the sentence names him"],
        "ibidem:change": ["speaker=Michael Elphberg"],
        "prov:wasAssociatedWith": ["curator/jane-doe"],
    }
    assert paper()["curator/jane-doe"] == {"a": ["prov:Agent"], "foaf:name": ["Jane Doe"]}
