"""What a source carries through pandoc: the labels of notes, which it drops, as marks that stand in the text.

A mark is `OPEN kind index CLOSE`; its ends are noncharacters of Unicode, which no text holds. The kinds:
`n` opens the text of the note `index`; `m` is a marker of that note; `q` says that the marker of the note it opens
is not printed there; `a` is a marker and `t` the text of the next note that counts; `e` opens an endnote, `s` one
marked by a sign; `c` sets the counter; `b` opens an entry of a reference list; `x` a paragraph that is no text.
"""

import re
from dataclasses import dataclass

OPEN, CLOSE = "\ufdd0", "\ufdd1"
MARK = re.compile(f"{OPEN}([a-z])(\\d*){CLOSE}")
_STRANGE = re.compile(f"[{OPEN}{CLOSE}]")


@dataclass(frozen=True, slots=True)
class Carried:
    """A source with its marks; `labels` has the printed number or sign of each note that has an index, or nothing.

    `cited` are the printed labels of the entries of its reference list, by their keys. `names` are the labels in the
    source of the notes that were given others, `[^0x]` for the first.
    """

    source: bytes
    labels: tuple[str, ...] = ()
    cited: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()


def mark(kind: str, index: int | None = None) -> str:
    """Give a mark."""
    return f"{OPEN}{kind}{'' if index is None else index}{CLOSE}"


def unmarked(text: str) -> str:
    """Take out of a text what could be taken for a mark."""
    return _STRANGE.sub("", text)
