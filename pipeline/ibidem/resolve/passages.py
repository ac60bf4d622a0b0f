"""Passages as the resolvers of treaties, events and claims read them: with their sentences and dates, each once."""

from dataclasses import dataclass, field

from ibidem.document import Passage
from ibidem.parse.date import FoundDate
from ibidem.parse.passage import passage_dates, passage_sentences
from ibidem.sentence import sentence_at


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with its sentences and dates."""

    passage: Passage
    sentences: tuple[tuple[int, int], ...]
    dates: tuple[FoundDate, ...]

    def sentence(self, position: int) -> tuple[int, int]:
        """Give the sentence that a position falls in."""
        return sentence_at(self.sentences, position)

    def before(self, sentence: tuple[int, int]) -> tuple[int, int]:
        """Give the sentence before another; the first one before itself."""
        return self.sentence(max(0, sentence[0] - 1))

    def after(self, sentence: tuple[int, int]) -> tuple[int, int]:
        """Give the sentence after another; the last one after itself."""
        return self.sentence(sentence[1])


@dataclass(frozen=True, slots=True)
class Readings:
    """The passages read so far."""

    _by_block: dict[int, Reading] = field(default_factory=dict)

    def of(self, passage: Passage) -> Reading:
        """Read a passage, once."""
        known = self._by_block.get(passage.block)
        if known is None:
            sentences = passage_sentences(passage.text, tuple(at for at, _ in passage.markers))
            known = self._by_block[passage.block] = Reading(passage, sentences, passage_dates(passage.text))
        return known
