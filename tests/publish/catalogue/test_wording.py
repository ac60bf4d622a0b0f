from dataclasses import replace

import pytest

from ibidem.publish.catalogue.figures import figures
from ibidem.publish.catalogue.wording import licence_of, paper_description, period, spatial, themes
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
