"""Whether two printed sources are one work, typing errors allowed."""

import re

from ibidem.cited import Fields, Name
from ibidem.resolve.family import families, family_word
from ibidem.resolve.likeness import content_words, near_word, near_words, plain_words, same_words

PERIODICAL = "periodical"
_DAY = len("1992-05-12")


def same_work(one: Fields, other: Fields) -> bool | None:
    """Tell whether two sources are one work: True for certain, False where typing errors are assumed, None if not.

    Without a title of their own (an issue of a newspaper) container, date and numbers must be equal.
    """
    if "manuscript" in (one.type, other.type) and _figures(one) != _figures(other):
        return None
    if PERIODICAL in (one.type, other.type):
        return same_container(one.title or "", other.title or "") if one.type == other.type else None
    if not one.title or not other.title:
        return _same_untitled(one, other) if not one.title and not other.title else None
    if _conflict(one, other):
        return None
    a, b = plain_words(one.title), plain_words(other.title)
    people = _same_people(one, other)
    if people is None:
        return None
    if same_words(a, b):
        return people
    if content_words(one.title) == content_words(other.title) or near_words(a, b):
        return False
    shorter, longer = sorted((a, b), key=len)
    subtitled = len(shorter) >= 2 and longer[: len(shorter)] == shorter and ":" in (one.title + other.title)
    return False if subtitled and families(one) and one.type == other.type else None


def _figures(fields: Fields) -> list[str]:
    """Give the figures of a title, which tell one file of an archive from another; else those of its shelf mark."""
    return re.findall(r"\d+", fields.title or fields.container or "")


def _same_untitled(one: Fields, other: Fields) -> bool | None:
    if (one.volume, one.issue, one.number) != (other.volume, other.issue, other.number):
        return None
    if (one.date.edtf if one.date else None) != (other.date.edtf if other.date else None):
        return None
    if families(one) != families(other) or not one.container or not other.container:
        return None
    if not (one.date or one.volume or one.issue or one.number) and one.container != other.container:
        return None
    return same_container(one.container, other.container)


def same_container(one: str, other: str) -> bool | None:
    """Compare two names of journals, newspapers or books: True, False for a typing error, None if they differ.

    A name may be printed with its subtitle after a comma or colon, and without its small words.
    """
    a, b = content_words(one), content_words(other)
    if same_words(a, b):
        return True
    for shorter, longer in ((one, other), (other, one)):
        cut = longer[len(shorter) : len(shorter) + 1]
        if len(shorter) > 3 and longer.casefold().startswith(shorter.casefold()) and cut in (",", ":", "("):
            return True
    return False if len(a) == len(b) and len("".join(a)) > 12 and near_words(a, b) else None


def _conflict(one: Fields, other: Fields) -> bool:
    """Tell whether printed facts set two sources of like titles apart."""
    years = [fields.date.edtf[:4] for fields in (one, other) if fields.date]
    if len(years) == 2 and years[0] != years[1]:
        return True
    days = {fields.date.edtf for fields in (one, other) if fields.date and len(fields.date.edtf) == _DAY}
    if len(days) > 1:
        return True
    if one.container and other.container:
        if same_container(one.container, other.container) is None:
            return True
    elif (one.type == "chapter") != (other.type == "chapter"):
        return bool(one.container or other.container) and not same_words(
            plain_words(one.title or ""), plain_words(other.title or "")
        )
    pairs = ((one.volume, other.volume), (one.issue, other.issue))
    return any(a and b and plain_words(a) != plain_words(b) for a, b in pairs)


def _same_people(one: Fields, other: Fields) -> bool | None:
    a, b = _people(one), _people(other)
    if not a or not b:
        return bool(a) == bool(b)
    if len(a) > len(b):
        a, b = b, a
    firsts = [_family(name) for name in a], [_family(name) for name in b]
    if firsts[0] == firsts[1][: len(firsts[0])]:
        return True if _given_agree(a, b) else None
    return False if all(near_word(x, y) for x, y in zip(*firsts, strict=False)) else None


def _people(fields: Fields) -> tuple[Name, ...]:
    return fields.authors or fields.editors


def _family(name: Name) -> str:
    return family_word(name) or ""


def _given_agree(one: tuple[Name, ...], other: tuple[Name, ...]) -> bool:
    """Tell whether no initial speaks against the same people."""
    for a, b in zip(one, other, strict=False):
        first, second = plain_words(a.given or ""), plain_words(b.given or "")
        if first and second and first[0][0] != second[0][0]:
            return False
    return True
