"""The folder of the dumps in the site: the files themselves, a note that says what they are, and their hashes."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from ibidem.publish.catalogue.distribution import DUMPS, Distribution, distributions
from ibidem.publish.catalogue.wording import licence_of
from ibidem.publish.source import Source

NOTE, SUMS = "README.md", "SHA256SUMS"

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|#~!&])")


def write_dump_folder(folder: Path, source: Source) -> None:
    """Put the dumps into the site, as hard links where the disk can, with README.md and SHA256SUMS beside them."""
    held = folder / DUMPS
    held.mkdir(exist_ok=True)
    files = distributions(source)
    for file in files:
        _put(source.dumps / file.name, held / file.name)
    (held / SUMS).write_text("".join(f"{file.sha256}  {file.name}\n" for file in _by_name(files)), encoding="utf-8")
    (held / NOTE).write_text("".join(f"{line}\n" for line in _note(source, files)), encoding="utf-8")


def _by_name(files: tuple[Distribution, ...]) -> list[Distribution]:
    return sorted(files, key=lambda file: file.name)


def _put(file: Path, place: Path) -> None:
    try:
        os.link(file, place)
    except OSError:
        # Another disk, or one that knows no hard links: what stops the copy as well is said by the copy.
        shutil.copyfile(file, place)


def _note(source: Source, files: tuple[Distribution, ...]) -> Iterator[str]:
    dataset = source.workspace.dataset
    licence = licence_of(dataset.license)
    yield from (f"# {_plain(dataset.title)}", "", _plain(dataset.description), "")
    yield from ("| file | what | media type | bytes |", "| --- | --- | --- | ---: |")
    for file in files:
        yield f"| [{_plain(file.name)}]({file.name}) | {_plain(file.title)} | {file.format.sent} | {file.size:,} |"
    yield ""
    yield f"The SHA-256 of each file stands in {SUMS}; `sha256sum --check {SUMS}` holds the files against it."
    yield f"Every IRI starts with <{source.base}>. Each paper is a named graph: TriG, N-Quads and JSON-LD"
    yield "keep graphs apart, Turtle does not."
    yield ""
    yield f"- Last change: {source.modified}" + (f", version {_plain(dataset.version)}" if dataset.version else "")
    yield f"- Licence: {_plain(licence.name)} <{licence.iri}>. {_plain(dataset.rights)}"
    page = f" <{dataset.publisher.iri}>" if dataset.publisher.iri else ""
    yield f"- Publisher: {_plain(dataset.publisher.name)}{page}"
    yield f"- Contact: {_plain(dataset.contact.name)} <{dataset.contact.email}>"
    yield f"- Full description: <{source.base}dataset>"


def _plain(text: str | None) -> str:
    """Write text so that Markdown shows it as it is, in one line."""
    return _SIGNS.sub(r"\\\1", " ".join((text or "").split()))
