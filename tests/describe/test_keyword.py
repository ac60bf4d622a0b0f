from described import paper


def test_a_keyword_has_its_gloss_and_belongs_to_the_paper() -> None:
    assert paper()["keyword/buffer-state"] == {
        "a": ["skos:Concept"],
        "skos:prefLabel": ["Buffer state"],
        "skos:definition": ["A small state between two large ones"],
        "prov:wasGeneratedBy": ["rule/read-keyword"],
    }
    assert paper()["."]["dcterms:subject"] == ["keyword/buffer-state"]
