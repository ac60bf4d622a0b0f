"""The same rules in a real nginx that serves the site, at the root of a host and below a folder."""

from collections.abc import Iterator

import pytest

from ibidem.publish.redirect.nginx import nginx_server
from redirects import (
    ACCEPT,
    ELSEWHERE,
    FILES,
    GONE,
    MOVED,
    NEW,
    PAGES,
    THERE,
    THINGS,
    TYPES,
    accept_of,
    make_site,
    make_workspace,
    withdrawn,
)
from webserver import free_port, get, missing_server, nginx, open_folder


@pytest.fixture(scope="module", params=["/", "/edition/"])
def site(request: pytest.FixtureRequest) -> Iterator[str]:
    missing = missing_server("nginx")
    if missing:
        pytest.skip(missing)
    with open_folder() as folder:
        port = free_port()
        address = f"http://127.0.0.1:{port}{request.param}"
        make_site(folder / "www" / request.param.strip("/"))
        server = nginx_server(make_workspace(address, address), withdrawn(address))
        assert server.count("root /srv/www;") == 1
        with nginx(folder, server.replace("root /srv/www;", f"root {folder}/www;"), port):
            yield address


def at(site: str, location: str) -> str:
    """Give the address of a Location, which is a path."""
    assert location.startswith("/")
    return site[: site.index("/", len("http://"))] + location


@pytest.mark.slow
@pytest.mark.parametrize("thing", THINGS)
def test_every_client_gets_what_it_asks_for(site: str, thing: str) -> None:
    for case in ACCEPT:
        name = f"{thing}.{case['expected']}"
        first = get(f"{site}{thing}", accept_of(case))
        assert (first.status, at(site, first.headers["location"])) == (303, f"{site}{name}"), case["client"]
        assert "Accept" in first.headers["vary"]
        assert first.headers["access-control-allow-origin"] == "*"
        second = get(f"{site}{name}", accept_of(case))
        assert (second.status, second.body.decode(), second.media_type) == (200, name, TYPES[case["expected"]])
        assert second.headers["access-control-allow-origin"] == "*"


@pytest.mark.slow
def test_the_base_itself_is_the_dataset(site: str) -> None:
    for case in ACCEPT:
        reply = get(site, accept_of(case))
        if case["expected"] == "html":
            assert (reply.status, reply.body) == (200, b"index.html"), case["client"]
        else:
            assert reply.status == 303
            assert at(site, reply.headers["location"]) == f"{site}dataset.{case['expected']}", case["client"]


@pytest.mark.slow
def test_pages_without_data_are_pages_for_everybody(site: str) -> None:
    for page in (*PAGES, "queries/citations"):
        for accept in ("text/html", "text/turtle", "application/ld+json", "*/*", None):
            reply = get(f"{site}{page}", accept)
            assert (reply.status, at(site, reply.headers["location"])) == (303, f"{site}{page}.html")


@pytest.mark.slow
def test_a_query_is_there_as_text_and_as_table_and_the_shapes_as_turtle(site: str) -> None:
    for name, accept, ending in (
        ("queries/citations", "application/sparql-query", "rq"),
        ("queries/citations", "text/csv", "csv"),
        ("shapes", "text/turtle", "ttl"),
        ("shapes", "application/ld+json", "ttl"),
        ("shapes", "text/html", "html"),
    ):
        reply = get(f"{site}{name}", accept)
        assert (reply.status, at(site, reply.headers["location"])) == (303, f"{site}{name}.{ending}")


@pytest.mark.slow
def test_files_keep_their_names_and_have_their_types(site: str) -> None:
    for name, media_type in FILES.items():
        reply = get(f"{site}{name}", "text/turtle")
        assert (reply.status, reply.body.decode(), reply.media_type) == (200, name, media_type)
        assert "content-encoding" not in reply.headers
    assert get(f"{site}sethi-2017.ttl").headers["content-type"] == "text/turtle; charset=utf-8"
    assert get(f"{site}sethi-2017.html").headers["content-type"] == "text/html; charset=utf-8"
    assert get(f"{site}sethi-2017.jsonld").headers["content-type"] == "application/ld+json"
    assert get(f"{site}dumps/dataset.nq.gz").headers["content-type"] == "application/gzip"
    assert not [name for name in FILES if "." in name.rpartition("/")[2] and "vary" in get(f"{site}{name}").headers]


@pytest.mark.slow
def test_the_base_without_its_slash_leads_to_it(site: str) -> None:
    if site.count("/") > 3:
        reply = get(site.rstrip("/"))
        assert (reply.status, at(site, reply.headers["location"])) == (301, site)


@pytest.mark.slow
def test_a_slash_at_the_end_changes_nothing(site: str) -> None:
    for thing in THINGS:
        reply = get(f"{site}{thing}/", "text/turtle")
        assert (reply.status, at(site, reply.headers["location"])) == (303, f"{site}{thing}.ttl")


@pytest.mark.slow
def test_what_is_not_there_is_not_found(site: str) -> None:
    for name in ("nothing.ttl", "dumps/nothing", "assets/", ".well-known/nothing", "nothing.html"):
        reply = get(f"{site}{name}", "text/html")
        assert (reply.status, reply.body, reply.media_type) == (404, b"404.html", "text/html"), name


@pytest.mark.slow
def test_what_was_withdrawn_answers_410_and_says_why(site: str) -> None:
    for ending in ("", "/", ".html", ".ttl", ".jsonld"):
        shown = ending.strip("/") or ".html"
        reply = get(f"{site}{GONE}{ending}", "text/html")
        assert (reply.status, reply.body.decode(), reply.media_type) == (410, f"{GONE}{shown}", TYPES[shown[1:]])
    assert get(f"{site}{GONE}", "text/turtle").body.decode() == f"{GONE}.ttl"


@pytest.mark.slow
def test_what_was_replaced_leads_to_what_stands_for_it_now(site: str) -> None:
    reply = get(f"{site}{MOVED}", "text/turtle")
    assert (reply.status, reply.headers["location"]) == (303, f"{site}{NEW}")
    assert get(f"{site}{MOVED}.html").body.decode() == f"{MOVED}.html"
    assert get(f"{site}{ELSEWHERE}").headers["location"] == THERE


def test_the_server_is_named_after_the_site_and_reads_http() -> None:
    server = nginx_server(make_workspace("https://w3id.org/ibidem/", "https://example.org/edition/"), ())
    assert "server_name example.org;" in server
    assert "@" not in server.replace("@negotiated", "").replace("@tombstone", "")
