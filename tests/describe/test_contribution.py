from described import paper


def test_authors_are_numbered_in_the_printed_order() -> None:
    assert paper()["contribution/smith-zenda-author-2"] == {
        "a": ["pro:RoleInTime"],
        "pro:isHeldBy": ["agent/jones"],
        "pro:withRole": ["pro:author"],
        "schema:position": ["2^^xsd:integer"],
    }


def test_editors_are_numbered_apart() -> None:
    said = paper()["contribution/exiles-editor-1"]
    assert said["pro:withRole"] == ["pro:editor"]
    assert "contribution/exiles-editor-1" in paper()["work/exiles"]["pro:isDocumentContextFor"]
