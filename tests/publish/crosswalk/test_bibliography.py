import json
from pathlib import Path

import pytest

from crosswalks import invented_source
from ibidem.publish.crosswalk.bibliography import export_files, export_links
from ibidem.publish.site.paper.part import papers
from published import Publication
from records import BASE
from sources import source_of


@pytest.mark.parametrize("base", [BASE, "https://example.org/data#"])
def test_each_paper_has_a_file_a_format_under_any_base(base: str, tmp_path: Path) -> None:
    source = invented_source(tmp_path, base)
    paper, other = papers(source)
    files = export_files(source, paper)
    assert list(files) == [path for _, path in export_links(paper)]
    assert [format for format, _ in export_links(paper)] == ["CSL-JSON", "BibLaTeX", "RIS", "TEI"]
    assert files == export_files(source, paper)
    assert not set(files) & set(export_files(source, other))
    items = json.loads(files["bibliography/doe-2001.csl.json"])
    assert [item["id"] for item in items] == ["smith-zenda", "daily-strel-1936", "refugees"]


def test_the_files_of_a_publication_stand_where_its_pages_lead(publication: Publication, site: Path) -> None:
    for paper in papers(source_of(publication)):
        page = (site / f"{paper.path}/sources.html").read_text(encoding="utf-8")
        listed = (site / "crosswalks.html").read_text(encoding="utf-8")
        for _, path in export_links(paper):
            assert (site / "crosswalks" / path).stat().st_size > 1000
            assert f'href="../crosswalks/{path}"' in page
            assert f'href="crosswalks/{path}"' in listed
