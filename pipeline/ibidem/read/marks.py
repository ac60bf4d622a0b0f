"""What is printed of markers, of the numbers before notes, of quotations: brackets, commas, raised digits, marks."""

import re
from dataclasses import replace
from itertools import zip_longest

from ibidem.read.compose import Run
from ibidem.words import read_table

LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_OPENING = re.compile(r"[\s\[({]*")
_CLOSING = re.compile(r"\s?[\])}]?\s?[.:,)]{0,2}\s*")
_BETWEEN = re.compile(r"[\s,;–-]{1,4}")


def labelled(runs: list[Run]) -> tuple[str, list[Run]]:
    """Part the label that opens a note, with the brackets and the full stop around it, from the note's text."""
    first = next((at for at, run in enumerate(runs) if run.furniture), None)
    before = "".join(run.text for run in runs[:first]) if first is not None else ""
    if first is None or not _OPENING.fullmatch(before):
        return "", [_unlabelled(run) for run in runs]
    rest = first
    label = before
    while rest < len(runs) and (runs[rest].furniture or not runs[rest].text.strip()) and runs[rest].note is None:
        label += runs[rest].text
        rest += 1
    kept = [_unlabelled(run) for run in runs[rest:]]
    closed = _CLOSING.match(kept[0].text) if kept and kept[0].note is None else None
    if closed:
        label += closed.group()
        kept[0] = replace(kept[0], text=kept[0].text[closed.end() :])
    return label, kept


def _unlabelled(run: Run) -> Run:
    return replace(run, furniture=False) if run.furniture else run


def closed_up(runs: list[Run]) -> list[Run]:
    """Give markers the brackets that stand around them, and the commas between them."""
    kept: list[Run] = []
    for run, after in zip_longest(runs, runs[1:]):
        left = run
        if kept and kept[-1].note is not None and run.note is None:
            if after is not None and after.note is not None and _BETWEEN.fullmatch(run.text) and run.text.strip():
                kept[-1] = replace(kept[-1], text=f"{kept[-1].text}{run.text.strip()}")
                continue
            left = _bracketed(kept, run)
        if left.text or left.note is not None:
            kept.append(left)
    return kept


def _bracketed(kept: list[Run], after: Run) -> Run:
    """Move brackets around the markers that end `kept` into them; give what is left of the text behind."""
    first = len(kept) - 1
    while first > 0 and kept[first - 1].note is not None:
        first -= 1
    pair = kept[first - 1].text[-1:] + after.text[:1] if first else ""
    if pair not in ("[]", "()"):
        return after
    kept[first - 1] = replace(kept[first - 1], text=kept[first - 1].text[:-1])
    kept[first] = replace(kept[first], text=f"{pair[0]}{kept[first].text.translate(LOWERED)}")
    kept[-1] = replace(kept[-1], text=f"{kept[-1].text.translate(LOWERED)}{pair[1]}")
    return replace(after, text=after.text[1:])


def quotation_marks(language: str | None, *, nested: bool = False) -> tuple[str, str]:
    """Give the marks that a language prints around a quotation, by `words/quotation-marks.tsv`."""
    held = {row[0]: row[1:] for row in read_table("quotation-marks")}
    marks = held.get((language or "").lower().split("-")[0], held["en"])
    return (marks[2], marks[3]) if nested else (marks[0], marks[1])


def raised(text: str) -> str:
    """Show a bare number as a raised one; what has brackets or is no number stays as printed."""
    bare = text.strip()
    return bare.translate(_RAISED) if bare.isascii() and bare.isdigit() else bare
