import pytest

from ibidem.publish.path import fragment, href, local

BASE = "https://example.org/papers/"


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (f"{BASE}a-1/quotation/our-border", "a-1/quotation/our-border.html"),
        (f"{BASE}a-1/passage/1-2#selector", "a-1/passage/1-2.html#selector"),
        ("https://w3id.org/ibidem/ontology#Quotation", "ontology.html#Quotation"),
        ("https://w3id.org/ibidem/ontology", "ontology.html"),
        ("http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q1"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
    ],
)
def test_an_iri_leads_to_its_page_and_only_the_web_s_to_others(iri: str, expected: str | None) -> None:
    assert href(iri, BASE) == expected


def test_under_a_base_with_a_hash_the_fragment_is_the_path() -> None:
    assert local("https://example.org/papers#a-1/event/x", "https://example.org/papers#") == "a-1/event/x"
    assert fragment("https://example.org/papers#a-1/event/x", "https://example.org/papers#") == ""


def test_the_base_itself_has_no_page_of_an_entity() -> None:
    assert local(BASE, BASE) is None
