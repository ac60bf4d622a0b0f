"""What a source stands in, as printed after its title: a book with its editors, a periodical, a series."""

import re

from ibidem.parse.container import IN, Editors, editors_after_label, editors_before_label
from ibidem.parse.fields import GONE, Draft, clean, clean_title
from ibidem.parse.imprint import is_place, is_publisher
from ibidem.parse.name import is_given, read_names
from ibidem.parse.plain import UNTITLED, first_word, take_names, title_start
from ibidem.parse.title import Marked, find_italics, find_quoted
from ibidem.parse.type import is_periodical, worded_type

_HOUSE = re.compile(r"\s(?=(?:Institute|University|Centre|Center|Academy|Ministry|Department)\s(?:of|for)\s)")
_NAME = re.compile(r"[^\0:;(]{3,120}?(?=\s?[,;(]|\.?\s*(?:\0|$)|\.\s(?=[A-ZÀ-Þ][^.]{0,30}\s?:))")
_SAME = re.compile(r"\s*(?:ders|dies|idem|eadem|id)\.?,?:?\s+(?=[^\W\d_a-z]|[*\"])")
_EDITS = re.compile(r"\s*(?:eds?\b|edited\b|translated\b|trans\b|hrsg|hg\b)", re.IGNORECASE)


def read_container(draft: Draft, at: int, *, numbered: bool, daily: bool, book: bool = False) -> bool:
    """Take the container after the title, with its editors; tell whether it is a book.

    Where the title is a `book`'s, emphasis after it names one of its volumes.
    """
    if draft.has("container"):
        return False
    at = min(at, len(draft.rest))
    opening = IN.match(draft.rest, at)
    if opening:
        draft.drop(opening.start("word"), opening.end("word"))
        return _book(draft, opening.end())
    untitled = not draft.has("title")
    marked = _marked_container(draft, at, quoted=False)
    if book:
        if marked:
            draft.drop(marked.start, marked.end)
        return _own_editors(draft, at)
    if marked:
        _take_container(draft, marked)
        return _tail_editors(draft, marked.end)
    if not untitled and not numbered and not daily:
        inside = IN.search(draft.rest, at)
        if inside and inside["word"] in {"In", "in"} and inside.start() - at < 4:
            draft.drop(inside.start("word"), inside.end("word"))
            return _book(draft, inside.end())
        _own_editors(draft, at)
        named = _periodical(draft, at) if not draft.has("editor") else None
        if named:
            draft.take("container", *named)
        return False
    _plain_container(draft, at, untitled=untitled)
    return False


def _own_editors(draft: Draft, at: int) -> bool:
    """Take the editors that a book's title has behind it; it stands in no other book."""
    editors = editors_after_label(draft.rest, at, len(draft.rest))
    if editors:
        take_names(draft, "editor", editors.names)
        draft.drop(editors.start, editors.end)
    return False


def _periodical(draft: Draft, at: int) -> tuple[int, int] | None:
    """Find the name of a periodical right behind a title, in text without emphasis: one of its words says so."""
    begin = title_start(draft.rest, at)
    match = _NAME.match(draft.rest, begin)
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
    name = inner[: house.start()] if house else ""
    if len(name.split()) > 1 and not re.search(r"\b(?:of|for|the|and|in|from)$", name):
        draft.take("container", marked.start, marked.inner[0] + len(name), clean_title(name))
        return
    draft.take("container", marked.start, marked.end, clean_title(inner))


def _book(draft: Draft, at: int) -> bool:
    """Read what follows `in`: editors before or after the book's title; `ders.` and its like stand for the author."""
    same = _SAME.match(draft.rest, at)
    at = same.end() if same else at
    end = len(draft.rest)
    marked = _marked_container(draft, at, quoted=True)
    editors = editors_before_label(draft.rest, at, marked.start if marked else end)
    if editors and _follows(draft, editors):
        editors = None
    if editors:
        _take_editors(draft, editors)
        at = editors.end
    elif marked is None or re.search(r"[^\W\d_]{2}", draft.rest[at : marked.start].replace(GONE, "")):
        names, last = read_names(draft.rest[: marked.start if marked else end], first_word(draft.rest, at))
        initialled = names and is_given(draft.rest[names[0].start :].split()[0]) and draft.rest[last : last + 1] == ","
        if names and (marked or (initialled and len(names) == 1)):
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


def _follows(draft: Draft, editors: Editors) -> bool:
    """Tell whether the editor is named behind the label, not before it: `Socio-Legal Studies, ed. P.A. Thomas`."""
    after = editors_after_label(draft.rest, max(editors.start, editors.end - 6), len(draft.rest))
    if after is None or after.start > editors.end:
        return False
    printed = [draft.rest[one.start : one.end] for one in after.names]
    return all(is_given(name.split()[0]) for name in printed) and not is_given(draft.rest[editors.start :].split()[0])


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
        chunk = re.split(r"\.\s|:\s", stretch[first:last])[0]
        placed = is_place(chunk) or is_place(stretch[first:last])
        if first < cut and (placed or is_publisher(chunk) or _edits(stretch[first:])):
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
    return _EDITS.match(text) is not None


def _untitled_container(draft: Draft, begin: int, stretch: str, parts: list[tuple[int, int]]) -> None:
    kept = [(first, last) for first, last in parts if not is_place(stretch[first:last])] or parts
    value = " ".join(clean(stretch[first:last]) for first, last in kept)
    value = re.sub(r"(?<=[A-Z]{2})\s?-\s?(?=[A-Z]{2})", "-", value)
    placed = re.fullmatch(r"(?P<name>[^()]+)\s\([^()]+\)?", value)
    value = placed["name"] if placed else value
    kind = worded_type(value, UNTITLED)
    name = "title" if kind in {"statement", "interview"} else "container"
    draft.take(name, begin + kept[0][0], begin + kept[-1][1], value)
