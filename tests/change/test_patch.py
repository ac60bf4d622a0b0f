"""A patch applied to the old build gives the new one, byte for byte, here and in rdflib."""

from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from pyoxigraph import Quad
from rdflib import Dataset

from builds import ACTOR, PAPER, WORK, build, quads
from ibidem.change.diff import compare_quads
from ibidem.change.dumps import dump_in
from ibidem.change.patch import state_uri, write_patch
from ibidem.dump import to_nquads
from quads import QUADS

OLD, NEW = quads(PAPER, WORK), quads(PAPER, ACTOR)
PATCH = write_patch(compare_quads(dump_in(OLD), dump_in(NEW)))


def applied(nquads: bytes, patch: bytes) -> bytes:
    """Apply a patch to sorted N-Quads."""
    held = set(nquads.splitlines(keepends=True))
    for row in patch.splitlines(keepends=True):
        if row.startswith(b"D "):
            held.remove(row[2:])
        elif row.startswith(b"A "):
            held.add(row[2:])
    return b"".join(sorted(held))


def state(nquads: bytes) -> str:
    return state_uri(sha256(nquads).hexdigest())


@given(QUADS, QUADS)
def test_a_patch_makes_the_new_build_of_the_old(old: list[Quad], new: list[Quad]) -> None:
    before, after = to_nquads(old), to_nquads(new)
    patch = write_patch(compare_quads(dump_in(before), dump_in(after)))
    assert applied(before, patch) == after
    assert patch.decode().startswith(f"H id <{state(after)}> .\nH prev <{state(before)}> .\n")


def test_a_patch_is_one_transaction_between_two_states() -> None:
    rows = PATCH.decode().splitlines()
    assert rows[0].startswith("H id <ni:///sha-256;")
    assert rows[1].startswith("H prev <ni:///sha-256;")
    assert (rows[2], rows[-1]) == ("TX .", "TC .")
    assert [row[0] for row in rows[3:-1]] == sorted((row[0] for row in rows[3:-1]), reverse=True)


def test_patches_in_a_row_begin_where_the_one_before_ends() -> None:
    states = [build(PAPER), build(PAPER, WORK), build(PAPER, ACTOR)]
    first, second = (write_patch(compare_quads(*pair)) for pair in pairwise(states))
    assert first.split(b"\n")[0].removeprefix(b"H id ") == second.split(b"\n")[1].removeprefix(b"H prev ")


def test_a_state_is_named_as_rfc_6920_names_it() -> None:
    hello = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"
    assert state_uri(hello) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_reads_a_patch_as_we_do() -> None:
    data, expected = Dataset(), Dataset()
    data.parse(data=OLD.decode(), format="nquads")
    data.parse(data=PATCH.decode(), format="patch")
    expected.parse(data=NEW.decode(), format="nquads")

    def held(dataset: Dataset) -> set[Any]:
        return {tuple(map(str, quad)) for quad in dataset.quads()}

    assert held(data) == held(expected)
