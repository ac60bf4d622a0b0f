import gzip
from pathlib import Path

import pytest

from ibidem.build import Options, build_papers
from ibidem.errors import InputError
from ibidem.finding import Severity
from ibidem.recheck import recheck_build
from ibidem.workspace import Workspace
from published import Publication
from sample import DECISION, add_paper, make_sample


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_sample(tmp_path / "papers")


def test_a_build_that_was_published_is_found_as_it_was(publication: Publication) -> None:
    assert recheck_build(publication.workspace, publication.folder) == publication.report.papers


def test_a_refused_paper_has_the_findings_of_its_build(workspace: Workspace) -> None:
    add_paper(workspace, "note", "A note\n\nNothing.\n")
    (workspace.papers / "harbour-2021" / "decisions.yaml").write_text(DECISION)
    report = build_papers(workspace, Options(out=workspace.build))
    assert report.violated
    assert recheck_build(workspace, workspace.build) == report.papers


def test_a_damaged_dump_is_said(workspace: Workspace) -> None:
    build_papers(workspace, Options(out=workspace.build))
    dump = workspace.build / "dumps" / "dataset.nq.gz"
    whole = dump.read_bytes()
    for data in (whole[:-20], b"nonsense", gzip.compress(b"a b c")):
        dump.write_bytes(data)
        with pytest.raises(InputError, match="is damaged"):
            recheck_build(workspace, workspace.build)


def test_new_shapes_find_new_things_and_lead_to_the_line(workspace: Workspace) -> None:
    build_papers(workspace, Options(out=workspace.build))
    (workspace.root / "shapes" / "own.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "@prefix biro: <http://purl.org/spar/biro/> .\n"
        "<https://example.org/s> a sh:NodeShape ; sh:targetClass biro:BibliographicReference ;\n"
        "  sh:property <https://example.org/p> .\n"
        "<https://example.org/p> sh:path dcterms:nothing ; sh:minCount 1 ;\n"
        "  sh:severity sh:Warning ; sh:message 'add it' .\n"
    )
    (state,) = recheck_build(workspace, workspace.build)
    added = [finding for finding in state.findings if finding.message == "add it"]
    assert len(added) == dict(state.counts)["references"]
    assert {finding.severity for finding in added} == {Severity.WARNING}
    text = (workspace.papers / "harbour-2021" / "paper.txt").read_text(encoding="utf-8")
    lines = [text.split("\n")[(finding.line or 0) - 1] for finding in added]
    assert sorted(line[:2] for line in lines) == ["1.", "2.", "3.", "4.", "5.", "6.", "7."]


def test_a_build_that_is_not_there_or_not_of_these_papers_is_an_error(workspace: Workspace) -> None:
    with pytest.raises(InputError, match="there is no build"):
        recheck_build(workspace, workspace.build)
    build_papers(workspace, Options(out=workspace.build))
    with (workspace.papers / "harbour-2021" / "paper.txt").open("a") as paper:
        paper.write("more")
    with pytest.raises(InputError, match="is not the text that was built"):
        recheck_build(workspace, workspace.build)
