from http.client import HTTPConnection
from pathlib import Path

import pytest

from ibidem.check.server import served, types_of


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    for name in ("index.html", "thing.html", "thing.ttl", "thing.jsonld", "dump.nq.gz", "plain"):
        (folder / name).write_text(name)
    rules = "/*\n  X-Other: 1\n/*.ttl\n  Content-Type: text/turtle; charset=utf-8\n"
    rules += "/*.gz\n  Content-Type: application/gzip\n"
    (folder / "_headers").write_text(rules + "/dump.nq.gz\n  Content-Type: application/x-own\n")
    (tmp_path / "secret").write_text("secret")
    return folder


def ask(site: Path, path: str, *, accept: str = "*/*", method: str = "GET") -> tuple[int, str | None, str]:
    with served(site) as (host, port):
        connection = HTTPConnection(host, port, timeout=5)
        connection.request(method, path, headers={"Accept": accept})
        response = connection.getresponse()
        told = response.getheader("Location") or response.getheader("Content-Type")
        body = response.read().decode()
        connection.close()
    return response.status, told, body


@pytest.mark.parametrize(
    ("path", "accept", "answer"),
    [
        ("/", "*/*", (200, "text/html; charset=utf-8", "index.html")),
        ("/thing.ttl", "*/*", (200, "text/turtle; charset=utf-8", "thing.ttl")),
        ("/thing", "text/turtle", (303, "/thing.ttl", "")),
        ("/thing", "application/ld+json", (303, "/thing.jsonld", "")),
        ("/thing", "text/html,*/*;q=0.8", (303, "/thing.html", "")),
        ("/thing.jsonld", "*/*", (200, "application/octet-stream", "thing.jsonld")),
        ("/dump.nq.gz", "*/*", (200, "application/x-own", "dump.nq.gz")),
        ("/nothing", "*/*", (404, "text/plain", "")),
        ("/../secret", "*/*", (404, "text/plain", "")),
        ("/%2e%2e/secret", "*/*", (404, "text/plain", "")),
    ],
)
def test_files_are_served_with_the_types_of_the_host(
    site: Path, path: str, accept: str, answer: tuple[int, str, str]
) -> None:
    assert ask(site, path, accept=accept) == answer


def test_head_is_answered_without_a_body(site: Path) -> None:
    assert ask(site, "/thing.ttl", method="HEAD") == (200, "text/turtle; charset=utf-8", "")


def test_a_site_without_rules_has_no_types(tmp_path: Path) -> None:
    assert types_of(tmp_path) == ()
