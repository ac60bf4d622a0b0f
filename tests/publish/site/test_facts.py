from ibidem.publish.site.facts import A, gather
from published import Publication
from sources import source_of


def test_all_that_the_store_says_is_gathered(publication: Publication) -> None:
    source = source_of(publication)
    facts = gather(source)
    said = sum(len(values) for statements in facts.statements.values() for values in statements.values())
    assert said == len(
        {line.rsplit(b" <", 1)[0] if line.count(b" <") > 2 else line for line in source.nquads.splitlines()}
    )


def test_what_points_to_a_node_is_found_from_it(publication: Publication) -> None:
    facts = gather(source_of(publication))
    for iri, pointing in list(facts.incoming.items())[:500]:
        for prop, subject in pointing:
            assert iri in facts.values(subject, prop)
            assert prop != A


def test_passages_come_in_the_order_of_the_text(publication: Publication) -> None:
    source = source_of(publication)
    facts = gather(source)
    actor = f"{source.base}sethi-2017/actor/boris-yeltsin"
    starts = [
        int(facts.selector(passage)["http://www.w3.org/ns/oa#start"][0].value) for passage in facts.passages(actor)
    ]
    assert len(starts) > 1
    assert starts == sorted(starts)
