"""A reference as printed, read back in its place, and how references and pointers are named."""

from dataclasses import dataclass

from ibidem.candidate import Candidate
from ibidem.document import Document, Mention, Passage
from ibidem.parse.anaphor import Anaphor, parse_anaphor
from ibidem.parse.fields import flat
from ibidem.parse.signal import find_signal
from ibidem.parse.via import find_via


@dataclass(frozen=True, slots=True)
class Printed:
    """A reference as printed: where it stands, `text` as read, and the form if it stands for another.

    `place` is the note's place among all notes, `base` where the text starts in its passage; `aside` says that it
    stands in brackets behind another one.
    """

    key: str
    number: int
    section: str | None
    place: int
    index: int
    candidate: Candidate
    passage: Passage
    base: int
    text: str
    anaphor: Anaphor | None
    aside: bool = False

    @classmethod
    def of(cls, document: Document, candidate: Candidate) -> "Printed":
        """Read a candidate back in its passage; raise ValueError for one that stands in none."""
        passage = document.passage_at(candidate.span.start)
        if passage is None:
            raise ValueError(f"the reference at {candidate.span.start} stands in no passage")
        base = passage.position(candidate.span.start)
        text = passage.text[base : passage.position(candidate.span.end - 1) + 1]
        said = dict(candidate.features)
        number, index, section = int(said["number"]), int(said["index"]), said.get("section")
        key, place = reference_key(number, index, section), int(said["place"])
        anaphor = parse_anaphor(text[: second_hand(text)[0]])
        return cls(key, number, section, place, index, candidate, passage, base, text, anaphor, "aside" in said)

    def locate(self, document: Document, start: int, end: int) -> Mention:
        """Give the mention of a range of the text."""
        return document.mention(self.passage.span(self.base + start, self.base + end), passage=self.passage)


def reference_key(number: int, index: int, section: str | None) -> str:
    """Name a reference after its note and its place in it: `12`, `12-1`, `s2-12`."""
    return f"{pointer_key(number, section)}-{index}" if index else pointer_key(number, section)


def pointer_key(number: int, section: str | None) -> str:
    """Name a pointer after its number, and its section where numbers restart."""
    return str(number) if section is None else f"s{section}-{number}"


def second_hand(text: str) -> tuple[int, int]:
    """Give where a reference ends that another quotes, and where the other begins; the text's end without one."""
    signal = find_signal(text)
    start = signal[1] if signal else 0
    quoted = (cut for cut in find_via(flat(text)) if text[start : cut[0]].strip(" ,.*;:("))
    return next(quoted, (len(text), len(text)))
