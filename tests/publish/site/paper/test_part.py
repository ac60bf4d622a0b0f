import re
from html import unescape
from pathlib import Path

from ibidem.publish.site.paper.part import PARTS, papers
from published import Publication
from records import RECORD
from sources import source_of, stored


def test_the_papers_of_a_site_are_those_of_the_store_in_order(tmp_path: Path) -> None:
    from dataclasses import replace

    other = replace(RECORD, paper=replace(RECORD.paper, id="aaa-2002", title="A  title\nin two lines"))
    found = papers(stored(tmp_path, RECORD, other))
    assert [paper.path for paper in found] == ["aaa-2002", "doe-2001"]
    assert found[0].title == "A title in two lines"


def test_each_part_of_a_paper_has_a_template(publication: Publication) -> None:
    from ibidem.publish.site.page import TEMPLATES

    assert papers(source_of(publication))
    assert {f"{name}.html" for name, _ in PARTS} <= {path.name for path in TEMPLATES.iterdir()}


def test_the_heading_of_each_part_says_of_which_paper_it_is(publication: Publication, site: Path) -> None:
    paper = papers(source_of(publication))[0]
    for name, title in PARTS:
        page = (site / paper.path / f"{name}.html").read_text("utf-8")
        said = re.findall("<h1>(.*?)</h1>", page)
        assert [unescape(re.sub("<[^>]*>", "", heading)) for heading in said] == [f"{title}: {paper.title}"]
