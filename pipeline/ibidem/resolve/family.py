"""The word by which people are called: of their family names, whichever way a name is printed."""

import re

from ibidem.cited import Fields, Name
from ibidem.resolve.likeness import plain_words

_INITIALS = re.compile(r"^[^\W\d_]{2,}(?:-[^\W\d_]+)?,?(?:\s?[^\W\d_]\.){1,3}$")


def families(fields: Fields) -> tuple[str, ...]:
    """Give the last plain word of each author's and editor's family name, or of the whole name."""
    names = (*fields.authors, *fields.editors, *fields.container_editors)
    return tuple(dict.fromkeys(word for name in names if (word := family_word(name))))


def family_word(name: Name) -> str | None:
    """Give the last plain word of a family name; the first of a name that ends in initials: `Петрова Н. И.`."""
    printed = name.family or name.literal
    words = plain_words(printed)
    return (words[0] if len(words) > 1 and _INITIALS.search(printed) else words[-1]) if words else None
