from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.dump.names import Names

BASE = "https://example.org/set/"
PREFIXES = {"dcterms": "http://purl.org/dc/terms/", "oa": "http://www.w3.org/ns/oa#"}


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("http://purl.org/dc/terms/title", "dcterms:title"),
        ("http://www.w3.org/ns/oa#hasBody", "oa:hasBody"),
        ("http://purl.org/dc/terms/", None),
        ("http://purl.org/dc/terms/a.b", None),
        ("http://purl.org/dc/terms/-a", None),
        ("http://purl.org/dc/terms/a/b", None),
        ("http://purl.org/dc/terms/a%20b", None),
        ("http://purl.org/dc/other/title", None),
        ("urn:x", None),
    ],
)
def test_a_prefixed_name_needs_no_escapes(iri: str, name: str | None) -> None:
    names = Names(PREFIXES, BASE)
    assert names.prefixed(iri) == name
    assert names.used == ({name.partition(":")[0]} if name else set())


@pytest.mark.parametrize(
    ("path", "relative"),
    [
        ("doe-2001", "doe-2001"),
        ("doe-2001/work/a.b~c_d", "doe-2001/work/a.b~c_d"),
        ("", None),
        ("a//b", None),
        ("a:b", None),
        (".", None),
        ("../a", None),
        ("a/./b", None),
        ("/a", None),
        ("a?b", None),
        ("a#b", "a#b"),
        ("a#", None),
        ("#b", None),
        ("a#b/c", None),
        ("\u00e9", None),
    ],
)
def test_a_relative_name_is_a_plain_path(path: str, relative: str | None) -> None:
    assert Names({}, BASE).relative(f"{BASE}{path}") == relative


def test_a_base_that_ends_in_a_hash_gives_fragments() -> None:
    names = Names({}, "https://example.org/set#")
    assert (names.base, names.relative("https://example.org/set#a/b")) == ("https://example.org/set", "#a/b")
    assert names.relative("https://example.org/set#a#b") is None


@given(
    st.sampled_from(["https://example.org/", "https://example.org/set/", "http://example.org/a/b#"]),
    st.text("ab./:~#?%-é"),
)
def test_resolving_a_relative_name_gives_the_iri_back(base: str, path: str) -> None:
    names = Names({}, base)
    relative = names.relative(f"{base}{path}")
    if relative is not None:
        assert urljoin(names.base, relative) == f"{base}{path}"
