from collections import Counter

from pyoxigraph import NamedNode, RdfFormat, parse

from ibidem.describe import terms as t
from ibidem.publish.catalogue.figures import figures
from published import Publication
from sources import source_of


def test_what_is_counted_is_what_stands_in_the_dump(publication: Publication) -> None:
    source = source_of(publication)
    found = figures(source)
    triples = {(q.subject, q.predicate, q.object) for q in parse(source.nquads, format=RdfFormat.N_QUADS)}
    assert found.triples == len(triples)
    assert found.subjects == len({subject for subject, _, _ in triples})
    # The store keeps numbers as values: those that differ in their types alone are one there.
    assert 0 <= len({value for _, _, value in triples}) - found.objects < 100
    classes = Counter(value.value for _, name, value in triples if name == t.A and isinstance(value, NamedNode))
    assert dict(found.classes) == classes
    properties = Counter(name.value for _, name, _ in triples)
    assert {name: count for name, count, _, _ in found.properties} == properties


def test_links_are_counted_by_where_they_lead(publication: Publication) -> None:
    found = {linkset.name: linkset for linkset in figures(source_of(publication)).linksets}
    assert {"Wikidata", "GeoNames", "ISSN Portal"} <= found.keys()
    data = source_of(publication).nquads.decode()
    for linkset in found.values():
        assert linkset.links == data.count(f"<https://schema.org/sameAs> <{linkset.space}")
    assert found["Wikidata"].home == "https://www.wikidata.org/"


def test_a_paper_has_its_span_of_time_its_places_and_the_decisions_about_it(publication: Publication) -> None:
    found = figures(source_of(publication))
    (paper,) = found.papers
    (state,) = publication.report.papers
    assert (paper.id, paper.sha256) == ("sethi-2017", state.sha256)
    assert len(paper.decisions) == dict(state.counts)["decisions"]
    assert found.earliest == paper.earliest < paper.latest == found.latest
    assert ("https://sws.geonames.org/1220409/", "Tajikistan") in paper.places
    assert len(paper.authors) == 1
