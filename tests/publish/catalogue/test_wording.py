from dataclasses import replace

import pytest

from ibidem.publish.catalogue.figures import figures
from ibidem.publish.catalogue.wording import licence_of, paper_description, paper_rights, period, spatial, themes
from published import Publication
from sources import source_of


def test_the_data_of_a_paper_are_described_with_numbers(publication: Publication) -> None:
    (paper,) = figures(source_of(publication)).papers
    text = paper_description(paper)
    assert text.startswith("73 references, ")
    assert paper.title in text
    assert 50 <= len(text) <= 5000
    assert len(paper_description(replace(paper, title="A" * 9000))) == 4000
    bare = replace(paper, counts=(), authors=(), date="")
    assert paper_description(bare).startswith(f"What was read in the paper {paper.title} as RDF.")


def test_a_licence_that_is_not_known_is_its_address() -> None:
    assert licence_of("https://creativecommons.org/licenses/by/4.0/").spdx == "CC-BY-4.0"
    assert licence_of("https://example.org/l") == ("https://example.org/l", "", "https://example.org/l", "")


def test_the_rights_in_a_text_are_told_apart_from_those_in_the_data(publication: Publication) -> None:
    dataset, (paper,) = publication.workspace.dataset, figures(source_of(publication)).papers
    said = "The licence Creative Commons Zero 1.0 Universal is that of the data. The text of the paper: "
    assert paper_rights(dataset, paper) == f"{said}unclear."
    open_paper = replace(paper, rights="open", license="https://example.org/l")
    assert paper_rights(dataset, open_paper) == f"{said}open, https://example.org/l."


def test_places_and_themes_of_the_settings_go_before_what_is_computed(publication: Publication) -> None:
    dataset, papers = publication.workspace.dataset, figures(source_of(publication)).papers
    assert len(spatial(dataset, papers)) > 5
    assert spatial(replace(dataset, spatial=("https://example.org/x",)), papers) == (("https://example.org/x", ""),)
    assert [code for code, _ in themes(replace(dataset, themes=("JUST", "EDUC")))] == ["EDUC", "JUST"]
    assert [code for code, _ in themes(replace(dataset, themes=()))] == ["EDUC"]


@pytest.mark.parametrize(
    ("days", "expected"), [(("1992-01-01", "1997-12-31"), "1992-01-01/1997-12-31"), (("", ""), "")]
)
def test_a_span_of_time_needs_both_ends(days: tuple[str, str], expected: str) -> None:
    assert period(*days) == expected
