"""The words of a reference, after its figures are taken: names, title, container, imprint."""

import re

from ibidem.parse.container import IN, Editors, editors_after_label, editors_before_label
from ibidem.parse.fields import GONE, Draft, clean, clean_title
from ibidem.parse.imprint import find_imprint, is_place, is_publisher
from ibidem.parse.name import read_names, split_names
from ibidem.parse.plain import UNTITLED, first_word, read_plain, take_names, title_start
from ibidem.parse.spoken import settle_type
from ibidem.parse.title import Marked, find_italics, find_quoted
from ibidem.parse.type import is_agency, is_newspaper, is_periodical, source_type, worded_type

_HOUSE = re.compile(r"\s(?=(?:Institute|University|Centre|Center|Academy|Ministry|Department)\s(?:of|for)\s)")


def read_body(draft: Draft, start: int, *, numbered: bool, daily: bool) -> str:
    """Take names, title, container and imprint out of what the figures left, and give the type."""
    quoted = [one for one in find_quoted(draft.rest) if len(clean(draft.rest[one.start : one.end])) > 1]
    italics = [one for one in find_italics(draft.rest) if re.search(r"[^\W\d_]", draft.rest[one.start : one.end])]
    if quoted and not _opens_container(draft, start, quoted[0]):
        at = _quoted_title(draft, start, quoted[0])
    elif italics:
        at = _italic_title(draft, start, italics[0], numbered=numbered, daily=daily)
    else:
        at = read_plain(draft, start, numbered=numbered, daily=daily)
    in_book = _container(draft, at, numbered=numbered, daily=daily)
    if in_book and not draft.has("author"):
        # What stands in a book has authors: `K. Warikoo (ed.), "X", in K. Warikoo (ed.), Y`.
        draft.rename("editor", "author")
    _imprint(draft, start, article=bool(quoted) and not in_book)
    kind = _type(draft, in_book=in_book, numbered=numbered, daily=daily)
    return settle_type(draft, kind)


def _opens_container(draft: Draft, start: int, quoted: Marked) -> bool:
    before = draft.rest[start : quoted.start]
    return re.search(r"[^\W\d_]{3}[^\0]{8,}\bin\s*$", before) is not None and not read_names(before.strip())[0]


def _head(draft: Draft, start: int, end: int) -> None:
    """Take the names before a marked title: editors where a label says so, else authors."""
    editors = editors_before_label(draft.rest, start, end)
    if editors and editors.end <= end:
        take_names(draft, "editor", editors.names)
        draft.drop(editors.start, editors.end)
        return
    head = draft.rest[start:end].replace(GONE, " ")
    names = split_names(head, offset=start)
    take_names(draft, "author", names)
    if names:
        draft.drop(start, end)


def _quoted_title(draft: Draft, start: int, quoted: Marked) -> int:
    _head(draft, start, quoted.start)
    inner = quoted.inner
    draft.take("title", quoted.start, quoted.end, clean_title(draft.text[inner[0] : inner[1]]))
    return quoted.end


def _italic_title(draft: Draft, start: int, italic: Marked, *, numbered: bool, daily: bool) -> int:
    """Read a reference whose first mark is emphasis: a book's title, or the container of a plain title."""
    head = draft.rest[start : italic.start]
    inner = clean_title(draft.text[italic.inner[0] : italic.inner[1]])
    opening = IN.search(draft.rest, start, italic.start)
    names, end = read_names(draft.rest[: italic.start], first_word(draft.rest, start))
    left = clean(draft.rest[end : italic.start].replace(GONE, " "))
    if names and re.search(r"[^\W\d_]{3}", left) and not editors_before_label(draft.rest, start, italic.start):
        take_names(draft, "author", names)
        stop = opening.start() if opening and opening.start() > end else italic.start
        draft.take("title", end, stop, clean_title(draft.text[end:stop]))
        return stop
    if opening and not names and clean(head[: opening.start() - start]):
        draft.take("title", start, opening.start(), clean_title(draft.text[start : opening.start()]))
        return opening.start()
    known = is_newspaper(inner) or is_agency(inner) or worded_type(inner, UNTITLED) is not None
    untitled = daily or known or (numbered and not names)
    if untitled or (numbered and not _imprinted(draft, italic.end)):
        if clean(head.replace(GONE, " ")):
            _head(draft, start, italic.start)
        return italic.start
    if clean(head.replace(GONE, " ")):
        _head(draft, start, italic.start)
    draft.take("title", italic.start, italic.end, inner)
    return italic.end


def _imprinted(draft: Draft, at: int) -> bool:
    found = find_imprint(draft.rest, at, len(draft.rest), loose=False)
    return found.publisher is not None or found.place is not None


def _container(draft: Draft, at: int, *, numbered: bool, daily: bool) -> bool:
    """Take the container after the title, with its editors; tell whether it is a book."""
    at = min(at, len(draft.rest))
    opening = IN.match(draft.rest, at)
    if opening:
        draft.drop(opening.start("word"), opening.end("word"))
        return _book(draft, opening.end())
    untitled = not draft.has("title")
    marked = _marked_container(draft, at, quoted=False)
    if marked:
        _take_container(draft, marked)
        return _tail_editors(draft, marked.end)
    if not untitled and not numbered and not daily:
        inside = IN.search(draft.rest, at)
        if inside and inside["word"] in {"In", "in"} and inside.start() - at < 4:
            draft.drop(inside.start("word"), inside.end("word"))
            return _book(draft, inside.end())
        editors = editors_after_label(draft.rest, at, len(draft.rest))
        if editors:
            take_names(draft, "editor", editors.names)
            draft.drop(editors.start, editors.end)
        named = _periodical(draft, at) if not editors else None
        if named:
            draft.take("container", *named)
        return False
    _plain_container(draft, at, untitled=untitled)
    return False


def _periodical(draft: Draft, at: int) -> tuple[int, int] | None:
    """Find the name of a periodical right behind a title, in text without emphasis: one of its words says so."""
    begin = title_start(draft.rest, at)
    match = re.compile(r"[^\0:;(]{3,120}?(?=\s?[,;(]|\.?\s*(?:\0|$)|\.\s(?=[A-ZÀ-Þ][^.]{0,30}\s?:))").match(draft.rest, begin)
    if match is None or re.search(r"[^\W\d_]", draft.rest[at:begin]):
        return None
    name = match.group()
    return match.span() if is_periodical(name) and not is_publisher(name) and not _edits(name) else None


def _marked_container(draft: Draft, at: int, *, quoted: bool) -> Marked | None:
    kinds = (*find_quoted(draft.rest), *find_italics(draft.rest)) if quoted else find_italics(draft.rest)
    found = sorted((one for one in kinds if one.start >= at), key=lambda one: one.start)
    for one in found:
        text = clean(draft.rest[one.start : one.end].replace(GONE, " "))
        if re.search(r"[^\W\d_]{2}", text) and not (is_publisher(text) and draft.has("container")):
            return one
    return None


def _take_container(draft: Draft, marked: Marked) -> None:
    """Take a marked container; a house that is printed inside the marks stays behind for the imprint."""
    inner = draft.text[marked.inner[0] : marked.inner[1]]
    house = _HOUSE.search(inner)
    if house and not re.search(r"\b(?:of|for|the|and|in|from)$", inner[: house.start()]) and len(inner[: house.start()].split()) > 1:
        draft.take("container", marked.start, marked.inner[0] + house.start(), clean_title(inner[: house.start()]))
        return
    draft.take("container", marked.start, marked.end, clean_title(inner))


def _book(draft: Draft, at: int) -> bool:
    """Read what follows `in`: editors before or after the book's title."""
    end = len(draft.rest)
    marked = _marked_container(draft, at, quoted=True)
    editors = editors_before_label(draft.rest, at, marked.start if marked else end)
    if editors:
        _take_editors(draft, editors)
        at = editors.end
    elif marked and re.search(r"[^\W\d_]{2}", draft.rest[at : marked.start].replace(GONE, "")):
        names, last = read_names(draft.rest[: marked.start], first_word(draft.rest, at))
        if names:
            take_names(draft, "container-editor", names)
            draft.drop(at, last)
    if marked is None:
        _plain_container(draft, at, untitled=False)
    else:
        _take_container(draft, marked)
        at = marked.end
    if not editors:
        _tail_editors(draft, at)
    return True


def _take_editors(draft: Draft, editors: Editors) -> None:
    take_names(draft, "container-editor", editors.names)
    draft.drop(editors.start, editors.end)


def _tail_editors(draft: Draft, at: int) -> bool:
    """Take editors printed after the container: `ed. P. Birks`, or `, P. Birks (ed.)`."""
    editors = editors_after_label(draft.rest, at, len(draft.rest)) or None
    if editors is None:
        begin = first_word(draft.rest, at)
        editors = editors_before_label(draft.rest, begin, len(draft.rest))
        if editors and not all(one.name.family for one in editors.names):
            editors = None
    if editors:
        _take_editors(draft, editors)
    return editors is not None


def _plain_container(draft: Draft, at: int, *, untitled: bool) -> None:
    """Take the words before the next figure or separator as the container."""
    begin = title_start(draft.rest, at)
    match = re.compile(r"[^\0]*").match(draft.rest, begin)
    if match is None or not clean(match.group()):
        return
    stretch = match.group()
    parts = [(part.start(), part.end()) for part in re.finditer(r"[^,]+", stretch) if clean(part.group())]
    if untitled:
        _untitled_container(draft, begin, stretch, parts)
        return
    cut = len(stretch)
    for stop in re.finditer(r"\.\s+(?=[A-Z])|\s\((?=[A-Z\0])|\.\s*$|:\s*$", stretch):
        if stop.start() > 2 and _ends_container(stretch, stop, numbered=draft.has("volume")):
            cut = stop.start()
            break
    for first, last in parts[1:]:
        if first < cut and (is_publisher(stretch[first:last]) or is_place(stretch[first:last]) or _edits(stretch[first:])):
            cut = first - 1
            break
    draft.take("container", begin, begin + cut)


def _ends_container(stretch: str, stop: re.Match[str], *, numbered: bool) -> bool:
    """Tell whether a full stop or bracket ends the name: a journal's name with a volume has stops inside."""
    if stop.group().strip() != ".":
        return True
    after = stretch[stop.end() :]
    chunk = re.split(r"[,:.;(]", after)[0]
    if not chunk.strip() or is_publisher(chunk) or is_place(chunk) or _edits(after):
        return True
    word = re.search(r"[^\W\d_]+$", stretch[: stop.start()])
    return not numbered and word is not None and len(word.group()) > 5


def _edits(text: str) -> bool:
    return re.match(r"\s*(?:eds?\b|edited\b|translated\b|trans\b|hrsg|hg\b)", text, re.IGNORECASE) is not None


def _untitled_container(draft: Draft, begin: int, stretch: str, parts: list[tuple[int, int]]) -> None:
    kept = [(first, last) for first, last in parts if not is_place(stretch[first:last])] or parts
    value = " ".join(clean(stretch[first:last]) for first, last in kept)
    value = re.sub(r"(?<=[A-Z]{2})\s?-\s?(?=[A-Z]{2})", "-", value)
    kind = worded_type(value, UNTITLED)
    name = "title" if kind in {"statement", "interview"} else "container"
    draft.take(name, begin + kept[0][0], begin + kept[-1][1], value)


def _imprint(draft: Draft, start: int, *, article: bool) -> None:
    """Take publisher and place; a lone name behind a quoted title, with neither, is the periodical's."""
    loose = not draft.has("volume") and not draft.has("issue")
    found = find_imprint(draft.rest.replace("*", " "), start, len(draft.rest), loose=loose)
    if found.publisher:
        span = _without_type(draft, *found.publisher)
        lone = article and found.place is None and not draft.has("container")
        named = lone and not is_publisher(draft.text[slice(*span)])
        draft.take("container" if named else "publisher", *span)
    if found.place:
        draft.take("place", *found.place)


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
