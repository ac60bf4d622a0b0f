"""Find the numbers of lines that preprints and editions print beside their text."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ibidem.read.pdf.page import Glyphs

_FEWEST = 5
_STEPS = (1, 2, 5, 10)
_REGULAR = 0.8
_LONG = 0.2
_MOST_LINES = 1.5


def line_numbers(glyphs: Sequence[Glyphs]) -> frozenset[Glyphs]:
    """Give the numbers that count the lines of a page: they stand left of all text and rise by one step downwards."""
    numbers = [one for one in glyphs if not one.turned and one.text.strip().isdecimal() and len(one.text.strip()) <= 5]
    others = [
        one for one in glyphs if not one.turned and len(one.text.strip()) > 1 and not one.text.strip().isdecimal()
    ]
    if len(numbers) < _FEWEST or not others:
        return frozenset()
    edge = min(one.left for one in others)
    beside = sorted((one for one in numbers if one.right < edge), key=lambda one: -one.base)
    values = [int(one.text) for one in beside]
    steps = Counter(after - before for before, after in pairwise(values))
    step, most = steps.most_common(1)[0] if steps else (0, 0)
    if len(beside) < _FEWEST or step not in _STEPS or most < _REGULAR * (len(beside) - 1):
        return frozenset()
    bases = {round(one.base) for one in others}
    lines = sum(beside[-1].base - 1 <= base <= beside[0].base + 1 for base in bases)
    level = sum(round(one.base) in bases for one in beside)
    # Labels of notes stand only where one begins, and are raised.
    whole = lines <= _MOST_LINES * step * len(beside) and level >= _REGULAR * len(beside)
    height = max(bases) - min(bases)
    return frozenset(beside) if whole and beside[0].base - beside[-1].base >= _LONG * height else frozenset()
