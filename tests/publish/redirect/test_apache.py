"""The rules in a real Apache: one that only redirects, as w3id.org does, and one that serves the site."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from rdflib import Graph, URIRef

from ibidem.publish.redirect.apache import site_rules, w3id_readme, w3id_rules
from published import ROOT, Publication
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
from webserver import ALLOWED, apache, free_port, get, missing_server, open_folder

BASE, SITE = "https://w3id.org/ibidem/", "https://example.org/edition/"


@dataclass(frozen=True)
class Servers:
    base: str
    site: str


@pytest.fixture(scope="module")
def servers() -> Iterator[Servers]:
    """Serve the rules of the base on one port, and the site on another, below a folder."""
    missing = missing_server("apache2")
    if missing:
        pytest.skip(missing)
    with open_folder() as folder:
        ports = free_port(), free_port()
        here = Servers(f"http://127.0.0.1:{ports[0]}/ibidem/", f"http://127.0.0.1:{ports[1]}/edition/")
        workspace = make_workspace(here.base, here.site)
        rules, site = folder / "w3id" / "ibidem", folder / "www" / "edition"
        rules.mkdir(parents=True)
        (rules / ".htaccess").write_text(w3id_rules(workspace, withdrawn(here.base)), encoding="utf-8")
        make_site(site)
        (site / ".htaccess").write_text(site_rules(workspace, withdrawn(here.base)), encoding="utf-8")
        with apache(folder, {ports[0]: rules.parent, ports[1]: site.parent}):
            yield here


@pytest.mark.slow
@pytest.mark.parametrize("origin", ["base", "site"])
@pytest.mark.parametrize("thing", THINGS)
def test_every_client_gets_what_it_asks_for(servers: Servers, thing: str, origin: str) -> None:
    start = getattr(servers, origin)
    for case in ACCEPT:
        name = f"{thing}.{case['expected']}"
        first = get(f"{start}{thing}", accept_of(case))
        assert (first.status, first.headers["location"]) == (303, f"{servers.site}{name}"), case["client"]
        assert "Accept" in first.headers["vary"]
        assert first.headers["access-control-allow-origin"] == "*"
        second = get(first.headers["location"], accept_of(case))
        assert (second.status, second.body.decode()) == (200, name), case["client"]
        assert second.media_type == TYPES[case["expected"]]
        assert second.headers["access-control-allow-origin"] == "*"


@pytest.mark.slow
def test_the_base_itself_is_the_dataset(servers: Servers) -> None:
    for case in ACCEPT:
        html = case["expected"] == "html"
        for start in (servers.base, servers.site):
            reply = get(start, accept_of(case))
            if html and start == servers.site:
                assert (reply.status, reply.body) == (200, b"index.html")
            else:
                target = "" if html else f"dataset.{case['expected']}"
                assert (reply.status, reply.headers["location"]) == (303, f"{servers.site}{target}"), case["client"]


@pytest.mark.slow
@pytest.mark.parametrize("origin", ["base", "site"])
def test_pages_without_data_are_pages_for_everybody(servers: Servers, origin: str) -> None:
    start = getattr(servers, origin)
    for page in (*PAGES, "queries/citations"):
        for accept in ("text/html", "text/turtle", "application/ld+json", "*/*", None):
            reply = get(f"{start}{page}", accept)
            assert (reply.status, reply.headers["location"]) == (303, f"{servers.site}{page}.html")


@pytest.mark.slow
@pytest.mark.parametrize("origin", ["base", "site"])
def test_a_query_is_there_as_text_and_as_table_and_the_shapes_as_turtle(servers: Servers, origin: str) -> None:
    start = getattr(servers, origin)
    for name, accept, ending in (
        ("queries/citations", "application/sparql-query", "rq"),
        ("queries/citations", "text/csv", "csv"),
        ("shapes", "text/turtle", "ttl"),
        ("shapes", "application/ld+json", "ttl"),
        ("shapes", "text/html", "html"),
    ):
        reply = get(f"{start}{name}", accept)
        assert (reply.status, reply.headers["location"]) == (303, f"{servers.site}{name}.{ending}")
        assert get(reply.headers["location"], accept).status == 200


@pytest.mark.slow
def test_files_keep_their_names_and_have_their_types(servers: Servers) -> None:
    for name, media_type in FILES.items():
        for accept in ("*/*", "text/html", "text/turtle"):
            first = get(f"{servers.base}{name}", accept)
            assert (first.status, first.headers["location"]) == (302, f"{servers.site}{name}")
            second = get(first.headers["location"], accept)
            assert (second.status, second.body.decode(), second.media_type) == (200, name, media_type)
            assert "content-encoding" not in second.headers
    assert get(f"{servers.site}sethi-2017.ttl").headers["content-type"] == "text/turtle; charset=utf-8"
    assert get(f"{servers.site}sethi-2017.jsonld").headers["content-type"] == "application/ld+json"
    assert get(f"{servers.site}dumps/dataset.nq.gz").headers["content-type"] == "application/gzip"


@pytest.mark.slow
def test_files_do_not_vary(servers: Servers) -> None:
    assert not [name for name in FILES if "." in name.rpartition("/")[2] and varies(f"{servers.site}{name}")]
    assert varies(servers.site)


def varies(address: str) -> bool:
    return "vary" in get(address, "text/html").headers


@pytest.mark.slow
def test_the_base_without_its_slash_leads_to_it(servers: Servers) -> None:
    reply = get(servers.site.rstrip("/"), "text/turtle")
    assert (reply.status, reply.headers["location"]) == (301, servers.site)


def test_the_documentation_says_what_the_rules_may_override() -> None:
    assert f"`AllowOverride {ALLOWED}`" in (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("origin", ["base", "site"])
def test_a_slash_at_the_end_changes_nothing(servers: Servers, origin: str) -> None:
    for thing in THINGS:
        reply = get(f"{getattr(servers, origin)}{thing}/", "text/turtle")
        assert (reply.status, reply.headers["location"]) == (303, f"{servers.site}{thing}.ttl")


@pytest.mark.slow
def test_what_is_not_there_is_not_found(servers: Servers) -> None:
    for name in ("nothing.ttl", "dumps/nothing", "sethi-2017/", "assets/", ".well-known/nothing"):
        reply = get(f"{servers.site}{name}", "text/html")
        followed = get(reply.headers["location"]) if name == "sethi-2017/" else reply
        assert followed.status == (200 if name == "sethi-2017/" else 404), name
        assert followed.status == 200 or (followed.body, followed.media_type) == (b"404.html", "text/html")


@pytest.mark.slow
def test_what_was_withdrawn_answers_410_and_says_why(servers: Servers) -> None:
    for ending in ("", "/", ".html", ".ttl", ".jsonld"):
        reply = get(f"{servers.base}{GONE}{ending}", "text/html")
        assert reply.status == 410
        assert f"href='{servers.site}{GONE}.html'".encode() in reply.body
        here = get(f"{servers.site}{GONE}{ending}", "text/html")
        shown = ending.strip("/") or ".html"
        assert (here.status, here.body.decode()) == (410, f"{GONE}{shown}")
        assert here.media_type == TYPES[shown[1:]]
    assert get(f"{servers.site}{GONE}", "text/turtle").body.decode() == f"{GONE}.ttl"


@pytest.mark.slow
def test_what_was_replaced_leads_to_what_stands_for_it_now(servers: Servers) -> None:
    for ending in TYPES:
        reply = get(f"{servers.base}{MOVED}", TYPES[ending])
        assert (reply.status, reply.headers["location"]) == (303, f"{servers.site}{NEW}.{ending}")
    reply = get(f"{servers.site}{MOVED}", "text/turtle")
    assert (reply.status, reply.headers["location"]) == (303, f"{servers.base}{NEW}")
    assert get(f"{servers.site}{MOVED}.html").body.decode() == f"{MOVED}.html"
    for start in (servers.base, servers.site):
        assert get(f"{start}{ELSEWHERE}").headers["location"] == THERE


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_the_whole_site_answers_real_clients(publication: Publication, site: Path) -> None:
    """Our own site as it is published, in an Apache, read by rdflib and as curl asks."""
    missing = missing_server("apache2")
    if missing:
        pytest.skip(missing)
    with open_folder() as folder:
        port, path = free_port(), urlsplit(publication.workspace.site).path
        shutil.copytree(site, folder / "www" / path.strip("/"))
        address, base = f"http://127.0.0.1:{port}{path}", publication.workspace.base
        with apache(folder, {port: folder / "www"}):
            for name in ("sethi-2017", "sethi-2017/quotation/trump-card", "actor/russia", "dataset"):
                for kind in (None, "turtle", "json-ld"):
                    graph = Graph().parse(f"{address}{name}", format=kind)
                    assert (URIRef(f"{base}{name}"), None, None) in graph, (name, kind)
            page = get(get(f"{address}sethi-2017/quotation/trump-card", "*/*").headers["location"], "*/*")
            assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
            assert "trump card" in page.body.decode()
            void = Graph().parse(f"{address}.well-known/void")
            assert (URIRef(f"{base}dataset"), None, None) in void


def test_the_rules_for_w3id_keep_its_rules() -> None:
    """The catalogue of w3id.org's own checks: https://w3id.org/docs/rules/."""
    rules = w3id_rules(make_workspace(BASE, SITE), withdrawn(BASE))
    lines = rules.split("\n")
    assert rules.endswith("\n") and "\r" not in rules
    assert not [line for line in lines if line != line.rstrip()]
    directives = {line.split()[0] for line in lines if line and not line.startswith("#")}
    assert directives == {"Header", "RewriteEngine", "RewriteCond", "RewriteRule", "ErrorDocument"}
    flags = [line.rsplit(" ", 1)[1] for line in lines if line.startswith("RewriteRule")]
    assert all(flag.startswith("[") and flag.endswith("]") for flag in flags)
    assert not [flag for flag in flags if "301" in flag or "406" in flag]
    assert not [line for line in lines if line.startswith("RewriteRule") and "w3id.org" in line]
    assert "GitHub username:" in rules
    assert "ld+json" not in rules


def test_the_readme_for_w3id_names_base_site_and_contact() -> None:
    readme = w3id_readme(make_workspace(BASE, SITE))
    assert readme.startswith("# /ibidem/\n")
    assert BASE in readme and SITE in readme
    assert "maintainers@" in readme


def test_where_the_site_is_not_known_the_rules_lead_nowhere_and_the_readme_says_what_to_do() -> None:
    workspace = make_workspace(BASE, BASE)
    readme = w3id_readme(workspace)
    assert "site = " in readme and "https://site.invalid/" in readme
    assert "https://site.invalid/" in w3id_rules(workspace, withdrawn(BASE))
    assert not [line for line in w3id_rules(workspace, ()).split("\n") if BASE in line and not line.startswith("#")]
