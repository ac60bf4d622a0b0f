"""Read the first paper pasted so many times, and print the CPU it took: `python -m bench.growth TIMES`."""

import json
import sys
import tempfile
import time
from pathlib import Path

from ibidem.build import extract_paper
from ibidem.describe import describe_record
from ibidem.dump import to_nquads

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Read, find, resolve and describe, and print the figures as JSON."""
    text = (ROOT / "seeds" / "papers" / "sethi-2017" / "paper.txt").read_bytes()
    times = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.txt"
        file.write_bytes(b"\n\n".join([text] * times))
        before = time.process_time()
        document, record = extract_paper(file)
        read = time.process_time() - before
        quads = to_nquads(describe_record(record, base="https://example.org/", text=document.text))
        whole = time.process_time() - before
    print(json.dumps({"read": read, "whole": whole, "quads": quads.count(b"\n"), "pointers": len(record.pointers)}))


if __name__ == "__main__":
    main()
