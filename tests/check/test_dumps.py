import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from damage import Copy, run, said

PAPER = "<https://example.org/papers/harbour-2021>"


def summed(copy: Copy, name: str, data: bytes) -> None:
    """Write a dump anew, and its hash with it, so that what it holds is all that is wrong."""
    old = hashlib.sha256((copy.site / "dumps" / name).read_bytes()).hexdigest()
    copy.write(f"dumps/{name}", data)
    copy.replace("dumps/SHA256SUMS", old, hashlib.sha256(data).hexdigest())


def cut_line(copy: Copy) -> None:
    data = gzip.decompress((copy.site / "dumps" / "dataset.nq.gz").read_bytes())
    summed(copy, "dataset.nq.gz", gzip.compress(b"".join(data.splitlines(keepends=True)[1:]), mtime=0))


def add_statement(copy: Copy) -> None:
    data = (copy.site / "dumps" / "dataset.ttl").read_bytes()
    summed(copy, "dataset.ttl", data + f'{PAPER} <http://purl.org/dc/terms/title> "Another" .\n'.encode())


def move_statement(copy: Copy) -> None:
    data = (copy.site / "dumps" / "dataset.trig").read_bytes()
    summed(copy, "dataset.trig", data + f'<x:g> {{ {PAPER} <http://purl.org/dc/terms/title> "A" }}\n'.encode())


def empty_paper(copy: Copy) -> None:
    summed(copy, "harbour-2021.ttl", b"")


def tear(copy: Copy) -> None:
    data = (copy.site / "dumps" / "dataset.nq.gz").read_bytes()
    summed(copy, "dataset.nq.gz", data[: len(data) // 2])


def spoil(copy: Copy) -> None:
    summed(copy, "dataset.jsonld", b'{"@graph": [')


def change(copy: Copy) -> None:
    copy.write("dumps/harbour-2021.ttl", (copy.site / "dumps" / "harbour-2021.ttl").read_bytes() + b"\n")


DAMAGES: tuple[tuple[Callable[[Copy], None], str], ...] = (
    (cut_line, "fail site/dumps/dataset.nq.gz: lacks 1 statement that the store holds"),
    (add_statement, "fail site/dumps/dataset.ttl: holds 1 statement more than the store, such as " + PAPER),
    (move_statement, "fail site/dumps/dataset.trig: holds 1 statement more than the store"),
    (empty_paper, "fail site/dumps/harbour-2021.ttl: lacks"),
    (tear, "fail site/dumps/dataset.nq.gz: cannot be parsed: Compressed file ended"),
    (spoil, "fail site/dumps/dataset.jsonld: cannot be parsed: "),
    (change, "fail site/dumps/harbour-2021.ttl: has another SHA-256 than SHA256SUMS says"),
    (
        lambda copy: copy.remove("dumps/dataset.trig"),
        "fail site/dumps/SHA256SUMS: names dataset.trig, which is not there",
    ),
    (lambda copy: copy.write("dumps/more.ttl", ""), "fail site/dumps/SHA256SUMS: does not name more.ttl"),
    (lambda copy: copy.write("dumps/more.ttl", ""), "fail site/dumps/more.ttl: is a dump of nothing"),
    (lambda copy: copy.remove("dumps"), "fail site/dumps: holds no dump of the whole dataset"),
    (lambda copy: copy.remove("dumps"), "fail site/dumps/SHA256SUMS: is not there"),
)


def test_sound_dumps_pass_and_it_is_said_how_many_were_read(sound: Path) -> None:
    (result,) = said(run(sound, "dumps"))
    assert result.startswith("pass None: 6 dumps, 1,")


@pytest.mark.parametrize(("damage", "message"), DAMAGES)
def test_a_dump_that_is_not_the_store_fails(copy: Copy, damage: Callable[[Copy], None], message: str) -> None:
    damage(copy)
    found = said(run(copy.folder, "dumps"))
    assert any(line.startswith(message) for line in found), found


def test_kinds_of_integers_are_told_apart_although_the_store_does_not(copy: Copy) -> None:
    data = (copy.site / "dumps" / "dataset.trig").read_text(encoding="utf-8")
    written = 'oa:start "22"^^xsd:nonNegativeInteger'
    assert written in data
    text = data.replace(written, "oa:start 22", 1)
    summed(copy, "dataset.trig", text.encode())
    assert any("holds" in line for line in said(run(copy.folder, "dumps")))
