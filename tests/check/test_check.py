from pathlib import Path

import pytest

from damage import Copy, opened, run, said
from ibidem.check import CHECKS, check_publication, checks
from ibidem.check.opened import files
from ibidem.check.result import Looked, NotRun, Outcome, Problem, outcome_of, results_of
from ibidem.errors import InputError
from ibidem.words import read_table
from published import Publication


def test_every_check_asks_a_question_and_no_question_is_left_unasked() -> None:
    rows = read_table("checks")
    assert [name for name, _ in CHECKS] == [row[0] for row in rows]
    assert all(question.endswith("?") and source.startswith("https://") for _, _, question, source in rows)


def test_every_check_has_tests_that_damage_what_it_looks_at() -> None:
    """Each module of checks has its tests beside it, and each check is run by one of them by its name."""
    text = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    for name, check in CHECKS:
        module = check.__module__.rpartition(".")[2]
        assert (Path(__file__).parent / f"test_{module}.py").is_file()
        assert f'"{name}"' in text, name


def test_a_check_that_there_is_not_is_an_error() -> None:
    with pytest.raises(InputError, match="there is no check 'linx'; there are: dumps, "):
        checks(("linx",))


def test_checks_run_in_one_order_whatever_is_asked() -> None:
    assert [check.name for check in checks(("links", "dumps"))] == ["dumps", "links"]


def test_what_is_wrong_in_many_files_in_the_same_way_is_said_once() -> None:
    wrong = [Problem("is torn", f"{number}.html", "mend it", warning=number == 3) for number in range(6)]
    first, second = results_of("paper", Looked("4 pages", tuple(wrong)))
    assert (first.outcome, first.where, first.what) == (Outcome.FAIL, "0.html", "is torn (and so in 4 more files)")
    assert (second.outcome, second.where, second.what) == (Outcome.WARN, "3.html", "is torn")


def test_the_worst_outcome_counts() -> None:
    failed = results_of("a", Looked("x", (Problem("is torn", "a", "b"),)))
    silent = results_of("b", NotRun("no schema", "get one"))
    passed = results_of("c", Looked("x"))
    assert outcome_of((*passed, *silent)) is Outcome.NOT_RUN
    assert outcome_of((*silent, *failed, *passed)) is Outcome.FAIL
    assert outcome_of(passed) is Outcome.PASS


@pytest.mark.slow
def test_our_own_publication_passes_every_check(publication: Publication) -> None:
    found = said(run(publication.folder))
    assert not [line for line in found if line.startswith(("fail", "warn"))]
    assert len(found) == len(CHECKS)


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00<", b"", b"null", b'[{"@id": ["x"]}]', b'<a href="http://[x">', b'<http://a b> <c> "']
)
def test_whatever_files_hold_a_check_says_what_is_wrong(copy: Copy, data: bytes) -> None:
    for path in sorted(path for path in copy.site.rglob("*") if path.is_file() and "harbour-2021" not in path.parts):
        copy.write(path.relative_to(copy.site).as_posix(), data)
    found = run(copy.folder)
    failed = {result.check for result in found if result.outcome == "fail"}
    assert failed >= {"dumps", "harvest", "names", "sitemap", "redirects", "ontology"}
    assert failed >= {"nde", "dcat-ap", "google", "ro-crate", "cff"}


def test_a_publication_that_is_replaced_meanwhile_is_an_error(copy: Copy) -> None:
    publication = opened(copy.folder)
    assert "dumps/SHA256SUMS" in files(publication)
    copy.remove("dumps/SHA256SUMS")
    with pytest.raises(InputError, match="SHA256SUMS: went away while it was checked; check again"):
        list(check_publication(publication, checks(("dumps",))))


def test_a_file_that_cannot_be_read_is_an_error(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    publication = opened(copy.folder)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match="cannot be read: Permission denied; make it readable, or publish again"):
        list(check_publication(publication, checks(("links",))))
