"""Who stands behind the works cited: people and organisations, each once under the fullest name."""

from collections.abc import Iterable

from ibidem.cited import Agent, Name
from ibidem.document import Mention
from ibidem.iri import unique_slugs
from ibidem.resolve.likeness import plain_words

_RULES = ("agent-name",)


class Roster:
    """The agents named so far, by number; a name that fits exactly one of them is that agent's."""

    def __init__(self) -> None:
        """Start without agents."""
        self._names: list[Name] = []
        self._mentions: list[dict[Mention, None]] = []
        self._exact: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
        self._people: set[int] = set()
        self._families: dict[tuple[str, ...], list[int]] = {}

    def add(self, name: Name, mentions: Iterable[Mention], *, person: bool = False) -> int:
        """Put a name to its agent, a new one where none or several fit; give the agent's number.

        `person` says that the name is a person's, also where it has one word.
        """
        family, given = plain_words(name.family or name.literal), plain_words(name.given or "")
        number = self._exact.get((family, given))
        if number is None:
            fits = [known for known in self._families.get(family, []) if abbreviates(self._names[known], name)]
            number = fits[0] if len(fits) == 1 else self._new(family, name)
            self._exact[family, given] = number
        self._names[number] = max(self._names[number], name, key=fullness)
        self._mentions[number].update(dict.fromkeys(mentions))
        if person or name.family:
            self._people.add(number)
        return number

    def _new(self, family: tuple[str, ...], name: Name) -> int:
        self._names.append(name)
        self._mentions.append({})
        self._families.setdefault(family, []).append(len(self._names) - 1)
        return len(self._names) - 1

    def agents(self) -> tuple[Agent, ...]:
        """Give the agents in the order of their numbers; their keys are made of their names."""
        keys = unique_slugs((name.literal, repr(name)) for name in self._names)
        return tuple(
            Agent(key, "person" if number in self._people else "organisation", name, tuple(mentions), _RULES)
            for number, (key, name, mentions) in enumerate(zip(keys, self._names, self._mentions, strict=True))
        )


def fullness(name: Name) -> tuple[int, int, int]:
    """Say how far a name is written out: words that are no abbreviation, letters, and those that are small."""
    words = (name.given or "").split()
    whole = [word for word in words if len(word) > 1 and not word.endswith(".")]
    return len(whole), sum(map(len, words)), sum(char.islower() for char in name.literal)


def abbreviates(one: Name, other: Name) -> bool:
    """Tell whether the given names are the same, words such as `Mohd.` written out; initials are too little."""
    first, second = (one.given or "").split(), (other.given or "").split()
    if not first or len(first) != len(second):
        return False
    return all(_shortens(a, b) or _shortens(b, a) for a, b in zip(first, second, strict=True))


def _shortens(short: str, full: str) -> bool:
    a, b = "".join(plain_words(short)), "".join(plain_words(full))
    if a == b:
        return True
    if len(a) < 3 or len(a) >= len(b) or a[0] != b[0]:
        return False
    letters = iter(b)
    return all(letter in letters for letter in a) and (b.startswith(a) or a[-1] == b[-1])
