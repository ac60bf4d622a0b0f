from ibidem.build import extract_document
from ibidem.document import PartKind
from ibidem.read.compose import Block, Run, compose
from ibidem.score.found import quotations_in, quotations_of, references_in, references_of


def test_a_record_gives_its_references_with_the_findings_about_them_and_its_quotations() -> None:
    said = (
        Run("The bee, said Ann Lee, “is never idle in the summer months.”"),
        Run("1", note="a"),
        Run(" No."),
        Run("2", note="b"),
    )
    notes = [
        Block(PartKind.NOTE, (Run(text),), note=name) for name, text in (("a", "Ibid., 4."), ("b", "Rem, op. cit."))
    ]
    document = compose([Block(PartKind.TITLE, (Run("Bees"),)), Block(PartKind.PARAGRAPH, said), *notes])
    record = extract_document(document, "bees.docx")
    first, second = references_of(record)
    assert (first.number, first.form, first.work, len(first.told)) == (1, "ibid", None, 1)
    assert (second.form, second.text) == ("op-cit", "Rem, op. cit.")
    (quoted,) = quotations_of(record)
    assert quoted.text == "is never idle in the summer months."
    assert quoted.markers == (1,)


def test_the_answers_of_saved_queries_give_the_same_as_far_as_they_say_it() -> None:
    (one,) = references_in([{"pointer": "3", "form": "ibid", "work": ""}])
    assert (one.number, one.form, one.work) == (3, "ibid", None)
    (quoted,) = quotations_in([{"exact": "Yes.", "speaker": "A; B", "pointers": "4; 5"}])
    assert (quoted.speakers, quoted.markers) == (("A", "B"), (4, 5))
