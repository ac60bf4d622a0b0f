"""The sentence that reports an instrument, as those who take part in it are read from it."""

from dataclasses import dataclass

from ibidem.document import Passage
from ibidem.parse.date import FoundDate
from ibidem.story import Act


@dataclass(frozen=True, slots=True)
class Report:
    """The sentence that reports an instrument: `verb` is the range of the act's verb, None where there is none.

    `start` and `end` bound the sentence, `left` and `right` the instrument's phrase, `possessor` whose it is;
    `dates` are those of the sentence.
    """

    passage: Passage
    start: int
    end: int
    left: int
    right: int
    verb: tuple[int, int] | None
    act: Act | None
    kind: str
    possessor: tuple[int, int] | None = None
    joint: bool = False
    dates: tuple[FoundDate, ...] = ()
