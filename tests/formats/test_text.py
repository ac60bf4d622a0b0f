import json
from dataclasses import replace

from findings import FINDINGS
from ibidem.formats.github import to_github
from ibidem.formats.json import to_json
from ibidem.formats.junit import to_junit
from ibidem.formats.sarif import to_sarif
from ibidem.formats.text import line_of, summed, to_text


def test_each_finding_is_one_line_that_starts_with_its_place() -> None:
    lines = to_text(FINDINGS, ("a",)).split("\n")
    assert len(lines) == len(FINDINGS) + 2
    assert lines[0].startswith("seeds/papers/a b,c:d/paper.txt:2: violation: 50 % of <b>it</b>, the")
    assert lines[1] == "/abs/ü.txt:1: warning: unclosed [quotation-unclosed]"
    assert lines[2] == "ibidem: info: no notes [no-notes]"
    assert lines[3] == "a checked: 1 violation, 1 warning, 1 note"


def test_nothing_of_a_message_steers_the_terminal() -> None:
    assert line_of(FINDINGS[0]).isprintable()


def test_a_silent_run_says_what_it_looked_at() -> None:
    assert to_text((), ("a", "b")) == "a, b checked: 0 violations, 0 warnings, 0 notes\n"
    assert to_text((), ()) == "nothing checked: 0 violations, 0 warnings, 0 notes\n"
    assert summed(FINDINGS * 2) == "2 violations, 2 warnings, 2 notes"


def test_a_file_without_lines_has_another_place() -> None:
    finding = replace(FINDINGS[1], source="paper.pdf", line=None, place="page 3, note 12")
    assert line_of(finding) == "paper.pdf, page 3, note 12: warning: unclosed [quotation-unclosed]"
    assert to_json((finding,), ()).count('"place": "page 3, note 12"') == 1
    assert "title=quotation-unclosed::page 3, note 12: unclosed" in to_github((finding,), ())
    assert 'name="quotation-unclosed paper.pdf, page 3, note 12"' in to_junit((finding,), ())
    (result,) = json.loads(to_sarif((finding,), ()))["runs"][0]["results"]
    assert result["message"]["text"] == "page 3, note 12: unclosed"
    assert "region" not in result["locations"][0]["physicalLocation"]
