"""References that no marks set out: who wrote it, where the title starts and where it ends."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ibidem.parse.container import editors_before_label
from ibidem.parse.fields import GONE, Draft, clean, clean_title
from ibidem.parse.imprint import is_place, is_publisher
from ibidem.parse.name import FoundName, is_given, is_organisation, read_names, split_names
from ibidem.parse.signal import find_signal
from ibidem.parse.type import is_agency, is_newspaper, worded_type
from ibidem.words import read_words

UNTITLED = frozenset({"monitoring-report", "press-digest", "broadcast", "statement", "interview", "yearbook-entry"})
"""The types of sources that are named by what they stand in, without a title of their own."""

_STOP = re.compile(r"[.?!](?=\s*(?:\0|$|\s[\"“(\[]?[^\W\d_a-z]|\sin:?\s|\s\())|\0")
_WORD_BEFORE = re.compile(r"[^\W_]{1,14}$")
_EDITED = re.compile(r",\s(?:[^\W\d_a-z][^,(]{2,60}\s)\((?:eds?|Hrsg|trans)\b")
_IN = re.compile(r"\s*(?:[Ii]n|dans)[\s:]")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_a-z]\.")
_BARE_INITIAL = re.compile(r"[a-zß-ÿ]\s[^\W\d_a-z]{1,3}$|^[^\W\d_a-z]{1,3}\s[^\W\d_][a-zß-ÿ]")
_FAMILY_ALONE = re.compile(
    r"(?P<names>[A-ZÀ-Þ][\w'’-]{2,30}(?:\s(?:and|und|et|&)\s[A-ZÀ-Þ][\w'’-]{2,30})?),\s"
    r"(?P<next>[A-ZÀ-Þ][^,:(\0]{2,80}\s[^,:(\0]{2,80})(?=[:(\0])"
)
_SUBTITLE = re.compile(r"(?P<title>\.\s[^\W\d_a-z][^\0,.]{3,120}),\s(?P<place>[^\0,.]{2,40})\s\0")
"""What goes on a German title before the place and year: `Titel. Untertitel, Berlin 1970`."""
_BODY = re.compile(r"[^\W\d_a-z][^,.:()\0\"*]{3,80}(?=,\s[^\W\d_a-z])")
_ORGANISATION = re.compile(r"[^.\0(:\"*]{3,100}?(?=\.?\s*\(?\0)")


_CASE = re.compile(r"[^\W\d_a-z][^,()\[\0\"*]{0,60}\sv\.?\s[^\W\d_a-z][^,()\[\0\"*]{1,60}?(?=\s?[,(\[\0])")
_LETTER = re.compile(r"[^\W\d_a-z][^,()\0\"*:]{1,40}\sto\s(?:the\s)?[^\W\d_a-z][^,()\0\"*:]{1,60}(?=,\s\0)")


_STATUTE = re.compile(
    r"\d{1,3}\s(?:U\.?\s?S\.?\s?C|C\.?\s?F\.?\s?R|Fed\.\sReg|Stat)\b\.?[^;\"“\0]{0,60}?(?=[.,;(]\s|\.?\s*$|\s?\0)|Pub\.\sL\.[^;\0]{3,40}"
)


@cache
def _document() -> re.Pattern[str]:
    """Give the pattern of what describes a document, up to its date or what it stands in."""
    names = "|".join(re.escape(word) for word in sorted(read_words("document-words"), key=len, reverse=True))
    return re.compile(rf"(?i:{names})(?!\w)[^\0\"*]{{2,200}}?(?=,?\s*\(?\0|,\sin\s)")


def described(text: str) -> bool:
    """Tell whether a text opens with the description of a dated document, or names a statute."""
    signal = find_signal(text)
    at = title_start(text, signal[1] if signal else 0)
    dated = re.search(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)", text) is not None
    return _STATUTE.match(text, at) is not None or (dated and _words().match(text, at) is not None)


@cache
def _words() -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word in sorted(read_words("document-words"), key=len, reverse=True))
    return re.compile(rf"(?i:{names})(?!\w)")


def first_word(text: str, start: int) -> int:
    """Find the first letter from `start` on."""
    match = re.compile(r"[^\W\d_]").search(text, start)
    return match.start() if match else len(text)


def take_names(draft: Draft, name: str, names: Sequence[FoundName]) -> None:
    """Take the names as pieces of one field."""
    for one in names:
        draft.take(name, one.start, one.end, one.name.literal)


def read_plain(draft: Draft, start: int, *, numbered: bool, daily: bool) -> int:
    """Read a reference without marks: names, then the title up to where its style ends it; give that end."""
    first = first_word(draft.rest, start)
    if is_untitled(draft, first, numbered=numbered, daily=daily, known=True):
        return first
    whole = _document().match(draft.rest, first) or _CASE.match(draft.rest, first)
    whole = whole or _LETTER.match(draft.rest, first) or _STATUTE.match(draft.rest, title_start(draft.rest, start))
    if whole:
        draft.take("title", whole.start(), whole.end())
        return whole.end()
    names: tuple[FoundName, ...] = ()
    editors = editors_before_label(draft.rest, first, len(draft.rest))
    if editors and editors.start == first and _all_people(draft.rest, editors.names):
        take_names(draft, "editor", editors.names)
        draft.drop(editors.start, editors.end)
        end = editors.end
    elif "--" in draft.rest[start:first]:
        # Dashes stand for the author of the entry before.
        end = first
    else:
        names, end = read_authors(draft, first)
        if not names and is_untitled(draft, first, numbered=numbered, daily=daily, known=False):
            return first
        take_names(draft, "author", names)
        if names:
            draft.drop(first, end)
    begin = title_start(draft.rest, end)
    stop = _title_end(draft, begin, end, numbered=numbered)
    if begin < stop:
        draft.take("title", begin, stop, clean_title(draft.text[begin:stop]))
    return max(stop, begin if begin < len(draft.rest) else start)


def _all_people(text: str, names: Sequence[FoundName]) -> bool:
    joined = len(names) > 1 and _joined(text, names[-2], names[-1])
    sure = all(_sure(text, one, names[0]) for one in names[1:])
    return len(names) < 8 and all(one.name.family for one in names) and (sure or (joined and len(names) < 3))


def read_authors(draft: Draft, first: int) -> tuple[tuple[FoundName, ...], int]:
    """Read the authors that open a reference; what may be the title's first words is no name.

    In a list a name counts that has initials, that `and` joins, or whose first word is a given name of the
    list; all of them do where a full stop or the year ends the list.
    """
    names, end = read_names(draft.rest, first)
    if not names:
        return _organisation(draft, first)
    ended = re.match(r"\s?\(?\0|\.\s", draft.rest[end : end + 4]) is not None or draft.rest[end - 1 : end] == "."
    kept = len(names) if ended and _listed(draft.rest, names) else _kept(draft.rest, names)
    if kept == len(names):
        return names, end
    return names[:kept], names[kept - 1].end


def _listed(text: str, names: Sequence[FoundName]) -> bool:
    """Tell whether the last names are joined by `and` or its like, or all look alike."""
    if len(names) < 2 or _joined(text, names[-2], names[-1]):
        return True
    return all(_sure(text, one, names[0]) for one in names[1:])


def _kept(text: str, names: Sequence[FoundName]) -> int:
    kept = 1
    for index in range(1, len(names)):
        if names[0].name.given and not names[index].name.given and names[index].end - names[index].start < 20:
            # A word behind a full name opens the title: `Meena Iyer, Nomads and States`.
            break
        sure = _sure(text, names[index], names[0])
        if sure or (_joined(text, names[index - 1], names[index]) and (index == kept or index == 1)):
            kept = index + 1
    return kept


def _joined(text: str, one: FoundName, other: FoundName) -> bool:
    return re.search(r"\w|[&;/]", text[one.end : other.start]) is not None


def _sure(text: str, one: FoundName, first: FoundName) -> bool:
    """Tell whether what looks like a name in a list is one: its form, or its first word, says so.

    Initials without a full stop count only behind a first name of the same form.
    """
    printed = text[one.start : one.end]
    if one.inverted or _INITIAL.search(printed) or is_given(printed.split()[0]):
        return True
    return _BARE_INITIAL.search(printed) is not None and _BARE_INITIAL.search(text[first.start : first.end]) is not None


def _organisation(draft: Draft, first: int) -> tuple[tuple[FoundName, ...], int]:
    """Read a body that stands in the place of the author, right before the year."""
    family = _FAMILY_ALONE.match(draft.rest, first)
    if family and not _IN.match(family["next"]) and not is_place(family["next"]) and not is_publisher(family["next"]):
        return split_names(family["names"], offset=first), family.end("names")
    body = _BODY.match(draft.rest, first)
    if body and is_organisation(body.group()):
        return split_names(body.group().replace("/", " "), offset=first), body.end()
    match = _ORGANISATION.match(draft.rest, first)
    date = draft.get("date")
    if match is None or date is None or not 0 <= date.start - match.end() <= 3:
        return (), first
    if not re.search(r"[^\W\d_]{4}", draft.rest[match.end() + 12 :]):
        return (), first
    return split_names(match.group(), offset=first), match.end()


def is_untitled(draft: Draft, first: int, *, numbered: bool, daily: bool, known: bool) -> bool:
    """Tell whether only a periodical, agency or station is named: its name stands right before a figure.

    Where `known`, the lists must have it; else any name before a day's date or a number counts.
    """
    match = re.compile(r"[^\0]*").match(draft.rest, first)
    name = clean(match.group()) if match else ""
    stopped = re.search(r"[.?!]\s+\S", re.sub(r"\b\w{1,3}\.", "", name[:200]))
    if not name or len(name) > 120 or name.count(",") > 2 or stopped or not (daily or numbered):
        return False
    main = clean(name.split(",")[0])
    if is_newspaper(main) or is_agency(main) or worded_type(name, UNTITLED) is not None:
        return True
    return not known and (daily or "," not in name)


def title_start(text: str, start: int) -> int:
    """Find the first letter or figure, or mark that opens a title, from `start` on."""
    match = re.compile(r"[^\W_]|[«¿¡\[]").search(text, start)
    return match.start() if match else len(text)


def _title_end(draft: Draft, begin: int, names_end: int, *, numbered: bool) -> int:
    """Find where a title without marks ends: at a full stop, before the imprint, or at a comma."""
    rest = draft.rest
    stop = sentence_end(rest, begin)
    before = rest[names_end - 1 : begin]
    reached = stop >= len(rest) or rest[stop] == GONE
    if (before.count(",") == 0 or GONE in rest[names_end:begin]) and not (reached and numbered):
        return _before_imprint(rest, begin, stop) if reached else _before_book(rest, begin, stop)
    subtitle = _SUBTITLE.match(rest, stop)
    if subtitle and is_place(subtitle["place"]):
        stop = subtitle.end("title")
    bracket = re.compile(r"\s\((?=[\0A-Z])").search(rest, begin, stop + 1)
    return _comma_end(rest, begin, bracket.start() if bracket else stop, numbered=numbered)


def _before_book(rest: str, begin: int, stop: int) -> int:
    """Cut a title at `, in Editors (eds.)`."""
    match = re.compile(r",\s(?=in\s[A-ZÀ-Þ][^,]{1,60}(?:,[^,(]{1,40}){0,4}\((?:eds?|Hrsg)\b)").search(rest, begin, stop)
    return match.start() if match else stop


def _before_imprint(rest: str, begin: int, stop: int) -> int:
    """Cut a title that no full stop ends at the comma before a publisher, a place or `in`."""
    commas = [match.start() for match in re.compile(r",\s").finditer(rest, begin, stop)]
    chunks = (rest[first + 1 : last] for first, last in pairwise([*commas, stop]))
    for comma, chunk in zip(commas, chunks, strict=True):
        if _IN.match(chunk) or is_publisher(chunk) or is_place(chunk):
            return comma
    return stop


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(read_words("abbreviations"))


def sentence_end(rest: str, begin: int) -> int:
    """Find the full stop, question or exclamation mark that ends a title, or where something was taken."""
    for match in _STOP.finditer(rest, begin):
        if match.group() == GONE:
            return match.start()
        word = _WORD_BEFORE.search(rest, max(begin, match.start() - 14), match.start())
        single = word is not None and len(word.group()) == 1 and word.group().isupper()
        if match.group() == "." and word and (single or word.group().casefold() in _abbreviations()):
            continue
        return match.end() if match.group() in "?!" else match.start()
    return len(rest)


def _comma_end(rest: str, begin: int, stop: int, *, numbered: bool) -> int:
    commas = [match.start() for match in re.compile(r",\s").finditer(rest, begin, stop)]
    if not commas:
        return stop
    ends = [*commas, stop]
    chunks = [rest[first + 1 : last] for first, last in pairwise(ends)]
    for comma, chunk in zip(commas, chunks, strict=True):
        edited = _EDITED.search(rest, comma, comma + len(chunk) + 8)
        if edited or _IN.match(chunk) or is_publisher(chunk) or is_place(chunk):
            return comma
    if numbered and stop < len(rest):
        return commas[-1] if clean(chunks[-1]) else (commas[-2] if len(commas) > 1 else commas[-1])
    return stop if rest[stop : stop + 2].strip().startswith("(") else commas[0]
