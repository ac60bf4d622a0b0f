"""The words of a reference, after its figures are taken: names, title, container, imprint."""

import re

from ibidem.parse.container import IN, editors_before_label, take_bracketed
from ibidem.parse.fields import GONE, Draft, clean, clean_title
from ibidem.parse.host import read_container
from ibidem.parse.imprint import find_imprint, is_publisher
from ibidem.parse.name import read_names, split_names
from ibidem.parse.plain import UNTITLED, first_word, read_plain, take_names
from ibidem.parse.spoken import settle_type
from ibidem.parse.title import Marked, find_italics, find_quoted
from ibidem.parse.type import is_agency, is_newspaper, source_type, worded_type

_GOES_ON = re.compile(r"\s+(?!in\b|at\b|aus\b|dans\b|trans|edited\b|eds?\b)(?:[a-zß-ÿ]{2,}\s|-\s[a-zß-ÿ])")
_REVIEW = re.compile(
    r"\W*(?:review|rev\.|review essay|compte rendu|c\.\s?r\.|recension|recensione|Rezension|reseña)\s", re.IGNORECASE
)
_LABEL = re.compile(r",?\s(?:art|s\.\s?v|entry|Art)\.?\s*$")
_CHUNK = re.compile(r"[^,;()\0]{3,80}")


def read_body(draft: Draft, start: int, *, numbered: bool, daily: bool) -> str:
    """Take names, title, container and imprint out of what the figures left, and give the type."""
    take_bracketed(draft, start)
    quoted = [one for one in find_quoted(draft.rest) if len(clean(draft.rest[one.start : one.end])) > 1]
    italics = [one for one in find_italics(draft.rest) if re.search(r"[^\W\d_]", draft.rest[one.start : one.end])]
    if quoted and _opens_title(draft, start, quoted[0]):
        at = _quoted_title(draft, start, quoted[0])
    elif italics:
        at = _italic_title(draft, start, italics[0], numbered=numbered, daily=daily)
    else:
        at = read_plain(draft, start, numbered=numbered, daily=daily)
    book = bool(italics) and draft.has("title") and italics[0].end == at and _imprinted(draft, at)
    in_book = read_container(draft, at, numbered=numbered, daily=daily, book=book)
    draft.rename("bracketed", "container-editor" if in_book else "editor")
    if in_book and not draft.has("author"):
        # What stands in a book has authors: `D. White (ed.), "X", in D. White (ed.), Y`.
        draft.rename("editor", "author")
    _imprint(draft, start, article=bool(quoted) and not in_book)
    kind = _type(draft, in_book=in_book, numbered=numbered, daily=daily)
    return settle_type(draft, kind)


def _opens_title(draft: Draft, start: int, quoted: Marked) -> bool:
    """Tell whether marks hold the title, not a container (`X in "Y"`) or some words of a title without marks."""
    before = draft.rest[start : quoted.start]
    names, end = read_names(before.strip())
    if re.search(r"[^\W\d_]{3}[^\0]{8,}\bin\s*$", before) and not names:
        return False
    left = before.strip()[end:].replace(GONE, " ")
    inside = len(re.findall(r"[^\W\d_]{2,}", left)) > 1 and re.search(r"[a-zß-ÿ]\s*$", left) is not None
    return not (names and inside and not editors_before_label(draft.rest, start, quoted.start))


def _head(draft: Draft, start: int, end: int) -> None:
    """Take the names before a marked title: editors where a label says so, else authors."""
    editors = editors_before_label(draft.rest, start, end)
    if editors and editors.end <= end:
        take_names(draft, "editor", editors.names)
        draft.drop(editors.start, editors.end)
        return
    head = _LABEL.sub("", draft.rest[start:end].replace(GONE, " "))
    names = split_names(head, offset=start)
    take_names(draft, "author", names)
    if names:
        draft.drop(start, end)


def _quoted_title(draft: Draft, start: int, quoted: Marked) -> int:
    _head(draft, start, quoted.start)
    first, last = quoted.inner
    end = quoted.end
    if _GOES_ON.match(draft.rest, end):
        # The marks hold only the title's first words: `"X" und "Y" - zwei Kategorien`.
        stop = re.compile(r",\s|\.\s|\0|\s\(").search(draft.rest, end)
        first, last = quoted.start, stop.start() if stop else len(draft.rest)
        end = last
    draft.take("title", quoted.start, end, clean_title(draft.text[first:last]))
    return end


def _italic_title(draft: Draft, start: int, italic: Marked, *, numbered: bool, daily: bool) -> int:
    """Read a reference whose first mark is emphasis: a book's title, or the container of a plain title."""
    head = draft.rest[start : italic.start]
    inner = clean_title(draft.text[italic.inner[0] : italic.inner[1]])
    opening = IN.search(draft.rest, start, italic.start)
    names, end = read_names(draft.rest[: italic.start], first_word(draft.rest, start))
    left = clean(draft.rest[end : italic.start].replace(GONE, " "))
    if names and re.search(r"[^\W\d_]{3}", left) and not editors_before_label(draft.rest, start, italic.start):
        take_names(draft, "author", names)
        if _REVIEW.match(draft.rest, end):
            # A review, whose title names the work that it is of.
            draft.take("title", end, italic.end, clean_title(draft.text[end : italic.end]))
            return italic.end
        stop = opening.start() if opening and opening.start() > end else italic.start
        draft.take("title", end, stop, clean_title(draft.text[end:stop]))
        return stop
    if opening and not names and clean(head[: opening.start() - start]):
        draft.take("title", start, opening.start(), clean_title(draft.text[start : opening.start()]))
        return opening.start()
    known = is_newspaper(inner) or is_agency(inner) or worded_type(inner, UNTITLED) is not None
    untitled = daily or known or (numbered and not names and not _imprinted(draft, italic.end))
    untitled = untitled or (numbered and not _imprinted(draft, italic.end))
    if untitled and not draft.has("container") and not _paper_follows(draft, italic.end):
        if clean(head.replace(GONE, " ")):
            _head(draft, start, italic.start)
        return italic.start
    if clean(head.replace(GONE, " ")):
        _head(draft, start, italic.start)
    draft.take("title", italic.start, italic.end, inner)
    return italic.end


def _paper_follows(draft: Draft, at: int) -> bool:
    """Tell whether a title is followed by what it stands in: `in "X"`, or a newspaper of the list."""
    match = re.compile(r",?\s+(?P<in>(?:in|dans|en)\s+(?=[\"*]))?(?P<name>[^\0,(*]{3,60})").match(draft.rest, at)
    return match is not None and (match["in"] is not None or is_newspaper(match["name"].strip()))


def _imprinted(draft: Draft, at: int) -> bool:
    found = find_imprint(draft.rest, at, len(draft.rest), loose=False)
    return found.publisher is not None or found.place is not None


def _imprint(draft: Draft, start: int, *, article: bool) -> None:
    """Take publisher and place; a lone name behind a quoted title, with neither, is the periodical's."""
    loose = not draft.has("volume") and not draft.has("issue")
    shown = _CHUNK.sub(_without_degree, draft.rest.replace("*", " "))
    found = find_imprint(shown, start, len(draft.rest), loose=loose)
    if found.publisher:
        span = _without_type(draft, *found.publisher)
        lone = article and found.place is None and not draft.has("container")
        named = lone and not is_publisher(draft.text[slice(*span)])
        draft.take("container" if named else "publisher", *span)
    if found.place:
        draft.take("place", *found.place)


def _without_degree(match: re.Match[str]) -> str:
    """Blank what says that a source is a thesis: it stands where others have a place."""
    told = worded_type(match.group(), frozenset({"thesis"})) and not is_publisher(match.group())
    return GONE * len(match.group()) if told else match.group()


def _without_type(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Leave out what only says the kind of source: `RIIA, Discussion Paper`."""
    comma = draft.text.find(",", start, end)
    if comma > 0 and worded_type(draft.text[comma:end], frozenset({"discussion-paper", "report", "thesis"})):
        return start, comma
    return start, end


def _type(draft: Draft, *, in_book: bool, numbered: bool, daily: bool) -> str:
    title, container = draft.get("title"), draft.get("container")
    if container and is_newspaper(container.value):
        in_book = False
    return source_type(
        title=title.value if title else None,
        container=container.value if container else None,
        other=draft.rest.replace(GONE, " "),
        in_book=in_book,
        numbered=numbered,
        daily=daily,
        imprint=draft.has("publisher") or draft.has("place"),
    )
