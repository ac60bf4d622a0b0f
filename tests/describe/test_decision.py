from described import gathered, paper
from ibidem.describe import describe_record
from records import BASE, RECORD


def test_a_decision_says_what_was_decided_why_and_by_whom() -> None:
    assert paper()["decision/speaker-of-border"] == {
        "a": ["ibidem:Decision"],
        "ibidem:action": ["correct"],
        "rdfs:comment": ["the sentence names him"],
        "ibidem:change": ["speaker=Michael Elphberg"],
        "prov:wasAssociatedWith": ["curator/jane-doe"],
    }
    assert paper()["curator/jane-doe"] == {"a": ["prov:Agent"], "foaf:name": ["Jane Doe"]}


def test_whoever_has_an_iri_in_the_settings_is_not_named_anew() -> None:
    iri = "https://example.org/jane"
    quads = describe_record(RECORD, base=BASE, people=[("Jane Doe", iri)])
    assert gathered(quads)["decision/speaker-of-border"]["prov:wasAssociatedWith"] == [iri]
    assert gathered(quads)[iri] == {"a": ["prov:Agent"], "foaf:name": ["Jane Doe"]}
