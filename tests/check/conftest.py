"""A sound publication, made once a run, and a copy of it for each test to damage."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from damage import Copy, copied, publish_sample
from ibidem.check import opened
from ibidem.check.markup import read_markup


@pytest.fixture(scope="session", autouse=True)
def pages_read_once() -> Iterator[None]:
    """Read each page that a damage leaves as it is once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened, "read_markup", cache(read_markup))
        yield


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a publication of the sample workspace, which nothing changes."""
    return publish_sample(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Copy:
    """Give a copy of it."""
    folder = tmp_path / "copy"
    folder.mkdir()
    return copied(sound, folder)
