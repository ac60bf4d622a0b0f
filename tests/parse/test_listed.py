import pytest

from ibidem.parse.listed import parse_list
from ibidem.parse.references import parse_references
from ibidem.parse.tagger.decode import shipped

FORMED = [
    ("Brown v. Board of Education, 347 U.S. 483 (1954).", "legal_case", "Brown v. Board of Education", "483", None),
    ("Donoghue v Stevenson [1932] AC 562 (HL).", "legal_case", "Donoghue v Stevenson", "562", None),
    ("Human Rights Act 1998, s 6.", "legislation", "Human Rights Act 1998", None, "s 6"),
    ("42 U.S.C. § 1983 (2006).", "legislation", "42 U.S.C. § 1983", None, None),
    ("Vienna Convention on the Law of Treaties, 23 May 1969, 1155 UNTS 331.", "treaty", None, None, None),
    ("Interview with Marwan Haddad, Latakia, 4 April 2008.", "interview", None, None, None),
    ("BBC Radio 4, Today, 6 March 1998.", "broadcast", None, None, None),
]
LEARNED = [
    "Aldous, Frederick. Waves and Wires: Physics in the Cable Age. Chicago: University of Chicago Press, 1995.",
    "Brandreth, Alice, and Thomas Quine. “The Lost Galvanometer.” Isis 88, no. 2 (1997): 211–40.",
    "The Times, 14 September 1837, p. 5.",
    "The National Archives, Kew, FO 371/1234, Clark to Eden, 4 May 1941.",
]


@pytest.mark.parametrize(("printed", "kind", "title", "pages", "locator"), FORMED)
def test_what_has_a_form_of_its_own_is_read_by_the_rules(
    printed: str, kind: str, title: str | None, pages: str | None, locator: str | None
) -> None:
    reading = parse_list([printed])[0]
    assert reading.fields.type == kind
    assert title is None or (reading.fields.title, reading.fields.pages, reading.locator) == (title, pages, locator)


def test_all_else_is_read_by_the_model() -> None:
    assert parse_list(LEARNED) == parse_references(LEARNED, tagger=shipped(lists=True))


def test_no_reference_is_lost_and_their_order_stays() -> None:
    texts = [*LEARNED, *(row[0] for row in FORMED), ""]
    assert [reading.text for reading in parse_list(texts)] == texts
