from pathlib import Path

import rdflib
from rdflib import DCTERMS, URIRef
from rdflib.namespace import DCAT

from ibidem.publish.catalogue.view import views
from ibidem.publish.crosswalk.header import load_crosswalks
from published import Publication
from sources import source_of

NODE = URIRef("https://w3id.org/ibidem/dataset")


def test_every_crosswalk_is_a_distribution_that_names_its_profile(publication: Publication, site: Path) -> None:
    crosswalks = load_crosswalks(publication.workspace)
    found = views(site, source_of(publication))
    works = [file for file in found if file.view.startswith("Works of ")]
    assert [file.format.name for file in works] == ["CSL-JSON", "BibLaTeX", "RIS", "TEI"]
    assert len(found) - len(works) == sum(1 if crosswalk.format == "csv" else 2 for crosswalk in crosswalks)
    said = rdflib.Graph().parse(site / "dataset.ttl")
    for file in found:
        assert (site / file.path).stat().st_size == file.size
        assert (NODE, DCAT.distribution, URIRef(file.iri)) in said
        standards = set(said.objects(URIRef(file.iri), DCTERMS.conformsTo))
        assert standards == {URIRef(iri) for iri in (file.format.standard, *file.profiles)}
        assert len(file.description) >= 50 and file.description.startswith("Not the whole dataset, but ")
    assert {file.view for file in found} >= {"OpenCitations Data Model as Turtle", "Citations as CSV"}


def test_a_view_that_does_not_stand_in_the_site_is_not_told(publication: Publication, tmp_path: Path) -> None:
    assert views(tmp_path, source_of(publication)) == ()
