"""Measure the parser of references: `python -m bench references`; some minutes, since it trains models.

Fields are exact after normalisation, over ten fields; recall comes first, for rules lose it before precision. What
others reach was measured elsewhere, on the same sets, where their programs cannot be installed beside ours.
"""

import time
from collections.abc import Sequence
from itertools import pairwise

from training.anystyle import read_core
from training.measure import FIELDS, Tally
from training.mpilhlt import PAPERS
from training.render import generate, own_pools
from training.validate import FIELD_NAMES, FOLDS, Held, calibration, fold, in_parallel, left_out, outcomes, tally

from ibidem.parse.references import parse_references
from ibidem.parse.tagger.confidence import calibrated
from ibidem.parse.tagger.decode import Tagger
from ibidem.parse.tagger.model import load_model

THEIRS = {"core": 0.905, "footnotes": 0.71, "rate": 605}
"""AnyStyle 1.6.0, measured elsewhere: F1 of the two sets, references a second."""
ASKED = {"core": 0.92, "footnotes": 0.82, "rate": 3000}
_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)


def show(title: str, counted: Tally, *, asked: float, theirs: float) -> None:
    """Print a table of fields."""
    recall, precision, f1 = counted.figures()
    print(f"{title}: F1 {f1:.3f}, at least {asked}; AnyStyle {theirs}, measured elsewhere")
    print(f"  {'field':<18}{'recall':>8}{'precision':>11}{'F1':>8}")
    for name in FIELDS:
        if counted.right[name] + counted.missed[name]:
            print(f"  {name:<18}{_row(counted.figures((name,)))}")
    print(f"  {'all ten':<18}{_row((recall, precision, f1))}", flush=True)


def _row(figures: tuple[float, float, float]) -> str:
    recall, precision, f1 = figures
    return f"{recall:8.3f}{precision:11.3f}{f1:8.3f}"


def reliability(parts: Sequence[Sequence[Held]]) -> None:
    """Print how often fields of each confidence are right; each part is calibrated by the others alone."""
    found: list[tuple[float, bool]] = []
    for number, part in enumerate(parts):
        others = [one for at, other in enumerate(parts) if at != number for one in other]
        curves = calibration(outcomes(others))
        model = load_model().calibrated(curves)
        for name, raw, right in outcomes(part):
            found.append((calibrated(((name, raw),), model)[0][1], right))
    print("confidence of fields, core set, calibrated on other folds")
    print(f"  {'from':>6}{'to':>6}{'fields':>8}{'said':>8}{'right':>8}")
    gap = 0.0
    for low, high in pairwise(_BINS):
        held = [(sure, right) for sure, right in found if low <= sure < high]
        if held:
            said, truly = sum(sure for sure, _ in held) / len(held), sum(ok for _, ok in held) / len(held)
            gap += abs(said - truly) * len(held) / len(found)
            print(f"  {low:>6.2f}{min(high, 1.0):>6.2f}{len(held):>8}{said:>8.3f}{truly:>8.3f}")
    print(f"  expected calibration error {gap:.3f}", flush=True)


def throughput() -> None:
    """Print how many references are parsed a second: lists not seen before, and again."""
    lists = (
        ("core set", [one.text for one in read_core()], True),
        ("invented footnotes", [one.text for one in generate(4000, pools=own_pools(), start=11)], False),
    )
    for name, texts, listed in lists:
        tagger = Tagger(load_model(lists=listed))
        for turn in ("first time", "again"):
            before = time.process_time()
            parse_references(texts, tagger=tagger)
            rate = len(texts) / (time.process_time() - before)
            said = f"at least {ASKED['rate']:,}; AnyStyle {THEIRS['rate']}, measured elsewhere"
            print(f"{name}, {len(texts):,} references, {turn}: {rate:,.0f} a second ({said})", flush=True)


def references() -> None:
    """Measure everything."""
    throughput()
    parts = in_parallel(fold, range(FOLDS))
    core = tally((one for part in parts for one in part), both=True)
    show(f"AnyStyle's core set, {FOLDS}-fold", core, asked=ASKED["core"], theirs=THEIRS["core"])
    reliability(parts)
    held = in_parallel(left_out, PAPERS)
    both = tally((one for paper in held for one in paper), both=False)
    show("footnotes, each paper unseen", both, asked=ASKED["footnotes"], theirs=THEIRS["footnotes"])
    for paper, one in zip(PAPERS, held, strict=True):
        print(f"  {paper:<18}{_row(tally(one, both=False).figures())}", flush=True)
    assert set(FIELD_NAMES.values()) <= set(FIELDS)
