from pathlib import Path

import pytest

from ibidem.errors import IbidemError, InputError, PublishError, QueryError


@pytest.mark.parametrize("kind", [InputError, QueryError, PublishError])
def test_an_error_says_its_place_first(kind: type[IbidemError]) -> None:
    assert str(kind("mend it")) == "mend it"
    assert str(kind("mend it", path=Path("a.toml"))) == "a.toml: mend it"
    assert str(kind("mend it", path="a.toml", line=2, column=3)) == "a.toml:2:3: mend it"
