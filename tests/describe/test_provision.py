from described import paper


def test_a_provision_says_what_is_laid_down_in_which_article() -> None:
    said = paper()["provision/no-foreign-bases"]
    assert said == {"a": ["ibidem:Provision"], "skos:prefLabel": ["no foreign bases"], "ibidem:article": ["2"]}
