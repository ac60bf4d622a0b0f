"""`ibidem extract`: one file, no workspace."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "ibidem extract paper.txt",
    "ibidem extract paper.txt --format json > paper.json",
    "ibidem extract paper.docx --text > paper.txt",
)


class Format(StrEnum):
    """How the result is printed."""

    TEXT = "text"
    JSON = "json"


def extract(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A paper.")],
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.TEXT,
    text: Annotated[bool, typer.Option("--text", help="Print the text that is read, and no more.")] = False,
) -> None:
    """Say what is found in one paper, and where.

    No workspace is needed. The JSON is documented by a schema: docs/extract.schema.json. Offsets count code points of
    the text that --text prints: for a text file that is the file itself.
    """
    from ibidem.build import extract_paper
    from ibidem.cli.console import say, write
    from ibidem.extract import extract_json
    from ibidem.formats.record import extract_text
    from ibidem.origin import Finder

    if text:
        from ibidem.read import read_document

        write(read_document(file).text.encode("utf-8", "surrogatepass"))
        return
    document, record = extract_paper(file)
    plain = extract_json(document, record)
    if format is Format.JSON:
        from ibidem.json_text import pretty_json

        write(pretty_json(plain))
        return
    for line in extract_text(plain, finder=Finder.of(document, digest=record.paper.sha256)):
        say(line)
