import pytest

from ibidem.parse.date import find_dates
from ibidem.parse.evidence import Evidence, concludes, find_echoes, is_attached, read_evidence
from ibidem.parse.instrument import find_instruments


def read(text: str) -> Evidence:
    (found,) = find_instruments(text, 0, len(text))
    return read_evidence(text, 0, len(text), found, find_dates(text))


@pytest.mark.parametrize(
    ("text", "form", "marks"),
    [
        ("They signed a treaty with Italy in 1992.", "signed", "day made with"),
        ("A treaty of 1992 was ratified by all.", "ratified", "dated day made"),
        ("They would sign a treaty.", "sign", "will"),
        ("They had not signed a treaty.", "signed", "against"),
        ("They might have signed a treaty.", "signed", "will"),
        ("The treaty, which France signed, held.", "signed", "made"),
        ("The treaty (TOP), adopted in Rome, held.", "adopted", "made"),
        ("He refused to sign the treaty.", "refused to sign", "against"),
        ("The signing of the protocol was feared.", "signing", "doing"),
        ("According to an agreement with Russia, he left.", "", "under with"),
        ("A treaty whereby the river was shared.", "", "provides"),
        ("The presidents issued a joint statement.", "issued", "joint made"),
        ("The decree was followed by riots.", "", "acts"),
        ("The treaty, in force for years, was opened for signature.", "opened for signature", "made"),
        ("A Franco-German treaty.", "", "between"),
    ],
)
def test_what_speaks_for_an_instrument(text: str, form: str, marks: str) -> None:
    evidence = read(text)
    assert (evidence.form, " ".join(sorted(evidence.marks))) == (form, marks)


@pytest.mark.parametrize(
    ("text", "form", "attached"),
    [
        ("the treaty of 1992", "", True),
        ("the 1992 treaty", "", True),
        ("the treaty, signed in May 1992", "", True),
        ("the treaty in 1992", "signed", True),
        ("the edict in 1685", "revoked", False),
        ("the treaty in 1994", "ratified", False),
        ("the treaty with Italy and the law of 1992", "", False),
    ],
)
def test_whose_date_it_is(text: str, form: str, attached: bool) -> None:
    (found,) = find_instruments(text, 0, len(text))
    (date,) = find_dates(text)
    assert is_attached(text, found.start, found.end, date, form) == attached


def test_acts_that_make_an_instrument() -> None:
    assert [concludes(form) for form in ("", "signed", "adopted", "ratified", "withdrew from", "refused to sign")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_what_is_done_to_it() -> None:
    text = "Cuba ratified it, and acceded to it"
    assert [text[slice(*verb)] for verb, _ in find_echoes(text, 0, len(text))] == ["ratified", "acceded to"]
