import json
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from ibidem.publish.catalogue.crate import METADATA, crate_files, crate_metadata, crate_package
from ibidem.publish.catalogue.figures import figures
from published import Publication
from sources import source_of


def entities(site: Path) -> dict[str, dict[str, object]]:
    return {item["@id"]: item for item in json.loads((site / METADATA).read_text(encoding="utf-8"))["@graph"]}


def test_the_package_holds_what_the_metadata_name_and_no_more(site: Path) -> None:
    held = entities(site)
    files = {name for name, item in held.items() if item["@type"] == "File"}
    assert {"dumps/dataset.ttl", "dumps/SHA256SUMS", "dumps/README.md", "CITATION.cff", "datacite.json"} <= files
    assert {item["@id"] for item in held["./"]["hasPart"]} == files  # type: ignore[attr-defined]
    with ZipFile(site / "ibidem.crate.zip") as package:
        assert package.testzip() is None
        assert set(package.namelist()) == files | {METADATA}
        for name in package.namelist():
            assert package.read(name) == (site / name).read_bytes()


def test_equal_files_make_an_equal_package(site: Path, publication: Publication, tmp_path: Path) -> None:
    files = crate_files(site, source_of(publication))
    package = crate_package(site, files)
    assert package == crate_package(site, dict(reversed(files.items()))) == (site / "ibidem.crate.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(package)
    with ZipFile(tmp_path / "a.zip") as read:
        assert {entry.date_time for entry in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in read.infolist()} == {0o100644}
        assert read.getinfo("dumps/dataset.nq.gz").compress_type == ZIP_STORED


def test_every_file_has_its_length_and_its_media_type(site: Path) -> None:
    for name, item in entities(site).items():
        if item["@type"] == "File":
            assert item["contentSize"] == str((site / name).stat().st_size)
            assert "/" in str(item["encodingFormat"])
            assert item["description"]


def test_what_the_metadata_refer_to_is_described(site: Path) -> None:
    held = entities(site)
    links = [
        link["@id"]
        for item in held.values()
        for value in item.values()
        for link in (value if isinstance(value, list) else [value])
        if isinstance(link, dict)
    ]
    assert len(links) > 20
    assert {link for link in links if link not in held} == {"https://w3id.org/ro/crate/1.2"}


def test_a_doi_is_the_identifier_and_nothing_else_is(site: Path, publication: Publication) -> None:
    from dataclasses import replace

    source = source_of(publication)
    assert "identifier" not in entities(site)["./"]
    dataset = replace(source.workspace.dataset, doi="10.5281/zenodo.1")
    other = replace(source, workspace=replace(source.workspace, dataset=dataset))
    files = crate_files(site, other)
    held = {item["@id"]: item for item in crate_metadata(site, other, figures(other), files)["@graph"]}
    assert held["./"]["identifier"] == {"@id": "https://doi.org/10.5281/zenodo.1"}
    assert held["https://doi.org/10.5281/zenodo.1"]["@type"] == "PropertyValue"
