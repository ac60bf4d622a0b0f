"""What paper.toml proposes is what the file says, what is missing is said, and the program reads it back."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curated import reading
from ibidem.cited import Name
from ibidem.curate.intake import Intake, paper_toml, propose_id, propose_paper, to_check
from ibidem.document import Metadata
from ibidem.settings import read_settings
from ibidem.workspace import parse_paper

NOTHING = Intake(None, (), None, None, None, None, None, None, ())
WHOLE = Intake(
    title='The "Sound" Question',
    authors=(Name("Ada Lindqvist", "Lindqvist", "Ada"), Name("The Harbour Board")),
    journal="Journal of Northern History",
    issn="1234-567X",
    date="1981-05",
    language="en-GB",
    rights="Creative Commons Attribution 4.0 (CC BY 4.0)",
    license="https://creativecommons.org/licenses/by/4.0/",
    expected=(("pointers", 5), ("references", 6), ("ibid", 2)),
)


def proposed(metadata: Metadata) -> Intake:
    read = reading()
    return propose_paper(replace(read.document, metadata=metadata), read.record)


def test_what_the_file_says_is_proposed() -> None:
    said = Metadata(
        title="The  Sound\nQuestion",
        authors=("Ada Lindqvist", "Holm, Erik"),
        date="1981-05",
        language="en-GB",
        journal="Journal of Northern History",
        issn="1234567x",
        license="http://creativecommons.org/licenses/by/4.0/",
    )
    found = proposed(said)
    assert (found.title, found.date, found.language) == ("The Sound Question", "1981-05", "en-GB")
    assert [(name.family, name.given) for name in found.authors] == [("Lindqvist", "Ada"), ("Holm", "Erik")]
    assert (found.journal, found.issn) == ("Journal of Northern History", "1234-567X")
    assert found.rights == "Creative Commons Attribution 4.0 (CC BY 4.0)"
    assert found.expected == (("pointers", 5), ("references", 6), ("ibid", 2))


def test_what_a_text_prints_is_proposed() -> None:
    found = proposed(Metadata())
    assert found.title == "The Sound Question"
    assert found.authors == (Name("Ada Lindqvist", "Lindqvist", "Ada"),)
    assert (found.date, found.license, found.rights) == (None, None, None)


@pytest.mark.parametrize(
    "said",
    [
        Metadata(date="May 1981"),
        Metadata(language="the English language"),
        Metadata(issn="12-34"),
        Metadata(license="all rights reserved"),
        Metadata(license="javascript:alert(1)"),
        Metadata(authors=(" ",), title=" "),
    ],
)
def test_what_cannot_be_used_is_not_proposed(said: Metadata) -> None:
    assert proposed(said) == proposed(Metadata())


@pytest.mark.parametrize("intake", [WHOLE, replace(WHOLE, license=None, issn=None), replace(WHOLE, authors=())])
def test_what_is_proposed_is_read_back(intake: Intake, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    (tmp_path / "paper.toml").write_text(paper_toml(intake, file="paper.pdf", digest=digest), encoding="utf-8")
    paper = parse_paper(read_settings(tmp_path / "paper.toml"), tmp_path).paper
    assert (paper.title, paper.authors, paper.journal, paper.issn) == (
        intake.title,
        intake.authors,
        intake.journal,
        intake.issn,
    )
    assert (paper.date.edtf, paper.language, paper.rights) == (intake.date, intake.language, intake.rights)
    assert (paper.license, paper.expected, paper.file) == (intake.license, intake.expected, "paper.pdf")


def test_what_was_not_found_is_a_comment_that_says_what_to_put() -> None:
    text = paper_toml(NOTHING, file="paper.txt", digest="0" * 64)
    assert tomllib.loads(text) == {"rights": "unclear", "file": "paper.txt", "sha256": "0" * 64}
    for name in ("title", "authors", "journal", "issn", "date", "language", "license"):
        assert f"\n# {name} = " in text
    missing = dict(to_check(NOTHING))
    assert set(missing) == {"title", "authors", "date", "language", "license", "expected"}
    assert "not published without" in missing["date"]


def test_what_a_person_must_look_at_is_said() -> None:
    assert list(to_check(WHOLE)) == [
        ("authors", "read as one name where no family name could be told: put family and given")
    ]
    shouted = replace(
        WHOLE, title="THE SOUND", authors=(Name("ADA HOLM", "HOLM", "ADA"),), license="https://a.example/"
    )
    assert [name for name, _ in to_check(shouted)] == ["title", "authors", "license"]


@pytest.mark.parametrize(
    ("intake", "name"),
    [
        (WHOLE, "lindqvist-1981"),
        (replace(WHOLE, date=None), "lindqvist-sound-question"),
        (replace(WHOLE, date="[1994,1995]"), "lindqvist-1994"),
        (replace(WHOLE, authors=()), "sound-question"),
        (NOTHING, "file"),
        (replace(NOTHING, title="Queries"), "queries-1"),
        (replace(NOTHING, authors=(Name("Øyvind Åsen", "Åsen", "Øyvind"),), date="2001"), "asen-2001"),
    ],
)
def test_a_paper_is_called_after_its_author_and_year(intake: Intake, name: str) -> None:
    assert propose_id(intake, stem="Some file") == name


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1))
def test_whatever_a_file_says_of_itself_is_written_as_toml(title: str, name: str) -> None:
    intake = replace(WHOLE, title=title, authors=(Name(name, name, name),), journal=name, rights=name)
    held = tomllib.loads(paper_toml(intake, file="paper.txt", digest="0" * 64))
    assert held["title"] == title
    assert held["authors"] == [{"family": name, "given": name}]
