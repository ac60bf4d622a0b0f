"""Hold the references of a paper's notes against a reading of them: forms, and what Ibid. and short forms mean."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ibidem.score.found import Found
from ibidem.score.gold import Note, NotesGold, Part
from ibidem.score.tally import Tally

_CLASSES = {"full": "full", "ibid": "ibid", "idem": "ibid"}
"""Gold's names for the printed forms; all others are short."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_UNSAID = frozenset({"see", "ibid", "ebd", "vgl", "cit", "supra", "infra", "note", "there"})
"""Words that name no work."""
_SHOWN = 70


@dataclass(frozen=True, slots=True)
class Answer:
    """What one reference of gold that points back came to: `right` is None where it was not answered.

    `simple` tells whether the last reference of the note before would have been right.
    """

    form: str
    right: bool | None
    simple: bool
    miss: str = ""


def score_notes(
    gold: NotesGold, found: Iterable[Found], *, notes: Iterable[int] = (), markers: Iterable[int] = ()
) -> Tally:
    """Compare; `notes` and `markers` are the numbers that were read, where they are known.

    A back-reference is right where its work is that of the note that gold names: where that note holds several, that
    of the one with which it shares most words.
    """
    held: dict[int, list[Found]] = {}
    for one in found:
        held.setdefault(one.number, []).append(one)
    asked = {int(number): note for number, note in sorted(gold.notes.items(), key=lambda pair: int(pair[0]))}
    formed = [miss for number, note in asked.items() if (miss := _misformed(number, note, held.get(number, [])))]
    answers = list(_answers(asked, held))
    figures = [
        *_numbered("notes", set(asked), set(notes), gold.whole),
        *_numbered("markers", set(asked), set(markers), gold.whole),
        ("notes: forms right", len(asked) - len(formed), len(asked)),
        *_linked(answers),
        *_left_alone(asked, held),
        *_broken(asked, held),
    ]
    return Tally(tuple(figures), (*formed, *(answer.miss for answer in answers if answer.miss)))


def _numbered(label: str, asked: set[int], read: set[int], whole: bool) -> Iterator[tuple[str, int, int]]:
    if read:
        yield f"{label}: found", len(asked & read), len(asked)
    if read and whole:
        yield f"{label}: in gold", len(asked & read), len(read)


def _linked(answers: Sequence[Answer]) -> Iterator[tuple[str, int, int]]:
    """Count how many were answered, and how many of those right, together and by form; and the simple rule's."""
    for label, form in (("back-references", ""), ("Ibid.", "ibid"), ("short forms", "short")):
        these = [answer for answer in answers if form in ("", answer.form)]
        answered = [answer for answer in these if answer.right is not None]
        yield f"{label}: right of answered", sum(answer.right is True for answer in answered), len(answered)
        yield f"{label}: answered", len(answered), len(these)
        yield f"{label}: last one before", sum(answer.simple for answer in these), len(these)


def _class(form: str) -> str:
    return _CLASSES.get(form, "short")


def _misformed(number: int, note: Note, found: Sequence[Found]) -> str | None:
    """Say how the forms of a note's references differ from gold's, None where they do not.

    Where gold does not list the references, one or more of the note's form are right.
    """
    forms = [_class(one.form) for one in found]
    wanted = [part.form for part in note.references()]
    right = forms == wanted if note.parts or not wanted else bool(forms) and set(forms) == set(wanted)
    if right:
        return None
    return f"note {number}: forms {' '.join(forms) or '(none)'}, gold has {' '.join(wanted) or '(none)'}"


def _answers(asked: dict[int, Note], held: dict[int, list[Found]]) -> Iterator[Answer]:
    for number, note in asked.items():
        parts, found = note.references(), held.get(number, [])
        aligned = _aligned(parts, found, held)
        before: list[Found] = []
        for part, one in zip(parts, aligned, strict=True):
            source = str(number) if part.antecedent == "same note" else part.source
            if part.form != "full" and source is not None and not _points_on(asked, source):
                wanted = before[-1:] if source == str(number) else held.get(int(source), [])
                simple = _simple(asked, number) == source and source != str(number)
                yield _answer(number, part, one, wanted, simple)
            before += [one] if one is not None else []


def _points_on(asked: dict[int, Note], source: str) -> bool:
    """Tell whether the note that is the source cites no work: it points at another place of the paper."""
    note = asked.get(int(source))
    return note is not None and note.kind in ("xref", "none")


def _left_alone(asked: dict[int, Note], held: dict[int, list[Found]]) -> Iterator[tuple[str, int, int]]:
    """Count the back-references that mean no work, and were led to none."""
    numbers = [
        number
        for number, note in asked.items()
        for part in note.references()
        if part.form != "full" and part.source is not None and _points_on(asked, part.source)
    ]
    if numbers:
        left = sum(all(one.work is None for one in held.get(number, ())) for number in numbers)
        yield "back-references to no work: left", left, len(numbers)


def _answer(number: int, part: Part, one: Found | None, wanted: Sequence[Found], simple: bool) -> Answer:
    where = f"note {number}: {part.form}"
    if one is None:
        return Answer(part.form, None, simple, f"{where} is not found; gold means note {part.source or number}")
    shown = one.text if len(one.text) <= _SHOWN else f"{one.text[:_SHOWN]}…"
    if one.work is None:
        told = one.told[0] if one.told else "no finding says why"
        return Answer(part.form, None, simple, f"{where} is not answered: {shown}: {told}")
    if one.work in works_meant(one, wanted):
        return Answer(part.form, True, simple)
    means = f"{one.work}, gold means note {part.source or number}"
    return Answer(part.form, False, simple, f"{where} is wrong: {shown}: {means}")


def works_meant(one: Found, wanted: Sequence[Found]) -> set[str]:
    """Give the works of those references of a note that share most names with the one that points there.

    Where it has full references, only those.
    """
    names = {word for word in _words(one.text) if word not in _UNSAID}
    held = [other for other in wanted if other.form == "full" and other is not one] or list(wanted)
    shared = [len(names & set(_words(other.text))) for other in held]
    meant = [other for other, often in zip(held, shared, strict=True) if often == max(shared)]
    return {work for other in meant for work in (other.work, other.via) if work}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text) if word[0].isupper()]


def _aligned(parts: Sequence[Part], found: Sequence[Found], held: Mapping[int, Sequence[Found]]) -> list[Found | None]:
    """Give each reference of gold the one found that it is, in order: most forms, and names of sources, are equal."""
    best: list[list[tuple[float, int | None]]] = [[(0.0, None)] * (len(found) + 1) for _ in range(len(parts) + 1)]
    for i in range(len(parts) - 1, -1, -1):
        for j in range(len(found) - 1, -1, -1):
            alike = 1.0 if _class(found[j].form) == parts[i].form else 0.1
            alike += 0.05 * _shares(found[j], held.get(int(parts[i].source or -1), ()))
            best[i][j] = max(
                (best[i + 1][j + 1][0] + alike, 2), (best[i][j + 1][0], 1), (best[i + 1][j][0], 0), key=lambda it: it[0]
            )
    aligned: list[Found | None] = []
    i = j = 0
    while i < len(parts):
        step = best[i][j][1] if j < len(found) else 0
        if step == 1:
            j += 1
            continue
        aligned.append(found[j] if step == 2 else None)
        i, j = i + 1, j + (step == 2)
    return aligned


def _shares(one: Found, source: Iterable[Found]) -> bool:
    """Tell whether a reference has a name that the note which is its source has."""
    names = {word for word in _words(one.text) if word not in _UNSAID}
    return any(names & set(_words(other.text)) for other in source)


def _simple(asked: dict[int, Note], number: int) -> str | None:
    """Give the note that the simple rule ends at: the last reference of the note before, and so on."""
    before = number - 1
    while before in asked and (parts := asked[before].references()):
        if parts[-1].form == "full":
            return str(before)
        if parts[-1].form == "short":
            return parts[-1].source
        before -= 1
    return None


def _broken(asked: dict[int, Note], held: dict[int, list[Found]]) -> Iterator[tuple[str, int, int]]:
    """Count the broken chains of which a finding names the note that the author evidently meant."""
    meant = [
        (number, int(part.intended_source))
        for number, note in asked.items()
        for part in note.references()
        if part.intended_source
    ]
    if meant:
        told = sum(
            any(re.search(rf"\bnote {source}\b", message) for one in held.get(number, []) for message in one.told)
            for number, source in meant
        )
        yield "broken chains told of", told, len(meant)
