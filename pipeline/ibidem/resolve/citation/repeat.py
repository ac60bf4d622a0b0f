"""Works that are cited in full again: by the same volume and page, or by an entry of the paper's own list."""

import re
from dataclasses import dataclass

from ibidem.cited import Fields
from ibidem.document import BIBLIOGRAPHY
from ibidem.parse.fields import flat
from ibidem.parse.reporter import find_reported
from ibidem.parse.sign import start_of
from ibidem.resolve.citation.seen import Past, Seen, Words, printed_words
from ibidem.resolve.family import family_word
from ibidem.resolve.likeness import content_words

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Known:
    """The group of the work that a full reference cites again, and whether for certain."""

    group: int
    certain: bool


def same_print(text: str, past: Past) -> Known | None:
    """Give the one work that stands at the very volume and page, and whose reference opens alike."""
    reported = next((found for found in find_reported(text) if not found.at), None)
    if reported is None:
        return None
    words = printed_words(text[start_of(flat(text)) :])
    held = past.aliases.in_volume(reported.key)
    fits = {seen.group for seen in held if reported.page in seen.pages and _opens_alike(words, seen, past)}
    group = next(iter(fits), None)
    return Known(group, certain=True) if len(fits) == 1 and group is not None else None


def _opens_alike(words: Words, seen: Seen, past: Past) -> bool:
    """Tell whether a reference opens with the word that another opens with, or with its author's name."""
    return words[:1] == past.texts[seen.key][:1] or words[:1] in [(family_word(name),) for name in seen.names]


def listed(text: str, fields: Fields, past: Past) -> Known | None:
    """Give the one entry of the list beside the notes that a reference cites: by first name, title and year."""
    people = fields.authors or fields.editors
    words = set(printed_words(text))
    first = {family_word(name) for name in people[:1]} or words
    years = set(_YEAR.findall(text))
    fits = {
        seen.group
        for family in sorted(word for word in first if word)
        for seen in past.aliases.opening(family)
        if seen.section == BIBLIOGRAPHY and seen.group is not None and _is_entry(seen.group, words, years, past)
    }
    group = next(iter(fits), None)
    return Known(group, certain=False) if len(fits) == 1 and group is not None else None


def _is_entry(group: int, words: set[str], years: set[str], past: Past) -> bool:
    """Tell whether the words of an entry's title stand in a reference, and its year; short titles need the year."""
    for fields in past.works.named(group):
        title = content_words(fields.title or "")
        dated = fields.date is not None and fields.date.edtf[:4] in years
        undated = fields.date is None or not years
        if title and set(title) <= words and (dated or (undated and len(title) > 2)):
            return True
    return False
