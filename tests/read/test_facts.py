from pathlib import Path

import pytest

from ibidem.read.facts import doi_of, edtf_of, issn_of, licence_of, names_of, printed_issn, written
from ibidem.words import read_table
from table import read_cases


@pytest.mark.parametrize(
    "case", read_cases(Path(__file__).with_name("cases") / "licences.tsv"), ids=lambda case: case["printed"][:60]
)
def test_a_licence_is_known_by_its_address_or_its_name_with_a_version(case: dict[str, str]) -> None:
    assert (licence_of(case["printed"]) or "") == case["address"]


def test_each_part_of_a_licence_is_led_to_one_of_the_four() -> None:
    for printed, short in read_table("licence-words"):
        first = "" if short == "by" else "Attribution-"
        kinds = "by" if short == "by" else f"by-{short}"
        assert licence_of(f"Creative Commons {first}{printed.title()} 4.0") == (
            f"https://creativecommons.org/licenses/{kinds}/4.0/"
        )


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("2016", "2016"),
        ("2016/5/3", "2016-05-03"),
        ("2016-05-12T10:00:00Z", "2016-05-12"),
        ("12.5.2016", "2016-05-12"),
        ("12 May 2016", "2016-05-12"),
        ("May 12th, 2016", "2016-05-12"),
        ("1er mai 2016", "2016-05-01"),
        ("12 de mayo de 2016", "2016-05-12"),
        ("12. Mai 2016", "2016-05-12"),
        ("Spring 2016", "2016-21"),
        ("31 February 2016", "2016-02"),
        ("about 2016", None),
        ("12 Maybe 2016", None),
        ("", None),
    ],
)
def test_a_text_that_is_one_date_is_read(printed: str, edtf: str | None) -> None:
    assert edtf_of(printed) == edtf


@pytest.mark.parametrize(
    ("printed", "doi"),
    [
        ("doi:10.1016/0003-4916(63)90068-X).", "10.1016/0003-4916(63)90068-X"),
        ("(https://doi.org/10.1234/ab.5)", "10.1234/ab.5"),
        ("10.12/ab", None),
    ],
)
def test_a_doi_ends_before_what_closes_the_sentence(printed: str, doi: str | None) -> None:
    assert doi_of(printed) == doi


def test_an_issn_in_a_text_is_one_that_is_called_so() -> None:
    assert issn_of("print 1234-567x") == "1234-567X"
    assert printed_issn("in 1234-5678 words; ISSN (online): 2531-613X") == "2531-613X"
    assert printed_issn("pages 1234-5678") is None


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Ann B. Author and José van der Meer", ("Ann B. Author", "José van der Meer")),
        ("ANNE O'HARA, JEAN-LUC VAN DER BERG III", ("Anne O'Hara", "Jean-Luc van der Berg III")),
        ("Ann Author1,2, Ben Reader*, Ph. D.", ("Ann Author", "Ben Reader")),
        ("J. R. R. TOLKIEN · C. S. LEWIS", ("J. R. R. Tolkien", "C. S. Lewis")),
        ("Department of History, University of Hull", ()),
        ("Harbour Tolls in Eastern England", ()),
        ("ann@hull.example", ()),
    ],
)
def test_a_line_of_authors_names_people(printed: str, names: tuple[str, ...]) -> None:
    assert names_of(printed) == names


def test_a_name_that_is_not_in_capitals_stays() -> None:
    assert [written(name) for name in ("bell hooks", "J. B. S.", "A. J. P. TAYLOR")] == [
        "bell hooks",
        "J. B. S.",
        "A. J. P. Taylor",
    ]
