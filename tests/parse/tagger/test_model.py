import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ibidem.parse.tagger.features import sequence_features
from ibidem.parse.tagger.fields import LABELS
from ibidem.parse.tagger.lexicons import kinds
from ibidem.parse.tagger.model import load_model, read_model
from published import ROOT

SMALL = """
import sys
from pathlib import Path
from training.anystyle import read_core
from training.fit import packed, train
from training.validate import FLAT, training_set
data = training_set(read_core()[:60], [], invented=40)
Path(sys.argv[1]).write_bytes(packed(*train(data, max_iterations=8), FLAT))
"""


def test_the_shipped_model_knows_the_features_that_are_made_today() -> None:
    model = load_model()
    assert not model.weights[-1].any()
    made = {
        name for row in sequence_features(["R.", "Holloway,", "A", "Title", "(1990),", "pp.", "3-9."]) for name in row
    }
    assert len(made & model.index.keys()) > len(made) / 3
    named = {name.split("=", 1)[1] for name in model.index if name.startswith("k=")}
    listed = {kind for word in ("press", "vol", "london", "january", "john", "ed") for kind in kinds(word)}
    assert listed & named


def test_each_label_of_the_shipped_model_is_read_or_passed_over_by_name() -> None:
    assert set(load_model().labels) <= LABELS


def test_what_never_follows_is_very_unlikely() -> None:
    assert np.isfinite(load_model().transitions).all()
    assert load_model().transitions.min() >= -20.001


@pytest.mark.slow
def test_the_same_data_make_the_same_model_byte_for_byte(tmp_path: Path) -> None:
    made = []
    for name, seed in (("one", "0"), ("other", "1")):
        path = tmp_path / name
        environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'pipeline'}", "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", SMALL, str(path)], check=True, cwd=ROOT, env=environment)
        made.append(path.read_bytes())
    assert made[0] == made[1]
    assert read_model(made[0]).labels
