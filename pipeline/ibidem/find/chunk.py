"""What finders of actors hand to one another inside one passage: words, and chunks of words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ibidem.find.term import Term
from ibidem.find.token import Token


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of words (indices, half-open) that names a collective, a state or a body.

    `core` is what it is apart from the state it belongs to, in small letters ("border troops"), the same
    for all that name one thing; `name` is a name known from a list; `states` are codes of
    words/states.tsv; `article` is the word before: the, a or nothing.
    """

    first: int
    last: int
    type: str
    rule: str
    core: str = ""
    name: str = ""
    states: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole paper tells of its words, all in small letters.

    `small` are printed without a capital too, `named` with one inside a sentence, `things` behind an article or
    "in"; `cited` stand first in a note and can be an author's name. `short` are the paper's own abbreviations, as
    printed; `companies` are words that the notes show to be no persons' names. Where `plain` is false, capitals are
    no sign of a name, as in German; `monsieur` tells that "M." goes before names; `language` is an ISO 639-1 code.
    """

    small: frozenset[str]
    named: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    cited: frozenset[str] = frozenset()
    short: Mapping[str, Term] = field(default_factory=dict)
    plain: bool = True
    monsieur: bool = False
    companies: frozenset[str] = frozenset()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One passage, in words; `headline` where capitals mean nothing because every word has one.

    `slanted` are the indices of the words set in italics, where the rest of the passage is not.
    """

    tokens: Sequence[Token]
    setting: Setting
    headline: bool
    shouted: bool
    slanted: frozenset[int] = frozenset()

    def joined(self, index: int) -> bool:
        """Tell whether the word at the index is there and goes on from the word before."""
        return index < len(self.tokens) and self.tokens[index].joined

    def low(self, index: int) -> str:
        """Give the word at the index in small letters, if it is there and goes on from the word before."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) and self.tokens[index].joined else ""

    def before(self, index: int) -> str:
        """Give the word before the one at the index in small letters, if that one goes on from it."""
        return self.tokens[index - 1].low if 0 < index < len(self.tokens) and self.tokens[index].joined else ""

    def article(self, index: int) -> str:
        """Give the article that stands before the word at the index: the, a, or nothing."""
        return {"the": "the", "a": "a", "an": "a", "another": "a"}.get(self.before(index), "")
