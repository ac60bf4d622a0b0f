"""What kind of source a reference cites, from its words and from which fields it has."""

import re
from functools import cache

from ibidem.parse.oneof import one_of
from ibidem.words import read_table, read_words

_LETTER = re.compile(r"[A-Z][^,:]{1,40}\sto\s(?:the\s)?[A-Z][^,:]{1,60}")
_IN_TITLES = frozenset({"interview", "statement", "thesis", "discussion-paper", "hearing", "report", "manuscript"})
_KINDS = frozenset({"discussion-paper", "thesis", "report", "interview", "statement"})
_IN_CONTAINERS = frozenset(
    {"monitoring-report", "press-digest", "yearbook-entry", "entry-encyclopedia", "entry-dictionary", "broadcast"}
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    rows = read_table("source-types")
    return tuple(
        (term.casefold(), re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE), kind) for term, kind in rows
    )


@cache
def _patterns_of(kinds: frozenset[str]) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple(row for row in _patterns() if row[2] in kinds)


def _bare(name: str) -> str:
    """Give a name without the article that opens it."""
    first, _, rest = name.strip().partition(" ")
    return rest.strip() if rest and first.casefold() in read_words("articles") else name.strip()


@cache
def _newspapers() -> frozenset[str]:
    return frozenset(_bare(name).casefold() for name in read_words("newspapers"))


def is_newspaper(name: str | None) -> bool:
    """Tell whether a container is a newspaper of the list; a leading article does not matter."""
    return name is not None and _bare(name).casefold() in _newspapers()


@cache
def _serials() -> frozenset[str]:
    names = (*read_words("newspapers"), *read_words("news-agencies"), *read_words("reference-works"))
    return frozenset(_bare(name).casefold() for name in names)


def is_known(name: str) -> bool:
    """Tell whether a name is spelt as a newspaper, news agency or work of reference of the lists is."""
    return _bare(name).casefold() in _serials()


def is_agency(name: str | None) -> bool:
    """Tell whether a container is a news agency of the list."""
    return name is not None and name in read_words("news-agencies")


@cache
def _periodical() -> re.Pattern[str]:
    names = one_of(read_words("journal-words"), space=r"\ ")
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)


def is_periodical(name: str) -> bool:
    """Tell whether a name is that of a newspaper of the list, or holds a word of periodicals."""
    return is_known(name) or _periodical().search(name) is not None


def worded_type(text: str | None, kinds: frozenset[str]) -> str | None:
    """Give the first type among `kinds` whose word stands in the text."""
    if not text:
        return None
    # Whether the letters are there at all is told much faster than whether they are a word.
    low = text.casefold()
    return next((kind for term, pattern, kind in _patterns_of(kinds) if term in low and pattern.search(text)), None)


def source_type(
    *,
    title: str | None,
    container: str | None,
    other: str = "",
    in_book: bool = False,
    numbered: bool = False,
    daily: bool = False,
    imprint: bool = False,
) -> str:
    """Decide the type.

    `other` is the text outside title and container; `in_book` says that the container is a book (`in`, or
    it has editors), `numbered` that a volume or issue is printed, `daily` that the date has a day.
    """
    if title and re.fullmatch(r"[^,()]{1,60}\sv\.?\s[A-Z][^,()]{1,60}", title):
        return "legal_case"
    if title and re.match(r"\d{1,3}\s(?:U\.?\s?S\.?\s?C|C\.?\s?F\.?\s?R|Stat)\b|Pub\.\sL\.", title):
        return "legislation"
    if title and not container and not imprint and _LETTER.fullmatch(title):
        return "personal_communication"
    if is_newspaper(container) and not in_book:
        return worded_type(title, frozenset({"interview", "statement"})) or "newspaper"
    if is_agency(container):
        return "wire-report"
    worded = worded_type(container, _IN_CONTAINERS | {"discussion-paper"}) or worded_type(other, _IN_TITLES)
    if worded and not (in_book and worded == "broadcast") and not (worded == "press-digest" and title):
        return worded
    if not container or not title:
        untitled = worded_type(title or container, _IN_TITLES | _IN_CONTAINERS)
        if untitled in {"interview", "statement"} or (untitled and not imprint):
            return untitled
    if in_book:
        return worded_type(container, frozenset({"paper-conference"})) or "chapter"
    if container:
        if daily and not numbered:
            return "newspaper"
        return worded_type(container, frozenset({"paper-conference"})) or "article"
    return "book"


def is_kind(text: str) -> bool:
    """Tell whether a text is nothing but a word for a kind of source, such as `Discussion Paper`."""
    low = text.strip().casefold()
    return any(kind in _KINDS and term == low for term, _, kind in _patterns())
