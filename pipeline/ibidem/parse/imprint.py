"""Place and publisher: `Oxford: Clarendon Press`, `Har-Anand Publications, New Delhi`, `(London, 1995)`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ibidem.parse.fields import clean
from ibidem.words import read_words

_COLON = re.compile(
    r"(?P<place>[^\W\d_][^:;\0()\"*]{1,60}?)\s?:\s?(?P<publisher>(?=[^\s\0])[^\0;()\[\"*:]{2,100}?)"
    r"(?=\s*(?:[;()\[\0*]|$|,\s*\0|\.\s*(?:\0|$)|,\s*(?:$|\0)))"
)
_CHUNK = re.compile(r"[^,;()\0\"*]+")
_STOP = re.compile(r"(?<=[\w)]{2})\.\s+(?=[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Imprint:
    """The ranges of place and publisher in the text that was read."""

    place: tuple[int, int] | None = None
    publisher: tuple[int, int] | None = None


@cache
def _publisher() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in (*read_words("publisher-words"), *read_words("publishers")))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _places() -> frozenset[str]:
    return frozenset(place.casefold() for place in (*read_words("publishing-places"), *read_words("regions")))


def is_publisher(text: str) -> bool:
    """Tell whether a text holds a publisher's word or is the name of a well-known house."""
    return _publisher().search(text) is not None


def is_place(text: str) -> bool:
    """Tell whether a text is the name of a place that publishers sit in, or several joined."""
    parts = re.split(r"\s*(?:,|/|&|\band\b|-|;)\s*", clean(text))
    whole = clean(text).casefold()
    return whole in _places() or (bool(parts) and all(_is_place(part) for part in parts))


def _is_place(part: str) -> bool:
    return part.casefold() in _places() or f"{part}.".casefold() in _places()


def find_imprint(text: str, start: int, end: int, *, loose: bool = True) -> Imprint:
    """Find place and publisher in `text[start:end]`, whose taken stretches are blank (`fields.GONE`).

    Where `loose`, a lone capitalised stretch that is neither counts as the publisher.
    """
    for match in _COLON.finditer(text, start, end):
        place = _last_place(text, *match.span("place"))
        if place and not re.search(r"(?:https?|doi)$", match["place"]):
            return Imprint(place, _trimmed(text, *match.span("publisher")))
    return _chunked(text, start, end, loose=loose)


def _last_place(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give what of the stretch before a colon is the place: not the sentence before it."""
    stops = [match.end() for match in _STOP.finditer(text, start, end)]
    stops = [stop for stop in stops if not re.fullmatch(r"\W*(?:St|D|Mass)\.?\s*", text[max(start, stop - 4) : stop])]
    first = max([start, *stops])
    parts = text[first:end].split(", ")
    if len(parts) > 1 and not is_place(text[first:end]) and not _is_place(parts[-1].strip()) and len(parts) > 2:
        first = end - len(parts[-1])
    words = text[first:end].split()
    short = 0 < len(words) <= 6 and words[0][:1].isupper()
    return _trimmed(text, first, end) if short else None


def _chunked(text: str, start: int, end: int, *, loose: bool) -> Imprint:
    place: tuple[int, int] | None = None
    publisher: tuple[int, int] | None = None
    unknown: list[tuple[int, int]] = []
    for first, last in _chunks(text, start, end):
        printed = text[first:last]
        if is_place(printed):
            place = (place[0], last) if place and not text[place[1] : first].strip(" ,") else place or (first, last)
        elif is_publisher(printed) and publisher is None:
            publisher = (first, last)
        elif publisher and re.fullmatch(r"\s*(?:Inc|Ltd|Co|LLC|GmbH|S\.?A)\.?\s*", printed):
            publisher = (publisher[0], last)
        elif clean(printed)[:1].isupper() and len(printed.split()) <= 8:
            unknown.append((first, last))
    if unknown and loose:
        if publisher is None:
            publisher = unknown[0]
        elif place is None and len(text[slice(*unknown[-1])].split()) <= 3:
            place = unknown[-1]
    return Imprint(_trimmed(text, *place) if place else None, _trimmed(text, *publisher) if publisher else None)


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _CHUNK.finditer(text, start, end):
        at = match.start()
        for stop in [*_STOP.finditer(text, *match.span()), None]:
            last = stop.start() if stop else match.end()
            if clean(text[at:last]):
                yield _trimmed(text, at, last)
            at = stop.end() if stop else last


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:()[]\0"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:()[]\0"):
        end -= 1
    return start, end
