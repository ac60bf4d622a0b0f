"""Publish this repository's papers once, and print how long it took apart from SHACL: `python -m bench.publish DIR`."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ibidem import build
from ibidem.workspace import load_workspace

ROOT = Path(__file__).parents[1]


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
    """Publish, and print the figures as JSON."""
    shacl, stores, dumps = Stopwatch(), Stopwatch(), Stopwatch()
    for name, watch in (
        ("load_shapes", shacl),
        ("validate_quads", shacl),
        ("load_store", stores),
        ("write_dumps", dumps),
    ):
        setattr(build, name, watch.around(getattr(build, name)))
    report = build.build_papers(load_workspace(ROOT), build.Options(out=Path(sys.argv[1])))
    if report.violated:
        sys.exit("a paper is refused: nothing to measure; see: ibidem publish")
    figures = {"shacl": shacl.seconds, "store": stores.seconds, "dumps": dumps.seconds}
    print(json.dumps({**figures, "cpu": time.process_time(), "quads": report.quads, "papers": len(report.papers)}))


if __name__ == "__main__":
    main()
