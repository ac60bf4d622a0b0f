"""`ibidem queries`: the questions that are kept."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ibidem.saved_query import SavedQuery

EXAMPLES = ("ibidem queries", "ibidem queries --format json")


class Format(StrEnum):
    """How the list is printed."""

    TEXT = "text"
    JSON = "json"


def queries(format: Annotated[Format, typer.Option(help="How to print it.")] = Format.TEXT) -> None:
    """List the saved queries.

    Each with its question, parameters, columns and an example call. They are those of the workspace's folder
    queries/, or, without one, those that come with ibidem.
    """
    from ibidem.cli.console import say, strong, write
    from ibidem.cli.places import queries_folder
    from ibidem.saved_query import load_saved_queries

    found = load_saved_queries(queries_folder())
    if format is Format.JSON:
        from ibidem.json_text import pretty_json

        write(pretty_json([_described(query) for query in found]))
        return
    for query in found:
        say(strong(query.name))
        say(f"  {query.question}")
        for parameter in query.parameters:
            need = "required" if parameter.required else "optional"
            kind = parameter.type if "|" in parameter.type else parameter.type.upper()
            say(f"  --bind {parameter.name}={kind} ({need}): {parameter.meaning}")


def _described(query: "SavedQuery") -> dict[str, object]:
    return {
        "name": query.name,
        "question": query.question,
        "notes": query.notes,
        "parameters": query.parameters,
        "columns": query.columns,
        "example": query.example,
    }
