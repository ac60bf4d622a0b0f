from ibidem.publish.redirect.rule import TYPES
from ibidem.publish.redirect.static import static_headers, static_redirects
from redirects import ELSEWHERE, GONE, MOVED, NEW, THERE, make_workspace, withdrawn

BASE, SITE = "https://w3id.org/ibidem/", "https://example.org/edition/"


def test_every_kind_of_file_but_pages_gets_its_type_and_other_origins_may_read_it() -> None:
    headers = static_headers()
    assert headers.startswith("/*\n  Access-Control-Allow-Origin: *\n")
    assert "/*.ttl\n  Content-Type: text/turtle; charset=utf-8\n" in headers
    assert "/*.jsonld\n  Content-Type: application/ld+json\n" in headers
    assert headers.count("/*.") == len(TYPES) - 1


def test_what_was_withdrawn_has_a_line_and_nothing_else_needs_one() -> None:
    lines = static_redirects(make_workspace(BASE, SITE), withdrawn(BASE)).splitlines()
    assert lines[1:] == [
        f"/edition/{ELSEWHERE} {THERE} 303",
        f"/edition/{GONE} /edition/{GONE}.html 410",
        f"/edition/{MOVED} {BASE}{NEW} 303",
    ]
