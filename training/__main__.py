"""Make the model that reads references, anew: `python -m training [FILE]`; some minutes on two cores.

Cross-validation comes first: it says how sure the fields of each probability are.
"""

import sys
from pathlib import Path
from typing import Any

from training.anystyle import read_core
from training.fit import packed, train
from training.mpilhlt import PAPERS
from training.validate import FOLDS, calibration, fold, in_parallel, outcomes, tally, training_set

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "pipeline" / "ibidem" / "parse" / "tagger" / "model.npz"


def _part(number: int) -> Any:
    """Read a fold by a model of the others; train on all where no fold has that number."""
    return fold(number) if number < FOLDS else train(training_set(read_core(), PAPERS))


def main() -> None:
    """Calibrate, train on all that is here, and write the model."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL
    *parts, (states, steps) = in_parallel(_part, range(FOLDS + 1), processes=FOLDS + 1)
    held = [one for part in parts for one in part]
    recall, precision, f1 = tally(held, both=True).figures()
    print(f"core set, {FOLDS}-fold: recall {recall:.4f}, precision {precision:.4f}, F1 {f1:.4f}", flush=True)
    path.write_bytes(packed(states, steps, calibration(outcomes(held))))
    print(f"{path}: {len(states)} weights, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
