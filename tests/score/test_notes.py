import pytest

from acceptance import shared_paper
from ibidem.find.pointer import find_pointers
from ibidem.find.reference import find_references
from ibidem.read import read_document
from ibidem.record import Record
from ibidem.resolve.citation import resolve_citations
from ibidem.score.found import FIRST, Found, references_of
from ibidem.score.gold import Note, NotesGold, Part, read_json_gold
from ibidem.score.notes import score_notes
from records import RECORD

GOLD = NotesGold(
    {
        "1": Note("full"),
        "2": Note("ibid", antecedent="1", source="1"),
        "3": Note("mixed", parts=(Part("full"), Part("short", antecedent="1", source="1"))),
        "4": Note("ibid", antecedent="3", source="1", intended_source="3"),
        "5": Note("none"),
    }
)
FOUND = (
    Found(1, "full", "zenda", text="A. Smith, Zenda"),
    Found(2, "ibid", "zenda", text="Ibid."),
    Found(3, "full", "exiles", text="C. Brown, Exiles"),
    Found(3, "op-cit", "zenda", text="Smith, op. cit."),
    Found(4, "ibid", "zenda", text="Ibid.", told=("it may mean note 3",)),
)


def counted(*found: Found) -> dict[str, tuple[int, int]]:
    tally = score_notes(GOLD, found, notes=range(1, 7), markers=range(1, 5))
    return {label: (right, total) for label, right, total in tally.figures}


def test_what_is_as_gold_says_is_right() -> None:
    figures = counted(*FOUND)
    assert figures["notes: found"] == (5, 5)
    assert figures["notes: in gold"] == (5, 6)
    assert figures["markers: found"] == (4, 5)
    assert figures["notes: forms right"] == (5, 5)
    assert figures["back-references: right of answered"] == (3, 3)
    assert figures["back-references: answered"] == (3, 3)
    assert figures["broken chains told of"] == (1, 1)


def test_the_simple_rule_takes_the_last_reference_of_the_note_before() -> None:
    assert counted(*FOUND)["Ibid.: last one before"] == (2, 2)
    assert counted(*FOUND)["short forms: last one before"] == (1, 1)


def test_a_work_of_its_own_is_wrong_and_no_work_is_not_answered() -> None:
    wrong = Found(2, "ibid", "elsewhere", text="Ibid.")
    silent = Found(4, "ibid", None, text="Ibid.", told=("two works fit",))
    figures = counted(FOUND[0], wrong, *FOUND[2:4], silent)
    assert figures["Ibid.: right of answered"] == (0, 1)
    assert figures["Ibid.: answered"] == (1, 2)


@pytest.mark.parametrize(
    ("found", "miss"),
    [
        (FOUND[:4], "note 4: forms (none), gold has ibid"),
        (FOUND[:4], "note 4: ibid is not found; gold means note 1"),
        (
            (*FOUND[:4], Found(4, "ibid", None, text="Ibid.")),
            "note 4: ibid is not answered: Ibid.: no finding says why",
        ),
        ((*FOUND, Found(5, "full", "tea")), "note 5: forms full, gold has (none)"),
    ],
)
def test_each_miss_is_told_in_a_line(found: tuple[Found, ...], miss: str) -> None:
    assert miss in score_notes(GOLD, found).misses


def test_a_note_with_several_works_means_the_one_that_shares_the_name() -> None:
    gold = NotesGold({"1": Note("full"), "2": Note("short", antecedent="1", source="1")})
    first, second = Found(1, "full", "zenda", text="A. Smith, Zenda"), Found(1, "full", "exiles", text="Brown, Exiles")
    right = score_notes(gold, (first, second, Found(2, "supra", "exiles", text="See Brown, supra note 1")))
    wrong = score_notes(gold, (first, second, Found(2, "supra", "zenda", text="See Brown, supra note 1")))
    assert right.misses == ()
    assert wrong.misses == ("note 2: short is wrong: See Brown, supra note 1: zenda, gold means note 1",)


def test_an_ibid_that_means_a_place_of_the_paper_is_counted_apart() -> None:
    gold = NotesGold({"1": Note("xref"), "2": Note("ibid", antecedent="1", source="1")})
    for work, left in ((None, 1), ("zenda", 0)):
        tally = score_notes(gold, (Found(2, "ibid", work, text="Id."),))
        figures = {label: (right, total) for label, right, total in tally.figures}
        assert figures["back-references: answered"] == (0, 0)
        assert figures["back-references to no work: left"] == (left, 1)


def test_an_ibid_that_goes_on_in_its_note_means_the_reference_before_it() -> None:
    gold = NotesGold({"1": Note("mixed", parts=(Part("full"), Part("full"), Part("ibid", antecedent="same note")))})
    notes = Found(1, "full", "a"), Found(1, "full", "b")
    assert score_notes(gold, (*notes, Found(1, "ibid", "b"))).misses == ()
    assert score_notes(gold, (*notes, Found(1, "ibid", "a"))).misses != ()


PAPERS = (
    ("01-views-embassy-tei", "views-from-the-embassy.xml"),
    ("03-munro-soul-md-tex-pdf", "munro-soul.md"),
    ("03-munro-soul-md-tex-pdf", "munro-soul.pdf"),
    ("09-fcc-open-internet-docx", "fcc-open-internet-order-2015.docx"),
    ("11-heiup-habenstein-jats", "example_nlm.xml"),
    ("13-bologna-marketization-pdf", "10.6092_issn.2531-6133_6356.pdf"),
)


def read_paper(folder: str, file: str) -> dict[str, tuple[int, int]]:
    """Score the notes of a paper beside the project, without what its text says besides."""
    path = shared_paper(f"{folder}/{file}")
    gold = read_json_gold(path.parent / "gold-notes.json")
    assert isinstance(gold, NotesGold)
    document = read_document(path)
    citations = resolve_citations(document, tuple(sorted([*find_pointers(document), *find_references(document)])))
    found = references_of(Record(paper=RECORD.paper, references=citations.references, findings=citations.findings))
    notes = [note.number for note in document.notes if note.section in FIRST]
    markers = [marker.number for marker in document.markers if marker.section in FIRST]
    figures = score_notes(gold, found, notes=notes, markers=markers).figures
    return {label: (right, total) for label, right, total in figures}


@pytest.mark.acceptance
def test_ibid_and_short_forms_of_the_papers_are_led_to_their_works() -> None:
    papers = [read_paper(*paper) for paper in PAPERS]
    sums = {label: tuple(map(sum, zip(*(paper[label] for paper in papers), strict=True))) for label in FIGURES}
    (right, answered), (again, total), (simple, _) = sums.values()
    assert again == answered
    assert right / answered >= 0.97
    assert answered / total >= 0.92
    assert simple / total < 0.85
    assert all(found == asked for paper in papers for found, asked in [paper["notes: found"], paper["markers: found"]])


FIGURES = ("back-references: right of answered", "back-references: answered", "back-references: last one before")
