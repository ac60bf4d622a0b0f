"""What stops the program: each error says what, where, and what to do."""

from pathlib import Path


class IbidemError(Exception):
    """Say that the program cannot go on, where, and what to do about it.

    Caught once, in the command line, and printed as one line; exit code 2.
    """

    def __init__(
        self,
        message: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        """Keep the message beside its place; lines and columns count from 1."""
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """Give `path:line:column: message`, leaving out what is not known."""
        places = [str(place) for place in (self.path, self.line, self.column) if place is not None]
        return f"{':'.join(places)}: {self.message}" if places else self.message


class InputError(IbidemError):
    """Say that a file that people wrote cannot be read as what it should be."""


class QueryError(IbidemError):
    """Say that a query is unknown, lacks a parameter, is not read-only, or took too long."""

    def standing_in(self, path: Path) -> "QueryError":
        """Give the same error with the path of the query's file."""
        return QueryError(self.message, path=path, line=self.line, column=self.column)


class PublishError(IbidemError):
    """Say that the publication could not be written; the last one is untouched."""


class ReleasedError(PublishError):
    """Say that a released IRI would vanish; the last publication is untouched. Exit code 1: the data are at fault."""


class OutputError(IbidemError):
    """Say that the result could not be printed."""
