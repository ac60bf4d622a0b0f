from collections.abc import Callable
from pathlib import Path

import pytest

from damage import Copy, run, said


def drop(*words: str, file: str = "dataset.ttl") -> Callable[[Copy], None]:
    def damage(copy: Copy) -> None:
        text = (copy.site / file).read_text(encoding="utf-8")
        for word in words:
            assert word in text
            text = text.replace(f"{word} ", "schema:disambiguatingDescription ")
        copy.write(file, text)

    return damage


SCHEMA = "dataset-schema.ttl"
DAMAGES: tuple[tuple[str, Callable[[Copy], None], str], ...] = (
    ("nde", drop("dcterms:title"), "fail site/dataset.ttl: "),
    ("nde", drop("schema:license", file=SCHEMA), f"fail site/{SCHEMA}: "),
    ("nde", lambda copy: copy.write(SCHEMA, "<x"), f"fail site/{SCHEMA}: cannot be parsed"),
    ("nde", lambda copy: copy.write(SCHEMA, "<x:a> <x:b> <x:c> ."), f"fail site/{SCHEMA}: describes no dataset"),
    ("dcat-ap", drop("dcterms:title"), "fail site/dataset.ttl: "),
    ("dcat-ap", drop("dcat:keyword"), "warn site/dataset.ttl: "),
    ("dcat-ap", lambda copy: copy.remove("dataset.ttl"), "fail site/dataset.ttl: is not there"),
    ("google", drop("schema:description", file=SCHEMA), f"fail site/{SCHEMA}: "),
    ("google", lambda copy: copy.write(SCHEMA, ""), f"fail site/{SCHEMA}: describes no dataset"),
)


@pytest.mark.parametrize("name", ["nde", "google", "dcat-ap"])
def test_portals_take_a_sound_description(sound: Path, name: str) -> None:
    assert not [line for line in said(run(sound, name)) if line.startswith("fail")]


@pytest.mark.parametrize(("name", "damage", "message"), DAMAGES)
def test_portals_refuse_what_their_shapes_refuse(
    copy: Copy, name: str, damage: Callable[[Copy], None], message: str
) -> None:
    damage(copy)
    found = said(run(copy.folder, name))
    assert any(line.startswith(message) for line in found), found
