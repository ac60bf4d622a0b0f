"""What many tests need: publications of this repository's own papers, made once a run."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from ibidem.workspace import load_workspace
from published import ROOT, Publication, first_workspace, publish

# On GitHub errors are said twice, the second time to its runner; the tests of that set this themselves.
os.environ.pop("GITHUB_ACTIONS", None)

settings.register_profile("ibidem", deadline=None, derandomize=True)
settings.load_profile("ibidem")


@pytest.fixture(scope="session")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Give the edition of the first paper with its site: what the machine reads, and what people decided."""
    workspace = first_workspace(tmp_path_factory.mktemp("workspace"))
    return publish(workspace, tmp_path_factory.mktemp("publication"), site=True)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Give the edition of all papers of this repository, without a site."""
    return publish(load_workspace(ROOT), tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def site(publication: Publication) -> Path:
    """Give the folder of the site."""
    return (publication.folder / "site").resolve()
