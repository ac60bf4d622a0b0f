"""What is known of the references gone through so far, and what a form may point at among them."""

from dataclasses import dataclass, field

from ibidem.cited import Name
from ibidem.finding import Code
from ibidem.resolve.likeness import plain_words
from ibidem.resolve.work import WorkIndex

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A reference that was gone through: its place, its work's group (None if unresolved), the names printed.

    `aliases` are the words of the short names that it gives its work: `(the Dearing report)`, `[hereinafter X]`.
    `aside` says that it stands in brackets behind another one, which it is quoted in. `place` counts notes from 0;
    `volumes` are those of law reports and series that it is printed in, `pages` the first ones there. `opening` is
    how it begins as printed; `full` says that it names its work itself.
    """

    key: str
    number: int
    section: str | None
    group: int | None
    names: tuple[Name, ...]
    aliases: tuple[Words, ...] = ()
    aside: bool = False
    place: int = -1
    volumes: tuple[tuple[str, str], ...] = ()
    pages: tuple[str, ...] = ()
    opening: str = ""
    full: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """What a form points at: the reference seen and its work, or the code of why it points at nothing.

    `listed` says that it is an entry of a list beside the notes, `same_place` that the place is meant too (loc. cit.).
    """

    target: Seen | None
    code: Code | None = None
    why: str = ""
    listed: bool = False
    same_place: bool = False


@dataclass(slots=True)
class Aliases:
    """The short names that works were given, by their first word and by the volume that they are printed in."""

    _words: dict[str, list[tuple[Words, Seen]]] = field(default_factory=dict)
    _volumes: dict[tuple[str, str], list[Seen]] = field(default_factory=dict)
    _openings: dict[str, list[Seen]] = field(default_factory=dict)

    def add(self, seen: Seen, opening: Words) -> None:
        """File a reference under the short names that it gives, its volumes, and the words that it opens with."""
        for word in dict.fromkeys(opening):
            self._openings.setdefault(word, []).append(seen)
        for alias in seen.aliases:
            for word in dict.fromkeys(alias):
                self._words.setdefault(word, []).append((alias, seen))
        for volume in seen.volumes:
            self._volumes.setdefault(volume, []).append(seen)

    def named(self, words: Words) -> list[Seen]:
        """Give the references that gave their work exactly these words as its name, in order."""
        return [seen for alias, seen in self._words.get(words[0], ()) if alias == words] if words else []

    def naming(self, words: Words) -> list[tuple[Words, Seen]]:
        """Give the names that hold the first of the words, each with its reference."""
        return self._words.get(words[0], []) if words else []

    def opening(self, word: str) -> list[Seen]:
        """Give the references that have a word among their first."""
        return self._openings.get(word, [])

    def in_volume(self, volume: tuple[str, str]) -> list[Seen]:
        """Give the references printed in a volume."""
        return self._volumes.get(volume, [])


@dataclass(frozen=True, slots=True)
class Past:
    """The references before the one at hand: all by note, and those of this note so far.

    `order` says of each work when it was cited last, `doubts` of a family name when a short title under it last fitted
    no work, and in which note.
    """

    notes: dict[tuple[str | None, int], list[Seen]]
    last: tuple[Seen, ...]
    here: tuple[Seen, ...]
    works: WorkIndex
    firsts: dict[int, Seen]
    aliases: Aliases
    texts: dict[str, Words]
    order: dict[int, int] = field(default_factory=dict)
    doubts: dict[str, tuple[int, int]] = field(default_factory=dict)


def printed_words(text: str) -> Words:
    """Give the words of a reference as printed, for names that stand anywhere in it."""
    return plain_words(text[:400])
