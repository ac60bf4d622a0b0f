import csv
import os
from hashlib import sha256
from pathlib import Path

import pytest

from ibidem.authority import Authority
from ibidem.edition import load_authorities, load_decisions
from ibidem.iri import SCHEMES
from ibidem.publication import Outcome
from published import Publication

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
PAPERS = sorted(path.parent for path in (SEEDS / "papers").glob("*/paper.toml"))
GOLD = sorted((ROOT / "tests" / "gold").glob("*/*.tsv"))
CHECKED = Path(os.environ.get("IBIDEM_AUTHORITIES", ROOT.parent / "shared" / "data" / "authorities.tsv"))


@pytest.fixture(scope="module")
def authorities() -> tuple[Authority, ...]:
    return load_authorities(SEEDS / "authorities")


def test_the_authority_files_are_read(authorities: tuple[Authority, ...]) -> None:
    kinds = {authority.kind for authority in authorities}
    assert kinds == {"actor", "agent", "place", "treaty", "work"}
    assert len(authorities) > 60


def test_no_identifier_stands_for_two_things(authorities: tuple[Authority, ...]) -> None:
    named = [(identifier.scheme, identifier.value) for one in authorities for identifier in one.identifiers]
    assert len(named) == len(set(named))
    keys = [(authority.kind, authority.key) for authority in authorities]
    assert len(keys) == len(set(keys))


def test_every_identifier_says_how_and_when_it_was_checked(authorities: tuple[Authority, ...]) -> None:
    for authority in authorities:
        assert authority.identifiers, authority.name
        for identifier in authority.identifiers:
            assert identifier.method and identifier.date, authority.name
            assert identifier.confidence == "certain", authority.name
            assert identifier.scheme in SCHEMES


def test_identifiers_have_the_iris_of_their_own_schemes(authorities: tuple[Authority, ...]) -> None:
    starts = {
        "wikidata": "http://www.wikidata.org/entity/Q",
        "geonames": "https://sws.geonames.org/",
        "ror": "https://ror.org/0",
        "issn": "https://portal.issn.org/resource/ISSN/",
        "iso3166": None,
        "untc": None,
    }
    for authority in authorities:
        for identifier in authority.identifiers:
            start = starts[identifier.scheme]
            iri = identifier.iri
            assert iri is None if start is None else iri is not None and iri.startswith(start), authority.name
            assert identifier.scheme != "geonames" or (iri or "").endswith("/")


@pytest.mark.skipif(not CHECKED.is_file(), reason="needs the table of checked identifiers (IBIDEM_AUTHORITIES)")
def test_every_identifier_was_checked(authorities: tuple[Authority, ...]) -> None:
    with CHECKED.open(encoding="utf-8", newline="") as file:
        rows = {
            (row["scheme"], row["identifier"]): row
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    for authority in authorities:
        for identifier in authority.identifiers:
            row = rows[identifier.scheme, identifier.value]
            assert (row["name"], row["confidence"]) == (authority.name, "certain")


@pytest.mark.parametrize("folder", PAPERS, ids=lambda folder: folder.name)
def test_decisions_are_signed_and_have_reasons(folder: Path) -> None:
    for entry in load_decisions(folder / "decisions.yaml", source="decisions.yaml"):
        assert len(entry.why.split()) >= 4, f"line {entry.line}: say why in a sentence"
        assert entry.why.rstrip().endswith("."), f"line {entry.line}: a reason is a sentence"
        assert entry.by, entry.line


def test_the_paper_is_as_received() -> None:
    received = (SEEDS / "papers" / "sethi-2017" / "paper.txt").read_bytes()
    assert sha256(received).hexdigest() == "7ccacff09276aab829f3b3fa0a317fb580d4a13d0dc5cafbfcc217e5750576ef"


@pytest.mark.parametrize("path", GOLD, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_gold_quotes_stands_in_the_text(path: Path) -> None:
    text = (SEEDS / "papers" / path.parent.name / "paper.txt").read_text(encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    rows = [dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:]]
    assert rows
    flat = " ".join(text.split())
    for row in rows:
        if "start" in row:
            assert text[int(row["start"]) : int(row["end"])] == row["exact"].replace("\\n", "\n")
        for form in filter(None, row.get("printed", "").split("; ")):
            assert form in flat, form
        for number in filter(None, row.get("pointers", "").split("; ")):
            assert 1 <= int(number) <= 73


def test_every_paper_is_published(corpus: Publication) -> None:
    states = {state.id: state for state in corpus.report.papers}
    assert set(states) == {path.name for path in PAPERS}
    assert len(states) >= 3
    for state in states.values():
        assert state.outcome is Outcome.PUBLISHED, state.id
        assert not state.violated, state.id


def test_the_formats_of_the_papers_differ() -> None:
    names = {path.name for folder in PAPERS for path in folder.glob("paper.*")} - {"paper.toml"}
    assert names >= {"paper.txt", "paper.xml", "paper.pdf"}
