import re
from pathlib import Path

from ibidem.publish.site.entity import Entities
from published import Publication
from sources import source_of


def test_the_page_of_the_dataset_lists_every_dump(publication: Publication, site: Path) -> None:
    text = (site / "dataset.html").read_text(encoding="utf-8")
    for path in (publication.folder / "dumps").iterdir():
        if path.suffix in (".ttl", ".trig", ".jsonld", ".gz"):
            assert f'href="dumps/{path.name}"' in text


def test_every_authority_is_listed_with_its_checked_identifiers(publication: Publication, site: Path) -> None:
    text = (site / "authorities.html").read_text(encoding="utf-8")
    entities = Entities(source_of(publication))
    kind = entities.names.iri("ibidem:Authority")
    held = [
        iri for iri in entities.facts.statements if kind in entities.facts.values(iri, entities.names.iri("rdf:type"))
    ]
    assert len(held) > 40
    for iri in held:
        assert f'href="{iri.removeprefix(entities.source.base)}.html"' in text
        for same in entities.facts.values(iri, entities.names.iri("schema:sameAs")):
            assert f'href="{same}"' in text
    assert not re.search(r"<h2>\s*</h2>", text)
