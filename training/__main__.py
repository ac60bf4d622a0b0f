"""Make the model that reads references, anew: `python -m training [FILE]`; some minutes on two cores.

A fifth of the core set is read by a model of the rest first: it says how sure the fields of each probability are.
`python -m bench references` measures all fifths.
"""

import sys
from pathlib import Path
from typing import Any

from training.anystyle import read_core
from training.fit import packed, train
from training.mpilhlt import PAPERS
from training.validate import calibration, fold, in_parallel, outcomes, tally, training_set

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "pipeline" / "ibidem" / "parse" / "tagger" / "model.npz"
HELD_OUT, ALL = 0, -1


def part(number: int) -> Any:
    """Read a fold by a model of the others, or train on all."""
    return train(training_set(read_core(), PAPERS)) if number == ALL else fold(number)


def main() -> None:
    """Calibrate, train on all that is here, and write the model."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL
    held, (states, steps) = in_parallel(part, (HELD_OUT, ALL), processes=2)
    recall, precision, f1 = tally(held, both=True).figures()
    print(f"held out: recall {recall:.4f}, precision {precision:.4f}, F1 {f1:.4f}", flush=True)
    path.write_bytes(packed(states, steps, calibration(outcomes(held))))
    print(f"{path}: {len(states)} weights, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
