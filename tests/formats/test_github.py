from findings import FINDINGS
from ibidem.formats.github import error_command, to_github


def test_each_finding_is_one_command_whose_message_cannot_end_it() -> None:
    lines = to_github(FINDINGS, ("a",)).removesuffix("\n").split("\n")
    assert len(lines) == len(FINDINGS) + 1
    assert lines[0].startswith("::error file=seeds/papers/a b%2Cc%3Ad/paper.txt,line=2,title=shape::50 %25 of <b>")
    assert "%0D%0Athe" in lines[0]
    assert lines[1] == "::warning file=/abs/ü.txt,line=1,title=quotation-unclosed::unclosed"
    assert lines[2] == "::notice title=no-notes::no notes"
    assert lines[3] == "a checked: 1 violation, 1 warning, 1 note"


def test_the_last_line_is_no_command_whatever_was_checked() -> None:
    assert to_github((), ("a\n::error::b",)) == "a%0A::error::b checked: 0 violations, 0 warnings, 0 notes\n"


def test_an_error_is_an_annotation_at_its_place() -> None:
    said = error_command("is no YAML: 50%\nmend it", source="a,b/c.yaml", line=3)
    assert said == "::error file=a%2Cb/c.yaml,line=3,title=error::is no YAML: 50%25%0Amend it"
    assert error_command("all is lost", source=None) == "::error title=error::all is lost"
