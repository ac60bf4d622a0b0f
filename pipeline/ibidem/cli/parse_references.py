"""`ibidem parse-references`: a plain list of references, without a paper."""

import sys
from codecs import BOM_UTF8
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "ibidem parse-references references.txt",
    "ibidem parse-references references.txt --format json > references.json",
    "cat references.txt | ibidem parse-references -",
)
_STDIN = "-"


class Format(StrEnum):
    """How the references are printed."""

    TEXT = "text"
    JSON = "json"


def parse_references(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A list in UTF-8; - for standard input.")],
    format: Annotated[Format, typer.Option(help="For people, or CSL-JSON.")] = Format.TEXT,
) -> None:
    """Take the references of a plain list apart.

    One reference a line, or with blank lines between them. Each field has its confidence: the share of such fields
    that were right on references that the model had not seen. Cases, statutes, treaties, interviews and broadcasts are
    read by rules, which give none. Exit code 1 where a reference shows no field.
    """
    from ibidem.cli.console import note, say, write
    from ibidem.errors import InputError
    from ibidem.formats.references import csl_items, reading_lines
    from ibidem.parse.listed import parse_list
    from ibidem.parse.references import split_list

    texts = split_list(_read(file))
    if not texts:
        raise InputError("there is no reference in it; put one on a line", path=file)
    readings = parse_list(texts)
    if format is Format.JSON:
        from ibidem.json_text import pretty_json

        write(pretty_json(csl_items(readings)))
    else:
        for line in reading_lines(readings):
            say(line)
    unread = [str(at) for at, reading in enumerate(readings, start=1) if reading.empty]
    if unread:
        note(f"no field found in {len(unread)} of {len(readings)}: {', '.join(unread[:20])}")
        raise typer.Exit(1)


def _read(file: str) -> str:
    from ibidem.errors import InputError
    from ibidem.read import decode

    try:
        data = sys.stdin.buffer.read() if file == _STDIN else Path(file).read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror}; name a file, or - for standard input"
        raise InputError(message, path=file) from error
    return decode(data.removeprefix(BOM_UTF8), path=Path(file))
