from collections.abc import Callable
from pathlib import Path

import pytest

from damage import Copy, run, said

IANA = "http://www.iana.org/assignments/media-types/"


def elsewhere(copy: Copy) -> None:
    text = (copy.site / "dataset.ttl").read_text(encoding="utf-8")
    assert "<dumps/dataset.trig>" in text
    for name in ("dataset.ttl", "dataset.jsonld", ".well-known/void"):
        copy.write(
            name,
            (copy.site / name).read_text(encoding="utf-8").replace("dumps/dataset.trig", "https://x.example/d.trig"),
        )


DAMAGES: tuple[tuple[Callable[[Copy], None], str], ...] = (
    (lambda copy: copy.remove("dataset.jsonld"), "fail site/dataset.jsonld: is answered with 404"),
    (lambda copy: copy.remove("dataset.html"), "fail site/dataset: is answered with 404 where text/html is asked for"),
    (lambda copy: copy.remove(".well-known/void"), "fail site/.well-known/void: is answered with 404"),
    (lambda copy: copy.remove("robots.txt"), "fail site/robots.txt: is answered with 404"),
    (lambda copy: copy.write("robots.txt", "\n"), "fail site/robots.txt: is empty"),
    (lambda copy: copy.write("dataset.ttl", "<x"), "fail site/dataset.ttl: cannot be parsed"),
    (
        lambda copy: copy.replace("_headers", "application/trig", "text/plain"),
        "fail site/dumps/dataset.trig: has the media type text/plain, not application/trig",
    ),
    (
        lambda copy: copy.remove("_headers"),
        "fail site/.well-known/void: is sent as application/octet-stream, not as text/turtle",
    ),
    (
        lambda copy: copy.remove("dumps/dataset.nq.gz"),
        "fail site/dumps/dataset.nq.gz: is named in the description, and answered with 404",
    ),
    (
        lambda copy: copy.write("dumps/dataset.ttl", "<x:a> <x:b> <x:c> ."),
        "fail site/dumps/dataset.ttl: has the size 19, not ",
    ),
    (
        lambda copy: copy.write("dumps/dataset.ttl", "<x:a> <x:b> <x:c> ."),
        "fail site/dumps/dataset.ttl: has the SHA-256 ",
    ),
    (lambda copy: copy.write("dumps/dataset.ttl", "<x"), "fail site/dumps/dataset.ttl: cannot be parsed"),
    (lambda copy: copy.write("dumps/dataset.ttl", ""), "fail site/dumps/dataset.ttl: holds nothing"),
    (
        lambda copy: copy.write("crosswalks/tables/works.csv", "a,b\nc\n"),
        "fail site/crosswalks/tables/works.csv: cannot be parsed: its rows have",
    ),
    (elsewhere, "warn site/dataset.ttl: names https://x.example/d.trig, which lies elsewhere"),
)


def test_a_harvester_gets_what_is_described(sound: Path) -> None:
    (result,) = said(run(sound, "harvest"))
    assert result.startswith("pass None: 8 requests for the description, ")


@pytest.mark.parametrize(("damage", "message"), DAMAGES)
def test_a_harvester_notices_what_is_not_as_described(copy: Copy, damage: Callable[[Copy], None], message: str) -> None:
    damage(copy)
    found = said(run(copy.folder, "harvest"))
    assert any(line.startswith(message) for line in found), found


def test_a_description_without_a_file_to_fetch_fails(copy: Copy) -> None:
    for name in ("dataset.ttl", ".well-known/void"):
        copy.write(name, "<x:a> <x:b> <x:c> .")
    copy.write("dataset.jsonld", '{"@id": "x:a", "x:b": "c"}')
    assert any("names no distribution" in line for line in said(run(copy.folder, "harvest")))


def test_what_is_not_said_of_a_file_is_missed(copy: Copy) -> None:
    text = (copy.site / "dataset.ttl").read_text(encoding="utf-8")
    for word in ("dcat:byteSize", "dcat:mediaType", "spdx:checksumValue", "dcat:compressFormat"):
        text = text.replace(word, "dcat:other")
    copy.write("dataset.ttl", text)
    for name in ("dataset.jsonld", ".well-known/void"):
        copy.write(name, "{}" if name.endswith("ld") else "")
    found = said(run(copy.folder, "harvest"))
    for what in ("media type", "size", "SHA-256"):
        assert any(f"its description does not say the {what}" in line for line in found), found
