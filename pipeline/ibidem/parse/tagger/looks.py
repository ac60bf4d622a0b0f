"""What a token looks like: its core, its shape, its class, and the punctuation at it.

Most of it depends on how the token is drawn alone, with any capital for a capital and any letter for a letter, and is
found out once for all tokens that are drawn alike.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from ibidem.parse.tagger.lexicons import kinds

EDGE = "\N{SYMBOL FOR NULL}"
"""Stands for the token before the first and behind the last."""
LONGEST = 60
"""So many code points of a token are looked at."""
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d[a-z]?(?!\d)")
_RANGE = re.compile(r"[a-z]?\d+\s?[-–—−/]{1,2}\s?[a-z]?\d+")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|e|er|a|ª|º)")
_ROMAN = re.compile(r"[IVXLC]+|[ivxlc]+")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?){1,4}|[^\W\d_a-z]{1,3}")
_ADDRESS = re.compile(r"https?:|www\.|doi|10\.\d{4}", re.IGNORECASE)
_RUNS = re.compile(r"(.)\1\1+")
_TAIL = re.compile(r"[^\w]*$")
_MARKS = "“„«‘\"'‹*_”»’›"
_LEADS = "“„«‘\"'‹*_([{—–-"
_ENDS = frozenset(",;:.?!)]")
_STOPS = frozenset(".?!")
_KEPT = 50_000
_UPPER, _LOWER, _FOREIGN, _TITLED, _UNCASED, _DIGIT = "Xxéǅ田9"
"""What is drawn for a letter or a figure; all else stands for itself."""
_PLAIN = str.maketrans({_FOREIGN: _LOWER, _TITLED: _LOWER, _UNCASED: _LOWER})


class _Pencil(dict[int, str]):
    """Draw a character; those met before are remembered."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        if char.isdigit():
            drawn = _DIGIT
        elif not char.isalpha():
            drawn = char
        elif char.isupper():
            drawn = _UPPER
        elif char.islower():
            drawn = _LOWER if char.isascii() else _FOREIGN
        else:
            drawn = _TITLED if char.istitle() else _UNCASED
        self[point] = drawn
        return drawn


_PENCIL = _Pencil()


class Outline(NamedTuple):
    """What all tokens share that are drawn alike: where their core is, and their class where they hold no figure."""

    start: int
    end: int
    sort: str
    marks: str
    shape: str
    figured: bool
    sentence: bool
    """Whether a full stop or its like ends it, before quotation marks and brackets or not."""


class Look(NamedTuple):
    """What a token shows beside the letters of its core; many tokens share one."""

    drawn: str
    sort: str
    figure: str
    kinds: tuple[str, ...]
    long: bool
    """Whether its core is longer than that of most abbreviations."""

    @property
    def marks(self) -> str:
        """Give the punctuation before and behind it."""
        return outline(self.drawn).marks

    @property
    def trait(self) -> tuple[str, str, str, str]:
        """Give what features of class, punctuation and kinds depend on."""
        return self.sort, self.marks, "+".join(self.kinds), self.figure

    @property
    def ends_clause(self) -> bool:
        """Tell whether a clause ends behind it."""
        return self.drawn[-1] in _ENDS and self.sort != "initial"

    @property
    def ends_sentence(self) -> bool:
        """Tell whether a sentence ends behind it."""
        return self.long and self.sort != "initial" and outline(self.drawn).sentence

    @property
    def stops(self) -> bool:
        """Tell whether it ends with a full stop or its like that is no abbreviation's."""
        return self.drawn[-1] in _STOPS and len(self.drawn) > 3 and self.sort != "initial"


Seen = tuple[str, str, str, tuple[str, ...], bool]
"""What makes a look, in the order of its fields."""


class Facts(NamedTuple):
    """What is known of a token: its core in small letters, and its look."""

    core: str
    look: Look


def facts(word: str) -> Facts:
    """Look at a token."""
    core, look = seen(word)
    return Facts(core, Look(*look))


def seen(word: str) -> tuple[str, Seen]:
    """Give the core of a token and what makes its look: a plain tuple, which equals that look."""
    drawn = word.translate(_PENCIL)
    start, end, kind, _, _, figured, _ = outline(drawn)
    bare = word[start:end].casefold()[:LONGEST] or word[:LONGEST]
    if figured or len(word) > LONGEST:
        figure = number(word, bare)
        kind = sort(word, figure)
    else:
        figure = "roman" if not bare.strip("ivxlc") and _is_roman(word) else ""
        # Without any figure an address has one of these, in whatever letters.
        if "doi" in bare or "http" in bare or "www" in bare or "doı" in bare:
            kind = sort(word, figure)
    return bare, (drawn, kind, figure, kinds(bare), len(bare) > 3)


@lru_cache(maxsize=_KEPT)
def outline(drawn: str) -> Outline:
    """Tell what all tokens share that are drawn like this."""
    start, end = 0, len(drawn)
    while start < end and not drawn[start].isalnum():
        start += 1
    while end > start and not drawn[end - 1].isalnum():
        end -= 1
    ended = drawn.rstrip("”’\"'»)")
    sentence = bool(ended) and ended[-1] in _STOPS
    return Outline(start, end, sort(drawn, ""), punctuation(drawn), shape(drawn), _DIGIT in drawn, sentence)


def draw(word: str) -> str:
    """Give a token with one letter for all capitals and one for all other letters of a sort, and one for figures."""
    return word.translate(_PENCIL)


def shape(drawn: str) -> str:
    """Give the shape of a token that was drawn: letters as X and x, figures as 9, runs as two at most."""
    plain = drawn if drawn.isascii() else drawn.translate(_PLAIN)
    return _RUNS.sub(r"\1\1", plain[:LONGEST])


def number(word: str, bare: str) -> str:
    """Name the sort of figure that a token holds; an empty string for none."""
    if bare.isalpha() and not _is_roman(word):
        return ""
    if _YEAR.search(word):
        return "year" if len(bare) < 6 else "years" if len(bare) < 13 else "dated"
    if bare.isdigit():
        return f"digits{min(len(bare), 5)}"
    if any(map(str.isdigit, bare)):
        if _RANGE.fullmatch(bare):
            return "range"
        return "ordinal" if _ORDINAL.fullmatch(bare) else "mixed"
    return "roman" if _is_roman(word) else ""


def _is_roman(word: str) -> bool:
    return _ROMAN.fullmatch(word.strip(".,:;()[]")) is not None


def punctuation(word: str) -> str:
    """Give the punctuation before and behind a token."""
    lead = len(word) - len(word.lstrip(_LEADS))
    tail = _TAIL.search(word)
    return f"{word[:lead]}~{tail.group() if tail and lead < len(word) else ''}"[:8]


def sort(word: str, figure: str) -> str:
    """Give the one coarse class of a token."""
    if len(word) > 3 and _ADDRESS.search(word):
        return "address"
    if figure and figure != "roman":
        return figure
    bare = word.strip(f"{_MARKS}.,;:()[]")
    if len(bare) < 16 and (_INITIALS.fullmatch(bare) or _INITIALS.fullmatch(word.strip(",;:()"))):
        return "initial"
    if not bare:
        return "mark"
    if not bare[0].isalpha():
        return "other"
    if bare.isupper():
        return "upper"
    return "title" if bare[0].isupper() else "lower"
