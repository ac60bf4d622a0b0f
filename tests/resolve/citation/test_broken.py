"""A note inserted between a work and its Ibid.: the text says whose words they are."""

from ibidem.build import extract_document
from ibidem.document import PartKind
from ibidem.finding import Code
from ibidem.read.compose import Block, Run, compose

BODY = [
    "Wood came to Paris in July.",
    "“The streets were quite empty,” Wood wrote.",
    "The minister gave in.",
    "“I was put to work at once on that very morning,” Wood wrote in August.",
    "It rained.",
]
NOTES = [
    "Eric Wood, The Note-Book of an Attaché (New York: Century, 1915), 4.",
    "Ibid., 5.",
    "Henri Moreau, Mémoires (Paris: Plon, 1921), 284.",
    "Ibid., 8.",
    "Ibid., 285.",
]


def told(body: list[str], notes: list[str]) -> list[str]:
    blocks = [Block(PartKind.TITLE, (Run("A Paper"),))]
    for number, said in enumerate(body, start=1):
        blocks.append(Block(PartKind.PARAGRAPH, (Run(said), Run(str(number), note=str(number)))))
    for number, note in enumerate(notes, start=1):
        blocks.append(Block(PartKind.NOTE, (Run(note),), note=str(number), label=f"{number}."))
    record = extract_document(compose(blocks), "paper.docx")
    return [finding.message for finding in record.findings if finding.code is Code.IBID_DOUBTFUL]


def test_an_ibid_whose_words_are_of_the_author_cited_before_is_doubtful() -> None:
    fourth, fifth = told(BODY, NOTES)
    assert fourth.startswith("Ibid. in note 4 continues note 3")
    assert "they are " in fourth
    assert "Wood's, cited in note 1;" in fourth
    assert "Ibid. in note 5" in fifth and "those of note 4 further on" in fifth


def test_an_ibid_that_supports_the_words_of_its_own_author_is_not() -> None:
    assert told(BODY[:2], NOTES[:2]) == []
    assert told([*BODY[:3], "“I was put to work at once on that very day,” Moreau wrote.", "It rained."], NOTES) == []


def test_a_page_of_a_letter_is_doubtful() -> None:
    letter = "Letter from Carolyn Herrick to Agnes Herrick, September 14, 1914 (Western Reserve, MS 2925, Folder 234)."
    (message,) = told(["One.", "Two."], [letter, "Ibid., 13."])
    assert "has page 13, but continues the letter of note 1" in message
