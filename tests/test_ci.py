"""The action and the hook for other people's CI, run step by step in a fresh repository as a user has it.

GitHub has its own runner, which is not here: `Runner` plays its part, and refuses what it does not know.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from published import ROOT
from sample import DECISION, make_sample

PRE_COMMIT = "pre-commit==4.7.0"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
PLACE = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
BROKEN = "::error file=papers/seeds/papers/harbour-2021/decisions.yaml,line=3,title=decision-not-anchored::"


@dataclass
class Runner:
    """Runs the steps of a composite action in a repository, all but the one that sets up Python."""

    repository: Path
    inputs: dict[str, str]
    scratch: Path
    outcomes: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    printed: str = ""

    def run(self, *, installed: Path | None = None) -> int:
        """Run all steps; `installed` is a command to use instead of what the step `install` would install."""
        failed = 0
        for step in ACTION["runs"]["steps"]:
            name = step["id"]
            if "uses" in step:
                self.outputs[name] = {"python-path": sys.executable}
                continue
            if not self._wanted(step.get("if"), failed):
                self.outcomes[name] = "skipped"
                continue
            code = self._installed(installed) if name == "install" and installed else self._script(step)
            self.outcomes[name] = "failure" if code else "success"
            failed = failed or code
        return failed

    def _wanted(self, condition: str | None, failed: int) -> bool:
        if condition is None:
            return not failed
        match = re.fullmatch(r"\$\{\{ !cancelled\(\) && steps\.(\w+)\.outcome == 'success' \}\}", condition)
        assert match is not None, f"the runner of this test does not know: {condition}"
        return self.outcomes.get(match.group(1)) == "success"

    def _filled(self, text: str) -> str:
        known = {"github.action_path": str(ROOT)}
        known |= {
            f"inputs.{name}": str(self.inputs.get(name, said["default"])) for name, said in ACTION["inputs"].items()
        }
        known |= {
            f"steps.{step}.outputs.{key}": value for step, held in self.outputs.items() for key, value in held.items()
        }
        return PLACE.sub(lambda place: known[place.group(1)], text)

    def _script(self, step: dict[str, Any]) -> int:
        assert "${{" not in step["run"], "what comes from outside must not become text of a script"
        file = self.scratch / "output"
        file.write_text("")
        env = {name: self._filled(value) for name, value in step.get("env", {}).items()}
        env |= {"GITHUB_OUTPUT": str(file), "RUNNER_TEMP": str(self.scratch), "GITHUB_ACTIONS": "true"}
        env |= {"GITHUB_WORKSPACE": str(self.repository)}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.repository / self._filled(step.get("working-directory", ".")),
            env={**os.environ, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.printed += done.stdout
        lines = file.read_text().splitlines()
        self.outputs[step["id"]] = dict(line.partition("=")[::2] for line in lines)
        return done.returncode

    def _installed(self, command: Path) -> int:
        (self.scratch / "ibidem" / "bin").mkdir(parents=True)
        (self.scratch / "ibidem" / "bin" / "ibidem").symlink_to(command)
        return 0


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a fresh repository with the sample workspace in its folder `papers`."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    make_sample(folder / "papers")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=A paper")
    return folder


@pytest.fixture
def act(repository: Path, tmp_path: Path) -> Callable[..., tuple[int, Runner]]:
    """Give a way to run the action with the program as it is here."""

    def run(**inputs: str) -> tuple[int, Runner]:
        scratch = tmp_path / "runner"
        scratch.mkdir()
        runner = Runner(repository, {"workspace": "papers", **inputs}, scratch)
        code = runner.run(installed=Path(sys.executable).with_name("ibidem"))
        return code, runner

    return run


def decide(repository: Path, text: str) -> None:
    path = repository / "papers" / "seeds" / "papers" / "harbour-2021" / "decisions.yaml"
    path.write_text(text, encoding="utf-8")


def test_the_action_asks_for_no_token_and_pins_what_it_uses() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert not re.search(r"secrets\.|github\.token|GITHUB_TOKEN", text)
    for step in ACTION["runs"]["steps"]:
        assert "uses" not in step or re.search(r"@[0-9a-f]{40}$", step["uses"]), step
        assert "uses" in step or (step["shell"] == "bash" and "${{" not in step["run"])
    assert all(said["description"].endswith(".") and "default" in said for said in ACTION["inputs"].values())


def test_the_guide_shows_every_input_and_the_hook() -> None:
    for name in (*ACTION["inputs"], *(hook["id"] for hook in HOOKS)):
        assert f"| `{name}` |" in GUIDE or f"- id: {name}\n" in GUIDE, name
    blocks = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert len(blocks) >= 3
    assert all(yaml.safe_load(block) for block in blocks)


def test_the_hook_looks_at_what_people_edit() -> None:
    (hook,) = HOOKS
    for path in (
        "seeds/papers/a/decisions.yaml",
        "papers/seeds/authorities/actors.yaml",
        "ibidem.toml",
        "shapes/a.ttl",
    ):
        assert re.search(hook["files"], path), path
    for path in ("README.md", "build/site/index.html", "other.toml"):
        assert not re.search(hook["files"], path), path


@pytest.mark.slow
def test_the_action_passes_over_a_sound_workspace(act: Callable[..., tuple[int, Runner]], repository: Path) -> None:
    code, runner = act(sarif="findings.sarif")
    assert code == 0, runner.printed
    assert "::error" not in runner.printed
    assert set(runner.outcomes.values()) == {"success"}
    assert (repository / runner.outputs["publish"]["site"] / "index.html").is_file()
    assert '"version": "2.1.0"' in (repository / "findings.sarif").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_action_annotates_a_decision_that_is_wrong(
    act: Callable[..., tuple[int, Runner]], repository: Path
) -> None:
    decide(repository, DECISION)
    code, runner = act()
    assert code == 1
    assert any(line.startswith(BROKEN) for line in runner.printed.splitlines()), runner.printed
    assert runner.outcomes == {"install": "success", "publish": "success", "validate": "failure", "check": "success"}
    assert "Nothing is published, so there is nothing to check." in runner.printed


@pytest.mark.slow
def test_the_action_annotates_a_file_that_cannot_be_read(
    act: Callable[..., tuple[int, Runner]], repository: Path
) -> None:
    decide(repository, "by: Ada\ndecisions: [\n")
    code, runner = act()
    assert code == 1
    assert re.search(r"^::error file=papers/seeds/papers/harbour-2021/decisions\.yaml,line=\d+,", runner.printed, re.M)
    assert runner.outcomes == {"install": "success", "publish": "failure", "validate": "skipped", "check": "skipped"}


@pytest.mark.slow
def test_the_action_takes_papers_and_options(act: Callable[..., tuple[int, Runner]]) -> None:
    code, runner = act(papers="harbour-2021 nothing", args="--strict")
    assert code == 1
    assert "no such paper: nothing" in runner.printed


@pytest.mark.slow
def test_the_action_installs_its_own_checkout(repository: Path, tmp_path: Path) -> None:
    runner = Runner(repository, {"workspace": "papers"}, tmp_path)
    assert runner.run() == 0, runner.printed
    assert "harbour-2021 checked: 0 violations" in runner.printed
    assert "web-annotation, linked-art checked: 0 violations" in runner.printed
    assert (tmp_path / "ibidem" / "bin" / "ibidem").is_file()


@pytest.mark.slow
def test_the_hook_runs_as_pre_commit_runs_it(repository: Path, tmp_path: Path) -> None:
    """Needs PyPI: pre-commit, and what it installs of ours, come from there."""
    tools = tmp_path / "tools"
    subprocess.run([sys.executable, "-m", "venv", str(tools)], check=True)
    install = [
        str(tools / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        PRE_COMMIT,
    ]
    subprocess.run(install, check=True)
    git(repository, "mv", *(f"papers/{name}" for name in ("seeds", "shapes", "ibidem.toml")), ".")

    def hook() -> tuple[int, str]:
        git(repository, "add", "--all")
        done = subprocess.run(
            [str(tools / "bin" / "pre-commit"), "try-repo", str(ROOT), "ibidem-validate", "--verbose", "--all-files"],
            cwd=repository,
            env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    code, printed = hook()
    assert code == 0, printed
    assert "harbour-2021 checked: 0 violations" in printed
    (repository / "seeds" / "papers" / "harbour-2021" / "decisions.yaml").write_text(DECISION, encoding="utf-8")
    code, printed = hook()
    assert code == 1, printed
    assert "seeds/papers/harbour-2021/decisions.yaml:3: violation: " in printed
    assert not (repository / "build").exists()
