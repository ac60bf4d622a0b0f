"""Read AnyStyle's core set: references whose every token has a label."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from pathlib import Path

from ibidem.parse.tagger.tokens import tokenise

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reference with one label for each token.

    `invented` ones teach forms, not words; `listed` ones are entries of reference lists, all others stand in notes.
    """

    text: str
    labels: tuple[str, ...]
    invented: bool = False
    listed: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Give the printed tokens."""
        return tuple(self.text[start:end] for start, end in tokenise(self.text))


def labelled(pieces: list[tuple[str, str]], *, joint: str = " ") -> Labelled:
    """Join printed pieces, each with its label, and label the tokens by their first letter or figure."""
    text, marks = "", []
    for label, printed in pieces:
        piece = " ".join(printed.split())
        if not piece:
            continue
        if text:
            text += joint
            marks += [""] * len(joint)
        text += piece
        marks += [label] * len(piece)
    return from_marks(text, marks)


def from_marks(text: str, marks: list[str]) -> Labelled:
    """Label the tokens of a text, each of whose characters has a label, by their first letter or figure."""
    labels = []
    for start, end in tokenise(text):
        first = next((at for at in range(start, end) if text[at].isalnum()), start)
        labels.append(marks[first])
    return Labelled(text, tuple(labels))


def read_core(path: Path = DATA / "anystyle" / "core.xml") -> list[Labelled]:
    """Read the references of the core set in the order of the file."""
    return [
        replace(labelled([(element.tag, element.text or "") for element in sequence]), listed=True)
        for sequence in ET.parse(path).getroot()
    ]


def parts(one: Labelled) -> list[tuple[str, str]]:
    """Give the runs of tokens of one label, as printed, with one space between."""
    found: list[tuple[str, str]] = []
    for word, label in zip(one.words, one.labels, strict=True):
        if found and found[-1][0] == label:
            found[-1] = (label, f"{found[-1][1]} {word}")
        else:
            found.append((label, word))
    return found
