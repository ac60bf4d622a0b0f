"""The descriptions of the dataset, as portals that harvest them check them."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from acceptance import python_with
from ibidem.dataset import Party
from ibidem.publish.catalogue import write_catalogue, write_dump_folder, write_index
from published import Publication
from sources import source_of

WRITTEN = (
    *("dataset.ttl", "dataset.jsonld", "dataset-schema.ttl", "dataset-schema.jsonld", ".well-known/void"),
    *("CITATION.cff", "datacite.json", "ro-crate-metadata.json", "ibidem.crate.zip"),
    *("dumps/README.md", "dumps/SHA256SUMS", "robots.txt", "sitemap.xml"),
)
ROR = "https://ror.org/02w4jbg70"


@pytest.fixture(scope="module")
def runner() -> Callable[..., str]:
    """Give what runs one of the acceptance tests that others wrote, and gives what it prints."""
    folder = os.environ.get("IBIDEM_ACCEPTANCE")
    if not folder:
        pytest.skip("IBIDEM_ACCEPTANCE is not set: not held against the shapes of portals")

    def run(script: str, *words: str | Path, python: str = sys.executable) -> str:
        command = [python, "-W", "ignore", Path(folder) / script, *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_all_is_written_alike_twice(publication: Publication, tmp_path: Path) -> None:
    source = source_of(publication)
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        for write in (write_dump_folder, write_catalogue, write_index):
            write(tmp_path / name, source)
    for name in WRITTEN:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


@pytest.mark.acceptance
@pytest.mark.parametrize("name", ["dataset.ttl", "dataset.jsonld", "dataset-schema.ttl", "dataset-schema.jsonld"])
def test_the_nde_dataset_register_takes_it_without_a_remark(site: Path, runner: Callable[..., str], name: str) -> None:
    assert runner("nde-dataset-register/run_pyshacl.py", site / name) == f"valid {site / name} {{}}\n"


@pytest.mark.acceptance
def test_dcat_ap_takes_it_with_all_that_is_recommended(site: Path, runner: Callable[..., str]) -> None:
    lines = runner("runners/dcat_ap.py", site / "dataset.ttl").splitlines()
    assert lines[:2] == [f"PASS {name} {site / 'dataset.ttl'}" for name in ("shapes.ttl", "shapes_recommended.ttl")]
    # Places are named as GeoNames names them, and not called dcterms:Location: that asks for coordinates.
    assert all(line.split()[3:] == ["spatial", "Class"] for line in lines[3:])


@pytest.mark.acceptance
def test_google_dataset_search_takes_it(site: Path, runner: Callable[..., str]) -> None:
    path = site / "dataset-schema.jsonld"
    assert runner("runners/google_dataset.py", path) == f"PASS googleRequired.ttl {path} []\n"


@pytest.mark.acceptance
def test_the_crate_fits_ro_crate_with_all_that_is_recommended(
    publication: Publication, tmp_path: Path, runner: Callable[..., str]
) -> None:
    python = str(python_with(tmp_path / "environment", "roc-validator==0.13.0"))
    source = source_of(publication)
    with ZipFile(publication.folder / "site" / "ibidem.crate.zip") as package:
        package.extractall(tmp_path / "ours")
    assert runner("runners/rocrate_offline.py", tmp_path / "ours", "ro-crate-1.2", python=python).startswith("PASS")
    # An organisation should have an identifier of ROR: one that has none cannot be said to fit all.
    party = Party("An institute", ROR)
    dataset = replace(source.workspace.dataset, publisher=party, creators=(party,))
    (tmp_path / "site").mkdir()
    write_dump_folder(tmp_path / "site", source)
    write_catalogue(tmp_path / "site", replace(source, workspace=replace(source.workspace, dataset=dataset)))
    with ZipFile(tmp_path / "site" / "ibidem.crate.zip") as package:
        package.extractall(tmp_path / "crate")
    for severity in ("REQUIRED", "RECOMMENDED"):
        words = (tmp_path / "crate", "ro-crate-1.2", severity)
        assert runner("runners/rocrate_offline.py", *words, python=python).startswith("PASS")
