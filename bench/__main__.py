"""Measure start-up, publishing, growth, and rdflib beside it: `python -m bench [TIMES ...]`, or `make bench`.

`python -m bench references` measures the parser of references instead, `python -m bench figures [--write]` all that
docs/figures.md says.

TIMES are how often the paper is pasted for growth, by default 1 10 100. Seconds are of CPU; a limit of the issue
that set them stands behind a figure.
"""

import gzip
import json
import sys
import tempfile
from pathlib import Path

from bench.beside import compare
from bench.child import BIN, python, run
from bench.figures import figures
from bench.references import references
from ibidem.publication import last_report
from ibidem.workspace import load_workspace, paper_ids

ROOT = Path(__file__).parents[1]


def show(label: str, value: str, limit: str = "") -> None:
    """Print a figure, and the limit that it should keep."""
    print(f"{label:<46} {value:>12}  {limit}".rstrip(), flush=True)


def start_up() -> None:
    """Measure the shortest call, beside a Python that does nothing."""
    bare = python("-c", "pass", times=5)
    help_ = run(str(BIN / "ibidem"), "--help", times=5)
    show("ibidem --help, s", f"{help_.cpu:.3f}", "at most 0.15")
    show("  times a Python that does nothing", f"{help_.cpu / bare.cpu:.1f}")


def publishing(folder: Path) -> None:
    """Measure a whole publish."""
    used = python("-m", "bench.publish", str(folder), times=4)
    figures: dict[str, float] = json.loads(used.output.splitlines()[-1])
    apart = ("shacl", "site")
    alone = used.cpu - sum(figures[part] for part in apart)
    show("publish besides SHACL and site, s", f"{alone:.2f}", "at most 1.0")
    for part, seconds in figures.items():
        if part not in apart:
            show(f"  of it {part}", f"{seconds:.2f}")
    show("publish with SHACL, s", f"{alone + figures['shacl']:.2f}", "at most 4")
    show("  times publish without", f"{(alone + figures['shacl']) / alone:.1f}")
    show("the site, s", f"{figures['site']:.2f}", "at most 5")
    show("memory, MB", f"{used.peak:.0f}", "under 250")
    report = last_report(folder)
    for paper in report.papers if report else ():
        show(f"quads in the graph of {paper.id}", f"{paper.quads:,}", "at most 12,000")


def growth(times: list[int]) -> None:
    """Measure how the time for one paper grows with the length of the file that holds it so many times."""
    first: float | None = None
    for number in times:
        used = python("-m", "bench.growth", str(number), times=3 if number < 10 else 1)
        each = json.loads(used.output)["whole"] / number
        first = first or each
        show(f"paper pasted {number} times, s a paper", f"{each:.3f}")
        if number != times[0]:
            show(f"  times that of {times[0]}", f"{each / first:.2f}", "at most 1.1")


def beside(folder: Path) -> None:
    """Measure rdflib at the same work."""
    workspace = load_workspace(ROOT)
    nquads = gzip.decompress((folder / "dumps" / "dataset.nq.gz").read_bytes())
    papers = [paper for paper in paper_ids(workspace) if (folder / "papers" / f"{paper}.nq").is_file()]
    print(f"{'beside rdflib':<46} {'ours':>12} {'rdflib':>10} {'ratio':>7}")
    for line in compare(nquads, base=workspace.base, papers=papers):
        print(f"  {line.label:<44} {line.ours:>12.3f} {line.theirs:>10.3f} {line.theirs / line.ours:>7.1f}", flush=True)


def main() -> None:
    """Measure everything, or the parser of references alone."""
    if sys.argv[1:] == ["references"]:
        references()
        return
    if sys.argv[1:2] == ["figures"]:
        figures(write="--write" in sys.argv)
        return
    with tempfile.TemporaryDirectory() as name:
        start_up()
        publishing(Path(name))
        growth([int(word) for word in sys.argv[1:]] or [1, 10, 100])
        beside(Path(name))


if __name__ == "__main__":
    main()
