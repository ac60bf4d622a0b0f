"""Find notes that stand together at the end of a paper or of its chapters, under a heading or by their run."""

from collections.abc import Iterable, Sequence

from ibidem.read.notes import section_of
from ibidem.read.pdf.label import Label, label_of, roman_label
from ibidem.read.pdf.notes import FoundNote
from ibidem.read.pdf.page import Line

_FEWEST = 2
_GAP = 1.6
_CLOSE = 5
_LAST = 12


def find_endnotes(
    lines: Sequence[Line], numbers: Sequence[int], *, size: float, romans: Sequence[int] = ()
) -> tuple[tuple[FoundNote, ...], frozenset[Line]]:
    """Give the notes of lists in the running text and all their lines.

    `numbers` are those of the raised numbers, `romans` of raised Roman numerals.
    """
    if len(romans) > len(numbers):
        notes = _romans(lines, max(romans))
        if len(notes) > _FEWEST:
            return _keyed(notes), frozenset(line for _, held in notes for line in held)
    found: list[tuple[Label, list[Line]]] = []
    taken: set[Line] = set()
    for start in _starts(lines, numbers):
        notes = _run(lines, start, size)
        if len(notes) < _FEWEST or any(line in taken for line in notes[0][1]):
            continue
        found += notes
        taken |= {line for _, held in notes for line in held}
    found.sort(key=lambda note: lines.index(note[1][0]))
    return _keyed(found), frozenset(taken)


def has_heading(lines: Sequence[Line]) -> bool:
    """Tell whether a list with the number 1 stands below a heading of notes."""
    return bool(_headed(lines))


def _headed(lines: Sequence[Line]) -> list[int]:
    """Give the lines that open a list below a heading of notes; the heading of a first chapter may stand between."""
    starts = []
    for at, line in enumerate(lines[:-1]):
        if section_of(line.text) == "notes":
            near = range(at + 1, min(at + 1 + _CLOSE, len(lines)))
            starts += [below for below in near if _number(lines[below]) == 1][:1]
    return starts


def _keyed(found: Iterable[tuple[Label, Sequence[Line]]]) -> tuple[FoundNote, ...]:
    return tuple(
        FoundNote(f"end-{place}-{label.printed}", label, tuple(held)) for place, (label, held) in enumerate(found)
    )


def _romans(lines: Sequence[Line], last: int) -> list[tuple[Label, list[Line]]]:
    """Cut the last lines into notes that Roman numerals number: nothing stands behind them."""
    best: list[tuple[Label, list[Line]]] = []
    for start in [at for at, line in enumerate(lines) if roman_label(line, 1)][-_LAST:]:
        notes: list[tuple[Label, list[Line]]] = []
        for line in lines[start:]:
            label = roman_label(line, len(notes) + 1) if len(notes) < last else None
            if label:
                notes.append((label, []))
            notes[-1][1].append(line)
        best = notes if len(notes) >= len(best) else best
    return best if len(best) == last else []


def _starts(lines: Sequence[Line], numbers: Sequence[int]) -> list[int]:
    """Give the lines that open a list with its number 1: below a heading, or as the last ones that have a run."""
    starts = _headed(lines)
    if starts or not numbers:
        return starts
    ones = [at for at, line in enumerate(lines) if _number(line) == 1 and at > len(lines) / 3]
    wanted = max(numbers)
    for at in ones[: -_LAST - 1 : -1]:
        if len(_run(lines, at, 0.0)) >= max(_FEWEST, 0.6 * wanted):
            return [at]
    return []


def _number(line: Line) -> int | None:
    label = label_of(line)
    return label.number if label else None


def _run(lines: Sequence[Line], start: int, size: float) -> list[tuple[Label, list[Line]]]:
    """Cut a list into its notes: each number is the next one; it ends at a heading behind its last number."""
    notes: list[tuple[Label, list[Line]]] = []
    last = 0
    style = ""
    for at in range(start, len(lines)):
        line = lines[at]
        label = label_of(line)
        if label and label.number is not None and style in ("", label.style):
            restarts = label.number == 1 and last > _FEWEST and _ahead(lines, at, 2, style)
            if (
                label.number == last + 1
                or restarts
                or (label.number == last + 2 and _ahead(lines, at, last + 3, style))
            ):
                if restarts:
                    _drop_heading(notes[-1][1])
                notes.append((label, [line]))
                last, style = label.number, label.style
                continue
        if not notes or _ends(lines, at, notes[-1][1], last, style):
            break
        notes[-1][1].append(line)
    return notes


def _ahead(lines: Sequence[Line], at: int, number: int, style: str, *, reach: int = 60) -> bool:
    """Tell whether the number opens one of the next lines."""
    for line in lines[at + 1 : at + reach]:
        label = label_of(line)
        if label and label.number == number and label.style == style:
            return True
    return False


def _ends(lines: Sequence[Line], at: int, held: Sequence[Line], last: int, style: str) -> bool:
    """Tell whether a line stands behind the list: no next number comes, and it is a heading or parted by a gap."""
    line = lines[at]
    if section_of(line.text) and not _ahead(lines, at, last + 1, style):
        return True
    if _ahead(lines, at, last + 1, style) or _ahead(lines, at, 1, style):
        return False
    before = held[-1]
    if line.bold and not before.bold:
        return True
    if line.size > before.size + 0.4:
        return True
    return line.page == before.page and before.base > line.base and before.base - line.base > _GAP * 1.2 * line.size


def _drop_heading(held: list[Line]) -> None:
    """Take the heading of the next list off the end of a note."""
    while len(held) > 1 and (
        held[-1].bold
        or held[-1].size > held[0].size + 0.4
        or held[-2].base - held[-1].base > _GAP * 1.2 * held[-1].size
        or held[-1].text.isupper()
    ):
        held.pop()
