import os
from pathlib import Path

import pytest

from damage import opened
from ibidem.check.carried import elsewhere, portal, read_json
from ibidem.check.result import NotRun
from ibidem.errors import InputError
from ibidem.workspace import packaged

COPIES = {
    "nde-dataset-register/shacl.ttl": "nde-dataset-register/requirements/shacl.ttl",
    "nde-dataset-register/LICENSE.md": "nde-dataset-register/LICENSE.md",
    "dcat-ap/shapes.ttl": "dcat-ap-3.0.1/releases/3.0.1/html/shacl/shapes.ttl",
    "dcat-ap/shapes_recommended.ttl": "dcat-ap-3.0.1/releases/3.0.1/html/shacl/shapes_recommended.ttl",
    "google-dataset-search/googleRequired.ttl": "soso-shapes/validation/shapegraphs/googleRequired.ttl",
    "google-dataset-search/LICENSE": "soso-shapes/LICENSE",
    "cff/schema.json": "cff-schema/schema.json",
    "cff/LICENSE": "cff-schema/LICENSE",
    "linked-art/core.json": "linked-art-json-schema/docs/api/1.0/schema/core.json",
    "linked-art/LICENSE": "linked-art-json-schema/LICENSE",
}


def test_all_that_is_carried_names_its_source_and_brings_its_licence() -> None:
    folders = [path for path in packaged("portals").iterdir() if path.is_dir()]
    assert len(folders) == 5
    for folder in folders:
        source = (folder / "SOURCE.txt").read_text(encoding="utf-8")
        assert all(word in source for word in ("What: ", "From: https://", "Commit: ", "Licence: "))
        assert any(path.name.startswith("LICENSE") for path in folder.iterdir()), folder


def test_what_is_not_carried_is_looked_for_in_one_folder(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "suite").mkdir()
    assert elsewhere(opened(sound, tmp_path), "suite", what="the suite") == tmp_path / "suite"
    missing = elsewhere(opened(sound, tmp_path), "other", what="the other")
    assert missing == NotRun(f"the other is not in {tmp_path}", "put it there as other")
    unset = elsewhere(opened(sound), "suite", what="the suite")
    assert isinstance(unset, NotRun)
    assert "IBIDEM_ACCEPTANCE" in unset.advice


def test_a_schema_that_is_no_json_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{")
    for name in ("a.json", "b.json"):
        with pytest.raises(InputError, match="cannot be read"):
            read_json(tmp_path / name)


@pytest.mark.acceptance
@pytest.mark.parametrize(("copy", "original"), COPIES.items())
def test_a_copy_is_what_its_owner_publishes(copy: str, original: str) -> None:
    folder = os.environ.get("IBIDEM_ACCEPTANCE")
    if not folder:
        pytest.skip("IBIDEM_ACCEPTANCE is not set: the copies are not compared")
    assert portal(copy).read_bytes() == (Path(folder) / original).read_bytes()
