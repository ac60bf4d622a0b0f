import pytest

from chained import resolve
from ibidem.document import PartKind
from ibidem.find.pointer import find_pointers
from ibidem.find.reference import find_references
from ibidem.finding import Code
from ibidem.read.compose import Block, Run, compose
from ibidem.resolve.citation import Citations, resolve_citations

BOOK, OTHER = "A. Bee, Book (Paris: House, 1990), 5.", "C. Cee, Other (Rome: House, 1991), 6."


def read(*notes: str) -> Citations:
    return resolve([(str(number), note) for number, note in enumerate(notes, start=1)])


@pytest.mark.parametrize(
    ("notes", "positions"),
    [
        ((BOOK, "Ibid.", "Ibid., 7."), ["first", "ibid", "ibid-with-locator"]),
        ((BOOK, OTHER, "Bee, Book, 5."), ["first", "first", "subsequent"]),
        ((BOOK, "This is a comment that is made here.", "Ibid."), ["first", "ibid"]),
        (
            (BOOK, "Ibid.; Cee, Other (Rome: House, 1991), 6.", "Bee, Book, 9."),
            ["first", "ibid", "first", "subsequent"],
        ),
    ],
)
def test_what_the_order_implies(notes: tuple[str, ...], positions: list[str]) -> None:
    assert [str(one.position) for one in read(*notes).references] == positions


def test_a_work_quoted_in_brackets_does_not_come_between() -> None:
    quoting = (
        "Halvorsen v. Duluth, 512 F.3d 901, 905 (8th Cir. 2008) (quoting Pruitt v. Ames, 433 U.S. 112, 119 (1977))."
    )
    citations = read(quoting, "Id. at 906.")
    assert str(citations.references[-1].position) == "ibid-with-locator"
    assert not [one for one in citations.findings if one.code is Code.IBID_OUT_OF_PLACE]


def test_a_short_form_where_the_work_is_cited_first_is_told() -> None:
    document = compose(
        [
            Block(PartKind.TITLE, (Run("T"),)),
            Block(PartKind.PARAGRAPH, (Run("So."), Run("1", note="1"))),
            Block(PartKind.NOTE, (Run("Bee, Book, 12."),), note="1", label="1."),
            Block(PartKind.NOTE, (Run("Bee, Ann. Book. Paris: House, 1990."),), entry=True),
        ]
    )
    citations = resolve_citations(document, tuple(sorted([*find_pointers(document), *find_references(document)])))
    assert [one.message for one in citations.findings if one.code is Code.SHORT_FORM_FIRST] == [
        "a short form is printed in note 1 where the work is cited first: the list of works alone has it in full"
    ]
