"""Make the model that reads references, anew: `python -m training [FILE]`."""

import sys
from pathlib import Path

from training.anystyle import read_core
from training.fit import packed, train
from training.mpilhlt import PAPERS, read_paper

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "pipeline" / "ibidem" / "parse" / "tagger" / "model.npz"


def main() -> None:
    """Train on all that is here and write the model."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL
    data = [(one, 1) for one in read_core()]
    for paper in PAPERS:
        data += [(one, 3) for one in read_paper(paper)]
    states, steps = train(data)
    path.write_bytes(packed(states, steps, [("all", [(0.0, 0.0), (1.0, 1.0)])]))
    print(f"{path}: {len(data)} references, {len(states)} weights, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
