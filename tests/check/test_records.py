import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from damage import Copy, run, said

FOLDER = os.environ.get("IBIDEM_ACCEPTANCE")
LINKED = "crosswalks/linked-art/harbour-2021/actor"


def first(copy: Copy) -> str:
    return sorted(path.relative_to(copy.site).as_posix() for path in (copy.site / LINKED).iterdir())[0]


def untype(copy: Copy) -> None:
    held = json.loads((copy.site / first(copy)).read_text())
    copy.write(first(copy), json.dumps({**held, "type": "Dragon"}))


def unlabel(copy: Copy) -> None:
    held = json.loads((copy.site / first(copy)).read_text())
    copy.write(first(copy), json.dumps({**held, "identified_by": "nobody"}))


DAMAGES: tuple[tuple[str, Callable[[Copy], None], str], ...] = (
    ("cff", lambda copy: copy.remove("CITATION.cff"), "fail site/CITATION.cff: is not there"),
    ("cff", lambda copy: copy.write("CITATION.cff", "a: [b"), "fail site/CITATION.cff: is no YAML"),
    ("cff", lambda copy: copy.replace("CITATION.cff", "title:", "titel:"), "fail site/CITATION.cff: $: "),
    ("linked-art", untype, "fail site/crosswalks/linked-art/harbour-2021/actor/"),
    ("linked-art", unlabel, "fail site/crosswalks/linked-art/harbour-2021/actor/"),
    ("linked-art", lambda copy: copy.write(first(copy), "{"), "fail site/crosswalks/linked-art/harbour-2021/actor/"),
    ("linked-art", lambda copy: copy.remove("crosswalks"), "fail site/crosswalks/linked-art/: holds no record"),
)


@pytest.mark.parametrize("name", ["cff", "linked-art"])
def test_sound_records_keep_their_schemas(sound: Path, name: str) -> None:
    (result,) = said(run(sound, name))
    assert result.startswith("pass")


@pytest.mark.parametrize(("name", "damage", "message"), DAMAGES)
def test_records_that_break_their_schemas_fail(
    copy: Copy, name: str, damage: Callable[[Copy], None], message: str
) -> None:
    damage(copy)
    found = said(run(copy.folder, name))
    assert any(line.startswith(message) for line in found), found


@pytest.mark.parametrize("name", ["datacite", "web-annotation"])
def test_what_may_not_be_carried_is_not_run_and_says_how_to(sound: Path, tmp_path: Path, name: str) -> None:
    for acceptance in (None, tmp_path):
        (result,) = run(sound, name, acceptance=acceptance)
        assert result.outcome == "not-run"
        assert result.advice


def annotate(key: str, value: object) -> Callable[[Copy], None]:
    def damage(copy: Copy) -> None:
        name = "crosswalks/web-annotation/harbour-2021.jsonld"
        text = (copy.site / name).read_text(encoding="utf-8")
        copy.write(name, re.sub(rf'"{key}": "(?:[^"\\]|\\.)*"', f'"{key}": {json.dumps(value)}', text))

    return damage


OTHERS: tuple[tuple[str, Callable[[Copy], None], str], ...] = (
    ("datacite", lambda copy: copy.remove("datacite.json"), "fail site/datacite.json: is not there"),
    ("datacite", lambda copy: copy.write("datacite.json", "{"), "fail site/datacite.json: cannot be read"),
    ("datacite", lambda copy: copy.replace("datacite.json", '"titles"', '"titels"'), "fail site/datacite.json: $: "),
    (
        "web-annotation",
        lambda copy: copy.remove("crosswalks"),
        "fail site/crosswalks/web-annotation/: holds no annotation",
    ),
    (
        "web-annotation",
        annotate("rights", 7),
        "fail site/crosswalks/web-annotation/harbour-2021.jsonld: an annotation breaks",
    ),
    (
        "web-annotation",
        annotate("exact", ["x"]),
        "fail site/crosswalks/web-annotation/harbour-2021.jsonld: an annotation breaks",
    ),
)


@pytest.mark.acceptance
@pytest.mark.parametrize("name", ["datacite", "web-annotation"])
def test_sound_records_keep_the_rules_that_are_not_carried(sound: Path, name: str) -> None:
    if not FOLDER:
        pytest.skip("IBIDEM_ACCEPTANCE is not set: not held against DataCite and Web Annotation")
    (result,) = said(run(sound, name, acceptance=Path(FOLDER)))
    assert result.startswith("pass")


@pytest.mark.acceptance
@pytest.mark.parametrize(("name", "damage", "message"), OTHERS)
def test_records_that_break_rules_that_are_not_carried_fail(
    copy: Copy, name: str, damage: Callable[[Copy], None], message: str
) -> None:
    if not FOLDER:
        pytest.skip("IBIDEM_ACCEPTANCE is not set: not held against DataCite and Web Annotation")
    damage(copy)
    found = said(run(copy.folder, name, acceptance=Path(FOLDER)))
    assert any(line.startswith(message) for line in found), found
