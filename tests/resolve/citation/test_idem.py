from ibidem.cited import Fields, Form, Name
from ibidem.parse.anaphor import parse_anaphor
from ibidem.resolve.citation.idem import read_on


def read(
    text: str, *held: Fields, people: tuple[Name, ...] = (Name("Ann Bee", "Bee", "Ann"),)
) -> tuple[str, ...] | None:
    anaphor = parse_anaphor(text)
    assert anaphor is not None
    assert anaphor.form is Form.IDEM
    found = read_on(text, anaphor, people, held)
    if found is None:
        return None
    source = found[1]
    assert all(0 <= piece.start < piece.end <= len(text) for piece in source.pieces)
    fields = source.fields
    names = "; ".join(name.literal for name in fields.authors)
    return names, fields.title or fields.container or "", fields.date.edtf if fields.date else ""


def test_a_title_behind_idem_is_another_work_by_the_author() -> None:
    assert read("Idem, Wax and Honey (London: House, 1991), 4.") == ("Ann Bee", "Wax and Honey", "1991")


def test_a_date_behind_idem_is_another_issue_of_the_newspaper() -> None:
    issue = Fields("newspaper", container="Manchester Guardian")
    assert read("Idem, 8 July 1923, p. 3.", issue, people=()) == ("", "Manchester Guardian", "1923-07-08")


def test_a_page_behind_idem_is_no_work_of_its_own() -> None:
    assert read("Idem, p. 9.") is None
