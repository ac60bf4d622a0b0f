"""Whether a person's given name is a woman's or a man's."""

from functools import cache

from ibidem.words import read_words


def is_woman(name: str) -> bool:
    """Tell whether a person's name begins with a woman's given name."""
    return name.split()[0] in _women()


def is_man(name: str) -> bool:
    """Tell whether a person's name begins with a given name that no woman bears."""
    words = name.split()
    return len(words) > 1 and words[0] in _given() and words[0] not in _women() and words[0] not in read_words("unisex")


@cache
def _women() -> frozenset[str]:
    return frozenset((*read_words("women"), *read_words("women-more")))


@cache
def _given() -> frozenset[str]:
    return frozenset((*read_words("given"), *read_words("given-more")))
