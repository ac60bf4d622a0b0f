"""A sound publication of the sample workspace, and copies of it that are damaged in one way."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from ibidem.check import Opened, Result, check_publication, checks, open_publication
from sample import make_sample


@dataclass(frozen=True)
class Copy:
    """A copy of a publication whose site may be changed: its files are links to those of the sound one, until then."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def write(self, name: str, data: str | bytes) -> None:
        path = self.site / name
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.site / name).read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old}"
        self.write(name, text.replace(old, new))

    def remove(self, name: str) -> None:
        path = self.site / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def publish_sample(folder: Path) -> Path:
    """Publish the sample workspace with its site; give the folder of the publication."""
    from ibidem.build import Options, build_papers

    workspace = make_sample(folder / "workspace")
    build_papers(workspace, Options(out=workspace.build, site=True))
    return workspace.build


def copied(publication: Path, folder: Path) -> Copy:
    shutil.copytree((publication / "site").resolve(), folder / "site", copy_function=os.link)
    (folder / "store").symlink_to((publication / "store").resolve())
    (folder / "report.json").symlink_to((publication / "report.json").resolve())
    return Copy(folder)


def run(folder: Path, *only: str, acceptance: Path | None = None) -> tuple[Result, ...]:
    """Run checks over a publication."""
    return tuple(check_publication(opened(folder, acceptance), checks(only)))


def opened(folder: Path, acceptance: Path | None = None) -> Opened:
    return open_publication(folder, acceptance=acceptance)


def said(results: tuple[Result, ...]) -> list[str]:
    """Say results in one line each, as they are told."""
    return [f"{result.outcome} {result.where}: {result.what}" for result in results]
