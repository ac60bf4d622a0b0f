"""The page of the findings says what the build found, and what each kind means."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

from findings import NASTY
from ibidem.finding import Code, Finding, Severity
from ibidem.publication import PaperState
from ibidem.publish.site.findings import SHOWN, explained, write_findings
from published import ROOT, Publication
from sources import source_of


def test_the_kinds_are_explained_as_in_the_guide() -> None:
    guide = (ROOT / "docs" / "findings.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (\w+) \| (.+?) \| (.+?) \|$", guide, re.MULTILINE)
    said = [(kind.code, kind.severity, kind.means, kind.what) for kind in explained().values()]
    assert said == rows
    assert list(explained()) == [code.value for code in Code]


def test_every_finding_of_the_build_is_listed_with_what_it_concerns(site: Path, publication: Publication) -> None:
    page = unescape((site / "findings.html").read_text("utf-8"))
    findings = publication.report.findings
    assert len(findings) > 5
    for finding in findings:
        section = page.partition(f'<section class="wide term" id="{finding.code.value}"')[2].partition("</section>")[0]
        key = (finding.focus or "").rpartition("/")[2]
        before, named, after = finding.message.partition(key) if key else (finding.message, "", "")
        assert before in section
        assert after in section
        assert not named or f"<code>{named}</code>" in section
        assert f"<code>{finding.source}:{finding.line}</code>" in section
    rows = re.findall(r'<td class="number">(\d+)</td>', page)
    assert sum(map(int, rows)) == len(findings)
    assert 'href="sethi-2017/finding/' in page
    assert 'href="sethi-2017/quotation/' in page


def test_a_finding_leads_to_the_note_or_the_sentence_where_it_is(site: Path, publication: Publication) -> None:
    page = (site / "findings.html").read_text("utf-8")
    reading = (site / "sethi-2017" / "reading.html").read_text("utf-8")
    found = re.findall(r'<td><a href="sethi-2017/reading\.html#([^"]+)">(note \d+|in the text)</a></td>', page)
    # A sentence that is not published leads to the paper.
    rest = len(re.findall(r'<td><a href="sethi-2017\.html">[^<]*</a></td></tr>', page))
    assert rest < 3
    assert len(found) + rest == len(publication.report.findings)
    assert all(f'id="{mark}"' in reading for mark, _ in found)
    assert ("note-14", "note 14") in found


def test_only_what_was_not_found_is_explained_at_the_end(site: Path, publication: Publication) -> None:
    page = (site / "findings.html").read_text("utf-8")
    found = {finding.code.value for finding in publication.report.findings}
    assert set(re.findall(r"<dt><code>([a-z-]+)</code>", page)) == set(explained()) - found


def test_findings_of_any_text_are_shown_as_text_and_long_lists_cut(publication: Publication, tmp_path: Path) -> None:
    source = source_of(publication)
    shape = Finding(
        Code.SHAPE, Severity.VIOLATION, NASTY, source="a<b>.txt", line=1, rule="https://x.example/s#Quotation"
    )
    paper = PaperState("gone", publication.report.outcome, True, True, "", findings=(shape,) * (SHOWN + 5))
    write_findings(tmp_path, replace(source, report=replace(source.report, papers=(paper,))))
    page = (tmp_path / "findings.html").read_text("utf-8")
    assert "<b>" not in page
    assert 'href="shapes.html#Quotation"' in page
    assert page.count("a&lt;b&gt;.txt:1") == SHOWN
    assert "and 5 more" in page
    assert "was refused by the last build" in page


def test_a_build_without_findings_says_so(publication: Publication, tmp_path: Path) -> None:
    source = source_of(publication)
    write_findings(tmp_path, replace(source, report=replace(source.report, papers=())))
    assert "There are none" in (tmp_path / "findings.html").read_text("utf-8")
