"""What a cue of attribution is, and a word of the sentence that it stands in."""

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’-](?=[^\W_]))*")
"""A word with what apostrophes and hyphens join to it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue; offsets in the passage's text.

    `frame` is that of `words/speech-verbs.tsv`, or phrase or noun. `form` is finite, gerund, infinitive or passive.
    `subject_end` is where the words before it end that belong to it, so that its subject stands before.
    `holder` is the stretch in which a phrase or noun names the speaker. `foreign`: a verb of another language than
    English, whose subject stands behind it as often as before.
    """

    start: int
    end: int
    frame: str
    form: str
    base: str
    subject_end: int
    holder: tuple[int, int] | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, outside quotation marks."""

    start: int
    end: int
    low: str
