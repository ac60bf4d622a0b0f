from ibidem.cited import Name
from ibidem.parse.reference import parse_reference
from ibidem.resolve.citation.entry import called, signed

BEFORE = (Name("Jane Carmody", "Carmody", "Jane"),)


def test_dashes_stand_for_the_authors_of_the_entry_before() -> None:
    text = "———. “Patents.” In Science and Property, edited by Neil Oakes, 55–90. Cambridge: MIT Press, 2002."
    assert signed(text, parse_reference(text), BEFORE).source.fields.authors == BEFORE


def test_an_entry_with_authors_keeps_them() -> None:
    text = "Aldous, Frederick. Waves and Wires. Chicago: Press, 1995."
    assert signed(text, parse_reference(text), BEFORE).source.fields.authors == (
        Name("Frederick Aldous", "Aldous", "Frederick"),
    )


def test_a_document_bears_the_name_that_it_is_cited_by() -> None:
    fields = called(parse_reference("Northern Carriers Comments at 12"), "Northern Carriers Comments").source.fields
    assert (fields.title, fields.type) == ("Northern Carriers Comments", "document")
