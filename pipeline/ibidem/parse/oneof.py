"""A pattern for any of many words, as a tree of their letters: where none begins, a text is passed over at once."""

import re
from collections.abc import Iterable
from typing import Any

_END = ""
_FEWEST = 3


def one_of(words: Iterable[str], *, space: str = r"\s", cased: bool = False) -> str:
    r"""Write a pattern for any of the words, the longest first, with `\s` or another pattern for a space.

    It matches what the words parted by bars would, whether large letters count or not; `cased` says that they do.
    """
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    tree = _tree(listed)
    # Where words differ in large letters alone, which one is tried first may matter.
    folded = tree if cased else _tree(word.casefold() for word in listed)
    if len(listed) < _FEWEST or _END in tree or _size(tree) != _size(folded):
        return "|".join(re.escape(word).replace(r"\ ", space) for word in listed)
    first = "".join(r"\s" if letter == " " else re.escape(letter) for letter in tree)
    return f"(?=[{first}]){_written(tree, space)}"


def _tree(words: Iterable[str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return tree


def _size(tree: dict[str, Any]) -> int:
    return 1 + sum(_size(child) for child in tree.values())


def _written(tree: dict[str, Any], space: str) -> str:
    """Write what may follow: the longer words before the one that ends here."""
    ways = [
        (space if letter == " " else re.escape(letter)) + _written(child, space)
        for letter, child in tree.items()
        if letter != _END
    ]
    if not ways:
        return ""
    if _END in tree:
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
