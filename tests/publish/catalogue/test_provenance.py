from pathlib import Path

import rdflib
from rdflib import URIRef
from rdflib.namespace import PROV

from ibidem import __version__
from published import Publication

BASE = "https://w3id.org/ibidem/"
SCHEMA = rdflib.Namespace("https://schema.org/")


def test_the_build_names_papers_decisions_and_the_version(site: Path, publication: Publication) -> None:
    said = rdflib.Graph().parse(site / "dataset.ttl")
    build = said.value(URIRef(f"{BASE}dataset"), PROV.wasGeneratedBy)
    (reading,) = said.objects(build, PROV.wasInformedBy)
    informed = set(said.objects(reading, PROV.wasInformedBy))
    (state,) = publication.report.papers
    paper = URIRef(f"{BASE}{state.id}")
    used = set(said.objects(reading, PROV.used))
    decisions = {URIRef(f"{BASE}{state.id}/decision/{key}") for key, _, _ in state.decided}
    # A decision is an activity, as it makes what the data say: an activity is not used.
    assert (used, informed) == ({paper}, decisions)
    assert str(said.value(paper, SCHEMA.sha256)) == state.sha256
    assert said.value(URIRef(f"{BASE}dataset"), PROV.wasDerivedFrom) == paper
    versions = {str(said.value(agent, SCHEMA.softwareVersion)) for agent in said.objects(build, PROV.wasAssociatedWith)}
    assert versions == {__version__}
    assert URIRef(f"{BASE}maintainers") in set(said.objects(reading, PROV.wasAssociatedWith))
