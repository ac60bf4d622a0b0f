from dataclasses import replace

from curated import reading
from ibidem.cited import Fields
from ibidem.curate.doubt import Doubt, doubts_of, unread_spans
from ibidem.curate.reading import Reading
from ibidem.edition import Entry
from ibidem.finding import Code, Finding, Severity
from ibidem.words import read_table


def doubts(read: Reading) -> tuple[Doubt, ...]:
    return doubts_of(read, read.decided())


def entry(action: str, kind: str, exact: str, **values: object) -> Entry:
    return Entry(action, kind, exact, "", "", tuple(values.items()), None, "Why not.", "A", "decisions.yaml", 1)


def test_every_kind_of_finding_has_its_weight() -> None:
    listed = [row[0] for row in read_table("review")]
    assert len(listed) == len(set(listed))
    assert set(listed) == {*(code.value for code in Code), "fields-doubtful", "note-unread"} - {"publication"}
    weights = [float(row[1]) for row in read_table("review")]
    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight <= 1 for weight in weights)


def test_the_most_doubtful_comes_first() -> None:
    found = doubts(reading())
    assert [doubt.code for doubt in found] == [
        "ibid-after-several",
        "short-form-unresolved",
        "ibid-after-unresolved",
        "actor-ambiguous",
        "quotation-unclosed",
        "expected-count",
        "speaker-unknown",
    ]


def test_what_refuses_the_paper_comes_before_all() -> None:
    read = reading(entry("confirm", "actor", "Copenhagen"))
    first = doubts(read)[0]
    assert (first.code, first.source, first.line) == ("decision-not-anchored", "decisions.yaml", 1)


def test_what_is_decided_is_asked_no_more() -> None:
    before = {doubt.code for doubt in doubts(reading())}
    fees = "the fees were never paid, and nobody asked for them."
    for decision, settled in (
        (entry("correct", "reference", "Ibid., p. 40.", work="The Price of Passage"), {"ibid-after-several"}),
        (entry("confirm", "reference", "Berglund, op. cit., p. 12."), {"short-form-unresolved"}),
        (entry("confirm", "quotation", fees), {"quotation-unclosed", "speaker-unknown"}),
    ):
        assert before - {doubt.code for doubt in doubts(reading(decision))} == settled


def test_a_decision_about_something_else_settles_nothing() -> None:
    decision = entry("confirm", "quotation", "nobody's toll gate")
    assert [doubt.code for doubt in doubts(reading(decision))] == [doubt.code for doubt in doubts(reading())]


def unsure(*confidence: tuple[str, float]) -> Reading:
    read = reading()
    first = read.record.references[0]
    fields = first.fields or Fields("book")
    told = replace(first, fields=replace(fields, confidence=confidence))
    return replace(read, record=replace(read.record, references=(told, *read.record.references[1:])))


def test_fields_of_which_the_model_is_not_sure_are_asked_about() -> None:
    found = [doubt for doubt in doubts(unsure(("title", 0.41), ("date", 0.99))) if doubt.code == "fields-doubtful"]
    assert len(found) == 1
    assert "title (41%)" in found[0].message
    assert "date" not in found[0].message
    worse = next(doubt for doubt in doubts(unsure(("title", 0.1))) if doubt.code == "fields-doubtful")
    assert worse.weight > found[0].weight
    assert not [doubt for doubt in doubts(unsure(("title", 0.95))) if doubt.code == "fields-doubtful"]


def test_a_part_of_a_note_that_is_in_no_reference_is_asked_about() -> None:
    read = reading()
    assert not list(unread_spans(read, read.record))
    second = read.record.references[1]
    shorter = replace(read, record=replace(read.record, references=(read.record.references[0],)))
    spans = [span.of(read.document.text) for span in unread_spans(shorter, shorter.record)]
    assert any(second.mention.exact in span for span in spans)
    found = [doubt for doubt in doubts_of(shorter, shorter.record) if doubt.code == "note-unread"]
    assert any(second.mention.exact in (doubt.span.of(read.document.text) if doubt.span else "") for doubt in found)


def test_information_weighs_less_than_a_warning() -> None:
    read = reading()
    one = Finding(Code.ACTOR_AMBIGUOUS, Severity.INFO, "A role.", read.record.references[0].mention.span)
    read = replace(read, record=replace(read.record, findings=(*read.record.findings, one)))
    found = {doubt.message: doubt.weight for doubt in doubts(read)}
    assert found["A role."] < min(weight for message, weight in found.items() if "can be" in message)
