import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from ibidem.describe import terms as t
from ibidem.describe.context import REUSED
from ibidem.words import read_words

ROOT = Path(__file__).parents[2]
TERMS = {name: value.value for name, value in vars(t).items() if isinstance(value, NamedNode)}
SHACL = dict(t.PREFIXES)["sh"]


def test_every_term_is_of_the_ontology_or_a_vocabulary_that_was_looked_up() -> None:
    own = dict(t.PREFIXES)["ibidem"]
    assert {iri for iri in TERMS.values() if not iri.startswith((own, SHACL))} <= set(read_words("vocabulary"))


def test_every_term_is_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pipeline/ibidem/describe").glob("*.py"))
    used = set(re.findall(r"\bt\.([A-Z0-9_]+)", source))
    assert set(TERMS) <= used


def test_prefixes_are_in_order_and_none_is_the_name_of_a_property() -> None:
    names = [prefix for prefix, _ in t.PREFIXES]
    assert names == sorted(names)
    assert not set(names) & {name.partition(":")[2] for name, _ in REUSED}


def test_an_unknown_prefix_is_no_term() -> None:
    with pytest.raises(KeyError):
        t.term("nobody:knows")
