from ibidem.describe import describe_withdrawn
from ibidem.withdrawal import Withdrawal

BASE = "https://example.org/"
GRAPH = f"<{BASE}withdrawn>"


def lines(*withdrawals: Withdrawal, people: tuple[tuple[str, str], ...] = ()) -> list[str]:
    return [str(quad) for quad in describe_withdrawn(withdrawals, base=BASE, people=people)]


def test_what_is_withdrawn_says_why_who_when_and_what_stands_for_it() -> None:
    node = f"<{BASE}p/work/x>"
    act, ada = f"<{BASE}p/work/x#withdrawal>", f"<{BASE}p/work/x#curator>"
    said = lines(Withdrawal("p/work/x", "one work", "Ada", "2026-01-31", "p/work/y"))
    rdf, prov = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/ns/prov#"
    assert said == [
        f"{node} <{rdf}type> <{prov}Entity> {GRAPH}",
        f"{node} <http://www.w3.org/ns/adms#status> <http://purl.org/adms/status/Withdrawn> {GRAPH}",
        f"{node} <http://purl.org/dc/terms/isReplacedBy> <{BASE}p/work/y> {GRAPH}",
        f"{node} <{prov}wasInvalidatedBy> {act} {GRAPH}",
        f"{act} <{rdf}type> <{prov}Activity> {GRAPH}",
        f'{act} <http://www.w3.org/2000/01/rdf-schema#comment> "one work" {GRAPH}',
        f'{act} <http://purl.org/dc/terms/date> "2026-01-31"^^<http://www.w3.org/2001/XMLSchema#date> {GRAPH}',
        f"{act} <{prov}wasAssociatedWith> {ada} {GRAPH}",
        f"{ada} <{rdf}type> <{prov}Agent> {GRAPH}",
        f'{ada} <http://xmlns.com/foaf/0.1/name> "Ada" {GRAPH}',
    ]


def test_who_has_an_iri_keeps_it_and_iris_may_be_whole() -> None:
    ada = "https://orcid.org/0000-0000-0000-0001"
    said = lines(Withdrawal(f"{BASE}p", "why", "Ada", None, "http://else.org/p"), people=(("Ada", ada),))
    assert sum(f"<{ada}>" in line for line in said) == 1
    assert not [line for line in said if "curator" in line or "terms/date" in line]
    assert any("<http://else.org/p>" in line for line in said)


def test_nothing_withdrawn_says_nothing() -> None:
    assert lines() == []
