"""From stretches with labels to typed fields in CSL's terms, each with its confidence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ibidem.cited import Fields, Name
from ibidem.edtf import Date
from ibidem.parse.fields import clean, clean_title
from ibidem.parse.tagger.confidence import Confidence, calibrated
from ibidem.parse.tagger.figures import completed, read_address, read_date, read_doi, read_isbn, read_pages, read_volume
from ibidem.parse.tagger.kind import kind_of
from ibidem.parse.tagger.model import Model
from ibidem.parse.tagger.people import read_people
from ibidem.parse.tagger.stretch import Stretch

T = TypeVar("T")
_INTO = re.compile(r"^\W*(?:(?:in|aus|dans|en)(?=[\s:])[\s:]*|//\s*)", re.IGNORECASE)
_MARKS = '"“”„«»‘’‹›'
_ACCESS = re.compile(
    r"\b(?:accessed|visited|retrieved|viewed|consulted|abgerufen|zugriff|consulté|consultado|stand|last\smodified)\b",
    re.IGNORECASE,
)
_FIELD = {
    "author": "authors",
    "director": "authors",
    "producer": "authors",
    "editor": "editors",
    "translator": "translators",
    "title": "title",
    "journal": "container",
    "container-title": "container",
    "collection-title": "series",
    "volume": "volume",
    "pages": "pages",
    "date": "date",
    "location": "place",
    "publisher": "publisher",
    "edition": "edition",
    "doi": "doi",
    "url": "url",
    "isbn": "isbn",
    "genre": "genre",
    "medium": "genre",
    "source": "archive",
    "archive": "archive",
    "note": "note",
}
"""Which field each label speaks of; `volume` speaks of the issue as well."""
LABELS = frozenset(_FIELD) | {"authority", "citation-number", "signal"}
"""All labels: the last ones speak of no field, but tell what the source is, or stand before it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A reference as the model read it: its stretches, its fields and the page that it points at."""

    text: str
    stretches: tuple[Stretch, ...]
    fields: Fields
    locator: str | None

    @property
    def empty(self) -> bool:
        """Tell whether nothing was read that could name a work."""
        its = self.fields
        return not (its.title or its.container or its.authors or its.editors or its.container_editors)

    def printed(self, label: str) -> tuple[str, ...]:
        """Give the stretches of one label as printed."""
        return tuple(self.text[one.start : one.end] for one in self.stretches if one.label == label)


Held = dict[str, list[str]]
"""The printed stretches of each label, in order."""


def read_fields(text: str, stretches: tuple[Stretch, ...], *, model: Model | None = None) -> Reading:
    """Type the fields of one reference whose stretches are known; how sure they are is calibrated by a model's curves.

    Without a model it is the least probability of their stretches.
    """
    held: Held = {}
    for one in stretches:
        held.setdefault(one.label, []).append(text[one.start : one.end])
    pages, locator = _pages(held.get("pages", ()))
    sure = confidences(stretches)
    return Reading(text, stretches, _fields(held, pages, calibrated(sure, model) if model else sure), locator)


def _fields(held: Held, pages: str | None, sure: Confidence) -> Fields:
    volume, issue = _volume(held.get("volume", ()))
    title = _first(_title(one) for one in held.get("title", ()))
    journal = _first(_container(one) for one in held.get("journal", ()))
    container = journal or _first(_container(one) for one in held.get("container-title", ()))
    date, accessed = _dates(held)
    editors = _people(held, "editor")
    # The editors are the book's where the source stands in one.
    inside = container is not None and title is not None and not journal
    addressed = _of(held, "url", "doi", "note")
    return Fields(
        kind_of(held, title=title, container=container, journal=journal is not None, numbered=bool(volume or issue)),
        authors=_people(held, "author", "director", "producer"),
        editors=() if inside else editors,
        title=title,
        container=container,
        container_editors=editors if inside else (),
        volume=volume,
        issue=issue,
        date=date,
        place=_joined(held.get("location", ())),
        publisher=_joined(held.get("publisher", ())),
        pages=pages,
        edition=_joined(held.get("edition", ())),
        series=_joined(held.get("collection-title", ())),
        translators=_people(held, "translator"),
        url=_first(read_address(one) for one in addressed),
        doi=_first(read_doi(one) for one in addressed),
        isbn=_first(read_isbn(one) for one in held.get("isbn", ())),
        accessed=accessed,
        archive=_joined(_of(held, "archive", "source")),
        genre=_joined([one.strip("()[] ,.;") for one in _of(held, "genre", "medium")]),
        note=_joined(held.get("note", ())),
        confidence=sure,
    )


def _of(held: Held, *labels: str) -> list[str]:
    return [text for label in labels for text in held.get(label, ())]


def confidences(stretches: Iterable[Stretch]) -> Confidence:
    """Give for each field the least probability of its stretches, sorted by field."""
    found: dict[str, float] = {}
    for one in stretches:
        name = _FIELD.get(one.label)
        if name:
            found[name] = min(found.get(name, 1.0), one.probability)
    return tuple(sorted(found.items()))


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value), None)


def _people(held: Held, *labels: str) -> tuple[Name, ...]:
    return tuple(name for text in _of(held, *labels) for name in read_people(text))


def _title(text: str) -> str | None:
    return clean_title(text.strip().strip(_MARKS + ",;: ").strip(_MARKS)) or None


def _container(text: str) -> str | None:
    return _title(_INTO.sub("", text))


def _joined(texts: Sequence[str]) -> str | None:
    return ", ".join([value for value in map(clean, texts) if value]) or None if texts else None


def _pages(texts: Sequence[str]) -> tuple[str | None, str | None]:
    """Give pages and locator; a second stretch of pages is pointed at."""
    if not texts:
        return None, None
    pages, locator = read_pages(texts[0])
    if len(texts) > 1:
        locator = locator or read_pages(texts[1])[0]
    return pages, locator


def _volume(texts: Sequence[str]) -> tuple[str | None, str | None]:
    volume = issue = None
    for text in texts:
        first, second = read_volume(text)
        volume, issue = volume or first, issue or second
    return volume, issue


def _dates(held: Held) -> tuple[Date | None, Date | None]:
    """Give the date and the day on which a page was visited."""
    accessed = date = None
    for text in held.get("date", ()):
        if _ACCESS.search(text):
            accessed = accessed or read_date(text)
        elif date is None:
            date = read_date(text)
        elif date.edtf.isdecimal():
            date = completed(date, text)
    for text in _of(held, "note", "url"):
        if accessed is None and _ACCESS.search(text):
            accessed = read_date(text)
    return date, accessed
