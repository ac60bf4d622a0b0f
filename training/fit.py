"""Train a CRF on labelled references and write its weights in a file that the same data make again byte for byte."""

import io
import re
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite

from ibidem.parse.tagger.features import sequence_features
from ibidem.parse.tagger.lexicons import kinds
from training.anystyle import Labelled

SETTINGS = {
    "c1": 0.05,
    "c2": 0.5,
    "max_iterations": 260,
    "feature.possible_transitions": False,
}
"""Settings of L-BFGS: the two penalties were chosen by cross-validation on the core set."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_GRAIN = 1000
"""Weights are kept to a thousandth: what the last bits of a processor's sums change is rounded away."""
_UNLIKELY = -20.0
"""The weight of a label after another that was never seen."""


_WORDS = re.compile(r"(?:w|(?:-?\d)?c|<[34]|>[34]|[<>]cc|a[BIES]?:[FZ]|b(?:&\w+)?:[fm])=?(?P<word>.*)", re.DOTALL)
"""How the names of features begin that name a word."""


def _is_word(name: str) -> bool:
    """Tell whether a feature names a word of no list: what is invented repeats its words, and must not teach them."""
    match = _WORDS.fullmatch(name)
    if match is None:
        return False
    return any(word.isalpha() and len(word) > 3 and not kinds(word) for word in match["word"].split("|"))


def train(
    data: Sequence[tuple[Labelled, int]], **settings: Any
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """Train on references, each with how often it counts; give the weights of features and of transitions."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for one, times in data:
        rows = sequence_features(one.words)
        if one.invented:
            rows = [[name for name in row if not _is_word(name)] for row in rows]
        for _ in range(times):
            trainer.append(rows, list(one.labels))
    trainer.set_params({**SETTINGS, **settings})
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        states, steps = dict(info.state_features), dict(info.transitions)
        tagger.close()
    return states, steps


def packed(
    states: dict[tuple[str, str], float],
    steps: dict[tuple[str, str], float],
    calibration: Sequence[tuple[str, Sequence[tuple[float, float]]]],
) -> bytes:
    """Give the bytes of a model's file."""
    labels = sorted({label for _, label in states} | {label for pair in steps for label in pair})
    rounded = {key: round(weight * _GRAIN) for key, weight in states.items()}
    rounded = {key: max(-32767, min(32767, weight)) for key, weight in rounded.items() if weight}
    names = sorted({name for name, _ in rounded})
    row = {name: at for at, name in enumerate(names)}
    column = {label: at for at, label in enumerate(labels)}
    flat = sorted((row[name] * len(labels) + column[label], weight) for (name, label), weight in rounded.items())
    at = np.array([place for place, _ in flat], dtype=np.int64)
    transitions = np.full((len(labels), len(labels)), _UNLIKELY, dtype=np.float32)
    for (left, right), weight in steps.items():
        transitions[column[left], column[right]] = round(weight * _GRAIN) / _GRAIN
    return archived(
        {
            "names": text("\n".join(names)),
            "labels": text("\n".join(labels)),
            "places": np.diff(at, prepend=0).astype(np.uint32),
            "values": np.array([weight for _, weight in flat], dtype=np.int16),
            "transitions": transitions,
            "groups": text("\n".join(group for group, _ in calibration)),
            "knots": np.array([knots for _, knots in calibration], dtype=np.float32),
        }
    )


def text(value: str) -> Any:
    """Give a text as an array of its bytes."""
    return np.frombuffer(value.encode(), dtype=np.uint8)


def archived(arrays: dict[str, Any]) -> bytes:
    """Give the bytes of an .npz file whose members carry no time."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            member = io.BytesIO()
            np.lib.format.write_array(member, np.ascontiguousarray(array), version=(1, 0), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", _EPOCH), member.getvalue(), zipfile.ZIP_DEFLATED)
    return whole.getvalue()
