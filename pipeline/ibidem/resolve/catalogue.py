"""The works, agents and places that references name, as items of the record: one normal form out of many prints."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ibidem.cited import Agent, Fields, Name, Place, Work
from ibidem.document import Mention
from ibidem.iri import slug, unique_slugs
from ibidem.parse.fields import Piece
from ibidem.parse.type import is_known
from ibidem.resolve.agent import Roster, fullness
from ibidem.resolve.likeness import content_words, plain_words
from ibidem.resolve.sameness import PERIODICAL
from ibidem.resolve.work import BOOKISH, OF_BOOK, Group, Printing, Role, WorkIndex
from ibidem.words import read_words

_KEY_WORDS = 12
T = TypeVar("T")
Locate = Callable[[str, int, int], Mention]
"""Give the mention of a range of a reference's reading: the reference's key, start and end."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The items made of an index of works, and the key of each of its groups."""

    works: tuple[Work, ...]
    agents: tuple[Agent, ...]
    places: tuple[Place, ...]
    keys: tuple[str, ...]


def make_catalogue(index: WorkIndex, locate: Locate) -> Catalogue:
    """Make works, agents and places of the groups; each value is the one printed most often, the first of equals.

    A container that only a misprint names, so that no merged work stands in it, is left out.
    """
    merged = [merge_fields(group) for group in index.groups]
    keys = work_keys(merged)
    roster = Roster()
    held = [_most(number for number in group.containers if number is not None) for group in index.groups]
    people = [
        _enrolled(roster, group, fields, locate) if number in held or _is_cited(group) else {}
        for number, (group, fields) in enumerate(zip(index.groups, merged, strict=True))
    ]
    agents = roster.agents()
    places: dict[str, Place] = {}
    works = []
    for group, fields, key, roles, inside in zip(index.groups, merged, keys, people, held, strict=True):
        if roles:
            _file_place(places, group, fields, locate)
            people_of = {role: tuple(agents[number].key for number in numbers) for role, numbers in roles.items()}
            container = keys[inside] if inside is not None else None
            works.append(_work(key, group, fields, people_of, container, locate))
    return Catalogue(tuple(works), agents, tuple(places.values()), keys)


def _work(
    key: str, group: Group, fields: Fields, people: dict[str, tuple[str, ...]], container: str | None, locate: Locate
) -> Work:
    return Work(
        key=key,
        type=fields.type,
        authors=people["author"],
        editors=people["editor"],
        title=fields.title,
        titles=_other_titles(group, fields.title),
        container=container,
        volume=fields.volume,
        issue=fields.issue,
        number=fields.number,
        date=fields.date,
        place=slug(fields.place) if fields.place else None,
        publisher=next(iter(people["publisher"]), None),
        pages=fields.pages,
        mentions=tuple(dict.fromkeys(_mention(printing, locate) for printing in group.printings)),
        rules=_rules(group),
        translators=people["translator"],
        **{name: getattr(fields, name) for name in _PLAIN},
    )


_PLAIN = ("edition", "series", "url", "doi", "isbn", "accessed", "archive", "genre", "note")
"""What a work has as its printings say it."""


def _is_cited(group: Group) -> bool:
    return any(printing.role is not Role.CONTAINER for printing in group.printings)


def _enrolled(roster: Roster, group: Group, fields: Fields, locate: Locate) -> dict[str, list[int]]:
    """Put the people and the publisher of a work on the roster, each with where it is named."""
    publisher = (Name(fields.publisher),) if fields.publisher else ()
    people = (("author", fields.authors), ("editor", fields.editors), ("translator", fields.translators))
    named = (*people, ("publisher", publisher))
    return {
        role: [
            roster.add(
                name, _named_at(group, role, rank, len(names), locate), person=role == "editor" and _is_word(name)
            )
            for rank, name in enumerate(names)
        ]
        for role, names in named
    }


def _is_word(name: Name) -> bool:
    """Tell whether a name is one word that is no acronym: an editor of that name is a person."""
    return name.literal[1:].islower() and " " not in name.literal


def _named_at(group: Group, role: str, rank: int, count: int, locate: Locate) -> Iterator[Mention]:
    """Give the places of a name; where no print has as many as were merged, the whole of the first."""
    found = False
    for printing in group.printings:
        pieces: list[Piece] = [piece for piece in printing.source.pieces if piece.name == role]
        if len(pieces) == count:
            found = True
            yield locate(printing.reference, pieces[rank].start, pieces[rank].end)
    if not found:
        yield _mention(group.printings[0], locate)


def _file_place(places: dict[str, Place], group: Group, fields: Fields, locate: Locate) -> None:
    if not fields.place:
        return
    mentions = tuple(_named_at(group, "place", 0, 1, locate))
    key = slug(fields.place)
    known = places.get(key)
    if known is not None:
        mentions = tuple(dict.fromkeys((*known.mentions, *mentions)))
    places[key] = Place(key, known.name if known else fields.place, mentions, ("place-imprint",))


def _rules(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_RULES[printing.role] for printing in group.printings))


_RULES = {Role.CITED: "work-cited", Role.VIA: "work-via", Role.CONTAINER: "work-container"}


def _mention(printing: Printing, locate: Locate) -> Mention:
    source = printing.source
    title = next((piece for piece in source.pieces if piece.name == "title"), None)
    # Idem stands for a container that is not printed.
    if printing.role is Role.CONTAINER and title is not None:
        return locate(printing.reference, title.start, title.end)
    return locate(printing.reference, source.start, source.end)


def work_keys(works: Iterable[Fields]) -> tuple[str, ...]:
    """Make the keys of works: family names, year and title, or what stands for a title."""
    return unique_slugs(((_label(fields), _context(fields)) for fields in works), words=_KEY_WORDS)


def _label(fields: Fields) -> str:
    people = fields.authors or (fields.editors if fields.type != PERIODICAL else ())
    named = [people[0].family or people[0].literal] if people else []
    if len(people) == 2:
        named.append(people[1].family or people[1].literal)
    year = [fields.date.edtf[: 10 if not fields.title else 4]] if fields.date else []
    if fields.title:
        return " ".join([*named, *year, fields.title])
    numbers = (fields.volume, fields.issue or fields.number)
    return " ".join([*named, fields.container or "", *year, *(number for number in numbers if number)])


def _context(fields: Fields) -> str:
    return repr((fields.title, fields.container, fields.volume, fields.issue, fields.number, fields.date))


def merge_fields(group: Group) -> Fields:
    """Choose each value of a work among its printings: the one printed most often, the first of equals."""
    printed = [printing.source.fields for printing in group.printings]
    own = [printing.source.fields for printing in group.printings if printing.role is not Role.CONTAINER] or printed
    imprinted = [fields for fields in printed if not (fields.container and fields.type in BOOKISH)]
    return Fields(
        type=_most(fields.type for fields in own) or "book",
        authors=_people([fields.authors for fields in printed]),
        editors=_people([fields.editors for fields in printed]),
        title=_title([fields.title for fields in printed if fields.title], serial=own[0].type == PERIODICAL),
        container=_title([fields.container for fields in printed if fields.container], serial=True),
        container_editors=_people([fields.container_editors for fields in printed]),
        volume=_most(fields.volume for fields in printed if fields.volume),
        issue=_most(fields.issue for fields in printed if fields.issue),
        number=_most(fields.number for fields in printed if fields.number),
        date=_most((fields.date for fields in printed if fields.date), key=lambda date: date.edtf),
        place=_most(fields.place for fields in imprinted if fields.place),
        publisher=_most(fields.publisher for fields in imprinted if fields.publisher),
        pages=_most(fields.pages for fields in printed if fields.pages),
        translators=_people([fields.translators for fields in printed]),
        **_merged(printed, imprinted),
    )


def _merged(printed: Sequence[Fields], imprinted: Sequence[Fields]) -> dict[str, Any]:
    """Choose what works have as printed; what stands in the imprint of a book is none of its chapters'."""
    chosen: dict[str, Any] = {}
    for name in _PLAIN:
        held = (getattr(fields, name) for fields in (imprinted if name in OF_BOOK else printed))
        chosen[name] = _most((value for value in held if value), key=str)
    return chosen


def settled(text: str) -> str:
    """Write what is printed in capitals throughout, two words or more, with capitals at the start of its words."""
    if not text.isupper() or len(text.split()) < 2:
        return text
    words = [word if "." in word[:-1] else _WORD.sub(_capital, word) for word in text.split()]
    small = [word.casefold() if word.casefold() in read_words("title-words") else word for word in words]
    kept = [word if not at or words[at - 1].endswith((":", "?", "!")) else small[at] for at, word in enumerate(words)]
    return " ".join(kept)


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _capital(match: re.Match[str]) -> str:
    return match.group().capitalize()


def _person(name: Name) -> Name:
    if not name.literal.isupper() or name.family is None or name.given is None:
        return name
    family, given = settled(f"X {name.family}")[2:], settled(f"X {name.given}")[2:]
    return Name(f"{given} {family}", family, given)


def _most(values: Iterable[T], *, key: Callable[[T], object] = lambda value: value) -> T | None:
    """Give the value that comes most often, the first of equals."""
    held = list(values)
    often = Counter(key(value) for value in held)
    return max(held, key=lambda value: often[key(value)], default=None)


def _title(printed: Sequence[str], *, serial: bool) -> str | None:
    """Choose the wording printed most often, and of its prints the one with most capitals.

    Of a serial's names those with the same words, small ones apart, count as one; the fullest is taken, and
    an article at the start only where most prints have it.
    """
    words = content_words if serial else plain_words
    wording = _most(printed, key=words)
    if wording is None:
        return None
    same = [title for title in printed if words(title) == words(wording)]
    if serial:
        same = [title for title in printed if is_known(title)] or same
        articled = sum(_article(title) != "" for title in same) * 2 > len(same)
        if not articled:
            same = [title[len(_article(title)) :] for title in same]
        fullest = max(len(plain_words(title)) for title in same)
        same = [title for title in same if len(plain_words(title)) == fullest]
    return settled(max(same, key=_capitals))


def _article(title: str) -> str:
    first, space, _ = title.partition(" ")
    return first + space if space and first.casefold() in read_words("articles") else ""


def _capitals(title: str) -> int:
    words = title.split()
    return sum(word[:1].isupper() for word in words) if any(char.islower() for char in title) else 0


def _other_titles(group: Group, chosen: str | None) -> tuple[str, ...]:
    printed = dict.fromkeys(printing.source.fields.title for printing in group.printings)
    return tuple(title for title in printed if title and title != chosen)


def _people(lists: Sequence[tuple[Name, ...]]) -> tuple[Name, ...]:
    """Choose the people printed most often, and for each the fullest print of the name."""
    held = [people for people in lists if people]
    families = _most(tuple(plain_words(name.family or name.literal) for name in people) for people in held)
    same = [people for people in held if tuple(plain_words(name.family or name.literal) for name in people) == families]
    return tuple(_person(max(names, key=fullness)) for names in zip(*same, strict=True)) if same else ()
