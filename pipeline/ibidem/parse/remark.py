"""What a note says besides its references: remarks in brackets, emphasis, quotations, comments."""

import re
from functools import cache

from ibidem.parse.fields import flat
from ibidem.parse.oneof import one_of
from ibidem.words import read_words

_PARENS = re.compile(r"\((?P<inner>[^()]{3,2000}(?:\([^()]{0,200}\)[^()]{0,600}){0,6})\)")
_GERUND = re.compile(r"(?:also\s|again\s|explicitly\s)?[a-z]{2,14}ing\s")
_QUOTED = re.compile(r"\s*[\"‘]")


@cache
def _emphasis() -> re.Pattern[str]:
    words = one_of(read_words("emphasis"), space=r"\ ")
    return re.compile(rf"(?i:\(?\[?(?<!\w)(?:my\s|the\s)?(?:{words})(?!\w)[^();.]{{0,40}}[)\].]{{0,2}})")


def find_emphasis(text: str) -> tuple[tuple[int, int], ...]:
    """Give the ranges that say whose emphasis or omission it is: `(emphasis added)`, `Hervorhebung im Original`."""
    return tuple(match.span() for match in _emphasis().finditer(flat(text)))


def without_remarks(text: str) -> str:
    """Blank the brackets that say what a source says (`(arguing that ...)`, `("...")`), so that offsets hold."""
    plain = flat(text)
    for match in _PARENS.finditer(plain):
        inner = match["inner"]
        if _GERUND.match(inner) or (_QUOTED.match(inner) and len(inner) > 60) or _emphasis().match(inner):
            text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return text


def find_quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Give the ranges inside double quotation marks that run like sentences: four words, half of them small."""
    return tuple(match.span("said") for match in _SAID.finditer(flat(text)) if _runs(match["said"]))


_SAID = re.compile(r"(?<!\w)\"(?P<said>[^\"]{20,2000})\"")


def _runs(said: str) -> bool:
    words = re.findall(r"[^\W\d_]+", said)
    return len(words) > 3 and 2 * sum(word[0].islower() for word in words) > len(words)
