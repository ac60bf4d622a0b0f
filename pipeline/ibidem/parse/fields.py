"""The pieces of a printed reference: which stretch says which field."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

_FLAT = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("–—‑‒−―\u00ad", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\t\n\r\x0b\x0c\x85\u2028\u2029", " "),
        **dict.fromkeys("‘‚‛`", "‘"),
        "\0": " ",
    }
)
GONE = "\0"
"""What stands in a draft's `rest` where a piece was taken, so that no pattern runs across it."""

_EDGE = " \t\n\r,;:.*_\"'“”„«»‘’"
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){1,6}[A-Z]$")
_LOOSE = re.compile(r"\s+(?=[:;,])|(?<=\w)-+$")
_TIGHT = re.compile(r"(?<=[\w)]):(?=[A-Z])")
_OUTER = str.maketrans({"*": "", "_": "", GONE: " "})
_ODD_QUOTE = str.maketrans({'"': "", "“": "", "”": "", "„": "", "«": "", "»": ""})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reference's text that says one field; `value` is the normalised reading."""

    name: str
    start: int
    end: int
    value: str


@lru_cache(maxsize=8192)
def flat(text: str) -> str:
    """Make quotes, dashes and spaces plain, one code point for one, so that offsets hold."""
    return text.translate(_FLAT)


@lru_cache(maxsize=1024)
def clean(text: str) -> str:
    """Give a value without emphasis, without the punctuation around it and with single spaces.

    A full stop stays where it belongs to an initial or to an abbreviation such as `U.S.`; a space
    before a colon or semicolon goes.
    """
    bare = " ".join(_outer(text).split())
    value = bare.strip(_EDGE + "()[]" if bare.count("(") != bare.count(")") else _EDGE)
    # Most values have none of what the patterns look for, as a cheap test tells.
    if value[-2:-1] == "." and _ABBREVIATED.search(value) and f"{value}." in bare:
        value += "."
    if value[-1:] == "-" or " :" in value or " ;" in value or " ," in value:
        value = _LOOSE.sub("", value)
    return _TIGHT.sub(": ", value) if ":" in value else value


def _outer(text: str) -> str:
    """Give a text without emphasis, and with a space where a piece was taken."""
    return text.translate(_OUTER) if "*" in text or "_" in text or GONE in text else text


def clean_title(text: str) -> str:
    """Give a title's value: like `clean`, without stray double quotes, an end mark such as `?` kept."""
    inner = _outer(text).strip()
    if inner.count('"') + inner.count("“") + inner.count("”") == 1:
        inner = inner.translate(_ODD_QUOTE)
    return clean(inner)


@dataclass(slots=True)
class Draft:
    """A reference while it is taken apart: what is left stands in `rest`, what was read in `pieces`."""

    text: str
    rest: str = ""
    pieces: list[Piece] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start with all of the text left."""
        self.rest = self.rest or flat(self.text)

    def take(self, name: str, start: int, end: int, value: str | None = None) -> None:
        """Take a stretch as a field and blank it; the piece itself is trimmed of what stands around it."""
        found = clean(self.text[start:end]) if value is None else value
        if found:
            first, last = trim(self.text, start, end)
            self.pieces.append(Piece(name, first, last, found))
        self.drop(start, end)

    def drop(self, start: int, end: int) -> None:
        """Blank a stretch that says no field."""
        self.rest = f"{self.rest[:start]}{GONE * (end - start)}{self.rest[end:]}"

    def rename(self, name: str, other: str) -> None:
        """Let the pieces of one field count as another's."""
        self.pieces = [replace(piece, name=other) if piece.name == name else piece for piece in self.pieces]

    def has(self, name: str) -> bool:
        """Tell whether a field was read."""
        return any(piece.name == name for piece in self.pieces)

    def get(self, name: str) -> Piece | None:
        """Give the first piece of a field."""
        return next((piece for piece in self.pieces if piece.name == name), None)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the range without the white space, emphasis and separators at its edges."""
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    return start, end
