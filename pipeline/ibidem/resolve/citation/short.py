"""References that have the shape of a short form: whether they are one, what was cited before decides."""

import re

from ibidem.cited import Fields, Name
from ibidem.finding import Code
from ibidem.parse.fields import flat
from ibidem.parse.letters import UPPER
from ibidem.parse.reference import ParsedReference
from ibidem.parse.reporter import Named
from ibidem.parse.short import Short
from ibidem.parse.sign import start_of
from ibidem.parse.signal import find_signal
from ibidem.parse.type import is_known
from ibidem.resolve.citation.naming import by_name, by_opening, by_title, candidates, only, opening, run_in
from ibidem.resolve.citation.seen import Link, Past, Seen, Words
from ibidem.resolve.likeness import content_words, plain_words


def not_cited(where: str) -> Link:
    """Say that no work in the place named fits."""
    return Link(None, Code.SHORT_FORM_UNRESOLVED, f"no work in the {where} fits")


def as_named(named: Named | None, past: Past) -> Link | None:
    """Take a name with a volume, or with `at`, for a short form where one work bears the name; else None.

    `Verizon, 740 F.3d at 645` after `Verizon v. FCC, 740 F.3d 623`: the volume must be the same, unless the name is the
    very one that a work was given.
    """
    if named is None:
        return None
    words = plain_words(named.name)
    exact = [seen for seen in past.aliases.named(words) if seen.group is not None and not _elsewhere(seen, named.key)]
    if named.key is not None:
        held = [seen for seen in past.aliases.in_volume(named.key) if seen.group is not None]
        fits = [seen for seen in exact if seen in held] or [seen for seen in held if _holds(seen, words, past)]
        if fits:
            return only(fits, "the notes before")
    if len({seen.group for seen in exact}) == 1:
        return Link(exact[0])
    if exact:
        return only(exact, "the notes before")
    link = by_title(named.name, past) if named.key is None and len(content_words(named.name)) > 1 else None
    return link or (not_cited("notes before") if named.sure else None)


def _elsewhere(seen: Seen, key: tuple[str, str] | None) -> bool:
    """Tell whether a reference is printed in the series of a volume, but in other volumes of it."""
    return key is not None and key not in seen.volumes and any(series == key[1] for _, series in seen.volumes)


_LOCATED = re.compile(
    r",\s(?=(?:pp?|S|С|fols?|Bl|arts?|paras?|Rn|Rz|ch|no|n)\b\.?\s?\d|[§¶\d])|\sat\s|\s(?=\[?\d{1,4}\]?[.\s]*$)"
)


def as_alias(text: str, past: Past) -> tuple[Link, str, str | None] | None:
    """Take a reference that opens with the very short name that one work was given for a short form of it.

    Give the link, what follows the name, and the signal.
    """
    plain = flat(text)
    signal = find_signal(plain)
    start = signal[1] if signal else 0
    located = _LOCATED.search(plain, start)
    end = located.start() if located else len(plain)
    named = past.aliases.named(plain_words(plain[start:end])) if end - start < 100 else []
    groups = {seen.group for seen in named}
    if len(groups) != 1 or None in groups:
        return None
    return Link(named[0]), plain[end:], signal[0] if signal else None


def _holds(seen: Seen, words: Words, past: Past) -> bool:
    return run_in(words, past.texts.get(seen.key, ()))


def as_short(short: Short | None, parsed: ParsedReference | None, past: Past, *, dated: bool = False) -> Link | None:
    """Take a reference for a short form where one work cited before fits it; None where it names its work itself.

    `Henriques, "Dread Bodies", 200` after a full reference to it. What has the shape of a short form, family
    names alone, and fits no work or several, is one that cannot be resolved. `dated` says that a year is printed.
    """
    if short is not None:
        link = by_name(short.names, short.title, short.year, past)
        if link.target is None and short.after and not short.title:
            titled_so = by_name(short.names[:1], short.after, short.year, past)
            link = titled_so if titled_so.target else link
        bare = not short.title and not short.year and not is_known(short.names[0].literal)
        if bare or link.target is not None or link.code is Code.SHORT_FORM_AMBIGUOUS:
            return link
    return _unmarked(parsed.source.fields, past, dated=dated) if parsed else None


_FEWEST = 3
_PLACES = frozenset(
    {"p", "pp", "s", "ss", "f", "ff", "vol", "bd", "ch", "chap", "kap", "cap", "art", "no", "n", "с", "т"}
    | {"table", "tables", "tab", "fig", "figure", "figures", "abb", "map", "plate", "app", "appendix", "par", "note"}
)
"""Words that stand before the number of a place."""
NAMED = re.compile(
    rf"[*\s]*(?:(?:Col|Gen|Capt|Maj|Lt|Dr|Prof|Sir|Lord)\.?\s)?(?:[{UPPER}][\w'’-]+\s){{0,2}}(?:(?:van|von|de|der|den|du|la|le|di|del|da)\s){{0,2}}(?P<family>[{UPPER}][\w'’-]+)"
    rf"(?:(?:\s?/\s?|\s(?:und|and|u\.|et|y|e|&)\s)[{UPPER}][\w'’-]+){{0,3}}"
    rf"(?:,\s|\s(?:[{UPPER}]\.\s?){{1,3}})(?=[\"‘*]?[{UPPER}])"
)
"""A family name, with particles and companions, before a title."""


_INSIDE = re.compile(rf",\s(?:[Ii]n:?|dans|en)\s(?=[*\"]?[{UPPER}])")
"""What a piece stands in is no short title: `Nachwort, in: Salden, Briefe`."""


def as_unknown(text: str, parsed: ParsedReference, past: Past, *, dated: bool) -> Link | None:
    """Say of a name and a title without date and imprint that it is a short form, where the name was cited before.

    None of the works cited under the name fits: to make a new work of it would be a guess.
    """
    fields = parsed.source.fields
    if (
        dated
        or _INSIDE.search(text)
        or not _is_bare(fields, volume=True)
        or parsed.hosts
        or fields.type == "manuscript"
    ):
        return None
    named = NAMED.match(text, start_of(flat(text)))
    groups = _under(named["family"], past) if named else []
    if not named or not groups:
        return None
    held = [past.firsts[group] for group in groups]
    said = _without_numbers(plain_words(text[named.end() :]))
    fits = [seen for seen in held if len("".join(said)) >= _FEWEST and run_in(said, past.texts.get(seen.key, ()))]
    if len({seen.group for seen in fits}) == 1:
        return Link(fits[0])
    why = f"no title of {len(groups)} {'work' if len(groups) == 1 else 'works'} under the name fits, {candidates(held)}"
    return Link(None, Code.SHORT_FORM_UNRESOLVED, why)


def _under(family: str, past: Past) -> list[int]:
    """Give the works that were cited under a family name, as it was read or as it is printed."""
    read = (group for group in past.works.by_family(family) if group in past.firsts)
    return sorted({*opening((Name(family),), past), *read})


def _without_numbers(words: Words) -> Words:
    """Give the words of a short title without the places behind it."""
    last = max((at for at, word in enumerate(words, start=1) if word.isalpha() and word not in _PLACES), default=0)
    return words[:last]


_FORMED = frozenset(
    {"manuscript", "legal_case", "legislation", "treaty", "document", "interview", "newspaper", "broadcast"}
)
"""The types of sources that are told by their form, and not by the first words of a title."""


def _unmarked(fields: Fields, past: Past, *, dated: bool) -> Link | None:
    """Find what a reference without date and imprint stands for: by its short title, or by name and title."""
    people = fields.authors or fields.editors
    said = fields.title or fields.container
    by_own = by_title(said, past) if said and not people and not fields.date else None
    if by_own is None and said and not people and _is_bare(fields):
        by_own = _by_same(said, past)
    if by_own is None and said and not people and _is_bare(fields, volume=True):
        held = [past.firsts[group] for group in past.works.inside(said) if group in past.firsts]
        by_own = only(held, "the notes before") if held else None
        if by_own is None and _is_bare(fields) and fields.type not in _FORMED:
            by_own = by_opening(said, past)
    if by_own is not None or not _is_bare(fields, volume=bool(people) and not fields.container):
        return by_own
    link = by_name(people, said, None, past)
    if link.target is not None or link.code is Code.SHORT_FORM_AMBIGUOUS:
        return link
    alone = bool(people) and all(name.given is None and len(name.literal.split()) < 3 for name in people)
    return link if alone and not fields.container and not dated else None


def _by_same(title: str, past: Past) -> Link | None:
    """Find the one work with the title by whom the reference before in the same note cites: `; "Custom", 41`."""
    group = past.here[-1].group if past.here else None
    people = (
        next((fields.authors for fields in past.works.named(group) if fields.authors), ()) if group is not None else ()
    )
    link = by_name(people, title, None, past) if people else None
    return link if link and link.target else None


def _is_bare(fields: Fields, *, volume: bool = False) -> bool:
    """Tell whether neither date nor imprint nor number is printed; short forms may have a volume."""
    numbers = () if volume else (fields.volume, fields.issue, fields.number)
    return not any((fields.date, fields.publisher, fields.place, *numbers)) and not fields.container_editors
