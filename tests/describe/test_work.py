from described import paper


def test_a_work_says_what_is_printed_of_it() -> None:
    assert paper()["work/smith-zenda"] == {
        "a": ["fabio:Work", "schema:Article"],
        "ibidem:kind": ["article"],
        "dcterms:title": ["Zenda"],
        "dcterms:alternative": ["Zendda"],
        "prism:volume": ["2"],
        "prism:issueIdentifier": ["1"],
        "prism:pageRange": ["5-9"],
        "prism:doi": ["10.1000/zenda.5"],
        "fabio:hasURL": ["https://example.org/zenda?a=1&b=2^^xsd:anyURI"],
        "fabio:hasAccessDate": ["2001-02-03^^locedtf:EDTF"],
        "frbr:partOf": ["work/journal-of-small-states"],
        "pro:isDocumentContextFor": ["contribution/smith-zenda-author-1", "contribution/smith-zenda-author-2"],
        "ibidem:date": ["date/1990"],
        "prov:wasGeneratedBy": ["rule/work"],
    }


def test_container_publisher_and_place_are_nodes_of_their_own() -> None:
    said = paper()["work/exiles"]
    assert said["dcterms:publisher"] == ["agent/strel-press"]
    assert said["fabio:hasPlaceOfPublication"] == ["place/strelsau"]
    assert paper()["work/refugees"]["frbr:partOf"] == ["work/exiles"]


def test_a_book_says_its_edition_series_and_isbn_and_a_source_where_it_is_kept() -> None:
    book, issue = paper()["work/exiles"], paper()["work/daily-strel-1936"]
    assert (book["prism:edition"], book["ibidem:series"]) == (["2nd"], ["Ruritanian Studies 12"])
    assert book["prism:isbn"] == ["0-19-852663-6"]
    assert issue["schema:itemLocation"] == ["State Archive of Ruritania, box 4"]
    assert (issue["schema:genre"], issue["skos:note"]) == (["evening edition"], ["mutilated"])


def test_a_source_without_a_title_is_called_by_its_container() -> None:
    assert "dcterms:title" not in paper()["work/daily-strel-1936"]


def test_a_work_is_of_the_class_of_its_kind() -> None:
    kinds = {node: said["a"] for node, said in paper().items() if "fabio:Work" in said.get("a", [])}
    assert kinds["work/refugees"] == ["fabio:Work", "schema:Chapter"]
    assert kinds["work/daily-strel"] == ["fabio:Work", "schema:Periodical"]
