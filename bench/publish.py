"""Publish as `ibidem publish` does, and print what its parts took: `python -m bench.publish DIR`."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ibidem import build, cli

ROOT = Path(__file__).parents[1]
PARTS = (
    ("shacl", ("load_shapes", "validate_quads")),
    ("find", ("find_candidates",)),
    ("resolve", ("resolve_candidates",)),
    ("store", ("load_store",)),
    ("dumps", ("write_dumps",)),
    ("site", ("_write_site",)),
)


class Stopwatch:
    """Sum up the CPU that some functions use."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Wrap a function so that its CPU is counted."""

        def timed(*arguments: Any, **named: Any) -> Any:
            before = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                self.seconds += time.process_time() - before

        return timed


def main() -> None:
    """Publish, and print the figures as the last line, in JSON."""
    watches = {part: Stopwatch() for part, _ in PARTS}
    for part, names in PARTS:
        for name in names:
            setattr(build, name, watches[part].around(getattr(build, name)))
    imported = time.process_time()
    os.chdir(ROOT)
    sys.argv = ["ibidem", "publish", "--out", sys.argv[1]]
    try:
        cli.main()
    except SystemExit as stopped:
        if stopped.code:
            raise
    parts = {part: watch.seconds for part, watch in watches.items()}
    print(json.dumps({"import": imported} | parts | {"rest": time.process_time() - imported - sum(parts.values())}))


if __name__ == "__main__":
    main()
