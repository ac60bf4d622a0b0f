from described import paper


def test_a_treaty_says_what_it_is_when_where_and_who_took_part() -> None:
    assert paper()["treaty/treaty-of-zenda"] == {
        "a": ["ibidem:Treaty"],
        "skos:prefLabel": ["Treaty of Zenda"],
        "ibidem:kind": ["treaty"],
        "schema:creativeWorkStatus": ["in force"],
        "ibidem:date": ["date/1934-05"],
        "schema:location": ["place/zenda"],
        "pro:isDocumentContextFor": [
            "participation/treaty-of-zenda-ruritania",
            "participation/treaty-of-zenda-borduria",
            "participation/treaty-of-zenda-syldavia",
            "participation/treaty-of-zenda-borduria-2",
        ],
        "dcterms:hasPart": ["provision/no-foreign-bases"],
        "cito:cites": ["treaty/league-charter"],
        "ibidem:supportedBy": ["pointer/1", "pointer/2"],
        "schema:sameAs": ["../treaty/treaty-of-zenda"],
        "prov:wasGeneratedBy": ["rule/treaty-name"],
    }
