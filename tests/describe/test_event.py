from described import paper


def test_an_event_says_what_happened_when_where_and_with_whom() -> None:
    assert paper()["event/fall-of-michael"] == {
        "a": ["ibidem:Event"],
        "skos:prefLabel": ["Michael the Younger falls"],
        "ibidem:kind": ["conflict"],
        "ibidem:date": ["date/1937-03-03"],
        "schema:location": ["place/strelsau"],
        "ibidem:participant": ["actor/elphberg", "actor/young"],
        "ibidem:supportedBy": ["pointer/5"],
        "prov:wasGeneratedBy": ["rule/event-dated"],
    }
