"""How wide a text is when no font can be asked: an upper estimate, so that what is set apart stays apart."""

from unicodedata import combining, east_asian_width

_NARROW = frozenset("iljtfrI.,:;'|!()[]-/ ’‘")
_WIDE = frozenset("mwMWQ@%—…")


def text_width(text: str, size: float) -> float:
    """Estimate the width of a line of text in a font of this size, from above for common text faces."""
    return sum(_advance(char) for char in text) * size


def _advance(char: str) -> float:
    if combining(char):
        return 0.0
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.95
    if east_asian_width(char) in "WF":
        return 1.05
    return 0.72 if char.isupper() else 0.58


def fitted(text: str, width: float, size: float) -> str:
    """Cut a text that is too wide at the end of a word, and mark that by an ellipsis."""
    if text_width(text, size) <= width:
        return text
    room = width - text_width("…", size)
    kept, used = 0, 0.0
    for place, char in enumerate(text):
        used += _advance(char) * size
        if used > room:
            break
        kept = place + 1
    cut = text[:kept]
    space = cut.rfind(" ")
    return (cut[:space] if space > kept // 2 else cut).rstrip(" ,;:") + "…"


def wrapped(text: str, width: float, size: float, *, lines: int) -> tuple[str, ...]:
    """Set a text in at most so many lines of this width; what does not fit in the last one is cut."""
    words = text.split()
    done: list[str] = []
    line = ""
    for place, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            if len(done) == lines - 1:
                return (*done, fitted(" ".join((line, *words[place:])), width, size))
            done.append(fitted(line, width, size))
            line = word
        else:
            line = longer
    return (*done, fitted(line, width, size))
