"""References in the order of GOST R 7.0.5: `Family I. O. Title // Journal. Year`, `Family I. O. Title. City, Year`."""

import re

from ibidem.parse.fields import Draft, clean_title
from ibidem.parse.letters import UPPER
from ibidem.parse.name import split_names

_NAME = rf"[{UPPER}][\w'’-]+,?\s(?:(?:[{UPPER}]|Дж)\.\s?){{1,3}}"
_OPENING = re.compile(rf"[\s(*]*(?P<names>{_NAME}(?:,\s?{_NAME}){{0,4}}(?:(?:и\sдр|et\sal)\.\s)?)(?=[\"*]?[{UPPER}\d])")
_INSIDE = re.compile(
    r"\s//\s?(?P<container>[^\0]{3,200}?)"
    r"(?=[.,:;]?\s*(?:\0|$)|\.\s(?:[^\W\d_][\w.-]{0,20}[:,]\s|Т\.|Вып|№|Vol|Bd|Nr|Кн\.))"
)
_IMPRINT = re.compile(
    rf"\.\s(?:-\s)?(?P<place>[{UPPER}][\w.-]{{0,30}}(?:[\s;]{{1,2}}[{UPPER}][\w.-]{{1,30}}){{0,2}})"
    r"(?::\s(?P<publisher>[^\0:;]{2,80}?))?,\s?(?=\0)"
)
_TITLE_END = re.compile(
    r"\s//|\s/\s|\.\s(?:В\sкн|Т|Кн|Вып|Ч|Vol|Bd)\.|:\s(?:дис|автореф|сб|моногр|учеб)|(?:\.\.\.|…|\.)?\s?(?:\0|$)"
)
_FAMILY = re.compile(rf"[{UPPER}][\w'’-]+[.,]")

_CYRILLIC = re.compile(r"[А-Яа-яЁё]{3}")


def take_gost(draft: Draft, start: int) -> str | None:
    """Take names, title, container and imprint, and give the type; None for references in another order."""
    opening = _OPENING.match(draft.rest, start)
    begin = opening.end() if opening else start
    inside = _INSIDE.search(draft.rest, begin)
    imprint = _IMPRINT.search(draft.rest, inside.end() if inside else begin)
    if not inside and not (opening and _is_sure(draft.rest, start, begin, imprinted=imprint is not None)):
        return None
    if opening:
        for one in split_names(opening["names"], offset=opening.start("names")):
            draft.take("author", one.start, one.end, one.name.literal)
    if inside:
        draft.take("container", *inside.span("container"))
    if imprint:
        draft.take("place", *imprint.span("place"))
        if imprint["publisher"]:
            draft.take("publisher", *imprint.span("publisher"))
    last = inside.start() if inside else imprint.start() if imprint else len(draft.rest)
    stop = _TITLE_END.search(draft.rest, begin, last)
    end = stop.start() if stop else last
    draft.take("title", begin, end, clean_title(draft.text[begin:end]))
    return "book" if not inside else "chapter" if imprint else "article"


def _is_sure(text: str, start: int, begin: int, *, imprinted: bool) -> bool:
    """Tell whether names before initials are no given ones: in Cyrillic, or before a title with its imprint."""
    if _CYRILLIC.search(text, start):
        return True
    # Else as in `Gunter M. Ziegler. Lectures`.
    return imprinted and _FAMILY.match(text, begin) is None
