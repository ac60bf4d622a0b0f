"""Hold models against references that they were not trained on, and draw from it how sure their fields are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeVar

from ibidem.parse.references import parse_references
from ibidem.parse.tagger.confidence import ALL
from ibidem.parse.tagger.decode import Tagger
from ibidem.parse.tagger.fields import Reading
from ibidem.parse.tagger.model import read_model
from training.anystyle import Labelled, read_core
from training.fit import packed, train
from training.gold import Record, is_literature, record_of, record_of_bibl, record_of_fields
from training.measure import Tally, normal
from training.mpilhlt import PAPERS, bibls, read_bibl, read_paper
from training.render import generate, own_pools, widened

T = TypeVar("T")
R = TypeVar("R")
FOLDS = 5
FLAT = ((ALL, ((0.0, 0.0), (1.0, 1.0))),)
"""A calibration that changes nothing."""
INVENTED = 3000
"""How many references are invented for training."""
_GRID = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0)
_PRIOR = 15
"""How many fields of all kinds are added to a bin of one kind, so that few do not say too much."""
FIELD_NAMES = {
    "authors": "author",
    "editors": "editor",
    "title": "title",
    "container": "container-title",
    "volume": "volume",
    "date": "date",
    "pages": "pages",
    "publisher": "publisher",
    "place": "location",
}
"""The fields whose confidence is measured, as the gold names them."""


@dataclass(frozen=True, slots=True)
class Held:
    """A reference that the model had not seen: its gold and the reading."""

    gold: Record
    reading: Reading


def training_set(core: Sequence[Labelled], papers: Iterable[str], *, invented: int | None = None) -> list[Labelled]:
    """Give what a model is trained on; what is invented is made from these references alone."""
    number = INVENTED if invented is None else invented
    made = generate(number, pools=widened(own_pools(), core)) if number else []
    return [*core, *(one for paper in papers for one in read_paper(paper)), *made]


def fold(number: int) -> list[Held]:
    """Train on four fifths of the core set, and all else, and read the last fifth."""
    core = read_core()
    data = training_set([one for at, one in enumerate(core) if at % FOLDS != number], PAPERS)
    kept = [one for at, one in enumerate(core) if at % FOLDS == number]
    readings = parse_references([one.text for one in kept], tagger=_trained(data, lists=True))
    return [Held(record_of(one), reading) for one, reading in zip(kept, readings, strict=True)]


def left_out(paper: str) -> list[Held]:
    """Train on all but one paper, and read the references of that paper that name a work in full."""
    data = training_set(read_core(), [one for one in PAPERS if one != paper])
    kept = [one for one in bibls(paper) if is_literature(one)]
    readings = parse_references([read_bibl(one).text for one in kept], tagger=_trained(data, lists=False))
    return [Held(record_of_bibl(one), reading) for one, reading in zip(kept, readings, strict=True)]


def _trained(data: Sequence[Labelled], *, lists: bool) -> Tagger:
    return Tagger(read_model(packed(*train(data), FLAT), lists=lists))


def in_parallel(function: Callable[[T], R], items: Sequence[T], *, processes: int = 2) -> list[R]:
    """Call a function for each item in processes of their own; the results stand in the order of the items."""
    with get_context("fork").Pool(processes) as pool:
        return pool.map(function, items, chunksize=1)


def tally(held: Iterable[Held], *, both: bool) -> Tally:
    """Count what is right; `both` lets the page pointed at belong to the pages, as the core set has it."""
    found = Tally()
    for one in held:
        found.add(one.gold, record_of_fields(one.reading.fields, one.reading.locator, both=both))
    return found


def outcomes(held: Iterable[Held]) -> list[tuple[str, float, bool]]:
    """Give each field that was read, how probable the reading was, and whether it is right."""
    found = []
    for one in held:
        read = record_of_fields(one.reading.fields, one.reading.locator, both=True)
        for name, raw in one.reading.fields.confidence:
            told = FIELD_NAMES.get(name)
            if told and told in read:
                right = normal(told, one.gold.get(told, ())) == normal(told, read[told])
                found.append((name, raw, right))
    return found


def calibration(found: Sequence[tuple[str, float, bool]]) -> list[tuple[str, list[tuple[float, float]]]]:
    """Draw the curve of each field, and of all together: for raw probabilities the share that was right."""
    pooled = _shares([(raw, right) for _, raw, right in found], None)
    curves = [(ALL, pooled)]
    curves += [
        (name, _shares([(raw, right) for field, raw, right in found if field == name], pooled)) for name in FIELD_NAMES
    ]
    return [(name, list(zip(_GRID, shares, strict=True))) for name, shares in curves]


def _shares(found: Sequence[tuple[float, bool]], pooled: Sequence[float] | None) -> list[float]:
    """Give the share at each point of the grid: of the fields around it, made to ascend."""
    counts = [0.0] * len(_GRID)
    right = [0.0] * len(_GRID)
    for raw, ok in found:
        at = min(range(len(_GRID)), key=lambda point: abs(_GRID[point] - raw))
        counts[at] += 1
        right[at] += ok
    prior = pooled or [0.5] * len(_GRID)
    weight = _PRIOR if pooled else 1
    blocks = [[(r + weight * p) / (n + weight), n + weight, 1] for r, n, p in zip(right, counts, prior, strict=True)]
    return [share for share, _, width in _ascending(blocks) for _ in range(int(width))]


def _ascending(blocks: Sequence[Sequence[float]]) -> list[list[float]]:
    """Join neighbours that descend, each as heavy as what it holds (pool adjacent violators)."""
    kept: list[list[float]] = []
    for block in blocks:
        kept.append(list(block))
        while len(kept) > 1 and kept[-2][0] > kept[-1][0]:
            share, weight, width = kept.pop()
            total = kept[-1][1] + weight
            kept[-1] = [(kept[-1][0] * kept[-1][1] + share * weight) / total, total, kept[-1][2] + width]
    return kept
