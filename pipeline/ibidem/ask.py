"""Answer one query in a process of its own: run by path, imports nothing of ibidem, so that it starts fast.

Arguments: the folder that holds pyoxigraph, the store. Standard input: the request as JSON. Standard
output: a line that says what follows (select, ask or construct), then the answer. Exit code 3: standard
error says what is wrong with the query; 4: the answer is too long.
"""

import json
import resource
import signal
import sys
from contextlib import suppress
from typing import Any, BinaryIO

MEMORY = 2 * 1024**3
"""How many bytes of address space the process may take; the engine ends it where it wants more."""


class TooLongError(Exception):
    """Say that the answer has more bytes than it may have."""


class Limited:
    """A binary output that refuses more than so many bytes."""

    def __init__(self, output: BinaryIO, limit: int) -> None:
        """Write to `output`."""
        self.output = output
        self.left = limit

    def write(self, data: bytes) -> int:
        """Write bytes; raise TooLongError past the limit."""
        self.left -= len(data)
        if self.left < 0:
            raise TooLongError
        return self.output.write(data)

    def flush(self) -> None:
        """Flush the output."""
        self.output.flush()


def main() -> int:
    """Answer the request on standard input."""
    # A signal does not stop the engine while it is at work, unless its default does.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.path.insert(0, sys.argv[1])
    request = json.load(sys.stdin.buffer)
    seconds = int(request["seconds"]) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Some systems know no limit of address space.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    import pyoxigraph as ox

    output: Any = Limited(sys.stdout.buffer, request["limit"])
    bound = {ox.Variable(name): _term(term, ox) for name, term in request["bindings"].items()}
    try:
        store = ox.Store.read_only(sys.argv[2])
        union = request["union"]
        answer = store.query(request["query"], substitutions=bound or None, use_default_graph_as_union=union)
        if isinstance(answer, ox.QueryBoolean):
            output.write(b"ask\ntrue\n" if answer else b"ask\nfalse\n")
        elif isinstance(answer, ox.QueryTriples):
            output.write(b"construct\n")
            answer.serialize(output, format=ox.RdfFormat.N_TRIPLES)
        else:
            output.write(b"select\n")
            answer.serialize(output, format=getattr(ox.QueryResultsFormat, request["format"].upper()))
        output.flush()
    except TooLongError:
        return 4
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        sys.stderr.write(str(error))
        return 3
    return 0


def _term(term: dict[str, str], ox: Any) -> Any:
    if term["kind"] == "iri":
        return ox.NamedNode(term["value"])
    datatype = term.get("datatype")
    return ox.Literal(term["value"], datatype=ox.NamedNode(datatype) if datatype else None)


if __name__ == "__main__":
    sys.exit(main())
