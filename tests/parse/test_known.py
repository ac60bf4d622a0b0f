import pytest

from ibidem.parse.known import find_known, known_names, split_known

KNOWN = known_names(
    [
        "Elaine Marsh, The Ballad (Cambridge: Cambridge University Press, 1994), p. 31.",
        "Irmgard Sauer, Grenzgänger, Köln 1999, S. 5.",
        "London, British Library, Add. MS 28607, fol. 12r, 1609 (hereafter Add. MS 28607).",
    ]
)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Marsh (p. 63) doubts this.", ["Marsh (p. 63"]),
        ("That is seen differently (Sauer, Grenzgänger, S. 7).", ["Sauer, Grenzgänger, S. 7"]),
        ("The leaf is lost (Add. MS 28607, fol. 14v).", ["Add. MS 28607, fol. 14v"]),
        ("Kettle (p. 63) doubts this.", []),
        ("Marsh doubts this.", []),
        ("", []),
    ],
)
def test_short_forms_of_known_works_in_a_comment(printed: str, found: list[str]) -> None:
    assert [printed[start:end] for start, end in find_known(printed, 0, len(printed), known=KNOWN)] == found


def test_a_list_of_known_works_is_cut_at_its_semicolons() -> None:
    text = "Marsh, Ballad; Sauer, “Grenzgänger.”"
    assert [text[start:end] for start, end in split_known(text, 0, len(text), known=KNOWN)] == [
        "Marsh, Ballad",
        "Sauer, “Grenzgänger.”",
    ]
    other = "Marsh, Ballad; or, The Printers"
    assert split_known(other, 0, len(other), known=KNOWN) == [(0, len(other))]
