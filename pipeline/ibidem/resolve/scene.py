"""A passage as the finder of speakers sees it: its sentences, what is quoted in it, who is named where."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from ibidem.document import Passage
from ibidem.parse.attribution import find_cues, sentence_words
from ibidem.parse.cue import Cue, Word
from ibidem.parse.date import FoundDate
from ibidem.parse.passage import passage_dates, passage_sentences
from ibidem.resolve.mention import ActorIndex, ActorMention
from ibidem.sentence import outermost, sentence_at, sentences_around
from ibidem.story import ActorType

_PRONOUN = re.compile(
    r"(?:^|(?<=[^\w’'-]))(?:he|she|they|it|er|sie|il|elle|egli|lei|él|ella|он|она|они)\s?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Named:
    """A place of the passage at which one or, where a phrase names several at once, more actors are named."""

    start: int
    end: int
    mentions: tuple[ActorMention, ...]

    @property
    def person(self) -> bool:
        """Tell whether it is a person that is named."""
        return self.mentions[0].type is ActorType.PERSON

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the keys of the actors."""
        return tuple(dict.fromkeys(mention.actor_key for mention in self.mentions))


@dataclass(slots=True)
class Scene:
    """One passage; made by `Scene.of`. `quoted` are the outermost quotations with their marks, ascending.

    A sentence goes on to the end of a quotation that it opens.
    """

    passage: Passage
    text: str
    quoted: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    named: tuple[Named, ...]
    _starts: tuple[int, ...]
    _dates: tuple[FoundDate, ...] | None = None
    _words: dict[tuple[int, int], tuple[Word, ...]] = field(default_factory=dict)
    _cues: dict[tuple[int, int], tuple[Cue, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, passage: Passage, *, quoted: tuple[tuple[int, int], ...], actors: ActorIndex) -> "Scene":
        """Prepare a passage, given the ranges of its quotations."""
        outer = outermost(quoted)
        bounds = passage_sentences(passage.text, tuple(at for at, _ in passage.markers))
        named = _named(passage, actors)
        starts = tuple(item.start for item in named)
        return cls(passage, passage.text, outer, sentences_around(bounds, outer), named, starts)

    def sentence(self, position: int) -> tuple[int, int]:
        """Give the sentence that the position falls in."""
        return sentence_at(self.sentences, position)

    def before(self, sentence: tuple[int, int]) -> tuple[int, int] | None:
        """Give the sentence before, None for the first."""
        index = bisect_left(self.sentences, sentence)
        return self.sentences[index - 1] if index else None

    def words(self, sentence: tuple[int, int]) -> tuple[Word, ...]:
        """Give the words of a sentence that are not quoted."""
        if sentence not in self._words:
            self._words[sentence] = sentence_words(self.text, *sentence, quoted=self.quoted_in(sentence))
        return self._words[sentence]

    def cues(self, sentence: tuple[int, int]) -> tuple[Cue, ...]:
        """Give the cues of attribution in a sentence."""
        if sentence not in self._cues:
            self._cues[sentence] = find_cues(self.text, self.words(sentence), sentence[1])
        return self._cues[sentence]

    def words_between(self, sentence: tuple[int, int], start: int, end: int) -> tuple[Word, ...]:
        """Give the words of a sentence that begin between two offsets."""
        words = self.words(sentence)
        first = bisect_left(words, start, key=lambda word: word.start)
        return words[first : bisect_left(words, end, key=lambda word: word.start)]

    def cues_between(self, sentence: tuple[int, int], start: int, end: int) -> tuple[Cue, ...]:
        """Give the cues of a sentence that begin between two offsets."""
        cues = self.cues(sentence)
        first = bisect_left(cues, start, key=lambda cue: cue.start)
        return cues[first : bisect_left(cues, end, key=lambda cue: cue.start)]

    def dates(self, start: int, end: int) -> tuple[FoundDate, ...]:
        """Give the dates that stand between two offsets."""
        if self._dates is None:
            self._dates = passage_dates(self.text)
        first = bisect_left(self._dates, start, key=lambda date: date.start)
        last = bisect_left(self._dates, end, key=lambda date: date.start)
        return tuple(date for date in self._dates[first:last] if date.end <= end)

    def names(self, start: int, end: int) -> tuple[Named, ...]:
        """Give who is named between two offsets, outside quotations."""
        found = self.named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return tuple(item for item in found if item.end <= end and not self.is_quoted(item.start))

    def names_at(self, start: int) -> bool:
        """Tell whether a name begins at the offset."""
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._starts[index] == start

    def is_quoted(self, position: int) -> bool:
        """Tell whether the position lies inside a quotation."""
        index = bisect_right(self.quoted, (position, len(self.text) + 1)) - 1
        return index >= 0 and position < self.quoted[index][1]

    def quoted_between(self, start: int, end: int) -> bool:
        """Tell whether a quotation opens between two offsets."""
        index = bisect_right(self.quoted, (start, len(self.text) + 1))
        return index < len(self.quoted) and self.quoted[index][0] < end

    def pronoun(self, end: int, since: int) -> bool:
        """Tell whether "he", "she", "it" or "they" stands right before the offset."""
        return _PRONOUN.search(self.text, max(since, end - 6), end) is not None

    def quoted_in(self, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """Give the quotations of a sentence."""
        first = bisect_left(self.quoted, (sentence[0], 0))
        last = bisect_left(self.quoted, (sentence[1], 0))
        return self.quoted[first:last]


def _named(passage: Passage, actors: ActorIndex) -> tuple[Named, ...]:
    """Give the places at which actors are named, without those that lie inside a longer one."""
    if not passage.text:
        return ()
    groups: list[list[ActorMention]] = []
    for mention in actors.within(passage.span(0, len(passage.text))):
        if groups and groups[-1][0].span == mention.span:
            groups[-1].append(mention)
        elif not groups or not groups[-1][0].span.contains(mention.span):
            groups.append([mention])
    made = []
    for group in groups:
        span = group[0].span
        made.append(Named(passage.position(span.start), passage.position(span.end - 1) + 1, tuple(group)))
    return tuple(made)
