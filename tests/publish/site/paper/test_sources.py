from pathlib import Path

import pytest

from ibidem.publish.asked import ask
from ibidem.publish.site.paper.part import papers
from ibidem.publish.site.paper.sources import containers, in_groups, works_of, write_sources
from ibidem.publish.source import Source
from published import Publication
from records import RECORD
from shown import check_harmless, hostile, tags, text
from sources import source_of, stored


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return stored(tmp_path_factory.mktemp("invented"), RECORD)


def test_works_stand_in_the_order_of_a_bibliography(invented: Source) -> None:
    (paper,) = papers(invented)
    assert [work.name for work in works_of(invented, paper)] == [
        "Brown, Refugees, 1995",
        "Daily Strel, 4 June 1936",
        "Smith, Zenda, 1990",
    ]


def test_a_work_says_where_it_is_cited_and_through_what_it_is_known(invented: Source) -> None:
    (paper,) = papers(invented)
    refugees, strel, zenda = works_of(invented, paper)
    assert [(place.number, place.form, place.locator) for place in zenda.cited] == [
        ("1", "full", ""),
        ("2", "ibid", ""),
        ("3", "ibid", "7"),
    ]
    assert [(place.number, place.works) for place in strel.cited] == [("4", (refugees.iri,)), ("5", (refugees.iri,))]
    assert [(place.number, place.works) for place in refugees.carries] == [("4", (strel.iri,)), ("5", (strel.iri,))]
    assert [work.second_hand for work in (refugees, strel, zenda)] == [False, True, False]


def test_newspapers_stand_in_a_part_of_their_own(invented: Source) -> None:
    (paper,) = papers(invented)
    parts = [(group, [work.row["type"] for work in works]) for group, works in in_groups(works_of(invented, paper))]
    assert parts == [
        ("Books, articles and papers", ["chapter", "article"]),
        ("Newspapers, agencies and broadcasts", ["newspaper"]),
    ]


def test_the_page_reads_as_a_bibliography(invented: Source, tmp_path: Path) -> None:
    write_sources(tmp_path, invented)
    html = (tmp_path / "doe-2001" / "sources.html").read_text(encoding="utf-8")
    shown = text(html)
    assert (
        "Smith, A. and B. Jones . “Zenda” , Journal of Small States 2 (1), 1990. 10.1000/zenda.5"
        " (opened 3 February 2001). article"
        in shown
    )
    assert "“Refugees” , Exiles , edited by D. White, Strelsau: Strel Press, 1995. chapter" in shown
    assert "Daily Strel , 4 June 1936, State Archive of Ruritania, box 4. newspaper" in shown
    assert '<a href="https://doi.org/10.1000/zenda.5">10.1000/zenda.5</a>' in html
    assert 'href="../crosswalks/bibliography/doe-2001.bib"' in html
    assert "Cited in notes 1 ; 2 ibid ; 3 ibid : 7." in shown
    assert "Known only through another work , by note 4 : Brown, Refugees, 1995 ." in shown
    assert "Only the place where another was found , by note 4 : Daily Strel, 4 June 1936 ." in shown
    assert "reading.html#note-3" in html
    anchors = {attributes["id"] for _, attributes in tags(html) if "id" in attributes}
    links = [attributes.get("href", "") for _, attributes in tags(html)]
    assert {link[1:] for link in links if link.startswith("#")} <= anchors
    assert "../doe-2001/work/smith-zenda.html" in links
    assert "../queries/second-hand.html" in links


def test_the_page_counts_what_is_cited_apart_from_what_is_only_named(invented: Source, tmp_path: Path) -> None:
    write_sources(tmp_path, invented)
    shown = text((tmp_path / "doe-2001" / "sources.html").read_text(encoding="utf-8"))
    assert "The paper cites 2 works, 5 times in all." in shown
    assert "Its author knows 1 of them only through another" in shown
    assert "1 more is listed here only as the place where a cited work was found." in shown
    assert "3 that are not cited otherwise. Together they are the 6 works of the data." in shown


def test_hostile_titles_are_shown_as_text(tmp_path: Path) -> None:
    write_sources(tmp_path, stored(tmp_path, hostile()))
    check_harmless(tmp_path / "doe-2001" / "sources.html")


def test_what_is_shown_is_what_the_saved_queries_answer(publication: Publication) -> None:
    source = source_of(publication)
    (paper,) = papers(source)
    works = works_of(source, paper)
    assert {work.iri for work in works if work.second_hand} == {row["work"] for row in ask(source, "second-hand")}
    cited = [row for row in ask(source, "citations") if row["work"]]
    assert sum(len(work.cited) for work in works) == len(cited)
    assert {work.iri for work in works} == {row["work"] for row in ask(source, "works")}
    (state,) = publication.report.papers
    assert len(works) + containers(source, paper, works) == dict(state.counts)["works"]
