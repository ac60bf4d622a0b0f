import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from damage import Copy, run, said

METADATA, ARCHIVE = "ro-crate-metadata.json", "ibidem.crate.zip"


def edit(change: Callable[[dict[str, dict[str, Any]]], object]) -> Callable[[Copy], None]:
    def damage(copy: Copy) -> None:
        held = json.loads((copy.site / METADATA).read_text(encoding="utf-8"))
        graph = {node["@id"]: node for node in held["@graph"]}
        change(graph)
        copy.write(METADATA, json.dumps({**held, "@graph": list(graph.values())}))

    return damage


def repack(copy: Copy) -> None:
    with zipfile.ZipFile(copy.site / ARCHIVE) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != "dataset.ttl"}
    (copy.site / ARCHIVE).unlink()
    with zipfile.ZipFile(copy.site / ARCHIVE, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)


DAMAGES: tuple[tuple[Callable[[Copy], None], str], ...] = (
    (lambda copy: copy.remove(METADATA), f"fail site/{METADATA}: is not there"),
    (lambda copy: copy.remove(ARCHIVE), f"fail site/{ARCHIVE}: is not there"),
    (lambda copy: copy.write(ARCHIVE, "no zip"), f"fail site/{ARCHIVE}: is no archive"),
    (lambda copy: copy.write(METADATA, "{}"), f"fail site/{METADATA}: is no RO-Crate"),
    (repack, f"fail site/{ARCHIVE}: it names the file dataset.ttl, which is not there"),
    (edit(lambda graph: graph["./"].pop("license")), f"fail site/{METADATA}: its root does not say license"),
    (edit(lambda graph: graph["./"].update({"@type": "Thing"})), f"fail site/{METADATA}: its root is no Dataset"),
    (
        edit(lambda graph: graph[METADATA].pop("conformsTo")),
        f"fail site/{METADATA}: its descriptor {METADATA} does not",
    ),
    (edit(lambda graph: graph[METADATA].pop("about")), f"fail site/{METADATA}: its descriptor is about no entity"),
    (
        edit(lambda graph: graph.pop("dataset.ttl")),
        f"fail site/{METADATA}: it names dataset.ttl as a part and does not",
    ),
    (lambda copy: copy.remove("dumps/dataset.trig"), f"fail site/{METADATA}: it names the file dumps/dataset.trig"),
)


def test_sound_crates_are_whole(sound: Path) -> None:
    (result,) = said(run(sound, "ro-crate"))
    assert result.startswith("pass None: 2 crates")


@pytest.mark.parametrize(("damage", "message"), DAMAGES)
def test_a_crate_that_is_not_whole_fails(copy: Copy, damage: Callable[[Copy], None], message: str) -> None:
    damage(copy)
    found = said(run(copy.folder, "ro-crate"))
    assert any(line.startswith(message) for line in found), found
