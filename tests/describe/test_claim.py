from described import paper


def test_a_claim_says_how_much_of_what_of_whom_when_and_who_says_so() -> None:
    assert paper()["claim/refugees-12000"] == {
        "a": ["ibidem:Claim"],
        "schema:value": ["12000^^xsd:decimal"],
        "schema:unitText": ["refugees"],
        "ibidem:bound": ["about"],
        "schema:about": ["actor/refugees", "actor/ruritania"],
        "ibidem:speaker": ["actor/ruritania"],
        "ibidem:date": ["date/1936"],
        "ibidem:supportedBy": ["pointer/4"],
        "prov:wasGeneratedBy": ["rule/claim-figure"],
    }
