"""Tags: where a label's stretches touch or are short, their first token has a tag of its own.

A chain sees one label back: with `title` alone it can leave a title after any of its words at the same price. `B-title`
for the word that begins it, and `I-title` for those that go on (Ramshaw and Marcus 1995), tell how one begins.
"""

from collections.abc import Sequence

BEGINS, GOES_ON = "B-", "I-"
BEGUN = frozenset(
    (
        *("author", "editor", "title", "container-title", "journal"),
        *("publisher", "location", "genre", "note", "volume"),
    )
)
"""The labels whose first token has a tag of its own."""


def tags_of(labels: Sequence[str]) -> list[str]:
    """Give the tags of tokens, whose labels are known; neighbours of one label are one stretch."""
    found = []
    for label, before in zip(labels, ["", *labels], strict=False):
        found.append(label if label not in BEGUN else f"{GOES_ON if label == before else BEGINS}{label}")
    return found


def label_of(tag: str) -> str:
    """Give the label of a tag."""
    return tag[len(BEGINS) :] if tag.startswith((BEGINS, GOES_ON)) else tag
