"""The flow as a whole: what is published, what is refused, and that equal input gives equal bytes."""

import gzip
import hashlib
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from growth import check_linear
from ibidem.build import Options, build_papers, extract_paper
from ibidem.errors import InputError
from ibidem.finding import Code
from ibidem.iri import RESERVED
from ibidem.publication import BuildReport, Outcome
from ibidem.store import open_store
from ibidem.swap import current, locked
from ibidem.workspace import Workspace, load_workspace
from published import ROOT, Publication
from sample import DECISION, add_paper, call, command, make_sample
from table import read_cases

NOTE = "A note\n\nMax Frisch said nothing.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_sample(tmp_path / "papers")


def build(workspace: Workspace, *papers: str, decisions: bool = True, strict: bool = False) -> BuildReport:
    return build_papers(workspace, Options(out=workspace.build, papers=papers, decisions=decisions, strict=strict))


def outcomes(report: BuildReport) -> dict[str, str]:
    return {state.id: str(state.outcome) for state in report.papers}


def digests(folder: Path) -> dict[str, str]:
    """Give the hash of each file of the dumps and of each paper's quads."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name in ("dumps", "papers")
        for path in sorted((folder / name).iterdir())
    }


def whole(out: Path) -> bool:
    """Tell whether store, dumps and report are of one piece."""
    report = BuildReport.from_json((out / "report.json").read_bytes())
    paper = (out / "papers" / "harbour-2021.nq").read_bytes()
    turtle = (out / "dumps" / "harbour-2021.ttl").read_bytes()
    store = open_store(out / "store")
    quads = paper.count(b"/harbour-2021> .\n")
    return len(store) == report.quads and report.papers[0].quads == quads < paper.count(b"\n") and len(turtle) > 1000


def test_the_first_publish_of_a_new_workspace_works(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path, shapes=None)
    report = build(workspace)
    assert report.outcome is Outcome.PUBLISHED
    assert not report.violated
    counts = dict(report.papers[0].counts)
    assert (counts["pointers"], counts["references"], counts["ibid"]) == (7, 7, 3)
    assert whole(workspace.build)


def test_the_report_that_is_written_is_the_one_that_is_given(workspace: Workspace) -> None:
    report = build(workspace)
    assert BuildReport.from_json((workspace.build / "report.json").read_bytes()) == report


def test_a_refused_paper_keeps_its_last_published_version_and_the_others_are_published(workspace: Workspace) -> None:
    add_paper(workspace, "note", NOTE)
    build(workspace)
    before = digests(workspace.build)
    (workspace.papers / "harbour-2021" / "decisions.yaml").write_text(DECISION)
    (workspace.papers / "note" / "paper.txt").write_text(NOTE * 2)
    report = build(workspace)
    assert outcomes(report) == {"harbour-2021": "kept", "note": "published"}
    assert report.violated
    after = digests(workspace.build)
    assert after["harbour-2021.ttl"] == before["harbour-2021.ttl"]
    assert after["note.ttl"] != before["note.ttl"]


def test_a_refused_paper_that_was_never_published_is_nowhere(workspace: Workspace) -> None:
    note = add_paper(workspace, "note", NOTE)
    (note / "decisions.yaml").write_text(DECISION)
    report = build(workspace)
    assert outcomes(report) == {"harbour-2021": "published", "note": "refused"}
    assert "note.ttl" not in digests(workspace.build)


def test_strict_refuses_all_and_writes_its_report(workspace: Workspace) -> None:
    note = add_paper(workspace, "note", NOTE)
    build(workspace)
    before = current(workspace.build)
    (note / "decisions.yaml").write_text(DECISION)
    report = build(workspace, strict=True)
    assert outcomes(report) == {"harbour-2021": "published", "note": "refused"}
    assert report.outcome is Outcome.REFUSED
    assert current(workspace.build) == before
    assert BuildReport.from_json((workspace.build / "report.json").read_bytes()) == report


def test_papers_that_are_not_asked_for_stay_as_they_were_published(workspace: Workspace) -> None:
    note = add_paper(workspace, "note", NOTE)
    build(workspace)
    before = digests(workspace.build)
    (note / "paper.txt").write_text(NOTE * 2)
    assert outcomes(build(workspace, "harbour-2021")) == {"harbour-2021": "published", "note": "kept"}
    assert digests(workspace.build) == before
    shutil.rmtree(note)
    assert outcomes(build(workspace, "harbour-2021")) == {"harbour-2021": "published"}


def test_without_decisions_nothing_that_people_added_is_there(workspace: Workspace) -> None:
    (workspace.papers / "harbour-2021" / "decisions.yaml").write_text(DECISION.replace("Boris Godunov", "Johan Berg"))
    with_them, without = build(workspace), build(workspace, decisions=False)
    assert [dict(report.papers[0].counts)["decisions"] for report in (with_them, without)] == [1, 0]
    assert [report.papers[0].decisions for report in (with_them, without)] == [True, False]


def test_every_violation_leads_to_a_file_and_a_line(workspace: Workspace) -> None:
    (workspace.papers / "harbour-2021" / "decisions.yaml").write_text(DECISION)
    (finding,) = (item for item in build(workspace).findings if item.code is Code.DECISION_NOT_ANCHORED)
    assert (finding.source, finding.line) == ("seeds/papers/harbour-2021/decisions.yaml", 3)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + NOTE,
        NOTE.replace("\n", "\r\n"),
        "Cafe\u0301\n\nMax said \u201cCafe\u0301.\u201d\n",
        '<b>x</b> . } ; DROP ALL """ \\u0041 <https://example.org/> a "b"@en .\n',
        " ",
        "\u2028\u2029\x85\x0b\x0c\x1c\u202e\ufffe\ufdd0\n",
        "\u201cnever closed\n\nthe rest",
        "1. A. Smith, Zenda, 1990.\n2. Ibid.\n",
        "Markers without entries.\u00b9 Twice.\u00b9 And far.\u2079\n",
    ],
    ids=["bom", "crlf", "nfd", "syntax", "blank", "controls", "unclosed", "entries", "markers"],
)
def test_odd_papers_are_published(workspace: Workspace, text: str) -> None:
    add_paper(workspace, "odd", text)
    report = build(workspace, "odd")
    assert not report.violated, report.findings
    assert outcomes(report)["odd"] == "published"


def test_what_is_odd_about_a_paper_is_a_finding_and_does_not_refuse_it(workspace: Workspace) -> None:
    cases = read_cases(Path(__file__).parent / "cases" / "odd.tsv")
    names = [f"odd-{number}" for number, _ in enumerate(cases)]
    for name, case in zip(names, cases, strict=True):
        add_paper(workspace, name, case["text"])
    report = build(workspace, *names)
    assert not report.violated
    assert len(cases) == 13
    for case, state in zip(cases, sorted(report.papers, key=lambda state: int(state.id[4:])), strict=True):
        assert sorted(finding.code for finding in state.findings) == sorted(case["codes"].split()), case["name"]


PROSE = 'President Smith said "hello there" in Moscow in 1999; 300 rebels attacked Tunis. Russia signed the treaty. '


@pytest.mark.parametrize("unit", [PROSE, "word ", "¹ ", "“", "A. ", "Russia, Italy, ", "1999-2000 "])
def test_one_line_is_read_in_linear_time(tmp_path: Path, unit: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        (tmp_path / "long.txt").write_text(unit * (size // len(unit)), encoding="utf-8")
        return lambda: extract_paper(tmp_path / "long.txt")

    check_linear(prepare, 2_000)


@pytest.mark.slow
@pytest.mark.parametrize(("unit", "size"), [(PROSE, 5_000_000), ("word ", 50_000_000)], ids=["prose", "words"])
def test_megabytes_in_one_line_are_read_in_linear_time(tmp_path: Path, unit: str, size: int) -> None:
    def seconds(size: int) -> float:
        (tmp_path / "long.txt").write_text(unit * (size // len(unit)), encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        done = subprocess.run(command("extract", "long.txt"), cwd=tmp_path, stdout=subprocess.DEVNULL, check=False)
        assert done.returncode == 0
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

    assert seconds(size) < 20 * seconds(size // 10)


def test_equal_input_gives_equal_bytes_and_leaves_the_tracked_tree_as_it_was(
    corpus: Publication, tmp_path: Path
) -> None:
    def status() -> str:
        command = ["git", "diff", "--stat"]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout

    before = status()
    env = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Asia/Kathmandu", "PYTHONUTF8": "0"}
    done = call("publish", "--out", tmp_path / "other", cwd=ROOT / "seeds" / "papers", env=env)
    assert done.returncode == 0, done.stderr
    assert digests(tmp_path / "other") == digests(corpus.folder)
    assert (tmp_path / "other" / "report.json").read_bytes() == (corpus.folder / "report.json").read_bytes()
    assert status() == before


def test_the_order_of_papers_changes_nothing(workspace: Workspace) -> None:
    for name in ("a", "z", "b"):
        add_paper(workspace, name, f"{name}\n\n{NOTE}")
    build(workspace, "z", "harbour-2021", "b", "a")
    before = digests(workspace.build)
    for paper in ("b", "z"):
        build(workspace, paper)
    assert digests(workspace.build) == before
    build(workspace)
    assert digests(workspace.build) == before


def stopped(workspace: Workspace, sign: signal.Signals) -> subprocess.CompletedProcess[str]:
    """Publish in a process that sends itself a signal where it would write its store."""
    hook = f"import os, ibidem.build as build; build.load_store = lambda *_: os.kill(os.getpid(), {int(sign)})"
    words = [sys.executable, "-c", f"{hook}; from ibidem.cli import main; main()", "publish"]
    return subprocess.run(words, cwd=workspace.root, capture_output=True, text=True, check=False)


def killed(workspace: Workspace, seconds: float) -> None:
    """Start a publish and kill it after some time."""
    with subprocess.Popen(command("publish"), cwd=workspace.root, stdout=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)


def test_a_publish_that_is_killed_while_it_writes_leaves_the_last_one_whole(workspace: Workspace) -> None:
    build(workspace)
    before = digests(workspace.build)
    (workspace.papers / "harbour-2021" / "paper.txt").write_text(NOTE)
    assert stopped(workspace, signal.SIGKILL).returncode == -signal.SIGKILL
    assert (workspace.build / ".publications" / "new").is_dir()
    assert digests(workspace.build) == before
    assert whole(workspace.build)
    build(workspace)
    assert digests(workspace.build) != before
    assert len(list((workspace.build / ".publications").iterdir())) == 1


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_a_publish_that_is_killed_at_any_moment_leaves_one_whole_publication(workspace: Workspace, seed: int) -> None:
    build(workspace)
    old = digests(workspace.build)
    paper = workspace.papers / "harbour-2021" / "paper.txt"
    paper.write_text(paper.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    started = time.monotonic()
    assert call("publish", "--out", "other", cwd=workspace.root).returncode == 0
    new = digests(workspace.root / "other")
    took = time.monotonic() - started
    killed(workspace, random.Random(seed).uniform(0.3, 1.1) * took)
    assert digests(workspace.build) in (old, new)
    assert whole(workspace.build)


def test_a_second_publish_at_the_same_time_is_refused(workspace: Workspace) -> None:
    with locked(workspace.build):
        done = call("publish", cwd=workspace.root)
    assert done.returncode == 2
    assert done.stderr == (
        f"ibidem: error: build: another publish (process {os.getpid()}) is writing here; "
        "wait for it, or publish elsewhere with --out\n"
    )


def test_ctrl_c_ends_with_130_and_without_a_traceback(workspace: Workspace) -> None:
    build(workspace)
    before = digests(workspace.build)
    done = stopped(workspace, signal.SIGINT)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert not (workspace.build / ".publications" / "new").exists()
    assert digests(workspace.build) == before
    assert whole(workspace.build)


def test_a_full_disk_is_said_in_one_line_and_leaves_the_last_publication(workspace: Workspace) -> None:
    """A limit on the size of files stands for a disk that is full."""
    build(workspace)
    before = digests(workspace.build)
    for kilobytes in (1, 30, 100):
        limited = ["bash", "-c", f'ulimit -f {kilobytes}; exec "$@"', "bash", *command("publish")]
        done = subprocess.run(limited, cwd=workspace.root, capture_output=True, text=True, check=False)
        assert done.returncode == 2, (kilobytes, done)
        assert done.stderr.startswith("ibidem: error: build")
        assert done.stderr.count("\n") == 1
        assert digests(workspace.build) == before
        assert whole(workspace.build)


@pytest.mark.slow
@pytest.mark.parametrize("options", ["size=60k", "size=200k", "size=400k", "size=600k", "size=64m,ro"])
def test_a_small_or_read_only_disk_is_said_in_one_line(workspace: Workspace, tmp_path: Path, options: str) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a disk")
    try:
        done = call("publish", "--out", disk / "out", cwd=workspace.root)
        assert done.returncode == 2, done
        assert done.stderr.startswith("ibidem: error: ")
        assert done.stderr.count("\n") == 1
        assert not (disk / "out" / "store").exists()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_reports_of_a_build_say_where_each_finding_stands(publication: Publication) -> None:
    for state in publication.report.papers:
        for finding in state.findings:
            assert finding.source
            assert finding.line
            assert replace(finding, span=None) == replace(finding, span=None)


def test_no_paper_may_have_a_name_that_the_dataset_uses(publication: Publication) -> None:
    base = publication.workspace.base
    data = gzip.decompress((publication.folder / "dumps" / "dataset.nq.gz").read_bytes()).decode("utf-8")
    names = set(re.findall(rf"<{re.escape(base)}([a-z0-9-]+)[>/#]", data))
    assert names - {state.id for state in publication.report.papers} <= set(RESERVED)
    assert {"actor", "authorities", "dataset", "ontology", "work"} <= names


def test_a_site_that_has_no_day_says_where_it_goes_and_nothing_is_published(workspace: Workspace) -> None:
    settings = workspace.root / "ibidem.toml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    settings.write_text("".join(line for line in lines if not line.startswith("issued")), encoding="utf-8")
    with pytest.raises(InputError, match="issued = ") as raised:
        build_papers(load_workspace(workspace.root), Options(out=workspace.build, site=True))
    assert raised.value.path == settings
    assert not (workspace.build / "current").exists()
