"""What a reference came to: its work or why it has none, and what is kept of it for those behind it."""

from dataclasses import dataclass

from ibidem.cited import Form, Name
from ibidem.parse.alias import find_aliases
from ibidem.parse.fields import flat
from ibidem.parse.reference import Source
from ibidem.parse.reporter import find_reported
from ibidem.parse.sign import start_of
from ibidem.resolve.citation.printed import Printed
from ibidem.resolve.citation.seen import Link, Seen
from ibidem.resolve.likeness import plain_words

_OPENING = 160
"""How much of a reference is kept as printed, in code points."""


@dataclass(slots=True)
class Cited:
    """What a reference resolves to: groups of works, locators, the chain, or the link that failed.

    `root` is the key of the first full reference where it is not that of the work: for a chapter of a book
    that was cited before.
    """

    form: Form
    antecedent: str | None = None
    group: int | None = None
    vias: tuple[int, ...] = ()
    locator: str | None = None
    own_locator: str | None = None
    source: Source | None = None
    link: Link | None = None
    signal: str | None = None
    root: str | None = None


def seen_of(one: Printed, its: Cited, defined: str | None) -> Seen:
    """Keep of a reference that was gone through what those behind it can point at."""
    source = its.source
    said = (*(find_aliases(one.text) if source else ()), *((defined,) if defined else ()))
    found = find_reported(one.text) if source else ()
    opening = one.text[start_of(flat(one.text)) :]
    return Seen(
        one.key,
        one.number,
        one.section,
        its.group,
        names=source.fields.authors or source.fields.editors if source else one.anaphor.names if one.anaphor else (),
        aliases=tuple(dict.fromkeys(words for name in said if (words := plain_words(name)))),
        aside=one.aside,
        place=one.place,
        volumes=tuple(dict.fromkeys(volume.key for volume in found)),
        pages=tuple(volume.page for volume in found if not volume.at),
        opening=opening[:_OPENING],
        full=source is not None,
    )


def _names(one: Printed, its: Cited) -> tuple[Name, ...]:
    if its.source is not None:
        return its.source.fields.authors or its.source.fields.editors
    return one.anaphor.names if one.anaphor else ()
