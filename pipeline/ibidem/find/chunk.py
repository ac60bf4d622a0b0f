"""What finders of actors hand to one another inside one passage: words, and chunks of words."""

from collections.abc import Sequence
from dataclasses import dataclass

from ibidem.find.token import Token


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of words (indices, half-open) that names a collective, a state or a body.

    `core` is what it is apart from the state it belongs to, in small letters ("border troops");
    `name` is a name known from a list; `states` are codes of words/states.tsv; `article` is the word
    before: the, a or nothing.
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

    `small` are printed without a capital too, `named` with one inside a sentence; `cited` stand first in
    a note and can be an author's name.
    """

    small: frozenset[str]
    named: frozenset[str] = frozenset()
    cited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scene:
    """One passage, in words; `headline` where capitals mean nothing because every word has one."""

    tokens: Sequence[Token]
    setting: Setting
    headline: bool
    shouted: bool

    def joined(self, index: int) -> bool:
        """Tell whether the word at the index is there and goes on from the word before."""
        return index < len(self.tokens) and self.tokens[index].joined

    def article(self, index: int) -> str:
        """Give the article that stands before the word at the index: the, a, or nothing."""
        if index == 0 or not self.tokens[index].joined:
            return ""
        word = self.tokens[index - 1].low
        return {"the": "the", "a": "a", "an": "a", "another": "a"}.get(word, "")
