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
from ibidem.parse.tagger.tags import tags_of
from training.anystyle import Labelled

SETTINGS = {
    "c1": 0.05,
    "c2": 0.2,
    "max_iterations": 260,
    "feature.possible_transitions": False,
}
"""Settings of L-BFGS: the two penalties were chosen by cross-validation on the core set."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_GRAIN = 1000
"""Weights are kept to a thousandth: what the last bits of a processor's sums change is rounded away."""
_LISTED = "listed:"
"""How the names of the features begin that entries of lists have of their own."""
Weights = dict[tuple[str, str], float]


_WORDS = re.compile(r"(?:w|(?:-?\d)?c|<[34]|>[34]|a[BIES]?:[FZ]|b(?:&\w+)?:[fm])=?(?P<word>.*)", re.DOTALL)
"""How the names of features begin that name a word."""


def _is_word(name: str) -> bool:
    """Tell whether a feature names a word of no list: what is invented repeats its words, and must not teach them."""
    match = _WORDS.fullmatch(name)
    if match is None:
        return False
    return any(word.isalpha() and len(word) > 3 and not kinds(word) for word in match["word"].split("|"))


def rows_of(one: Labelled) -> list[list[str]]:
    """Give the features of each token of a reference, as it is trained on.

    What entries of lists have of their own is learnt beside what they share with notes: each of their features stands
    a second time, under a name of its own (Daumé 2007, Frustratingly Easy Domain Adaptation).
    """
    rows = sequence_features(one.words)
    if one.invented:
        rows = [[name for name in row if not _is_word(name)] for row in rows]
    return [[*row, *(f"{_LISTED}{name}" for name in row)] for row in rows] if one.listed else rows


def write_crf(data: Sequence[Labelled], path: str, **settings: Any) -> None:
    """Train on references and write the file that python-crfsuite reads."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for one in data:
        trainer.append(rows_of(one), tags_of(one.labels))
    trainer.set_params({**SETTINGS, **settings})
    trainer.train(path)


def read_crf(path: str) -> tuple[Weights, Weights]:
    """Give the weights of features for each tag, and those of tag after tag."""
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    info = tagger.info()
    states, steps = dict(info.state_features), dict(info.transitions)
    tagger.close()
    return states, steps


def train(data: Sequence[Labelled], **settings: Any) -> tuple[Weights, Weights]:
    """Train on references; give the weights of features for each tag, and those of tag after tag."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crf")
        write_crf(data, path, **settings)
        return read_crf(path)


def packed(
    states: Weights,
    steps: Weights,
    calibration: Sequence[tuple[str, Sequence[tuple[float, float]]]],
) -> bytes:
    """Give the bytes of a model's file."""
    labels = sorted({label for _, label in states} | {label for pair in steps for label in pair})
    rounded = {key: max(-32767, min(32767, round(weight * _GRAIN))) for key, weight in states.items()}
    rounded = {key: weight for key, weight in rounded.items() if weight}
    names = sorted({name.removeprefix(_LISTED) for name, _ in rounded})
    column = {label: at for at, label in enumerate(labels)}
    # What was never seen one after the other weighs nothing, as in training.
    transitions = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for (left, right), weight in steps.items():
        transitions[column[left], column[right]] = round(weight * _GRAIN) / _GRAIN
    listed = {(name.removeprefix(_LISTED), label): weight for (name, label), weight in rounded.items() if _own(name)}
    shared = {(name, label): weight for (name, label), weight in rounded.items() if not _own(name)}
    return archived(
        {
            "names": text("\n".join(names)),
            "labels": text("\n".join(labels)),
            **_sparse("shared", shared, names, column),
            **_sparse("listed", listed, names, column),
            "transitions": transitions,
            "groups": text("\n".join(group for group, _ in calibration)),
            "knots": np.array([knots for _, knots in calibration], dtype=np.float32),
        }
    )


def _own(name: str) -> bool:
    return name.startswith(_LISTED)


def _sparse(
    part: str, weights: dict[tuple[str, str], int], names: Sequence[str], column: dict[str, int]
) -> dict[str, Any]:
    """Give the weights of a part, and how far each stands behind the one before in the flat matrix."""
    row = {name: at for at, name in enumerate(names)}
    flat = sorted((row[name] * len(column) + column[label], weight) for (name, label), weight in weights.items())
    at = np.array([place for place, _ in flat], dtype=np.int64)
    return {
        f"{part}_places": np.diff(at, prepend=0).astype(np.uint32),
        f"{part}_values": np.array([weight for _, weight in flat], dtype=np.int16),
    }


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
