from described import paper


def test_a_quotation_says_who_said_it_to_whom_as_what_when_and_on_what_occasion() -> None:
    assert paper()["quotation/our-border"] == {
        "a": ["ibidem:Quotation"],
        "ibidem:category": ["speech"],
        "ibidem:marks": ['""'],
        "ibidem:occasion": ["the envoys' dinner"],
        "ibidem:speaker": ["actor/elphberg"],
        "ibidem:speakerRole": ["role/elphberg-president"],
        "ibidem:addressee": ["actor/bordurian-envoy"],
        "ibidem:date": ["date/1935-06"],
        "ibidem:supportedBy": ["pointer/3"],
        "prov:wasGeneratedBy": ["rule/quotation-marks", "decision/speaker-of-border"],
    }


def test_a_quotation_inside_another_says_so() -> None:
    assert paper()["quotation/border"]["dcterms:isPartOf"] == ["quotation/our-border"]


def test_a_paraphrase_has_no_marks() -> None:
    said = paper()["quotation/war-was-near"]
    assert said["ibidem:category"] == ["paraphrase"]
    assert "ibidem:marks" not in said
