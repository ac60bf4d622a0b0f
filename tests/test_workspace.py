import os
import re
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from ibidem.errors import InputError
from ibidem.iri import RESERVED
from ibidem.workspace import (
    create_workspace,
    find_root,
    find_workspace,
    load_paper,
    load_workspace,
    packaged,
    paper_ids,
    queries_folder,
    shapes_folder,
)
from page import run
from published import ROOT
from sample import add_paper, make_sample


def test_a_workspace_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path / "w")
    for folder in (workspace.root, workspace.papers, workspace.papers / "harbour-2021"):
        assert find_workspace(folder) == workspace
    assert find_root(tmp_path) is None
    with pytest.raises(InputError, match="ibidem init"):
        find_workspace(tmp_path)


def test_folders_of_its_own_go_before_those_of_the_program(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path / "w", shapes=None)
    assert workspace.shapes == shapes_folder(workspace.papers) == packaged("shapes")
    for name in ("shapes", "queries", "ontology"):
        (workspace.root / name).mkdir()
    assert workspace.ontology == workspace.root / "ontology"
    assert shapes_folder(workspace.papers) == workspace.root / "shapes"
    assert queries_folder(workspace.papers) == workspace.root / "queries"
    assert queries_folder(tmp_path) == packaged("queries")


def test_what_the_program_brings_is_there() -> None:
    for name, pattern in (("shapes", "*.ttl"), ("queries", "*.rq"), ("ontology", "ibidem.ttl"), ("template", "*.toml")):
        assert list(packaged(name).glob(pattern)), name


def test_this_repository_is_a_workspace() -> None:
    workspace = load_workspace(ROOT)
    assert "sethi-2017" in paper_ids(workspace)
    source = load_paper(workspace, "sethi-2017")
    assert dict(source.paper.expected) == {"pointers": 73, "references": 73, "ibid": 19}
    assert workspace.shown(source.decisions) == "seeds/papers/sethi-2017/decisions.yaml"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("https://example.org/papers/", "papers/", "no base IRI"),
        ("https://example.org/papers/", "https://example.org/papers", "ends in / or #"),
        ("https://example.org/papers/", "https://example.org/a b/", "no base IRI"),
        ('title = "A', 'titel = "A', "did you mean 'title'"),
        ("publisher = {", "publishers = {", "did you mean 'publisher'"),
        ('name = "Your institution"', 'nam = "Your institution"', "did you mean 'name'"),
        ('"citations", "footnotes"', "1, 2", "list of strings"),
    ],
)
def test_bad_settings_are_refused(tmp_path: Path, before: str, after: str, said: str) -> None:
    workspace = make_sample(tmp_path / "w")
    settings = workspace.root / "ibidem.toml"
    text = settings.read_text()
    assert before in text
    settings.write_text(text.replace(before, after))
    with pytest.raises(InputError, match=said) as caught:
        load_workspace(workspace.root)
    assert caught.value.line


def test_a_paper_without_its_settings_is_not_passed_over(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path / "w")
    (add_paper(workspace, "a", "text") / "paper.toml").unlink()
    assert paper_ids(workspace) == ("a", "harbour-2021")
    with pytest.raises(InputError, match="title, date and rights"):
        load_paper(workspace, "a")
    with pytest.raises(InputError, match="did you mean 'harbour-2021'"):
        load_paper(workspace, "harbor-2021")
    with pytest.raises(InputError, match="the workspace has: a, harbour-2021"):
        load_paper(workspace, "../a")


def test_papers_are_named_so_that_their_iri_is_readable(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path / "w")
    for name in ("Sethi", "a_b", "a--b", "ä"):
        add_paper(workspace, name, "text")
        with pytest.raises(InputError, match="small letters, digits and single hyphens"):
            load_paper(workspace, name)
    for name in RESERVED:
        add_paper(workspace, name, "text")
        with pytest.raises(InputError, match=f"the dataset needs itself; name the folder otherwise: {name}-1"):
            load_paper(workspace, name)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('authors = [{ family = "A", given = "B" }]', ""),
        ('authors = [{ literal = "A B" }]', ""),
        ("authors = [{}]", "an author has"),
        ('authors = ["A"]', "must be a list of tables"),
        ('authors = [{ famly = "A" }]', "an author has"),
        ("[expected]\npointers = -1", "whole number"),
        ("[expected]\nmarkers = 1", "unknown key 'expected.markers'"),
        ('file = "../ibidem.toml"', "beside paper.toml"),
        ('file = "nothing.txt"', "no such file"),
    ],
)
def test_paper_toml_is_checked(tmp_path: Path, line: str, said: str) -> None:
    workspace = make_sample(tmp_path / "w")
    settings = add_paper(workspace, "a", "text") / "paper.toml"
    settings.write_text(f"{settings.read_text()}{line}\n")
    if not said:
        assert load_paper(workspace, "a").paper.authors[0].literal in ("B A", "A B")
        return
    with pytest.raises(InputError, match=said):
        load_paper(workspace, "a")


def test_a_new_workspace_needs_a_folder_that_is_new_or_empty_and_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    paths = create_workspace(tmp_path / "empty")
    assert tmp_path / "empty" / "ibidem.toml" in paths
    for folder in (tmp_path, tmp_path / "empty" / "ibidem.toml"):
        with pytest.raises(InputError, match="not empty"):
            create_workspace(folder)
    with pytest.raises(InputError, match="cannot be written"):
        create_workspace(tmp_path / "empty" / "ibidem.toml" / "below")


def test_paths_are_shown_from_the_root_of_the_workspace() -> None:
    workspace = load_workspace(ROOT)
    assert workspace.shown(workspace.papers / "a") == "seeds/papers/a"
    assert replace(workspace, root=Path("/elsewhere")).shown(Path("/b/c")) == "/b/c"


def workflow() -> dict[str, Any]:
    text = (packaged("template") / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    assert all(re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in text.splitlines() if "uses:" in line)
    # YAML 1.1 reads `on` as true.
    loaded: dict[str, Any] = yaml.safe_load(text.replace("\non:", "\n'on':"))
    return loaded


def test_the_workflow_of_a_new_workspace_may_write_pages_where_it_deploys_and_nothing_else() -> None:
    jobs = workflow()["jobs"]
    assert workflow()["permissions"] == {"contents": "read"}
    assert "permissions" not in jobs["build"]
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert [step.get("uses", "").partition("@")[0] for step in jobs["deploy"]["steps"]] == ["actions/deploy-pages"]
    assert set(workflow()["on"]) == {"push", "workflow_dispatch"}, "no pull request runs with these permissions"


def test_the_workflow_of_a_new_workspace_uploads_hidden_files_and_knows_the_history() -> None:
    steps = {
        step["uses"].partition("@")[0]: step["with"] for step in workflow()["jobs"]["build"]["steps"] if "uses" in step
    }
    assert steps["actions/upload-pages-artifact"] == {"path": "build/site", "include-hidden-files": True}
    assert steps["actions/checkout"] == {"fetch-depth": 0, "persist-credentials": False}


def guide() -> str:
    return (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")


def test_the_guide_runs_the_commands_of_the_workflow_on_other_hosts() -> None:
    commands = [step["run"] for step in workflow()["jobs"]["build"]["steps"] if "run" in step]
    (block,) = re.findall(r"<!-- file: .gitlab-ci.yml -->\n```yaml\n(.*?)```", guide(), re.DOTALL)
    job = yaml.safe_load(block)["pages"]
    assert job["script"][1:-1] == commands[1:]
    assert job["script"][-1].split()[-2:] == ["build/site", *job["artifacts"]["paths"]]
    assert job["variables"] == {"GIT_DEPTH": "0"}


@pytest.mark.slow
def test_the_guide_pushes_the_whole_site_to_a_branch_again_and_again(tmp_path: Path) -> None:
    create_workspace(tmp_path / "papers")
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "host")], check=True)
    once, each = re.findall(r"```sh\n([^`]*\.\./pages[^`]*)```", guide())
    once = once.replace("https://codeberg.org/my-name/my-papers.git", str(tmp_path / "host"))
    who = {f"GIT_{role}_{key}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    again = "echo old > ../pages/old.html\nsed -i s/sample/other/ ibidem.toml\n"
    command = ["bash", "-ec", f"{once}{each}{again}{each}"]
    environment = {**os.environ, **who, "PATH": path}
    done = subprocess.run(command, cwd=tmp_path / "papers", env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "pages"], cwd=tmp_path / "host", capture_output=True, check=True
    )
    site = (tmp_path / "papers" / "build" / "site").resolve()
    assert set(listed.stdout.decode().splitlines()) == {
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
    }


@pytest.mark.slow
def test_the_commands_of_the_workflow_publish_a_new_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_workspace(tmp_path / "papers")
    monkeypatch.chdir(tmp_path / "papers")
    commands = [step["run"] for step in workflow()["jobs"]["build"]["steps"] if "run" in step]
    assert commands[0] == 'python -m pip install "$IBIDEM"'
    for command in commands[1:]:
        program, *arguments = shlex.split(command)
        assert program == "ibidem"
        code, output = run(*arguments)
        assert code == 0, output
    site = (tmp_path / "papers" / "build" / "site").resolve()
    for name in ("index.html", "check.html", ".nojekyll", ".well-known/void"):
        assert (site / name).is_file(), name
    # Pages refuses files that others may not read, and links.
    assert not [path for path in site.rglob("*") if path.is_symlink() or not path.stat().st_mode & 0o004]
