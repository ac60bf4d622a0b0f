from ibidem.score.found import Quoted
from ibidem.score.gold import Quote, QuotesGold
from ibidem.score.quotes import score_quotes

GOLD = QuotesGold(
    (
        Quote("I was put to work with such suddenness,", "Ann Mary Lee", "3"),
        Quote("The duties of the two are identical.", "The Times", "4"),
        Quote("Fund for the Poor"),
    )
)


def test_quotations_are_paired_by_their_words_and_speakers_by_their_names() -> None:
    found = (
        Quoted("I was put to work with such suddenness", ("A. Lee", "Lee"), (3,)),
        Quoted("duties of the two are identical", ("Ann Lee",), ()),
    )
    tally = score_quotes(GOLD, found)
    assert {label: (right, total) for label, right, total in tally.figures} == {
        "quotations: found": (2, 3),
        "quotations: speaker": (1, 2),
        "quotations: right of those named": (1, 2),
        "quotations: marker": (1, 2),
    }
    assert tally.misses == (
        "speaker: Ann Lee, gold has The Times: The duties of the two are identical.",
        "quotation is not found: Fund for the Poor",
    )
