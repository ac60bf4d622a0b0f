import re
from pathlib import Path

import pytest

from ibidem.cited import Fields
from ibidem.parse.tagger.fields import Reading, read_fields
from ibidem.parse.tagger.stretch import Stretch
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "fields.tsv")
NAMES = tuple(name for name in Fields.__slots__ if name not in {"type", "confidence"})


def read(marked: str) -> Reading:
    """Read a reference whose stretches are marked by labels."""
    text, stretches = "", []
    for label, printed in re.findall(r"<([a-z-]+)>([^<]*)", marked):
        stretches.append(Stretch(label, len(text), len(text) + len(printed), 0.5))
        text += printed
    return read_fields(text, tuple(stretches))


def shown(reading: Reading) -> str:
    values = {name: getattr(reading.fields, name) for name in NAMES} | {"locator": reading.locator}
    return "; ".join(f"{name}={_printed(value)}" for name, value in values.items() if value)


def _printed(value: object) -> str:
    if isinstance(value, tuple):
        return " & ".join(name.literal for name in value)
    return str(getattr(value, "edtf", value))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["marked"][:60])
def test_stretches_become_typed_fields(case: dict[str, str]) -> None:
    reading = read(case["marked"])
    assert reading.fields.type == case["type"]
    assert sorted(shown(reading).split("; ")) == sorted(case["said"].split("; "))


def test_a_field_is_as_sure_as_its_least_sure_stretch() -> None:
    text = "A. B, C, D"
    stretches = (Stretch("author", 0, 6, 0.9), Stretch("title", 6, 9, 0.8), Stretch("author", 9, 10, 0.4))
    assert read_fields(text, stretches).fields.confidence == (("authors", 0.4), ("title", 0.8))


def test_what_names_no_work_is_empty() -> None:
    assert read("<note>Ibid., <pages>p. 4").empty and not read("<title>A").empty
    assert read("<title>A<note>b<title>C").printed("title") == ("A", "C")
