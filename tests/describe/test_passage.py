from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from described import gathered, paper
from ibidem.describe import describe_record
from ibidem.describe.passage import evidence_of, shown
from records import BASE, NOTES, RECORD, TEXT, mention


def passages() -> dict[str, dict[str, list[str]]]:
    return {node: said for node, said in paper().items() if node.startswith("passage/")}


def test_every_selector_quotes_the_text_at_its_place() -> None:
    selectors = {node: said for node, said in passages().items() if node.endswith("#selector")}
    assert len(selectors) > 30
    for node, said in selectors.items():
        start, end = (int(said[name][0].split("^^")[0]) for name in ("oa:start", "oa:end"))
        assert said["oa:exact"] == [TEXT[start:end]]
        assert node == f"passage/{start}-{end}#selector"


def test_words_that_stand_earlier_have_their_surroundings() -> None:
    again = [said for said in passages().values() if "oa:exact" in said and "oa:prefix" in said]
    assert again
    for said in again:
        (exact,), (prefix,), (suffix,) = said["oa:exact"], said["oa:prefix"], said["oa:suffix"]
        start = int(said["oa:start"][0].split("^^")[0])
        assert TEXT.index(exact) < start
        assert TEXT.index(prefix + exact + suffix) == start - len(prefix)


def test_without_the_text_every_stretch_has_its_surroundings() -> None:
    said = gathered(describe_record(RECORD, base=BASE))
    assert all("oa:prefix" in held for held in said.values() if "oa:exact" in held)


def test_one_stretch_is_evidence_for_all_that_it_says() -> None:
    span = NOTES[0].span
    assert paper()[f"passage/{span.start}-{span.end}"]["oa:hasBody"] == [
        "reference/1",
        "work/smith-zenda",
        "work/journal-of-small-states",
        "agent/smith",
        "agent/jones",
    ]


def test_a_chain_of_vias_keeps_the_order_of_its_places() -> None:
    reference = replace(RECORD.references[3], through=("exiles",))
    record = replace(RECORD, references=(*RECORD.references[:3], reference, RECORD.references[4]))
    places = [item.span for kind, key, item in evidence_of(record, text=None) if (kind, key) == ("work", "refugees")]
    assert places == [mention('C. Brown, "Refugees"').span]


def test_a_reading_is_said_where_it_is_not_what_stands_there() -> None:
    readings = [said for said in passages().values() if "ibidem:reading" in said]
    assert [(said["oa:exact"], said["ibidem:reading"]) for said in readings] == [
        (["our border\nis your border"], ["our border is your border"])
    ]


def test_a_form_is_shown_where_it_is_printed_first() -> None:
    later, first = mention("Borduria", 2), mention("Borduria")
    assert shown((later, mention("Bordurian"), first)) == (first, mention("Bordurian"))


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_any_stretch_is_found_again_by_its_words_and_what_is_around_them(start: int, length: int) -> None:
    quoted = replace(RECORD.keywords[0], mention=_mention(start, min(len(TEXT), start + length)))
    said = gathered(describe_record(replace(RECORD, keywords=(quoted,)), base=BASE, text=TEXT))
    span = quoted.mention.span
    held = said[f"passage/{span.start}-{span.end}#selector"]
    around = [(held[name][0] if name in held else "") for name in ("oa:prefix", "oa:exact", "oa:suffix")]
    assert TEXT.index("".join(around)) + len(around[0]) <= span.start


def _mention(start: int, end: int):  # type: ignore[no-untyped-def]
    from ibidem.document import CONTEXT, Mention
    from ibidem.span import Span

    exact = TEXT[start:end]
    return Mention(Span(start, end), exact, TEXT[max(0, start - CONTEXT) : start], TEXT[end : end + CONTEXT], exact)
