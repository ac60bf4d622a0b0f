from described import authorities


def test_an_authority_is_about_an_actor_and_is_none() -> None:
    assert authorities()["../actor/ruritania"] == {
        "a": ["ibidem:Authority"],
        "dcterms:type": ["ibidem:State"],
        "skos:prefLabel": ["Ruritania"],
        "skos:altLabel": ["Kingdom of Ruritania"],
        "adms:identifier": [
            "../actor/ruritania#wikidata-Q1190",
            "../actor/ruritania#iso3166-RR",
        ],
        "schema:sameAs": ["http://www.wikidata.org/entity/Q1190"],
    }


def test_an_identifier_says_how_and_when_it_was_checked() -> None:
    assert authorities()["../actor/ruritania#wikidata-Q1190"] == {
        "a": ["adms:Identifier"],
        "skos:notation": ["Q1190"],
        "adms:schemaAgency": ["wikidata"],
        "ibidem:method": ["name and place"],
        "ibidem:confidence": ["certain"],
        "dcterms:date": ["2026-01-02^^xsd:date"],
    }


def test_a_value_that_is_no_local_name_becomes_one() -> None:
    assert authorities()["../place/zenda#local-a-b-c"]["skos:notation"] == ["a/b c"]


def test_each_sort_of_authority_says_what_it_is_about() -> None:
    types = {node.split("/")[1]: said["dcterms:type"] for node, said in authorities().items() if "dcterms:type" in said}
    assert types == {
        "actor": ["ibidem:State"],
        "place": ["schema:Place"],
        "treaty": ["ibidem:Treaty"],
        "work": ["fabio:Work"],
        "agent": ["foaf:Organization"],
    }
