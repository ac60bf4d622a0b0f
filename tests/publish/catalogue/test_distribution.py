from hashlib import sha256
from pathlib import Path

from ibidem.publish.catalogue import distributions
from ibidem.publish.catalogue.distribution import format_of
from published import Publication
from sources import source_of


def test_every_dump_is_a_distribution_with_its_length_and_hash(publication: Publication) -> None:
    source = source_of(publication)
    found = distributions(source)
    assert {file.name for file in found} == {path.name for path in source.dumps.iterdir()}
    for file in found:
        data = (source.dumps / file.name).read_bytes()
        assert (file.size, file.sha256) == (len(data), sha256(data).hexdigest())
        assert file.url == source.address + file.path == f"{source.address}dumps/{file.name}"


def test_the_whole_dataset_goes_before_each_paper(publication: Publication) -> None:
    papers = [file.paper for file in distributions(source_of(publication))]
    assert papers == [None] * 4 + ["sethi-2017"] * 2


def test_a_format_is_known_by_the_longest_end_of_the_name() -> None:
    zipped = format_of("dataset.nq.gz")
    assert zipped is not None
    assert (zipped.media, zipped.compression, zipped.type) == ("application/n-quads", "application/gzip", "RDF_N_QUADS")
    assert (zipped.packed, zipped.sent) == ("application/n-quads+gzip", "application/gzip")
    plain = format_of("a.jsonld")
    assert plain is not None
    assert plain.packed == plain.sent == plain.media == "application/ld+json"
    assert format_of("SHA256SUMS") is None


def test_each_distribution_says_what_it_is(publication: Publication, site: Path) -> None:
    found = {file.name: file for file in distributions(source_of(publication))}
    assert found["dataset.nq.gz"].title == "The whole dataset as N-Quads, compressed"
    assert "keeps them apart" in found["dataset.trig"].description
    assert "keeps them apart" not in found["dataset.ttl"].description
    assert found["sethi-2017.ttl"].title == "sethi-2017 as Turtle"
    assert len({file.iri for file in found.values()}) == len(found)
